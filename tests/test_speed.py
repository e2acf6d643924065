"""What reading costs, counted and not timed, so that it is the same on every machine.

A rule that asks every token, or a list that is gone through again for every claim, shows here. The count of a healthy
rule is small: raise a budget only for rules that are worth it, and say so in the commit.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tawthiq import pipeline

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import bench  # noqa: E402

TraceFunction = Callable[[FrameType, str, Any], Any]
TEXTS = [row["text"] for row in json.loads((ROOT / "gold" / "docs.json").read_text(encoding="utf-8"))]
CALLS_A_WORD = 180
GROWTH = 1.02
GROWTH_OF_CROWDS = 1.25  # where each harm looks at all that stands near it, fewer look at as many at both ends
REPEATED = (
    "قتل ثلاثة شبان، رجلان وامرأة،",
    "قتل 5 مدنيين و",
    "وصل عدد القتلى إلى 40",
    "منهم ثلاثة أطفال وامرأتان",
    "الطيران الروسي",
    "القوات الإسرائيلية استهدفت",
    "بحسب المرصد السوري لحقوق الإنسان",
    "قتل المئات في الحرب على غزة وخان يونس.",
    "قتل القيادي المولود عام 1997، وأصيب آخرون",
    "وقتل خمسة في ريف حماة وقتل ستة في اللطامنة",
    "ولم يعلن داعش مسؤوليته",
    "منذ الهجوم",
    "قصفت ردا على مقتل ثلاثة في حلب،",
)
CROWDED = (
    "دمرت ثلاث دبابات",
    "صاروخ بين قتيل وجريح",
    "دمر 27 مخبأ و41 قنبلة و",
    "قصفوا مبنى ما أدى إلى تدميره و",
    "لغم ثان زرعه مسلحون من داعش",
    "احتجزت الشرطة مدبري الهجوم الذي شنه تنظيم داعش وخلف تسعة قتلى و",
    "مقتل ستة من منتسبي الشرطة وعناصر الصحوة و",
    "قتل تسعة منذ 22 أيار، وجرح ستة في ذات الفترة و",
)
REPORTS = 40  # enough of them that every rule is asked
GIVEN = ("محمد", "سامر", "ليان", "هند", "فادي")


def test_a_word_costs_few_calls() -> None:
    assert bench.calls_a_word(TEXTS) < CALLS_A_WORD


@pytest.mark.parametrize("joint", ["\n", " "], ids=["lines", "one_line"])
def test_a_word_of_a_long_text_costs_no_more_than_one_of_a_short_one(joint: str) -> None:
    short = joint.join(" ".join(text.split()) if joint == " " else text for text in TEXTS[:8])
    assert bench.calls_a_word([joint.join([short] * 6)]) < GROWTH * bench.calls_a_word([short])


def test_a_word_of_many_reports_in_one_line_takes_no_more_steps() -> None:
    once = " ".join(" ".join(text.split()) for text in TEXTS[:REPORTS])
    assert _steps_a_word(" ".join([once] * 3)) < GROWTH * _steps_a_word(once)


def test_a_list_of_many_names_costs_no_more_a_name_than_a_short_one() -> None:
    lines = [f"{given} {father} رباح ({age} عاما)" for age in range(20, 60) for given in GIVEN for father in GIVEN]
    few, many = ("\n".join(["أسماء الشهداء:", *lines[:count]]) for count in (150, 900))
    assert bench.calls_a_word([many]) < GROWTH * bench.calls_a_word([few])


def test_a_figure_of_a_long_list_that_one_verb_governs_costs_no_more_than_one_of_a_short_one() -> None:
    parts = [f"، {number} برصاص القناصة و{number + 1} بلغم أرضي" for number in range(3, 403)]
    few, many = ("قتل 9000 مدني" + "".join(parts[:count]) for count in (100, 400))
    assert bench.calls_a_word([many]) < GROWTH_OF_CROWDS * bench.calls_a_word([few])


@pytest.mark.parametrize("joint", ["\n", " "], ids=["lines", "one_line"])
@pytest.mark.parametrize("clause", REPEATED)
def test_a_clause_costs_no_more_among_thousands_like_it(clause: str, joint: str) -> None:
    few, many = (joint.join([clause] * count) for count in (200, 800))
    assert bench.calls_a_word([many]) < GROWTH * bench.calls_a_word([few])


@pytest.mark.parametrize("clause", CROWDED)
def test_a_harm_in_an_unbroken_row_of_them_looks_at_those_near_it_only(clause: str) -> None:
    few, many = (" ".join([clause] * count) for count in (200, 600))
    assert bench.calls_a_word([many]) < GROWTH_OF_CROWDS * bench.calls_a_word([few])


def _steps_a_word(text: str) -> float:
    """The instructions of Python that reading a word takes; those of a loop over a list count, which calls nothing."""
    steps = 0

    def step(frame: FrameType, event: str, argument: object) -> TraceFunction:
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return step

    pipeline.read(text, "2020-01-01")
    before = sys.gettrace()
    sys.settrace(step)
    try:
        pipeline.read(text, "2020-01-01")
    finally:
        sys.settrace(before)
    return steps / len(text.split())
