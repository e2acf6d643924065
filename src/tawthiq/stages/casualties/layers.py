"""The layers that counted phrases are made of, by token."""

from collections.abc import Container, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import cast

from tawthiq.clashes import UNNAMED
from tawthiq.language.entries import EventWord, GroupWord, HarmWord, NumberWord, SayWord, StructureWord, VictimWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import PART, GroupHit, HarmHit, Scan, StructureHit, VictimHit
from tawthiq.model import Actor, Document, Number
from tawthiq.speech import speaker_at
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES
from tawthiq.stages.casualties.phrase import FATHA, OF_STATE, SUKUN

_LIMBS, _RESCUERS = "structure.belonging.body", "group.inqadh"
_RAZING, _FOR, _TRIED = "harm.destroyed.tafjir", "ل", edges("tried")
_NO_NAME, _ALSO_NAME = words("no_name"), words("also_name")
_IMAM, _BEFORE, _ACCORDING = "امام", "أ", "according"
_TRAPPED = frozenset({"مفخخ", "مفخخا", "مفخخه", "مفخخين", "ملغم", "ملغوم"})
_SORT, _FORM = attrgetter("entry.sort"), attrgetter("form")
_DEEDS, _THINGS = ("act", "violation"), ("thing", "looking_back")
_PERCENT = 2  # tokens of «في المئة»
_ENDING = ("each", "as", "rate", "that", "disarmed", "tally")
_TWICE = "number.said_twice"
_GIVEN = frozenset({"name", "tie"})
_MEANING = ("structure", "date", "say", "harm", "event")
_ARMED = ("fighter", "soldier")
_THE, _FEMININE = "ال", "ه"
_DEFINITE = ("ال", "وال", "بال", "لل")
_HER_OWN = "ته"  # «شقيقته»
_MY, _LOOSE = "ي", ("وا", "وال", "بال", "باضرار", "لل")  # «سيارتي», and how words begin that belong to no noun before
_AND, _AND_ALI, _ALI, _DOTTED = "و", "وعلي", "علي", "ي"
_NO_OWNER = frozenset({"في", "من", "علي", "الي", "مع", "عن", "بعد", "قبل", "امس", "اليوم", "كان", "كانت", "و"})


def outermost(hits: Sequence[HarmHit]) -> tuple[HarmHit, ...]:
    """Hits without those that begin inside a longer one before them."""
    kept: list[HarmHit] = []
    for hit in hits:
        if not kept or hit.first >= kept[-1].last or hit.first == kept[-1].first:
            kept.append(hit)
    return tuple(kept)


def harms(document: Document, scan: Scan) -> tuple[HarmHit, ...]:
    """The words of harm; one inside a place's name is none («طريق تدمر», of which «تدمر» is also «destroys»), nor is a
    verb behind «ك» («كاسر»), «تفجير» of anything but homes, or «إنقاذ» whose people are spoken of («عمال إنقاذ»)."""
    named = {token for place in document.places for token in range(place.first + 1, place.last)}
    named.update([h.last - 1 for h in scan.of(GroupWord) if h.entry.id == _RESCUERS])
    razing = [h for h in scan.of(HarmWord) if h.entry.id == _RAZING]
    if razing:
        named.update(_not_of_homes(document, scan, razing))
    return outermost([h for h in scan.of(HarmWord) if h.first not in named and not (h.clitic and _likened(h))])


def _not_of_homes(document: Document, scan: Scan, razing: Sequence[HarmHit]) -> list[int]:
    """The words that no home stands behind («تفجير منزل», «تفجير نحو سبعة منازل»), those of a home that was made a bomb
    («تفجير منزل مفخخ في قوة»), and those that tell what was meant («حاولوا تفجير», «لتفجير»)."""
    forms = [*map(_FORM, scan.tokens), ""]
    homes = {h.first for h in scan.of(GroupWord) if isinstance(h.entry, GroupWord) and h.entry.group == "home"
             and forms[h.last] not in _TRAPPED}  # fmt: skip
    numbers = {n.first: n.last for n in document.numbers}
    return [h.first for h in razing if numbers.get(h.last, h.last) not in homes or _meant(scan, h)]


