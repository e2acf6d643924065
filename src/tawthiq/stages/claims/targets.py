"""Whether the words around an actor's mention make it whom an attack was aimed at."""

from tawthiq.language.lexicon import Hit
from tawthiq.language.scan import EventHit
from tawthiq.stages.claims.mention import Phrase
from tawthiq.stages.claims.scene import Report, in_tokens
from tawthiq.stages.claims.surroundings import Surroundings

_SNIPERS = "event.sniper.qans"


def by_means(hit: EventHit) -> bool:
    """Whether an event word is a weapon or those who fire it («قناصة»)."""
    return hit.entry.part == "weapon" or hit.entry.id == _SNIPERS


def aimed_at(around: Surroundings, phrase: Phrase) -> bool:
    """«على», «ضد», «مواقع»; a masdar of attack has its object behind it, unless weapons do it or another object
    follows: «استهداف الجيش», but «استهداف الطيران بغارتين», «استهداف قناصة الجيش», «استهداف الجيش لمنزل», «اغتيال نفذه
    مسلحون»."""
    report = around.report
    hit = report.before(phrase.start, "target", 1)
    if hit is None or hit.first < phrase.floor or report.within(hit.last, phrase.start, "attack"):
        return False
    if _of_number(report, hit):
        return False
    if hit.entry.value != "masdar":
        return True
    words = (around.causes[last] for last in range(hit.last + 1, phrase.last + 1) if last in around.causes)
    return not any(by_means(h) for h in words) and not _object_follows(around, phrase)


def _of_number(report: Report, hit: Hit) -> bool:
    """«أصيب نحو أربعين بنيران الجيش»: whether «نحو» says how many they were, and not where to."""
    return any(n.last > hit.last for n in in_tokens(report.document.numbers, hit.first, hit.first + 1))


def _object_follows(around: Surroundings, phrase: Phrase) -> bool:
    """«استهداف الجيش لمنزل», «استهداف الجيش أحياء المدينة», «استهداف المستوطنين المتطرفين لمنزل»."""
    if phrase.last >= phrase.limit:
        return False
    adjective = around.report.tokens[phrase.last].form.startswith("ال") and phrase.last + 1 < phrase.limit
    return any(_object_at(around, at) for at in (phrase.last, *([phrase.last + 1] if adjective else [])))


def _object_at(around: Surroundings, at: int) -> bool:
    things = (around.things.get(last) for last in (at + 1, at + 2))
    struck = at in around.harmed.hit or any(t is not None and t.first == at for t in things)
    return struck or around.report.tokens[at].form.startswith("ل")
