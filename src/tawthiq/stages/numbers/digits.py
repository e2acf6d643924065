"""Numbers written in digits: their value, and the shapes that count nothing (dates, times, telephones)."""

import re
from typing import NamedTuple

from tawthiq.language.lists import words
from tawthiq.language.scan import Scan
from tawthiq.language.tokens import Token

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+")
_DECIMAL = re.compile(r"(\d{1,3}(?:,\d{3})*)\.\d+|\d+,\d+")
_DOTTED_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}|\d{4}\.\d{1,2}\.\d{1,2}")
_JOINTS = frozenset("/-:–")
_MONEY = frozenset("$€£")
_HASHTAG = "_"
_NAMES = frozenset("#@_=")
_LONGEST = 15
_COMMA, _GROUP, _SCALES = "،", 3, frozenset({"مليون", "مليار", "بليون"})
_LETTER, _LOWEST = "ر", words("thousand")
_LOCAL_PHONE = 7
_YEARS = range(1300, 2100)


class Run(NamedTuple):
    """Digits up to token `last`: their value, or the reason why they are no count."""

    value: float | None
    last: int
    aside: str | None


def read_digits(scan: Scan, index: int) -> Run:
    """The run of digits that begins at token `index`."""
    tokens = scan.tokens
    outer = _neighbour(scan, index)
    parts, joints, last = _joined(tokens, index)
    if len(parts) > 1:
        aside = _shape(parts, joints)
        if aside is not None:
            return Run(None, last, aside)
        last = index + 1
    form = tokens[index].form
    comma = _behind_comma(tokens, index)
    if index + 2 < len(tokens) and tokens[index + 1].form == _LETTER:
        comma = _by_letter(tokens, index)
    if comma == _LETTER:
        return Run(None, index + 3 + _scaled(tokens, index + 3), "measure")
    if comma:
        form, last = comma, index + 3
    elif _spaced(tokens, index):
        form, last = form + tokens[index + 1].form, index + 2
        if _spaced(tokens, index + 1):
            form, last = form + tokens[index + 2].form, index + 3
    value, aside = _value(form)
    return Run(value, last, outer or aside)


def is_year(value: float | None) -> bool:
    """Whether a number could name a year of either calendar."""
    return value is not None and value.is_integer() and int(value) in _YEARS


def _neighbour(scan: Scan, index: int) -> str | None:
    """The reason that the characters touching the digits give."""
    text, token = scan.text, scan.tokens[index]
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    if before in _MONEY or after in _MONEY:
        return "money"
    if before == after == _HASHTAG and _word(text[token.start - 2]) and _word(text[token.end + 1 : token.end + 2]):
        return None  # «#مقتل_3_جنود»
    if before in _NAMES or after in _NAMES or _latin(before) or _latin(after):
        return "identifier"
    if before == "+" or (token.form[0] == "0" and len(token.form) >= _LOCAL_PHONE):
        return "phone"
    if before in "-–" and index > 1 and token.start >= 2 and text[token.start - 2].isalpha():
        return "identifier"
    return "percent" if before in "%٪" else None


def _word(character: str) -> bool:
    return character.isalpha() and not _latin(character)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _joined(tokens: tuple[Token, ...], index: int) -> tuple[list[str], str, int]:
    """The digits held together by / - : without a gap, the joints between them, and where they end."""
    parts, joints = [tokens[index].form], ""
    last = index + 1
    while last + 1 < len(tokens) and tokens[last].form in _JOINTS and tokens[last].start == tokens[last - 1].end:
        after = tokens[last + 1]
        if after.start != tokens[last].end or not after.form[0].isdecimal():
            break
        parts.append(after.form)
        joints += tokens[last].form
        last += 2
    return parts, joints, last


def _shape(parts: list[str], joints: str) -> str | None:
    """Why joined digits are no count; None for «30-40», which may be a range."""
    if ":" in joints:
        return "time" if set(joints) == {":"} and all(len(p) <= 2 for p in parts) else "identifier"
    small = [int(p) for p in parts if p.isdecimal() and len(p) <= 4]
    if len(small) < len(parts):
        return "phone" if "/" not in joints and len(parts) > 2 else None if joints in "-–" else "identifier"
    if len(parts) == 2:
        if all(n in _YEARS for n in small) or (joints == "/" and min(small) <= 12 and max(small) <= 31):
            return "date"
        return "identifier" if joints == "/" or small[0] >= small[1] else None
    if len(parts) == 3 and sum(n > 31 for n in small) <= 1:
        return "date"
    return "phone"


def _behind_comma(tokens: tuple[Token, ...], index: int) -> str:
    """«5،388», «1،5 مليون»: digits with the Arabic comma for a thousand, or before a scale for a decimal, and no space;
    "" where it is no such number."""
    if index + 2 >= len(tokens) or tokens[index + 1].form != _COMMA:
        return ""
    here, after = tokens[index], tokens[index + 2]
    if not _close(tokens, index) or len(here.form) > _GROUP:
        return ""
    scaled = index + _GROUP < len(tokens) and tokens[index + _GROUP].form in _SCALES
    if len(after.form) == _GROUP and here.form[0] != "0":
        return f"{here.form},{after.form}"
    return f"{here.form}.{after.form}" if scaled and len(after.form) < _GROUP else ""


def _by_letter(tokens: tuple[Token, ...], index: int) -> str:
    """«0ر5 مليون», «225ر29 غارة»: digits with the letter that agencies write for the point. Which side stands first
    differs, so that only a zero, two alike, or a group of three beside a shorter one tell the value; the letter itself
    where nothing does, "" where it is no such number."""
    if not _close(tokens, index):
        return ""
    one, other = tokens[index].form, tokens[index + 2].form
    if "0" in (one, other):
        return f"0.{other if one == '0' else one}"
    if one == other:
        return f"{one}.{other}"
    low, high = (one, other) if len(one) == _GROUP else (other, one)
    grouped = len(low) == _GROUP > len(high) and high[0] != "0" and not _scaled(tokens, index + _GROUP)
    return f"{high},{low}" if grouped else _LETTER


def _close(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether digits stand on both sides of a mark, with no space."""
    here, mark, after = tokens[index : index + 3]
    return here.end == mark.start and mark.end == after.start and here.form.isdecimal() and after.form.isdecimal()


def _scaled(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether «مليون» or the like stands there."""
    return index < len(tokens) and tokens[index].form in _LOWEST


def _spaced(tokens: tuple[Token, ...], index: int) -> bool:
    """«20 000»: three digits, one space after at most three."""
    if index + 1 >= len(tokens):
        return False
    here, after = tokens[index].form, tokens[index + 1].form
    gap = tokens[index + 1].start - tokens[index].end
    return gap == 1 and len(after) == 3 and after.isdecimal() and here.isdecimal() and len(here) <= 3 and here[0] != "0"


def _value(form: str) -> tuple[float | None, str | None]:
    if len(form) > _LONGEST + 4:
        return None, "identifier"
    if form.isdecimal():
        if len(form) > 2 and form[0] == "0" and form.strip("0"):
            return float(form), "identifier"
        return (float(form), None) if len(form) <= _LONGEST else (None, "identifier")
    if _THOUSANDS.fullmatch(form):
        return float(form.replace(",", "").replace(".", "")), None
    decimal = _DECIMAL.fullmatch(form)
    if decimal:
        plain = form.replace(",", "") if decimal[1] else form.replace(",", ".")
        return float(plain), None
    return None, "date" if _DOTTED_DATE.fullmatch(form) else "identifier"
