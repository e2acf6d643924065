"""The fallen of a force who are told of again: «جثمان الشهيد العريف سالم المالكي», «المالكي», «باستشهاد ابنهم»."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from tawthiq.language.entries import GroupWord, VictimWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import Scan
from tawthiq.model import Casualty
from tawthiq.stages.casualties.grouping import NAMED, RANK
from tawthiq.stages.casualties.phrase import OF_STATE

_NAME, _THE = "victim.name", "ال"
_RANKS = frozenset({"group.rutba_awwal", "group.rutba_rukn", "group.jundi"})
_MOURNED = frozenset({"harm.killed.shahid", "harm.killed.juthman", "harm.killed.juththa"})
_CALLED = frozenset({"الشهيد", "شهيد", "الشهيدين", "الشهيدان", "الواجب", "الوطن", "البطل", "المرحوم", "الفقيد"})
_MARTYRED = frozenset({"harm.killed.istishhad", "harm.killed.ustushhida"})
_SON_SPELT = "group.ibna"  # «ابنه» is folded as «ابنة» is
_KIN = frozenset({"group.ibn", "group.najl", "group.shaqiq", "group.akh", "group.akhuh", "group.zamil"})
_PLAIN = frozenset({"person", "man"})
_BELONGING, _FORCE = frozenset({"group.mansub", "group.muntasib"}), "group.force."
_NAME_REACH, _CALLED_REACH, _FORCE_REACH, _GROUPS_BEHIND = 5, 3, 12, 6
_FIRST = attrgetter("first")
_AGAIN, _TWO = "casualties.fallen", 2  # «جثماني شهيدي الواجب العريف سالم والجندي خالد»


def fallen(scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """Who is told of by a rank, by the name of one whom the report ranks elsewhere, or mourned as a son where the dead
    are all of a force, is a soldier wherever he is told of."""
    ranks = {h.first: h.last for h in _ranked(scan)}
    if not ranks:
        return list(found)
    families = {form for last in ranks.values() for form in _family(scan, last)}
    harmed = {c.group for c in found if c.outcome == "killed"} - _PLAIN
    mourned = bool(harmed) and harmed <= OF_STATE
    told = [c if c.group not in _PLAIN else _again(scan, c, ranks, families) for c in found]
    if not mourned and not any(_AGAIN in c.because for c in told):
        return told
    apart = any(c.group not in _PLAIN | OF_STATE for c in told if c.outcome == "killed")
    return told if apart else [_of_kin(scan, c, harmed) for c in told]


def _ranked(scan: Scan) -> Iterator[Hit]:
    """The ranks that a name stands behind («العريف سالم», «الجندي أول حسن ناصر»)."""
    names = {h.first for h in scan.of(VictimWord) if h.entry.id == _NAME}
    yield from (h for h in scan.of(VictimWord) if h.entry.id == RANK and h.last in names)
    yield from (h for h in scan.of(GroupWord) if h.entry.id in _RANKS and h.number == "one" and h.last in names)


def _family(scan: Scan, at: int) -> Iterator[str]:
    """The words of a name with the article, by which alone its bearer is called («سالم حسن المالكي»)."""
    for token in scan.tokens[at : at + _NAME_REACH]:
        if not token.is_word:
            return
        if token.form.startswith(_THE):
            yield token.form
            return


def _again(scan: Scan, casualty: Casualty, ranks: Container[int], families: Container[str]) -> Casualty:
    """«جثمان الشهيد العريف سالم», «جثمان المالكي», «مقتل المالكي»: one whom a rank or a soldier's name tells."""
    low, high, at = casualty.count.low, casualty.count.high, casualty.last
    if low != high or (low != 1 and (low != _TWO or _MOURNED.isdisjoint(casualty.because))):
        return casualty
    if not _MOURNED.isdisjoint(casualty.because):
        while at < len(scan.tokens) and at - casualty.last < _CALLED_REACH and scan.tokens[at].form in _CALLED:
            at += 1
        told = range(casualty.first, min(at + 1, len(scan.tokens)))
    elif NAMED in casualty.because:
        told = range(casualty.first, at)
    else:
        return casualty
    if not any(t in ranks or scan.tokens[t].form in families for t in told):
        return casualty
    group = _enlisted_in(scan, casualty) or "soldier"
    return replace(casualty, group=group, because=(*casualty.because, RANK, _AGAIN))


def _enlisted_in(scan: Scan, casualty: Casualty) -> str:
    """«الشهيد العريف سالم حسن من منسوبي قوات الطوارئ»: the group of the force that somebody is told to be of."""
    groups = scan.of(GroupWord)
    at = bisect_left(groups, casualty.last, key=_FIRST)
    near = [h for h in groups[at : at + _GROUPS_BEHIND] if h.first - casualty.last <= _FORCE_REACH]
    of = next((h.last for h in near if h.entry.id in _BELONGING), None)
    return next((h.entry.group for h in near if h.first == of and h.entry.id.startswith(_FORCE)), "")


def _of_kin(scan: Scan, casualty: Casualty, harmed: Container[str]) -> Casualty:
    """«فخره باستشهاد ابنه»: the son whom a soldier's family mourns."""
    end = scan.tokens[casualty.last - 1].end
    son = _SON_SPELT in casualty.because and scan.text[end - 1 : end] == "ه"
    kin = (son or not _KIN.isdisjoint(casualty.because)) and not _MARTYRED.isdisjoint(casualty.because)
    if not kin or casualty.group not in _PLAIN:
        return casualty
    group = "soldier" if "police" not in harmed else "police"
    return replace(casualty, group=group, because=(*casualty.because, RANK, _AGAIN))
