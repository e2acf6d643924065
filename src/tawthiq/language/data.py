"""Reading and linting one file of language data.

A file holds `[[word]]` tables. Every word has an `id`, an `example` that uses it,
and its forms: `forms` (as they stand), `one`, `two` and
`many` (by grammatical number), `noun` with `plural` (and `kin`), `verb` with
`present` (and `object`, for attached pronouns), or `verbs`: several of them as
"past present". All other keys are the fields of the layer's entry class; an unknown or
missing key, a look-alike letter or a form that stands twice is refused.
"""

import dataclasses
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from tawthiq.errors import DataError
from tawthiq.language.fold import fold_form
from tawthiq.language.inflect import noun_forms, object_forms, verb_forms
from tawthiq.language.lexicon import Entry, Sense

_LOOK_ALIKE = re.compile("[\u06cc\u06a9\u06c1\u0640\ufb50-\ufdff\ufe70-\ufefc\u200b-\u200f\u202a-\u202e\u064b-\u0652]")
_SINGLE = ("noun", "verb", "present")
_NUMBERS = ("one", "two", "many")
_FORM_KEYS = ("forms", "noun", "plural", "kin", "verb", "present", "verbs", "object", "one", "two", "many")
E_ = TypeVar("E_", bound=Entry)


def read_words(file: Traversable, kind: type[E_]) -> Iterator[tuple[str, Sense]]:
    """The (folded form, sense) pairs of a data file whose words are entries of `kind`.

    A written form belongs to one entry; a derived form gives way to a written one, and to an earlier derived one.
    """
    owners: dict[str, str] = {}
    ids: set[str] = set()
    derived: list[tuple[E_, dict[str, str]]] = []
    for row in tables(file):
        entry = build(file, row, kind)
        if entry.id in ids:
            raise DataError(f"{file}: the id {entry.id!r} stands twice; give one of them another id")
        ids.add(entry.id)
        forms = forms_of(file, row)
        for form in written_forms(row):
            owner = owners.setdefault(form, entry.id)
            if owner != entry.id:
                raise DataError(f"{file}: {entry.id}: the form «{form}» belongs to {owner}; keep it in one of them")
            yield form, Sense(entry, forms.pop(form))
        derived.append((entry, forms))
    for entry, forms in derived:
        for form, number in forms.items():
            if owners.setdefault(form, entry.id) == entry.id:
                yield form, Sense(entry, number)


def written_forms(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The folded forms that a table spells out, each once."""
    written = [*row.get("forms", ()), *row.get("plural", ()), *(form for n in _NUMBERS for form in row.get(n, ()))]
    written += [row[key] for key in _SINGLE if key in row] + [
        form for pair in row.get("verbs", ()) for form in pair.split()
    ]
    return tuple(dict.fromkeys(fold_form(form) for form in written))


def tables(file: Traversable) -> list[dict[str, Any]]:
    """The `[[word]]` tables of a file."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file}: not valid TOML: {error}") from error
    unknown = set(content) - {"word"}
    if unknown:
        raise DataError(f"{file}: unknown table {sorted(unknown)[0]!r}; only [[word]] is read")
    rows: list[dict[str, Any]] = content.get("word", [])
    return rows


def build(file: Traversable, row: Mapping[str, Any], kind: type[E_]) -> E_:
    """One entry from its table, with every key checked."""
    name = row.get("id", "(no id)")
    fields = {f.name: f for f in dataclasses.fields(kind) if f.init}  # type: ignore[arg-type]
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in row.items() if key in fields}
    unknown = set(row) - set(fields) - set(_FORM_KEYS)
    if unknown:
        raise DataError(f"{file}: {name}: unknown key {sorted(unknown)[0]!r}; known keys: {', '.join(sorted(fields))}")
    if "example" not in row:
        raise DataError(f"{file}: {name}: has no example; add a short phrase that uses it")
    try:
        return kind(**values)
    except TypeError as error:
        raise DataError(f"{file}: {name}: {error}") from error


def forms_of(file: Traversable, row: Mapping[str, Any]) -> dict[str, str]:
    """The folded forms of a table and the grammatical number of each ("" where it has none)."""
    lists = [form for key in ("forms", "plural", *_NUMBERS) for form in row.get(key, ())]
    for form in [*lists, *row.get("verbs", ()), *(row[k] for k in _SINGLE if k in row)]:
        bad = _LOOK_ALIKE.search(form)
        if bad:
            raise DataError(f"{file}: {row.get('id')}: «{form}» holds U+{ord(bad[0]):04X}; write plain Arabic letters")
    forms: dict[str, str] = {}
    for form in row.get("forms", ()):
        folded = fold_form(form)
        if folded in forms:
            raise DataError(f"{file}: {row.get('id')}: the form «{form}» stands twice (after folding)")
        forms[folded] = ""
    for number in _NUMBERS:
        forms.update({fold_form(form): number for form in row.get(number, ())})
    if "noun" in row:
        for form, number in noun_forms(row["noun"], tuple(row.get("plural", ())), bool(row.get("kin"))):
            forms.setdefault(form, number)
    for past, present in _verbs(row):
        for form in verb_forms(past, present):
            forms.setdefault(form, "")
        for form in object_forms(past, present) if row.get("object") else ():
            forms.setdefault(form, "")
    if not forms:
        raise DataError(f"{file}: {row.get('id')}: has no forms; give forms, noun or verb")
    return forms


def _verbs(row: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """The (past, present) pairs of a table."""
    if "verb" in row:
        yield row["verb"], row.get("present")
    for pair in row.get("verbs", ()):
        past, _, present = pair.partition(" ")
        yield past, present or None
