"""Who did it, where and when."""

from bisect import bisect_left
from collections.abc import Sequence

from tawthiq.model import Actor, ClaimPlace, ClaimTime, Date, Place
from tawthiq.stages.statements.signs import Sign
from tawthiq.stages.statements.subjects import Subject, actor_at, passive
from tawthiq.stages.statements.units import Unit
from tawthiq.stages.statements.view import View

_UNUSABLE = frozenset({"places.dateline", "places.metonym", "places.speaker_home"})
_SUBJECT = 3  # tokens between a claim of responsibility and who claims it
_DOER = 14  # tokens between an event and its doer
_PARTIES = frozenset({"talks", "agreement", "ceasefire", "ceasefire_end", "armed_clash", "release"})
_OWN = frozenset({"denial", "responsibility_claim", "threat"})
_UNDONE = frozenset({"appeal", "warning", "statement", "prediction", "investigation", "aid"})
_HINTED = frozenset({"appeal", "warning", "statement", "prediction", "accusation", "condemnation", "denial", "threat"})
_NEXT = 2  # tokens between an actor and the verb that it is the subject of
_BACK = 8  # how much farther a mark before the event counts
_CLAUSE = 12  # tokens of a relative clause
_REPORTS = ("sign", "topic", "phase")


def actors(view: View, unit: Unit, sign: Sign, subject: Subject) -> tuple[Actor, ...]:
    """Those who are said to do, or to have done, what the sign reports; `subject` is who states it."""
    if sign.event in _UNDONE:
        return ()
    every = view.document.actors
    here = every[bisect_left(every, unit.first, key=_first) : bisect_left(every, unit.last, key=_first)]
    if sign.act and passive(view, sign):
        return tuple([a for a in here if a.first >= sign.last][:1])
    spoken = [a for a in here if subject.first <= a.first and a.last <= subject.last]
    others = [a for a in here if a not in spoken]
    if sign.event in _OWN:
        return tuple((spoken or [a for a in others if a.first < sign.first + _SUBJECT])[:1])
    if sign.event in _PARTIES:
        return _each([a for a in here if abs(a.first - sign.first) <= 2 * _DOER])
    if sign.phase == "make":
        return _each([a for a in here if sign.first <= a.first < sign.last])
    if sign.event in ("accusation", "condemnation", "sanctions"):
        return _accused(sign, others, subject)
    return _doers(view, unit, sign, others) or _each(spoken if not sign.act else [])


def _accused(sign: Sign, here: Sequence[Actor], subject: Subject) -> tuple[Actor, ...]:
    """The first actor behind the accuser, else the last behind the sign (the first can belong to the accuser's
    office), else the one before it."""
    floor = max(sign.last, subject.last, subject.reach)
    said = [a for a in here if a.first >= floor]
    behind = [a for a in here if a.first >= sign.last]
    return tuple(said[:1] or behind[-1:] or here[-1:])


def _doers(view: View, unit: Unit, sign: Sign, here: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actor right before the sign's verb, else the nearest behind that is not its target, else before it;
    with those joined to it by «و». What somebody suffers is done by an actor behind."""
    last = sign.last + _DOER
    if sign.phase == "suffer":
        behind = [a for a in here if sign.last <= a.first <= last]
        return _joined(view, behind[0], here) if behind else ()
    able = [a for a in here if view.before(a.first) != "target" and not _holds(view, unit, sign, a)]
    before = [a for a in able if sign.key - _DOER <= a.first < sign.key]
    if before and sign.key - before[-1].last <= _NEXT:
        return _joined(view, before[-1], here)
    behind = [a for a in able if sign.key <= a.first <= last]
    nearest = behind[0] if behind else before[-1] if before else None
    return _joined(view, nearest, here) if nearest is not None else ()


def _holds(view: View, unit: Unit, sign: Sign, actor: Actor) -> bool:
    """Whether the actor only holds the place that is spoken of («المدينة التي تسيطر عليها المعارضة»)."""
    words = view.words_in(max(unit.first, actor.first - _SUBJECT), actor.first)
    return any(w.entry.part == "attribute" and w.first != sign.first for w in words)


def _joined(view: View, actor: Actor, here: Sequence[Actor]) -> tuple[Actor, ...]:
    found = [actor]
    for other in here:
        if other.first == found[-1].last and view.tokens[other.first].form[0] == "و":
            found.append(other)
    return _each(found)


def _each(found: Sequence[Actor]) -> tuple[Actor, ...]:
    """Every actor once."""
    return tuple({a.id: a for a in reversed(found)}.values())[::-1]


def _first(mark: Actor | Date | Place) -> int:
    return mark.first


def place(view: View, unit: Unit, sign: Sign, first: int) -> ClaimPlace | None:
    """The nearest place of the unit from token `first` on that can be where something happened."""
    places = view.document.places
    best = min(
        (p for p in places[bisect_left(places, first, key=_first) : bisect_left(places, unit.last, key=_first)]
         if _usable(view, sign, p) and not _of_another(view, unit, sign, p)),
        key=lambda p: _distance(view, unit, sign, p), default=None,
    )  # fmt: skip
    if best is None and sign.event == "control":
        best = _held(view, unit)
    if best is None:
        return None
    return ClaimPlace(best.text, best.name, best.admin1, best.country, best.lat, best.lon, best.level, best.id)


def _held(view: View, unit: Unit) -> Place | None:
    """The place that a relative clause describes («البلدة التي تسيطر عليها القوات»)."""
    places = view.document.places
    at = bisect_left(places, unit.first, key=_first) - 1
    return places[at] if at >= 0 and unit.first - places[at].last <= 1 else None


def _usable(view: View, sign: Sign, place: Place) -> bool:
    """No dateline, no capital that speaks, no state that acts; a country only where the words say that it is there."""
    if _UNUSABLE.intersection(place.because) or actor_at(view, place.first) is not None:
        return False
    if place.level not in ("country", "region") and sign.event not in _HINTED:
        return True
    return view.before(place.first) == "where" or place.level not in ("country", "region")


def _of_another(view: View, unit: Unit, sign: Sign, mark: Place | Date) -> bool:
    """Whether a mark before the sign follows some other thing that the unit reports («فشل المحادثات في جنيف»)."""
    if mark.first >= sign.first:
        return False
    return any(w.entry.part in _REPORTS for w in view.words_in(unit.first, mark.first))


def time(view: View, unit: Unit, sign: Sign, first: int) -> ClaimTime | None:
    """The nearest day or period of the unit from token `first` on."""
    dates = view.document.dates
    here = [
        d for d in dates[bisect_left(dates, first, key=_first) : bisect_left(dates, unit.last, key=_first)]
        if d.start is not None and d.end is not None and not _of_another(view, unit, sign, d)
    ]  # fmt: skip
    best = min(here, key=lambda d: _distance(view, unit, sign, d), default=None)
    if best is None or best.start is None or best.end is None:
        return None
    return ClaimTime(best.start.isoformat(), best.end.isoformat(), best.text, best.precision)


def _distance(view: View, unit: Unit, sign: Sign, mark: Place | Date) -> int:
    """Words between; what stands before the event or in a relative clause is likelier another's."""
    away = mark.first - sign.key if mark.first >= sign.key else _BACK + sign.key - mark.last
    return away + (12 if view.described(mark.first, unit.first, _CLAUSE) else 0)
