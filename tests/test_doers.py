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
    # the one side that a report says to attack so did what it tells beside, but no mine, and never «مجهولون»
    ("قصف الجيش الإسرائيلي منزلا في رفح فقتل خمسة. ونقل الجرحى إلى المستشفى الأوروبي. "
     "وكان ثلاثة قتلوا الخميس بقصف على حي الزيتون في مدينة غزة.", [["israel"], ["israel"]]),
    ("قصف الجيش الإسرائيلي منزلا في رفح فقتل خمسة. ونقل الجرحى إلى المستشفى الأوروبي. "
     "وكان ثلاثة قتلوا الخميس بانفجار لغم في حي الزيتون في مدينة غزة.", [["israel"], []]),
    ("قصف تنظيم داعش حي القصور في دير الزور فقتل ستة. ونقل الجرحى إلى المستشفى. "
     "وكان طفلان قتلا قبل يومين بغارة جوية على سوق في الميادين.", [["isis"], []]),
    # armed groups do not raid from the air where a state is told to; a side and its «مرتزقة», the Houthis and Saleh
    ("قتل خمسة مدنيين في غارة على قرية شرقي حمص. وشنت مروحيات النظام السوري غارات على المنطقة، "
     "فيما هاجم تنظيم داعش حاجزا قربها.", [[SYRIA]]),
    ("قصفت القوات التركية ومرتزقتها من المجموعات الإرهابية مدينة عفرين السورية فقتل ستة.",
     [["turkey", "turkish_backed_factions"]]),
    ("قصفت ميليشيات الحوثي وصالح حيا في تعز فقتل مدنيان.", [["houthi", "other:Saleh forces"]]),
    # a war of annihilation has its doer by the adjective behind it
    ("خلفت حرب الإبادة الجماعية الإسرائيلية في غزة منذ 7 تشرين الأول 2015 أكثر من 60 ألف قتيل.", [["israel"]]),
    # who is named in passing in a long report did not do what it is about
    ("مقتل أربعة في قصف على قرية قرب الحسكة. قتل أربعة مدنيين في قصف على قرية قرب الحسكة. "
     "وشن تنظيم داعش هجمات في المنطقة هذا العام. وتضم القرية نقطة لقوات سوريا الديمقراطية. "
     "وزار قائد قوات سوريا الديمقراطية المكان. والتقت قوات سوريا الديمقراطية الوجهاء. "
     "وعقدت قوات سوريا الديمقراطية اجتماعا. وقال قيادي في قوات سوريا الديمقراطية إن المكان آمن.", [[], []]),
    # who blocks the adoption of a text claims no attack
    ("قال دبلوماسيون إن الولايات المتحدة منعت تبني بيان عن غزة. وقتلت إسرائيل عشرين فلسطينيا. وأصيب مئة آخرون.",
     [["israel"], ["israel"]]),
    # who backs a side of a clash fights in it
    ("قتل ثلاثون من مسلحي الحوثي في معارك بين الحوثيين وقوات الجيش اليمني بإسناد من القوات السعودية قرب تعز.",
     [["houthi", "saudi_coalition", "yemeni_government"]]),
    # shells and rockets are laid to whom the report names for such fire, not to those whom it names for raids
    ("سقط صاروخ على سوق في جرمانا فقتل تسعة. وتشن الطائرات الروسية غارات على الغوطة. "
     "وكانت فصائل المعارضة أطلقت صواريخ على دمشق الشهر الماضي.", [["syrian_opposition"]]),
    # one raid, told as the coalition's and as American
    ("قال التحالف الدولي إنه نفذ ضربة جوية شرق دير الزور. وقتل عشرون مدنيا في غارة أمريكية على القرية.",
     [["united_states", "us_coalition"]]),
    # a government that its capital stands for, and that denies it, stands accused; others may with it
    ("قتل ثلاثون مدنيا في هجوم كيماوي على دوما السبت. لكن دمشق تنفي تورطها في الهجوم.", [[SYRIA]]),
    ("300 قتيل في الغوطة وروسيا تنفي تورطها في قتل المدنيين. وتتعرض الغوطة لقصف من قبل النظام السوري.",
     [[RUSSIA, SYRIA]]),
    # a sentence of death is a court's, and a court does no other harm
    ("حكمت محكمة ليبية بإعدام عشرة متهمين.", [["other:court"]]),
    ("قتل ستة بتفجير انتحاري في الكويت. واتهمت المحكمة ثلاثة شبان بالتفجير.", [[]]),
    # what an attack answers was not done by who answers it
    ("شنت إيران ضربة صاروخية على مواقع في سوريا، ردا على هجوم الأحواز الذي قتل فيه 25 شخصا.", [[]]),
    # both sides agree to let people leave a besieged town
    ("شنت الطائرات الروسية غارات على زملكا فقتلت عشرة. وغادر 200 مدني نزحوا من حرستا المحاصرة بموجب اتفاق إجلاء.",
     [[RUSSIA], []]),
    # suspected of belonging to a group, or bearing its marks
    ("قتل ثمانية جنود في هجوم شنه مجهولون، يشتبه بانتمائهم لـ\"داعش\"، شمال تكريت.", [["isis"]]),
    ("قتل خمسة جنود بانفجار عبوة ناسفة في أبين اليمنية. ويحمل الهجوم بصمات تنظيم القاعدة.", [["aqap"]]),
    # what an attack is laid to is said of it wherever it is told; who is responsible for a harm did it
    ("قتل ثلاثة جنود بانفجار عبوة في مودية. وأصيب مدنيان بانفجار آخر. ويحمل التفجيران بصمات تنظيم القاعدة في اليمن.",
     [["aqap"], ["aqap"]]),
    ("ووثق المركز مسؤولية الجيش الإسرائيلي عن مقتل ثلاثة مدنيين في غارة على بلدة لبنانية.", [["israel"]]),
    # militias of somebody else; whom a car carries did not strike it; bombs that went off struck whom they struck
    ("قتل ثمانية بقصف قوات النظام السوري والميليشيات المرتبطة بروسيا على قرى إدلب.", [[RUSSIA, SYRIA]]),
    ("مقتل ثلاثة في هجوم بريف دير الزور. والهجوم نفذه مجهولون، واستهدف سيارة تقل عناصر من قسد.", [["unknown_gunmen"]]),
    ("قتل ثلاثة من عناصر قسد في هجوم بالشحيل. والهجوم نفذه مجهولون. ودارت اشتباكات بين قسد وقوات النظام السوري.",
     [["unknown_gunmen"]]),
    # forces that belong to somebody are his; an army's command is that of the country; one name in three countries
    ("قتل 23 في معارك بين القوات التابعة للواء خليفة حفتر وثوار بنغازي في بنغازي الليبية.",
     [["lna", "other:Libyan Islamist groups"]]),
    ("قتل تسعة في اشتباكات بين قوات حفتر وتنظيم أنصار الشريعة في بنغازي الليبية.", [["lna", "other:Ansar al-Sharia"]]),
    ("قصف الحوثيون والقوات العسكرية الموالية للرئيس اليمني السابق علي صالح حيا في تعز فقتل مدنيان.",
     [["houthi", "other:Saleh forces"]]),
    ("قتل متظاهران أمام القيادة العامة للجيش في الخرطوم بالسودان، وفرقت قوات الأمن السودانية المتظاهرين.",
     [["other:Sudanese security forces"]]),
    # who announces to have killed another side's members did; who laid the bomb is told after the explosion
    ("أعلن تنظيم داعش قتل 23 عنصرا من الحشد الشعبي.", [["isis"]]),
    ("قتل خمسة جنود بتفجير عبوة في بئر العبد المصرية. ونجم الانفجار عن عبوة زرعتها مجموعة يعتقد انتماؤها لتنظيم داعش.",
     [["isis"]]),
    # nobody is guessed from whom the harmed fight where the attack is of no kind
    ("قتل ثلاثة من عناصر قسد في هجوم شرق دير الزور. وأدان النظام السوري الهجوم.", [[]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[text[:40] for text, _ in REPORTS])
def test_doers_of_a_report(text: str, expected: list[list[str]]) -> None:
    claims = pipeline.read(text, "2017-09-20").claims
    assert [sorted(c.actors) for c in claims if c.outcome not in (None, "hit", "strikes")] == expected
