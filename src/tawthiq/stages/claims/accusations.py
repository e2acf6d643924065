"""Who is accused, who accuses, and who owns to a deed or denies it."""

from collections.abc import Sequence
from itertools import pairwise

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import StructureHit
from tawthiq.model import Actor
from tawthiq.stages.claims.hands import HAND
from tawthiq.stages.claims.scene import Report, in_tokens

_FOR, _ON, _RATIO = "عن", "علي", "ة"
_FOR_IT = ("فيه", "فيها", "عنه", "عنها", "فيهما")
_WHOLE, _THAT = frozenset({"كامله", "الكامله"}), "ذلك"
_REACH = 30
_BLAME = 12
_CHARGE = 20  # from a verb of accusing to the deed
_NEAR = 4
_JOINED = 1  # from one of the accused to another («وقوات النظام»)
_GAIN = 2  # «لصالح ضباط من النظام»
_RESPONSIBILITY = ("laid", "announced")
_TRACES = ("traced", "blamed", "attributed", "behind", "behind_them", "suspected")
_CARRIED, _ACCUSED = edges("did_or_stands"), words("accused_one")
LADEN = ("with_blame", "bears")
_OPENING = 3  # «وكان» at the head of a sentence
_MARKS = (":", "-", "–", "—", "؛")
_CIVILIANS = frozenset({"civilian", "child", "woman"})
_TRACED = 6  # from «مصدرها», «إلى» to the name
_LAID = 10  # from «نسبته» to «إلى»
_BEHIND = 5  # from a name to «وراء الهجوم»


def charged(report: Report, sentence: int, here: Sequence[Actor]) -> int:
    """Where the actor is named to whom a line of a list lays what it counts («النظام السوري: 12 مدنيا»), -1 for none:
    civilians, or whomever a list by perpetrators counts."""
    line = report.document.sentences[sentence]
    figures = report.figures.get(sentence, ())
    if line.under is None or not here or not figures or here[0].first - line.first > _OPENING:
        return -1
    label, counted = here[0], figures[0]
    marked = report.tokens[min(label.last, len(report.tokens) - 1)].form in _MARKS
    if not marked or not 0 <= counted.first - label.last <= _OPENING:
        return -1
    heading = report.document.sentences[line.under]
    parts = (report.within(heading.first, heading.last, part) for part in ("perpetrator", "everyone", "agent"))
    return label.first if counted.group in _CIVILIANS or any(parts) else -1


def accusation(report: Report, here: Sequence[Actor], first: int, last: int) -> tuple[set[int], set[int]]:
    """The first tokens of the accused and of the accusers among a sentence's actors.

    Arabic puts the accuser after the verb and the accused after that, often with «ب» and the deed behind.
    """
    if "blame" not in report.parts and "accuse" not in report.parts and "attack" not in report.parts:
        return set(), set()
    blamed = report.within(first, last, "blame") if "blame" in report.parts else ()
    accused = {a.first for word in blamed for a in _responsible(report, here, word)}
    accusers: set[int] = set()
    thrown = [h for h in report.within(first, last, "attack") if h.entry.value == "throw"]
    for verb in (*report.within(first, last, "accuse"), *thrown):
        if verb.entry.value in _TRACES:
            accused.update(_traced(report, here, verb, (first, last)))
            continue
        after = [a for a in in_tokens(here, verb.last, min(last, verb.last + _REACH + 1)) if not _gains(report, a)]
        targets = _targets(report, after, verb, last)
        accused.update(a.first for a in targets)
        if targets:
            accusers.update(a.first for a in after if a.first < targets[0].first and a.id != targets[0].id)
            accusers.update(a.first for a in here if a.last == verb.first)  # «روسيا تتهم أوكرانيا»
    for one, two in pairwise(here):  # «مصدرها مناطق الفصائل وقوات النظام»
        joined = 0 <= two.first - one.last <= _JOINED and report.tokens[one.last].form.startswith("و")
        if one.first in accused and joined:
            accused.add(two.first)
    return accused, accusers - accused


def _gains(report: Report, actor: Actor) -> bool:
    """«بعمليات خطف لصالح ضباط النظام»: whether a deed is said to be done for somebody's benefit."""
    lead = report.before(actor.first, "target", _GAIN)
    return lead is not None and lead.entry.value == "benefit"


def _targets(report: Report, after: Sequence[Actor], verb: StructureHit, last: int) -> Sequence[Actor]:
    """Whom the verb accuses, of those named behind it: nobody where it accuses of no deed."""
    kind = verb.entry.value
    if not after or kind == "behind_it":
        return ()
    if kind == "throw":
        return _thrown(report, after, verb, last)
    if kind in LADEN:
        return _laden(report, after, verb, last)
    if _accuses(report, after, verb):
        return ()
    deed, end = _deed(report, verb.last, last), min(last, verb.last + _CHARGE)
    if report.within(verb.last, end if deed is None else min(end, deed), "charge"):
        return ()  # «بتنظيم احتجاجات», «بالتقصير»: of something else than the harm
    if deed is None and not (in_tokens(report.scan.of(EventWord), verb.last, end) or _behind(report, verb.last, end)):
        return ()
    named = [a for a in after if deed is None or a.first < deed]
    if deed is not None and not named:
        return ()  # «تتهم المجموعة بخطف مدنيين لصالح النظام»
    return _with_joined(report, after, named[-1] if deed is not None else after[min(1, len(after) - 1)])


