"""Harm words: what happened to the counted."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class HarmWord:
    """`outcome` as in a claim; empty for carriers, which take their outcome from the noun after them.

    `part`: verb («قتل»), masdar («مقتل»), victim (a noun that is itself the harmed: «قتيل»), state (a participle or
    phrase after the noun: «مصرعهم», «في عداد المفقودين») or carrier («أسفر عن», «سقوط», «أوقع»), reach («بلغ»), kindle
    («أضرم», with «النار في» behind it), none (no harm: «إصابة مباشرة») or topic («حملة اعتقالات»: what a later «طالت»
    means). `group` is whom a victim noun counts; `event` the cause it implies, `usual` that where nothing else tells
    one («أحرقوا منزلا»); `counted`: a number may stand before it («133 إصابة»). `voice`: what a verb needs with it:
    with_state («لقي ... مصرعه»), with_self («فجر ... نفسه»), with_life («فارق ... الحياة»), with_victim («راح
    ... ضحية»), with_souls («أزهقت ... أرواح خمسة»), with_number («قضى خمسة»), mourned («نعى ثلاثة») one said
    outright, to_hospital («نقل خمسة») too, with the hospital behind it, kindled («أضرم ... النار في»), of_topic;
    kindled_by and with_by («النار بمركبتين», «أضرت بالمنازل») take what «ب» is glued to, with_on («تم القبض ...
    على خمسة») what «على» stands before, of_people («ضبط خمسة مهربين») those whom a word for people names,
    of_armed («خسر عشرة جنود») fighters that a number counts, by_hand («طعن شاب جنديين») people behind whoever
    did it, downed («أسقطت طائرة») aircraft that let nothing fall themselves, leaving and leaving_home («غادر
    ألفا شخص المدينة», «ترك خمسون بيوتهم») crowds or those whose homes they were, forced and forced_to («اضطر
    خمسون للهرب», «للجوء إلى مخيم») those behind a verb of forcing or beginning; as_hostages («أخذوا ستة رهائن»)
    those called so, captive («وقع خمسة في الأسر») those who fell so; blown («فجرت منزلا») destroys only what is
    built; losing and missed («فقدت», «فقد») are with_state or with_count; passive, burnt and intransitive verbs
    take no object, and what is burnt is destroyed if it is a vehicle; of_pronoun has its object in it
    («انتشلوها»), undergone follows «تعرض», lost («حياتهم») follows «فقدان», lifeless speaks of one brought up
    before, those («خمسة قتلتهم القوات») has its object before it, of_them («إعدامهم») only names those counted,
    of_kin («فقدت ابنها») takes those called hers, found («عثر على شاب مقتولا») is said of those come upon,
    of_things («ودمرتها») has the things struck before it in it, fallen («سقط خمسة») kills people only, of_part
    («بينهم 31 قيد الاحتجاز») is a state of those right before alone, of_fate («مصير ثلاثة مجهول») one of a
    masdar with_state, of_homes («تفجير سبعة منازل») does away with homes only; suicide and sentence say more of the
    harm.
    """

    layer: ClassVar[str] = "harm"
    id: str
    example: str
    part: str
    outcome: str = ""
    group: str = "person"
    event: str | None = None
    usual: str | None = None
    voice: str = "either"
    counted: bool = False
