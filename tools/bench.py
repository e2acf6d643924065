"""How fast, how much memory, how soon: `make bench`.

    python tools/bench.py [--format table|json] [--words N] [--line MEGABYTES]

Reads the reports of gold/ and examples/, repeated to N words (200,000), on one core, each stage timed by itself; and
in the same run, over the same folded text, one bare pass of an Aho-Corasick automaton (pyahocorasick) with the same
forms: the least that finding them can cost. The ratio of the two says how far the reader is from that limit, whatever
the machine. Start-up and memory are those of a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import ahocorasick

from tawthiq import pipeline
from tawthiq.language import Language, load
from tawthiq.language.data import read_words
from tawthiq.language.entries import LAYERS
from tawthiq.language.fold import fold
from tawthiq.sources import Report, read_paths

DATA = files("tawthiq") / "data" / "ar"
ROOT = Path(__file__).resolve().parent.parent
SAMPLES = [str(ROOT / "gold" / "docs.json"), str(ROOT / "examples")]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--format", choices=("table", "json"), default="table")
    options.add_argument("--words", type=int, default=200_000)
    options.add_argument("--line", type=int, default=10, metavar="MEGABYTES", help="0 leaves the long line out")
    chosen = options.parse_args()
    found = measure(chosen.words, chosen.line)
    if chosen.format == "json":
        print(json.dumps(found, indent=1))
    else:
        print("\n".join(_table(found)))


def measure(words: int, line: int) -> dict[str, Any]:
    """Every figure."""
    language = load()
    reports = list(samples(words))
    total = sum(len(report.text.split()) for report in reports)
    split = stages(reports, language)
    seconds = sum(split.values())
    folded = [fold(report.text).text for report in reports]
    size = sum(len(text.encode()) for text in folded)
    automaton = compiled(language)
    bare = bare_pass(automaton, folded)
    found: dict[str, Any] = {
        "reports": len(reports), "words": total, "seconds": seconds, "words_per_second": total / seconds,
        "microseconds_per_word": {name: part / total * 1e6 for name, part in split.items()},
        "forms": len(automaton), "bare_pass_seconds": bare, "bare_pass_megabytes_per_second": size / bare / 1e6,
        "ratio_to_bare_pass": seconds / bare,
        "start_up_version_seconds": start_up("--version"),
        **_process(reports[0].text),
    }  # fmt: skip
    if line:
        found["long_line"] = long_line(reports, line)
    return found


def samples(words: int) -> Iterator[Report]:
    """The reports, again and again until they hold so many words."""
    reports = [report for report in read_paths(SAMPLES, sys.stdin.buffer) if isinstance(report, Report)]
    while words > 0:
        for report in reports:
            yield report
            words -= len(report.text.split())
            if words <= 0:
                return


def stages(reports: list[Report], language: Language) -> dict[str, float]:
    """The seconds that each step takes over all reports."""
    pipeline.read(reports[0].text, reports[0].published, language=language)
    spent = {"scan": 0.0, **{_name(stage): 0.0 for stage in pipeline.STAGES}}
    for report in reports:
        document = pipeline.Document(
            report.origin, report.text, report.sha256, report.title, published=report.published
        )
        began = time.perf_counter()
        scan = language.scan(report.text)
        for name, stage in zip(spent, (None, *pipeline.STAGES), strict=True):
            if stage is not None:
                document = stage(document, scan, language)
            now = time.perf_counter()
            spent[name] += now - began
            began = now
    return spent


def _name(stage: pipeline.Stage) -> str:
    return stage.__module__.rpartition(".")[2]


def compiled(language: Language) -> ahocorasick.Automaton:
    """Every form of the words and of the place names in one automaton."""
    automaton = ahocorasick.Automaton()
    for kind in LAYERS:
        for form, _ in read_words(DATA / f"{kind.layer}.toml", kind):
            automaton.add_word(form, len(form))
    for table in language.gazetteer.tables:
        for form in table.forms:
            automaton.add_word(form, len(form))
    automaton.make_automaton()
    return automaton


def bare_pass(automaton: ahocorasick.Automaton, texts: list[str]) -> float:
    """The seconds of one pass that finds the longest forms and does nothing with them; the best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        for text in texts:
            for _hit in automaton.iter_long(text):
                pass
        best = min(best, time.perf_counter() - began)
    return best


def start_up(*arguments: str) -> float:
    """The seconds from the start of `tawthiq` to its end; the best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "tawthiq", *arguments], check=True, capture_output=True)
        best = min(best, time.perf_counter() - began)
    return best


def _process(text: str) -> dict[str, float]:
    """Start-up with a small file, and the memory of a process that reads the samples."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "report.txt"
        small.write_text(text, encoding="utf-8")
        seconds = start_up("read", str(small))
    subprocess.run(
        [sys.executable, "-m", "tawthiq", "read", *SAMPLES, "--format", "jsonl", "--marks"],
        check=True, capture_output=True,
    )  # fmt: skip
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"start_up_read_seconds": seconds, "peak_memory_megabytes": kilobytes / 1024}


def long_line(reports: list[Report], megabytes: int) -> dict[str, float]:
    """The seconds and words a second of one line of so many megabytes."""
    piece = " ".join(" ".join(report.text.split()) for report in reports[:40])
    text = (piece + " ") * (megabytes * 1_000_000 // len(piece.encode()) + 1)
    began = time.perf_counter()
    pipeline.read(text, reports[0].published)
    seconds = time.perf_counter() - began
    return {"megabytes": len(text.encode()) / 1e6, "seconds": seconds, "words_per_second": len(text.split()) / seconds}


def _table(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['words']:,} words in {found['seconds']:.2f} s on one core: {found['words_per_second']:,.0f} words/s"
    for name, cost in found["microseconds_per_word"].items():
        yield f"  {name:<12} {cost:6.2f} µs a word"
    yield (
        f"one bare pass over {found['forms']:,} forms: {found['bare_pass_seconds']:.3f} s, "
        f"{found['bare_pass_megabytes_per_second']:.0f} MB/s; reading takes {found['ratio_to_bare_pass']:.0f} times it"
    )
    yield f"start-up: --version {found['start_up_version_seconds']:.2f} s, read {found['start_up_read_seconds']:.2f} s"
    yield f"peak memory: {found['peak_memory_megabytes']:.0f} MB"
    if "long_line" in found:
        line = found["long_line"]
        yield (
            f"one line of {line['megabytes']:.0f} MB: {line['seconds']:.1f} s, {line['words_per_second']:,.0f} words/s"
        )


if __name__ == "__main__":
    main()
