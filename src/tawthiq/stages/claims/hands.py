"""By whose hand? Doers that stand right beside the word of harm, and the harmed who did another."""

from dataclasses import replace

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.claims.causes import BY_HAND
from tawthiq.stages.claims.part import Part
from tawthiq.stages.claims.scene import Report, Scene, in_tokens
from tawthiq.stages.claims.verbs import transitive

_BEHIND_VERB, _BEFORE_VERB = 4, 1  # «دهست آلية عسكرية للاحتلال شابا», «الاحتلال دهس شابا»
BY_AGENT = "actors.agent_word"
HAND = "hand"  # «على يد زوجها»
_WAS = ("كان", "كانت", "كانوا")
_BEFORE_IT = ("ان", *_WAS)  # «بعد أن قتل», «رجلا كان يحتجز»
_FINISHED = "harm.killed.alqada"
_AFTER = ("بعدما", "عندما", "الذي", "بعد")
_HURT = frozenset({"killed", "injured", "detained"})
_WHOSE = 12
_STANCE, _NO_HARM, _GOVERNED = "stance", "no_harm", 4
_FELL, _NAMED = 2, 3  # from the harmed to «على يد», from it to the name


def at_hand(scene: Scene, part: Part) -> bool:
    """«دهست آلية للجيش شابا»: whether a state's force stands right beside a word of harm by hand, as police who look
    for who stabbed, or shoot him, do not."""
    report, actor = scene.report, part.actor
    harms = in_tokens(report.scan.of(HarmWord), actor.first - _BEHIND_VERB, actor.last + _BEFORE_VERB)
    deeds = in_tokens(report.scan.of(EventWord), actor.first - _BEHIND_VERB, actor.last + _BEFORE_VERB)
    return any(h.entry.event in BY_HAND for h in harms) or any(h.entry.event in BY_HAND for h in deeds)


def fell_by(scene: Scene, part: Part) -> bool:
    """«قتل ثلاثة مسلحين على يد الشرطة»: whether the hand of one named `BY_AGENT` is told right behind the harm,
    whatever the attack was that is told around it."""
    if part.sentence != scene.sentence:
        return False
    hand = hand_behind(scene.report, scene.end, _FELL)
    return hand is not None and 0 <= part.actor.first - hand.last <= _NAMED


def finished_off(scene: Scene) -> bool:
    """«القضاء على خمسة مسلحين في اشتباك»: whether the word of harm says that the other side killed them."""
    harm = scene.report.harms.get(scene.casualty.harm[0])
    return harm is not None and harm.entry.id == _FINISHED


def hand_behind(report: Report, at: int, reach: int = 0) -> Hit | None:
    """The first «على يد» that begins at a token or at most `reach` behind it."""
    for hit in report.within(at, at + reach + 1, "agent") if "agent" in report.parts else ():
        if hit.entry.value == HAND:
            return hit
    return None


def of_no_harm(report: Report, agent: Hit) -> bool:
    """«كانوا يتدربون على يد المسلحين», «سقوط المدينة بيد التنظيم», «وسط صمت من قبل الحكومة»: whether what is told by an
    agent's hand is no harm."""
    told = report.before(agent.first, _STANCE, _GOVERNED)
    if told is None:
        return False
    if told.entry.value != _NO_HARM:
        return agent.first - told.last <= 1
    harms = in_tokens(report.scan.of(HarmWord), told.last, agent.first)
    return not harms and report.clauses_between(told.last, agent.first) == 0


def by_harmed(scene: Scene) -> bool:
    """«قتلت الشرطة فلسطينيا طعن حارسا», «قتل شاب بعدما دهس جنديين», «اعتقل رجل قتل جاره»: whether the harmed or held
    of another harm did it, whose verb stands right behind them, and so none of those who harmed them."""
    report, (verb, ended) = scene.report, scene.casualty.harm
    hit = report.harms.get(verb)
    if hit is None or hit.clitic not in ("", "و") or scene.casualty.first < ended:
        return False
    if hit.clitic:  # «طعن رجلا، وأصاب أربعة آخرين»
        earlier = in_tokens(report.figures.get(scene.sentence, ()), verb - _WHOSE, verb)[-1:]
        opens = [c for c in earlier if verb - c.last <= 1 and (h := report.harms.get(c.harm[0])) and not h.clitic]
        return bool(opens) and transitive(report, hit) and by_harmed(replace(scene, casualty=opens[0]))
    was = report.tokens[verb - 1].form in _WAS  # «قتلت الشرطة رجلا كان يحتجز رهائن»
    held = hit.entry.event not in BY_HAND and not was
    at = before_verb(report, verb)
    near = in_tokens(report.figures.get(scene.sentence, ()), at - _WHOSE, at)
    before = [c for c in near if c.last == at and c is not scene.casualty]
    if not before or (held and not transitive(report, hit)):
        return False
    return any(c.outcome == "detained" if held else c.outcome in _HURT for c in before)


def before_verb(report: Report, verb: int) -> int:
    """Where the subject of a verb ends that stands before it: «فلسطينيا طعن», «شاب بعدما دهس», «رجل بعد أن قتل»."""
    if report.tokens[verb - 1].form in _BEFORE_IT:
        verb -= 1
    return verb - 1 if report.tokens[verb - 1].form in _AFTER else verb
