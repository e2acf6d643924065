"""Counted nouns: whom or what a number counts."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class GroupWord:
    """`group` as in a claim. `sort`: person, nationality, object, strike (attacks and munitions), force (an armed
    side whose people are counted), body (counted by what it is made of: «طاقم»), none (looks like a word for people) or
    adjective (a word that sharpens the noun before it: «مدنيين» after «أشخاص»). `event` is the cause that the word
    implies; `describes` that it is also said of things («الأمن العسكري»); `his` the group of the man whom its letters
    name where they end in a pronoun («والده», not «والدة»);
    `doer` the English name of such people where they did it themselves ("relative" for «زوجها»), "" for those who are
    not named as doers."""

    layer: ClassVar[str] = "group"
    id: str
    example: str
    group: str
    sort: str = "person"
    event: str | None = None
    rank: int = 0
    describes: bool = False
    his: str = ""
    doer: str = ""
