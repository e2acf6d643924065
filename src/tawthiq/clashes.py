"""Where the words of a clash say who fights: «اشتباكات، مساء أمس، في محيط البلدة بين عائلتين وقوات الأمن»."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from tawthiq.language.entries import EventWord, HarmWord, StructureWord
from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token
from tawthiq.model import Sentence

SIDE = "actor.side_of_clash"  # an armed group without a name, or one behind such a word
PARTY = "actor.people_in_clash"  # «عائلتين»: they do harm in the clash alone
UNNAMED = frozenset({SIDE, PARTY})
_CLASH = "armed_clash"
_OPENING_PARTS = ("among", "plus", "target")
_REACH = {"between": 26, "with": 12, "against": 12}  # from a clash over its time and place to the word before its sides
_OPPOSED, _NEAR = ("with", "against"), 4
_GROWN = 3  # from «تطور إلى» to where the clash's words end
_SIDES = 16  # from the first side to the last
_OPENING = ("(", "[", "«", '"', "“", "#")
_COMMAS = ("،", ",", "؛")
_AND = "و"
_AREAS = ("منطقتي", "حيي", "محلتي", "اهالي", "مسلحي")  # «بين منطقتي التبانة وجبل محسن»
_FIRST, _EVENT = attrgetter("first"), attrgetter("entry.event")


def sides(scan: Scan, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The tokens at which the words for a side of a clash can begin: behind «بين» and «مع», and behind each «و» that
    joins another side."""
    events = scan.of(EventWord)
    clashes = [h.last for h, event in zip(events, map(_EVENT, events), strict=True) if event == _CLASH]
    if not clashes or not sentences:
        return frozenset()
    harms = {h.first for h in scan.of(HarmWord)}
    parting = harms.union([h.first for h in scan.parts(StructureWord).get("preposition", ())])
    found: set[int] = set()
    clashes = sorted([*clashes, *_quarrels(scan, clashes)])
    for hit in (h for part in _OPENING_PARTS for h in scan.parts(StructureWord).get(part, ())):
        value = hit.entry.value or ""
        before = bisect_right(clashes, hit.first) - 1
        if before < 0 or hit.first - clashes[before] > _REACH.get(value, -1):
            continue
        if value in _OPPOSED and not _of_one_breath(scan.tokens, clashes[before], hit.first, parting):
            continue
        here = sentences[max(0, bisect_right(sentences, hit.first, key=_FIRST) - 1)]
        if here.first < clashes[before]:
            limit = min(here.last, hit.last + _SIDES)
            found.update(_sides(scan.tokens, hit.last, limit, harms) if value == "between" else (hit.last,))
    return frozenset(found)


def _of_one_breath(tokens: Sequence[Token], clash: int, word: int, parting: set[int]) -> bool:
    """«اشتباكات عنيفة اندلعت مساء أمس (الاثنين) مع»: whether no harm, preposition or comma parts «مع» from a clash that
    is farther off."""
    far = range(clash, word) if word - clash > _NEAR else ()
    return not any(at in parting or tokens[at].form in _COMMAS for at in far)


def _quarrels(scan: Scan, clashes: Sequence[int]) -> Iterator[int]:
    """«خلاف بين مجموعتين تطور إلى اشتباكات»: where the words for what grew into a clash end."""
    words = scan.parts(StructureWord)
    if "escalated" not in words:
        return
    quarrels = [h.last for h in words.get("quarrel", ())]
    for grown in words["escalated"]:
        behind = bisect_right(clashes, grown.last)
        at = bisect_right(quarrels, grown.first) - 1
        if behind < len(clashes) and clashes[behind] - grown.last <= _GROWN and at >= 0:
            yield quarrels[at]


def _sides(tokens: Sequence[Token], first: int, limit: int, harms: set[int]) -> Iterator[int]:
    """Each place where a side begins; what the clash led to ends them, and so does a comma once there are two."""
    told = 1
    first = _past_marks(tokens, first, limit)
    yield first
    if first < limit and tokens[first].form in _AREAS:
        yield first + 1
    for at in range(first + 1, limit):
        form = tokens[at].form
        if at in harms or (told > 1 and form in _COMMAS):
            return
        if form.startswith(_AND):
            told += 1
            yield at if form != _AND else _past_marks(tokens, at + 1, limit)


def _past_marks(tokens: Sequence[Token], at: int, limit: int) -> int:
    while at < limit and tokens[at].form in _OPENING:
        at += 1
    return at
