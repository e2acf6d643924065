"""Persons whom the reports of an incident name, as formats tell of them."""

from collections.abc import Iterator

from tawthiq.exporters.shapes import Record
from tawthiq.incidents import Person


def victims(record: Record) -> Iterator[Person]:
    """The victims named in an incident, each once; relatives who are only counted are left out."""
    return (person for person in record.people if person.name)


def other_names(person: Person) -> list[str]:
    """The names by which other reports call somebody, or the same one elsewhere."""
    names = (" ".join((naming.victim.name or "").split()) for naming in person.namings)
    return [name for name in dict.fromkeys(names) if name and name != person.name]


def called(person: Person) -> str:
    """The name with the age, for a list of names: «سامر رباح (30)»."""
    return f"{person.name} ({person.age})" if person.age is not None else str(person.name)


def kinship(person: Person) -> str | None:
    """Whose relative: «sister of سامر رباح»."""
    kin = person.kin
    return None if kin is None else f"{kin.relation} of {kin.text}" if kin.text else kin.relation
