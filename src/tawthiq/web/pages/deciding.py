"""What people decide: each form becomes one call of an operation, and an answer for a page or for a script."""

from collections.abc import Callable, Mapping, Sequence

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from tawthiq.errors import DecidedMeanwhile, UsageError
from tawthiq.incidents import Judgement
from tawthiq.judging import VERDICTS
from tawthiq.operations import bulk, judging, listing, previewing, reviewing
from tawthiq.operations.corrections import values_of
from tawthiq.operations.judging import Decided, Judge
from tawthiq.web import blind
from tawthiq.web.corrections import changes
from tawthiq.web.desk import AtDesk, Desk, Form, Sent, about_names, inpath, one
from tawthiq.web.figures import Figures

router = APIRouter()
SIMPLE: Mapping[str, Callable[[Judge, Sequence[str]], Decided]] = {
    "accept": judging.accept, "reject": judging.reject, "unsure": judging.unsure,
}  # fmt: skip


@router.post("/decide")
def decide(desk: AtDesk, sent: Sent) -> Response:
    """Accept, reject, correct or leave open. A decision on what others decided about meanwhile is not lost: the page
    shows both, and it can be sent again."""
    desk.need("reviewer")
    kind, claims = one(sent, "kind"), sent.get("claim", [])
    values = changes(sent, desk.words) if kind == "correct" else []
    if kind not in (*SIMPLE, "correct") or not claims:
        raise UsageError(f"decide: {kind!r} is no decision about a claim")
    blind.refuse(desk, claims)
    judge = desk.judge(one(sent, "note"), one(sent, "seen") if "seen" in sent else None)
    try:
        if kind == "correct":
            decided = judging.correct(judge, claims[0], values_of(values))
        else:
            decided = SIMPLE[kind](judge, claims)
    except DecidedMeanwhile:
        return _meanwhile(desk, sent, values)
    return answer(desk, sent, decided)


@router.get("/bulk")
def claims_preview(desk: AtDesk) -> Response:
    """What a decision about several claims would be about."""
    desk.need("reviewer")
    asked = desk.request.query_params
    kind, claims = asked.get("kind", ""), asked.getlist("claim")
    if kind not in SIMPLE or not claims:
        raise UsageError(desk.words.text("nothing_chosen"))
    blind.refuse(desk, claims)
    sheets = {id: reviewing.sheet(desk.ledger, id) for id in {claim.rpartition(":")[0] for claim in claims}}
    chosen = [one for sheet in sheets.values() for one in sheet.claims if one.read.id in claims]
    back = f"/incidents/{inpath(asked.get('incident', ''))}"
    return desk.page("bulk.html", kind=kind, chosen=chosen, back=back)


@router.get("/bulk/incidents")
def list_preview(desk: AtDesk) -> Response:
    """What one decision about the claims of the ticked incidents, else of the whole list, would change."""
    desk.need("editor")
    return _list_preview(desk, desk.request.query_params.getlist("incident"))


@router.post("/bulk/incidents")
def list_decide(desk: AtDesk, sent: Sent) -> Response:
    """The decision that was looked at; where others decided meanwhile, what it would change now is shown first."""
    desk.need("editor")
    kind, claims = one(sent, "kind"), sent.get("claim", [])
    if kind not in SIMPLE or not claims:
        raise UsageError(desk.words.text("nothing_chosen"))
    blind.refuse(desk, claims)
    try:
        SIMPLE[kind](desk.judge(one(sent, "note"), one(sent, "seen")), claims)
    except DecidedMeanwhile:
        return _list_preview(desk, sent.get("of", []), kind, meanwhile=True)
    return desk.go("/history")


def _list_preview(desk: Desk, chosen: Sequence[str], kind: str = "", *, meanwhile: bool = False) -> Response:
    asked = desk.request.query_params
    kind, anew = kind or asked.get("kind", ""), "anew" in asked
    kind = kind if kind in SIMPLE else "accept"
    ids = list(chosen) or listing.ids(desk.ledger, desk.query.wanted._replace(skip=0, most=bulk.MOST + 1))
    choice = bulk.Choice(ids, kind, frozenset(blind.pending_for(desk)), anew)
    found = bulk.preview(desk.ledger, choice)
    if found is None:
        raise UsageError(desk.words.text("bulk_too_many", most=bulk.MOST))
    desk.open_to(found.claims, reviews=True)
    return desk.page(
        "bulk-list.html", 409 if meanwhile else 200, found=found, kind=kind, kinds=list(SIMPLE), anew=anew,
        chosen=list(chosen), meanwhile=meanwhile,
    )  # fmt: skip


