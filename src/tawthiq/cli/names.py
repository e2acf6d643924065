"""Named victims of a report and of an incident, for people."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from tawthiq.cli.display import clean, isolate, paint
from tawthiq.incidents import Person
from tawthiq.model import Document, Victim


class Drawn(Protocol):
    """How they are drawn: with colours or not, with reasons or not."""

    @property
    def colour(self) -> bool: ...
    @property
    def why(self) -> bool: ...


def named(document: Document, drawn: Drawn) -> Iterator[str]:
    """A line for each: who, what became of them, the claim that tells of it, and who names them."""
    if document.victims:
        yield paint("  named victims", "dim", drawn.colour)
    for victim in document.victims:
        yield "    " + " · ".join(_parts(victim))
        if drawn.why:
            yield paint(f"      because {' '.join(victim.because)}", "dim", drawn.colour)


def people(found: Sequence[Person], drawn: Drawn) -> Iterator[str]:
    """A line for each person of an incident, and below it the reports that name them."""
    for person in found:
        victim = person.namings[0].victim
        words = replace(
            victim, age=person.age, sex=person.sex, kin=person.kin, role=person.role, group=person.group,
            outcome=person.outcome, claims=(), source=None,
        )  # fmt: skip
        yield "  " + " · ".join(_parts(words))
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


def _parts(victim: Victim) -> Iterator[str]:
    yield who(victim)
    yield victim.outcome if victim.status == "asserted" else f"{victim.outcome} ({victim.status})"
    yield ", ".join(
        filter(
            None, (f"age {victim.age}" if victim.age is not None else "", victim.sex, victim.group.replace("_", " "))
        )
    )
    if victim.role:
        yield isolate(clean(victim.role))
    if victim.claims:
        yield f"claim {', '.join(victim.claims)}"
    if victim.source:
        yield f"named by {isolate(clean(victim.source.text))}"


def who(victim: Victim) -> str:
    """The name, or whose relatives they are: «ليان, sister of سامر»; «3 × child of سامر»."""
    kin = f"{victim.kin.relation} of {isolate(clean(victim.kin.text or '?'))}" if victim.kin else ""
    name = isolate(clean(victim.name)) if victim.name else ""
    many = f"{victim.count or 'some'} × " if victim.count != 1 else ""
    return ", ".join(filter(None, (name, many + kin)))
