"""Who did it, as the whole report says it."""

import pytest

from tawthiq import pipeline

SYRIA, RUSSIA = "syrian_government", "russia"

REPORTS = [
    # an attack that was told before is told again with its doer
    ("قتل تسعة نازحين في قصف بطائرة مسيرة على مخيم في الفاشر. وقالت لجان محلية إن قوات الدعم السريع نفذت الهجوم.",
     [["rsf"]]),
    ("مقتل أربعة وإصابة ستة في تفجير انتحاري وسط كركوك. وذكر ضابط أن التفجير نفذه انتحاريان من تنظيم داعش.",
     [["isis"], ["isis"]]),
    # who is held was not held by his own
    ("قتل ثمانية في هجوم شنته حركة الشباب على فندق في مقديشو. واعتقلت الشرطة الصومالية ثلاثة مهاجمين. "
     "وتحدث الناطق عن اعتقال أربعة مهاجمين.",
     [["al_shabaab"], ["other:Somali police"], ["other:Somali police"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[text[:40] for text, _ in REPORTS])
def test_doers_of_a_report(text: str, expected: list[list[str]]) -> None:
    claims = pipeline.read(text, "2025-09-20").claims
    assert [sorted(c.actors) for c in claims if c.outcome not in (None, "hit", "strikes")] == expected
