"""What does a harm's own sentence say of it?"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from tawthiq.language.lists import words
from tawthiq.model import Casualty, Date, Place
from tawthiq.stages.claims import events, places, times
from tawthiq.stages.claims.apportioned import apportioned
from tawthiq.stages.claims.bracketed import NOUNS, bracket_of, headed
from tawthiq.stages.claims.choose import Candidate, Choice, choose
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.finer import finest
from tawthiq.stages.claims.holding import agree, holds, named_as_province
from tawthiq.stages.claims.listing import SHARE
from tawthiq.stages.claims.scene import (
    BODILY,
    BY_HIMSELF,
    NEAR,
    UNTOLD,
    Report,
    Scene,
    in_tokens,
    one_people,
    scene_of,
    widened,
)
from tawthiq.stages.claims.stamps import stamped
from tawthiq.stages.claims.whence import comes_from

_TELLING = 6
_BESIDE, _COMMA, _AND = 1, 2, "و"
_RIGHT_BEHIND = 2
_TWINS, _LEAD, _SOME = 12, 2, 2
_LARGE = 20
_OTHERS = words("others")
_FIRST = attrgetter("first")
_UNMISTAKEN = 100  # «121» and «121 at least» are one figure
_WIDE = frozenset({"country", "province", "region"})
_LANDS, _SIDED = frozenset({"country", "region"}), frozenset({"places.rural", "places.direction"})
_PROVINCE = "province"
_HARMS = frozenset({"arrest", "abduction"})
_STANDING = frozenset({"detained", "abducted", "missing", "rescued"})


class Own(NamedTuple):
    """The choices among the marks of a harm's own sentence. `where` is the chosen place made as fine as its words,
    `others` are kinds of attack by which the sentence counts others alone."""

    scene: Scene
    place: Choice[Place] | None
    where: Place | None
    time: Choice[Date] | None
    cause: Choice[Cause] | None
    others: frozenset[str] = frozenset()

    @property
    def when(self) -> Date | None:
        return self.time.candidate.value if self.time is not None else None


def chosen(report: Report, causes: Sequence[Cause], found: Sequence[Place], past: frozenset[int]) -> tuple[Own, ...]:
    """Choose for every harm of a report, among marks of the `past` only for what is told of it. A harm that stands
    beside another is no cause of it («واعتقال العشرات»)."""
    casualties = report.document.casualties
    harming = {t: c.harm for c in casualties for t in range(*c.harm)}
    beside = {c.first for c in causes if c.event in _HARMS and c.first in harming}
    aside = [c for c in causes if c.first not in beside]
    told = {then: _told(causes, aside, found, past, then) for then in (False, True)} if past else {}
    own: list[Own] = []
    scenes = [scene_of(report, c) for c in casualties]
    runs = _runs(scenes)
    alone, others = apportioned(report, scenes, runs, causes)
    for number, (scene, run) in enumerate(zip(scenes, runs, strict=True)):
        every, besides, there = told[scene.casualty.first in past] if past else (causes, aside, found)
        near = every if scene.casualty.outcome in _STANDING else besides
        if number in alone:
            near, run = [alone[number]], scene
        elif number in others:
            near = [c for c in in_tokens(near, *run.near) if c not in others[number]]
        each = _choose(scene, run, near, there)
        if number in others:
            each = each._replace(others=frozenset([c.event for c in others[number]]))
        each = _as_before(_as_whole(each, own, number in alone), own)
        behind = bool(own) and each.place is not None and each.place.candidate.first >= scene.end
        own.append(_with_first(each, own[-1]) if behind and own[-1].scene.sentence == scene.sentence else each)
    return tuple(own)


def _told(
    causes: Sequence[Cause], aside: Sequence[Cause], found: Sequence[Place], past: frozenset[int], then: bool
) -> tuple[Sequence[Cause], Sequence[Cause], Sequence[Place]]:
    """The causes, those that are no harm beside another, and the places told of the past, or of now."""
    return (
        [c for c in causes if (c.first in past) == then],
        [c for c in aside if (c.first in past) == then],
        [p for p in found if (p.first in past) == then],
    )


def _as_before(own: Own, before: Sequence[Own]) -> Own:
    """«بلغت حصيلة العدوان 79 قتيلا، وبلغ عدد الجرحى 350», «أسفر القصف عن مقتل مئة، وإصابة 300 آخرين»: without a cause
    of its own a figure goes on from the war that carries the one before it, or from what those killed, whose others
    it counts."""
    if own.cause is not None or not before or before[-1].scene.sentence != own.scene.sentence:
        return own
    cause = before[-1].cause
    goes_on = cause is not None and (cause.candidate.value.event == "war" or _others(own.scene, before[-1].scene))
    return own._replace(cause=cause) if goes_on else own


def _of_others(casualty: Casualty, report: Report) -> bool:
    return any(t.form in _OTHERS for t in report.tokens[casualty.first : casualty.last + 1])


def _with_first(own: Own, before: Own) -> Own:
    """«قتل أربعة في حي كذا، فيما أصيب آخرون، إضافة إلى مقتل اثنين في بلدة كذا»: those who are others than the ones
    counted right before them were harmed where those were, not where the next figure has its place."""
    scene, place = own.scene, own.place.candidate if own.place is not None else None
    if place is None or before.place is None or before.place.candidate.first >= scene.start:
        return own
    figures = scene.report.figures.get(scene.sentence, ())
    at = bisect_left(figures, scene.end, key=_FIRST)
    if at == len(figures) or figures[at].part_of is not None:
        return own
    following = min(figures[at].first, figures[at].harm[0])
    apart = scene.end <= following < place.first and scene.report.clauses_between(scene.end, following) > 0
    others = apart and _of_others(scene.casualty, scene.report)
    return own._replace(place=before.place, where=before.where) if others else own


def _others(scene: Scene, before: Scene) -> bool:
    """«مقتل مئة، وإصابة 300 آخرين»: whether «و» joins a harm to the one before it, whose others it counts."""
    report, first = scene.report, scene.casualty.harm[0]
    if scene.casualty.outcome == before.casualty.outcome or not report.tokens[first].form.startswith("و"):
        return False
    return _of_others(scene.casualty, report)


def _as_whole(own: Own, before: Sequence[Own], alone: bool) -> Own:
    """A breakdown shares what its total has, but for a place right behind it («بينهم ثلاثة في سرمين») and a cause that
    it `alone` is told of."""
    number = own.scene.casualty.part_of
    if number is None or number >= len(before) or before[number].scene.sentence != own.scene.sentence:
        return own
    whole = before[number]
    placed = own.place is not None and (
        0 <= own.place.candidate.first - own.scene.end <= _RIGHT_BEHIND
        or (SHARE in own.scene.casualty.because and own.place.candidate.last == own.scene.casualty.first)
    )
    placed = placed and not _whence(own, whole)
    own = own if placed else own._replace(place=whole.place, where=whole.where)
    otherwise = own.cause is not None and own.scene.casualty.outcome != whole.scene.casualty.outcome
    apart = alone or otherwise or _caused_apart(own)  # «خطفوا تسعة وذبحوا أربعة منهم»
    return own._replace(time=whole.time, cause=own.cause if apart else whole.cause)


def _whence(own: Own, whole: Own) -> bool:
    """«اعتقلت 47 من مدن الضفة الغربية، بينهم 13 عاملا من قطاع غزة»: whether a part comes from elsewhere than where the
    whole was harmed."""
    if own.where is None or whole.where is None or whole.where.level not in _WIDE:
        return False
    apart = whole.where.name != own.where.name and not holds(whole.where, own.where)
    return apart and comes_from(own.scene.report, own.where)


def _caused_apart(own: Own) -> bool:
    """«بينهم خمسة تحت التعذيب», «وطفل جراء انفجار قنبلة»: whether a cause right behind a part is told of it alone."""
    if own.cause is None:
        return False
    near = 0 <= own.cause.candidate.first - own.scene.end <= _RIGHT_BEHIND
    governed = own.scene.report.before(own.cause.candidate.first, "cause") is not None
    cause = own.cause.candidate.value
    return cause.event in events.OF_SOME or (near and (governed or cause.event == BY_HIMSELF))


def completed(own: Sequence[Own]) -> tuple[Own, ...]:
    """Fill what the sentence of a figure leaves open from another sentence that gives the same figure."""
    twins: dict[tuple[object, ...], list[Own]] = {}
    for each in own:
        twins.setdefault(_figure(each.scene.casualty), []).append(each)
    return tuple([_with_twins(each, twins[_figure(each.scene.casualty)]) for each in own])


def _figure(casualty: Casualty) -> tuple[object, ...]:
    count = casualty.count
    low = count.low or 0
    return (casualty.outcome, count.low, low if low >= _UNMISTAKEN else count.high, count.vague)


def _with_twins(own: Own, twins: Sequence[Own]) -> Own:
    count = own.scene.casualty.count
    own = _told_apart(own, twins)
    if len(twins) < 2 or max(count.low or 0, count.high or 0) < _TELLING:
        return own
    mine = own.scene.casualty
    others = [t for t in twins[:_TWINS] if t.scene.sentence != own.scene.sentence
              and (t.scene.casualty.group == mine.group or _same_people(t.scene.casualty, mine))]  # fmt: skip
    own = _of_province(own, others)
    side = own.where is not None and own.scene.sentence <= _LEAD and _side(own.where)
    if own.where is None or own.where.level in _WIDE or side:
        told = [t for t in others if not side or t.scene.casualty.group == own.scene.casualty.group]
        finer = [t for t in told if t.where is not None and _within(t.where, own.where)]
        placed = max(finer, key=lambda t: t.place.score if t.place else 0, default=own)
        own = own._replace(place=placed.place, where=placed.where)
    if own.time is None:
        times_ = (t.time for t in others if t.time is not None)
        own = own._replace(time=max(times_, key=lambda t: t.score, default=None))
    if own.cause is None:
        causes = (t.cause for t in others if t.cause is not None)
        return own._replace(cause=max(causes, key=lambda c: c.score, default=None))
    return _sharpened(own, others)


def _same_people(one: Casualty, two: Casualty) -> bool:
    """Whether two figures of groups that differ can count the same people; a part of a whole is told again as what it
    is («6 أطفال», no «6 أشخاص»)."""
    part = one.part_of is not None or two.part_of is not None
    told = UNTOLD.issuperset((one.group, two.group)) or not part
    return told and one_people(one.group, two.group)


def _of_province(own: Own, others: Sequence[Own]) -> Own:
    """«مقتل 11 بقصف على إدلب» over «قتل 11 بقصف على بلدات محافظة إدلب»: a title's bare name of a province is that
    province, where the same figure is told of it below."""
    sentences = own.scene.report.document.sentences
    if own.where is None or sentences[own.scene.sentence].part != "title" or not named_as_province(own.where):
        return own
    told = (t for t in others if t.where is not None and t.where.level == _PROVINCE
            and t.where.admin1 == own.where.admin1)  # fmt: skip
    twin = next(told, None)
    return own if twin is None else own._replace(place=twin.place, where=twin.where)


def _sharpened(own: Own, others: Sequence[Own]) -> Own:
    """«مقتل 12 في قصف جوي. قتل 12 بالبراميل المتفجرة»: the one finer kind of its cause that the same figure of the
    same people is told of again."""
    if own.cause is None:
        return own
    cause = own.cause.candidate.value
    told = [t for t in others if t.cause is not None and events.told_finer(cause, t.cause.candidate.value)]
    finer = [t.cause for t in told if t.cause is not None and _one_incident(own, t)]
    return own._replace(cause=finer[0]) if len({c.candidate.value.event for c in finer}) == 1 else own


def _one_incident(own: Own, again: Own) -> bool:
    """Whether two figures of the same people have no days and no places of their own that tell them apart."""
    near = own.where is None or again.where is None or agree(own.where, again.where)
    return near and again.scene.casualty.group == own.scene.casualty.group and times.same_day(own.when, again.when)


def _told_apart(own: Own, twins: Sequence[Own]) -> Own:
    """«مقتل ثمانية مسلحين وثلاثة جنود في أعمال عنف»: the cause that one sentence below tells of a
    group of the lead."""
    casualty = own.scene.casualty
    series = own.cause is not None and own.cause.candidate.value.part == "series"
    vague = own.cause is None or series or own.cause.candidate.value.part == "strife"
    few = (casualty.count.low or 0) < (1 if series else _SOME)
    if not vague or few or own.scene.sentence > _LEAD or casualty.group == "person":
        return own
    others = [
        t for t in twins[:_TWINS] if t.scene.sentence > own.scene.sentence and t.scene.casualty.group == casualty.group
    ]
    told = [t for t in others if t.cause is not None and t.cause.candidate.value.part != "strife"]
    return own._replace(cause=told[0].cause) if len(told) == 1 else own


def _within(where: Place, wide: Place | None) -> bool:
    """Whether a place lies in a wider one that the same figure is told of («في الأنبار», «في الرمادي»)."""
    if wide is None:
        return True
    if where.level in _WIDE or where.country != wide.country or (wide.level == _PROVINCE and named_as_province(where)):
        return False
    if _side(wide) and (_side(where) or not agree(wide, where)):
        return False
    return wide.level in _LANDS or where.admin1 == wide.admin1


def _side(place: Place) -> bool:
    """«ريف حلب الغربي», «غرب الأنبار»: whether a place is a side of a province."""
    return place.level == "district" and not _SIDED.isdisjoint(place.because)


def _choose(scene: Scene, run: Scene, causes: Sequence[Cause], found: Sequence[Place]) -> Own:
    opened = bracket_of(scene)
    place = choose(run, places.candidates(run, found), places.FEATURES)
    if opened is not None and (place is None or place.candidate.first < scene.end):
        place = headed(scene, opened, found, 0, "place.before_bracket") or place
    here = in_tokens(found, *run.near)
    where = finest(run.report, place.candidate.value, here) if place is not None else None
    sentence = run.report.document.sentences[run.sentence]
    dated = [c for c in times.candidates(run) if not stamped(run.report, c.value, sentence)]
    time = choose(run, dated, times.FEATURES, -1.0)
    cause = headed(scene, opened, causes, NOUNS, "event.before_bracket") if opened is not None else None
    cause = cause or choose(run, events.candidates(run, causes), events.FEATURES)
    return Own(scene, place, where, _of_war(run.report, cause, time, not slight(scene.casualty)), cause)


def slight(casualty: Casualty) -> bool:
    """Whether a figure is too small for a whole war's toll."""
    return (casualty.count.low or 0) < _LARGE and casualty.count.vague in (None, "some")


