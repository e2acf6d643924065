"""Victims whom a claim is about: «استشهاد الطفل سالم حمد», «قائد اللواء سالم حمد»."""

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.language.scan import VictimHit
from tawthiq.stages.victims.found import Found, Telling, Tellings, found_of
from tawthiq.stages.victims.names import joins_unknown
from tawthiq.stages.victims.people import Person, person_at, plausible, possessed, second
from tawthiq.stages.victims.view import View

_COMMAS = ("،", ",")
_REACH = 8
_MARKS = frozenset("،,.:;؛()[]!؟?\n…")
_LINKS = frozenset(("في", "من", "باسم", "ل"))
_THE, _IN = "ال", "في"
_AND = "و"
_SUICIDE = ("group.intihari", "harm.killed.fajjara")
_BODY = ("group.juththa", "harm.killed.juththa")
JOINED = "victims.joined"
_NAMED = "casualties.named"


def told(view: View, tellings: Tellings) -> Iterator[Found]:
    """The people whom claims name, and those joined to them."""
    for telling in tellings.all:
        count = telling.claim.count
        if count is None or count.low != count.high or count.low not in (1, 2) or attacks(view, telling):
            continue
        person = _person(view, telling)
        if person is None:
            continue
        if person.name is not None and person.role is None and person.name.first in view.speaking:
            continue  # «أفاد المتحدث باسم الوزارة سالم حمد»
        found = replace(found_of(person, telling, None, "victims.claim"), own=count.low == 1)
        yield found
        yield from joined(view, tellings, found)


def attacks(view: View, telling: Telling) -> bool:
    """Whether the one harmed did the harm: «المهاجم», who blew himself up."""
    words = any(view.hit("attacker", at) for at in range(max(0, telling.first - 1), telling.last))
    return words or _because(telling, _SUICIDE)


def _person(view: View, telling: Telling) -> Person | None:
    first, named = _begin(view, telling.first), _NAMED in telling.claim.because
    person = person_at(view, first, sure=named)
    if person is not None and person.name is not None and person.last > telling.first:
        if named and person.last < telling.last:
            person = replace(person, last=telling.last, name=person.name._replace(last=telling.last))
        return person if named or person.role or person.relation else None
    if view.hit("other", telling.first):
        return None
    kin = view.hit("kin", telling.first)
    if kin is not None:
        return _relative(view, kin)
    if person is None and _body(telling) and person_call(view, telling.last):
        return person_at(view, telling.last)
    return _holder(view, first)


def _body(telling: Telling) -> bool:
    """«جثة الشاب سالم حمد»."""
    return _because(telling, _BODY)


def _because(telling: Telling, words: tuple[str, ...]) -> bool:
    """Whether a claim was read by one of some words."""
    return bool([reason for reason in telling.claim.because if reason.startswith(words)])


def _relative(view: View, kin: VictimHit) -> Person | None:
    """«نجل القيادي سالم حمد»: the name is not the victim's but his father's."""
    other = person_at(view, kin.last)
    if possessed(view, kin) or kin.definite or other is None or other.name is None or not plausible(view, other):
        return None
    entry = kin.entry
    return Person(kin.first, kin.last, None, sex=entry.sex, relation=entry.relation, to=other.name, because=(entry.id,))


def _begin(view: View, first: int) -> int:
    """Where the words for a person begin whom a claim calls by the last of them or by name."""
    while first > 0:
        before = [view.hit(part, first - 1) for part in ("call", "state")]
        if not any(hit is not None and hit.definite and hit.last == first for hit in before):
            break
        first -= 1
    return first


def _holder(view: View, first: int) -> Person | None:
    """Who holds a post: «رئيس المجلس سالم حمد», «القيادي في الحركة سالم حمد»."""
    called = person_call(view, first)
    if view.hit("lead", first) is None and not called:
        return None
    for at in range(first + 1, min(first + _REACH, len(view.tokens))):
        if view.form(at) in _COMMAS and person_call(view, at + 1) and view.hit("lead", first):
            continue  # «رئيس المجلس، الشيخ سالم حمد»
        if view.form(at) in _MARKS or view.hit("other", at) or view.hit("attacker", at):
            return None
        if at in view.hard and view.form(at) not in _LINKS and not view.form(at).startswith(_THE):
            return None
        placed = view.form(at - 1) == _IN or at in view.places
        person = None if placed else person_at(view, at)
        if person is not None and person.name is not None and person.name.given and not person.relation:
            if person.last in view.saying:
                return None
            call = view.hit("call", first) or view.hit("lead", first) or view.people[first]
            role = (call.start, view.tokens[person.name.first - 1].end)
            return Person(first, person.last, person.name, 1, person.sex, person.group, role, age=person.age,
                          because=("victim.lead",))  # fmt: skip
    return None


def person_call(view: View, at: int) -> bool:
    """Whether a definite word for a person stands there."""
    hit = view.hit("call", at) or view.people.get(at)
    return hit is not None and hit.definite and hit.number in ("one", "")


def joined(view: View, tellings: Tellings, found: Found) -> Iterator[Found]:
    """Those named right behind with «و»: «والطفل حمد سالم», «وزوجته»."""
    before, at = found.person, found.person.last
    while True:
        at = at + 1 if view.form(at) in _COMMAS else at
        apart = view.form(at) == _AND
        at += apart
        person = person_at(view, at) if apart or _and(view, at) else None
        other = second(view, before, at) if person is not None and person.role is None else None
        person = other or person
        counted = person is not None and person.name is None and person.relation is not None
        if person is None or not (other or counted or plausible(view, person)) or says(view, person):
            return
        telling = tellings.of(person)
        shared = None if found.own else found.telling
        following = found_of(person, telling or shared, found.outcome, JOINED)
        yield replace(following, own=telling is not None)
        before, at = person, person.last


def _and(view: View, at: int) -> bool:
    """Whether a word with «و» joined stands there that can begin a person."""
    hits = [view.hit(part, at) for part in ("name", "call", "state", "kin", "tie")] + [view.people.get(at)]
    return any(hit is not None and hit.clitic.startswith(_AND) for hit in hits) or joins_unknown(view, at)


def says(view: View, person: Person) -> bool:
    """Whether somebody is a speaker: they do not suffer what is told around them."""
    inside = any(at in view.speaking for at in range(person.first, person.last))
    speaks = person.last in view.saying and view.word(person.last + 1) and not view.quoted(person.last)
    return inside or speaks
