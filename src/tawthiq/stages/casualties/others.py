"""Those counted beside others or out of them: «وآخرون», «ومثلهم جرحى», «نصفهم», «أحدهم شرطي»."""

from dataclasses import replace

from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.language.scan import StructureHit
from tawthiq.model import Number
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import BY_FORM, SOME, Phrase

_OF_OR_WORKS = frozenset({"من", "يعمل", "تعمل"})  # «أحدهما يعمل مسعفا»
_THE, _ANOTHER = "ال", "اخري"
_THIRD, _FEMININE = "structure.other.third", "ه"
_ATTACK_REACH, _VICTIM = 3, "harm.casualties.dahiyya"
_EVENTS = words("occurrence")
_MANY_ARE, _LIKE = "كثير", "مثل"


def more(layers: Layers, index: int) -> Phrase | None:
    """«وآخرون», «إصابة آخر», «ومثلهم», «ومثلهم جرحى»."""
    other = layers.others.get(index)
    if other is None or other.clitic not in ("", "و", "ال"):
        return None
    value = other.entry.value or "many"
    if value == "ordinal" and (hurt := _was(layers, other)) is not None:
        return hurt
    apart = other.clitic != "و" or value == "ordinal"
    if apart and (index not in layers.after_harm or _of_event(layers, index)):
        return None
    if value == "ordinal" and _hit_a_thing(layers, other):
        return None
    if value == "one" and (_another_attack(layers, other) or _next_in_row(layers, other)):
        return None
    count = BY_FORM.get(value, SOME)
    phrase = Phrase(index, other.last, other.start, count, "person", "other", "", False, False,
                    other.clitic == "و", index, (other.entry.id,), alike=value == "alike")  # fmt: skip
    victim = layers.victims.get(other.last) if phrase.alike else None
    if victim is None or victim.clitic:
        return phrase
    harm = victim.entry
    return replace(phrase, last=victim.last, sort="victim", outcome=harm.outcome)


def _was(layers: Layers, other: Hit) -> Phrase | None:
    """«والثاني مصاب بجروح», «ونجا الرابع مصابا»: one of several with what became of him, or None."""
    victim = layers.victims.get(other.last)
    if victim is None or victim.clitic or victim.number != "one" or victim.entry.id == _VICTIM:
        return None
    outcome = victim.entry.outcome
    return Phrase(other.first, victim.last, other.start, BY_FORM["one"], "person", "victim", outcome, False, False,
                  other.clitic == "و", other.first, (other.entry.id, victim.entry.id))  # fmt: skip


def _hit_a_thing(layers: Layers, other: Hit) -> bool:
    """«أصاب الأول منزلا»: whether one of several attacks struck what stands right behind."""
    thing = layers.groups.get(other.last)
    return thing is not None and thing.entry.sort == "object" and not thing.clitic


def _of_event(layers: Layers, index: int) -> bool:
    """«عملية اختطاف أخرى»: whether the word says of a deed, not of a person, that it is another."""
    before = (layers.form(t).removeprefix(_THE) for t in (index - 2, index - 3))
    return layers.form(index) == _ANOTHER and any(form in _EVENTS for form in before)


def _another_attack(layers: Layers, other: Hit) -> bool:
    """«بقصف روسي وآخر لقوات النظام»: whether an attack told right before is what there is another of."""
    told = any(t in layers.events for t in range(other.first - _ATTACK_REACH, other.first))
    return told and other.last in layers.actors and layers.form(other.last).startswith("ل")


def _next_in_row(layers: Layers, other: Hit) -> bool:
    """«الجيش يحرر رابع مديرية», not «وجرح ثالث إصابة بليغة»: whether a noun for a thing behind an ordinal is what there
    is one more of."""
    at, ordinal = other.last, other.entry.id == _THIRD and not other.definite
    harmed = at in layers.deeds or at in layers.victims
    return ordinal and layers.form(at).endswith(_FEMININE) and not harmed


def share(layers: Layers, hit: StructureHit, stop: int) -> Phrase:
    """«نصفهم من المدنيين», «أحدهم شرطي»."""
    part = hit.entry.value or "one"
    phrase = Phrase(hit.first, hit.last, hit.start, SOME, "person", "other", "", True, False, False, hit.first,
                    (hit.entry.id,), subset=True, share=part)  # fmt: skip
    at = hit.last + 1 if layers.form(hit.last) in _OF_OR_WORKS else hit.last
    force = layers.force_at(at) if hit.last < at < stop else None
    if force is not None:  # «أحدهم من الشرطة», «أحدهم من القوات الخاصة لحماس»
        actor = layers.actors.get(force[1])
        return replace(phrase, last=force[1], group=force[0] if actor is None else layers.force_of(actor))
    word = layers.person(at) if at < stop else None
    if word is None or word.group in ("person", "family") or layers.groups[at].clitic not in ("", "ال"):
        return phrase
    end, group = layers.groups[at].last, word.group
    force = layers.force_at(end) if group == "man" else None
    if force is not None:  # «أحدهما رجل شرطة»
        group, end = force
    return replace(phrase, last=end, group=group, because=(hit.entry.id, word.id))


def of_the_many(layers: Layers, number: Number, index: int) -> bool:
    """«32 شخصا، كثيرون منهم طلاب», «مثل كثيرين غيرهم»: whether many only tells of whom those counted mostly are."""
    if index in layers.after_harm or not layers.form(index).startswith(_MANY_ARE):
        return False  # «العديد منهم قد قتلوا»
    return number.last in layers.subsets or layers.form(index - 1) == _LIKE
