"""Whether compiled modules that lie beside their sources (`make fast`) are of these sources.

Python prefers a compiled module to its source. So that no edited rule is silently left unused, the stamp names the
digest of each source that was compiled; nothing is read while one differs. Without a stamp nothing is looked at.
"""

import json
from collections.abc import Iterable
from hashlib import blake2b
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.resources.abc import Traversable
from pathlib import Path

from tawthiq.errors import StaleBuild

STAMP = "compiled.json"
_SUFFIX = EXTENSION_SUFFIXES[0]


def stamp(package: Path, sources: Iterable[Path]) -> None:
    """Write what the compiled modules of a package were made from."""
    digests = {path.relative_to(package).as_posix(): _digest(path) for path in sources}
    (package / STAMP).write_text(json.dumps({"for": _SUFFIX, "of": digests}), encoding="utf-8")


def check(package: Traversable) -> None:
    """Raise StaleBuild where a source was changed or removed since it was compiled for this Python."""
    try:
        content = json.loads((package / STAMP).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    if content["for"] != _SUFFIX:
        return
    changed = [name for name, digest in content["of"].items() if _digest(package / name) != digest]
    if changed:
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        raise StaleBuild(
            f"{package / changed[0]}{more}: changed since it was compiled; run `make fast` to compile it again, "
            "or `make plain` to read by the source"
        )


def _digest(path: Traversable) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest() if path.is_file() else ""
