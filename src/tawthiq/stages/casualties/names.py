"""Victims named where the noun would stand: «مقتل صالح محمد», «إن الصماد قتل», «كل من أحمد وسعيد»."""

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.language.entries import VictimWord
from tawthiq.language.lists import words
from tawthiq.language.scan import GroupHit
from tawthiq.language.tokens import QUOTES
from tawthiq.model import Count
from tawthiq.stages.casualties import aimed
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import ARMED, NAMED_ONLY, Phrase

_LONGEST, _ITEM = 4, 6
_CAUSES = ("جراء", "نتيجه", "اثر", "خلال")
_BINDING = frozenset({"عبد", "ابو", "ابي", "بن", "ال"})  # the word behind is of the name, whatever else it means
_SUFFERED = ("killed", "injured")
_NAMED = ("killed", "injured", "abducted", "detained", "missing")
_AGE_ASIDE = 6
_GOD, _AND, _AND_THE = "الله", "و", "وال"
_BEHIND = frozenset({_GOD, "الدين"})
_ALSO = frozenset({"ايضا", "كذلك"})
_YEARS, _DEEDS, _FEMININE = words("years_old"), words("occurrence") | {"محاوله"}, "ه"
_DOERS = 2  # words of «مسلحون مجهولون»
_TO_THE = "لل"
_COMMAS, _COLONS = ("،", ","), (":", "؛")
_FROM, _SON, _AS_FOR = "من", "بن", "فقد"
_DIED, _OF_HARM = frozenset({"harm.killed.tuwuffiya", "harm.killed.mata"}), {*_CAUSES, "متاثرا", "متاثره"}
_OF_WHAT = 4  # tokens of «في المستشفى متأثرا»
_SAID_OF = 2  # words of «الحوثي البارز»
_THE, _WHO, _SHE, _HAS = "ال", frozenset({"الذي", "التي", "والذي", "والتي"}), ("التي", "والتي"), "قد"
_WAS = frozenset({"كان", "وكان", "كانت", "وكانت"})
_UPON = "على"
_OPENING = QUOTES | {"(", "/", ":"}  # «قتل / سالم بن علي»


