"""Tables beside CSV and JSON: Excel workbooks, Parquet files, and the sheets of auto-archiver."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from tawthiq.errors import InputError, NothingToRead, UnreadableInput
from tawthiq.sources import Report, loading, read_paths, workbooks
from tests.memory import reading

TEXT = "قال الدفاع المدني إن ثلاثة مدنيين قُتلوا في غارة جوية على مدينة إدلب أمس"
Rows = Sequence[Sequence[Any]]
HEAD = ("id", "Text", "title", "url", "outlet", "published")
ROW = (7, TEXT, "عنوان", "https://example.org/1", "شام", datetime(2019, 7, 22, 10, 30))
ARCHIVER = ("Link", "Archive status", "Archive location", "Archive date", "Upload timestamp", "Upload title",
            "Textual content", "Hash", "WACZ")  # fmt: skip
ARCHIVED = ("https://t.me/a/1", "telegram: success", "https://archive.example/1.html", "2023-05-02T08:00:00+00:00",
            "2023-05-01T22:10:00+00:00", "عاجل", TEXT, "sha256-abc", "https://archive.example/1.wacz")  # fmt: skip


def xlsx(path: Path, *sheets: Rows) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"ورقة {number}")
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def pq(path: Path, rows: Rows) -> Path:
    head, *rest = rows
    columns = zip(*rest, strict=True) if rest else ([] for _ in head)
    parquet.write_table(pyarrow.table({name: list(cells) for name, cells in zip(head, columns, strict=True)}), path)
    return path


def comma(path: Path, rows: Rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


KINDS: list[tuple[str, Callable[[Path, Rows], Path]]] = [("a.xlsx", xlsx), ("a.parquet", pq), ("a.csv", comma)]
every_kind = pytest.mark.parametrize(("name", "write"), KINDS, ids=[name for name, _ in KINDS])


def read(path: Path) -> list[Report | InputError]:
    return list(read_paths([str(path)], io.BytesIO()))


def one(path: Path) -> Report:
    (found,) = read(path)
    assert isinstance(found, Report), found
    return found


@every_kind
def test_a_row_is_a_report(tmp_path: Path, name: str, write: Callable[[Path, Rows], Path]) -> None:
    report = one(write(tmp_path / name, [HEAD, ROW]))
    assert (report.id, report.text, report.title, report.outlet) == ("7", TEXT, "عنوان", "شام")
    assert (report.url, report.published) == ("https://example.org/1", date(2019, 7, 22))
    assert report.acquired.within is not None and name in report.acquired.within


@every_kind
def test_a_row_is_known_whatever_the_kind_of_file(
    tmp_path: Path, name: str, write: Callable[[Path, Rows], Path]
) -> None:
    report, plain = one(write(tmp_path / name, [HEAD, ROW])), one(comma(tmp_path / "b.csv", [HEAD, ROW]))
    assert (report.sha256, report.identity) == (plain.sha256, plain.identity)


@every_kind
def test_a_bad_row_is_named_and_the_rest_goes_on(
    tmp_path: Path, name: str, write: Callable[[Path, Rows], Path]
) -> None:
    rows = [("id", "text"), ("1", TEXT), ("2", "no Arabic"), ("3", ""), ("4", TEXT)]
    good, english, empty, last = read(write(tmp_path / name, rows))
    assert isinstance(good, Report) and isinstance(last, Report)
    assert "holds no Arabic" in str(english) and "has no text" in str(empty)
    assert all(name in str(error) for error in (english, empty))


@every_kind
def test_a_sheet_of_auto_archiver(tmp_path: Path, name: str, write: Callable[[Path, Rows], Path]) -> None:
    waiting = ("https://t.me/a/2", "", "", "", "", "", "", "", "")
    video = ("https://t.me/a/3", "nothing archived", "", "", "", "A video", "", "", "")
    report = one(write(tmp_path / name, [ARCHIVER, waiting, ARCHIVED, video]))
    assert report.text == f"عاجل\n{TEXT}"
    assert (report.url, report.title, report.published) == ("https://t.me/a/1", "عاجل", date(2023, 5, 1))
    assert dict(report.acquired.stated) == {
        "archive status": "telegram: success", "archive date": "2023-05-02T08:00:00+00:00",
        "archive location": "https://archive.example/1.html", "hash": "sha256-abc",
        "wacz": "https://archive.example/1.wacz",
    }  # fmt: skip


def test_every_sheet_with_texts_is_read(tmp_path: Path) -> None:
    notes, reports = [("who", "when"), ("x", "y")], [(), ("text",), (TEXT,), (), (TEXT,)]
    found = read(xlsx(tmp_path / "a.xlsx", notes, reports, reports))
    assert [one.origin.rpartition("!")[2] for one in found if isinstance(one, Report)] == [
        "ورقة 2:3", "ورقة 2:5", "ورقة 3:3", "ورقة 3:5",
    ]  # fmt: skip


def test_a_formula_gives_its_value_or_nothing(tmp_path: Path) -> None:
    (found,) = read(xlsx(tmp_path / "a.xlsx", [("text", "title"), ('=CONCAT("a","b")', "x")]))
    assert "has no text" in str(found)


def whole(folder: Path) -> bytes:
    return xlsx(folder / "whole.xlsx", [("text",), *[(TEXT,)] * 40]).read_bytes()


def altered(folder: Path) -> bytes:
    """A workbook in which one letter of a text is another, stored and so well-formed, but for its sum."""
    data = xlsx(folder / "altered.xlsx", [("text",), *[(TEXT,)] * 40])
    with zipfile.ZipFile(data) as packed, zipfile.ZipFile(folder / "stored.xlsx", "w") as stored:
        for name in packed.namelist():
            stored.writestr(name, packed.read(name))
    return (folder / "stored.xlsx").read_bytes().replace(f"&#{ord(TEXT[0])};".encode(), b"&#1601;", 1)


def locked(folder: Path) -> bytes:
    """A workbook one part of which is marked as protected by a password."""
    data = bytearray(whole(folder))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def columns(folder: Path) -> bytes:
    return pq(folder / "whole.parquet", [("text",), *[(TEXT + str(n),) for n in range(400)]]).read_bytes()


BAD: list[tuple[str, Callable[[Path], bytes], type[InputError], str]] = [
    ("cut.xlsx", lambda folder: whole(folder)[:-200], UnreadableInput, "damaged, protected by a password, or no .xlsx"),
    ("part.xlsx", locked, UnreadableInput, "protected by a password"),
    ("altered.xlsx", altered, UnreadableInput, "sheet1.xml is not as it was written"),
    ("text.xlsx", lambda _: b"text\nx", UnreadableInput, "no .xlsx file"),
    ("locked.xlsx", lambda _: b"\xd0\xcf\x11\xe0" * 99, UnreadableInput, "protected by a password"),
    ("other.xlsx", lambda folder: xlsx(folder / "x", [("body", "when"), ("a", "b")]).read_bytes(), UnreadableInput,
     "has no column named text; its columns are body, when"),
    ("head.xlsx", lambda folder: xlsx(folder / "x", [("text",)]).read_bytes(), NothingToRead, "column names only"),
    ("empty.xlsx", lambda folder: xlsx(folder / "x", []).read_bytes(), NothingToRead, "is empty"),
    ("cut.parquet", lambda folder: columns(folder)[:-200], UnreadableInput, "damaged or no Parquet file"),
    ("text.parquet", lambda _: b"text\nx", UnreadableInput, "damaged or no Parquet file"),
    ("other.parquet", lambda folder: pq(folder / "x", [("body",), ("a",)]).read_bytes(), UnreadableInput, "body"),
    ("empty.parquet", lambda folder: pq(folder / "x", [("text",)]).read_bytes(), NothingToRead, "holds no rows"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "kind", "says"), BAD, ids=[name for name, *_ in BAD])
def test_a_table_that_cannot_be_read(
    tmp_path: Path, name: str, make: Callable[[Path], bytes], kind: type[InputError], says: str
) -> None:
    data = make(tmp_path)
    (tmp_path / name).write_bytes(data)
    (found,) = read(tmp_path / name)
    assert isinstance(found, kind)
    assert name in str(found) and says in str(found) and ";" in str(found)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_MOST", 2 << 20)
    path = xlsx(tmp_path / "bomb.xlsx", [("text",), (TEXT,)])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/large.xml", bytes(3 << 20))
    assert path.stat().st_size < 1 << 20
    (found,) = read(path)
    assert "bomb.xlsx: unpacks to 3 MB, more than 2; save its sheets as CSV" in str(found)


@pytest.mark.parametrize("make", [whole, columns])
def test_any_damage_is_named(tmp_path: Path, make: Callable[[Path], bytes]) -> None:
    data = make(tmp_path)
    path = tmp_path / ("a.xlsx" if data.startswith(b"PK") else "a.parquet")

    path.write_bytes(data)
    texts = {one.text for one in read(path) if isinstance(one, Report)}
    rows = len(texts)

    @settings(max_examples=150, deadline=None)
    @given(st.integers(0, len(data)), st.binary(max_size=12), st.booleans())
    def damage(at: int, noise: bytes, cut: bool) -> None:
        path.write_bytes(data[:at] + noise + (b"" if cut else data[at + len(noise) :]))
        found = read(path)
        reports = [one for one in found if isinstance(one, Report)]
        errors = [str(one) for one in found if isinstance(one, InputError)]
        assert all(path.name in error and ";" in error for error in errors)
        assert len(reports) >= rows or errors, "a row that is lost is told"
        # The pages of a Parquet file bear no sums; where the damage is inside a text, nobody can tell.
        assert path.suffix == ".parquet" or {one.text for one in reports} <= texts

    damage()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")
def test_memory_does_not_grow_with_a_parquet_file(tmp_path: Path) -> None:
    used = []
    for groups in (1, 15):
        table = pyarrow.table({"text": [f"{TEXT} {n} {TEXT * 9}" for n in range(400)]})
        with parquet.ParquetWriter(tmp_path / f"{groups}.parquet", table.schema) as writer:
            for _ in range(groups):
                writer.write_table(table)
        used.append(reading(tmp_path / f"{groups}.parquet"))
        assert used[-1].number == 400 * groups
    assert used[1].memory < used[0].memory * 1.2, used


@pytest.mark.parametrize(("name", "library"), [("a.xlsx", "openpyxl"), ("a.parquet", "pyarrow")])
def test_without_the_extra_the_message_names_it(
    tmp_path: Path, name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(module: str) -> None:
        raise ModuleNotFoundError(f"No module named {library!r}", name=library)

    (tmp_path / name).write_bytes(b"x")
    monkeypatch.setattr(loading, "import_module", missing)
    (found,) = read(tmp_path / name)
    assert f"needs {library}, which is not installed; pip install -e '.[tables]'" in str(found)
