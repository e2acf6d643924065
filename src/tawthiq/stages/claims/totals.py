"""Does the figure sum up several incidents?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tawthiq.language.entries import SayWord
from tawthiq.language.lists import words
from tawthiq.model import Claim, ClaimPlace, Count, Date, Place
from tawthiq.stages.claims.episodes import Story
from tawthiq.stages.claims.events import Cause, attacks_told, broken_down, led
from tawthiq.stages.claims.finer import clause_begins
from tawthiq.stages.claims.holding import named_as_province
from tawthiq.stages.claims.marks import Episode
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.part import LISTED
from tawthiq.stages.claims.places import joined_apart
from tawthiq.stages.claims.relative import of_town
from tawthiq.stages.claims.scene import BODILY, Marked, Report, Scene, in_tokens
from tawthiq.stages.claims.towns import FIRE

_BLASTS = frozenset({"bombing", "suicide_bombing", "explosion"})
_SINGLE = _BLASTS | {"grenade", "stabbing", "ramming", "accident", "chemical_attack"}
_AT_ONCE = _SINGLE | {"execution"}
_MANY = frozenset({"thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"})
_TOTALS = frozenset({"since", "total"})
_PERIODS = frozenset({"since", "duration"})
_SPREAD = frozenset({"month", "season", "year"})
_TALLIED = frozenset({"unspecified", "arrest", "abduction", "torture"})
_TOLLED, _BESIDE = ("killed", "injured"), 60  # code points between the dead and the wounded
_LARGE, _THOUSAND = 20, 1000
_HOLDING, _MOST_AT_ONCE = frozenset({"arrest", "abduction"}), 500
_TELLING = 10  # lesser figures are told of several incidents
_WEEKS = 60
_SOME, _MONTHS = 20, 100
_HARMED = BODILY | {"detained", "abducted", "destroyed", "damaged"}
_WIDE, _OF_DAY = frozenset({"country", "region"}), frozenset({"province"})
_SPOTS = frozenset({"town", "neighbourhood", "site"})
_PROVINCES, _CAPTURED = _WIDE | {"province", "district"}, "harm.detained.asr"
_PLURAL = "ات"
_THE, _MASSACRES = "ال", ("مجازر", "مذابح")
_APART = frozenset({"spread", "widely"})
_WENT_ON, _FOR_DAYS, _LASTED_REACH = words("went_on"), words("for_days"), 7
_SAYS = frozenset({"verb", "continue", "participle"})


def cumulative(scene: Scene, time: Date | None, event: str) -> bool:
    """Whether the figure sums several incidents over a period."""
    count, outcome = scene.casualty.count, scene.casualty.outcome
    if outcome == "besieged" or (outcome == "displaced" and _one_day(time) and count.vague not in _MANY):
        return False
    large = count.vague == "hundreds" or (count.low or 0) >= _THOUSAND  # more than one attack mostly kills
    if event == "war" or (outcome == "killed" and (count.vague in _MANY or (large and event not in _AT_ONCE))):
        return True
    report = scene.report
    first, last = scene.near
    told = report.within(first, last, "cumulative") if "cumulative" in report.parts else ()
    totals = [h for h in told if h.entry.value in _TOTALS and _bears(scene, h)
              and (h.first < scene.end or not of_town(scene, h.first))]  # fmt: skip
    tallied = event in _TALLIED and count.low != 1 and not _known_few(scene, event)
    open_periods = (d for d in in_tokens(report.document.dates, first, last)
                    if d.start is None and (d.kind in _PERIODS or (tallied and d.precision in _SPREAD)))  # fmt: skip
    if "scattered" in report.parts and count.low != 1:
        apart = (h for h in report.within(first, last, "scattered") if h.entry.value != "places")
        totals += [h for h in apart if _bears(scene, h) and not _of_clause(scene, h)]
    if "altogether" in report.parts and count.low != 1 and event not in _SINGLE:
        totals += [h for h in report.within(first, last, "altogether") if _bears(scene, h)]
    if totals or any(_bears(scene, d) for d in open_periods):
        return True
    if time is None or time.start is None or time.end is None:
        return False
    own = first <= time.first < last or _of_heading(report, scene, time)
    if own and _of_another(scene, time):
        return False
    days = (time.end - time.start).days
    held = event in _HOLDING and (count.low or 0) >= _MOST_AT_ONCE
    carried = not own and (count.low or 0) >= _LARGE and (days <= _WEEKS or held)
    if time.kind == "since":
        return days > 1 and (own or carried)
    if time.kind == "duration":
        return days > 0 and (own or carried)
    return time.precision in _SPREAD and tallied


def _known_few(scene: Scene, event: str) -> bool:
    """«خطف أربعة عمال الشهر الماضي»: whether a few were taken together: those abducted, or who are known already."""
    few = scene.casualty.count.high
    known = scene.report.tokens[scene.casualty.first].form.startswith(_THE)
    return few is not None and few < _TELLING and (event == "abduction" or (event == "arrest" and known))


def _one_day(time: Date | None) -> bool:
    return time is not None and time.kind == "point" and time.start == time.end


def _of_heading(report: Report, scene: Scene, time: Date) -> bool:
    """Whether a time stands in the heading of the list that the figure is an item of."""
    under = report.document.sentences[scene.sentence].under
    head = report.document.sentences[under] if under is not None else None
    return head is not None and head.first <= time.first < head.last


def _bears(scene: Scene, mark: Marked) -> bool:
    """Whether a mark is of the figure: not more than two clauses from it, and not told of another figure behind it."""
    low, high = (scene.end, mark.first) if scene.after(mark) else (min(mark.last, scene.start), scene.start)
    return scene.report.clauses_between(low, high) <= 2 and not _of_another(scene, mark)


def _of_another(scene: Scene, mark: Marked) -> bool:
    """«قتل أربعة، ليرتفع عدد القتلى خلال أسبوع إلى ستة»: whether something else is said between a figure and a mark."""
    if not scene.after(mark):
        return False
    report = scene.report
    says = in_tokens(report.scan.of(SayWord), scene.end, mark.first)
    return bool(report.within(scene.end, mark.first, "rise")) or any(h.entry.part in _SAYS for h in says)


def _of_clause(scene: Scene, mark: Marked) -> bool:
    """«قضى ستة في هجوم على القرية، فيما قتل ثلاثون في هجمات متفرقة»: whether more are counted in the clause of a mark
    behind a figure, which a word like «فيما» begins."""
    if not scene.after(mark) or not clause_begins(scene.report, scene.end, mark.first):
        return False
    return bool(in_tokens(scene.report.figures.get(scene.sentence, ()), scene.end, mark.first))


def over_places(story: Story, own: Own, where: Place | None) -> bool:
    """Whether a figure counts the harm of places apart: of two that «و» joins, of those the report goes on to tell,
    of a province in a list, or, in title and lead, of a country or region in which they lie; or that of days apart."""
    casualty, place = own.scene.casualty, own.place.candidate if own.place is not None else None
    if casualty.first in story.totals:
        return True
    if not _several(casualty.count) or casualty.outcome == "besieged":
        return False
    report, cause = own.scene.report, own.cause.candidate.value if own.cause is not None else None
    if cause is not None and cause.event == "armed_clash" and _lasted(report, cause):
        return True
    if place is not None and place.sentence == casualty.sentence:
        row = report.document.sentences[casualty.sentence].under is not None
        wide = place.value.level in _WIDE | _OF_DAY or named_as_province(place.value)
        if (row and wide) or joined_apart(report, place.value):
            return not _one_blast(own)
    if casualty.outcome == "detained" and where is not None and _swept_up(own, where):
        return True
    day = own.when is not None and own.when.kind == "since"
    wide = where is not None and (where.level in _WIDE or (day and where.level in _OF_DAY))
    return wide and story.scattered and casualty.sentence in story.lead and not _one_blast(own)


def _lasted(report: Report, cause: Cause) -> bool:
    """«اشتباكات قبلية استمرت عدة أيام»: whether fighting is said to have gone on for days."""
    forms = [t.form for t in report.tokens[cause.last : cause.last + _LASTED_REACH]]
    verb = next((at for at, form in enumerate(forms) if form in _WENT_ON), _LASTED_REACH)
    return not _FOR_DAYS.isdisjoint(forms[verb + 1 : verb + 4])


def _swept_up(own: Own, where: Place) -> bool:
    """«اعتقلت القوات 28 مواطنا من المحافظة»: whether so many were arrested all over a province, and in no fighting."""
    many = (own.scene.casualty.count.low or 0) >= _LARGE and _CAPTURED not in own.scene.casualty.because
    cause = own.cause.candidate.value.event if own.cause is not None else "arrest"
    return many and where.level in _PROVINCES and cause == "arrest"


def _one_blast(own: Own) -> bool:
    """«بتفجير انتحاري», «انفجاران في مدينتين»: whether a figure is told of one explosion, or of two at once."""
    cause = own.cause.candidate.value if own.cause is not None else None
    if cause is None or cause.event not in _BLASTS or cause.text.endswith(_PLURAL):
        return False
    report = own.scene.report
    return led(report, cause.first) or bool(in_tokens(report.carriers, cause.last, own.scene.start))


def told_apart(scene: Scene) -> bool:
    """«مقتل خمسة في غارات على بلدات متفرقة», «... في عدة محافظات», «... في عمليات اغتيال»: whether what stands behind a
    figure says that it is of places or deeds apart."""
    report, last, count = scene.report, scene.near[1], scene.casualty.count
    if _APART.isdisjoint(report.parts) or count.low == 1 or scene.casualty.outcome == "besieged":
        return False
    marks = [h for p in _APART for h in report.within(scene.end, last, p)]
    return any(h.entry.value is None and _bears(scene, h) for h in marks)


def of_attacks(own: Own) -> bool:
    """«قتل أربعة في ثلاث هجمات»: whether a figure's own sentence counts the attacks that it sums up, more than two."""
    cause = own.cause.candidate.value if own.cause is not None else None
    if cause is not None and cause.text.removeprefix(_THE).startswith(_MASSACRES):
        return _several(own.scene.casualty.count)
    if cause is None or cause.part != "series" or cause.event != "attack" or cause.definite:
        return False
    report = own.scene.report
    several = attacks_told(report, cause) > 2 or broken_down(report, cause)
    return _several(own.scene.casualty.count) and several


