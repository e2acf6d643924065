"""The words of the brief in its language, and names of places, causes and actors in it."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from tawthiq.contract.doers import called
from tawthiq.exporters.countries import country
from tawthiq.exporters.report import arabic
from tawthiq.exporters.shapes import Record
from tawthiq.exporters.sides import name
from tawthiq.incidents import Told
from tawthiq.language.eventtypes import event_types

# «medical source 3»
_INSTEAD = re.compile(r"([a-z ]+) source ?(\d*)")


class Words:
    """The words of one language, each escaped for HTML."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: dict[str, Any] = _all()[language]

    def __call__(self, key: str, value: object = "") -> str:
        """A word, with a value filled in."""
        return escape(str(self._words[key]).replace("{}", str(value)))

    def of(self, table: str, key: str) -> str:
        """A word of a table; what it lacks stands as it is."""
        return escape(self._words[table].get(key, key.replace("_", " ")))

    def outcome(self, outcome: str) -> str:
        """What was done to people or things."""
        return self(outcome) if outcome in self._words else escape(outcome.replace("_", " "))

    def event(self, event: str) -> str:
        """What happened."""
        kind = event_types().get(event)
        if kind is None:
            return escape(event)
        return escape(kind.ar if self.language == "ar" else kind.en)

    def town(self, record: Record) -> str:
        """The place's name, in Arabic as a report of it says. Not escaped."""
        place = record.incident["place"]
        own = str(place["name"]) if place else "?"
        if self.language != "ar":
            return own
        said = next(filter(None, (_said(told, own) for told in record.claims)), None)
        return said or arabic.place(place["country"] if place else None, own) or own

    def place(self, record: Record) -> str:
        """The place's name with its country, and in English its province."""
        place = record.incident["place"] or {"name": None, "admin1": None, "country": None}
        here, own = country(place["country"]), self.town(record)
        province = place["admin1"] if self.language == "en" and place["admin1"] != place["name"] else None
        parts = dict.fromkeys(filter(None, (own, province, here.name_ar if self.language == "ar" else here.name)))
        return self.listed(f"<bdi>{escape(part)}</bdi>" for part in parts)

    def doers(self, record: Record) -> str:
        """The names of the alleged doers; in Arabic, where there is none, what the reports call it."""
        said = called(record.claims) if self.language == "ar" else {}
        return self.listed(f"<bdi>{escape(self._doer(id, said))}</bdi>" for id in record.incident["actors"])

    def speaker(self, label: str) -> str:
        """Who gives an account; what a public brief calls one instead of by name, in its language."""
        instead = _INSTEAD.fullmatch(label)
        what, number = instead.groups() if instead else (label, "")
        known = self._words.get("speakers", {}).get(what)
        return escape(f"{known} {number}".strip() if known else label)

    def chosen(self, filters: str) -> str:
        """What was asked for («place إدلب, grade fair»)."""
        parts = (part.partition(" ") for part in filters.split(", ") if part)
        return self("and").join(f"{self.of('filters', name)} {self._value(name, value)}" for name, _, value in parts)

    def _value(self, name: str, value: str) -> str:
        if name == "grade":
            return self.of("grades", value)
        if name == "event":
            return self.event(value)
        return escape(self._doer(value, {}) if name == "actor" else value)

    def _doer(self, id: str, said: Mapping[str, str]) -> str:
        if self.language != "ar":
            return name(id)
        return arabic.doer(id) or said.get(id) or name(id)

    def listed(self, parts: Iterable[str]) -> str:
        """Parts that are HTML, with the language's comma between them."""
        return self("and").join(parts)


def _said(told: Told, name: str) -> str | None:
    """The words that a claim has for the place with this name, where they are not in Latin letters."""
    place = told.claim.place
    return place.text if place and place.name == name and not place.text.isascii() else None


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads((files("tawthiq") / "data" / "brief.toml").read_text(encoding="utf-8"))
