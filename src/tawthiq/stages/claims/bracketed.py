"""What does the word right before a bracket say of the figures in it? «القصف (ثمانية قتلى) وإطلاق النار (سبعة قتلى)»,
«في طرابلس (16 قتيلا) وبنغازي (قتيل)»"""

from collections.abc import Sequence
from typing import TypeVar

from tawthiq.stages.claims.choose import Candidate, Choice
from tawthiq.stages.claims.scene import Marked, Scene, in_tokens

_OPEN, _CLOSE, _REACH = "(", ")", 12
_LONG = 8  # tokens of the word itself
NOUNS = 2  # between an attack's name and the bracket («مخلفات الحرب غير المنفجرة (قتيل)»)

M = TypeVar("M", bound=Marked)


def bracket_of(scene: Scene) -> int | None:
    """Where the bracket opens that a harm stands in, none where it only holds the harm's own number («(16) قتيلا»)."""
    tokens = scene.report.tokens
    for at in range(scene.start - 1, max(scene.near[0], scene.start - _REACH) - 1, -1):
        if tokens[at].form == _CLOSE:
            return None
        if tokens[at].form == _OPEN:
            inside = (t.form for t in tokens[at + 1 : scene.end])
            return at if _CLOSE not in inside else None
    return None


def headed(scene: Scene, opened: int, marks: Sequence[M], reach: int, reason: str) -> Choice[M] | None:
    """The mark that ends within `reach` tokens before the bracket."""
    before = [m for m in in_tokens(marks, opened - _LONG, opened) if 0 <= opened - m.last <= reach]
    if not before:
        return None
    mark = before[-1]
    return Choice(Candidate(mark, mark.first, mark.last, scene.sentence, 1.0), 1.0, (reason,))
