"""What was looked up, as JSON for programs: the command line prints it, the API answers with it."""

from tawthiq import contract
from tawthiq.contract import Json
from tawthiq.operations.listing import Shown
from tawthiq.operations.reviewing import Sheet


def incident(shown: Shown) -> Json:
    """The published incident, with its claims, reports, timeline and decisions in full."""
    found = dict(shown.incident)
    found["claims"] = [
        {**contract.claim(t.claim), "id": t.id, "document": t.document, "rejected": shown.rejected.get(t.id),
         "linked_because": list(shown.because.get(t.id, ()))}
        for t in shown.claims
    ]  # fmt: skip
    found["reports"] = [report._asdict() for report in shown.reports]
    found["timeline"] = [step._asdict() for step in shown.timeline]
    found["judgements"] = [contract.judgement(judgement) for judgement in shown.judgements]
    return found


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
