"""Every use case once, without printing: the command line calls these, and so can a program.

`read` is offered here; the others are modules of their own, so that reading loads none of what they need: scores
(`scoring`, `grouping`), and what loads a database's library (`recording`, `checking` …).
"""

from tawthiq.operations.reading import Reading, read, read_reports

__all__ = ["Reading", "read", "read_reports"]
