"""Telling mentions of places from what only looks like one, and marking those where nothing happened."""

from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.language.lists import words
from tawthiq.stages.places.find import supported
from tawthiq.stages.places.mention import Mention, View
from tawthiq.stages.places.unknown import QUOTES

_FOR, _AND, _BETWEEN = "ل", "و", "بين"
_DASHES = ("-", "–", "—", "--")
_BEHIND_DATELINE = (*_DASHES, ":", "\n")
_BULLETS = frozenset({"-", "–", "•", "*", "▪", "●"})
_WARDS = frozenset({"place.mustashfa", "place.mashfa"})
_TO, _OUT_OF = "الي", "من"
_PEOPLE = frozenset({"ابناء", "اهالي", "سكان"})
_SAID_BY = ("بحسب", "حسب", "وفق")
_ABOUT, _ISSUED = "عن", ("صادر", "الصادر", "صدر", "صادره")
_SETTLED = ("town", "district", "neighbourhood")
_CITY = 65  # the weight of a province or a larger city
_SURE = 50  # the weight of a place that is known well enough to say where a doubtful one is
_DATELINE_TOKENS = 12
_CARRIES = words("carries")
_TAKEN_TOKENS, _WARD_TOKENS = 7, 3  # «المستشفى العسكري في»
_THERE = frozenset({"اليه", "اليها"})
_OUTLET_TOKENS, _BRACKET = 7, 5
_ELSEWHERE, _BOUND = "places.elsewhere", "places.bound"
_YEARS, _AGE = words("years_of_age"), 2
_BEFORE_AGE, _BEHIND_AGE = frozenset({"،", ",", "(", "عمره", "عمرها"}), frozenset({"،", ",", ")"})
_BANK, _OF_RIVER, _JORDAN = "الضفه", ("لنهر", "للنهر"), "الاردن"
_CENTRE, _IN, _FOR_THE = "مركز", "ب", "لل"
_INITIALS = 7  # «أ.ف.ب» with its dots, and the end of the line


class Verdict(NamedTuple):
    """The mentions kept, and those set aside, each with the reason."""

    kept: list[Mention]
    aside: list[tuple[Mention, str]]


def judge(view: View, mentions: Sequence[Mention], main: str | None) -> Verdict:
    """Keep or set aside every mention. `main` is the country that the report is most about."""
    kept: list[Mention] = []
    aside: list[tuple[Mention, str]] = []
    sure = {m.form for m in mentions if m.kind and m.rows and not m.item}
    for before, mention, after in zip((None, *mentions), mentions, (*mentions[1:], None), strict=False):
        reason = _reason(view, mention, (before, after), mention.form in sure, main)
        if reason:
            aside.append((mention, reason))
        else:
            kept.append(_marked(view, mention, kept[-1] if kept else None))
    return Verdict(kept, aside)


def _reason(
    view: View, mention: Mention, around: tuple[Mention | None, Mention | None], sure: bool, main: str | None
) -> str | None:
    """Why a mention is no place, or None."""
    cover = view.covered.get(mention.first)
    before, after = around
    if view.tokens[mention.first].form == _BANK and _of_another_river(view, mention):
        return "places.ordinary_word"
    if mention.ordinary == "word":
        return None if after and _inside(view, mention, after) else "places.ordinary_word"
    longer = cover is not None and cover[1] - cover[0] > mention.last - mention.first
    longer = longer and not (cover is not None and _counts(view, mention, cover[1]))
    if cover and cover[1] >= mention.last and (longer or "places.unknown_name" in mention.flags):
        return "places.organisation"
    bare = mention.kind is None and mention.start == view.tokens[mention.first].start
    if bare and mention.bearing is None:
        if view.before(mention.first, "given", "title") or view.before(mention.first, "prefix"):
            return "places.person"
        if view.before(mention.first, "organisation") and not mention.prep and not _seat_of(view, mention):
            return "places.organisation"
    quoted = mention.start > 0 and view.text[mention.start - 1] in QUOTES
    if quoted and mention.kind is None and mention.bearing is None and _outlet(view, mention):
        return "places.organisation"
    if mention.ordinary is None or sure:
        return None
    if supported(view, mention, before, after) or (
        mention.ordinary == "weak" and mention.prep and _at_home(mention, main)
    ):
        return None
    if _tag_at(view, mention) and _at_home(mention, main):
        return None
    if mention.ordinary == "common" and ((after and _holds(view, mention, after)) or _large(view, mention, main)):
        return None
    if _heads_item(view, mention) and main is not None and _at_home(mention, main):
        return None
    return "places.ordinary_word"


