"""An actor mention and its part in the harm."""

from typing import NamedTuple

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.model import Actor
from tawthiq.stages.claims.scene import Report, in_tokens

STRONG = 0.7
ANYWHERE = frozenset({"actors.accused", "actors.claims_it", "actors.denies", "actors.admits"})
PRIVATE = "actors.private"
LISTED = "actors.listed"
SEIZES = "actors.seizes"  # «اعتقلت الشرطة مشتبها به»
_BEFORE, _BEHIND = 5, 12  # from an actor to the event that it did
_DID, _WHO = words("carried_it_out"), 2  # from «نفذها» over «شاب» to «فلسطيني»
_HOUR, _SELF = 3, 7  # from where a date begins to «فجر», from there to «نفسه»
_OF_MEMBERS = 14  # «انفجارين نفذتهما امرأتان يشتبه بأنهما عضوتان في الجماعة»
REFERRING = ANYWHERE | {"actors.that_attack"}


class Part(NamedTuple):
    """An actor mention and how much its words make it the doer (above 0) or the target (below).

    `event` is what this actor is said to have done, where an event word stands near.
    """

    actor: Actor
    sentence: int
    score: float
    reasons: tuple[str, ...]
    event: str | None


def event_near(report: Report, actor: Actor, first: int, last: int) -> str | None:
    """The event word nearest to a mention: what this actor is said to have done."""
    around = max(first, actor.first - _BEFORE), min(last, actor.last + _BEHIND)
    events = in_tokens(report.scan.of(EventWord), *around)
    hits = [h for h in events if (part := h.entry.part) != "none" and (part != "self" or _blown(report, h))]
    near = min(hits, key=lambda h: abs(h.first - actor.first), default=None)
    before = report.tokens[max(0, actor.first - _WHO) : actor.first]
    if hits and any(t.form in _DID for t in before):
        near = next((h for h in reversed(hits) if h.first < actor.first), near)  # «هجوم بسكين شنه شاب قتل بالرصاص»
    if near is None and report.before(actor.first, "affiliation", 0) is not None:
        told = in_tokens(report.scan.of(EventWord), max(first, actor.first - _OF_MEMBERS), actor.first)
        near = next((h for h in reversed(told) if h.entry.part != "none"), None)
    return near.entry.event if near is not None else None


def _blown(report: Report, hit: Hit) -> bool:
    """«فجر أحدهم نفسه», but not «منذ فجر السبت»."""
    dates = in_tokens(report.document.dates, hit.first - _HOUR, hit.last)
    return not any(d.last > hit.first for d in dates) or bool(report.within(hit.last, hit.last + _SELF, "self"))
