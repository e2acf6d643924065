"""Who met with the same as somebody: «قتل القيادي فلان مع خمسة من مرافقيه», «ما أدى إلى مقتله مع اثنين من مرافقيه»."""

from tawthiq.language.entries import StructureWord
from tawthiq.language.lists import edges
from tawthiq.language.scan import StructureHit
from tawthiq.stages.casualties.harmed import STANDING, Harmed
from tawthiq.stages.casualties.phrase import Phrase
from tawthiq.stages.casualties.walk import Walk

_BESIDE_REACH = 3
_NAMES = 5  # words of a name between the one who was killed and «مع»
_FAR = 25  # tokens between him and those who belong to him
_TOGETHER = STANDING | {"killed"}
_COMPANY = frozenset({"group.murafiq", "group.haris", "group.unsur", "group.jundi", "group.muqatil", "group.rafiq",
                      "group.muawin", "group.fard", "group.usra"})  # fmt: skip
_KIN = frozenset({"group.zawja", "group.zawj", "group.ibn", "group.ibna", "group.najl", "group.shaqiq", "group.shaqiqa",
                  "group.walid", "group.walida", "group.akh", "group.ukht"})  # fmt: skip
_HIS, _WAS, _CLAUSE = ("ه", "ها"), ("كان", "بينما"), 5
_QUARRELS, _THATS = edges("meeting"), ("ان", "وان", "بان")


def led(walk: Walk, hit: StructureHit, word: StructureWord) -> None:
    """Remember «مع», «إلى جانب», and whether what stands behind is joined to the harmed before it («قتل القيادي فلان
    الفلاني برفقة نجله»)."""
    walk.with_end = hit.last
    with_one = walk.one is not None and walk.one.last == hit.first
    if word.value != "with" or walk.chain_end == hit.first or with_one:
        walk.plus_end = hit.last
    elif walk.chain is not None and _named_on(walk, hit.first):
        walk.plus_end, walk.chain_end = hit.last, hit.first


def _named_on(walk: Walk, last: int) -> bool:
    """Whether nothing but a name goes on from the one harmed last to a token."""
    harmed = walk.found[walk.chain or 0]
    alone = harmed.phrase.count.low == 1 and harmed.outcome in _TOGETHER
    first = walk.chain_end
    if not alone or not 0 < last - first <= _NAMES:
        return False
    return not any(t in walk.ground.joints or _quarrels(walk.form(t)) for t in range(first, last))


def beside(walk: Walk, phrase: Phrase) -> bool:
    """«ما أدى إلى مقتله مع اثنين من مرافقيه», «قتل القيادي فلان، المكنى أبو علي، مع عدد من مرافقيه»: who met with the
    same as one brought up before; whether they did."""
    one, counted = walk.one, phrase.explicit or phrase.count.vague is None
    if not counted or phrase.sort == "object" or phrase.outcome:
        return False
    if one is not None and walk.joined(phrase) and walk.gap(one.last, phrase.first) <= _BESIDE_REACH:
        walk.add(phrase, one.entry.outcome, one)
        return True
    last = walk.found[-1] if walk.found else None
    if last is None or phrase.first != walk.with_end or not _of_his(walk, last, phrase):
        return False
    walk.found.append(Harmed(phrase, last.outcome, last.harm, None, last.because))
    walk.chain, walk.chain_end = len(walk.found) - 1, phrase.last
    return True


def _of_his(walk: Walk, last: Harmed, phrase: Phrase) -> bool:
    """Whether people behind «مع» belong to the one harmed last, and no quarrel or meeting is what «مع» goes with."""
    single = last.phrase.count.low == 1 and last.outcome in _TOGETHER and last.whole is None
    right_behind = phrase.because[-1] in _KIN and phrase.first - 1 - last.harm[1] <= _BESIDE_REACH  # «قتل مع زوجته»
    belong = (phrase.because[-1] in _COMPANY or right_behind) and walk.form(phrase.last - 1).endswith(_HIS)
    near = phrase.first - last.phrase.last <= _FAR
    before = [walk.form(t) for t in range(phrase.first - _CLAUSE, phrase.first - 1)]
    apart = any(f.startswith(_WAS) for f in before) or any(_quarrels(f) for f in before[-2:])
    return single and belong and near and not apart


def _quarrels(form: str) -> bool:
    return form.removeprefix("و").removeprefix("ال").startswith(_QUARRELS)


def one_by_one(walk: Walk, index: int) -> list[int]:
    """«إن مصور القناة سالم حسن وسائقها نبيل وحارسها خالد استشهدوا»: the single people before the one at `index`, each
    joined to the one before, with no more than names between."""
    before, following = list[int](), walk.pending[index].phrase
    for at in range(index - 1, walk.recent.start - 1, -1):
        one = walk.pending[at].phrase
        if one.definite and one.sort == "object":
            continue  # «سائق الحافلة نبيل»
        alone = (
            one.count.low == 1 == following.count.low and following.joined and one.sort == "person" and not one.explicit
        )
        between = range(one.last, following.first)
        if not alone or len(between) > _NAMES or any(t in walk.ground.joints for t in between):
            break
        before.append(at)
        following = one
    return before


def leader_of(walk: Walk, index: int) -> list[int]:
    """«إن القيادي سالم حسن قائد الكتيبة وسبعة من مرافقيه قتلوا»: the one told of first in the clause, to whom those at
    `index` belong."""
    those = walk.pending[index].phrase
    if those.because[-1] not in _COMPANY | _KIN or not walk.form(those.last - 1).endswith(_HIS):
        return []
    for at in range(index - 1, walk.recent.start - 1, -1):
        one = walk.pending[at].phrase
        if those.first - one.last > _FAR:
            break
        if one.count.low == 1 and one.definite and one.sort == "person" and walk.form(one.first - 1) in _THATS:
            return [at]
    return []
