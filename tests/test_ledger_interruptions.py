"""A ledger whose program is interrupted or whose disk is full, seen on real processes and real disks."""

import json
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.operations import checking

TEXT = "قال الدفاع المدني إن ثلاثة مدنيين قتلوا في غارة جوية على مدينة إدلب أمس."
MANY = 300


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    path = tmp_path / "many.jsonl"
    rows = (
        {"id": f"r{n}", "published": "2019-07-27", "text": f"{TEXT} {n} {'والبحث مستمر. ' * 60}"} for n in range(MANY)
    )
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return [str(path)]


def command(ledger: str, paths: list[str]) -> list[str]:
    return [sys.executable, "-m", "tawthiq", "add", *paths, "--ledger", ledger, "--format", "jsonl"]


def ids(printed: str) -> set[str]:
    return {json.loads(line)["id"] for line in printed.splitlines()}


def whole(ledger: str, told: set[str], paths: list[str]) -> None:
    """Nothing that was told is lost, and running it again completes."""
    assert checking.verify(ledger).problem is None
    done = subprocess.run(command(ledger, paths), capture_output=True, text=True, check=True)
    states = {row["id"]: row["state"] for row in map(json.loads, done.stdout.splitlines())}
    assert len(states) == MANY
    assert told <= {id for id, state in states.items() if state == "known"}
    assert checking.verify(ledger).problem is None


def test_interrupted_by_hand(ledger: str, paths: list[str]) -> None:
    with subprocess.Popen(command(ledger, paths), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        told = ids(first + process.stdout.read())
        complaint = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in complaint
    assert 0 < len(told) < MANY
    whole(ledger, told, paths)


def test_no_file_may_grow_beyond_a_size(tmp_path: Path, paths: list[str]) -> None:
    ledger = str(tmp_path / "tawthiq.db")
    bound = 2_000_000
    done = subprocess.run(
        command(ledger, paths), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bound, bound)),
    )  # fmt: skip
    assert done.returncode == 2
    assert "make room" in done.stderr and "Traceback" not in done.stderr
    whole(ledger, ids(done.stdout), paths)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes of its own, where the tests may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only a system's manager may mount a disk; a file's bound stands in for it above")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_and_then_one_that_is_read_only(disk: Path, paths: list[str]) -> None:
    ledger = str(disk / "tawthiq.db")
    done = subprocess.run(command(ledger, paths), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no room left" in done.stderr and "Traceback" not in done.stderr
    assert checking.verify(ledger).problem is None
    subprocess.run(["mount", "-o", "remount,size=60m", str(disk)], check=True)
    whole(ledger, ids(done.stdout), paths)
    before = checking.verify(ledger)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    refused = subprocess.run(command(ledger, paths), capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "copy the ledger to a folder of your own" in refused.stderr
    assert checking.verify(ledger) == before
