"""What kind of attack the sentences of a report tell together, and which of them tell of another.

A row is (text, the events of its harm claims in the order of the text, one word where they are all the same).
"""

import pytest

import tawthiq

DRONES = [
    ("قتيلان في غارة على سيارة جنوب تعز.\nوقال السكان إن مسيرة أمريكية، نفذت غارة على السيارة.", "drone_strike"),
    ("قتيلان في غارات جنوب تعز.\nوقال السكان إن مسيرة أمريكية، نفذت غارة على سيارة.", "airstrike"),
    ("قتيلان في غارة على سيارة جنوب تعز.\nوقال السكان إن مسيرة أمريكية حلقت قبلها.", "airstrike"),
]
ROCKETS = [
    (
        "قتل شاب جراء سقوط قذيفة صاروخية على حي الأنصاري بحلب.\nوقال الأهالي إن القذيفة أصابت امرأتين.\n"
        "وألحقت القذيفة أضرارا بمنزلين، وأصيب حارس.",
        "missile",
    ),
    (
        "قتل شاب جراء سقوط قذيفة صاروخية على حي الأنصاري بحلب.\nوأضافت الشرطة أن قذيفة سقطت على مدرسة وأصابت امرأتين.",
        "missile",
    ),
    ("قتل شاب بصاروخ سقط على حلب.\nوسقطت القذائف على المدينة مساء فأصابت امرأتين.", "missile shelling"),
]
FIRE_AMID_FIGHTS = [
    (
        "قتل تسعة في قصف على الأبيض مع تواصل المعارك حولها.\nوأفادت اللجان بأن المدينة شهدت قصفا مدفعيا.\n"
        "وقالت إن ستة آخرين أصيبوا.",
        "shelling",
    ),
    (
        "قتل تسعة في اشتباكات حول الأبيض.\nوأصيب ستة في المعارك.\nوسمع دوي قصف مدفعي بعيد.",
        "armed_clash",
    ),
]
FINER = [
    ("ثلاثة قتلى في قصف على سومي.\nوقالت البلدية إن القصف طال السوق.\nوقال شهود إن قذائف سقطت على البيوت.", "shelling"),
    (
        "ثلاثة قتلى في قصف على سومي.\nوقال شهود إن قذائف سقطت على البيوت.\nوأدى قصف منفصل ليلا إلى إصابة ستة.",
        "shelling bombardment",
    ),
    ("مقتل 8 جنود في هجوم شمال مالي.\nقتل ثمانية جنود في كمين نصبه مسلحون قرب كيدال.", "attack"),
    ("مقتل 8 رعاة في هجوم شمال مالي.\nقتل ثمانية رعاة في كمين نصبه مسلحون قرب كيدال.", "attack"),
]
OF_MONTHS = [
    (
        "استشهد شاب في قصف على صعدة اليوم.\nوأصيب راع في القصف.\n"
        "وأغلقت المدارس.\nوقال المركز إن 320 شخصا قتلوا خلال عام 2019 "
        "بغارات جوية.",
        "bombardment bombardment airstrike",
    ),
    (
        "استشهد شاب في قصف على صعدة اليوم.\nوأصيب راع في القصف.\n"
        "وأغلقت المدارس.\nوقال المركز إن ستة قتلوا اليوم بغارات جوية.",
        "airstrike",
    ),
]

OF_THEIRS = [
    (
        "ارتقى 19 شهيدا في العدوان الإسرائيلي على غزة منذ فجر الأحد، في حين قتل إسرائيليان إثر سقوط صواريخ على "
        "أسدود.\nوأصيب ستة في خان يونس جراء استهداف الاحتلال شقة.",
        "war missile attack",
    ),
    (
        "قتل إسرائيليان إثر سقوط صواريخ على أسدود.\nوأصيب ستة جراء استهداف الحركة شقة في المدينة.",
        "missile",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*DRONES, *ROCKETS, *FIRE_AMID_FIGHTS, *FINER, *OF_MONTHS, *OF_THEIRS])
def test_kinds(text: str, expected: str) -> None:
    claims = tawthiq.read(text, published="2021-03-02").claims
    read = [c.event for c in claims if c.outcome not in (None, "hit", "strikes") and c.count]
    events = expected.split()
    assert read == (events if len(events) == len(read) else events * len(read)), read