def _accuses(report: Report, after: Sequence[Actor], verb: Hit) -> bool:
    """«اتهمت الوزارة المصرية قادة الجماعة بتدريب المنفذين», but «اتهم النظام بقصف الحي»: whether the only one named
    stands right behind the verb and somebody unknown, whom it accuses, behind that."""
    only = after[0]
    if only.first != verb.last or after[-1].first != only.first or only.last >= len(report.tokens):
        return False
    token = report.tokens[only.last]
    return token.is_word and not token.form.startswith("ب")


def _at(named: Sequence[Actor], one: Actor) -> Sequence[Actor]:
    """All that are named in the same place."""
    return [a for a in named if a.first == one.first]


def _with_joined(report: Report, named: Sequence[Actor], one: Actor) -> Sequence[Actor]:
    """«روسيا وإيران»: the accused and those named right before, whom «و» joins to them."""
    first = one
    for a in reversed(named):
        if a.first < first.first:
            token = report.tokens[first.first]
            if a.last != first.first or token.start == first.span.start or not token.form.startswith("و"):
                break
            first = a
    return [a for a in named if first.first <= a.first <= one.first]


def _laden(report: Report, after: Sequence[Actor], verb: StructureHit, last: int) -> Sequence[Actor]:
    """Whom the verb lays the blame to: «حملت السلطات المسلحين مسؤولية الهجوم», «حملت مسؤولية الهجوم للمسلحين»."""
    kind, end = verb.entry.value, min(last, verb.last + _CHARGE)
    reach = min(last, verb.last + _REACH)
    blamed = report.within(verb.last, reach, "blame") or report.within(verb.last, reach, "responsible")
    if not blamed or _by_hand_of(report, after, blamed[0].last, last):
        return ()
    before = [a for a in after if a.first < blamed[0].first]
    if kind == "bears":
        return before
    told: bool | Sequence[Hit] = in_tokens(report.scan.of(EventWord), verb.last, end)
    if blamed[0].entry.value in _RESPONSIBILITY:
        near = blamed[0].last + _NEAR
        told = told or _told(report, verb.last, end) or report.within(blamed[0].last, near, "outrage")
    if blamed[0].first >= verb.last + _BLAME or not (told or _for_it_all(report, verb, blamed[0])):
        return ()
    given = [a for a in in_tokens(after, blamed[0].last, end) if _to(report, a)]
    if given or not before:
        return _at(after, given[0] if given else after[min(1, len(after) - 1)])
    return _with_joined(report, after, before[-1])


def _for_it_all(report: Report, verb: Hit, blame: Hit) -> bool:
    """«قتل ستة في هجوم، محملا الحركة المسؤولية», «مسؤولية ذلك»: whether responsibility ends what is said, so that it is
    for the attack told before; a title may mean who let it happen."""
    if report.document.sentences[report.sentence_at(verb.first)].part == "title":
        return False
    behind = report.tokens[min(blame.last, len(report.tokens) - 1)].form
    at = blame.last + (behind in _WHOLE or behind == _THAT)
    ends = at >= len(report.tokens) or not report.tokens[at].is_word
    first, _ = report.bounds(max(report.bounds(verb.first)[0] - 1, 0))
    events = in_tokens(report.scan.of(EventWord), first, verb.first)
    return (blame.definite or behind == _THAT) and ends and any(h.entry.names_attack for h in events)


def _thrown(report: Report, after: Sequence[Actor], verb: Hit, last: int) -> Sequence[Actor]:
    """«ألقت الوزارة باللوم في الهجوم على المسلحين»: on whom blame is thrown, where the deed is told before or right
    behind them («باللوم فيه على المسلحين», «باللوم على المسلحين في الهجوم»)."""
    near = min(last, verb.last + _BLAME)
    on_whom = [h for h in report.within(verb.last, near, "accuse") if h.entry.value == "blamed"]
    blame = [*report.within(verb.last, near, "blame"), *on_whom]
    begin = max(report.bounds(verb.first)[0], verb.first - _REACH)
    if not blame or report.within(begin, verb.first, "looking_back"):
        return ()  # «قتلوا ضابطين انتقاما لتفجير ألقي باللوم فيه على التنظيم»
    at = blame[0].last
    behind = in_tokens(after, at, min(last, at + _CHARGE))
    on = next((a for a in behind if on_whom or report.tokens[a.first - 1].form == _ON), None)
    if on is None:
        return ()
    for_it = report.tokens[at].form in _FOR_IT or _told(report, at, on.first)
    return _at(after, on) if for_it or _told(report, on.last, min(last, on.last + _TRACED)) else ()


