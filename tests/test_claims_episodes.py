"""What a claim takes over from the rest of its report, and what it does not. Every report is invented."""

import pytest

import tawthiq
from tawthiq.model import Claim

PUBLISHED = "2018-03-20"


def claims(text: str) -> dict[str, Claim]:
    """The harm claims of a report by their words."""
    return {
        c.quote: c for c in tawthiq.read(text, published=PUBLISHED).claims if c.outcome not in (None, "hit", "strikes")
    }


def place(claim: Claim) -> str | None:
    return claim.place.name if claim.place else None


def day(claim: Claim) -> str | None:
    return claim.time.start if claim.time else None


LIST = """غارات على الجنوب
قالت وزارة الصحة إن غارات إسرائيلية على لبنان أمس أسفرت عن الحصيلة التالية:
النبطية: 6 شهداء و31 جريحا.
بعلبك: 4 شهداء."""

PAST = """صواريخ على تعز
قتل ثلاثة مدنيين في قصف صاروخي حوثي على مدينة تعز اليوم.
وقبل أيام أصيب طفلان في المخا."""

TWICE = """مقتل 14 مدنيا في دوما
أعلنت منظمة إغاثة حزنها على مقتل 14 مدنيا.
وقال الدفاع المدني إن 14 مدنيا قتلوا في غارة روسية على مدينة دوما يوم الأحد."""

OWN_DOERS = """قصف على ريف إدلب
قتل ستة مدنيين في غارة روسية على مدينة أريحا أمس.
وفي مدينة سراقب قتل طفلان في قصف مدفعي لقوات النظام أمس."""

STRETCH = """غارات على أحياء حلب الشرقية
قتل ستة مدنيين في غارات على أحياء حلب الشرقية أمس الاثنين منذ ساعات الفجر الأولى.
في المقابل، قال الدفاع المدني إن فرقه أحصت ثمانية قتلى. وأضاف أن غارة أصابت مركزه، ليتوقف مركزان خلال أسبوع."""

COLLAPSE = """غارة على سوق في أريحا
ألقت الطائرات صاروخين على السوق أمس، ما أدى إلى مقتل ستة وانهيار بناء. وتبحث الفرق عن أربعة مفقودين."""

SENT_FROM = """مقتل تسعة مدنيين في غارة على الفردوس
حلب - قتل تسعة مدنيين في غارة على حي الفردوس أمس.
وقال مسؤول إن الوفد سيصل من حماة إلى دمشق ثم درعا غدا."""

WAR = """غارة على منزل في خان يونس
قتل خمسة في غارة إسرائيلية على خان يونس اليوم.
وترتفع بذلك حصيلة القتلى في قطاع غزة منذ بداية العام إلى 9400 قتيل."""

APART = """مقتل 21 في سلسلة تفجيرات في العراق
قتل 21 شخصا في سلسلة تفجيرات في العراق اليوم.
ففي بغداد قتل تسعة في انفجار سيارة مفخخة.
وفي الموصل قتل سبعة في انفجار عبوة ناسفة.
وفي البصرة قتل خمسة في انفجار سيارة مفخخة."""


def test_items_of_a_list_go_on_from_the_sentence_that_opens_it() -> None:
    read = claims(LIST)
    assert {c.event for c in read.values()} == {"airstrike"}
    assert {c.actors for c in read.values()} == {("israel",)}
    assert {day(c) for c in read.values()} == {"2018-03-19"}
    assert place(read["6 شهداء"]) == place(read["31 جريحا"]) != place(read["4 شهداء"])


def test_what_is_told_as_past_is_another_incident() -> None:
    read = claims(PAST)
    assert (place(read["ثلاثة مدنيين"]), day(read["ثلاثة مدنيين"])) == ("Taiz", PUBLISHED)
    assert place(read["طفلان"]) == "Al-Mokha"
    assert day(read["طفلان"]) != PUBLISHED


def test_what_happened_earlier_is_another_incident() -> None:
    told = claims(
        "قتل ستة مدنيين اليوم في تفجير في القامشلي.\n"
        "وهرعت سيارات الإسعاف إلى المكان.\n"
        "وفي وقت سابق، قتل تاجران بإطلاق نار في ريف الحسكة.\n"
    )
    assert place(told["تاجران"]) == "Hasakah Countryside"


