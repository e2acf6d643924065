"""Numbers, ranges and days as they are shown: isolated, so that text around them never turns them.

A range is painted low to high in both directions of writing: «30–35» is never shown as 35–30.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from tawthiq.model import Count
from tawthiq.web.preferences import Preferences
from tawthiq.web.wording import Wording

_TIME = Markup('<time dir="auto">{}</time>')
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# A day and a number in a sentence of the engine, not in an id or a name.
_WRITTEN_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
_WRITTEN_NUMBER = re.compile(r"(?<![\w-])\d+(?![\w-])")
_PERCENT = {"latin": "%", "arabic": "٪"}
# A text of its own that runs from left to right whatever its signs are, and its end.
_RUN, _END = "\u2066\u202d", "\u202c\u2069"
_SEPARATOR = {"latin": ",", "arabic": "٬"}


class Figures:
    """Shows numbers and days to one person."""

    def __init__(self, preferences: Preferences, words: Wording) -> None:
        self._preferences = preferences
        self._words = words

    def digits(self, text: object) -> str:
        """A text with the digits that are wanted."""
        plain = str(text)
        return plain.translate(_ARABIC) if self._preferences.digits == "arabic" else plain

    def number(self, value: int | None) -> str:
        """A number with its thousands apart; «?» where there is none."""
        if value is None:
            return "?"
        return self.digits(f"{value:,}".replace(",", _SEPARATOR[self._preferences.digits]))

    def said(self, text: str) -> str:
        """A sentence with its numbers and days as they are wanted; digits that are part of a name stay."""
        dated = _WRITTEN_DAY.sub(lambda found: self.day(found[0]).striptags(), text)
        return _WRITTEN_NUMBER.sub(lambda found: self.digits(found[0]), dated)

    def percent(self, share: float) -> str:
        """A share of 1 in whole percent."""
        return f"{self.digits(round(share * 100))}{_PERCENT[self._preferences.digits]}"

    def range(self, low: int | None, high: int | None, *, more: bool = False) -> Markup:
        """91–120, 12, ≥40, ≤12, 40–60+ (it may be more); empty where there is no number."""
        if low is None and high is None:
            return Markup()
        if high is None or (more and low == high):
            text = f"≥{self.number(high if low is None else low)}"
        elif low is None:
            text = f"≤{self.number(high)}"
        else:
            text = self.number(low) if low == high else f"{self.number(low)}–{self.number(high)}"
            text += "+" if more else ""
        return isolated(text)

    def toll(self, toll: Mapping[str, Any] | None) -> Markup:
        """A toll of the contract; «some» where people are told of without a number."""
        if not toll:
            return Markup()
        if toll["min"] is None and toll["max"] is None:
            return escape(self._words.name("vague", "some")) if toll.get("claims") else Markup()
        return self.range(toll["min"], toll["max"], more=bool(toll.get("open")))

    def count(self, count: Count | None) -> Markup:
        """A claim's count: 91, ≥91, ~91, 30–35, dozens, 3 of 4."""
        if count is None:
            return Markup()
        if count.vague:
            return escape(self._words.name("vague", count.vague))
        shown = self.range(count.low, count.high)
        if count.modifier == "about" and count.low is not None:
            shown = isolated(f"~{self.number(count.low)}")
        if not shown:
            return escape(self._words.name("vague", "some"))
        if count.of is not None:
            return Markup(self._words.text("of_whole")).format(part=shown, whole=isolated(self.number(count.of)))
        return shown

    def day(self, start: str | None, end: str | None = None) -> Markup:
        """A day, or a period, with the month's name."""
        if not start:
            return Markup()
        if not end or end == start:
            return _TIME.format(self._day(start))
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        if (first.year, first.month) == (last.year, last.month):
            days = isolated(f"{self.digits(first.day)}–{self.digits(last.day)}")
            return _TIME.format(Markup("{} {}").format(days, self._month(last)))
        began = self._day(start) if first.year != last.year else f"{self.digits(first.day)} {self._name(first)}"
        return _TIME.format(self._words.text("period", start=began, end=self._day(end)))

    def moment(self, when: str) -> Markup:
        """A day and the time of day (UTC)."""
        day, _, time = when.partition("T")
        return Markup("{} {}").format(self.day(day), isolated(f"{self.digits(time[:5])} UTC"))

    def _day(self, text: str) -> str:
        day = date.fromisoformat(text)
        return f"{self.digits(day.day)} {self._month(day)}"

    def _month(self, day: date) -> str:
        return f"{self._name(day)} {self.digits(day.year)}"

    def _name(self, day: date) -> str:
        names = self._words.sections["months"]
        chosen = names[self._preferences.months if self._preferences.months in names else "both"]
        return str(chosen[day.month - 1])


def plain(shown: Markup) -> str:
    """What is shown, where no tags can stand, as in the title of a page: figures run the same way."""
    text = shown.striptags()
    return text if any(sign.isalpha() for sign in text) else f"{_RUN}{text}{_END}"


def isolated(text: str) -> Markup:
    """A text that runs from its first sign to its last whatever stands around it."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)
