"""Victims whom reports name: the claims of one person whose words are a name."""

from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.exporters.shapes import Record
from tawthiq.incidents import Told

_NAMED = "casualties.named"


class Victim(NamedTuple):
    """A named victim as one claim tells of them: `name` in the report's words."""

    name: str
    group: str
    outcome: str
    told: Told


def victims(record: Record) -> Iterator[Victim]:
    """The victims named in an incident, once a claim; a record for the public has none."""
    for told in record.claims:
        claim = told.claim
        if _NAMED in claim.because and claim.quote and claim.outcome and told.id not in record.rejected:
            yield Victim(" ".join(claim.quote.split()), claim.group or "person", claim.outcome, told)
