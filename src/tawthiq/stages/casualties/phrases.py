"""Counted phrases: a number and the noun that it counts, or a noun that counts by its form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from tawthiq.language.entries import GroupWord, HarmWord, StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import Scan
from tawthiq.model import Actor, Count, Document, Number

SOME = Count(None, None, "vague", "some")
_BY_FORM = {"one": Count(1, 1), "two": Count(2, 2), "many": SOME}
_MEMBERS = frozenset({"person", "man", "official", "soldier"})
_FIGHTING = frozenset({"fighter", "soldier", "police"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens first ≤ t < last that count `group`. `sort`: person, object, strike, victim, other or bare
    (a number with no noun known). `outcome` is set where the noun is itself the harm («قتيل»).
    `subset`: it counts some of those just named («7 منهم»). `explicit`: a number word stands in it;
    `definite`: it points back at what is known."""

    first: int
    last: int
    start: int
    count: Count
    group: str
    sort: str
    outcome: str
    explicit: bool
    definite: bool
    joined: bool
    head: int
    because: tuple[str, ...]
    subset: bool = False


class Finder:
    """The layers that phrases are made of, by token."""

    def __init__(self, document: Document, scan: Scan, force: Mapping[str, str]) -> None:
        self.tokens = scan.tokens
        harms = outermost(scan.hits("harm"))
        self.numbers: dict[int, Number] = {n.first: n for n in document.numbers if n.aside is None}
        self.groups = scan.starting("group")
        self.victims = {h.first: h for h in harms if cast(HarmWord, h.entry).part == "victim"}
        self.counted = {h.first: h for h in harms if cast(HarmWord, h.entry).counted}
        self.subsets = {h.first: h for h in scan.hits("structure") if cast(StructureWord, h.entry).part == "breakdown"}
        self.states = {h.first for h in harms if cast(HarmWord, h.entry).part == "state"}
        self.after_harm = {h.last for h in harms}
        self.others = {h.first: h for h in scan.hits("structure") if cast(StructureWord, h.entry).part == "other"}
        self.fillers = {h.first: h for h in scan.hits("structure") if cast(StructureWord, h.entry).part == "filler"}
        self.posts = {h.last for h in scan.hits("structure") if cast(StructureWord, h.entry).part == "as"}
        self.places = {p.first for p in document.places}
        self.speaking = {t for s in document.speakers for t in range(s.first, s.last)}
        self.actors: dict[int, Actor] = {a.first: a for a in document.actors}
        self.force = force
        self.names = {h.first for h in scan.hits("structure") if cast(StructureWord, h.entry).part in ("name", "title")}
        self.known = {h.first for hits in scan.layers.values() for h in hits}
        self.naming = _naming(scan, harms)
        self.subjects = self._subjects(scan, harms)

    def find(self, first: int, last: int) -> Iterator[Phrase]:
        """The counted phrases that begin in first ≤ t < last, left to right, none inside another."""
        index = first
        while index < last:
            phrase = self._at(index, last)
            if phrase is None:
                index += 1
                continue
            yield phrase
            index = phrase.last

    def _at(self, index: int, stop: int) -> Phrase | None:
        number = self.numbers.get(index)
        if number is not None and number.last <= stop and not self._adjective(number, index):
            return self._numbered(number, stop)
        hit = self._noun(index)
        if hit is not None and not self._no_head(hit, index):
            return self._extended(self._named(hit), stop)
        if index in self.subjects:
            last = self.subjects[index]
            return _one_person(index, last, self.tokens[index].start)
        if index in self.naming and index not in self.others:
            named = self._person(index, stop)
            if named is not None:
                return named
        other = self.others.get(index)
        if other is None or other.clitic not in ("", "و") or not (other.clitic or index in self.after_harm):
            return None
        count = _BY_FORM[cast(StructureWord, other.entry).value or "many"]
        return Phrase(index, other.last, other.start, count, "person", "other", "", False, False, bool(other.clitic),
                      index, (other.entry.id,))  # fmt: skip

    def _subjects(self, scan: Scan, harms: Sequence[Hit]) -> dict[int, int]:
        """Names that stand as subjects before a verb of dying: «إن الصماد قتل»; first token -> last."""
        thats = {h.last for h in scan.hits("structure") if cast(StructureWord, h.entry).part == "that"}
        found: dict[int, int] = {}
        for hit in harms:
            word = cast(HarmWord, hit.entry)
            if word.part != "verb" or word.outcome != "killed" or hit.clitic:
                continue
            first = hit.first
            while hit.first - first < 4 and first > 0 and first not in thats and self._nameable(first - 1):
                first -= 1
            if first in thats and first < hit.first:
                found[first] = hit.first
        return found

    def _nameable(self, index: int) -> bool:
        return index in self.names or self._unknown(index)

    def _person(self, index: int, stop: int) -> Phrase | None:
        """A person named after a harm word («مقتل صالح محمد»); after a masdar, any unknown word names one."""
        token = self.tokens[index]
        plural = token.form.endswith(("ين", "ون", "ات", "يه"))
        if index not in self.names and (not self.naming[index] or not self._unknown(index) or plural):
            return None
        last = index + 1
        while last < min(stop, index + 4) and (last in self.names or self._unknown(last)):
            last += 1
        return _one_person(index, last, token.start)

    def _unknown(self, index: int) -> bool:
        token = self.tokens[index]
        return token.is_word and len(token.form) > 2 and index not in self.known and index not in self.places

    def _adjective(self, number: Number, index: int) -> bool:
        """«عائلة واحدة»: the word for one after a noun counts nothing new."""
        single = number.value == 1 and self.tokens[number.last - 1].is_word and number.last - number.first == 1
        return single and "number.one" in number.because and index not in self.after_harm

    def _no_head(self, hit: Hit, index: int) -> bool:
        """A bare noun that counts nothing: after «من», or a nationality that is an adjective or a country's name."""
        before = self.tokens[index - 1].form if index else ""
        if (before == "من" and not hit.clitic) or index in self.posts:
            return True
        if (index in self.states and not hit.clitic) or index in self.speaking:
            return True
        if not isinstance(hit.entry, GroupWord) or hit.entry.sort != "nationality":
            return False
        return index in self.places or hit.definite or index in self.actors or index not in self.after_harm

    def _noun(self, index: int) -> Hit | None:
        victim, group = self.victims.get(index), self.groups.get(index)
        if group is not None and cast(GroupWord, group.entry).sort == "force":
            group = None
        if victim and group:
            return victim if victim.last >= group.last else group
        return victim or group

    def _numbered(self, number: Number, stop: int) -> Phrase:
        at = number.last
        while at < stop and at in self.fillers:
            at = self.fillers[at].last
        joined = self._joined(number)
        bare = Phrase(number.first, number.last, number.span.start, number.count, "person", "bare", "", True, False,
                      joined, number.last, number.because)  # fmt: skip
        if at >= stop:
            return bare
        if at in self.subsets and self.tokens[at].form.startswith("من"):
            return replace(bare, last=self.subsets[at].last, sort="other", subset=True)
        counted = self.counted.get(at)
        if counted is not None and not counted.clitic:
            word = cast(HarmWord, counted.entry)
            return replace(
                bare, last=counted.last, sort="victim", outcome=word.outcome, because=(*bare.because, word.id)
            )
        other = self.others.get(at)
        if other is not None:
            return replace(bare, last=other.last, sort="other", because=(*bare.because, other.entry.id))
        hit = self._noun(at)
        if hit is None and self.tokens[at].form in ("من", "عنصر") and at + 1 < stop:
            return self._partitive(bare, at + 1, stop)
        if hit is None:
            return bare
        named = self._named(hit)
        phrase = replace(bare, last=named.last, group=named.group, sort=named.sort, outcome=named.outcome,
                         head=named.head, because=(*bare.because, *named.because))  # fmt: skip
        return self._extended(phrase, stop)

    def _joined(self, number: Number) -> bool:
        """Whether «و» stands before the number, glued or apart («و25», «و عشرة»)."""
        token = self.tokens[number.first]
        before = self.tokens[number.first - 1].form if number.first else ""
        return before == "و" or (token.form.startswith("و") and token.start < number.span.start)

    def _partitive(self, bare: Phrase, at: int, stop: int) -> Phrase:
        """«ثلاثة من الجنود», «عدد من قوات الجيش», «خمسة من حزب الله»."""
        actor, hit = self.actors.get(at), self._noun(at)
        force = self._force(at)
        if hit is None and force is not None:
            return replace(bare, last=force[1], group=force[0], sort="person")
        if actor is not None and (hit is None or hit.last <= actor.last):
            group = self.force.get(actor.id, "fighter")
            return replace(bare, last=actor.last, group=group, sort="person", because=(*bare.because, *actor.because))
        if hit is None:
            return bare
        named = self._named(hit)
        phrase = replace(bare, last=named.last, group=named.group, sort=named.sort, outcome=named.outcome,
                         head=named.head, because=(*bare.because, *named.because))  # fmt: skip
        return self._extended(phrase, stop)

    def _force(self, at: int) -> tuple[str, int] | None:
        """The group and end of a force named at a token: «الشرطة», «حزب الله»."""
        actor, hit = self.actors.get(at), self.groups.get(at)
        named = cast(GroupWord, hit.entry) if hit is not None and cast(GroupWord, hit.entry).sort == "force" else None
        if actor is not None and actor.id in self.force and (named is None or named.group != "police"):
            return self.force[actor.id], actor.last
        return (named.group, hit.last) if named is not None and hit is not None else None

    def _member(self, phrase: Phrase, stop: int) -> Phrase:
        """«عنصر من الشرطة», «أحد كوادر حرس الحدود»: the force that the counted belong to."""
        at = phrase.last
        generic = phrase.group in _MEMBERS or phrase.because[-1:] == ("group.unsur",)
        if at >= stop or phrase.sort not in ("person", "victim") or not generic:
            return phrase
        apart = self.tokens[at].form == "من" or (self.tokens[at].form == "في" and phrase.group != "person")
        if apart:
            at += 1
            hit = self.groups.get(at)
            at = hit.last if hit is not None and hit.entry.id in ("group.unsur", "group.fard") else at
        force = self._force(at) if at < stop else None
        if force is None or "nationality" in "".join(phrase.because):
            return phrase
        if not apart and self._glued(at):
            return phrase
        return replace(phrase, last=force[1], group=force[0])

    def _glued(self, at: int) -> bool:
        """A clitic other than «لل» before a force makes it something else («بقصف إسرائيلي»)."""
        hit, actor = self.groups.get(at), self.actors.get(at)
        start = hit.start if hit is not None else actor.span.start if actor is not None else 0
        form = self.tokens[at].form
        return start > self.tokens[at].start and not form.startswith(("لل", "ال"))

    def _named(self, hit: Hit) -> Phrase:
        entry = hit.entry
        joined = hit.clitic.startswith("و")
        count = _BY_FORM.get(hit.number, SOME)
        if isinstance(entry, HarmWord):
            return Phrase(hit.first, hit.last, hit.start, count, entry.group, "victim", entry.outcome, False,
                          hit.definite, joined, hit.first, (entry.id,))  # fmt: skip
        group = cast(GroupWord, entry)
        sort = "person" if group.sort == "nationality" else group.sort
        rest = [
            self.tokens[hit.first].form.removeprefix(hit.clitic),
            *(t.form for t in self.tokens[hit.first + 1 : hit.last]),
        ]
        definite = hit.definite or any(form.startswith("ال") for form in rest)
        return Phrase(hit.first, hit.last, hit.start, count, group.group, sort, "", False, definite, joined,
                      hit.first, (entry.id,))  # fmt: skip

    def _extended(self, phrase: Phrase, stop: int) -> Phrase:
        """Take in what sharpens the noun: adjectives, «واحد», «من المدنيين», «من الشرطة», a second noun."""
        phrase = self._mixed(phrase, stop)
        while phrase.last < stop:
            at = phrase.last
            number = self.numbers.get(at)
            if (
                number is not None
                and not phrase.explicit
                and _completes(number, phrase, self.tokens[at].form.startswith("ال"))
            ):
                phrase = replace(phrase, last=number.last, count=number.count, explicit=True)
                continue
            other = self.others.get(at)
            if other is not None and not other.clitic:
                phrase = replace(phrase, last=other.last, because=(*phrase.because, other.entry.id))
                continue
            victim = self.victims.get(at)
            if victim is not None and not victim.clitic and phrase.sort == "person" and phrase.explicit:
                harm = cast(HarmWord, victim.entry)
                return replace(phrase, last=victim.last, outcome=harm.outcome, because=(*phrase.because, harm.id))
            hit = self.groups.get(at)
            if hit is None or hit.clitic not in ("", "ال") or phrase.sort not in ("person", "victim"):
                break
            word = cast(GroupWord, hit.entry)
            if (hit.definite != phrase.definite and not phrase.explicit) or word.sort not in ("person", "nationality"):
                break
            group = word.group if _sharpens(phrase.group, word) else phrase.group
            phrase = replace(phrase, last=hit.last, group=group, because=(*phrase.because, hit.entry.id))
        if phrase.sort == "person" and phrase.last + 1 < stop and self.tokens[phrase.last].form == "من":
            hit = self.groups.get(phrase.last + 1)
            if hit is not None and hit.definite and _sharpens(phrase.group, cast(GroupWord, hit.entry)):
                word = cast(GroupWord, hit.entry)
                return replace(phrase, last=hit.last, group=word.group, because=(*phrase.because, word.id))
        return self._member(phrase, stop)

    def _mixed(self, phrase: Phrase, stop: int) -> Phrase:
        """«عدد من النساء والأطفال», «عشرات القتلى والجرحى»: one quantifier over two nouns."""
        hit = self._noun(phrase.last) if phrase.last < stop else None
        if (
            hit is None
            or not phrase.explicit
            or hit.clitic not in ("وال", "و")
            or (hit.number == "one" and not phrase.outcome)
        ):
            return phrase
        vague = phrase.count.vague is not None
        if isinstance(hit.entry, HarmWord):
            if not phrase.outcome or not (vague or hit.number != "many"):
                return phrase
            return replace(phrase, last=hit.last, outcome="casualties", because=(*phrase.because, hit.entry.id))
        word = cast(GroupWord, hit.entry)
        if not hit.definite or phrase.sort != word.sort:
            return phrase
        pair = {phrase.group, word.group}
        group = "women_and_children" if pair == {"woman", "child"} else phrase.group if len(pair) == 1 else "person"
        if phrase.sort == "object" and len(pair) > 1:
            group = "other_object"
        return replace(phrase, last=hit.last, group=group, because=(*phrase.because, word.id))


