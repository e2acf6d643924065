"""Who states it, who did it, where and when."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language.entries import ActorWord, SourceWord
from tawthiq.model import Actor, ClaimPlace, ClaimSource, ClaimTime, Date, Place, Speaker
from tawthiq.stages.statements.signs import Sign
from tawthiq.stages.statements.units import Unit
from tawthiq.stages.statements.view import View

_UNUSABLE = frozenset({"places.dateline", "places.metonym", "places.speaker_home"})
_SUBJECT = 3  # tokens between an act and who does it
_NAME = 9  # tokens of a speaker's role and name
_DOER = 14  # tokens between an event and its doer
_PARTIES = frozenset({"talks", "agreement", "ceasefire", "ceasefire_end", "armed_clash", "release"})
_OWN = frozenset({"denial", "responsibility_claim", "threat"})
_UNDONE = frozenset({"appeal", "warning", "statement", "prediction", "investigation", "aid"})
_HINTED = frozenset({"appeal", "warning", "statement", "prediction", "accusation", "condemnation", "denial", "threat"})
_ACCORDING = ("speaker.say.according", "speaker.say.quoting")
_NEXT = 2  # tokens between an actor and the verb that it is the subject of
_PASSIVE = "\u064f"  # the vowel sign that news writes to mark a passive verb
_REPORTS = ("sign", "topic", "phase")
_MARKS = ("،", ",", "(", ")", ":", "\n", ".", "-", "–")


def source(view: View, unit: Unit, sign: Sign) -> ClaimSource | None:
    """The speaker at the sign, else of the unit; for an act, else its subject."""
    speaker = view.owners.get(sign.first)
    if sign.act and speaker is None and _passive(view, sign):
        return None
    if sign.act and speaker is not None and speaker.because[-1:] and speaker.because[-1] in _ACCORDING:
        subject = _named(view, sign.last, unit.last)
        if subject is not None:
            return replace(subject, via=(speaker.text,))
    own = unit.speaker
    if speaker is None and own is not None and unit.first <= own.reach[0] < unit.last:
        speaker = own
    if speaker is not None:
        return ClaimSource(speaker.text, speaker.role, speaker.kind, speaker.id, speaker.via, speaker.quoted)
    return _subject(view, unit, sign) if sign.act else None


def _passive(view: View, sign: Sign) -> bool:
    token = view.tokens[sign.first]
    return _PASSIVE in view.document.text[token.start : token.end]


def _subject(view: View, unit: Unit, sign: Sign) -> ClaimSource | None:
    """Who does an act that no verb of saying names: behind the verb, right before it, or the last actor before it."""
    actors = view.document.actors
    for at in range(sign.last, sign.last if sign.refers else min(unit.last, sign.last + _SUBJECT)):
        found = _named(view, at, unit.last)
        if found is not None:
            return found
        if at in view.stops or view.tokens[at].form in _MARKS:
            break
    at = bisect_left(actors, sign.first, key=lambda a: a.first) - 1
    floor = view.document.sentences[unit.sentence].first
    if at >= 0 and actors[at].first >= floor and sign.first - actors[at].last <= _DOER:
        return _of_actor(view, actors[at])
    return None


def _named(view: View, at: int, limit: int) -> ClaimSource | None:
    """The speaker whose name begins at a token: an actor, a body, or an office with its holder."""
    actor = _actor_at(view, at)
    if actor is not None:
        return _of_actor(view, actor)
    hit = view.sources.get(at)
    entry = hit.entry if hit is not None else None
    if hit is None or not isinstance(entry, SourceWord) or entry.part in ("field", "carrier", "title"):
        return None
    last = hit.last
    while last < min(limit, at + _NAME) and entry.part != "body" and _goes_on(view, last):
        last += 1
    span = (hit.start, view.tokens[last - 1].end)
    if hit.definite:
        span = (view.tokens[at].start, span[1])
    return ClaimSource(view.document.text[span[0] : span[1]], None, entry.kind or "other", entry.source, (), False)


def _goes_on(view: View, at: int) -> bool:
    """Whether the token still belongs to an office and its holder."""
    token = view.tokens[at]
    if not token.is_word or at in view.stops or _begins(view, at) or token.form[0] == "ب" and len(token.form) > 5:
        return False
    return _actor_at(view, at) is None and not view.words_in(at, at + 1)


def _begins(view: View, at: int) -> bool:
    """Whether another speaker's name begins at a token."""
    entry = view.sources[at].entry if at in view.sources else None
    return isinstance(entry, SourceWord) and entry.part in ("body", "generic", "role", "head")


