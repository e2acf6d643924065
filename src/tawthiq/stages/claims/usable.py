"""Which places of a report can be where something happened?"""

from tawthiq.language.entries import EventWord
from tawthiq.model import Place
from tawthiq.stages.claims.aftermath import AFTERMATH, buried_at
from tawthiq.stages.claims.holding import FINENESS, of_kind
from tawthiq.stages.claims.native import native
from tawthiq.stages.claims.places import between, joined
from tawthiq.stages.claims.posts import of_strikers
from tawthiq.stages.claims.scene import Report, in_tokens
from tawthiq.stages.claims.whence import OUT_OF, led_by

_IN = "في"
_BY_NAME, _DONE = ("places.name",), 9  # tokens from a deed to where it was
_STEP, _THE = 4, "ال"
_OBJECT = 8
_HOSPITAL = ("Hospital", "Medical Complex", "Medical Center")
_WARDS = frozenset({"places.kind.mustashfa", "places.kind.mashfa"})
_STRUCK = 5
_REGION = "region"
_LANDS = frozenset({"country", _REGION})
_FIRED = 4  # from a weapon to where it came from
_NEAR = "places.near"
_THERE = frozenset({"places.near", "places.around", "places.direction"})
_WORLD, _TO_WORLD = "places.world", 2
_LYING = frozenset({"الواقع", "الواقعه"})
_ORIGIN = "places.origin"
_UNLIKELY = frozenset({"places.taken_to", _WORLD, _ORIGIN, "places.bound"})
_UNUSABLE = frozenset({"places.dateline", "places.metonym", "places.speaker_home", "places.elsewhere"})


def usable(place: Place) -> bool:
    """Whether a mention can be where something happened: no dateline, no capital that speaks, no land only near it
    («قرب الحدود مع مالي»)."""
    return not _UNUSABLE.intersection(place.because) and not (place.level == "country" and _NEAR in place.because)


def usable_places(report: Report) -> list[tuple[int, Place]]:
    """(sentence, place) of every mention that can be where something happened, outside asides.

    A state that acts is no place; nor is a lone name of a country that the report does not speak of.
    """
    document = report.document
    acting = {a.first for a in document.actors}
    found = [(i, p) for i, s in enumerate(document.sentences) if s.part != "aside"
             for p in in_tokens(document.places, s.first, s.last)
             if usable(p) and not _day(report, p)]  # fmt: skip
    found = [(i, p) for i, p in found if not buried_at(report, p)] if AFTERMATH in report.parts else found
    found = [(i, p) for i, p in found if not _included(report, p) and not _other_end(report, p)]
    found = [(i, p) for i, p in found if p.level != "country" or p.first not in acting]
    found = [(i, p) for i, p in found if p.level not in _LANDS or not _fired_from(report, p)]
    found = [(i, p) for i, p in found if not of_strikers(report, p)]
    found = _without_native(found, frozenset(native(report)))
    happened = [(i, p) for i, p in found if not _UNLIKELY.intersection(p.because) and not _ward(report, p)]
    if any(FINENESS[p.level] >= FINENESS[_REGION] for _, p in happened):
        found = happened
    elif happened:  # «قتل القيادي المولود في الكويت في غارة على سوريا»
        found = [(i, p) for i, p in found if _ORIGIN not in p.because]
    found = _without_worlds(report, found)
    found = _without_far(found)
    votes: dict[str | None, int] = {}
    for _, place in found:
        votes[place.country] = votes.get(place.country, 0) + 1
    top = max(votes.values(), default=0)
    whose = {a.last - 1 for a in document.actors}  # «طائرات سورية»
    kept = [(i, p) for i, p in found if (p.level == "country" and p.first not in whose)
            or (p.level != "country" and (votes[p.country] >= 2 or top <= 2 or of_kind(p)))]  # fmt: skip
    if len(kept) == len(found):
        return kept
    bare, known = report.figures.keys() - {i for i, _ in kept}, {p.first for _, p in kept}
    return [(i, p) for i, p in found if p.first in known or (i in bare and _sure(report, p))]


