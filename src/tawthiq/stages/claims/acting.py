"""Whether an actor is said to attack by a verb of its own."""

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import HarmHit, StructureHit
from tawthiq.stages.claims.mention import Phrase, over_backing, over_followers
from tawthiq.stages.claims.scene import Report, in_tokens
from tawthiq.stages.claims.surroundings import Surroundings
from tawthiq.stages.claims.verbs import agrees, besieges, goes_on

_SUBJECT, VERB = 9, 3  # from the subject of «إن» to its verb, between a verb and its subject
_BETWEEN = 2  # «القوات لاحقت المهاجمين»
_AROUND = 30  # tokens of a sentence on either side of «ألقت القبض»
_BY_RAIDS = frozenset({"detained", "destroyed", "damaged"})  # «ألقت القبض على ثلاثة ودمرت مخابئهم»
_LIGHT = 9  # tokens from a subject to the deed of «قام»
_BRACKETS = (")", "]", "»")
_ENDS_MENTION = ("،", ",", *_BRACKETS)
_SO = ("فقد", "قد")
_HAD, _APART = ("كان", "كانت", "وكان", "وكانت"), 14  # «كانت القوات المتمركزة في الجبال، قد قصفت»
_AND, _COMMA, _INSET = "و", "،", 10  # «قام مسلحون، قرب الجسر، بخطف»
_ITSELF, _WHO = ("هو", "هي", "هم"), "من"
_OPENS, _CHAIN = 2, 25  # «دخلت قوات»: tokens of a clause before its subject, of it up to its last verb
_IT, _SELF = "behind_it", "with_self"  # «بتنفيذه», «فجر نفسه»
OVER_PRONOUN = ("ها", "هم", "هما", "ته")  # «قصفتها»


def done(around: Surroundings, phrase: Phrase, verb: StructureHit) -> bool:
    """«قام الجيش بقصف»: a light verb attacks only with the deed behind it."""
    return _carried_out(around.report, verb, phrase.last, phrase.limit)


def deed_in(report: Report, first: int, last: int) -> bool:
    """Whether a deed is told, and not only where somebody acts («في موقع الانفجار»)."""
    harms = (h for h in in_tokens(report.scan.of(HarmWord), first, last) if _harmful(h))
    events = (h for h in in_tokens(report.scan.of(EventWord), first, last) if h.entry.part != "none")
    return any(
        report.clauses_between(first, h.first) == 0 and not _its_site(report, h)
        for found in (events, harms)
        for h in found
    )


def _its_site(report: Report, deed: Hit) -> bool:
    of = report.before(deed.first, "target", 0)
    return of is not None and of.entry.value == "site"


def _harmful(harm: HarmHit) -> bool:
    word = harm.entry
    return word.part in ("verb", "masdar", "topic") and word.outcome not in ("", "body", "displaced", "rescued")


def _suffered(around: Surroundings, verb: Hit) -> bool:
    """«خمسة من الجنود قتلوا»: a verb of harm with nobody harmed behind it is no deed of who stands before it; who
    «يفجر» does it to something."""
    harm = around.report.harms.get(verb.first)
    if harm is None or verb.first in around.harmed.objects:
        return False
    word = harm.entry
    return word.outcome not in ("", "hit") and word.voice != "blown" and not _sets_off(around.report, harm)


def _sets_off(report: Report, harm: HarmHit) -> bool:
    """«مسلحون فجروا عبوة ناسفة»: whether what a verb blows up is a bomb, and not whoever stands before it."""
    bombs = in_tokens(report.scan.of(EventWord), harm.last, harm.last + 1)
    return harm.entry.voice == _SELF and any(h.entry.event == "bombing" for h in bombs)


def ends(report: Report, phrase: Phrase) -> int:
    """The first token behind a mention, or behind the relative word that follows it («الجيش، الذي»)."""
    at = phrase.last + (phrase.last < phrase.limit and report.tokens[phrase.last].form in _ENDS_MENTION)
    if at > phrase.last and (over := over_backing(report, phrase)) is not None:
        return over
    followed = at < phrase.limit and report.tokens[at].form[0] == _AND
    if followed and (behind := over_followers(report, at, phrase.limit)) > at:
        return behind
    if at < phrase.limit and report.tokens[at].form in _SO:
        return at + 1  # «أما التنظيم فقد قتل طفلين»
    if at + 1 < phrase.limit and report.tokens[at].form in _ITSELF:
        at += 1  # «الجيش هو الذي», «إسرائيل هي من»
        if report.tokens[at].form == _WHO:
            return at + 1
    relative = report.within(at, at + 1, "clause")
    if relative and relative[0].entry.value == "relative":
        return relative[0].last
    return at if report.tokens[at - 1].form in _BRACKETS else phrase.last


