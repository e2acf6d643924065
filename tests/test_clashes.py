"""Who fights in a clash, with a name or without one."""

import pytest

from tawthiq import pipeline

SYRIA, CLANS, BANDS = "syrian_government", "other:Tribal fighters", "other:Local armed groups"
FAMILIES, RESIDENTS, OUTLAWS = "other:Families", "other:Residents", "other:Outlaws"

SIDES = [
    # people without a name, by the words of the clash alone
    ("أودى خلاف تحول إلى اشتباكات بين عائلتين في نوى بحياة أربعة رجال.", {FAMILIES}),
    ("لقي شابان حتفهما باشتباك مسلح بين عشيرتين في ناحية المشرح.", {CLANS}),
    ("سقط سبعة قتلى في مواجهات بين قبيلتي الرزيقات والفلاتة جنوب دارفور.", {CLANS}),
    ("قضى رجل وجرح آخر في اشتباكات جرت أول من أمس بين مجموعتين محليتين في طفس.", {BANDS}),
    (
        "جرح ثلاثة من حرس الحدود الأردنيين في اشتباكات مع مهربين حاولوا عبور الحدود ليلا.",
        {OUTLAWS, "other:Jordanian security forces"},
    ),
    (
        "أصيب ثلاثة عناصر من الأمن العراقي في صدامات مع متظاهرين قرب مبنى المحافظة.",
        {"iraqi_government", "other:Protesters"},
    ),
    ("قتل اثنان في اشتباكات بين أنصار مرشحين متنافسين في صعيد مصر.", {"other:Supporters"}),
    ("قتل نزيل وجرح تسعة في اشتباكات بين سجناء داخل سجن رومية.", {"other:Detainees"}),
    ("قتل ثلاثة في نزاع عشائري بقضاء الشطرة.", {CLANS}),
    # one side has a name, and it need not stand right behind the clash
    ("قتل ثلاثة جنود في اشتباكات عنيفة اندلعت مساء أمس (الاثنين) مع تنظيم داعش شرق دير الزور.", {"isis"}),
    ("قتل ثلاثة في اشتباكات مسلحة عنيفة وقعت مساء أمس، وأجرت الشرطة العراقية اتصالا مع ذويهم.", set()),
    (
        "اندلعت اشتباكات فجر الجمعة عند مدخل بلدة كويا، غربي درعا، بين شبان من البلدة والجيش الإسرائيلي، قتل فيها ستة.",
        {RESIDENTS, "israel"},
    ),
    (
        "قتل سبعة في معارك تدور منذ الصباح في محيط ميناء المدينة وحول جسرها القديم، جنوبي ليبيا، "
        "بين الجيش الليبي ومجموعات محلية.",
        {"lna", "other:Libyan armed groups"},
    ),
    ("قتل خمسة في اشتباكات بين دورية للجيش اللبناني ومطلوبين في حي الشراونة.", {"other:Lebanese army", OUTLAWS}),
    # a side by a name that follows its people is named by it
    ("قتل ثلاثة في اشتباكات بين الأهالي ومجموعة من فلول النظام.", {RESIDENTS, "other:Assad loyalists"}),
    ("أسفرت اشتباكات بين البيشمركة ومسلحي (داعش) عن مقتل أربعة من البيشمركة.", {"peshmerga", "isis"}),
    ("قتل ستة في اشتباكات بين قوات النظام السوري ومقاتلين أكراد شمال سوريا.", {SYRIA, "sdf"}),
    ("قتل أربعة في اشتباكات بين الجيش التركي ومقاتلين أكراد.", {"turkey", "pkk"}),
    # unnamed gunmen are no third side where two are named
    ("قتل تسعة في اشتباكات بين قوات النظام السوري ومسلحين موالين وتنظيم داعش.", {SYRIA, "isis"}),
    (
        "قتل خمسة في اشتباكات بين مسلحين من رجال القبائل وقوات الحرس الوطني شرق المكلا.",
        {CLANS, "yemeni_government"},
    ),
    ("قتل ثلاثة في اشتباكات بين منطقتي التبانة وجبل محسن في طرابلس.", {"other:Tripoli neighbourhood gunmen"}),
    # a quarrel that grows into a clash has its sides
    (
        "نشب خلاف بين عناصر من حركة «فتح» ومسلح من تنظيم «جند الشام» في صيدا وتطور الأمر إلى اشتباكات، "
        "ما أدى إلى جرح سبعة.",
        {"other:Fatah", "other:Jund al-Sham"},
    ),
    ("وقع شجار بين عائلتين في عكار ما لبث أن تطور إلى اشتباك أوقع سبعة جرحى.", {FAMILIES}),
]

