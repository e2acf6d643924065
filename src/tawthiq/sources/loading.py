"""Readers by name, so that a kind of input loads its libraries when it is met, and not before."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from tawthiq.errors import MissingExtra, installs

# The libraries that `pip install 'tawthiq[…]'` adds, by the extra that names them.
EXTRAS: Mapping[str, str] = {
    "feedparser": "web", "httpcore": "web", "protego": "web", "trafilatura": "web", "warcio": "web",
    "openpyxl": "tables", "pyarrow": "tables", "ijson": "telegram", "rfc3161_client": "timestamps",
    "cryptography": "timestamps",
    "fastapi": "review", "jinja2": "review", "markupsafe": "review", "starlette": "review", "uvicorn": "review",
    "argon2": "serve", "pyotp": "serve",
}  # fmt: skip


def loaded(name: str, what: str) -> Any:
    """The function called «module:function»; `what` is the input that needs it. Raises MissingExtra."""
    module, _, function = name.partition(":")
    try:
        return getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        extra = EXTRAS.get(library)
        if extra is None:
            raise
        raise MissingExtra(f"{what}: needs {library}, which is not installed; {installs(extra)} adds it") from error
