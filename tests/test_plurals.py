"""Numbers of things in words, wherever a person reads them."""

import io
import json
import re
from pathlib import Path

import pytest

from tawthiq.cli import main
from tawthiq.cli import progress as progress_module
from tawthiq.cli.progress import Progress
from tawthiq.plurals import counted
from tests import exports


@pytest.mark.parametrize(
    ("number", "what", "text"),
    [(1, "report", "1 report"), (0, "report", "0 reports"), (2, "entry", "2 entries"), (1, "entry", "1 entry"),
     (2, "day", "2 days"), (1200, "independent account", "1,200 independent accounts")],
)  # fmt: skip
def test_the_noun_agrees_with_its_number(number: int, what: str, text: str) -> None:
    assert counted(number, what) == text


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_counts_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 100, 10))
    monkeypatch.setattr(progress_module.time, "monotonic", lambda: float(next(clock)))
    stream = Terminal()
    progress = Progress(stream, 0, "incident")
    progress.advance()
    progress.advance(number=99)
    shown = re.findall(r"\d+ \w+, [\d.]+/s", stream.getvalue())
    assert shown == ["1 incident, 0/s", "100 incidents, 5/s"]


def test_a_codebook_is_named_once_beside_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = exports.fill(str(tmp_path / "l.db"))
    main(["incidents", "--ledger", ledger, "--format", "json"])
    ids = [incident["id"] for incident in json.loads(capsys.readouterr().out)]
    assert len(ids) == 3
    for id in ids:
        main(["show", id, "--why", "--ledger", ledger])
        shown = capsys.readouterr().out
        assert "airwars killed: from the lowest" in shown or "airwars killed: no account" in shown
        assert not re.search(r"\b(airwars|ucdp|acled|ibc) \w+: (airwars|ucdp|acled|ibc):", shown)