def _by_hand_of(report: Report, after: Sequence[Actor], first: int, last: int) -> bool:
    """«حملت إسرائيل مسؤولية قتل الرضيع على يد مستوطنين»: another than who answers for it is told to have done it."""
    hands = (h for h in report.within(first, min(last, first + _REACH), "agent")
             if h.entry.value == HAND)  # fmt: skip
    return any(in_tokens(after, h.last, h.last + _NEAR) for h in hands)


def _to(report: Report, actor: Actor) -> bool:
    """«لإسرائيل»: the name has the particle of whom something is laid to."""
    token = report.tokens[actor.first]
    return token.start < actor.span.start and token.form.startswith("ل")


def _behind(report: Report, first: int, last: int) -> bool:
    """«بالوقوف وراء مقتل خمسة», «بالوقوف وراءه»: whether somebody is said to stand behind a harm."""
    for word in report.within(first, last, "accuse"):
        kind = word.entry.value
        if kind == "behind_it" or (kind == "behind" and _told(report, word.last, word.last + 1)):
            return True
    return False


def _told(report: Report, first: int, last: int) -> bool:
    """Whether a deed or a harm is told of between two tokens."""
    return any(in_tokens(report.scan.hits(layer), first, last) for layer in ("event", "harm"))


def _responsible(report: Report, here: Sequence[Actor], word: Hit) -> Sequence[Actor]:
    """«مسؤولية الجيش عن مقتل ثلاثة»: who is named between the blame and the harm."""
    named = in_tokens(here, word.last, word.last + 1)
    ended = named[-1].last if named else 0
    return named if named and report.tokens[min(ended, len(report.tokens) - 1)].form == _FOR else ()


def _traced(report: Report, here: Sequence[Actor], word: StructureHit, within: tuple[int, int]) -> list[int]:
    """The tokens of those that an attack is traced back to: «مصدرها مناطق سيطرة», «نسبته الحكومة إلى», «وقوف التنظيم
    وراء التفجير»."""
    (first, last), kind = within, word.entry.value
    if kind == "behind":
        of_it = report.tokens[word.last - 1].form in _FOR_IT  # «مسؤولة عنها»
        if not (of_it or _told(report, word.last, min(last, word.last + 2))):
            return []
        near = in_tokens(here, max(first, word.first - _BEHIND), word.first)
        if near and report.tokens[word.first - 1].form in _ACCUSED:  # «الجيش والتنظيم، المتهم بالوقوف وراء الهجوم»
            return [near[-1].first]
        before = [a for a in near if not report.clauses_between(a.last, word.first)]
        return [] if _charged(report, word, first) else [a.first for a in before]
    at = word.last
    if kind == "behind_them":  # «هجمات يقف وراءها المتمردون»
        return [a.first for a in in_tokens(here, at, min(last, at + 2))[:1]]
    if kind == "suspected":
        return [a.first for a in in_tokens(here, at, min(last, at + 2))[:1] if _carries_out(report, a)]
    if kind == "attributed":
        if report.document.text[report.tokens[word.last - 1].end - 1] == _RATIO:
            return []  # «نسبة المنضمين إلى الحركة», not «نسبه إلى الحركة»
        to = [h.last for h in report.within(at, min(last, at + _LAID), "preposition")
              if h.entry.value == "to" and in_tokens(here, h.last, h.last + _NEAR)]  # fmt: skip
        to += [a.first for a in in_tokens(here, at, min(last, at + _LAID)) if _to(report, a)]
        if not to:
            return []
        at = min(to)
    after = in_tokens(here, at, min(last, at + _TRACED))
    if kind == "blamed" and after and not _told(report, after[0].last, min(last, after[0].last + _TRACED)):
        return []
    apart = next((n for n, (a, b) in enumerate(pairwise(after), 1) if not _beside(report, a, b)), len(after))
    return [a.first for a in after[:apart]]


def _carries_out(report: Report, actor: Actor) -> bool:
    """«يشتبه أن الحركة نفذتهما», «يشتبه أن الجماعة تقف وراءه»: whether a verb of doing stands right behind a name."""
    return report.tokens[min(actor.last, len(report.tokens) - 1)].form.startswith(_CARRIED)


def _beside(report: Report, one: Actor, two: Actor) -> bool:
    """«إلى الجيش والأمن», «الجيش و«الأمن»»."""
    return two.first == one.first or (report.tokens[one.last].form.startswith("و") and two.first - one.last <= 1)


def _charged(report: Report, word: Hit, first: int) -> bool:
    """«اتهمت باكستان الهند بالوقوف وراء الهجوم»: whether a verb of accusing says of whom it is told."""
    verbs = report.within(max(first, word.first - _CHARGE), word.first, "accuse")
    return any(v.entry.value is None for v in verbs)


def _deed(report: Report, first: int, last: int) -> int | None:
    """Where the deed of an accusation begins: an event or harm word with «ب»."""
    end = min(last, first + _REACH)
    layers: tuple[Sequence[Hit], ...] = (report.scan.of(EventWord), report.scan.of(HarmWord), report.words("attack"))
    at = [h.first for hits in layers for h in in_tokens(hits, first, end) if h.clitic.startswith("ب")]
    return min(at, default=None)
