"""A report as its reader sees it: each harm with its cause, doers, place, day, source and status."""

import pytest

import tawthiq
from tawthiq.model import Claim

REPORT = """مقتل سبعة مدنيين في غارات على بنش
قتل سبعة مدنيين وأصيب 12 آخرون مساء السبت في غارات نفذتها طائرات روسية على بلدة بنش بريف إدلب، \
بحسب المرصد السوري لحقوق الإنسان.
وقال الدفاع المدني إن بين القتلى ثلاثة أطفال.
وكان أربعة أشخاص قتلوا في قصف مدفعي على مدينة تعز اليمنية في 3 كانون الثاني/يناير 2019.
"""


def harms() -> list[Claim]:
    return [c for c in tawthiq.read(REPORT, published="2020-03-01").claims if c.outcome in ("killed", "injured")]


def test_the_main_incident_fills_what_a_sentence_leaves_open() -> None:
    for claim in harms()[:3]:
        assert claim.event == "airstrike"
        assert claim.actors == ("russia",)
        assert claim.place is not None
        assert claim.place.name == "Binnish"
        assert claim.time is not None
        assert claim.time.start == "2020-02-29"


@pytest.mark.parametrize(("text", "name"), [
    ("هاجم مستوطنون المنطقة الشرقية من نابلس، ما أدى إلى إصابة فتى. ثم هاجموا المنطقة الشرقية لبلدة حوارة", "Nablus"),
    ("قتل سبعة في هجوم في المنطقة الشرقية ببوركينا فاسو", "Est"),
    ("قتل ثلاثة جنود في ريف حمص الشرقي. وقال ناشطون إن الهجوم وقع في مدينة السخنة.", "Al-Sukhnah"),
    ("أصيب خمسة عمال بانفجار لغم في ريف دير الزور. وأوضحت مصادر أن اللغم انفجر في مدينة البوكمال.", "Al-Bukamal"),
    ("قتل شرطيان في مدينة الرمادي التي تقع على بعد 110 كيلومترات غرب بغداد.", "Ramadi"),
    ("قصف استهدف منزلا بمحافظة الحديدة 226 كيلومترا غرب العاصمة صنعاء أوقع أربعة قتلى.", "Al Hudaydah"),
    ("قصف مدفعي على قرية عابدين أوقع جرحى. وقال طبيب إن سبعة مصابين في مستشفى درعا.", "Abidin"),
    ("قال مدير مستشفى درعا إن خمسة مدنيين قتلوا في قصف على مدينة نوى.", "Nawa"),
    ("أسفر قصف عن مقتل ستة أشخاص في مدينة الأبيض، فيما شهدت مدينة أم درمان هدوءا.", "El Obeid"),
    ("قتل مدنيان بانفجار لغم بين مدينة الرقة ومدينة الطبقة.", "Raqqa"),
    # where the dead are buried, and the hurt taken, they were not harmed
    ("شيع أهالي بنها أمس جثمان الضابط الذي قتل في هجوم بالعريش.", "Arish"),
    ("شيع الأهالي في بنها شهيد الواجب الضابط أحمد. وكان قتل في هجوم بالعريش.", "Arish"),
    ("ووري جثمان العريف ناصر الثرى أمس في تبوك بعد أن استشهد في جازان.", "Jazan"),
    ("شيعت الجموع جثمان العريف ناصر إلى مثواه الأخير في مقبرة الروضة بتبوك، والذي استشهد في جازان.", "Jazan"),
    ("وصل إلى القاهرة أمس 30 جريحا ليبيا أصيبوا في معارك سرت.", "Sirte"),
    ("وصل مسلحون إلى مدينة الرمادي وقتلوا ثلاثة مدنيين.", "Ramadi"),
    ("أصيب أربعة جنود في تلعفر ونقلوا إلى أربيل.", "Tal Afar"),
    ("تفجير استهدف تشييع جنازة في بغداد أوقع عشرة قتلى.", "Baghdad"),
    ("شيع الآلاف في الناصرية ضحايا الاحتجاجات، بعدما ارتفعت الحصيلة إلى 29 قتيلا.", "Nasiriyah"),
    # where a report says that its attack happened; who is named as its source, and where one protests, is no scene
    ("قتل خمسة في هجوم شمال مالي. ووقع الهجوم في قرية تاماسي.", "قرية تاماسي"),
    ("أصيب جنديان في محافظة حمص. وقال ناشطون إن الانفجار وقع في قرية تلقطا.", "قرية تلقطا"),
    ("قتل خمسة في حلب. وذكر التقرير بالهجوم الذي وقع في مدينة حمص.", "Aleppo"),
    ("قتل أربعون مقاتلا في غارات شمال العراق بحسب أنقرة.", "Northern Iraq"),
    ("تظاهر المئات في بيروت احتجاجا على مقتل ثلاثة صحفيين في غارة على مدينة صور.", "Tyre"),
    # a place that no list has, where the words say of what kind it is and in what province
    ("مقتل جنديين في إقليم شرناق. وأفادت المصادر بأن الجنديين قتلا في منطقة اراكوي في مقاطعة سيرناك.", "منطقة اراكوي"),
    ("قتل سبعة في محافظة السويداء. واستهدف الهجوم قرى طالتها النيران في محافظة السويداء.", "As-Suwayda"),
    ("قصفت القوات بلدة بيت جن، دون أنباء عن إصابات، كذلك قصفت مدينة الزبداني.", "Beit Jinn"),
    ("أعلنت بعثة الأمم المتحدة في بغداد مقتل 1332 عراقيا في يوليو. وقال العراق إن العدد أقل.", "Iraq"),
    ("وقالت الشرطة في بغداد إن ثلاثة قتلوا.", "Baghdad"),
])  # fmt: skip
def test_where_it_happened(text: str, name: str) -> None:
    harmed = (c for c in tawthiq.read(text, published="2021-05-04").claims if c.outcome in ("killed", "injured"))
    place = next(harmed).place
    assert place is not None
    assert place.name == name


