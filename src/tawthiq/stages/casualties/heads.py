"""Nouns that begin no counted phrase: in names, adjectives, what bodies bear, those told of before."""

from tawthiq.language.entries import GroupWord, HarmWord
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import words
from tawthiq.language.tokens import QUOTES
from tawthiq.stages.casualties.harmed import HOSPITAL
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import BODIES, BOMBERS, SELF, Phrase

_CAMPS, _CAMP_REACH = frozenset({"مخيم", "مخيمات", "مخيمي"}), 5
_THIS, _ADVERBIAL = words("this"), "ا"
_HAPPENED = words("disaster")
_THE, _GLUED = "ال", ("ب", "و", "ف", "ل")
_ADULT = "group.untha_baligha"  # «ست سيدات (أنثى بالغة)» says who they are
_DEFINITE = ("ال", "بال")
_ADJECTIVES = frozenset({"group.madani", "group.madaniyya", "group.askari", "group.irhabi"})
DRONE, _IN = "group.musayyara2", ("في", "خلال", "ضمن", "اثناء")  # «في مسيرة للمعارضة»
_SECURITY, _SEVERAL = "group.amni", ("ون", "ين", "اء")  # «خبراء أمنيون»
_ATTACKING, _DRIVES = _ADJECTIVES | BOMBERS, words("leads")
_STUDENT = "group.talib"
_SOULS = "group.ruh"  # «أرواح خمسة مدنيين»
_SURVIVOR, _NAJI = "group.hasil", "ناجي"  # «ناجي محمد» is a name
_FAMILIES, _OTHERS = "group.usra", words("others")
_ISABAT = "harm.injured.isabat"
BESIDE = BODIES | {_ISABAT}  # what a number right before need not count
SOMEBODYS = frozenset({"harm.killed.qatlahu", "harm.injured.jarhahu"})  # «قتلاه»
_VICTIM = "harm.casualties.dahiyya"
_QATIL = "harm.killed.qatil"
_DEAD = frozenset({_QATIL, "harm.killed.shahid"})
_BETWEEN, _ON = "بين", "علي"
_ALL_OF_IT, _SOME_OF_THEM = ("كلها", "جميعها"), "بعضهم"
_WOUNDS, _HOW = "اصابات", ("في", "بحاله", "بجروح", "بينهم")
_FOUND, _PRONOUNS = ("علي", "عدد", "عشرات"), ("هم", "ها", "هما")
_ENDS = frozenset(".،,؛\n")
_GASSED = "harm.injured.ikhtinaq"
_DIED_OF, _DIED_REACH = "متاثر", 13
_WITHIN = frozenset({"فيها", "فيه", "خلالها", "خلاله", "اثرها"})
_NAMED_FOR, _HONOURED = words("named_for"), frozenset({"harm.killed.shahid", "group.mujahid"})  # «كتيبة شهداء الوادي»
_TERMS = words("term")  # «لقب شهيد»
_CASES = "group.hala"  # «وفاة حالتين»
_SAME = ("نفس", "ذات")  # «من نفس العائلة» points back
_ANY = frozenset({"اي", "ايه"}) | words("in_order")  # «لم يقتل أي فلسطيني», «سابع مصري يقتل»
_MORE, _MET_WITH = frozenset({"اكثر", "ازيد"}), frozenset({"تعرض", "تعرضت", "وتعرض", "وتعرضت"})


