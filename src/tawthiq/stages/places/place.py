"""Making the `Place` of a mention: its level, its position, and what the report said before of where we are."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tawthiq.language.gazetteer import Row, sides
from tawthiq.model import Place, Span
from tawthiq.stages.places.mention import Mention, View
from tawthiq.stages.places.resolve import Context
from tawthiq.stages.places.unknown import unquoted

_OFF = frozenset(("places.metonym", "places.dateline", "places.speaker_home"))
_REACH, _REPORTER = 24, 6
_UNLISTED = 0.6  # what a name in no list counts against those in one
_RECENT, _SAME_SENTENCE = 0.8, 1.6
_NAMED = 1.0
_VILLAGE, _CITY = "place.qarya", 60
_LANDS, _IN_TOWNS = ("district", "province"), ("site", "neighbourhood")
_WIDE, _PAIR = ("country", "region"), 2
_HOLDERS = ("town", "district", "province", "country", "neighbourhood", "region")


class Named(NamedTuple):
    """A place as it was named: its kind word and the level that it says, and how much it was spoken of (less where only
    something near it, or people from it, were)."""

    row: Row
    kind: str | None
    level: str | None
    weight: float
    last: int


@dataclass
class Memory:
    """The places resolved so far in a report, in order, and the last one that can hold others. `country` is the one
    that the report, or the item of a digest, is most about: that of its places, not of those who only act in it."""

    about: Context
    country: str | None
    named: list[Named] = field(default_factory=list)
    latest: Row | None = None

    def keep(self, row: Row, mention: Mention, passing: bool) -> None:
        weight = 0.3 if passing else 1.0 if row.lat is not None else _UNLISTED
        self.named.append(Named(row, mention.kind, mention.level, weight, mention.last))
        holds = row.lat is not None and row.level in _HOLDERS and not (passing and self.latest)
        if holds and (row.level not in _WIDE or not self._wider_beside(row, mention)):
            self.latest = row

    def _wider_beside(self, row: Row, mention: Mention) -> bool:
        """«ولاية كذا شمال غرب تركيا»: whether a land only says where the finer place right before it lies, which still
        holds a name told next."""
        last = self.latest
        if last is None or last.level in _WIDE or len(self.named) < _PAIR:
            return False
        return last.country == row.country and 0 <= mention.first - self.named[-_PAIR].last <= 1

    def meant(self, seen: View, mention: Mention) -> Row | None:
        """Which place of its level a definite kind word stands for: one named lately, often, and with that word."""
        scores: dict[str, float] = {}
        rows: dict[str, Row] = {}
        recent = self.named[-_REACH:]
        for named in reversed(recent):
            if named.row.level != mention.level or (mention.level == "district" and named.kind != mention.kind):
                continue
            if mention.kind == _VILLAGE and named.kind != _VILLAGE and _is_larger(named):
                continue  # «القرية» is no city, nor what was called «قضاء كذا»
            same = 1.0 if named.kind == mention.kind else 0.0 if named.kind is None else -0.5
            recent_worth = 0.0 if scores else _worth(seen, named.last, mention.first)
            score = named.weight * (1.0 + same + recent_worth)
            scores[named.row.name] = scores.get(named.row.name, 0.0) + score
            rows[named.row.name] = named.row
        return rows[max(scores, key=lambda name: scores[name])] if scores else None

    @property
    def here(self) -> Row | None:
        """What holds a name that the text ties to nothing: the last place named, or the report's own country."""
        wide = self.latest is None or self.latest.level == "country"
        return Row("", "", "country", self.country, None, None, None) if wide and self.country else self.latest


def _is_larger(named: Named) -> bool:
    return named.row.weight >= _CITY or named.level in _LANDS


def _land(seen: View, mention: Mention, memory: Memory) -> Row | None:
    """The country of «البلاد» or «المملكة», or its capital: the report's own, where the word fits it."""
    if mention.rows:
        shares = memory.about.countries
        named = {n.row.id for n in memory.named}
        best = max(mention.rows, key=lambda row: shares.get(row.country or "", 0.0) + _NAMED * (row.id in named))
        return best if best.level == "country" or best.id in named or shares.get(best.country or "") else None
    return seen.gazetteer.country(memory.country) if memory.country else None


def place(
    seen: View, mention: Mention, chosen: tuple[Row, bool] | None, holder: Row | None, memory: Memory
) -> Place | None:
    """The place of a mention, or None for one that stands for an earlier place where there is none."""
    flags = list(mention.flags)
    if mention.anaphor and (mention.level == "country" or mention.rows):
        row = _land(seen, mention, memory)
        if row is None:
            return None
    elif chosen is not None:
        row, doubtful = chosen
        flags += ["places.ambiguous"] if doubtful else []
        if mention.kind and mention.level == "site" and row.level != "site":
            row = row._replace(level="site", name=_called(seen, mention), id="", within=row.id)
    elif mention.anaphor:
        earlier = memory.meant(seen, mention) or _either(seen, mention, memory)
        if earlier is None:
            return None
        row = earlier
    elif mention.rows and not any(seen.word(at, "kind", "rural") for at in range(mention.first, mention.last)):
        return None
    else:
        told, holder = holder is not None, holder or memory.here
        row = _unknown(seen, mention, holder, told)
        flags.append("places.unknown_name")
    placed = _part(seen, row, mention) or _shifted(levelled(row, mention), mention)
    named = row.lat is not None or (mention.kind is not None and not mention.rural)  # no town is called «ريف كذا»
    if not _OFF.intersection(flags) and not mention.anaphor and named:
        memory.keep(placed if row.level == placed.level else row, mention, _in_passing(seen, mention))
    if mention.kind:
        flags.append(mention.kind.replace("place.", "places.kind.", 1))
    if mention.rural:
        flags.append("places.rural")
    if not flags:
        flags.append("places.name")
    town = holder.id if holder and holder.level == "town" and placed.level in _IN_TOWNS else None
    text = row.name if mention.anaphor and row.lat is None else seen.text[mention.start : mention.end]
    return Place(
        Span(mention.start, mention.end), text, placed.name, placed.admin1,
        placed.country, placed.lat, placed.lon, placed.level, placed.id or None, mention.first, mention.last,
        tuple(dict.fromkeys(flags)), town,
    )  # fmt: skip


