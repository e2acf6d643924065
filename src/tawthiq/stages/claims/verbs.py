"""Verbs of harm and their subjects: which have a doer for theirs, and who goes on as the subject of the next."""

from collections.abc import Mapping

from tawthiq.language.entries import EventWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.model import Actor
from tawthiq.stages.claims.scene import Report, in_tokens

_OVER, _OVERCOME = "علي", ("قضي", "قضت", "قضوا")  # «قضى الجيش أمس على خمسة»
_AND, _THEN, _BY = ("و", "ف"), "ثم", "ب"  # «وقتلوا», «ثم قتلوا», «وقاموا بقتل»
_CHAINED = (*_AND, _BY)
_RIGHT_BEHIND, _CHAIN = 2, 25
_BEFORE_SUBJECT = 2  # «سيطر مسلحو التنظيم», «وقد سيطر المسلحون»
FEMININE = ("ات", "ه", "وي", "يا")
_PEOPLE = ("و", "ون", "جنود", "رجال", "عناصر", "افراد", "شبان")
MASCULINE = words("masculine_body")
_OBJECT = ("ين", "ا")  # «عشرين», «شخصا»: endings of who is acted upon
_LAST_RADICAL = "ى"  # «ألقى», whose passive is «ألقي»
_SIEGE, _IMPOSED = "siege", 6
_BESIDE = ("beside", "relative")
_PLURALS, _PLURAL = words("nominative_plural"), "وا"


def transitive(report: Report, harm: Hit) -> bool:
    """«قتل» has a doer for its subject, «استشهد» has not."""
    at, end = harm.first, harm.first + 1
    told = report.within(at, end, "transitive") or report.within(at, end, "attack") or report.within(at, end, "deed")
    return bool(told)


def overcomes(report: Report, harm: Hit, harmed: int) -> bool:
    """«قضى الجيش على خمسة», «قضت أمس على خمسة», but «قضى خمسة جوعا»: «قضى» has a doer with «على» before the harmed."""
    form = report.tokens[harm.last - 1].form
    return form.endswith(_OVERCOME) and report.tokens[harmed - 1].form == _OVER and harmed - harm.last > 1


def besieges(report: Report, verb: Hit, end: int) -> bool:
    """«حصار تفرضه القوات», «فرضت القوات حصارا», but «تعتيم تفرضه السلطات»: whether what is imposed is a siege."""
    return any(h.entry.event == _SIEGE for h in in_tokens(
        report.scan.of(EventWord), verb.first - _IMPOSED, end))  # fmt: skip


def going_on(report: Report, objects: Mapping[int, int]) -> frozenset[int]:
    """«سيطر مسلحو التنظيم على البلدة وخطفوا عشرة»: the first tokens of the actors that begin a clause and are the
    subject of a further verb in it that harms. `objects` are where the harmed begin behind each word of harm."""
    told = [report.harms[at] for at in objects if at in report.harms]
    chained = [h for h in told if h.clitic in _CHAINED or report.tokens[h.first - 1].form == _THEN]
    subjects = [_subject(report, h, objects[h.first]) for h in chained]
    return frozenset([actor.first for actor in subjects if actor is not None])


def _subject(report: Report, harm: Hit, harmed: int) -> Actor | None:
    if not 0 <= harmed - harm.last <= _RIGHT_BEHIND:
        return None
    light = report.before(harm.first, "attack", 0) if harm.clitic == _BY else None
    lightly = light is not None and light.entry.value == "light"
    verb = light if light is not None and lightly else harm
    if not goes_on(report, verb) or not transitive(report, harm):
        return None
    actor = _begins(report, verb)
    if actor is None or in_tokens(report.document.actors, verb.last, harmed):
        return None
    form, subject = report.tokens[verb.first].form, report.tokens[actor.first].form
    return actor if agrees(subject, form) and (lightly or _acted_upon(report, verb, harmed)) else None


def goes_on(report: Report, verb: Hit) -> bool:
    """Whether «و», «ف» or «ثم» joins a verb to one before it."""
    return verb.clitic in _AND or report.tokens[verb.first - 1].form == _THEN


def _begins(report: Report, verb: Hit) -> Actor | None:
    """The actor that the clause of a verb begins with, behind its own verb or before it."""
    first, _ = report.bounds(verb.first)
    opened = [h.last for h in report.within(max(first, verb.first - _CHAIN), verb.first, "that")]
    clauses = report.within(max(first, verb.first - _CHAIN), verb.first, "clause")
    opened += [h.last for h in clauses if h.entry.value in _BESIDE]
    start = max(opened, default=first)
    if (several := _several(report, verb.first, max(start, verb.first - _CHAIN))) is not None:
        return several
    here = in_tokens(report.document.actors, start, min(verb.first, start + _BEFORE_SUBJECT + 1))
    if not here or verb.first - here[0].last > _CHAIN:
        return None
    told = (h for layer in ("event", "harm") for h in in_tokens(report.scan.hits(layer), start, here[0].first))
    governed = report.tokens[here[0].first].start < here[0].span.start or report.before(here[0].first, "preposition", 0)
    return None if governed or any(told) else here[0]


def _several(report: Report, verb: int, start: int) -> Actor | None:
    """«قتل مسلحون حارسا وخطفوا أربعة»: the last actor before a verb in the plural that stands in the plural of who
    acts."""
    if not report.tokens[verb].form.endswith(_PLURAL):
        return None
    named = in_tokens(report.document.actors, start, verb)
    return next((a for a in reversed(named) if nominative(report.tokens[a.first].form)), None)


def of_several(report: Report, verb: int, actor: Actor) -> bool:
    """Whether an actor in the plural of who acts is the subject of a further verb, joined by «و» or «ف»."""
    hit = report.harms.get(verb)
    if hit is None or hit.clitic not in _AND or not 0 <= verb - actor.last <= _CHAIN:
        return False
    return _several(report, verb, actor.first) is actor


def nominative(name: str) -> bool:
    """«مسلحون», «مسلحو»: whether a noun is in the plural of who acts."""
    return name.removeprefix("و").removeprefix("ال") in _PLURALS


def agrees(name: str, verb: str) -> bool:
    """«القوات … واعتقلت», «المسلحون … وخطفوا», «الجيش … وقتل»."""
    name = name.removeprefix("و").removeprefix("ال")
    if verb.endswith("وا"):
        return name.endswith(_PEOPLE)
    if verb.endswith("ت"):
        return name.endswith(FEMININE)
    return name in MASCULINE


def _acted_upon(report: Report, verb: Hit, harmed: int) -> bool:
    """Whether the harmed are a verb's object, and not the subject of its passive: «واعتقلت عشرين شابا», «وقتل عشرين»,
    «وألقى القبض على عشرة», but «وقتل عشرة», «وقتلت امرأة»."""
    told, form = report.tokens[verb.first], report.tokens[harmed].form
    if told.form.endswith("وا") or report.document.text[told.end - 1] == _LAST_RADICAL:
        return True
    if told.form.endswith("ت"):
        counted = in_tokens(report.document.numbers, harmed, harmed + 1)
        return bool(counted) or not form.endswith(FEMININE)
    behind = report.tokens[min(harmed + 1, len(report.tokens) - 1)].form
    return form.endswith(_OBJECT) or (behind.endswith(_OBJECT) and form.endswith("ين"))
