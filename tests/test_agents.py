"""Who did it, as the sentence of each harm says it."""

import pytest

from tawthiq import pipeline
from tawthiq.language import load
from tawthiq.stages.claims import agents
from tawthiq.stages.claims.scene import report_of, scene_of


def told(text: str) -> list[list[str]]:
    """For each harm the actors that its own sentence makes the doers, in the order of their ids."""
    document = pipeline.read(text)
    report = report_of(document, load().scan(text))
    parts = agents.parts(report)
    harms = [c for c in document.casualties if c.outcome not in ("hit", "strikes")]
    return [sorted({p.actor.id for p in agents.doers(scene_of(report, c), parts)}) for c in harms]


SYRIA, RUSSIA = "syrian_government", "russia"

DOERS = [
    # subjects of verbs
    ("قتلت قوات النظام السوري تسعة مزارعين", [[SYRIA]]),
    ("قوات النظام السوري قتلت تسعة مزارعين", [[SYRIA]]),
    ("اعتقلت دورية تابعة لقوات النظام السوري مدنيين اثنين", [[SYRIA]]),
    ("قال الأهالي إن قناصا من قوات النظام السوري قتل شابا وأصاب شقيقته", [[SYRIA], [SYRIA]]),
    ("قتل تاجر بعدما أطلق مسلحون تابعون لتنظيم داعش النار عليه", [["isis"]]),
    ("استشهد طفلان في غارة شنتها طائرات تابعة لقوات النظام السوري", [[SYRIA]]),
    ("شنت طائرات سورية وأخرى روسية غارات أسفرت عن مقتل سبعة أشخاص", [[RUSSIA, SYRIA]]),
    ("مقتل خمسة مدنيين في قصف نفذته قوات النظام السوري والميليشيات الإيرانية", [["iran_backed_militia", SYRIA]]),
    ("قامت مسيرة تابعة لقوات الدعم السريع بقصف سوق فقتل أربعة باعة", [["rsf"]]),
    ("استشهد ثلاثة أطفال جراء استهداف الطيران الروسي منزلهم بصاروخين", [[RUSSIA]]),
    ("قتل شاب برصاص قناص حوثي شرق تعز", [["houthi"]]),
    ("أصيب طفل بانفجار لغم زرعته المليشيات الحوثية", [["houthi"]]),
    ("إصابة خمسة محتجين جراء استخدام الشرطة العراقية الغاز المسيل للدموع", [["iraqi_government"]]),
    ("مقتل جنديين إسرائيليين في هجوم نفذه فلسطينيان", [["other:Palestinian attackers"]]),
    ("قتل أربعة أشخاص في هجوم نسب إلى جماعة بوكو حرام", [["boko_haram"]]),
    ("ذكرت الوكالة أن المجموعات المسلحة المتحصنة في أطراف البلدة السورية أطلقت قذائف أدت إلى مقتل مدني",
     [["syrian_opposition"]]),
    ("وجهت القوات الروسية ضربات صاروخية أسفرت عن مقتل سبعة مدنيين", [[RUSSIA]]),
    ("تمكنت قوات الأمن المصرية خلال الساعات الماضية من القضاء على ستة متشددين", [["egyptian_government"]]),
    ("قتل مدنيان وجرح ثلاثة آخرون بانفجار عبوة خلفتها قوات النظام السوري", [[SYRIA], [SYRIA]]),
    ("خطف مسلحون يشتبه بانتمائهم إلى جماعة بوكو حرام ستين امرأة", [["boko_haram"]]),
    ("أدى تقدم قوات حفتر إلى نزوح مئات العائلات", [["lna"]]),
    ("قتلت القوات الإسرائيلية ستين شخصا وجرحت مئة آخرين", [["israel"], ["israel"]]),
    # targets and bystanders
    ("مقتل ستة أشخاص في هجوم على الجيش السوري", [[]]),
    ("قتل عاملان بقصف على قرية خاضعة لسيطرة قوات سوريا الديمقراطية", [[]]),
    ("هجمات استهدفت الجيش السوري أدت إلى مقتل ثلاثة جنود", [[]]),
    ("مقتل عشرة من قوات النظام السوري بنيران فصائل المعارضة", [["syrian_opposition"]]),
    ("احترق مستودع تابع لحزب الله وأصيب حارس", [[], []]),
    ("قتل حارسان في غارة استهدفت منصات إطلاق صواريخ تابعة للحوثيين", [[]]),
    # each harm its own doer
    ("مقتل أربعة مدنيين على يد تنظيم داعش، وخمسة على يد هيئة تحرير الشام", [["isis"], ["hts"]]),
    ("مقتل أربعة مدنيين بغارة روسية، كما اعتقلت قوات النظام السوري شابين", [[RUSSIA], [SYRIA]]),
    ("قتلت القوات الروسية ستة أشخاص، فيما تسببت قوات النظام السوري بمقتل سبعة", [[RUSSIA], [SYRIA]]),
    ("قتل سبعة أشخاص وأصيب عشرة في غارات روسية", [[RUSSIA], [RUSSIA]]),
    ("قتل جنديان في هجوم مسلح، كما قتل تاجر برصاص الجيش السوري", [[], [SYRIA]]),
    ("سقوط أربعين قتيلا في القصف، فيما لا يزال خمسة أطفال مختطفين لدى مسلحين مجهولين", [[], []]),
    # what an armed speaker says of itself
    ("أعلن الجيش المصري القضاء على ستة متشددين في سيناء", [["egyptian_government"]]),
    ("قال الجيش الإسرائيلي إن قواته هاجمت موقعا وقتلت خمسة مسلحين", [["israel"]]),
    ("قال الجيش الإسرائيلي إن خمسة أشخاص قتلوا", [[]]),
    ("أعلن تنظيم داعش مسؤوليته عن هجوم أدى إلى مقتل ضابط", [["isis"]]),
    ("مقتل ضابط في عملية تبناها تنظيم داعش", [["isis"]]),
    ("نفى الجيش السوداني استهداف السوق بعد مقتل عشرين شخصا", [["sudanese_army"]]),
    # both sides
    ("مقتل مدني في اشتباكات بين قوات حفتر وقوات حكومة الوفاق", [["gna", "lna"]]),
    ("قتل محتج في مواجهات مع قوات الأمن العراقية", [["iraqi_government"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DOERS, ids=[text[:40] for text, _ in DOERS])
def test_doers_of_a_sentence(text, expected):
    assert told(text) == expected


def test_every_part_says_why():
    document = pipeline.read(DOERS[0][0])
    parts = agents.parts(report_of(document, load().scan(document.text)))
    assert all(p.reasons for p in parts if p.score)


def test_a_very_long_sentence_stays_fast():
    text = "قتلت قوات النظام السوري خمسة مدنيين وأصابت سبعة برصاص مسلحين من تنظيم داعش " * 300
    assert len(told(text)) >= 300
