"""What did not cause a harm though it stands near: aircraft that carry, answers, protests, other figures' causes.

A row is (text, the events of its harm claims in the order of the text, one word where they are all the same).
"""

import pytest

import tawthiq

CARRIERS = [
    ("لقي تسعة جنود حتفهم وأصيب اثنان من طاقم الطائرة.", "unspecified"),
    ("انقلبت حافلة قرب تبوك، وأرسلت طائرتان من الإسعاف الجوي، وتأكدت وفاة شخص.", "accident"),
    ("ذكر بيان للقوات الجوية أن ستة طيارين لقوا حتفهم.", "unspecified"),
    ("قتل ستة جنود في غارة للقوات الجوية على معسكرهم.", "airstrike"),
    ("قتل أربعة ضباط بعد تحطم مروحيتهم في بلدة شيري.", "accident"),
    ("انفجر الإطار الأمامي للحافلة ما أدى إلى وفاة امرأة.", "accident"),
    ("اجتاح إعصار قوي الساحل فقتل ستة أشخاص.", "accident"),
    ("ضرب البلاد إعصار عنيف اجتاح الساحل وأدى إلى مقتل ستة أشخاص.", "accident"),
    ("وبعد الحريق اقتحم الجيش القرية وقتل ستة رعاة.", "ground_attack"),
    ("بعد الحريق، هاجم مسلحون القرية وقتلوا ستة رعاة.", "ground_attack"),
]
EXCHANGES = [
    ("تبادلت الشرطة معهم إطلاق النار ساعة كاملة ما أدى إلى مقتل خمسة أشخاص.", "armed_clash"),
    ("إن تبادلا لإطلاق النار وقع بين عائلتين وأدى إلى مقتل خمسة أشخاص.", "armed_clash"),
    ("تبادل الوزيران التهم، وفي حي آخر قتل شخص في إطلاق نار.", "shooting"),
    ("قتل ستة مسلحين خلال المواجهة التي نشبت مع الحرس.", "armed_clash"),
]
BOMBERS = [
    ("فجر أحد عناصر التنظيم نفسه وسط السوق فقتل خمسة أشخاص.", "suicide_bombing"),
    ("فجرت ثلاث فتيات أنفسهن في السوق ما أدى إلى مقتل تسعة أشخاص.", "suicide_bombing"),
    ("أوقعت العمليتان الانتحاريتان في كانو 12 قتيلا.", "suicide_bombing"),
    ("قتل شرطي فجر الأحد برصاص مسلحين.", "shooting"),
    ("قتل ستة جنود في هجوم بمتفجرات مزروعة على الطريق.", "bombing"),
    ("قتل سبعة في تفجير انتحاري في إسطنبول. وفي ديار بكر قتل شرطيان في انفجار قنبلة.", "suicide_bombing bombing"),
]
ANSWERS = [
    ("قتل جنديان في هجوم للحوثيين على موقع في تعز، ورد طيران التحالف بغارات على مواقعهم.", "attack"),
    ("قتل جنديان في هجوم للحوثيين على موقع في تعز. وقصف طيران التحالف مواقعهم فقتل ستة منهم.", "attack airstrike"),
    ("ردا على مقتل 11 جنديا: سلاح الجو يقصف معاقل المسلحين.", "unspecified"),
    ("قصف سلاح الجو معاقل المسلحين فقتل 11 منهم ردا على الهجوم.", "airstrike"),
]
PROTESTS = [
    ("تحولت مظاهرات في الذكرى الأولى لمقتل شاب برصاص شرطي إلى مواجهات.", "shooting"),
    ("اعتصم المئات وسط المدينة احتجاجا على مقتل ضابط.", "unspecified"),
    ("فرقت الشرطة مظاهرة وسط العاصمة بالرصاص فقتل محتجان.", "protest_repression"),
    ("فرقت الشرطة مظاهرة. وفي سبها قتل تسعة في اشتباكات بين الجيش وتنظيم داعش.", "armed_clash"),
    ("قتل جنديان، أحدهم شرطي، حين تدخلت قوات فض الشغب بعد انفجار عبوة ناسفة في سوق.", "bombing"),
]  # fmt: skip
CONVICTS = [
    ("نفذت السلطات حكم الإعدام في رجل من المدانين بقتل 24 جنديا.", "execution unspecified"),
    ("نفذت السلطات حكم الإعدام في تسعة سجناء.", "execution"),
]
FOUND = [
    ("قتل ثلاثة في انفجار عبوة ناسفة ببغداد. من جهة أخرى، عثر على جثتي شابين في الدورة.", "bombing unspecified"),
    ("قتل ثلاثة في انفجار عبوة ناسفة ببغداد. وعثر لاحقا على جثتي شابين بين الركام.", "bombing"),
]
MANY_KINDS = [
    ("أدت هجمات وتفجيرات شنها التنظيم إلى مقتل 60 شخصا.", "attack"),
    ("أوقعت عمليات انتحارية وهجمات في العام الماضي 90 قتيلا.", "attack"),
    ("قتل تسعة في تفجيرات انتحارية وتفجيرات سيارات مفخخة.", "suicide_bombing"),
]
FREED = [
    ("أعلن الجيش تحرير 12 رهينة بينهم ثلاثة أطفال في عملية عسكرية.", "abduction"),
    ("حررت الشرطة عشرة صيادين من أيدي حركة الشباب.", "abduction"),
    ("أنقذت الفرق ثلاثة أطفال من تحت الأنقاض بعد غارة على الحي.", "airstrike"),
]
BRACKETS = [
    ("نجمت الخسائر عن القصف (ستة قتلى و14 جريحا) يليه إطلاق النار (ثلاثة قتلى).",
     "bombardment bombardment shooting"),
    ("أسفر القصف عن سقوط (16) قتيلا.", "bombardment"),
]  # fmt: skip
ONE_OF_THEM = [
    ("قتل الجيش خمسة مسلحين في الجرود، أحدهم فجر نفسه.", "unspecified suicide_bombing"),
    ("قتل اثنان، أحدهما شرطي، خلال اشتباكات في الحي.", "armed_clash"),
]
TOLD_AGAIN = [
    ("مقتل 14 مدنيا في قصف جوي على إدلب\nأفاد المرصد بمقتل 14 مدنيا بالبراميل المتفجرة في إدلب.", "barrel_bomb"),
    ("مقتل 14 مدنيا في قصف جوي على إدلب\nوقتل 14 مدنيا بالبراميل المتفجرة في حلب.", "airstrike barrel_bomb"),
]
RAZED = [
    ("قتل ثلاثة في غارة على جنين. وهدمت الجرافات منزلين في الخليل.", "airstrike unspecified"),
    ("قتل ثلاثة في غارة على جنين، وانهار منزلان.", "airstrike"),
]
# figures that are told apart by what caused each
APPORTIONED = [
    ("وثق المركز مقتل 14 مدنيا في تعز بينهم 4 برصاص القناصة و6 بانفجار ألغام.", "unspecified sniper landmine"),
    (
        "سجل المكتب مقتل تسعة رعاة، قتل ثلاثة منهم بقذائف الهاون، وقتل اثنان جراء انفجار لغم، وقتل مجهولون أربعة.",
        "unspecified shelling landmine unspecified",
    ),
    ("مقتل خمسة رعاة وإصابة ستة بقصف مدفعي، وقتل ثلاثة بانفجار لغم.", "shelling shelling landmine"),
    ("قتل سبعة رعاة بينهم طفلان بقصف مدفعي، وأصيب ثلاثة بانفجار لغم.", "shelling shelling landmine"),
    ("أسفر هجوم عن مقتل تسعة حراس، أربعة منهم بالرصاص واثنان بقنبلة يدوية.", "attack shooting grenade"),
    ("قتل حارسان في انفجار سيارة مفخخة وأربعة بينهم طفل في انهيار مبنى مجاور.", "bombing"),
]
# explosions that are said to have been aimed, and what is burnt where the report tells of shots
AIMED = [
    ("وقع انفجاران، ظهر الجمعة، استهدفا مسجدين في البلدة، وأسفرا عن سقوط 12 قتيلا.", "bombing"),
    ("قتل أربعة في انفجار قرب المحطة، واستهدفت القوات مواقع المسلحين.", "explosion"),
    ("قتل مسلحون ستة حراس بالرصاص. وأحرقوا عشرات المنازل في القرية المجاورة.", "shooting attack"),
    ("اقتحم مسلحون القرية وقتلوا ستة رعاة. وأحرقوا عشرات المنازل فيها.", "ground_attack"),
]
WEAPONS = [
    ("مقتل أربعة رعاة بقنابل عنقودية ألقيت على القرية.", "bombardment"),
    ("إصابة راع بانفجار قنبلة عنقودية في حقله.", "landmine"),
    ("مقتل تسعة جنود بصهريج مفخخ عند الحاجز.", "bombing"),
    ("مقتل شابين في هجوم بالأسلحة البيضاء قرب المحطة.", "stabbing"),
    ("أصيب ثلاثة جنود في عملية دعس.", "ramming"),
    ("مقتل ستة ركاب في انقلاب الحافلة.", "accident"),
    ("قتل مطلق النار ثلاثة من الطلاب.", "shooting"),
    ("أسفر الحادث الإرهابي عن مقتل شرطيين.", "attack"),
    ("قتل 60 مدنيا في الأعمال العدائية.", "war"),
    ("قتل ثلاثة رعاة بالرصاص بعد وقف الأعمال العدائية.", "shooting"),
    ("أصيب تسعة في هجوم للمستوطنين. وأطلق الجنود الغاز السام المسيل للدموع.", "attack"),
]
RESULTS = [
    ("استهدفت الغارات الجوية أحياء سكنية في المدينة، ونتج عن العدوان حتى الآن أكثر من 900 شهيد.", "war"),
    ("استهدفت الغارات الجوية مخيما، ونتج عنها 900 شهيد.", "airstrike"),
    ("قصفت الطائرات البلدة، ونجم عن القصف مقتل ثلاثة مدنيين.", "airstrike"),
]
WITH_MISSILES = [
    (
        "نفذت الطائرات غارة مساء السبت، استهدفت مدرسة في بلدة سرمين شرق إدلب بثلاثة صواريخ، ما أسفر عن مقتل ستة.",
        "airstrike",
    ),
    ("شنت الطائرات غارات، واستهدفت الفصائل بلدة نبل بعشرة صواريخ، ما أسفر عن مقتل ستة.", "missile"),
]
FIRST = [*CARRIERS, *EXCHANGES, *BOMBERS, *ANSWERS, *PROTESTS, *CONVICTS, *FOUND]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *FIRST,
        *MANY_KINDS,
        *FREED,
        *BRACKETS,
        *ONE_OF_THEM,
        *TOLD_AGAIN,
        *RAZED,
        *APPORTIONED,
        *AIMED,
        *WEAPONS,
        *RESULTS,
    ],
)
def test_causes(text: str, expected: str) -> None:
    claims = tawthiq.read(text, published="2021-03-02").claims
    read = [c.event for c in claims if c.outcome not in (None, "hit", "strikes") and c.count]
    events = expected.split()
    assert read == (events if len(events) == len(read) else events * len(read)), read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حررت الشرطة عشرة صيادين من أيدي حركة الشباب.", {"al_shabaab"}),
        ("نفذت السلطات المصرية حكم الإعدام في رجل من المدانين بقتل 24 جنديا.", {"egyptian_government"}),
        ("قتل جنديان في هجوم للحوثيين على موقع في تعز، ورد طيران التحالف بغارات على مواقعهم.", {"houthi"}),
        ("ارتقى تسعون شهيدا جراء العدوان الأمريكي الصهيوني.", {"united_states", "israel"}),
        ("قتل الجيش البوروندي 12 مسلحا.", {"other:Burundian army"}),
    ],
)
def test_doers_of_such_harm(text: str, expected: set[str]) -> None:
    claims = tawthiq.read(text, published="2021-03-02").claims
    harm = [c for c in claims if c.outcome not in (None, "hit", "strikes") and c.count]
    assert set(harm[0].actors) == expected
    assert all(not c.actors for c in harm[1:]) or len(harm) == 1


def test_a_month_of_violations_dates_what_a_centre_lists() -> None:
    text = "أعلن المركز توثيق 88 انتهاكا لحقوق الإنسان خلال شهر شباط 2021.\nورصد الفريق مقتل ستة مدنيين، وإصابة تسعة."
    times = {
        (c.time.start, c.time.end) for c in tawthiq.read(text, published="2021-03-09").claims if c.count and c.time
    }
    assert times == {("2021-02-01", "2021-02-28")}
