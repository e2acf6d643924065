"""Which reader is this? Its version, and a digest of its rules and words."""

import hashlib
from functools import cache
from pathlib import Path

from tawthiq import __file__ as package
from tawthiq import __version__
from tawthiq.language.gazetteer.index import user_folder

_PARTS = ("data", "language", "stages", "model.py", "pipeline.py", "speech.py")
_KINDS = (".py", ".toml", ".csv", ".tsv")
_LENGTH = 12


@cache
def reader() -> str:
    """«version+digest»: the same rules, words and places (the user's own too) give the same claims of a text."""
    root = Path(package).parent
    digest = hashlib.sha256()
    for part in _PARTS:
        for path in _files(root / part):
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for path in sorted(user_folder().glob("*.tsv")):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:_LENGTH]}"


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if path.suffix in _KINDS and path.is_file())
