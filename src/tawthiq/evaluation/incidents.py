"""How well are claims brought together, and are the ranges of the killed those that people made?

grouping   B-cubed over the claims that people gave an incident: of the claims that share an incident with a claim, how
           many should (precision); of those that should, how many do (recall). A claim left out stands alone.
killed     the Airwars range of the incident that holds most of an incident's claims: equal to the one made by hand, or
           overlapping it; both without any number are equal."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tawthiq.errors import UnreadableInput, reason

Range = tuple[int | None, int | None]


class Hand(NamedTuple):
    """An incident made by hand: the reports that tell of it and the range of the killed."""

    id: str
    documents: tuple[str, ...]
    killed: Range


class Ranges(NamedTuple):
    """How many incidents were judged, and how many ranges are equal and overlap."""

    incidents: int
    equal: int
    overlapping: int


class WrongRange(NamedTuple):
    """A range that is not the one made by hand."""

    incident: str
    reports: int
    hand: Range
    found: Range


@dataclass(frozen=True, slots=True)
class IncidentScores:
    """The figures of bringing claims together. `several`: incidents with two or more reports."""

    claims: int
    precision: float
    recall: float
    several: Ranges
    all: Ranges
    wrong: tuple[WrongRange, ...]
    mixed: tuple[tuple[str, ...], ...]
    split: tuple[str, ...]

    def figures(self) -> dict[str, float]:
        """Every figure between 0 and 1 by its name."""
        both = self.precision + self.recall
        return {
            "grouping_precision": self.precision, "grouping_recall": self.recall,
            "grouping": 2 * self.precision * self.recall / both if both else 0.0,
            "killed_equal": _share(self.several.equal, self.several.incidents),
            "killed_overlapping": _share(self.several.overlapping, self.several.incidents),
            "killed_equal_all": _share(self.all.equal, self.all.incidents),
            "killed_overlapping_all": _share(self.all.overlapping, self.all.incidents),
        }  # fmt: skip


def load_incidents(path: Path) -> tuple[Hand, ...]:
    """The incidents of a file. Raises InputError."""
    rows = _rows(path)
    try:
        return tuple(
            Hand(row["id"], tuple(row["documents"]), (row["killed"]["low"], row["killed"]["high"])) for row in rows
        )
    except (KeyError, TypeError) as error:
        raise UnreadableInput(f"{path}: an incident lacks {error}; see docs/incidents.md") from error


def load_rows(path: Path) -> list[dict[str, Any]]:
    """The documents of a gold file as they stand, with the incident of each claim. Raises InputError."""
    rows = _rows(path)
    if not all(isinstance(row, dict) and "id" in row and isinstance(row.get("claims"), list) for row in rows):
        raise UnreadableInput(f"{path}: is no list of documents with id and claims")
    return rows


def score_incidents(
    hands: Sequence[Hand], wanted: Mapping[str, str], found: Mapping[str, str], killed: Mapping[str, Range]
) -> IncidentScores:
    """Score incidents: `wanted` and `found` give each claim's incident by hand and as brought together; `killed` the
    range of each incident found."""
    homes = {claim: found.get(claim, f"alone:{claim}") for claim in wanted}
    precision, recall = bcubed(wanted, homes)
    ranges = [_range(hand, wanted, found, killed) for hand in hands]
    by_found: dict[str, Counter[str]] = {}
    for claim, incident in wanted.items():
        by_found.setdefault(homes[claim], Counter())[incident] += 1
    parts = Counter(incident for mixed in by_found.values() for incident in mixed)
    return IncidentScores(
        claims=len(wanted), precision=precision, recall=recall,
        several=_tally([r for r in ranges if r.reports > 1]), all=_tally(ranges),
        wrong=tuple(r for r in ranges if r.hand != r.found),
        mixed=tuple(tuple(sorted(mixed)) for mixed in by_found.values() if len(mixed) > 1),
        split=tuple(sorted(incident for incident, n in parts.items() if n > 1)),
    )  # fmt: skip


def bcubed(wanted: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """B-cubed precision and recall of a grouping of the same claims."""
    if not wanted:
        return 0.0, 0.0
    both = Counter((wanted[claim], found[claim]) for claim in wanted)
    by_hand, by_link = Counter(wanted.values()), Counter(found[claim] for claim in wanted)
    precision = sum(n * n / by_link[link] for (_, link), n in both.items()) / len(wanted)
    recall = sum(n * n / by_hand[hand] for (hand, _), n in both.items()) / len(wanted)
    return precision, recall


def overlap(a: Range, b: Range) -> bool:
    """Whether two ranges share a number, or both have none."""
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return a == b
    return a[0] <= b[1] and b[0] <= a[1]


def _range(hand: Hand, wanted: Mapping[str, str], found: Mapping[str, str], killed: Mapping[str, Range]) -> WrongRange:
    homes = Counter(found[claim] for claim, incident in wanted.items() if incident == hand.id and claim in found)
    home = min(homes, key=lambda id: (-homes[id], id)) if homes else None
    return WrongRange(hand.id, len(hand.documents), hand.killed, killed.get(home or "", (None, None)))


def _tally(ranges: Sequence[WrongRange]) -> Ranges:
    equal = sum(r.hand == r.found for r in ranges)
    return Ranges(len(ranges), equal, sum(overlap(r.hand, r.found) for r in ranges))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _rows(path: Path) -> list[Any]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path}: cannot be read ({reason(error)}); check the name") from error
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{path}: is not valid JSON at line {error.lineno}: {error.msg}; correct it") from error
    if not isinstance(rows, list):
        raise UnreadableInput(f"{path}: is no list")
    return rows
