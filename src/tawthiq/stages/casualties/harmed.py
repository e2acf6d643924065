"""A harmed phrase, and which harm fits which phrase."""

from dataclasses import dataclass, replace

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import HitOf
from tawthiq.language.scan import HarmHit
from tawthiq.stages.casualties.phrase import ARMED, Phrase

OBJECT_OUTCOMES = frozenset({"destroyed", "damaged", "hit"})
PEOPLE = frozenset({"person", "victim", "other", "bare"})
NO_OBJECT = frozenset({"passive", "burnt", "intransitive", "suicide", "with_self", "with_victim"})
STANDING = frozenset({"displaced", "detained", "abducted"})
_BUILT = frozenset({"home", "building", "infrastructure", "school", "worship_place", "medical_facility"})
_RAIDS = frozenset({"group.ghara", "group.darba_jawwiyya", "group.darba", "group.hujum"})
_MOVING = frozenset({"vehicle", "aircraft"})  # what is boarded or chased, and not besieged
_FLYING = frozenset({"drone", "missile"})  # what is shot down
EARLIER = -1
HOSPITAL = "to_hospital"  # the voice of «نقل خمسة إلى المستشفى»
FLIGHT = "harm.displaced.nuzuh"  # «نزوح الأهالي» tells of those who fled, «إجلاء السكان» may be a plan
_FLED = frozenset({"harm.displaced.farra", "harm.displaced.to_flee", "harm.displaced.forced", FLIGHT})

_BREAKING = frozenset({"harm.damaged.atab", "harm.damaged.itab", "harm.damaged.hattama"})
RUIN = "harm.damaged.damar"  # «دمار في المنازل» tells of those damaged, «تدمير المنازل» may be of those known


@dataclass(frozen=True, slots=True)
class Harmed:
    """A phrase with its harm. `harm` are the tokens of the governing word; `whole` the index of the
    harmed phrase that this one breaks down, in the same list, or EARLIER for one of an earlier sentence."""

    phrase: Phrase
    outcome: str
    harm: tuple[int, int]
    whole: int | None
    because: tuple[str, ...]

    @property
    def told_at(self) -> tuple[int, int]:
        """The tokens first ≤ t < last that say the harm; of a number alone («سقوط قتلى: 3») those of the number."""
        return self.harm if self.harm[0] < self.harm[1] else (self.phrase.first, self.phrase.last)

    @property
    def by_itself(self) -> bool:
        """Whether the noun itself says the harm («قتيل»), with no word over it."""
        return self.harm == (self.phrase.head, self.phrase.last) and bool(self.phrase.outcome)


def settled(found: list[Harmed]) -> list[Harmed]:
    """Drop those pulled out of whom nothing more is said; a breakdown of a dropped whole goes with it."""
    kept: dict[int, int] = {}
    result: list[Harmed] = []
    for index, harmed in enumerate(found):
        inner = harmed.whole is not None and harmed.whole != EARLIER
        if harmed.outcome in ("body", "") or (inner and harmed.whole not in kept):
            continue
        kept[index] = len(result)
        result.append(replace(harmed, whole=kept[harmed.whole]) if inner and harmed.whole is not None else harmed)
    return result


def as_hit(phrase: Phrase) -> HarmHit:
    named = next((b for b in phrase.because if b.startswith(HarmWord.layer)), phrase.because[-1])
    entry = HarmWord(named, "", "victim", phrase.outcome, phrase.group)
    return HitOf(phrase.head, phrase.last, entry, "", "", phrase.start, phrase.start)


def fits(word: HarmWord, phrase: Phrase) -> bool:
    """People die and are hurt, things are destroyed; both can be hit."""
    if phrase.sort == "strike":
        flying = phrase.group in _FLYING and not phrase.definite and phrase.count.vague is None
        solid = phrase.explicit and _RAIDS.isdisjoint(phrase.because)  # «دمرت إحدى الغارات شاحنة»
        return word.outcome == "destroyed" and (solid or (flying and word.group == "aircraft"))
    if phrase.subset and word.outcome in OBJECT_OUTCOMES:
        return False
    if word.outcome == "damaged" and word.part == "state" and phrase.group == "aircraft" and not phrase.explicit:
        return False  # «أغارت طائرات على المستشفى فأخرجته عن الخدمة»
    if word.outcome == "damaged" and word.id in _BREAKING:
        another = phrase.sort == "other" and word.part == "masdar"  # «احتراق شاحنة وإعطاب الأخرى»
        return phrase.sort == "object" or another  # «حطم مستوطنون زجاج مركبات»
    if word.outcome == "damaged":
        return (phrase.sort in PEOPLE and phrase.sort != "bare") or phrase.sort == "object"
    if word.outcome == "injured" and phrase.sort == "object":
        return word.part == "verb" and word.voice != "by_hand"
    several = phrase.group == "vehicle" and phrase.explicit and (phrase.count.low or 0) > 1
    if word.voice == "blown" and phrase.group not in _BUILT and not several:
        return False  # «تفجير سيارة» may be of a car bomb
    if word.voice == "of_homes" and phrase.group != "home":
        return False
    if word.outcome == "destroyed":
        return phrase.sort in ("object", "other")
    if word.outcome == "besieged":
        return phrase.sort in PEOPLE or (phrase.sort == "object" and phrase.group not in _MOVING)
    if word.outcome == "hit":
        return phrase.sort in ("object", "person") or (phrase.sort == "other" and phrase.explicit)
    one = phrase.count.low == 1 and (phrase.definite or phrase.sort == "other")
    if word.id in _FLED and phrase.group in ARMED:
        return False  # «فر مئات الضباط من الجيش»
    if word.outcome == "displaced" and one and (word.voice == "intransitive" or word.id == FLIGHT):
        return phrase.group in ("family", "displaced_person")  # «فر الثالث» of attackers
    return phrase.sort in PEOPLE
