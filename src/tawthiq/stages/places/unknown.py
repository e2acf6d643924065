"""How far a name reaches that is in no list of places: after a kind word, in a list, or as a site's name."""

from tawthiq.language.lists import words
from tawthiq.stages.places.mention import View, Word, rows_of

_LONGEST_SITE = 4
_INDEFINITE = "ا"  # «حيا», «موقعا»
QUOTES = frozenset('"“”„«»')
_OPENS, _CLOSES = "(", ")"
_MILITARY = frozenset({"العسكري", "العسكريه", "الجويه", "البحريه"})
_ALWAYS_NAMED, _GLUED = frozenset({"place.matar", "place.mabar"}), frozenset("وفبكل")
_FOR_THE = "لل"
_SECOND = ("given", "weak", "common", "at")
_OF_IT = ("ها", "نا", "هما")
_SHORT = 4
_SETTLED = ("neighbourhood", "town")
_IN, _CITY = "ب", 60
_SOME_OF_THEM, _TOWN_IN_PERSIAN = words("some_of_them"), words("town_in_persian")
_TELLING, _OF_KIND = ("in", "rural", "direction"), "kind"
_NO_SITE = ("kind", "direction", "demonym", "plain", "government", "agent", "border", "land")


def unquoted(text: str) -> str:
    """A name without the quotation marks or brackets in it and around it."""
    return "".join(letter for letter in text if letter not in QUOTES and letter not in (_OPENS, _CLOSES))


def unknown_end(view: View, at: int, clitic: str = "") -> int | None:
    """The end of an unknown name that begins at token `at`, or None where what stands there is no name.

    A name is one word, two after words such as «أم» or «تل» and before «أباد». Words of any data file are no names.
    `clitic` is split off the first word.
    """
    kind = view.before(at, "kind")
    if kind is not None and (view.form(at - 1).endswith(_INDEFINITE) or _counted(view, kind)):
        return None  # «طوقوا حيا أدى»
    word = view.words.get(at)
    if word and word.entry.part in ("prefix", "kind") and not word.clitic:
        second = view.words.get(at + 1)
        return at + 2 if _nameable(view, at + 1) and (second is None or second.entry.part in _SECOND) else None
    if not _nameable(view, at, clitic) or (word and word.entry.part not in ("given", "weak", "common")):
        return None
    if _construct(view, at, clitic) or _of_two(view, at, clitic) or view.form(at + 1) in _TOWN_IN_PERSIAN:
        return at + 2  # «قرية نور أباد»
    return at + 1 if word is None or word.entry.part != "common" or _of_quarter(view, at) else None


def _counted(view: View, kind: Word) -> bool:
    """«23 قرية وأجبروا», «(23) قرية وأجبروا»: whether a number counts a kind of place, which then bears no name."""
    before = kind.first - 1 - (view.form(kind.first - 1) == ")")
    return kind.number == "one" and before >= 0 and view.tokens[before].is_number


def _of_quarter(view: View, at: int) -> bool:
    """«حي الرمل», «قرية الحصن»: whether a definite word stands behind the one quarter, village or town called so."""
    kind = view.before(at, "kind")
    settled = kind is not None and kind.number == "one" and kind.entry.level in _SETTLED
    return settled and view.form(at).startswith("ال")


def quoted_end(view: View, word: Word, at: int) -> int | None:
    """The end of a name in quotation marks right behind its kind word («مخيم "أهل البلد"»), of four words at most."""
    if at >= len(view.tokens) or not QUOTES.intersection(view.text[word.end : view.tokens[at].start]):
        return None
    for last in range(at, min(at + _LONGEST_SITE, len(view.tokens) - 1)):
        if not view.tokens[last].is_word:
            return None
        if QUOTES.intersection(view.text[view.tokens[last].end : view.tokens[last + 1].start]):
            return last + 1
    return None


def bracket_end(view: View, at: int) -> int | None:
    """The closing bracket of a name of one to three words in brackets at token `at` («بلدة (سلة الزهور)»)."""
    if view.form(at) != _OPENS:
        return None
    for last in range(at + 1, min(at + _LONGEST_SITE + 1, view.end)):
        if view.form(last) == _CLOSES:
            return last if last > at + 1 else None
        if not view.tokens[last].is_word:
            return None
    return None


def _of_two(view: View, at: int, clitic: str) -> bool:
    """Whether two words that nothing knows make a name, with what tells where that is behind them («قرة كول بريف»,
    «قرة كول بناحية»)."""
    plain = not any(view.form(t).removeprefix(clitic).startswith("ال") for t in (at, at + 1))
    behind = view.word(at + 2, *_TELLING, _OF_KIND)
    told = behind is not None and (behind.entry.part != _OF_KIND or behind.clitic.endswith(_IN))
    return plain and not _heard_of(view, at + 1) and told and _nameable(view, at + 1)


def _construct(view: View, at: int, clitic: str) -> bool:
    """Whether a bare word and a definite one make a name («هور الباشا»), and the second is no adjective."""
    first, second = view.form(at).removeprefix(clitic), view.form(at + 1)
    return (
        not first.startswith("ال")
        and second.startswith("ال")
        and not second.endswith(("ي", "يه"))
        and not _heard_of(view, at + 1)
    )


