"""Who was harmed, and how many? Counted phrases, each under the harm word that governs it."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter

from tawthiq.language import Language
from tawthiq.language.entries import ActorWord, EventWord, GroupWord, HarmWord, StructureWord
from tawthiq.language.lexicon import Hit, Lexicon
from tawthiq.language.lists import words
from tawthiq.language.scan import PART, HarmHit, Scan, StructureHit
from tawthiq.language.tokens import QUOTES
from tawthiq.model import Casualty, Date, Document, Place, Span
from tawthiq.stages.casualties import grouping, lists
from tawthiq.stages.casualties.ages import aged
from tawthiq.stages.casualties.at_posts import at_posts
from tawthiq.stages.casualties.civilians import of_civilians
from tawthiq.stages.casualties.dead_only import dead_only
from tawthiq.stages.casualties.fallen import fallen
from tawthiq.stages.casualties.governing import govern
from tawthiq.stages.casualties.harmed import EARLIER, HOSPITAL, PEOPLE, Harmed
from tawthiq.stages.casualties.heads import DRONE
from tawthiq.stages.casualties.layers import Layers, harms
from tawthiq.stages.casualties.ordered import ordered
from tawthiq.stages.casualties.phrase import OF_STATE, Phrase
from tawthiq.stages.casualties.phrases import Finder
from tawthiq.stages.casualties.services import enlisted, policemen
from tawthiq.stages.casualties.two_again import two_again
from tawthiq.stages.casualties.under_fire import under_fire
from tawthiq.stages.casualties.walk import Ground, Walk

_PAIR, _THEY_TWO, _TWO_OF_THEM = 2, "تا", ("تين", "تان")
_ARTICLE = "ال"
_FIRST, _EVENT = attrgetter("first"), attrgetter("entry.event")
_EXPLODE = frozenset({"landmine", "bombing", "explosion", "grenade"})
_SHAPING = frozenset(
    {
        "breakdown",
        "clause",
        "tally",
        "among",
        "including",
        "negation",
        "nobody",
        "plus",
        "that",
        "majority",
        "preposition",
        "release",
        "target",
        "attack",
        "launch",
        "agent",
    }
)
_LOSING, _THAT_IT = frozenset({"losing", "missed"}), frozenset({"انه", "انها", "انهم"})
_LEADING = frozenset({"preposition", "plus", "clause", "cause", "agent", "breakdown"})
_STATE_REACH = 25
_LOST_REACH, _KIN_REACH, _NOT_ONE = 10, 6, "belonging None"  # what they lost was no life and no limb
_ENDS = (".", "\n")
_WAS, _TAKEN_APART = ("تم", "تمت", "جري", "جرت"), words("disarmed_of_it")
_CLEARING = 7  # tokens from «نزعت» over its subject to the weapons
_MARCHING = 4  # tokens between «مسيرة» and the word by which it is a march
_SELF_REACH = 6
_WITH_REACH = {"with_self": _SELF_REACH, "with_life": 9, "with_victim": 6, HOSPITAL: 9}
_VICTIM = "harm.casualties.dahiyya"
_DAWN = 3  # letters of «فجر», which may be the time of day
_BRACKET_REACH = 8
_AGED, _BELOW, _AGE_REACH, _AGE_ENDS = "سن", frozenset({"دون", "فوق", "تحت"}), 5, frozenset("و،,.؛:\n")
_KINDLE_REACH = 8


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `casualties`."""
    forces = {a.id: a.force for a in language.actors.values()}
    finder = Finder(Layers(document, scan, forces | _members(language.lexicon)))
    ground = _ground(document, scan)
    names = {t for a in document.actors for t in range(a.first, a.last) if a.last - a.first > 1}
    harm = [h for h in _harm_words(document, scan) if h.first not in names]
    words: list[HarmHit | StructureHit] = sorted(
        [*scan.parts(StructureWord).get("zero", ()), *harm, *_shaping(scan)], key=_FIRST
    )
    found: list[Casualty] = []
    before: Phrase | None = None
    headings = {s.under for s in document.sentences}
    spreads = scan.parts(StructureWord).get("spread", ())
    intros: dict[int, lists.Intro] = {}
    at, count = 0, len(words)
    for index, sentence in enumerate(document.sentences):
        while at < count and words[at].first < sentence.first:
            at += 1
        end = at
        while end < count and words[end].first < sentence.last:
            end += 1
        if sentence.part == "aside":
            continue
        phrases = list(finder.find(sentence.first, sentence.last))
        earlier = [(c.outcome, i) for i, c in enumerate(found[-8:], max(len(found) - 8, 0)) if c.part_of is None]
        coming = frozenset([p.first for p in phrases if p.sort in PEOPLE and p.start == ground.starts[p.first]])
        walk = Walk(ground, coming, earlier, before, sentence.first)
        intro = intros.get(sentence.under) if sentence.under is not None else None
        lists.listed(walk, phrases, intro, words[at:end], sentence.first)
        harmed = grouping.paired(govern(walk, phrases, words[at:end]), ground.forms)
        harmed = under_fire(harmed, walk.pending, ground.forms) if harmed and walk.pending else harmed
        harmed = grouping.grouped(harmed, found, ground.forms)
        harmed = of_civilians(harmed, phrases, ground.forms) if harmed else harmed
        if intro is not None and intro.whole is not None:
            harmed = lists.parted(harmed, intro.outcome, found[intro.whole].count.low or 0)
            earlier = [(intro.outcome, intro.whole)]
        if index in headings:
            named = lists.between(finder.layers.harms, sentence.first, sentence.last)
            spread = bool(lists.between(spreads, sentence.first, sentence.last))
            intros[index] = lists.introduced(harmed, named, intro, found, lists.Heading(index, spread))
        found += _casualties(scan, harmed, index, found, earlier)
        found += _strikes(
            scan, [p for p in phrases if p.sort == "strike" and p.first not in walk.wrecked], walk.launched, index
        )
        before = _one_left(walk)
    found = two_again(document, scan, at_posts(scan, finder.layers, ground.forms, found))
    ranked = fallen(scan, grouping.ranked(scan, grouping.titled(document, scan, found)))
    ranked = enlisted(document, scan, policemen(scan, ranked))
    settled = dead_only(scan, grouping.centres(document, ranked))
    return replace(document, casualties=tuple(ordered(document, scan, grouping.aged(document, settled))))


