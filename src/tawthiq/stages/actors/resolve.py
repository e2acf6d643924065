"""From mentions to actors: labels take their meaning from the adjective, from what was named before,
or from the country that the report is about."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from tawthiq.clashes import PARTY, SIDE
from tawthiq.language import Language
from tawthiq.language.entries import ActorWord
from tawthiq.language.lexicon import Lexicon
from tawthiq.language.registry import ATTACKERS, OTHER
from tawthiq.language.scan import Scan
from tawthiq.model import Actor, Document, Span
from tawthiq.stages.actors.mentions import NAMELESS, SIDES, Mention

_NAMED, _ANYWHERE = "?", "*"
_GUNMEN = "gunmen"
_TOLD = (_GUNMEN, "terrorists", "jihadists", "rebels")
_ITS = frozenset({"loyal_to_it", "its_mercenaries"})
_THE = "ال"
_HOME = "places.speaker_home"  # «مقره لندن»
_SINGLE = ("مسلح", "مسلحا", "مهاجم", "قناص")
_WAR = "war"
_MILITARY = "military"
_MILITIA, _MILITIAS = "militia", ("ميليشيا", "مليشيا", "ميلشيا")
_WEIGHT = {"adjective": 1, "name": 1, "country": 1, "land": 2, "region": 2}
_GROUPS, _NEAR = frozenset({"movement", "organisation", "group"}), 60  # from a group's name to «الجماعة»
_FORCES_OF = {"PS": "IL"}  # a bare «الجيش» in a report from Palestine is Israel's


class Context(NamedTuple):
    """What a label is read by: the country that the report is about ("" for none), the ISO day it came out ("" where
    unknown), the adjective of every country, and the actors that the report names."""

    country: str
    published: str
    states: Mapping[str, ActorWord]
    named: Set[str] = frozenset()


class _Group(NamedTuple):
    """The only armed group that a report has named so far, "" where it has named another, and where it did last."""

    id: str
    last: int

    def of(self, mention: Mention) -> str:
        """«حركة الشباب … الجماعة»: whom a mention refers back to that calls it otherwise."""
        return self.id if mention.first - self.last <= _NEAR and mention.adjective is None else ""


def context_of(document: Document, scan: Scan, language: Language) -> Context:
    """The context of a report, taken from its own text and not from what else its page shows, nor from where a speaker
    has his seat."""
    aside = {t for s in document.sentences if s.part == "aside" for t in range(s.first, s.last)}
    votes: Counter[str] = Counter()
    named: set[str] = set()
    for place in document.places:
        if _HOME in place.because:
            aside.update(range(place.first, place.last))
        elif place.country and place.first not in aside:
            votes[place.country] += 1
    for hit in scan.of(ActorWord):
        word = hit.entry
        if word.country and hit.first not in aside:
            votes[word.country] += _WEIGHT.get(word.part, 0)
        if word.part == "name":
            named.add(word.actor)
    country = votes.most_common(1)[0][0] if votes else ""
    published = document.published.isoformat() if document.published is not None else ""
    return Context(country, published, _states(language.lexicon), named)


def resolve(text: str, found: Sequence[Mention], context: Context) -> tuple[Actor, ...]:
    """The actors of the mentions; a label that nothing resolves names nobody. Gunmen and terrorists whom a report once
    counts among one group are that group's wherever it speaks of them."""
    known = _militia(text, found, context)
    actors: list[Actor] = []
    told = {label: _counted_among(label, found, context) for label in _TOLD}
    before: Mention | None = None
    only: _Group | None = None
    for mention in found:
        its = before if mention.word.id in _ITS else None
        id_, why = _identify(mention, _of_whom(its, mention, context) if its is not None else context, known)
        before = mention
        group = told.get(mention.word.id)
        gunmen = mention.word.id == _GUNMEN and not _one(text, mention)
        if group and mention.adjective is None and (gunmen or _definite(text, mention)):
            id_, why = group, "actor.told_elsewhere"
        if not id_ and only is not None and mention.word.called in _GROUPS:
            id_, why = only.of(mention), "actor.named_before"
        if not id_:
            continue
        _remember(mention, id_, known)
        if mention.word.called in _GROUPS:
            only = _Group(id_ if only is None or only.id == id_ else "", mention.last)
        span = Span(mention.start, mention.end)
        because = (f"actor.{mention.word.id}", *((why,) if why else ()), *_in_clash(mention))
        named = text[span.start : span.end]
        actors += [Actor(span, named, part, mention.first, mention.last, because) for part in id_.split("+")]
    return tuple(actors)


def _of_whom(before: Mention, mention: Mention, context: Context) -> Context:
    """«القوات التركية والفصائل الموالية لها»: the country whose side is named right before those loyal to it."""
    word = before.adjective or before.word
    near = 0 <= mention.first - before.last <= 1
    return context._replace(country=word.country if near else "")


def _counted_among(label: str, found: Sequence[Mention], context: Context) -> str:
    """«مسلحون تابعون لتنظيم الدولة», «الإرهابيون المنتمون إلى جبهة النصرة»: the one group that a report counts those of
    a label among, "" for none or several."""
    groups = {_identify(m, context, {})[0] for m in found if m.people is not None and m.people.id == label}
    return groups.pop() if len(groups) == 1 else ""