class Names:
    """Where a victim's name can begin, and how far it goes."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.naming = _naming(layers)
        self.naming.update({t + 1 if layers.form(t) in _COLONS else t: True for t in layers.each})
        self.naming.update((t, self.full(t, len(layers.tokens))) for t in self._among())
        self.listing = set(self._broken_down())
        self.listing.update([t for t in self.naming if t in layers.names and self._commas_on(t)])
        self.naming.update((t, True) for t in self.listing)
        self.naming.update({t: False for t in layers.thats if t in layers.names and t not in self.naming})
        self.subjects = self._who() | self._subjects()
        self.goes_on: dict[int, str] = {}
        self.ages = {n.first: n.last for n in layers.document.numbers if n.aside == "age"}
        self.placed = {p.first: p.last for p in layers.document.places}

    def _among(self) -> Iterator[int]:
        """Where a name can begin behind «من بين القتلى», «عرف من الشهداء:»."""
        led = self.layers.led | self.layers.ranked
        for victim in self.layers.victims.values():
            if victim.definite and victim.number == "many" and victim.first in led:
                at = victim.last
                if self.layers.form(at) == ":":
                    at += 1
                yield at

    def _broken_down(self) -> Iterator[int]:
        """Where a full name stands behind «بينهم», «القتلى هم:»; behind «ثلاثة هم» it is of those just counted."""
        known = {v.last for v in self.layers.victims.values() if v.definite and v.number == "many"}
        for hit in self.layers.subsets.values():
            first = hit.last + 1 if self.layers.form(hit.last) == ":" else hit.last
            restates = hit.first in self.layers.lists and hit.first not in known
            if not restates and self._given(first):
                yield first

    def _commas_on(self, at: int) -> bool:
        """«توفي سالم حسن، نبيل سعيد، ميس خالد»: whether more names follow, each behind a comma."""
        comma = self._comma(at)
        return comma > 0 and self._given(comma + 1) and self._comma(comma + 1) > 0

    def _comma(self, at: int) -> int:
        """The comma that ends a name which begins at a token, or 0."""
        for here in range(at + 1, min(at + _ITEM, self.layers.end)):
            if self.layers.tokens[here].form in _COMMAS:
                return here
            if here not in self.layers.names and not self.layers.nameable(here):
                break
        return 0

    def _given(self, at: int) -> bool:
        """Whether two words that can be names stand there, one of them a given name («طه حسن»)."""
        return self.full(at, len(self.layers.tokens)) and (at in self.layers.names or at + 1 in self.layers.names)

    def full(self, at: int, stop: int) -> bool:
        """Whether two words that can be names stand there («السيدة ميس منصور»)."""
        return (
            at + 1 < stop
            and not self.layers.form(at).startswith("ال")
            and self.layers.nameable(at)
            and self.layers.nameable(at + 1)
        )

    def at(self, index: int, stop: int) -> Phrase | None:
        """The person named at a token, or None."""
        if index in self.subjects and index not in self.goes_on:
            return self._of_gender(one_person(index, self.subjects[index], self.layers.tokens[index].start))
        if index in self.goes_on:
            return self._joined(index, stop)
        if index not in self.naming or index in self.layers.others:
            return None
        token = self.layers.tokens[index]
        plural = token.form.endswith(("ين", "ون", "ات", "يه"))
        known = token.form in self.layers.surnames and not self.layers.text.startswith(_UPON, token.start)
        given = index in self.layers.names or known  # not «قتلوا على يد», where «علي» is somebody's name
        if not given and (not self.naming[index] or not self.layers.unknown(index) or plural):
            return None
        named = self._of_gender(one_person(index, self._last(index, stop), token.start))
        those = self.layers.groups.get(index - 1)
        if those is not None and those.definite and those.number == "many":
            named = replace(named, group=those.entry.group)  # «استشهاد الجنود سالم حسن ونبيل سعيد»
        return self.further(named, stop)

    def _last(self, index: int, stop: int) -> int:
        """The token after the name at `index`; in a list by commas the comma, a few words on."""
        if index in self.listing:
            for at in range(index + 2, min(index + _ITEM + 1, stop)):
                if self.layers.form(at) in _COMMAS:
                    return at
                if not self.layers.tokens[at].is_word or at in self.layers.small or at in self.layers.deeds:
                    break
        return self.end(index + 1, min(stop, index + _LONGEST) if index in self.goes_on else stop)

    def end(self, index: int, stop: int) -> int:
        """The token after the name that goes on at `index`, for a few words («عبد النبي» is one)."""
        words = 1
        while index < stop and words < _LONGEST and self._goes_on(index, words) and not self._another(index):
            words += self.layers.form(index) not in _BINDING
            index += 1
        return index

    def said_behind(self, at: int, stop: int) -> int:
        """The token after a full name that stands behind what else is said of somebody («القيادي الحوثي البارز صالح
        حمد», «القيادي الميداني، صالح حمد»); 0 where none does."""
        first = at
        while at - first < _SAID_OF and self.layers.form(at).startswith(_THE) and at not in self.layers.heads:
            at += 1
        at += self.layers.form(at) in _COMMAS
        name = self.layers.names.get(at)
        if name is None or name.clitic or at >= stop or not self.full(at, stop):
            return 0
        ends = (t for t in range(at + 1, min(stop, at + _LONGEST)) if self._joins(t))
        last = self.end(at, next(ends, min(stop, at + _LONGEST)))
        return last if last > at + 1 else 0

    def _joins(self, at: int) -> bool:
        """«ابنته مريم ونقلتهما»: whether «و» begins a word that is no name."""
        return self.layers.form(at).startswith(_AND) and at not in self.layers.names

    def _goes_on(self, index: int, words: int) -> bool:
        """Whether the next word is of the name: a family's may be another word too («كمال حسن النجار (20 عاما)»)."""
        if self.layers.form(index - 1) in _BINDING and self.layers.tokens[index].is_word:
            return True
        family = words > 1 and self.layers.form(index).startswith("ال") and self.layers.form(index + 1) == "("
        return family or self.layers.form(index) == _SON or self._named_on(index)

    def _named_on(self, index: int) -> bool:
        """Whether the name goes on: a name, an unknown word, or any plain word before another given name."""
        token = self.layers.tokens[index]
        if token.form.startswith(_TO_THE):
            return False  # «قتل خالد العلي للرائد سمير»
        if token.form in _BEHIND:
            return True  # «عبد الله», «عز الدين»
        between = token.is_word and len(token.form) > 2 and index + 1 in self.layers.names
        between = between and index not in self.layers.known
        return self.layers.nameable(index) or (between and not self._another(index + 1))

    def _another(self, index: int) -> bool:
        """Whether «و» before a given name begins the next name of a list."""
        hit = self.layers.names.get(index)
        return hit is not None and hit.clitic == "و"

    def _of_gender(self, phrase: Phrase) -> Phrase:
        """A woman by her given name."""
        return replace(phrase, group="woman") if self._female(phrase.first) else phrase

    def _joined(self, index: int, stop: int) -> Phrase | None:
        hit = self.layers.names.get(index)
        start = hit.start if hit is not None else self.layers.tokens[index].start
        named = self._of_gender(one_person(index, self._last(index, stop), start, joined=True))
        return self.further(replace(named, group=self.goes_on[index] or named.group), stop)

    def further(self, phrase: Phrase, stop: int) -> Phrase:
        """Remember where the next name of a list begins, past an age or a home («(24 عاما)», «24 عاما», «من جنين»)."""
        at = phrase.last
        while at in self.layers.names and not self._another(at):
            at += 1  # the rest of a long name
        at = self._past_aside(at, stop)
        if self.layers.form(at) == _AND and at + 1 in self.layers.names:
            self.goes_on[at + 1] = self.goes_on.get(phrase.first, "")  # «"سالم حسن" و"نبيل سعيد"»
            return phrase
        comma = self.layers.form(at) in _COMMAS
        at += comma
        if phrase.first in self.listing:
            self.listing.add(at)
        listed = comma and phrase.first in self.listing and (self._given(at) or self._among_commas(at, stop))
        ranked = self.layers.groups.get(at)
        if at < stop and (self._another(at) or listed):
            armed = phrase.group in ARMED and phrase.because == NAMED_ONLY
            self.goes_on[at] = self.goes_on.get(phrase.first, phrase.group if armed else "")
        elif at < stop and ranked is not None and self._of_rank(ranked):
            self.goes_on[ranked.last] = ranked.entry.group
        return phrase

    def _among_commas(self, at: int, stop: int) -> bool:
        """Whether the next of a list by commas is a few words with a given name among them («ميس عيد سالم،»)."""
        given = any(t in self.layers.names for t in range(at, min(at + _ITEM, stop)))
        return given and self.layers.form(self._last(at, stop)) in _COMMAS and not self.layers.form(at).startswith("ال")

    def _of_rank(self, hit: GroupHit) -> bool:
        """«والمجندون سالم حسن، ونبيل خالد»: whether several of one rank are named right behind it."""
        several = hit.number == "many" and hit.clitic == _AND_THE and self._given(hit.last)
        return several and hit.entry.sort == "person"

    def _past_aside(self, index: int, stop: int) -> int:
        """The token behind an age or where somebody is from («(27 عاما)», «من جنين»)."""
        at, closes = index, min(stop, index + _AGE_ASIDE)
        if self.layers.form(at) == "(":
            while at < closes and self.layers.form(at) != ")":
                at += 1
            return at + 1
        if self.layers.form(at) == _FROM and at + 1 in self.placed:
            return self.placed[at + 1]
        if self.layers.form(at).isdecimal() and self.layers.form(at + 1) in _YEARS:
            return at + 2
        return self.ages.get(at, at)

    def _subjects(self) -> dict[int, int]:
        """Names that stand as subjects before a verb of dying: «إن الصماد قتل»; first token -> last."""
        thats, found = self.layers.thats, dict[int, int]()
        for hit, word in self.layers.told:
            both = word.outcome == "casualties" and hit.last - hit.first > 1
            if word.part != "verb" or not (both or word.outcome in _SUFFERED) or hit.clitic:
                continue
            had = self.layers.form(hit.first - 1) == _HAS and word.voice == "passive"  # «وكان سالم حسن قد استشهد»
            end = first = self._past_brackets(hit.first - had)
            while end - first < _LONGEST and first > 0 and first not in thats and self.layers.nameable(first - 1):
                first -= 1
            known = word.outcome == "killed" or any(t in self.layers.names for t in range(first, end))
            opens = first in thats or (first - 1 in thats and self._called(first - 1))
            opens = opens or (word.voice == "passive" and self._had(first) and self._of_harm(hit.last, word.id))
            if opens and first < end and known and not self._possessed(end - 1):
                mourned = first + 1 < end and first in self.layers.victims  # «إن الشهيد سالم قتل»
                found[first + mourned] = end
            elif end < hit.first:
                found.update(self._aged(end))
        return found

    def _who(self) -> dict[int, int]:
        """Names that a relative clause of harm stands behind: «سالم حسن الذي قتل»; first token -> last."""
        found, tokens = dict[int, int](), self.layers.tokens
        for hit, word in self.layers.told:
            if word.part != "verb" or word.outcome not in _NAMED or hit.clitic:
                continue
            who = hit.first - 1 - (tokens[hit.first - 1].form == _HAS)
            if tokens[who].form not in _WHO or (word.id in _DIED and self.layers.form(hit.last) not in _OF_HARM):
                continue
            end = self._past_brackets(who - (self.layers.form(who - 1) in _COMMAS))
            first = self._back(end)
            first += first + 1 < end and first in self.layers.victims  # «الشهيد سالم حسن الذي قتل»
            if first < end and (self.layers.form(who) not in _SHE or self._female(first)):
                found[first] = end
        return found

    def _back(self, end: int) -> int:
        """Where a name begins that ends before a token: at the first given name of the last words that can be names,
        or the one word that is elsewhere the name behind a given one."""
        given, at = end, end
        while end - at < _LONGEST + 1 and at > 0 and (self.layers.nameable(at - 1) or self._bound(at - 1)):
            at -= 1
            given = at if at in self.layers.names else given
        if given == end - 1 and self.layers.form(given).startswith(_THE):
            return end  # «عامل البناء الوحيد الذي قتل»
        alone = given == end and self.layers.form(end - 1) in self.layers.surnames
        return end - 1 if alone else given

    def _bound(self, at: int) -> bool:
        """«أبو طه», «عبد الله»: whether a word is of a name whatever else it means."""
        return self.layers.form(at) in _BINDING or self.layers.form(at) == _GOD

    def _female(self, at: int) -> bool:
        hit = self.layers.names.get(at)
        return hit is not None and isinstance(hit.entry, VictimWord) and hit.entry.sex == "female"

    def _aged(self, end: int) -> dict[int, int]:
        """«أن الفتى أركان مزهر (15 عاما)»: between a word for the person and an age stands a name, known or not."""
        for first in range(end - 1, max(0, end - 1 - _LONGEST), -1):
            if not self.layers.tokens[first].is_word:
                break
            if first - 1 in self.layers.thats and self._called(first - 1):
                return {first: end}
        return {}

    def _had(self, index: int) -> bool:
        """«وكان سالم حسن استشهد», «وكان الهلالي استشهد»: whether a given name, or one of somebody who is named in full
        elsewhere, stands behind «كان»."""
        named = index in self.layers.names or self.layers.form(index) in self.layers.surnames
        return named and self.layers.form(index - 1) in _WAS

    def _of_harm(self, at: int, verb: str) -> bool:
        """«توفي متأثرا بجروحه»: whether a verb of dying is of no illness."""
        return verb not in _DIED or any(self.layers.form(t) in _OF_HARM for t in range(at, at + _OF_WHAT))

    def _called(self, index: int) -> bool:
        """Whether a definite word for a person stands before the name («الفلسطيني محمد»)."""
        hit = self.layers.groups.get(index)
        return hit is not None and hit.definite and hit.number == "one"

    def _past_brackets(self, index: int) -> int:
        """The token before which a name would end: an age in brackets may stand before the verb."""
        before = self.layers.form(index - 1)
        if before == _AS_FOR:  # «(15 عاما)، فقد استشهد»
            index, before = index - 1, self.layers.form(index - 2)
        if before in _COMMAS and self.layers.form(index - 2) == ")":
            index -= 1
        if self.layers.form(index - 1) != ")":
            return index
        for at in range(index - 2, max(-1, index - 2 - _AGE_ASIDE), -1):
            if self.layers.form(at) == "(":
                return at
        return index

    def _possessed(self, index: int) -> bool:
        """Whether a word ends in a pronoun («قواته»), so that it is no name."""
        token = self.layers.tokens[index]
        if index in self.layers.names:
            return False
        return self.layers.text[token.start : token.end].endswith(("ه", "ها", "هم", "نا")) and len(token.form) > 4