def test_a_stretch_told_later_dates_no_figure_before_it() -> None:
    read = claims(STRETCH)
    assert {day(read["ستة مدنيين"]), day(read["ثمانية قتلى"])} == {"2018-03-19"}
    assert read["ثمانية قتلى"].event == "airstrike"


def test_those_under_a_collapsed_house_are_the_raids() -> None:
    assert claims(COLLAPSE)["أربعة مفقودين"].event == "airstrike"


def test_quarters_lie_near_the_town_that_a_report_was_sent_from() -> None:
    assert place(claims(SENT_FROM)["تسعة مدنيين"]) == "Fardous"


def test_a_figure_told_twice_completes_itself() -> None:
    for claim in tawthiq.read(TWICE, published=PUBLISHED).claims:
        if claim.outcome == "killed":
            assert (claim.event, place(claim), day(claim)) == ("airstrike", "Douma", "2018-03-18")


def test_a_sentence_that_names_its_doer_takes_no_other() -> None:
    read = claims(OWN_DOERS)
    assert read["ستة مدنيين"].actors == ("russia",)
    assert read["طفلان"].actors == ("syrian_government",)


def test_a_toll_of_months_is_the_wars() -> None:
    toll = claims(WAR)["9400 قتيل"]
    assert (toll.event, toll.cumulative, place(toll)) == ("war", True, "Gaza Strip")
    assert (day(toll), toll.time and toll.time.end) == ("2018-01-01", PUBLISHED)


def test_a_toll_of_provinces_that_are_not_named_is_the_countrys() -> None:
    read = tawthiq.read("حصدت الألغام أرواح ثلاثين مدنيا في عدة محافظات في سوريا. وفي درعا سقط خمسة.").claims
    assert [place(c) for c in read] == ["Syria", "Daraa"]


def test_where_shells_came_from_is_not_where_they_fell() -> None:
    (claim,) = tawthiq.read("استشهد مواطن نتيجة سقوط مقذوف من الأراضي اليمنية على منزله").claims
    assert claim.place is None


def test_the_place_with_the_most_is_not_where_all_were() -> None:
    read = tawthiq.read("قتل 40 مدنيا في سوريا خلال الأسبوع، وسجلت حلب العدد الأكبر بعشرين قتيلا.").claims
    assert [place(c) for c in read] == ["Syria", "Aleppo"]


def test_a_total_over_places_apart_stands_for_the_wider_place() -> None:
    read = claims(APART)
    assert {place(c) for quote, c in read.items() if quote.startswith("21")} == {"Iraq"}
    assert place(read["سبعة"]) == "Mosul"


@pytest.mark.parametrize("line", ["20 آذار 2018", "الثلاثاء - 20 مارس 2018", "حماة، بيروت - «البريد» 20 مارس 2018"])
@pytest.mark.parametrize(("told", "expected"), [("وقال شهود إن القصف وقع الأحد", "2018-03-18"), ("واستمر ساعة", None)])
def test_a_byline_dates_no_harm(line: str, told: str, expected: str | None) -> None:
    text = f"مقتل ثمانية في حماة\n{line}\nقتل ثمانية مدنيين في قصف على حماة، {told}."
    assert {day(c) for c in claims(text).values()} == {expected}


BY_PLACE = [
    ("بلغ الضحايا في بغداد 9 قتلى، وتلتها نينوى حيث سقط 6 قتلى، ثم البصرة 5 قتلى", "Baghdad Nineveh Basra"),
    ("وقالت المفوضية إن خمسة قتلوا أمس؛ اثنان في بغداد وثلاثة في الناصرية", "Iraq Baghdad Nasiriyah"),
    ("قتل عشرون مدنيا: تسعة في حلب وستة في حمص وخمسة في درعا", "Syria Aleppo Homs Daraa"),
    ("قتل 25 مدنيا أمس، في حلب 10، وفي إدلب 7 ودرعا 8", "Syria Aleppo Idlib Daraa"),
    ("قتل 19 مدنيا أمس، 11 في إدلب و8 في درعا", "Syria Idlib Daraa"),
    ("بلغ عدد قتلى القصف في محافظة درعا 19 شخصا، و11 في إدلب، و8 في الرقة", "Daraa Idlib Raqqa"),
    ("قضى أمس في دمشق 13 مدنيا، وفي إدلب 7 ودير الزور 4", "Damascus Idlib Deir ez-Zor"),
    ("حصيلة الحملة في سوريا\nحلب: 9 قتلى\nالرقة: 6 قتلى\nتدمر: 5 قتلى", "Aleppo Raqqa Palmyra"),
]


