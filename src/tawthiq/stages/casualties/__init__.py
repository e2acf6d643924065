"""Who was harmed, and how many? Counted phrases, each under the harm word that governs it."""

from dataclasses import replace
from typing import cast

from tawthiq.language import Language
from tawthiq.language.entries import GroupWord, HarmWord, StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import Scan
from tawthiq.model import Casualty, Document, Span
from tawthiq.stages.casualties.governing import Governor
from tawthiq.stages.casualties.harmed import EARLIER, Harmed
from tawthiq.stages.casualties.phrases import Finder, Phrase, outermost

_NAMED = "casualties.named"
_PLAIN = frozenset({"person", "man"})
_SHAPING = frozenset(
    {"breakdown", "clause", "tally", "among", "zero", "negation", "plus", "that", "majority", "preposition"}
)


_FORCES = frozenset({"soldier", "police", "fighter"})
_INHERITED = _FORCES | {"civilian", "protester", "settler", "prisoner", "displaced_person"}


def run(document: Document, scan: Scan, language: Language) -> Document:
    """Fill `casualties`."""
    finder = Finder(document, scan, {a.id: a.force for a in language.actors.values()})
    forms, starts = [t.form for t in scan.tokens], [t.start for t in scan.tokens]
    words = sorted([*_harm_words(scan), *_shaping(scan)], key=lambda h: h.first)
    found: list[Casualty] = []
    at = 0
    for index, sentence in enumerate(document.sentences):
        while at < len(words) and words[at].first < sentence.first:
            at += 1
        end = at
        while end < len(words) and words[end].first < sentence.last:
            end += 1
        if sentence.part == "aside":
            continue
        phrases = list(finder.find(sentence.first, sentence.last))
        earlier = [(c.outcome, i) for i, c in enumerate(found[-8:], max(len(found) - 8, 0)) if c.part_of is None]
        harmed = Governor(forms, starts, earlier).walk(phrases, words[at:end])
        found += _casualties(scan, _grouped(harmed, found), index, len(found), earlier)
        found += _strikes(scan, phrases, index)
    return replace(document, casualties=tuple(_titled(scan, found)))


def _harm_words(scan: Scan) -> list[Hit]:
    hits = outermost(scan.hits("harm"))
    states = [
        h.first for h in hits if cast(HarmWord, h.entry).part == "state" and cast(HarmWord, h.entry).outcome == "killed"
    ]
    selves = [h.first for h in scan.hits("structure") if cast(StructureWord, h.entry).part == "self"]
    return [h for h in hits if _counts(h, cast(HarmWord, h.entry), states, selves)]


def _counts(hit: Hit, word: HarmWord, states: list[int], selves: list[int]) -> bool:
    """Victim nouns count by their phrase; «لقي» is a harm only with «مصرعه» after it, «فجر» with «نفسه»."""
    if word.part == "victim" or (hit.definite and word.part in ("verb", "masdar")):
        return False
    if word.voice == "with_state":
        return any(hit.first < s < hit.first + 25 for s in states)
    return word.voice != "with_self" or any(hit.first < s < hit.first + 6 for s in selves)


def _shaping(scan: Scan) -> list[Hit]:
    return [h for h in scan.hits("structure") if cast(StructureWord, h.entry).part in _SHAPING]


def _casualties(
    scan: Scan, harmed: list[Harmed], sentence: int, offset: int, earlier: list[tuple[str, int]]
) -> list[Casualty]:
    return [
        Casualty(
            _span(scan, h.phrase), h.outcome, h.phrase.count, h.phrase.group, _head(scan, h.phrase), h.phrase.first,
            h.phrase.last, sentence, h.harm, _whole(h, offset, earlier), (*h.phrase.because, *h.because),
        )
        for h in harmed
    ]  # fmt: skip


def _titled(scan: Scan, found: list[Casualty]) -> list[Casualty]:
    """A named person counts as what the report calls them next to the name («الصحفي ياسر مرتجى»)."""
    if not any(_NAMED in c.because for c in found):
        return found
    starts = scan.starting("group")
    titles: dict[str, GroupWord] = {}
    for index, hit in starts.items():
        word = cast(GroupWord, hit.entry)
        if hit.number == "one" and hit.clitic in ("", "ال") and word.sort == "person" and word.group not in _PLAIN:
            for token in scan.tokens[max(0, index - 3) : index + 4]:
                titles.setdefault(token.form, word)
    return [_with_title(c, titles.get(scan.tokens[c.last - 1].form)) for c in found]


def _with_title(casualty: Casualty, word: GroupWord | None) -> Casualty:
    if word is None or _NAMED not in casualty.because or casualty.group != "person":
        return casualty
    return replace(casualty, group=word.group, because=(*casualty.because, word.id))


def _grouped(harmed: list[Harmed], before: list[Casualty]) -> list[Harmed]:
    """Give «آخرون» and bare numbers the group that they go on from, and joined victims the force named after them."""
    result: list[Harmed] = []
    group = before[-1].group if before else "person"
    for index, each in enumerate(harmed):
        phrase = each.phrase
        following = harmed[index + 1].phrase if index + 1 < len(harmed) else None
        if (
            phrase.sort in ("other", "bare")
            and phrase.group == "person"
            and group in _INHERITED
            and (result or phrase.sort == "other")
        ):
            phrase = replace(phrase, group=group)
        elif phrase.sort == "victim" and phrase.group == "person" and following is not None:
            close = following.joined and following.first - phrase.last <= 1 and following.sort == "victim"
            phrase = replace(phrase, group=following.group) if close and following.group in _FORCES else phrase
        result.append(replace(each, phrase=phrase))
        group = phrase.group
    return result


def _whole(harmed: Harmed, offset: int, earlier: list[tuple[str, int]]) -> int | None:
    if harmed.whole != EARLIER:
        return None if harmed.whole is None else offset + harmed.whole
    return next((i for outcome, i in reversed(earlier) if outcome == harmed.outcome), None)


def _strikes(scan: Scan, phrases: list[Phrase], sentence: int) -> list[Casualty]:
    return [
        Casualty(_span(scan, p), "strikes", p.count, p.group, _head(scan, p), p.first, p.last, sentence,
                 (p.first, p.last), None, p.because)
        for p in phrases if p.sort == "strike" and (p.explicit or p.count.low == 2) and not p.definite
    ]  # fmt: skip


def _span(scan: Scan, phrase: Phrase) -> Span:
    return Span(phrase.start, scan.tokens[phrase.last - 1].end)


def _head(scan: Scan, phrase: Phrase) -> str | None:
    if phrase.head >= phrase.last:
        return None
    return scan.text[scan.tokens[phrase.head].start : scan.tokens[phrase.last - 1].end]