def _of_war(report: Report, cause: Choice[Cause] | None, time: Choice[Date] | None, large: bool) -> Choice[Date] | None:
    """A war's large toll that only the day of a statement dates is of the whole war."""
    if cause is None or cause.candidate.value.event != "war" or cause.candidate.value.part == "outbreak":
        return time
    if not large or (time is not None and not times.of_speech(report, time.candidate.value)):
        return time
    mark = cause.candidate
    war = times.of_war(report, mark)
    return Choice(Candidate(war, mark.first, mark.last, mark.sentence, 1.0), 1.0, ("time.war",)) if war else time


def _joined(scene: Scene, before: Sequence[Scene], end: int) -> bool:
    """Whether a figure stands right beside those that end before it, or behind a comma where it counts another outcome
    («40 قتيلا، وإصابة 90»)."""
    first, tokens = scene.casualty.first, scene.report.tokens
    gap, outcome = first - end, scene.casualty.outcome
    if gap != _COMMA or tokens[end].is_word or not tokens[first - 1].form.startswith(_AND):
        return gap <= _BESIDE
    others = {s.casualty.outcome for s in before}
    return outcome in BODILY and outcome not in others and BODILY.issuperset(others)


def _runs(scenes: Sequence[Scene]) -> list[Scene]:
    """Each scene, widened over those that stand right beside it («17 قتيلا بينهم طفلان و25 جريحا»)."""
    order = sorted(range(len(scenes)), key=lambda n: scenes[n].casualty.first)
    runs, group = list(scenes), order[:1]
    end = scenes[order[0]].casualty.last if order else 0
    for number in [*order[1:], -1] if order else ():
        beside = number >= 0 and scenes[number].sentence == scenes[group[0]].sentence
        near = beside and _joined(scenes[number], [scenes[n] for n in group], end)
        if near and scenes[number].end - scenes[group[0]].start <= NEAR:
            group.append(number)
            end = max(end, scenes[number].casualty.last)
            continue
        first, last = min([scenes[n].start for n in group]), max([scenes[n].end for n in group])
        for n in group:
            runs[n] = widened(scenes[n], first, last)
        group, end = [number], scenes[number].casualty.last
    return runs
