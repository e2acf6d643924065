"""Tables in a narrow terminal: what is cut must not be a figure, a day or an id."""

import json
from pathlib import Path

import pytest

from tawthiq.cli import main
from tawthiq.cli.display import width
from tawthiq.cli.grid import grid

REPORTS = (
    ("جريدة المرفأ الأسبوعية", "أعلنت وزارة الصحة مقتل 1250 شخصا وإصابة ما بين 3100 و3400 آخرين وفقدان 1400 في زلزال "
     "من القصف الجوي الروسي على مدينة معرة النعمان أمس الجمعة، ونزوح 125000 شخص."),
    ("وكالة الضفاف", "قال الدفاع المدني إن 1180 مدنيا على الأقل قتلوا في غارات روسية على معرة النعمان أمس الجمعة."),
)  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    rows = [{"id": f"a-long-name-of-a-report-{at}", "published": "2019-07-27", "outlet": outlet, "text": text}
            for at, (outlet, text) in enumerate(REPORTS)]  # fmt: skip
    path = tmp_path / "reports.json"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    assert main(["add", str(path), "--ledger", str(tmp_path / "my.db")]) == 0
    return str(tmp_path / "my.db")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 0
    return capsys.readouterr().out.translate(dict.fromkeys((0x2068, 0x2069)))


@pytest.mark.parametrize("columns", [60, 80, 119, 200])
def test_no_terminal_is_too_narrow_for_a_figure(
    columns: int, ledger: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    (incident, *_) = json.loads(told(capsys, "incidents", "--format", "json", "--ledger", ledger))
    listed = told(capsys, "incidents", "--ledger", ledger)
    for whole in (incident["id"], incident["date"]["start"], "1,180–1,250", "3,100–3,400", "125,000", "russia"):
        assert whole in " ".join(listed.split())
    shown = told(capsys, "show", incident["id"], "--ledger", ledger)
    for whole in ("1,250", "≥1,180 civilian", "3,100–3,400", "a-long-name-of-a-report-1:c1", "2019-07-27"):
        assert whole in shown
    if columns == 80:
        assert all(width(line) <= columns for line in listed.splitlines())


def test_a_column_that_stays_whole_takes_its_room_from_others() -> None:
    lines = list(grid(("id", "quote"), [("i7db98e0fe430", "كلمات كثيرة جدا في هذا السطر")], 24, False, ("id",)))
    assert lines[1].split()[0] == "i7db98e0fe430"
    assert "…" in lines[1]
