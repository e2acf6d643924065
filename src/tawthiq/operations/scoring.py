"""Scoring the reader against claims made by hand."""

from pathlib import Path
from typing import IO

from tawthiq import contract, evaluation
from tawthiq.errors import InputError
from tawthiq.operations.reading import read_report
from tawthiq.sources import read_paths


def evaluate(docs: str, gold: str, stdin: IO[bytes], lines: str | None = None) -> evaluation.Scores:
    """Score the reader on the reports `docs` against the claims `gold`, or score `lines`, a JSONL that was read before.

    Raises InputError for a file that cannot be read.
    """
    reports = {}
    for report in read_paths([docs], stdin):
        if isinstance(report, InputError):
            raise report
        reports[report.id or report.origin] = report
    golds = evaluation.load_gold(Path(gold), {id: report.text for id, report in reports.items()})
    if lines is not None:
        return evaluation.score(golds, evaluation.load_lines(Path(lines)))
    wanted = {gold.id for gold in golds}
    answers = {}
    for id, report in reports.items():
        if id in wanted:
            document = read_report(report, layers=False).document
            answers[id] = evaluation.answers([contract.claim(claim) for claim in document.claims])
    return evaluation.score(golds, answers)
