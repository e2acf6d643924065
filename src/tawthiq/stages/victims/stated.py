"""Victims outside claims and lists: «الشهيد سالم حمد», «سالم حمد (30 عاما) قتل», «القتيل يدعى سالم حمد»."""

from bisect import bisect_left
from collections.abc import Iterator

from tawthiq.language.entries import HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.language.scan import HarmHit
from tawthiq.stages.victims.found import OUTCOMES, Found, Telling, Tellings, found_of
from tawthiq.stages.victims.people import Person, person_at, plausible
from tawthiq.stages.victims.told import joined, says
from tawthiq.stages.victims.view import View

BY_WORD = "victims.state"
_COMMAS = ("،", ",")
_NAMING_REACH = 30
_BACK, _AHEAD = 11, 6
_FROM, _FULL = "من", 3
_PASSIVE = frozenset({"passive", "intransitive", "with_state", "with_life", "with_victim"})
_RELEASED = words("former")


def stated(view: View, tellings: Tellings) -> Iterator[Found]:
    """The people who are said to be dead, hurt or held by what they are called or by the verb behind their name."""
    for hit in view.parts.get("state", {}).values():
        found = _by_word(view, tellings, hit)
        if found is not None:
            yield found
    for hit in view.parts.get("naming", {}).values():
        found = _by_naming(view, tellings, hit)
        if found is not None:
            yield found
    harms = view.scan.of(HarmWord)
    for harm in harms:
        if harm.entry.outcome not in OUTCOMES or not _near_name(view, harm):
            continue
        found = _by_verb(view, tellings, harm) or _behind(view, tellings, harm)
        if found is not None:
            yield found
            yield from joined(view, tellings, found)


def _near_name(view: View, hit: Hit) -> bool:
    """Whether a given name stands near enough to a harm word to be governed by it."""
    names = view.name_starts
    at = bisect_left(names, hit.first - _BACK)
    return at < len(names) and names[at] <= hit.last + _AHEAD


def _by_word(view: View, tellings: Tellings, hit: Hit) -> Found | None:
    """«الشهيد سالم حمد», but «مستشفى الشهيد سالم حمد»."""
    if (
        not hit.definite
        or hit.number == "many"
        or of_a_site(view, hit.first)
        or hit.first in view.places
        or hit.first in view.sides
    ):
        return None
    person = person_at(view, hit.first)
    if person is None or person.name is None or not person.name.given or says(view, person):
        return None
    if view.form(person.name.first - 1) in _RELEASED or view.form(person.last) in _RELEASED:
        return None
    return found_of(person, tellings.of(person), None, BY_WORD) if plausible(view, person) else None


def of_a_site(view: View, at: int) -> bool:
    """Whether what stands before is a place or a body that has its name from somebody."""
    before = [view.hit("site", t) for t in (at - 1, at - 2)]
    lead = view.hit("lead", at - 2)
    own = lead is not None and lead.last == at  # «رب الأسرة»
    return any(hit is not None and hit.last == at for hit in before) or (
        view.hit("other", at - 1) is not None and not own
    )


def _by_naming(view: View, tellings: Tellings, hit: Hit) -> Found | None:
    """«القتيل يدعى سالم حمد», «صحافي قتل أمس، ويدعى سالم حمد»."""
    person = person_at(view, hit.last, sure=not view.form(hit.first).endswith(("هو", "هي")))
    if person is None or person.name is None or not (person.role or plausible(view, person)):
        return None
    floor = max(view.sentence(hit.first).first, hit.first - _NAMING_REACH)
    noun = next((view.people[t] for t in range(hit.first - 1, floor - 1, -1) if t in view.people), None)
    if noun is None:
        return None
    telling = tellings.over(noun.first, noun.first + 1)
    if telling is not None and _one(telling):
        return found_of(person, telling, None, "victims.naming")
    if isinstance(noun.entry, HarmWord) and noun.definite and noun.number != "many":
        return found_of(person, None, noun.entry.outcome, "victims.naming")
    verb = next((view.harms[t] for t in range(noun.last, hit.first) if t in view.harms), None)
    suffers = verb is not None and _suffers(view, verb)
    return found_of(person, None, _outcome(verb), "victims.naming") if suffers else None


def _one(telling: Telling) -> bool:
    return telling.claim.count is not None and telling.claim.count.high == 1


def _outcome(hit: HarmHit | None) -> str | None:
    return hit.entry.outcome if hit is not None else None


def _suffers(view: View, hit: HarmHit) -> bool:
    """Whether the one before a verb suffers it: it takes no object, or none stands behind it."""
    word = hit.entry
    if word.part != "verb" or word.outcome not in OUTCOMES:
        return False
    behind = view.people.get(hit.last)
    other = behind is not None or view.hit("kin", hit.last) is not None or hit.last in view.numbers
    led = hit.last in view.hard or not view.word(hit.last) or view.form(hit.last)[:1] in "بل"
    return not other and (led or word.voice in _PASSIVE)


def _by_verb(view: View, tellings: Tellings, hit: HarmHit) -> Found | None:
    """«رب الأسرة سالم حمد (30 عاما) قتل», «الشيخ سالم حمد الذي استشهد»."""
    if not _suffers(view, hit) or (hit.clitic and hit.clitic != "ف"):
        return None
    end = hit.first - 1 if hit.first - 1 in view.relatives else hit.first
    relative = end < hit.first
    end = end - 1 if view.form(end - 1) in _COMMAS else end
    aside = _aside(view, end) if view.form(end) in _COMMAS else None
    end = end if aside is None else aside
    for at in range(max(view.sentence(hit.first).first, end - _BACK), end):
        person = person_at(view, at, sure=True)
        if person is None or person.last != end or person.name is None:
            continue
        full = aside is not None and person.name.given and person.name.last - person.name.first >= _FULL
        strong = person.age is not None or person.role is not None or full
        if strong and (relative or plausible(view, person)) and not of_a_site(view, at) and not says(view, person):
            return found_of(person, tellings.of(person), _outcome(hit), "victims.verb")
    return None


def _aside(view: View, end: int) -> int | None:
    """Where the name ends that «من بلدة كذا» between commas stands behind."""
    comma = next((at for at in range(end - 1, max(end - _AHEAD - 1, 0), -1) if view.form(at) in _COMMAS), None)
    return comma if comma is not None and view.form(comma + 1) == _FROM else None


def _behind(view: View, tellings: Tellings, hit: HarmHit) -> Found | None:
    """«استشهاد سالم حمد», «توفي سالم حمد»: of a verb that takes no object the one behind it suffers."""
    word = hit.entry
    suffers = word.part == "masdar" or (word.part == "verb" and word.voice == "passive")
    if not suffers or word.outcome not in OUTCOMES:
        return None
    person = person_at(view, hit.last) or _past_comma(view, hit.last)
    if person is None or person.name is None or person.relation or not plausible(view, person):
        return None
    return None if says(view, person) else found_of(person, tellings.of(person), word.outcome, "victims.behind")


def _past_comma(view: View, at: int) -> Person | None:
    """«توفي فور القصف، سالم حمد (27 عاما)»: behind a comma, a name with an age."""
    stop = min(at + _AHEAD + 1, view.sentence(at).last if at < len(view.tokens) else at)
    comma = next((t for t in range(at, stop) if view.form(t) in _COMMAS), None)
    if comma is None or any(_a_verb(view.harms[t]) for t in range(at, comma) if t in view.harms):
        return None
    person = person_at(view, comma + 1)
    return person if person is not None and person.age is not None else None


def _a_verb(hit: HarmHit) -> bool:
    return hit.entry.part == "verb" and not hit.definite