def _militia(text: str, found: Sequence[Mention], context: Context) -> dict[str, str]:
    """«ميليشيات كذا»: the one group that a report calls a militia, which «الميليشيات» are then."""
    named = [m for m in found if m.word.part == "name" and text.startswith(_MILITIAS, m.start)]
    groups = {_identify(m, context, {})[0] for m in named} - {""}
    return {_MILITIA: groups.pop()} if len(groups) == 1 else {}


def _one(text: str, mention: Mention) -> bool:
    """«على يد مسلح»: one who is told of for the first time, and need not be of the group of others."""
    return text[mention.start : mention.end] in _SINGLE


def _definite(text: str, mention: Mention) -> bool:
    return text[mention.start : mention.end].startswith(_THE)


def _in_clash(mention: Mention) -> tuple[str, ...]:
    """Whether a mention is one only as a side of a clash («مجموعتين», «عائلتين»)."""
    if mention.word.part == "party":
        return (PARTY,)
    bare = mention.word.part == "force" and mention.adjective is None
    return (SIDE,) if bare or (mention.people is not None and mention.people.part in SIDES) else ()


@lru_cache(maxsize=4)
def _states(lexicon: Lexicon) -> Mapping[str, ActorWord]:
    """The adjective of every country."""
    words = (e for e in lexicon.entries("actor") if isinstance(e, ActorWord))
    return {word.country: word for word in words if word.part == "adjective" and word.country}


def _identify(mention: Mention, context: Context, known: Mapping[str, str]) -> tuple[str, str]:
    """The actor's id ("" for none) and what told it."""
    word, adjective = mention.word, mention.adjective
    people = adjective is not None and adjective.actor and not adjective.country
    unsaid = word.actor in ("", NAMELESS) or word.part == "force"
    if adjective is not None and people and word.part != "deed" and unsaid:
        return _where(adjective, context.country, context) or adjective.actor, f"actor.{adjective.id}"
    if mention.backed and word.proxy:
        return word.proxy, "actor.backed"
    if word.part in ("name", "homonym", "country", "land"):
        return _where(word, context.country, context) or word.actor or _other(word, context, "government"), ""
    if word.part == "label":
        whose = adjective.country if adjective else context.country
        if word.called and not adjective and word.called in known:
            return known[word.called], "actor.named_before"
        by_country = _where(word, whose, context)
        if adjective and not by_country and (word.english or (word.kind == _MILITARY and adjective.actor)):
            return _state(adjective, context) or _other(adjective, context, word.english), f"actor.{adjective.id}"
        return (by_country, f"actor.country.{whose}") if by_country else (word.actor, "")
    if adjective is None and word.part in SIDES and word.actor:
        return _where(word, context.country, context) or word.actor, ""
    force = "forces" if word.part == "adjective" else word.english or "forces"
    if adjective is None and word.part == "adjective":
        return f"{OTHER}{word.english}{ATTACKERS}", ""
    if adjective is not None:
        if word.kind == _WAR and adjective.country == context.country:
            return "", ""
        own = _where(word, adjective.country, context) or _state(adjective, context)
        return own or _other(adjective, context, force), f"actor.{adjective.id}"
    if word.id in known:
        return known[word.id], "actor.named_before"
    whose = _FORCES_OF.get(context.country, context.country)
    if whose not in context.states:
        return "", ""
    state = context.states[whose]
    own = _where(word, whose, context) or _state(state, context)
    return own or _other(state, context, force), f"actor.country.{whose}"


def _state(adjective: ActorWord, context: Context) -> str:
    """The state that a nationality stands for, another from a day on («القوات الأفغانية»), or who a people's
    fighters are in a country («قصف كردي»)."""
    return _where(adjective, adjective.country or context.country, context) or adjective.actor


def _other(word: ActorWord, context: Context, force: str) -> str:
    named = f"{OTHER}{word.english} {force}" if word.english else ""
    return _where(word, context.country, context) or named


def _where(word: ActorWord, country: str, context: Context) -> str:
    """The actor that a word means in a country's context, from a day on where one is given («SD:rsf@2023-04-15») and
    where the report names it («TR:pkk?»); an undated report is of today."""
    for pair in word.where:
        code, _, meaning = pair.partition(":")
        actor, _, since = meaning.partition("@")
        told = not actor.endswith(_NAMED) or actor.removesuffix(_NAMED) in context.named
        if code in (country, _ANYWHERE) and told and (not context.published or context.published >= since):
            return actor.removesuffix(_NAMED)
    return ""


def _remember(mention: Mention, id_: str, known: dict[str, str]) -> None:
    """Keep what a later «الجيش», «الحركة» or «التحالف» refers back to."""
    word = mention.word
    if word.kind == _MILITARY:
        known["force"] = id_
    if word.part == "state" and mention.adjective is not None:
        known[word.id] = id_
    elif word.called and (word.part in ("name", "homonym") or (word.part == "label" and mention.adjective)):
        known[word.called] = id_
