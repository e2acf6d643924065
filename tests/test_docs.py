"""The docs name everything that exists, and what is made from the data is up to date."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tawthiq.cli.arguments import parser
from tawthiq.cli.completion import Command, commands
from tawthiq.language.entries import BESIDE, LAYERS

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_readme_shows_what_is_printed(tmp_path: Path) -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    report = tmp_path / "report.txt"
    report.write_text("\n".join(line[2:] for line in lines if line.startswith("> ")), encoding="utf-8")
    start = next(n for n, line in enumerate(lines) if line.startswith("    $ tawthiq read")) + 1
    shown = lines[start : lines.index("      (…)", start)]
    command = [sys.executable, "-m", "tawthiq", "read", str(report), "--published", "2019-07-27"]
    wide = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=wide)
    printed = re.sub("[\u2066-\u2069]", "", done.stdout).splitlines()[1:]
    assert [_cells(line) for line in shown] == [_cells(line) for line in printed[: len(shown)]]


def _cells(row: str) -> list[str]:
    return re.split(" {2,}", row.strip())


@pytest.mark.parametrize("command", list(commands(parser())), ids=lambda command: command.words or "tawthiq")
def test_the_guide_names_every_command_and_option(command: Command) -> None:
    assert f"tawthiq {command.words}".strip() in GUIDE
    for option in command.options:
        assert any(name in GUIDE for name in option.names), option
        assert all(choice in GUIDE for choice in option.choices), option


def test_the_reference_has_every_layer_and_is_up_to_date() -> None:
    index = (ROOT / "docs" / "reference" / "README.md").read_text(encoding="utf-8")
    assert all(f"data/ar/{kind.layer}.toml" in index for kind in (*LAYERS, *BESIDE))
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
