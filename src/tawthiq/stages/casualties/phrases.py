"""Counted phrases: a number and the noun that it counts, or a noun that counts by its form."""

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import GroupHit, HarmHit
from tawthiq.model import Count, Number
from tawthiq.stages.casualties import heads, others, pairs, things
from tawthiq.stages.casualties.agreement import object_of, possessed
from tawthiq.stages.casualties.bounded import BOUNDS, bounded
from tawthiq.stages.casualties.completing import completes
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.members import Members, sharpens
from tawthiq.stages.casualties.names import Names
from tawthiq.stages.casualties.phrase import ARMED, BY_FORM, CREWS, SETTLED, SOME, Phrase

_COLLECTIVE = frozenset({"family"})
_FURTHER = ARMED | {"medic", "rescuer", "journalist", "aid_worker"}
_CLOSED_BY = {")": "(", "/": "/", "(": ")"}
_ONE_OF, _IN, _SOME_OF_THEM = "number.one_of", "في", "منهم"
_THEIRS = ("ه", "ها", "هم", "هما")
_OF_ITS_OWN = ("آ", "أ")  # which folding makes an alif as the article's
_COMMAS, _MANY = frozenset("،,"), "number.many"
_THE, _UNDER, _MOST = "ال", "دون", ("اكبر", "اعلي", "اكثر")
_ENTIRE = ("كامله", "باكملها")


