"""What a person asks the list for, as the address says it: the whole question stands in the address."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from tawthiq.ledger.wanted import Box, Wanted

FACETS = ("grade", "event", "country", "actor", "checked")
# How the list may be ordered, the first unless something else is asked for; and what the ledger calls that.
ORDERS = {"newest": "-date", "oldest": "date", "killed": "-killed", "reported": "-reported"}
_FIRST = "newest"
MOST = 50
# With any digits.
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Query:
    """`words` of reports, a `place`, days, the least number of people killed, chosen values of each facet, a `box` of
    the map (west, south, east, north in degrees), the order and the page (from 1). `seen_by`, which no address
    has, are accounts that must be let in to all of it; `unread` what stood for a day and is none, `uncounted` what
    stood for the number killed and is none."""

    words: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    killed: int | None = None
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    box: Box | None = None
    order: str = _FIRST
    page: int = 1
    seen_by: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    uncounted: str = ""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What it asks for as an address or a form has it, without the page."""
        pairs = [("q", self.words), ("place", self.place), ("since", self.since), ("until", self.until)]
        pairs += [("killed", str(self.killed))] if self.killed is not None else []
        pairs += [(facet, value) for facet in FACETS for value in self.chosen.get(facet, ())]
        pairs += [("box", self.box_text)]
        pairs += [("order", self.order)] if self.order != _FIRST else []
        return [(key, value) for key, value in pairs if value]

    @property
    def address(self) -> str:
        """The query as an address has it, without the page."""
        return urlencode(self.pairs)

    @property
    def wanted(self) -> Wanted:
        """What the ledger is asked for."""
        chosen = self.chosen.get
        return Wanted(
            place=self.place or None, since=self.since or None, until=self.until or None, killed=self.killed,
            words=self.words or None, order=ORDERS[self.order], grade=chosen("grade"), event=chosen("event"),
            country=chosen("country"), actor=chosen("actor"), checked=chosen("checked"), box=self.box,
            seen_by=self.seen_by,
        )  # fmt: skip

    @property
    def narrowed(self) -> bool:
        """Whether it asks for less than everything."""
        return bool(
            self.words or self.place or self.since or self.until or self.killed or self.box or any(self.chosen.values())
        )

    @property
    def box_text(self) -> str:
        """The box as the address has it."""
        return ",".join(f"{degrees:g}" for degrees in self.box) if self.box else ""

    @property
    def without_box(self) -> "Query":
        """The same of the whole map."""
        return replace(self, box=None)

    @property
    def without_days(self) -> "Query":
        """The same of all days."""
        return replace(self, since="", until="")


def parse(pairs: Iterable[tuple[str, str]]) -> Query:
    """The query of an address; what cannot be meant is left out."""
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value.strip())
    return Query(
        words=_last(values, "q")[:500], place=_last(values, "place")[:200],
        since=_day(_last(values, "since")), until=_day(_last(values, "until"), last=True),
        unread=tuple(text for text in (_last(values, "since"), _last(values, "until")) if text and not _day(text)),
        killed=number(_last(values, "killed")),
        uncounted="" if number(_last(values, "killed")) is not None else _last(values, "killed"),
        chosen={facet: _chosen(values.get(facet, ())) for facet in FACETS},
        box=box_of(_last(values, "box")),
        order=_last(values, "order") if _last(values, "order") in ORDERS else _FIRST,
        page=max(1, number(_last(values, "page")) or 1),
    )  # fmt: skip


def box_of(text: str) -> Box | None:
    """West, south, east and north, with commas between them; None for anything else."""
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        return None
    sound = -180 <= west < east <= 180 and -90 <= south < north <= 90
    return (west, south, east, north) if sound else None


def _last(values: Mapping[str, Sequence[str]], key: str) -> str:
    return values[key][-1] if values.get(key) else ""


def _chosen(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _day(text: str, *, last: bool = False) -> str:
    """A day; of a month or a year its first or its last one. "" for anything else."""
    found = _DAY.fullmatch(text)
    if found is None:
        return ""
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError:
        return ""


def number(text: str) -> int | None:
    """A number that is written with digits; None for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else None
