"""Somebody as a report names them: what they are called, their name, their age."""

from dataclasses import dataclass, replace

from tawthiq.language.entries import GroupWord, HarmWord, VictimWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import VictimHit
from tawthiq.stages.victims.names import Name, name_at, named, sex_of
from tawthiq.stages.victims.view import View

_CALLS = 4
_OLDEST = 120
_BEFORE_AGES = frozenset("،,-–—")
_POSSESSED = ("ه", "ها", "هما", "هم", "هن", "ي", "نا")


@dataclass(frozen=True, slots=True)
class Person:
    """Tokens first ≤ t < last. `name` is None for relatives who are only counted; `role` where what they are called
    stands, `outcome` what the word before the name says became of them, `to` whose relative they are where the name
    behind says it; `pair`: what they are called is of two, of whom this is the first."""

    first: int
    last: int
    name: Name | None
    count: int = 1
    sex: str | None = None
    group: str | None = None
    role: tuple[int, int] | None = None
    outcome: str | None = None
    relation: str | None = None
    to: Name | None = None
    age: int | None = None
    pair: bool = False
    because: tuple[str, ...] = ()


@dataclass(slots=True)
class _Called:
    """What the words before a name say."""

    at: int
    start: int = -1
    sex: str | None = None
    group: str | None = None
    outcome: str | None = None
    relation: str | None = None
    count: int = 1
    pair: bool = False
    because: tuple[str, ...] = ()

    def past(self, hit: Hit) -> None:
        self.at, self.because = hit.last, (*self.because, hit.entry.id)
        self.pair = self.pair or hit.number == "two"
        self.start = hit.start if self.start < 0 else self.start

    def add(self, hit: VictimHit, entry: VictimWord) -> None:
        self.past(hit)
        self.sex, self.group = self.sex or entry.sex, self.group or entry.group
        self.outcome, self.relation = self.outcome or entry.outcome, self.relation or entry.relation


def person_at(view: View, at: int, sure: bool = False) -> Person | None:
    """The person who is named at a token, past what they are called. `sure` as for a name."""
    called = _called(view, at)
    if called is None:
        return None
    first, begin = at, called.at
    if view.form(begin) == "#":
        begin += 1
    name = name_at(view, begin, sure or begin > first)
    if name is None and called.relation is None:
        return None
    if name is not None and called.relation and not _trusted(view, name):
        name = None
    last = name.last if name is not None else called.at
    if name is None:
        last, called.count = _counted(view, first, called)
    age, last = age_at(view, last)
    role = (called.start, view.tokens[called.at - 1].end) if called.at > first and not called.relation else None
    sex = called.sex or (name.sex if name is not None else None)
    return Person(
        first, last, name, 1 if name is not None else called.count, sex, called.group, role, called.outcome,
        called.relation, age=age, pair=called.pair and name is not None, because=called.because,
    )  # fmt: skip


def _called(view: View, at: int) -> _Called | None:
    """What stands before a name: definite words for a person, or a relative; None for somebody else's people."""
    called = _Called(at)
    for _ in range(_CALLS):
        stands = called.at in view.callings
        if stands and (view.hit("other", called.at) or view.hit("attacker", called.at)):
            return None
        kin, hit, entry = view.hit("kin", called.at) if stands else None, None, None
        if kin is not None and not possessed(view, kin):
            return None
        if kin is not None and kin.first == at:
            hit, entry = kin, kin.entry
            called.count = 2 if kin.number == "two" else 1 if kin.number == "one" else 0
        for part in ("state", "call") if stands else ():
            call = view.hit(part, called.at)
            if hit is None and call is not None and call.definite and call.number != "many":
                hit, entry = call, call.entry
        if hit is None or entry is None:
            other = _person(view, called)
            if other is None:
                break
            called.past(other)
            continue
        called.add(hit, entry)
    return called


def possessed(view: View, kin: Hit) -> bool:
    """Whether a relative is that of somebody named before: a pronoun is attached."""
    return view.document.text[: view.tokens[kin.last - 1].end].endswith(_POSSESSED)


def _trusted(view: View, name: Name) -> bool:
    """Whether a relative's name is one: a given name stands in it, or an age behind it."""
    return any(named(view, t) for t in range(name.first, name.last)) or aged(view, name.last)


def _person(view: View, called: _Called) -> Hit | None:
    """A definite word for one person that only the other layers know («التاجر»), or an adjective between («الراحل»)."""
    hit = view.people.get(called.at)
    if hit is not None and hit.definite and hit.number in (("one", "", "two") if called.pair else ("one", "")):
        entry = hit.entry
        if isinstance(entry, GroupWord) and called.group is None and entry.group != "person":
            called.group = entry.group
        if isinstance(entry, HarmWord) and called.outcome is None:
            called.outcome = entry.outcome
        return hit
    return None


def _counted(view: View, first: int, called: _Called) -> tuple[int, int]:
    """The end and the number of relatives who have no name: «وأطفاله الثلاثة», «و5 من أطفاله»."""
    number = view.numbers.get(called.at)
    if (
        called.count != 1
        and number is not None
        and number.aside is None
        and number.count.low
        and number.count.of is None
    ):
        return number.last, number.count.low
    return called.at, called.count


def age_at(view: View, at: int) -> tuple[int | None, int]:
    """The age in years that stands right behind a name, and the token after it: «(34 عاما)», «البالغ من العمر 34»."""
    begin = at + 1 if view.form(at) in _BEFORE_AGES else at
    word = view.hit("age", begin)
    bracket = view.form(begin) == "("
    if word is not None:
        begin = word.last
    elif bracket:
        begin += 1
        word = view.hit("age", begin)
        begin = word.last if word is not None else begin
    elif begin == at:
        return None, at
    number = view.numbers.get(begin)
    if number is None or number.value is None or not 0 < number.value <= _OLDEST:
        return None, at
    years, last = _unit(view, number.first, number.last)
    if bracket and view.form(last) == ")":
        last += 1
        if view.hit("unit", last) is not None:
            years, last = _unit(view, last, last)
        bracket = False
    elif bracket:
        return None, at
    alone = number.aside in ("age", "time") and view.hit("unit", last - 1) is not None and not view.word(last)
    said = word is not None or number.aside == "age" or view.form(at) == "(" or alone
    return (int(number.value * years), last) if said else (None, at)


def _unit(view: View, first: int, last: int) -> tuple[float, int]:
    """What an age is counted in, and the token after the word."""
    for at in (last, last - 1):
        hit = view.hit("unit", at)
        if hit is not None and at >= first:
            return hit.entry.years, max(last, hit.last)
    return 1, last


def aged(view: View, at: int) -> bool:
    """Whether an age stands right behind a name."""
    return age_at(view, at)[0] is not None


def second(view: View, first: Person, at: int) -> Person | None:
    """The other one of two who are called together: «الطفلين سامر وليان رباح», «وشقيقتاه ليان وريم»."""
    name = name_at(view, at, False) if first.pair else None
    if name is None or not name.given:
        return None
    age, last = age_at(view, name.last)
    return replace(first, first=at, last=last, name=name, age=age, sex=name.sex or first.sex, pair=False)


def plausible(view: View, person: Person) -> bool:
    """Whether a name that nothing announces is a person's: a given name and another, or an age."""
    name = person.name
    if name is None:
        return False
    called = person.role is not None or person.relation is not None
    two = name.last - name.first > 1 and (name.given or named(view, name.first + 1) or person.role is not None)
    return two or person.age is not None or (called and sex_of(view, name.first) is not None)