class Finder:
    """Finds the counted phrases of a text."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.tokens = layers.tokens
        self.names = Names(layers)
        self.members = Members(layers)
        self.starts = layers.heads.union(self.names.subjects, self.names.naming)

    def find(self, first: int, last: int) -> Iterator[Phrase]:
        """The counted phrases that begin in first ≤ t < last, left to right, none inside another."""
        ended, before = first, None
        for index in [t for t in range(first, last) if t in self.starts]:
            phrase = self._at(index, last) if index >= ended else None
            if phrase is None:
                continue
            if phrase.sort != "rate" and (before is None or not self._again(before, phrase)):
                yield phrase
                before = phrase
            ended = phrase.last

    def _again(self, before: Phrase, phrase: Phrase) -> bool:
        """«وفاة رجلين (2)»: whether a number alone in brackets repeats how many the noun before it counts."""
        form, alone = self.layers.form, before.last == phrase.first - 1 and phrase.last - phrase.first == 1
        return alone and (form(before.last), form(phrase.last)) == ("(", ")") and phrase.count == before.count

    def _at(self, index: int, stop: int) -> Phrase | None:
        layers = self.layers
        if index in layers.shares and layers.shares[index].last <= stop:
            return others.share(layers, layers.shares[index], stop)
        number = layers.numbers.get(index)
        if number is not None and number.last <= stop and not self._no_count(number, index):
            phrase = self.members.mingled(self._numbered(number, stop), stop)
            of_things = phrase.sort == "bare" and things.counted(layers, number)
            unfired = phrase.sort == "strike" and index in layers.disarmed
            return replace(phrase, sort="rate") if index in layers.rates or of_things or unfired else phrase
        hit = layers.noun(index)
        if hit is not None and not heads.counts_nothing(layers, hit, index):
            noun = self._composed(self.members.mingled(self._extended(self._named(hit), stop), stop), stop)
            if index in layers.rates or index in layers.of_percent:
                return replace(noun, sort="rate")  # «بمعدل طفلين يوميا», «90% منهم مدنيون»
            bound = noun.last in layers.fillers or layers.tokens[noun.first - 1].form in BOUNDS
            return bounded(layers, noun) if bound else noun
        body = layers.groups.get(index)
        if body is not None and body.entry.sort == "body" and not heads.counts_nothing(layers, body, index):
            stub = replace(self._named(body), sort="person")
            whole = self._composed(stub, stop)
            return whole if whole is not stub else None
        named = self.names.at(index, stop)
        if named is not None:
            return named
        more = others.more(layers, index)
        return self._others_of(more, stop) if more is not None and more.sort == "other" else more

    def _no_count(self, number: Number, index: int) -> bool:
        """«عائلة واحدة»: the word for one after a noun counts nothing new; nor does «عدد من قتلوا» count."""
        most = number.count.vague is not None and self.layers.form(index - 1) in _MOST
        many = number.because[-1:] == (_MANY,) and others.of_the_many(self.layers, number, index)
        if most or many or self._under_age(index):
            return True  # «سقط أكبر عدد من القتلى في»
        single = number.value == 1 and self.tokens[number.last - 1].is_word and number.last - number.first == 1
        free = index in self.layers.after_harm or self._joined(number) or self.layers.form(number.last) == "من"
        free = free or number.last in self.layers.subsets  # «إن واحدا منهما قتل»
        if single and "number.one" in number.because and not free:
            return True
        inside = self.layers.form(index - 1) == _IN and index not in self.layers.after_harm
        if _ONE_OF in number.because and (inside or number.last in self.layers.limbs):
            return True  # «قتل في إحدى المعارك», «بتر أحد قدميه»
        deed = self.layers.deeds.get(number.last)
        clause = deed is not None and deed.entry.part == "verb" and not deed.clitic
        return clause and self.layers.form(number.last - 1) == "من"

    def _under_age(self, index: int) -> bool:
        """«طفلان دون الـ15»: whether a number tells an age below which the counted are."""
        the = self.tokens[index - 1].form == _THE
        return (the or self.tokens[index].form.startswith(_THE)) and self.layers.form(index - 1 - the) == _UNDER

    def _numbered(self, number: Number, stop: int) -> Phrase:
        at = number.last
        opening = _CLOSED_BY.get(self.layers.form(at))
        if opening and opening in (self.layers.form(number.first - 1), self.layers.form(at - 2)):
            at += opening != ")" or self.layers.turned(number)
        if at in self.layers.past_retold:
            at = self.layers.past_retold[at]  # «أربعة (04) مهربين»
        fillers = self.layers.fillers
        while at < stop and ((at in fillers and self._fills(at)) or self.tokens[at].form == "#"):
            at = fillers[at].last if at in fillers else at + 1
        joined = self._joined(number)
        bare = Phrase(number.first, number.last, number.span.start, number.count, "person", "bare", "", True, False,
                      joined, number.last, number.because)  # fmt: skip
        if self.tokens[number.last - 1].form == _SOME_OF_THEM:  # «عددا منهم»
            return replace(bare, group=self.members.struck(number.first) or bare.group)
        if at >= stop:
            return bare
        some = self.layers.subsets.get(at)
        if some is not None and self.tokens[at].form.startswith("من"):  # but «قتل 30 من بينهم 12 طفلا»
            return bare if some.last - at > 1 and some.last in self.starts else self._some_of(bare, at)
        counted = self.layers.counted.get(at)
        if counted is not None and not counted.clitic:
            word = counted.entry
            because = (*bare.because, word.id)
            phrase = replace(bare, last=counted.last, sort="victim", outcome=word.outcome, because=because)
            return self._extended(phrase, stop)  # «15 إصابة من المدنيين»
        other = self.layers.others.get(at)
        if other is not None and not other.clitic and other.entry.value != "alike":
            return self._further(bare, other, stop)
        hit = self.layers.noun(at)
        if self.tokens[at].form == "(" and at + 1 < stop:
            inner = self.layers.noun(at + 1)  # «مقتل 23 (تكفيريا)»
            hit = inner if inner is not None and self.layers.form(inner.last) == ")" else None
        if hit is not None and (
            hit.clitic not in ("", "ال") or (hit.entry.id in heads.BESIDE and heads.beside(self.layers, bare, hit))
        ):
            return bare
        if hit is None and self.tokens[at].form in ("من", "عنصر") and at + 1 < stop:
            return self._partitive(bare, at + 1, stop)
        if hit is None and self.layers.form(number.last - 1) == "من":
            return self._partitive(bare, at, stop)
        return self._unknown(bare, at) if hit is None else self._counting(bare, hit, stop)

    def _fills(self, at: int) -> bool:
        """«خمسة من كبار الضباط», not «خمسة من كبار السن»: whether a word only stands between."""
        noun = self.layers.groups.get(at)
        return noun is None or noun.last <= self.layers.fillers[at].last

    def _unknown(self, bare: Phrase, at: int) -> Phrase:
        """«46 مهربا», not «ومليون طردوا»: after a number above ten an accusative that no layer knows is still the
        counted noun."""
        low, form = bare.count.low or bare.count.high or 0, self.layers.form(at)
        if low <= 10 or not form.endswith("ا") or form.endswith("وا") or not self.layers.unknown(at):
            return bare
        return replace(bare, last=at + 1, sort="person")

    def _further(self, bare: Phrase, other: Hit, stop: int) -> Phrase:
        """«خمسة آخرين», «ستة آخرين من المدنيين», «ستة آخرون من أفراد الشرطة»."""
        phrase = replace(bare, last=other.last, sort="other", because=(*bare.because, other.entry.id))
        state = self.layers.victims.get(other.last)
        if state is not None and state.number == "many" and not (state.clitic or state.definite or self._verbal(state)):
            return replace(phrase, last=state.last, outcome=state.entry.outcome)  # «و10 آخرون جرحى»
        return self._others_of(phrase, stop)

    def _others_of(self, phrase: Phrase, stop: int) -> Phrase:
        """«ستة آخرين من المدنيين», «وآخر من تنظيم القاعدة»: others with the people or the force that they are of."""
        at = phrase.last + 1
        if at >= stop or self.layers.form(phrase.last) != "من":
            return phrase
        word = self.layers.person(at)
        if word is None or not self.layers.groups[at].definite:
            taken = self._partitive(phrase, at, stop)
            force = taken.group in _FURTHER and not taken.outcome
            return replace(phrase, last=taken.last, group=taken.group, sort="person") if force else phrase
        return replace(phrase, last=self.layers.groups[at].last, group=word.group, sort="person")

    def _verbal(self, hit: Hit) -> bool:
        """«إصابة 46 آخرين إصابات متفاوتة»: a noun that repeats the verb."""
        return self.layers.form(hit.last - 1).endswith("ات")

    def _some_of(self, bare: Phrase, at: int) -> Phrase:
        """«سبعة منهم», «العشرات منهن»."""
        hit = self.layers.subsets[at]
        group = "woman" if self.layers.form(hit.last - 1).endswith("هن") else bare.group
        some = replace(bare, last=hit.last, sort="other", subset=True, group=group)
        of = self.layers.form(hit.last) == "من"
        word = self.layers.groups.get(hit.last + 1) if of else None
        force = self.layers.force_at(hit.last + 1) if of and group == "person" else None
        are = self.layers.person(hit.last) if self.layers.form(bare.first - 1) in _COMMAS else None
        if (
            are is not None
            and self.layers.groups[hit.last].number == "many"
            and not self.layers.groups[hit.last].clitic
        ):
            return replace(some, last=self.layers.groups[hit.last].last, group=are.group)  # «، اثنان منهم أطفال»
        if force is not None:
            return replace(some, last=force[1], group=force[0])  # «ثلاثة منهم من الشرطة»
        if word is None or group != "person":
            return replace(some, group=self.members.struck(some.first) or group) if group == "person" else some
        entry = word.entry
        if entry.sort != "person" or entry.group in _COLLECTIVE:
            return some
        return replace(some, last=word.last, group=entry.group)

    def _counting(self, bare: Phrase, hit: HarmHit | GroupHit, stop: int) -> Phrase:
        named = self._named(hit)
        phrase = Phrase(
            bare.first, named.last, bare.start, bare.count, named.group, named.sort, named.outcome, bare.explicit,
            bare.definite, bare.joined, named.head, (*bare.because, *named.because), bare.subset, bare.owned,
            bare.share, bare.alike,
        )  # fmt: skip
        return self._extended(phrase, stop)

    def _joined(self, number: Number) -> bool:
        """Whether «و» stands before the number, glued or apart («و25», «و عشرة», «و(25)»)."""
        first = number.first
        before = self.layers.form(first - 1)
        if before in ("(", "/") or (before == ")" and self.layers.turned(number)):
            first -= 1
            before = self.layers.form(first - 1)
        token = self.tokens[first]
        return before == "و" or (
            first == number.first and token.form.startswith("و") and token.start < number.span.start
        )

    def _partitive(self, bare: Phrase, at: int, stop: int) -> Phrase:
        """«ثلاثة من الجنود», «عدد من قوات الجيش», «خمسة من حزب الله»."""
        at += self.layers.form(at) == "#"
        if at in self.layers.fillers and self._fills(at):
            at = self.layers.fillers[at].last  # «اثنان من أبرز قادتها»
        actor, hit = self.layers.actors.get(at), self.layers.noun(at)
        if hit is not None and hit.number == "one" and not hit.definite and at in self.layers.places:
            return bare  # «أربعة من جنين»
        force = self.layers.force_at(at)
        if hit is None and force is not None:
            return replace(bare, last=force[1], group=force[0], sort="person")
        if actor is not None and (hit is None or hit.last <= actor.last):
            group = self.layers.force_of(actor)
            return replace(bare, last=actor.last, group=group, sort="person", because=(*bare.because, *actor.because))
        if hit is None:
            return bare
        phrase = self._counting(bare, hit, stop)
        return replace(phrase, group="person") if phrase.group in _COLLECTIVE and not hit.definite else phrase

    def _named(self, hit: HarmHit | GroupHit) -> Phrase:
        entry = hit.entry
        joined = hit.clitic.startswith("و")
        count = BY_FORM.get(self.layers.number(hit), SOME)
        if isinstance(entry, HarmWord):
            owned = hit.number == "many" and (entry.id in heads.SOMEBODYS or heads.owned(self.layers, hit.last))
            return Phrase(hit.first, hit.last, hit.start, count, entry.group, "victim", entry.outcome, False,
                          hit.definite or owned, joined, hit.first, (entry.id,))  # fmt: skip
        sort = "person" if entry.sort == "nationality" else entry.sort
        definite = hit.definite or self._bears_article(hit)
        return Phrase(hit.first, hit.last, hit.start, count, self.layers.whom(hit, entry), sort, "", False, definite,
                      joined, hit.first, (entry.id,))  # fmt: skip

    def _bears_article(self, hit: Hit) -> bool:
        """Whether a word of the noun has the article as a part of it («الثوار», not «آليات» or «ألغام»)."""
        if self.tokens[hit.first].form.startswith(_THE, len(hit.clitic)):
            return not self.layers.text.startswith(_OF_ITS_OWN, hit.start)
        return hit.last - hit.first > 1 and any(t.form.startswith(_THE) for t in self.tokens[hit.first + 1 : hit.last])

    def _composed(self, phrase: Phrase, stop: int) -> Phrase:
        """«عائلة من ثمانية أفراد», «وفد يضم ستة أطباء»: the number of those that a body of people is made of."""
        if phrase.sort != "person" or phrase.explicit or phrase.count.low != 1:
            return phrase
        whole = phrase.last + (self.layers.form(phrase.last) in _ENTIRE)  # «عائلة كاملة مؤلفة من خمسة»
        made = self.layers.made_of.get(whole)
        at = made.last if made is not None else phrase.last
        if self.layers.form(at) == "من" and (made is not None or phrase.group in _COLLECTIVE):
            at += 1
        number = self.layers.numbers.get(at)
        if at == phrase.last or number is None or number.last > stop:
            return phrase
        inner = self._numbered(number, stop)
        if inner.sort != "person" or inner.outcome:
            return phrase
        return replace(inner, first=phrase.first, start=phrase.start, joined=phrase.joined)

    def _extended(self, phrase: Phrase, stop: int) -> Phrase:
        """Take in what sharpens the noun: adjectives, «واحد», «من المدنيين», «من الشرطة», a second noun."""
        phrase = pairs.mixed(self.layers, phrase, stop)
        while phrase.last < stop:
            longer = self._longer(phrase)
            if longer is None:
                break
            phrase = longer
        single = phrase.definite and not phrase.explicit and phrase.count.low == 1
        single = single and (
            phrase.sort == "person" or (phrase.sort == "victim" and phrase.first in self.layers.after_harm)
        )
        if single and phrase.last < self.names.subjects.get(phrase.first, 0):
            return replace(phrase, last=self.names.subjects[phrase.first])
        titled = single and (phrase.last in self.layers.names or self.names.full(phrase.last, stop))
        if titled or (phrase.first in self.names.listing and self._kin_named(phrase)):
            last = self.names.end(phrase.last, min(stop, phrase.last + 3))
            return self.names.further(replace(phrase, last=last), stop)
        last = self.names.said_behind(phrase.last, stop) if single or self._kin_named(phrase) else 0
        if last:
            return replace(phrase, last=last)
        if phrase.sort in ("person", "victim") and phrase.last + 1 < stop and self.tokens[phrase.last].form == "من":
            hit = self.layers.groups.get(phrase.last + 1)
            definite = self.layers.form(phrase.last + 1).startswith("ال")
            counted = hit is not None and hit.number == "many"
            counted = counted and (phrase.sort == "victim" or self._of_force(phrase, hit))
            if hit is not None and (hit.definite or definite or counted) and sharpens(phrase.group, hit.entry):
                word = hit.entry
                phrase = replace(phrase, last=hit.last, group=word.group, because=(*phrase.because, word.id))
        if phrase.sort == "object" and not phrase.explicit:
            settled = phrase.because[-1] in SETTLED and phrase.count.low == 1
            return replace(phrase, owned=True) if self._is_owned(phrase.last, stop, settled) else phrase
        return self.members.of(self.members.ranked(phrase, stop), stop)

    def _kin_named(self, phrase: Phrase) -> bool:
        """«القتلى هم فلان وشقيقه محمود»: whether a given name stands right behind one told by whose he is."""
        if phrase.sort != "person" or phrase.count.low != 1 or phrase.explicit or phrase.group in _COLLECTIVE:
            return False
        name, token = self.layers.names.get(phrase.last), self.tokens[phrase.last - 1]
        theirs = self.layers.text[token.start : token.end].endswith(_THEIRS)
        return name is not None and not name.clitic and theirs

    def _of_force(self, phrase: Phrase, hit: Hit | None) -> bool:
        """«27 شخصا من مقاتلي الحشد»: whether people that a number counts are of a force named behind."""
        return hit is not None and phrase.explicit and self.layers.force_at(hit.last) is not None

    def _is_owned(self, at: int, stop: int, settled: bool = False) -> bool:
        """Whether what follows a noun for a thing names it: a definite word, a place or a name."""
        if at >= stop or not self.tokens[at].is_word:
            return False
        form = self.tokens[at].form
        adjective = form.endswith(("ي", "يه", "يا", "ين", "ات"))
        if self.tokens[at - 1].form.endswith("ا") and at - 1 not in self.layers.places:
            return False
        if settled and not adjective and at not in self.layers.small and len(form) > 2:
            return True
        return form.startswith("ال") or at in self.layers.places or (self.layers.nameable(at) and not adjective)

    def _longer(self, phrase: Phrase) -> Phrase | None:
        """The phrase with one more word, or None where it ends."""
        at = phrase.last
        number = self.layers.numbers.get(at)
        if number is None and self.layers.form(at) == "ال" and at + 1 in self.layers.numbers:
            number = self.layers.numbers[at + 1]
        if number is None and self.tokens[at].form in CREWS and phrase.count.vague and not phrase.explicit:
            number = self.layers.numbers.get(at + 1 if self.layers.form(at + 1).startswith(_THE) else at)
        if number is not None and not phrase.explicit:
            definite = self.tokens[at].form.startswith(_THE) or self.tokens[number.first].form.startswith(_THE)
            if completes(number, phrase, definite):
                return replace(phrase, last=number.last, count=number.count, explicit=True)
        if number is not None and phrase.explicit and self._out_of(phrase, number):
            return replace(phrase, last=number.last)
        other = self.layers.others.get(at)
        if other is not None and not other.clitic:
            two = other.entry.value == "two" and other.last - at > 1 and not phrase.explicit
            count = Count(2, 2) if two else phrase.count  # «جنديين آخرين اثنين»
            return replace(phrase, last=other.last, count=count, because=(*phrase.because, other.entry.id))
        victim = self.layers.victims.get(at)
        if victim is not None and pairs.became(self.layers, phrase, victim):
            harm = victim.entry
            fallen = harm.outcome == "casualties" and victim.last - victim.first == 1
            outcome = "killed" if fallen else harm.outcome
            return replace(phrase, last=victim.last, outcome=outcome, because=(*phrase.because, harm.id))
        hit = self.layers.groups.get(at)
        if (
            hit is None
            or len(self.tokens[at].form) < 3
            or hit.clitic not in ("", "ال")
            or phrase.sort not in ("person", "victim")
        ):
            return None
        word = hit.entry
        if phrase.outcome and phrase.definite and hit.number in ("one", "two") and phrase.count.vague:
            return None
        if (hit.definite != phrase.definite and not phrase.explicit) or word.sort not in ("person", "nationality"):
            return None
        theirs = phrase.group in ARMED and not phrase.explicit and possessed(self.layers, hit)
        if theirs or object_of(self.layers, phrase, hit):
            return None
        group = word.group if sharpens(phrase.group, word) else phrase.group
        return replace(phrase, last=hit.last, group=group, because=(*phrase.because, hit.entry.id))

    def _out_of(self, phrase: Phrase, number: Number) -> bool:
        """«ثلاثة من أبنائه الخمسة»: whether a definite number behind those that some are of tells how many they are."""
        more = (number.value or 0) > (phrase.count.low or 0) and self.tokens[number.first].form.startswith(_THE)
        return more and any(t.form == "من" for t in self.tokens[phrase.first : phrase.last])
