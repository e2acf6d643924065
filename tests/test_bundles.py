"""Bundles: from one ledger to another, checked, and harmless to take in again."""

import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tawthiq.cli import main
from tawthiq.errors import UnreadableInput, UsageError
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import checking, exporting, importing, judging, listing, recording
from tawthiq.operations.corrections import values_of
from tawthiq.sources import read_paths

AUTHOR = Author("tester", "tawthiq test")
TEXTS = {
    "street": "قال الدفاع المدني إن خمسة مدنيين قتلوا وأصيب ثمانية في قصف مدفعي على مدينة سراقب أمس الجمعة.",
    "clinic": "أفاد مصدر طبي بمقتل ستة أشخاص في قصف على سراقب أمس الجمعة.",
}


@pytest.fixture
def sent(tmp_path: Path) -> str:
    """A ledger of two reports, a file and a row of a table, and two decisions."""
    ledger = str(tmp_path / "sent.db")
    (tmp_path / "street.txt").write_text(TEXTS["street"], encoding="utf-8")
    row = {"id": "clinic", "published": "2019-07-27", "outlet": "إذاعة المدينة", "text": TEXTS["clinic"]}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("street.txt", "rows.jsonl")]
    list(recording.add(read_paths(paths, sys.stdin.buffer, date(2019, 7, 27)), ledger, AUTHOR))
    judge = judging.Judge(ledger, Author("Layla", "tawthiq test"), "asked the clinic")
    judging.correct(judge, "clinic:c1", values_of(["count=7"]))
    judging.reject(judge, ["street.txt:c2"])
    return ledger


@pytest.fixture
def bundle(sent: str, tmp_path: Path) -> Path:
    path = tmp_path / "bundle.zip"
    with path.open("wb") as stream:
        exporting.export(sent, exporting.Order("bundle", Wanted()), stream)
    return path


def shown(ledger: str) -> list[tuple[object, ...]]:
    incidents = listing.incidents(ledger, Wanted())
    return [(one["title"], one["documents"], one["tolls"]["airwars"]) for one in incidents]


def test_a_bundle_makes_the_same_incidents_in_another_ledger(sent: str, bundle: Path, ledger: str) -> None:
    first = importing.bundle(str(bundle), ledger, AUTHOR)
    assert (first.reports["added"], first.added, first.left, first.failures) == (2, 2, 0, ())
    assert shown(ledger) == shown(sent)
    assert [(j.who, j.why, holds) for j, holds in judging.judgements(ledger)] == [
        ("Layla", "asked the clinic", True)
    ] * 2
    before = checking.verify(ledger)
    assert before.problem is None
    again = importing.bundle(str(bundle), ledger, AUTHOR)
    assert (again.reports["added"], again.reports["known"], again.added, again.known) == (0, 2, 0, 2)
    assert checking.verify(ledger) == before


def test_a_bundle_changes_nothing_where_it_comes_from(sent: str, bundle: Path) -> None:
    before = checking.verify(sent)
    importing.bundle(str(bundle), sent, AUTHOR)
    assert checking.verify(sent) == before


def test_decisions_on_claims_that_read_otherwise_are_left(bundle: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "other.db")
    changed = _with(bundle, "incidents.jsonl", lambda data: data.replace(b'"quote": ', b'"quote": "x", "was": '))
    found = importing.bundle(str(changed), ledger, AUTHOR)
    assert (found.added, found.left) == (0, 2)
    assert not judging.judgements(ledger)


def _with(bundle: Path, name: str, change: Callable[[bytes], bytes], sums: bool = True) -> Path:
    """A copy of a bundle with one file changed; with `sums`, its hash too."""
    changed = bundle.with_name("changed.zip")
    with zipfile.ZipFile(bundle) as old, zipfile.ZipFile(changed, "w") as new:
        files = {one: old.read(one) for one in old.namelist()}
        before = hashlib.sha256(files[name]).hexdigest().encode()
        files[name] = change(files[name])
        if sums:
            files["SHA256SUMS"] = files["SHA256SUMS"].replace(
                before, hashlib.sha256(files[name]).hexdigest().encode(), 1
            )
        for one, data in files.items():
            new.writestr(one, data)
    return changed


@pytest.mark.parametrize(
    ("name", "change", "sums", "says"),
    [
        ("reports.jsonl", lambda data: data + b" ", False, "reports.jsonl is not as it was written"),
        ("bundle.json", lambda data: data.replace(b'"bundle": 1', b'"bundle": 9'), True, "of version 9"),
        ("SHA256SUMS", lambda data: data.splitlines(True)[0], False, "is missing, or not in SHA256SUMS"),
        ("SHA256SUMS", lambda data: b"", False, "is missing, or not in SHA256SUMS"),
    ],
)  # fmt: skip
def test_nothing_is_taken_from_a_bundle_that_was_changed(
    bundle: Path, tmp_path: Path, name: str, change: Callable[[bytes], bytes], sums: bool, says: str
) -> None:
    ledger = tmp_path / "other.db"
    with pytest.raises(UnreadableInput, match=says):
        importing.bundle(str(_with(bundle, name, change, sums)), str(ledger), AUTHOR)
    assert not ledger.exists()


def test_what_is_no_bundle_is_refused(bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.zip").write_text("no", encoding="utf-8")
    (tmp_path / "half.zip").write_bytes(bundle.read_bytes()[:900])
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("a.txt", "a")
    for name in ("text.zip", "half.zip", "other.zip", "none.zip"):
        assert main(["import", "bundle", str(tmp_path / name), "--ledger", str(tmp_path / "x.db")]) == 2
        assert f"{name}: " in capsys.readouterr().err
    assert main(["import", "bundle", str(bundle), "--ledger", str(tmp_path / "y.db")]) == 0
    assert capsys.readouterr().out == "2 reports added, 2 decisions taken over\n"


def test_a_report_that_is_misstated_is_named_and_the_rest_goes_on(bundle: Path, tmp_path: Path) -> None:
    changed = _with(
        bundle, "reports.jsonl", lambda data: data.replace(b'"published": "2019-07-27"', b'"published": "x"', 1)
    )
    found = importing.bundle(str(changed), str(tmp_path / "other.db"), AUTHOR)
    assert (found.reports["added"], len(found.failures)) == (1, 1)


def test_originals_are_not_for_the_public(sent: str) -> None:
    with pytest.raises(UsageError, match="originals"):
        exporting.export(sent, exporting.Order("bundle", Wanted(), public=True), io.BytesIO())
