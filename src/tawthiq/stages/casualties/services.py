"""Whose a rank is: officers and conscripts in a report of police are police («ضابط شرطة ومجند»)."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from tawthiq.language.entries import GroupWord, SourceWord
from tawthiq.language.scan import Scan
from tawthiq.model import Casualty, Document, Speaker
from tawthiq.speech import speakers_by_token
from tawthiq.stages.casualties.grouping import RANK

_RANKS = frozenset({
    RANK, "group.dabit", "group.saff", "group.mujannad", "group.rutba_awwal", "group.rutba_rukn", "group.amid",
    "group.aqid", "group.raid", "group.naqib", "group.mulazim", "group.raqib", "group.arif",
})  # fmt: skip
_FIRST = attrgetter("first")
_ARMY = "group.force.jaysh"
_BELONGING, _THE_FORCES, _FORCES = "group.mansub", frozenset({"القوات", "القوه"}), ("قوات", "قوه")
_ENLISTED, _IN = "group.muntasib", ("في", "من", "الي")
_EMPLOYEE, _TEACHER = "group.muwazzaf", "group.mualliq"
_STAFF, _THEIRS = ("موظف", "عمال"), ("ها", "هم")
_AID, _OF_AID = frozenset({"un", "aid"}), "casualties.of_aid"
_CALLED, _GROUP = "harm.detained.", "group."
_POLICE = "casualties.of_police"


def policemen(scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """A rank without a force is of the police where another is by its own words, and nobody is of the army."""
    soldiers = [c for c in found if c.group == "soldier"]
    if not soldiers or not any(c.group == "police" and not _RANKS.isdisjoint(c.because) for c in found):
        return list(found)
    if any(not _of_rank(c) for c in soldiers) or any(h.entry.id == _ARMY for h in scan.of(GroupWord)):
        return list(found)
    return [replace(c, group="police", because=(*c.because, _POLICE)) if c.group == "soldier" else c for c in found]


def enlisted(document: Document, scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """«منتسب في الجيش» is a soldier, where «منتسب» alone is of the police; who is harmed by being held is a person, not
    a prisoner («سجل التقرير سبعة معتقلين»); «ستة من موظفيها», as an aid body tells it, are aid workers."""
    told = [_enlisted(scan, c) if _ENLISTED in c.because else _held(c) if c.group == "prisoner" else c for c in found]
    if [c for c in told if _BELONGING in c.because]:
        told = [_of_the_forces(scan, c) if _BELONGING in c.because else c for c in told]
    if not [c for c in told if _EMPLOYEE in c.because or _TEACHER in c.because]:
        return told
    employed, speakers = {_EMPLOYEE, _TEACHER}, speakers_by_token(document)
    return [c if employed.isdisjoint(c.because) else _employed(scan, c, speakers.get(c.first)) for c in told]


def _employed(scan: Scan, casualty: Casualty, speaker: Speaker | None) -> Casualty:
    """«أعلنت الأونروا مقتل ستة من موظفيها», «موظفين اثنين في منظمة الصحة العالمية»."""
    form = scan.tokens[casualty.last - 1].form
    if casualty.group != "person" or not form.lstrip("لبو").startswith(_STAFF):
        return casualty
    if form.endswith(_THEIRS):
        aid = speaker is not None and speaker.kind in _AID
    else:
        at = casualty.last + (casualty.last < len(scan.tokens) and scan.tokens[casualty.last].form in _IN)
        bodies = scan.of(SourceWord)
        first = bisect_left(bodies, at, key=_FIRST)
        aid = any(h.first == at and h.entry.kind in _AID for h in bodies[first : first + 2])
    return replace(casualty, group="aid_worker", because=(*casualty.because, _OF_AID)) if aid else casualty


def _enlisted(scan: Scan, casualty: Casualty) -> Casualty:
    groups = scan.of(GroupWord)
    at = bisect_left(groups, casualty.last + 1, key=_FIRST)
    army = groups[at] if at < len(groups) and groups[at].first == casualty.last + 1 else None
    led = army is not None and army.entry.id == _ARMY and scan.tokens[casualty.last].form in _IN
    return replace(casualty, group="soldier", because=(*casualty.because, _ARMY)) if led else casualty


def _of_the_forces(scan: Scan, casualty: Casualty) -> Casualty:
    """«عشرة من منسوبي القوات»: those of «the forces» are of the forces that the report names («قوات الطوارئ»)."""
    at = casualty.last
    if casualty.group != "person" or at >= len(scan.tokens) or scan.tokens[at].form not in _THE_FORCES:
        return casualty
    forces = (h for h in scan.of(GroupWord) if h.entry.sort == "force")
    named = next((h for h in forces if scan.tokens[h.first].form.endswith(_FORCES)), None)
    if named is None:
        return casualty
    return replace(casualty, group=named.entry.group, because=(*casualty.because, named.entry.id))


def _held(casualty: Casualty) -> Casualty:
    held = casualty.outcome == "detained"
    own = held and casualty.harm[0] >= casualty.first and casualty.harm[1] <= casualty.last
    own = own or (held and _CALLED in casualty.because[-1] and not any(_GROUP in b for b in casualty.because))
    return replace(casualty, group="person") if own else casualty


def _of_rank(casualty: Casualty) -> bool:
    """Whether a rank, or another one of them, is all that makes somebody a soldier."""
    return not _RANKS.isdisjoint(casualty.because) or not any(b.startswith("group.") for b in casualty.because)
