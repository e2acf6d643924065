"""What the number grammar reads of integers written out in correct Arabic, in every gender, case and spelling."""

import itertools
import random
from typing import NamedTuple

import pytest

from tawthiq.language import load
from tawthiq.model import Document
from tawthiq.stages import numbers

_MASCULINE = ("", "واحد", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_FEMININE = ("", "واحدة", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_STEMS = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_SCALES = {
    1_000_000: ("مليون", "مليونا", "ملايين", "مليونان", "مليونين"),
    1_000: ("ألف", "ألفا", "آلاف", "ألفان", "ألفين"),
}


class Style(NamedTuple):
    feminine: bool
    oblique: bool
    hundred: str
    apart: bool


STYLES = [Style(*s) for s in itertools.product((False, True), (False, True), ("مئة", "مائة"), (False, True))]
BANDS = {"units": (1, 999), "thousands": (1_000, 999_999), "millions": (1_000_000, 100_000_000)}


def below_hundred(n: int, style: Style) -> str:
    names = _FEMININE if style.feminine else _MASCULINE
    ending = "ين" if style.oblique else "ون"
    two = {(0, 0): "اثنان", (0, 1): "اثنين", (1, 0): "اثنتان", (1, 1): "اثنتين"}[style.feminine, style.oblique]
    if n <= 10:
        return two if n == 2 else names[n]
    if n == 11:
        return "إحدى عشرة" if style.feminine else "أحد عشر"
    if n == 12:
        return two[:-1] + (" عشرة" if style.feminine else " عشر")
    if n < 20:
        return f"{names[n - 10]} {'عشرة' if style.feminine else 'عشر'}"
    unit = n % 10
    first = {1: "إحدى" if style.feminine else "واحد", 2: two}.get(unit, names[unit])
    return (f"{first} و" if unit else "") + _TENS[n // 10] + ending


def below_thousand(n: int, style: Style, construct: bool = False) -> str:
    parts = []
    hundreds = n // 100
    if hundreds == 1:
        parts.append(style.hundred)
    elif hundreds == 2:
        dual = style.hundred[:-1] + ("تين" if style.oblique else "تان")
        parts.append(dual[:-1] if construct and n == 200 else dual)
    elif hundreds:
        stem = "ثماني" if hundreds == 8 and style.apart else _STEMS[hundreds]
        parts.append(stem + (" " if style.apart else "") + style.hundred)
    if n % 100:
        parts.append(below_hundred(n % 100, style))
    return " و".join(parts)


def scaled(n: int, scale: int, style: Style) -> str:
    one, accusative, many, dual, dual_oblique = _SCALES[scale]
    if n == 1:
        return one
    if n == 2:
        return dual_oblique if style.oblique else dual
    written = below_thousand(n, style._replace(feminine=False), construct=True)
    tail = n % 100
    return f"{written} {many if 3 <= tail <= 10 else accusative if tail > 10 else one}"


def write(n: int, style: Style) -> str:
    parts = [scaled(n // s % 1000, s, style) for s in _SCALES if n // s % 1000]
    if n % 1000:
        parts.append(below_thousand(n % 1000, style))
    return " و".join(parts)


@pytest.mark.parametrize("band", BANDS)
def test_integers_written_out_are_read(band: str) -> None:
    low, high = BANDS[band]
    chance = random.Random(band)
    sample = range(low, high + 1) if band == "units" else [chance.randint(low, high) for _ in range(300)]
    edges = (1000, 1001, 2002, 3100, 101_000, 200_000, 202_010, 10**6, 2_200_002, 10**8)
    sample = [*sample, *(n for n in edges if low <= n <= high)]
    language = load()
    wrong, tried = [], 0
    for n in sample:
        for style in STYLES if band != "units" else chance.sample(STYLES, 6):
            text = write(n, style)
            found = numbers.run(Document("t", text, ""), language.scan(text), language).numbers
            tried += 1
            if [(f.value, f.count.low) for f in found] != [(n, n)]:
                wrong.append((n, text, [f.value for f in found]))
    assert len(wrong) / tried <= 0.01, (len(wrong), tried, wrong[:20])