def test_two_that_stand_side_by_side_have_each_its_place() -> None:
    claims = tawthiq.read("3 قتلى فلسطينيين في غزة و7 جرحى بإسرائيل", published="2018-08-09").claims
    assert [claim.place.country if claim.place else None for claim in claims] == ["PS", "IL"]


def test_another_place_and_day_is_another_incident() -> None:
    last = harms()[-1]
    assert last.count is not None
    assert (last.count.low, last.event, last.actors) == (4, "shelling", ())
    assert last.place is not None
    assert last.place.country == "YE"
    assert last.time is not None
    assert last.time.start == "2019-01-03"


def test_who_says_so() -> None:
    sources = [c.source.text if c.source else None for c in harms()]
    assert sources[0] is None
    assert sources[1] == sources[2] == "المرصد السوري لحقوق الإنسان"
    assert sources[3] == "الدفاع المدني"


@pytest.mark.parametrize(("text", "source"), [
    ("قال مسؤول فرع النقابة في البصرة نوري شاكر إن ستة عمال قتلوا", "نوري شاكر"),
    ("قال مسؤول في البصرة رفض الكشف عن اسمه إن ستة عمال قتلوا", "مسؤول"),
    ("انفجرت عبوة في الشيخ زويد، لافتا إلى مقتل ستة", None),
    ("قال الشيخ سالم الحسن إن ستة عمال قتلوا", "الشيخ سالم الحسن"),
    ("قتل شابان نقلا إلى المستشفى بعد إصابتهما برصاص مسلحين", None),
    ("قتل شابان، نقلا عن مصدر طبي", "مصدر طبي"),
    ("قال مجمع ناصر الطبي إن شابين قتلا", "مجمع ناصر الطبي"),
    ("قالت الفرقة 15 إن أربعة من عناصرها قتلوا", "الفرقة 15"),
])  # fmt: skip
def test_who_is_quoted(text: str, source: str | None) -> None:
    (claim,) = (c for c in tawthiq.read(text).claims if c.outcome == "killed")
    assert (claim.source and claim.source.text) == source


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("نفى الجيش مقتل خمسة جنود", "denied"),
        ("نفى الجيش تورط جنوده في انفجار أسفر عن مقتل خمسة عمال", "asserted"),
        ("نفى الجيش مسؤوليته عن مقتل خمسة عمال", "denied"),
        ("نفى المحافظ، سالم العمري، أمس، مقتل خمسة عمال", "denied"),
        ("نفى المدير، سالم العمري، التهم، وأعلن المشفى مقتل خمسة عمال", "asserted"),
        ("قالت المحافظة إنه لا صحة لما أشيع عن مقتل خمسة عمال", "denied"),
        ("قال مسؤول إن خمسة عمال ربما يكونون قتلوا في الغارة", "feared"),
        ("قد يرتفع العدد لأن ثمانية جرحى في حالة حرجة", "asserted"),
        ("أنباء عن مقتل ثلاثة مدنيين", "unconfirmed"),
        ("لكن أنباء تحدثت عن مقتل ثلاثة مدنيين", "unconfirmed"),
        ("وأفيد بمقتل ثلاثة، من دون تأكيد من مصادر طبية", "unconfirmed"),
        ("قال مصدر إن 20 شخصا قتلوا، إلا أنه لم يكن بالإمكان تأكيد الحصيلة", "unconfirmed"),
        ("تصاعد الدخان دون ورود معلومات مؤكدة عن خسائر بشرية", "unconfirmed"),
        ("احتمى السكان بالملاجئ خشية الغارات، وستة مواطنين استشهدوا في القصف", "asserted"),
        ("خشية سقوط قتلى أجلت الفرق السكان", "feared"),
        ("وأضاف أن من المحتمل أن خمسة عمال قتلوا في الغارة", "feared"),
        ("من المرجح أن يكون سائق قد قتل في الحريق", "feared"),
        ("دعت البلدية إلى إخلاء المبنى تفاديا لوقوع إصابات", "feared"),
        ("أجلت الفرق السكان لتجنب سقوط ضحايا", "feared"),
        ("وأشارت أنباء لمقتل ثلاثة مدنيين", "unconfirmed"),
        ("وأسفر الحريق عن قتيلين لكن هذه الحصيلة لم يؤكدها أي مصدر رسمي", "unconfirmed"),
        ("حكم بإعدام أربعة أشخاص", "planned"),
        ("حكمت المحكمة أمس بإعدام ثلاثة متهمين", "planned"),
        ("أصدر القضاة مذكرات اعتقال بحق عشرة ضباط", "planned"),
        ("قام التنظيم بإعدام ثلاثة متهمين", "asserted"),
        ("عاد هدوء حذر إلى الحي بعد يوم من سقوط قتلى", "asserted"),
        ("مقتل ثلاثة مدنيين", "asserted"),
        ("قالت الوزارة إن ثلاثة محتجزين قتلوا، وهو ما نفته الشرطة", "denied"),
        ("نافية مقتل أي مدني", "asserted"),
        ("وحذرت المنظمة من سقوط مئات القتلى", "feared"),
        ("معربا عن خشيته من سقوط قتلى", "feared"),
        ("وقال إن الهجوم قد يؤدي إلى مقتل المئات", "feared"),
        ("وحذرت الحكومة من هجمات أخرى بعد مقتل ثلاثة مدنيين", "asserted"),
        ("دون أن تتوفر معطيات مؤكدة عن سقوط قتلى", "unconfirmed"),
        ("وقتل ثلاثة مدنيين في الهجوم المزعوم", "unconfirmed"),
        ("وقتلت إذاعة الحركة عشرين مسؤولا، ولم يتسن التحقق من صحة ذلك", "unconfirmed"),
        ("وقتل ثلاثة مدنيين، فيما لم يتسن التأكد من الخبر", "unconfirmed"),
        ("في حال مقتل ثلاثة مدنيين", "hypothetical"),
        ("نقل إلى المستشفى في حال حرجة ثلاثة جرحى", "asserted"),
        ("من المقرر إجلاء ألف مدني", "planned"),
        ("أعلن الوزير إفشال محاولة انقلاب وتوقيف ثلاثة ضباط", "asserted"),
        ("أدت محاولة اقتحام المخيم إلى مقتل شرطي واحد", "asserted"),
        ("ستؤدي محاولة اقتحام المبنى إلى مقتل الرهائن الخمس", "planned"),
        ("تنفيذ أحكام الإعدام بحق أربعة مدانين", "asserted"),
        ("نفذت السلطات أول من أمس حكم القتل قصاصا في مهرب", "asserted"),
        ("نفذت الشرطة حملة، وأيدت المحكمة حكم الإعدام بحق مهرب", "planned"),
        ("وأخرج الجيران رضيعا من البئر. ولم تظهر عليه علامات حياة", "unconfirmed"),
        ("وحاول الأهالي الهرب فقتل ثلاثة مدنيين", "asserted"),
        ("انفجار وسط المدينة توقع عشرات القتلى", "asserted"),
        ("توقع المسعفون سقوط عشرات القتلى", "feared"),
        ("مجاعة تهدد القرى: 40 قتيلا", "asserted"),
        ("وسط معلومات عن سقوط قتلى", "unconfirmed"),
        ("دوى صوت قوي قرب الميناء، ولم تتوفر أي معلومات على الفور حول سقوط ضحايا", "unconfirmed"),
        ("ولا معلومات حتى اللحظة عن الخسائر البشرية", "unconfirmed"),
        ("ولم تشر الوزارة إلى سقوط قتلى", "unconfirmed"),
        ("هددت الجماعة بقتل رهينة بعد يومين", "planned"),
        ("أخطرت السلطات بهدم أربعة منازل", "planned"),
        ("سلمت السلطات إخطارات بهدم أربعة منازل", "planned"),
        ("تعتزم السلطات هدم أربعة منازل", "planned"),
        ("تلقت الشرطة إخطارا بإصابة سائق", "asserted"),
        ("دعا الخطيب إلى قتل ثلاثة أسرى", "hypothetical"),
        ("طالب المحتجون بإعدام الضابط المتهم", "hypothetical"),
        ("وهتفوا الشعب يريد إعدام القائد", "hypothetical"),
        ("طلبت مدريد من باريس توقيف ثلاثة من زعماء الحزب", "hypothetical"),
        ("جائزة لمن يقدم معلومات تقود إلى اعتقال ثلاثة من قادة الفصيل", "hypothetical"),
        ("عرضت خمسة ملايين لمن لديه معلومات تساعد في القبض على ثلاثة من قادة الجماعة", "hypothetical"),
        ("طلبت الوزارة إيضاحات عن اختفاء الصحفي سالم", "asserted"),
        ("خططت الخلية لقتل نائب الوزير", "planned"),
        ("دعت المنظمة إلى التحقيق لمقتل ثلاثة صحفيين", "asserted"),
        ("داهمت قوة منزلا في البلدة لاعتقال شابين", "planned"),
        ("وصل المسلحون فجرا إلى الحي لخطف ثلاثة تجار", "planned"),
        ("محاولة فاشلة لاغتيال ضابط متقاعد", "planned"),
        ("أدت الحملة لاعتقال تسعة شبان", "asserted"),
        ("السجن عشرين عاما لسائق لقتل زوجته", "asserted"),
        ("خرجوا احتجاجا لقتل معلمة", "asserted"),
        ("انطلقت الرصاصات لتقتل ثلاثة حراس", "asserted"),
        ("اضطر الحرس لقتل المهاجم سالم عمار", "asserted"),
        ("استخدم الجنود القوة لاعتقال أربعة فتيان", "asserted"),
        ("أقسم على قتل ستة جنود", "planned"),
        ("علقت المحكمة تنفيذ قرار هدم منزل في البلدة", "planned"),
        ("كان الاتفاق يهدف إلى إنهاء نزاع أوقع ثمانين قتيلا", "asserted"),
        ("وقالت الجماعة في معلومات لا يمكن التأكد منها إن ستة جنود قتلوا", "unconfirmed"),
        ("طالبت المنظمة بالتحقيق في مقتل ثلاثة صحفيين", "asserted"),
        ("أقدم طالب لجوء على قتل ثلاثة مارة", "asserted"),
        ("ورفضت الحكومة الشهر الماضي اعتقال ثلاثة وزراء", "hypothetical"),
        ("الدولة ملزمة باعتقال أربعة مطلوبين", "hypothetical"),
        ("لا يعقل أن يقتل طفل في مهده", "hypothetical"),
        ("اجتازوا النهر لمهاجمة مقر للقوات", "planned"),
        ("وتعرضنا لاستهداف مدرعة", "asserted"),
        ("أقسم الزعيم أن يقتل ثلاثة جنود", "planned"),
        ("وقال إنه يريد أن يقتل ثلاثة جنود", "hypothetical"),
        ("أحبطت الشرطة هجوما على مسجد", "planned"),
        ("صدت الشرطة هجوما على مسجد", "asserted"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [c.status for c in tawthiq.read(text).claims if c.outcome] == [status]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وفي حماة، قال طبيب إن ستة جرحوا. وفي إدلب، أصيب تسعة في قصف.", None),
        ("وقال طبيب إن ستة جرحوا في حماة. وفي إدلب، أصيب تسعة في قصف.", "طبيب"),
    ],
)
def test_an_item_of_another_town_is_of_nobody_who_spoke_in_the_item_before(text: str, speaker: str | None) -> None:
    claims = tawthiq.read(f"قتل راع في حلب.\n{text}\nوهدأت الجبهة.").claims
    sources = {c.quote: c.source and c.source.text for c in claims if c.outcome == "injured"}
    assert sources == {"ستة": "طبيب", "تسعة": speaker}


