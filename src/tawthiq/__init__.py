"""Tawthiq reads Arabic reports of armed conflict into attributed, explained claims.

>>> import tawthiq
>>> document = tawthiq.read("قتل ثلاثة مدنيين في غارة على دوما أمس", published="2018-03-20")
>>> [(c.outcome, c.count.low, c.place.name) for c in document.claims]
[('killed', 3, 'Douma')]
"""

from tawthiq.pipeline import read

__version__ = "0.1.0"
__all__ = ["__version__", "read"]