@lru_cache(maxsize=4)
def _members(lexicon: Lexicon) -> dict[str, str]:
    """What the people of a name count as, by the reason that it gives, where they are not as its actor's are."""
    words = (e for e in lexicon.entries("actor") if isinstance(e, ActorWord))
    return {f"actor.{word.id}": word.members for word in words if word.members}


def _ground(document: Document, scan: Scan) -> Ground:
    """The tokens, and how many before each only date, place, quote, tell an age or stand in short brackets."""
    idle = [token.form in QUOTES for token in scan.tokens]
    marks: list[Date | Place] = [*document.dates, *document.places]
    for mark in marks:
        idle[mark.first : mark.last] = [True] * (mark.last - mark.first)
    for age in aged(document.numbers, scan.tokens):
        idle[age.start : age.stop] = [True] * len(age)
    for index, token in enumerate(scan.tokens):
        if token.form == "(":
            forms = [t.form for t in scan.tokens[index : index + _BRACKET_REACH]]
            if ")" in forms:
                idle[index : index + forms.index(")") + 1] = [True] * (forms.index(")") + 1)
        elif index and token.form == _AGED and scan.tokens[index - 1].form in _BELOW:
            forms = [t.form for t in scan.tokens[index + 1 : index + _AGE_REACH]]
            last = index + 1 + next((n for n, form in enumerate(forms) if form[0] in _AGE_ENDS), 0)
            idle[index - 1 : last] = [True] * (last - index + 1)
    return Ground(
        len(scan.tokens),
        [t.form for t in scan.tokens],
        [t.start for t in scan.tokens],
        list(accumulate(idle, initial=0)),
        frozenset([p.first for p in document.places]),
        frozenset([p.last for p in document.places]),
        _joints(scan),
        frozenset([h.last for h in scan.of(EventWord) if _EVENT(h) in _EXPLODE]),
        frozenset([a.last for a in document.actors]),
        frozenset([s.first for s in document.speakers]),
    )


def _joints(scan: Scan) -> frozenset[int]:
    """The tokens at which no object of a verb begins: marks, prepositions and connectives."""
    firsts = [token.form[0] for token in scan.tokens]
    words = enumerate(zip(firsts, map(str.isalpha, firsts), strict=True))
    marks = [t for t, (first, word) in words if not (word or first.isdecimal())]
    led = [h.first for part in _LEADING for h in scan.parts(StructureWord).get(part, ())]
    return frozenset((*marks, *led, len(scan.tokens)))


def _one_left(walk: Walk) -> Phrase | None:
    """The one person whom a sentence brought up last without telling of harm."""
    open_ended = [p.phrase for p in walk.pending] + [h.phrase for h in walk.found if h.outcome == "body"]
    single = [p for p in open_ended if p.count.low == 1 and p.sort == "person" and not p.definite]
    return max(single, key=lambda p: p.first, default=None)


