"""A ledger of every released version is brought up to date: nothing is lost, everything works."""

import gzip
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, create_engine

from tawthiq.ledger import migrations
from tawthiq.ledger.connect import ADD, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.schema import VICTIM
from tawthiq.ledger.view import View
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import checking, judging, listing, recording
from tawthiq.sources import read_paths

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "ledgers"
VERSIONS = range(1, migrations.VERSION + 1)
# Reports that the ledgers up to version 5 do not have.
LATER = {"taiz-agency", "taiz-local"}


def kept(version: int, ledger: str) -> None:
    """Put the kept ledger of a version where `ledger` says."""
    if "://" not in ledger:
        Path(ledger).write_bytes(gzip.decompress((KEPT / f"{version}.db.gz").read_bytes()))
        return
    with psycopg.connect(ledger, autocommit=True) as connection:
        connection.execute(gzip.decompress((KEPT / f"{version}.sql.gz").read_bytes()))


def test_there_is_a_ledger_of_every_version() -> None:
    assert {path.name for path in KEPT.iterdir()} == {f"{v}.{kind}.gz" for v in VERSIONS for kind in ("db", "sql")}
    assert sorted(migrations.UPGRADES) == list(range(1, migrations.VERSION))


def make_victim(connection: Connection) -> None:
    VICTIM.create(connection)
    for what in ("update", "delete"):
        body = (
            "BEGIN SELECT RAISE(ABORT, 'no'); END" if connection.dialect.name == "sqlite"
            else "FOR EACH STATEMENT EXECUTE FUNCTION tawthiq_refuse()"
        )  # fmt: skip
        connection.exec_driver_sql(f'CREATE TRIGGER victim_no_{what} BEFORE {what} ON "victim" {body}')


@pytest.mark.parametrize("version", VERSIONS)
def test_a_ledger_is_brought_up_to_date(version: int, ledger: str) -> None:
    kept(version, ledger)
    works(ledger)


def test_a_ledger_of_version_2_with_named_victims_is_brought_up_to_date(ledger: str) -> None:
    kept(2, ledger)
    url = f"sqlite:///{ledger}" if "://" not in ledger else ledger.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(url)
    with engine.begin() as connection:
        make_victim(connection)
    engine.dispose()
    works(ledger)


def works(ledger: str) -> None:
    with opened(ledger, ADD) as open_ledger:
        view = View(open_ledger)
        documents = view.documents()
        before = {document.id for document in documents}
        assert len(before - LATER) == 9
        assert all(view.original(document.sha256) for document in documents)
        assert any(view.claims(document.reading) for document in documents)
    assert checking.verify(ledger).problem is None
    outcomes = recording.add(read_paths([str(ROOT / "examples")], sys.stdin.buffer), ledger, Author("tests", "tests"))
    new = {outcome.id for outcome in outcomes if outcome.state != recording.KNOWN}
    assert new == LATER - before
    incidents = list(listing.incidents(ledger, Wanted()))
    assert incidents
    told = [one["id"] for one in incidents if "ariha-local" in one["documents"]]
    assert [one["id"] for one in listing.incidents(ledger, Wanted(words="الذروة"))] == told != []
    ((judgement, holds),) = judging.judgements(ledger)
    assert (judgement.kind, holds) == ("reject", True)
    shown = listing.show(ledger, incidents[0]["id"])
    assert shown.rejected == {judgement.subjects[0]: "rejected by tests: a decision to keep"}
    assert checking.verify(ledger).problem is None
