"""Which harms does a report date only by the day of a statement, and tell again with a day of their own? «أعلن الجيش
الاثنين مقتل سبعة جنود. وقتل الجنود السبعة يوم السبت»"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tawthiq.model import Claim, ClaimTime
from tawthiq.stages.claims import events
from tawthiq.stages.claims.happened import DOUBTS
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.restated import lies_in
from tawthiq.stages.claims.scene import LOOSE, in_tokens, one_people
from tawthiq.stages.claims.times import looks_back, of_speech

_SPOKEN = DOUBTS - {"time.of_death"}
_RETOLD = "time.of_same_figure"
_SURE, _DAYS, _TELLINGS = 0.6, 30, 12
_DAY = frozenset({"day", "part_of_day", "hour"})
_ONE, _DEFINITE, _CLASH = 1, "ال", "armed_clash"


def announced(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims; one that only the day of a statement dates has the earlier day that the same figure is told again
    with, as far as its tellings agree."""
    spoken = [c for c in claims if c.time is not None and not c.cumulative and _only_said(known, c)]
    if not spoken:
        return list(claims)
    told = [c for c in claims if _is_told(known, c)]
    days = {c.id: day for c in spoken for day in _day(c, told, known)}
    return [replace(c, time=days[c.id], because=(*c.because, _RETOLD)) if c.id in days else c for c in claims]


def _day(claim: Claim, told: Sequence[Claim], known: Known) -> Iterator[ClaimTime]:
    """The one day that the same harm is told of again, none where its tellings differ."""
    same = [t.time for t in told[:_TELLINGS] if t.time is not None and _is_same(claim, t) and _apart(known, claim, t)]
    own = _own(known, claim)
    if same and _excluded(own, same[0]):
        return
    if same and len({t.start for t in same}) == 1:
        yield same[0]


def _only_said(known: Known, claim: Claim) -> bool:
    """Whether nothing but the day of a statement dates a harm, in its own sentence or of its incident."""
    time, own = claim.time, _own(known, claim)
    if time is None or time.start != time.end or claim.outcome in LOOSE:
        return False
    if own.time is not None and own.time.candidate.value.text == time.text:
        return not _SPOKEN.isdisjoint(own.time.reasons)
    told = known.story.at(own.scene.sentence).time
    return own.time is None and told is not None and told.text == time.text and of_speech(known.report, told)


def _is_told(known: Known, claim: Claim) -> bool:
    """Whether a harm has a day of its own that is no statement's."""
    time, own = claim.time, _own(known, claim)
    if time is None or own.time is None or claim.cumulative or time.start != time.end or time.precision not in _DAY:
        return False
    day = own.time.candidate.value
    sure = own.time.score > _SURE and DOUBTS.isdisjoint(own.time.reasons)
    return sure and day.text == time.text and not looks_back(day)


def _is_same(claim: Claim, again: Claim) -> bool:
    """Whether two claims can be of one harm, by what they count, where and how; a single one is told again as one
    known («المقاتلة»)."""
    if claim.outcome != again.outcome or claim.status != again.status or claim.time is None or again.time is None:
        return False
    one, two = claim.count, again.count
    if one is None or two is None or one.low is None or one.low != two.low or not one_people(claim.group, again.group):
        return False
    if not 0 < (date.fromisoformat(claim.time.start) - date.fromisoformat(again.time.start)).days <= _DAYS:
        return False
    known = one.low > _ONE or again.quote.startswith(_DEFINITE)
    where = claim.place is None or again.place is None or claim.place.id == again.place.id or (
        lies_in(claim.place, again.place) or lies_in(again.place, claim.place))  # fmt: skip
    kinds = (claim.event, again.event)
    return known and where and (_CLASH in kinds or not events.apart(*kinds))


def _excluded(own: Own, day: ClaimTime) -> bool:
    """«أعلنت الخميس مقتل خمسة في غارة الأسبوع الماضي»: whether a period in a harm's own clause leaves a day out."""
    dates = in_tokens(own.scene.report.document.dates, *own.scene.near)
    told = date.fromisoformat(day.start)
    return any(d.start and d.end and d.start < d.end and not d.start <= told <= d.end for d in dates)


def _apart(known: Known, claim: Claim, again: Claim) -> bool:
    return _own(known, claim).scene.sentence != _own(known, again).scene.sentence


def _own(known: Known, claim: Claim) -> Own:
    return known.own[int(claim.id[1:]) - 1]
