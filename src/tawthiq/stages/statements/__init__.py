"""What does the report say that carries no harm figure? A truce that ends, a meeting, an accusation, a warning."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tawthiq.language import Language
from tawthiq.language.eventtypes import event_types
from tawthiq.language.scan import Scan
from tawthiq.model import Claim, Document, Sentence, Span, Speaker, claim_id
from tawthiq.stages.statements import slots
from tawthiq.stages.statements.signs import DONE, HEAD, MATTER, Sign, attributes, signs
from tawthiq.stages.statements.status import status
from tawthiq.stages.statements.subjects import subject
from tawthiq.stages.statements.units import Unit, units
from tawthiq.stages.statements.view import View, view_of

_LEAST = 4  # tokens of a sentence or of what somebody says
_CLAUSE = 12  # tokens of a relative clause that has a day of its own
_LEAD = 4  # body sentences that repeat a title
_EDGES = frozenset("،,؛;:-–—([")
_RELEVANT = frozenset({"appeal", "denial", "warning", "prediction", "talks", "agreement", "accusation"})


class Found(NamedTuple):
    """A sign that its unit states."""

    unit: Unit
    sign: Sign


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Append the statements to `claims`, sentence by sentence; at most one a unit."""
    if not document.sentences:
        return document
    view = view_of(document, scan)
    spoken = _by_sentence(document.sentences, document.speakers)
    found = [
        f
        for i, s in enumerate(document.sentences)
        if s.part != "aside"
        for f in _of_sentence(view, i, spoken.get(i, ()))
    ]
    found = _without_titles(document.sentences, found)
    alone = _alone(found)
    start = max(len(document.casualties), len(document.claims))
    claims = [_claim(view, f, claim_id(start + i), alone) for i, f in enumerate(found)]
    return replace(document, claims=(*document.claims, *claims))


def _by_sentence(sentences: Sequence[Sentence], speakers: Sequence[Speaker]) -> dict[int, list[Speaker]]:
    """The speakers whose speech begins in each sentence, in order of where it begins."""
    firsts = [s.first for s in sentences]
    found: dict[int, list[Speaker]] = {}
    for speaker in sorted(speakers, key=lambda s: s.reach[0]):
        found.setdefault(bisect_right(firsts, speaker.reach[0]) - 1, []).append(speaker)
    return found


def _of_sentence(view: View, index: int, speakers: Sequence[Speaker]) -> Iterator[Found]:
    sentence = view.document.sentences[index]
    if sentence.last - sentence.first < _LEAST or view.tokens[sentence.last - 1].form in ("؟", "?"):
        return
    harmed = view.harmed(sentence.first, sentence.last)
    said: set[tuple[str, str]] = set()
    for unit in units(view, view.document.sentences, index, speakers):
        best = _best(view, unit)
        if best is not None and _beside(view, unit, best, harmed):
            key = (best.event, unit.speaker.text if unit.speaker else "")
            if key not in said:
                said.add(key)
                yield Found(unit, best)
        if not harmed:
            yield from _asides(view, unit)


def _best(view: View, unit: Unit) -> Sign | None:
    """The sign that says most, the first of several."""
    best = max(signs(view, unit), key=lambda s: (s.strength, s.weight), default=None)
    if best is None or (best.sourced and subject(view, unit, best).source is None):
        return None
    silent = unit.speaker is None or best.act
    if silent and best.event in _RELEVANT and not _relevant(view, unit, best):
        return None
    if unit.speaker is None:
        least = HEAD if view.document.sentences[unit.sentence].part == "title" else DONE
        return best if best.strength >= least else None
    if best.strength == MATTER and unit.last - unit.content <= _LEAST:
        return None
    return best


def _relevant(view: View, unit: Unit, sign: Sign) -> bool:
    """Whether the sentence or one beside it speaks of the conflict elsewhere than in the sign."""
    sentences = view.document.sentences
    first = sentences[max(0, unit.sentence - 1)].first
    last = sentences[min(len(sentences) - 1, unit.sentence + 1)].last
    own = sum(view.between(view.matters, t, t + 1) for t in {sign.first, sign.last - 1})
    return view.count(view.matters, first, last) > own


def _beside(view: View, unit: Unit, sign: Sign, harmed: bool) -> bool:
    """Whether a statement may stand beside the harm claims of its sentence."""
    if not harmed:
        return True
    kind = event_types().get(sign.event)
    besides = kind.besides_harm if kind is not None else ""
    return besides == "within" or (besides == "apart" and not view.harmed(unit.first, unit.last))


def _asides(view: View, unit: Unit) -> Iterator[Found]:
    """Relative clauses with a day of their own, as units."""
    for sign in attributes(view, unit):
        last = min(unit.last, sign.last + _CLAUSE)
        comma = next((t for t in range(sign.last, last) if view.tokens[t].form in ("،", ",")), last)
        part = Unit(max(unit.first, sign.first - 1), comma, unit.sentence, sign.first, view.owners.get(sign.first))
        if slots.time(view, part, sign, sign.last) is not None:
            yield Found(part, sign)


def _without_titles(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Found]:
    """A title's statement is left out where the report's first sentences make it again."""
    body = [i for i, s in enumerate(sentences) if s.part == "body"][:_LEAD]
    again = {f.sign.event for f in found if f.unit.sentence in body}
    return [f for f in found if sentences[f.unit.sentence].part != "title" or f.sign.event not in again]


def _alone(found: Sequence[Found]) -> frozenset[int]:
    """The sentences that state one thing."""
    counts: dict[int, int] = {}
    for item in found:
        counts[item.unit.sentence] = counts.get(item.unit.sentence, 0) + 1
    return frozenset(index for index, count in counts.items() if count == 1)


def _claim(view: View, found: Found, id_: str, alone: frozenset[int]) -> Claim:
    unit, sign = found
    document = view.document
    sentence = document.sentences[unit.sentence]
    whole = unit.sentence in alone and not view.harmed(sentence.first, sentence.last)
    span = _span(view, sentence.first, sentence.last) if whole else _span(view, unit.first, unit.last)
    what, why = status(view, unit, sign)
    stated = subject(view, unit, sign)
    doers = slots.actors(view, unit, sign, stated)
    floor = unit.first if sign.first < unit.content else unit.content
    return Claim(
        id=id_, span=span, quote=document.text[span.start : span.end], outcome=None, count=None, group=None,
        group_text=None, part_of=None, cumulative=False, event=sign.event,
        event_text=document.text[view.tokens[sign.first].start : view.tokens[sign.last - 1].end],
        actors=tuple(a.id for a in doers), actors_text=tuple(a.text for a in doers),
        place=slots.place(view, unit, sign, floor), time=slots.time(view, unit, sign, floor),
        source=stated.source, status=what, because=(*sign.because, *why),
    )  # fmt: skip


def _span(view: View, first: int, last: int) -> Span:
    """The text of tokens first ≤ t < last without the commas at its end."""
    tokens = view.tokens
    while last - first > 1 and tokens[last - 1].form in _EDGES:
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end)
