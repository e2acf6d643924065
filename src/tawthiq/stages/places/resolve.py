"""Choosing which place a name is, by what holds it, what the report is about, and what lies near."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.distance import kilometres
from tawthiq.language.gazetteer import Row
from tawthiq.stages.places.mention import Mention, View

_LEVELS = {"site": 0, "neighbourhood": 1, "town": 2, "district": 3, "province": 4, "region": 5, "country": 6}
_OFF = frozenset({"places.metonym", "places.dateline", "places.speaker_home"})
_CLOSE = 3.0
_DEGREES = 1.1  # of latitude, more than 120 kilometres
_LITTLE, _CITY = 25, 72
_FEW = 5
_IN_TOWN, _NEARBY, _BEYOND = 40.0, 90.0, 120.0  # km
_CAMP = " Camp"
_QUARTER, _LOOKED = "neighbourhood", 8  # mentions looked back for the town of a quarter
_IN_TOWNS = ("site", _QUARTER)
_SMALL = (*_IN_TOWNS, "town")
_TO = "to"  # «من الفلوجة باتجاه سوريا»
_TIES = ("in", "of", "at", "near", "direction", "around", "demonym")


class Context(NamedTuple):
    """What a report is about: its countries by share of mentions, its places that are beyond doubt, the
    names that alone speak of their country, the places it was sent from, and the country that most places are in."""

    countries: dict[str, float]
    anchors: tuple[Row, ...]
    lone: frozenset[str] = frozenset()
    datelines: tuple[Row, ...] = ()
    home: str | None = None


def votes(view: View, mentions: Sequence[Mention]) -> Counter[str]:
    """How often the report names each country, by name, adjective, or a place that is only there; what its page shows
    around it counts only where the report itself names none."""
    return _votes(view, mentions, view.aside) or _votes(view, mentions, frozenset())


def _votes(view: View, mentions: Sequence[Mention], aside: frozenset[int]) -> Counter[str]:
    count: Counter[str] = Counter()
    for at, word in view.words.items():
        if word.entry.part == "demonym" and word.entry.value and at not in aside:
            count[word.entry.value] += 1
    for mention in mentions:
        if mention.first in aside:
            continue
        if mention.ordinary or not mention.rows or mention.anaphor or mention.level == "neighbourhood":
            continue
        if count and all(row.level == "neighbourhood" for row in mention.rows) and not _camp(mention):
            continue
        strong = [row for row in mention.rows if row.weight >= 40 or row.rank == 2]
        lands = {row.country for row in strong if row.country}
        if len(lands) == 1:
            count[lands.pop()] += 3 if _OFF.isdisjoint(mention.flags) else 1
    return count


def _camp(mention: Mention) -> bool:
    """Whether a name is that of refugee camps only, which says where it is though no word names the country."""
    return bool(mention.rows) and all(row.name.endswith(_CAMP) for row in mention.rows)


def context(view: View, mentions: Sequence[Mention]) -> Context:
    """The context of a whole report from its kept mentions."""
    count = votes(view, mentions)
    total = sum(count.values()) or 1
    anchors = [mention.rows[0] for mention in mentions if _beyond_doubt(mention)]
    shares = {land: n / total for land, n in count.items()}
    sent = tuple(mention.rows[0] for mention in mentions if mention.rows and "places.dateline" in mention.flags)
    lone = _lone(view, mentions)
    inside = Counter(m.rows[0].country for m in mentions if _beyond_doubt(m) and m.form not in lone)
    lands = inside or shares
    top = max(lands, key=lambda land: (inside[land], shares.get(land or "", 0.0)), default=None)
    return Context(shares, tuple(dict.fromkeys(anchors))[:24], lone, sent, top)


def _lone(view: View, mentions: Sequence[Mention]) -> frozenset[str]:
    """The names of lesser towns whose country nothing else in the report names, where it names others of another."""
    named = {word.entry.value for word in view.words.values() if word.entry.part == "demonym"}
    forms: dict[str, set[str]] = {}
    lesser: dict[str, str] = {}
    for mention in mentions:
        lands = {row.country for row in mention.rows}
        land = lands.pop() if len(lands) == 1 else None
        if land is None or mention.anaphor:
            continue
        forms.setdefault(land, set()).add(mention.form)
        if all(row.weight < _CITY and row.level in _SMALL for row in mention.rows):
            lesser[land] = mention.form
    many = any(len(names) > 1 for names in forms.values())
    return frozenset(form for land, form in lesser.items() if many and len(forms[land]) == 1 and land not in named)


def _beyond_doubt(mention: Mention) -> bool:
    """Whether all candidates of a mention are in one region, and things happen there."""
    if mention.anaphor or mention.ordinary or not _OFF.isdisjoint(mention.flags):
        return False
    regions = {(row.country, row.admin1) for row in mention.rows}
    return len(regions) == 1 and mention.rows[0].level != "country"


def tie(view: View, mention: Mention, after: Mention) -> bool:
    """Whether `after` stands close behind `mention` as what holds it."""
    gap = range(mention.last, after.first)
    if len(gap) > 3 or after.item or "places.near" in after.flags:
        return False
    if not gap and after.start > view.tokens[after.first].start:
        return not view.form(after.first).startswith("و")
    return all(
        ((word := view.words.get(t)) is not None and word.entry.part in _TIES and word.entry.value != _TO)
        or view.form(t) in ("،", ",", "(")
        for t in gap
    ) or (len(gap) <= 2 and any(view.word(t, "in") for t in gap))


def follows(view: View, mention: Mention, after: Mention) -> bool:
    """Whether a town stands a few words behind a quarter or site, with a preposition («حي كذا السكني في تعز»)."""
    gap = range(mention.last, after.first)
    if mention.level not in _IN_TOWNS or not after.prep or after.level not in (None, "town") or len(gap) > _FEW:
        return False
    return all(view.form(at)[0].isalpha() and at not in view.verbs for at in gap)


def joined(view: View, mention: Mention, after: Mention) -> bool:
    """Whether «و» joins the two, at most with words for near between them."""
    if view.form(mention.last).startswith("و") and (mention.last == after.first or view.word(mention.last, *_TIES)):
        return True
    return view.form(mention.last) in ("،", ",") and after.first == mention.last + 1


def likely(mention: Mention, holder: Row | None, about: Context) -> bool:
    """Whether a name's candidates can be meant: «القصر الرئاسي» of a country that the report does not name is another,
    so is a village there, a quarter far from the town that is said to hold it, and a park called after a town far
    from the report's places is not in that town."""
    if mention.anaphor or [row for row in mention.rows if row.rank == 2]:
        return True
    if (
        mention.form in about.lone
        and not mention.country
        and (holder is None or holder.country != mention.rows[0].country)
    ):
        return False
    if mention.kind and holder and holder.country and all(row.country != holder.country for row in mention.rows):
        return False
    if holder is None and mention.kind and _abroad(mention.rows, about):
        return False
    if holder and holder.level == "district" and mention.kind and _far_from(mention.rows, holder):
        return False
    small = (mention.level in _IN_TOWNS and not mention.own) or all(row.level in _IN_TOWNS for row in mention.rows)
    if holder and holder.level == "town" and small:
        return any(0 <= _apart(row, holder) < _IN_TOWN for row in mention.rows)
    if all(row.level in _IN_TOWNS or row.weight < _LITTLE for row in mention.rows):
        lands = {holder.country} if holder else set(about.countries)
        if lands and not any(row.country in lands for row in mention.rows) and (holder or not _camp(mention)):
            return False
        quarter = holder is None and all(row.level == "neighbourhood" for row in mention.rows)
        return not quarter or _about_here(mention.rows, about)
    if mention.level == "neighbourhood" and about.countries:
        return any(row.country in about.countries for row in mention.rows)
    if mention.level != "site" or mention.own or any(row.level == "site" for row in mention.rows):
        return True
    towns = [a for a in about.anchors if a.level in ("town", "neighbourhood") and a not in mention.rows]
    return not towns or any(0 <= _apart(row, town) < 50 for row in mention.rows for town in towns)


