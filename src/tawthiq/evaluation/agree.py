"""Field by field: does a claim that was read agree with one made by hand?"""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from tawthiq.distance import kilometres_between
from tawthiq.evaluation.shapes import Answer, Place, Source

_FAMILIES = {
    "air": ("airstrike", "drone_strike", "barrel_bomb"),
    "ground": ("shelling", "missile"),
    "bomb": ("suicide_bombing", "bombing", "landmine", "grenade", "explosion"),
    "fight": ("armed_clash", "ground_attack", "shooting", "sniper"),
}
_FAMILY_OF = {event: family for family, events in _FAMILIES.items() for event in events}
_FIRE = frozenset({"air", "ground", "bombardment"})

T = TypeVar("T")

# How far from each other, in kilometres, two positions of one place may be.
_REACH = {
    "site": 15, "neighbourhood": 15, "town": 20, "district": 45, "province": 120, "region": 250, "country": 1500,
}  # fmt: skip

_MARKS = re.compile("[\u064b-\u0652\u0640]")
_ONE_SPELLING = str.maketrans("\u0623\u0625\u0622\u0649\u0629", "\u0627\u0627\u0627\u064a\u0647")
_ARTICLE = re.compile("[\u0648\u0641\u0628\u0644\u0643]?\u0627\u0644")


def _modifier(gold: Answer, read: Answer) -> bool:
    return (gold.modifier, gold.vague) == (read.modifier, read.vague)


def _event_family(gold: Answer, read: Answer) -> bool:
    """The same family; shelling of no stated kind goes with fire from the air and from the ground."""
    families = {_FAMILY_OF.get(event or "", event) for event in (gold.event, read.event)}
    return len(families) == 1 or ("bombardment" in (gold.event, read.event) and families <= _FIRE)


def _actors(gold: Answer, read: Answer) -> bool:
    """The same set; actors outside the list count as one."""
    return {actor.split(":")[0] for actor in gold.actors} == {actor.split(":")[0] for actor in read.actors}


def _place(gold: Answer, read: Answer) -> bool:
    return _same(gold.place, read.place, same_place)


def _source(gold: Answer, read: Answer) -> bool:
    return _same(gold.source, read.source, same_source)


def _time(gold: Answer, read: Answer) -> bool | None:
    return same_time(gold.time, read.time or (None, None)) if gold.time else None


def _source_kind(gold: Answer, read: Answer) -> bool | None:
    if gold.source is None:
        return None
    return read.source is not None and read.source.kind == gold.source.kind


# A field's test gives None where the gold claim leaves nothing to judge.
FIELDS: dict[str, Callable[[Answer, Answer], bool | None]] = {
    "modifier": _modifier,
    "group": lambda gold, read: gold.group == read.group,
    "event": lambda gold, read: gold.event == read.event,
    "event_family": _event_family,
    "actors": _actors,
    "place": _place,
    "time": _time,
    "source": _source,
    "source_kind": _source_kind,
    "status": lambda gold, read: gold.status == read.status,
    "cumulative": lambda gold, read: gold.cumulative == read.cumulative,
    "part_of": lambda gold, read: gold.part_of == read.part_of,
}

# The fields that a claim must have right to be right as a whole.
WHOLE = ("modifier", "group", "event", "actors", "place", "time", "source", "status")


def fields(gold: Answer, read: Answer) -> dict[str, bool | None]:
    """The judgement of every field."""
    return {name: test(gold, read) for name, test in FIELDS.items()}


def same_place(gold: Place, read: Place) -> bool:
    """Near enough for the place's level, or a shared word where a position is unknown."""
    if gold.country and read.country and gold.country != read.country:
        return False
    shared = bool(words(gold.text) & words(read.text))
    if gold.level == "country":
        return read.level == "country" or shared
    apart = kilometres_between(gold, read)
    if apart is None:
        return shared
    return apart <= _REACH[gold.level or "site"] and read.level != "country"


def same_time(gold: tuple[date | None, date | None], read: tuple[date | None, date | None]) -> bool:
    """A day must be that day; the ends of a period may be off by a fifth of its length, at least by a day."""
    start, end = gold
    if start is None or end is None or read[0] is None or read[1] is None:
        return False
    slack = max(1, round(0.2 * (end - start).days)) if start != end else 0
    return abs((read[0] - start).days) <= slack and abs((read[1] - end).days) <= slack


def same_source(gold: Source, read: Source) -> bool:
    """Half of the words of the shorter name stand in the other."""
    a, b = words(gold.text), words(read.text)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5


def words(text: str) -> set[str]:
    """The words of a name in one spelling and without the article."""
    plain = _MARKS.sub("", text).translate(_ONE_SPELLING)
    found = set()
    for word in re.findall(r"\w+", plain):
        article = _ARTICLE.match(word)
        found.add(word[article.end() :] if article else word)
    return found


def _same(gold: T | None, read: T | None, test: Callable[[T, T], bool]) -> bool:
    if gold is None or read is None:
        return gold is read
    return test(gold, read)