def _nameable(view: View, at: int, clitic: str = "") -> bool:
    name = view.names.get(at)
    if name is not None and name.clitic == "ل" and not clitic:
        return False  # «23 قرية لتشاد»
    if name is not None and name.clitic == _IN and not clitic and any(row.weight >= _CITY for row in rows_of(name)):
        return False  # «رابع مديرية بإب»
    form = view.form(at).removeprefix(clitic)
    definite = form.startswith("ال")
    if form.startswith(_FOR_THE):
        return False  # «مخيم للاجئين»
    if form in _SOME_OF_THEM:
        return False  # «في عدة مدن بعضهم بالرصاص»
    if len(form) < 3 or not form[0].isalpha() or (at in view.covered and not _called_as_body(view, at)):
        return False
    if at in view.known and (not definite or clitic or at in view.small):
        return False
    if form.endswith("ت") and not _in_what_follows(view, at) and not _ends_clause(view, at):
        return definite
    return definite or not (form.endswith("يه") or _verbal(form))


def _called_as_body(view: View, at: int) -> bool:
    """«قرية الحدث»: whether a village or quarter is called as an outlet or another body is, by one word."""
    first, last = view.covered[at]
    return last - first == 1 and _of_quarter(view, at)


def _in_what_follows(view: View, at: int) -> bool:
    """Whether what tells where it is stands behind a word, or behind another that nothing knows: a name may then end as
    verbs do («قرية ثاييت ثابين في منطقة كذا»)."""
    behind = at + 1 if view.word(at + 1, *_TELLING) or _heard_of(view, at + 1) else at + 2
    return at not in view.known and view.word(behind, *_TELLING) is not None


def _ends_clause(view: View, at: int) -> bool:
    """Whether a stop or comma stands right behind a word that nothing knows, as behind no verb («قرية بلنتيت،»)."""
    return at not in view.known and at + 1 < view.end and not view.tokens[at + 1].form[0].isalnum()


def _heard_of(view: View, at: int) -> bool:
    return any(at in some for some in (view.known, view.names, view.words, view.covered))


def _verbal(form: str) -> bool:
    """Whether a word after a kind is a verb («قرية يسكنها», «قرية تقطنها»); foreign names end otherwise («ياروفا»)."""
    if form.startswith("ت"):
        return form.endswith("ها") and len(form) > _SHORT
    return form.startswith("ي") and (not form.endswith("ا") or form.endswith(_OF_IT))


def site_end(view: View, word: Word, known: int | None) -> int | None:
    """The end of a site's name after its kind word: a known name or definite words, then more definite words; behind a
    title the name of who bore it («مستشفى الملك فهد»).

    After a definite kind only an adjective in ‑ي makes a name («القصر الرئاسي»); «سوق شعبي» has none.
    """
    if word.entry.value == "military":
        return _base_end(view, word)
    at = known if known is not None else word.last
    if view.word(word.last, "prefix") and at <= word.last + 1 and not word.definite:
        return unknown_end(view, word.last)  # «مفرق دير صوان»
    if known is None:
        if (base := _base_end(view, word)) is not None:
            return base
        if (bare := _bare_end(view, word)) is not None:
            return bare
        form = view.form(at)
        if not form.startswith("ال") or len(form) < 5 or view.word(at, *_NO_SITE):
            return None
        if word.definite and not form.endswith(("ي", "يه")):
            return None
        at += 1 + (view.word(at, "honorific") is not None and view.form(at + 1)[:1].isalpha())
    while at - word.last < _LONGEST_SITE and _continues(view, at):
        at += 1
    return at


def _base_end(view: View, word: Word) -> int | None:
    """«معسكر زيرو العسكري», «موقع دوغو كيري العسكري»: the end of one or two words that nothing knows between a kind of
    site and what says that it is soldiers'."""
    for end in (word.last + 1, word.last + 2):
        if view.form(end) in _MILITARY and not word.definite:
            named = all(_unheard(view, t) and _nameable(view, t) for t in range(word.last, end))
            return end + 1 if named else None
    return None


def _bare_end(view: View, word: Word) -> int | None:
    """«مطار سافانا», «معبر إيريز الحدودي»: the end of one or two words that nothing knows behind a kind that always has
    a name, with an adjective."""
    at = word.last
    if word.entry.id not in _ALWAYS_NAMED or word.definite or word.number != "one" or not _unheard(view, at):
        return None
    behind, of_two = view.form(at + 1), _nameable(view, at) and _construct(view, at, "")
    if not (of_two or foreign(view, at)):
        return None
    second = foreign(view, at + 1) and behind[0] not in _GLUED
    return at + 1 + (second or of_two or (len(behind) > _SHORT and behind.startswith("ال") and behind.endswith("ي")))


def foreign(view: View, at: int) -> bool:
    """Whether a word behind «في» can be a name that nothing knows: no short word, and no noun with «ال» or «ة»."""
    form = view.form(at)
    noun = len(form) <= _SHORT or form.startswith("ال") or form.endswith("ه")
    return not noun and form.isalpha() and _unheard(view, at) and at not in view.covered


def _unheard(view: View, at: int) -> bool:
    """Whether nothing knows a word whole («باروا», though «أروا» is a town)."""
    name = view.names.get(at)
    return (name is None or bool(name.clitic)) and not any(at in some for some in (view.known, view.words))


def _continues(view: View, at: int) -> bool:
    form = view.form(at)
    if len(form) < 5 or view.word(at, "demonym", "kind"):
        return False
    if form.startswith("لل"):
        return True
    named = at in view.names and not view.word(at, "common")
    return form.startswith("ال") and form.endswith(("ي", "ه", "يا")) and not named and at not in view.known
