"""Which harm word governs which counted phrase, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.language.lexicon import HitOf
from tawthiq.language.scan import HarmHit, StructureHit
from tawthiq.model import Count
from tawthiq.stages.casualties import (
    aircraft,
    behind,
    bombers,
    burnt,
    companions,
    joined,
    killer,
    needing,
    none,
    opening,
    parts,
    posts,
    pronouns,
    ruined,
    struck,
    tolls,
    turned,
    victims,
)
from tawthiq.stages.casualties.apposed import spelt_out
from tawthiq.stages.casualties.fleeing import GONE, LEAVING, begins, marches
from tawthiq.stages.casualties.harmed import FLIGHT, HOSPITAL, OBJECT_OUTCOMES, RUIN, STANDING, Harmed, fits, settled
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.topics import deeds_done
from tawthiq.stages.casualties.walk import Walk

_NEAR, _ORDER = 4, itemgetter(0, 1)
_THE, _WITH, _TO, _SHE = "ال", "ب", "ل", ("ت", "وا")
_EVERY = frozenset({"كل", "لكل", "وكل"})
_AS_MANY = "number.as_many"
_NUMBERED = frozenset({"with_number", "with_count", "mourned", "to_hospital"})
_BY = LEAVING | {"kindled_by", "with_by", "with_on", "of_people", "of_armed", "by_hand", "downed", "as_hostages",
                 "of_kin"}  # fmt: skip
_OF_THOSE = frozenset({"those", "of_them"})


def govern(walk: Walk, phrases: Sequence[Phrase], words: Sequence[HarmHit | StructureHit]) -> list[Harmed]:
    """All harmed phrases of the sentence, in order of their governing."""
    walk.phrases = phrases
    events: list[tuple[int, int, Phrase | HarmHit | StructureHit]] = [(p.first, 1, p) for p in phrases]
    inside = {t for p in phrases for t in range(p.first, p.last)}
    events += [(h.first, 0, h) for h in words if h.first not in inside]
    for _, _, item in sorted(events, key=_ORDER):
        match item:
            case Phrase():
                _phrase(walk, item)
            case HitOf(entry=HarmWord() as harm):
                _harm(walk, item, harm)
            case HitOf(entry=StructureWord() as word):
                _structure(walk, item, word)
    bombers.self_killed(walk)
    spelt_out(walk, phrases)
    if walk.found and words and words[0].first - walk.first <= 1:
        opening.parted(walk, phrases, words[0])
    return tolls.summed(tolls.bounded(settled(walk.found)))


def _harm(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    if word.part == "state":
        _state(walk, hit, word)
    elif word.part == "reach":
        walk.reached, walk.reach_end = True, hit.last
        if walk.found and walk.victims is None:
            tolls.of_losses(walk, walk.found[-1], hit)
        if walk.victims is not None:
            walk.harm, walk.waiting, walk.chain = hit, True, None
    elif word.part == "topic":
        walk.topic, walk.victims = word.outcome, hit
        deeds_done(walk, hit, word)
    elif word.voice == "of_pronoun":
        walk.pulled = hit
    elif (word.voice in _OF_THOSE and pronouns.acted_on(walk, hit, word)) or (
        word.voice == "those" and not tolls.counts_people(walk, hit)
    ):
        return
    elif word.voice == "of_one":
        pronouns.came_to(walk, hit, word)
    elif word.voice == "of_things":
        ruined.befell(walk, hit, word)
    elif word.voice == "of_them" and not tolls.counts_people(walk, hit):
        pronouns.came_to_them(walk, hit, word)
    elif tolls.counts_people(walk, hit):
        tolls.name_counted(walk, hit, word)
    elif word.part == "carrier":
        _carrier(walk, hit, word)
    else:
        _deed(walk, hit, word)


def _state(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    if hit.definite:
        last = walk.pending[-1].phrase if walk.pending else None
        if hit.first in walk.tallies:
            tolls.state_counted(walk, hit, word)
        elif last is not None and last.explicit and last.last == hit.first:
            behind.take(walk, hit, word, reach=0)
        return
    walk.state_end = hit.last
    held = walk.harm.entry if walk.harm is not None else None
    if held is not None and held.voice == "with_state" and held.outcome == word.outcome:
        walk.one = hit
        if not walk.waiting:
            return
    if word.voice == "lifeless":
        behind.lifeless(walk, hit, word)
    elif word.voice in behind.SAYS_MORE:
        if (
            not behind.undergone(walk, hit, word)
            and word.outcome == "damaged"
            and walk.form(hit.first).startswith(_WITH)
        ):
            behind.take(walk, hit, word, reach=8)  # «إصابة سبع طائرات بأضرار»
    elif behind.buried(walk, hit, word) or (word.voice == "captive" and behind.captured(walk, hit, word)):
        pass
    elif word.outcome == "rescued" or not behind.take(walk, hit, word, reach=8):
        behind.alive(walk, hit, word)
    if walk.harm is not None and walk.harm.entry.voice == "with_state":
        walk.waiting = False


def _carrier(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    walk.carrier_end = walk.launch_end = hit.last
    if hit.first - walk.none_end <= 1:
        walk.none_end = hit.last
    if word.outcome or word.voice == "fallen":
        walk.harm, walk.waiting, walk.chain, walk.breaking, walk.agents = hit, True, None, False, 0


def _deed(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """A verb or its noun: it looks for its subject behind it, else waits for what it governs."""
    if word.voice == "of_topic" and walk.topic:
        word = replace(word, outcome=walk.topic, voice="either")
        hit = hit._replace(entry=word)
    elif word.voice == "of_topic" and walk.waiting and walk.harm is not None and walk.harm.last == hit.first:
        return  # «قتل طال مدنيين»: of the masdar right before it
    if word.part == "verb" and turned.dies(walk, hit, word):
        return
    if (
        word.part == "masdar"
        and walk.ground.forms[hit.first - 1] in needing.BEFORE_AIMS
        and needing.meant(walk, hit, word)
    ):
        return
    undertaken = walk.launch_end == hit.first - 1 and walk.form(hit.first - 1) == "علي"  # «أقدم على قتل»
    undertaken = undertaken or needing.a_crime(walk, hit.first)
    if word.part == "verb" and (hit.first in walk.ruled or hit.clitic[-1:] in ("ب", "ل") or undertaken):
        word = replace(word, part="masdar")
        hit = hit._replace(entry=word)
    if word.voice in LEAVING and not begins(walk, hit, word):
        return
    if (word.id == GONE and marches(walk, hit)) or (hit.first in walk.ground.places and needing.a_town(walk, hit)):
        return
    if word.outcome == "casualties" and behind.split(walk, hit, word):
        return
    if hit.first - walk.none_end <= none.REACH and word.id == none.LEVELLED:
        return  # «لم يقتل سوى جندي»
    if word.id == none.DAMAGE and none.damage(walk, hit, word):
        return
    to = word.outcome == "injured" and (hit.clitic == _TO or walk.ground.forms[hit.first - 1] == "الي")
    if to and behind.suffered(walk, hit, word):
        return
    if word.outcome == "hit":
        walk.attack_end = hit.last
        if walk.harm is not None and killer.is_attack(walk, walk.harm, hit):
            return
    same = hit.clitic.startswith("و") and word.voice != "suicide"  # «وفجر نفسه»
    looks = word.part == "verb" and not same and word.voice not in _NUMBERED
    before = len(walk.found)
    taken = looks and behind.take(walk, hit, word, reach=_NEAR)
    walk.twofold = walk.harm if hit.clitic and joined.twofold(walk, hit, word) else None
    walk.harm, walk.breaking, walk.chain = hit, False, None
    walk.waiting = not pronouns.complete(walk, hit, word)
    walk.agents = len(walk.found) - before if taken else 0
    if taken:
        walk.chain, walk.chain_end, walk.parting = len(walk.found) - 1, hit.last, None


def _structure(walk: Walk, hit: StructureHit, word: StructureWord) -> None:
    if word.part == "breakdown":
        if walk.ground.forms[hit.first - 1] not in none.NOT or not none.left_out(walk, hit.first):
            parts.mark(walk, hit, word)
    elif word.part == "preposition":
        walk.ruled.add(hit.last)
        if word.value == "to":
            walk.goals.add(hit.last)
        elif word.value == "from":
            walk.links.add(hit.last)
    elif word.part == "target":
        walk.targets.add(hit.last)
    elif word.part in ("attack", "wielding"):
        walk.launch_end = hit.last
    elif word.part == "agent":
        walk.agent_end = -99 if hit.definite else hit.last
    elif word.part == "tally":
        walk.tallies.add(hit.last)
        if word.value == "theirs":
            walk.theirs_end = hit.last
        if word.value and walk.victims is None:
            tolls.counted_before(walk, hit, word)
    elif word.part == "among":
        walk.amongs.add(hit.last)
    elif word.part in ("zero", "negation"):
        none.begins(walk, hit, word)
    elif word.part == "nobody":
        none.nobody(walk, hit)
    elif word.part == "plus":
        companions.led(walk, hit, word)
        walk.ruled.add(hit.last)
    elif word.part == "that":
        walk.that_end = hit.last
        denied = walk.harm is not None and walk.harm.first - walk.none_end <= none.REACH
        if hit.clitic.startswith("و") or denied:
            walk.waiting, walk.chain = False, None  # «... قتل، وأن خمسة أصيبوا», «لم يصب، وذكرت أن ثلاثة قتلوا»
    elif word.part == "majority":
        walk.breaking, walk.chain, walk.majority_end = False, None, hit.last
        walk.all_end = hit.last if word.value == "all" else -9
    elif word.part == "release":
        walk.breaking, walk.chain, walk.waiting, walk.released = False, None, False, True
    elif word.part == "including" and word.value and hit.last not in walk.ground.places:
        parts.mark(walk, hit, word)
    elif word.part == "clause" and hit.last > walk.mark_end:
        if word.value == "relative":
            walk.links.add(hit.last)
        walk.chain, walk.released = None, False
        walk.breaking = False
        if walk.harm is not None and walk.harm.entry.outcome in OBJECT_OUTCOMES:
            walk.waiting = False


def _phrase(walk: Walk, phrase: Phrase) -> None:
    if phrase.count.low == 1 and not phrase.explicit and walk.form(phrase.first - 1) in _EVERY:
        return  # «رصاصكم يجرح كل أم», «مكافأة عن كل مهرب يقتل»
    if needing.a_settlement(walk, phrase):
        return
    body, walk.body = walk.body, None
    if body is not None and victims.bodies_of(walk, body, phrase):
        if walk.found and walk.found[-1].phrase is body:
            walk.found.pop()
        phrase = replace(phrase, outcome=body.outcome, sort="victim", definite=False, joined=body.joined)
        phrase = replace(phrase, because=(*body.because, *phrase.because))
    elif phrase.outcome and not phrase.explicit and not phrase.definite and victims.may_be_of(phrase):
        walk.body = phrase
    if phrase.definite and walk.found and posts.held_by(walk, phrase):
        return
    phrase = parts.only_one(walk, phrase) if phrase.share else phrase
    if phrase.subset and parts.subset(walk, phrase):
        return
    if walk.all_end in (phrase.first, phrase.first - 1) and parts.all_of(walk, phrase):
        return
    if (phrase.alike or _AS_MANY in phrase.because) and walk.found:
        phrase = replace(phrase, count=walk.found[-1].phrase.count)
    parts.bracket(walk, phrase)
    if phrase.sort == "strike":
        walk.attack_end = phrase.last
        if struck.launched(walk, phrase):
            walk.launched.append(phrase)
    if phrase.outcome:
        _victim(walk, phrase)
    elif not (
        tolls.by_place(walk, phrase)
        or (phrase.joined and (joined.within(walk, phrase) or joined.captured(walk, phrase)))
        or parts.breakdown(walk, phrase)
        or _object(walk, phrase)
        or joined.chained(walk, phrase)
        or companions.beside(walk, phrase)
        or struck.aimed_at(walk, phrase)
    ):
        parts.wait(walk, phrase)
    if phrase.sort == "strike" and walk.harm is not None and not walk.waiting and not walk.glued(phrase):
        walk.chain = None  # but «قتل خمسة بقذائف وسبعة بألغام»


def _victim(walk: Walk, phrase: Phrase) -> None:
    if (
        victims.fell_prey(walk, phrase)
        or none.victims(walk, phrase)
        or victims.fell_on(walk, phrase)
        or victims.says_again(walk, phrase)
    ):
        return
    owned = phrase.count.vague is not None and walk.form(phrase.last).startswith(_THE)  # «عدد قتلى التفجير»
    named = phrase.definite or owned
    counted = phrase.first in walk.tallies and named and not phrase.explicit
    if counted:
        if not tolls.before(walk, phrase):
            parts.pointed(walk, phrase)
        return
    if walk.released and not walk.waiting and phrase.outcome in STANDING:
        parts.wait(walk, replace(phrase, outcome="", sort="person"))  # «أفرج عن 25 معتقلا»
        walk.earlier = ()
        return
    if walk.waiting and phrase.outcome == "killed" and victims.holds(walk, phrase):
        walk.waiting = False
        return
    if victims.waiting_for(walk, phrase) or victims.called_martyr(walk, phrase):
        _object(walk, replace(phrase, outcome="", sort="person"))
        return
    if phrase.outcome in STANDING and phrase.first not in walk.amongs:
        held = replace(phrase, outcome="", sort="person")
        if parts.breakdown(walk, held):
            return
        if not phrase.explicit:
            if not phrase.definite and phrase.count.vague is None:
                parts.wait(walk, held)  # «إن نازحا قتل»
            return
    if (phrase.definite and not phrase.explicit and not victims.by_cause(walk, phrase)) or tolls.points_back(
        walk, phrase
    ):
        if phrase.first not in walk.tallies or not tolls.before(walk, phrase):
            parts.pointed(walk, phrase)
        return
    if walk.reached and walk.victims is not None and phrase.explicit and tolls.goes_on(walk, phrase):
        phrase = tolls.of_those(walk, phrase)
    if phrase.outcome == "casualties" and phrase.joined and phrase.explicit and phrase.group != "person":
        victims.both(walk, phrase)
    if phrase.joined and phrase.outcome == "injured" and walk.found:
        victims.dead_beside(walk, phrase)
    if walk.tallies and phrase.first in walk.goals and victims.of_a_toll(phrase):
        phrase = replace(phrase, outcome="killed")
    part = walk.breaking and parts.near(walk, phrase) and not parts.apart(walk, phrase)
    if part and phrase.outcome == "casualties" and parts.of_dead(walk):
        phrase = replace(phrase, outcome="killed")
    whole = parts.whole_of(walk, phrase) if part else parts.among_them(walk, phrase, phrase.outcome)
    walk.add(phrase, phrase.outcome, None, whole)
    if part and walk.whole is not None:
        walk.mark_end = phrase.last
    walk.waiting, walk.harm = False, None


def _object(walk: Walk, phrase: Phrase) -> bool:
    """Whether the waiting harm word governs the phrase."""
    if (walk.theirs_end >= 0 and tolls.of_all(walk, phrase)) or tolls.told(walk, phrase):
        return True
    if not walk.waiting or walk.harm is None:
        return False
    word = walk.harm.entry
    gap = walk.gap(walk.harm.last, phrase.first)
    if word.part in ("reach", "victim"):
        return tolls.tally(walk, phrase, gap)
    if killer.acts(walk, phrase):
        return False
    if walk.agents:
        return killer.done_by(walk, phrase, gap)
    if word.voice == "fallen":
        word = replace(word, outcome="killed")
        near = gap <= 1 or needing.fell_in(walk, walk.harm, phrase)
        if not phrase.explicit or not near or phrase.sort not in ("bare", "person") or needing.of_things(walk, phrase):
            return False
    elif word.voice == "with_souls" and not needing.souls(walk, phrase):
        return False
    elif word.voice == HOSPITAL and phrase.sort in ("object", "bare"):
        return False  # «نقلت سيارات الإسعاف خمسة أشخاص إلى المستشفى»
    elif word.voice in _NUMBERED and (gap > needing.leash(walk, word, phrase) or not needing.counts(word, phrase)):
        walk.waiting = False
        return False
    if word.id in burnt.BURNING and burnt.to_death(walk, word, phrase):
        word = replace(word, outcome="killed")
    reach = needing.reach(walk, word, phrase)
    if (word.event == "execution" or word.voice == "with_on") and phrase.first in walk.targets:
        reach = needing.REACH  # «إعدام خارج القانون بحق شخصين»
    led = walk.form(phrase.first)[0] if word.part == "verb" and word.outcome != "damaged" else ""
    she = led == _TO and word.outcome != "hit" and walk.form(walk.harm.last - 1).endswith(_SHE)
    if (she or (led == _WITH and phrase.count.vague)) and walk.glued(phrase):
        return False  # «أصابت مركزا لمهاجرين»
    if not fits(word, phrase) or gap > reach or (word.voice in _BY and not needing.meets(walk, word, phrase)):
        return False
    bomb = phrase.group == "vehicle" and struck.blew_up(walk, walk.harm, phrase)
    if bomb or aircraft.wreck(walk, phrase) or (not phrase.explicit and needing.when(walk, phrase)):
        return False
    if word.outcome == "hit" and not struck.suffers(walk, walk.harm, phrase):
        return False
    if word.outcome == "destroyed" and word.id != RUIN and needing.where(walk, phrase):
        return False
    if not phrase.explicit and walk.harm.clitic == "وب" and word.part == "masdar":
        return False
    of_all = word.id == FLIGHT or (phrase.sort == "object" and (word.outcome == "damaged" or word.id == RUIN))
    if phrase.definite and not phrase.explicit and phrase.count.vague is not None and not of_all:
        return False
    if word.id == FLIGHT and phrase.count.vague is not None and not phrase.explicit:
        phrase = replace(phrase, first=walk.harm.first, start=walk.ground.starts[walk.harm.first])
    if walk.harm.first - walk.none_end <= none.REACH:
        if none.spares(walk, phrase, word):
            return False
        if none.objects(walk, phrase, walk.harm):
            phrase = replace(phrase, count=Count(0, 0))
    walk.add(phrase, word.outcome, walk.harm, parts.among_them(walk, phrase, word.outcome))
    joined.befell_both(walk, phrase)
    walk.waiting = False
    return True
