"""Named victims: who is named among the harmed, and who is not. All names are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tawthiq
from tawthiq.language import load
from tawthiq.model import Victim


def read(text: str) -> tuple[Victim, ...]:
    return tawthiq.read(text, "2024-01-10").victims


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استشهد الطفل سامر وهدان (8 سنوات) وشقيقته ليان (5 سنوات) في غارة.", ["سامر وهدان", "ليان"]),
        ("قالت الوزارة إن الشهداء هم: نادر حمد شاهين (22 عاما) وفادي سمور (25 عاما).", ["نادر حمد شاهين", "فادي سمور"]),
        ("أعلنت الوزارة أن القتيل هو سليم مراد أبو عجوة (24 عاما).", ["سليم مراد أبو عجوة"]),
        ("قتل مزارع برصاص مجهولين، ويدعى سالم حمد.", ["سالم حمد"]),
        ("عثر الأهالي على جثة الشاب «ماهر فيصل الدراج» قرب الجسر.", ["ماهر فيصل الدراج"]),
        ("قال المصدر إن الغارة أسفرت عن مقتل كل من: هند رباح (52 عاما)، وجورج الدراج.", ["هند رباح", "جورج الدراج"]),
        ("وقتل في الغارة القيادي السابق في الفصيل معتز الدوماني.", ["معتز الدوماني"]),
        ("أفاد مراسلنا باستشهاد المسعف رائد النجار برصاص قناص.", ["رائد النجار"]),
        ("قتل تسعة بينهم الصحفيان سامي رباح وليلى شاكر.", ["سامي رباح", "ليلى شاكر"]),
        ("إن ربّ الأسرة سهيدان أحمد الدراج (37 عاما) قتل، وأصيب نجله رامي (6 أعوام).", ["سهيدان أحمد الدراج", "رامي"]),
        ("استشهاد علي شحادة في غارة على سيارة، وأكد الدفاع المدني نقله إلى المستشفى.", ["علي شحادة"]),
        ("قال أحمد شاهر، والد أحد القتلى، إن ابنه علي قتل برصاص قناص.", ["علي"]),
        ("توفي الأسير خالد الدراج في السجن.", ["خالد الدراج"]),
        ("أسفر الانفجار عن وفاة الطفلين سامر رباح وليان رباح، إلى جانب السيدة سهاد متعب الدراج.",
         ["سامر رباح", "ليان رباح", "سهاد متعب الدراج"]),
        ("سقط ثلاثة شهداء هم حسام أمين رباح وشقيقتاه ليان وريم.", ["حسام أمين رباح", "ليان", "ريم"]),
        ("توفي فور القصف، سالم أحمد رباح (27 عاما)، ورهف الدراج (5 أعوام).", ["سالم أحمد رباح", "رهف الدراج"]),
        ("اعتقلت القوات الشابين وسام فايد، وعمر ناصر شاهين، بعد أن حاصرت منزليهما.", ["وسام فايد", "عمر ناصر شاهين"]),
        ("نعت النقابة، الصحفيين الثلاثة وهم: علاء سمور، جعفر رباح، أحمد رباح وفادي الدراج.",
         ["علاء سمور", "جعفر رباح", "أحمد رباح", "فادي الدراج"]),
        ("أصيب خمسة مواطنين، وهم كل من «رهف سمور، هجاء سمور، دنيا إسماعيل، فايز سمور» ونقلوا إلى المشفى.",
         ["رهف سمور", "هجاء سمور", "دنيا إسماعيل", "فايز سمور"]),
        ("قالت الجمعية إن المسعف في صفوفها نادر فوزي رباح، من بلدة الخيام، استشهد في غارة.", ["نادر فوزي رباح"]),
        ("وكان بين القتلى القياديان الحوثيان فارس زيد ومحمد عبدالله رباح.", ["فارس زيد", "محمد عبدالله رباح"]),
        ("أدى ذلك إلى مقتل الشاب المدعو «أحمد سمور» وإصابة صديقه «محمد أبو نقطة».", ["أحمد سمور", "محمد أبو نقطة"]),
        ("استشهد صلاح الدين رباح في قصف.", ["صلاح الدين رباح"]),
        ("استشهد مدنيان، هما «نايف عبد القادر رباح» و«ريما أحمد رباح».", ["نايف عبد القادر رباح", "ريما أحمد رباح"]),
    ],
)  # fmt: skip
def test_the_harmed_are_named(text: str, names: list[str]) -> None:
    assert [victim.name for victim in read(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة مدنيين في قصف على الحي، بحسب مدير المستشفى أحمد سالم.",
        "قال الناطق باسم الدفاع المدني محمود رباح إن خمسة أشخاص قتلوا.",
        "قتل الجندي أحمد سالم ثلاثة مدنيين.",
        "اعترف محمد حسن بقتل زوجته.",
        "قصف مستشفى الشهيد سامر رباح وأصيب أربعة.",
        "أعلنت كتائب الشهيد سامر رباح مقتل جنديين.",
        "وصل وزير الصحة أحمد سالم إلى المكان بعد مقتل عشرة.",
        "قتل خمسة أشخاص في قصف استهدف منزل الشيخ صالح حمد.",
        "مقتل سائق الوزير أحمد حمد وإصابة حارس القائد سالم علي.",
        "قالت مريم سالم (40 عاما) التي أصيب ابنها في القصف إن المنزل دمر.",
        "أفرجت السلطات عن الأسير المحرر محمود عيسى.",
        "قتل المهاجم أحمد سالم وأصيب شرطيان.",
        "نفذ الانتحاري أبو عمر الشامي الهجوم وقتل عشرة أشخاص.",
        "توقيف سالم عصام للاشتباه بتورطه في قتل عاملة.",
        "قتل خمسة أشخاص وهم نيام في منازلهم.",
        "مقتل مسؤول «التدريب» في عمران بغارة للتحالف.",
        "وأفاد المتحدث باسم وزارة الصحة وحيد رباح بأن جريحا توفي.",
        "نعت رئيسة النقابة سالم حمد.",
        "وصف التقرير الوزراء وهم: سالم حمد، ونادر رباح.",
        "قال سالم فوزي رباح، من بلدة الخيام، إن خمسة قتلوا.",
        "",
    ],
)
def test_nobody_else_is(text: str) -> None:
    assert [victim.name for victim in read(text)] == []


def test_what_is_said_of_them() -> None:
    text = (
        "قالت وزارة الصحة إن الغارة أدت إلى مقتل الطفلة ريم سالم (9 سنوات) ووالدتها هند شاكر، وإصابة المصور فادي رباح."
    )
    girl, mother, photographer = read(text)
    assert (girl.age, girl.sex, girl.group, girl.outcome, girl.role) == (9, "female", "child", "killed", "طفلة")
    assert mother.kin is not None
    assert (mother.kin.relation, mother.kin.text, mother.kin.of) == ("mother", "ريم سالم", girl.id)
    assert (photographer.group, photographer.outcome) == ("journalist", "injured")
    assert {victim.source.text for victim in (girl, mother, photographer) if victim.source} == {"وزارة الصحة"}
    claims = {claim.id: claim for claim in tawthiq.read(text, "2024-01-10").claims}
    assert all(claims[id].outcome == victim.outcome for victim in read(text) for id in victim.claims)
    assert all(text[slice(*victim.span)] == victim.name and victim.because for victim in read(text))


def test_relatives_who_are_only_counted() -> None:
    found = read("عرف من الشهداء: محمد رباح الحلاق، وزوجته وأطفاله الثلاثة.")
    assert [(v.name, v.kin and v.kin.relation, v.count) for v in found] == [
        ("محمد رباح الحلاق", None, 1), (None, "wife", 1), (None, "child", 3),
    ]  # fmt: skip
    (son,) = read("قتل نجل القيادي أحمد رباح في غارة.")
    assert son.name is None
    assert son.kin is not None
    assert (son.kin.relation, son.kin.text) == ("son", "أحمد رباح")


def test_whose_relatives() -> None:
    found = read("مقتل الطفلة ريم سالم (9 سنوات) وشقيقها نادر ووالدتهما هند شاكر وزوجها وأطفالهما الثلاثة في غارة.")
    assert [(v.kin.relation, v.kin.text) for v in found if v.kin] == [
        ("brother", "ريم سالم"), ("mother", "ريم سالم"), ("husband", "هند شاكر"), ("child", "هند شاكر"),
    ]  # fmt: skip


def test_a_line_for_each() -> None:
    lines = [
        "أسماء الشهداء:",
        "1- محمد أحمد رباح (34 عاما)",
        "2- ابنته ملاك محمد رباح - 5 أعوام",
        "3- صبحي نبهان الدراج",
    ]
    found = read("\n".join([*lines, "", "وقالت الوزارة إن العدد مرشح للارتفاع."]))
    assert [(v.name, v.age) for v in found] == [
        ("محمد أحمد رباح", 34), ("ملاك محمد رباح", 5), ("صبحي نبهان الدراج", None),
    ]  # fmt: skip
    assert found[1].kin is not None
    assert found[1].kin.of == found[0].id


def test_one_record_for_one_person() -> None:
    text = "استشهد الشاب سامر أحمد الغندور (30 عاما) في غارة. وأعلنت المصادر استشهاد الشاب الغندور مساء."
    (victim,) = read(text)
    assert (victim.name, victim.age, len(victim.claims)) == ("سامر أحمد الغندور", 30, 2)


def test_claims_are_as_without_names() -> None:
    """Names that the layer adds are no words for the other stages."""
    language = load()
    scan = language.scan("وصل شيركو إلى المدينة")
    assert "victim" in scan.layers
    assert all(hit.entry.layer != "victim" for hit in scan.words())


PIECES = st.sampled_from([
    "استشهد", "الطفل", "سالم", "حمد", "(", "8", "سنوات", ")", "،", "و", "وشقيقته", "ليان", "هم", ":", "\n", "-", "علي",
    "أسماء", "الشهداء", "الذي", "قتل", "ويدعى", "«", "»", "#", "أبو", "عبد", "بن", "الدين", "قائد", "في", "كل من", ".",
    "نجل", "البالغ من العمر", "٣", "عامان", "جثة", "د", "المهاجم", "\u200f", "😀", "مستشفى", "وزوجته", "وأطفاله",
    "الثلاثة",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_never_fails(text: str) -> None:
    document = tawthiq.read(text, "2024-01-10")
    claims = {claim.id for claim in document.claims}
    for victim in document.victims:
        assert victim.name is None or text[slice(*victim.span)] == victim.name
        assert set(victim.claims) <= claims
        assert victim.count >= 0
