"""Every word of `data/ar` in one compiled file, so that a process need not parse and inflect them anew.

The file is made when the package is built. It names the digest of what it was made from, the data and the modules
that make forms of it; where these have changed since, or there is no such file, the data itself is read.
"""

import dataclasses
import json
from collections.abc import Callable
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from tawthiq.language.data import read_words
from tawthiq.language.entries import LAYERS
from tawthiq.language.lexicon import Entry, Forms, Sense, forms_of

FOLDER, FILE = "generated", "words.json"
_MAKERS = ("data.py", "fold.py", "inflect.py", "lexicon.py")


def load_forms(folder: Traversable) -> Forms:
    """The senses of every folded form, from the compiled file where it is up to date, else from the data itself.

    Raises DataError for data that breaks a rule.
    """
    digest = digest_of(folder)
    try:
        content = json.loads((folder / FOLDER / FILE).read_text(encoding="utf-8"))
        return _decoded(content) if content["of"] == digest else read_forms(folder)
    except FileNotFoundError:
        return read_forms(folder)


def read_forms(folder: Traversable) -> Forms:
    """The same from the data itself."""
    return forms_of(pair for kind in LAYERS for pair in read_words(folder / f"{kind.layer}.toml", kind))


def write_forms(folder: Traversable) -> str:
    """The text of the compiled file."""
    forms = read_forms(folder)
    entries: dict[tuple[str, str], int] = {}
    rows: list[tuple[str, dict[str, Any]]] = []
    senses: dict[tuple[int, str], int] = {}
    numbered: dict[str, list[int]] = {}
    for form, meant in forms.items():
        for entry, number in meant:
            name = (entry.layer, entry.id)
            if name not in entries:
                entries[name] = len(rows)
                rows.append((entry.layer, _fields(entry)))
            sense = senses.setdefault((entries[name], number), len(senses))
            numbered.setdefault(form, []).append(sense)
    content = {"of": digest_of(folder), "entries": rows, "senses": list(senses), "forms": numbered}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def digest_of(folder: Traversable) -> str:
    """What the compiled file depends on: the data, the shapes of entries, and the modules that make forms."""
    digest = blake2b(digest_size=16)
    code = files("tawthiq.language")
    parts = [folder / f"{kind.layer}.toml" for kind in LAYERS]
    parts += [code / name for name in _MAKERS] + [code / "entries" / f"{kind.layer}.py" for kind in LAYERS]
    for part in parts:
        data = part.read_bytes() if part.is_file() else b""
        digest.update(len(data).to_bytes(8) + data)
    return digest.hexdigest()


def _fields(entry: Entry) -> dict[str, Any]:
    """The fields of an entry that differ from what is usual."""
    fields = dataclasses.fields(entry)  # type: ignore[arg-type]
    return {f.name: getattr(entry, f.name) for f in fields if getattr(entry, f.name) != f.default}


def _decoded(content: dict[str, Any]) -> Forms:
    kinds: dict[str, Callable[..., Entry]] = {kind.layer: kind for kind in LAYERS}
    entries: list[Entry] = [
        kinds[layer](**{key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()})
        for layer, fields in content["entries"]
    ]
    senses = [Sense(entries[entry], number) for entry, number in content["senses"]]
    return {form: tuple([senses[n] for n in numbers]) for form, numbers in content["forms"].items()}
