"""Which harm word governs which counted phrase, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.model import Count
from tawthiq.stages.casualties.harmed import EARLIER, OBJECT_OUTCOMES, PEOPLE, Harmed, State, as_hit, fits, settled
from tawthiq.stages.casualties.phrases import Phrase

_REACH = 10
_MASDAR_REACH = 3
_STANDING = frozenset({"displaced", "detained", "abducted"})


class Governor:
    """Walks the phrases and harm words of one sentence in order and pairs them."""

    def __init__(self, forms: Sequence[str], starts: Sequence[int], earlier: Sequence[tuple[str, int]] = ()) -> None:
        self.forms = forms
        self.starts = starts
        self.earlier = earlier
        self.tallies: set[int] = set()
        self.amongs: set[int] = set()
        self.ruled: set[int] = set()
        self.reach_end = -9
        self.found: list[Harmed] = []
        self.pending: list[Phrase] = []
        self.state = State()

    def walk(self, phrases: Sequence[Phrase], words: Sequence[Hit]) -> list[Harmed]:
        """All harmed phrases of the sentence, in order of their governing."""
        events: list[tuple[int, int, Phrase | Hit]] = [(p.first, 1, p) for p in phrases]
        inside = {t for p in phrases for t in range(p.first, p.last)}
        events += [(h.first, 0, h) for h in words if h.first not in inside]
        for _, _, item in sorted(events, key=lambda e: e[:2]):
            if isinstance(item, Phrase):
                self._phrase(item)
            elif isinstance(item.entry, HarmWord):
                self._harm(item, item.entry)
            else:
                self._structure(item, cast(StructureWord, item.entry))
        return settled(self.found)

    def _harm(self, hit: Hit, word: HarmWord) -> None:
        state = self.state
        if word.part == "state":
            if hit.definite:
                return
            if not self._from_behind(hit, word, reach=8):
                self._alive(hit, word)
            if state.harm is not None and cast(HarmWord, state.harm.entry).voice == "with_state":
                state.waiting = False
            return
        if word.part == "reach":
            state.reached, self.reach_end = True, hit.last
            if state.victims is not None:
                state.harm, state.waiting, state.chain = hit, True, None
            return
        if word.part == "topic":
            state.topic, state.victims = word.outcome, hit
            return
        if word.voice == "of_topic" and state.topic:
            hit = hit._replace(entry=replace(word, outcome=state.topic, voice="either"))
        if word.part == "carrier":
            if word.outcome:
                state.harm, state.waiting, state.chain, state.breaking = hit, True, None, False
            return
        if word.part == "verb" and (hit.first in self.ruled or hit.clitic[-1:] in ("ب", "ل")):
            word = replace(word, part="masdar")
            hit = hit._replace(entry=word)
        if word.outcome == "casualties" and word.part == "verb" and self._split(hit, word):
            return
        behind = word.part == "verb" and not hit.clitic.startswith("و") and word.voice != "with_number"
        taken = behind and self._from_behind(hit, word, reach=4)
        state.harm, state.waiting = hit, not taken or not self.forms[hit.last - 1].endswith("وا")
        state.breaking, state.chain = False, None

    def _split(self, hit: Hit, word: HarmWord) -> bool:
        """«إن شخصا قتل وأصيب آخر»: the first verb has its subject before it, the second waits for its own."""
        if not self._from_behind(hit, replace(word, outcome="killed"), reach=1):
            return False
        injured = hit._replace(first=hit.last - 1, entry=replace(word, outcome="injured"))
        self.state.harm, self.state.waiting, self.state.chain = injured, True, None
        return True

    def _alive(self, hit: Hit, word: HarmWord) -> None:
        """«انتشال خمسة أشخاص أحياء»: the state says what became of those pulled out."""
        if self.found and self.found[-1].outcome == "body" and hit.first - self.found[-1].phrase.last <= 4:
            self.found[-1] = replace(self.found[-1], outcome=word.outcome)

    def _from_behind(self, hit: Hit, word: HarmWord, reach: int) -> bool:
        """A verb or state after its noun: «46 مدنيا على الأقل قتلوا»."""
        if not word.outcome:
            return False
        fitting = [p for p in self.pending if hit.first - p.last <= self._leash(p, reach) and fits(word, p)]
        if not fitting:
            return False
        nearest = fitting[-1]
        if nearest.definite and not nearest.explicit and (nearest.count.vague or hit.first - nearest.last > 1):
            return False
        if not (
            nearest.explicit
            or word.part == "state"
            or self.forms[hit.last - 1].endswith("وا")
            or hit.first - nearest.last <= 1
        ):
            return False
        run = [nearest]
        for phrase in reversed(fitting[:-1]):
            if run[-1].joined and run[-1].first - phrase.last <= 2:
                run.append(phrase)
        for phrase in reversed(run):
            self._add(phrase, word.outcome, hit, None)
        self.pending = []
        return True

    def _leash(self, phrase: Phrase, reach: int) -> int:
        """How far behind its verb a phrase may stand: farther where it opens the clause («إن أحدهم ... قتل»)."""
        return max(reach, 10) if phrase.first - self.state.that_end <= 1 and phrase.count.vague is None else reach

    def _structure(self, hit: Hit, word: StructureWord) -> None:
        state = self.state
        if word.part == "breakdown":
            self._mark(hit)
        elif word.part == "preposition":
            self.ruled.add(hit.last)
        elif word.part == "tally":
            self.tallies.add(hit.last)
        elif word.part == "among":
            self.amongs.add(hit.last)
        elif word.part in ("zero", "negation"):
            state.none_end = hit.last
        elif word.part == "plus":
            state.plus_end = hit.last
        elif word.part == "that":
            state.that_end = hit.last
        elif word.part == "majority":
            state.breaking, state.chain = False, None
        elif word.part == "clause":
            state.chain = None
            state.breaking = False
            if state.harm is not None and cast(HarmWord, state.harm.entry).outcome in OBJECT_OUTCOMES:
                state.waiting = False

    def _mark(self, hit: Hit) -> None:
        """«بينهم»: what follows breaks down the phrase just before, if that one was harmed."""
        state = self.state
        last = self.found[-1].phrase.last if self.found else -99
        apart = self.pending and self.pending[-1].last > last and self.pending[-1].explicit
        if apart or (self.found and hit.first - last > 12):
            state.breaking = False
            return
        between = self.forms[hit.last - 1].startswith("بين") or self.forms[hit.first].startswith("وبين")
        if not self.found and not (self.earlier and between):
            return
        state.breaking, state.mark_end, state.chain = True, hit.last, None
        state.whole = self._base() if self.found else EARLIER

    def _base(self) -> int:
        last = len(self.found) - 1
        whole = self.found[last].whole
        return last if whole is None else whole

    def _phrase(self, phrase: Phrase) -> None:
        state = self.state
        body, state.body = state.body, None
        if body is not None and phrase.explicit and phrase.first - body.last <= 0 and phrase.sort in PEOPLE:
            phrase = replace(phrase, outcome=body.outcome, sort="victim")
        elif phrase.outcome and not phrase.explicit and phrase.count.vague and not phrase.definite:
            state.body = phrase
        if phrase.subset and self._subset(phrase):
            return
        if phrase.outcome:
            self._victim(phrase)
        elif self._breakdown(phrase) or self._object(phrase) or self._chained(phrase):
            pass
        else:
            self.pending.append(phrase)
        if phrase.sort == "strike" and state.harm is not None and not state.waiting:
            state.chain = None

    def _subset(self, phrase: Phrase) -> bool:
        """«7 منهم بحالة خطرة»: some of those counted just before."""
        state = self.state
        if state.waiting and state.harm is not None and phrase.first - state.harm.last <= 1:
            return False
        if not self.found:
            return False
        whole = self.found[self._base()]
        if whole.phrase.sort == "object":
            return False
        self.found.append(Harmed(phrase, whole.outcome, whole.harm, self._base(), ("casualties.subset",)))
        return True

    def _victim(self, phrase: Phrase) -> None:
        state = self.state
        if self._none(phrase):
            return
        if self._waiting_for(phrase):
            self._object(replace(phrase, outcome="", sort="person"))
            return
        if phrase.outcome in _STANDING and (
            self._breakdown(replace(phrase, outcome="", sort="person")) or not phrase.explicit
        ):
            return
        if (phrase.definite and not phrase.explicit) or self._points_back(phrase):
            self._pointed(phrase)
            return
        whole = state.whole if self._breaking(phrase) else None
        self._add(phrase, phrase.outcome, None, whole)
        if whole is not None:
            state.mark_end = phrase.last
        state.waiting = False
        state.harm, state.chain, state.chain_end = None, len(self.found) - 1, phrase.last

    def _waiting_for(self, phrase: Phrase) -> bool:
        """«وفاة أحد الجرحى», «مقتل ثلاثة نازحين»: what the harm word says goes before what the noun says."""
        harm = self.state.harm
        if not self.state.waiting or harm is None or (phrase.definite and not phrase.explicit):
            return False
        word = cast(HarmWord, harm.entry)
        return (
            word.outcome not in ("", "body", phrase.outcome)
            and word.part in ("verb", "masdar")
            and phrase.first - harm.last <= 1
        )

    def _none(self, phrase: Phrase) -> bool:
        """«دون وقوع إصابات»: none were harmed."""
        if phrase.explicit or phrase.first - self.state.none_end > 3 or phrase.definite:
            return False
        self._add(replace(phrase, count=Count(0, 0)), phrase.outcome or self._outcome(), None, None)
        self.state.none_end, self.state.chain = -9, None
        return True

    def _outcome(self) -> str:
        harm = self.state.harm
        return cast(HarmWord, harm.entry).outcome if harm is not None else ""

    def _pointed(self, phrase: Phrase) -> None:
        """«عدد القتلى», «من بين القتلى»: the word names those already counted."""
        state = self.state
        state.victims = as_hit(phrase)
        if phrase.first in self.amongs:
            state.whole = self._latest(phrase.outcome)
            near = [p for p in self.pending if phrase.first - p.last <= 3]
            for each in near:
                self.found.append(
                    Harmed(each, phrase.outcome, (phrase.first, phrase.last), state.whole, phrase.because)
                )
            state.breaking, state.mark_end, state.chain = not near, phrase.last, None
        elif state.reached:
            state.harm, state.waiting = state.victims, True

    def _latest(self, outcome: str) -> int | None:
        for index in range(len(self.found) - 1, -1, -1):
            if self.found[index].outcome == outcome and self.found[index].whole is None:
                return index
        return EARLIER if any(o == outcome for o, _ in self.earlier) else None

    def _points_back(self, phrase: Phrase) -> bool:
        """«عدد قتلى القصف», «حصيلة القتلى»: the word names the dead, it does not count them."""
        if phrase.explicit or phrase.count.vague is None:
            return False
        after = self.forms[phrase.last] if phrase.last < len(self.forms) else ""
        raised = self.state.reached and phrase.first - self.reach_end <= 0
        return phrase.first in self.tallies or after.startswith("ال") or phrase.first in self.amongs or raised

    def _breaking(self, phrase: Phrase) -> bool:
        state = self.state
        return state.breaking and phrase.first - state.mark_end <= (4 if self._joined(phrase) else 2)

    def _joined(self, phrase: Phrase) -> bool:
        return phrase.joined or phrase.first - self.state.plus_end <= 1

    def _breakdown(self, phrase: Phrase) -> bool:
        state = self.state
        if not self._breaking(phrase) or phrase.sort == "strike":
            return False
        if state.whole is not None and state.whole >= 0:
            outcome, harm = self.found[state.whole].outcome, self.found[state.whole].harm
        elif state.victims is not None:
            outcome, harm = cast(HarmWord, state.victims.entry).outcome, (state.victims.first, state.victims.last)
        elif self.earlier:
            outcome, harm = self.earlier[-1][0], (phrase.first, phrase.last)
        else:
            return False
        if phrase.sort == "object" and outcome not in OBJECT_OUTCOMES:
            return False
        if phrase.definite and not phrase.explicit and phrase.count.vague:
            return False
        self.found.append(Harmed(phrase, outcome, harm, state.whole, ("structure.breakdown.baynahum",)))
        state.mark_end = phrase.last
        return True

    def _object(self, phrase: Phrase) -> bool:
        state = self.state
        if self._told(phrase):
            return True
        if not state.waiting or state.harm is None:
            return False
        word = cast(HarmWord, state.harm.entry)
        gap = phrase.first - state.harm.last
        if word.part == "reach" or word.part == "victim":
            return self._tally(phrase, gap)
        if word.voice == "with_number" and (not phrase.explicit or gap > 0):
            state.waiting = False
            return False
        if not fits(word, phrase) or gap > (
            _MASDAR_REACH if word.part == "masdar" else _REACH if phrase.explicit else 4
        ):
            return False
        if phrase.definite and not phrase.explicit and phrase.count.vague is not None:
            return False
        near_none = state.harm.first - state.none_end <= 1 or 0 <= phrase.first - state.none_end <= 1
        if near_none and not phrase.explicit:
            phrase = replace(phrase, count=Count(0, 0))
        self._add(phrase, word.outcome, state.harm, None)
        state.waiting = False
        return True

    def _told(self, phrase: Phrase) -> bool:
        """«حصيلة القتلى إلى 27»: a number after «إلى» close behind the word for the dead."""
        state = self.state
        if state.victims is None or not phrase.explicit or phrase.sort not in ("bare", "person"):
            return False
        before = self.forms[phrase.first - 1] if phrase.first else ""
        glued = phrase.start > self.starts[phrase.first] and self.forms[phrase.first][0] in "لب"
        if not (before in ("الي", "بلغت", "بلغ", "ب", "ل") or glued) or phrase.first - state.victims.last > 8:
            return False
        return self._tally(phrase, 0)

    def _tally(self, phrase: Phrase, gap: int) -> bool:
        """«ارتفع عدد القتلى إلى 305 أشخاص»."""
        state = self.state
        if state.victims is None or not phrase.explicit or gap > 12 or phrase.sort not in PEOPLE:
            return False
        outcome = cast(HarmWord, state.victims.entry).outcome
        self._add(phrase, outcome, state.victims, None)
        state.waiting = False
        return True

    def _chained(self, phrase: Phrase) -> bool:
        """«15 طفلا وامرأتان»: joined to a harmed phrase; or a subject that turns out to be the object's killer."""
        state = self.state
        if state.chain is None or state.chain >= len(self.found):
            return False
        previous = self.found[state.chain]
        gap = phrase.first - state.chain_end
        reach = 8 if phrase.sort == "bare" else 4
        if self._joined(phrase) and gap <= reach and (not phrase.definite or phrase.explicit):
            same_kind = (phrase.sort == "object") == (previous.phrase.sort == "object")
            if not same_kind or phrase.sort == "strike":
                return False
            self.found.append(Harmed(phrase, previous.outcome, previous.harm, previous.whole, previous.because))
            state.chain, state.chain_end = len(self.found) - 1, phrase.last
            return True
        if (
            state.harm is not None and cast(HarmWord, state.harm.entry).part == "verb" and not phrase.joined
            and phrase.explicit and not previous.phrase.explicit and previous.phrase.sort == "person" and gap <= 8
            and phrase.sort in PEOPLE and previous.harm == (state.harm.first, state.harm.last)
        ):  # fmt: skip
            self.found[state.chain] = replace(previous, phrase=phrase)
            state.chain_end = phrase.last
            return True
        return False

    def _add(self, phrase: Phrase, outcome: str, harm: Hit | None, whole: int | None) -> None:
        if harm is not None and cast(HarmWord, harm.entry).voice == "suicide":
            phrase = replace(phrase, group="fighter")
        if outcome == "injured" and phrase.sort == "object":
            outcome = "hit"
        elif outcome == "damaged" and phrase.sort != "object":
            outcome = "injured"
        tokens = (harm.first, harm.last) if harm is not None else (phrase.head, phrase.last)
        because = (harm.entry.id,) if harm is not None else ()
        self.found.append(Harmed(phrase, outcome, tokens, whole, because))
        self.state.chain, self.state.chain_end = len(self.found) - 1, phrase.last