NO_SIDES = [
    # whom a clash harms, or who only stands in its sentence, fights not
    ("قتلت عائلة من خمسة أفراد في اشتباكات بين قوات النظام السوري وتنظيم داعش قرب تدمر.", {SYRIA, "isis"}),
    (
        "أدت الاشتباكات بين الجيش السوداني وقوات الدعم السريع إلى مقتل تسعة مدنيين وعائلة كاملة.",
        {"sudanese_army", "rsf"},
    ),
    # a quarrel that grows into something else is no clash
    ("نشب خلاف بين حركة فتح وتنظيم جند الشام في صيدا تحول إلى قطيعة. وجرح سبعة بانفجار في بيروت.", set()),
    # families who fought are not those who shelled
    ("دارت اشتباكات بين شبان من القرية والجيش الإسرائيلي تخللها قصف أدى إلى مقتل أربعة.", {"israel"}),
    ("قتل ثلاثة في قصف للجيش التركي على قرية تسكنها عائلتان.", {"turkey"}),
]


@pytest.mark.parametrize(("text", "wanted"), [*SIDES, *NO_SIDES], ids=[case[0] for case in [*SIDES, *NO_SIDES]])
def test_who_fights(text: str, wanted: set[str]) -> None:
    claims = [c for c in pipeline.read(text, "2023-05-10").claims if c.outcome in ("killed", "injured")]

    assert claims
    assert all(set(c.actors) == wanted for c in claims), [c.actors for c in claims]


def test_a_side_of_a_clash_is_not_among_the_harmed() -> None:
    claims = pipeline.read("قتل ثلاثة في اشتباكات بين الأهالي ومجموعة من فلول النظام.", "2025-05-10").claims

    assert [c.quote for c in claims] == ["ثلاثة"]


def test_people_are_an_actor_only_in_a_clash() -> None:
    assert pipeline.read("نزحت عائلتان من القرية بعد اشتباكات عنيفة.", "2023-05-10").actors == ()


@pytest.mark.parametrize(("text", "named"), [
    ("قتل شيخ في اشتباكات بين أفراد من عائلة الزعبي.", "أفراد من عائلة الزعبي"),
    ("جرح ستة في اشتباكات بين قبيلتي السلامات والبرقو قرب السوق.", "قبيلتي السلامات والبرقو"),
    ("جرح ستة في اشتباكات بين عائلتي زعرور وحمدان في الحي.", "عائلتي زعرور وحمدان"),
    ("جرح ستة في اشتباكات بين عشيرتين في الناحية.", "عشيرتين"),
    ("جرح ستة في اشتباكات بين قبائل عدة.", "قبائل"),
    ("جرح ستة في هجوم شنه مسلحون من قبيلة الكبابيش على المورد.", "مسلحون من قبيلة الكبابيش"),
    ("جرح ستة في اشتباكات مع عائلة القتيل", "عائلة"),
    ("قتل اثنان في اشتباك مع مجموعة تابعة لحزب الله.", "مجموعة تابعة لحزب الله"),
])  # fmt: skip
def test_a_side_keeps_the_wording_of_the_text(text: str, named: str) -> None:
    assert [a.text for a in pipeline.read(text, "2023-05-10").actors] == [named]
