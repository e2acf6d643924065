"""Who states it?"""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import NamedTuple

from tawthiq.language.entries import ActorWord, SourceWord
from tawthiq.model import Actor, ClaimSource, Speaker
from tawthiq.stages.statements.signs import Sign
from tawthiq.stages.statements.units import Unit
from tawthiq.stages.statements.view import View

_BEHIND = 3  # tokens between an act and who does it
_NEXT = 1  # tokens between who does it and an act behind
_NAME = 9  # tokens of a speaker's role and name
_BEFORE = 14  # tokens between who does it and an act that refers back
_ACCORDING = ("speaker.say.according", "speaker.say.quoting")
_PASSIVE = "\u064f"  # the vowel sign that news writes to mark a passive verb
_OBJECT = "ين"  # a plural that is no subject
_PREPOSED = ("ب", "ل", "ك")
_MARKS = ("،", ",", "(", ")", ":", "\n", ".", "-", "–")
_NAMES = ("body", "generic", "role", "head")


class Subject(NamedTuple):
    """A source and the tokens first ≤ t < last that name it; `reach` is where its speech begins. All 0 for none."""

    source: ClaimSource | None
    first: int = 0
    last: int = 0
    reach: int = 0


_FORCES = "military"
NOBODY = Subject(None)


def subject(view: View, unit: Unit, sign: Sign) -> Subject:
    """The speaker at the sign, else of the unit; for an act, else the one who does it."""
    speaker, own = view.owners.get(sign.first), unit.speaker
    if sign.act and speaker is None and passive(view, sign):
        return NOBODY
    if (
        speaker is None
        and own is not None
        and unit.first <= own.reach[0] < unit.last
        and not _aimed_at(view, sign, own)
    ):
        return _spoken(own)
    if not sign.act:
        return _spoken(speaker) if speaker is not None else NOBODY
    if speaker is not None and not _told_by_another(view, unit, sign, speaker):
        return _spoken(speaker)
    found = _behind(view, unit, sign)
    if found.source is not None and speaker is not None and speaker.because[-1:] == (_ACCORDING[0],):
        return found._replace(source=replace(found.source, via=(speaker.text,)))
    if found.source is not None:
        return found
    return _spoken(speaker) if speaker is not None else _before(view, unit, sign)


def _aimed_at(view: View, sign: Sign, own: Speaker) -> bool:
    """«توعد الحوثيين قائلا»: whom the act is aimed at looks like who speaks."""
    actor = actor_at(view, own.first)
    return sign.act and actor is not None and actor.first == sign.last and _is_object(view, actor)


def _told_by_another(view: View, unit: Unit, sign: Sign, speaker: Speaker) -> bool:
    """Whether the act is somebody else's than the speaker's whose words reach it: «بحسب», or a new clause behind."""
    if speaker.because[-1:] and speaker.because[-1] in _ACCORDING:
        return True
    return speaker.reach[0] < unit.first and sign.first - unit.first <= 2 and view.before(sign.first) == "joint"


def passive(view: View, sign: Sign) -> bool:
    """Whether the text marks the verb as passive."""
    token = view.tokens[sign.first]
    return _PASSIVE in view.document.text[token.start : token.end]


def _spoken(speaker: Speaker) -> Subject:
    source = ClaimSource(speaker.text, speaker.role, speaker.kind, speaker.id, speaker.via, speaker.quoted)
    return Subject(source, speaker.first, speaker.last, speaker.reach[0])


def _behind(view: View, unit: Unit, sign: Sign) -> Subject:
    """Who stands right before the act («واشنطن تدين»), else behind it («دعت واشنطن»)."""
    at = _actor_before(view, sign.first)
    if at is not None and at.last >= sign.first - _NEXT and at.first >= unit.first and not sign.refers:
        return _of_actor(view, at)
    for token in range(sign.last, sign.last if sign.refers else min(unit.last, sign.last + _BEHIND)):
        found = _named(view, token, unit.last)
        if found.source is not None:
            return found
        if token in view.stops or view.tokens[token].form in _MARKS:
            break
    return NOBODY


