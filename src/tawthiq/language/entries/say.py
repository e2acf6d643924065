"""Reporting words: verbs of saying, «بحسب», «نقلا عن», and what carries a speaker on."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SayWord:
    """`part` is one of

    verb        says («قال»); its subject follows, or stands before it
    weak        says only where a known speaker is its subject («نشرت»)
    fear        as weak, and what it says ends where «حيث» sets the scene
    perhaps     says only where a known speaker and «أن» follow («بين المصدر أن»)
    mourn       as weak, and says of those counted right behind its subject («نعت الحركة ثلاثة من عناصرها»)
    noun        announces where a known speaker, and a harm or «أن» right behind, follow («بعد إعلان الجيش مقتل ثلاثة»)
    accuse      says of somebody what they did («اتهم»)
    setting     sets the scene («حيث»)
    continue    goes on («أضاف»): without a subject the last speaker's
    participle  goes on inside a sentence («مشيرا إلى»)
    transmit    an agency carries it («نقلت رويترز عن ...»)
    according   «بحسب»: the speaker follows, what is said stands around it
    quoting     «نقلا عن»: as according, for a speaker behind the speaker
    resume      what follows goes on from the sentence before («ونتج عن ذلك»)
    impersonal  looks like a verb of saying and names nobody («يذكر أن»)
    that        opens what is said («أن», «قوله»)
    stop        ends a speaker's name («في», «خلال»)
    relative    joins a clause to a noun («الذي»)
    first       opens a sentence whose subject stands before its verb («أما»)
    joint       puts two clauses side by side («بينما»)
    text        gives in full what somebody issued, where a colon follows («وفيما يلي نص البيان:»)
    saw         tells in the first person what somebody saw («شاهدت الدخان»): who speaks so is a witness
    appeal      appeals to people in the name of the body behind it («تهيب الوزارة»)

    `ends` are the letters that the word as it stands must end with; `needs` words without one of which it says
    nothing («حملت السلطات القوات المسؤولية»). `to` says that whom it is told stands behind it («مصدر أبلغ الوكالة»).
    """

    layer: ClassVar[str] = "say"
    id: str
    example: str
    part: str
    ends: str = ""
    needs: tuple[str, ...] = ()
    to: bool = False
