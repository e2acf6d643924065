"""Victims in lists: «الشهداء هم: …», «بينهم الصحفي …», «أسماء الضحايا:» with a line for each."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple, cast

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import VictimHit
from tawthiq.stages.victims.found import Found, Telling, Tellings, found_of
from tawthiq.stages.victims.names import Name, sex_of
from tawthiq.stages.victims.people import Person, age_at, person_at, plausible
from tawthiq.stages.victims.told import joined, says
from tawthiq.stages.victims.view import View

LINES, LIST = "victims.lines", "victims.list"
_BULLETS = frozenset("-–—*•|.()")
_APART = frozenset("،,؛;:\n")
_HEAD_REACH = 6
_TITLE_REACH = 25
_GAP = 15
_EITHER, _DEAD = "casualties", "killed"
_LONGEST_LINE = 6
_FIRST = attrgetter("first")
_FEWEST_WORDS, _MOST_WORDS = 2, 4


class _Before(NamedTuple):
    """What may stand before a heading, in order: words of mourning, and the tokens of people whom no claim counts."""

    mourning: Sequence[VictimHit]
    others: Sequence[int]


def listed(view: View, tellings: Tellings) -> Iterator[Found]:
    """The people named under each heading."""
    if "heading" in view.parts:
        before = _Before(tuple(view.parts.get("mourn", {}).values()), _others(view, tellings))
        for hit in view.parts["heading"].values():
            yield from _under(view, tellings, hit, before)
    for hit in view.parts.get("each", {}).values():
        harm = _harm_before(view, hit.first)
        if harm:
            yield from _inline(view, tellings, hit.last, harm, None)


def _under(view: View, tellings: Tellings, hit: Hit, before: _Before) -> Iterator[Found]:
    sentence = view.sentence(hit.first)
    outcome, telling = _victims_near(view, hit), tellings.before(hit.first, sentence.first)
    if telling is not None and _between(before.others, telling.last, hit.first):
        telling = None  # whom the list may be of
    if outcome == _EITHER:  # «الضحايا هم»: those told of before
        telling = tellings.near(hit.first, _DEAD, several=True)
        outcome = _DEAD if telling is not None else outcome
    elif outcome is not None and telling is not None and telling.claim.outcome != outcome:
        telling = None
    if outcome is None and telling is None:
        outcome = _mourned(before.mourning, sentence.first, hit.first)
    if outcome is None and telling is None:
        return
    begin = _opening(view, hit)
    if view.form(begin) == "\n":
        yield from _lines(view, tellings, begin + 1, outcome or cast(Telling, telling).claim.outcome or "")
    else:
        said = outcome or (telling.claim.outcome if telling is not None else None)
        yield from _inline(view, tellings, begin, said or "", telling)


def _mourned(words: Sequence[VictimHit], first: int, last: int) -> str | None:
    """What a word before a heading says of those behind it: «ونعت النقابة الصحفيين وهم: …»."""
    at = bisect_left(words, first, key=_FIRST)
    return words[at].entry.outcome if at < len(words) and words[at].first < last else None


def _opening(view: View, hit: Hit) -> int:
    """Where a list begins: behind its heading, or behind the colon that ends the heading's line."""
    for at in range(hit.last, min(hit.last + _TITLE_REACH, len(view.tokens))):
        if view.form(at) == ":":
            return at + 1
        if view.form(at) in ("\n", ".", "،"):
            return at if view.form(at) == "\n" and view.form(hit.first).endswith("سماء") else hit.last
    return hit.last


def _victims_near(view: View, hit: Hit) -> str | None:
    """What the noun says whose people are listed: «القتلى هم», «أسماء الشهداء»."""
    before = range(hit.first - 1, max(-1, hit.first - _HEAD_REACH), -1)
    for at in (*range(hit.first, hit.last + 3), *before):
        noun = view.people.get(at)
        if noun is not None and isinstance(noun.entry, HarmWord) and noun.definite and noun.number in ("many", "two"):
            return noun.entry.outcome
        if at < hit.first and view.form(at) in (".", "\n"):
            break
    return None


