"""Which lines of a page are the report. A page is lines that begin with T (title), B (body) or A (aside)."""

import pytest

from tawthiq.language import load
from tawthiq.model import Document
from tawthiq.stages import sentences

LEAD = "B قتل ثلاثة مدنيين وأصيب سبعة آخرون، الاثنين، في قصف مدفعي استهدف سوقا شعبية في بلدة الرمانة شمالي المحافظة."
MORE = "B وقال رئيس المجلس المحلي إن القذائف سقطت عند الظهيرة فيما كانت السوق مزدحمة بالباعة والمتسوقين."
LAST = "B وأضاف أن فرق الدفاع المدني نقلت الجرحى إلى مستشفى ميداني قريب وأنها تواصل رفع الأنقاض."
HEAD = "T ثلاثة قتلى في قصف على سوق الرمانة"

PAGES = {
    "plain": [HEAD, LEAD, MORE, LAST],
    "no title": [LEAD, MORE, LAST],
    "last paragraph without a stop": [
        HEAD, LEAD, MORE, LAST,
        "B ففي وادي النخيل، لقي قائد بارز مصرعه بانفجار دراجة نارية كان يركبها قرب جسر حديدي قديم",
    ],
    "kicker": ["T ريف المحافظة", HEAD, LEAD, MORE],
    "dateline": [HEAD, "B الرمانة 12 آذار", LEAD, MORE],
    "menu above": ["A الرئيسية", "A سياسة", "A اقتصاد ورياضة", "A من نحن اتصل بنا", HEAD, LEAD, MORE, LAST],
    "ticker": [
        "A افتتاح معرض الزهور السنوي في العاصمة    مقتل جنديين في كمين على طريق الساحل    الميناء يعود إلى العمل"
        "    خمسة جرحى في حادث سير على الطريق السريع",
        HEAD, LEAD, MORE, LAST,
    ],
    "ticker with times": [
        "A مقتل جنديين في كمين على طريق الساحل - 09:33 خمسة جرحى في حريق بالميناء - 08:50 افتتاح معرض الزهور - 11:20 "
        "مقتل حارس في سطو على متجر بالعاصمة - 21:20",
        HEAD, LEAD, MORE, LAST,
    ],
    "headlines with times above": [
        HEAD, "A - 00:47خمسة جرحى في حريق بالميناء", "A - 00:30افتتاح معرض الزهور", "A - 23:15مقتل حارس في سطو",
        "A تابعونا على فيسبوك", LEAD, MORE, LAST,
    ],
    "headlines with days above": [
        HEAD, "A 2 حزيران، 2018خمسة جرحى في حريق بالميناء", "A 2 حزيران، 2018افتتاح معرض الزهور", LEAD, MORE, LAST,
    ],
    "a list of its own above": [
        HEAD, "B - 3 قتلى في السوق", "B - 7 جرحى في حي مجاور", LEAD, MORE, LAST,
    ],
    "a cut-off lead": [HEAD, "A" + LEAD[1:].rpartition("بلدة")[0] + "بل...", LEAD, MORE, LAST],
    "a first sentence alone": [HEAD, LEAD, MORE, LAST, LEAD + " |B وقع القصف عند الظهيرة."],
    "another headline below": [HEAD, LEAD, MORE, LAST, "A الساحل.. قتيلان وسبعة جرحى في انفجار لغم من مخلفات الحرب"],
    "buttons": [HEAD, "A شارك على فيسبوك", "A نسخ الرابط", "A حجم الخط", "A آخر تحديث 12:30", LEAD, MORE, LAST],
    "foreign": [HEAD, "A Facebook Twitter WhatsApp", LEAD, MORE, LAST, "A XS SM MD"],
    "link with headline": [HEAD, LEAD, "A اقرأ أيضا: مقتل جنديين في كمين على طريق الساحل", MORE, LAST],
    "link above its list": [
        HEAD, LEAD, "A إقرأ المزيد",
        "A مقتل جنديين في كمين على طريق الساحل", "A خمسة جرحى في حريق بالميناء", MORE, LAST,
    ],
    "link after a sentence": [HEAD, LEAD, MORE + " |A اقرأ أيضا: مقتل جنديين في كمين"],
    "related to the end": [
        HEAD, LEAD, MORE, LAST, "A مواضيع ذات صلة", "A مقتل جنديين في كمين على طريق الساحل",
        "A أعلنت السلطات البحرية إنقاذ عشرين صيادا بعد غرق زورقهم قبالة الشاطئ الجنوبي.", "A طقس الغد",
    ],
    "another story below a signed report": [
        HEAD, LEAD, MORE, LAST, "A المصدر: وكالات", "A اقرأ أيضا:", "A مقتل جنديين في كمين على طريق الساحل",
        "A لقي جنديان حتفهما اليوم في كمين نصبه مجهولون لدورية على طريق الساحل الجنوبي.",
        "A وذكرت الإذاعة أن عشرة آخرين أصيبوا.",
    ],
    "popular amid the report": [HEAD, LEAD, "A الأكثر قراءة", "A مقتل جنديين في كمين على طريق الساحل", MORE, LAST],
    "comments": [
        HEAD, LEAD, MORE, LAST, "A التعليقات",
        "A رحم الله القتلى الخمسين", "A وقتل عندنا عشرة أمس ولم يذكرهم أحد في الأخبار.",
    ],
    "key words": [HEAD, LEAD, MORE, LAST, "A كلمات دليلية: قتلى، قصف", "A الرمانة", "A الدفاع المدني"],
    "key words in a line": [HEAD, LEAD, MORE, LAST + " |A وسوم قتلى قصف الرمانة"],
    "address": [HEAD, LEAD, MORE + " |A رابط الخبر: ثلاثة قتلى في قصف"],
    "caption": [HEAD, "A صورة أرشيفية لسوق في البلدة", LEAD, MORE, LAST],
    "caption with a toll": [HEAD, LEAD, "B التعليق على الصورة، قتل ثلاثة مدنيين في السوق.", MORE, LAST],
    "picture credit": [HEAD, "A مصدر الصورة", "A Getty Images", LEAD, MORE],
    "notices": [
        HEAD, LEAD, MORE, LAST, "A اشترك في النشرة البريدية لتصلك الأخبار",
        "A نستخدم ملفات تعريف الارتباط لتحسين الموقع",
        "A جميع الحقوق محفوظة 2020", "A حمل تطبيق الجريدة الآن",
    ],
    "agency": [HEAD, LEAD, MORE, LAST, "A المصدر: وكالات"],
    "signed off": [HEAD, LEAD, MORE, LAST, "A // انتهى //", "A 14:10 ت م"],
    "links among paragraphs": [
        HEAD, LEAD, "A مقتل جنديين في كمين على طريق الساحل", MORE, "A الميناء يعود إلى العمل بعد حريق أوقع جرحى", LAST,
    ],
    "sub-heading with a toll": [HEAD, LEAD, "B ارتفاع الحصيلة إلى سبعة قتلى", MORE, LAST],
    "table of figures": [HEAD, LEAD, MORE, "B وتوزع القتلى كما يلي:", "B الرمانة خمسة قتلى", "B الساحل قتيلان", LAST],
    "headlines below": [
        HEAD, LEAD, MORE, LAST, "A مقتل جنديين في كمين على طريق الساحل", "A خمسة جرحى في حريق كبير بالميناء",
    ],
    "cut-off leads below": [
        HEAD, LEAD, MORE, LAST,
        "A افتتح وزير السياحة معرض الزهور السنوي في حديقة العاصمة بحضور سفراء ومثقفين وطلاب.",
        "A أعلن نادي العاصمة التعاقد مع مهاجم برازيلي لموسمين في صفقة وصفتها الصحف الرياضية بأنها الأغلى في تاري",
        "A لقي تسعة صيادين مصرعهم بعدما انقلب زورقهم قبالة الجزر في عاصفة شديدة ضربت المحيط ولا يزال البحث جاري",
    ],
    "alien leads below": [
        HEAD, LEAD, MORE, LAST,
        "A افتتح وزير السياحة معرض الزهور السنوي في حديقة العاصمة بحضور سفراء ومثقفين وطلاب.",
        "A تعاقد النادي الملكي مع مهاجم برازيلي لموسمين في صفقة وصفتها الصحف الرياضية بأنها الأغلى.",
    ],
    "background": [
        HEAD, LEAD, MORE, LAST, "B وتشهد المحافظة منذ سنتين قتالا متقطعا أوقع مئات القتلى بحسب منظمات محلية.",
        "B وكان الطرفان قد وقعا هدنة في الربيع برعاية دولية لكنها لم تصمد سوى أسابيع قليلة.",
    ],
    "lead again": [HEAD, LEAD, MORE, LAST, "A" + LEAD[1:]],
    "headlines above": [
        "A الذهب يتراجع مع صعود الدولار", "A مقتل تسعة في حريق مصنع للنسيج", "A المنتخب يفوز بكأس القارة",
        "A أمطار غزيرة على السواحل غدا", HEAD, LEAD, MORE, LAST,
    ],
    "address above": [
        "A https://www.example.com/ar/أخبار/قصف-سوق-الرمانة/2020/05/04/12345.html", HEAD, LEAD, MORE, LAST,
    ],
    "post": [
        HEAD, LEAD,
        "A مشاهد من السوق بعد سقوط القذائف — قناة الخبر (@alkhabar) May 4, 2020 |B وتواصل الفرق عملها.",
        LAST,
    ],
    "message": ["B قصف على الرمانة وأنباء عن قتلى", "B الجرحى إلى المستشفى الميداني", "B ادعوا لهم"],
}  # fmt: skip


