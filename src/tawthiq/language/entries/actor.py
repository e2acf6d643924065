"""Names of armed actors, and the words by which a report points at one."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ActorWord:
    """`part` is one of

    name      a noun phrase that names `actor` wherever it stands
    homonym   a name that is a common noun with an adjective behind it («القاعدة», but not «القاعدة الروسية»)
    common    words by which a report shows that it means the common noun
    adjective a nationality, an actor only after a force, modifier or state word («قصف روسي»)
    country   a state's name, an actor unless a locative stands before it
    land      the same for states that are mostly named as places: an actor only after an
              agent word or where a clause begins
    region    a place that speaks for a country and acts for nobody
    state     a state's force («الجيش»): the adjective after it, else the report, says whose
    label     a word for one side: `where` (country:actor, from a day on country:actor@2023-04-15, only
              where the report names it country:actor?, in any country *:actor), the last actor
              so `called`, or `actor` resolves it; a state's word takes its `where` first
    deed      an attack, of the actor behind it («قصف روسي», «عنف المستوطنين»)
    party     people without a name of their own, an actor only as a side of a clash («اشتباكات بين عائلتين»)
    force     armed people and weapons; as a side of a clash `actor` where one is given
    modifier, locative, agent   see above; no actors themselves

    `called` is also "kin" of words for a family or tribe, whose name behind them is part of how the text calls it.

    `actor` is the neutral id, several joined by "+"; empty for a state that has none of its own, which
    becomes other:<english> <force>. `proxy` is the actor that armed people are whom a state backs («مسلحون موالون
    لإيران»). `country` is the ISO code that the word speaks for,
    `kind` what it is as the source of a claim. `cities` are forms that are also a city: «هجوم باريس» is where.
    `members` is the group that its people count as where they are not as the actor's are (a state's militia).
    """

    layer: ClassVar[str] = "actor"
    id: str
    example: str
    part: str = "name"
    actor: str = ""
    proxy: str = ""
    country: str = ""
    english: str = ""
    called: str = ""
    kind: str = ""
    where: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    members: str = ""
