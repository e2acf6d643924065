"""An incident as a JSON object."""

from tawthiq.contract.documents import Json, plain
from tawthiq.incidents import Account, Incident, Judgement, Naming, Other, Person, Toll

# The codebook by which an incident's toll is known where none is named.
BY_DEFAULT = "airwars"
# From the surest on.
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")


def incident(found: Incident) -> Json:
    """One incident, as `tawthiq incidents --format json` lists it. Claims are «document:claim» ids; `accounts` is the
    number of independent accounts behind its main toll, `sources` says which, first those."""
    return {
        "id": found.id, "title": found.title, "date": {"start": plain(found.start), "end": plain(found.end)},
        "place": plain(found.place), "event": found.event, "actors": list(found.actors),
        "grade": found.grade.name, "grade_because": list(found.grade.because),
        "accounts": found.sources, "sources": [_account(account) for account in found.accounts],
        "documents": list(found.documents), "claims": list(found.claims),
        "tolls": {name: _tolls(tolls) for name, tolls in found.tolls.items()},
    }  # fmt: skip


def _account(account: Account) -> Json:
    return {
        "id": account.id, "label": account.label, "kind": account.kind, "party": account.party,
        "documents": list(account.documents), "claims": list(account.claims),
    }  # fmt: skip


def _tolls(tolls: tuple[Toll, ...]) -> Json:
    """Tolls by outcome: of everybody, and under `groups` those of each group."""
    found: Json = {}
    for toll in tolls:
        mine = found.setdefault(toll.outcome, {**_toll(Toll(toll.outcome, None, None, None, None)), "groups": {}})
        if toll.group is None:
            mine.update(_toll(toll))
        else:
            mine["groups"][toll.group] = _toll(toll)
    return found


def _toll(toll: Toll) -> Json:
    return {
        "min": toll.min, "best": toll.best, "max": toll.max, "open": toll.open, "claims": list(toll.claims),
        "accounts": list(toll.accounts), "because": list(toll.because),
        "uses": [{"claim": use.claim, "state": use.state, "why": use.why} for use in toll.uses],
    }  # fmt: skip


def person(found: Person) -> Json:
    """Somebody harmed, with every report that names them. Ids are «document:victim»."""
    return {
        "id": found.id, "name": found.name, "count": found.namings[0].victim.count, "age": found.age, "sex": found.sex,
        "kin": plain(found.kin), "role": found.role, "group": found.group, "outcome": found.outcome,
        "namings": [_naming(naming) for naming in found.namings], "because": list(found.because),
    }  # fmt: skip


def other(found: Other) -> Json:
    """Somebody who may be the same person as another, with the reasons and what each weighs; or who is, where `decided`
    says by what. `incident` is null for one who is named beside no incident."""
    return {
        "id": found.person.id, "name": found.person.name, "incident": found.incident, "decided": found.decided,
        "likeness": found.likeness.score, "because": [list(reason) for reason in found.likeness.reasons],
        "namings": [naming.id for naming in found.person.namings],
    }  # fmt: skip


def _naming(naming: Naming) -> Json:
    victim = naming.victim
    return {
        "id": naming.id, "document": naming.document, "outlet": naming.outlet, "published": plain(naming.published),
        "name": victim.name, "span": plain(victim.span), "age": victim.age, "outcome": victim.outcome,
        "status": victim.status, "source": plain(victim.source), "claims": list(naming.claims),
        "because": list(victim.because),
    }  # fmt: skip


def judgement(found: Judgement) -> Json:
    """One decision of a person."""
    return {
        "id": found.id, "kind": found.kind, "subjects": list(found.subjects), "who": found.who,
        "when": found.when.isoformat(), "values": dict(found.values), "why": found.why,
    }  # fmt: skip
