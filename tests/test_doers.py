"""Who did it, as the whole report says it."""

import pytest

from tawthiq import pipeline

SYRIA, RUSSIA = "syrian_government", "russia"

REPORTS = [
    # one's own people
    ("قصفت إسرائيل بلدة بيت جن فقتلت تسعة سوريين. وأعلن الجيش الإسرائيلي إصابة ستة من جنوده، بينهم اثنان بجروح خطيرة.",
     [["israel"], [], []]),
    ("هاجمت حركة الشباب فندقا في مقديشو. وقالت الشرطة إن قوات الأمن الصومالية لاحقت المهاجمين، "
     "وإن ثلاثة من الجنود قتلوا.",
     [["al_shabaab"]]),
    # both sides of a clash, also where one is named as the harmed only
    ("قتل ثلاثة من عناصر الجيش السوري خلال اشتباكات مع مسلحين من تنظيم داعش شرق تدمر.", [["isis", SYRIA]]),
    ("أصيب أربعة من قوات سوريا الديمقراطية في معارك مع فصائل الجيش الوطني قرب منبج.",
     [["sdf", "turkish_backed_factions"]]),
    ("قتل عنصر من حزب الله بنيران الجيش الإسرائيلي خلال اشتباكات قرب عيترون.", [["israel"]]),
    # a claim of last year is of another attack
    ("قتل ثلاثون في تفجير كنيسة اليوم الأربعاء. وهرعت سيارات الإسعاف إلى المكان. وأغلقت الشوارع القريبة. "
     "وكان تنظيم داعش تبنى في كانون الأول 2015 تفجيرا قتل فيه عشرون.", [[], ["isis"]]),
    # fire that fell amid clashes is of both sides; who says «إنه قتل» did it, «إنه جرى» is another's deed
    ("قتل ثلاثة مدنيين بقذائف سقطت على بيوتهم خلال تجدد الاشتباكات بين الجيش السوداني وقوات الدعم السريع في نيالا.",
     [["rsf", "sudanese_army"]]),
    ("يتبادل الجيش السوداني وقوات الدعم السريع القصف في أم درمان، ما أدى إلى مقتل طفلين.", [["rsf", "sudanese_army"]]),
    ("قال الجيش اللبناني إنه قتل ثلاثة مسلحين قرب عرسال.", [["other:Lebanese army"]]),
    ("قال الجيش اللبناني إنه جرى تدمير ثلاث شاحنات قرب عرسال.", [[]]),
    # a claim told with the harm of another day is of that one alone
    ("قتل ستة بهجوم بقنبلة في كابول الثلاثاء. وأغلقت الشرطة الطريق. ويعود آخر هجوم كبير في كابول إلى 12 آب حين قتل 30 "
     "شخصا في اعتداء على السوق تبناه تنظيم داعش.", [[], ["isis"]]),
    # who is said to wage war on each other fights
    ("قتل سبعة في معارك في الخرطوم، التي تشهد حربا بين الجيش السوداني وقوات الدعم السريع.", [["rsf", "sudanese_army"]]),
    # by whose hand is told, and it is nobody known
    ("قتلت قوات سوريا الديمقراطية أربعة مدنيين، في حين قتل سبعون مدنيا بينهم عشرون طفلا على يد جهات أخرى.",
     [["sdf"], [], []]),
    # «على يد أطراف النزاع»: all whom the report names
    ("اعتقل النظام السوري وقسد وهيئة تحرير الشام العشرات في أيار. "
     "وأحصى التقرير 140 حالة اعتقال، بينها 9 أطفال، على يد أطراف النزاع.",
     [["hts", "sdf", SYRIA], ["hts", "sdf", SYRIA], ["hts", "sdf", SYRIA]]),
    ("قصفت قوات النظام السوري وروسيا بلدات إدلب في أيار. وقتل 40 مدنيا على يد القوى المسيطرة.", [[RUSSIA, SYRIA]]),
    ("قصفت قوات النظام السوري بلدة سورية فقتلت خمسة. وفي المدينة قتل مدنيان على يد مهربين.", [[SYRIA], []]),
    # nameless gunmen of one attack did not do all that a toll sums up
    ("خطف مجهولون تاجرا في السويداء أمس. وخطف أكثر من سبعين شخصا في المحافظة منذ بداية العام.",
     [["unknown_gunmen"], []]),
    # an attack that was told before is told again with its doer
    ("قتل تسعة نازحين في قصف بطائرة مسيرة على مخيم في الفاشر. وقالت لجان محلية إن قوات الدعم السريع نفذت الهجوم.",
     [["rsf"]]),
    ("مقتل أربعة وإصابة ستة في تفجير انتحاري وسط كركوك. وذكر ضابط أن التفجير نفذه انتحاريان من تنظيم داعش.",
     [["isis"], ["isis"]]),
    # a ministry of a state acts for it
    ("أعلنت وزارة الداخلية العراقية القبض على خمسة مهربين في البصرة.", [["iraqi_government"]]),
    # who is held was not held by his own
    ("قتل ثمانية في هجوم شنته حركة الشباب على فندق في مقديشو. واعتقلت الشرطة الصومالية ثلاثة مهاجمين. "
     "وتحدث الناطق عن اعتقال أربعة مهاجمين.",
     [["al_shabaab"], ["other:Somali police"], ["other:Somali police"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[text[:40] for text, _ in REPORTS])
def test_doers_of_a_report(text: str, expected: list[list[str]]) -> None:
    claims = pipeline.read(text, "2017-09-20").claims
    assert [sorted(c.actors) for c in claims if c.outcome not in (None, "hit", "strikes")] == expected