def _far_from(rows: Sequence[Row], holder: Row) -> bool:
    """Whether all that bear a name are lesser places of other provinces than the district that is said to hold it, far
    from it: «قرية العين بمديرية كذا» is then in no list."""
    return all(row.weight < _CITY and row.admin1 != holder.admin1 and _apart(row, holder) > _BEYOND for row in rows)


def _abroad(rows: Sequence[Row], about: Context) -> bool:
    """Whether a name is borne by lesser places of several countries, none of which the report names: «منطقة العباسية»
    of Basra is neither the one of Egypt nor of Lebanon."""
    lands = {row.country for row in rows}
    known = any(row.weight >= _CITY for row in rows)
    return len(lands) > 1 and bool(about.countries) and not known and lands.isdisjoint(about.countries)


def _about_here(rows: Sequence[Row], about: Context) -> bool:
    """Whether a town that the report is sure to name or was sent from lies near one of `rows`, or it names none of
    their country."""
    lands = {row.country for row in rows}
    towns = [a for a in about.anchors if a.level in ("town", "province") and a.country in lands]
    near = (*towns, *about.datelines)
    return not towns or any(0 <= _apart(row, town) < _NEARBY for row in rows for town in near)


def choose(mention: Mention, holder: Row | None, about: Context) -> tuple[Row, bool]:
    """The best candidate of a mention, and whether another is nearly as good elsewhere."""
    if len(mention.rows) == 1:
        return mention.rows[0], False
    rows = mention.rows if mention.level else _no_quarters(mention.rows)
    lands = [row.country for row in rows if row.level == "country"]
    scored = sorted([(_score(mention, row, holder, about, lands), -i) for i, row in enumerate(rows)], reverse=True)
    best = rows[-scored[0][1]]
    for score, index in scored[1:]:
        other = rows[-index]
        if scored[0][0] - score >= _CLOSE:
            break
        if other.country != best.country or _apart(best, other) > 40:
            return best, True
    return best, False


