"""Every use case once, without printing: the command line calls these, and so can a program.

`read` is offered here, and loaded when first asked for; the others are modules of their own, so that each loads only
what it needs: scores (`scoring`, `grouping`), and what loads a database's library (`recording`, `checking` …).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawthiq.operations.reading import Reading, read, read_reports

__all__ = ["Reading", "read", "read_reports"]


def __getattr__(name: str) -> Any:
    """What `reading` offers: `tawthiq --version` imports neighbours of it and needs no reader."""
    if name in __all__:
        return getattr(import_module("tawthiq.operations.reading"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