def test_all_of_a_statement_that_could_not_be_verified_is_unconfirmed() -> None:
    title = "الحركة تعلن مقتل تسعة جنود"
    text = (
        f"{title}\nأعلنت حركة الفجر مقتل تسعة جنود.\nوذكرت حركة الفجر أن ستة قتلوا في كمين.\n"
        "وأضافت حركة الفجر أن ثلاثة قتلوا في آخر.\nولم يتسن للصحيفة التأكد من صحة هذه المعلومات."
    )
    others = text.replace("أعلنت حركة الفجر", "أعلنت الشرطة")
    told, parted = (
        [c.status for c in tawthiq.read(t, title=title).claims if c.outcome == "killed"] for t in (text, others)
    )
    assert told == ["unconfirmed"] * 4
    assert parted == ["asserted", "asserted", "unconfirmed", "unconfirmed"]


def test_what_could_not_be_verified_is_told_apart() -> None:
    claims = tawthiq.read("وقتل ثلاثة مدنيين، فيما لم يتسن التأكد من وفاة جريحين آخرين").claims
    assert [c.status for c in claims] == ["asserted", "unconfirmed"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("أسرت حركة الشباب ثمانية مدنيين", "abducted"),
        ("أسرت حركة الشباب ثمانية جنود", "detained"),
        ("احتجزت الشرطة ثمانية مدنيين", "detained"),
        ("احتجز رجل أربعة من حراس السجن رهائن", "abducted"),
        ("احتجز المهاجم خمسة أشخاص كرهائن", "abducted"),
    ],
)
def test_people_held_by_an_armed_group_are_abducted(text: str, outcome: str) -> None:
    assert [c.outcome for c in tawthiq.read(text).claims if c.outcome] == [outcome]


