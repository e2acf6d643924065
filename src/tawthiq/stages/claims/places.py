"""Where did the harm happen?"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from tawthiq.language.entries import EventWord
from tawthiq.language.lists import words
from tawthiq.model import Place
from tawthiq.stages.claims import listing
from tawthiq.stages.claims.choose import Candidate, Feature
from tawthiq.stages.claims.finer import clause_begins, locates
from tawthiq.stages.claims.holding import DENSE, FINENESS, of_kind
from tawthiq.stages.claims.scene import Report, Scene, in_tokens, of_all
from tawthiq.stages.claims.whence import FROM_OR_TO, OUT_OF, comes_from, just_before, led_by

_ABOUT_IT = 1.5
_OTHERS, _CLOSE_BY = 1.5, 10
_TWO, _TOGETHER = 2, 4  # figures; those of one count with its parts
_SHARED = 60  # tokens behind a whole in which its shares are told
_SHARE, _SHARES = 2, frozenset({"casualties.by_place", "casualties.subset"})  # tokens from a share to its place
_FIRST = attrgetter("first")
_IN, _WITHIN, _LED_IN = "في", "ب", 3.6
_ON, _WAR = "علي", words("war_on")
_OBJECT = 8
_LISTED, _BETWEEN, _SEVERAL = 16, 3, 3
_BETWEEN_REACH = 2  # tokens between «بين» and the first of two places
_FRONTS, _LED = frozenset({"جبهه", "محور", "مركز"}), frozenset({_IN, _ON})
_LEFT = frozenset({"displaced", "abducted", "detained"})
_REGION, _NAMED = "region", "places.name"
_NEAR, _THROUGHOUT, _ANAPHOR = "places.near", "places.throughout", "places.anaphor"
_WORST = 4  # tokens of «كانت المحافظة»
_THERE = frozenset({"places.near", "places.around", "places.direction"})


def between(report: Report, place: Place) -> bool:
    """«على الطريق بين الرمادي والرطبة»: whether a place is the first of two that something lies between."""
    hit = report.before(place.first, "among", _BETWEEN_REACH)
    return hit is not None and hit.entry.value == "between"


def candidates(scene: Scene, found: Sequence[Place]) -> list[Candidate[Place]]:
    """The usable places of the harm's own sentence."""
    here = in_tokens(found, *scene.near)
    if len(here) > 1:
        here = _of_others_left_out(scene, here)
    if here and "worst_hit" in scene.report.parts:
        here = [p for p in here if not _worst_hit(scene, p)]
    several = len(here) > 1
    listed = listing.worth(scene, here) if several else {}
    clauses = _own_clauses(scene, here) if several else None
    back = _looks_back(scene) if here and "looking_back" in scene.report.parts else 0
    ending = {p.last: p for p in here}
    found_here = [
        Candidate(p, p.first, p.last, scene.sentence,
                  0.25 * FINENESS[p.level] + (listed.get(p.first, 0.0) if listed else 0.0)
                  - _ABOUT_IT * (p.last <= back) - _OTHERS * (clauses is not None and p.first not in clauses))
        for p in here
        if not _seat(scene, p) and not (p.first in ending and locates(p, ending[p.first]))
    ]  # fmt: skip
    return of_all(scene, found_here)


def _of_others_left_out(scene: Scene, here: Sequence[Place]) -> Sequence[Place]:
    """The places of a sentence without those that it tells of other figures and of a war."""
    if scene.casualty.part_of is None:
        here = _without_shares(scene, here)
        here = _of_whole(scene, here) if scene.casualty.outcome in _LEFT else here
    here = _before_the_next(scene, here)
    here = _raised_in(scene, here) if "rise" in scene.report.parts else here
    first = here[0].first
    war = 1 < first < scene.start and scene.report.tokens[first - 1].form == _ON
    return _beside_war(scene, here) if war else here


def _before_the_next(scene: Scene, here: Sequence[Place]) -> Sequence[Place]:
    """«سجلت درعا مقتل أربعين، تليها حماة ثم إدلب»: without the places that are told to come next."""
    at = scene.end
    ranks = scene.report.within(at, here[-1].first, "clause") if here[0].first < at <= here[-1].first else ()
    behind = next((h.first for h in ranks if scene.report.tokens[h.last - 1].form in listing.NEXT), None)
    return here if behind is None else [p for p in here if p.first < behind]


def _worst_hit(scene: Scene, place: Place) -> bool:
    """«قتل 70 شخصا، وكانت حلب الأكثر تضررا»: whether a place behind a figure is told to have suffered most of it."""
    behind = scene.end <= place.first
    return behind and bool(scene.report.within(max(scene.end, place.first - _WORST), place.last + _WORST, "worst_hit"))


