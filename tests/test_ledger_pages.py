"""Pages of incidents with counts, over SQLite and PostgreSQL: what they give is what going through all would give."""

import json
import sys
from pathlib import Path

import pytest

from tawthiq.contract import GRADES, Json
from tawthiq.ledger.connect import opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import FACETS, ORDERS, Wanted
from tawthiq.operations import judging, listing, recording
from tawthiq.operations.listing import Page
from tawthiq.sources import read_paths

AUTHOR = Author("tester", "tawthiq test")
TEXTS = (
    ("2019-05-02", "قتل ستة مدنيين في غارة جوية روسية على مدينة كفرنبل أمس الأربعاء."),
    ("2019-05-09", "قتل مدنيان وأصيب تسعة في قصف مدفعي على مدينة سراقب أمس الأربعاء."),
    ("2020-01-17", "قتل أربعة جنود في انفجار لغم قرب مدينة تعز اليمنية أمس الخميس."),
    ("2020-01-18", "قال الدفاع المدني إن 11 شخصا قتلوا في غارات روسية على بلدة سرمين أمس الجمعة."),
    ("2021-03-04", "أعلنت الشرطة مقتل ثلاثة أشخاص في تفجير سيارة في مدينة الموصل العراقية أمس الأربعاء."),
    ("2011-06-18", "قتل مسلحون من كتيبة الفجر أربعة مدنيين رميا بالرصاص في مدينة الزاوية الليبية أمس الجمعة."),
    ("2021-08-21", "أصيب خمسة أشخاص في إطلاق نار في مدينة الخرطوم أمس الجمعة، ولم يقتل أحد."),
)  # fmt: skip


@pytest.fixture
def filled(ledger: str, tmp_path: Path) -> str:
    path = tmp_path / "reports.jsonl"
    rows = [{"id": f"r{at}", "published": day, "text": text} for at, (day, text) in enumerate(TEXTS)]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    for _ in recording.add(read_paths([str(path)], sys.stdin.buffer), ledger, AUTHOR):
        pass
    judging.accept(judging.Judge(ledger, AUTHOR), ["r0"])
    return ledger


def value_of(incident: Json, facet: str) -> list[str]:
    if facet == "actor":
        return list(incident["actors"])
    if facet == "country":
        return [(incident["place"] or {}).get("country") or ""]
    if facet == "checked":
        return ["all" if "r0" in incident["documents"] else "none"]
    return [incident[facet]]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(), Wanted(country="SY"), Wanted(actor="russia"), Wanted(grade="weak", country="SY"), Wanted(killed=3),
        Wanted(checked="none"), Wanted(checked="all"), Wanted(words="غارة"), Wanted(since="2020-01-01", actor="russia"),
        Wanted(place="سرمين", event="airstrike"), Wanted(event="no_such", country="SY"), Wanted(words="?"),
        Wanted(country=("SY", "IQ"), grade=("fair", "weak")), Wanted(actor=("russia", "isis")),
        Wanted(box=(30.0, 30.0, 40.0, 40.0)), Wanted(words="مدنيين", country="SY", order="-killed", skip=1, most=1),
        Wanted(words="أمس", order="-date", skip=2, most=3), Wanted(words="في مدينة"), Wanted(words="في", country="SY"),
        Wanted(words="مدينة", since="2019-05-05", until="2021-03-04", order="-reported"),
        Wanted(words="في مدينة", killed=3, order="-killed", skip=1, most=2),
    ],
)  # fmt: skip
def test_counts_are_those_of_going_through_all(filled: str, wanted: Wanted) -> None:
    def count(**but: None) -> list[Json]:
        return list(listing.incidents(filled, wanted._replace(skip=0, most=None, **but)))  # type: ignore[arg-type]

    page = listing.page(filled, wanted)
    assert list(page.incidents) == count()[wanted.skip :][: wanted.most]
    assert (page.total, page.waiting) == (len(count()), 0)
    for facet in FACETS:
        told = [value for one in count(**{facet: None}) for value in value_of(one, facet)]
        assert dict(page.facets[facet]) == {value: told.count(value) for value in told}, facet
        numbers = list(page.facets[facet].values())
        assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    ("place", "incidents"),
    [("إدلب", 3), ("ادلب", 3), ("Idlib", 3), ("سوريا", 3), ("sy", 3), ("اليمن", 1), ("سراقب", 1), ("حمص", 0)],
)
def test_a_place_is_wanted_by_its_own_name_its_province_or_its_country(filled: str, place: str, incidents: int) -> None:
    assert len(list(listing.incidents(filled, Wanted(place=place)))) == incidents


