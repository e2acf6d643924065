"""Whom a phrase counts where it does not say so itself: «آخرون», bare numbers, named people, ages."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import replace

from tawthiq.language.entries import GroupWord, VictimWord
from tawthiq.language.scan import Scan
from tawthiq.model import Casualty, Count, Document, Number
from tawthiq.speech import speaker_at
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, STANDING, Harmed
from tawthiq.stages.casualties.phrase import FIGHTING, OF_STATE, Phrase

NAMED = "casualties.named"
SUBSET = "casualties.subset"
_PLAIN = frozenset({"person", "man"})
_ALIKE = frozenset({"man", "woman", "child", "student"})
_LATELY = 12  # figures looked back at for those that no other counts
_UNTITLED = _PLAIN | {"family"}
_INHERITED = FIGHTING | {"civilian", "protester", "settler", "displaced_person"}
_HURT = frozenset({"killed", "injured", "casualties"})
_SHARED = FIGHTING | {"civilian"}
_SIBLINGS = frozenset({"group.shaqiq", "group.shaqiqa", "group.akh", "group.akhuh", "group.ukht"})
_COMPANION, _LEADER = "group.murafiq", "group.qaid"
_COLLEAGUE, _AT_WORK = "group.zamil", FIGHTING | {"journalist", "medic", "rescuer", "aid_worker", "student"}
_DUAL_REACH = 6
_CENTRE = "group.marakiz"
_SERVED = {"rescuer": "rescue_centre", "medic": "medical_facility"}
_SERVING = {"rescue": "rescue_centre", "medical": "medical_facility"}
_NO_DUAL = ("وا", "ايا")  # «ضحايا» is no verb
_STOPS = frozenset(".،,؛;\n")
_AHEAD, _FROM = 8, "من"
_BESIDE, _ALSO = 2, ("كما", "فيما", "بينما")
_ADULT = 18
_GROWN = {"group.fatat": "woman", "group.fata": "man"}
_AGE_REACH = 5
_WOMEN, _OF_WOMEN = ("woman", "child"), ("ه", "ات", "تان", "تين", "نساء", "سيدات")
_CASES = ("حالات", "اصابات")
_SO_MANY_WOMEN = ("اثنتان", "اثنتين", "اثنتي", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "ثماني", "تسع", "عشر")
RANK, _NAME, _MOURNED_AS = "victim.call.rutba", "victim.name", ("الواجب", "الوطن")


def grouped(harmed: Sequence[Harmed], before: Sequence[Casualty], forms: Sequence[str]) -> list[Harmed]:
    """Give «آخرون» and bare numbers the group that they go on from, and joined victims the force named after them."""
    result: list[Harmed] = []
    group = "person"
    for earlier in before[:-_LATELY:-1]:
        if earlier.part_of is None:
            group = earlier.group
            break
    last = len(harmed) - 1
    for index, each in enumerate(harmed):
        phrase = each.phrase
        after = harmed[index + 1] if index < last else None
        apart = after is not None and after.whole != index and after.phrase.first > phrase.first
        following = after.phrase if after is not None and apart else None
        if phrase.sort in ("other", "bare") and phrase.group == "person":
            goes_on = bool(result) and (result[-1].harm == each.harm or _and(each, forms))
            alike = goes_on and group in _WOMEN and _of_women(phrase, result[-1].phrase, forms)
            phrase = replace(phrase, group=group) if alike else _going_on(phrase, group, first=not goes_on)
            hurt = bool(result) and result[-1].outcome in _HURT and phrase.group in OF_STATE
            if phrase.sort == "bare" and each.outcome in STANDING and hurt:
                phrase = each.phrase  # «مقتل خمسة من الأمن واعتقال 300»
            if each.outcome in OBJECT_OUTCOMES and result and result[-1].phrase.sort == "object":
                phrase = replace(phrase, group=result[-1].phrase.group)  # «احتراق حافلة وإعطاب الأخرى»
            if phrase.group == "person" and following is not None and phrase.sort == "bare":
                phrase = _ahead(phrase, following)
        elif phrase.sort == "victim" and phrase.group == "person" and following is not None:
            close = following.joined and following.first - phrase.last <= 1 and following.sort == "victim"
            phrase = replace(phrase, group=following.group) if close and following.group in _SHARED else phrase
        if (
            phrase.sort == "victim"
            and phrase.group == "person"
            and phrase.joined
            and result
            and _hurt_beside(result[-1], each)
        ):
            phrase = replace(phrase, group=result[-1].phrase.group)
        if SUBSET in each.because and phrase.group == "person" and each.whole is not None:
            phrase = replace(phrase, group=result[each.whole].phrase.group) if each.whole < len(result) else phrase
        if each.whole is not None and 0 <= each.whole < len(result):
            phrase = _of_whole(phrase, result[each.whole].phrase.group)
        elif result and each.whole is None and result[-1].phrase.count.low == 1:
            phrase = _beside(phrase, result[-1].phrase.group)
        result.append(each if phrase is each.phrase else replace(each, phrase=phrase))
        group = phrase.group if each.whole is None else group
    return result


def _hurt_beside(dead: Harmed, hurt: Harmed) -> bool:
    """«مقتل تسعة جنود و14 جريحا»: whether the hurt are counted right behind the dead, whose kind is told."""
    near = 0 <= hurt.phrase.first - dead.phrase.last <= _BESIDE and dead.whole is None
    told = dead.phrase.group in OF_STATE or dead.phrase.group == "civilian"
    told = told and (hurt.phrase.count.vague is None or dead.phrase.count.vague is not None)
    return near and told and (dead.outcome, hurt.outcome) == ("killed", "injured")


def _of_whole(phrase: Phrase, whole: str) -> Phrase:
    """«أربعة شرطيين بينهم ضابط», «جنديان بينهما قائد كتيبة»: one of a force is of that force; «تسعة مدنيين بينهم حالتان
    خطرتان»: so are the hurt of whom only that is told."""
    if phrase.sort == "victim" and phrase.group == "person" and phrase.outcome == "injured" and whole in _SHARED:
        return replace(phrase, group=whole)
    if whole == "child" and phrase.group == "person" and not _SIBLINGS.isdisjoint(phrase.because):
        return replace(phrase, group=whole)  # «خمسة أطفال بينهم أربعة أشقاء»
    officer = phrase.group == "soldier" and whole == "police"
    leader = phrase.because[-1] == _LEADER and whole in ("soldier", "police")
    return replace(phrase, group=whole) if officer or leader else phrase


def _beside(phrase: Phrase, group: str) -> Phrase:
    """«مقتل طفل وإصابة شقيقه», «مقتل ضابط واثنين من مرافقيه», «شرطي وزميله»: a child's brother is a child, guards fight
    too, and colleagues do the same work."""
    young = group == "child" and phrase.count.low == 1 and not _SIBLINGS.isdisjoint(phrase.because)
    guard = group in FIGHTING and _COMPANION in phrase.because
    colleague = group in _AT_WORK and _COLLEAGUE in phrase.because
    return replace(phrase, group=group) if young or guard or colleague else phrase


def paired(harmed: Sequence[Harmed], forms: Sequence[str]) -> list[Harmed]:
    """A plural in «ين» is two where its verb or a pronoun behind it is dual («مدنيين قتلا», «شابين ... إصابتهما»), or
    where the next harm is counted («مقتل مدنيين وإصابة ثالث»)."""
    return [
        replace(h, phrase=_dual(h, harmed[i + 1 : i + 2], forms)) if _may_be_two(h.phrase, forms) else h
        for i, h in enumerate(harmed)
    ]


def _may_be_two(phrase: Phrase, forms: Sequence[str]) -> bool:
    last = forms[phrase.last - 1]
    return phrase.count.vague == "some" and not phrase.explicit and not phrase.definite and last.endswith("ين")


def _dual(harmed: Harmed, following: Sequence[Harmed], forms: Sequence[str]) -> Phrase:
    phrase = harmed.phrase
    if any(_counted_next(harmed, h, forms) for h in following):
        return replace(phrase, count=Count(2, 2))
    verb = forms[harmed.harm[1] - 1]
    ahead = list(forms[phrase.last : phrase.last + _DUAL_REACH])
    stops = [i for i, form in enumerate(ahead) if form in _STOPS]
    ahead = ahead[: stops[0]] if stops else ahead
    behind = harmed.harm[0] >= phrase.last and verb.endswith("ا") and not verb.endswith(_NO_DUAL) and len(verb) > 3
    if behind or any(form.endswith("هما") and len(form) > 4 for form in ahead):
        return replace(phrase, count=Count(2, 2))
    return phrase


def _counted_next(harmed: Harmed, following: Harmed, forms: Sequence[str]) -> bool:
    """Whether another harm is joined right behind the phrase, with a number of its own."""
    at, count = following.harm[0], following.phrase.count
    joined = at - harmed.phrase.last <= 1 and forms[at].startswith("و") and harmed.phrase.sort == "person"
    return joined and following.outcome != harmed.outcome and count.modifier == "exact" and bool(count.low)


def _and(harmed: Harmed, forms: Sequence[str]) -> bool:
    """Whether «و» or «كما» joins the phrase or its harm word to what went before."""
    at = harmed.harm[0]
    return harmed.phrase.joined or forms[at].startswith("و") or (at > 0 and forms[at - 1] in _ALSO)


def _going_on(phrase: Phrase, group: str, first: bool) -> Phrase:
    """«مقتل جنديين وإصابة خمسة», «سبعة مدنيين ... وجرح العشرات», «طفلين ... وأصيب ثالث»."""
    one = phrase.sort == "other" and group in _ALIKE and phrase.count.low == 1
    if not one and (group not in _INHERITED or (first and phrase.sort != "other")):
        return phrase
    return replace(phrase, group=group)


def _of_women(phrase: Phrase, before: Phrase, forms: Sequence[str]) -> bool:
    """«طفلتان ... وأصيبت ثلاث», «امرأة ... واثنتان أخريان»: whether a numeral that counts women or girls goes on from
    some."""
    cases = "".join(forms[phrase.last : phrase.last + 1]) in _CASES  # «طفلة وثلاث حالات»
    women = forms[before.head].endswith(_OF_WOMEN) and not cases
    return women and forms[phrase.first].removeprefix("و") in _SO_MANY_WOMEN


def _ahead(phrase: Phrase, following: Phrase) -> Phrase:
    """«مقتل أربعة وإصابة تسعة من رجال الشرطة»: one noun for both."""
    near = following.first - phrase.last <= _AHEAD and following.group in FIGHTING and following.sort == "person"
    return replace(phrase, group=following.group) if near and following.explicit else phrase


def titled(document: Document, scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """A named person counts as what the report calls them next to the name («الصحفي ياسر مرتجى»), but for a
    place («قرب جنين»)."""
    if not [c for c in found if NAMED in c.because]:
        return list(found)
    titles: dict[str, GroupWord] = {}
    placed = {p.first for p in document.places}
    for index, hit in scan.starting(GroupWord).items():
        if index in placed:
            continue
        word = hit.entry
        titling = hit.clitic == "ال" or (not hit.clitic and scan.tokens[index - 1].form != _FROM)  # «فلان من جنين»
        if hit.number == "one" and titling and word.sort == "person" and word.group not in _UNTITLED:
            for token in scan.tokens[max(0, index - 3) : index + 4]:
                titles.setdefault(token.form, word)
    return [_with_title(c, titles.get(scan.tokens[c.last - 1].form)) for c in found]


def ranked(scan: Scan, found: Sequence[Casualty]) -> list[Casualty]:
    """One whom a rank names, or stands right behind, is a soldier («اللواء محسن», «نجله العريف سالم»)."""
    hits = [h for h in scan.of(VictimWord) if h.entry.id == RANK and not h.clitic.startswith("و")]
    names = {h.first for h in scan.of(VictimWord) if h.entry.id == _NAME} if hits else frozenset[int]()
    ranks = {h.first for h in hits if h.last in names}  # not «لاعب الفريق الأول»
    return [_of_rank(scan, c, ranks) for c in found] if ranks else list(found)


def _of_rank(scan: Scan, casualty: Casualty, ranks: Container[int]) -> Casualty:
    if casualty.group not in _PLAIN or casualty.count.low != 1 or casualty.count.high != 1:
        return casualty
    behind = casualty.last
    behind += behind < len(scan.tokens) and scan.tokens[behind].form in _MOURNED_AS
    called = NAMED in casualty.because and casualty.first in ranks
    if not called and behind not in ranks:
        return casualty
    return replace(casualty, group="soldier", because=(*casualty.because, RANK))


def _with_title(casualty: Casualty, word: GroupWord | None) -> Casualty:
    if word is None or NAMED not in casualty.because or casualty.group != "person":
        return casualty
    return replace(casualty, group=word.group, because=(*casualty.because, word.id))


def centres(document: Document, found: Sequence[Casualty]) -> list[Casualty]:
    """«ثلاثة مراكز»: centres of no kind said are of the service that speaks, or whose people the sentence counts."""
    told = {c.sentence: c.group for c in found if c.group in _SERVED}
    return [_centre(document, c, told.get(c.sentence, "")) if _CENTRE in c.because else c for c in found]


def _centre(document: Document, casualty: Casualty, told: str) -> Casualty:
    speaker = speaker_at(document, casualty.first)
    group = _SERVED.get(told) or (_SERVING.get(speaker.kind) if speaker is not None else None)
    return replace(casualty, group=group) if group is not None else casualty


def aged(document: Document, found: Sequence[Casualty]) -> list[Casualty]:
    """A single person whose age is told to be under 18 is a child («محمد (14 عاما)»), a girl of 19 a woman."""
    ages = [n for n in document.numbers if n.aside == "age" and n.value is not None]
    firsts = sorted([c.first for c in found]) if ages else []
    return [_of_age(c, ages, firsts) for c in found] if ages else list(found)


def _of_age(casualty: Casualty, ages: Sequence[Number], firsts: Sequence[int]) -> Casualty:
    grown = next((_GROWN[b] for b in casualty.because if b in _GROWN), None)
    grown = grown if casualty.group == "child" else None
    told = casualty.group in _PLAIN | {"woman"} or grown is not None
    if not told or casualty.count.low != 1 or casualty.count.high != 1:
        return casualty
    age = next((n for n in ages if 0 <= n.first - casualty.last <= _AGE_REACH), None)
    other = bisect_left(firsts, casualty.last) if age is not None else 0
    if age is not None and other < len(firsts) and firsts[other] < age.first:
        return casualty  # «والدة الرضيع وشقيقه (4 أعوام)»
    adult = age is not None and (age.value or 0) >= _ADULT
    if adult and grown is not None:
        return replace(casualty, group=grown, because=(*casualty.because, "casualties.age"))
    if age is None or adult:
        return casualty
    return replace(casualty, group="child", because=(*casualty.because, "casualties.age"))
