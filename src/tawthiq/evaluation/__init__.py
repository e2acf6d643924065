"""How well does the reader agree with claims made by hand? The measures of `tawthiq evaluate`."""

from tawthiq.evaluation.incidents import (
    Hand,
    IncidentScores,
    Range,
    Ranges,
    WrongRange,
    bcubed,
    load_incidents,
    load_rows,
    overlap,
    score_incidents,
)
from tawthiq.evaluation.load import answers, load_gold, load_lines
from tawthiq.evaluation.scores import Counts, Miss, Scores, Wrong, pair, score
from tawthiq.evaluation.shapes import Answer, Gold

__all__ = [
    "Answer", "Counts", "Gold", "Hand", "IncidentScores", "Miss", "Range", "Ranges", "Scores", "Wrong", "WrongRange",
    "answers", "bcubed", "load_gold", "load_incidents", "load_lines", "load_rows", "overlap", "pair", "score",
    "score_incidents",
]  # fmt: skip
