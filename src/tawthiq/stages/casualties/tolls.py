"""Tolls told apart from their noun: «ارتفع عدد القتلى إلى 305», «عدد الذين استشهدوا بلغ 60 مدنيا»."""

from dataclasses import replace
from itertools import pairwise

from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.language.lexicon import Hit, HitOf
from tawthiq.language.lists import edges, words
from tawthiq.language.scan import HarmHit, StructureHit
from tawthiq.model import Count
from tawthiq.stages.casualties.harmed import OBJECT_OUTCOMES, PEOPLE, Harmed, as_hit
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import LATELY, Walk

LINE = "casualties.list"  # what a line of a list has for a harm word
_REACH = 12
_RISEN = 30  # tokens between a toll that rises and «إلى» with its number
_COLON, _SETTLED = ":", words("settled")
_ALL, _BEHIND = frozenset({"جميع", "كافه", "كل", "وجميع", "سائر"}), 4
_TO, _TOLL_REACH = "الي", 4
_RISES = edges("rises")
_COMMAS, _OTHERWISE = frozenset("،,"), frozenset({"او", "اي", "("})
_AT_LEAST = ("علي", "الاقل")
_CLAUSE, _ON_THEM, _OF_THEM = 6, "عليهم", "of_them"
_WHO, _MEN, _THEM, _OVERALL = "الذين", "ين", "هم", words("overall")
_HIS, _UNTOLD = ("ه", "ها"), ("لم", "لا")  # «شخص لم تعرف هويته»
_HEADS = frozenset({_COLON, "-", "–", "—", "*", "•"})
_ONE_OF, _VICTIM = "number.one_of", "harm.casualties.dahiyya"
_VICTIMS = "harm.casualties"
_RANKS = 3  # tokens of «في صفوف المدنيين»
_PASSES = edges("exceeds")
_LOSSES = "harm.casualties.khasair"
_VERBS = frozenset({"number.over", "number.rises_past", "number.not_over", "number.not_past"})
_BOUNDS = _VERBS | {"number.more_than", "number.at_least"}
_LIST_MARKS, _CLOSING, _PLACING = frozenset("،,؛;:(.-–"), ")", ("في", "من")


def counts_people(walk: Walk, hit: HarmHit) -> bool:
    """Whether a harm word stands in «عدد الذين قتلوا», «عدد الذين ألقت الشرطة القبض عليهم»: it names those whom a
    number further on counts."""
    return any(end in walk.tallies or _tallied(walk, end) for end in _relatives(walk, hit))


def _relatives(walk: Walk, hit: HarmHit) -> list[int]:
    """Where «الذين» stands right before a harm word, or in the clause that ends with whom it befell («الذين وثق المركز
    مقتلهم»)."""
    clause = walk.form(hit.last - 1) == _ON_THEM or hit.entry.voice == _OF_THEM
    first = hit.first - _CLAUSE if clause else hit.first - 1
    return [at - 1 for at in range(hit.first, first - 1, -1) if at in walk.links]


def _tallied(walk: Walk, end: int) -> bool:
    """«عدد المدنيين الذين قتلوا», «العدد الكلي للسودانيين الذين قتلتهم»: whether a waiting phrase that ends there, or a
    nationality, is one whose number is told of."""
    forms = walk.ground.forms
    nation = forms[end] == _WHO and forms[end - 1][-2:] == _MEN and forms[end + 1][-2:] == _THEM
    if nation and (end - 1 in walk.tallies or forms[end - 2] in _OVERALL):
        return True
    return any(p.phrase.last == end and p.phrase.first in walk.tallies for p in walk.lately)


