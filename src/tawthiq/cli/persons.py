"""Persons whom several reports name, for people: who, by whom, and who may be the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tawthiq.cli.display import clean, isolate, paint
from tawthiq.cli.names import Drawn, parts
from tawthiq.cli.table import day_text
from tawthiq.incidents import Other, Person
from tawthiq.operations.names import Listed


def people(found: Iterable[tuple[Person, Sequence[Other]]], drawn: Drawn) -> Iterator[str]:
    """A line for each person of an incident, below it the reports that name them, and who may be the same."""
    for person, others in found:
        victim = person.namings[0].victim
        words = replace(
            victim, age=person.age, sex=person.sex, kin=person.kin, role=person.role, group=person.group,
            outcome=person.outcome, claims=(), source=None,
        )  # fmt: skip
        yield "  " + " · ".join(parts(words))
        for naming in person.namings:
            by = naming.victim.source.text if naming.victim.source else naming.outlet or naming.document
            name = isolate(clean(naming.victim.name)) if naming.victim.name else ""
            yield paint(
                "    " + "  ".join(filter(None, (naming.id, name, f"named by {isolate(clean(by))}"))),
                "dim",
                drawn.colour,
            )
        if drawn.why:
            yield from (paint(f"    one person: {clean(why)}", "dim", drawn.colour) for why in person.because)
        yield from (f"    {line}" for other in others for line in _other(other, drawn))


def listed(found: Iterable[Listed], drawn: Drawn) -> Iterator[str]:
    """The persons named, under each incident, and how many there are."""
    number, doubtful = 0, 0
    for incident, some in groupby(found, key=lambda one: one.incident["id"]):
        for one in some:
            if incident is not None:
                where = (
                    day_text(one.incident["date"]["start"], one.incident["date"]["end"]),
                    clean(one.incident["title"]),
                )
                yield paint("  ".join((incident, *filter(None, where))), "bold", drawn.colour)
                incident = None
            yield from people([(one.person, one.others)], drawn)
            number, doubtful = number + 1, doubtful + any(other.decided is None for other in one.others)
    doubt = f", {doubtful:,} may be the same as another" if doubtful else ""
    yield f"{number:,} named{doubt}"


def _other(other: Other, drawn: Drawn) -> Iterator[str]:
    """«perhaps the same as سامر رباح  west:v2 in i90c2», and why."""
    where = f" in {other.incident}" if other.incident else ""
    name = isolate(clean(other.person.name or "?"))
    if other.decided is not None:
        yield f"also {name}  {other.person.id}{where}: {clean(other.decided)}"
        return
    yield paint(f"perhaps the same as {name}  {other.person.id}{where}", "yellow", drawn.colour)
    if drawn.why:
        reasons = (f"{_words(name)} {weight:+g}" for name, weight in other.likeness.reasons)
        yield paint(f"  since {', '.join(reasons)}", "dim", drawn.colour)


def _words(reason: str) -> str:
    return reason.removeprefix("person.").replace(".", " ").replace("_", " ")
