"""Where does each sentence begin and end, and is it the report's?

Lines are looked at as lines first: which are the title, and which are no part of the report by their words
(`body`) or their shape (`shape`). Sentences (`bounds`) can be aside alone, within a line of the report (`inline`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tawthiq.language import Language
from tawthiq.language.scan import Scan
from tawthiq.model import Aside, Document, Sentence, Span
from tawthiq.stages.sentences import bounds, inline, items, titles
from tawthiq.stages.sentences.body import Reader
from tawthiq.stages.sentences.bounds import Bound
from tawthiq.stages.sentences.cohesion import Cohesion
from tawthiq.stages.sentences.lines import Line, look, ranges
from tawthiq.stages.sentences.shape import Shape, is_stopped, repeats, stamped

_SHOWN = 80


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `sentences`, each title, body or aside, and note every aside block with its reason."""
    tokens = scan.tokens
    spans = ranges(tokens)
    split = titles.end_in_line(document.title, tokens, spans[0]) if spans else None
    if split is not None:
        spans[:1] = [(spans[0][0], split), (split, spans[0][1])]
    lines = look(scan, spans)
    head = titles.find(document.title, scan, lines)
    posts, addresses = inline.embeds(tokens), inline.addresses(document.text, tokens)
    breaks = posts.union(addresses, addresses.values(), inline.earlier_reports(scan))
    cut = bounds.find(document.text, scan.cut, spans, breaks)
    reasons = dict(inline.asides(scan, cut, posts, addresses))
    aside = _aside_lines(scan, lines, head, [bound for n, bound in enumerate(cut) if n not in reasons])
    reasons.update((n, aside[bound.line]) for n, bound in enumerate(cut) if bound.line in aside)
    sentences = items.listed(scan, tuple(_sentences(scan, cut, head.title, reasons)))
    return replace(document, sentences=sentences, aside=document.aside + tuple(_blocks(document, sentences, reasons)))


def _aside_lines(scan: Scan, lines: list[Line], head: titles.Head, kept: list[Bound]) -> dict[int, str]:
    """The reason of every line that is no part of the report. `kept` are the sentences not aside for themselves."""
    counts: dict[int, int] = {}
    for bound in kept:
        counts[bound.line] = counts.get(bound.line, 0) + 1
    own = [lines[n] for n in (*sorted(head.title), head.body) if n < len(lines)]
    cohesion = Cohesion(scan, own)
    stopped = is_stopped([lines[n] for n in counts if n not in head.title])
    found = Reader(scan.tokens, head, cohesion, stopped).read(lines)
    found.update(repeats(scan, lines, head.title))
    found.update(stamped(scan, lines, head))
    found.update((n, "sentences.header") for n in head.above)
    for number in head.title:
        found.pop(number, None)
    if not stopped:
        return found
    single = frozenset(line for line, count in counts.items() if count == 1)
    left = [n for n in counts if n not in found and n not in head.title]
    found.update(Shape(scan, lines, left, single).links())
    found.update(Shape(scan, lines, [n for n in left if n not in found], single).tail(cohesion))
    found.update(Shape(scan, lines, [n for n in left if n not in found], single).appended(cohesion))
    return found


def _sentences(scan: Scan, cut: list[Bound], title: frozenset[int], reasons: Mapping[int, str]) -> Iterator[Sentence]:
    for number, (first, last, line) in enumerate(cut):
        part = "aside" if number in reasons else "title" if line in title else "body"
        yield Sentence(Span(scan.tokens[first].start, scan.tokens[last - 1].end), first, last, line, part)


def _blocks(document: Document, sentences: tuple[Sentence, ...], reasons: Mapping[int, str]) -> Iterator[Aside]:
    """One aside for every run of sentences that share a reason."""
    open_at: int | None = None
    for number, sentence in enumerate(sentences):
        reason = reasons.get(number)
        if reason is None:
            continue
        open_at = number if open_at is None or reasons.get(number - 1) != reason else open_at
        if reasons.get(number + 1) != reason:
            span = Span(sentences[open_at].span.start, sentence.span.end)
            yield Aside(span, document.text[span.start : span.end][:_SHOWN], "sentences", reason)
            open_at = None
