"""Web archives: WARC and WACZ, compressed or not, whole, cut off and damaged."""

import gzip
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawthiq.errors import InputError, NothingToRead, UnreadableInput
from tawthiq.sources import Report, archives, read_paths
from tests.memory import reading
from tests.site import BODY, TITLE, page

ENGLISH = b"<html><head><title>News</title></head><body><p>" + b"Five people were killed on Sunday. " * 200 + b"</p>"
PERSIAN = "<html><body><p>" + "پنج نفر در حمله هوایی به بازار شهر کشته شدند و گزارش‌ها چند زخمی را تایید کرد. " * 30
FRENCH = "<html><body><p>" + "Cinq personnes ont été tuées dans une frappe aérienne à Idleb. " * 30
HTML = "text/html; charset=utf-8"
ZIPPED = {"Content-Encoding": "gzip"}


def record(url: str, body: bytes, headers: dict[str, str] | None = None, status: str = "200 OK") -> tuple[object, ...]:
    return url, body, {"Content-Type": HTML, **(headers or {})}, status


def warc(*records: tuple[object, ...], packed: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record(None, {"software": "test"}))
    for url, body, headers, status in records:
        assert isinstance(body, bytes) and isinstance(headers, dict)
        answer = StatusAndHeaders(str(status), list(headers.items()), protocol="HTTP/1.1")
        extra = {"WARC-Date": "2019-07-23T10:00:00Z", "WARC-IP-Address": "203.0.113.7"}
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), len(body),
                                                      http_headers=answer, warc_headers_dict=extra))  # fmt: skip
        writer.write_record(writer.create_warc_record(url, "request", io.BytesIO(b"GET / HTTP/1.1\r\n\r\n"), 18))
    return out.getvalue()


def read(path: Path, published: date | None = None) -> list[Report | InputError]:
    return list(read_paths([str(path)], io.BytesIO(), published))


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def urls(found: Iterable[Report | InputError]) -> list[str | None]:
    return [one.url for one in found if isinstance(one, Report)]


GOOD = record("http://a.example/1", page())


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False), ("a.warc", True)])
def test_a_page_of_an_archive(tmp_path: Path, name: str, packed: bool) -> None:
    (report,) = read(put(tmp_path, name, warc(GOOD, packed=packed)))
    assert isinstance(report, Report)
    assert report.text.startswith(f"{TITLE}\n{BODY}")
    assert (report.url, report.outlet, report.published) == ("http://a.example/1", "شام", date(2019, 7, 22))
    assert report.origin.endswith(f"{name}#1")
    assert report.acquired.at == "2019-07-23T10:00:00Z"
    assert report.acquired.server == "203.0.113.7"
    assert report.acquired.payload == hashlib.sha256(page()).hexdigest()


def test_the_original_is_the_record_as_it_stands(tmp_path: Path) -> None:
    data = warc(GOOD, packed=False)
    (report,) = read(put(tmp_path, "a.warc", data))
    assert isinstance(report, Report)
    assert gzip.decompress(report.data) in data
    assert hashlib.sha256(report.data).hexdigest() == report.sha256
    (again,) = read(put(tmp_path, "again.warc", gzip.decompress(report.data)))
    assert isinstance(again, Report) and again.known_by == report.known_by


def test_only_pages_in_arabic_are_read(tmp_path: Path) -> None:
    records = [
        record("http://a/english", ENGLISH), record("http://a/persian", PERSIAN.encode()),
        record("http://a/french", FRENCH.encode()), record("http://a/latin", FRENCH.encode("cp1252")),
        record("http://a/gone", page(), status="404 Not Found"), record("http://a/moved", page(), status="302 Found"),
        record("http://a/json", page(), {"Content-Type": "application/json"}), record("http://a/empty", b""),
        record("http://a/utf8", page()),
        record("http://a/1256", page().decode().encode("cp1256")),
        record("http://a/zipped", gzip.compress(page()), ZIPPED),
        record("http://a/entities", page().decode().encode("ascii", "xmlcharrefreplace")),
        record("http://a/chunked", b"%x\r\n%b\r\n0\r\n\r\n" % (len(page()), page()), {"Transfer-Encoding": "chunked"}),
    ]  # fmt: skip
    found = read(put(tmp_path, "a.warc.gz", warc(*records)))
    assert not [one for one in found if isinstance(one, InputError)]
    assert urls(found) == [f"http://a/{name}" for name in ("utf8", "1256", "zipped", "entities", "chunked")]


