"""Whose relative somebody is."""

from collections.abc import Iterator, Sequence

from tawthiq.model import Kin, Victim
from tawthiq.stages.victims.found import Found
from tawthiq.stages.victims.listed import LINES
from tawthiq.stages.victims.names import name_at, named
from tawthiq.stages.victims.view import View

_REACH = 20
_GROWN = 16
_OF_ADULTS = frozenset({"wife", "husband", "son", "daughter", "child", "grandchild", "fiancee"})


def kin_of(view: View, found: Found, before: Sequence[Victim]) -> Kin | None:
    """By the name behind, else of a victim named before in the sentence, else of the last one named there at all."""
    person = found.person
    if person.relation is None:
        return None
    if person.to is not None:
        return Kin(person.relation, view.text(person.to.first, person.to.last))
    sentence = view.sentence(person.first)
    floor = 0 if found.because == LINES else sentence.span.start
    fitting = [
        v for v in before if v.name and floor <= v.span.start and _fits(v, person.relation, view.form(person.first))
    ]
    heads = fitting if person.relation in _OF_ADULTS else [v for v in fitting if v.kin is None] or fitting
    if heads:
        return Kin(person.relation, heads[-1].name, heads[-1].id)
    return Kin(
        person.relation, next(_names_before(view, person.first, max(sentence.first, person.first - _REACH)), None)
    )


def _fits(victim: Victim, relation: str, form: str) -> bool:
    """Whether the pronoun of «زوجها» can mean somebody, and their age the relation."""
    sex = "female" if form.endswith("ها") else "male" if form.endswith("ه") else None
    young = victim.group == "child" or (victim.age is not None and victim.age < _GROWN)
    return (sex is None or victim.sex in (sex, None)) and not (young and relation in _OF_ADULTS)


def _names_before(view: View, at: int, floor: int) -> Iterator[str]:
    """The names of two words and more before a token, the nearest first."""
    for first in range(at - 1, floor - 1, -1):
        name = name_at(view, first, False) if named(view, first) and not named(view, first - 1) else None
        if name is not None and name.last - name.first > 1:
            yield view.text(name.first, name.last)