def _without_shares(scene: Scene, here: Sequence[Place]) -> Sequence[Place]:
    """«قتل 20 في سوريا، خمسة منهم في حلب وستة في حمص»: without the places right behind a whole's shares."""
    figures = in_tokens(scene.report.figures.get(scene.sentence, ()), scene.end, scene.end + _SHARED)
    if len(figures) < _TWO:
        return here
    casualties = scene.report.document.casualties
    shares = [f for f in figures if f.part_of is not None and not _SHARES.isdisjoint(f.because)
              and casualties[f.part_of] is scene.casualty]  # fmt: skip
    behind, ahead = {f.last for f in shares}, {f.first for f in shares}
    theirs = [p for p in here if p.last in ahead or not behind.isdisjoint(range(p.first - _SHARE, p.first + 1))]
    return here if len(theirs) < _TWO else [p for p in here if p not in theirs] or here


def _of_whole(scene: Scene, here: Sequence[Place]) -> Sequence[Place]:
    """«في نابلس اعتقلت أربعة، بينهم شابة من دير شرف»: without the places that a part right behind was taken from, where
    others remain."""
    figures = scene.report.figures.get(scene.sentence, ())
    at = bisect_left(figures, scene.casualty.last, key=_FIRST)
    if at == len(figures) or figures[at].part_of is None or scene.casualty.part_of is not None:
        return here
    first = figures[at].first
    return [p for p in here if p.first < first or not led_by(scene.report, p, OUT_OF)] or here


def _own_clauses(scene: Scene, here: Sequence[Place]) -> range | None:
    """«قتل حارسان بقصف على حلب، وأصيب سبعة قرب سرمين»: the tokens up to the clauses that tell of the figures before
    and behind a harm, where words close to it there say where it happened; None where all places stand there."""
    figures, breaks = scene.report.figures.get(scene.sentence, ()), scene.report.breaks
    if len(figures) < _TWO:
        return None
    low, high = scene.near
    at, behind = bisect_left(figures, scene.start, key=_FIRST), bisect_left(figures, scene.end, key=_FIRST)
    before, after = figures[max(0, at - _TOGETHER) : at], figures[behind : behind + _TOGETHER]
    if before and here[0].first < scene.start:
        last = next((c.last for c in reversed(before) if c.part_of is None), low)
        cut = bisect_left(breaks, last)
        low = breaks[cut] if last > low and cut < len(breaks) and breaks[cut] < scene.start else low
    if after and here[-1].first >= scene.end:
        first = next((min(c.first, c.harm[0]) for c in after if c.part_of is None), high)
        cut = bisect_left(breaks, first) - 1
        high = breaks[cut] if first < high and cut >= 0 and breaks[cut] >= scene.end else high
    if (low, high) == scene.near or not any(low <= p.first < high and _placed_there(scene, p) for p in here):
        return None
    return range(low, high)


def _placed_there(scene: Scene, place: Place) -> bool:
    """Whether words close to a harm say that something happened in a place or near it."""
    report = scene.report
    if FINENESS[place.level] < FINENESS["district"] or scene.gap(place) > _CLOSE_BY:
        return False
    told = _NEAR in place.because or located(report, place)
    return told and not comes_from(report, place) and not _of_speaker(scene, place)


def _looks_back(scene: Scene) -> int:
    """«تظاهروا في لندن احتجاجا على مقتل ثلاثة»: where the words begin for what is done about the harm, 0 for none."""
    back = scene.report.within(scene.near[0], scene.start, "looking_back")
    plain = [h for h in back if h.entry.value is None]
    return plain[-1].first if plain and not scene.report.clauses_between(plain[-1].last, scene.start) else 0


def _raised_in(scene: Scene, here: Sequence[Place]) -> Sequence[Place]:
    """«وبمقتل شاب في سلمى، ترتفع الحصيلة في المحافظة إلى 90»: without the places of the one who raised a sum, where it
    is told behind that where the sum is of."""
    figure = scene.casualty.first
    rises = scene.report.within(scene.near[0], figure, "rise")
    if not rises:
        return here
    last = rises[-1].last
    inside = any(located(scene.report, p) for p in in_tokens(here, last, figure))
    return [p for p in here if p.first >= last] if inside else here


def risen(scene: Scene, place: Place) -> bool:
    """Whether a sum is told to rise in a place by harm in another, or in a land, and so is of no part of it."""
    figure, low = scene.casualty.first, scene.near[0]
    rises = scene.report.within(low, figure, "rise")
    raised = rises and rises[-1].last <= place.first < figure
    if not raised or place.level in (_REGION, "country"):
        return bool(raised)
    return bool(in_tokens(scene.report.document.places, low, rises[-1].first))