def _seat_of(view: View, mention: Mention) -> bool:
    """«في مركز الخوبة», «بمركز الخوبة», but not «في مركز بيروت للدراسات»: whether a town is told by the centre that it
    is, of an administration."""
    at = mention.first - 1
    if view.form(at).removeprefix(_IN) != _CENTRE or view.form(mention.last).startswith(_FOR_THE):
        return False
    town = any(row.level in _SETTLED for row in mention.rows)
    return town and (view.form(at).startswith(_IN) or view.before(at, "in", "at") is not None)


def _of_another_river(view: View, mention: Mention) -> bool:
    """«الضفة الشرقية لنهر الفرات»: whether what would be the West Bank is that of another river than the Jordan."""
    return view.form(mention.last) in _OF_RIVER and view.form(mention.last + 1) != _JORDAN


def _counts(view: View, mention: Mention, end: int) -> bool:
    """«قتل في درعا 24 مدنيا»: whether the number that ends an outlet's name counts something, «في» before the place."""
    return view.form(end - 1).isdecimal() and view.before(mention.first, "in", "at") is not None


def _tag_at(view: View, mention: Mention) -> bool:
    """«غارة على #الباب»: whether a name is a tag that a preposition of place leads."""
    return view.form(mention.first) == "#" and view.before(mention.first, "in", "at") is not None


def _outlet(view: View, mention: Mention) -> bool:
    """«لـ"حلب اليوم"», «لـ«نينوى نيوز»»: whether a name in quotation marks and one word behind it stand alone there;
    behind «ل» the name alone («قال شهود لـ"المدينة"»)."""
    first, last = mention.first, mention.last
    led = view.form(first - 1) == _FOR or view.text[view.tokens[first].start] == _FOR  # «لـ«كذا»» is one token
    if led and mention.end < len(view.text) and view.text[mention.end] in QUOTES:
        return True
    if last + 1 >= len(view.tokens) or not view.tokens[last].is_word or view.before(first, "in", "at"):
        return False
    return not QUOTES.isdisjoint(view.text[view.tokens[last].end : view.tokens[last + 1].start])


def _heads_item(view: View, mention: Mention) -> bool:
    """«إب: 97 مدنيا»: a name alone at the head of a line, before a colon."""
    first = mention.first
    if first and view.form(first - 1) in _BULLETS:
        first -= 1
    return view.form(mention.last) == ":" and (first == 0 or view.form(first - 1) == "\n")


def _at_home(mention: Mention, main: str | None) -> bool:
    """Whether a name is that of a known place in the country that the report is most about."""
    best = max(mention.rows, key=lambda row: (row.rank == 2, row.weight))
    if best.level == "country" or (main is None and best.weight >= 50):
        return True
    return main is not None and any(row.country == main and (row is best or row.weight >= 40) for row in mention.rows)


def _holds(view: View, mention: Mention, after: Mention) -> bool:
    """Whether a preposition or direction ties `mention` to the place after it, which is of its country."""
    between = after.first - mention.last
    tied = (between == 1 and view.word(mention.last, "in") is not None) or (between == 0 and after.bearing is not None)
    lands = {row.country for row in after.rows if row.weight >= 50}
    return tied and not after.ordinary and any(row.country in lands for row in mention.rows) and mention.prep


def _large(view: View, mention: Mention, main: str | None) -> bool:
    """«في عمران»: a city or province of the country that the report is most about, where «في» leads it."""
    best = max(mention.rows, key=lambda row: (row.rank == 2, row.weight))
    return main is not None and best.country == main and best.weight >= _CITY and bool(view.before(mention.first, "in"))


def _inside(view: View, mention: Mention, after: Mention) -> bool:
    """«في حيان بريف حلب»: whether a word is one that is led as places are, with the place behind that holds one of
    that name."""
    glued = after.first == mention.last and view.form(after.first).startswith("ب")
    tied = glued or (after.first - mention.last == 1 and view.word(mention.last, "in") is not None)
    if not (tied and mention.prep) or after.ordinary not in (None, "weak"):
        return False
    held = {(row.country, row.admin1) for row in after.rows if row.admin1 and row.weight >= _SURE}
    return any((row.country, row.admin1) in held for row in mention.rows if row.level in _SETTLED)


