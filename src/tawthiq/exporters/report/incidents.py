"""One incident in a brief: its toll, and every figure with who says it and the reports that carry it."""

from collections.abc import Iterable, Iterator
from html import escape

from tawthiq.contract import Json
from tawthiq.exporters.report.drawing import COLOURS
from tawthiq.exporters.report.words import Words
from tawthiq.exporters.shapes import Record, Report, Setting
from tawthiq.exporters.tolls import ends, text
from tawthiq.incidents import Told
from tawthiq.model import Count

_SIGNS = {
    "at_least": "≥{low:,}", "at_most": "≤{high:,}", "between": "{low:,}–{high:,}", "about": "~{low:,}",
    "exact": "{low:,}",
}  # fmt: skip
_PEOPLE = ("killed", "injured", "casualties", "missing", "abducted", "detained", "displaced")
_HASH = 16


def contested(records: Iterable[Record], setting: Setting, words: Words) -> Iterator[str]:
    """The table of incidents whose accounts differ."""
    yield f"<h2>{words('contested')}</h2>"
    begun = False
    for record in records:
        why = _differs(record.incident, record.claims, setting.codebook)
        if not why:
            continue
        if not begun:
            begun = True
            yield f'<p class="note">{words("contested_says")}</p><table class="contested">'
            heads = "".join(f"<th>{words(key)}</th>" for key in ("incident", "figures", "by_account"))
            yield f"<thead><tr>{heads}</tr></thead><tbody>"
        yield f"<tr><td>{_link(record, words)}</td><td class=figure>{why}</td>"
        yield f"<td>{_by_account(record, words)}</td></tr>"
    yield "</tbody></table>" if begun else f"<p>{words('none_contested')}</p>"


def incident(record: Record, setting: Setting, words: Words) -> Iterator[str]:
    """The block of one incident."""
    found = record.incident
    grade = found["grade"]
    badge = f'<span class="grade" style="color:{COLOURS.get(grade, "#000")}">{words.of("grades", grade)}</span>'
    yield f'<section class="incident" id="{escape(found["id"])}"><h3>{_heading(record, words)}</h3>'
    number = words("accounts", found["accounts"]) if found["accounts"] != 1 else words("one_account")
    who = f" · {words('alleged')} {words.doers(record)}" if found["actors"] else ""
    yield f'<p class="dim">{badge} {number}{who}</p><p class="toll">{_tolls(found, setting.codebook, words)}</p>'
    numbers = {report.id: at for at, report in enumerate(record.reports, 1)}
    yield '<table class="claims"><tbody>'
    yield from (_account(account, record, numbers, words) for account in found["sources"])
    yield f"</tbody></table><p class='note'>{words('sources_of')}</p><ol class='reports'>"
    yield from (_report(report, found["id"], numbers, words) for report in record.reports)
    yield "</ol></section>"


def _heading(record: Record, words: Words) -> str:
    date = record.incident["date"]
    days = date["start"] if date["start"] == date["end"] else f"{date['start']} – {date['end']}"
    shown = f'<bdi dir="ltr">{days or words("undated")}</bdi>'
    return f"{shown} · {words.place(record)} · {words.event(record.incident['event'])}"


def _link(record: Record, words: Words) -> str:
    return f'<a href="#{escape(record.incident["id"])}">{_heading(record, words)}</a>'


def _tolls(found: Json, codebook: str, words: Words) -> str:
    """The ranges by outcome, with the groups among them."""
    shown = []
    tolls = found["tolls"].get(codebook, {})
    for outcome in (*_PEOPLE, *(o for o in tolls if o not in _PEOPLE)):
        toll = ends(found, codebook, outcome)
        if outcome not in tolls or not (toll.said or tolls[outcome]["claims"]):
            continue
        groups = [
            f"{words.of('groups', group)} {_ltr(range_)}"
            for group in tolls[outcome]["groups"]
            if group != "person" and (range_ := text(ends(found, codebook, outcome, group)))
        ]
        figure = f"<b>{_ltr(text(toll))}</b>" if toll.said else words("no_figure")
        best = f" ({_ltr(str(toll.best))})" if toll.best is not None and toll.min != toll.max else ""
        of_them = f" <span class=dim>({words('of_them')} {words.listed(groups)})</span>" if groups else ""
        shown.append(f"{words.outcome(outcome)} {figure}{best}{of_them}")
    return " · ".join(shown) or words("no_figure")


