"""What caused the harm, from the harm's own sentence and the words beside it.

A row is (sentence, the events of its harm claims in the order of the text, joined by a space where they differ).
"""

import pytest

import tawthiq

ONE_WORD = [
    ("قتل ثلاثة مدنيين بقصف مدفعي على أطراف البلدة", "shelling"),
    ("قتل ثلاثة مدنيين في قصف على أطراف البلدة", "bombardment"),
    ("مقتل سبعة أشخاص في قصف مدفعي وصاروخي على الحي", "bombardment"),
    ("قصف صاروخي ومدفعي يوقع خمسة قتلى في القرية", "bombardment"),
    ("مقتل طفلين بغارة نفذتها طائرة مسيرة على سيارة", "drone_strike"),
    ("أصيب أربعة بصاروخ باليستي سقط قرب المحطة", "missile"),
    ("مقتل سائق بانفجار عبوة ناسفة تحت شاحنته", "bombing"),
    ("مقتل راع بانفجار لغم من مخلفات الحرب", "landmine"),
    ("قتل ستة بهجوم بسيارة مفخخة على السوق", "bombing"),
    ("إصابة شرطي برصاصة قناص فوق المبنى", "sniper"),
    ("أصيب فتى بطلق ناري في ساقه", "shooting"),
    ("قضى معتقلان تحت التعذيب في السجن", "torture"),
    ("مقتل امرأة طعنا بسكين أمام منزلها", "stabbing"),
    ("إصابة ثلاثة جنود في عملية دهس عند المفترق", "ramming"),
    ("قتل تسعة في تبادل لإطلاق النيران عند الجسر", "armed_clash"),
    ("العثور على خمس جثث لرعاة أعدمهم مسلحون", "execution"),
    ("مقتل صيدلي في عملية اغتيال وسط المدينة", "attack"),
]

APART = [
    ("قصفت الفرقة الحي الشرقي ليلا بالمدفعية الثقيلة ما أدى إلى مقتل أربعة مدنيين", "shelling"),
    ("قصفت الفرقة الحي بالطيران والمدفعية فقتل أربعة مدنيين", "bombardment"),
    ("قامت مسيرة تابعة للجيش بقصف المطبخ فقتل متطوعان", "drone_strike"),
    ("سيارتان ملغومتان انفجرتا قرب البنك فقتل ثلاثة", "bombing"),
    ("فجر شاب نفسه عند الحاجز فقتل جنديان", "suicide_bombing"),
    ("وقع الهجوم فجر اليوم نفسه وقتل مدنيان", "attack"),
    ("قتل أربعة في هجوم شنه مسلحون على نقطة تفتيش", "ground_attack"),
    ("قتل أربعة في هجوم شنه مسلحون على حافلة", "attack"),
    ("قتل خمسة في إطلاق نار على متظاهرين أمام البلدية", "protest_repression"),
    ("قتل خمسة في هجوم وصفه الوزير بالجبان نفذ بسيارة مفخخة", "bombing"),
    ("اقترب انتحاري يقود سيارة مفخخة من البوابة فقتل خمسة", "suicide_bombing"),
    ("استهدفت مسيرة بصاروخين سيارة على الطريق فقتل راكبان", "drone_strike"),
    ("سقط صاروخ على منزل فقتل رجل", "missile"),
    ("قتل ستة بانفجار قنبلة قرب السوق", "bombing"),
    ("ألقى مجهولون قنبلة على مقهى فأصيب رجلان", "grenade"),
]

ASSAULTS = [
    ("قتل ستة في هجوم بسيارة مفخخة على حاجز", "bombing"),
    ("هاجم مسلحون يستقلون دراجات قرية فقتلوا عشرة من سكانها", "ground_attack"),
    ("قتل جنديان بانقلاب آليتهم", "accident"),
    ("وثق المركز مقتل 200 مدني بالقصف، إضافة إلى 20 قضوا تحت التعذيب", "bombardment torture"),
]

BETWEEN = [
    ("أوقع هجوم على النقطة ثلاثة قتلى، فيما قتل أحد المهاجمين خلال اشتباكات", "ground_attack armed_clash"),
    ("قتل جنديان برصاص قناص، وجرح آخرون بانفجار لغم", "sniper landmine"),
    ("قتل مدنيون في المدينة التي تتعرض لحصار وقصف", "bombardment"),
    ("وصل إلى مستشفى كمال عدوان قتيلان إثر قصف منزل", "bombardment"),
    ("خرج المئات في مسيرة ولم تسجل إصابات", "protest_repression"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*ONE_WORD, *APART, *ASSAULTS, *BETWEEN])
def test_events(sentence: str, expected: str) -> None:
    claims = tawthiq.read(sentence, published="2021-03-02").claims
    read = [c.event for c in claims if c.outcome not in (None, "hit", "strikes") and c.count]
    events = expected.split()
    assert read == (events if len(events) == len(read) else events * len(read)), read
