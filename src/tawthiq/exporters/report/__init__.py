"""A situation brief as a web page that stands alone: what happened, how many, who says so, what is contested.

The page asks nothing of a network. The records are gone through three times: for what is said of all together, for the
contested figures, for the incidents one by one."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import IO

from tawthiq.contract import GRADES
from tawthiq.exporters.report import drawing, incidents
from tawthiq.exporters.report.survey import Survey, survey
from tawthiq.exporters.report.words import Words
from tawthiq.exporters.shapes import Record, Setting

# Days from the first to the last, in text of any direction.
_LEFT_TO_RIGHT = ("period", "as_of", "made_by")
# The same where no element can stand: left-to-right isolate, and its end.
_FROM, _TO = "\u2066", "\u2069"


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """The page in UTF-8."""
    for piece in page(records, setting):
        stream.write(piece.encode("utf-8", "backslashreplace") + b"\n")


def page(records: Iterable[Record], setting: Setting) -> Iterator[str]:
    """The page in pieces."""
    words = Words(setting.language)
    found = survey(records, setting.codebook, words)
    yield from _head(found, setting, words)
    if not found.incidents:
        yield f"<p>{words('nothing')}</p></body></html>"
        return
    yield from _summary(found, words)
    yield from _map(found, words)
    yield from _charts(found, words)
    yield from incidents.contested(records, setting, words)
    yield f"<h2>{words('what_happened')}</h2>"
    for record in records:
        yield from incidents.incident(record, setting, words)
    yield from _method(words)


def _head(found: Survey, setting: Setting, words: Words) -> Iterator[str]:
    css = (files("tawthiq") / "data" / "brief.css").read_text(encoding="utf-8")
    period = f"{found.first} – {found.last}" if found.first != found.last else found.first or words("undated")
    called = f"{words('title')}{words('and')}{_FROM}{period}{_TO}"
    yield f'<!doctype html><html lang="{words.language}" dir="{words("direction")}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="referrer" content="no-referrer"><title>{called}</title>'
    yield f"<style>{css}</style></head><body>"
    warning = words("public_says" if setting.public else "private_says")
    yield f'<h1 data-brief="{called}">{words("title")}</h1><p class="warning">{warning}</p>'
    rows = (
        ("period", period), ("chosen", words.chosen(setting.filters) or words("everywhere")),
        ("codebook", words.of("codebooks", setting.codebook)), ("as_of", setting.as_of[:16].replace("T", " ")),
        ("made_by", escape(setting.tool)),
    )  # fmt: skip
    yield '<table class="about">'
    for key, value in rows:
        turn = ' dir="ltr"' if key in _LEFT_TO_RIGHT else ""
        yield f"<tr><th>{words(key)}</th><td><bdi{turn}>{value}</bdi></td></tr>"
    yield "</table>"


def _summary(found: Survey, words: Words) -> Iterator[str]:
    """Incidents and sums by grade."""
    yield f"<h2>{words('summary')}</h2>"
    yield (f"<p>{words('incidents')}: <b>{figure(found.incidents)}</b> · {words('reports')}: "
           f"<b>{figure(found.reports)}</b></p>")  # fmt: skip
    heads = [words("grade"), words("incidents")]
    heads += [f"{words(outcome)}: {words(end)}" for outcome in ("killed", "injured") for end in ("lowest", "highest")]
    yield f"<table class=sums><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>"
    for grade in GRADES:
        if found.grades[grade]:
            cells = [figure(found.grades[grade])]
            for outcome in ("killed", "injured"):
                ends = found.sums.get((grade, outcome))
                cells += [figure(end) for end in ends] if ends else ["–", "–"]
            says = f'{badge(grade, words)} <span class="note">{words.of("grade_means", grade)}</span>'
            yield f"<tr><td>{says}</td>{''.join(f'<td class=figure>{cell}</td>' for cell in cells)}</tr>"
    yield f'</tbody></table><p class="note">{words("sums")}</p>'


def _map(found: Survey, words: Words) -> Iterator[str]:
    yield f'<div class="row"><h2>{words("map")}</h2>'
    yield from drawing.draw_map(found.points, words("map"))
    yield f'<p class="key">{"".join(badge(grade, words) for grade in GRADES if found.grades[grade])}</p>'
    missing = words("not_on_map", figure(found.off_map, html=False)) if found.off_map else ""
    yield f'<p class="note">{words("map_says")} {missing} {words("outlines")}</p></div>'


def _charts(found: Survey, words: Words) -> Iterator[str]:
    bars = found.bars()
    if not bars:
        return
    by = "month" if found.monthly else "day"
    yield f"<h2>{words('over_time')}</h2>"
    for key, draw in (("incidents", drawing.incident_bars), ("killed", drawing.killed_bars)):
        title = words(f"{key}_by_{by}")
        yield f'<div class="row"><p>{title}</p>'
        yield from draw(bars, title)
        yield "</div>"


def _method(words: Words) -> Iterator[str]:
    yield f"<h2>{words('method')}</h2>"
    yield from (f"<p>{words(key)}</p>" for key in ("method_1", "method_2", "method_3"))
    yield "</body></html>"


def badge(grade: str, words: Words) -> str:
    """A grade in its colour."""
    return f'<span class="grade" style="color:{drawing.COLOURS.get(grade, "#000")}">{words.of("grades", grade)}</span>'


def figure(number: int, html: bool = True) -> str:
    """A number that keeps its order in text of any direction."""
    return f'<bdi dir="ltr">{number:,}</bdi>' if html else f"{number:,}"
