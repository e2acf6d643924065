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
    ("عرقلت فرنسا تبني قرار في مجلس الأمن. وقتلت إسرائيل سبعة صيادين قبالة رفح. وجرح عشرة آخرون.",
     [["israel"], ["israel"]]),
    # who backs a side of a clash fights in it
    ("قتل حارسان في معارك بين الحوثيين والجيش اليمني بمساندة من القوات السعودية قرب ميدي.",
     [["houthi", "saudi_coalition", "yemeni_government"]]),
    # shells and rockets are laid to whom the report names for such fire, not to those whom it names for raids
    ("قتل بائعان بصاروخ سقط على كراج في محردة. وتغير الطائرات الروسية على اللطامنة كل ليلة. "
     "وتطلق فصائل المعارضة صواريخ على السقيلبية منذ أسابيع.", [["syrian_opposition"]]),
    # one raid, told as the coalition's and as American
    ("اعترف التحالف الدولي بأنه قصف من الجو مزرعة قرب الشدادي. وقضى تسعة فلاحين في الغارة الأمريكية على المزرعة.",
     [["united_states", "us_coalition"]]),
    # a government that its capital stands for, and that denies it, stands accused; others may with it
    ("اختنق تسعة أطفال وماتوا في هجوم بالكلور على سراقب السورية. لكن دمشق نفت تورطها.", [[SYRIA]]),
    ("ثمانون قتيلا في أريحا السورية، ونفت موسكو تورطها. وقصف النظام السوري أريحا طوال الأسبوع.",
     [[RUSSIA, SYRIA]]),
    # a sentence of death is a court's, and a court does no other harm
    ("وقررت المحكمة إعدام سبعة مدانين في بنغازي.", [["other:court"]]),
    ("قتل تسعة بتفجير انتحاري في القطيف. واتهمت المحكمة شابين بنقل المتفجرات.", [[]]),
    # what an attack answers was not done by who answers it
    ("أطلقت باكستان صواريخ على معسكر أفغاني، ردا على هجوم كويتا الذي قتل فيه تسعة حجاج.", [[]]),
    # both sides agree to let people leave a besieged town
    ("أغارت طائرات روسية على كفريا السورية فقتلت طبيبين. ونزح سبعون مدنيا من مضايا المحاصرة في إطار اتفاق إجلاء.",
     [[RUSSIA], []]),
    # suspected of belonging to a group, or bearing its marks
    ("ذبح سائقان بأيدي مسلحين، يعتقد بانتمائهم لـ\"داعش\"، قرب الرطبة.", [["isis"]]),
    ("قتل مهندسان بعبوة ناسفة في شبوة اليمنية. ووجد المحققون في التفجير بصمات تنظيم القاعدة.", [["aqap"]]),
    # what an attack is laid to is said of it wherever it is told; who is responsible for a harm did it
    ("قتل حارسان بعبوة في لودر. وجرح ثلاثة بعبوة أخرى. ووجد المحققون في التفجيرين بصمات تنظيم القاعدة في اليمن.",
     [["aqap"], ["aqap"]]),
    ("وأثبت التحقيق مسؤولية الجيش التركي عن مقتل تسعة سياح في قصف على زاخو العراقية.", [["turkey"]]),
    # militias of somebody else; whom a car carries did not strike it; bombs that went off struck whom they struck
    ("قتلت أسرة بقصف للنظام السوري وميليشيات مرتبطة بروسيا على كنصفرة.", [[RUSSIA, SYRIA]]),
    ("مقتل سائقين في هجوم قرب البصيرة. والهجوم نفذه ملثمون، واستهدف حافلة تقل عناصر من قسد.", [["unknown_gunmen"]]),
    ("قتل عنصران من قسد في هجوم قرب الصور. والهجوم نفذه ملثمون. واندلعت قبل أسبوع اشتباكات بين قسد وجيش النظام السوري.",
     [["unknown_gunmen"]]),
    # forces that belong to somebody are his; an army's command is that of the country; one name in three countries
    ("قتل مسعفان في معركة بين القوات التابعة للواء خليفة حفتر وثوار بنغازي في درنة الليبية.",
     [["lna", "other:Libyan Islamist groups"]]),
    ("قتل مسعفان في معركة بين قوات حفتر وأنصار الشريعة في سرت الليبية.", [["lna", "other:Ansar al-Sharia"]]),
    ("هاجم الحوثيون والقوات الموالية للرئيس السابق علي صالح سوقا في الضالع فقتل بائعان.",
     [["houthi", "other:Saleh forces"]]),
    ("قتل طالب في تظاهرة قرب القيادة العامة للجيش في مدني بالسودان، وطاردت قوات الأمن السودانية المتظاهرين.",
     [["other:Sudanese security forces"]]),
    # who announces to have killed another side's members did; who laid the bomb is told after the explosion
    ("أعلنت حركة الشباب قتل سبعة من الجيش الصومالي.", [["al_shabaab"]]),
    ("قتل سائق وحارس بتفجير عبوة في رفح المصرية. وسببت الانفجار عبوة زرعتها خلية يعتقد انتماؤها لتنظيم داعش.",
     [["isis"], ["isis"]]),
    # nobody is guessed from whom the harmed fight where the attack is of no kind
    ("قتل عنصران من قسد في هجوم على طريق الخرافي. وعلق النظام السوري على الحادث.", [[]]),
    # a list by perpetrators: each line is its own, and the total is of all of them
    ("أحصت الشبكة مقتل 34 مدنيا في أيار. وتوزعت الحصيلة بحسب الجهة المسؤولة على النحو الآتي:\n"
     "قوات النظام السوري: 19 مدنيا، بينهم 4 أطفال\nالقوات الروسية: 8 مدنيين\nتنظيم داعش: 5 مدنيين\nجهات أخرى: مدنيان",
     [["isis", RUSSIA, SYRIA], [SYRIA], [SYRIA], [RUSSIA], ["isis"], []]),
    # but those whom a list counts among fighters are a side's own
    ("سقط 21 قتيلا في معارك قرب الرقة، هم:\n- قوات النظام السوري: 12 عنصرا\n- تنظيم داعش: 9 مقاتلين",
     [["isis", SYRIA], ["isis", SYRIA], ["isis", SYRIA]]),
    # «في قصفها»: who goes on with it
    ("استمرت قوات الدعم السريع في قصفها لأحياء الأبيض، ما أدى إلى مقتل أربعة أشخاص.", [["rsf"]]),
    # «من عناصره» are not those of the forces that seize them, «من عناصرها» could be
    ("قالت إدارة الإطفاء إن القوات الإسرائيلية المتمركزة عند المفترق احتجزت ثلاثة من عناصره.", [["israel"]]),
    # a toll of the mourned is of the one side that the report accuses
    ("قتلت قوات الجيش الإسرائيلي فتى في بيتا. وبذلك يرتفع عدد الشهداء في الضفة الغربية منذ بداية العام إلى 140 شهيدا.",
     [["israel"], ["israel"]]),
    # foreigners, and committees whose country the report tells
    ("نفذ أحد الفصائل الأجنبية هجوما على قرية في ريف اللاذقية قتل فيه خمسة مدنيين.", [["other:Foreign fighters"]]),
    ("قتل ثلاثة حوثيين بهجوم للجان المقاومة الشعبية شمال الضالع في اليمن.", [["yemeni_government"]]),
    # who shoots an aircraft down, and who shoots attackers
    ("أسقط مقاتلو المعارضة طائرة حربية للنظام السوري فوق ريف حماة، وقتل قائدها.",
     [["syrian_opposition"], ["syrian_opposition"]]),
    ("اقتحم ثلاثة مسلحين مقر الشرطة في كويتا. وقالت الداخلية إن القوات الباكستانية قتلت المهاجمين الثلاثة.",
     [["other:Pakistani forces"]]),
    ("قتل مدنيان بقذائف مصدرها مناطق الفصائل وقوات النظام شمال حلب.", [[SYRIA, "syrian_opposition"]]),
    # aircraft in a sentence where a state's soldiers shoot
    ("استهدف مقاومون مدرعة بعبوة ناسفة في جنين. وأطلق جنود الاحتلال النار على المارة عند مدخل المخيم، كما أطلقت طائرة "
     "مسيرة صاروخا باتجاه السوق، ما أدى إلى استشهاد طفل.", [["israel"]]),
    # a strike by somebody's aircraft
    ("قتل أربعة في قصف جوي لطائرة تابعة للتحالف غرب صعدة.", [["saudi_coalition"]]),
    # whom somebody lays the blame to
    ("حملت منظمة حقوقية قوات النظام السوري مسؤولية مقتل ثلاثة مدنيين في دوما.", [[SYRIA]]),
    ("حملت الشرطة العراقية مسؤولية الهجوم الذي قتل فيه عشرة لتنظيم داعش.", [["isis"]]),
    ("ألقت السلطات الصومالية بالمسؤولية على حركة الشباب في مقتل عشرة في مقديشو.", [["al_shabaab"]]),
    ("ألقت مسؤولية الهجوم الذي قتل فيه عشرة على حركة طالبان.", [["taliban"]]),
    ("ونسب السكان الهجوم الذي قتل فيه عشرة في مقديشو إلى حركة الشباب.", [["al_shabaab"]]),
    ("يتهم الأهالي قوات الدعم السريع بالوقوف وراء مقتل عشرة في الفاشر.", [["rsf"]]),
    ("قتل عشرة في تفجير في حلب. وألقى الناطق باللوم على الحكومة السورية بسبب فشلها في المفاوضات.", [[]]),
    ("قتلت امرأة في لندن. ووجهت الشرطة البريطانية نداء إلى رجل يشتبه في تورطه في مقتلها.", [[]]),
    # who did it to those before the verb; a state's fire; Kurdish rebels; the enemy of a country
    ("دفن خمسة رجال قتلتهم قوات الدعم السريع في الفاشر.", [["rsf"]]),
    ("عثر على مقبرة تضم 400 جثة يعتقد أن تنظيم داعش أعدمهم في الصقلاوية.", [["isis"]]),
    ("قتل 29 مدنيا في القصف الحكومي على دوما في سوريا.", [[SYRIA]]),
    ("قتل جنديان في هجوم للمتمردين الأكراد في تركيا.", [["pkk"]]),
    ("قتل جنود العدو ستة مدنيين في ولاية هلمند في أفغانستان.", [["afghan_government"]]),
    # who was killed did what they did before
    ("قتلت الشرطة الإسرائيلية شابا طعن حارسا في القدس.", [["israel"], []]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[text[:40] for text, _ in REPORTS])
def test_doers_of_a_report(text: str, expected: list[list[str]]) -> None:
    claims = pipeline.read(text, "2017-09-20").claims
    assert [sorted(c.actors) for c in claims if c.outcome not in (None, "hit", "strikes")] == expected
