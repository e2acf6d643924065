"""Every use case once, without printing: the command line calls these, and so can a program.

`reading`, `scoring` and `grouping` are offered here; those of the ledger, which load a database's
library, are modules of their own: `recording`, `checking`.
"""

from tawthiq.operations.grouping import Grouping, evaluate_incidents
from tawthiq.operations.reading import Reading, read, read_reports
from tawthiq.operations.scoring import evaluate

__all__ = ["Grouping", "Reading", "evaluate", "evaluate_incidents", "read", "read_reports"]
