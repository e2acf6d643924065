"""Whose people fell where no noun says it, but the fire on them does: «غارات على مواقع للتنظيم أسفرت عن قتلى»."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import replace
from operator import attrgetter

from tawthiq.language.entries import EventWord, StructureWord
from tawthiq.language.lists import words
from tawthiq.language.scan import Scan, StructureHit
from tawthiq.model import Casualty
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import BETWEEN, BODIES, FIGHTING, OF_STATE

_FIRST = attrgetter("first")
_AT_POSTS = "casualties.at_posts"
_HURT = frozenset({"killed", "injured", "casualties"})
_UNSAID = ("harm.", "number.", "structure.other")  # what a figure's reasons are where no noun says whom it counts
_TOLD = BODIES | {BETWEEN}  # what is said of somebody who stands before or behind
_POSTS = frozenset([p + form for form in words("post_of_force") for p in ("", "ال", "و", "وال")])
_UPON = frozenset({"علي", "ضد"})
_BEFORE = _POSTS | _UPON
_ROW, _STRUCK, _REACH = 3, 8, 45  # tokens from a post to its force, from the fire to the post, to those who fell
_CLASH, _SIDES = "armed_clash", ("طرف", "الطرف", "جانب", "الجانب")
_SIDED = frozenset({"armed_clash", "war", "riot", "protest_repression"})
_BELONGING, _GATHERING = "ل", "تجمع"
_AIMS = "event.attack.general"  # «استهدفت»
_COMMAS, _ENDS, _AND, _OF = frozenset("،,"), frozenset(".\n"), "و", "من"
_FIRED = 3  # tokens of «قصفا مكثفا على» from the attack on
_LEAST = 3
_BOTH, _CIVILIANS = ("الطرفين", "الجانبين"), (["والمدنيين"], ["ومدنيين"])
_OF_THEM, _FELL, _REACH_BACK = "منهم", words("fell"), 10
_TWO, _OF_SIDES, _LOST, _INFLICTING = 2, 3, 14, "تكبيد"
_THEM, _PEOPLE = "هم", ("ون", "ين")  # «هاجمت القوات المتمردين وكبدتهم قتلى»
_THINGS = frozenset({"vehicle", "other_object", "aircraft", "infrastructure"})  # of a force, which are lost beside men


def at_posts(scan: Scan, layers: Layers, forms: Sequence[str], found: Sequence[Casualty]) -> list[Casualty]:
    """The casualties; those of whom no noun says who they are, as the force whose posts the text says were struck, or
    that is said to have lost them."""
    if len(forms) < _LEAST:
        return list(found)
    near = [t for t in (*layers.actors, *layers.uncounted)
            if (t and forms[t - 1] in _BEFORE) or (t > 1 and forms[t - 2] in _POSTS)
            or (t > 2 and forms[t - 3] in _POSTS)]  # fmt: skip
    suffering = scan.parts(StructureWord).get("inflict", ())
    ranked = [c for c in found if c.last in layers.ranks]
    both, them = _BOTH[0] in forms or _BOTH[1] in forms, _OF_THEM in forms
    if not (near or suffering or ranked or both or them):
        return list(found)
    open_to = [c for c in found if c.outcome in _HURT and (c.group == "person" or c.last in layers.ranks)]
    unsaid = {c.first for c in open_to if _unsaid(c)}
    if not unsaid:
        return list(found)
    told = [(h.first, h.entry) for h in scan.of(EventWord)] if near else []
    attacks = [(t, word) for t, word in told if word.names_attack and word.event not in _SIDED]
    fires = Fires(layers, forms, frozenset([t for t, word in attacks if word.id != _AIMS]), sorted(near))
    clashes = [t for t, word in told if word.event == _CLASH]
    fires.both, fires.them = both, them
    return [_fallen(fires, c, suffering, clashes) if c.first in unsaid else c for c in found]


def _unsaid(casualty: Casualty) -> bool:
    """Whether a figure of several names nobody («قتلى», «عشرات الجرحى», «تسعة»)."""
    count = casualty.count
    several = count.low != 1 and count.high != 0
    return several and not [r for r in casualty.because if r in _TOLD or not r.startswith(_UNSAID)]


def _fallen(fires: "Fires", casualty: Casualty, suffering: Sequence[StructureHit], clashes: Sequence[int]) -> Casualty:
    group = fires.within(casualty.last) if casualty.last in fires.layers.ranks else None
    if casualty.group != "person":
        return casualty if group is None else replace(casualty, group=group, because=(*casualty.because, _AT_POSTS))
    group = fires.of_both(casualty) if group is None and fires.both else group
    group = fires.of_them(casualty) if group is None and fires.them else group
    group = fires.losing(casualty, suffering) if group is None and suffering else group
    group = fires.upon(casualty, clashes) if group is None and fires.struck else group
    return casualty if group is None else replace(casualty, group=group, because=(*casualty.because, _AT_POSTS))


class Fires:
    """Which force the fire that a figure is told of fell on. `attacks` are the first tokens of words for what one side
    does, `near` of the forces that may have been fired on, `struck` the groups of those that were."""

    def __init__(self, layers: Layers, forms: Sequence[str], attacks: Container[int], near: Sequence[int]) -> None:
        self.sentences, self.layers, self.forms, self.attacks = layers.document.sentences, layers, forms, attacks
        fired = ((t, self._fired_on(t)) for t in near)
        self.struck = {t: group for t, group in fired if group is not None}
        self.tokens = list(self.struck)
        self.both = self.them = False  # whether the report has «الطرفين», «منهم»

    def upon(self, casualty: Casualty, clashes: Sequence[int]) -> str | None:
        """The group of the force told before those who fell, or behind them; where their sentence only looks back at
        an attack («وأسفرت الغارات عن قتلى»), told right before it. `clashes` are where fights are told of, in which
        both sides may fall."""
        named = casualty.first - 1 in self.layers.groups or self.forms[casualty.last : casualty.last + 1] == [_OF]
        if named or self._of_sides(casualty.last):
            return None  # «فلسطينيين اثنين», «ضحايا من الأهالي»
        sentence, index = self.sentences[casualty.sentence], casualty.sentence
        first, start = sentence.first, min(casualty.first, casualty.harm[0])
        at = self._before(start, first)
        if at is None:
            at = self._ahead(casualty.last, sentence.last)
        opens = at is None and index and start - first <= _REACH
        if opens and self._looks_back(first, start) and not self._parted(first, start):
            before = self.sentences[index - 1]
            again = before.part == "aside" or self._of_two(before.first, before.last)
            at = None if again else self._before(before.last, before.first)
        if at is None or _any(clashes, min(at, start, first), max(at, start)):
            return None
        return self.struck[at]

    def of_both(self, casualty: Casualty) -> str | None:
        """«اشتباكات بين الجيش والجماعة أوقعت قتلى من الطرفين»: those of two forces that the sentence, or else the one
        before it, tells of are soldiers where both are of states."""
        first, index, last = self.sentences[casualty.sentence].first, casualty.sentence, casualty.last
        ahead = self.forms[last : min(last + _OF_SIDES + 1, self.sentences[index].last)]
        side = next((n for n, form in enumerate(ahead, last) if form.endswith(_BOTH)), 0)
        if not side or self.forms[side + 1 : side + 2] in _CIVILIANS:
            return None
        sides = self._sides(first, casualty.first)
        if len(sides) < _TWO and index:
            sides |= self._sides(self.sentences[index - 1].first, first)
        if len(sides) < _TWO:
            return None
        return "soldier" if OF_STATE.issuperset(sides.values()) else "fighter"

    def of_them(self, casualty: Casualty) -> str | None:
        """«المتمردون الذين سقط منهم أمس 20 قتيلا»: the group of the force told of before «منهم» and its verb."""
        first, last = self.sentences[casualty.sentence].first, casualty.first
        near = range(last - 1, max(first, last - _REACH_BACK), -1)
        at = next((t for t in near if self.forms[t] == _OF_THEM), 0)
        if not at or not (at in self.layers.after_harm or self.forms[at - 1] in _FELL):
            return None
        if any(map(self._breaks, range(first, at))):
            return None  # «مدنيون سقط منهم 20 قتيلا»
        return [None, *self._forces(first, at)][-1]

    def within(self, at: int) -> str | None:
        """«15 جريحا من المتظاهرين و25 في صفوف الشرطة»: the group of the force in whose ranks a figure is said to be."""
        rank = self.layers.ranks.get(at)
        force = self.layers.force_at(rank.last) if rank is not None else None
        return force[0] if force is not None and force[0] in FIGHTING else None

    def _sides(self, first: int, last: int) -> dict[str, str]:
        """The groups of the forces named between two tokens, by what names them."""
        found = dict[str, str]()
        for at in range(first, last):
            actor, force = self.layers.actors.get(at), self.layers.force_at(at)
            if force is not None and force[0] in FIGHTING:
                found[actor.id if actor is not None else self.forms[at]] = force[0]
        return found

    def losing(self, casualty: Casualty, suffering: Sequence[StructureHit]) -> str | None:
        """«تكبدت الحركة قتلى», «كبد الجيش الحركة قتلى», «هجوم للحركة، وكبدها قتلى»: the group of the force that lost
        those counted."""
        first, at = self.sentences[casualty.sentence].first, casualty.first
        index = bisect_left(suffering, at, key=_FIRST) - 1
        if index < 0 or suffering[index].first < max(first, at - _LOST):
            return None
        verb = suffering[index]
        behind, before = self._forces(verb.last, at), self._forces(max(first, verb.first - _LOST), verb.first)
        value = verb.entry.value
        if value == "suffered":
            return (behind[:1] or before[-1:] or [None])[0]
        if value == "them":
            people = self.forms[verb.last - 1].endswith(_THEM)
            earlier = max(first, verb.first - _REACH)
            return ((people and self._forces(earlier, verb.first, _PEOPLE)) or before or [None])[-1]
        apart = not self._forces(verb.last, verb.last + 1)  # «كبدت الغارات الحركة قتلى»
        named = apart or len(behind) > 1 or before or self.forms[verb.first].endswith(_INFLICTING)
        return behind[-1] if behind and named else None

    def _forces(self, first: int, last: int, endings: tuple[str, ...] = ("",)) -> list[str | None]:
        """The groups of the forces told of between two tokens, by words of some endings."""
        found, ended = list[str | None](), first
        for at in range(first, last):
            named = at >= ended and (at in self.layers.actors or at in self.layers.uncounted)
            force = self.layers.force_at(at) if named else None
            if force is not None and force[0] in FIGHTING:
                found += [force[0]] if self.forms[at].endswith(endings) else []
                ended = force[1]
        return found

    def _of_sides(self, at: int) -> bool:
        """«سقوط قتلى من الطرفين»."""
        return any(form.startswith(_SIDES) for form in self.forms[at : at + _OF_SIDES])

    def _looks_back(self, first: int, last: int) -> bool:
        """Whether a sentence begins with an attack that was told already («الغارات»)."""
        ahead = range(first, min(last, first + _REACH))
        return any(t in self.attacks and self.forms[t].startswith(("ال", "وال")) for t in ahead)

    def _of_two(self, first: int, last: int) -> bool:
        """«دفع الهجوم الحكومة إلى شن غارات على مواقع»: whether a sentence tells of another attack than a known one."""
        another = any(t in self.attacks and t in self.layers.plain_events for t in range(first, last))
        return another and self._looks_back(first, last)

    def _before(self, at: int, first: int) -> int | None:
        """The force struck that stands before a token, with no others and no other attack between."""
        index = bisect_left(self.tokens, at) - 1
        here = self.tokens[index] if index >= 0 else -1
        return here if max(first, at - _REACH) <= here and not self._parted(here + 1, at) else None

    def _ahead(self, at: int, last: int) -> int | None:
        """The force struck that stands behind a token in its clause."""
        index = bisect_left(self.tokens, at)
        here = self.tokens[index] if index < len(self.tokens) else last
        if here >= min(last, at + _REACH):
            return None
        forms = self.forms[at : here + 1]
        breaks = (f in _COMMAS and forms[n + 1].startswith(_AND) for n, f in enumerate(forms[:-1]))
        return None if any(breaks) or any(map(self._breaks, range(at, here))) else here

    def _parted(self, first: int, last: int) -> bool:
        return any(self._breaks(t) or t in self.layers.plain_events for t in range(first, last))

    def _breaks(self, at: int) -> bool:
        """Whether others than a force or things of its own stand at a token, who may have been harmed."""
        hit = self.layers.groups.get(at)
        if hit is None or at in self.layers.speaking or at in self.layers.places:
            return False
        word = hit.entry
        if word.sort == "object":
            return word.group not in _THINGS
        return word.sort == "person" and word.group not in FIGHTING

    def _fired_on(self, at: int) -> str | None:
        """«استهدفت مواقع وتعزيزات للجماعة», «غارة على التنظيم»: the group of a force at a token that was fired on."""
        force = self.layers.force_at(at)
        if force is None or force[0] not in (FIGHTING if at in self.layers.actors else OF_STATE):
            return None  # «تجمع لحزب سياسي»
        if self.forms[at - 1] in _UPON:
            fired = any(t in self.attacks for t in range(max(0, at - 1 - _FIRED), at - 1))
            return force[0] if fired and self.layers.person(at - 2) is None else None  # «مقاتلين ضد التنظيم»
        post = self._post(at)
        for here in range(post - 1, max(-1, post - 1 - _STRUCK), -1):
            if here in self.layers.struck or self.forms[here] in _ENDS:
                return force[0] if self.forms[here] not in _ENDS else None
        return None

    def _post(self, at: int) -> int:
        """The first token of the posts right before whose they are («مواقع متفرقة للحركة», «مواقع وتجمعات للحركة»), or
        0."""
        row = _ROW if self.forms[at].startswith(_BELONGING) else 1
        for here in range(at - 1, max(-1, at - 1 - row), -1):
            form = self.forms[here]
            if form in _POSTS and (here == at - 1 or _GATHERING not in form):  # not «تجمعا انتخابيا للحزب»
                while self.forms[here].startswith(_AND) and self.forms[here - 1] in _POSTS:
                    here -= 1
                return here
            if form in _ENDS or form in _COMMAS or here in self.layers.actors:
                break
        return 0


def _any(tokens: Sequence[int], first: int, last: int) -> bool:
    """Whether one of some tokens, in order, stands from one token up to another."""
    at = bisect_left(tokens, first)
    return at < len(tokens) and tokens[at] < last
