"""Who are the victims by name? A record for each person whom the report names among those harmed.

Not speakers, officials, those who did the harm, or places with people's names.
"""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.language import Language
from tawthiq.language.scan import Scan
from tawthiq.model import ClaimSource, Document, Span, Speaker, Victim
from tawthiq.speech import speakers_by_token
from tawthiq.stages.victims.found import Found, Tellings
from tawthiq.stages.victims.kin import kin_of
from tawthiq.stages.victims.listed import listed
from tawthiq.stages.victims.same import Mentions, together
from tawthiq.stages.victims.stated import stated
from tawthiq.stages.victims.told import told
from tawthiq.stages.victims.view import View, view

_CHILD = 18
_HELD = ("detained", "abducted")
_SUSPECT_REACH = 8
_OTHER = {"woman": "male", "man": "female"}


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `victims`."""
    seen = view(document, scan)
    tellings = Tellings(seen)
    aside = {t for s in document.sentences if s.part == "aside" for t in range(s.first, s.last)}
    found = [*told(seen, tellings), *listed(seen, tellings), *stated(seen, tellings)]
    people = together(seen, (f for f in found if f.person.first not in aside and not _suspected(seen, f)))
    speakers = speakers_by_token(document)
    return replace(document, victims=_victims(seen, people, speakers))


def _suspected(seen: View, found: Found) -> bool:
    """«توقيف سالم حمد للاشتباه بقتله»."""
    last = found.person.last
    return found.outcome in _HELD and any(seen.hit("suspect", at) for at in range(last, last + _SUSPECT_REACH))


def _victims(seen: View, people: Sequence[Mentions], speakers: dict[int, Speaker]) -> tuple[Victim, ...]:
    made: list[Victim] = []
    for number, mentions in enumerate(people, 1):
        made.append(_victim(seen, mentions, f"v{number}", made, speakers))
    return tuple(made)


def _victim(seen: View, mentions: Mentions, id: str, before: Sequence[Victim], speakers: dict[int, Speaker]) -> Victim:
    found, person = mentions.best, mentions.best.person
    name = person.name
    tokens = seen.tokens
    start = name.start if name is not None else tokens[person.first].start
    span = Span(start, tokens[(name.last if name is not None else person.last) - 1].end)
    claims = tuple(dict.fromkeys(f.claim.id for f in mentions.all if f.claim is not None))
    status = found.claim.status if found.claim is not None else "asserted"
    role = seen.document.text[slice(*person.role)] if person.role is not None else None
    speaker = speakers.get(person.first)
    return Victim(
        id, span, seen.document.text[span.start : span.end] if name is not None else None, person.count, person.age,
        person.sex, kin_of(seen, found, before), role, _group(mentions), found.outcome, status, claims,
        _source(speaker), (*person.because, found.because),
    )  # fmt: skip


def _group(mentions: Mentions) -> str:
    """What they are counted as, as in a claim: by what they are called, else by the claim, their age or their sex."""
    person, claim = mentions.best.person, mentions.best.claim
    if person.group is not None:
        return person.group
    if person.age is not None and person.age < _CHILD:
        return "child"
    one = claim is not None and claim.count is not None and claim.count.high == 1
    if one and claim is not None and claim.group and _OTHER.get(claim.group, "") != person.sex:
        return claim.group
    return "woman" if person.sex == "female" else "person"


def _source(speaker: Speaker | None) -> ClaimSource | None:
    if speaker is None:
        return None
    return ClaimSource(speaker.text, speaker.role, speaker.kind, speaker.id, speaker.via, speaker.quoted)
