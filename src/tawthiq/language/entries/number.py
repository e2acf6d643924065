"""Number words: what a number is made of, what bounds it, and what shows that it counts nothing."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class NumberWord:
    """`part` says what the word does in or beside a number; `value` what it is worth, where it is worth something.

    `vague` is the vague word it is when no number stands before it; `modifier` as in a count,
    `side` where it stands (before the number, after its noun, or either); `opens`: the modifier
    may be parted from its number by a phrase («تجاوز عدد القتلى 40»), "direct", or "than" with «على» or «عن»;
    a label that opens may be parted by a name («قرار مجلس الأمن 2254»).
    `aside` is why a number beside the word is no count; `years`: it goes with ages and years;
    `marbuta`: behind a clitic it must be written with ta marbuta («بعدة», not «بعده»).
    """

    layer: ClassVar[str] = "number"
    id: str
    example: str
    part: str
    value: float | None = None
    vague: str | None = None
    modifier: str | None = None
    side: str = "before"
    opens: str | None = None
    aside: str | None = None
    years: bool = False
    marbuta: bool = False
