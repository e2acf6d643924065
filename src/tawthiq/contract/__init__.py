"""The published contract: documents with their claims, and incidents, as JSON objects and as CSV rows."""

from tawthiq.contract.documents import COLUMNS, Json, about, claim, claim_of, layer, line, rows, victim, victim_of
from tawthiq.contract.incidents import BY_DEFAULT, GRADES, incident, judgement, other, person

__all__ = [
    "BY_DEFAULT", "COLUMNS", "GRADES", "Json", "about", "claim", "claim_of", "incident", "judgement", "layer", "line",
    "other", "person", "rows", "victim", "victim_of",
]  # fmt: skip
