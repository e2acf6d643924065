"""Where claims were before judgements moved them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from tawthiq.ledger import chain
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import JUDGEMENT, LINK, TODAY


class Moved(NamedTuple):
    """Claims that are where they are because of judgements, with where they were before; and the claims that were
    placed later than these."""

    back: dict[str, str | None]
    later: list[str]


class Move(NamedTuple):
    """The incident that a claim was in, and the one that it came to."""

    origin: str
    to: str


class _Linked(NamedTuple):
    entry: int
    incident: str | None
    because: tuple[str, ...]


def moved(connection: Connection, judgements: Collection[str], claims: Iterable[str]) -> Moved:
    """What became of these claims since the judgements were made."""
    first = connection.execute(select(func.min(JUDGEMENT.c.entry)).where(JUDGEMENT.c.id.in_(judgements))).scalar_one()
    found = Moved({}, [])
    for some in in_groups(sorted(set(claims))):
        for claim, links in _linked(connection, some).items():
            kept = links if _by(links[-1], judgements) else _standing(links)
            if _by(kept[-1], judgements) and len(kept) > 1:
                found.back[claim] = kept[-2].incident
            elif kept[-1].entry > first:
                found.later.append(claim)
    return found


def moves(connection: Connection, judgements: Mapping[str, Sequence[str]]) -> dict[str, dict[str, Move]]:
    """The claims that each judgement moved from one incident to another, of those that are given for it."""
    found: dict[str, dict[str, Move]] = {id: {} for id in judgements}
    claims = sorted({claim for some in judgements.values() for claim in some})
    for some in in_groups(claims):
        for claim, links in _linked(connection, some).items():
            for before, link in pairwise(links):
                reason = next((id for id in judgements if _by(link, (id,))), None)
                if reason and before.incident and link.incident and before.incident != link.incident:
                    found[reason].setdefault(claim, Move(before.incident, link.incident))
    return found


def latest_homes(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    """The incident that each of these claims was in last, where it still has claims."""
    found: dict[str, str] = {}
    for some in in_groups(sorted(set(claims))):
        statement = (
            select(LINK.c.claim, LINK.c.incident).where(LINK.c.claim.in_(some), LINK.c.incident.is_not(None))
            .order_by(LINK.c.entry)
        )  # fmt: skip
        found.update((row.claim, row.incident) for row in connection.execute(statement))
    there: set[str] = set()
    for some in in_groups(sorted(set(found.values()))):
        statement = select(TODAY.c.incident).where(TODAY.c.incident.in_(some)).distinct()
        there.update(connection.execute(statement).scalars())
    return {claim: incident for claim, incident in found.items() if incident in there}


def gone_from(connection: Connection, incident: str) -> list[str]:
    """The claims of today that were in this incident last and are in none now."""
    statement = (
        select(LINK.c.claim).join(TODAY, TODAY.c.claim == LINK.c.claim)
        .where(LINK.c.incident == incident, TODAY.c.incident.is_(None)).distinct()
    )  # fmt: skip
    claims = list(connection.execute(statement).scalars())
    homes = latest_homes(connection, claims)
    return [claim for claim in claims if homes.get(claim) == incident]


def _linked(connection: Connection, claims: Sequence[str]) -> dict[str, list[_Linked]]:
    """The links of each claim, the earliest first."""
    statement = (
        select(LINK.c.claim, LINK.c.entry, LINK.c.incident, LINK.c.because).where(LINK.c.claim.in_(claims))
        .order_by(LINK.c.claim, LINK.c.entry)
    )  # fmt: skip
    return {
        claim: [_Linked(row.entry, row.incident, tuple(chain.parsed(row.because, claim))) for row in rows]
        for claim, rows in groupby(connection.execute(statement), key=lambda row: row.claim)
    }


def _by(link: _Linked, judgements: Collection[str]) -> bool:
    return any(reason.endswith(tuple(judgements)) for reason in link.because)


def _standing(links: Sequence[_Linked]) -> list[_Linked]:
    """The links without those that were taken back by going back to where one before them led."""
    kept: list[_Linked] = []
    for link in links:
        same = next((at for at in reversed(range(len(kept))) if kept[at].incident == link.incident), None)
        if same is None:
            kept.append(link)
        else:
            del kept[same + 1 :]
    return kept
