"""Words that describe what was done to bodies, which the review page covers. The reader does not look for them."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class GraphicWord:
    """That somebody was killed, hurt or tortured is no such word; how a body was left is. `part` is one of

    sign        describes it by itself («أشلاء»)
    thing       what it was done to, by `kind` (body, limb, blood, or alive: somebody living); nothing by itself («جثة»)
    done        what was done, or how it was left («متفحمة»): describes it near a thing whose kind is among `to`
    apart       a body before it and what is said behind it are two matters («جثث داخل سيارة محترقة»)
    plain       begins with a و of its own; any other و between a thing and what was done sets them apart
    none        looks like one of these and is none («ذبح الأضاحي»)
    """

    layer: ClassVar[str] = "graphic"
    id: str
    example: str
    part: str
    kind: str = ""
    to: tuple[str, ...] = ()