def _marked(view: View, mention: Mention, before: Mention | None) -> Mention:
    flag = None
    told = before.flags if before is not None and _in_that(view, mention, before) else ()
    follows = before is not None and "places.dateline" in before.flags and mention.first - before.last <= 1
    if follows or _dateline(view, mention) or _ends_dateline(view, mention):
        flag = "places.dateline"
    elif view.word(mention.first, "world"):
        flag = "places.world"
    elif _taken(view, mention) or "places.taken_to" in told or _of_wards(view, mention, before):
        flag = "places.taken_to"
    elif (
        view.before(mention.first, "origin")
        or (mention.prep and mention.first in view.ends and _native(view, mention))
        or (view.form(mention.first - 1) == _OUT_OF and _of_age(view, mention.first - 2))
        or "places.origin" in told
    ):
        flag = "places.origin"
    elif "places.speaker_home" in told or _home(view, mention):
        flag = "places.speaker_home"
    elif mention.first in view.elsewhere:
        flag = view.elsewhere[mention.first]
    elif _BOUND in told or _ELSEWHERE in told:
        flag = _BOUND if _BOUND in told else _ELSEWHERE
    elif _metonym(view, mention, before):
        flag = "places.metonym"
    return mention if flag is None else mention._replace(flags=(*mention.flags, flag))


def _in_that(view: View, mention: Mention, before: Mention) -> bool:
    """Whether a place only says where the one before it is («من بلدة كذا بريف كذا», «إلى مشفى كذا في كذا»)."""
    if not before.flags or mention.first - before.last > 1:
        return False
    glued = mention.start > view.tokens[mention.first].start and view.form(mention.first).startswith("ب")
    return glued or view.before(mention.first, "in") is not None


def _native(view: View, mention: Mention) -> bool:
    """«أحمد علي من أبناء بلدة كذا», but not «خمسة من أبناء بلدة كذا»: where one who is named comes from."""
    people = view.before(mention.first, "at")
    if people is None or view.form(people.first) not in _PEOPLE or view.form(people.first - 1) != _OUT_OF:
        return False
    at = people.first - 2
    return at >= 0 and view.tokens[at].is_word and at not in view.known


def _of_age(view: View, at: int) -> bool:
    """«سالم حسن، 22 عاما، من قنا», «سالم حسن (22 عاما) من قنا»: whether a token ends somebody's age, so that a place
    behind «من» is where they come from."""
    at -= at > 0 and view.form(at) in _BEHIND_AGE
    if at < _AGE or view.form(at) not in _YEARS or not view.tokens[at - 1].is_number:
        return False
    return view.form(at - _AGE) in _BEFORE_AGE


def _taken(view: View, mention: Mention) -> bool:
    """«نقلوا إلى مستشفى كذا», «استقبل مستشفى كذا»: a site close behind a word of taking or arriving; «نقل الجرحى إلى
    حلب»: where people were taken; not «حافلة تنقل طلابا في سوق كذا»."""
    if mention.level != "site" and not all(row.level == "site" for row in mention.rows):
        led = mention.prep and mention.first in view.ends and view.form(mention.first - 1) == _TO
        return (led and _people_taken(view, mention.first)) or (mention.prep and _of_ward(view, mention))
    word = view.word(mention.first, "kind")
    if word and word.entry.id in _WARDS and view.form(mention.first - 1) == _TO:
        return True
    for at in range(mention.first - 1, max(-1, mention.first - _TAKEN_TOKENS), -1):
        if not view.form(at)[0].isalnum():
            return False
        if view.word(at, "taken"):
            return not (view.form(at) in _CARRIES and view.before(mention.first, "in"))
    return False


def _of_ward(view: View, mention: Mention) -> bool:
    """«نقلت الجثة إلى المستشفى العسكري في كذا», «إلى مستشفى في كذا»: whether a town is that of the hospital that the
    harmed were taken to."""
    at = mention.first
    if mention.start == view.tokens[at].start:
        at -= 1
        if at not in view.words or view.words[at].entry.part != "in":
            return False
    if view.form(at - 1) in _THERE and view.word(at - 2, "taken"):
        return True  # «في المستشفى الذي نقل إليه في كذا»
    for back in range(at - 1, at - 1 - _WARD_TOKENS, -1):
        if back in view.words and view.words[back].entry.part == "kind":
            ward = view.words[back].entry.id in _WARDS and view.form(back - 1) == _TO
            return ward and _people_taken(view, back)
    return False


def _of_wards(view: View, mention: Mention, before: Mention | None) -> bool:
    """«نقلوا إلى مستشفيات حلب وإدلب»: whether a town is one of those whose hospitals the harmed were taken to."""
    at = mention.first - 1
    word = view.word(at, "kind")
    if word is not None and word.number == "many" and word.entry.id in _WARDS:
        return view.form(at - 1) == _TO and _people_taken(view, at - 1)
    joined = before is not None and before.last == mention.first and view.form(mention.first).startswith(_AND)
    return joined and before is not None and "places.taken_to" in before.flags


def _people_taken(view: View, at: int) -> bool:
    """Whether words for taking the harmed somewhere stand in the clause before token `at`."""
    for before in range(at - 1, max(-1, at - _TAKEN_TOKENS), -1):
        if not view.form(before)[0].isalnum():
            return False
        taken = view.word(before, "taken")
        if taken and taken.entry.value == "people":
            return True
    return False


