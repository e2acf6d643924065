"""The compiled words are the data's words, and a process loads no more than its command needs."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from shutil import copytree

import pytest

from tawthiq.cli.options import FORMATS
from tawthiq.cli.writers import WRITERS
from tawthiq.language import compiled

DATA = Path(str(files("tawthiq"))) / "data" / "ar"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data with its compiled file."""
    copied = copytree(DATA, tmp_path / "ar")
    (copied / compiled.FOLDER).mkdir(exist_ok=True)
    (copied / compiled.FOLDER / compiled.FILE).write_text(compiled.write_forms(copied), encoding="utf-8")
    return copied


def test_the_compiled_words_are_those_of_the_data_in_their_order(folder: Path) -> None:
    assert list(compiled.load_forms(folder).items()) == list(compiled.read_forms(folder).items())


def test_a_word_added_to_the_data_counts_at_once(folder: Path) -> None:
    with (folder / "page.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[word]]\nid = "page.test"\nexample = "زقزقوق"\npart = "menu"\nforms = ["زقزقوق"]\n')
    (sense,) = compiled.load_forms(folder)["زقزقوق"]
    assert sense.entry.id == "page.test"


def test_without_a_compiled_file_the_data_is_read(folder: Path) -> None:
    (folder / compiled.FOLDER / compiled.FILE).unlink()
    assert compiled.load_forms(folder) == compiled.read_forms(folder)


HEAVY = ("sqlalchemy", "htmldate", "lxml", "resiliparse", "rensa", "babel", "urllib3", "tawthiq.ledger")
READER = ("tawthiq.stages", "tawthiq.language", "concurrent.futures")


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [(["--version"], HEAVY + READER), (["read", "report.txt"], HEAVY)],
    ids=["version", "read"],
)
def test_a_command_loads_only_what_it_needs(tmp_path: Path, arguments: list[str], unwanted: tuple[str, ...]) -> None:
    (tmp_path / "report.txt").write_text("قتل ثلاثة مدنيين في غارة على دوما أمس", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tawthiq", *arguments],
        cwd=tmp_path, check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    loaded = [line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")]
    assert "tawthiq.cli" in loaded
    assert [name for name in loaded if name.startswith(unwanted)] == []


def test_every_format_has_its_writer() -> None:
    assert tuple(WRITERS) == FORMATS