def then_attacks(around: Surroundings, phrase: Phrase, before: Phrase | None) -> bool:
    """«إسرائيل تقصف»: a verb of attack right behind, with neither a clause nor «أن» between."""
    report = around.report
    behind = ends(report, phrase)
    subject = phrase.start == phrase.floor or report.before(phrase.start, "that", 1) is not None
    reach = _SUBJECT if subject and not around.report.within(behind, behind + 1, "that") else VERB
    if subject and behind == phrase.last and behind + 1 < phrase.limit and report.tokens[behind].form == _COMMA:
        behind += bool(report.within(behind + 1, behind + 2, "attack"))  # «إن مسلحين، شنوا هجوما»
    had = report.tokens[phrase.start - 1].form in _HAD
    for verb in report.within(behind, min(phrase.limit, behind + (_APART if had else reach)), "attack"):
        goes_on = verb.clitic == "و" and verb.first == behind and verb.first in around.harmed.objects
        goes_on = goes_on and not _object_of(report, before, phrase)
        light = verb.entry.value == "light"
        if light and report.tokens[verb.first - 1].form == _WHO:
            continue  # «لم يمنع السلطات من فتح تحقيق»
        if not (verb.clitic in ("", "ف") or goes_on) or _suffered(around, verb):
            continue
        if report.tokens[verb.last - 1].form.endswith(OVER_PRONOUN):
            continue
        had_it = had and report.tokens[verb.first - 1].form in _SO  # «كانت القوات، وهي في البلدة، قد قصفت»
        if had_it and not in_tokens(report.document.actors, phrase.last, verb.first):
            return _carried_out(report, verb, verb.last, phrase.limit)
        if report.clauses_between(behind, verb.first) or _parted(report, behind, verb.first):
            return False
        return _carried_out(report, verb, verb.last, phrase.limit)
    return False


def also_attacks(around: Surroundings, phrase: Phrase) -> bool:
    """«دخلت القوات القرية وأطلقت النار»: whether the subject of a clause's first verb is that of a further verb, of
    attack, which agrees with it and has no other subject."""
    report = around.report
    limit = min(phrase.limit, phrase.last + _CHAIN)
    verbs = [v for v in report.within(phrase.last, limit, "attack") if goes_on(report, v)]
    if not verbs or not _opens_clause(report, phrase):
        return False
    verb, subject = verbs[0], report.tokens[phrase.start].form
    if verb.first in report.harms or not agrees(subject, report.tokens[verb.first].form):
        return False
    actors = report.document.actors
    others = (*in_tokens(actors, phrase.last + 2, verb.first), *in_tokens(actors, verb.last, verb.last + _OPENS))
    if others:
        return False
    return not _parted(report, phrase.last, verb.first) and _carried_out(report, verb, verb.last, phrase.limit)


def _opens_clause(report: Report, phrase: Phrase) -> bool:
    """Whether a mention is the subject that a clause begins with, behind its verb."""
    begins = max((h.last for part in ("that", "clause") for h in report.within(
        max(phrase.floor, phrase.start - _OPENS - 1), phrase.start, part)), default=phrase.floor)  # fmt: skip
    led = report.before(phrase.start, "preposition", 0) is not None
    return phrase.start - begins <= _OPENS and not led and phrase.start > begins


def _carried_out(report: Report, verb: StructureHit, first: int, last: int) -> bool:
    """Whether a verb that is no attack by itself has the deed behind it («قامت بقصف», «ألقت براميل»), or before it
    («قنبلة ألقاها»). «ألقت القبض» is no attack, where its sentence tells other harm."""
    kind, end = verb.entry.value, min(last, first + _LIGHT)
    if kind == "imposed":
        return besieges(report, verb, end)
    if kind != "throw":
        return kind != "light" or _did_it(report, first) or deed_in(report, *_over_inset(report, first, last))
    if report.tokens[verb.last - 1].form.endswith(OVER_PRONOUN) or report.within(first, end, "hurled"):
        return True
    told = {h.entry.event for h in in_tokens(report.scan.of(EventWord), first, end)} - {"none"}
    begin, stop = report.bounds(verb.first)
    harmed = in_tokens(report.document.casualties, max(begin, verb.first - _AROUND), min(stop, verb.last + _AROUND))
    return bool(told) and (told != {"arrest"} or all(c.outcome in _BY_RAIDS for c in harmed))


def _did_it(report: Report, first: int) -> bool:
    """«قاموا بتنفيذه»: whether the deed of a light verb is that of an attack told before."""
    return any(h.entry.value == _IT for h in report.within(first, first + 1, "accuse"))


def _over_inset(report: Report, first: int, last: int) -> tuple[int, int]:
    """«قام مسلحون، قرب الجسر، بخطف»: where the deed of a light verb can stand, behind an inset that nobody acts in."""
    if first < last and report.tokens[first].form == _COMMA:
        closing = next(
            (at for at in range(first + 1, min(last, first + _INSET)) if report.tokens[at].form == _COMMA), 0
        )
        if (
            closing
            and not report.within(first, closing, "attack")
            and not in_tokens(report.document.actors, first, closing)
        ):
            first = closing + 1
    return first, min(last, first + _LIGHT)


def _object_of(report: Report, before: Phrase | None, phrase: Phrase) -> bool:
    """«القوات لاحقت المهاجمين»: right behind another, at most a verb between, a mention is what that one acts upon."""
    if before is None or not 0 < phrase.start - before.last <= _BETWEEN:
        return False
    return not _parted(report, before.last, phrase.start)


def _parted(report: Report, behind: int, verb: int) -> bool:
    """«قال الجيش أن», «رتل للجيش ما أوقع قتلى»: what follows is another's deed."""
    return any(report.within(behind, verb, part) for part in ("that", "result"))