@pytest.mark.parametrize(("text", "expected"), BY_PLACE)
def test_figures_of_a_list_have_their_own_places(text: str, expected: str) -> None:
    found = [c for c in tawthiq.read(text, published=PUBLISHED).claims if c.outcome == "killed"]
    assert " ".join(place(c) or "" for c in found) == expected


def test_a_total_over_incidents_apart_is_not_put_at_one_of_them() -> None:
    text = """خمسة قتلى بعبوات ناسفة في ديالى
قال مصدر إن خمسة أشخاص قتلوا في محافظة ديالى اليوم.
وأدى انفجار عبوة في المقدادية إلى مقتل شخصين.
وقتل ثلاثة في انفجار آخر في بعقوبة."""
    found = [(c.count.low, place(c)) for c in tawthiq.read(text, published=PUBLISHED).claims if c.outcome == "killed"]
    assert found == [(5, "Diyala"), (5, "Diyala"), (2, "Muqdadiyah"), (3, "Baqubah")]


def test_places_of_gaza_lie_close_and_are_told_apart() -> None:
    text = """استشهد خمسة في قصف على مخيم النصيرات أمس.
وفي مدينة دير البلح استشهد ثلاثة في قصف على مدرسة الصلاح بالمدينة."""
    found = [
        c.place.lat for c in tawthiq.read(text, published="2024-10-05").claims if c.outcome == "killed" and c.place
    ]
    assert found == [31.448, 31.418]


def test_the_dead_of_all_hospitals_are_the_strips() -> None:
    text = """استشهد خمسة في غارة على مدينة دير البلح أمس.
واستقبلت مستشفيات القطاع منذ فجر اليوم 64 شهيدا، بينهم 15 إلى مستشفى الأهلي العربي."""
    found = [c for c in tawthiq.read(text, published="2025-10-01").claims if c.outcome == "killed"]
    assert [place(c) for c in found] == ["Deir al-Balah", "Gaza Strip", "Gaza Strip"]


def test_a_toll_of_years_is_the_countrys() -> None:
    text = """قتل 28 شخصا في قصف على سوق مدينة سودري أمس.
وأسفر القتال منذ نيسان 2023 عن مقتل عشرات الآلاف في السودان. وقتل المئات منذ نيسان 2023."""
    found = [place(c) for c in tawthiq.read(text, published="2025-03-01").claims if c.outcome == "killed"]
    assert found == ["Sodari", "Sudan", "Sudan"]


def test_a_quarter_holds_no_street_far_from_it() -> None:
    text = """قتل شخصان في انفجار في حي الإعلام غربي بغداد أمس.
وقتل ثلاثة في انفجار آخر في شارع السعدون."""
    assert place(claims(text)["شخصان"]) == "Al-Ilam"


