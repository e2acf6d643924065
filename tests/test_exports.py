"""Exports as their readers meet them: what stands in each file, opened by the tool that it is for."""

import csv
import gc
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pyogrio
import pytest
from pyarrow import parquet

from tawthiq.cli import main
from tawthiq.errors import UsageError
from tawthiq.exporters import EXPORTERS, Record, acled, airwars, bayanat, ftm_statements, tables, ucdp, uwazi, writer
from tawthiq.exporters.public import address
from tawthiq.exporters.report.words import Words
from tawthiq.exporters.rows import harmless
from tawthiq.exporters.ucdp import priogrid
from tawthiq.language.data import tables as words_of
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import exporting
from tests import exports
from tests.exported import members

DOCS = (Path(__file__).resolve().parent.parent / "docs" / "exports.md").read_text(encoding="utf-8")
KEPT = Path(__file__).resolve().parent / "exported"
FORMATS = [name for name in EXPORTERS if name != "report-pdf"]
PUBLIC = [name for name in FORMATS if name != "bundle"]
# Words of the fixture's reports that may not be published, and the positions of its places.
SECRET = (
    exports.VICTIM,
    exports.SHORTER,
    exports.DOCTOR,
    "أحمد",
    "12 مدنيا",
    "نفي",
    "35.81",
    "36.61",
    "market:c1",
    "sabah.example/?",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    return exports.fill(str(tmp_path_factory.mktemp("exports") / "tawthiq.db"))


def export(ledger: str, format: str, **more: object) -> bytes:
    stream = io.BytesIO()
    exporting.export(ledger, exporting.Order(format, Wanted(), **more), stream)  # type: ignore[arg-type]
    return stream.getvalue()


def rows(ledger: str, format: str, **more: object) -> list[dict[str, str]]:
    return list(csv.DictReader(export(ledger, format, **more).decode("utf-8-sig").splitlines()))


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_as_it_was_kept(filled: str, format: str) -> None:
    """`python tools/keep_exports.py` keeps what is written today; look at what changed before you commit it."""
    found = members(format, export(filled, format))
    kept = {path.name: path.read_text(encoding="utf-8") for path in sorted((KEPT / format).iterdir())}
    assert found == kept


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_ledger_gives_the_same_bytes(filled: str, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    first = export(filled, format)
    later = time.time() + 10_000_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert export(filled, format) == first


@pytest.mark.parametrize(
    ("format", "table"),
    [*((name, "incidents") for name in PUBLIC), ("csv", "claims"), ("csv", "reports"), ("parquet", "claims")],
)
def test_public_exports_name_nobody(filled: str, format: str, table: str) -> None:
    shown = "\n".join(members(format, export(filled, format, public=True, table=table)).values())
    assert [word for word in SECRET if word in shown] == []
    whole = "\n".join(members(format, export(filled, format, table="claims")).values())
    assert any(word in whole for word in SECRET)


def test_incidents_as_a_table(filled: str) -> None:
    tags, market, front, _country = rows(filled, "csv")
    assert tags["killed_min"] == "#affected+killed+min"
    assert [market[c] for c in ("killed_min", "killed_best", "killed_max", "killed_more")] == ["12", "", "15", "true"]
    assert (market["child_killed_min"], market["grade"], market["reports"]) == ("3", "contested", "4")
    assert (front["date_start"], front["date_end"], front["codebook"]) == ("2019-08-01", "2019-08-03", "airwars")
    assert rows(filled, "csv", codebook="ucdp")[1]["killed_best"] == "15"


def test_no_cell_runs(filled: str) -> None:
    titles = [row["title"] for row in rows(filled, "csv", table="reports")]
    assert "'=1+1 غارة على سوق أريحا" in titles
    assert "'@عشرات القتلى" in titles
    assert [harmless(text) for text in ("-3", "12", "\tx")] == ["'-3", "12", "'\tx"]
    book = openpyxl.load_workbook(io.BytesIO(export(filled, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert "=1+1 غارة على سوق أريحا" in [cell.value for cell in cells]


def test_a_workbook_has_typed_cells(filled: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(filled, "xlsx")))
    assert book.sheetnames == ["incidents", "claims", "reports", "victims", "about"]
    names, tags, first, *_ = book["incidents"].iter_rows(values_only=True)
    row = dict(zip(names, first, strict=True))
    assert (row["killed_max"], row["killed_more"], row["latitude"]) == (15, True, 35.81)
    assert all(str(tag).startswith("#") for tag in tags)


def test_geojson_has_every_incident(filled: str) -> None:
    found = json.loads(export(filled, "geojson"))
    assert found["features"][0]["geometry"]["coordinates"] == [36.61, 35.81]
    assert found["features"][0]["properties"]["grade"] == "contested"
    assert "ledger" in found["about"]
    coarse = json.loads(export(filled, "geojson", public=True))
    assert coarse["features"][0]["geometry"]["coordinates"] == [36.6, 35.8]


def test_a_map_program_opens_geojson(filled: str, tmp_path: Path) -> None:
    (tmp_path / "incidents.geojson").write_bytes(export(filled, "geojson"))
    found = pyogrio.read_info(tmp_path / "incidents.geojson")
    assert (found["features"], found["geometry_type"], found["crs"]) == (3, "Point", "EPSG:4326")
    types = dict(zip(found["fields"], found["dtypes"], strict=True))
    assert (types["killed_max"], types["killed_more"], types["date_start"]) == ("int32", "bool", "datetime64[D]")


def test_ucdp_has_the_columns_and_leaves_open_what_is_not_told(filled: str) -> None:
    market, front = rows(filled, "ucdp")
    assert tuple(market)[: len(ucdp.COLUMNS)] == ucdp.COLUMNS
    assert len(ucdp.COLUMNS) == 49
    assert (market["low"], market["best"], market["high"]) == ("12", "15", "15")
    assert (market["deaths_civilians"], market["deaths_unknown"]) == ("12", "3")
    assert (market["type_of_violence"], market["side_a"]) == ("", "")
    assert (front["type_of_violence"], front["dyad_name"]) == ("1", "Yemeni government - Houthi movement")
    assert (front["date_prec"], front["event_clarity"], front["country_id"]) == ("2", "2", "678")
    assert {row["where_prec"] for row in rows(filled, "ucdp", public=True)} == {"2"}
    assert (priogrid(-90, -180), priogrid(89.9, 179.9)) == (1, 259200)


def test_acled_has_a_row_a_day(filled: str) -> None:
    market, *front = rows(filled, "acled")
    assert tuple(market)[: len(acled.COLUMNS)] == acled.COLUMNS
    assert [(row["event_date"], row["fatalities"]) for row in front] == [
        ("2019-08-01", "4"), ("2019-08-02", "2"), ("2019-08-03", "2"),
    ]  # fmt: skip
    assert (market["actor1"], market["civilian_targeting"]) == (
        "Unidentified Armed Group (Syria)",
        "Civilian targeting",
    )
    assert (front[0]["interaction"], front[0]["sub_event_type"]) == ("12", "Armed clash")


def test_a_table_of_the_victims_whom_reports_name(filled: str) -> None:
    tags, victim = rows(filled, "csv", table="victims")
    assert tags["name"] == "#affected+name"
    assert (victim["name"], victim["other_names"], victim["age"]) == (exports.VICTIM, exports.SHORTER, "45")
    assert (victim["reports"], victim["outcome"], victim["sex"]) == ("radio; copy", "killed", "male")
    assert [row["incident"] for row in rows(filled, "csv", table="victims", public=True)] == ["#event+id"]


def test_airwars_has_ranges_by_group_and_victims(filled: str) -> None:
    found = {
        name: list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
        for name, text in members("airwars", export(filled, "airwars")).items()
        if name.endswith(".csv")
    }
    children = next(row for row in found["casualties.csv"] if row["group"] == "children")
    assert (children["killed_min"], children["killed_max"]) == ("3", "3")
    assert [row["name_ar"] for row in found["victims.csv"]] == [exports.VICTIM]
    assert found["incidents.csv"][0]["civilian_harm_status_ar"] == airwars.GRADES_AR["contested"]
    assert {row["source_civilian_harm_status_prelim"] for row in found["sources.csv"]} == {"asserted", "denied"}


def test_zip_files_say_no_time(filled: str) -> None:
    found = zipfile.ZipFile(io.BytesIO(export(filled, "airwars")))
    assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_brief_stands_alone_with_a_source_for_every_figure(filled: str, language: str) -> None:
    page = export(filled, "report", language=language).decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert not re.search(r'(src|href)="(?!#|https://(sabah|radio|khabar|furat)\.example)', page)
    assert "url(" not in page
    assert '<bdi dir="ltr">2019-07-27 – 2019-09-11</bdi>' in page
    words = {"en": ("Contested figures", "Russia", "dozens"), "ar": ("أرقام مختلف عليها", "روسيا", "عشرات")}[language]
    assert all(word in page for word in words)
    assert page.count("<svg") == 3
    figures = re.findall(r"<b>(?:<bdi|\w)[^\n]*?(?=<br>|</td>)", page.split('class="incident"', 1)[1])
    assert len(figures) == 9  # two reports carry one of the ten
    assert all("<sup>" in figure for figure in figures)
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


@pytest.mark.parametrize("public", [False, True])
def test_a_brief_in_arabic_has_no_english(filled: str, public: bool) -> None:
    order = exporting.Order("report", Wanted(grade=None, killed=1), language="ar", public=public)
    stream = io.BytesIO()
    exporting.export(filled, order, stream)
    page = re.sub(r"<style>.*?</style>|SHA-256 \w+|https?://\S+", "", stream.getvalue().decode(), flags=re.S)
    shown = set(re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", page.replace("Natural Earth", ""))))
    assert shown <= {"tawthiq", "GeoNames"}, shown


def _others() -> set[str]:
    """The doers that the words of reports make, without one of the list."""
    rows = words_of(files("tawthiq") / "data" / "ar" / "actor.toml")
    ids = {row.get(key, "") for row in rows for key in ("actor", "proxy")}
    ids |= {one.partition(":")[2].partition("@")[0].rstrip("?") for row in rows for one in row.get("where", ())}
    people = words_of(files("tawthiq") / "data" / "ar" / "group.toml")
    ids |= {f"other:{row['doer']}" for row in people if "doer" in row}
    return {id for id in ids if id.startswith("other:")}


@pytest.mark.parametrize(("id", "shown"), [
    ("other:Libyan army", "الجيش الليبي"), ("other:Nigerien police", "الشرطة النيجرية"),
    ("other:Lebanese government", "الحكومة اللبنانية"), ("other:NATO", "حلف شمال الأطلسي"),
    *((id, "") for id in sorted(_others())),
])  # fmt: skip
def test_doers_outside_the_list_have_arabic_names(filled: str, id: str, shown: str) -> None:
    record = Record({"actors": [id]}, ())
    name = re.sub(r"<[^>]*>", "", Words("ar").doers(record))
    assert re.search("[\u0621-\u064a]", name), name
    assert not shown or name == shown


def test_a_brief_of_nothing_says_so(filled: str) -> None:
    stream = io.BytesIO()
    exporting.export(filled, exporting.Order("report", Wanted(place="XX")), stream)
    assert b"No incident fits" in stream.getvalue()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_brief_as_pdf(filled: str, tmp_path: Path, language: str) -> None:
    if not shutil.which("pdftotext"):
        if os.environ.get("TAWTHIQ_TEST_PDF") == "required":
            pytest.fail("pdftotext is not installed, and here it must be: apt-get install poppler-utils")
        pytest.skip("pdftotext is not installed (Debian: apt-get install poppler-utils)")
    (tmp_path / "brief.pdf").write_bytes(data := export(filled, "report-pdf", language=language))
    command = ["pdftotext", "-raw", str(tmp_path / "brief.pdf"), "-"]
    shown = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert all(text in shown for text in ("2019-07-27", "https://sabah.example/news/441", "12–15+"))
    # The head of every page but the first; in Arabic too the earlier day stands left of the later.
    assert shown.count("2019-07-27 – 2019-09-11") == shown.count("\f")
    assert shown.count("\f") == 3
    assert export(filled, "report-pdf", language=language) == data


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/news/2019/441", "https://a.example/news/2019/441"),
        ("https://t.me/s/channel/12", "https://t.me/s/channel/12"),
        ("https://a.example/ar/مقتل-أحمد", "https://a.example/"),
        ("https://a.example/%D9%85%D9%82", "https://a.example/"),
        ("https://a.example/ahmad-khaled-killed", "https://a.example/"),
        ("https://a.example/?title=ahmad", "https://a.example/"), ("", ""), (None, None), ("ahmad khaled", None),
    ],
)  # fmt: skip
def test_addresses_that_hold_words_are_cut(url: str | None, shown: str | None) -> None:
    assert address(url) == shown


def test_the_command(filled: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "incidents.csv"
    assert main(["export", "csv", "--place", "SY", "--output", str(file), "--ledger", filled]) == 0
    assert b"2 incidents" in capsysbinary.readouterr().err
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 4
    assert main(["export", "jsonl", "--event", "armed_clash", "--ledger", filled]) == 0
    (line,) = capsysbinary.readouterr().out.splitlines()
    assert json.loads(line)["reports"][0]["outlet"] == "وكالة الفرات"
    assert main(["export", "ucdp", "--codebook", "acled", "--ledger", filled]) == 2
    assert main(["export", "csv", "--output", str(tmp_path / "none" / "a.csv"), "--ledger", filled]) == 2
    assert main(["export", "csv", "--output", str(tmp_path / "b.csv"), "--ledger", str(tmp_path / "no.db")]) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["incidents.csv"]


def test_parquet_has_typed_columns_and_says_what_it_is(filled: str) -> None:
    found = parquet.read_table(io.BytesIO(export(filled, "parquet")))
    first = found.to_pylist()[0]
    assert (first["killed_max"], first["killed_more"], str(first["date_start"])) == (15, True, "2019-07-27")
    assert found.schema.metadata[b"tawthiq.codebook"] == b"airwars"
    assert found.schema.field("killed_max").metadata == {b"hxl": b"#affected+killed+max"}
    claims = parquet.read_table(io.BytesIO(export(filled, "parquet", table="claims")))
    assert exports.VICTIM in claims.column("quote").to_pylist()


def test_entities_point_to_each_other_and_hold_texts(filled: str) -> None:
    found = [json.loads(line) for line in export(filled, "ftm").splitlines()]
    by_id = {entity["id"]: entity for entity in found}
    kinds = ftm_statements.TYPES
    for entity in found:
        assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)
        pointed = [v for prop, values in entity["properties"].items() if kinds[prop] == "entity" for v in values]
        assert all(id in by_id for id in pointed)
    event = next(entity for entity in found if entity["schema"] == "Event")
    assert "12–15+ killed" in event["properties"]["summary"][0]
    people = [by_id[id]["properties"]["name"] for id in event["properties"]["involved"] if "person" in id]
    assert people == [[exports.VICTIM]]
    statements = rows(filled, "ftm-statements")
    assert len(statements) == sum(len(values) for e in found for values in e["properties"].values())


def test_doers_whom_no_name_tells_are_not_one_body(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = f"sqlite:///{tmp_path / 'doers.db'}"
    reports = (
        "دهس سائق أربعة أشخاص في عدن يوم 3 مارس 2018.",
        "دهس سائق شخصين في تعز يوم 9 أبريل 2018.",
        "طعن شاب فلسطيني جنديين في القدس يوم 5 مايو 2018.",
        "شاب فلسطيني يطعن ثلاثة أشخاص في الخليل يوم 8 يوليو 2018.",
        "قتل تنظيم داعش سبعة مدنيين في الموصل يوم 2 يونيو 2016.",
        "قتل تنظيم داعش ثلاثة مدنيين في الرقة يوم 9 أغسطس 2016.",
    )
    for number, text in enumerate(reports):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert main(["add", *(str(tmp_path / f"{n}.txt") for n in range(len(reports))), "--ledger", ledger]) == 0
    capsys.readouterr()
    found = [json.loads(line) for line in export(ledger, "ftm").splitlines()]
    by_id = {e["id"]: (e["schema"], *e["properties"]["name"]) for e in found if "-actor-" in e["id"]}
    assert sorted(by_id.values()) == [
        ("LegalEntity", "Palestinian attackers"), ("LegalEntity", "Palestinian attackers"), ("LegalEntity", "driver"),
        ("LegalEntity", "driver"), ("Organization", "Islamic State"),
    ]  # fmt: skip


def test_entities_are_as_followthemoney_has_them(filled: str) -> None:
    if os.environ.get("TAWTHIQ_TEST_FTM") == "required":
        from followthemoney import model
    else:
        model = pytest.importorskip("followthemoney", reason="followthemoney is not installed; it needs ICU").model
    for line in export(filled, "ftm").splitlines():
        entity = json.loads(line)
        schema = model.get(entity["schema"])
        schema.validate(entity)
        for prop, values in entity["properties"].items():
            kind = schema.get(prop).type
            assert kind.name == ftm_statements.TYPES[prop]
            assert [kind.clean(value) for value in values] == values


@pytest.mark.parametrize("format", EXPORTERS)
def test_a_disk_that_is_full_is_told_once(
    filled: str, format: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=full, isatty=lambda: False, flush=lambda: None))
        assert main(["export", format, "--ledger", filled]) == 2
    gc.collect()
    assert (
        capfd.readouterr().err
        == "tawthiq: cannot write (No space left on device); make room or choose another --output\n"
    )


def test_a_file_and_a_pipe_get_the_same_bytes(filled: str, tmp_path: Path) -> None:
    file = tmp_path / "incidents.zip"
    assert main(["export", "airwars", "--output", str(file), "--ledger", filled]) == 0
    command = [sys.executable, "-m", "tawthiq", "export", "airwars", "--ledger", filled]
    assert subprocess.run(command, capture_output=True, check=True).stdout == file.read_bytes()


def test_more_incidents_than_a_pdf_holds_are_refused_with_what_to_do(
    filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tawthiq.exporters.report_pdf._MOST", 1)
    file = tmp_path / "brief.pdf"
    assert main(["export", "report-pdf", "--output", str(file), "--ledger", filled]) == 2
    said = capsys.readouterr().err
    assert "more than 1 incidents" in said and "--since" in said and "`export report`, which a browser prints" in said
    assert not list(tmp_path.glob("brief*"))


def test_a_system_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("tawthiq.exporters.import_module", missing)
    with pytest.raises(UsageError, match=r"libpango-1.0-0.*apt-get install"):
        writer("report-pdf")


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError("no", name="xlsxwriter")

    monkeypatch.setattr("tawthiq.exporters.import_module", missing)
    with pytest.raises(UsageError, match=r"xlsxwriter.*\[tables\]"):
        writer("xlsx")


def test_every_database_exports_alike(ledger: str, filled: str) -> None:
    here, there = (members("jsonl", export(name, "jsonl")) for name in (exports.fill(ledger), filled))
    assert here == there


@pytest.mark.parametrize("format", EXPORTERS)
def test_the_docs_have_every_format(format: str) -> None:
    assert f"\n## {format}\n" in DOCS


@pytest.mark.parametrize(
    "column",
    [*(c.name for t in ("claims", "reports", "victims") for c in tables.TABLES[t].columns), *ucdp.OURS, *acled.COLUMNS,
     *acled.OURS, *airwars.INCIDENTS, *airwars.CASUALTIES, *airwars.VICTIMS, *airwars.SOURCES,
     *ftm_statements.COLUMNS, *bayanat.ACTORS, *uwazi.INCIDENTS, *uwazi.REPORTS],
)  # fmt: skip
def test_the_docs_have_every_column(column: str) -> None:
    assert column in DOCS
