"""Which armed actors a text names."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq import pipeline
from tawthiq.language import load
from tawthiq.model import Document
from tawthiq.stages import actors


def read(text):
    language = load()
    return actors.run(Document("d", text, ""), language.scan(text), language)


CASES = [
    ("قصفت قوات النظام السوري بلدة صغيرة", [("قوات النظام السوري", "syrian_government")]),
    ("غارات من الطيران الروسي على القرية", [("الطيران الروسي", "russia")]),
    ("أغارت الطائرات الحربية السورية والروسية على السهل",
     [("الطائرات الحربية السورية", "syrian_government"), ("الروسية", "russia")]),
    ("جرح راع بقصف مدفعي تركي", [("قصف مدفعي تركي", "turkey")]),
    ("دمرت القوات الجوية الملكية السعودية مخزنا في صعدة", [("القوات الجوية الملكية السعودية", "saudi_coalition")]),
    ("أغار سلاح الجو الملكي الأردني على مهربين في سوريا", [("سلاح الجو الملكي الأردني", "other:Jordanian army")]),
    ("جرح تاجران خلال عملية «غصن الزيتون» في راجو", [("عملية «غصن الزيتون", "turkey")]),
    ("جرح عنصران من قوات غصن الزيتون في راجو", [("قوات غصن الزيتون", "turkish_backed_factions")]),
    ("اشترى التاجر سجادة تركية", []),
    ("وصل وفد روسي إلى العاصمة", []),
    ("دفن الأهالي الضحايا في سوريا", []),
    ("قتل حارس في هجوم شنه مسلحون مجهولون", [("مسلحون مجهولون", "unknown_gunmen")]),
    ("هاجم تنظيم \"الدولة الإسلامية\" الحاجز", [("تنظيم \"الدولة الإسلامية", "isis")]),
    ("قصفت مدفعية الدعم السريع السوق", [("الدعم السريع", "rsf")]),
    ("استشهد مزارع بغارة لطيران العدوان", [("طيران العدوان", "saudi_coalition")]),
    ("غارات العدوان الأمريكي السعودي على صعدة",
     [("العدوان الأمريكي السعودي", "saudi_coalition"), ("العدوان الأمريكي السعودي", "united_states")]),
    ("أوقفت الشرطة السعودية لصا في الدمام", [("الشرطة السعودية", "other:Saudi police")]),
    ("قصفت القوات السعودية منزلا في صعدة", [("القوات السعودية", "saudi_coalition")]),
    ("نشرت السعودية قوات على حدود اليمن", [("السعودية", "saudi_coalition")]),
    ("غارات العدوان السعودي الأمريكي على صعدة",
     [("العدوان السعودي الأمريكي", "saudi_coalition"), ("العدوان السعودي الأمريكي", "united_states")]),
    ("قصف طيران العدوان بلدة في حجة. ويدخل العدوان الأمريكي السعودي عامه الثالث",
     [("طيران العدوان", "saudi_coalition"), ("طيران العدوان", "united_states"),
      ("العدوان الأمريكي السعودي", "saudi_coalition"), ("العدوان الأمريكي السعودي", "united_states")]),
    ("قتل برصاص مسلحين من تنظيم داعش", [("مسلحين من تنظيم داعش", "isis")]),
    ("أغارت طائرات سورية وأخرى روسية", [("طائرات سورية", "syrian_government"), ("روسية", "russia")]),
    ("قصف القاعدة الأمريكية ثم القاعدة الجوية", []),
    ("تبنته القاعدة", [("القاعدة", "al_qaeda")]),
    ("اقتحم الانتحاري قاعدة عسكرية ثم دمر القاعدة", []),
    ("هاجم متمردون من حركة الشباب الثكنة", [("متمردون من حركة الشباب", "al_shabaab")]),
    ("هاجم مستوطنون ملثمون القرية", [("مستوطنون", "other:Israeli settlers")]),
    ("وقع هجوم بوركينا فاسو صباحا", []),
    ("هجوم كندا يوقع ستة قتلى", []),
    ("هجوم فرنسا على بلدة حدودية", [("فرنسا", "other:French government")]),
    ("هاجم مستعمرون قرية في الضفة الغربية", [("مستعمرون", "other:Israeli settlers")]),
    ("رحل المستعمر عن الجزائر", []),
    ("نزح أهله بسبب الحرب السورية", []),
    ("قصفت قوات النظام السوري والميليشيات الموالية لها القرية", [("قوات النظام السوري", "syrian_government")]),
    ("خرجوا من قاعدة الساحل ثم عادوا إلى القاعدة", []),
    ("انتشرت قوات الدعم والإسناد في عدن", [("قوات الدعم والإسناد", "stc")]),
    ("تبنت سرايا أنصار السنة التفجير", [("سرايا أنصار السنة", "other:Saraya Ansar al-Sunna")]),
    ("تقدمت قوات صالح شمال المدينة", [("قوات صالح", "other:Saleh forces")]),
    ("قتل راع بغارة يعتقد أنها إسرائيلية", [("غارة يعتقد أنها إسرائيلية", "israel")]),
    ("أصيب عامل بقصف جوي يرجح أنه روسي", [("قصف جوي يرجح أنه روسي", "russia")]),
    ("قالت الباحثة إن اللوحة يعتقد أنها روسية", []),
    ("قصفت طائرات النظام السوري وحليفه الروسي السوق",
     [("طائرات النظام السوري", "syrian_government"), ("حليفه الروسي", "russia")]),
    ("اقتحمت مجموعة مسلحة تابعة لحركة الشباب الفندق", [("مجموعة مسلحة تابعة لحركة الشباب", "al_shabaab")]),
    ("خطف مجهولون يشتبه بانتمائهم إلى تنظيم داعش المختار", [("مجهولون يشتبه بانتمائهم إلى تنظيم داعش", "isis")]),
    ("وقع هجوم مسلح على الحاجز", []),
    # groups and armies whose names hold, or look like, those of others
    ("هاجم متمردو القوات الديمقراطية لتحرير رواندا القرية",
     [("متمردو القوات الديمقراطية لتحرير رواندا", "other:Democratic Forces for the Liberation of Rwanda")]),
    ("هاجمت القوات المسلحة الثورية الكولومبية القرية", [("القوات المسلحة الثورية الكولومبية", "other:FARC")]),
    ("هاجمت حركة العدل والمساواة الثكنة", [("حركة العدل والمساواة", "other:Justice and Equality Movement")]),
    ("هاجم جيش تحرير السودان الثكنة", [("جيش تحرير السودان", "other:Sudan Liberation Movement")]),
    ("هاجم فصيل جند الأقصى الحاجز", [("فصيل جند الأقصى", "other:Jund al-Aqsa")]),
    ("خطف مسلحون من تنظيم \"جند الشام\" الراعي", [("مسلحون من تنظيم \"جند الشام", "other:Jund al-Sham")]),
    ("هاجم مقاتلو فانو الثكنة", [("مقاتلو فانو", "other:Fano")]),
    ("هاجمت ميليشيا كوديكو القرية", [("ميليشيا كوديكو", "other:CODECO")]),
    ("هاجمت جبهة تحرير أزواد الثكنة", [("جبهة تحرير أزواد", "other:Azawad rebels")]),
    ("هاجم الانفصاليون الموالون لروسيا الثكنة", [("الانفصاليون الموالون لروسيا", "other:Pro-Russian forces")]),
    ("هاجمت قوات جوبالاند القرية", [("قوات جوبالاند", "other:Jubaland forces")]),
    ("قصف الجيش التايلاندي القرية", [("الجيش التايلاندي", "other:Thai army")]),
    ("زار المرابطون المسجد الأقصى", []),
    ("اعتقلت قوات الاحتلال فتى في جنين", [("قوات الاحتلال", "israel")]),
    ("أطلق الجيش اللبناني النار", [("الجيش اللبناني", "other:Lebanese army")]),
    ("تقدمت قوات حفتر", [("قوات حفتر", "lna")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_and_adjectives(text, expected):
    assert [(a.text, a.id) for a in read(text).actors] == expected


LABELS = [
    ("اليمن: غارة للتحالف على مزرعة في تعز اليمنية", "saudi_coalition"),
    ("سوريا: غارة للتحالف على مزرعة في الرقة السورية", "us_coalition"),
    ("العراق: فتحت القوات الأمنية النار على المتظاهرين في البصرة العراقية", "iraqi_government"),
    ("ليبيا: تقدم الجيش الوطني في مدينة ليبية", "lna"),
    ("سوريا: تقدم الجيش الوطني في بلدة سورية", "turkish_backed_factions"),
    ("فلسطين: أطلق الجيش النار على شاب فلسطيني", "israel"),
    ("لبنان: اشتباك مع الجيش في بلدة لبنانية", "other:Lebanese army"),
    ("بيروت: أغار الطيران الحربي على بلدة لبنانية", "israel"),
    ("بيروت: غارة معادية على بلدة لبنانية", "israel"),
    ("سوريا: أعدموا برصاص عناصر من وزارتي الدفاع والداخلية في السويداء السورية", "syrian_government"),
    ("سوريا: قصف للاحتلال التركي ثم توغل الاحتلال في الريف السوري", "turkey"),
    ("سوريا: قصف الاحتلال التركي ومرتزقته قرية سورية", "turkish_backed_factions"),
    ("اليمن: غارة للعدو الأمريكي على مزرعة يمنية", "united_states"),
    ("كركوك: هاجم مسلحون قرية عراقية. يعتقد أن المسلحين تابعون لداعش. ثم فر المسلحون", "isis"),
    ("الخرطوم: كبدت الفرقة العدو خسائر في مدينة سودانية", "rsf"),
    ("هاجمت قوات الجيش المصري ثم قتلت القوات", "egyptian_government"),
    ("هاجمت حركة طالبان الموقع ثم انسحبت الحركة", "taliban"),
    ("المنامة: اتهمت البحرين صنعاء بشن هجوم في مدينة سعودية، وتوعدت صنعاء", "houthi"),
    ("دونيتسك: قصف المتمردون المطار في مدينة أوكرانية", "other:Pro-Russian forces"),
    ("دمشق: قصفت قوات النظام السابق بلدة سورية", "syrian_government"),
    ("كابول: تفاوض حركة طالبان الحكومة الأفغانية، وهاجم المتمردون قاعدة أفغانية", "taliban"),
    ("أنقرة: نفذ حزب العمال الكردستاني كمينا في بلدة تركية، ثم انسحب المتمردون", "pkk"),
    ("كركوك: اشتبك الجيش العراقي مع متطرفي داعش. ثم فر المتطرفون", "isis"),
    ("العراق: هاجمت مليشيات الحشد قرية عراقية، ثم أحرقت الميليشيات", "pmf"),
    ("سوريا: هاجمت ميليشيا قسد وميليشيا حزب الله قرية سورية، ثم أحرقتها الميليشيات", "unknown_gunmen"),
]


# whom a state backs is not the state
BACKED = [
    ("قصفت قوات موالية لتركيا القرية", ["turkish_backed_factions"]),
    ("هاجم مسلحون موالون لإيران الموقع", ["iran_backed_militia"]),
    ("هاجم مقاتلون مدعومون من إيران الموقع", ["iran_backed_militia"]),
    ("قتال مع متمردين موالين لروسيا في شرق أوكرانيا", ["other:Pro-Russian forces"]),
    ("قصفت قوات موالية للإمارات القرية", ["other:UAE-backed forces"]),
    ("هاجم متشددون موالون لداعش البلدة", ["isis"]),
    ("قصفت قوات سوريا الديمقراطية المدعومة من الولايات المتحدة القرية", ["sdf"]),
    ("قصفت ميليشيات مدعومة من روسيا وإيران قرية في سوريا", ["iran_backed_militia"]),
    ("قصفت فصائل مدعومة من تركيا وقطر قرية في سوريا", ["turkish_backed_factions"]),
]


@pytest.mark.parametrize(("text", "expected"), BACKED)
def test_whom_a_state_backs_is_not_the_state(text, expected):
    assert [a.id for a in read(text).actors] == expected


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_labels_take_their_meaning_from_the_report(text, expected):
    assert read(text).actors[-1].id == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("هاجمت مليشيات الجنجويد قرية في دارفور السودانية", "2011-12-10", "other:Janjaweed"),
        ("هاجمت مليشيات الجنجويد قرية في دارفور السودانية", "2024-12-10", "rsf"),
        ("هاجمت مليشيات الجنجويد قرية في دارفور السودانية", None, "rsf"),
        ("فرقت الشرطة السودانية موكبا في الخرطوم", "2019-01-17", "other:Sudanese police"),
        ("قصف الجيش السوداني قرية", "2024-01-17", "sudanese_army"),
        ("قصفت القوات الأفغانية قرية", "2019-01-17", "afghan_government"),
        ("قصفت القوات الأفغانية قرية", "2024-01-17", "taliban"),
        ("قصفت الطائرات الأفغانية قرية في أفغانستان", "2024-01-17", "taliban"),
        ("هاجمت المجموعات المسلحة حاجزا في حلب السورية", "2016-02-01", "syrian_opposition"),
        ("سوريا: قصف من التنظيمات المسلحة على بلدة سورية", "2019-06-01", "syrian_opposition"),
        ("هاجمت المجموعات المسلحة حاجزا في اللاذقية السورية", "2025-03-07", "unknown_gunmen"),
        ("هاجمت جبهة النصرة حاجزا في إدلب السورية", "2015-07-30", "al_qaeda"),
        ("هاجمت جبهة النصرة حاجزا في إدلب السورية", "2018-07-30", "hts"),
        ("هاجمت هيئة تحرير الشام حاجزا في إدلب السورية", None, "hts"),
    ],
)
def test_labels_change_their_meaning_over_time(text, published, expected):
    assert pipeline.read(text, published).actors[0].id == expected


def test_a_label_that_nothing_resolves_names_nobody():
    assert read("قال إن الجيش انسحب").actors == ()


def test_every_actor_tells_its_entry():
    entries = {e.id for e in load().lexicon.entries("actor")}
    named = [a.because[0].removeprefix("actor.") for text, _ in CASES for a in read(text).actors]
    assert named and set(named) <= entries


@pytest.mark.parametrize("layer", ["actor", "source", "say"])
def test_examples_hit_their_entry(layer):
    language = load()
    words = tomllib.loads((files("tawthiq") / "data" / "ar" / f"{layer}.toml").read_text(encoding="utf-8"))["word"]
    missed = [w["id"] for w in words if w["id"] not in {h.entry.id for h in language.scan(w["example"]).hits(layer)}]
    assert missed == []


_WORDS = ["القوات", "الجيش", "السورية", "والروسية", "غارة", "في", "سوريا", "،", "\n", "التحالف", "الحركة", "«", "x"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_spans_stay_inside_the_text_and_in_order(words):
    text = " ".join(words)
    found = read(text).actors
    assert all(text[a.span.start : a.span.end] == a.text and a.text for a in found)
    assert [a.first for a in found] == sorted(a.first for a in found)