def _harm_words(document: Document, scan: Scan) -> list[HarmHit]:
    hits = harms(document, scan)
    states: dict[str, list[int]] = {}
    losing = False
    words = [hit.entry for hit in hits]
    for hit, word in zip(hits, words, strict=True):
        losing = losing or word.voice in _LOSING
        if word.voice == "with_state" and word.part == "masdar":
            states.setdefault(word.voice, []).append(hit.first)
        if word.id == _VICTIM and hit.number == "one" and not hit.definite:
            states.setdefault("with_victim", []).append(hit.first)
        if word.part in ("state", "kindle") and not hit.definite:
            states.setdefault(word.outcome or word.part, []).append(hit.first)
    small = scan.parts(StructureWord)
    for part in ("self", "life"):
        states["with_" + part] = [hit.first for hit in small.get(part, ())]
    states[HOSPITAL] = [hit.first for hit in small.get("hospital", ())]
    for owned in small.get("belonging", ()):
        if not owned.clitic.startswith("و"):
            states.setdefault(f"belonging {owned.entry.value}", []).append(owned.first)
    doers, behind = {a.first for a in document.actors}, {a.last for a in document.actors}
    if losing:
        doers.update(h.first for h in scan.of(GroupWord) if h.entry.sort == "force")
        behind.update(t for t, token in enumerate(scan.tokens, 1) if token.form in _THAT_IT)  # «أعلن أنه فقد ثمانية»
    lost = [_lost(h, w, states, doers, behind) for h, w in zip(hits, words, strict=True)]
    words = [h.entry for h in lost]
    return [h for h, word in zip(lost, words, strict=True) if _counts(h, word, states)]


def _lost(
    hit: HarmHit, word: HarmWord, states: dict[str, list[int]], doers: Container[int], behind: Container[int]
) -> HarmHit:
    """«فقد خمسة» are missing and «فقدت القوة خمسة» dead, where no «حياته» follows; who lost a limb is hurt, and who
    lost a home is not harmed; «الجيش فقد جنديين» are dead; «فجرت منزلا» blows up what is not «نفسها»."""
    if word.voice == "with_self" and (hit.end - hit.start > _DAWN or hit.last in doers):
        itself = _any_in(states.get(word.voice, ()), hit.first, hit.first + _SELF_REACH)
        return hit if itself else hit._replace(entry=replace(word, outcome="destroyed", event=None, voice="blown"))
    if word.voice == "loss":  # «فقدان السائق السيطرة على شاحنته»
        return hit._replace(entry=replace(word, part="none")) if _follows(hit, states, _NOT_ONE, _LOST_REACH) else hit
    if word.voice not in _LOSING:
        return hit
    if _follows(hit, states, word.outcome):
        return hit._replace(entry=replace(word, voice="with_state"))
    if _follows(hit, states, "belonging injured", _LOST_REACH):
        return hit._replace(entry=replace(word, outcome="injured", voice="with_count"))
    if _follows(hit, states, _NOT_ONE, _LOST_REACH):
        return hit._replace(entry=replace(word, part="none"))
    if _follows(hit, states, "belonging kin", _KIN_REACH):
        return hit._replace(entry=replace(word, outcome="killed", voice="of_kin"))  # «فقدت سالمة ابنها»
    if hit.last in doers or (hit.first in behind and not hit.clitic) or hit.first - 1 in doers:
        return hit._replace(entry=replace(word, voice="of_armed"))  # «الجيش فقد جنديين», «فقدت الشرطة عنصرين»
    outcome = "missing" if word.voice == "missed" else word.outcome
    return hit._replace(entry=replace(word, outcome=outcome, voice="with_count"))


def _follows(hit: Hit, states: dict[str, list[int]], state: str | None, reach: int = _STATE_REACH) -> bool:
    return _any_in(states.get(state or "", ()), hit.first, hit.first + reach)


def _any_in(tokens: Sequence[int], after: int, before: int) -> bool:
    """Whether one of some tokens, in order, stands between two others."""
    at = bisect_right(tokens, after)
    return at < len(tokens) and tokens[at] < before


def _counts(hit: HarmHit, word: HarmWord, states: dict[str, list[int]]) -> bool:
    """Victim nouns count by their phrase; «لقي» is a harm only with «مصرعه» after it, «فجر» with «نفسه»,
    «فارق» with «الحياة», «راح» with «ضحية», «نقل» with «إلى المستشفى», «النار في» with «أضرم» before it."""
    if word.part in ("victim", "kindle", "none") or (hit.definite and word.part in ("verb", "masdar")):
        return False
    if word.voice in ("with_state", "as_hostages"):
        return _follows(hit, states, word.outcome)
    if word.voice == "of_fate":
        return _any_in(states.get("with_state", ()), hit.first - _STATE_REACH, hit.first)
    if word.voice in ("kindled", "kindled_by"):
        return _any_in(states.get("kindle", ()), hit.first - _KINDLE_REACH, hit.first)
    reach = _WITH_REACH.get(word.voice)
    if reach is None:
        return True
    return _any_in(states.get(word.voice, ()), hit.first, hit.first + reach)


