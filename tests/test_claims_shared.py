"""Which sentences of a report share a cause, and which cause is of one figure alone.

A row is (text, the events of its harm claims in the order of the text, one word where they are all the same).
"""

import pytest

import tawthiq

OF_BOMBERS = [
    (
        "هاجم مسلحون ثكنة. وقتلت الشرطة سبعة مسلحين بينهم ثلاثة فجروا أنفسهم. وأوقع الهجوم أربعة قتلى من الجنود.",
        "ground_attack suicide_bombing ground_attack",
    ),
    (
        "هاجم مسلحون ثكنة. وقتلت الشرطة سبعة مسلحين بينهم اثنان فجرا نفسيهما. وأوقع الهجوم أربعة قتلى من الجنود.",
        "ground_attack",
    ),
    ("قتل تسعة أشخاص بينهم ثلاثة جنود في سوق، وقد فجر رجل نفسه فيه. وأوقع الهجوم 12 جريحا.", "suicide_bombing"),
]
ARMED = [
    ("قتل ستة في انفجار عبوة ناسفة بسوق في بغداد. وأصيب شرطيان في هجوم مسلح في الدورة.", "bombing attack"),
    ("قتل ستة في انفجار عبوة ناسفة بسوق في بغداد. وقال طبيب إن الهجوم أوقع تسعة جرحى.", "bombing"),
]
ROCKETS = [
    ("قتل أربعة عمال بغارة صاروخية على معمل في بعلبك.", "airstrike"),
    ("قتل أربعة عمال في هجوم صاروخي على معمل في بعلبك.", "missile"),
]

HEADINGS = [
    (
        "قتل تسعة في غارات على مدينة بنت جبيل.\nمقتل أم ورضيعها\n"
        "وفي مرجعيون، ألقت مسيرة قنبلة على حديقة ما أدى إلى مقتل أم ورضيعها.",
        "airstrike drone_strike drone_strike drone_strike drone_strike",
    ),
    (
        "قتل تسعة في غارات على مدينة بنت جبيل.\nقتلت أم ورضيعها.\n"
        "وفي مرجعيون، ألقت مسيرة قنبلة على حديقة ما أدى إلى مقتل أم ورضيعها.",
        "airstrike airstrike airstrike drone_strike drone_strike",
    ),
]
MEANWHILE = [
    ("انفجر لغم بعربة أثناء اشتباكات في مأرب، ما أدى إلى مقتل ستة مدنيين.", "landmine"),
    ("وصل وفد إلى مأرب خلال اشتباكات أدت إلى مقتل ستة مدنيين.", "armed_clash"),
]
TAKEN = [
    ("خطف مسلحون تسعة عمال في هجوم على بلدة مورا. وأحرقوا مدرستين.", "abduction ground_attack"),
    ("هاجم مسلحون بلدة مورا وخطفوا تسعة عمال. وقتلوا حارسين.", "abduction ground_attack"),
]
WARS = [
    ("قتل 60 مدنيا جراء أعمال العنف والنزاع المسلح في العراق. وسقط في بغداد 20 قتيلا.", "war"),
    ("قتل ستة مدنيين في أعمال عنف في بغداد.", "attack"),
]
AIMED_AT = [
    ("تسببت الصواريخ التي تستهدف قرى مأرب في مقتل 40 مدنيا منذ عام 2019.", "missile"),
    ("استهدفت طائرة حربية مركزا للفارين من الحرب ما أدى إلى مقتل ستة.", "airstrike"),
    ("وصل إلى جيبوتي فارون من الحرب التي أوقعت ستة آلاف قتيل.", "war"),
    ("قتل ستة جنود عندما فتح متشددون النار على حافلة.", "shooting"),
    ("أعلنت حركة فتح أن النار أودت بحياة ستة أشخاص.", "unspecified"),
]
AT_ONCE = [
    ("قصفت مسيرة شاحنة في النبطية، ما أدى إلى مقتل عدد من العمال، تزامنا مع إطلاق نار كثيف.", "drone_strike"),
    ("قتل عدد من العمال بإطلاق نار في النبطية، تزامنا مع تحليق طائرات.", "shooting"),
]
BLOWN_UP = [
    ("قتل أربعة عمال في غارة على النبطية، في حين فجر الجيش منزلا في العديسة.", "airstrike bombing"),
    ("نسفت طائرة حربية منزلا في النبطية بصاروخين.", "airstrike"),
]
LASTING = [
    (
        "أصيب 12 شخصا جراء القصف المتواصل على غزة.\nوقتل ستة في قصف طائرة مسيرة على رفح.",
        "bombardment drone_strike",
    ),
    ("أصيب 12 شخصا جراء القصف على رفح.\nوقتل ستة في قصف طائرة مسيرة على رفح.", "drone_strike"),
]
ALONE = [*OF_BOMBERS, *ARMED, *ROCKETS, *MEANWHILE, *TAKEN, *WARS]


@pytest.mark.parametrize(("text", "expected"), [*ALONE, *HEADINGS, *AIMED_AT, *AT_ONCE, *BLOWN_UP, *LASTING])
def test_causes_that_sentences_share(text: str, expected: str) -> None:
    claims = tawthiq.read(text, published="2021-03-02").claims
    read = [c.event for c in claims if c.outcome not in (None, "hit", "strikes") and c.count]
    events = expected.split()
    assert read == (events if len(events) == len(read) else events * len(read)), read