@pytest.mark.parametrize("text", ["تستخدم الطائرات القاعدة لشن هجمات", "تأهبت الشرطة للحيلولة دون وقوع هجمات"])
def test_a_strike_that_is_only_aimed_at_is_none(text: str) -> None:
    assert not [c for c in tawthiq.read(text).claims if c.outcome]


@pytest.mark.parametrize(
    "text",
    [
        "طالب الأهالي أمس بتوقيف نبيل حسن",
        "اقتحمت القوة المبنى لاعتقال طبيب معروف",
        "وصل المسلحون فجرا إلى الحي لخطف تاجر معروف",
        "محاولات من القوات لمحاصرة عناصر التنظيم قرب السد",
    ],
)
def test_holding_one_or_nobody_counted_is_none_until_it_is_done(text: str) -> None:
    held = {"detained", "abducted", "besieged"}
    assert held.isdisjoint(c.outcome for c in tawthiq.read(text, published="2018-05-01").claims)


def test_a_strike_that_may_come_is_no_strike() -> None:
    claims = tawthiq.read("يخشى السكان مجزرة إذا شنت الحكومة هجوما على المدينة").claims
    assert [c.outcome for c in claims if c.outcome == "strikes"] == []


def test_no_two_claims_share_an_id() -> None:
    text = (
        "يخشى السكان مجزرة إذا شنت الحكومة هجوما على المدينة. واتهمت المعارضة الحكومة بخرق الهدنة. وقتل مدنيان في حماة."
    )
    ids = [claim.id for claim in tawthiq.read(text, published="2018-05-01").claims]
    assert len(ids) > 1 and len(set(ids)) == len(ids)


