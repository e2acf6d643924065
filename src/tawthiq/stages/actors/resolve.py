"""From mentions to actors: labels take their meaning from the adjective, from what was named before,
or from the country that the report is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tawthiq.language import Language
from tawthiq.language.entries import ActorWord
from tawthiq.language.lexicon import Lexicon
from tawthiq.language.scan import Scan
from tawthiq.model import Actor, Place, Span
from tawthiq.stages.actors.mentions import Mention

_OTHER = "other:"
_WEIGHT = {"adjective": 1, "name": 1, "country": 1, "land": 2, "region": 2}
_FORCES_OF = {"PS": "IL"}  # a bare «الجيش» in a report from Palestine is Israel's


def main_country(scan: Scan, places: Sequence[Place]) -> str:
    """The ISO code of the country that the report is about, "" where nothing tells."""
    votes: Counter[str] = Counter(place.country for place in places if place.country)
    for hit in scan.hits("actor"):
        word = hit.entry
        if isinstance(word, ActorWord) and word.country:
            votes[word.country] += _WEIGHT.get(word.part, 0)
    return votes.most_common(1)[0][0] if votes else ""


def resolve(text: str, found: Sequence[Mention], country: str, language: Language) -> tuple[Actor, ...]:
    """The actors of the mentions; a label that nothing resolves names nobody."""
    states = _states(language.lexicon)
    known: dict[str, str] = {}
    actors: list[Actor] = []
    for mention in found:
        id_, why = _identify(mention, country, states, known)
        if not id_:
            continue
        _remember(mention, id_, known)
        span = Span(mention.start, mention.end)
        because = (f"actor.{mention.word.id}", *((why,) if why else ()))
        named = text[span.start : span.end]
        actors += [Actor(span, named, part, mention.first, mention.last, because) for part in id_.split("+")]
    return tuple(actors)


@lru_cache(maxsize=4)
def _states(lexicon: Lexicon) -> Mapping[str, ActorWord]:
    """The adjective of every country."""
    words = (e for e in lexicon.entries("actor") if isinstance(e, ActorWord))
    return {word.country: word for word in words if word.part == "adjective"}


def _identify(
    mention: Mention, country: str, states: Mapping[str, ActorWord], known: Mapping[str, str]
) -> tuple[str, str]:
    """The actor's id ("" for none) and what told it."""
    word, adjective = mention.word, mention.adjective
    if word.part in ("name", "homonym", "country", "land"):
        return word.actor or _other(word, country, "government"), ""
    if word.part == "label":
        whose = adjective.country if adjective else country
        if word.called and not adjective and word.called in known:
            return known[word.called], "actor.named_before"
        by_country = _where(word, whose)
        if adjective and not by_country and word.english:
            return adjective.actor or _other(adjective, country, word.english), f"actor.{adjective.id}"
        return (by_country, f"actor.country.{whose}") if by_country else (word.actor, "")
    force = word.english or "forces"
    if adjective is None and word.part == "adjective":
        return f"{_OTHER}{word.english} attackers", ""
    if adjective is not None:
        return adjective.actor or _other(adjective, country, force), f"actor.{adjective.id}"
    if word.id in known:
        return known[word.id], "actor.named_before"
    whose = _FORCES_OF.get(country, country)
    if whose not in states:
        return "", ""
    state = states[whose]
    return state.actor or _other(state, country, force), f"actor.country.{whose}"


def _other(word: ActorWord, country: str, force: str) -> str:
    return _where(word, country) or (f"{_OTHER}{word.english} {force}" if word.english else "")


def _where(word: ActorWord, country: str) -> str:
    """The actor that a word means in a country's context."""
    for pair in word.where:
        code, _, actor = pair.partition(":")
        if code == country:
            return actor
    return ""


def _remember(mention: Mention, id_: str, known: dict[str, str]) -> None:
    """Keep what a later «الجيش», «الحركة» or «التحالف» refers back to."""
    word = mention.word
    if word.kind == "military":
        known["force"] = id_
    if word.part == "state" and mention.adjective is not None:
        known[word.id] = id_
    elif word.part in ("name", "homonym") and word.called:
        known[word.called] = id_
