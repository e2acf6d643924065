"""Words that folding makes one and spelling keeps apart: «آب», «أب» and «إب»."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SpellingWord:
    """`means` says in which layers a spelling has its meaning («آب:date,number»); spelt otherwise it may mean all. A
    month's name is one beside a number or a slash, however it is spelt («12 أب»).

    `part` is word, or name for a given name that many spell like the other word («علي» for «على»): it is told by the
    names and words for people around it too.
    """

    layer: ClassVar[str] = "spelling"
    id: str
    example: str
    part: str
    means: tuple[str, ...]