def test_every_claim_says_what_made_it() -> None:
    assert harms() and all(c.because for c in harms())


def test_a_claim_says_what_made_its_doers_and_its_source() -> None:
    text = "قال الدفاع المدني إن خمسة مدنيين قتلوا في إدلب. واتهم الدفاع المدني قوات النظام السوري بقصف السوق."
    because = tawthiq.read(text, published="2018-05-01").claims[0].because
    assert {"actors.accused", "actors.of_other_sentence"} <= set(because)
    assert any(r.startswith("actor.") for r in because) and any(r.startswith("speaker.") for r in because)


@pytest.mark.parametrize(("text", "kept"), [
    ("توفي ثلاثة أشخاص بفيروس كورونا في الرياض.", []),
    ("أعلنت الوزارة تسجيل خمس وفيات و40 إصابة بالكوليرا في الخرطوم.", []),
    ("كورونا يقتل تسعة في جدة. وقالت الوزارة إن أربع حالات توفيت أمس.", []),
    ("قتل عشرة بغارة جوية، وتوفي سبعة بحمى الضنك في عدن.", [10]),
    ("أدى تفشي وباء الكوليرا في البلاد إلى وفاة 2000 شخص، فيما قتل عشرة آلاف مدني في الحرب.", [10_000]),
    ("أودى وباء الكوليرا بحياة 40 طفلا في حجة، وقتلت الغارات ثلاثة.", [3]),
    ("وقالت المنظمة إن 1500 شخص ماتوا من الكوليرا منذ بدء الحرب، وقتل ستة في قصف.", [6]),
    ("قصفت الطائرات مركزا لعلاج الكوليرا في عبس، ما أدى إلى مقتل ثلاثة مدنيين.", [3]),
    ("إصابة 12 تلميذا في المدينة بالتهاب الكبد الفيروسي.", []),
    ("أصيب تسعة عمال بمرض معد في المصنع.", []),
    ("أصيب تسعة عمال برصاص رجل يعالج من الاكتئاب.", [9]),
    ("قتل أربعة من عمال التطعيم خلال حملة ضد الحصبة برصاص مسلحين.", [4]),
    ("منعت الحبوب نحو 400 ألف حالة إصابة بسرطان الرحم، وقتل خمسة في القصف.", [5]),
    ("داء المحاربين القدماء يقتل ستة ويصيب 60 في نيويورك.", []),
    ("استشهد جندي فداء للوطن في جازان.", [1]),
    ("قتل رجل جاره في المدينة، وكان يعالج من السرطان.", [1]),
    ("قتل سبعة في القصف على حجة، وتفشت الكوليرا التي يقدر أنها أصابت 3000 شخص.", [7]),
    ("وأدت الحرب إلى انتشار وباء الحصبة الذي أودى بحياة أربعين رضيعا.", []),
    ("عثر على جثتي شقيقين في جدة. وكان أحدهما مصابا بالسكري.", [2]),
    ("الكوليرا تتفشى في المدينة.\nوتوفي ثلاثة أمس.", []),
    ("قتل 17 مدنيا، وأصيب 30 آخرون، وتوفي مسن بأزمة قلبية.", [17, 30]),
    ("وثق المكتب مقتل 17 سيدة (توفيت إحداهن بأزمة قلبية)، و11 طفلا، وإصابة 30 آخرين.", [17, 1, 11, 30]),
    ("توفي ثلاثة مسنين بأزمة قلبية.", []),
])  # fmt: skip
def test_harm_by_a_disease_is_set_aside(text: str, kept: list[int]) -> None:
    assert kept_of(text, "disease") == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("مقتل ستين في فيضانات الساحل. وأصيب تسعون آخرون.", []),
        ("مقتل ستين في زلزال. وقتل تسعة جنود في هجوم للمسلحين.", [9]),
        ("مقتل تسعة في قصف على مخيم للناجين من الزلزال.", [9]),
    ],
)
def test_harm_by_a_natural_disaster_is_set_aside(text: str, kept: list[int]) -> None:
    assert kept_of(text, "disaster") == kept


