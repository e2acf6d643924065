"""How fast, how much memory, how soon: `make bench`.

    python tools/bench.py [--format table|json] [--words N] [--line MEGABYTES] [--compiled]

Reads the reports of gold/ and examples/, repeated to N words (100,000), on one core, each stage timed by itself; and
in turn with it, over the same folded texts, one bare pass of an Aho-Corasick automaton (pyahocorasick) with the same
forms: the least that finding them can cost. The ratio of the two says how far the reader is from that limit, whatever
the machine and whatever else runs on it. The first line says whether the reader is the source or compiled (`make
fast`). Times of reading are processor time. Calls a word are counted, not timed: they are the same on every machine,
and tests/test_speed.py keeps them; calls of compiled functions are not seen. Start-up and memory are those of
processes of their own. Each figure is printed as it comes; a terminal sees how far the reading is.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import ahocorasick

from tawthiq import pipeline
from tawthiq.heap import all_kept
from tawthiq.language import Language, load
from tawthiq.language.compiled import load_forms
from tawthiq.language.fold import fold
from tawthiq.sources import Report, read_paths
from tawthiq.stages import claims

DATA = files("tawthiq") / "data" / "ar"
ROOT = Path(__file__).resolve().parent.parent
SAMPLES = [str(ROOT / "gold" / "docs.json"), str(ROOT / "examples")]
PARTS = ("src", "tools", "gold", "examples")  # what a copy needs to be compiled and measured
TURN = 20  # reports between two bare passes
Figures = dict[str, Any]


class Step(NamedTuple):
    """Some figures, and how they are told to people."""

    figures: Figures
    lines: list[str]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--format", choices=("table", "json"), default="table")
    options.add_argument("--words", type=int, default=100_000)
    options.add_argument("--line", type=int, default=10, metavar="MEGABYTES", help="0 leaves the long line out")
    options.add_argument("--compiled", action="store_true", help="then compile a copy of the reader and measure that")
    chosen = options.parse_args()
    found: Figures = {}
    for step in steps(chosen.words, chosen.line, chosen.compiled):
        found.update(step.figures)
        if chosen.format == "table":
            print("\n".join(step.lines), flush=True)
    if chosen.format == "json":
        print(json.dumps(found, indent=1))


def steps(words: int, line: int, compiled_too: bool) -> Iterator[Step]:
    """Every figure, the quickest first."""
    yield what()
    yield start()
    language = load()
    distinct = samples()
    yield counted([report.text for report in distinct])
    read = speed(list(repeated(distinct, words)), language)
    yield read
    yield processes(distinct, words)
    if line:
        yield long_line(distinct, line)
    if compiled_too and not _is_compiled():
        yield as_compiled(words, read.figures["words_per_second"])


def samples() -> list[Report]:
    """The reports of gold/ and examples/."""
    return [report for report in read_paths(SAMPLES, sys.stdin.buffer) if isinstance(report, Report)]


def repeated(reports: Sequence[Report], words: int) -> Iterator[Report]:
    """The reports, again and again until they hold so many words."""
    while words > 0:
        for report in reports:
            yield report
            words -= len(report.text.split())
            if words <= 0:
                return


def what() -> Step:
    """Whether the reader is measured as source or as compiled by `make fast`."""
    told = "as compiled by `make fast`" if _is_compiled() else "from its source (`make fast` compiles it)"
    return Step({"compiled": _is_compiled()}, [f"the reader {told}"])


def _is_compiled() -> bool:
    return not str(claims.__file__).endswith(".py")


def as_compiled(words: int, plain: float) -> Step:
    """The speed of a copy that `make fast` compiled, beside `plain`, the words a second of the source."""
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            shutil.copytree(ROOT / part, Path(folder) / part, ignore=shutil.ignore_patterns("__pycache__"))
        for told, *command in (
            ("compiling takes some minutes …", "fast.py"),
            ("reading with the compiled copy …", "bench.py", "--format", "json", "--words", str(words), "--line", "0"),
        ):
            progress(told)
            done = _python(folder, *command)
            if done.returncode:
                return Step({}, [f"not measured as compiled: {done.stderr.strip()}"])
    progress("")
    read = json.loads(done.stdout)
    rate = read["words_per_second"]
    return Step(
        {"as_compiled": read},
        [
            f"as compiled by `make fast`: {rate:,.0f} words a second, {rate / plain:.2f} times the source; "
            f"{read['ratio_to_bare_pass']:.0f} times a bare pass; {read['peak_memory_megabytes']:.0f} MB"
        ],
    )


def _python(folder: str, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the copy in `folder`, on the package of the copy."""
    command = [sys.executable, str(Path(folder) / "tools" / tool), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(folder) / "src")}
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment)


