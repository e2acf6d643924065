"""May two persons be the same one? Features with weights and reasons; people decide.

Within an incident `persons` joins namings by itself; what is found here is shown and never joined. A common name says
little: what else is told of both must say more."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tawthiq.incidents import Likeness, Naming, Person, Profile, Told
from tawthiq.linking import features, times
from tawthiq.linking.persons import in_order, same_kin
from tawthiq.linking.profiles import of as profile_of
from tawthiq.linking.spelling import given, name_words

# What two persons must show together before they may be one.
TWO = ("person.two", -3.0)
_GIVEN, _FAMILY, _ALONE, _SPELT = 0.6, 1.2, 0.3, -0.2
_DAY = timedelta(days=1)
_FRESH = 2
_NEAR, _LATER = 1, 3
_LONG = 3
_PLACE = 0.5  # of what a place weighs between two reports
_WEEKS = 42
_DEAD = "killed"
_ANYBODY = frozenset({"person", "civilian", "man", "woman", "child", "elderly"})

Reason = tuple[str, float]


class Seen(NamedTuple):
    """A person, and what is told of where and when they were harmed."""

    person: Person
    profile: Profile

    @property
    def namings(self) -> Sequence[Naming]:
        return self.person.namings


def seen(person: Person, claims: Iterable[Told]) -> Seen:
    """A person beside the claims that tell of them."""
    return Seen(person, profile_of(claims))


def likeness(one: Seen, other: Seen) -> Likeness | None:
    """How like two persons are, with every reason; None where the names are not alike."""
    name = _name(one, other)
    if name is None:
        return None
    found = (feature(one, other) for feature in _FEATURES)
    reasons = (TWO, name, *(reason for reason in found if reason is not None))
    return Likeness(round(sum(weight for _, weight in reasons), 3), reasons)


def _name(one: Seen, other: Seen) -> Reason | None:
    """The likest two namings: rare words say more than given names, each word more says more."""
    pairs = (_names(a, b) for a in one.namings for b in other.namings)
    return max((pair for pair in pairs if pair is not None), key=lambda reason: reason[1], default=None)


def _names(a: Naming, b: Naming) -> Reason | None:
    short, long = sorted((name_words(a.victim.name or ""), name_words(b.victim.name or "")), key=len)
    how = in_order(short, long) if short else ()
    if not how:
        return None
    if len(short) == 1:
        return "person.name_part", _ALONE
    weight = sum(_GIVEN if given(word) else _FAMILY for word in short) + _SPELT * (len(how) - 1)
    return ("person.name" if len(short) == len(long) else "person.name_shortened"), round(weight, 3)


def _age(one: Seen, other: Seen) -> Reason | None:
    a, b = one.person.age, other.person.age
    if a is None or b is None:
        return None
    if abs(a - b) <= _NEAR:
        return ("person.age", 1.5) if a == b else ("person.age_near", 0.8)
    return "person.age_other", -1.5 if abs(a - b) <= _LATER else -4.0


def _sex(one: Seen, other: Seen) -> Reason | None:
    a, b = one.person.sex, other.person.sex
    return ("person.sex_other", -4.0) if a and b and a != b else None


def _kin(one: Seen, other: Seen) -> Reason | None:
    alike = any(same_kin(a, b) for a in one.namings for b in other.namings)
    return ("person.kin", 2.0) if alike else None


def _place(one: Seen, other: Seen) -> Reason | None:
    found = features.place(one.profile, other.profile)
    return None if found is None else (found[0], round(found[1] * _PLACE, 3))


def _day(one: Seen, other: Seen) -> Reason | None:
    """The days of the harm: nobody dies twice, but who was hurt or held may die later."""
    apart = _days_apart(_days(one.profile), _days(other.profile))
    if apart is None:
        return None
    if apart <= _NEAR:
        return "person.day", 1.5
    if apart <= _LATER:
        return "person.day_near", 0.3
    if one.person.outcome == other.person.outcome == _DEAD:
        return "person.day_other", -4.0
    dead = _DEAD in (one.person.outcome, other.person.outcome)
    return ("person.died_later", 0.8) if dead and apart <= _WEEKS else None


def _work(one: Seen, other: Seen) -> Reason | None:
    """What they are called as people at work: journalists, rescuers, soldiers."""
    a, b = one.person.group, other.person.group
    return ("person.work", 0.8) if a == b and a not in _ANYBODY else None


def _report(one: Seen, other: Seen) -> Reason | None:
    """A report that names both tells of two, unless of what became of one."""
    mine, theirs = ({(n.document, n.victim.outcome) for n in person.namings} for person in (one, other))
    return ("person.one_report", -2.0) if mine & theirs else None


_FEATURES: tuple[Callable[[Seen, Seen], Reason | None], ...] = (_age, _sex, _kin, _work, _place, _day, _report)


def _days(profile: Profile) -> tuple[times.Days, ...]:
    """The short times told, else the days before the reports."""
    told = tuple((start, end) for start, end, _ in profile.days if (end - start).days <= _LONG)
    if told or profile.published is None:
        return told
    return ((profile.published[0] - _FRESH * _DAY, profile.published[0]),)


def _days_apart(first: Sequence[tuple[date, date]], second: Sequence[tuple[date, date]]) -> int | None:
    gaps = (max((b[0] - a[1]).days, (a[0] - b[1]).days, 0) for a in first for b in second)
    return min(gaps, default=None)
