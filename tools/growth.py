"""How adding grows with the ledger: `python tools/growth.py [--reports N] [--jobs N] [--made] [--ledger LEDGER]`.

Adds made-up reports (`tools/synthetic.py`) to a new ledger in a temporary folder, or to `--ledger`, and prints at each
step the processor time and the time a report that the adding process took, its memory and the size of the file. Reading
is counted with `--jobs 1` and goes on in other processes with more. With `--made` nothing is read: the claims are made
up with the texts, so that what is measured is keeping, linking and working out alone.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import synthetic
from tawthiq.ledger.records import Author
from tawthiq.model import Claim, Document
from tawthiq.operations import recording
from tawthiq.operations.reading import Reading
from tawthiq.sources import Report

STEPS = 40
GROUP = 0.1  # seconds of processor; reports that were kept with a group before took none, and have no row
# The claims of the reports that are under way.
CLAIMS: dict[str, tuple[Claim, ...]] = {}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=2_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--made", action="store_true")
    options.add_argument("--ledger")
    chosen = options.parse_args()
    if chosen.made:
        recording.read_reports = made  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        measure(chosen.ledger or str(Path(folder) / "growth.db"), chosen.reports, chosen.seed, chosen.jobs)


def measure(ledger: str, number: int, seed: int, jobs: int) -> None:
    """Print the curve."""
    step = max(1, number // STEPS)
    began, cpu, done, printed = time.perf_counter(), time.process_time(), 0, 0
    start = began
    for done, _ in enumerate(recording.add(texts(number, seed), ledger, Author("growth", "tools/growth.py"), jobs), 1):
        if done % step == 0 and time.process_time() - cpu > GROUP:
            now, spent = time.perf_counter(), time.process_time()
            size = sum(path.stat().st_size for path in Path(ledger).parent.glob(f"{Path(ledger).name}*")) / 1e6
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            own, whole = ((to - since) / (done - printed) * 1e3 for since, to in ((cpu, spent), (began, now)))
            print(
                f"{done:>8,} reports  {own:6.2f} ms of processor, {whole:6.2f} ms a report  "
                f"{memory:5.0f} MB of memory  {size:6.0f} MB of file",
                flush=True,
            )
            began, cpu, printed = now, spent, done
    now = time.perf_counter()
    print(f"incidents worked out in {now - began:.1f} s; {done:,} reports in {now - start:.1f} s")


def made(reports: Iterable[Report], **_: object) -> Iterator[Reading]:
    """The reports as if they had been read."""
    for report in reports:
        document = Document(
            report.id or "", report.text, report.sha256, outlet=report.outlet, published=report.published,
            claims=CLAIMS.pop(report.id or ""),
        )  # fmt: skip
        yield Reading(document, report.origin, report.size)


def texts(number: int, seed: int) -> Iterator[Report]:
    """The made-up reports as if they came from a table."""
    dice = random.Random(seed)
    for at, (day, outlet, told) in enumerate(synthetic.reports(number, seed)):
        text = synthetic.text(day, told, dice)
        data = text.encode()
        id = f"r{at}"
        CLAIMS[id] = tuple(t.claim for t in synthetic.tolds(at, day, outlet or "", told, dice))
        yield Report(
            id, text, f"synthetic:{at + 1}", sha256(data).hexdigest(), len(data), outlet=outlet, published=day,
            data=data, identity=(id, None, None, outlet),
        )  # fmt: skip


if __name__ == "__main__":
    main()