def test_who_fled_from_where_a_disease_spreads_is_not_set_aside() -> None:
    read = tawthiq.read("نزحت 500 عائلة من الخرطوم، حيث تفشى وباء الكوليرا.", published="2018-05-01")
    assert [claim.outcome for claim in read.claims] == ["displaced"]


@pytest.mark.parametrize(("text", "kept"), [
    ("غالبا ما يقع ضحايا من المدنيين في هجمات المتمردين.", []),
    ("وعادة ما يقتل مدنيون في الغارات، وقتل أمس ثلاثة.", [3]),
    ("غالبا ما يقتل 20 مدنيا كل شهر.", [20]),
])  # fmt: skip
def test_what_happens_as_a_rule_is_set_aside(text: str, kept: list[int]) -> None:
    assert kept_of(text, "habit") == kept


@pytest.mark.parametrize(("text", "kept"), [
    ("قتل ثلاثة. وأصابت الغارات عناصر الشرطة بالرعب والخوف.", [3]),
    ("أصيب خمسة بصدمة في الرأس.", [5]),
])  # fmt: skip
def test_who_is_only_struck_with_fear_is_set_aside(text: str, kept: list[int]) -> None:
    assert kept_of(text, "dismay") == kept


def test_a_player_hurt_at_a_match_is_set_aside() -> None:
    assert kept_of("أصيب لاعب المنتخب خلال مباراة أمس. وقتل ثلاثة في الحي.", "sport") == [3]
    assert kept_of("أصيب لاعبان من المنتخب في غارة على غزة.", "sport") == [2]
    final = "يخوض المدرب مباراة نهائي الكأس بعد إصابة المهاجم سالم حسن وإيقاف المهاجم نبيل."
    assert kept_of(final, "sport") == []
    assert kept_of("قتل ثلاثة في انفجار في الملعب بعد مباراة الدوري. وأصيب المدرب.", "sport") == [3, 1]