def test_an_earlier_month_told_by_the_way_dates_no_figure_of_today() -> None:
    text = """قصفت القوات قرية ود النورة في ولاية الجزيرة يوم الأحد.
وأسفر الهجوم عن مقتل مزارع وإصابة آخر.
وفي القرية نفسها وقعت في يونيو الماضي مجزرة قتل فيها 200 شخص."""
    found = [c for c in tawthiq.read(text, published="2025-01-20").claims if c.outcome in ("killed", "injured")]
    assert [day(c) for c in found] == ["2025-01-19", "2025-01-19", "2024-06-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفع عدد القتلى في الضفة الغربية بما فيها القدس إلى تسعين", "West Bank"),
        ("قتل تسعة في بلدة سرمدا التي تقع على بعد ثلاثين كيلومترا شمال مدينة إدلب", "Sarmada"),
        ("قتل ستة باعة في ناحية السعدية التابعة لقضاء خانقين بمحافظة ديالى", "Saadiyah"),
        ("قتل تسعة مدنيين بالألغام في مختلف المناطق السورية", "Syria"),
        ("أصيب تسعة بقذائف طالت أحياء في حلب واللاذقية ودمشق وريفها", "Syria"),
        ("قتل تسعة في قصف على كفرنبل وحاس وكفروما بريف إدلب", "Kafr Nabl"),
        ("مقتل خمسة جنود بلغم على الطريق بين تكريت وبيجي، وإصابة ستة آخرين", "الطريق بين تكريت وبيجي"),
        ("قتل موظف من مواليد مدينة سلقين، إثر استهدافه أمام حاجز في مدينة الباب", "Al-Bab"),
        ("أصيب عامل ينحدر من مدينة الباب برصاص قناص في بلدة سرمدا", "Sarmada"),
        ("انفجرت سيارة في سوق بمدينة الباب شرقي حلب وقتل ثمانية", "Al-Bab"),
        ("قتل تسعة في مدينة سلقين غربي إدلب", "Salqin"),
        ("حكم بإعدام أربعين متهما في ليبيا. ووقعت عمليات القتل في مدينة سرت", "Libya"),
        ("قتل ثمانية مهربين قرب الحدود مع العراق. ووقع الاشتباك قرب بلدة أوشنافية", "Oshnavieh"),
        ("قال مكتب شؤون الغائبين في دهوك إن المسلحين اختطفوا من سنجار وتلعفر ثلاثين امرأة", "Sinjar"),
        ("وقع الانفجار بين مدينتي الحلة والديوانية وقتل سبعة وجرح تسعة", "Hillah"),
    ],
)
def test_which_place_of_a_sentence_is_the_harms(text: str, expected: str) -> None:
    assert {place(c) for c in claims(text).values()} == {expected}


@pytest.mark.parametrize("again", ["في القرية", "وعددا من الجرحى من أهالي القرية نفسها"])
def test_a_village_in_no_list_is_meant_by_its_kind(again: str) -> None:
    text = f"""قصفت الطائرات قرية زنبورة في محافظة أربيل أمس، وسقط قتلى.
وقال مراسلنا إن القصف أسفر عن 9 قتلى {again}، ونقل الجرحى إلى أربيل."""
    claim = next(c for c in tawthiq.read(text, published=PUBLISHED).claims if c.quote == "9 قتلى")
    assert claim.place is not None and claim.place.text == "قرية زنبورة"


def test_another_attack_at_a_place_in_no_list_is_not_where_the_first_was() -> None:
    text = """استهدفت غارة أمس منطقة رأس عيسى في محافظة الحديدة، وقتل مدنيان.
واستهدفت غارة الثلاثاء قرية زنبورة بمحافظة الحديدة، وقتل أربعة عمال."""
    assert claims(text)["أربعة عمال"].place.text == "قرية زنبورة"  # type: ignore[union-attr]


@pytest.mark.parametrize("opening", ["منذ بداية العام", "منذ مطلع 2018"])
def test_a_count_since_the_new_year_is_not_put_where_the_last_of_its_harms_was(opening: str) -> None:
    text = f"""أصيب شاب بلغم في ريف حماة أمس.
وبلغ عدد قتلى الألغام السورية {opening} 167 شخصا، وفق المركز السوري."""
    assert place(claims(text)["167 شخصا"]) == "Syria"


def test_one_harmed_of_two_provinces_is_in_one_of_them() -> None:
    text = """قتل شخص وأصيب أربعة أمس بلغمين في محافظتي دير الزور ودرعا.
وقتل الشخص بلغم في مدينة البوكمال."""
    read = claims(text)
    assert place(read["أربعة"]) == "Deir ez-Zor"
    assert place(read["شخص"]) == "Al-Bukamal"


@pytest.mark.parametrize(
    ("later", "expected"),
    [("وفي غضون ذلك قتل خمسة آخرون أول من أمس", "Maarat al-Numan"), ("وفي تشرين الأول 2016 قتل خمسة آخرون", "Syria")],
)
def test_what_has_no_place_is_where_the_report_is_if_of_the_same_weeks(later: str, expected: str) -> None:
    text = f"""قتل سبعة في غارات على معرة النعمان في سوريا صباح اليوم.
ودمرت الغارات سوقا شعبيا في المدينة.
{later} في غارة استهدفت مركزا صحيا."""
    assert place(claims(text)["خمسة آخرون"]) == expected