def _beside_war(scene: Scene, here: Sequence[Place]) -> Sequence[Place]:
    """«منذ الحرب على غزة، قتل الجيش سبعة في الضفة»: without the place that a war is on, where the clause behind tells
    of another."""
    if scene.report.tokens[here[0].first - 2].form not in _WAR:
        return here
    others = (p for p in here[1:] if located(scene.report, p) and not _of_speaker(scene, p))
    return here[1:] if any(not comes_from(scene.report, p) for p in others) else here


def _seat(scene: Scene, place: Place) -> bool:
    """Whether a hospital or other site is where a speaker works, not where the harm happened; or a town where one
    that reports on a whole country has its seat («أعلنت بعثة الأمم المتحدة في بغداد مقتل»)."""
    seat = place.level == "site" or (place.level == "town" and place.first in scene.report.seats)
    return seat and _of_speaker(scene, place)


def _of_speaker(scene: Scene, place: Place) -> bool:
    """Whether a place stands in or right behind the phrase of a speaker before the harm («مدير مستشفى في حلب»)."""
    report, first = scene.report, place.first
    beside = [s for s in report.speakers_about(first) if s.first <= first < s.last + 4 and s.last <= scene.start]
    return bool(beside) and any(not report.within(s.last - 1, first, "that") for s in beside)


def _near(scene: Scene, candidate: Candidate[Place]) -> float:
    """The fewer words between, the likelier."""
    return 1 - min(scene.gap(candidate), 30) / 30


def _located(scene: Scene, candidate: Candidate[Place]) -> float:
    """«في», «على», «ب» before the name."""
    wide = candidate.value.level in ("region", "country")
    there = located(scene.report, candidate.value) or _left(scene, candidate.value)
    return float(there) * (0.5 if wide else 1.0)


