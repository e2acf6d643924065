"""What does the harm that a heading tells take over from the paragraph under it, which tells the same in full?"""

from collections.abc import Sequence

from tawthiq.stages.claims.events import OF_SOME
from tawthiq.stages.claims.holding import agree
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import LOOSE, Report
from tawthiq.stages.claims.times import same_day

_UNDER, _FIGURES = 2, 10  # sentences and figures below a heading that are looked at
_LONG = 24  # tokens
_STOPS = frozenset({".", "!", "؟", "?", "،", "؛", ":"})


def told_below(report: Report, own: Sequence[Own]) -> tuple[Own, ...]:
    """The harms of a report; one that a heading tells without its cause has that of the same figure of the same people
    below it («استشهاد طفل», «قصفت الطائرات منزلا ما أدى إلى استشهاد طفل»), and its place and day unless it is the
    report's title, whose place all of it tells."""
    found, last = list(own), len(report.document.sentences) - 1
    for number, each in enumerate(own):
        casualty = each.scene.casualty
        bare = each.cause is None and casualty.count.low is not None and casualty.outcome not in LOOSE
        if bare and casualty.sentence < last and _is_heading(report, casualty.sentence):
            below = own[number + 1 : number + 1 + _FIGURES]
            twin = next((o for o in below if _again(each, o)), None)
            title = report.document.sentences[casualty.sentence].part == "title"
            found[number] = _taken(each, twin, title) if twin is not None else each
    return tuple(found)


def _is_heading(report: Report, at: int) -> bool:
    """Whether a sentence is a line of its own that ends in no stop, with a paragraph below it."""
    sentences = report.document.sentences
    here = sentences[at]
    if here.under is not None or sentences[at + 1].paragraph == here.paragraph or here.last - here.first > _LONG:
        return False
    alone = not at or sentences[at - 1].paragraph != here.paragraph
    return alone and report.tokens[here.last - 1].form not in _STOPS


def _again(head: Own, below: Own) -> bool:
    """Whether a harm right below a heading is the one that the heading tells."""
    one, two = head.scene.casualty, below.scene.casualty
    near = head.scene.sentence < below.scene.sentence <= head.scene.sentence + _UNDER
    told = below.cause is not None and below.cause.candidate.value.event not in OF_SOME
    alike = near and told and (one.outcome, one.group, one.count) == (two.outcome, two.group, two.count)
    if not alike or not same_day(head.when, below.when):
        return False
    return head.where is None or below.where is None or agree(head.where, below.where)


def _taken(head: Own, below: Own, title: bool) -> Own:
    head = head._replace(cause=below.cause)
    if title:
        return head
    placed = head if head.where is not None else head._replace(place=below.place, where=below.where)
    return placed._replace(time=head.time or below.time)
