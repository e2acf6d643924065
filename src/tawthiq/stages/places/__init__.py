"""Places: which places a report names, and where they are.

Names are found once over the tokens, joined with the words around them (kind,
direction, countryside, lists), judged, and resolved by the report as a whole. A
place carries in `because` why it was read so; `docs/places.md` lists the ids.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from tawthiq.language import Language
from tawthiq.language.gazetteer import Row
from tawthiq.language.scan import Scan
from tawthiq.model import Aside, Date, Document, Place, Sentence, Span
from tawthiq.stages.places.find import find
from tawthiq.stages.places.items import home_at, homes
from tawthiq.stages.places.judge import judge
from tawthiq.stages.places.mention import Mention, View, view
from tawthiq.stages.places.place import Memory, levelled, place
from tawthiq.stages.places.resolve import choose, context, follows, joined, likely, tie, town_before, votes

__all__ = ["run"]

_FIRST = attrgetter("first")


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `document.places` in order of position, and add what was set aside to `document.aside`."""
    seen = view(scan, document.sentences, language.gazetteer)
    mentions = [m for m in find(seen) if m.first not in seen.small or not _month(seen, m, document.dates)]
    count = votes(seen, judge(seen, mentions, None).kept)
    verdict = judge(seen, mentions, max(count, key=lambda land: count[land]) if count else None)
    aside = tuple(
        _aside(seen, mention, reason) for mention, reason in verdict.aside if mention.ordinary in (None, "weak")
    )
    places = _resolved(seen, verdict.kept, document.sentences)
    return replace(document, places=tuple(places), aside=(*document.aside, *aside))


def _month(seen: View, mention: Mention, dates: Sequence[Date]) -> bool:
    """«15 آب»: a word of dates inside one, which folded is also the name of a town (إب)."""
    if mention.kind or mention.last - mention.first > 1 or mention.first in seen.particles:
        return False
    at = bisect_right(dates, mention.first, key=_FIRST) - 1
    return at >= 0 and mention.first < dates[at].last


def _aside(seen: View, mention: Mention, reason: str) -> Aside:
    return Aside(Span(mention.start, mention.end), seen.text[mention.start : mention.end], "places", reason)


def _resolved(seen: View, mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Place]:
    """One `Place` for each mention that stands for a place; later mentions are resolved with earlier ones."""
    about = context(seen, mentions)
    holders: list[Row | None] = [None] * len(mentions)
    chosen: list[tuple[Row, bool] | None] = [None] * len(mentions)
    for index in range(len(mentions) - 1, -1, -1):
        mention = mentions[index]
        after = mentions[index + 1] if index + 1 < len(mentions) else None
        beside = False
        if after and after.item and mention.kind == after.kind:
            holders[index] = holders[index + 1]
        elif after and tie(seen, mention, after):
            following = chosen[index + 1]
            holder = following[0] if following else holders[index + 1]
            holders[index] = levelled(holder, after) if holder and after.land else holder
        elif after and after.kind and mention.kind and after.first - mention.last <= 3 and joined(seen, mention, after):
            holders[index], beside = holders[index + 1], True
        elif after and follows(seen, mention, after):
            following = chosen[index + 1]
            holders[index] = following[0] if following else None
        if beside and mention.rows and not likely(mention, holders[index], about):
            holders[index] = None
        if mention.rows and likely(mention, holders[index], about):
            within = holders[index]
            if within is None and mention.rows[0].level == "neighbourhood":
                within = town_before(mentions, index)
            chosen[index] = choose(mention, within, about)
    memory, items = Memory(about, about.home), homes(seen, sentences, mentions)
    made: list[Place | None] = []
    for i, mention in enumerate(mentions):
        memory.country = home_at(items, mention.first) or about.home
        made.append(place(seen, mention, chosen[i], holders[i], memory))
    return [p for p in made if p]
