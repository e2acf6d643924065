"""What was found in a report, sorted by sentence, and the incident that some of its sentences tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tawthiq.language.entries import SayWord
from tawthiq.language.lists import words
from tawthiq.language.registry import ActorInfo
from tawthiq.model import Date, Place, Speaker
from tawthiq.stages.claims.agents import Part
from tawthiq.stages.claims.compared import days_after
from tawthiq.stages.claims.covering import Covering, covering
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.finer import told_by_side
from tawthiq.stages.claims.happened import Outright, outright
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import LOOSE, Report, in_tokens

_HEAD, _THIS = 3, words("this")
_LONG = 30


@dataclass(frozen=True, slots=True)
class Episode:
    """What the report says of one incident. `main` is the one that it is about; `tally` the harm whose period of weeks
    it sums up; `mixed` where it was struck from air and ground, so that a bombardment is of no one kind; `clash` the
    sides that fought in it; `scene` where it is said outright to have happened («وقعت الحادثة في كذا»); `weeks` those
    that a bulletin covers."""

    event: Cause | None = None
    place: Place | None = None
    time: Date | None = None
    doers: tuple[Part, ...] = ()
    main: bool = False
    tally: Own | None = None
    mixed: bool = False
    clash: tuple[Part, ...] = ()
    scene: Place | None = None
    weeks: Date | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """A report's marks by sentence; `victims` are the actors whose own people it counts, once for each harm,
    `voices` who speaks at a token,
    `continues` the tokens of «أضاف», `outright` when and where an attack is said outright to have happened,
    `months` the sentences that count harm over months, which no one attack brought about,
    `earlier` the tokens of attacks after which another came («بعد يومين من مقتل ثلاثة في كذا»),
    `first_harm` the first sentence of the body that holds harm, `covering` the weeks or the month that the report
    covers."""

    report: Report
    registry: Mapping[str, ActorInfo]
    causes: Mapping[int, Sequence[Cause]]
    parts: Mapping[int, Sequence[Part]]
    places: Mapping[int, Sequence[Place]]
    victims: Mapping[int, Sequence[str]]
    outcomes: Mapping[int, frozenset[str]]
    voices: Mapping[int, Speaker]
    own: Mapping[int, Sequence[Own]]
    continues: frozenset[int]
    outright: Outright
    first_harm: int
    covering: Covering
    months: frozenset[int]
    earlier: frozenset[int]

    def dates(self, sentence: int) -> Sequence[Date]:
        here = self.report.document.sentences[sentence]
        return in_tokens(self.report.document.dates, here.first, here.last)

    def told_before(self, sentence: int) -> bool:
        """«وكانت الشرطة قد قتلت», «يذكر أن»: whether the head of a sentence says that it tells what was before."""
        if "background" not in self.report.parts:
            return False
        here = self.report.document.sentences[sentence]
        return bool(self.report.within(here.first, here.first + _HEAD, "background"))


class Found(NamedTuple):
    """What was found in a report, in order: causes, actors' parts, (sentence, place), each harm's own choices, and
    `lost` as in `Known`."""

    causes: Sequence[Cause]
    parts: Sequence[Part]
    places: Sequence[tuple[int, Place]]
    own: Sequence[Own]
    lost: Mapping[tuple[int, tuple[int, int]], frozenset[str]]


def marks_of(report: Report, found: Found, registry: Mapping[str, ActorInfo], voices: Mapping[int, Speaker]) -> Marks:
    """Sort what was found by sentence."""
    harmed: dict[int, list[str]] = {}
    outcomes: dict[int, set[str]] = {}
    owned: dict[int, list[Own]] = {}
    for each in [o for o in found.own if o.scene.casualty.outcome not in LOOSE]:
        owned.setdefault(each.scene.sentence, []).append(each)
        harmed.setdefault(each.scene.sentence, []).extend(
            found.lost[each.scene.casualty.first, each.scene.casualty.harm]
        )
        outcomes.setdefault(each.scene.sentence, set()).add(each.scene.casualty.outcome)
    by_cause: dict[int, list[Cause]] = {}
    by_part: dict[int, list[Part]] = {}
    by_place: dict[int, list[Place]] = {}
    for cause in found.causes:
        by_cause.setdefault(cause.sentence, []).append(cause)
    for part in found.parts:
        by_part.setdefault(part.sentence, []).append(part)
    before: Place | None = None
    for sentence, place in found.places:
        if not told_by_side(report, place, before):
            by_place.setdefault(sentence, []).append(place)
        before = place
    told = {sentence: frozenset(kinds) for sentence, kinds in outcomes.items()}
    sentences = report.document.sentences
    first = next((i for i in sorted(told) if sentences[i].part == "body"), len(sentences))
    return Marks(report, registry, by_cause, by_part, by_place, harmed, told, voices, owned, _continues(report),
                 outright(report, found.places), first, covering(report, first), _months(found.own),
                 days_after(report))  # fmt: skip


def _months(own: Sequence[Own]) -> frozenset[int]:
    dated = [(o.scene.sentence, o.time.candidate.value) for o in own if o.time is not None]
    return frozenset([s for s, d in dated if d.start and d.end and d.start < d.end and (d.end - d.start).days > _LONG])


def _continues(report: Report) -> frozenset[int]:
    return frozenset([h.first for h in report.scan.parts(SayWord).get("continue", ())])


def pointed_at(marks: Marks, index: int) -> bool:
    """«وقتل ستون في هذه الغارات»: whether a sentence points at the attack that the one before it tells."""
    told = marks.causes.get(index, ())
    return any(c.definite and marks.report.tokens[c.first - 1].form in _THIS for c in told)