def _meant(scan: Scan, hit: Hit) -> bool:
    return hit.clitic == _FOR or scan.tokens[hit.first - 1].form.startswith(_TRIED)


def _likened(hit: HarmHit) -> bool:
    return hit.clitic.endswith("ك") and hit.entry.part == "verb"


def _plain(form: str) -> bool:
    """Whether a word for an attack is what a number counts («ثلاثة تفجيرات»), and says not how it killed («برصاص»,
    «قصفا»)."""
    return not (form.startswith("ب") or form.endswith("ا"))


def _of_all(hit: StructureHit) -> bool:
    """Whether a word like «جميعهم» stands, not «معظمهم»."""
    return hit.entry.value == "all"


def _is_thing(hit: StructureHit) -> bool:
    """Whether a number may count it: «تسع ولايات», «12 تهمة قتل»; not «قتل العشرات تنديدا»."""
    word = hit.entry
    return hit.clitic in ("", _THE) and (word.part == "thing" or word.value == "charge")


def _are_families(hit: GroupHit) -> bool:
    return not hit.definite and hit.entry.group == "family"


def _inside(groups: Sequence[GroupHit]) -> set[int]:
    """The tokens behind the first of a force's name, or of words that mean nobody."""
    sorts = zip(groups, map(_SORT, groups), strict=True)
    return {at for hit, sort in sorts if sort in ("none", "force") for at in range(hit.first + 1, hit.last)}


def _people(scan: Scan, given: Container[int]) -> dict[int, GroupHit]:
    """The words for people and things by token, but for those that are part of a name («أصيب سامي قائد ناجي») and the
    «أمام» of a mosque that is spelt as no imam («قتل شخصان أمام مسجد»)."""
    groups = scan.starting(GroupWord)
    for at, hit in [*groups.items()]:
        word = scan.tokens[at].form
        if (word in _ALSO_NAME and at - 1 in given and at + 1 in given) or (
            word == _IMAM and hit.last - at > 1 and scan.text.startswith(_BEFORE, hit.start)
        ):
            del groups[at]
    return groups


def _also_say(document: Document, scan: Scan, groups: Mapping[int, GroupHit]) -> set[int]:
    """«قتل عشرة، بحسب مسؤولين وسكان»: the many whom «و» joins right behind those according to whom it is told."""
    told = {h.last for h in scan.parts(SayWord).get(_ACCORDING, ())}
    joined = {s.last: groups[s.last] for s in document.speakers if s.first in told and s.last in groups}
    return {at for at, hit in joined.items() if hit.clitic.startswith(_AND) and hit.number == "many"}


def _uncounted(groups: Mapping[int, GroupHit]) -> set[int]:
    """The tokens of words for people that no number counts: a force, a body, words that mean nobody."""
    sorts = zip(groups, map(_SORT, groups.values()), strict=True)
    return {at for at, sort in sorts if sort in ("force", "body", "none")}


def _blasts(scan: Scan) -> set[int]:
    """Where a word by itself names an attack."""
    words = (h for h in scan.of(EventWord) if h.last - h.first == 1 and not h.clitic)
    return {h.first for h in words if h.entry.names_attack and _plain(scan.tokens[h.first].form)}


def _given(scan: Scan) -> dict[int, VictimHit]:
    """People's given names by token, but for words that mean something there («على», «الخميس»); a name that is also
    another word is one before or behind a given name («رمضان سالم»)."""
    named = scan.of(VictimWord)
    parted = list(zip(map(PART, named), named, strict=True))
    hits = [h for part, h in parted if part in _GIVEN]
    taken = {h.first for layer in _MEANING for h in scan.hits(layer)} if hits else frozenset[int]()
    given = {h.first: h for h in hits if h.first not in taken}
    alone = {f for f, h in given.items() if not h.clitic}
    given |= {h.first: h for h in hits if h.first in taken and h.last in alone and _and_ali(scan, h)}
    given |= {h.first: h for h in hits if h.first - 1 in given and h.first in taken and _ali(scan, h)}
    alone |= {h.first for part, h in parted if part == "after"}  # «نور الدين»
    other = [h for part, h in parted if part == "word" and not h.definite]
    return given | {h.first: h for h in other if h.last in alone or (not h.clitic and h.first - 1 in given)}


