"""One incident with everything behind it, for people and for programs."""

from collections.abc import Iterator
from textwrap import wrap

from tawthiq import contract
from tawthiq.cli.display import clean, cut, isolate, paint
from tawthiq.cli.grid import fits, grid
from tawthiq.cli.incidents import range_text
from tawthiq.cli.judging import line as judgement_line
from tawthiq.cli.persons import people
from tawthiq.cli.table import Look, count_text, day_text
from tawthiq.contract import Json
from tawthiq.incidents import Told
from tawthiq.model import Count
from tawthiq.operations.listing import Shown
from tawthiq.plurals import counted

_QUOTE = 60
_BY_GROUP = "by group"
_WHOLE = ("claim", "report", "published", "count")


def shown_text(shown: Shown, look: Look) -> Iterator[str]:
    """The incident in sections: what it is, tolls, sources by figures, timeline, claims, named
    victims, reports, decisions."""
    yield paint(f"{shown.incident['id']}  {clean(shown.incident['title'])}", "bold", look.colour)
    yield from _about(shown.incident)
    for title, section in (
        ("tolls", _tolls(shown.incident, look)), ("sources by figures", _sources(shown, look)),
        ("timeline", _timeline(shown, look)), ("claims", _claims(shown, look)),
        ("named victims", people(shown.named, look)), ("reports", _reports(shown, look)),
        ("decisions", (f"  {judgement_line(judgement)}" for judgement in shown.judgements)),
    ):  # fmt: skip
        lines = list(section)
        if lines:
            yield ""
            yield paint(title, "bold", look.colour)
            yield from lines


def _about(incident: Json) -> Iterator[str]:
    place = incident["place"]
    if incident["date"]["start"]:
        yield f"  date      {day_text(incident['date']['start'], incident['date']['end'])}"
    if place:
        names = ", ".join(isolate(clean(str(place[key]))) for key in ("name", "admin1", "country") if place[key])
        where = f"  {place['lat']:.4f}, {place['lon']:.4f}" if place["lat"] is not None else ""
        yield f"  place     {names}{where} ({place['level']})"
    yield f"  event     {incident['event'].replace('_', ' ')}"
    if incident["actors"]:
        yield f"  doers     {', '.join(incident['actors'])} (alleged)"
    yield f"  grade     {incident['grade']}: {'; '.join(map(clean, incident['grade_because']))}"
    yield f"  accounts  {incident['accounts']} independent, in {counted(len(incident['documents']), 'report')}"


def _tolls(incident: Json, look: Look) -> Iterator[str]:
    outcomes = list(dict.fromkeys(outcome for tolls in incident["tolls"].values() for outcome in tolls))
    rows = [
        (codebook, *(_toll_text(tolls.get(outcome)) for outcome in outcomes))
        for codebook, tolls in incident["tolls"].items()
    ]
    yield from grid(("codebook", *outcomes), rows, look.columns, look.colour, outcomes)
    for outcome, toll in incident["tolls"].get(contract.BY_DEFAULT, {}).items():
        if groups := _groups(toll):
            yield f"  {outcome}, {'of them' if range_text(toll) else _BY_GROUP}: {', '.join(groups)}"
    if look.why:
        for codebook, tolls in incident["tolls"].items():
            for outcome, toll in tolls.items():
                yield paint(f"  {codebook} {outcome}: {'; '.join(map(clean, toll['because']))}", "dim", look.colour)
                for use in toll.get("uses", ()):
                    yield paint(f"    {use['claim']}  {use['state']}: {clean(use['why'])}", "dim", look.colour)


def _toll_text(toll: Json | None) -> str:
    """The toll of all; where only groups have one, a word that says so: different things are not added up."""
    text = range_text(toll)
    if toll and not text and _groups(toll):
        return _BY_GROUP
    return (
        f"{text} (best {toll['best']:,})" if toll and toll["best"] is not None and toll["min"] != toll["max"] else text
    )


