"""The command line as a person meets it."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.cli import command, main
from tawthiq.cli.arguments import parser

TEXT = "قتل ثلاثة مدنيين في غارة على دوما أمس"


def run(*arguments: str) -> int:
    try:
        return main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)


def test_jsonl_holds_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    status = run("read", str(tmp_path / "report.txt"), "--published", "2018-03-20", "--format", "jsonl", "--marks")
    row = json.loads(capsys.readouterr().out)
    assert status == 0
    (claim,) = row["claims"]
    assert TEXT[slice(*claim["span"])] == claim["quote"]
    assert (claim["count"]["low"], claim["place"]["name"], claim["time"]["start"]) == (3, "Douma", "2018-03-19")
    assert row["document"]["published"] == "2018-03-20"
    assert row["marks"]["numbers"]


def test_a_table_isolates_what_runs_right_to_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text("مقتل ما بين 30 و40 شخصا", encoding="utf-8")
    assert run("read", str(tmp_path / "report.txt")) == 0
    assert "\u206830–40\u2069" in capsys.readouterr().out


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.txt").write_text("nothing Arabic here", encoding="utf-8")
    status = run("read", str(tmp_path), str(tmp_path / "none.txt"), "--format", "jsonl")
    out, err = capsys.readouterr()
    assert status == 2
    assert len(out.splitlines()) == 1
    for name in ("a.txt", "c.txt", "none.txt"):
        assert name in err
    assert "Traceback" not in err


def test_a_wrong_date_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    assert run("read", str(tmp_path / "b.txt"), "--published", "yesterday") == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_reports_without_a_date_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, ledger = tmp_path / "report.txt", ("--ledger", str(tmp_path / "my.db"))
    report.write_text(TEXT, encoding="utf-8")
    (tmp_path / "dated.txt").write_text("قتل ثلاثة مدنيين في غارة على دوما في 3 آذار 2018", encoding="utf-8")
    for command_ in (("read",), ("add", *ledger)):
        assert run(command_[0], str(tmp_path), *command_[1:]) == 0
        err = capsys.readouterr().err
        assert "report.txt: no publication date" in err
        assert "--published" in err
        assert "dated.txt" not in err
    assert run("add", str(report), "--published", "2018-03-20", *ledger) == 0
    assert capsys.readouterr().err == ""


def test_reports_that_a_dateline_dates_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, ledger = tmp_path / "report.txt", ("--ledger", str(tmp_path / "my.db"))
    report.write_text(f"الشرق نيوز - 20 آذار 2018\n{TEXT}", encoding="utf-8")
    for command_ in (("read",), ("add", *ledger)):
        assert run(command_[0], str(report), *command_[1:]) == 0
        err = capsys.readouterr().err
        assert "report.txt: read as published on the day of the dateline" in err
        assert "--published" in err


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        ((), "examples:"),
        (("read",), "`tawthiq read --help`"),
        (("rad", "a.txt"), "did you mean read?"),
        (("accept", "a:c1", "--why", "x"), "unrecognized arguments: --why x"),  # known elsewhere, and meant so
        (("read", "--fromat=csv", "a.txt"), "--fromat=csv (did you mean --format?)"),
        (("frobnicate",), "watch, reread"),
        (("read", "no-such.txt"), "no-such.txt: there is no such file; check the name"),
        (("read", ""), '"": an empty name'),
        (("read", "."), ".: holds no file of a kind that is read"),
        (("read", "no-such.txt", "--format", "cvs"), "did you mean csv?"),
        (("incidents",), "`tawthiq add` makes one"),
        (("add", "no-such.txt", "--ledger", "."), "no-such.txt"),
        (("incidents", "--ledger", "."), ".: is a folder; name a file in it, such as tawthiq.db"),
        (("incidents", "--since", "2/9/2016"), "YYYY-MM-DD"),
        (("incidents", "--event", "airstrikes"), "airstrike, "),
        (("export", "word"), "report, "),
        (("watch", "no-such.toml"), "no-such.toml: cannot be read (No such file or directory)"),
        (("places", "add", "no-such.csv"), "check the name"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_remedy(
    arguments: tuple[str, ...], remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert remedy in err
    assert "Errno" not in err
    assert "Traceback" not in err
    assert not out or arguments[0] == "add"
    assert not list(tmp_path.iterdir())


def test_evaluate_scores_and_holds_a_floor(capsys: pytest.CaptureFixture[str]) -> None:
    gold = Path(__file__).parent.parent / "gold"
    files = (str(gold / "docs.json"), str(gold / "gold.json"))
    assert run("evaluate", *files, "--format", "json") == 0
    assert 0 < json.loads(capsys.readouterr().out)["figures"]["whole"] < 1
    assert run("evaluate", *files, "--floor", "found=1.0") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("completion", shell) == 0
    assert "evaluate" in capsys.readouterr().out


def below(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for child in action.choices.values():
                yield from below(child)


def test_every_command_names_a_function() -> None:
    runs = [run for child in below(parser()) if (run := child.get_default("run"))]
    assert len(runs) > 6
    assert all(callable(command(run)) for run in runs)


def test_every_option_is_explained() -> None:
    for child in below(parser()):
        assert child.description
        for action in child._actions:
            assert action.help or isinstance(action, argparse._SubParsersAction), (child.prog, action.dest)


def test_reading_loads_no_database(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    code = f"import sys; from tawthiq.cli import main; main(['read', {str(tmp_path / 'report.txt')!r}]); "
    code += "print([name for name in sys.modules if name.split('.')[0] in ('sqlalchemy', 'sqlite3', 'psycopg')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_add_and_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("nothing Arabic here", encoding="utf-8")
    ledger = ("--ledger", str(tmp_path / "my.db"))
    assert run("add", str(tmp_path), "--published", "2018-03-20", *ledger) == 2
    out, err = capsys.readouterr()
    assert out == "1 report added, 1 claim\n"
    assert "b.txt" in err
    assert run("add", str(tmp_path / "a.txt"), "--published", "2018-03-20", "--format", "jsonl", *ledger) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "known"
    assert run("verify", "--format", "json", *ledger) == 0
    verdict = json.loads(capsys.readouterr().out)
    assert run("verify", "--expect", str(verdict["number"]), verdict["hash"], *ledger) == 0
    assert verdict["hash"] in capsys.readouterr().out
    assert run("verify", "--expect", "1", verdict["hash"], *ledger) == 1
    assert run("verify", "--ledger", str(tmp_path / "none.db")) == 2
    assert "tawthiq add" in capsys.readouterr().err


def test_a_reader_of_an_export_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    ledger = ("--ledger", str(tmp_path / "my.db"))
    assert run("add", str(tmp_path / "report.txt"), "--published", "2018-03-20", *ledger) == 0
    for format in ("xlsx", "airwars", "csv"):
        whole = [sys.executable, "-m", "tawthiq", "export", format, *ledger]
        with subprocess.Popen(whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout and running.stderr
            running.stdout.close()
            assert running.stderr.read() == b""
        assert running.returncode == 141
        done = subprocess.run(whole, capture_output=True, check=True)
        assert run("export", format, "--output", str(tmp_path / "file"), *ledger) == 0
        assert done.stdout == (tmp_path / "file").read_bytes()