def test_tanks_that_were_destroyed_shelled_nobody() -> None:
    text = """هاجمت القوات موقعا في شبوة أمس، ما أدى إلى تدمير ثلاث دبابات.
وقتل سبعة مسلحين."""
    assert {c.event for c in claims(text).values()} == {"attack"}


def test_women_among_a_wars_dead_were_killed_by_it() -> None:
    text = "وثق المركز السوري مقتل 112 مدنيا بينهم 20 طفلا و15 سيدة خلال شباط. وتواصل القصف على الريف."
    assert {c.event for c in claims(text).values()} == {"war"}
    assert {c.event for c in claims(text.partition(". ")[0]).values()} == {"unspecified"}


def test_the_country_of_a_header_is_not_where_gazas_war_is() -> None:
    text = """فلسطين اليوم
قتل تسعة أمس في غارات على قطاع غزة.
وارتفعت حصيلة العدوان منذ 7 أكتوبر 2019 إلى 61776 شهيدا."""
    assert place(claims(text)["61776 شهيدا"]) == "Gaza Strip"


def test_a_campaign_in_a_report_of_one_city_is_not_put_at_a_country_that_it_does_not_name() -> None:
    text = """قصفت مليشيات حفتر مطار معيتيقة في العاصمة طرابلس أمس.
وتسببت المعارك منذ اندلاعها في أبريل الماضي بمقتل 1093 شخصا."""
    assert place(claims(text)["1093 شخصا"]) == "Tripoli"


def test_the_finest_place_of_a_chain_is_the_harms() -> None:
    read = claims("قتل خمسة في غارة على حفل زفاف في قرية برمشة بناحية سلقين في محافظة إدلب أمس")
    assert read["خمسة"].place is not None and read["خمسة"].place.text == "قرية برمشة"


def test_what_an_attack_struck_comes_before_where_its_speaker_sits() -> None:
    read = claims("أعلن الدفاع المدني في حماة مقتل شخص بعد أن قصفت قوات النظام أمس بلدة سرمدا")
    assert {place(c) for c in read.values()} == {"Sarmada"}


def test_a_monthly_count_gives_period_and_country_to_its_parts() -> None:
    text = """قتل 91 مدنيا في سوريا خلال شباط الماضي، وفق تقرير للشبكة.
وأوضحت الشبكة اليوم الثلاثاء أن 28 منهم أطفال. وكانت درعا الأكثر تضررا.
وقتل سبعة محتجزين تحت التعذيب."""
    read = claims(text)
    assert {(day(c), c.time.end, place(c)) for c in read.values() if c.time} == {("2018-02-01", "2018-02-28", "Syria")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "إصابة ثلاثة إسرائيليين بعملية طعن قرب القدس.\n"
            "وقالت الشرطة الإسرائيلية إنها أطلقت النار على المنفذ وقتلته.",
            [()],
        ),
        (
            "اتهم الرئيس حركة طالبان بتفجير المدرسة في كابول الذي أودى بحياة عشرين تلميذة السبت.\n"
            "وفي هرات قتل راكبان بانفجار لغم.",
            [("taliban",), ()],
        ),
        (
            "قتل أربعة شرطيين في تفجير استهدف مقرهم في تيارت غربي الجزائر.\nولم تعلن أي جهة مسؤوليتها عن التفجير.",
            [()],
        ),
        (
            "قتلت قوات سوريا الديمقراطية أربعة مدنيين في الرقة خلال آب.\nوقتل تسعة بانفجار ألغام في الريف نفسه.",
            [("sdf",), ()],
        ),
        (
            "قتل عشرة أشخاص في تفجير داخل مسجد في كابول.\n"
            "وكان تسعة أشخاص قتلوا قبل أسبوع في تفجير تبناه تنظيم داعش في مزار الشريف.",
            [(), ("isis",)],
        ),
        (
            "قتل عشرة أشخاص في تفجير داخل مسجد في كابول.\nوقال تنظيم داعش مؤخرا إنه نفذ عدة تفجيرات في جلال آباد.",
            [()],
        ),
        (
            "مقتل ثلاثين شخصا في اشتباكات بين عشائر في السويداء وفي القصف الإسرائيلي على المدينة.\n"
            "ووثق المرصد إعداما ميدانيا لثلاثة مدنيين هناك.",
            [("other:Tribal fighters",), ()],
        ),
        (
            "غارات روسية تقتل ستة مدنيين في الغوطة.\nولا يزال مئتا ألف شخص محاصرين هناك.",
            [("russia",), ()],
        ),
    ],
)
def test_nobody_is_guessed_to_have_done_it(text, expected):
    assert [c.actors for c in tawthiq.read(text).claims if c.outcome and c.outcome != "hit"] == expected


