"""Data -> one frozen Language. Words live in `tawthiq/data`; this package reads, lints and indexes them."""

from tawthiq.language.load import Language, load

__all__ = ["Language", "load"]
