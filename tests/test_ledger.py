"""The ledger: one body of tests over SQLite and PostgreSQL."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy import text

from tawthiq.cli import main
from tawthiq.errors import (
    DamagedLedger,
    FullLedger,
    LedgerError,
    LockedLedger,
    NewerLedger,
    NoLedger,
    NothingToRead,
    ReadOnlyLedger,
    UnreachableLedger,
    UsageError,
)  # fmt: skip
from tawthiq.ledger import migrations, search
from tawthiq.ledger.connect import ADD, JUDGE, LOOK, Use, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.view import View
from tawthiq.operations import checking, recording, rereading
from tawthiq.sources import Report, read_paths

AUTHOR = Author("tester", "tawthiq test")
STRIKE = "قال الدفاع المدني إن ثلاثة مدنيين قُتلوا في غارة جوية على مدينة إدلب أمس"
BLAST = "وقُتل خمسة جنود في انفجار عبوة ناسفة قرب الرقة، بحسب مصدر عسكري"


def rows(path: Path, *reports: dict[str, str]) -> list[str]:
    path.write_text("\n".join(json.dumps(report, ensure_ascii=False) for report in reports), encoding="utf-8")
    return [str(path)]


def reports(paths: list[str]) -> Iterator[Report]:
    return read_paths(paths, sys.stdin.buffer)  # type: ignore[return-value]


def add(ledger: str, paths: list[str]) -> dict[str, int]:
    return recording.tally(recording.add(reports(paths), ledger, AUTHOR))


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    return rows(
        tmp_path / "two.jsonl",
        {"id": "a", "text": STRIKE, "published": "2019-07-27", "outlet": "وكالة أولى"},
        {"id": "b", "text": BLAST, "published": "2019-07-28"},
    )


def test_reports_come_out_as_they_went_in(ledger: str, tmp_path: Path) -> None:
    data = f"\ufeff{STRIKE}\r\n".encode()
    (tmp_path / "report.txt").write_bytes(data)
    add(ledger, [str(tmp_path / "report.txt")])
    with opened(ledger) as open_ledger:
        view = View(open_ledger)
        held = view.document("report.txt")
        assert view.original(held.sha256) == data
        (claim,) = (claim for claim in view.claims(held.reading) if claim.outcome == "killed")
        assert held.text[slice(*claim.span)] == claim.quote
        assert (claim.outcome, claim.count and claim.count.low, claim.status) == ("killed", 3, "asserted")


def test_adding_again_changes_nothing(ledger: str, two: list[str]) -> None:
    counts = add(ledger, two)
    assert counts == {"added": 2, "read again": 0, "known": 0, "failed": 0, "claims": counts["claims"]}
    before = checking.verify(ledger)
    assert add(ledger, two)["known"] == 2
    assert checking.verify(ledger) == before
    assert before.problem is None


def test_a_report_given_twice_in_one_run_is_added_once(ledger: str, tmp_path: Path) -> None:
    report = {"id": "a", "text": STRIKE}
    assert add(ledger, rows(tmp_path / "twice.jsonl", report, report))["known"] == 1


def test_the_same_text_of_two_outlets_is_two_reports_and_one_original(ledger: str, tmp_path: Path) -> None:
    outlets = ({"text": STRIKE, "outlet": outlet} for outlet in ("وكالة أولى", "صحيفة ثانية"))
    assert add(ledger, rows(tmp_path / "wire.jsonl", *outlets))["added"] == 2
    with opened(ledger) as open_ledger:
        assert len({held.sha256 for held in View(open_ledger).documents()}) == 1


def test_another_report_under_a_known_id_gets_an_id_of_its_own(ledger: str, tmp_path: Path) -> None:
    add(ledger, rows(tmp_path / "one.jsonl", {"id": "a", "text": STRIKE}))
    add(ledger, rows(tmp_path / "other.jsonl", {"id": "a", "text": BLAST}))
    with opened(ledger) as open_ledger:
        first, second = (held.id for held in View(open_ledger).documents())
    assert first == "a"
    assert second.startswith("a~")


def test_a_date_given_later_reads_a_report_again(ledger: str, tmp_path: Path) -> None:
    add(ledger, rows(tmp_path / "undated.jsonl", {"id": "a", "text": STRIKE}))
    dated = rows(tmp_path / "dated.jsonl", {"id": "a", "text": STRIKE, "published": "2019-07-27"})
    assert add(ledger, dated)["read again"] == 1
    with opened(ledger) as open_ledger:
        view = View(open_ledger)
        held = view.document("a")
        claim, *_ = view.claims(held.reading)
    assert (held.published, claim.id, claim.time and claim.time.start) == ("2019-07-27", "c1", "2019-07-26")
    assert checking.verify(ledger).problem is None


def test_a_dateline_dates_a_report_until_a_date_is_given(ledger: str, tmp_path: Path) -> None:
    text = f"الشرق نيوز - 28 يوليو 2019\n{STRIKE}"
    undated = rows(tmp_path / "undated.jsonl", {"id": "a", "text": text})
    assert [o.by_dateline for o in recording.add(reports(undated), ledger, AUTHOR)] == [True]
    assert add(ledger, undated)["known"] == 1
    with opened(ledger) as open_ledger:
        assert View(open_ledger).document("a").published == "2019-07-28"
    assert not any(one.changes for one in rereading.reread(ledger, AUTHOR, everything=True))
    dated = rows(tmp_path / "dated.jsonl", {"id": "a", "text": text, "published": "2019-07-27"})
    assert add(ledger, dated)["read again"] == 1
    with opened(ledger) as open_ledger:
        assert View(open_ledger).document("a").published == "2019-07-27"


def test_what_no_database_likes_is_kept(ledger: str, tmp_path: Path) -> None:
    odd = f"\0{STRIKE}\ud800"
    path = tmp_path / "odd.jsonl"
    path.write_text(json.dumps({"id": "odd\0", "title": "\ud800", "text": odd}), encoding="utf-8")
    assert add(ledger, [str(path)])["added"] == 1
    with opened(ledger) as open_ledger:
        assert [held.text for held in View(open_ledger).documents()] == [odd]
    assert checking.verify(ledger).problem is None


def test_a_broken_report_is_recorded_and_the_rest_goes_on(ledger: str, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    lines = [json.dumps({"text": STRIKE}), "{broken", json.dumps({"text": "no Arabic"}), json.dumps({"text": BLAST})]
    path.write_text("\n".join(lines), encoding="utf-8")
    outcomes = list(recording.add(reports([str(path)]), ledger, AUTHOR))
    assert [outcome.state for outcome in outcomes] == ["added", "failed", "failed", "added"]
    assert isinstance(outcomes[2].error, NothingToRead)
    with opened(ledger) as open_ledger:
        reasons = open_ledger.connection.execute(text("SELECT reason FROM failure")).scalars().all()
    assert len(reasons) == 2
    assert any("mixed.jsonl:2" in reason for reason in reasons)
    before = checking.verify(ledger)
    add(ledger, [str(path)])
    assert checking.verify(ledger) == before


def test_a_file_that_is_not_there_makes_no_ledger(tmp_path: Path) -> None:
    ledger = tmp_path / "tawthiq.db"
    assert add(str(ledger), [str(tmp_path / "none.txt")])["failed"] == 1
    assert not ledger.exists()


def test_several_processes_add_the_same(ledger: str, tmp_path: Path) -> None:
    many = [{"id": str(number), "text": f"مقتل {number} مدنيين في قصف على حلب"} for number in range(3, 10)]
    paths = rows(tmp_path / "many.jsonl", *many)
    outcomes = list(recording.add(reports(paths), ledger, AUTHOR, jobs=2))
    assert [outcome.id for outcome in outcomes] == [report["id"] for report in many]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("قتل", ["b"]), ("إدلب", ["a"]), ("ادلب", ["a"]), ("غاره", ["a"]), ("الغارة", ["a"]), ("مدينة إدلب", ["a"]),
        ("الرقة", ["b"]), ("وكالة", ["a"]), ("حلب", []), ("إدلب الرقة", []), ("'\" OR *", []),
    ],
)  # fmt: skip
def test_words_find_reports(ledger: str, two: list[str], query: str, found: list[str]) -> None:
    add(ledger, two)
    with opened(ledger) as open_ledger:
        numbers = search.find(open_ledger.connection, query) or []
        assert [held.id for held in View(open_ledger).documents() if held.number in numbers] == found


TAMPERED = [
    ("UPDATE original SET bytes = {blob} WHERE entry = 2", "original "),
    ("UPDATE claim SET body = replace(body, '\"low\":3', '\"low\":30') WHERE entry = 2", "claim a:c1"),
    ("UPDATE document SET about = replace(about, '2019', '2018') WHERE entry = 3", "document b"),
    ("UPDATE reading SET reader = 'other' WHERE entry = 3", "reading 3"),
    ("DELETE FROM claim WHERE entry = 3", "claim b:c1 (entry 3"),
    ("UPDATE log SET actor = 'another' WHERE number = 2", "entry 2 of the log"),
    ("UPDATE log SET at = '2001-01-01' WHERE number = 3", "entry 3 of the log"),
    ("INSERT INTO claim (entry, id, body) VALUES (3, 'b:c9', '{{}}')", "claim b:c9"),
    ("UPDATE log SET number = 9 WHERE number = 3", "entry 3 of the log is missing"),
]


@pytest.mark.parametrize(("statement", "named"), TAMPERED, ids=[named for _, named in TAMPERED])
def test_verify_names_what_does_not_fit(ledger: str, two: list[str], statement: str, named: str) -> None:
    add(ledger, two)
    with opened(ledger, JUDGE) as open_ledger:
        blob = "x'00'" if open_ledger.is_sqlite else r"'\x00'"
        unlock = "PRAGMA foreign_keys=OFF" if open_ledger.is_sqlite else "SET session_replication_role = replica"
        connection = open_ledger.connection
        connection.exec_driver_sql(unlock)
        if open_ledger.is_sqlite:
            connection.commit()
            connection.exec_driver_sql(unlock)
            triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
            for trigger in list(triggers):
                connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
            connection.commit()
            assert connection.connection.driver_connection is not None
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql(statement.format(blob=blob))
        connection.commit()
    problem = checking.verify(ledger).problem
    assert problem is not None
    assert named in problem


@pytest.mark.parametrize("table", ["log", "original", "document", "claim"])
def test_the_database_refuses_to_change_a_record(ledger: str, two: list[str], table: str) -> None:
    add(ledger, two)
    with opened(ledger, JUDGE) as open_ledger:
        for statement in (
            f'DELETE FROM "{table}"',
            f'UPDATE "{table}" SET {"number" if table == "log" else "entry"} = 1',
        ):
            with pytest.raises(LedgerError, match="only ever added to"), open_ledger.writing() as connection:
                connection.exec_driver_sql(statement)


def test_verify_knows_an_entry_again(ledger: str, two: list[str]) -> None:
    add(ledger, two)
    verdict = checking.verify(ledger)
    assert checking.verify(ledger, (verdict.number, verdict.hash)).problem is None
    assert "written anew" in str(checking.verify(ledger, (3, "0" * 64)).problem)
    after = verdict.number + 1
    assert f"the log ends at entry {verdict.number}" in str(checking.verify(ledger, (after, "0" * 64)).problem)
    assert main(["verify", "--expect", "2", "0" * 63, "--ledger", ledger]) == 2  # mistyped, which is no alarm


def test_a_newer_ledger_is_left_alone(ledger: str, two: list[str]) -> None:
    add(ledger, two)
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        connection.execute(text("UPDATE meta SET value = '99' WHERE name = 'version'"))
    for use in (LOOK, ADD):
        with pytest.raises(NewerLedger, match="update it"), opened(ledger, use):
            pass


def test_an_older_ledger_is_brought_up_to_date(ledger: str, two: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, two)
    upgrades = {migrations.VERSION: lambda connection: connection.execute(text("CREATE TABLE more (x integer)"))}
    monkeypatch.setattr(migrations, "UPGRADES", upgrades)
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    with pytest.raises(LedgerError, match="older version"), opened(ledger, LOOK):
        pass
    with opened(ledger, ADD) as open_ledger:
        assert open_ledger.connection.execute(text("SELECT count(*) FROM more")).scalar() == 0
        assert len(View(open_ledger).documents()) == 2
    assert checking.verify(ledger).problem is None


def test_looking_makes_no_ledger(tmp_path: Path, postgresql_server: str) -> None:
    with pytest.raises(NoLedger, match="tawthiq add"), opened(str(tmp_path / "none.db")):
        pass
    with pytest.raises(NoLedger, match="tawthiq add"), opened(f"{postgresql_server}/postgres"):
        pass


def test_a_locked_ledger_says_so(ledger: str, two: list[str]) -> None:
    add(ledger, two)
    hurried = Use(writes=True, patience=0.2)
    with opened(ledger, hurried) as holder, holder.writing(), opened(ledger, hurried) as other:
        with pytest.raises(LockedLedger, match="another program"), other.writing():
            pass
        assert len(View(other).documents()) == 2


def test_a_server_that_is_not_there_says_so(postgresql_server: str) -> None:
    for address in ("postgresql://tawthiq:secret@127.0.0.1:1/none", f"{postgresql_server}/none"):
        with pytest.raises(UnreachableLedger) as raised, opened(address):
            pass
        assert "secret" not in str(raised.value)


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://host:port/x"])
def test_a_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="--ledger"), opened(url):
        pass


def test_a_full_disk_loses_nothing(tmp_path: Path, two: list[str]) -> None:
    ledger = str(tmp_path / "tawthiq.db")
    add(ledger, two)
    before = checking.verify(ledger)
    with opened(ledger, ADD) as open_ledger:
        driver = open_ledger.connection.connection.driver_connection
        assert driver is not None
        (pages,) = driver.execute("PRAGMA page_count").fetchone()
        driver.execute(f"PRAGMA max_page_count={pages}")
        adding = recording._Adding(open_ledger, AUTHOR)
        large = rows(tmp_path / "large.jsonl", *({"id": str(n), "text": f"{BLAST} {n} " * 200} for n in range(70)))
        with pytest.raises(FullLedger, match="no room"):
            for group in adding.groups(reports(large), 1):
                list(adding.keep(group))
    assert checking.verify(ledger) == before


@pytest.mark.parametrize("at", [0, 200, 30_000])
def test_a_damaged_file_says_so(tmp_path: Path, two: list[str], at: int) -> None:
    ledger = tmp_path / "tawthiq.db"
    add(str(ledger), two)
    data = bytearray(ledger.read_bytes())
    data[at : at + 20_000] = b"\xff" * 20_000
    ledger.write_bytes(data)
    try:
        told = str(checking.verify(str(ledger)).problem)
    except (DamagedLedger, NoLedger) as error:
        told = str(error)
    assert "damaged" in told or "not a ledger" in told


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    engine = sqlalchemy.create_engine(f"sqlite:///{other}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE people (name text)")
    engine.dispose()
    (tmp_path / "text.db").write_text("not a database, only words, and more of them " * 40)
    for name in ("other.db", "text.db"):
        with pytest.raises(NoLedger), opened(str(tmp_path / name), ADD):
            pass


@pytest.mark.skipif(os.geteuid() != 0 and os.name != "posix", reason="needs file permissions")
def test_a_read_only_ledger_can_be_looked_into(tmp_path: Path, two: list[str]) -> None:
    ledger = tmp_path / "tawthiq.db"
    add(str(ledger), two)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", _refused)
        assert checking.verify(str(ledger)).problem is None
        with pytest.raises(ReadOnlyLedger, match="copy the ledger"), opened(str(ledger), ADD):
            pass


def _refused(path: Path, mode: str) -> None:
    raise PermissionError(f"{path} {mode}")


def test_killed_at_any_moment_nothing_acknowledged_is_lost(ledger: str, tmp_path: Path) -> None:
    many = [{"id": str(n), "text": f"{STRIKE} {n}", "published": "2019-07-27"} for n in range(400)]
    paths = rows(tmp_path / "many.jsonl", *many)
    command = [sys.executable, "-m", "tawthiq", "add", *paths, "--ledger", ledger, "--format", "jsonl"]
    told: list[str] = []
    for wait in (0, 1, 40):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                told.append(json.loads(line)["id"])
                if len(told) > wait:
                    break
            time.sleep(wait / 200)
            process.send_signal(signal.SIGKILL)
        verdict = checking.verify(ledger)
        assert verdict.problem is None
        with opened(ledger) as open_ledger:
            view = View(open_ledger)
            held = view.documents(most=1000)
            assert set(told) <= {document.id for document in held}
            assert all(view.claims(document.reading) for document in held)
    counts = add(ledger, paths)
    assert counts["added"] + counts["known"] == 400
    assert counts["known"] >= len(set(told))
    assert len(many) == counts["added"] + counts["known"]
    assert checking.verify(ledger).problem is None
