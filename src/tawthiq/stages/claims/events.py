"""What caused the harm?"""

from collections.abc import Sequence
from typing import NamedTuple, cast

from tawthiq.language.entries import EventWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.stages.claims.choose import Candidate, Feature
from tawthiq.stages.claims.scene import Report, Scene, in_tokens

AIR = frozenset({"airstrike", "drone_strike", "barrel_bomb"})
GROUND = frozenset({"shelling", "missile"})
GENERIC = {
    "attack": None,
    "bombardment": AIR | GROUND | {"chemical_attack"},
    "explosion": frozenset({"suicide_bombing", "bombing", "landmine", "grenade"}),
    "bombing": frozenset({"suicide_bombing"}),
    "shooting": frozenset({"protest_repression", "sniper"}),
    "armed_clash": frozenset({"protest_repression"}),
}
_LONG = 16
SPECIFIC = 0.5


class Cause(NamedTuple):
    """An event word in the text: the event with its modifiers taken in."""

    event: str
    text: str
    first: int
    last: int
    sentence: int
    weight: float
    part: str
    definite: bool


def causes(report: Report) -> tuple[Cause, ...]:
    """Every event word of the report in order, adjectives («قصف جوي») folded into their noun."""
    hits = report.scan.hits("event")
    sentence_of = _sentence_index(report)
    found: list[Cause] = []
    blocked = -1
    for hit in hits:
        word = cast(EventWord, hit.entry)
        sentence = sentence_of.get(hit.first)
        if sentence is None or (found and hit.first < found[-1].last):
            continue
        if word.part == "none":
            blocked = hit.last
            continue
        if hit.first < blocked:
            continue
        if word.part == "modifier":
            if found and found[-1].sentence == sentence and hit.first - found[-1].last <= 1:
                found[-1] = _sharpened(report, found[-1], hit, word)
            continue
        if (
            found
            and found[-1].sentence == sentence
            and hit.first - found[-1].last <= 1
            and _means(found[-1], hit, word)
        ):
            found[-1] = _with_means(report, found[-1], hit, word)
            continue
        joined = (
            found and hit.clitic.startswith("و") and found[-1].sentence == sentence and hit.first - found[-1].last <= 1
        )
        if joined and _mixed(found[-1].event, word.event):
            text = _text(report, found[-1].first, hit.last, report.tokens[found[-1].first].start)
            found[-1] = found[-1]._replace(event="bombardment", text=text, last=hit.last, weight=3.0, part="noun")
            continue
        found.append(Cause(word.event, _text(report, hit.first, hit.last, hit.start), hit.first, hit.last, sentence,
                           float(word.weight), word.part, hit.definite))  # fmt: skip
    return tuple(found)


def _sharpened(report: Report, cause: Cause, hit: Hit, word: EventWord) -> Cause:
    both = hit.clitic.startswith("و") and {cause.event, word.event} in (
        {"airstrike", "shelling"},
        {"airstrike", "missile"},
    )
    event = "bombardment" if both else word.event
    if cause.event not in ("bombardment", "attack", "airstrike", "shelling") and not both:
        return cause
    text = report.scan.text[report.tokens[cause.first].start : hit.end]
    return cause._replace(event=event, text=text, last=hit.last, weight=max(cause.weight, float(word.weight)))


def _means(cause: Cause, hit: Hit, word: EventWord) -> bool:
    """«انفجار عبوة ناسفة», «هجوم بطائرة مسيرة», «قصف بقذائف الهاون»: the means stands right behind the event."""
    finer = refines(cause.event, word.event) or (
        cause.event == "airstrike" and word.event in ("drone_strike", "barrel_bomb")
    )
    return finer and word.part != "verb" and hit.clitic in ("", "ب", "ل", "ال", "لل", "بال")


def _with_means(report: Report, cause: Cause, hit: Hit, word: EventWord) -> Cause:
    text = report.scan.text[report.tokens[cause.first].start : hit.end]
    return cause._replace(event=word.event, text=text, last=hit.last, weight=max(cause.weight, float(word.weight)))


