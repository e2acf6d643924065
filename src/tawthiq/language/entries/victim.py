"""Words around the names of victims: given names, what people are called, kin, lists of names."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class VictimWord:
    """`part` is one of

    name      a given name
    word      the same, of names that are also other words: they begin a name only where one must stand («ربيع»)
    tie       begins or goes on a name, as one with the word behind it («أبو», «عبد»)
    within    stands between two words of a name, and is none of them («بن»)
    after     goes on a name, as one with the word before it («الدين»)
    surname   goes on a name, where it could also be another word («النجار»)
    call      stands before the name of somebody («الطفل», «الصحفي»)
    state     the same, and says what became of them («الشهيد», «الأسير»)
    lead      a post whose holder is named behind what it is of («قائد اللواء»)
    other     somebody else's: the name behind it is not the victim's («سائق الوزير», «أسرة الشيخ»)
    attacker  did the harm, whatever became of them («المهاجم»)
    kin       a relative: of the one named before where a pronoun is attached («زوجته»), else of the one named behind
    naming    stands between a noun and the name («يدعى»)
    heading   stands before a list of names («أسماء»)
    mourn     says before a heading what became of those named behind it («نعت النقابة»)
    each      stands before several names («كل من»)
    site      what is named after people («مستشفى»)
    age       stands before an age («البالغ من العمر»)
    unit      what an age is counted in: `years` of them
    none      looks like a name and is none («كمال الأجسام»)
    suspect   says why somebody is held: they may have done harm themselves
    alias     stands before another name of the same one («الملقب»)

    `sex` is male or female, `group` and `outcome` as in a claim, `relation` what a relative is (wife, son …).
    """

    layer: ClassVar[str] = "victim"
    id: str
    example: str
    part: str
    sex: str | None = None
    group: str | None = None
    outcome: str | None = None
    relation: str | None = None
    years: float = 1