def _worth(seen: View, first: int, last: int) -> float:
    """What it counts to be the last place named, more within one sentence."""
    return _RECENT if any(seen.form(at) in (".", "\n") for at in range(first, last)) else _SAME_SENTENCE


def _in_passing(seen: View, mention: Mention) -> bool:
    """Whether something came from the place or lies near it, or one who reports is there."""
    words = [at for at in range(max(0, mention.first - _REPORTER), mention.first) if at in seen.words]
    reporter = "reporter" in [seen.words[at].entry.part for at in words]
    beside = "places.near" in mention.flags or (mention.bearing not in (None, "c") and not mention.rural)
    return beside or seen.before(mention.first, "of") is not None or reporter


def _either(seen: View, mention: Mention, memory: Memory) -> Row | None:
    """A place of a neighbouring level for «المحافظة» or «المدينة» where the exact one was not named."""
    latest = memory.latest
    if mention.level == "province" and latest and latest.country and latest.admin1:
        return seen.gazetteer.province(latest.country, latest.admin1)
    if mention.level == "town" and latest and latest.level == "province":
        return latest._replace(level="town", id="", within=latest.id)
    return None


def _called(seen: View, mention: Mention) -> str:
    """What a place is called that has no name of its own: «مبنى البريد» in «داخل مبنى البريد»."""
    start = mention.start
    if "places.direction" in mention.flags and mention.bearing in (None, "c"):
        kinds = (word for at in range(mention.first, mention.last) if (word := seen.word(at, "kind")) is not None)
        start = next((word.start for word in kinds), start)
    return seen.text[start : mention.end]


def _unknown(seen: View, mention: Mention, holder: Row | None, told: bool) -> Row:
    """The row of a name that is in no list: in what holds it; a site stands where its town is."""
    text = unquoted(_called(seen, mention))
    part = told and holder is not None and holder.level == "town"
    level = mention.level or (mention.rows[0].level if mention.rows else "neighbourhood" if part else "town")
    if holder is None:
        return Row("", text, level, None, None, None, None)
    near = level in ("site", "neighbourhood") and holder.level in ("town", "neighbourhood", "site", "district")
    lat, lon = (holder.lat, holder.lon) if near else (None, None)
    admin1 = holder.admin1 if told or near or holder.level == "province" else None
    return Row("", text, level, holder.country, admin1, lat, lon, holder.id)


def levelled(row: Row, mention: Mention) -> Row:
    """A row at the level that its kind word says, where the list has only the town of that name."""
    if row.level == "town" and (mention.land or mention.level in ("district", "province")):
        held = row.admin1 is not None and row.admin1 != row.name and mention.level == "province"
        level = "district" if mention.land or held else mention.level or row.level
        return row._replace(level=level, id="", within=row.id)
    return row


def _part(seen: View, row: Row, mention: Mention) -> Row | None:
    """The region that a part of a country is known as."""
    if row.level != "country" or not mention.bearing or mention.rural or row.country is None:
        return None
    return seen.gazetteer.part(row.country, f"{sides.NAMES.get(mention.bearing, '')} {row.name}")


def _shifted(row: Row, mention: Mention) -> Row:
    """A row moved by a direction: part of a country is a region, part of a province or its countryside a district."""
    bearing = mention.bearing
    if mention.rural and row.level in ("town", "province"):
        row = row._replace(level="province", name=f"{row.name}{sides.COUNTRYSIDE}", id="")
        north, east = max(row.north, 0.15), max(row.east, 0.15)
    elif bearing and mention.land:
        row, north, east = row._replace(level="province"), 0.35, 0.35
    elif bearing and row.level in ("province", "country"):
        north, east = row.north, row.east
    else:
        return row
    level = "district" if row.level == "province" else "region"
    if bearing in (None, "c"):
        return row._replace(level=level) if mention.rural else row
    assert bearing is not None
    ways = sides.ways(bearing)
    name = f"{sides.NAMES.get(bearing, '')} {row.name}".strip()
    if row.lat is None or row.lon is None:
        return row._replace(level=level, name=name, id="")
    lat = row.lat + sum(w[0] for w in ways) * north * 0.7
    lon = row.lon + sum(w[1] for w in ways) * east * 0.7
    return row._replace(level=level, name=name, id="", lat=round(lat, 3), lon=round(lon, 3))