def counts_nothing(layers: Layers, hit: Hit, index: int) -> bool:
    """A bare noun that counts nothing: after «من», in a place's name, or a nationality that is an adjective; nor what
    a number that is left out counts («5ر1 مليون شخص»), the dead of «عائلات قتلى», what a body bears («جثة مصابة
    بالرصاص») or the bulldozers of «هدمت جرافات»."""
    before = layers.tokens[index - 1].form if index else ""
    if (
        (before == "من" and hit.clitic in ("", "ال") and index - 1 not in layers.alls and not _more_than(layers, hit))
        or before in _SAME
        or (index in layers.measured and not hit.clitic)
        or (hit.entry.id in _ADJECTIVES and _of_a_thing(layers, hit))
        or (hit.entry.id == DRONE and before in _IN)
        or (hit.entry.id == _SECURITY and before.endswith(_SEVERAL) and index - 1 not in layers.groups)
        or (before in _NAMED_FOR and hit.entry.id in _HONOURED and not hit.clitic)
        or (index in layers.victims and _called_so(layers, index))
        or (hit.entry.id == _ADULT and before == "(")
        or (hit.entry.id == _CASES and index not in layers.after_harm)
        or hit.clitic.endswith("ك")
        or index in layers.posts
        or index in layers.wrecking
        or index in layers.inside_others
        or (hit.entry.id == _SURVIVOR and layers.form(index) == _NAJI and hit.last in layers.names)
        or (hit.entry.id == _SOULS and (index + 1 in layers.numbers or _of_all_souls(layers, hit)))
        or (hit.entry.id == _SOULS and _whose(layers, hit))
        or (hit.entry.id == _FAMILIES and not hit.definite and _held(layers, hit))
        or (hit.entry.id == _STUDENT and _demands(layers, hit))
        or (hit.clitic in ("ل", "لل") and _of_camp(layers, index))
        or (isinstance(hit.entry, HarmWord) and _of_no_number(layers, hit, hit.entry, index))
    ):
        return True
    alive = index in layers.states and hit.clitic in ("", "ب") and index not in layers.led
    alive = alive and hit.last - index == 1  # not «على أحياء», «أحياء سكنية»
    if alive or index in layers.speaking or layers.describes(hit):
        return True
    if index in layers.deeds and index not in layers.after_harm and index not in layers.after_number:
        return True
    called = index in layers.attacks and before not in _DRIVES  # «سيارة مفخخة يقودها انتحاري»
    if called and index - 1 not in layers.deeds and hit.entry.id in _ATTACKING:
        behind = hit.last + (hit.last in layers.numbers)
        return not layers.form(behind).startswith(SELF)  # «بعد تفجير انتحاري نفسه»
    sort = hit.entry.sort if isinstance(hit.entry, GroupWord) else ""
    if sort == "person" and hit.last - hit.first == 1 and index in layers.places:
        return True
    if sort != "nationality":
        return False
    if index in layers.thats and hit.number in ("one", "two") and not hit.clitic:
        return index in layers.actors  # «إن فلسطينيا قتل»
    two_more = hit.number == "two" and hit.clitic == "و"  # «متضامنان وفلسطينيان»
    after = index in layers.after_harm and index - 1 not in layers.struck  # not «قصف إسرائيلي»
    after = after or (before in _WITHIN and index - 1 in layers.after_harm)  # «معركة قتل فيها فلسطيني»
    harmed = (
        two_more
        or after
        or before in _MET_WITH
        or before in _ANY
        or _behind_known(layers, index)
        or _of_part(layers, hit)
    )
    harmed = harmed or (index in layers.led and before == _ON and hit.number != "many")  # «النار على فلسطيني»
    told = index in layers.places or hit.definite or (index in layers.actors and not _fallen_of(layers, hit))
    return told or not (harmed or _behind_doer(layers, hit))


def _called_so(layers: Layers, index: int) -> bool:
    """«أطلقت القناة عليه لقب "شهيد"»: whether a word for the harmed is only what somebody is called."""
    return layers.form(index - 1 - (layers.form(index - 1) in QUOTES)) in _TERMS


def _fallen_of(layers: Layers, hit: Hit) -> bool:
    """«مقتل حوثيين في غارة», «أسر حوثي»: whether people of a side stand right behind the word for what befell them."""
    deed = layers.deeds.get(hit.first - 1)
    masdar = deed is not None and deed.entry.part == "masdar" and not hit.clitic
    return masdar and isinstance(hit.entry, GroupWord) and hit.entry.group == "fighter"


def _held(layers: Layers, hit: Hit) -> bool:
    """«وأسر 11 آخرين», «وأسر آخرون», «قتل وأسر مسلحين»: whether those behind the word were captured, and no families
    are told of."""
    joined = hit.clitic == "و" and hit.first in layers.after_harm
    return joined or hit.last in layers.numbers or layers.form(hit.last) in _OTHERS


def _of_all_souls(layers: Layers, hit: Hit) -> bool:
    """«تواصل الألغام حصد أرواح المدنيين»: whether the souls are those of people at large."""
    return hit.number == "many" and layers.form(hit.last).startswith(_THE)


def _whose(layers: Layers, hit: Hit) -> bool:
    """«ارتقت روح شهيد»: whether the one whose soul it is stands right behind it."""
    dead = layers.victims.get(hit.last)
    return hit.number == "one" and dead is not None and dead.number == "one" and not dead.clitic