def _shaping(scan: Scan) -> list[StructureHit]:
    hits = scan.of(StructureWord)
    return [hit for part, hit in zip(map(PART, hits), hits, strict=True) if part in _SHAPING]


def _casualties(
    scan: Scan, harmed: Sequence[Harmed], sentence: int, found: Sequence[Casualty], earlier: Sequence[tuple[str, int]]
) -> list[Casualty]:
    return [
        Casualty(
            _span(scan, h.phrase), h.outcome, h.phrase.count, h.phrase.group, _head(scan, h.phrase), h.phrase.first,
            h.phrase.last, sentence, h.told_at, _whole(h, found, earlier), (*h.phrase.because, *h.because),
        )
        for h in harmed
    ]  # fmt: skip


def _whole(harmed: Harmed, found: Sequence[Casualty], earlier: Sequence[tuple[str, int]]) -> int | None:
    """What a harm is part of; soldiers and police are none of the fighters that were counted before, nor are more
    people part of fewer."""
    if harmed.whole != EARLIER:
        return None if harmed.whole is None else len(found) + harmed.whole
    told = (i for outcome, i in reversed(earlier) if outcome == harmed.outcome)
    forces, low = harmed.phrase.group in OF_STATE, harmed.phrase.count.low or 0
    fits = (i for i in told if low <= (found[i].count.low or low))
    return next((i for i in fits if not (forces and found[i].group == "fighter")), None)


def _strikes(scan: Scan, phrases: Sequence[Phrase], launched: Sequence[Phrase], sentence: int) -> list[Casualty]:
    sent = {p.first for p in launched}
    return [
        Casualty(_span(scan, p), "strikes", p.count, p.group, _head(scan, p), p.first, p.last, sentence,
                 (p.first, p.last), None, p.because)
        for p in phrases
        if (p.count.low == 2 or (not p.definite and (p.explicit or p.first in sent)))
        and not (DRONE in p.because and _marches(scan, p)) and not _cleared(scan, p) and not _is_verb(scan, p)
    ]  # fmt: skip


def _is_verb(scan: Scan, phrase: Phrase) -> bool:
    """«غارتان ضربتا مدرسة»: whether what reads like two strikes is what two before it did."""
    forms = [t.form for t in scan.tokens[max(0, phrase.first - 1) : phrase.last]]
    return len(forms) == _PAIR and forms[1].endswith(_THEY_TWO) and forms[0].endswith(_TWO_OF_THEM)


def _cleared(scan: Scan, phrase: Phrase) -> bool:
    """«نزعت الفرق الهندسية للجيش عشرات الألغام», «ألغام تم نزعها»: whether weapons were only taken apart or seized."""
    if scan.tokens[phrase.last : phrase.last + 1] and scan.tokens[phrase.last].form in _WAS:
        behind = scan.tokens[phrase.last + 1 : phrase.last + 2]
        return bool(behind) and behind[0].form in _TAKEN_APART
    words = lists.between(scan.parts(StructureWord).get("disarmed", ()), phrase.first - _CLEARING, phrase.first)
    cleared = [h.last for h in words if h.entry.value != "held"]
    return bool(cleared) and not any(t.form in _ENDS for t in scan.tokens[cleared[-1] : phrase.first])


def _marches(scan: Scan, phrase: Phrase) -> bool:
    """«شهدت 30 مسيرة ووقفة احتجاجية», «وخرجت ثلاث مسيرات»: whether people march, and no drone is told of."""
    words = scan.parts(StructureWord).get("march", ())
    return bool(lists.between(words, phrase.first - _MARCHING, phrase.last + _MARCHING))


def _span(scan: Scan, phrase: Phrase) -> Span:
    """Where a phrase stands, its article, the bracket of its number and its name's quotes counted in («الشاب فلان»,
    «(27) جريحا», «زوجها "فلان"»)."""
    tokens, text, start = scan.tokens, scan.text, phrase.start
    end = tokens[phrase.last - 1].end
    before = start - len(_ARTICLE)
    if before >= tokens[phrase.first].start and text[before:start] == _ARTICLE:
        start = before
    elif start and (text[start - 1], True) in (("(", ")" in text[start:end]), (")", "(" in text[start:end])):
        start -= 1
    closes = text[end : end + 1] in QUOTES and sum(map(text[start:end].count, QUOTES)) % 2
    return Span(start, end + bool(closes))


def _head(scan: Scan, phrase: Phrase) -> str | None:
    if phrase.head >= phrase.last:
        return None
    return scan.text[scan.tokens[phrase.head].start : scan.tokens[phrase.last - 1].end]
