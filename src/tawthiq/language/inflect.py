"""Forms that Arabic derives regularly, so that data lists a word once.

Nouns: singular, accusative, dual and plural in every case, the construct state
and, for kin, the attached pronouns. Verbs: past and present with subject
endings and, where asked for, attached objects. Everything here works on folded spelling.
"""

from collections.abc import Iterator

from tawthiq.language.fold import fold_form

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ي", "نا", "كم")
_OBJECTS = ("ه", "ها", "هم", "هما")
_SHORT_KIN = 2  # «أخيه» is one brother, «طفليه» two children


def noun_forms(singular: str, plurals: tuple[str, ...], kin: bool = False) -> Iterator[tuple[str, str]]:
    """(form, number) pairs of a noun; number is "one", "two" or "many".

    A sound masculine plural shares its oblique ending with the dual («مدنيين»);
    it is given as "many", since a numeral or «اثنين» marks the dual in news.
    """
    one = fold_form(singular)
    many = tuple(fold_form(p) for p in plurals)
    sound = any(p == one + "ون" or (one.endswith("ي") and p == one + "ون") for p in many)
    yield one, "one"
    if one[-1] not in "هاءيو" or one.endswith("ي"):
        yield one + "ا", "one"
    stem = one[:-1] + "ت" if one.endswith("ه") else one
    yield stem + "ان", "two"
    if not sound:
        yield stem + "ين", "two"
    if one.endswith("ه") and not kin:
        yield stem + "ا", "two"
        yield stem + "ي", "two"
    for plural in many:
        yield plural, "many"
        if plural.endswith("ون"):
            yield plural[:-2] + "ين", "many"
            yield plural[:-2] + "و", "many"
            yield plural[:-2] + "ي", "many"
        elif not plural.endswith(("ات", "ي", "ا", "ه", "ء")):
            yield plural + "ا", "many"
    if kin:
        if len(stem) > _SHORT_KIN:
            endings = "ا" if sound else "اي"  # «مقاتليها» are its fighters
            yield from ((stem + ending + pronoun, "two") for ending in endings for pronoun in _OBJECTS)
        for pronoun in _PRONOUNS:
            yield stem + pronoun, "one"
            for plural in many:
                base = plural[:-2] + "ي" if plural.endswith("ون") else plural
                base = base[:-1] + "ت" if base.endswith("ه") else base
                yield base + pronoun, "many"
                if base.endswith("ء"):  # «أبناؤه», «أبنائه»
                    yield base[:-1] + "ؤ" + pronoun, "many"
                    yield base[:-1] + "ئ" + pronoun, "many"


def verb_forms(past: str, present: str | None = None) -> Iterator[str]:
    """The third-person forms of a verb."""
    root = fold_form(past)
    base = root[:-1] if root.endswith(("ا", "ي")) and len(root) > 2 else root
    yield root
    yield base + "ت"
    yield base + "وا"
    if root == base:
        yield root + "نا"
    yield root + "ن" if root == base else base + "ين"
    yield root + "ا" if root == base else base + "يا"
    yield base + "تا"
    if present:
        here = fold_form(present)
        bare = here[:-1] if here.endswith(("ي", "ا", "و")) else here
        for first in "يتن":
            yield first + here[1:]
        for first in "يت":
            yield first + bare[1:] + "ون"
            yield first + bare[1:] + "وا"
            yield first + here[1:] + "ان"
        yield "ي" + bare[1:] + "ن"


def object_forms(past: str, present: str | None = None) -> Iterator[str]:
    """The forms of `verb_forms` with a third-person object attached («شنتها», «يطلقونها»)."""
    weak = fold_form(past)
    for form in verb_forms(past, present):
        stem = form[:-1] if form.endswith("وا") else form
        if form == weak and form.endswith("ي"):
            stem = form[:-1] + "ا"
        for pronoun in _OBJECTS:
            yield stem + pronoun
