"""How well does the reader agree with claims made by hand? The measures of `tawthiq evaluate`."""

from tawthiq.evaluation.load import answers, load_gold, load_lines
from tawthiq.evaluation.scores import Counts, Miss, Scores, Wrong, score
from tawthiq.evaluation.shapes import Answer, Gold

__all__ = ["Answer", "Counts", "Gold", "Miss", "Scores", "Wrong", "answers", "load_gold", "load_lines", "score"]
