"""Does a report tell of harm in one place, or over a wider area?"""

from collections.abc import Sequence

from tawthiq.model import Casualty, Date, Place
from tawthiq.stages.claims.holding import DENSE, FINENESS, apart, holds, named_as_province, one_incident
from tawthiq.stages.claims.marks import Marks
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.times import same_day

_TOWN, _DISTRICT = FINENESS["town"], FINENESS["district"]
_HELD = frozenset({"detained", "abducted"})
_LEAST = 3
_WIDE = frozenset({"country", "region"})
_MANY = 5  # of fewer the sum of two comes about by chance
_TELLING, _QUARTERS = 10, frozenset({"neighbourhood", "site"})
_SPOTS = _QUARTERS | {"town"}
_ENOUGH = 12
_SUMS = 24  # figures of title and lead that may sum up others


def scattered(marks: Marks, day: Date | None) -> tuple[Place, ...]:
    """Places of one day's harm, of the sort told first, that lie apart; none where fewer than three do."""
    found: list[Place] = []
    harms = [o for sentence in sorted(marks.own) for o in marks.own[sentence]]
    held = bool(harms) and harms[0].scene.casualty.outcome in _HELD
    for own in [o for o in harms if (o.scene.casualty.outcome in _HELD) == held]:
        where = own.where
        if where is None or FINENESS[where.level] < _TOWN or where.lat is None or len(found) >= _ENOUGH:
            continue
        if same_day(day, own.when) and all(apart(where, other) for other in found):
            found.append(where)
    return tuple(found) if len(found) >= _LEAST else ()


def totals(marks: Marks, lead: Sequence[int]) -> frozenset[int]:
    """Where the figures of title and lead begin that are the sum of those told of two places apart, or more."""
    titles = {i for i, s in enumerate(marks.report.document.sentences) if s.part == "title"}
    told = [o for i, sentence in marks.own.items() if i not in titles for o in sentence if _placed(o)]
    told_first = (o for sentence in lead for o in marks.own.get(sentence, ()))
    firsts = [o for o in told_first if (o.scene.casualty.count.low or 0) >= _LEAST][:_SUMS]
    return frozenset(o.scene.casualty.first for o in firsts if _sums(o, told)) | _broken_down(marks)


def _placed(own: Own) -> bool:
    where, casualty = own.where, own.scene.casualty
    return where is not None and FINENESS[where.level] >= _DISTRICT and casualty.part_of is None


def _broken_down(marks: Marks) -> frozenset[int]:
    """«155 قتيلا: 64 في حلب و49 في حماة»: where the figures begin whose parts were harmed in places apart."""
    parts: dict[int, list[tuple[Place, int]]] = {}
    for own in [o for sentence in marks.own.values() for o in sentence]:
        whole = own.scene.casualty.part_of
        if whole is not None and own.where is not None:
            parts.setdefault(whole, []).append((own.where, own.scene.casualty.count.low or 0))
    casualties = marks.report.document.casualties
    return frozenset(casualties[n].first for n, each in parts.items() if _split(casualties[n], each))


def _split(whole: Casualty, parts: Sequence[tuple[Place, int]]) -> bool:
    """Whether parts lie apart, and those of other places than the first are no more than the whole."""
    others = [low for place, low in parts if apart(parts[0][0], place)]
    return bool(others) and sum(others) < (whole.count.low or 0)


def _sums(own: Own, told: Sequence[Own]) -> bool:
    """Whether a figure is the sum of lesser ones of its kind, each told of another place; or a country's, of which only
    lesser ones are told of towns that lie apart."""
    casualty = own.scene.casualty
    total = casualty.count.low or 0
    parts = [(o.where, o.scene.casualty.count.low or 0) for o in told
             if o.where is not None and o.scene.casualty.outcome == casualty.outcome]  # fmt: skip
    lesser = [(where, low) for where, low in parts if 0 < low < total]
    if total < _MANY and len(lesser) < _LEAST:
        return False
    separate = any(apart(lesser[0][0], where) for where, _ in lesser[1:])
    if sum(low for _, low in lesser) != total:
        return separate and _of_country(own) and len(lesser) == len(parts)
    quarters = {where.name for where, _ in lesser if where.level in _QUARTERS}
    if len({where.name for where, _ in lesser}) >= _LEAST and _told_next(casualty, told):
        return True  # «قتل ثمانية في قرى الجبل»: five, two and one of them, each in a village of its own
    return separate or (total >= _TELLING and (len(quarters) > 1 or _close_by(own, [where for where, _ in lesser])))


def _told_next(whole: Casualty, told: Sequence[Own]) -> bool:
    """Whether all lesser figures of a whole's kind are told behind it."""
    kind = [o.scene.casualty for o in told if o.scene.casualty.outcome == whole.outcome]
    return all(c.first >= whole.first for c in kind)


def _close_by(own: Own, parts: Sequence[Place]) -> bool:
    """«12 شهيدا بقصف على غزة»: whether parts are told of towns close to each other, and the whole of none of them."""
    if own.where is not None and own.where.level in _SPOTS and not named_as_province(own.where):
        return False
    return any(where.country in DENSE and not one_incident(parts[0], where) for where in parts[1:])


def _of_country(own: Own) -> bool:
    """«مقتل 51 في غارات على لبنان»: whether a figure's own sentence places it in a country or region, and no nearer."""
    return own.where is not None and own.where.level in _WIDE


def around(marks: Marks, struck: Sequence[Place]) -> Place | None:
    """The finest place named in title or lead that holds two or more of the places apart."""
    lead = opening(marks)
    wide = [p for s in lead for p in marks.places.get(s, ()) if sum(holds(p, place) for place in struck) > 1]
    return max(wide, key=lambda p: FINENESS[p.level], default=None)


def opening(marks: Marks) -> list[int]:
    """Titles and the first sentence of the body that holds harm."""
    lead: list[int] = []
    for index, sentence in enumerate(marks.report.document.sentences):
        if sentence.part == "title":
            lead.append(index)
        elif sentence.part == "body" and index in marks.outcomes:
            lead.append(index)
            break
    return lead
