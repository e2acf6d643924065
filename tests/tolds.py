"""Claims in reports for tests: `claim` makes one of a few words, everything else as in ordinary news."""

from dataclasses import dataclass
from datetime import date

from tawthiq.incidents import Told
from tawthiq.model import Claim, ClaimPlace, ClaimSource, ClaimTime, Count, Span

PLACES = {
    "Ariha": ClaimPlace("أريحا", "Ariha", "Idlib", "SY", 35.81, 36.61, "town", "SY.ariha"),
    "Saraqib": ClaimPlace("سراقب", "Saraqib", "Idlib", "SY", 35.86, 36.80, "town", "SY.saraqib"),
    "Idlib": ClaimPlace("إدلب", "Idlib", "Idlib", "SY", 35.93, 36.63, "province", "SY.idlib"),
    "Ariha market": ClaimPlace("سوق أريحا", "سوق أريحا", "Idlib", "SY", 35.813, 36.612, "site", None),
    "Syria": ClaimPlace("سوريا", "Syria", None, "SY", 35.0, 38.5, "country", "SY"),
    "Jisr": ClaimPlace("جسر الشغور", "Jisr al-Shughur", "Idlib", "SY", 35.81, 36.32, "town", "SY.jisr"),
    "Kafranbel": ClaimPlace("كفرنبل", "Kafranbel", "Idlib", "SY", 35.61, 36.56, "town", "SY.kafranbel"),
    "around Idlib": ClaimPlace(
        "ريف إدلب", "Idlib Countryside", "Idlib", "SY", 35.8, 36.65, "district", "SY.idlib.country"
    ),
    "crafts quarter": ClaimPlace("حي المهن", "حي المهن", "Aleppo", "SY", 36.51, 36.87, "neighbourhood", None),
    "crafts quarter again": ClaimPlace("حي المهن", "حي المهن", "Aleppo", "SY", 36.48, 37.15, "neighbourhood", None),
    "olive camp": ClaimPlace("مخيم الزيتون", "مخيم الزيتون", "Idlib", "SY", None, None, "neighbourhood", None),
    "Tadmur": ClaimPlace("تدمر", "Palmyra", "Homs", "SY", 34.56, 38.27, "town", "SY.palmyra"),
    "Rastan": ClaimPlace("الرستن", "Ar-Rastan", "Homs", "SY", 34.93, 36.73, "town", "SY.rastan"),
    "east of Homs": ClaimPlace("ريف حمص", "Eastern Homs Countryside", "Homs", "SY", 34.55, 37.8, "district", None),
    "south-east of Homs": ClaimPlace(
        "ريف حمص", "South-eastern Homs Countryside", "Homs", "SY", 34.4, 37.5, "district", None
    ),
    "around Homs": ClaimPlace("ريف حمص", "Homs Countryside", "Homs", "SY", 34.7, 36.8, "district", None),
    "Taiz": ClaimPlace("تعز", "Taiz", "Taiz", "YE", 13.58, 44.02, "town", "YE.taiz.city"),
}
DAY = "2019-07-27"
_KINDS = {"hospital": "medical", "army": "military", "witness": "witness", "monitor": "monitor", "media": "media"}


@dataclass(frozen=True)
class Report:
    """A report that claims are told in."""

    id: str = "r1"
    published: str = "2019-07-28"
    outlet: str | None = None
    text: str | None = None
    wire: str | None = None


def told(report: Report, number: int, figure: str, **more: object) -> Told:
    """A claim of a report. `figure`: «12», «12+», «~12», «8-12», «dozens»; more: outcome, group, place, day, event,
    actors, source as «kind: words», status, part_of, cumulative, at (its position)."""
    at = int(str(more.get("at", number * 200)))
    place = more.get("place", "Ariha")
    day = more.get("day", DAY)
    start, _, end = str(day).partition("/")
    claim = Claim(
        id=f"c{number}", span=Span(at, at + 5), quote=str(more.get("quote", figure)),
        outcome=str(more.get("outcome", "killed")), count=count(figure), group=str(more.get("group", "person")),
        group_text=None, part_of=str(more["part_of"]) if more.get("part_of") else None,
        cumulative=bool(more.get("cumulative", False)), event=str(more.get("event", "airstrike")), event_text=None,
        actors=tuple(str(more.get("actors", "syrian_government")).split()), actors_text=(),
        place=PLACES[str(place)] if place else None,
        time=ClaimTime(start, end or start, "", "period" if end else "day") if day else None,
        source=source(str(more["source"])) if more.get("source") else None, status=str(more.get("status", "asserted")),
    )  # fmt: skip
    published = date.fromisoformat(report.published) if report.published else None
    outlet = report.outlet or f"outlet {report.id}"
    return Told(f"{report.id}:c{number}", claim, report.id, published, outlet, report.text or report.id, report.wire)


def count(figure: str) -> Count:
    """A count as it is written here."""
    if figure.isalpha():
        return Count(None, None, "vague", figure)
    if figure.endswith("+"):
        return Count(int(figure[:-1]), None, "at_least")
    if figure.startswith("~"):
        return Count(int(figure[1:]), int(figure[1:]), "about")
    low, _, high = figure.partition("-")
    return Count(int(low), int(high or low), "between" if high else "exact")


def source(text: str) -> ClaimSource:
    """«kind: words (role)»."""
    kind, _, words = text.partition(": ")
    words, _, role = words.partition(" (")
    return ClaimSource(words, role.rstrip(")") or None, _KINDS.get(kind, kind), None, (), False)