@router.post("/undo")
def undo(desk: AtDesk, sent: Sent) -> Response:
    """Take a decision back: the one named, else this person's latest that holds."""
    desk.need("reviewer")
    named = one(sent, "judgement") or judging.latest(desk.ledger, desk.person.name)
    if named is None:
        raise UsageError(desk.words.text("nothing_to_undo"))
    desk.open_to(judging.concerned(desk.ledger, named) if desk.seen_by else (), reviews=True)
    if not desk.may("editor") and not judging.all_by(desk.ledger, named, desk.person.name):
        desk.need("editor")
    done = judging.undo(desk.judge(), named)
    what = desk.words.text("comma").join(_called(desk, one) for one in judging.meant(desk.ledger, named))
    return answer(desk, sent, done, done=desk.words.text("undone_told", what=what))


@router.get("/merge")
def merge_preview(desk: AtDesk) -> Response:
    """What a merge would make."""
    desk.need("editor")
    ids = desk.request.query_params.getlist("incident")
    return desk.page("merge.html", preview=previewing.merge(desk.ledger, ids), ids=ids)


@router.post("/merge")
def merge(desk: AtDesk, sent: Sent) -> Response:
    """Make incidents one."""
    desk.need("editor")
    decided = judging.merge(desk.judge(one(sent, "note")), sent.get("incident", []))
    return desk.go(f"/incidents/{inpath(decided.incidents[0])}")


@router.get("/split")
def split_preview(desk: AtDesk) -> Response:
    """What a split would make."""
    desk.need("editor")
    asked = desk.request.query_params
    incident, claims = asked.get("incident", ""), asked.getlist("claim")
    preview = previewing.split(desk.ledger, incident, claims)
    return desk.page("split.html", preview=preview, incident=incident, claims=claims)


@router.post("/split")
def split(desk: AtDesk, sent: Sent) -> Response:
    """Make some claims of an incident another one."""
    desk.need("editor")
    decided = judging.split(desk.judge(one(sent, "note")), one(sent, "incident"), sent.get("claim", []))
    return desk.go(f"/incidents/{inpath(decided.incidents[0])}")


def _meanwhile(desk: Desk, sent: Form, values: Sequence[str]) -> Response:
    """Somebody decided first. What was sent twice, since the first answer got lost, is done."""
    claim = sent["claim"][0]
    sheet = reviewing.sheet(desk.ledger, claim.rpartition(":")[0])
    checked = next(found for found in sheet.claims if found.read.id == claim)
    latest = next((one for one in reversed(checked.judgements) if one.kind in VERDICTS), None)
    if latest is not None and _same(desk, latest, one(sent, "kind"), values):
        return answer(desk, sent, Decided((latest,), ()))
    if desk.wants_json:
        theirs = f"{latest.who} · {desk.words.name('decision', latest.kind)}" if latest else desk.words.text("undone")
        found = {"claim": claim, "verdict": checked.verdict, "who": latest.who if latest else "", "theirs": theirs}
        return JSONResponse({"error": "meanwhile", **found}, 409)
    kept = {key: value for key, value in sent.items() if key not in ("seal", "seen")}
    return desk.page("meanwhile.html", 409, checked=checked, latest=latest, kept=kept, kind=one(sent, "kind"))


def _same(desk: Desk, latest: Judgement, kind: str, values: Sequence[str]) -> bool:
    if (latest.kind, latest.who) != (kind, desk.person.name):
        return False
    return kind != "correct" or dict(latest.values) == dict(values_of(values))


def _called(desk: Desk, one: Judgement) -> str:
    """A decision in a few words: what it was, and about what."""
    number = len(one.subjects)
    what = "naming" if about_names(one) else "claim"
    about = one.subjects[0] if number == 1 else desk.words.counted(what, number, Figures(desk.preferences, desk.words))
    return f"{desk.words.name('decision', one.kind)} \u2068{about}\u2069"


def answer(desk: Desk, sent: Form, decided: Decided, **more: str) -> Response:
    """On to the next page; a script is told what was added."""
    added = [{"id": one.id, "kind": one.kind} for one in decided.judgements]
    return desk.go(one(sent, "then") or "/", judgements=added, incidents=list(decided.incidents), **more)