def _between(tokens: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(tokens, first)
    return at < len(tokens) and tokens[at] < last


def _others(view: View, tellings: Tellings) -> Sequence[int]:
    """Where people are told of whom no claim counts, in order."""
    many = (at for at, noun in view.people.items() if noun.number == "many")
    return sorted([at for at in many if tellings.over(at, at + 1) is None])


def _harm_before(view: View, at: int) -> str | None:
    """The outcome of a harm word right before «كل من»."""
    for index in range(at - 1, max(-1, at - _HEAD_REACH), -1):
        hit = view.harms.get(index)
        if hit is not None:
            word = hit.entry
            return word.outcome if word.part in ("verb", "masdar") else None
        if view.form(index) in _APART:
            return None
    return None


def _inline(view: View, tellings: Tellings, begin: int, outcome: str, telling: Telling | None) -> Iterator[Found]:
    """The names of a list that goes on in its sentence."""
    each = view.hit("each", begin)
    begin = each.last if each is not None else begin
    stop, at, since = view.sentence(begin).last if begin < len(view.tokens) else 0, begin, 0
    fresh, begun = True, False
    while at < stop and since < _GAP:
        item = begun and fresh and _item(view, at)
        person = person_at(view, at, sure=item) if fresh or _joins(view, at) else None
        if person is not None and (item or plausible(view, person)) and not says(view, person):
            own = tellings.of(person)
            found = replace(found_of(person, own or telling, outcome, LIST), own=own is not None)
            yield found
            for following in joined(view, tellings, found):
                yield following
                person = following.person
            at, since, fresh, begun = person.last, 0, False, True
            continue
        fresh = view.form(at) in _APART or (fresh and view.form(at) in _BULLETS)
        at, since = at + 1, since + 1


def _item(view: View, at: int) -> bool:
    """Whether a word begins an item that looks like the names before it: a few words, none of which ends a name."""
    last = at
    while view.word(last) and last not in view.hard and not (last > at and view.quoted(last)):
        last += 1
    over = view.form(last) in _APART or view.form(last) == "." or view.quoted(last)
    return over and _FEWEST_WORDS <= last - at <= _MOST_WORDS and not any(t in view.people for t in range(at, last))


def _joins(view: View, at: int) -> bool:
    return view.form(at).startswith("و") or view.form(at - 1) == "و"


def _lines(view: View, tellings: Tellings, begin: int, outcome: str) -> Iterator[Found]:
    """The names of a list with a line for each."""
    at = begin
    while at < len(view.tokens):
        while at < len(view.tokens) and (view.form(at) in _BULLETS or view.form(at) == "\n" or _ordinal(view, at)):
            at += 1
        person = person_at(view, at)
        if person is None or not plausible(view, person):
            person = _line(view, at)
        if person is None:
            return
        yield found_of(person, tellings.of(person), outcome, LINES)
        at = person.last
        while at < len(view.tokens) and view.form(at) != "\n":
            at += 1


def _ordinal(view: View, at: int) -> bool:
    """«1.», «2-», «3)» before a name."""
    return view.tokens[at].is_number and view.form(at + 1) in _BULLETS


def _line(view: View, at: int) -> Person | None:
    """A line that is nothing but a name and perhaps an age."""
    last = at
    while view.word(last) and last - at <= _LONGEST_LINE and last not in view.hard:
        last += 1
    age, end = age_at(view, last)
    over = end >= len(view.tokens) or view.form(end) in ("\n", "،", ",", "-", "–", "(", ".")
    if not _FEWEST_WORDS <= last - at <= _LONGEST_LINE or not over or view.people.get(at) is not None:
        return None
    name = Name(at, last, view.tokens[at].start, sex_of(view, at), False)
    return Person(at, end, name, sex=name.sex, age=age, because=("victims.line",))