def name_counted(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """Keep «الذين قتلوا» as the word for those whom a number further on counts."""
    outcome = "killed" if word.voice == "fallen" else word.outcome
    people = next((p.phrase for p in reversed(walk.lately) if p.phrase.first in walk.tallies), None)
    group = people.group if people is not None else word.group
    walk.victims = hit._replace(entry=replace(word, outcome=outcome, part="victim", group=group))
    first = people.first if people is not None else next(iter(_relatives(walk, hit)), hit.first - 1)
    told_before = walk.reached and _risen_to(walk, first, walk.victims)
    walk.harm, walk.waiting, walk.chain = walk.victims, walk.reached and not told_before, None


def state_counted(walk: Walk, hit: HarmHit, word: HarmWord) -> None:
    """«بلغ عدد العالقين في الوادي 600 شخص»: those in a state whose number is told."""
    walk.victims = hit._replace(entry=replace(word, part="victim"))
    if walk.reached:
        walk.harm, walk.waiting = walk.victims, True


def counted_before(walk: Walk, hit: StructureHit, word: StructureWord) -> None:
    """«قتل تسعة قبل أن يرتفع عددهم إلى 11»: the tally is of those whom the sentence counted last; «وارتفعت الحصيلة إلى
    11»: of the dead, of whomever where there are none."""
    last = walk.found[-1] if walk.found else None
    if word.value == "toll":
        told = [h.outcome for h in walk.found] or [outcome for outcome, _ in walk.earlier]
        outcome = "killed" if "killed" in told else told[-1] if told else ""
        if outcome not in OBJECT_OUTCOMES | {"", "body"} and _rises(walk, hit):
            named = HarmWord(word.id, "", "victim", outcome)
            walk.victims = HitOf(hit.first, hit.last, named, hit.number, hit.clitic, hit.start, hit.end)
        return
    if last is not None and last.phrase.sort in PEOPLE and last.outcome not in ("", "body"):
        walk.victims = as_hit(replace(last.phrase, outcome=last.outcome))


def of_all(walk: Walk, phrase: Phrase) -> bool:
    """«مقتل جميع الركاب البالغ عددهم 39», «مقتل جميع ركابها وعددهم 66 شخصا»: the number of all those harmed, told
    behind them; whether it is one."""
    if not phrase.explicit or not 0 <= phrase.first - walk.theirs_end <= 1 or phrase.sort not in PEOPLE:
        return False
    last = walk.found[-1] if walk.found else None
    if last is not None and _all(walk, last.phrase) and last.outcome not in OBJECT_OUTCOMES:
        walk.found[-1] = replace(last, phrase=_numbered_as(phrase, last.phrase))
        return True
    waiting = walk.pending[-1].phrase if walk.pending else None
    harm = walk.harm if walk.waiting else None
    if waiting is None or harm is None or waiting.first - harm.last > 1 or not _all(walk, waiting):
        return False
    walk.pending.pop()
    walk.add(_numbered_as(phrase, waiting), harm.entry.outcome, harm)
    walk.waiting = False
    return True


def _all(walk: Walk, those: Phrase) -> bool:
    """Whether «جميع» stands before people whom a mark of number right behind can mean."""
    several = those.sort == "person" and bool(those.count.vague) and not those.explicit
    return several and walk.form(those.first - 1) in _ALL and walk.gap(those.last, walk.theirs_end) <= _BEHIND


def _numbered_as(phrase: Phrase, those: Phrase) -> Phrase:
    group = phrase.group if those.group == "person" else those.group
    return replace(phrase, group=group, sort="person")


def of_losses(walk: Walk, last: Harmed, hit: Hit) -> None:
    """«الخسائر البشرية بين المدنيين بلغت 60 شخصا»: losses right before a verb of reaching are those that it counts."""
    if (
        _LOSSES in last.phrase.because
        and last.by_itself
        and not hit.clitic
        and walk.gap(last.phrase.last, hit.first) <= _RANKS
    ):
        walk.victims = as_hit(last.phrase)


def _rises(walk: Walk, hit: Hit) -> bool:
    """«ارتفعت الحصيلة أمس إلى 11», «العدد ارتفع لاحقا إلى 11»: whether a word for a toll is close before what it
    rose to, with nobody else between."""
    number = walk.phrase_from(hit.last)
    if number is None or not number.explicit or number.outcome or number.sort not in ("bare", "person"):
        return False
    if any(p.phrase.explicit or p.phrase.first in walk.tallies for p in walk.lately):
        return False  # «عدد الطلاب 300، ثم ارتفع العدد إلى 500»
    led = walk.form(number.first - 1) == _TO and walk.gap(hit.last, number.first) <= _TOLL_REACH
    return led and any(walk.form(t).startswith(_RISES) for t in range(max(0, hit.first - 1), number.first))


def before(walk: Walk, phrase: Phrase) -> bool:
    """«ما يرفع إلى 185 حصيلة القتلى»: the number right before the word for the toll; whether it stands there."""
    outcome = "killed" if phrase.outcome == "casualties" else phrase.outcome
    return _risen_to(walk, phrase.first, as_hit(replace(phrase, outcome=outcome)))


def _risen_to(walk: Walk, first: int, victims: HarmHit) -> bool:
    """«ليرتفع إلى 13 شخصا على الأقل عدد من قتلوا», «يرتفع إلى 13 بينهم طفلان عدد القتلى»: count the number behind
    «إلى», with its parts, that stands right before the word for the toll of those told of from a token on; whether it
    does."""
    last = next((i for i in reversed(walk.recent) if walk.pending[i].phrase.first < first), None)
    if last is None:
        return False
    whole, end = walk.pending[last].whole, walk.pending[last].phrase.last
    at = last if whole is None else whole
    number = walk.pending[at].phrase
    if number.first not in walk.goals or number.sort not in ("bare", "person"):
        return False
    bounded = (walk.form(number.last), walk.form(number.last + 1)) == _AT_LEAST
    skipped = (end == number.last and bounded) * len(_AT_LEAST) + (walk.form(end) in _COMMAS)
    if not number.explicit or first - end - skipped > 1:
        return False
    parts = [each.phrase for each in walk.pending[at + 1 : last + 1] if each.whole == at]
    del walk.pending[at : last + 1]
    word = victims.entry
    group = word.group if number.group == "person" else number.group
    open_ended = bounded and number.count.modifier == "exact"
    count = replace(number.count, high=None, modifier="at_least") if open_ended else number.count
    walk.add(replace(number, sort="person", group=group, count=count), word.outcome, victims)
    base = len(walk.found) - 1
    for part in parts:
        walk.add(part, word.outcome, victims, base)
    return True


def told(walk: Walk, phrase: Phrase) -> bool:
    """«حصيلة القتلى إلى 27», «عدد القتلى بلغ 14»: a number close behind the word for the dead."""
    if walk.victims is not None and walk.reached and _dual_toll(walk, phrase):
        phrase = replace(phrase, count=Count(2, 2), explicit=True)
    if walk.victims is None or not phrase.explicit or phrase.sort not in ("bare", "person"):
        return False
    led = phrase.first in walk.goals or phrase.first == walk.reach_end
    if not led and _by_another(walk, walk.victims):
        return False
    glued = walk.glued(phrase)
    after = phrase.first - walk.victims.last
    colon = after == 1 and walk.form(walk.victims.last) == _COLON  # «عدد القتلى: 12», «القتلى: 12»
    close = (after == 0 or colon) and not phrase.joined
    reach = _RISEN if phrase.first in walk.goals and walk.reached and not _numbered(walk) else _REACH
    if (
        not (led or glued or close or _is(walk, phrase) or _passes(walk, phrase))
        or walk.gap(walk.victims.last, phrase.first) > reach
    ):
        return False
    return tally(walk, phrase, 0)


def _by_another(walk: Walk, victims: Hit) -> bool:
    """«عدد القتلى قد يرتفع بعد إصابة ثلاثة»: whether a harm named behind the dead waits for its own."""
    if walk.harm is None or not walk.waiting or walk.harm.first < victims.last:
        return False
    word = walk.harm.entry
    return word.part in ("verb", "masdar") and word.outcome not in ("", "body")


def goes_on(walk: Walk, phrase: Phrase) -> bool:
    """«حصيلة قتلى الجيش بلغت 9 قتلى و20 جريحا، فيما سقط 12 قتيلا»: whether a figure is of the toll before it."""
    return phrase.joined or not _numbered(walk)


def _numbered(walk: Walk) -> bool:
    """Whether a number was told for the victims named last."""
    victims, found = walk.victims, walk.found[-LATELY:]
    return victims is not None and any(h.phrase.first >= victims.last or h.harm[0] == victims.first for h in found)


def _is(walk: Walk, phrase: Phrase) -> bool:
    """«إن حصيلة القتلى من الشرطة تسعة»: the number says what the tally is, with no verb between."""
    victims = walk.victims
    counted = victims is not None and victims.first in walk.tallies and 0 <= victims.first - walk.that_end <= 2
    return (
        counted
        and not (phrase.joined or walk.led(phrase))
        and walk.gap(victims.last if victims else 0, phrase.first) <= 4
    )


def _passes(walk: Walk, phrase: Phrase) -> bool:
    """«عدد قتلى المحافظة يتجاوز 300»: the number with the verb before it says what the tally is."""
    victims = walk.victims
    counted = victims is not None and victims.first in walk.tallies and not phrase.joined
    return counted and walk.ground.forms[phrase.first].startswith(_PASSES)


def tally(walk: Walk, phrase: Phrase, gap: int) -> bool:
    """«ارتفع عدد القتلى إلى 412 شخصا»; at its head a line of a list counts by a noun («جهات أخرى: مدنيان»), which no
    name follows («6 - جندي/ فلان»)."""
    if walk.victims is None or gap > _REACH or phrase.sort not in PEOPLE:
        return False
    behind = walk.form(phrase.last)
    alone = behind in _UNTOLD or (phrase.last in walk.ground.joints and behind != "/")
    alone = alone and not (phrase.last - phrase.head > 1 and walk.form(phrase.head).endswith(_HIS))  # «2- ابنته سعاد»
    heads = walk.victims.entry.id == LINE and walk.form(phrase.first - 1) in _HEADS and alone
    if not phrase.explicit and not (heads and not phrase.definite and phrase.count.low in (1, 2)):
        return False
    phrase = of_those(walk, replace(phrase, sort="person") if phrase.sort == "bare" else phrase)
    outcome = walk.victims.entry.outcome
    if walk.found and walk.found[-1].by_itself and walk.found[-1].harm == (walk.victims.first, walk.victims.last):
        walk.found.pop()  # the losses that the number counts
    fallen = outcome == "casualties" and walk.victims.entry.id.startswith(_VICTIMS)
    walk.add(phrase, "killed" if fallen else outcome, walk.victims)
    walk.waiting = False
    return True


def _dual_toll(walk: Walk, phrase: Phrase) -> bool:
    """«حصيلة القتلى إلى شرطيين»: a toll is a number, so that a noun in «ين» is the dual."""
    bare = not phrase.explicit and not phrase.definite and phrase.sort == "person"
    return bare and phrase.first in walk.goals and walk.form(phrase.last - 1).endswith("ين")


def restated(walk: Walk, phrase: Phrase) -> bool:
    """«نزوح خمسة آلاف عائلة، أي 25 ألف شخص»: the same people counted otherwise."""
    last = walk.found[-1] if walk.found else None
    if last is None or not phrase.explicit or phrase.sort not in PEOPLE:
        return False
    if not (0 <= phrase.first - walk.again_end <= 2 or said_otherwise(walk, last.phrase, phrase)):
        return False
    if last.phrase.sort not in PEOPLE or walk.gap(last.phrase.last, phrase.first) > _REACH:
        return False
    walk.found.append(Harmed(phrase, last.outcome, last.harm, last.whole, ("casualties.restated",)))
    return True


def said_otherwise(walk: Walk, first: Phrase, second: Phrase) -> bool:
    """«900 عائلة، أو نحو 4000 شخص», «900 عائلة (4000 شخص)»: whether families are counted again by their people."""
    if first.group != "family" or not (first.explicit and second.explicit) or second.sort not in PEOPLE:
        return False
    between = set(walk.ground.forms[first.last : second.first]) - _COMMAS
    return bool(between) and between <= _OTHERWISE and (second.count.low or 0) > (first.count.low or 0)


def summed(found: list[Harmed]) -> list[Harmed]:
    """«بلغ مجموع الضحايا 20 شخصا: 12 قتيلا و8 جرحى»: a toll of victims that its dead and wounded add up to."""
    for index, (toll, *parts) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        counts = [p.phrase.count.low for p in parts]
        of_victims = toll.outcome == "killed" and any(b.startswith(_VICTIMS) for b in toll.because)
        both = [p.outcome for p in parts] == ["killed", "injured"] and None not in counts
        if of_victims and both and sum(c or 0 for c in counts) == toll.phrase.count.low:
            found[index] = replace(toll, outcome="casualties")
    return found


def bounded(found: list[Harmed]) -> list[Harmed]:
    """«تجاوزت الحصيلة 400 قتيل و15 ألف جريح», «ما لا يقل عن 14 قتيلا و47 جريحا»: what bounds the dead bounds the
    wounded joined to them; only a verb bounds two groups of one outcome."""
    for index, (first, second) in enumerate(pairwise(found), 1):
        one, two = first.phrase, second.phrase
        beside = two.joined and 0 <= two.first - one.last <= 1 and two.explicit and two.count.modifier == "exact"
        bounds = _VERBS if first.outcome == second.outcome else _BOUNDS
        if beside and two.count.vague is None and not bounds.isdisjoint(one.because) and one.sort == two.sort:
            low, high = (two.count.low, None) if one.count.modifier == "at_least" else (None, two.count.high)
            count = replace(two.count, low=low, high=high, modifier=one.count.modifier)
            found[index] = replace(second, phrase=replace(two, count=count))
    return found


def by_place(walk: Walk, phrase: Phrase) -> bool:
    """«155 قتيلا، 64 في حلب و49 في حمص», «155 قتيلا، في حلب 64 وحمص 49»: a bare number with a place beside it is its
    share of the total; behind a figure with a place of its own («في دمشق 13 مدنيا، وفي إدلب 7», «28 في دمشق و27 في
    حلب») another."""
    ahead = phrase.first in walk.ground.placed and not walk.joined(phrase)
    if phrase.sort != "bare" or (walk.waiting and not walk.agents) or not (ahead or placed(walk, phrase)):
        return False
    if _ONE_OF in phrase.because:
        return False  # «قتل 30 في مدينة سنار إحدى كبريات المدن»
    opens = ahead or walk.joined(phrase) or walk.form(phrase.first - 1) in _LIST_MARKS
    total = next((i for i in walk.back if walk.found[i].whole is None), None)
    if not opens or total is None:
        return False
    whole = walk.found[total]
    beside = ahead and not walk.ground.placed.isdisjoint((whole.phrase.first, whole.phrase.first - 1))
    beside = beside or (total == len(walk.found) - 1 and walk.joined(phrase) and placed(walk, whole.phrase))
    fewer = beside or (phrase.count.low or 0) < (whole.phrase.count.low or 0)
    if not fewer or whole.outcome in OBJECT_OUTCOMES or walk.gap(walk.found[-1].phrase.last, phrase.first) > _REACH:
        return False
    group = replace(phrase, group=whole.phrase.group) if ahead else phrase
    walk.found.append(Harmed(group, whole.outcome, whole.harm, None if beside else total, ("casualties.by_place",)))
    walk.shares.add(len(walk.found) - 1)
    walk.breaking, walk.chain = False, None
    return True


def placed(walk: Walk, phrase: Phrase) -> bool:
    """Whether a place stands right behind the number («64 في حلب», «64 من حلب», «64 بحلب», «(64) حلب»)."""
    closed = walk.form(phrase.last) == _CLOSING
    at = phrase.last + closed
    if closed and at in walk.ground.places:
        return True
    if walk.form(at) in _PLACING:
        return at + 1 in walk.ground.places or (walk.form(at + 1) in _SETTLED and at + 2 in walk.ground.places)
    return at in walk.ground.places and walk.form(at).startswith("ب")


def of_those(walk: Walk, phrase: Phrase) -> Phrase:
    """The counted with the group that the word for the dead has («عدد الضحايا المدنيين ... 7 قتلى»)."""
    word = walk.victims.entry if walk.victims is not None else None
    if _VICTIM in phrase.because:
        phrase = replace(phrase, outcome="killed")  # «حصيلة الضحايا إلى أربع ضحايا مدنيين»
    if word is None or word.part != "victim" or phrase.group != "person" or word.group == "person":
        return phrase
    return replace(phrase, group=word.group)


def points_back(walk: Walk, phrase: Phrase) -> bool:
    """«عدد قتلى القصف», «حصيلة القتلى»: the word names the dead, it does not count them."""
    one = phrase.count.low == 1 and not phrase.explicit
    if one and _VICTIM in phrase.because and walk.form(phrase.last).startswith("ال"):
        return True  # «احترام ضحية الحادث»
    if phrase.explicit or phrase.count.vague is None:
        return False
    if phrase.first in walk.tallies or phrase.first in walk.amongs:
        return True
    raised = walk.reached and phrase.first - walk.reach_end <= 0
    if walk.reached and walk.glued(phrase):
        return True
    owned = walk.form(phrase.last).startswith("ال") and phrase.group == "person"
    return owned or raised