def located(report: Report, place: Place) -> bool:
    """Whether the words say that something is there («في», «على», «ب»)."""
    token = report.tokens[place.first]
    before = report.tokens[place.first - 1].form if place.first else ""
    return (
        before in ("في", "علي", "داخل", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب")
        or (place.span.start > token.start and not token.form.startswith(("و", "ف")))
        or (not _THERE.isdisjoint(place.because) and not _describes(report, place))
        or (_THROUGHOUT in place.because and _ANAPHOR not in place.because)
        or _attacked(report, place)
        or between(report, place)
        or (token.form.startswith("و") and _listed(report, place))
        or _named_by(report, place)
        or (before in _FRONTS and _in_front(report, place.first - 1))
    )


def _in_front(report: Report, at: int) -> bool:
    """«في جبهة كذا», «على محور كذا», «بجبهة كذا»."""
    return at > 0 and report.tokens[at - 1].form in _LED


def _attacked(report: Report, place: Place) -> bool:
    """«قصفت قرية كذا», «قصفت القوات أمس قرية كذا»: a kind of place is what an attack of its clause struck."""
    if report.before(place.first, "attack", 0) is not None:
        return True
    if not of_kind(place):
        return False
    deeds = report.within(place.first - _OBJECT, place.first, "attack")
    last = report.tokens[place.first - 1].form
    return bool(deeds) and last not in FROM_OR_TO and not report.clauses_between(deeds[-1].last, place.first)


def _named_by(report: Report, place: Place) -> bool:
    """«هجوم المنيا», «تفجيرات بغداد»: whether an attack is named by a place right behind it."""
    if place.span.start > report.tokens[place.first].start:
        return False
    events = in_tokens(report.scan.of(EventWord), place.first - 1, place.first)
    return bool(events) and any(h.last == place.first and h.entry.names_attack and not h.definite for h in events)


def _listed(report: Report, place: Place) -> bool:
    """«في حلب وإدلب»: joined to a place just before it that the words say something is in."""
    return any(located(report, p) for p in just_before(report, place))


def _describes(report: Report, place: Place) -> bool:
    """Whether «شمال بغداد» stands right behind another place, to say where that one is."""
    return any(
        other.last >= place.first - 1 for other in in_tokens(report.document.places, place.first - 6, place.first)
    )


def _follows(scene: Scene, candidate: Candidate[Place]) -> float:
    """Arabic news names the place after the harm."""
    return 1.0 if candidate.first >= scene.end else 0.0


def _right_behind(scene: Scene, candidate: Candidate[Place]) -> float:
    """«27 في ريف دمشق», «7 جرحى بإسرائيل»: nothing but «في» or «ب» stands between the harm and the place."""
    if candidate.first < scene.end or candidate.first - scene.end > 1:
        return 0.0
    form, before = (scene.report.tokens[at].form for at in (candidate.first, candidate.first - 1))
    inside = before == _IN or (candidate.first == scene.end and form.startswith(_WITHIN))
    branch = inside and candidate.value.level == "country" and _of_group(scene.report, candidate.value)
    return _LED_IN if inside and not branch else 1.0


def _of_group(report: Report, place: Place) -> bool:
    """«قيادي في حركة كذا بلبنان»: whether a country stands right behind a group, to say which branch of it is meant."""
    return any(a.last == place.first for a in in_tokens(report.document.actors, place.first - _OBJECT, place.first))


def _attached(scene: Scene, candidate: Candidate[Place]) -> float:
    """The place stands in the phrase of a speaker, who may speak of elsewhere."""
    return float(_of_speaker(scene, candidate.value))


def _aside(scene: Scene, candidate: Candidate[Place]) -> float:
    """«فيما شهدت مدينة كذا قصفا»: whether another clause begins between the harm and the place."""
    low, high = (scene.end, candidate.first) if candidate.first >= scene.end else (candidate.last, scene.start)
    return float(clause_begins(scene.report, low, high))


def _origin(scene: Scene, candidate: Candidate[Place]) -> float:
    """«من», «نحو»: where people or shells came from or went; who was driven or taken from a place was harmed there."""
    if not comes_from(scene.report, candidate.value):
        return 0.0
    if _left(scene, candidate.value):
        return 0.0
    return 3.0 if candidate.value.level == "country" else 1.0


def _left(scene: Scene, place: Place) -> bool:
    """«اعتقلوا ستة من مخيم عايدة»: whether the harmed were driven or taken from a place."""
    left = scene.casualty.outcome in _LEFT and _NEAR not in place.because
    return left and led_by(scene.report, place, OUT_OF)


def _only_near(scene: Scene, candidate: Candidate[Place]) -> float:
    """«قرب دمشق» names a neighbour; a place that is said to hold the harm goes before it."""
    return float("places.near" in candidate.value.because)


def _unplaced(scene: Scene, candidate: Candidate[Place]) -> float:
    """A name that no gazetteer holds is a weaker place than one that can be found, save after a kind word."""
    return float(candidate.value.lat is None and not of_kind(candidate.value))


FEATURES: tuple[Feature[Scene, Place], ...] = (
    Feature("place.near", 1.6, _near),
    Feature("place.located", 1.0, _located),
    Feature("place.follows", 0.45, _follows),
    Feature("place.right_behind", 0.3, _right_behind),
    Feature("place.of_speaker", -1.4, _attached),
    Feature("place.origin", -0.8, _origin),
    Feature("place.aside", -1.0, _aside),
    Feature("place.only_near", -1.2, _only_near),
    Feature("place.unplaced", -0.6, _unplaced),
)


def spread(report: Report, place: Place) -> bool:
    """«في حلب واللاذقية ودمشق»: whether a place is one of three or more of a list that lie in provinces apart."""
    found = listed(report, place)
    return len(found) >= _SEVERAL and len(lands_of(found)) >= _SEVERAL


def joined_apart(report: Report, place: Place) -> bool:
    """«في مدينتي حمص وحماة», «على الجنوب والبقاع», but not «على الطريق بين حمص وحماة»."""
    joined = listed(report, place)
    if len(joined) < _TWO or between(report, joined[0]):
        return False
    regions = [p for p in joined if p.level == _REGION and _NAMED in p.because]
    return len(joined) > _TWO or len(lands_of(joined)) + len(regions) > 1


def lands_of(found: Sequence[Place]) -> set[tuple[str | None, str | None]]:
    """The provinces that places lie in; where towns lie close, the places themselves."""
    return {(p.country, p.name if p.country in DENSE else p.admin1) for p in found if p.admin1}


def listed(report: Report, place: Place) -> list[Place]:
    """The places of the list that a place stands in, itself among them, in order."""
    found = [place]
    around = in_tokens(report.document.places, place.first - _LISTED, place.last + _LISTED)
    for other in [p for p in around if p.first >= place.last]:
        found += [other] if joined(report, found[-1], other) else []
    for other in reversed([p for p in around if p.last <= place.first]):
        found = [other, *found] if joined(report, other, found[0]) else found
    return found


def joined(report: Report, one: Place, two: Place) -> bool:
    """Whether «و» joins a place to one that ends a few words before it."""
    token = report.tokens[two.first]
    return 0 <= two.first - one.last <= _BETWEEN and token.form.startswith("و") and two.span.start > token.start
