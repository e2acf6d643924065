"""The kind of event that a harm is of where another sentence, a count or a period says more of it than its own word.

A row is (text, the events of its harm claims in the order of the text, one word where they are all the same).
"""

import pytest

import tawthiq

BATTLES = [
    ("ارتفع عدد القتلى المدنيين منذ انطلاق معركة الميادين إلى 310 قتلى.", "war"),
    ("قتل نحو ألف مسلح منذ بدء معركة تحرير المخا.", "war"),
    ("قتل ثلاثة مسلحين منذ بدء المعارك صباح السبت قرب زليتن.", "armed_clash"),
    ("قتل ثلاثة مسلحين في معركة قرب زليتن.", "armed_clash"),
    ("نزحت 2400 عائلة بسبب المعارك في ريف حجة.", "armed_clash"),
    ("شردت المعارك أكثر من نصف مليون شخص في عامين.", "war"),
]
MINES = [
    ("قتل وزير الري بتفجير لغم في كيسمايو. وأضاف أن التفجير أسفر عن مقتل حارسه أيضا.", "landmine"),
    ("قتلت عبوة ناسفة ثلاثة عمال قرب حيس. وكان طفل قتل بانفجار لغم يوم الأحد.", "bombing landmine"),
    ("قضى ضابط بتفجير عبوة زرعت قرب مكتبه. وأسفر التفجير عن إصابة سائقه.", "bombing"),
]
DRONES = [
    ("أصيب ستة عمال في غارة لطائرة مسيرة على بلدة شيري، بالتزامن مع مقتل راعيين بغارة مماثلة على بلدة أدوا.",
     "drone_strike"),
    ("قتل ستة عمال في غارة على شيري، وأصيب ثلاثة بغارة مماثلة على أدوا.", "airstrike"),
    ("قتل سائق بطائرة مسيرة قرب بنت جبيل. وتشن إسرائيل منذ أشهر هجمات على مناطق أخرى توقع جرحى.",
     "drone_strike attack"),
]  # fmt: skip
CROWDS = [
    ("أصيب شاب بعبوة غاز مسيل للدموع في مظاهرات أم درمان.", "protest_repression"),
    ("أصيب شاب بعبوة زرعت قرب بيته في أم درمان.", "bombing"),
    ("أصيب ثلاثة مستوطنين جراء رشقهم بالحجارة خلال مواجهات في البلدة.", "riot"),
    ("أصيب خمسة جنود في تظاهرات شهدتها طرابلس مساء.", "riot"),
    ("قتل شرطي في مواجهات مع محتجين وسط العاصمة.", "armed_clash"),
    ("لقي تسعة ركاب مصرعهم في انقلاب أتوبيس على طريق سوهاج.", "accident"),
    ("قتل ثلاثون مهاجرا بعد أن انقلب قارب قبالة صفاقس.", "accident"),
]
RAIDS = [
    ("قتل أربعة شبان على يد القوات الإسرائيلية خلال عمليات بحث واعتقال في جنين.", "ground_attack"),
    ("أطلقت القوات النار على فتى يبلغ من العمر 16 عاما، وقتلته خلال اقتحام نفذته في مخيم الفارعة.", "shooting"),
    ("قتل ثلاثة عمال في غارة على خان يونس. وفي طوباس أطلقت القوات الإسرائيلية النار على راع يبلغ من العمر 40 عاما "
     "وقتلته خلال عملية بحث واعتقال نفذتها في المدينة.", "airstrike shooting"),
    ("قتل جندي خلال اقتحام القوات مخيم الفارعة.", "ground_attack"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*BATTLES, *MINES, *DRONES, *CROWDS, *RAIDS])
def test_kinds(text: str, expected: str) -> None:
    claims = tawthiq.read(text, published="2021-03-02").claims
    read = [c.event for c in claims if c.outcome not in (None, "hit", "strikes") and c.count]
    events = expected.split()
    assert read == (events if len(events) == len(read) else events * len(read)), read
