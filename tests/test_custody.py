"""The chain of custody of a report, over both databases, and timestamps by an authority on this machine."""

import hashlib
import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from rfc3161_client import TimestampRequestBuilder
from sqlalchemy import text

from tawthiq.cli import main
from tawthiq.errors import InputError, NotInLedger, Unfetched
from tawthiq.ledger.connect import JUDGE, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.view import View
from tawthiq.ledger.writer import Writer
from tawthiq.operations import checking, judging, recording, rereading
from tawthiq.operations.custody import custody
from tawthiq.operations.signatures import Signatures
from tawthiq.operations.stamping import stamp
from tawthiq.sources import Access, read_paths
from tests.authority import OPENSSL, Authority
from tests.site import Answer, Site, moved, page, serving

HERE = Access(private=True, pause=0)
MONA, ALI = Author("منى", "tawthiq test"), Author("علي", "tawthiq test")
STRIKE = "قال الدفاع المدني إن ثلاثة مدنيين قُتلوا في غارة جوية على مدينة إدلب أمس"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def add(ledger: str, *paths: str, stdin: bytes = b"", author: Author = MONA) -> None:
    outcomes = list(recording.add(read_paths(paths, io.BytesIO(stdin), None, HERE), ledger, author))
    assert not [outcome for outcome in outcomes if outcome.error]


def put(folder: Path, name: str, content: str) -> str:
    (folder / name).write_text(content, encoding="utf-8")
    return str(folder / name)


def test_a_page_tells_how_it_was_come_by(ledger: str, site: Site) -> None:
    site.paths.update({"/old": moved("/new"), "/new": Answer(page())})
    add(ledger, site.url("/old"))
    found = custody(ledger, site.url("/new"))
    assert found.acquired is not None
    assert (found.acquired.how, found.acquired.asked) == ("fetched", site.url("/old"))
    assert (found.acquired.through, found.acquired.server) == ((site.url("/new"),), "127.0.0.1")
    assert found.acquired.payload == hashlib.sha256(page()).hexdigest()
    assert found.acquired.at is not None and found.acquired.at.endswith("Z")
    assert (found.kind, found.outlet) == ("WARC, compressed", "شام")
    assert [(step.who, step.what.partition(" by ")[0]) for step in found.steps] == [("منى", "added"), ("منى", "read")]
    assert all(check.fits for check in found.checks)


def test_both_hashes_are_those_of_the_bytes_and_of_the_text(ledger: str, tmp_path: Path) -> None:
    data = f"\ufeff{STRIKE}\r\n"
    (tmp_path / "report.txt").write_bytes(data.encode())
    add(ledger, str(tmp_path / "report.txt"))
    found = custody(ledger, "report.txt")
    assert found.sha256 == hashlib.sha256(data.encode()).hexdigest()
    with opened(ledger) as open_ledger:
        held = View(open_ledger).document("report.txt")
    assert found.text_sha256 == hashlib.sha256(held.text.encode()).hexdigest() != found.sha256


HOW = [("report.txt", STRIKE, "file"), ("rows.jsonl", json.dumps({"id": "r1", "text": STRIKE}), "row")]


@pytest.mark.parametrize(("name", "content", "how"), HOW)
def test_how_files_are_come_by(ledger: str, tmp_path: Path, name: str, content: str, how: str) -> None:
    path = put(tmp_path, name, content)
    add(ledger, path)
    found = custody(ledger, "r")
    assert found.acquired is not None and found.acquired.how == how
    assert path in found.origin


def test_standard_input(ledger: str) -> None:
    add(ledger, "-", stdin=STRIKE.encode())
    with opened(ledger) as open_ledger:
        (held,) = View(open_ledger).documents()
    acquired = custody(ledger, held.id).acquired
    assert acquired is not None and acquired.how == "standard input"


def test_all_that_was_done_since_is_told_with_who_did_it(ledger: str, tmp_path: Path) -> None:
    add(ledger, put(tmp_path, "report.txt", STRIKE))
    judging.reject(judging.Judge(ledger, ALI, "مكرر"), ["report.txt:c1"])
    judging.undo(judging.Judge(ledger, MONA), None)
    list(rereading.reread(ledger, ALI, everything=True))
    found = custody(ledger, "report.txt")
    told = [(step.who, step.what.split()[0]) for step in found.steps]
    assert told == [("منى", "added"), ("منى", "read"), ("علي", "reject"), ("منى", "undo"), ("علي", "read")]
    assert "مكرر" in found.steps[2].what
    assert [step.at for step in found.steps] == sorted(step.at for step in found.steps)


def test_one_original_of_two_reports(ledger: str, tmp_path: Path) -> None:
    for id, outlet, author in (("a", "أولى", ALI), ("b", "ثانية", MONA)):
        row = json.dumps({"id": id, "text": STRIKE, "outlet": outlet})
        add(ledger, put(tmp_path, f"{id}.json", row), author=author)
    first, *_ = custody(ledger, "b").steps
    assert (first.who, first.what) == ("علي", "its original was kept with another report")


