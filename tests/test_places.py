"""The places stage: a table of news phrases, what is set aside, and what must hold of any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tawthiq.language import load
from tawthiq.model import Document, Place
from tawthiq.stages import places

# text, then every place in order as (name, level, country)
CASES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("تفاهم مع الولايات المتحدة، خصوصا أن الوضع سيئ", [("United States", "country", "US")]),
    ("اشتباك في حقل التيم في صحراء البوكمال", [("Al-Taym Oil Field", "site", "SY"), ("Al-Bukamal", "district", "SY")]),
    ("هاجموا موقع دوغو كيري العسكري في النيجر",
     [("موقع دوغو كيري العسكري", "site", "NE"), ("Niger", "country", "NE")]),
    ("طوقوا ثكنة سيبا العسكرية شرقي مالي",
     [("ثكنة سيبا العسكرية", "site", "ML"), ("Eastern Mali", "region", "ML")]),
    ("قتل تسعة بغارات على بلدة (سلة الورد) بريف إدلب الغربي",
     [("بلدة سلة الورد", "town", "SY"), ("Western Idlib Countryside", "district", "SY")]),
    ("حريق قرب مطار تولوسا الدولي", [("مطار تولوسا الدولي", "site", None)]),
    ("غارة على مطار دغم الصفان بالرياض", [("مطار دغم الصفان", "site", "SA"), ("Riyadh", "town", "SA")]),
    ("أطلقوا النار عند معبر زوليك", [("معبر زوليك", "site", None)]),
    ("قصف على قاعدة دورنيك الجوية في ليبيا", [("قاعدة دورنيك الجوية", "site", "LY"), ("Libya", "country", "LY")]),
    ("حريق في بوفاريك قرب العاصمة، وتحطم طائرة بالجزائر",
     [("Boufarik", "town", "DZ"), ("Algeria", "country", "DZ")]),
    ("قصف على محافظة البيضاء", [("Al Bayda", "province", "YE")]),
    ("قصف على بلدة (خان شيخون)", [("Khan Shaykhun", "town", "SY")]),
    ("قصف على كفرحونة ودير سنبل", [("Kfar Houneh", "town", "LB"), ("Deir Sunbul", "town", "SY")]),
    ("هجوم في مارادون بولاية زمفارا", [("Maradun", "town", "NG"), ("Zamfara", "province", "NG")]),
    ("كمين في مديرية زازي بولاية بكتيا", [("Zazi Aryub", "district", "AF"), ("Paktia", "province", "AF")]),
    ("تفجير في آواران بإقليم بلوشستان", [("Awaran", "town", "PK"), ("Balochistan", "province", "PK")]),
    ("خطفوا تجارا في ود الحداد بولاية الجزيرة", [("Wad al-Haddad", "town", "SD"), ("Gezira", "province", "SD")]),
    ("دخلوا نابلس ثم داهموا بيوتا في البلدة القديمة",
     [("Nablus", "town", "PS"), ("Nablus Old City", "neighbourhood", "PS")]),
    ("داهموا بيوتا في البلدة القديمة بالخليل بعد نابلس",
     [("Old City of Hebron", "neighbourhood", "PS"), ("Nablus", "town", "PS")]),
    ("كانت هذه القرية التي فرح أهلها بليل، ولدها لغوي، انتهاكا", []),
    ("خطفوا طبيبا كينيا في مقديشو", [("Mogadishu", "town", "SO")]),
    ("شنوا قصفا روسيًا على حلب", [("Aleppo", "town", "SY")]),
    ("إطلاق نار قرب مستوطنة «كريات 4» شرق الخليل",
     [("Kiryat Arba", "town", "PS"), ("Hebron", "town", "PS")]),
    ("هاجموا مدرسة في مدينة بنت في إيران", [("Bent", "town", "IR"), ("Iran", "country", "IR")]),
    ("كمين في قرية دير عدس بريف درعا",
     [("Deir al-Adas", "town", "SY"), ("Daraa Countryside", "district", "SY")]),
    ("خطفوا مقاتلا من قوة حماية سنجار في ناحية القحطانية", [("Qahtaniyah", "district", "IQ")]),
    ("غادرا كينيا أمس", [("Kenya", "country", "KE")]),
    ("انفجار في العاصمة التجارية لاغوس", [("Lagos", "town", "NG")]),
    ("زار العاصمة الاقتصادية لباكستان", [("Pakistan", "country", "PK")]),
    ("غارة على #الباب ليلا في سوريا", [("Al-Bab", "town", "SY"), ("Syria", "country", "SY")]),
    ("طرقوا #الباب ليلا في سوريا", [("Syria", "country", "SY")]),
    ("عاينت الشرطة موقع التفجير في حلب", [("Aleppo", "town", "SY")]),
    ("خطف جنديان في بلدية بوغني بولاية تيزي وزو",
     [("Boghni", "town", "DZ"), ("Tizi Ouzou", "province", "DZ")]),
    ("قال رئيس بلدية بيروت إن ثلاثة قتلوا", [("Beirut", "town", "LB")]),
    ("قصف على مخيم للاجئين قرب أطمة", [("Atmeh", "town", "SY")]),
    ("أغرقوا زورقا في منطقة الصيد قبالة غزة", [("Gaza City", "town", "PS")]),
    ("أكد طبيب لـ«حلب اليوم» أن القصف طال سرمين", [("Sarmin", "town", "SY")]),
    ("قصفوا مدينة دير الزور وبلدات في ريف المدينة الغربي",
     [("Deir ez-Zor", "town", "SY"), ("Western Deir ez-Zor Countryside", "district", "SY")]),
    ("اشتباكات في محافظة حماة. وقصف على ريف المحافظة",
     [("Hama", "province", "SY"), ("Hama Countryside", "district", "SY")]),
    ("وصل الحجاج إلى ريف المدينة المنورة", [("Medina Countryside", "district", "SA")]),
    ("قصف على قرية \"زرنكال\" في دهوك. وقال شاهد إن الصواريخ سقطت في القرية",
     [("قرية زرنكال", "town", "IQ"), ("Dohuk", "town", "IQ"), ("قرية زرنكال", "town", "IQ")]),
    ("قصف على قرية ميرزك أباد في أفغانستان", [("قرية ميرزك أباد", "town", "AF"), ("Afghanistan", "country", "AF")]),
    ("هجوم قرب باندياغارا في منطقة موبتي", [("Bandiagara", "town", "ML"), ("Mopti", "province", "ML")]),
    ("قصف على دوبروبيليا في منطقة دونيتسك", [("Dobropillia", "town", "UA"), ("Donetsk", "province", "UA")]),
    ("سقطت قذائف على مركز الخوبة", [("Khoba", "town", "SA")]),
    ("قال باحث في مركز بيروت للدراسات إن القصف طال سرمين", [("Sarmin", "town", "SY")]),
    ("حادث في محافظة القنفذة", [("Al Qunfudhah", "district", "SA")]),
    ("غارة على بلدة هيوان في تيغراي", [("Hiwane", "town", "ET"), ("Tigray", "province", "ET")]),
    ("تفجير في مسجد الإمام الصادق بالكويت",
     [("Imam al-Sadiq Mosque", "site", "KW"), ("Kuwait", "country", "KW")]),
    ("اعتقلوا شبانا في وادي عارة", [("Wadi Ara", "district", "IL")]),
    ("عواصف في ولاية ماديا براديش", [("Madhya Pradesh", "province", "IN")]),
    ("قصف على «حلب» اليوم", [("Aleppo", "town", "SY")]),
    ("انفجار هز بغداد اليوم", [("Baghdad", "town", "IQ")]),
    ("قتل في درعا 24 مدنيا", [("Daraa", "town", "SY")]),
    ("قالت شبكة درعا 24 إن حريقا اندلع", []),
    ("قصف على دنيبروبيتروفسك", [("Dnipro", "town", "UA")]),
    ("قصف على مدينة دنيبروبيتروفسك", [("Dnipro", "town", "UA")]),
    ("قصف على منطقة دنيبروبيتروفسك", [("Dnipropetrovsk", "province", "UA")]),
    ("قصف على منطقة دونيتسك", [("Donetsk", "province", "UA")]),
    ("قصف على قرية ليمان في منطقة خاركيف",
     [("قرية ليمان", "town", "UA"), ("Kharkiv", "province", "UA")]),
    ("غارات على خاركيف وخيرسون", [("Kharkiv", "town", "UA"), ("Kherson", "town", "UA")]),
    ("قتل شرطيان في ولاية ننغارهار", [("Nangarhar", "province", "AF")]),
    ("قال عبيد الله خوغياني المتحدث باسم والي ننجرهار", [("Nangarhar", "province", "AF")]),
    ("خطفوا رعاة من قرية تسكنها عشائر في السويداء", [("As-Suwayda", "town", "SY")]),
    ("كمين على طريق مصر - أسيوط", [("طريق مصر - أسيوط", "site", "EG")]),
    ("حاجز على الطريق الدولي الواصل بين مدينة حمص وطرطوس",
     [("الطريق الدولي الواصل بين مدينة حمص وطرطوس", "site", "SY")]),
    ("لغم على أوتوستراد حلب - اللاذقية", [("أوتوستراد حلب - اللاذقية", "site", "SY")]),
    ("أرسلوا الطرد عن طريق مصر", [("Egypt", "country", "EG")]),
    ("لغم في قرية قره كول بريف عفرين", [("قرية قره كول", "town", "SY"), ("Afrin Countryside", "district", "SY")]),
    ("نقلوا إلى مستشفى الملك فهد في جدة", [("مستشفى الملك فهد", "site", "SA"), ("Jeddah", "town", "SA")]),
    ("أحرقوا 23 قرية لتشاد", [("Chad", "country", "TD")]),
    ("اشتباك في ولاية تيبازة", [("Tipaza", "province", "DZ")]),
    ("غارة على قرية ثاييت ثابين في منطقة كياوكتاو غربي ميانمار",
     [("قرية ثاييت ثابين", "town", "MM"), ("Kyauktaw", "town", "MM"), ("Western Myanmar", "region", "MM")]),
    ("لغم في قرية «الباب الصغيرا» بمحافظة حجة", [("قرية الباب الصغيرا", "town", "YE"), ("Hajjah", "province", "YE")]),
    ("قصف على قرية برمشة في قضاء العمادية بدهوك. وقال المختار إن القصف على القرية قتل راعيا",
     [("قرية برمشة", "town", "IQ"), ("Amedi", "district", "IQ"), ("Dohuk", "town", "IQ"),
      ("قرية برمشة", "town", "IQ")]),
    ("غارة على بلدة عيل بيرتا بإقليم باي", [("بلدة عيل بيرتا", "town", "SO"), ("Bay", "province", "SO")]),
    ("لغم في منطقة قاع الصفية بمحافظة ذمار", [("منطقة قاع الصفية", "town", "YE"), ("Dhamar", "province", "YE")]),
    ("قذيفة على حي المزرعة وسط دمشق", [("Al-Mazraa", "neighbourhood", "SY"), ("Damascus", "town", "SY")]),
    ("قذيفة على بلدة المزرعة في السويداء", [("Al-Mazraa", "town", "SY"), ("As-Suwayda", "town", "SY")]),
    ("قتل ثلاثة عتالين في روجهلات كوردستان", [("Iranian Kurdistan", "region", "IR")]),
    ("عادوا إلى قرية تعرضت لقصف في حلب", [("Aleppo", "town", "SY")]),
    ("كمين عند مفرق دير سلامة شرقي حمص",
     [("مفرق دير سلامة", "site", "SY"), ("Eastern Homs Countryside", "district", "SY")]),
    ("مقتل القيادي في القاعدة أبو محسن في أبين", [("Abyan", "province", "YE")]),
    ("شهود في البصرة قالوا إنها قتلت في منطقة العباسية",
     [("Basra", "town", "IQ"), ("منطقة العباسية", "neighbourhood", "IQ")]),
    ("انفجار في حي العباسية بالقاهرة", [("Abbasiya", "neighbourhood", "EG"), ("Cairo", "town", "EG")]),
    ("هاجموا حافلة في مدينة سريناغار في كشمير", [("Srinagar", "town", "IN"), ("Kashmir", "region", None)]),
    ("قتل شرطيان في بغداد", [("Baghdad", "town", "IQ")]),
    ("وصلت الجثث إلى دمشق", [("Damascus", "town", "SY")]),
    ("انفجار بالموصل", [("Mosul", "town", "IQ")]),
    ("هجمات في محافظات الأنبار، وديالى، والبصرة",
     [("Anbar", "province", "IQ"), ("Diyala", "province", "IQ"), ("Basra", "province", "IQ")]),
    ("غارات على محافظتي حماة، والرقة", [("Hama", "province", "SY"), ("Raqqa", "province", "SY")]),
    ("أرسلت تعزيزات للموصل", [("Mosul", "town", "IQ")]),
    ("غارات على حماة وحلب", [("Hama", "town", "SY"), ("Aleppo", "town", "SY")]),
    ("قصف بـ«الحديدة»", [("Al Hudaydah", "town", "YE")]),
    ("سقطت قذائف على بيروت", [("Beirut", "town", "LB")]),
    ("قتل خمسة في كركوك", [("Kirkuk", "town", "IQ")]),
    ("نزح الآلاف من السودان", [("Sudan", "country", "SD")]),
    ("مقتل جنديين في مالي", [("Mali", "country", "ML")]),
    ("غارة على محافظة الحديدة", [("Al Hudaydah", "province", "YE")]),
    ("غارة على مدينة الحديدة", [("Al Hudaydah", "town", "YE")]),
    ("اعتقال شابين في أبي غريب", [("Abu Ghraib", "town", "IQ")]),
    ("كمين في بلدة تين-أكوف", [("Tin-Akoff", "town", "BF")]),
    ("هجوم في لشكر قاه", [("Lashkar Gah", "town", "AF")]),
    ("فروا من مدينتي الفلوجة والرمادي باتجاه سوريا",
     [("Fallujah", "town", "IQ"), ("Ramadi", "town", "IQ"), ("Syria", "country", "SY")]),
    ("قتلى في مدن محافظة الأنبار", [("Anbar", "province", "IQ")]),
    ("قصف أحياء مدينة تعز", [("Taiz", "town", "YE")]),
    ("تجمعوا خلال إحياء ذكرى الثورة في صنعاء", [("Sanaa", "town", "YE")]),
    ("انفجار في منطقة الحسينية شمال شرقي بغداد", [("Husayniyah", "town", "IQ"), ("Baghdad", "town", "IQ")]),
    ("انفجار قرب الحسينية في كركوك", [("Kirkuk", "town", "IQ")]),
    ("قصف على بلدة المزاريب", [("Al-Muzayrib", "town", "SY")]),
    ("أحصى مركز أسرى فلسطين للدراسات 480 حالة", []),
    ("مسلحون في بلدة علوية", []),
    ("قتيل من فصيل فلسطيني في مخيم عين الحلوة قرب صيدا",
     [("Ain al-Hilweh Camp", "neighbourhood", "LB"), ("Sidon", "town", "LB")]),
    ("غارة في لبنان على البقاع والجنوب",
     [("Lebanon", "country", "LB"), ("Beqaa", "province", "LB"), ("Southern Lebanon", "region", "LB")]),
    ("غارة على الضاحية في لبنان", [("Southern Suburb of Beirut", "town", "LB"), ("Lebanon", "country", "LB")]),
    ("مقتل ثلاثة مصريين بالشرقية", [("Sharqia", "province", "EG")]),
    ("مقتل ثلاثة مصريين في الأحياء الشرقية", []),
    ("قتل جندي في تعز وأصيب خمسة في الجنوب", [("Taiz", "town", "YE")]),
    ("قصف ريف حماة الشمالي", [("Northern Hama Countryside", "district", "SY")]),
    ("قتل مدني في بلدة كفر حمرة بريف حلب الشمالي",
     [("Kafr Hamrah", "town", "SY"), ("Northern Aleppo Countryside", "district", "SY")]),
    ("اشتباكات شرق مدينة خان يونس", [("Khan Yunis", "town", "PS")]),
    ("انفجار وسط العاصمة صنعاء", [("Sanaa", "town", "YE")]),
    ("هجوم في العاصمة العراقية بغداد", [("Baghdad", "town", "IQ")]),
    ("قصف الأحياء الشرقية في مدينة حلب", [("Eastern Aleppo", "neighbourhood", "SY")]),
    ("قصف حي الشعار شرق حلب", [("Shaar", "neighbourhood", "SY"), ("Eastern Aleppo", "neighbourhood", "SY")]),
    ("قتيلان في طرابلس شمال لبنان", [("Tripoli", "town", "LB"), ("Northern Lebanon", "region", "LB")]),
    ("قتيلان في طرابلس غربي ليبيا", [("Tripoli", "town", "LY"), ("Western Libya", "region", "LY")]),
    ("غارات على رفح في قطاع غزة", [("Rafah", "town", "PS"), ("Gaza Strip", "province", "PS")]),
    ("هجوم على كمين في رفح بشمال سيناء", [("Rafah", "town", "EG"), ("North Sinai", "province", "EG")]),
    ("قتلى في صور جنوب لبنان", [("Tyre", "town", "LB"), ("Southern Lebanon", "region", "LB")]),
    ("انفجرت سيارة في مدينة الباب", [("Al-Bab", "town", "SY")]),
    ("قصف طال الباب وجرابلس", [("Al-Bab", "town", "SY"), ("Jarabulus", "town", "SY")]),
    ("قتل عشرة في مدينة دوما قرب دمشق", [("Douma", "town", "SY"), ("Damascus", "town", "SY")]),
    ("قصف بلدتي تل رفعت ومنغ", [("Tell Rifaat", "town", "SY"), ("Minnigh", "town", "SY")]),
    ("معارك في محافظتي درعا والقنيطرة", [("Daraa", "province", "SY"), ("Quneitra", "province", "SY")]),
    ("قصف بلدات كفرنبل وحاس وكفر سجنة",
     [("Kafr Nabl", "town", "SY"), ("Hass", "town", "SY"), ("Kafr Sajna", "town", "SY")]),
    ("اقتحموا قرى المنيزلة والحمراية في محافظة ديالى",
     [("قرى المنيزلة", "town", "IQ"), ("الحمراية", "town", "IQ"), ("Diyala", "province", "IQ")]),
    ("قتل راع في قرية برمشة بمحافظة نينوى", [("قرية برمشة", "town", "IQ"), ("Nineveh", "province", "IQ")]),
    ("قصف قرية أم الغربان في محافظة إدلب", [("قرية أم الغربان", "town", "SY"), ("Idlib", "province", "SY")]),
    ("انفجار في سوق الخضار في مدينة تعز", [("Taiz", "town", "YE")]),
    ("قصف سوق الخضروات وسط مدينة تعز", [("Taiz", "town", "YE")]),
    ("انفجار في سوق الهال في مدينة تعز", [("سوق الهال", "site", "YE"), ("Taiz", "town", "YE")]),
    ("استهداف مطار صنعاء الدولي", [("Sanaa International Airport", "site", "YE")]),
    ("حريق في مقر الهيئة العليا للانتخابات في مدينة بنغازي",
     [("مقر الهيئة العليا للانتخابات", "site", "LY"), ("Benghazi", "town", "LY")]),
    ("جرح طفل في مخيم جباليا", [("Jabalia Camp", "neighbourhood", "PS")]),
    ("قتلى في ولاية شمال دارفور", [("North Darfur", "province", "SD")]),
    ("انفجار في مدينة عدن اليمنية", [("Aden", "town", "YE")]),
    ("وقع الحادث على بعد 30 كيلومترا شمال شرق مدينة بعقوبة", [("Baqubah", "town", "IQ")]),
    ("وقع الهجوم في كولوندارو، التي تقع على بعد نحو 35 كيلومترا من موبتي",
     [("كولوندارو", "town", "ML"), ("Mopti", "town", "ML")]),
    ("وقع الهجوم في مزرعة على بعد نحو 35 كيلومترا من موبتي", [("Mopti", "town", "ML")]),
    ("قتل راع في قرية دانغو تيلا بمنطقة كورو في مالي",
     [("قرية دانغو تيلا", "town", "ML"), ("Koro", "town", "ML"), ("Mali", "country", "ML")]),
    ("قتل سبعة سوريين جنوب غرب البلاد", [("Southwestern Syria", "region", "SY")]),
    ("قتل شخصان في مدينة تعز ثم غادروا المدينة", [("Taiz", "town", "YE")]),
    ("قتل شخصان في مدينة تعز ثم وقع قصف في المدينة", [("Taiz", "town", "YE"), ("Taiz", "town", "YE")]),
    ("توقف القتال لمدة وجيزة في مدينة طبرق", [("Tobruk", "town", "LY")]),
    ("معارك في محيط العاصمة طرابلس، ثم قصف جنوب العاصمة (مراد تركيا/الأناضول)",
     [("Tripoli", "town", "LY"), ("Tripoli", "town", "LY"), ("Turkey", "country", "TR")]),
    ("قصف صحراء تدمر", [("Palmyra", "district", "SY")]),
    ("تعزيزات قرب الحدود الكويتية", [("Kuwait border", "region", None)]),
    ("التقى وزيري الخارجية وأصيب لحظة مروره", []),
    ("قصف داخل الأراضي السورية", [("Syria", "country", "SY")]),
    ("معبر كرم أبو سالم", [("Kerem Shalom Crossing", "site", "PS")]),
    ("سقط صاروخ على وادي بردى", [("Wadi Barada", "district", "SY")]),
    ("مسقط عاصمة سلطنة عمان", [("Muscat", "town", "OM"), ("Oman", "country", "OM")]),
    ("قتل أردني في عمان", [("Amman", "town", "JO")]),
    ("غارة على بلدة عيتا الشعب", [("Aita al-Shaab", "town", "LB")]),
    ("اشتباكات في حيي الشعار والصاخور في حلب",
     [("Shaar", "neighbourhood", "SY"), ("Sakhour", "neighbourhood", "SY"), ("Aleppo", "town", "SY")]),
    ("قصف حي السدرة في الفاشر", [("حي السدرة", "neighbourhood", "SD"), ("El Fasher", "town", "SD")]),
    ("هجوم في منطقة هور الباشا شمال بغداد",
     [("منطقة هور الباشا", "town", "IQ"), ("Northern Baghdad", "district", "IQ")]),
    ("قصف بلدات كفركلا والطيبة قبالة مستوطنة المطلة",
     [("Kfar Kila", "town", "LB"), ("Taybeh", "town", "LB"), ("Metula", "town", "IL")]),
    ("انفجار وسط العاصمة في السودان", [("Khartoum", "town", "SD"), ("Sudan", "country", "SD")]),
    ("هجوم في العاصمة النيجيرية", [("Abuja", "town", "NG")]),
    ("قصف على #الميادين في ريف #دير_الزور",
     [("Mayadin", "town", "SY"), ("Deir ez-Zor Countryside", "district", "SY")]),
    ("قتل ستة داخل القطاع في حرب غزة", [("Gaza Strip", "province", "PS"), ("Gaza City", "town", "PS")]),
    ("انفجار لغم في ولاية القصرين", [("Kasserine", "province", "TN")]),
    ("نقل الجرحى إلى مستشفى حجة قرب عبس في اليمن",
     [("مستشفى حجة", "site", "YE"), ("Abs", "town", "YE"), ("Yemen", "country", "YE")]),
    ("قذيفة على حي الروضة بمدينة مأرب", [("Rawda", "neighbourhood", "YE"), ("Marib", "town", "YE")]),
    ("حريق في بلدة دورا قرب الخليل ثم اشتباكات في البلدة",
     [("Dura", "town", "PS"), ("Hebron", "town", "PS"), ("Dura", "town", "PS")]),
    ("قصف حي الشعب في بغداد، وشهد الحي نفسه تفجيرا",
     [("Sha'ab", "neighbourhood", "IQ"), ("Baghdad", "town", "IQ"), ("Sha'ab", "neighbourhood", "IQ")]),
    ("غارة في مديرية سحار في صعدة وأخرى على سوق بالمديرية نفسها",
     [("Sahar", "district", "YE"), ("Saada", "town", "YE"), ("Sahar", "district", "YE")]),
    ("قصف بلدة النبطية في لبنان وأحياء الدير والرويس",
     [("Nabatieh", "town", "LB"), ("Lebanon", "country", "LB"), ("أحياء الدير", "neighbourhood", "LB"),
      ("Roueiss", "neighbourhood", "LB")]),
    ("قصف على محلية كرري في أم درمان", [("Karari", "neighbourhood", "SD"), ("Omdurman", "town", "SD")]),
    ("ذكرت مصادر محلية أمس أن القصف توقف", []),
    ("اشتباكات جنوب وشرق البلاد في سوريا",
     [("Southeastern Syria", "region", "SY"), ("Syria", "country", "SY")]),
    ("قصف حي عبد العزيز في مدينة عدن باليمن",
     [("حي عبد العزيز", "neighbourhood", "YE"), ("Aden", "town", "YE"), ("Yemen", "country", "YE")]),
    ("أصيب جندي في محافظة الحرث جنوب السعودية",
     [("Al-Harth", "district", "SA"), ("Southern Saudi Arabia", "region", "SA")]),
    ("أفاد مراسل الشبكة في إدلب بمقتل طفل في سراقب وقصف سوق في المدينة",
     [("Idlib", "town", "SY"), ("Saraqib", "town", "SY"), ("Saraqib", "town", "SY")]),
    ("مسيرة استهدفت سيارة في منطقة كرك بولاية غرب دارفور قرب الجنينة غربي السودان",
     [("منطقة كرك", "town", "SD"), ("West Darfur", "province", "SD"), ("El Geneina", "town", "SD"),
      ("Western Sudan", "region", "SD")]),
    ("اشتباكات في منطقة الدبابشة بمدينة صبراتة",
     [("منطقة الدبابشة", "neighbourhood", "LY"), ("Sabratha", "town", "LY")]),
    ("قتل راع في قرية (برمشة) في كركوك", [("قرية برمشة", "town", "IQ"), ("Kirkuk", "town", "IQ")]),
    ("انفجار في قرية كلوزي الواقعة في كركوك", [("قرية كلوزي", "town", "IQ"), ("Kirkuk", "town", "IQ")]),
    ("قذيفة على حي السدرة السكني في تعز", [("حي السدرة", "neighbourhood", "YE"), ("Taiz", "town", "YE")]),
    ("غارة على سيارة على طريق صور - الناقورة في لبنان",
     [("طريق صور - الناقورة", "site", "LB"), ("Lebanon", "country", "LB")]),
    ("لم أدري وين ذهبوا", []),
    ("نزحوا إلى مخيمين للنازحين", []),
    ("هجوم لتنظيم القاعدة الإرهابي", []),
    # no place
    ("قتلت ثلاث شخصيات بارزة في هجوم", []),
    ("أعرب عن قلقه معربا عن حزنه على الشهداء", []),
    ("زار وفد من القطاع الخاص المعرض", []),
    ("نشرت الدراسة في بحوث متفرقة", []),
    ("قتلى داخل مخيم يؤوي نازحين", []),
    ("قال محمد الحلبي إنه رأى القتلى", []),
    ("قال أحمد إدلب إنه رأى القتلى", []),
    ("أغلقوا الباب بعد وسط الطريق", []),
    ("طالب الشعب بالحرية والوحدة والسلام", []),
    ("نشرت صور القتلى", []),
    ("سقوط قذيفة قرب مدرسة وسوق شعبي", []),
    ("دعم لجهود السلام", []),
    ("أفادت قناة الجزيرة بذلك", []),
    ("قتل الشيخ صالح منصور", []),
    ("بلدة صغيرة تقع على النهر", []),
    ("خسائر مالية كبيرة", []),
    ("وأدى تقدم القوات إلى نزوح", []),
    ("يوم الخميس، الجمعة والسبت", []),
    ("حيا سكنيا مكتظا", []),
    ("قتل شاب برصاص حرس الحدود التركي", []),
    ("قتل اثنان في بغداد وثلاثة في المثنى", [("Baghdad", "town", "IQ"), ("Muthanna", "province", "IQ")]),
    ("قتل ثلاثة في حي المثنى ببغداد", [("Al-Muthanna", "neighbourhood", "IQ"), ("Baghdad", "town", "IQ")]),
    ("معارك الصومال في جنوب وسط البلاد", [("Somalia", "country", "SO"), ("Central Somalia", "region", "SO")]),
    ("معارك في جنوب الصومال", [("Southern Somalia", "region", "SO")]),
    ("انهار مبنى في شمال غرب تركيا", [("Northwestern Turkey", "region", "TR")]),
    ("قتلى في الجنوب التونسي وغرب تونس العاصمة", [("Southern Tunisia", "region", "TN"), ("Tunis", "town", "TN")]),
    ("قالت الشرطة الألمانية إن شاحنة انقلبت جنوبي البلاد", [("Southern Germany", "region", "DE")]),
    ("اصطدمت قاطرتان في جنوى", [("Genoa", "town", "IT")]),
    ("انهار سقف في ولاية ساكسونيا وآخر في مدينة ماريبور", [("Saxony", "province", "DE"), ("Maribor", "town", "SI")]),
    ("كمين عند مفرق المخا", [("Mocha Junction", "site", "YE")]),
    ("غارة على قرية المعاريف في الحديدة", [("قرية المعاريف", "town", "YE"), ("Al Hudaydah", "town", "YE")]),
    ("انقلاب شاحنة على الطريق الصحراوي بمحافظة أسيوط", [("Asyut", "province", "EG")]),
    ("مداهمة في منطقة معزولة بريف حمص أثناء قضاء عقوبتهم", [("Homs Countryside", "district", "SY")]),
    ("هجوم في باتيكول جنوب الفلبين", [("Patikul", "town", "PH"), ("Southern Philippines", "region", "PH")]),
    ("قصف على منطقة الزور بمديرية رازح", [("منطقة الزور", "town", "YE"), ("Razih", "district", "YE")]),
    ("قصف على منطقة الزور في مأرب", [("Al-Zur", "town", "YE"), ("Marib", "town", "YE")]),
    ("هجوم في كبيندجال في توغو", [("Kpendjal", "district", "TG"), ("Togo", "country", "TG")]),
    # spelling tells a town from a month and from a father
    ("انفجار في مدينة جومب", [("Gombe", "town", "NG")]),
    ("هجوم في ولاية أجري", [("Agri", "province", "TR")]),
    ("يالا نساعد من أجري تحقيق معه", []),
    ("قصف على إب وسط اليمن", [("Ibb", "town", "YE"), ("Central Yemen", "region", "YE")]),
    ("قتل أب وابنه في تعز", [("Taiz", "town", "YE")]),
    # words that are places where what holds them follows, or where «في» leads a city of the report's country
    ("قتل طفل في نصيب بريف درعا", [("Nasib", "town", "SY"), ("Daraa Countryside", "district", "SY")]),
    ("انفجار لغم في مودية بأبين", [("Mudiyah", "town", "YE"), ("Abyan", "province", "YE")]),
    ("اشتباكات في عمران ومعارك أخرى في اليمن", [("Amran", "town", "YE"), ("Yemen", "country", "YE")]),
    ("كان له نصيب من الإعجاب", []),
    # a name in quotation marks is whole, with none of them; one behind «ل» is a newspaper
    ("شغب في ولاية «دورا نغو» بالمكسيك", [("ولاية دورا نغو", "province", "MX"), ("Mexico", "country", "MX")]),
    ("وقال سكان ل«المدينة» إن ثلاثة قتلوا في تعز", [("Taiz", "town", "YE")]),
    ("وقال سكان لـ«المدينة» إن ثلاثة قتلوا في تعز", [("Taiz", "town", "YE")]),
    ("اشتباكات في «تعز» اليمنية", [("Taiz", "town", "YE")]),
    # a particle before a city is none of a village's name, nor are floods a capital
    ("قتل جنديان في مديرية بمأرب", [("Marib", "town", "YE")]),
    ("غرق رعاة بسيول في الجوف اليمنية", [("Al Jawf", "province", "YE")]),
    # another river than the Jordan has banks too
    ("اشتباكات في الضفة الشرقية لنهر الفرات في الرقة", [("Euphrates", "region", None), ("Raqqa", "town", "SY")]),
    ("قتل شاب في الضفة الغربية لنهر الأردن", [("West Bank", "province", "PS"), ("Jordan River", "region", None)]),
    # no region of Burkina Faso where the report speaks of Yemen
    ("قصف على أبين في اليمن واشتباكات في المنطقة الوسطى", [("Abyan", "province", "YE"), ("Yemen", "country", "YE")]),
]  # fmt: skip

# text, the place's words, the flag that it must carry
FLAGS = [
    ("قالت دمشق إن القصف استهدف بلدة نبل", "دمشق", "places.metonym"),
    ("اتهمت الرياض طهران بتسليح المقاتلين", "الرياض", "places.metonym"),
    ("اتهمت الرياض طهران بتسليح المقاتلين", "طهران", "places.metonym"),
    ("واشنطن ترفض الهدنة", "واشنطن", "places.metonym"),
    ("قتل جندي بعد قرار أنقرة فتح القاعدة", "أنقرة", "places.metonym"),
    ("قتل جندي في ظل خلافات مع دمشق", "دمشق", "places.metonym"),
    ("قتل جندي رغم هدنة بين دمشق وأنقرة", "دمشق", "places.metonym"),
    ("قتل جندي رغم هدنة بين دمشق وأنقرة", "أنقرة", "places.metonym"),
    ("إذا مضت دمشق في هجومها فقد ينزح كثيرون", "دمشق", "places.metonym"),
    ("حصيلة المخطوفين في اليمن\nإب: 97 مدنيا", "إب", "places.name"),
    ("دبي، الإمارات العربية المتحدة (CNN)-- قتل جنديان", "دبي", "places.dateline"),
    ("عنوان\nالقاهرة (وكالة) - قتل جنديان", "القاهرة", "places.dateline"),
    ("بيروت - (د ب أ)\nقتل جنديان في صيدا", "بيروت", "places.dateline"),
    ("ذكرت المنظمة ومقرها لندن أن شخصين قتلا", "لندن", "places.speaker_home"),
    ("ذكرت المنظمة ومقرها لندن في بريطانيا أن شخصين قتلا", "بريطانيا", "places.speaker_home"),
    ("قال في مؤتمر صحفي عقده في أبيدجان إن حارسين قتلا", "أبيدجان", "places.speaker_home"),
    ("قتل شخصان في قرية برمشة", "قرية برمشة", "places.unknown_name"),
    ("قتل شخصان في ضربة استهدفت قرية يارونفا", "قرية يارونفا", "places.unknown_name"),
    ("قتل شخصان في قرية بلنتيت، أمس", "قرية بلنتيت", "places.unknown_name"),
    ("قتل شخصان في حي الياسمين بمدينة كذا", "حي الياسمين", "places.unknown_name"),
    ("انفجار في سرمين. وكانت البلدة شهدت قصفا", "البلدة", "places.anaphor"),
    ("انفجار في سرمين. وتعرضت البلدة لقصف", "البلدة", "places.anaphor"),
    ("قتل شخصان قرب حمص", "حمص", "places.near"),
    ("قصف بلدة البقعان على بعد 40 كيلومترا شمال حماة", "شمال حماة", "places.far"),
    ("تقع القرية على مسافة عشرين كم من تدمر", "تدمر", "places.far"),
    ("مقتل مسلحين محليين موالين لدمشق", "دمشق", "places.metonym"),
    ("استهدفت الغارة ميليشيا تابعة لإيران", "إيران", "places.metonym"),
    ("قتل شخصان في محيط تدمر", "محيط تدمر", "places.around"),
    ("غارة على بلدة القريبة من مدينة معرة النعمان", "مدينة معرة النعمان", "places.near"),
    ("نقلت الجثث إلى مستشفى ناصر في خان يونس", "مستشفى ناصر", "places.taken_to"),
    ("وصل 15 شهيدا إلى مستشفى الشفاء", "مستشفى الشفاء", "places.taken_to"),
    ("قتل شاب ينحدر من بلدة سرمدا", "بلدة سرمدا", "places.origin"),
    ("قتل ثلاثة عمال ينتمون إلى محافظة ذي قار", "محافظة ذي قار", "places.origin"),
    ("قتل سالم العمري، 31 عاما، من مدينة حلب، في الكمين", "مدينة حلب", "places.origin"),
    ("قتل سالم العمري (31 عاما) من مدينة حلب", "مدينة حلب", "places.origin"),
    ("قتل المدرس المنحدر من مدينة سلقين بريف إدلب", "ريف إدلب", "places.origin"),
    ("أصيب طفل في قرية “تل الزنبور” بقصف", "قرية “تل الزنبور", "places.unknown_name"),
    ("وصول جثة إلى مشفى المواساة في دمشق", "دمشق", "places.taken_to"),
    ("نقل الجرحى إلى مستشفى ناصر في مدينة خان يونس", "مدينة خان يونس", "places.taken_to"),
    ("عنوان\nبعقوبة، العراق 19 أبريل 2022 (شينخوا) قتل اليوم اثنان", "بعقوبة", "places.dateline"),
    ("عنوان الخبر\nعين اليوم – نيودلهي\nقتل خمسة", "نيودلهي", "places.dateline"),
    ("عنوان\nوكالة الأنباء - الرياض : أدانت الأمانة التفجير", "الرياض", "places.dateline"),
    ("12 مارس 2024 السومرية نيوز - أربيل\nقتل خمسة", "أربيل", "places.dateline"),
    ("مقتل 12 في تفجيرات - بغداد\nقتل خمسة", "بغداد", "places.name"),
    ("نيروبي- د.ب.أ\nقتل خمسة", "نيروبي", "places.dateline"),
    ("نيروبي - هجوم جديد على مقهى في حي المال\nقتل خمسة", "نيروبي", "places.name"),
    ("قتل اثنان من تنظيم الدولة (المحظور في إيطاليا) في كمين بدرعا", "إيطاليا", "places.speaker_home"),
    ("قتل اثنان في محل محظور دخوله في إيطاليا", "إيطاليا", "places.name"),
    ("قال سالم الذي لجأ إلى مدينة حلب إن القرية هوجمت", "مدينة حلب", "places.origin"),
    ("قتل أربعة قبل محادثات سلام في جنيف", "جنيف", "places.elsewhere"),
    ("احتجاجا على نقل السفارة من تل أبيب إلى القدس", "تل أبيب", "places.elsewhere"),
    ("أدى الأهالي الصلاة على الشهيدين في جامع الملك فهد", "جامع الملك فهد", "places.elsewhere"),
    ("أصيب عامل في مسيرة «جمعة القدس» شرق البريج", "القدس", "places.elsewhere"),
    ("أصيب عامل في مسيرة باسم «انتفاضة القدس» شرق البريج", "القدس", "places.elsewhere"),
    ("وقال في خطبة الجمعة بجامع الإمام تركي", "جامع الإمام تركي", "places.elsewhere"),
    ("هذا العدد لا يشمل المعتقلين من قطاع غزة", "قطاع غزة", "places.elsewhere"),
    ("قتل جندي وجرى إجلاء المصابين إلى باماكو", "باماكو", "places.elsewhere"),
    ("قتل ثلاثة أثناء توجههم إلى باماكو", "باماكو", "places.bound"),
    ("قتل ثلاثة أثناء توجههم إلى قرية تل رفعت في ريف حلب", "ريف حلب", "places.bound"),
    ("خطفت معلمة في الطريق إلى عملها في باماكو", "باماكو", "places.bound"),
    ("بحث الاجتماع الوضع في الشرق الأوسط", "الشرق الأوسط", "places.world"),
    ("تظاهرات في أنحاء البلاد في العراق", "البلاد", "places.throughout"),
    ("قتل شخصان شمال مدينة حمص", "شمال مدينة حمص", "places.direction"),
    ("قتلت طفلة في منطقة العزيزية شمالي مدينة رفح", "منطقة العزيزية", "places.unknown_name"),
    ("قتل شخصان في بلدة سرمدا", "بلدة سرمدا", "places.kind.balda"),
    ("اشتباكات في مقاطعة ريغاستان", "مقاطعة ريغاستان", "places.kind.muqataa"),
    ("قتل المزارع سالم العمري من أبناء بلدة الجيزة", "بلدة الجيزة", "places.origin"),
    ("قتل ستة، وفق بيان صادر عن مقر القيادة", "مقر القيادة", "places.speaker_home"),
    ("قتل سبعة جنود من العائدين من جبهة كرش", "كرش", "places.origin"),
    ("هاجموا رتلا كان عائدا من قضاء بيجي", "قضاء بيجي", "places.origin"),
    ("قتل خمسة من أبناء بلدة سرمين", "بلدة سرمين", "places.kind.balda"),
    ("دهموا منازل في مدينة سجنان", "مدينة سجنان", "places.kind.madina"),
    ("هاجموا سيارة لعناصر من مديرية أمن أسيوط", "أسيوط", "places.origin"),
    ("انفجار سيارة أمام مديرية أمن المنيا", "المنيا", "places.name"),
    ("كمين قرب منطقة وادي العزيب", "وادي العزيب", "places.near"),
    ("معسكر على بعد 90 كيلومترا تقريبا جنوب طرابلس", "جنوب طرابلس", "places.far"),
    ("جرى نقل الجرحى إلى بغداد", "بغداد", "places.taken_to"),
    ("توفي الحارس في المستشفى الذي نقل إليه في أنقرة", "أنقرة", "places.taken_to"),
    ("حاجز على الطريق بين حمص وطرطوس", "الطريق بين حمص وطرطوس", "places.road"),
    ("توقيف شابين في معتمدية الفوار", "معتمدية الفوار", "places.kind.mutamadiya"),
    ("نقلت الجثث إلى المستشفى العسكري في العريش", "العريش", "places.taken_to"),
    ("انفجار أمام المستشفى العسكري في العريش", "العريش", "places.name"),
    ("بلدة تبعد (40 كم) شمال طرابلس", "شمال طرابلس", "places.far"),
    ("توفي القائد العامل في إدلب", "إدلب", "places.elsewhere"),
    ("قصف على مدينة غزة", "مدينة غزة", "places.kind.madina"),
    ("هجوم في منطقة إدارة باما المحلية", "منطقة إدارة باما", "places.kind.mintaqa.idara"),
]


def read(text: str) -> Document:
    language = load()
    return places.run(Document("t", text, ""), language.scan(text), language)


def find(text: str) -> tuple[Place, ...]:
    return read(text).places


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_places_of_a_phrase(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.level, p.country) for p in find(text)] == expected


@pytest.mark.parametrize(
    "text",
    ["نقلوا عن طريق الإسعاف الجوي", "استشهد في ميدان الشرف", "خبرة في الساحة السياسية", "منطقة كثيفة السكان",
     "قال باراك أوباما إن ثلاثة قتلوا", "قال راجي فلحوط إن ثلاثة قتلوا", "خمسة من جنود الفرقة السادسة",
     "نعت القيادة العامة ثلاثة من جنودها", "استشهد عبد الله بن دواس", "نزح أهل قرية أحرقت ليلا",
     "رممت البلدة جسورا قديمة", "أصيب تسعون في عدة مدن بعضهم بالرصاص", "نهبوا (14) قرية وأجبروا أهلها"],
)  # fmt: skip
def test_words_that_are_no_place(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(("text", "words", "flag"), FLAGS)
def test_flag(text: str, words: str, flag: str) -> None:
    found = {p.text: p.because for p in find(text)}
    assert flag in found[words]


def test_text_is_the_exact_words() -> None:
    text = "قتل ثلاثة في مدينة إدْلِب"
    (place,) = find(text)
    assert place.text == "مدينة إدْلِب"
    assert text[place.span.start : place.span.end] == place.text


def test_same_name_follows_the_report() -> None:
    assert find("غارة سعودية على البيضاء وسط اليمن")[0].country == "YE"
    assert find("اشتباكات في البيضاء شرقي ليبيا بين قوات ليبية")[0].country == "LY"


def test_a_quarter_that_a_list_has_whole_may_be_its_namesake() -> None:
    assert find("تفجيران في حي الزهراء بمدينة حمص")[0].country == "SY"
    assert find("تفجيران في حي الزهراء بمدينة الموصل")[0].country == "IQ"


def test_the_country_is_that_of_its_places() -> None:
    text = "قصفت طائرات روسية بلدة سرمدا، وقال الجيش الروسي إن الطيران الروسي قصف شمال غرب البلاد"
    assert find(text)[-1].country == "SY"


def test_names_of_persons_and_bodies_are_set_aside_with_a_reason() -> None:
    reasons = {(a.text, a.reason) for a in read("قال أحمد إدلب لقناة حلب").aside}
    assert ("إدلب", "places.person") in reasons
    assert ("حلب", "places.organisation") in reasons


def test_part_of_a_province_lies_on_that_side() -> None:
    (north,), (south,) = find("شمال محافظة ديالى"), find("جنوب محافظة ديالى")
    assert north.lat is not None and south.lat is not None
    assert north.lat > south.lat + 0.2


WORDS = ["قتل", "في", "مدينة", "ريف", "شمال", "إدلب", "الباب", "و", "«", "،", "قرى", "المدينة", "\n", "قرب", "السورية",
         "بـ", "الحدود",
         "حي", "دوما", "وحمص", "من", "غربي", "الغربية", "10", "كم", "عن", "مطار", "أبو", "(", ")", "-"]  # fmt: skip


@settings(max_examples=200, deadline=None)
@example("ريف'آلمدينةفىآلمدينةآدلب")
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_any_text(text: str) -> None:
    found = find(text)
    assert list(found) == sorted(found, key=lambda p: p.span)
    for i, place in enumerate(found):
        assert 0 <= place.span.start < place.span.end <= len(text)
        if place.text != text[place.span.start : place.span.end]:
            assert "places.anaphor" in place.because
            assert place.text in text
            assert place.text in {one.name for one in found[:i]}
        assert place.because
    assert all(one.last <= two.first for one, two in pairwise(found))


def test_hostile_text_takes_linear_time() -> None:
    assert len(find("شمال " * 20_000)) == 0
    assert len(find("قرى " + "والمكان " * 20_000)) < 20_001


def test_a_road_joins_those_of_places_called_alike_that_lie_near_each_other() -> None:
    road = read("لغم على طريق عقربا - كفر شمس في ريف درعا").places[0]
    assert (road.admin1, round(road.lat or 0.0)) == ("Daraa", 33), "and not the Aqraba beside Damascus"


def test_a_road_lies_midway_between_its_ends_where_they_are_near() -> None:
    near, far = (read(text).places[0] for text in ("حاجز على طريق حمص - طرطوس", "حاجز على الطريق بين دمشق ودير الزور"))
    assert (near.lat, near.lon) == (34.81, 36.3)
    assert (far.lat, far.lon) == (None, None)


def test_every_example_of_the_data_uses_its_word() -> None:
    file = Path(places.__file__).parents[2] / "data" / "ar" / "place.toml"
    language = load()
    for word in tomllib.loads(file.read_text(encoding="utf-8"))["word"]:
        assert word["id"] in {hit.entry.id for hit in language.scan(word["example"]).hits("place")}, word["id"]