def _one_person(first: int, last: int, start: int) -> Phrase:
    because = ("casualties.named",)
    return Phrase(first, last, start, Count(1, 1), "person", "person", "", False, False, False, first, because)


def outermost(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Hits without those that begin inside a longer one before them."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last or hit.first == kept[-1].first:
            kept.append(hit)
    return tuple(kept)


def _naming(scan: Scan, harms: Sequence[Hit]) -> dict[int, bool]:
    """The tokens at which a victim's name can begin: right after a harm word; True after a masdar of dying."""
    starts: dict[int, bool] = {}
    for hit in harms:
        word = cast(HarmWord, hit.entry)
        named = word.outcome in ("killed", "abducted", "detained") and word.part in ("masdar", "verb")
        if named and hit.last < len(scan.tokens) and not hit.definite:
            starts[hit.last] = word.part == "masdar" and word.outcome == "killed" and hit.last - hit.first == 1
    return starts


def _completes(number: Number, phrase: Phrase, definite_word: bool) -> bool:
    """«جندي واحد», «طفلان اثنان», «أطفاله الثلاثة»: the number repeats or gives the noun's own."""
    if phrase.count.vague:
        if number.value == 2 and number.last - number.first == 1:
            return True
        return number.count.vague is None and number.last - number.first == 1 and definite_word
    return number.value == phrase.count.low


def _sharpens(group: str, word: GroupWord) -> bool:
    if word.sort == "nationality":
        return False
    return group == "person" or (group in ("man", "woman") and word.group in _FIGHTING | {"civilian"})
