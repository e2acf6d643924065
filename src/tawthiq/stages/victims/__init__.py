"""Who are the victims by name? A record for each person whom the report names among those harmed.

Not speakers, officials, those who did the harm, or places with people's names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tawthiq.language import Language
from tawthiq.language.scan import Scan
from tawthiq.model import ClaimSource, Document, Span, Speaker, Victim
from tawthiq.speech import speakers_by_token
from tawthiq.stages.victims.found import Found, Tellings
from tawthiq.stages.victims.kin import kin_of
from tawthiq.stages.victims.listed import LINES, LIST, listed
from tawthiq.stages.victims.same import Mentions, together
from tawthiq.stages.victims.stated import BY_WORD, stated
from tawthiq.stages.victims.told import JOINED, told
from tawthiq.stages.victims.view import View, view

_CHILD = 18
_OF_SEVERAL = (LINES, LIST, JOINED)
_HELD = ("detained", "abducted")
_SUSPECT_REACH = 8
_OTHER = {"woman": "male", "man": "female"}


class _Report(NamedTuple):
    """What is asked again for each victim."""

    view: View
    tellings: Tellings
    speakers: Mapping[int, Speaker]


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `victims`."""
    seen = view(document, scan)
    tellings = Tellings(seen)
    aside = {t for s in document.sentences if s.part == "aside" for t in range(s.first, s.last)}
    found = [*told(seen, tellings), *listed(seen, tellings), *stated(seen, tellings)]
    people = together(seen, (f for f in found if f.person.first not in aside and not _suspected(seen, f)))
    report = _Report(seen, tellings, speakers_by_token(document))
    made: list[Victim] = []
    for number, mentions in enumerate(people, 1):
        made.append(_victim(report, mentions, f"v{number}", made))
    return replace(document, victims=tuple(made))


def _suspected(seen: View, found: Found) -> bool:
    """«توقيف سالم حمد للاشتباه بقتله»."""
    last = found.person.last
    return found.outcome in _HELD and any(seen.hit("suspect", at) for at in range(last, last + _SUSPECT_REACH))


def _victim(report: _Report, mentions: Mentions, id: str, before: Sequence[Victim]) -> Victim:
    found, person, seen = mentions.best, mentions.best.person, report.view
    name, text = person.name, report.view.document.text
    start = name.start if name is not None else seen.tokens[person.first].start
    span = Span(start, seen.tokens[(name.last if name is not None else person.last) - 1].end)
    status = found.claim.status if found.claim is not None else "asserted"
    role = text[slice(*person.role)] if person.role is not None else None
    return Victim(
        id, span, text[span.start : span.end] if name is not None else None, person.count, person.age, person.sex,
        kin_of(seen, found, before), role, _group(mentions), found.outcome, status, _claims(report, mentions),
        _source(report.speakers.get(person.first)), (*person.because, found.because),
    )  # fmt: skip


def _claims(report: _Report, mentions: Mentions) -> tuple[str, ...]:
    """The claims on somebody; of a list that no claim touches, the figure near it that the list is of."""
    claims = dict.fromkeys(f.claim.id for f in mentions.all if f.claim is not None)
    found = mentions.best
    if claims or found.because == BY_WORD:
        return tuple(claims)
    at, near = found.person.first, None
    if found.because in _OF_SEVERAL:
        near = report.tellings.near(at, found.outcome, several=True)
    near = near or report.tellings.near(at, found.outcome, several=False)
    return (near.claim.id,) if near is not None else ()


def _group(mentions: Mentions) -> str:
    """What they are counted as, as in a claim: by what they are called, else by the claim, their age or their sex."""
    person, claim = mentions.best.person, mentions.best.claim
    if person.group is not None:
        return person.group
    if person.age is not None and person.age < _CHILD:
        return "child"
    one = mentions.best.own and claim is not None and claim.count is not None and claim.count.high == 1
    if one and claim is not None and claim.group and _OTHER.get(claim.group, "") != person.sex:
        return claim.group
    return "woman" if person.sex == "female" else "person"


def _source(speaker: Speaker | None) -> ClaimSource | None:
    if speaker is None:
        return None
    return ClaimSource(speaker.text, speaker.role, speaker.kind, speaker.id, speaker.via, speaker.quoted)