def _more_than(layers: Layers, hit: Hit) -> bool:
    """«أكثر من جندي», «أكثر من منزلين»: whether one or two are what more than one or two were."""
    more = layers.form(hit.first - 2) in _MORE and layers.form(hit.first - 3) != "في"  # «في أكثر من موقع» tells where
    return more and hit.number in ("one", "two") and not hit.clitic


def _of_no_number(layers: Layers, hit: Hit, word: HarmWord, index: int) -> bool:
    """Whether a noun for the harmed only tells of others what befell them."""
    told = index in layers.families or _borne(layers, word, index)
    told = told or (hit.clitic == "ب" and layers.form(index - 1).startswith(_DIED_OF) and _of_the_dead(layers, index))
    told = told or (word.id == _GASSED and layers.form(hit.last - 1).startswith(_THE))  # but «عشرات حالات الاختناق»
    return told or _sorted_out(layers, hit) or _of_some(layers, hit) or _fell_to(layers, hit)


def _fell_to(layers: Layers, hit: Hit) -> bool:
    """«وقع رتل للجيش ضحية كمين», «كان ضحية القصف»: whether a word for one victim says of others what befell them."""
    victim = hit.entry.id == _VICTIM and hit.number == "one" and not (hit.clitic or hit.definite)
    return victim and hit.last in layers.events and hit.first not in layers.after_number


def _of_the_dead(layers: Layers, index: int) -> bool:
    """«توفيا، الأول أمس والثاني اليوم، متأثرين بإصابات»: whether wounds are what those just told of died of."""
    deeds = (layers.deeds.get(t) for t in range(index - _DIED_REACH, index))
    return any(deed.entry.outcome == "killed" for deed in deeds if deed is not None)


def owned(layers: Layers, at: int) -> bool:
    """«شهداء حلب», «جرحى حادث الطريق», «ضحايا هذه الحرب»: whether the dead or hurt are those of what stands behind."""
    form = layers.form(at)
    if (at in layers.places and at not in layers.placed) or form in _THIS:
        return True
    if form.startswith(_THE) or form.endswith(_ADVERBIAL):
        return False
    group = layers.groups.get(at)
    if group is None:
        happened = at in layers.plain_events or at in layers.acts or form in _HAPPENED
        return happened and not form.startswith(_GLUED)
    return group.entry.sort in ("object", "force") and not group.clitic and group.number != "two"


def _demands(layers: Layers, hit: Hit) -> bool:
    """«، وطالب المحافظ بالإفراج عنهم»: whether «طالب» opens a clause with its subject behind it, and is a verb."""
    opens = hit.first == 0 or layers.form(hit.first - 1) in _ENDS
    return opens and hit.clitic in ("", "و") and hit.number == "one" and layers.form(hit.last).startswith("ال")


def _of_some(layers: Layers, hit: Hit) -> bool:
    """«وأصيب 86، إصابات بعضهم حرجة»: whether wounds are of those told of before."""
    wounds = layers.form(hit.last) == _SOME_OF_THEM and layers.form(hit.last - 1).endswith(_WOUNDS)
    return wounds and layers.form(hit.last + 1) not in _HOW  # «جرحى بعضهم في حالة حرجة»


def beside(layers: Layers, bare: Phrase, hit: Hit) -> bool:
    """«شيع المئات جثامين ثلاثة شهداء», «شيع آلاف جثمان القائد»: whether a number right before bodies tells who bears
    them, or the noun behind a number says how they were hurt."""
    if hit.entry.id == _ISABAT:
        return _says_how(layers, bare, hit)
    many = layers.form(bare.first).startswith(_THE) or hit.number == "one"
    return many and bare.count.vague is not None and not hit.definite


def _says_how(layers: Layers, bare: Phrase, hit: Hit) -> bool:
    """«إصابة اثنين إصابات خطيرة»: whether a noun behind a number says how those were hurt whom a word of hurting
    right before has told of."""
    deed = layers.deeds.get(bare.first - 1)
    word = deed.entry if deed is not None else None
    said = word is not None and word.outcome == "injured" and word.voice != HOSPITAL
    return said and hit.first in layers.victims and layers.form(hit.last - 1).endswith("ات")


def _sorted_out(layers: Layers, hit: Hit) -> bool:
    """«المئات بين أسير وقتيل», «افتتح معرض "شهيد الوطن"»: whether a word for one of the dead only tells a kind, or
    stands in the name of a work."""
    if hit.number != "one":
        return False
    quoted = hit.start > 0 and layers.text[hit.start - 1] in QUOTES
    return (hit.clitic == "و" and layers.form(hit.first - 2) == _BETWEEN) or (quoted and hit.first - 1 in layers.works)


