"""What was looked up, as JSON for programs: the command line prints it, the API answers with it."""

from collections.abc import Iterable

from tawthiq import contract
from tawthiq.agreement import Agreement, Reading
from tawthiq.contract import Json
from tawthiq.incidents import Other, Person
from tawthiq.operations.listing import Shown
from tawthiq.operations.names import Listed
from tawthiq.operations.reviewing import Sheet
from tawthiq.operations.second import Board, Sample


def incident(shown: Shown) -> Json:
    """The published incident, with its claims, reports, timeline, named victims and decisions in full."""
    found = dict(shown.incident)
    found["claims"] = [
        {**contract.claim(t.claim), "id": t.id, "document": t.document, "rejected": shown.rejected.get(t.id),
         "linked_because": list(shown.because.get(t.id, ()))}
        for t in shown.claims
    ]  # fmt: skip
    found["reports"] = [report._asdict() for report in shown.reports]
    found["timeline"] = [step._asdict() for step in shown.timeline]
    found["victims"] = [person(*one) for one in shown.named]
    found["judgements"] = [contract.judgement(judgement) for judgement in shown.judgements]
    return found


def person(found: Person, others: Iterable[Other]) -> Json:
    """Somebody named, with every report that names them and those who may be the same."""
    return {**contract.person(found), "others": [contract.other(one) for one in others]}


def listed(found: Listed) -> Json:
    """Somebody named, and in which incident."""
    incident = found.incident
    about = {key: incident[key] for key in ("id", "title", "date", "place")}
    return {"incident": about, **person(found.person, found.others)}


def report(sheet: Sheet) -> Json:
    """A report with its text and its harm claims: as they read now, and as they were read."""
    held = sheet.report
    return {
        "id": held.id, "sha256": held.sha256, "title": held.title, "url": held.url, "outlet": held.outlet,
        "published": held.published, "text": held.text.encode("utf-8", "replace").decode("utf-8"),
        "claims": [
            {"id": one.read.id, "incident": one.incident, "verdict": one.verdict or None, "seen": one.seen,
             "now": contract.claim(one.now.claim), "read": contract.claim(one.read.claim)}
            for one in sheet.claims
        ],
    }  # fmt: skip


def board(found: Board) -> Json:
    """The samples of second readings, the agreement, and the claims that both readings leave differently."""
    return {
        "samples": [sample(one) for one in found.samples],
        "verdicts": agreement(found.verdicts),
        "table": [{"first": one, "second": other, "claims": n} for (one, other), n in sorted(found.table.items())],
        "fields": {field: agreement(one) for field, one in found.fields.items()},
        "differences": [
            {"claim": one.read.id, "incident": one.incident, "fields": list(one.fields),
             "first": _reading(one.pair.first), "second": _reading(one.pair.second),
             "settled": one.settled and contract.judgement(one.settled)}
            for one in found.differences
        ],
    }  # fmt: skip


def sample(one: Sample) -> Json:
    """A sample, and how far it is read."""
    return {
        "id": one.id, "reader": one.reader, "who": one.who, "when": one.when.isoformat(), "claims": one.claims,
        "read": one.read, "verdicts": agreement(one.verdicts),
    }  # fmt: skip


def agreement(found: Agreement) -> Json:
    """Counts, the share that agrees, and Cohen's kappa."""
    kappa = found.kappa
    return {
        "compared": found.compared, "agreed": found.agreed, "share": round(found.share, 4) if found.compared else None,
        "kappa": None if kappa is None else round(kappa, 4),
    }  # fmt: skip


def _reading(one: Reading) -> Json:
    return {"who": one.who, "verdict": one.verdict, "claim": contract.claim(one.told.claim)}