@pytest.mark.parametrize("order", ORDERS)
def test_pages_are_parts_of_one_order(filled: str, order: str) -> None:
    everything = listing.page(filled, Wanted(order=order)).incidents
    assert len(everything) == len(TEXTS)
    pages = [listing.page(filled, Wanted(order=order, skip=skip, most=4)) for skip in (0, 4, 8)]
    assert [one for page in pages for one in page.incidents] == list(everything)
    assert {page.total for page in pages} == {len(TEXTS)}
    days = [one["date"]["start"] for one in everything]
    if order == "grade":
        grades = [GRADES.index(one["grade"]) for one in everything]
        assert grades == sorted(grades)
    elif order != "-killed":
        assert days == sorted(days, reverse=order != "date")
    else:
        tolls = [one["tolls"]["airwars"].get("killed", {}).get("max") or 0 for one in everything]
        assert tolls == sorted(tolls, reverse=True)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("wanted", [Wanted(), Wanted(country="SY"), Wanted(words="مدنيين")])
def test_the_incident_beside_is_that_of_the_list(filled: str, order: str, wanted: Wanted) -> None:
    asked = wanted._replace(order=order)
    ids = listing.ids(filled, asked)
    for one, after in zip([None, *ids], [*ids, None], strict=True):
        assert one is None or listing.beside(filled, asked, one, 1) == after
        assert after is None or listing.beside(filled, asked, after, -1) == one
    assert listing.beside(filled, asked, "inowhere", 1) is None


def test_what_is_unchecked_comes_from_here_on_and_then_from_the_beginning(filled: str) -> None:
    checked = listing.ids(filled, Wanted(checked="all"))
    ids = [id for id in listing.ids(filled, Wanted()) if id not in checked]
    assert listing.unchecked(filled, Wanted()) == ids
    assert listing.unchecked(filled, Wanted(), ids[3]) == ids[3:] + ids[:3]
    assert listing.unchecked(filled, Wanted(checked="all")) == []


def test_incidents_over_time_and_over_the_map(filled: str) -> None:
    found = listing.spread(filled, Wanted(country="SY"), None, 0.5)
    assert found.months == {"2019-05": 2, "2020-01": 1}
    cells = found.cells
    assert sum(cell.incidents for cell in cells) == 3
    assert max(cell.killed for cell in cells) == 11
    for cell in cells:
        west, south, east, north = cell.lon - 0.25, cell.lat - 0.25, cell.lon + 0.25, cell.lat + 0.25
        page = listing.page(filled, Wanted(country="SY", box=(west, south, east, north)))
        assert page.total == cell.incidents
    box, words = (30.0, 30.0, 40.0, 40.0), "مدنيين"
    for wanted in (Wanted(), Wanted(words=words), Wanted(words=words, until="2019-06-01", box=box)):
        found = listing.spread(filled, wanted, box, 0.5)
        all_days = listing.incidents(filled, wanted._replace(until=None))
        assert sum(found.months.values()) == sum(one["date"]["start"] is not None for one in all_days)
        assert sum(cell.incidents for cell in found.cells) == listing.page(filled, wanted._replace(box=box)).total > 0


def test_a_page_does_not_wait_for_a_program_that_adds(filled: str) -> None:
    first = listing.page(filled, Wanted())
    with opened(filled, recording.ADD) as ledger, ledger.writing() as connection:
        connection.exec_driver_sql("INSERT INTO stale SELECT id FROM incident")
    with opened(filled, recording.ADD) as ledger:
        with ledger.writing():
            page = listing.page(filled, Wanted())
        assert page == Page(first.incidents, first.total, first.facets, waiting=len(TEXTS))
    assert listing.page(filled, Wanted()) == first


def test_words_of_nearly_every_report_leave_out_incidents_that_are_told_of_without_them(
    filled: str, tmp_path: Path
) -> None:
    again = [(day, f"{text} وهذا الخبر رقم {n}.") for day, text in TEXTS if "مدينة" in text for n in (1, 2, 3)]
    again.append(("2019-05-02", "قتل ستة مدنيين في غارة جوية روسية على كفرنبل أمس الأربعاء."))
    rows = [{"id": f"again{at}", "published": day, "text": text} for at, (day, text) in enumerate(again)]
    path = tmp_path / "again.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    for _ in recording.add(read_paths([str(path)], sys.stdin.buffer), filled, AUTHOR):
        pass
    texts = {f"r{at}": text for at, (_, text) in enumerate(TEXTS)} | {row["id"]: row["text"] for row in rows}
    every = listing.page(filled, Wanted()).incidents
    told = [one["id"] for one in every if any("مدينة" in texts[document] for document in one["documents"])]
    assert any({"r0", f"again{len(again) - 1}"} <= set(one["documents"]) for one in every)
    assert 0 < len(told) < len(every)
    page = listing.page(filled, Wanted(words="مدينة"))
    assert [one["id"] for one in page.incidents] == told
    assert page.total == len(told) == sum(page.facets["event"].values())
    assert sum(listing.spread(filled, Wanted(words="مدينة"), None, 0.5).months.values()) == len(told)
    assert listing.ids(filled, Wanted(words="مدينة", order="-date")) == [
        id for id in listing.ids(filled, Wanted(order="-date")) if id in told
    ]