def _account(account: Json, record: Record, numbers: dict[str, int], words: Words) -> str:
    """What one account says, each figure with its reports."""
    own = [told for told in record.claims if told.id in set(account["claims"])]
    said: dict[str, list[Told]] = {}
    for told in own:
        said.setdefault(_figure(told, record, words), []).append(told)
    cells = "<br>".join(f"{figure}{_quote(tolds)}{_refs(tolds, record, numbers)}" for figure, tolds in said.items())
    return f"<tr><td><bdi>{words.speaker(account['label'])}</bdi></td><td>{cells}</td></tr>"


def _figure(told: Told, record: Record, words: Words) -> str:
    claim = told.claim
    group = f" ({words.of('groups', claim.group)})" if claim.group and claim.group != "person" else ""
    notes = [words.of("statuses", claim.status)] if claim.status != "asserted" else []
    notes += [words("rejected")] if told.id in record.rejected else []
    note = f" <i>({words.listed(notes)})</i>" if notes else ""
    return f"{words.outcome(claim.outcome or '')}: <b>{_count(claim.count, words)}</b>{group}{note}"


def _count(count: Count | None, words: Words) -> str:
    if count is None:
        return ""
    if count.vague or (count.low is None and count.modifier != "at_most"):
        return words.of("vague", count.vague or "some")
    return _ltr(_SIGNS.get(count.modifier, "{low:,}").format(low=count.low, high=count.high))


def _quote(tolds: list[Told]) -> str:
    quotes = dict.fromkeys(" ".join(told.claim.quote.split()) for told in tolds if told.claim.quote)
    shown = " ".join(f"«<bdi lang=ar>{escape(quote)}</bdi>»" for quote in quotes)
    return f' <span class="quote">{shown}</span>' if shown else ""


def _refs(tolds: list[Told], record: Record, numbers: dict[str, int]) -> str:
    id = escape(record.incident["id"])
    found = sorted({numbers[told.document] for told in tolds})
    return "".join(f'<sup><a href="#{id}-{number}">[{number}]</a></sup>' for number in found)


def _report(report: Report, incident: str, numbers: dict[str, int], words: Words) -> str:
    title = f"«<bdi lang=ar>{escape(report.title)}</bdi>»" if report.title else ""
    address = report.url or ""
    link = f'<a href="{escape(address)}" rel="noreferrer"><bdi dir="ltr">{escape(address)}</bdi></a>'
    copy = words("copy", f"[{numbers[report.copy_of]}]") if report.copy_of in numbers else ""
    parts = [f"<bdi>{escape(report.outlet or report.id)}</bdi>", f'<bdi dir="ltr">{report.published or ""}</bdi>',
             title, link if address.startswith(("http://", "https://")) else "", copy,
             f'<bdi dir="ltr">SHA-256 {report.sha256[:_HASH]}…</bdi>']  # fmt: skip
    return f'<li id="{escape(incident)}-{numbers[report.id]}">{" · ".join(filter(None, parts))}</li>'


def _differs(found: Json, claims: tuple[Told, ...], codebook: str) -> str:
    """The ranges that are contested; nothing where accounts agree."""
    ranges = [ends(found, codebook, outcome) for outcome in ("killed", "injured")]
    wide = [toll for toll in ranges if toll.said and toll.min != toll.max]
    denied = any(told.claim.status == "denied" for told in claims)
    if not wide and found["grade"] != "contested" and not denied:
        return ""
    return " · ".join(_ltr(text(toll)) for toll in (wide or [t for t in ranges if t.said])) or "?"


def _by_account(record: Record, words: Words) -> str:
    """Each account with the whole figures of killed and injured that it gives."""
    lines = []
    for account in record.incident["sources"]:
        mine = set(account["claims"])
        figures = dict.fromkeys(
            _figure(told, record, words)
            for told in record.claims
            if told.id in mine and told.claim.part_of is None and told.claim.outcome in _PEOPLE
        )
        if figures:
            lines.append(f"<bdi>{words.speaker(account['label'])}</bdi>: {words.listed(figures)}")
    return "<br>".join(lines)


def _ltr(shown: str) -> str:
    return f'<bdi dir="ltr">{escape(shown)}</bdi>'