def _sure(report: Report, place: Place) -> bool:
    """«قتل عشرة في البوكمال», in a report on Iraq: whether a town by a name that is in doubt with no other's is said to
    be where something was; so is a part of a country («تمردا في جنوب شرق تركيا»)."""
    if place.level == "country" or place.because != _BY_NAME or report.tokens[place.first - 1].form != _IN:
        return False
    deeds = in_tokens(report.scan.of(EventWord), place.first - _DONE, place.first)
    return (
        place.level == _REGION or bool(deeds) or any(t in report.harms for t in range(place.first - _DONE, place.first))
    )


def _fired_from(report: Report, place: Place) -> bool:
    """«سقوط مقذوف من الأراضي اليمنية», «صواريخ أطلقت من لبنان»: whether a country or region is only where weapons came
    from."""
    if not led_by(report, place, OUT_OF):
        return False
    weapons = in_tokens(report.scan.of(EventWord), place.first - _FIRED, place.first)
    return any(h.entry.part == "weapon" for h in weapons)


def _ward(report: Report, place: Place) -> bool:
    """Whether a hospital only holds the harmed or a speaker: nothing is said to strike it, or to be by it."""
    if place.level != "site" or not (place.name.endswith(_HOSPITAL) or _WARDS.intersection(place.because)):
        return False
    if _THERE.intersection(place.because):
        return False
    struck = report.within(place.first - _OBJECT, place.first, "attack")
    causes = in_tokens(report.scan.of(EventWord), place.first - _STRUCK, place.first)
    told = [*[h.last for h in struck], *[h.last for h in causes]]
    return not told or bool(report.clauses_between(max(told), place.first))


def _without_native(found: list[tuple[int, Place]], whence: frozenset[int]) -> list[tuple[int, Place]]:
    """«قتل الشاب أحمد علي من بلدة كذا في مدينة كذا»: without whence one of the harmed is, in a sentence that names
    where it happened."""
    if not whence:
        return found
    told = {i for i, p in found if p.first not in whence and FINENESS[p.level] >= FINENESS["province"]}
    return [(i, p) for i, p in found if p.first not in whence or i not in told]


def _without_far(found: list[tuple[int, Place]]) -> list[tuple[int, Place]]:
    """Without what only says how far another place of its country is («على بعد 30 كيلومترا من كذا»)."""
    lands = {p.country for _, p in found if "places.far" not in p.because and FINENESS[p.level] >= FINENESS["province"]}
    return [(i, p) for i, p in found if "places.far" not in p.because or p.country not in lands]


def _without_worlds(report: Report, found: list[tuple[int, Place]]) -> list[tuple[int, Place]]:
    """«قتل عشرة في مالي الواقعة في غرب أفريقيا»: without a part of the world that only says where the country right
    before it lies."""
    if not any(_WORLD in p.because for _, p in found):
        return found
    ends = {p.last + n for p in report.document.places if p.level == "country" for n in range(_STEP)}
    ends |= {n + _TO_WORLD for n, t in enumerate(report.tokens) if t.form in _LYING}
    return [(i, p) for i, p in found if _WORLD not in p.because or p.first not in ends]


def _day(report: Report, place: Place) -> bool:
    """«7 يوليو»: a date that is also the name of a quarter."""
    if place.last - place.first == 1 or of_kind(place):
        return False
    dates = in_tokens(report.document.dates, place.first - _STEP, place.first + 1)
    return any(d.first <= place.first and place.last <= d.last for d in dates)


def _included(report: Report, place: Place) -> bool:
    """«في الضفة بما فيها القدس»: only a part of where it happened, told before it; not «القوات الخاصة في القدس»."""
    first, _ = report.bounds(place.first)
    part = report.before(place.first, "including")
    if part is None or report.tokens[part.first].form.startswith(_THE):
        return False
    return bool(in_tokens(report.document.places, first, place.first))


def _other_end(report: Report, place: Place) -> bool:
    """The second of two places that something lies between: the two are one place, told by the first."""
    around = in_tokens(report.document.places, place.first - _STEP, place.first)
    return bool(around) and joined(report, around[-1], place) and between(report, around[-1])