class Ran(NamedTuple):
    """How long a process took by the clock, and how much processor time it used."""

    seconds: float
    processor: float


def start() -> Step:
    """Start-up, with the bytecode that Python keeps of a program it has run before, and the memory of reading."""
    run("--version")
    version = min(run("--version") for _ in range(3))
    read = min(run("read", str(ROOT / "examples" / "aleppo-day.txt")) for _ in range(3))
    run("read", *SAMPLES, "--format", "jsonl", "--marks")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Step(
        {
            "start_up_version_seconds": version.seconds, "start_up_version_processor": version.processor,
            "start_up_read_seconds": read.seconds, "start_up_read_processor": read.processor,
            "peak_memory_megabytes": memory,
        },
        [
            f"start-up: --version {version.seconds:.2f} s ({version.processor:.2f} s of a core), "
            f"read of one report {read.seconds:.2f} s ({read.processor:.2f} s)",
            f"peak memory of reading the samples: {memory:.0f} MB",
        ],
    )  # fmt: skip


def run(*arguments: str) -> Ran:
    """Run `tawthiq` to its end."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began, used = time.perf_counter(), _used()
    subprocess.run([sys.executable, "-m", "tawthiq", *arguments], check=True, capture_output=True, env=environment)
    return Ran(time.perf_counter() - began, _used() - used)


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def counted(texts: Sequence[str]) -> Step:
    calls = calls_a_word(texts)
    return Step({"calls_a_word": calls}, [f"{calls:.0f} calls a word"])


def calls_a_word(texts: Sequence[str]) -> float:
    """How many functions, Python's and C's, are called to read one word, once each spelling has been seen."""
    calls = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    for text in texts:
        pipeline.read(text, "2020-01-01")
    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        for text in texts:
            pipeline.read(text, "2020-01-01")
    finally:
        sys.setprofile(before)
    return calls / sum(len(text.split()) for text in texts)


def speed(reports: Sequence[Report], language: Language) -> Step:
    """The processor time of each stage, and of a bare pass over the same texts in turn with them."""
    automaton = compiled(language)
    pipeline.read(reports[0].text, reports[0].published, language=language)
    spent = {"scan": 0.0, **{_name(stage): 0.0 for stage in pipeline.STAGES}}
    total = sum(len(report.text.split()) for report in reports)
    bare, size, done = 0.0, 0, 0
    for at in range(0, len(reports), TURN):
        turn = reports[at : at + TURN]
        for report in turn:
            time_stages(report, language, spent)
        folded = [fold(report.text).text for report in turn]
        bare += bare_pass(automaton, folded)
        size += sum(len(text.encode()) for text in folded)
        done += sum(len(report.text.split()) for report in turn)
        progress(f"reading: {done:,} of {total:,} words, {done / sum(spent.values()):,.0f} a second")
    progress("")
    seconds = sum(spent.values())
    figures: Figures = {
        "reports": len(reports), "words": total, "seconds": seconds, "words_per_second": total / seconds,
        "microseconds_per_word": {name: part / total * 1e6 for name, part in spent.items()},
        "forms": len(automaton), "bare_pass_seconds": bare, "bare_pass_megabytes_per_second": size / bare / 1e6,
        "ratio_to_bare_pass": seconds / bare,
    }  # fmt: skip
    return Step(
        figures,
        [
            f"{total:,} words in {seconds:.2f} s of one core: {total / seconds:,.0f} words a second",
            *(f"  {name:<12} {cost:6.2f} µs a word" for name, cost in figures["microseconds_per_word"].items()),
            f"one bare pass over {len(automaton):,} forms: {bare:.3f} s, {size / bare / 1e6:.0f} MB a second; "
            f"reading takes {seconds / bare:.0f} times it",
        ],
    )


def time_stages(report: Report, language: Language, spent: dict[str, float]) -> None:
    """Read a report and add the processor time of each step to `spent`."""
    document = pipeline.Document(report.origin, report.text, report.sha256, report.title, published=report.published)
    began = time.process_time()
    with all_kept():
        scan = language.scan(report.text)
        for name, stage in zip(spent, (None, *pipeline.STAGES), strict=True):
            if stage is not None:
                document = stage(document, scan, language)
            now = time.process_time()
            spent[name] += now - began
            began = now


def _name(stage: pipeline.Stage) -> str:
    return stage.__module__.rpartition(".")[2]


def compiled(language: Language) -> ahocorasick.Automaton:
    """Every form of the words and of the place names in one automaton."""
    automaton = ahocorasick.Automaton()
    for forms in (load_forms(DATA), *(table.forms for table in language.gazetteer.tables)):
        for form in forms:
            automaton.add_word(form, len(form))
    automaton.make_automaton()
    return automaton


def bare_pass(automaton: ahocorasick.Automaton, texts: Sequence[str]) -> float:
    """The processor time of one pass that finds the longest forms and does nothing with them."""
    began = time.process_time()
    for text in texts:
        for _hit in automaton.iter_long(text):
            pass
    return time.process_time() - began


def processes(reports: Sequence[Report], words: int) -> Step:
    """Words a second with one process, two … up to the cores of this machine, start-up apart."""
    rates: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.jsonl", Path(folder) / "many.jsonl"
        _write(few, reports[:1])
        total = _write(many, list(repeated(reports, words)))
        for jobs in sorted({1, 2, os.cpu_count() or 1}):
            progress(f"--jobs {jobs} …")
            options = ("--format", "jsonl", "--jobs", str(jobs))
            rates[jobs] = total / max(
                run("read", str(many), *options).seconds - run("read", str(few), *options).seconds, 1e-3
            )
    progress("")
    told = ", ".join(f"{jobs}: {rate:,.0f} ({rate / rates[1]:.2f} times)" for jobs, rate in rates.items())
    return Step({"jobs_words_per_second": rates}, [f"words a second by --jobs, on {os.cpu_count()} cores: {told}"])


def _write(path: Path, reports: Sequence[Report]) -> int:
    """Write reports as JSONL; returns their words."""
    rows = (json.dumps({"id": str(n), "text": r.text}, ensure_ascii=False) for n, r in enumerate(reports))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return sum(len(report.text.split()) for report in reports)


def long_line(reports: Sequence[Report], megabytes: int) -> Step:
    """The processor time of one line of so many megabytes, and of a tenth of it: a word costs the same in both."""
    costs = {}
    for size in (megabytes / 10, float(megabytes)):
        progress(f"one line of {size:g} MB …")
        piece = " ".join(" ".join(report.text.split()) for report in reports[:40]) + " "
        text = piece * (int(size * 1_000_000) // len(piece.encode()) + 1)
        began = time.process_time()
        pipeline.read(text, reports[0].published)
        costs[size] = (time.process_time() - began) / len(text.split()) * 1e6
    progress("")
    told = ", ".join(f"{size:g} MB {cost:.1f} µs a word" for size, cost in costs.items())
    return Step({"long_line_microseconds_per_word": costs}, [f"one line: {told}"])


def progress(text: str) -> None:
    """Say how far it is, on a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
