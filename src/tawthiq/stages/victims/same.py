"""One record for each person of a report: what several mentions of a name say together."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from operator import attrgetter

from tawthiq.stages.victims.found import Found
from tawthiq.stages.victims.names import LONGEST, name_at
from tawthiq.stages.victims.people import person_at
from tawthiq.stages.victims.view import View


@dataclass(slots=True)
class Mentions:
    """What was found of one person, the fullest mention first."""

    best: Found
    words: tuple[str, ...]
    all: list[Found] = field(default_factory=list)


def together(view: View, found: Iterable[Found]) -> list[Mentions]:
    """The people found, in the order of the text. A surname alone counts only where the report has more of the name."""
    found = sorted(found, key=attrgetter("person.first", "person.last"))
    full = _full_names(view) if found else {}
    people: list[Mentions] = []
    by_word: dict[str, list[Mentions]] = {}
    at_token: set[int] = set()
    for each in found:
        name = each.person.name
        begin = name.first if name is not None else each.person.first
        if begin in at_token:
            continue
        at_token.add(begin)
        if name is None:
            people.append(Mentions(each, (), [each]))
            continue
        each = _fuller(view, each, full)
        words = _words(view, each)
        if len(words) == 1 and not _alone(view, each):
            continue
        alike = by_word.get(_last(words), []) + (by_word.get(words[0], []) if len(words) == 1 else [])
        known = next((m for m in alike if m.best.outcome == each.outcome and _same(m.words, words)), None)
        if known is None:
            people.append(Mentions(each, words, [each]))
            for word in {words[0], _last(words)}:
                by_word.setdefault(word, []).append(people[-1])
            continue
        known.all.append(each)
        if len(words) > len(known.words) or (known.best.person.age is None and each.person.age is not None):
            known.best, known.words = each, max(words, known.words, key=len)
    return people


def _last(words: tuple[str, ...]) -> str:
    return words[-1].removeprefix("ال")


def _words(view: View, found: Found) -> tuple[str, ...]:
    name = found.person.name
    return tuple(view.form(t).removeprefix("و") if t == name.first and name.start > view.tokens[t].start
                 else view.form(t) for t in range(name.first, name.last)) if name is not None else ()  # fmt: skip


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is the other one shortened: all its words, in order."""
    short, long = sorted((a, b), key=len)
    left = iter([other.removeprefix("ال") for other in long])
    return all(word.removeprefix("ال") in left for word in short)


def _alone(view: View, found: Found) -> bool:
    """Whether one word is name enough: a given name after what its bearer is called, or with an age."""
    person = found.person
    given = person.name is not None and person.name.given
    return person.age is not None or (given and (person.relation or person.role) is not None)


def _full_names(view: View) -> dict[str, int]:
    """The longest given-name-first mention that ends in each word: the token at which it begins."""
    found: dict[str, tuple[int, int]] = {}
    end = 0
    for at in sorted({*view.parts.get("name", {}), *view.parts.get("tie", {})}):
        name = name_at(view, at, False) if at >= end else None
        if name is None:
            continue
        length = name.last - name.first
        last = view.form(name.last - 1).removeprefix("ال")
        if 1 < length <= LONGEST and length > found.get(last, (0, 0))[0]:
            found[last] = (length, name.first)
        end = name.last
    return {word: first for word, (_, first) in found.items()}


def _fuller(view: View, found: Found, full: dict[str, int]) -> Found:
    """The mention with more of the name, where a surname alone stands here."""
    name = found.person.name
    if name is None or (name.last - name.first == 1 and name.given):
        return found
    first = full.get(view.form(name.last - 1).removeprefix("ال"))
    person = person_at(view, first) if first is not None else None
    if person is None or person.name is None or person.name.last - person.name.first <= name.last - name.first:
        return found
    if not _same(_words(view, found), _words(view, replace(found, person=person))):
        return found
    mine = found.person
    return replace(found, person=replace(
        mine, name=person.name, age=mine.age if mine.age is not None else person.age, sex=mine.sex or person.sex
    ))  # fmt: skip
