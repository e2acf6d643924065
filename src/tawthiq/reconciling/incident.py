"""Everything that is shown of one incident: when, where, what, by whom, how many by each codebook, how sure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from tawthiq.incidents import Incident, Judgement, Profile, Told, Toll
from tawthiq.judging import judged
from tawthiq.language.eventtypes import event_types
from tawthiq.linking import geography, profile
from tawthiq.linking.families import FAMILY
from tawthiq.linking.features import main
from tawthiq.linking.times import open_days
from tawthiq.model import ClaimPlace
from tawthiq.reconciling import acled, airwars, ibc, ucdp
from tawthiq.reconciling.accounts import accounts
from tawthiq.reconciling.grades import grade
from tawthiq.reconciling.stated import Case

CODEBOOKS: Mapping[str, Callable[[Case], tuple[Toll, ...]]] = {
    "airwars": airwars.tolls,
    "ibc": ibc.tolls,
    "ucdp": ucdp.tolls,
    "acled": acled.tolls,
}
_HEADLINE = ("killed", "casualties", "injured")
_TOLD = 0.25
_NO_KIND = frozenset({"open", "taking", "siege"})
_ACTOR = 0.3


def incident(id: str, claims: Iterable[Told], judgements: Iterable[Judgement] = ()) -> Incident:
    """An incident from all its claims and what people decided about them."""
    tolds, rejected = judged(sorted(claims, key=lambda t: t.id), judgements)
    found, account_of = accounts(tolds)
    case = Case(tolds, found, account_of, rejected)
    tolls = {name: rule(case) for name, rule in CODEBOOKS.items()}
    headline = _headline(tolls["airwars"])
    shown = profile([told for told in tolds if told.id not in rejected] or tolds)
    start, end = _days(shown)
    place, event = _named(_place(shown), tolds), _event(shown)
    counted = headline.accounts if headline else _telling(case)
    return Incident(
        id=id, title=_title(event, place, start), start=start, end=end, place=place, event=event,
        actors=_actors(tolds), grade=grade(case, headline), sources=len(counted),
        accounts=tuple(sorted(found, key=lambda account: account.id not in counted)),
        documents=tuple(sorted({told.document for told in tolds})), claims=tuple(told.id for told in tolds),
        tolls=tolls,
    )  # fmt: skip


def _headline(tolls: tuple[Toll, ...]) -> Toll | None:
    """The toll that an incident is known by: of the killed, else of all harmed, else of the injured."""
    whole = {toll.outcome: toll for toll in tolls if toll.group is None and toll.accounts}
    return next((whole[outcome] for outcome in _HEADLINE if outcome in whole), None)


def _telling(case: Case) -> tuple[str, ...]:
    """Without a number of people harmed, the accounts of the claims that hold."""
    holding = [told for told in case.tolds if told.claim.status == "asserted" and told.id not in case.rejected]
    ids = {case.account_of[told.id] for told in holding}
    return tuple(account.id for account in case.accounts if account.id in ids)


def _days(shown: Profile) -> tuple[date | None, date | None]:
    """The days told most often, the shorter among equals; without any, those that fresh news leaves open."""
    if shown.days:
        start, end, _ = min(shown.days, key=lambda day: (-day[2], day[1] - day[0], day[0]))
        return start, end
    return open_days(shown.published) if shown.published else (None, None)


def _place(shown: Profile) -> ClaimPlace | None:
    """The place told most, the most exact of those that are told often."""
    often = main(shown.places)
    counts = dict(shown.places)
    return min(
        often, key=lambda place: (geography.rank(place) // 3, -counts[place], geography.rank(place)), default=None
    )


def _named(place: ClaimPlace | None, tolds: Iterable[Told]) -> ClaimPlace | None:
    """The place with the words that the reports use most for it."""
    if place is None:
        return None
    said = [told.claim.place.text for told in tolds if told.claim.place and told.claim.place.name == place.name]
    words = Counter(said).most_common(1)
    return replace(place, text=words[0][0]) if words else place


def _event(shown: Profile) -> str:
    """The cause told most that says a kind, where it is told often enough; who was seized or besieged in an attack is
    not what the attack was."""
    most = max((n for _, n in shown.events), default=0)
    said = [e for e, n in shown.events if n >= _TOLD * most and FAMILY.get(e, "open") not in _NO_KIND]
    return (said or [event for event, _ in shown.events] or ["unspecified"])[0]


def _actors(tolds: tuple[Told, ...]) -> tuple[str, ...]:
    """The doers that a good part of the claims with a doer name."""
    naming = [told for told in tolds if told.claim.actors]
    counts = Counter(actor for told in naming for actor in told.claim.actors)
    return tuple(actor for actor, n in sorted(counts.items(), key=lambda p: (-p[1], p[0])) if n >= _ACTOR * len(naming))


def _title(event: str, place: ClaimPlace | None, day: date | None) -> str:
    kind = event_types()[event].en if event in event_types() else event
    return ", ".join([kind, *([place.name] if place else []), *([day.isoformat()] if day else [])])
