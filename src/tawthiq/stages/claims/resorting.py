"""Who did it, where somebody of no side is told by name to have resorted to it? «أقدم سالم حسن على قتل جاره»"""

from collections.abc import Iterator, Sequence

from tawthiq.language.entries import GroupWord
from tawthiq.language.lists import words
from tawthiq.model import Actor, Span
from tawthiq.stages.claims.part import PRIVATE, Part
from tawthiq.stages.claims.scene import BODILY, Report, in_tokens

_RESORTS, _TO = words("resorts"), ("علي",)
_SELF = words("resorts_itself")  # «لإقدامه على قتل»
_VERBS = _RESORTS | _SELF
_SO = frozenset({"قد", "الذي", "التي"})
_FAR, _STOPS = 14, frozenset({".", "؛", "\n", ":"})
_ID = "other:assailant"
_PLAIN, _CALLED = frozenset({"man", "woman", "person"}), ("يدعي", "تدعي", "المدعو", "المدعوه", "اسمه", "اسمها")


def resorting(report: Report, known: Sequence[Part]) -> Iterator[Part]:
    """Those who are told to have resorted to a harm, in order, and are neither sides nor among the `known`."""
    told = [n for n, t in enumerate(report.tokens) if t.form in _VERBS]
    if not told:
        return
    objects = {c.harm[0] for c in report.document.casualties if c.first >= c.harm[1] and c.outcome in BODILY}
    for at in told:
        himself = report.tokens[at].form in _SELF
        to = _upon(report, at + 1)
        if to is None or to + 1 not in objects or (to == at + 1 and not himself):
            continue
        if in_tokens(report.document.actors, at, to) or any(at < p.actor.first < to for p in known):
            continue
        if not himself and (_told_before(report, at) or _anybody(report, at + 1, to)):
            continue
        last = max(to, at + 1)
        first = at if himself else at + 1
        span = Span(report.tokens[first].start, report.tokens[last - 1].end)
        actor = Actor(span, report.document.text[span.start : span.end], _ID, first, last, ("actor.resorts",))
        yield Part(actor, report.sentence_at(at), 1.0, ("actors.kills", PRIVATE), None)


def _upon(report: Report, first: int) -> int | None:
    """Where «على» stands that says to what somebody resorts, in the same sentence."""
    for at in range(first, min(first + _FAR, len(report.tokens) - 1)):
        form = report.tokens[at].form
        if form in _STOPS:
            return None
        if form in _TO and at + 1 in report.harms:
            return at
    return None


def _told_before(report: Report, at: int) -> bool:
    """«الرجل الذي أقدم مساء السبت على قتل», «قد أقدم قبلها على قتل»: whether a verb has its subject before it."""
    return report.tokens[at - 1].form in _SO or bool(in_tokens(report.document.dates, at + 1, at + 2))


def _anybody(report: Report, first: int, last: int) -> bool:
    """«أقدم رجل على قتل», but «أقدم رجل يدعى سالم على قتل»: whether it is not said who somebody is."""
    who = in_tokens(report.scan.of(GroupWord), first, first + 1)
    plain = any(h.entry.sort == "person" and h.entry.group in _PLAIN and not h.entry.doer for h in who)
    return plain and not any(t.form in _CALLED for t in report.tokens[first:last])
