"""What surrounds each harm: the marks of its sentence, and the clauses between."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from tawthiq.language.entries import DateWord, EventWord, HarmWord, PlaceWord, StructureWord
from tawthiq.language.scan import PART, HarmHit, PlaceHit, Scan, StructureHit
from tawthiq.language.tokens import Token
from tawthiq.model import Casualty, Date, Document, Speaker

ONE_OF_SEVERAL = "one_of_several"
_THEIRS = "ها"  # «بينها», of attacks
_WIDELY = frozenset({"un", "monitor", "aid"})
NEAR = 120
_GOVERNED = 150  # tokens from a verb to the last of those whom it governs that are looked at
_LIFE_REACH = 6  # from «ولد» to when
BY_HIMSELF = "suicide_bombing"
LOOSE = frozenset({"hit", "strikes"})
BODILY = frozenset({"killed", "injured", "casualties"})
FORCES = frozenset({"soldier", "police"})
ARMED = FORCES | {"fighter"}
_ANYBODY = "person"
UNTOLD = frozenset({_ANYBODY, "civilian"})  # groups that tell nothing of age, sex or work
_RANKED = frozenset({"dates.rank", "dates.compared"})
_IN = "في"
_REPLYING = frozenset({"رد", "ردت", "ردوا"})
_JOINING, _BY, _ANSWERER, _ANSWERED = ("و", "ف"), "ب", 3, 9
_TO_COME = "س"  # «ستطلق عملية»: what is announced was not done
_FIRST, _EVENT, _LEVEL = attrgetter("first"), attrgetter("entry.event"), attrgetter("entry.level")
_PERIOD = "period"
_SETTLED = frozenset({"town", "district", "province"})


class Marked(Protocol):
    """Anything that stands on tokens first ≤ t < last."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True, slots=True)
