"""Tawthiq reads Arabic reports of armed conflict into attributed, explained claims.

>>> import tawthiq
>>> document = tawthiq.read("قتل ثلاثة مدنيين في غارة على دوما أمس", published="2018-03-20")
>>> [(c.outcome, c.count.low, c.place.name) for c in document.claims]
[('killed', 3, 'Douma')]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawthiq.pipeline import read

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


def __getattr__(name: str) -> Any:
    """`read` is loaded when first asked for: `tawthiq --version` needs no reader."""
    if name == "read":
        return import_module("tawthiq.pipeline").read
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
