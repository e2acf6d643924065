"""Where harm happened in reports of several places. Every report is invented."""

import pytest

import tawthiq

FRONTS = """الطيران يكثف غاراته على الجبهات
كثف الطيران أمس غاراته في حجة باليمن. وقصفت الطائرات مستودعات للحوثيين في مديرية عبس.
كما استهدفت الغارات مواقع للحوثيين في مديرية نهم. {}"""

LED_TO = [
    ("وأسفرت الغارات عن مقتل سبعة حراس.", "سبعة حراس", "Nihm"),
    ("وأكد ضابط أن الغارات أوقعت سبعة قتلى.", "سبعة قتلى", "Nihm"),
    ("وأسفرت غارات الطيران منذ مطلع الشهر عن مقتل سبعين حارسا في اليمن.", "سبعين حارسا", "Yemen"),
]


@pytest.mark.parametrize(("told", "figure", "place"), LED_TO)
def test_what_an_attack_led_to_is_where_the_sentence_before_tells_of_it(told, figure, place):
    claims = tawthiq.read(FRONTS.format(told), published="2018-03-20").claims
    (where,) = {c.place and c.place.name for c in claims if c.quote == figure}
    assert where == place


IN_THE_WORLD = [
    ("قتل تسعة حراس في هجوم في بوركينا فاسو الواقعة في غرب أفريقيا.", "Burkina Faso"),
    ("قتل تسعة حراس في هجوم في مالي.\nوتعاني مالي الواقعة في غرب أفريقيا من العنف.", "Mali"),
    ("قتل تسعة حراس في هجوم بولاية كادونا.", "Kaduna"),
]


@pytest.mark.parametrize(("text", "place"), IN_THE_WORLD)
def test_a_part_of_the_world_only_says_where_a_country_lies(text, place):
    claims = tawthiq.read(text, published="2018-03-20").claims
    (where,) = {c.place and c.place.name for c in claims if c.quote == "تسعة حراس"}
    assert where == place


NOT_THERE = [
    ("تحطمت طائرة خلال رحلة بين عدن والمكلا فقتل تسعة ركاب.", "تسعة ركاب"),
    ("أعلنت الحركة المرتبطة بإيران مقتل تسعة حراس.", "تسعة حراس"),
    ("قتل تسعة حراس بعد نقل السفارة الكندية في إسرائيل إلى القدس.", "تسعة حراس"),
]


@pytest.mark.parametrize(("text", "figure"), NOT_THERE)
def test_ends_of_a_flight_a_backer_and_an_embassy_are_no_place_of_harm(text, figure):
    (claim,) = [c for c in tawthiq.read(text, published="2018-03-20").claims if c.quote == figure]
    assert claim.place is None


FINER = [
    ("قتل تسعة حراس في قرية شمدان بمديرية الملاجم شرق البيضاء باليمن.", "تسعة حراس", "قرية شمدان"),
    ("كذلك قتل ضابط مع تسعة حراس في جبهة قانية بمحور البيضاء في اليمن.", "تسعة حراس", "قانية"),
    (
        "قتل أربعة حراس أمس في غارة تركية على سنجار بالعراق، قرب الموصل العراقية.\n"
        "ويشن الحزب تمردا منذ عقود في جنوب شرق تركيا أودى بحياة آلاف الجنود.",
        "آلاف الجنود",
        "جنوب شرق تركيا",
    ),
]


@pytest.mark.parametrize(("text", "figure", "place"), FINER)
def test_the_place_told_of_a_figure_is_not_the_one_that_only_says_where_it_lies(text, figure, place):
    (claim,) = [c for c in tawthiq.read(text, published="2018-03-20").claims if c.quote == figure]
    assert claim.place is not None and claim.place.text == place


SCALE = """مقتل خمسة رعاة بقصف على مأرب
قتل خمسة رعاة أمس بقصف على مدينة مأرب في اليمن.
{}"""


@pytest.mark.parametrize(
    ("told", "figure", "place"),
    [
        ("ومذاك قتل نحو تسعة آلاف يمني.", "نحو تسعة آلاف يمني", "Yemen"),
        ("وقتل 40 راعيا خلال القصف.", "40 راعيا", "Marib"),
        ("ولا يزال تسعة آلاف نازح محاصرين.", "تسعة آلاف نازح", "Marib"),
    ],
)
def test_thousands_behind_a_lead_that_counts_a_few_are_the_countrys(told, figure, place):
    (claim,) = [c for c in tawthiq.read(SCALE.format(told), published="2018-03-20").claims if c.quote == figure]
    assert claim.place is not None and claim.place.name == place