def test_a_bomb_in_a_record_is_bounded(tmp_path: Path) -> None:
    bomb = record("http://a/bomb", gzip.compress(page() + b" " * (100 << 20)), ZIPPED)
    large = record("http://a/large", page() + b" " * (21 << 20))
    *errors, good = read(put(tmp_path, "a.warc.gz", warc(bomb, large, GOOD)))
    for error, named in zip(errors, ("a.warc.gz#1: http://a/bomb", "a.warc.gz#2: http://a/large"), strict=True):
        assert isinstance(error, UnreadableInput) and f"{named} is larger than 20 MB" in str(error)
    assert isinstance(good, Report)


def test_wacz(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", warc(GOOD))
        archive.writestr("archive/more.warc.gz", warc(record("http://a/2", page("عنوان"))))
        archive.writestr("datapackage.json", "{}")
    found = read(tmp_path / "a.wacz")
    assert urls(found) == ["http://a.example/1", "http://a/2"]
    assert isinstance(found[0], Report) and found[0].acquired.within == f"{tmp_path}/a.wacz!archive/data.warc.gz"


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


WHOLE = warc(GOOD, record("http://a/2", page("عنوان آخر")))
PLAIN = warc(GOOD, record("http://a/2", page("عنوان آخر")), packed=False)
MEMBERS = [found.start() for found in re.finditer(rb"\x1f\x8b\x08\0\0\0\0\0", WHOLE)]
CUT, DAMAGED = WHOLE[: MEMBERS[3] + 400], WHOLE[: MEMBERS[3] + 300] + bytes(99) + WHOLE[MEMBERS[3] + 399 :]
BAD: list[tuple[str, bytes, type[InputError], str]] = [
    ("cut.warc.gz", CUT, UnreadableInput, "cut off after page 2"),
    ("cut.warc", PLAIN[:-900], UnreadableInput, "cut off after page 2"),
    ("head.warc", PLAIN[: PLAIN.rindex(b"WARC-Type: response") + 10], UnreadableInput, "cut off after page 1"),
    ("damaged.warc.gz", DAMAGED, UnreadableInput, "cut off after page"),
    ("text.warc", BODY.encode(), UnreadableInput, "is no WARC file"),
    ("zip.warc.gz", gzip.compress(BODY.encode() * 99), UnreadableInput, "is no WARC file"),
    ("empty.warc", b"", NothingToRead, "holds no answer"),
    ("requests.warc", warc(packed=False), NothingToRead, "holds no answer"),
    ("empty.wacz", b"", UnreadableInput, "no whole WACZ"),
    ("cut.wacz", zipped(**{"archive/a.warc": PLAIN})[:-50], UnreadableInput, "no whole WACZ"),
    ("none.wacz", zipped(**{"index.html": b"x"}), NothingToRead, "holds no WARC file"),
    ("inner.wacz", zipped(**{"archive/a.warc.gz": CUT}), UnreadableInput, "archive/a.warc.gz: is damaged"),
    ("bomb.wacz", zipped(**{"archive/a.warc": bytes(80 << 20)}), UnreadableInput, "is no WARC file"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "kind", "says"), BAD, ids=[name for name, *_ in BAD])
def test_what_is_damaged_is_named_and_what_stands_before_is_read(
    tmp_path: Path, name: str, data: bytes, kind: type[InputError], says: str
) -> None:
    *before, error = read(put(tmp_path, name, data))
    assert isinstance(error, kind)
    assert name in str(error) and says in str(error) and ";" in str(error)
    assert len(before) == ("cut off" in says or name == "inner.wacz")


PAGES = [one for one in archives.warc_reports(io.BytesIO(WHOLE), "a.warc.gz", None) if isinstance(one, Report)]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=12), st.booleans())
@example(0, b"", True)
@example(MEMBERS[1], b"", True)
def test_any_damage_is_named(at: int, noise: bytes, cut: bool) -> None:
    """A page is read as it was, or its loss is told; only an archive cut off between two records looks whole."""
    data = WHOLE[:at] + noise + (b"" if cut else WHOLE[at + len(noise) :])
    found: list[Report | InputError] = []
    try:
        found.extend(archives.warc_reports(io.BytesIO(data), "a.warc.gz", None))
    except InputError as error:
        found.append(error)
    pages = [one for one in found if isinstance(one, Report)]
    errors = [str(one) for one in found if isinstance(one, InputError)]
    assert [(one.url, one.text) for one in pages] == [(one.url, one.text) for one in PAGES[: len(pages)]]
    assert all("a.warc.gz" in error and ";" in error for error in errors)
    shorter = cut and not noise and at in MEMBERS[1:]
    assert len(pages) == len(PAGES) or errors or shorter
    assert pages or errors


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")
def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    member = warc(*[record(f"http://a/{n}", ENGLISH * 4) for n in range(20)], GOOD)
    used = []
    for times in (2, 100):
        used.append(reading(put(tmp_path, f"{times}.warc.gz", member * times)))
        assert used[-1].number == times
    assert used[1].memory < used[0].memory * 1.2, used