def _of_a_thing(layers: Layers, hit: Hit) -> bool:
    """«مقذوف عسكري», «سيارة مدنية», not «أعدم بالرصاص مدنيا»: whether the word is an adjective of an indefinite thing
    right before it."""
    before = layers.groups.get(hit.first - 1)
    thing = before is not None and before.entry.sort in ("object", "strike") and not before.definite
    weapon = before is None and hit.first - 1 in layers.events and not layers.form(hit.first - 1).startswith(_DEFINITE)
    return not hit.clitic and hit.number == "one" and (thing or weapon)


def _behind_doer(layers: Layers, hit: Hit) -> bool:
    """«قتل مسلحون فلسطينيا»: whether an accusative stands behind people whom it does not agree with."""
    accusative = hit.number == "one" and layers.form(hit.first).endswith("ا")
    agrees = layers.form(hit.first - 1).endswith(("ا", "ين"))
    return accusative and not agrees and hit.first - 1 in layers.groups


def _of_part(layers: Layers, hit: Hit) -> bool:
    """«بينهم سوري», «منهم سوريان ولبناني», «3 قتلى (سوري ولبنانيان)»: people of a nationality that make up a part."""
    first = hit.first
    while first not in layers.parting and not (layers.form(first - 1) == "(" and layers.noun(first - 2) is not None):
        hit = layers.groups.get(first, hit)
        before = layers.groups.get(first - 1)
        if hit.clitic != "و" or before is None or before.entry.sort != "nationality":
            return False
        first -= 1
    return True


def _of_camp(layers: Layers, index: int) -> bool:
    """«مخيم بلاطة للاجئين»: whether the people are in the name of a camp."""
    forms = [layers.form(t) for t in range(index - _CAMP_REACH, index)]
    return any(f in _CAMPS or (f[:1] in _GLUED and f[1:] in _CAMPS) for f in forms)


def _behind_known(layers: Layers, index: int) -> bool:
    """«قتلت القوات الإسرائيلية فلسطينيا», but not «المدعومة أميركيا»: whether what stands before is definite, so
    that this is no adjective."""
    before = layers.form(index - 1)
    known = before.startswith("ال") and not before.startswith("الم") and index - 1 not in layers.numbers
    return known or index - 1 in layers.places


def _borne(layers: Layers, word: HarmWord, index: int) -> bool:
    """«جثة مصابة بالرصاص», «جثث كلها مصابة»: whether a body bears the wounds, or is of one who was told of before."""
    if word.outcome == "injured" and layers.form(index - 1) in _ALL_OF_IT:
        return True
    if word.id in BODIES and _of_theirs(layers, index):
        return True
    body = layers.victims.get(index - 1) if word.outcome == "injured" else None
    return (body is not None and body.entry.id in BODIES) or (word.id in BODIES and _of_known(layers, index))


def _of_theirs(layers: Layers, index: int) -> bool:
    """«رفضت الأسر تسلم جثث أبنائها», «على جثامين بعضهم»: whether bodies that nobody found are of those known."""
    body, whose = layers.victims[index], layers.form(index + 1)
    found = index in layers.after_harm or index in layers.after_number or layers.form(index - 1) in _FOUND
    if body.number != "many" or body.definite or found:
        return False
    dead, kin = layers.victims.get(index + 1), layers.groups.get(index + 1)
    theirs = dead is not None and (layers.form(dead.last).startswith("ال") or whose.endswith(_PRONOUNS))
    owned = dead is not None and dead.number == "many" and theirs  # «جثث قتلاهم»
    return whose == _SOME_OF_THEM or owned or (kin is not None and not kin.definite and whose.endswith(_PRONOUNS))


def _of_known(layers: Layers, index: int) -> bool:
    """«نقلت جثة القتيل»: whether the body is of one who was told of before, unless a name follows."""
    dead = layers.victims.get(index + 1)
    if dead is None or not dead.definite or dead.entry.id not in _DEAD:
        return False
    if layers.form(index + 2) == "" or layers.nameable(index + 2):
        return layers.form(index + 2) == ""
    ends = layers.form(index + 2) in _ENDS or layers.form(index + 2).startswith("و")
    return dead.entry.id == _QATIL or ends or index + 2 in layers.small
