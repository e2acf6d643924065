"""Words by which a report says that something happened which carries no harm figure."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class StatementWord:
    """`part` is one of

    sign        reports `event` by itself («انسحبت»)
    act         the same, by somebody who says something: who does it is the source («نددت», «يخشى»)
    attribute   a sign that only describes its noun in a relative clause, unless that has its own day («تسيطر عليها»)
    topic       reports an event only beside a phase word: `turns` says which phase makes which («end:ceasefire_end»);
                `event` is what it is where somebody speaks of it
    phase       what happens to a topic («بدء»); `phase` names it
    matter      shows that what somebody says is about the conflict, and reports nothing by itself
    negation    «دون», «عدم»: what follows did not happen
    target      an actor right after it is no doer («ضد»)
    where       a place right after it is where something happened («في»)
    background  a noun right after it only tells when or why («عقب الاتفاق»)
    joint       sets two reports of one sentence side by side («في وقت»)
    other       looks like one of these and is none («قطاع»)

    `firm`: denying the word does not deny that the event took place («لم يخرج الاجتماع بنتائج»).
    `sourced`: counts only where somebody is named who does it («طالب», also a student);
    `refers`: who does it was named before («محذرا», «دعوته»). Of equal signs the one of greater `weight` is taken.
    """

    layer: ClassVar[str] = "statement"
    id: str
    example: str
    part: str
    event: str = ""
    phase: str = ""
    turns: tuple[str, ...] = ()
    firm: bool = False
    sourced: bool = False
    refers: bool = False
    weight: int = 0