def test_who_is_suspended_from_work_is_set_aside() -> None:
    assert kept_of("قتل تسعة عمال في المنجم. وأوقفت الوزارة ثلاثة موظفين عن العمل.", "suspended") == [9]
    assert [c.outcome for c in tawthiq.read("أوقفت الشرطة ثلاثة موظفين عند الحاجز.").claims] == ["detained"]


def test_whom_a_prayer_is_for_is_set_aside() -> None:
    assert kept_of("اللهم تقبل قتلانا شهداء. وقتل أمس ثلاثة مصلين.", "prayer") == [3]


def test_whom_a_formula_of_reverence_follows_is_set_aside() -> None:
    assert kept_of("قتلوا عثمان رضي الله عنه، وقتل أمس ثلاثة مصلين.", "scripture") == [3]


@pytest.mark.parametrize(("text", "kept"), [
    ("رفعت الوزارة الحصيلة من تسعة قتلى إلى 15 قتيلا.", [15]),
    ("ارتفع عدد القتلى من 9 قتلى إلى نحو 20 قتيلا، بينهم ثلاثة أطفال.", [20, 3]),
    ("ارتفع عدد القتلى من 9 قتلى إلى 20 قتيلا و30 جريحا.", [20, 30]),
    ("نقل ثلاثة من خمسة جرحى إلى المستشفى، وقتل 15.", [3, 15]),
])  # fmt: skip
def test_a_figure_that_is_said_to_be_revised_is_set_aside(text: str, kept: list[int]) -> None:
    assert kept_of(text, "revised") == kept


@pytest.mark.parametrize("text", [
    "وهددت لندن بشن غارات إذا استخدم الغاز.",
    "وتعهدت الحركة بشن هجمات في أنحاء البلاد.",
])  # fmt: skip
def test_strikes_that_are_threatened_are_no_claim(text: str) -> None:
    assert "strikes" not in [claim.outcome for claim in tawthiq.read(text, published="2018-05-01").claims]


def kept_of(text: str, reason: str) -> list[int | None]:
    """The counts of the people harmed in a text, where what it leaves out is set aside for one reason."""
    read = tawthiq.read(text, published="2018-05-01")
    aside = [item.reason for item in read.aside if item.layer == "claims"]
    assert aside == [reason] * (len(read.casualties) - len(read.claims))
    return [claim.count.low for claim in read.claims if claim.outcome in ("killed", "injured", "casualties")]