def one_person(first: int, last: int, start: int, joined: bool = False) -> Phrase:
    return Phrase(first, last, start, Count(1, 1), "person", "person", "", False, False, joined, first, NAMED_ONLY)


def _naming(layers: Layers) -> dict[int, bool]:
    """The tokens at which a victim's name can begin: right after a harm word or its doers («اغتال مجهولون فلانا»);
    True after a masdar of dying."""
    starts: dict[int, bool] = {}
    days = {d.first: d.last for d in layers.document.dates}
    for hit, word in layers.told:
        if word.outcome not in _NAMED or word.part not in ("masdar", "verb") or hit.definite or hit.clitic == "وب":
            continue
        if word.voice == "of_one":
            starts.update((t, False) for t in aimed.names(layers, hit))
        form = layers.form(hit.last)
        also = form in _ALSO
        at = hit.last + also
        at = days.get(at, at)  # «استشهد صباح اليوم سالم حسن»
        if at + 1 in layers.events and layers.form(at) in _CAUSES:
            at += 2  # «توفي جراء الاشتباكات سالم حسن»
        at += (layers.form(at) if also else form) in _OPENING
        if at < layers.end:
            starts[at] = word.part == "masdar" and word.outcome == "killed" and hit.last - hit.first == 1
            if starts[at] and layers.form(hit.first - 1) in _DEEDS and layers.form(at).endswith(_FEMININE):
                starts[at] = False  # «عملية اغتيال فاشلة»
            doers = at
            while word.part == "verb" and doers - at < _DOERS and layers.form(doers).endswith("ون"):
                doers += 1
            if doers > at:
                starts.setdefault(doers, False)
            side = layers.actors.get(at) if word.part == "verb" else None
            if side is not None:
                at = side.last
                starts.setdefault(at, False)  # «اعتقلت قوات الجيش سالم حسن»
            those = layers.groups.get(at)
            if those is not None and those.definite and those.number == "many":
                starts.setdefault(those.last + (layers.form(those.last) == ":"), False)  # «اعتقلت المواطنين سالم حسن و»
    return starts
