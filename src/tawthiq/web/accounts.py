"""An incident's table: a row an account, a column an outcome, in each cell the figures and what became of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawthiq.contract import Json
from tawthiq.incidents import Told
from tawthiq.operations.listing import Shown

REJECTED = "rejected"
_FIRST = ("killed", "injured", "casualties", "missing", "detained", "abducted", "displaced")


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim in a cell. `state`: used, replaced, part, aside, rejected, or "" where the codebook has no such toll."""

    told: Told
    state: str
    why: str
    verdict: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with its figures by outcome."""

    account: Json
    cells: Mapping[str, tuple[Figure, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """The outcomes, those of people first, and the rows."""

    outcomes: tuple[str, ...]
    rows: tuple[AccountRow, ...]


def table(shown: Shown, codebook: str, verdicts: Mapping[str, str]) -> Table:
    """The table under a codebook."""
    figures = {figure.told.id: figure for figure in _figures(shown, codebook, verdicts)}
    told_of = {figure.told.claim.outcome or "" for figure in figures.values()}
    outcomes = tuple(sorted(told_of, key=_rank))
    rows = tuple(
        AccountRow(account, {name: _cell(account, name, figures) for name in outcomes})
        for account in shown.incident["sources"]
    )
    return Table(outcomes, rows)


def tolls(incident: Json, codebook: str) -> list[tuple[str, Json]]:
    """The tolls of a codebook that say anything, those of people first."""
    found: Json = incident["tolls"].get(codebook, {})
    return sorted(((name, toll) for name, toll in found.items() if _says(toll)), key=lambda pair: _rank(pair[0]))


def _says(toll: Json) -> bool:
    """Whether claims are left in it or in its parts: those of a toll may all be rejected."""
    return bool(toll["claims"]) or toll["min"] is not None or any(map(_says, toll.get("groups", {}).values()))


def _rank(outcome: str) -> tuple[int, str]:
    return (_FIRST.index(outcome) if outcome in _FIRST else len(_FIRST), outcome)


def _cell(account: Json, outcome: str, figures: Mapping[str, Figure]) -> tuple[Figure, ...]:
    mine = [figures[claim] for claim in account["claims"] if claim in figures]
    return tuple(figure for figure in mine if figure.told.claim.outcome == outcome)


def _figures(shown: Shown, codebook: str, verdicts: Mapping[str, str]) -> Iterator[Figure]:
    uses = _uses(shown.incident["tolls"].get(codebook, {}))
    for told in shown.claims:
        state, why = uses.get(told.id, ("", ""))
        if told.id in shown.rejected:
            state, why = REJECTED, shown.rejected[told.id]
        yield Figure(told, state, why, verdicts.get(told.id, ""))


def _uses(tolls: Json) -> dict[str, tuple[str, str]]:
    """What became of each claim: in the toll of everybody, else in that of its group."""
    found: dict[str, tuple[str, str]] = {}
    for toll in tolls.values():
        for part in (*toll["groups"].values(), toll):
            found.update((use["claim"], (use["state"], use["why"])) for use in part["uses"])
    return found
