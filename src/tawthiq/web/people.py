"""Who is named, as far as it is for the person who asks: others of incidents and reports that are not are left out."""

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from tawthiq.incidents import Judgement, Other, Person
from tawthiq.judging import WHO
from tawthiq.ledger.access import Sight
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import access, listing, names
from tawthiq.operations.listing import Shown
from tawthiq.operations.names import Asked, Listed
from tawthiq.web import blind
from tawthiq.web.desk import Desk

# How many incidents a page looks through for persons in doubt: each takes some milliseconds.
LOOKED = 100


class Someone(NamedTuple):
    """A person of an incident (its id), with the others who may be the same."""

    incident: str
    person: Person
    others: tuple[Other, ...]


class Wish(NamedTuple):
    """Which persons: with all these words in a name, only those in doubt, how many to leave out (incidents, for a page)
    and how many to give."""

    name: str = ""
    doubtful: bool = False
    skip: int = 0
    most: int = 100


class View:
    """What a person may see of others, asked once a page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waiting = {claim.rpartition(":")[0] for claim in blind.pending_for(desk)}
        self._known: dict[tuple[str, ...], bool] = {}

    def someone(self, incident: str, person: Person, others: Iterable[Other]) -> Someone:
        """A person with the others whom this reader may see."""
        return Someone(incident, person, tuple(other for other in others if self._open(other)))

    def waits(self, documents: Iterable[str]) -> bool:
        """Whether one of these reports waits for a second reading by this person."""
        return not self._waiting.isdisjoint(documents)

    def _open(self, other: Other) -> bool:
        documents = [naming.document for naming in other.person.namings]
        return not self.waits(documents) and self._seen((*documents, *filter(None, (other.incident,))))

    def _seen(self, names: tuple[str, ...]) -> bool:
        if names not in self._known:
            sights = (Sight(account) for account in self._desk.seen_by)
            self._known[names] = not any(access.refused(self._desk.ledger, sight, names) for sight in sights)
        return self._known[names]


def for_desk(desk: Desk, shown: Shown) -> Shown:
    """An incident without others, and decisions about them, that are not for this person."""
    view, id = View(desk), shown.incident["id"]
    named = tuple(one._replace(others=view.someone(id, *one).others) for one in shown.named)
    return replace(shown, named=named, judgements=_judgements(desk, shown.judgements))


def someones(shown: Shown) -> list[Someone]:
    """The persons of an incident."""
    return [Someone(shown.incident["id"], *one) for one in shown.named]


def listed(desk: Desk, wish: Wish) -> list[Listed]:
    """The persons whom the reports of the list name, each with the incident."""
    with closing(_listed(desk, wish, desk.query.wanted)) as found:
        return list(islice(found, wish.skip, wish.skip + wish.most))


class Page(NamedTuple):
    """Persons, and how many incidents to leave out for the next ones, where there are any; `looked` is how many
    incidents were looked through, where that ended the page."""

    shown: list[Listed]
    onward: int | None = None
    looked: int | None = None


def page(desk: Desk, wish: Wish) -> Page:
    """Those of whole incidents, `wish.skip` incidents left out, until there are enough. Far down a list it takes no
    longer than at its beginning; for those in doubt so many incidents are looked through and no more."""
    shown: list[Listed] = []
    most = LOOKED if wish.doubtful else None
    wanted = desk.query.wanted._replace(skip=wish.skip, most=most, named=wish.name)
    with closing(_listed(desk, wish, wanted)) as found:
        for one in found:
            if len(shown) >= wish.most and one.at != shown[-1].at:
                return Page(shown, wish.skip + one.at)
            shown.append(one)
    end = wish.skip + LOOKED
    more = most is not None and listing.ids(desk.ledger, wanted._replace(skip=end, most=1))
    return Page(shown, end, LOOKED) if more else Page(shown)


def _listed(desk: Desk, wish: Wish, wanted: Wanted) -> Generator[Listed]:
    view = View(desk)
    with closing(names.names(desk.ledger, Asked(wanted, wish.name, wish.doubtful))) as found:
        for one in found:
            others = view.someone(one.incident["id"], one.person, one.others).others
            if not view.waits(one.incident["documents"]) and (
                not wish.doubtful or any(o.decided is None for o in others)
            ):
                yield one._replace(others=others)


def _judgements(desk: Desk, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    subjects = {subject for one in judgements if one.kind in WHO for subject in one.subjects}
    hidden = subjects - set(desk.shown(subjects)) if subjects else set()
    return tuple(one for one in judgements if one.kind not in WHO or hidden.isdisjoint(one.subjects))