def test_what_names_a_report(ledger: str, tmp_path: Path) -> None:
    add(ledger, put(tmp_path, "report-1.txt", STRIKE), put(tmp_path, "report-2.txt", STRIKE + " الأول"))
    sha256 = hashlib.sha256(STRIKE.encode()).hexdigest()
    for name in ("report-1.txt", "report-1", "report-1.txt:c1", sha256, sha256[:8]):
        assert custody(ledger, name).id == "report-1.txt"
    with pytest.raises(NotInLedger, match=r"several are named 'report': report-1\.txt, report-2\.txt"):
        custody(ledger, "report")
    with pytest.raises(NotInLedger, match="there is no report 'none'"):
        custody(ledger, "none")


TAMPERED = [
    ("UPDATE original SET bytes = {blob}", "the bytes of the original fit"),
    ("UPDATE document SET origin = 'elsewhere'", "the report is as entry 2 says"),
    ("UPDATE acquisition SET body = '{{}}'", "how it was come by is as entry 2 says"),
    ("UPDATE log SET actor = 'another' WHERE number = 2", "the log breaks at entry 2"),
]


@pytest.mark.parametrize(("statement", "named"), TAMPERED, ids=[named for _, named in TAMPERED])
def test_what_does_not_fit_is_named(tmp_path: Path, statement: str, named: str) -> None:
    ledger = str(tmp_path / "l.db")
    add(ledger, put(tmp_path, "report.txt", STRIKE))
    with opened(ledger, JUDGE) as open_ledger, open_ledger.writing() as connection:
        triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
        for trigger in list(triggers):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.execute(text(statement.format(blob="x'00'")))
    broken = [check.what for check in custody(ledger, "report.txt").checks if not check.fits]
    assert any(named in what for what in broken)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = ["--ledger", str(tmp_path / "l.db")]
    path = put(tmp_path, "report.txt", STRIKE)
    main(["add", path, "--as", "Mona", *ledger])
    capsys.readouterr()
    assert main(["custody", "report.txt", "--original", str(tmp_path / "copy"), *ledger]) == 0
    out = capsys.readouterr().out
    assert (tmp_path / "copy").read_bytes() == Path(path).read_bytes()
    for piece in ("Mona", path, f"SHA-256 {hashlib.sha256(STRIKE.encode()).hexdigest()} (text,", "a file"):
        assert piece in out
    assert main(["custody", "report.txt", "--format", "json", *ledger]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["original"]["sha256"] == hashlib.sha256(STRIKE.encode()).hexdigest()
    assert all(check["fits"] for check in found["checks"])
    assert main(["custody", "none", *ledger]) == 2


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if OPENSSL is None:
        pytest.skip("OpenSSL, which plays the authority, is not installed")
    return Authority(tmp_path_factory.mktemp("authority"))


def test_a_timestamp_covers_what_was_added_before_it(
    ledger: str, tmp_path: Path, site: Site, authority: Authority
) -> None:
    site.paths["/tsa"] = authority.behaviour()
    add(ledger, put(tmp_path, "before.txt", STRIKE))
    stamped = stamp(ledger, ALI, site.url("/tsa"), HERE, Signatures(authority.root))
    add(ledger, put(tmp_path, "after.txt", STRIKE + " الأول"))
    assert stamped.checked
    (held,) = custody(ledger, "before.txt").stamps
    assert (held.of, held.at, held.authority) == (stamped.entry, stamped.at, site.url("/tsa"))
    assert f"timestamp of entry {stamped.entry} by" in custody(ledger, "before.txt").steps[-1].what
    assert custody(ledger, "after.txt").stamps == ()
    assert checking.verify(ledger).problem is None


def test_what_is_kept_convinces_others(tmp_path: Path, site: Site, authority: Authority) -> None:
    ledger = str(tmp_path / "l.db")
    site.paths["/tsa"] = authority.behaviour()
    add(ledger, put(tmp_path, "report.txt", STRIKE))
    stamped = stamp(ledger, ALI, site.url("/tsa"), HERE)
    (tmp_path / "hash").write_text(stamped.hash)
    (tmp_path / "reply").write_bytes(custody(ledger, "report.txt").stamps[0].answer)
    (tmp_path / "root.pem").write_bytes(authority.root)
    command = [str(OPENSSL), "ts", "-verify", "-data", "hash", "-in", "reply", "-CAfile", "root.pem"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout + done.stderr


def refusals(other: bytes) -> list[tuple[Answer | bytes, str]]:
    return [
        (Answer(b"no timestamp"), "gives no timestamp"), (Answer(status="404 Not Found"), "is not there"),
        (Answer(other), "a timestamp of something else"), (b"", "the connection failed"),
        (Answer(bytes.fromhex("30053003020102")), "refuses to give a timestamp"),
        (moved("/elsewhere"), "it answers 302"),
    ]  # fmt: skip


def test_an_authority_that_does_not_answer_as_it_must(tmp_path: Path, site: Site, authority: Authority) -> None:
    ledger = str(tmp_path / "l.db")
    site.paths["/tsa"] = authority.behaviour()
    add(ledger, put(tmp_path, "report.txt", STRIKE))
    stamp(ledger, ALI, site.url("/tsa"), HERE)
    other = custody(ledger, "report.txt").stamps[0].answer
    before = checking.verify(ledger)
    for answer, says in refusals(other):
        site.paths["/tsa"] = answer
        with pytest.raises(InputError) as raised:
            stamp(ledger, ALI, site.url("/tsa"), HERE)
        assert site.url("/tsa") in str(raised.value) and says in str(raised.value)
    assert checking.verify(ledger) == before


def test_a_signature_of_someone_else_is_refused(
    tmp_path: Path, site: Site, authority: Authority, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = str(tmp_path / "l.db")
    (tmp_path / "other").mkdir()
    other = Authority(tmp_path / "other")
    site.paths["/tsa"] = other.behaviour()
    add(ledger, put(tmp_path, "report.txt", STRIKE))
    with pytest.raises(Unfetched, match="leads to none of the roots"):
        stamp(ledger, ALI, site.url("/tsa"), HERE, Signatures(authority.root))
    assert custody(ledger, "report.txt").stamps == ()
    (tmp_path / "root.pem").write_bytes(other.root)
    options = ["--roots", str(tmp_path / "root.pem"), "--ledger", ledger]
    assert main(["timestamp", site.url("/tsa"), *options]) == 2
    assert "--allow-private" in capsys.readouterr().err
    assert main(["timestamp", site.url("/tsa"), "--allow-private", *options]) == 0
    assert "was there at" in capsys.readouterr().out


@pytest.fixture
def stamped(tmp_path: Path, site: Site, authority: Authority) -> str:
    """A ledger with a report and its timestamp, beside the roots of the authority."""
    ledger = str(tmp_path / "l.db")
    site.paths["/tsa"] = authority.behaviour()
    add(ledger, put(tmp_path, "report.txt", STRIKE))
    stamp(ledger, ALI, site.url("/tsa"), HERE)
    (tmp_path / "roots.pem").write_bytes(authority.root)
    return ledger


def test_kept_timestamps_are_checked_against_roots(
    stamped: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other.pem").write_bytes(Authority(tmp_path / "other").root)
    for roots, status in (("roots.pem", 0), ("other.pem", 1)):
        options = ["--roots", str(tmp_path / roots), "--ledger", stamped]
        assert main(["verify", *options]) == status
        said = capsys.readouterr()
        checked = "1 timestamp checked against the roots given" if status == 0 else "its signature leads to none"
        assert checked in (said.out if status == 0 else said.err)
        assert main(["custody", "report.txt", *options]) == status
        line = next(line for line in capsys.readouterr().out.splitlines() if "is signed" in line)
        assert line.split()[0] == ("yes" if status == 0 else "NO")
    assert main(["verify", "--ledger", stamped]) == 0
    assert "timestamp" not in capsys.readouterr().out
    assert main(["verify", "--roots", str(tmp_path / "report.txt"), "--ledger", stamped]) == 2
    assert "--roots: holds no certificates in PEM" in capsys.readouterr().err


# A token that is in the log as it was added, but is none for the entry that it stands at.
WRONG_TOKENS = [
    ("of something else", "its signature leads to none of the roots"),
    ("no token", "its answer is no timestamp"),
    ("of another time", "its answer is of 20"),
]


@pytest.mark.parametrize(("token", "says"), WRONG_TOKENS)
def test_a_wrong_token_in_the_ledger_is_named(stamped: str, authority: Authority, token: str, says: str) -> None:
    (held,) = custody(stamped, "report.txt").stamps
    with opened(stamped, JUDGE) as open_ledger:
        with open_ledger.looking():
            last = View(open_ledger).last()
        writer = Writer(open_ledger, MONA)
        query = TimestampRequestBuilder().data(last.hash.encode()).build().as_bytes()
        answers = {"of something else": held.answer, "no token": b"0", "of another time": authority.answer(query)}
        with writer.batch():
            writer.timestamp(last.hash, "2001-01-01T00:00:00.000+00:00", "https://tsa.example.org", answers[token])
    signatures = Signatures(authority.root)
    assert checking.verify(stamped).problem is None
    problem = checking.verify(stamped, unsigned=signatures.problem).problem
    assert problem is not None and says in problem and "https://tsa.example.org" in problem
    wrong = [check.what for check in custody(stamped, "report.txt", signatures.problem).checks if not check.fits]
    assert len(wrong) == 1 and says in wrong[0]