class Report:
    """A document with the indexes that slots ask again and again. `war`: the days of the war that it is about,
    `figures`: by sentence those counted, in order; `carriers`: words like «أسفر»; `suicides`: whether it tells of
    bombers who die by their own bomb; `seats`: the tokens right behind speakers who report on a whole country;
    `replies`: where the answer to an attack begins («ورد الجيش بقصف»); `loose`: dates of no day («منذ أسابيع»);
    `towns`: the words for several («بلدات»)."""

    document: Document
    scan: Scan
    tokens: tuple[Token, ...]
    breaks: tuple[int, ...]
    parts: dict[str, tuple[StructureHit, ...]]
    harms: dict[int, HarmHit]
    speakers: tuple[Speaker, ...]
    war: tuple[date, date] | None
    figures: Mapping[int, Sequence[Casualty]]
    carriers: Sequence[HarmHit]
    suicides: bool
    seats: frozenset[int]
    replies: Sequence[int]
    loose: Sequence[Date]
    towns: Sequence[PlaceHit]

    def words(self, part: str) -> tuple[StructureHit, ...]:
        """The structure hits of one part, in order."""
        return self.parts.get(part, ())

    def sentence_at(self, token: int) -> int:
        """Which sentence a token stands in, 0 where there is none."""
        return (bisect_right(self.document.sentences, token, key=_FIRST) or 1) - 1

    def bounds(self, token: int) -> tuple[int, int]:
        """The tokens first ≤ t < last of the sentence that a token stands in."""
        sentences = self.document.sentences
        at = bisect_right(sentences, token, key=_FIRST) or 1
        return (sentences[at - 1].first, sentences[at - 1].last) if sentences else (0, len(self.tokens))

    def speakers_about(self, token: int) -> Sequence[Speaker]:
        """The speakers whose phrase begins within thirty tokens before a token or five after it."""
        return in_tokens(self.speakers, token - 30, token + 6)

    def clauses_between(self, a: int, b: int) -> int:
        """How many clause boundaries lie between two tokens."""
        low, high = (a, b) if a <= b else (b, a)
        return bisect_left(self.breaks, high) - bisect_left(self.breaks, low)

    def before(self, token: int, part: str, reach: int = 1) -> StructureHit | None:
        """A structure hit of `part` that ends within `reach` tokens before `token`."""
        if part not in self.parts:
            return None
        hits = self.parts[part]
        if not hits or hits[0].first >= token or hits[-1].first < token - reach - 4:
            return None
        at = bisect_left(hits, token, key=_FIRST) - 1
        while at >= 0 and hits[at].first >= token - reach - 4:
            if token - reach <= hits[at].last <= token:
                return hits[at]
            at -= 1
        return None

    def within(self, first: int, last: int, part: str) -> Sequence[StructureHit]:
        """The structure hits of `part` that begin in first ≤ t < last."""
        if part not in self.parts:
            return ()
        hits = self.parts[part]  # mostly none lies there, which is told here sooner than by a further call
        return in_tokens(hits, first, last) if hits and hits[-1].first >= first and hits[0].first < last else ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One harm and its report: what a feature looks at. `start` and `end` are the tokens of harm word and phrase,
    `near` those of its `sentence` (a number) that lie near enough to bear on it."""

    report: Report
    casualty: Casualty
    start: int
    end: int
    near: tuple[int, int]
    sentence: int

    def gap(self, mark: Marked) -> int:
        """Tokens between the harm and a mark; 0 where they touch or overlap."""
        if mark.first >= self.end:
            return mark.first - self.end
        return max(0, self.start - mark.last)

    def after(self, mark: Marked) -> bool:
        return mark.first >= self.end


def report_of(document: Document, scan: Scan) -> Report:
    """Index a document once for all its harms."""
    ranks = {t for d in document.dates if not _RANKED.isdisjoint(d.because) for t in range(d.first, d.last)}
    parts = {part: tuple(hits) for part, hits in scan.parts(StructureWord).items()}
    parts["cumulative"] = tuple([h for h in parts.get("cumulative", ()) if h.first not in ranks])
    parts["attack"] = tuple([h for h in parts.get("attack", ()) if not h.clitic.endswith(_TO_COME)])
    breaks = {h.first for h in parts.get("clause", ())}
    breaks |= {i for i, t in enumerate(scan.tokens) if t.form in ("،", ",", "؛", ";", ":", "(", ")")}
    ones = _one_of_several(scan, parts.get("breakdown", ()), parts.get("majority", ()))
    if ones:
        parts[ONE_OF_SEVERAL] = ones
    kinds = [h for h in scan.of(PlaceWord) if h.number == "many" and h.clitic == "" and PART(h) == "kind"]
    speakers = tuple(sorted(document.speakers, key=_FIRST))
    if "biography" in parts:
        document = replace(document, dates=tuple([d for d in document.dates if not _of_life(parts, breaks, d)]))
    figures: dict[int, list[Casualty]] = {}
    for casualty in sorted([c for c in document.casualties if c.outcome not in LOOSE], key=_FIRST):
        figures.setdefault(casualty.sentence, []).append(casualty)
    war = _war(document, scan)
    seats = frozenset(at for s in speakers if s.kind in _WIDELY for at in (s.last, s.last + 1))
    return Report(
        document, scan, scan.tokens, tuple(sorted(breaks)), parts, scan.starting(HarmWord), speakers, war, figures,
        _carriers(scan), any(BY_HIMSELF in map(_EVENT, scan.hits(layer)) for layer in ("event", "harm")),
        seats, _replies(document, scan, parts["attack"]),
        [d for d in document.dates if d.start is None and d.precision == _PERIOD and _RANKED.isdisjoint(d.because)],
        [h for h in kinds if _LEVEL(h) in _SETTLED],
    )  # fmt: skip


def _replies(document: Document, scan: Scan, words: Sequence[StructureHit]) -> list[int]:
    """«ورد سلاح الجو بقصف مواقع»: the verbs of answering, joined to what they answer, whose subject and means are
    told."""
    joined = [w for w in words if w.clitic in _JOINING and scan.tokens[w.first].form[1:] in _REPLYING]
    who = [w for w in joined if in_tokens(document.actors, w.last, w.last + _ANSWERER)]
    return [w.first for w in who if any(
        h.clitic.startswith(_BY) for h in in_tokens(scan.of(EventWord), w.last, w.last + _ANSWERED))]  # fmt: skip


def _of_life(parts: Mapping[str, Sequence[StructureHit]], breaks: Set[int], date: Date) -> bool:
    """«ولد في عام 1997», «الحركة التي تأسست عام 2002»: a date in the life of who is named, and of no harm."""
    words = in_tokens(parts["biography"], date.first - _LIFE_REACH, date.first)
    return bool(words) and breaks.isdisjoint(range(words[-1].last, date.first))


def _one_of_several(
    scan: Scan, breakdowns: Sequence[StructureHit], majorities: Sequence[StructureHit]
) -> tuple[StructureHit, ...]:
    """«هجمات في العراق، بينها تفجير في بغداد», «معظمهم في درعا»: where one of several attacks or most of the harmed are
    told of."""
    of_things = [w for w in breakdowns if scan.tokens[w.last - 1].form.endswith(_THEIRS)]
    attacks = {h.first for h in scan.of(EventWord) if not h.clitic} if of_things else frozenset[int]()
    most = [w for w in majorities if w.last < len(scan.tokens) and scan.tokens[w.last].form == _IN]
    return tuple(sorted((*(w for w in of_things if w.last in attacks), *most), key=_FIRST))


def _carriers(scan: Scan) -> list[HarmHit]:
    hits = scan.of(HarmWord)
    return [h for part, h in zip(map(PART, hits), hits, strict=True) if part == "carrier" and not h.definite]


def _war(document: Document, scan: Scan) -> tuple[date, date] | None:
    """The days of the war that most words of a report point to."""
    cues = Counter([hit.entry for hit in scan.of(DateWord) if hit.entry.part == "war_cue"])
    if document.published is None or not cues:
        return None
    return cues.most_common(1)[0][0].war(document.published)


def scene_of(report: Report, casualty: Casualty) -> Scene:
    """The scene of one harm. That none were harmed is told of what stands before it, or in its own clause
    («قصفت القوات الحي دون إصابات، كذلك قصفت البلدة»)."""
    first, last = casualty.harm
    start, end = min(casualty.first, first), max(casualty.last, last)
    near = _near(report, casualty.sentence, max(start, end - _GOVERNED), end)
    if casualty.count.high == 0:
        closing = bisect_left(report.breaks, end)
        near = near[0], min(near[1], report.breaks[closing] if closing < len(report.breaks) else near[1])
    return Scene(report, casualty, start, end, near, casualty.sentence)


def of_all(scene: Scene, marks: list[M]) -> list[M]:
    """«46 قتيلا في هجمات في العراق، بينها تفجير في بغداد»: the marks without those that are told of one attack only, as
    far as others remain."""
    if ONE_OF_SEVERAL not in scene.report.parts:
        return marks
    ones = scene.report.within(scene.end, scene.near[1], ONE_OF_SEVERAL)
    return [m for m in marks if m.first < ones[0].first] or marks if ones else marks


def one_people(one: str | None, two: str | None) -> bool:
    """Whether two groups can be one: «ستة أشخاص» and «ستة جنود», but not «ست سيدات» and «ستة شرطيين»."""
    return one == two or _ANYBODY in (one, two) or {one, two} <= FORCES


def widened(scene: Scene, start: int, end: int) -> Scene:
    """The scene of a harm that others stand right beside, with theirs."""
    if (start, end) == (scene.start, scene.end):
        return scene
    near = _near(scene.report, scene.sentence, start, end)
    return Scene(scene.report, scene.casualty, start, end, near, scene.sentence)


def _near(report: Report, sentence: int, start: int, end: int) -> tuple[int, int]:
    here = report.document.sentences[sentence]
    replies = report.replies
    answered = replies[at] if (at := bisect_left(replies, end)) < len(replies) else end + NEAR
    return max(here.first, start - NEAR), min(here.last, end + NEAR, answered)


def in_tokens(marks: Sequence[M], first: int, last: int) -> Sequence[M]:
    """The marks that begin in first ≤ t < last (marks are in order of their first token)."""
    if not marks or marks[-1].first < first or marks[0].first >= last:
        return ()
    low = bisect_left(marks, first, key=_FIRST)
    if marks[-1].first < last:
        return marks[low:]
    high = low
    while marks[high].first < last:
        high += 1
    return marks[low:high]
