"""Named victims of a report, for people."""

from collections.abc import Iterator
from typing import Protocol

from tawthiq.cli.display import clean, isolate, paint
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
        yield "    " + " · ".join(parts(victim))
        if drawn.why:
            yield paint(f"      because {' '.join(victim.because)}", "dim", drawn.colour)


def parts(victim: Victim) -> Iterator[str]:
    """What is said of somebody, piece by piece."""
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
