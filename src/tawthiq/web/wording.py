"""The words of the interface in one language: its own sentences, and names for the codes of the contract."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from markupsafe import Markup

from tawthiq.exporters.countries import country
from tawthiq.exporters.report.arabic import doer
from tawthiq.language.eventtypes import event_types
from tawthiq.language.registry import read_actors
from tawthiq.model import Count

_OTHER = "other:"
# What a reason says by a code: how many, and how sure it is.
_CODED = ("vague", "status")
_BETWEEN = re.compile("[,،]")


class Figures(Protocol):
    """How numbers are shown."""

    def number(self, value: int | None) -> str:
        """A number."""

    def count(self, count: Count | None) -> Markup:
        """A claim's count."""

    def day(self, start: str | None, end: str | None = None) -> Markup:
        """A day or a period."""


class Wording:
    """`text` gives a sentence, `name` what a code is called."""

    def __init__(self, language: str) -> None:
        file = files("tawthiq.web") / "words" / f"{language}.toml"
        self.language = language
        self.sections: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        self._events = {id: kind.ar if language == "ar" else kind.en for id, kind in event_types().items()}
        known = read_actors(files("tawthiq") / "data" / "actors.toml")
        self._actors = {id: info.name for id, info in known.items()} | dict(self.sections.get("actor", {}))
        self._ids = {self.name("actor", id).casefold(): id for id in known}
        self._forms = {section: _forms(self.sections.get(section, ())) for section in ("reason", "error")}

    def text(self, key: str, **values: object) -> str:
        """A sentence of the interface. Raises KeyError for one that there is not."""
        found: str = self.sections["ui"][key]
        return found.format(**values) if values else found

    def name(self, section: str, code: str | None) -> str:
        """What a code is called; a code without a name is shown as it is."""
        if not code:
            return self.text("none")
        if section == "event":
            return self._events.get(code, code.replace("_", " "))
        if section == "actor":
            arabic = doer(code) if self.language == "ar" else None
            return self._actors.get(code) or arabic or code.removeprefix(_OTHER).replace("_", " ")
        names: Mapping[str, str] = self.sections.get(section, {})
        if section == "country" and code not in names:
            return country(code).name_ar if self.language == "ar" else country(code).name
        return names.get(code, code.replace("_", " "))

    @property
    def doers(self) -> tuple[str, ...]:
        """The names of the doers that a claim may have."""
        return tuple(self.name("actor", id) for id in self._ids.values())

    def doer_ids(self, text: str, known: Iterable[str] = ()) -> str:
        """Doers that are written by their names, by their ids; `known` are others that may be named."""
        ids = self._ids | {self.name("actor", id).casefold(): id for id in known}
        names = [name.strip() for name in _BETWEEN.split(text) if name.strip()]
        return ", ".join(ids.get(name.casefold(), name) for name in names)

    def codes(self, section: str, current: str = "") -> list[str]:
        """The codes that have a name, with the one that is there."""
        return list(dict.fromkeys([*self.sections[section], *([current] if current else [])]))

    def counted(self, what: str, number: int, figures: Figures) -> str:
        """So many of something, in the form that the language has for the number."""
        forms: Mapping[str, str] = self.sections["counts"][what]
        return forms.get(_form(number, self.language), forms["other"]).format(n=figures.number(number))

    def value(self, field: str, value: Any, figures: Figures) -> str:
        """A corrected field's new value for people."""
        if field == "count" and isinstance(value, Mapping):
            count = Count(value["low"], value["high"], value["modifier"], value.get("vague"))
            return figures.count(count) or self.text("none")
        if field == "time" and isinstance(value, Mapping):
            return figures.day(value["start"], value["end"])
        if isinstance(value, Mapping):
            first, other = ("text", "name") if self.language == "ar" else ("name", "text")
            return str(value.get(first) or value.get(other) or self.text("none"))
        if isinstance(value, bool):
            return self.text("yes" if value else "no")
        codes = value if isinstance(value, list) else [value]
        section = "actor" if field == "actors" else field
        return self.text("comma").join(self.name(section, code) for code in codes) or self.text("none")

    def reason(self, text: str) -> str:
        """A reason that the engine gives, in this language where its form is known, with the names of its codes."""
        for form, translated in self._forms["reason"]:
            if found := form.fullmatch(text):
                listed = found.re.groupindex.get("list")
                parts = [
                    self.text("comma").join(part.split(", ")) if at == listed else self.reason(part)
                    for at, part in enumerate(found.groups(), 1)
                ]
                return translated.format(*parts)
        codes = text.split(", ")
        if all(code in self._actors or code.startswith(_OTHER) for code in codes):
            return self.text("comma").join(self.name("actor", code) for code in codes)
        return next((self.name(section, text) for section in _CODED if text in self.sections[section]), text)

    def error(self, text: str) -> str:
        """What an operation says went wrong, as it is said on a page where its form is known."""
        for form, translated in self._forms["error"]:
            if found := form.fullmatch(text):
                return translated.format(*found.groups())
        return text


def _form(number: int, language: str) -> str:
    """The plural form of a number: zero, one, two, few or other."""
    if number in (0, 1):
        return ("zero", "one")[number]
    if language != "ar":
        return "other"
    if number == 2:
        return "two"
    return "few" if 3 <= number % 100 <= 10 else "other"


@cache
def wording(language: str) -> Wording:
    """The words of a language."""
    return Wording(language)


def _forms(rows: Iterable[Mapping[str, str]]) -> list[tuple[re.Pattern[str], str]]:
    """What is said for which text; «{}» in a form stands for any words, «{,}» for a list."""
    found = []
    for row in rows:
        form = re.escape(row["en"]).replace(r"\{,\}", "(?P<list>.*)").replace(r"\{\}", "(.*)")
        found.append((re.compile(form, re.DOTALL), row["to"]))
    return found