def _before(view: View, unit: Unit, sign: Sign) -> Subject:
    """The last actor before the act in its sentence, else the one who spoke last in its paragraph."""
    sentences = view.document.sentences
    actor = _actor_before(view, sign.first)
    floor = sentences[unit.sentence].first
    if actor is not None and actor.first >= floor and sign.first - actor.last <= _BEFORE:
        return _of_actor(view, actor)
    speakers = view.document.speakers
    at = bisect_right(view.spoken, sign.first) - 1
    if at < 0 or sign.refers or sign.first - floor > 2:
        return NOBODY
    last = speakers[at]
    index = bisect_right(view.begins, last.reach[0]) - 1
    same = index >= 0 and sentences[index].paragraph == sentences[unit.sentence].paragraph
    return _spoken(last) if same else NOBODY


def _actor_before(view: View, token: int) -> Actor | None:
    actors = view.document.actors
    at = bisect_left(actors, token, key=lambda a: a.first) - 1
    return actors[at] if at >= 0 else None


def _named(view: View, at: int, limit: int) -> Subject:
    """The speaker whose name begins at a token: an actor, a body, or an office with its holder."""
    actor = actor_at(view, at)
    if actor is not None:
        return NOBODY if _is_object(view, actor) else _of_actor(view, actor)
    hit = view.sources.get(at)
    entry = hit.entry if hit is not None else None
    if hit is None or not isinstance(entry, SourceWord) or entry.part not in _NAMES or hit.clitic[:1] in _PREPOSED:
        return NOBODY
    last = hit.last
    while last < min(limit, at + _NAME) and entry.part != "body" and _goes_on(view, last):
        last += 1
    start = view.tokens[at].start if hit.definite else hit.start
    text = view.document.text[start : view.tokens[last - 1].end]
    return Subject(ClaimSource(text, None, entry.kind or "other", entry.source, (), False), at, last)


def _is_object(view: View, actor: Actor) -> bool:
    """«الحوثيين», «للحوثيين»: what is done is done to them."""
    hit = view.nations.get(actor.first)
    if hit is None or not isinstance(hit.entry, ActorWord):
        return False
    plural = hit.entry.part not in ("country", "land") and view.tokens[actor.last - 1].form.endswith(_OBJECT)
    return hit.clitic[:1] in _PREPOSED or (plural and actor.last - actor.first == 1)


def _goes_on(view: View, at: int) -> bool:
    """Whether the token still belongs to an office and its holder."""
    token = view.tokens[at]
    if (
        not token.is_word
        or at in view.stops
        or _begins(view, at)
        or (token.form[0] in _PREPOSED and len(token.form) > 5)
    ):
        return False
    return actor_at(view, at) is None and not view.words_in(at, at + 1)


def _begins(view: View, at: int) -> bool:
    """Whether another speaker's name begins at a token."""
    entry = view.sources[at].entry if at in view.sources else None
    return isinstance(entry, SourceWord) and entry.part in _NAMES


def actor_at(view: View, at: int) -> Actor | None:
    """The actor whose mention begins at a token."""
    actors = view.document.actors
    index = bisect_left(actors, at, key=lambda a: a.first)
    return actors[index] if index < len(actors) and actors[index].first == at else None


def _of_actor(view: View, actor: Actor) -> Subject:
    hit = view.nations.get(actor.first)
    kind = hit.entry.kind if hit is not None and isinstance(hit.entry, ActorWord) and hit.entry.kind else "military"
    head = view.sources.get(actor.first)
    if kind == "government" and head is not None and isinstance(head.entry, SourceWord) and head.entry.kind == _FORCES:
        kind = _FORCES
    return Subject(ClaimSource(actor.text, None, kind, None, (), False), actor.first, actor.last)
