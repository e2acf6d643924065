"""A ledger of every released version is brought up to date: nothing is lost, everything works."""

import gzip
import sys
from pathlib import Path

import pytest

from tawthiq.ledger import migrations
from tawthiq.ledger.connect import ADD, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.view import View
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import checking, judging, listing, recording
from tawthiq.sources import read_paths

ROOT = Path(__file__).resolve().parent.parent
KEPT = sorted((ROOT / "tests" / "ledgers").glob("*.db.gz"))


def test_there_is_a_ledger_of_every_version() -> None:
    assert [path.name for path in KEPT] == [f"{number}.db.gz" for number in range(1, migrations.VERSION + 1)]
    assert sorted(migrations.UPGRADES) == list(range(1, migrations.VERSION))


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.name)
def test_a_ledger_is_brought_up_to_date(kept: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "tawthiq.db")
    Path(ledger).write_bytes(gzip.decompress(kept.read_bytes()))
    with opened(ledger, ADD) as open_ledger:
        view = View(open_ledger)
        documents = view.documents()
        assert len(documents) == 9
        assert all(view.original(document.sha256) for document in documents)
        assert any(view.claims(document.reading) for document in documents)
    assert checking.verify(ledger).problem is None
    outcomes = recording.add(read_paths([str(ROOT / "examples")], sys.stdin.buffer), ledger, Author("tests", "tests"))
    assert {outcome.state for outcome in outcomes} == {recording.KNOWN}
    incidents = list(listing.incidents(ledger, Wanted()))
    assert incidents
    ((judgement, holds),) = judging.judgements(ledger)
    assert (judgement.kind, holds) == ("reject", True)
    shown = listing.show(ledger, incidents[0]["id"])
    assert shown.rejected == {judgement.subjects[0]: "rejected by tests: a decision to keep"}
    assert checking.verify(ledger).problem is None
