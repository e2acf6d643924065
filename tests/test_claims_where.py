"""Where a figure's harm is told to have happened. Every report is invented."""

import pytest

import tawthiq

NEAR = """إصابة أربعة في هجوم قرب رام الله
أصيب أربعة عمال أمس في هجوم مسلح في رام الله. وقالت الشرطة إن الهجوم وقع في بلدة بيتونيا المجاورة."""

DIRECTION = """إصابة أربعة في انفجار بصنعاء
أصيب أربعة عمال أمس في انفجار قنبلة في صنعاء. وقالت الشرطة إن الانفجار وقع في منطقة دار النخيل جنوب صنعاء."""

DEADLIEST = """مقتل 23 في تفجير سوق
قتل 23 شخصا وأصيب 40 بتفجير عبوة شمالي العراق أمس.
والهجوم هو الأكثر دموية منذ الاعتداء الانتحاري الذي أوقع 17 قتيلا في بغداد، وفق الشرطة.
وقال مسؤول في الشرطة إن العبوة انفجرت في سوق تلعفر."""

TITLED = """مقتل 21 مسلحا بالموصل
قال شهود إن 21 مسلحا قتلوا أمس بقصف مدفعي على معسكر في قضاء البعاج. وشددت الحراسة على جسور الموصل."""

SUMMED = """مقتل ثمانية في الأنبار
قتل خمسة مدنيين وثلاثة جنود أمس في أعمال عنف بمحافظة الأنبار.
وقالت مصادر طبية إن خمسة مدنيين قتلوا أمس بقصف بالهاون على الفلوجة.
وفي الرمادي انفجرت عبوة ناسفة بدورية فقتلت ثلاثة جنود. وفي هيت أصيب طفلان برصاص قناص."""

EITHER = """مقتل أربعة بالموصل
قتل أربعة مدنيين أمس في قصف على سنجار. وقتل أربعة مدنيين أمس في قصف على تلعفر."""

SENTENCED = """الحكم بإعدام 12 في مصر
حكمت محكمة في مصر بإعدام 12 متهما. وقالت المحكمة في الإسكندرية إن 12 متهما حكم عليهم بالإعدام."""

FUNERAL = """قصف على نوى
قال مدير صحة درعا إن القصف على نوى أوقع ستة قتلى وشيعوا في إزرع."""

ANSWER = """غارة على القائم
قصفت الطائرات معسكرا في القائم ردا على هجوم كركوك الذي أسفر عن مقتل تسعة جنود، وقتلت قائدا واثنين من مرافقيه."""

WEST_OF = """غارات تركية
شن الطيران التركي غارات على جبل كارا. وقتل في هذه الغارات أربعة رعاة، بحسب أربيل."""

APART = """غارات على حماة
قتل 12 شخصا بغارات للنظام السوري على ريف حماة، وقتلت طفلتان في غارة على اللطامنة. وتكثفت الغارات على اللطامنة."""

OPERATION = """خطف خمسة معلمين
خطف مسلحون خمسة معلمين لدى عودتهم من دورة في الموصل. ووقعت العملية عند مفرق الكيارة جنوب الموصل."""


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (NEAR, "أربعة عمال", "Beitunia"),
        (DIRECTION, "أربعة عمال", "Sanaa"),
        (DEADLIEST, "23 شخصا", "سوق تلعفر"),
        (DEADLIEST, "40", "سوق تلعفر"),
        (DEADLIEST, "17 قتيلا", "Baghdad"),
        (TITLED, "21 مسلحا", "Baaj"),
        (SUMMED, "خمسة مدنيين", "Fallujah"),
        (EITHER, "أربعة", "Mosul"),
        (SENTENCED, "12 متهما", "Egypt"),
        (FUNERAL, "ستة قتلى", "Nawa"),
        (ANSWER, "تسعة جنود", "Kirkuk"),
        (ANSWER, "اثنين من مرافقيه", "Qaim"),
        (WEST_OF, "أربعة رعاة", "جبل كارا"),
        (APART, "12 شخصا", "Hama Countryside"),
        (APART, "طفلتان", "Al-Lataminah"),
        (OPERATION, "خمسة معلمين", "مفرق الكيارة"),
    ],
)
def test_where_it_happened_is_the_finest_place_that_the_report_tells_of_it(text, figure, place):
    first = next(c for c in tawthiq.read(text, published="2018-03-20").claims if c.quote == figure and c.outcome)
    assert first.place is not None
    assert first.place.name == place


def test_an_attack_told_to_compare_says_nothing_of_the_one_reported():
    claims = {c.quote: c for c in tawthiq.read(DEADLIEST, published="2018-03-20").claims if c.outcome}
    now, then = claims["23 شخصا"], claims["17 قتيلا"]
    assert (now.event, now.time and now.time.start) == ("bombing", "2018-03-19")
    assert (then.event, then.time) == ("suicide_bombing", None)