def _actor_at(view: View, at: int) -> Actor | None:
    actors = view.document.actors
    index = bisect_left(actors, at, key=lambda a: a.first)
    return actors[index] if index < len(actors) and actors[index].first == at else None


def _of_actor(view: View, actor: Actor) -> ClaimSource:
    hit = view.nations.get(actor.first)
    kind = hit.entry.kind if hit is not None and isinstance(hit.entry, ActorWord) and hit.entry.kind else "military"
    return ClaimSource(actor.text, None, kind, None, (), False)


def actors(view: View, unit: Unit, sign: Sign, speaker: Speaker | None) -> tuple[Actor, ...]:
    """Those who are said to do, or to have done, what the sign reports."""
    if sign.event in _UNDONE:
        return ()
    every = view.document.actors
    here = every[bisect_left(every, unit.first, key=_first) : bisect_left(every, unit.last, key=_first)]
    if sign.act and _passive(view, sign):
        return tuple([a for a in here if a.first >= sign.last][:1])
    spoken = [a for a in here if speaker is not None and speaker.first <= a.first < speaker.last]
    others = [a for a in here if a not in spoken]
    if sign.event in _OWN:
        return tuple((spoken or [a for a in others if a.first < sign.first + _SUBJECT])[:1])
    if sign.event in _PARTIES:
        return _each([a for a in here if abs(a.first - sign.first) <= 2 * _DOER])
    if sign.event in ("accusation", "condemnation", "sanctions"):
        return _accused(sign, others, speaker)
    return _doers(view, sign, others) or _each(spoken if not sign.act else [])


def _accused(sign: Sign, here: Sequence[Actor], speaker: Speaker | None) -> tuple[Actor, ...]:
    """The first actor of what is said, else the last behind the sign (the first can belong to the accuser's office), else before it."""
    said = [a for a in here if a.first >= sign.last and (speaker is None or a.first >= speaker.reach[0])]
    behind = [a for a in here if a.first >= sign.last]
    return tuple(said[:1] or behind[-1:] or here[-1:])


def _doers(view: View, sign: Sign, here: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actor right before the sign's verb, else the nearest behind that is not its target, else before it;
    with those joined to it by «و». What somebody suffers is done by an actor behind."""
    last = sign.last + _DOER
    if sign.phase == "suffer":
        behind = [a for a in here if sign.last <= a.first <= last]
        return _joined(view, behind[0], here) if behind else ()
    able = [a for a in here if view.before(a.first) != "target"]
    before = [a for a in able if sign.key - _DOER <= a.first < sign.key]
    if before and sign.key - before[-1].last <= _NEXT:
        return _joined(view, before[-1], here)
    behind = [a for a in able if sign.key <= a.first <= last]
    nearest = behind[0] if behind else before[-1] if before else None
    return _joined(view, nearest, here) if nearest is not None else ()


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
    if best is None:
        return None
    return ClaimPlace(best.text, best.name, best.admin1, best.country, best.lat, best.lon, best.level, best.id)


def _usable(view: View, sign: Sign, place: Place) -> bool:
    """No dateline, no capital that speaks, no state that acts; a country only where the words say that it is there."""
    if _UNUSABLE.intersection(place.because) or _actor_at(view, place.first) is not None:
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
    away = mark.first - sign.key if mark.first >= sign.key else 4 + sign.key - mark.last
    return away + (12 if view.described(mark.first, unit.first) else 0)
