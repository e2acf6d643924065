"""Who is named behind «بحسب»: «بحسب ما أفادت به الوزارة», «وفق أرقام المنظمة»."""

from tawthiq.stages.speakers.names import name_at
from tawthiq.stages.speakers.passing import past_addressee
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import with_apposition
from tawthiq.stages.speakers.sayings import Sayings
from tawthiq.stages.speakers.subjects import CLAUSES, SAID, pronominal, published
from tawthiq.stages.speakers.unnamed import carried_at
from tawthiq.stages.speakers.view import View

_OPENS, _WHAT = "(", "ما"
_WORDS, _PRONOUNS = "قول", ("ه", "ها", "هم")
_PEOPLE = "ائهم"  # «زملائهم», «أبنائهم»
_SO = ("فقد", "فان")
_AS = ("كما", "ما")  # «كما قال», «على ما أفاد»
_BREAKS = ("،", "-", "–", "—", ":", "\n")
_FOR = "ل"
_SKIPPED = 9  # tokens between «بحسب» and the speaker


def _of_the_last(view: View, at: int, limit: int) -> bool:
    """«..., على حد تعبيره.», «..., حسب قولها.»: the last speaker's words, where they end it; in its midst they
    may be its subject's («وقصفت الفصائل البلدة ردا، حسب قولها، على»)."""
    said = at < limit and view.said(at) == "that" and view.tokens[at].form.startswith(_WORDS)
    if limit - at - said > 1:
        return False
    return said or view.text.endswith(_PRONOUNS, 0, view.tokens[at - 1].end)


def _unheard(view: View, at: int) -> bool:
    """Whether a verb that the data does not know stands behind «ما» («وفق ما كشفه مصدر»)."""
    return view.tokens[at].is_word and not (view.said(at) or view.part(at) or at in view.busy or at in view.actors)


def _names(view: View, bare: Phrase) -> bool:
    """Whether words right behind «بحسب» may name somebody, not «بحسب المحافظات», «وفق فهمهم الخاص»."""
    alone = bare.last - bare.first == 1 and view.definite(bare.first)
    form = view.tokens[bare.first].form
    owned = form.endswith(_PRONOUNS[2]) and not form.endswith(_PEOPLE) and bare.first not in view.given
    return not (alone or owned or pronominal(view, bare))


def _carries(view: View, known: Phrase, limit: int) -> bool:
    """Whether an agency only carries what one behind «عن» says («لما نقلته رويترز عن طبيب»)."""
    named = known.end + 1
    told = known.kind == "media" and named < limit and view.said(known.end) == "from"
    return told and named not in view.nameless  # «أنباء بحسب رويترز عن مقتل ثلاثة»


def named_after(sayings: Sayings, at: int) -> tuple[Phrase | None, bool]:
    """The speaker behind the «بحسب» at `at`, past «ما أفادت به», «أرقام», «تقديرات جديدة من»; and whether they
    are said to have counted or stated it themselves («حصيلة لرويترز»)."""
    view, limit = sayings.view, sayings.limit
    hit = view.say[at]
    spoken = hit.last - hit.first > 1 and view.tokens[hit.last - 2].form in _AS
    stands = [] if spoken else [t for t in range(hit.first, hit.last) if view.part(t) == "carrier"]
    verbal = conveyed = False
    what = view.tokens[hit.last - 1].form.endswith(_WHAT)
    if _of_the_last(view, hit.last, limit):
        return sayings.memory.last, True
    inside = bool(stands)  # «في حصيلة»
    passed = hit.last
    for here in range(hit.last, min(limit, hit.last + _SKIPPED)):
        if here < passed:
            continue
        if view.tokens[here].form in _BREAKS or (view.said(here) == "that" and not verbal):
            break
        part = view.part(here)
        if part == "norm" and not stands:
            return None, False  # «وفق معايير واضحة»
        if part == "carrier" and here not in view.actors:
            stands.append(here)
            conveyed = conveyed or view.kind(here) == "media"
            continue
        if stands and stands[-1] == here - 1 and view.tokens[here].form in _SO:
            break  # «بحسب البيان فقد قتل ثلاثة جنود»
        said = view.said(here)
        if here == hit.last and (view.tokens[here].form == _OPENS or (what and _unheard(view, here))):
            continue
        verbal = verbal or said in SAID
        newest = not part and here + 1 < limit and view.part(here + 1) == "carrier"  # «آخر تقرير»
        if said in CLAUSES or here in view.busy or newest or view.tokens[here].form == _FOR:
            continue
        if stands and stands[-1] == here - 1 and view.definite(stands[-1]) and not view.definite(here):
            break  # «بحسب التقرير قتلت القوات ...»
        passed = past_addressee(view, here, limit) if spoken and view.tokens[here].form.startswith(_FOR) else passed
        if passed > here:
            continue  # «كما قال لرويترز مصدر أمني»
        known = sayings.phrase(here)
        if known is not None and _carries(view, known, limit):
            sayings.memory.carried(known)
            passed = known.end
            continue  # «لما نقلته رويترز عن طبيب»
        if known is not None:
            own = spoken or (bool(stands) and not conveyed and not verbal)
            return (with_apposition(view, known, limit) if not known.known else published(sayings, known)), own
        if inside and not view.closes.get(here):
            return None, False
        if not stands or verbal:
            bare = name_at(view, here, limit)
            if bare is not None and (verbal or (here == hit.last and _names(view, bare))):
                return with_apposition(view, bare, limit), False
            break
    if not stands:
        return None, False
    issuer = sayings.memory.issuer(stands[0]) if view.definite(stands[0]) else None
    last = None if inside else issuer or sayings.memory.last  # «في حصيلة غير نهائية» is the report's own
    return carried_at(view, stands[0], limit) or last, True