def _groups(toll: Json) -> list[str]:
    return [
        f"{group.replace('_', ' ')} {text}"
        for group, part in toll["groups"].items()
        if group != "person" and (text := range_text(part))
    ]


def _sources(shown: Shown, look: Look) -> Iterator[str]:
    """A row an account, a column an outcome: the table that shows who differs. Where it has no room, a line each."""
    claims = {t.id: t for t in shown.claims}
    outcomes = list(dict.fromkeys(t.claim.outcome or "" for t in shown.claims))
    rows = []
    for account in shown.incident["sources"]:
        own = [claims[id] for id in account["claims"] if id in claims and id not in shown.rejected]
        figures = (", ".join(dict.fromkeys(_figure(t) for t in own if t.claim.outcome == name)) for name in outcomes)
        rows.append((account["label"], account["kind"].replace("_", " "), str(len(account["documents"])), *figures))
    headings = ("source", "kind", "reports", *outcomes)
    if fits(headings, rows, look.columns):
        yield from grid(headings, rows, look.columns, look.colour, outcomes)
        return
    for source, kind, reports, *each in rows:
        told = (f"{name} {isolate(figure)}" for name, figure in zip(outcomes, each, strict=True) if figure)
        yield f"  {isolate(clean(source))} ({kind}, {counted(int(reports), 'report')})"
        yield from wrap("; ".join(told), look.columns, initial_indent="    ", subsequent_indent="    ")


def _figure(told: Told) -> str:
    claim = told.claim
    group = "" if claim.group in (None, "person") else f" {claim.group}".replace("_", " ")
    status = "" if claim.status == "asserted" else f" ({claim.status})"
    return f"{count_text(claim.count)}{group}{status}"


def _timeline(shown: Shown, look: Look) -> Iterator[str]:
    rows = [
        (step.published or "no date", step.outcome, count_text(Count(step.low, step.high, step.modifier)), step.source,
         step.claim)
        for step in shown.timeline
    ]  # fmt: skip
    headings = ("published", "outcome", "count", "source", "claim")
    yield from grid(headings, rows, look.columns, look.colour, _WHOLE)


def _claims(shown: Shown, look: Look) -> Iterator[str]:
    states = {
        use["claim"]: use["state"]
        for toll in shown.incident["tolls"].get(contract.BY_DEFAULT, {}).values()
        for part in (*toll["groups"].values(), toll)
        for use in part.get("uses", ())
    }
    rows = [
        (t.id, "rejected" if t.id in shown.rejected else states.get(t.id, ""), t.claim.outcome or "", _figure(t),
         t.claim.source.text if t.claim.source else "", cut(t.claim.quote, _QUOTE))
        for t in shown.claims
    ]  # fmt: skip
    headings = ("claim", "use", "outcome", "count", "source", "quote")
    yield from grid(headings, rows, look.columns, look.colour, _WHOLE)
    if look.why:
        yield from _linked(shown, look)


def _linked(shown: Shown, look: Look) -> Iterator[str]:
    """Why the claims are in the incident, those of one report with one reason together."""
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for t in shown.claims:
        own = t.id.removeprefix(f"{t.document}:")
        together.setdefault((t.document, shown.because.get(t.id, ())), []).append(own)
    for (document, because), claims in together.items():
        reasons = "; ".join(map(clean, because))
        yield paint(f"  {isolate(clean(document))} {' '.join(claims)} belong here: {reasons}", "dim", look.colour)


def _reports(shown: Shown, look: Look) -> Iterator[str]:
    rows = [
        (report.id, report.published or "", report.outlet or "", f"copy of {report.copy_of}" if report.copy_of else "",
         report.title or "", report.url or "")
        for report in shown.reports
    ]  # fmt: skip
    headings = ("report", "published", "outlet", "text", "title", "address")
    yield from grid(headings, rows, look.columns, look.colour, _WHOLE)
