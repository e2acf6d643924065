"""Whose deeds led to harm? «أسفرت عمليات الجيش عن مقتل عشرة», «عملية للجيش أسفرت عن مقتل عشرة»"""

from collections.abc import Sequence

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.model import Sentence
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.mention import Phrase
from tawthiq.stages.claims.scene import BODILY, Report, Scene, in_tokens

_LEADS = {"اسفر": "عن", "اسفرت": "عن", "ادي": "الي", "ادت": "الي", "تسبب": "في", "تسببت": "في"}
_AND = "و"
_LEFT = frozenset({*_LEADS, "خلف", "خلفت", "اوقع", "اوقعت"})
_LED_TO = "harm.carrier.asfara"
_LED_ON = frozenset({_LED_TO, "harm.carrier.nataja", "harm.killed.hasada"})
_ATTACK, _KINDLE, _FIRE = "attack", "kindle", "shooting"
_FLED = "displaced"  # «أدى تقدم القوات إلى نزوح»
_FAR = 10  # from whose deed it was over its place and time to what it led to
_BURNT = 20  # from a fire over where and when it was to what it led to
_HEAD = 3  # «وقد أسفر عن»
_NAMED = 1  # «مقتل», «سقوط قتلى»


def led_to_harm(report: Report, phrase: Phrase, deed: int) -> bool:
    """Whether a deed, which begins at the token `deed`, is the subject of a verb that says what harm it led to."""
    end = min(phrase.limit, phrase.last + _FAR)
    particle = _LEADS.get(report.tokens[deed - 1].form.removeprefix(_AND)) if deed > phrase.floor else None
    if particle is not None:
        behind = next((at for at in range(phrase.last, end) if report.tokens[at].form == particle), None)
    else:
        told = in_tokens(report.carriers, phrase.last, end)[:1]
        behind = told[0].last - 1 if told and told[0].entry.id == _LED_TO and not told[0].clitic else None
    if behind is None or in_tokens(report.document.actors, phrase.last, behind):
        return False
    near = (report.harms.get(at) for at in range(behind + 1, behind + _NAMED + 2))
    harmed = any(h is not None and h.entry.outcome != _FLED for h in near)
    return harmed and report.clauses_between(phrase.last, behind) == 0


def led_on(report: Report, sentence: Sentence) -> bool:
    """Whether a sentence begins with what the one before it led to («وأسفر عن», «ونتج عن ذلك», «وعلى إثر ذلك»)."""
    first, last = sentence.first, min(sentence.first + _HEAD, sentence.last)
    if report.within(first, last, "onward"):
        return True
    return any(h.entry.id in _LED_ON for h in in_tokens(report.carriers, first, last))


def of_attack_told(report: Report, causes: Sequence[Cause]) -> bool:
    """«وأسفرت الغارات عن مقتل عشرة», «وقال إن المعارك أسفرت عن مقتل عشرة»: whether an attack with the article, so one
    that was told before, is what a sentence tells the harm of."""
    definite = [c for c in causes if c.definite]
    return any(report.tokens[c.first - 1].form.removeprefix(_AND) in _LEFT
               or report.tokens[min(c.last, len(report.tokens) - 1)].form in _LEFT for c in definite)  # fmt: skip


def burnt_down(scene: Scene) -> bool:
    """«أحرق مستوطنون منزلا ما أدى إلى مقتل رضيع»: whether the burning of what is told before led to a bodily harm."""
    report = scene.report
    if scene.casualty.outcome not in BODILY:
        return False
    words = ((h, h.entry) for h in in_tokens(report.scan.of(HarmWord), scene.near[0], scene.start))
    burnt = [h for h, word in words if word.part == _KINDLE or word.usual == _ATTACK]
    led = in_tokens(report.carriers, burnt[-1].last, burnt[-1].last + _BURNT) if burnt else ()
    between = in_tokens(report.scan.of(EventWord), burnt[-1].last, led[0].first) if led else ()
    others = any(h.entry.event != _FIRE for h in between)  # «أضرموا النار»
    return bool(led) and scene.start - led[0].last <= _HEAD and not others
