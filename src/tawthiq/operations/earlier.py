"""What a correction changed: how the fields read before it, by today's reading and the decisions that held then."""

from collections.abc import Iterable, Mapping
from typing import Any

from tawthiq import contract
from tawthiq.incidents import Judgement, Told
from tawthiq.judging import judged
from tawthiq.ledger import told
from tawthiq.ledger.connect import opened


def before(ledger: str, judgements: Iterable[Judgement]) -> Mapping[str, Mapping[str, Any]]:
    """For each correction among these, by its id, the fields that it changed as they read before it, by the published
    contract. One whose claim is there no more is left out."""
    corrections = [one for one in judgements if one.kind == "correct"]
    if not corrections:
        return {}
    claims = sorted({claim for one in corrections for claim in one.subjects})
    with opened(ledger) as open_ledger, open_ledger.looking() as connection:
        known = told.of_claims(connection, claims)
        everything = told.judgements_on(connection, claims)
    return {one.id: _before(one, known[one.subjects[0]], everything) for one in corrections if one.subjects[0] in known}


def _before(one: Judgement, read: Told, everything: Iterable[Judgement]) -> Mapping[str, Any]:
    earlier = [other for other in everything if (other.when, other.id) < (one.when, one.id)]
    (then,), _ = judged((read,), earlier)
    fields = contract.claim(then.claim)
    return {field: fields[field] for field in one.values}