def town_before(mentions: Sequence[Mention], index: int) -> Row | None:
    """«اقتحموا نابلس، وداهموا بيوتا في البلدة القديمة»: of the towns with a quarter so called, the one named last."""
    rows = mentions[index].rows
    if any(row.level != _QUARTER for row in rows):
        return None
    towns = {row.within for row in rows}
    before = (row for m in reversed(mentions[max(index - _LOOKED, 0) : index]) for row in m.rows)
    return next((row for row in before if row.id in towns), None)


def _no_quarters(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """«في بغداد والمثنى»: without a kind word a province is meant, and no quarter of its country that is called so."""
    lands = {row.country for row in rows if row.level == "province"}
    quarters = [row for row in rows if row.level == "neighbourhood" and row.country in lands]
    return tuple([row for row in rows if row not in quarters]) if quarters else rows


def _score(mention: Mention, row: Row, holder: Row | None, about: Context, lands: Sequence[str | None]) -> float:
    score = row.weight / 10 + (6 if row.rank == 2 else 0) + _share(mention, row, about)
    score += _fit(mention, row)
    if mention.country:
        score += 8 if row.country == mention.country else -4
    if holder:
        score += _held(row, holder)
    near = (
        []
        if row.level == "town" and row.country in lands
        else [
            kilometres(row.lat, row.lon or 0.0, a.lat, a.lon or 0.0)
            for a in about.anchors
            if a.lat and row.lat and -_DEGREES < a.lat - row.lat < _DEGREES and a != row
        ]
    )
    if near:
        local = 2.0 if row.level in ("site", "neighbourhood") else 1.0
        score += local * (3 if min(near) < 40 else 1.5 if min(near) < 120 else 0)
    return score


def _share(mention: Mention, row: Row, about: Context) -> float:
    """How much the report is about a candidate's country; one that it never names counts against it."""
    share = about.countries.get(row.country or "", 0.0)
    return 7 * share if share or not about.countries or mention.country or row.country is None else -3.0


def _fit(mention: Mention, row: Row) -> float:
    """How well a candidate's level fits the kind word, or no kind word."""
    if mention.rural:
        return {"province": 6.0, "town": 3.0, "country": -6.0}.get(row.level, 0.0)
    if mention.level is None:
        return {"town": 2.5, "country": 4.0, "province": 1.0}.get(row.level, 0.0)
    gap = abs(_LEVELS[mention.level] - _LEVELS[row.level])
    return 5.0 if gap == 0 else 0.5 if gap == 1 else -2.0 * gap


def _held(row: Row, holder: Row) -> float:
    """Whether `holder`, named just after, holds a candidate."""
    if row.country != holder.country:
        return -8.0
    if row.id == holder.id:
        return -6.0
    if holder.level == "country":
        return 6.0
    if row.within == holder.id or (holder.level == "province" and row.admin1 == holder.admin1):
        return 10.0
    if row.lat and holder.lat:
        distance = kilometres(row.lat, row.lon or 0.0, holder.lat, holder.lon or 0.0)
        return 6.0 if distance < 30 else 3.0 if distance < 80 else -3.0
    return 0.0


def _apart(one: Row, other: Row) -> float:
    if one.lat is None or other.lat is None:
        return 0.0
    return kilometres(one.lat, one.lon or 0.0, other.lat, other.lon or 0.0)
