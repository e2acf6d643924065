"""Finding what points at an actor, before it is known which."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from tawthiq.language.entries import ActorWord
from tawthiq.language.lists import words
from tawthiq.language.registry import OTHER
from tawthiq.language.scan import ActorHit, Scan
from tawthiq.stages.actors.links import Links, links_of

_REACH = 4  # modifiers between a force and its adjective: «الطائرات الحربية الروسية المسيرة»
_NAMING = ("name", "homonym", "state", "label")
_PLACES = ("country", "land")
_CALLED = ("name", "homonym")
SIDES = ("party", "force")
_HEADS = ("force", "deed", "state", "label", "name", "homonym")
NAMELESS = "unknown_gunmen"
_STRIKE_AT = words("strike_at")
_COALITION = "coalition"
_STATES = ("military", "government")
_WAR = "war"
_DATELINE = ("-", "–", "—", "/", "|", "ـ", "_")  # «أنقرة - قالت الوزارة»
_THE, _CAPITAL = "ال", "العاصمه"
_NOMINATIVE, _OWNERS = "ون", "و"  # «المسلحون», «مسلحو المعارضة»
NISBA = "يه"  # «القوات السعودية»: the country's name is the adjective
_BRACKET = "("
_SIDE_REACH = 5  # from the people of one side of a clash to its name
_UPON = ("علي", "ضد", "في")
_STOPS_SIDE = ("،", "؛", "\n", "بين", "ضد", "مع", "علي")
_BEGINS = ("لكن", "ان", "بينما", "فيما")
_STOPS = ("\n", ".", "،", "؛", ":", "!", "؟", "?", "..", "...", "-", "–", "—", "(", "|", "#")


class Mention(NamedTuple):
    """Words that point at an actor. `word` names or labels it; `adjective` says whose it is, where one follows;
    `people` stand before it and are said to be its («مسلحون من تنظيم داعش»), `backed` where it backs them."""

    first: int
    last: int
    start: int
    end: int
    word: ActorWord
    adjective: ActorWord | None = None
    people: ActorWord | None = None
    backed: bool = False


def mentions(scan: Scan, sides: Set[int]) -> list[Mention]:
    """Every mention in order; none overlaps another. At `sides` stand the sides of a clash, which people without a name
    can be."""
    hits = [scan.with_article(hit) if hit.clitic else hit for hit in _longest(scan.of(ActorWord))]
    words = [hit.entry for hit in hits]
    ending = {hit.last: hit for hit in hits}
    modified = {hit.first for hit, word in zip(hits, words, strict=True) if word.part == "modifier"}
    common = "common" in [word.part for word in words]
    links = links_of(scan)
    more = _joined_backers(hits, words, scan, links) if links.backed else frozenset()
    found: list[Mention] = []
    for hit, word in zip(hits, words, strict=True):
        if word.part == "adjective":
            _attach(found, hit, word, ending, links)
        elif links.backed and word.part in _PLACES and (force := _backed(hit, scan, ending, links)):
            found.append(Mention(force.first, hit.last, force.start, hit.end, word, None, force.entry, True))
        elif word.part == "homonym" and (hit.last in modified or common):
            continue
        elif (
            word.part in _NAMING
            or (word.part in _PLACES and (_acts(hit, word, scan, ending, links) or _acts_too(hit, found, links)))
            or (hit.first in sides and _is_side(word))
            or hit.first in more
        ):
            found.append(Mention(hit.first, hit.last, hit.start, hit.end, word))
    return _named(found, scan, links, more)


def _joined_backers(hits: Sequence[ActorHit], words: Sequence[ActorWord], scan: Scan, links: Links) -> frozenset[int]:
    """«المدعومة من روسيا وإيران»: where states begin that «و» joins to one that backs others."""
    found: set[int] = set()
    for before, hit, word in zip(hits, hits[1:], words[1:], strict=False):
        backs = before.first in found or _behind_letters(scan, before.first) in links.backed
        if backs and word.part in _PLACES and hit.clitic == "و" and before.last == hit.first:
            found.add(hit.first)
    return frozenset(found)


def _backed(hit: ActorHit, scan: Scan, ending: Mapping[int, ActorHit], links: Links) -> ActorHit | None:
    """«قوات موالية لتركيا», «مقاتلون مدعومون من إيران»: the armed people whom a state is said to back."""
    at = _behind_letters(scan, hit.first)
    force = ending.get(links.of.get(at, -1)) if at in links.backed else None
    return force if force is not None and force.entry.part == "force" else None


def _named(found: Sequence[Mention], scan: Scan, links: Links, more: Set[int]) -> list[Mention]:
    """Armed people whose side is named right behind them are that side's: «مسلحون حوثيون», «قناص من الجيش». `more` are
    where states begin that also back those before."""
    kept: list[Mention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if mention.first in more:
            proxy = mention.word.proxy
            if before is not None and before.backed and proxy and not proxy.startswith(OTHER):
                kept[-1] = before._replace(last=mention.last, end=mention.end, word=mention.word)
            continue
        if (
            before is not None
            and mention.word.actor == NAMELESS
            and before.last == mention.first
            and mention.start == scan.tokens[mention.first].start
        ):
            continue
        if before is not None and before.adjective is None:
            token = scan.tokens[mention.first]
            touches = before.last == mention.first and (mention.start == token.start or token.form.startswith("ل"))
            touches = touches and not _is_object(before, mention, scan)
            at = _behind_letters(scan, mention.first)
            tied = links.of.get(at) == before.last
            if tied and at in links.owners and _of_another(before, mention):
                continue
            force = before.word.part == "state" or before.word.called == "force"
            if touches and force and mention.word.part == "country" and token.form.endswith(NISBA):
                kept[-1] = before._replace(last=mention.last, end=mention.end, adjective=mention.word)
                continue
            if force and mention.word.part == "name" and _glossed(before, mention, scan):
                kept[-1] = mention._replace(first=before.first, start=before.start)
                continue
            owned = force and at in links.owners and (tied or before.last == at)  # «القوات الموالية للرئيس السابق»
            if owned and at in links.backed and before.word.part == "state" and mention.word.called == _COALITION:
                owned = False  # «القوات الحكومية المدعومة من التحالف» are the government's
            if owned or (_unnamed(before) and (touches or tied)) or _of_one_side(before, mention, scan):
                backed = at in links.backed
                kept[-1] = mention._replace(first=before.first, start=before.start, people=before.word, backed=backed)
                continue
        if links.other and before is not None and before.adjective and _other_of(before, mention, scan, links):
            mention = mention._replace(first=before.last, start=scan.tokens[before.last].start)
        if links.backed and mention.word.part in _PLACES and _behind_letters(scan, mention.first) in links.backed:
            continue  # «المعارضة المدعومة من تركيا» is not Turkey
        kept.append(mention)
    return kept


def _of_another(before: Mention, mention: Mention) -> bool:
    """«حركة الشباب الموالية لتنظيم القاعدة»: whether a name says only whom those of another name are tied to."""
    return before.word.part in _CALLED and before.word.actor not in (NAMELESS, mention.word.actor)


def _glossed(before: Mention, mention: Mention, scan: Scan) -> bool:
    """«قوى الأمن الداخلي (الأسايش)»: whether brackets say which force it is."""
    return mention.first == before.last + 1 and scan.tokens[before.last].form == _BRACKET


def _other_of(before: Mention, mention: Mention, scan: Scan, links: Links) -> bool:
    """«طائرات روسية وأخرى تابعة للنظام»: whether a mention says whose the others of a force before it are."""
    at = _behind_letters(scan, mention.first)
    return at in links.owners and links.other.get(links.of.get(at, -1)) == before.last


def _is_object(before: Mention, mention: Mention, scan: Scan) -> bool:
    """«أسقط المسلحون طائرة روسية», «هاجم المسلحون قوات النظام», «هاجم مسلحو المعارضة قوات النظام»: whether a noun
    behind people, that is not definite as they are or that they need no more, is not theirs."""
    people, noun = scan.tokens[before.first].form, scan.tokens[mention.first].form
    definite, its = people.startswith(_THE), noun.startswith(_THE)
    if people.endswith(_NOMINATIVE):
        return definite is not its
    if people.endswith(_OWNERS) and before.last - before.first > 1 and mention.word.part != "adjective":
        return not its
    return mention.adjective is not None and mention.word.part == "force" and definite and not its


def _of_one_side(before: Mention, mention: Mention, scan: Scan) -> bool:
    """«مجموعة من أبناء البلدة تابعة للحزب», «مسلحي (داعش)»: whether nothing parts a side of a clash from the name that
    follows."""
    gap = mention.first - before.last
    if before.word.part not in SIDES or not 0 < gap <= _SIDE_REACH:
        return False
    between = scan.tokens[before.last : mention.first + 1]
    return not any(t.form.startswith("و") or t.form in _STOPS_SIDE for t in between)


def _behind_letters(scan: Scan, at: int) -> int:
    """Where a name begins with the particle and the mark before it («لـ"»)."""
    for _ in range(2):
        at -= at > 0 and len(scan.tokens[at - 1].form) == 1 and scan.tokens[at - 1].form != "،"
    return at


def _longest(hits: Sequence[ActorHit]) -> list[ActorHit]:
    """Hits that overlap no longer one; of two readings of the same words the one that names."""
    kept: list[ActorHit] = []
    for hit in hits:
        if kept and hit.first < kept[-1].last:
            if _weight(hit) > _weight(kept[-1]):
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _weight(hit: ActorHit) -> tuple[int, bool]:
    return hit.last - hit.first, hit.entry.part in _NAMING


def _unnamed(mention: Mention) -> bool:
    """Armed people by a word that does not say whose («مسلحون», «متمردون»), or a side of a clash («مجموعة»)."""
    word = mention.word
    if word.part in SIDES:
        return True
    return word.actor == NAMELESS or (word.part == "label" and word.kind == "armed_group" and not word.called)


def _attach(
    found: list[Mention], hit: ActorHit, adjective: ActorWord, ending: Mapping[int, ActorHit], links: Links
) -> None:
    """Add what an adjective says: it sharpens the mention that it follows, or makes one of a force word."""
    head, joined = _head(hit, ending, links)
    if head is None:
        if not hit.definite and _by_deed(hit, links):
            found.append(Mention(hit.first, hit.last, hit.start, hit.end, adjective))
        return
    if joined:
        found.append(Mention(hit.first, hit.last, hit.start, hit.end, adjective, adjective))
        return
    word = head.entry
    if word.part == "homonym":
        if found and found[-1].first == head.first:
            found.pop()
        return
    if word.part == "name" and word.country != adjective.country and word.country:
        return
    if found and found[-1].first == head.first:
        found.pop()
    found.append(Mention(head.first, hit.last, head.start, hit.end, word, adjective))


def _by_deed(hit: ActorHit, links: Links) -> bool:
    """«نفذها شاب فلسطيني», «فلسطيني يطعن جنديين»: whether the people of a nationality are the subject of an attack."""
    return hit.last in links.hands or hit.first in links.deeds or hit.first - 1 in links.deeds


def _head(hit: ActorHit, ending: Mapping[int, ActorHit], links: Links) -> tuple[ActorHit | None, bool]:
    """The force, state word, label or name that an adjective belongs to, and whether another adjective
    stands between («السورية والروسية»)."""
    other = links.other.get(hit.first)
    joined = hit.clitic.startswith("و") or other is not None
    at = links.supposed.get(hit.first, hit.first) if other is None else other
    inset = at in links.inset
    at = links.inset.get(at, at)
    if hit.clitic.startswith(("ب", "ل", "ك")):
        return None, False
    of = at if inset else hit.first
    if not (joined or hit.definite) and of and links.tokens[of - 1].form.startswith(_THE):
        return None, False  # «قتلت قوات الاحتلال فلسطينيين», «اعتقل الاحتلال (20) فلسطينيا»
    for _ in range(_REACH):
        before = ending.get(at)
        if before is None:
            return None, False
        part = before.entry.part
        if part in _HEADS:
            both = part in ("name", "label") and _of_state(before)
            return (before, joined) if not joined or both else (None, False)
        if part == "adjective" and inset:
            at = before.first
            continue
        if part == "adjective":
            if not (joined or _two_states(before, hit)):
                return None, False
            rest, _ = _head(before, ending, links)
            waged = not joined and rest is not None and rest.entry.kind == _WAR  # «النزاع الإسرائيلي الفلسطيني»
            return (before, True) if rest is not None and not waged else (None, False)
        if part != "modifier":
            return None, False
        at = before.first
    return None, False


def _two_states(before: ActorHit, hit: ActorHit) -> bool:
    """«الغارات الأمريكية الإسرائيلية»: whether two nationalities stand side by side."""
    one, two = before.entry.country, hit.entry.country
    return bool(one and two) and one != two and before.definite == hit.definite


def _of_state(hit: ActorHit) -> bool:
    """«القوات الأفغانية», «القوات الحكومية»: a force by an adjective, which another can be joined to."""
    word = hit.entry
    return word.kind in _STATES and hit.last - hit.first > 1


def _is_side(word: ActorWord) -> bool:
    """Whether a word is for people who can be a side of a clash without a name."""
    return word.part in SIDES and bool(word.actor)


def _waged_on(scan: Scan, hit: ActorHit) -> bool:
    """«حرب روسيا على», but «حرب أوكرانيا»: whether a war is told by who wages it, and not by where it is."""
    return hit.last < len(scan.tokens) and scan.tokens[hit.last].form in _UPON


def _on_city(scan: Scan, hit: ActorHit, word: ActorWord) -> bool:
    """«هجوم باريس», «بحريق لندن», but «غارات موسكو»: what is told with where it was, and a city right behind; or
    a state whose forces are no side of a war («هجوم فرنسا», but «هجوم فرنسا على كذا»)."""
    before = scan.tokens[hit.first - 1].form if hit.first else ""
    if _STRIKE_AT.isdisjoint((before, before[1:])):
        return False
    return scan.text[hit.start : hit.end] in word.cities or not (word.actor or word.where or _waged_on(scan, hit))


def _acts_too(hit: ActorHit, found: Sequence[Mention], links: Links) -> bool:
    """«شنتها الولايات المتحدة وبريطانيا», «اتهمت مصر إثيوبيا», but no list of countries: whether a state is joined
    to one that acts, or accused by it."""
    before = found[-1] if found and found[-1].last == hit.first and found[-1].word.part in _PLACES else None
    if before is None or hit.clitic not in ("", "و"):
        return False
    tokens = links.tokens
    if not hit.clitic:
        return before.first in links.accusing
    opens = before.start == tokens[before.first].start
    return opens and not (hit.last < len(tokens) and tokens[hit.last].form.startswith("و"))


def _acts(hit: ActorHit, word: ActorWord, scan: Scan, ending: Mapping[int, ActorHit], links: Links) -> bool:
    """Whether a state's name stands for the state and not for the place."""
    if hit.first in links.owners and (hit.clitic in ("ل", "ب") or hit.first in links.backed):
        return True
    if hit.first in links.laid and hit.clitic in ("", "ل"):
        return True
    if hit.clitic not in ("", "و", "ف"):
        return False
    before = ending.get(hit.first)
    part = before.entry.part if before is not None else ""
    if (word.cities or not word.actor) and _on_city(scan, hit, word):
        return False
    if before is not None and before.entry.kind == _WAR and not _waged_on(scan, hit):
        return False
    if part in ("agent", "force") or (part == "deed" and word.part == "country"):
        return True
    if part == "adjective" and before is not None and scan.tokens[before.first - 1].form == _CAPITAL:
        return False  # «وسط العاصمة الفرنسية باريس»
    if hit.last >= len(scan.tokens) or scan.tokens[hit.last].form == "(":
        return False
    opens = hit.first == 0 or scan.tokens[hit.first - 1].form in _STOPS
    if opens and scan.tokens[hit.last].form in _DATELINE:
        return False
    if word.part == "land":
        return (opens or scan.tokens[hit.first - 1].form in _BEGINS) and scan.tokens[hit.last].is_word
    return part not in ("locative", "country", "land") or opens
