"""Words that name who speaks: bodies, roles, unnamed sources, and the words around them."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SourceWord:
    """`part` is one of

    body     a body's name, whole («الدفاع المدني»)
    head     a noun that a body's name begins with («وزارة», «مستشفى»)
    generic  an unnamed speaker («مصدر», «شهود عيان»)
    role     what a person is («مدير», «المتحدث باسم»)
    title    what stands before a person's name («العقيد», «الدكتور»)
    person   the name of somebody who speaks for a side in public, whose kind it is
    field    a word after one of these that settles the kind («طبي», «الصحة»)
    carrier  what a statement stands in («بيان», «تغريدة»): the speaker follows, or spoke before
    footage  what was filmed, which shows something («أظهر مقطع مصور»)
    norm     what something accords with («وفق معايير»), which says nothing

    `kind` as in a claim's source; `open` lets a field word change it; `back`: alone and definite the
    word refers to a speaker named before («المصدر»); `alone`: with the article a field word speaks for its
    ministry («أعلنت الصحة اللبنانية»); `source` is a stable id of a body.
    """

    layer: ClassVar[str] = "source"
    id: str
    example: str
    part: str
    kind: str | None = None
    source: str | None = None
    open: bool = False
    back: bool = False
    alone: bool = False