def _mixed(a: str, b: str) -> bool:
    """Raids and shelling named together are a bombardment."""
    kinds = {a, b}
    return (bool(kinds & AIR) and bool(kinds & (GROUND | {"bombardment"}))) or kinds == {"shelling", "missile"}


def _text(report: Report, first: int, last: int, start: int) -> str:
    return report.scan.text[start : report.tokens[last - 1].end]


def _sentence_index(report: Report) -> dict[int, int]:
    return {t: i for i, s in enumerate(report.document.sentences) if s.part != "aside" for t in range(s.first, s.last)}


def candidates(scene: Scene, found: Sequence[Cause]) -> list[Candidate[Cause]]:
    """The event words of the harm's own sentence."""
    inside = range(scene.casualty.first, scene.casualty.last)
    here = (c for c in in_tokens(found, *scene.report.near_sentence(scene)) if c.first not in inside)
    return [Candidate(c, c.first, c.last, c.sentence, SPECIFIC * c.weight) for c in here]


def _near(scene: Scene, candidate: Candidate[Cause]) -> float:
    """The fewer words between, the likelier."""
    return 1 - min(scene.gap(candidate), _LONG) / _LONG


def _cause_before(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«جراء», «إثر», «في»: the word before it says that it is the cause."""
    word = scene.report.before(candidate.first, "cause")
    token = scene.report.tokens[candidate.first]
    glued = token.form.startswith("ب") and token.start < token.end
    return 1.0 if word or glued else 0.0


def _clauses(scene: Scene, candidate: Candidate[Cause]) -> float:
    """Clause boundaries between the harm and the event word."""
    return float(min(scene.report.clauses_between(scene.end, candidate.first), 4))


def _carried(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«القصف ... أسفر عن مقتل»: a carrier stands between the event and the harm."""
    if scene.after(candidate):
        return 0.0
    between = in_tokens(scene.report.scan.hits("harm"), candidate.first + 1, scene.start)
    return float(any(cast(HarmWord, h.entry).part == "carrier" and not h.definite for h in between))


def _before(scene: Scene, candidate: Candidate[Cause]) -> float:
    """An event word before the harm with no carrier between is often another matter."""
    return 0.0 if scene.after(candidate) or _carried(scene, candidate) else 1.0


def _since_war(scene: Scene, candidate: Candidate[Cause]) -> float:
    """«منذ بدء الحرب»: a figure counted since a war began is the war's."""
    since = scene.report.before(candidate.first, "cumulative", 2)
    return float(candidate.value.event == "war" and since is not None)


FEATURES: tuple[Feature[Scene, Cause], ...] = (
    Feature("event.near", 3.0, _near),
    Feature("event.cause_word", 0.7, _cause_before),
    Feature("event.other_clause", -0.1, _clauses),
    Feature("event.carrier", 1.0, _carried),
    Feature("event.before", -0.5, _before),
    Feature("event.since_war", 2.0, _since_war),
)


_FAMILIES = (
    AIR | {"bombardment"},
    GROUND | {"bombardment"},
    frozenset({"suicide_bombing", "bombing", "explosion", "landmine", "grenade"}),
    frozenset({"shooting", "sniper", "armed_clash", "ground_attack", "protest_repression", "execution"}),
)


def akin(a: str | None, b: str | None) -> bool:
    """Whether two event words can name one event: the same, of one family, or one of them general."""
    if a is None or b is None or a == b or "attack" in (a, b) or "war" in (a, b):
        return True
    return any({a, b} <= family for family in _FAMILIES)


def refines(generic: str, specific: str) -> bool:
    """Whether `specific` is a kind of `generic`: an attack can turn out to be a bombing, a bombing no raid."""
    kinds = GENERIC.get(generic, frozenset())
    return specific != generic and (specific not in GENERIC if kinds is None else specific in kinds)