def _ali(scan: Scan, hit: Hit) -> bool:
    """«قتل أحمد علي في القصف»: a name behind a given name that is spelt as «على» without its dots."""
    token = scan.tokens[hit.first]
    return token.form == _ALI and scan.text[token.start : token.end].endswith(_DOTTED)


def _and_ali(scan: Scan, hit: Hit) -> bool:
    """«موسى حسين، وعلي خالد»: a name that is spelt as «على» without its dots, joined to those before it."""
    token = scan.tokens[hit.first]
    return hit.clitic == _AND and token.form == _AND_ALI and scan.text[token.start : token.end].endswith(_DOTTED)


class Layers:
    """What stands at each token. `force` gives the group that an actor's people are counted as."""

    def __init__(self, document: Document, scan: Scan, force: Mapping[str, str]) -> None:
        self.document, self.force = document, force
        self.tokens, self.amounts = scan.tokens, scan.of(NumberWord)
        self.end = len(scan.tokens)
        self.known = {h.first for h in scan.words()}
        self.text, self.harms = scan.text, harms(document, scan)
        named = {t for p in document.places for t in range(p.first + 1, p.last)}  # «مخيم المية ومية»
        counts = [n for n in document.numbers if n.aside is None and n.first not in named]
        self.numbers: dict[int, Number] = {n.first: n for n in counts}
        self.after_number = {n.last for n in self.numbers.values()}
        self.measured = {n.last for n in document.numbers if n.aside == "measure"}
        self.past_retold = {n.first - 1: n.last + 1 for n in document.numbers if _TWICE in n.because}
        given = _given(scan)
        self.groups = _people(scan, given)
        self.uncounted = _uncounted(self.groups)
        words = cast(Sequence[HarmWord], [h.entry for h in self.harms])
        self.told = told = list(zip(self.harms, words, strict=True))
        self.victims = {h.first: h for h, word in told if word.part == "victim"}
        self.counted = {h.first: h for h, word in told if word.counted}
        self.states = {h.first for h, word in told if word.part == "state" and word.voice != "of_part"}
        self.deeds = {h.first: h for h, word in told if word.part in ("verb", "masdar")}
        self.wrecking = {t for h, word in told if word.outcome == "destroyed" for t in range(h.first + 1, h.last)}
        self.struck = {h.last - 1 for h, word in told if word.outcome == "hit"}
        self.after_harm = {h.last for h in self.harms}
        small = {part: {hit.first: hit for hit in hits} for part, hits in scan.parts(StructureWord).items()}
        self.led = {h.last for part in ("preposition", "target") for h in small.get(part, {}).values()}
        self.small = frozenset([t for hits in small.values() for t in hits])
        self.struck |= {h.last - 1 for h in small.get("target", {}).values()}
        self.subsets = small.get("breakdown", {})
        self.lists = {f: h for f, h in self.subsets.items() if h.entry.value == "list"}
        self.parting = {h.last for h in self.subsets.values()}
        self.of_percent = _of_percent(document, self.subsets.values())
        self.shares = small.get("share", {})
        self.others = small.get("other", {})
        self.fillers, self.made_of = small.get("filler", {}), small.get("made_of", {})
        self.limbs = {f for f, h in small.get("belonging", {}).items() if h.entry.id == _LIMBS}
        self.alls = {h.last for h in small.get("majority", {}).values() if _of_all(h)}
        self.works = {h.last - 1 for h in small.get("work", {}).values()}
        self.ranks = small.get("among", {})
        self.ranked = {h.last for h in self.ranks.values()}
        ends = [{h.last for h in small.get(part, {}).values()} for part in _ENDING]
        self.each, self.posts, self.rates, self.thats, self.disarmed, self.tallied = ends
        self.things = {h.first for part in _THINGS for h in small.get(part, {}).values() if _is_thing(h)}
        self.acts = {h.first for part in _DEEDS for h in small.get(part, {}).values() if not self._harms_people(h.last)}
        self.names: dict[int, VictimHit | StructureHit] = {**small.get("title", {}), **given}
        self.surnames = self._surnames(given.values())
        self.families = {h.last for h in self.groups.values() if h.number == "many" and _are_families(h)}
        self.places = {p.first for p in document.places}
        self.placed = {p.first for p in document.places if self.tokens[p.first].start < p.span.start}
        self.inside_others = named | _inside(scan.of(GroupWord))
        self.events = {h.first for h in scan.of(EventWord)}
        self.plain_events = {h.first for h in scan.of(EventWord) if not (h.clitic or h.definite)}
        self.blasts = _blasts(scan)
        self.attacks = {h.last - 1 for h in scan.of(EventWord) if h.last - h.first > 1 and not h.definite}
        self.speaking = {t for s in document.speakers for t in range(s.first, s.last)}
        self.actors: dict[int, Actor] = {a.first: a for a in document.actors if UNNAMED.isdisjoint(a.because)}
        sides = (a for a in document.actors if a.first not in self.actors)
        fighting = {t for a in sides for t in range(a.first, a.last)}  # «بين الأهالي والفلول»: none are harmed
        begins = frozenset().union(self.shares, self.numbers, self.victims, self.groups, self.others, self.names)
        self.heads = begins - fighting - _also_say(document, scan, self.groups)  # where a phrase may begin

    def _harms_people(self, index: int) -> bool:
        """«12 عملية قتل»: whether a word of harm to people stands at a token."""
        deed = self.deeds.get(index)
        return deed is not None and deed.entry.outcome not in OBJECT_OUTCOMES

    def _surnames(self, given: Iterable[Hit]) -> set[str]:
        """The words right behind given names that no layer knows («سالم مبروك»), and behind them those with «ال»."""
        behind = [h.last for h in given if h.last < self.end and self._new(h.last)]
        thirds = [t + 1 for t in behind if t + 1 < self.end and self._new(t + 1)]
        return {self.form(t) for t in behind} | {f for f in map(self.form, thirds) if f.startswith(_THE)}

    def form(self, index: int) -> str:
        """The form of a token; empty outside the text."""
        return self.tokens[index].form if 0 <= index < self.end else ""

    def noun(self, index: int) -> HarmHit | GroupHit | None:
        """The noun at a token that can be counted: a victim word or a word for people or things."""
        victim = self.victims.get(index)
        if index not in self.groups or index in self.uncounted:
            return victim
        group = self.groups[index]
        return victim if victim is not None and victim.last >= group.last else group

    def turned(self, number: Number) -> bool:
        """«)114( شهيدا»: whether brackets that were turned round stand right at a number."""
        start, end = number.span.start, number.span.end
        return self.text[max(start - 1, 0) : start] + self.text[end : end + 1] == ")("

    def person(self, index: int) -> GroupWord | None:
        """The word for people at a token."""
        hit = self.groups.get(index)
        word = hit.entry if hit is not None else None
        return word if word is not None and word.sort == "person" else None

    def force_at(self, at: int) -> tuple[str, int] | None:
        """The group and end of a force named at a token: «الشرطة», «حزب الله»."""
        actor, hit = self.actors.get(at), self.groups.get(at)
        named = hit.entry if hit is not None and hit.entry.sort == "force" else None
        if actor is not None and actor.id in self.force and (named is None or named.group != "police"):
            return self.force_of(actor), actor.last
        return (named.group, hit.last) if named is not None and hit is not None else None

    def spoken_force(self, token: int) -> str | None:
        """The group of the force that speaks at a token («قالت الشرطة إن أحد عناصرها قتل»)."""
        speaker = speaker_at(self.document, token)
        if speaker is None:
            return None
        forces = (self.force_at(t) for t in range(speaker.first, speaker.last))
        return next((f[0] for f in forces if f is not None), None)

    def force_of(self, actor: Actor) -> str:
        """What an actor's people are counted as; police where its name says so («عناصر الشرطة»), and where nothing is
        known of it the force or its people that it names («عناصر الحرس الوطني», «من الجنود الإيطاليين»)."""
        members = [self.force[reason] for reason in actor.because if reason in self.force]
        if members:
            return members[0]
        hits = (self.groups.get(at) for at in range(actor.first, actor.last))
        words = [h.entry for h in hits if h is not None]
        for word in words:
            if word.sort == "force" and (word.group == "police" or actor.id not in self.force):
                return word.group
        people = (w.group for w in words if w.sort == "person" and w.group in OF_STATE)
        return self.force.get(actor.id) or next(people, "fighter")

    def whom(self, hit: Hit, word: GroupWord) -> str:
        """The group of a noun: a man's where «ه» ends it, not the «ة» of a woman's («إصابة والده»), none behind it."""
        if not word.his or hit.number != "one":
            return word.group
        token = self.tokens[hit.last - 1]
        written = self.text[token.start : token.end].endswith("ه") and not token.form.endswith(_HER_OWN)
        whose = self.form(hit.last).startswith(_THE) and self.form(hit.last) not in _NO_OWNER
        whose = whose and not self._beside_name(hit.last) and all(d.first != hit.last for d in self.document.dates)
        return word.his if written and not whose else word.group

    def _beside_name(self, at: int) -> bool:
        """«وشقيقه الطفل سامر»: whether a word for people and a name stand in apposition."""
        return at in self.groups and at + 1 in self.names

    def number(self, hit: Hit) -> str:
        """The grammatical number of a noun, by how it is spelt and what follows where its form leaves that open."""
        if hit.number == "two":
            return "one" if self._mine(hit) else "two"
        return "two" if hit.number == "many" and self._spelt_dual(hit) else hit.number

    def _spelt_dual(self, hit: Hit) -> bool:
        """«مدنيَّين»: a fatha before the ending tells the dual from the plural."""
        token = self.tokens[hit.last - 1]
        if not token.form.endswith("ين"):
            return False
        ending, _, after = self.text[token.start : token.end].rpartition("ي")
        return FATHA in ending[-2:] or after.startswith((SUKUN, FATHA))

    def _mine(self, hit: Hit) -> bool:
        """«أصيبت سيارتي بأضرار», not «سيارتي إسعاف»: whether what looks like a dual is the speaker's own, as no noun
        follows."""
        if not self.form(hit.last - 1).endswith(_MY):
            return False
        after = self.form(hit.last)
        return not after[:1].isalpha() or after in _NO_OWNER or after.startswith(_LOOSE)

    def describes(self, hit: Hit) -> bool:
        """Whether a word for people is an adjective of what stands before it («الفصائل المقاتلة», «الأمن العسكري»)."""
        word = hit.entry
        if not isinstance(word, GroupWord) or hit.clitic != _THE:
            return False
        if not self.form(hit.first - 1).startswith(_DEFINITE):
            return False
        if word.describes and hit.number == "one":
            return hit.last >= len(self.tokens) or not self.nameable(hit.last) or self.form(hit.last).startswith(_THE)
        return word.group in _ARMED and self.form(hit.last - 1).endswith(_FEMININE)

    def unknown(self, index: int) -> bool:
        """Whether a word is in no layer, so that it may be a name."""
        token = self.tokens[index]
        free = index not in self.known and index not in self.places and token.form not in _NO_NAME
        return free and token.is_word and len(token.form) > 2

    def _new(self, index: int) -> bool:
        token = self.tokens[index]
        return token.is_word and len(token.form) > 2 and index not in self.known

    def nameable(self, index: int) -> bool:
        """Whether a word may be a name; none that «و» joins on («الفصيل المسلح والذي»)."""
        return index in self.names or (self.unknown(index) and not self.form(index).startswith("وال"))


def _of_percent(document: Document, subsets: Iterable[Hit]) -> set[int]:
    """Where a breakdown of a share in percent goes on («90% منهم مدنيون»): it gives no number of its own."""
    percents = {n.last for n in document.numbers if n.aside == "percent"}
    if not percents:
        return percents
    return {h.last for h in subsets if not percents.isdisjoint(range(h.first - _PERCENT, h.first + 1))}