def _home(view: View, mention: Mention) -> bool:
    """«مقره لندن», «ومقرها في جنيف», «يتخذ من بريطانيا مقرا»; «بيان صادر عن مقر كذا»."""
    if mention.level == "site" and view.form(mention.first - 1) == _ABOUT:
        return view.form(mention.first - 2) in _ISSUED
    return bool(view.before(mention.first, "home") or view.before(mention.first - 1, "home"))


def _metonym(view: View, mention: Mention, before: Mention | None) -> bool:
    """A name for a government: the subject of a verb that states take, or after «حكومة» or «بدعم من»."""
    if mention.kind and "capital" not in mention.kind and mention.level != "country":
        return False
    if view.before(mention.first, "government", "backing"):
        return True
    of = view.before(mention.first, "of")
    if of and of.entry.value == "li" and mention.rows and all(row.level == "country" for row in mention.rows):
        return True
    if view.form(mention.first - 1) == _BETWEEN and _of_two_states(view, mention):
        return True
    if mention.prep or mention.bearing or mention.anaphor or mention.start > view.tokens[mention.first].start + 1:
        return False
    if view.form(mention.first - 1) in _SAID_BY:
        return True
    capital = view.word(mention.first, "capital")
    if capital is None and not any(row.level == "country" for row in mention.rows):
        return False
    if mention.first in view.verb_ends or mention.last in view.verbs:
        return True
    return before is not None and "places.metonym" in before.flags and mention.first - before.last <= 0


def _of_two_states(view: View, mention: Mention) -> bool:
    """«الاتفاق بين واشنطن وأنقرة», but not «الطريق بين دمشق وبيروت»: whether two capitals stand behind «بين»."""
    if view.word(mention.first, "capital") is None or view.before(mention.first - 1, "kind"):
        return False
    other = view.word(mention.last, "capital")
    return other is not None and other.clitic == _AND


def _dateline(view: View, mention: Mention) -> bool:
    """A name alone at the head of a paragraph, before an agency in brackets or a dash."""
    if mention.prep or mention.kind or (mention.first and view.form(mention.first - 1) != "\n"):
        return False
    at, bracket = mention.last, False
    if view.form(at) in ("/",):
        return True
    for at in range(mention.last, min(mention.last + _DATELINE_TOKENS, len(view.tokens))):
        form = view.form(at)
        if form == "\n" or form == "." or at in view.verbs:
            return False
        if form == "(":
            bracket = True
        if form in _DASHES and at + 1 in view.names and view.form(view.names[at + 1].last) == ":":
            return False
        if form in _DASHES:
            source = at + 1 + (view.form(at + 1) == "(")  # «بيروت - (د ب أ)»
            near = mention.first > 0 or at + 1 in view.verbs or source in view.covered or _line_ends(view, at)
            return bracket or (near and at - mention.last < 4)
        if form == ")" and at + 1 < len(view.tokens) and at - mention.last < 8:
            dated = any(view.tokens[t].is_number for t in range(mention.last, at))
            return (bracket and (mention.first == 0 or dated)) or view.form(at + 1) in _BEHIND_DATELINE
    return False


def _ends_dateline(view: View, mention: Mention) -> bool:
    """«عين اليوم – نيودلهي», «واس - الرياض : أدانت»: a name alone behind an outlet and a dash, on a line of its own
    below the title or before a colon; behind a known outlet on any line."""
    if mention.prep or mention.kind or view.form(mention.first - 1) not in _DASHES:
        return False
    at = mention.last
    if view.form(at) == "(":
        at = next((t + 1 for t in range(at, at + _BRACKET) if view.form(t) == ")"), at)
    colon = view.form(at) == ":"
    if not colon and view.form(at) != "\n":
        return False
    if mention.first - 2 in view.covered and not colon:
        return True
    for here in range(mention.first - 2, mention.first - 2 - _OUTLET_TOKENS, -1):
        if view.form(here) in ("", "\n"):
            outlet = any(t in view.covered for t in range(here + 1, mention.first - 1))
            return outlet if colon else here > 0
        if here in view.verbs or view.tokens[here].is_number or view.form(here) in (".", "،", ":"):
            return False
    return False


def _line_ends(view: View, at: int) -> bool:
    """Whether the line ends just after token `at`, as after «بغداد - سانا», or after initials («بغداد - أ.ف.ب»)."""
    if "\n" in (view.form(at + 2), view.form(at + 3)):
        return True
    here = range(at + 1, min(at + 1 + _INITIALS, len(view.tokens)))
    end = next((t for t in here if len(view.form(t)) > 1 or view.form(t) == "\n"), at)
    return end > at + 1 and view.form(end) == "\n"
