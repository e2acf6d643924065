"""The command line as a person meets it."""

import json
from pathlib import Path

import pytest

from tawthiq.cli import main

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