def test_a_court_sentences_in_its_country_wherever_the_crime_was() -> None:
    text = "أحكام بإعدام سبعة في ليبيا. حكمت محكمة ليبية بإعدام سبعة أدينوا بإحراق سجناء في سجن بمدينة الخمس."
    places = {
        c.place and c.place.name for c in tawthiq.read(text, published="2018-08-16").claims if c.event == "execution"
    }
    assert places == {"Libya"}


@pytest.mark.parametrize("date", ["الثالث من آب الماضي", "3 من آب 2017"])
def test_a_month_is_no_town(date: str) -> None:
    assert place(claims(f"قتل ثلاثة مدنيين في قصف في {date}")["ثلاثة مدنيين"]) is None


@pytest.mark.parametrize(
    "answer",
    [
        "وردا على الهجوم نفذ طيران الجيش ضربتين في بساتين الوقف قتلتا سبعة مسلحين.",
        "وانتقاما للضباط قصفت الطائرات معسكرا في وادي الرمان فقتلت سبعة مسلحين.",
    ],
)
def test_what_answers_an_attack_is_no_part_of_it(answer: str) -> None:
    ambush = "قتل خمسة ضباط أمس في كمين نصبه مسلحون على طريق المخيسة."
    found = claims(f"{ambush}\nوأكد مصدر طبي وصول الجثامين الخمسة.\n{answer}")
    assert [found[q].event for q in ("خمسة ضباط", "سبعة مسلحين")] == ["ground_attack", "airstrike"]


def test_an_ambush_is_not_what_its_means_are_told_to_be_elsewhere() -> None:
    found = claims(
        "قتل أربعة جنود في كمين قرب القرية.\nوأوضح المصدر أن عبوة ناسفة انفجرت بالدورية الأولى ثم أطلق قناص النار."
    )
    assert found["أربعة جنود"].event == "ground_attack"


OTHER_MATTER = """قتل تسعة مصلين في تفجير انتحاري في مدينة قونية التركية يوم الاثنين.
إلى ذلك، قتل حارس وأصيب سبعة برصاص ملثمين أمس في حي من أحياء مدينة وان.
وقالت الشرطة إن المهاجمين فتحوا النار على الحراس.
ونقل المصابون السبعة إلى مستشفى قريب حيث توفي جريح."""


def test_the_paragraphs_behind_another_matter_go_on_with_it() -> None:
    told = [(c.quote, c.event, place(c), day(c)) for c in claims(OTHER_MATTER).values()]
    assert told[0] == ("تسعة مصلين", "suicide_bombing", "Konya", "2018-03-19")
    assert told[-1] == ("جريح", "shooting", "Van", "2018-03-19")


def test_a_toll_of_months_behind_another_matter_is_of_what_the_report_is_about() -> None:
    found = claims(
        "قتل تسعة رعاة أمس في قصف مدفعي على بلدة سلقين في إدلب.\n"
        "وفي سياق متصل، سقط صاروخ باليستي على مدينة الطبقة وقتل بائعا.\n"
        "وقتل منذ بداية العام 340 راعيا بالقذائف."
    )
    assert found["340 راعيا"].event == "shelling"


def test_who_fell_in_this_attack_fell_in_that_of_the_sentence_before() -> None:
    found = claims(
        "قتل تسعة رعاة أمس في تفجير في مدينة منبج السورية.\n"
        "واستهدفت غارات روسية الأسبوع الماضي مدينة أريحا في إدلب. وقتل ستون راعيا في هذه الغارات."
    )
    assert [(c.event, place(c)) for c in found.values()] == [("bombing", "Manbij"), ("airstrike", "Ariha")]
