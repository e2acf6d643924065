"""Libraries that need not be there: what runs without them, and what is said where one is missing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tawthiq.errors import installs
from tests.test_tables import TEXT, xlsx

OPTIONAL = (
    "trafilatura", "warcio", "feedparser", "httpcore", "protego", "openpyxl", "pyarrow", "ijson", "rfc3161_client",
    "lxml", "htmldate", "resiliparse", "fastwarc",
)  # fmt: skip
_BLOCKED = """
import sys
for name in {blocked!r}:
    sys.modules[name] = None
from tawthiq.cli import main
sys.exit(main(sys.argv[1:]))
"""
_LOADED = """
import sys
from tawthiq.cli import main
main(sys.argv[1:])
print(*(name for name in {optional!r} if name in sys.modules), file=sys.stderr)
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["report.txt", "reports.jsonl", "reports.csv", "reports.json"])
def test_reading_texts_and_plain_tables_loads_none_of_them(tmp_path: Path, name: str) -> None:
    contents = {".txt": TEXT, ".csv": f"text\n{TEXT}\n"}
    path = tmp_path / name
    path.write_text(contents.get(path.suffix, json.dumps({"text": TEXT}, ensure_ascii=False)), encoding="utf-8")
    done = run(_LOADED.format(optional=OPTIONAL), "read", str(path), "--format", "csv", "--published", "2016-09-24")
    assert "killed" in done.stdout
    assert done.stderr.split() == []


MISSING = [
    ("httpcore", "web", ["read", "https://example.org/"]),
    ("trafilatura", "web", ["read", "a.warc.gz"]),
    ("feedparser", "web", ["watch", "feeds.toml", "--once"]),
    ("openpyxl", "tables", ["read", "a.xlsx"]),
    ("pyarrow", "tables", ["read", "a.parquet"]),
    ("ijson", "telegram", ["read", "result.json"]),
    ("rfc3161_client", "timestamps", ["timestamp", "https://tsa.example.org/"]),
    ("rfc3161_client", "timestamps", ["verify", "--roots", "roots.pem"]),
]


@pytest.mark.parametrize(("library", "extra", "command"), MISSING, ids=[library for library, *_ in MISSING])
def test_a_missing_library_is_named_with_its_extra(
    tmp_path: Path, library: str, extra: str, command: list[str]
) -> None:
    xlsx(tmp_path / "a.xlsx", [("text",), (TEXT,)])
    for name in ("a.warc.gz", "a.parquet", "feeds.toml"):
        (tmp_path / name).write_text("x", encoding="ascii")
    (tmp_path / "result.json").write_text('{"name": "x", "type": "x", "id": 1, "messages": []}', encoding="ascii")
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    arguments = [str(tmp_path / word) if (tmp_path / word).exists() else word for word in command]
    also = [str(tmp_path / "report.txt")] if command[0] == "read" else []
    done = run(_BLOCKED.format(blocked=[library]), *arguments, *also)
    assert done.returncode == 2
    assert f"needs {library}, which is not installed; pip install -e '.[{extra}]' adds it" in done.stderr
    assert "Traceback" not in done.stderr
    assert "killed" in done.stdout or not also, "the rest goes on"


def test_an_installed_package_names_itself_and_a_copy_its_own_folder(tmp_path: Path) -> None:
    code = tmp_path / "project" / "src" / "tawthiq" / "errors.py"
    assert installs("web", code) == "pip install 'tawthiq[web]'"
    code.parent.mkdir(parents=True)
    (tmp_path / "project" / "pyproject.toml").touch()
    assert installs("web", code) == "pip install -e '.[web]'"