def read(page: list[str]) -> tuple[str, list[str]]:
    """The page's text and the part of each of its sentences, by the letter it begins with."""
    pieces = [piece.strip() for line in page for piece in line.split("|")]
    text = "\n".join(" ".join(piece.strip()[2:] for piece in line.split("|")) for line in page)
    return text, [piece[0] for piece in pieces]


def parts(text: str, title: str | None) -> list[str]:
    """The part of each sentence, by its first letter."""
    document = sentences.run(Document("d", text, "", title), load().scan(text), load())
    return [sentence.part[0].upper() for sentence in document.sentences]


@pytest.mark.parametrize("name", PAGES)
def test_parts(name: str) -> None:
    text, expected = read(PAGES[name])
    assert parts(text, None) == expected


@pytest.mark.parametrize("name", [n for n in PAGES if HEAD in PAGES[n]])
def test_parts_with_the_title_given(name: str) -> None:
    text, expected = read(PAGES[name])
    assert parts(text, HEAD[2:]) == expected


def test_a_chronology_in_one_line_is_no_ticker() -> None:
    text = (
        "في الساعة 10:30 قتل ثلاثة مدنيين في قصف على البلدة. وفي الساعة 11:15 أصيب أربعة أطفال بقذيفة. "
        "وفي الساعة 12:40 قتل رجل برصاص قناص. وفي الساعة 13:05 قتلت امرأة في قصف. وهدأ القصف عند 14:20."
    )
    assert parts(text, None) == ["B"] * 5


def test_title_and_body_on_one_line() -> None:
    assert parts(HEAD[2:] + " " + LEAD[2:] + " " + MORE[2:], HEAD[2:]) == ["T", "B", "B"]


def test_a_title_that_is_printed_below_the_lead_leaves_the_lead_in_the_report() -> None:
    assert parts("\n".join((LEAD[2:], HEAD[2:], MORE[2:], LAST[2:])), HEAD[2:]) == ["B", "T", "B", "B"]
    other = "انطلق في العاصمة معرض الزهور السنوي بمشاركة عشرات العارضين من مدن كثيرة وحضور واسع من الزوار."
    assert parts("\n".join((other, HEAD[2:], LEAD[2:], MORE[2:], LAST[2:])), HEAD[2:]) == ["A", "T", "B", "B", "B"]


def test_aside_is_shown_with_its_reason() -> None:
    text, _ = read(PAGES["related to the end"])
    document = sentences.run(Document("d", text, ""), load().scan(text), load())
    (aside,) = document.aside
    assert aside.reason == "page.more.related"
    assert aside.layer == "sentences"
    assert text[aside.span.start :].startswith("مواضيع ذات صلة")
    assert len(aside.text) == 80
