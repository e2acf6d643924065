"""Who did it by what somebody is charged with, convicted of or confesses, or by who the assailant is said to be?
«المتهم بقتل زوجته», «أدينت بقتل سبعة», «المهاجم، وهو طالب»"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tawthiq.language.lists import words
from tawthiq.model import Actor, Casualty, Span
from tawthiq.stages.claims.part import PRIVATE, Part
from tawthiq.stages.claims.scene import BODILY, Report, in_tokens

_ACCUSED, _CHARGES = words("stands_accused"), ("بجريمه", "بتهمه", "بتهم")
_FAR, _BEFORE = 5, 3  # from the deed back over a name to the word of guilt, from that back to an actor
_INVOLVED, _IN, _CRIME = words("involved"), "في", frozenset({"جريمه", "عمليه", "حادث", "حادثه"})  # «متورطين في قتل»
_DEED = 7  # from an accused side to the deed
_BESIDE = 1  # «جندي إسرائيلي أدين», «القوات التي أدينت»
_BY, _NO_DEED = "ب", "بمقتل"
_THAT = ("بان", "ان")  # «اعترف بأنه هدد بقتل شرطية»
_ID, _COURT = "other:accused", "other:court"
_ASSAILANT, DESCRIBED = "other:assailant", "actors.described"
_ASSAILANTS, _WHO_IS, _TOLD = words("assailant"), ("وهو", "وهي", "ويدعي", "يدعي", "المدعو", "واسمه"), 6
_ACTS, _FORMER = ("ما", "ي"), ("سابق", "السابق")  # «وهو ما أسفر», «وهو يحمل»
_SENTENCED, _FOR, _TERM = words("sentenced"), "ل", 12  # from «بالسجن» over a name to «لقتل»


class Guilty(NamedTuple):
    """Who stands accused of harm to people, each as a mention: `charged` by the sentence of the harm, `whole` by the
    incident that title or lead accuse them of, or that has them for an assailant who is described."""

    charged: Mapping[int, list[Part]]
    whole: Mapping[int, list[Part]]

    def __bool__(self) -> bool:
        return bool(self.charged or self.whole)

    def of_harm(self, sentence: int, casualty: Casualty) -> list[Part]:
        """Who stands accused of one harm, by the word before it."""
        at = casualty.harm[0]
        here = self.charged.get(sentence, ()) if at < casualty.first else ()
        return [p for p in here if at - _DEED <= p.actor.first < at]


def guilty(report: Report, incidents: Mapping[int, int], lead: Iterable[int]) -> Guilty:
    """Who stands accused by the report, in the order of the harms; `incidents` are those that sentences tell of where
    that is not the main one (0), `lead` the sentences of title and lead."""
    charged, whole = dict[int, list[Part]](), dict[int, list[Part]]()
    for part in _charged(report):
        charged.setdefault(part.sentence, []).append(part)
    led = (p for sentence in (sorted(lead) if charged else ()) for p in charged.get(sentence, ()))
    for part in (*led, *_described(report)):
        whole.setdefault(incidents.get(part.sentence, 0), []).append(part)
    return Guilty(charged, whole)


def _described(report: Report) -> Iterator[Part]:
    """«المهاجم، وهو باحث في الجامعة», «المسلح ويدعى سالم»: where it is told who an assailant is."""
    tokens = report.tokens
    for at in [n for n, t in enumerate(tokens) if t.form in _ASSAILANTS]:
        _, limit = report.bounds(at)
        told = next((n for n in range(at + 1, min(limit - 1, at + _TOLD)) if tokens[n].form in _WHO_IS), None)
        if told is None or tokens[told + 1].form.startswith(_ACTS):
            continue
        if not in_tokens(report.document.actors, told, min(limit, told + _BEFORE)):
            span = Span(tokens[at].start, tokens[told - 1].end)
            actor = Actor(span, report.document.text[span.start : span.end], _ASSAILANT, at, told, ("actor.assailant",))
            yield Part(actor, report.sentence_at(at), 1.0, (DESCRIBED, PRIVATE), None)


def _charged(report: Report) -> Iterator[Part]:
    for casualty in report.document.casualties:
        at = casualty.harm[0]
        if casualty.outcome in BODILY and casualty.first > at > 0:
            form, before = report.tokens[at].form, report.tokens[at - 1].form
            led = (form[0] == _BY and form != _NO_DEED) or before in _CHARGES
            word = _word(report, at, _FAR, _ACCUSED) if led else None
            if before == _IN or (before in _CRIME and report.tokens[at - 2].form == _IN):
                word = _word(report, at, _FAR, _INVOLVED)
            if form[0] == _FOR:  # «بالسجن على سالم لقتل زوجته»
                word = _word(report, at, _TERM, _SENTENCED)
            accused = _accused(report, casualty, word) if word is not None else None
            if accused is not None:
                yield Part(accused, casualty.sentence, 1.0, ("actors.stands_accused", PRIVATE), None)


def _word(report: Report, at: int, reach: int, of: frozenset[str]) -> int | None:
    """Where the word of guilt stands that a deed belongs to."""
    floor, _ = report.bounds(at)
    word = next((t for t in range(at - 1, max(floor, at - reach) - 1, -1) if report.tokens[t].form in of), None)
    if word is None or report.clauses_between(word, at):
        return None
    return None if any(t.form.startswith(_THAT) for t in report.tokens[word + 1 : at]) else word


def _accused(report: Report, casualty: Casualty, word: int) -> Actor | None:
    """The one known side that is named right before a word of guilt, nobody where one is named farther off, else
    whoever it is."""
    at, tokens = casualty.harm[0], report.tokens
    floor, _ = report.bounds(at)
    named = [a for a in in_tokens(report.document.actors, max(floor, word - _BEFORE), at)
             if a.id != _COURT and tokens[a.last].form not in _FORMER and not _holds(report, a)]  # fmt: skip
    if named:
        return next((a for a in named if 0 <= word - a.last <= _BESIDE), None)
    span = Span(tokens[word].start, tokens[at - 1].end)
    return Actor(span, report.document.text[span.start : span.end], _ID, word, at, ("actor.accused",))


def _holds(report: Report, actor: Actor) -> bool:
    """«أوقفت الشرطة رجلا متهما بقتل جاره»: whether an actor only stands behind a verb of arresting."""
    verb = report.harms.get(actor.first - 1)
    return verb is not None and verb.last == actor.first and verb.entry.outcome == "detained"
