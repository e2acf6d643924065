"""Inputs of every kind and encoding, and everything that can be wrong with one."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from tawthiq.errors import InputError, NothingToRead, UndecodableInput, Unfetched, UnreadableInput
from tawthiq.sources import Report, read_data, read_paths

TEXT = (
    "مقتل خمسة مدنيين بقصف على بلدة تلمنس\n"
    "قال مصدر طبي إن خمسة مدنيين قُتلوا وأصيب عشرة آخرون، بينهم طفلان، مساء الأحد.\n"
)
DAY = date(2020, 1, 5)


def read(*paths: object, stdin: bytes = b"", published: date | None = None) -> list[Report | InputError]:
    return list(read_paths([str(path) for path in paths], io.BytesIO(stdin), published))


def one(*paths: object, stdin: bytes = b"", published: date | None = None) -> Report:
    (found,) = read(*paths, stdin=stdin, published=published)
    assert isinstance(found, Report), found
    return found


def fault(*paths: object, stdin: bytes = b"") -> InputError:
    (found,) = read(*paths, stdin=stdin)
    assert isinstance(found, InputError), found
    return found


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"],
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert one(put(tmp_path, "report.txt", TEXT.encode(encoding))).text == TEXT


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_single_byte_encodings_without_marks(tmp_path: Path, encoding: str) -> None:
    plain = TEXT.replace("ُ", "")
    assert one(put(tmp_path, "report.txt", plain.encode(encoding))).text == plain


def test_utf16_big_endian_with_mark(tmp_path: Path) -> None:
    assert one(put(tmp_path, "report.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"))).text == TEXT


def test_line_ends_are_kept(tmp_path: Path) -> None:
    text = TEXT.replace("\n", "\r\n")
    assert one(put(tmp_path, "report.txt", text)).text == text


def test_a_text_takes_its_name_and_the_date_given(tmp_path: Path) -> None:
    report = one(put(tmp_path, "report.txt", TEXT), published=DAY)
    assert (report.id, report.published, report.title) == ("report.txt", DAY, None)
    assert report.size == len(TEXT.encode())


def test_a_folder_is_read_in_order_and_hidden_or_other_files_are_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "deep/er/c.txt", ".hidden.txt", ".git/d.txt", "notes.md", "picture.png"):
        put(tmp_path, name, TEXT)
    assert [report.id for report in read(tmp_path) if isinstance(report, Report)] == ["a.TXT", "b.txt", "deep/er/c.txt"]


ROW = {
    "id": "r1",
    "text": TEXT,
    "title": "عنوان",
    "url": "https://example.org/1",
    "outlet": "شام",
    "published": "2019-07-22",
}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.json", json.dumps([ROW], ensure_ascii=False)),
        ("one.json", json.dumps(ROW)),
        ("marked.json", "\ufeff" + json.dumps([ROW])),
        ("wide.json", json.dumps([ROW], ensure_ascii=False).encode("utf-16")),
        ("lines.jsonl", json.dumps(ROW, ensure_ascii=False) + "\n\n"),
        ("arabic.jsonl", json.dumps({**ROW, "text": TEXT.replace("ُ", "")}, ensure_ascii=False).encode("cp1256")),
    ],
)
def test_json(tmp_path: Path, name: str, content: str | bytes) -> None:
    report = one(put(tmp_path, name, content))
    assert report.text.replace("ُ", "") == TEXT.replace("ُ", "")
    assert (report.id, report.title, report.url, report.outlet, report.published) == (
        "r1", "عنوان", "https://example.org/1", "شام", date(2019, 7, 22),
    )  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter)
    writer.writerow(["Published", "ID", "text", "Title", "notes"])
    writer.writerow(["2019-07-22T10:00:00+03:00", "7", TEXT, "عنوان", "x"])
    report = one(put(tmp_path, "reports.csv", table.getvalue().encode(encoding)))
    assert (report.id, report.text, report.published) == ("7", TEXT, date(2019, 7, 22))


def test_a_cell_may_be_long(tmp_path: Path) -> None:
    long = "قتل خمسة مدنيين في القصف. " * 20_000
    assert one(put(tmp_path, "reports.csv", f'text\n"{long}"\n')).text == long


def test_a_default_date_gives_way_to_that_of_a_row(tmp_path: Path) -> None:
    path = put(tmp_path, "r.jsonl", json.dumps(ROW) + "\n" + json.dumps({"text": TEXT}) + "\n")
    assert [r.published for r in read(path, published=DAY) if isinstance(r, Report)] == [date(2019, 7, 22), DAY]


PAGE = """<!DOCTYPE html><html lang="ar"><head><meta charset="{charset}"><title>مقتل خمسة | شام</title>
<meta property="og:title" content="مقتل خمسة مدنيين في تلمنس"><meta property="og:site_name" content="شام">
<link rel="canonical" href="https://example.org/news/1">{dated}</head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>مقتل خمسة مدنيين في تلمنس</h1>
<p>قتل خمسة مدنيين وأصيب عشرة آخرون بجروح في قصف استهدف سوقا في بلدة تلمنس صباح اليوم، بحسب الدفاع المدني.</p>
<p>وأضاف المصدر أن بين القتلى طفلين، وأن فرق الإنقاذ ما زالت تبحث عن مفقودين تحت الأنقاض في المكان نفسه.</p></article>
<aside><a href="/2">انفجار في العاصمة يوقع عشرين قتيلا</a></aside><footer>الحقوق محفوظة</footer></body></html>"""
LINKED = '<script type="application/ld+json">{"@graph": [{"datePublished": "2019-07-22T08:00:00Z"}]}</script>'
META = '<meta property="article:published_time" content="2019-07-22T08:00:00+03:00">'
BROKEN = '<script type="application/ld+json">{"datePublished": </script>'


@pytest.mark.parametrize("dated", [LINKED, META, BROKEN + META, '<meta itemprop="datePublished" content="2019-07-22">'])
def test_html(tmp_path: Path, dated: str) -> None:
    report = one(put(tmp_path, "page.html", PAGE.format(charset="utf-8", dated=dated)))
    assert report.text.startswith("مقتل خمسة مدنيين في تلمنس\nقتل خمسة مدنيين وأصيب")
    assert "الرئيسية" not in report.text and "العاصمة" not in report.text
    assert (report.title, report.outlet, report.url, report.published) == (
        "مقتل خمسة مدنيين في تلمنس", "شام", "https://example.org/news/1", date(2019, 7, 22),
    )  # fmt: skip


def test_html_in_windows_1256(tmp_path: Path) -> None:
    report = one(put(tmp_path, "page.htm", PAGE.format(charset="windows-1256", dated="").encode("cp1256")))
    assert report.text.startswith("مقتل خمسة مدنيين في تلمنس\n")


def test_the_date_given_wins_over_that_of_a_page(tmp_path: Path) -> None:
    assert one(put(tmp_path, "page.html", PAGE.format(charset="utf-8", dated=META)), published=DAY).published == DAY


def test_a_page_that_is_only_an_address_is_not_fetched(tmp_path: Path) -> None:
    assert isinstance(fault(put(tmp_path, "page.html", "https://example.org/news")), NothingToRead)


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (TEXT.encode(), [None]),
        (TEXT.encode("cp1256"), [None]),
        (json.dumps([ROW, ROW]).encode(), ["r1", "r1"]),
        (json.dumps(ROW).encode(), ["r1"]),
        ((json.dumps(ROW) + "\n" + json.dumps(ROW) + "\n").encode(), ["r1", "r1"]),
        (PAGE.format(charset="utf-8", dated="").encode(), [None]),
        (f"[خاص] {TEXT}".encode(), [None]),
    ],
)
def test_standard_input_is_known_by_how_it_begins(data: bytes, ids: list[str | None]) -> None:
    assert [report.id for report in read("-", stdin=data) if isinstance(report, Report)] == ids


def test_a_file_of_unknown_kind_is_known_by_how_it_begins(tmp_path: Path) -> None:
    assert one(put(tmp_path, "export", json.dumps([ROW]))).id == "r1"


BAD = [
    ("empty.txt", b"", NothingToRead, "empty"),
    ("blank.txt", b" \n\t ", NothingToRead, "empty"),
    ("mark.txt", "\ufeff".encode(), NothingToRead, "empty"),
    ("english.txt", b"Five people were killed on Sunday.", NothingToRead, "no Arabic"),
    ("french.txt", "Cinq tués à Idleb, d'après les secours dépêchés.".encode("cp1252"), UndecodableInput, "UTF-8"),
    ("misread.txt", TEXT.encode().decode("cp1252", "replace").encode(), UndecodableInput, "decoded wrongly"),
    ("misread2.txt", TEXT.encode().decode("cp1256").encode(), UndecodableInput, "decoded wrongly"),
    ("damaged.txt", TEXT.encode()[:60] + b"\xff\xfa" + TEXT.encode()[60:], UndecodableInput, "line 1"),
    ("cut.txt", TEXT.encode("utf-16")[:-1], UndecodableInput, "UTF-16"),
    ("binary.txt", bytes(range(256)) * 40, UnreadableInput, "not a text"),
    ("noise.txt", bytes((i * 7919 + i // 3) % 255 + 1 for i in range(4000)), UnreadableInput, "not a text"),
    ("report.pdf", b"%PDF-1.7 ...", UnreadableInput, "PDF"),
    ("report.docx", b"PK\x03\x04....", UnreadableInput, "Word"),
    ("page.html", b"<html><body>Nothing here</body></html>", NothingToRead, "no Arabic"),
    ("broken.json", b'[\n {"text": "a"\n "id": 1}]', UnreadableInput, "line 3"),
    ("empty.json", b"", NothingToRead, "empty"),
    ("none.json", b"[]", NothingToRead, "empty list"),
    ("number.json", b"7", UnreadableInput, "list"),
    ("digits.json", b"[" + b"7" * 5000 + b"]", UnreadableInput, "JSON"),
    ("deep.json", b"[" * 100_000, UnreadableInput, "deep"),
    ("other.json", b'[{"body": "x", "id": 1}]', UnreadableInput, "body, id"),
    ("broken.jsonl", b'{"text": ', UnreadableInput, "broken.jsonl:1"),
    ("scalar.jsonl", b"7", UnreadableInput, "not an object"),
    ("empty.jsonl", b"", NothingToRead, "empty"),
    ("empty.csv", b"", NothingToRead, "empty"),
    ("columns.csv", b"id,body,when\n1,x,y\n", UnreadableInput, "id, body, when"),
    ("head.csv", b"id,text\n", NothingToRead, "column names"),
    ("open.csv", 'text\n"قتل ثلاثة\nقتل أربعة\n'.encode(), UnreadableInput, "open.csv:2: a quotation mark"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "kind", "says"), BAD, ids=[name for name, *_ in BAD])
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, kind: type[InputError], says: str) -> None:
    error = fault(put(tmp_path, name, data))
    assert type(error) is kind
    assert name in str(error) and says in str(error)
    assert ";" in str(error), "the message must say what to do"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"id": "x"}, "has no text"),
        ({"text": 7}, "not text"),
        ({"text": ["a"]}, "list"),
        ({"text": "only English"}, "no Arabic"),
        ({"text": TEXT, "published": "22/07/2019"}, "YYYY-MM-DD"),
        ({"text": TEXT, "published": "2019-02-30"}, "YYYY-MM-DD"),
        ({"text": TEXT, "title": {"ar": "x"}}, "dict"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path, row: dict[str, object], says: str) -> None:
    lines = (ROW, row, ROW)
    for path in (
        put(tmp_path, "rows.jsonl", "\n".join(json.dumps(line) for line in lines)),
        put(tmp_path, "rows.json", json.dumps(lines)),
    ):
        first, bad, last = read(path)
        assert isinstance(first, Report) and isinstance(last, Report)
        assert isinstance(bad, InputError) and says in str(bad)
        assert "rows.json" in str(bad) and "2" in str(bad)


def test_a_damaged_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    line = json.dumps(ROW, ensure_ascii=False).encode()
    path = put(tmp_path, "rows.jsonl", b"\n".join((line, line[:50] + b"\xff" + line[50:], line)))
    assert [type(found) for found in read(path)] == [Report, UndecodableInput, Report]


def test_missing_files_and_addresses_are_named(tmp_path: Path) -> None:
    put(tmp_path, "good.txt", TEXT)
    missing, good, address = read(tmp_path / "no.txt", tmp_path / "good.txt", "http://127.0.0.1/x")
    assert isinstance(missing, UnreadableInput) and "no.txt: there is no such file" in str(missing)
    assert isinstance(good, Report)
    assert isinstance(address, Unfetched) and "private network" in str(address)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert "holds no file" in str(fault(tmp_path))


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path, "secret.txt", TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    assert "secret.txt: may not be opened" in str(fault(path))


def test_jsonl_is_streamed(tmp_path: Path) -> None:
    path = put(tmp_path, "rows.jsonl", json.dumps(ROW) + "\n" + "not JSON\n" * 3)
    reports = read_paths([str(path)], io.BytesIO())
    assert isinstance(next(reports), Report)


def test_a_lone_surrogate_in_json_is_text() -> None:
    (report,) = read_data(json.dumps([{"text": TEXT + "\ud83d"}]).encode(), "x", None, None)
    assert isinstance(report, Report) and report.text.endswith("\ud83d")