def of_period(told: Episode, own: Own, when: Date | None, where: Place | None) -> bool:
    """Whether a province's or country's figure runs up to a day («حتى مساء أمس»), or goes on with the report's sum over
    weeks, its day and place no others («قتلت القوات 14»)."""
    casualty, tally = own.scene.casualty, told.tally
    if when is None or where is None or not _several(casualty.count) or casualty.outcome == "besieged":
        return False
    large = when.kind != "since" and (casualty.count.low or 0) >= _LARGE
    if tally is not None and told.main and when is tally.when and (large or own.where in (None, tally.where)):
        return casualty.sentence != tally.scene.sentence or not _of_another(own.scene, when)
    return where.level in _WIDE | _OF_DAY and when.kind == "until"


def of_bulletin(story: Story, own: Own, when: Date | None) -> bool:
    """«وثق المركز 88 انتهاكا خلال تموز. وقتل خمسة بقذائف»: whether a figure of the weeks of a bulletin sums up."""
    weeks = story.main.weeks
    return (
        weeks is not None
        and when == weeks
        and _several(own.scene.casualty.count)
        and own.scene.casualty.outcome != "besieged"
    )


def _several(count: Count) -> bool:
    return count.low is None or count.low > 1


def inherited(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; the same figure told again is a sum where it is one anywhere, and so is each breakdown of a sum
    («قتل 90 منذ مايو، بينهم امرأة»), which a war's toll has killed too."""
    told = {_figure(c) for c in claims if c.cumulative}
    spots = {_figure(c) for c in claims if c.cumulative and _of_spot(c)}
    summed_up = {_weeks(c) for c in claims if c.cumulative and (_low(c) or 0) >= _TELLING} - {None}
    places: dict[str, set[ClaimPlace | None]] = {}
    for claim in claims:
        places.setdefault(claim.part_of or claim.id, set()).add(claim.place)
    summed: dict[str, Claim] = {}
    found: list[Claim] = []
    for claim in claims:
        whole = summed.get(claim.part_of or "")
        if whole is not None and (claim.event, whole.event) == ("unspecified", "war"):
            claim = replace(claim, event="war")
        again = (_low(claim) or 0) >= _TELLING and _figure(claim) in told
        again = again and (_figure(claim) in spots or not _of_spot(claim))
        if summed_up and not (again or claim.cumulative) and claim.outcome in _HARMED:
            again = (_low(claim) or 0) > 1 and _weeks(claim) in summed_up
        if (
            again
            or claim.cumulative
            or (whole is not None and not _single(claim) and not _one_of(claim, whole, len(places[whole.id]) > 1))
        ):
            claim = claim if claim.cumulative else replace(claim, cumulative=True)
            summed[claim.id] = claim
        found.append(claim)
    return found


def beside(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; the dead and the wounded that are counted right beside a sum, of the same cause and day, are one."""
    summed = {b.id if a.cumulative else a.id
              for a, b in pairwise(claims) if a.cumulative != b.cumulative and _counted_with(a, b)}  # fmt: skip
    return [replace(c, cumulative=True) if c.id in summed else c for c in claims] if summed else list(claims)


def _counted_with(one: Claim, two: Claim) -> bool:
    if (one.outcome, two.outcome) != _TOLLED or two.span.start - one.span.end > _BESIDE:
        return False
    alike = (one.event, one.time, one.status) == (two.event, two.time, two.status)
    return alike and one.part_of is two.part_of is None and 1 not in (_low(one), _low(two))


def headed(claims: Sequence[Claim], titles: int) -> list[Claim]:
    """The claims; a title's figure is a sum where the first of its outcome below the `titles` is one, of which it tells
    roughly or alike («قتلى بقصف على الريف», «قتل تسعة بقصف على بلدات الريف»)."""
    if not claims or claims[0].span.start >= titles:
        return list(claims)
    first: dict[str | None, Claim] = {}
    for claim in claims:
        if claim.outcome not in first and claim.span.start >= titles and claim.part_of is None:
            first[claim.outcome] = claim
    sums = {o: c for o, c in first.items() if c.cumulative and o in _HARMED}
    return [replace(c, cumulative=True) if c.outcome in sums and _same_sum(c, sums[c.outcome], titles) else c
            for c in claims]  # fmt: skip


def _same_sum(title: Claim, below: Claim, titles: int) -> bool:
    if title.cumulative or title.span.start >= titles:
        return False
    return title.status == below.status and _low(title) in (None, _low(below)) and title.event != "war"


def laid_out(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; a total that names no doer has those of a list by perpetrators that parts it."""
    doers: dict[str, dict[str, str]] = {}
    for claim in claims:
        if claim.part_of is not None and LISTED in claim.because:
            named = zip(claim.actors, claim.actors_text, strict=True)
            doers.setdefault(claim.part_of, {}).update(named)
    return [
        replace(c, actors=tuple(doers[c.id]), actors_text=tuple(doers[c.id].values()), because=(*c.because, LISTED))
        if c.id in doers and not c.actors else c for c in claims
    ]  # fmt: skip


def _of_spot(claim: Claim) -> bool:
    """Whether a figure is told of fire on one town, or a spot in it: it is no sum for being that of a wider one too."""
    return claim.event in FIRE and claim.place is not None and claim.place.level in _SPOTS


def _weeks(claim: Claim) -> tuple[str, str] | None:
    """The period of some weeks in which a figure's harm was done; None where it is shorter or longer."""
    time = claim.time
    if time is None or time.start == time.end:
        return None
    days = (date.fromisoformat(time.end) - date.fromisoformat(time.start)).days
    return (time.start, time.end) if _SOME < days <= _MONTHS else None


def _figure(claim: Claim) -> tuple[str | None, int | None, str]:
    return claim.outcome, _low(claim), claim.status


def _low(claim: Claim) -> int | None:
    return claim.count.low if claim.count is not None else None


def _single(claim: Claim) -> bool:
    """One of those whom a sum counts came to harm in one incident."""
    return claim.count is not None and claim.count.low == claim.count.high == 1


def _one_of(part: Claim, whole: Claim, divided: bool) -> bool:
    """«16 قتيلا في غارات اليوم، بينهم 12 في مدرسة»: whether a part of a day's sum is of one attack in a place."""
    a_day = whole.time is None or whole.time.start == whole.time.end
    return a_day and divided and part.event in FIRE
