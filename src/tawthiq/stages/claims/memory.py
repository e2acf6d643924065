"""What some sentences of a report say together of one incident: its event, place, time and doers."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations

from tawthiq.language.registry import OTHER
from tawthiq.model import Place
from tawthiq.stages.claims import roads
from tawthiq.stages.claims.agents import STRONG, Part, allied, belligerents, clashing, joint, of_state
from tawthiq.stages.claims.another import of_another, of_few, told_ago
from tawthiq.stages.claims.dated import BACKGROUND, covered, day_of, tallied
from tawthiq.stages.claims.events import AIR, GENERIC, GROUND, Cause, akin, can_be, counted, sharper
from tawthiq.stages.claims.finer import finest
from tawthiq.stages.claims.holding import FINENESS, SEVERAL, agree, holds, near_by, of_kind
from tawthiq.stages.claims.idle import told_of_others
from tawthiq.stages.claims.marks import Episode, Marks
from tawthiq.stages.claims.part import ANYWHERE, REFERRING
from tawthiq.stages.claims.places import between, listed, located
from tawthiq.stages.claims.relations import backed
from tawthiq.stages.claims.scene import Report, in_tokens
from tawthiq.stages.claims.villages import village_of
from tawthiq.stages.claims.whence import comes_from, journeyed

_ASIDE, _AGAINST = frozenset({"verb", "throat"}), 3
_DRONES, _MANY = "drone_strike", "ات"
_RAID = frozenset({"غارة", "ضربة"})
_ROCKETS, _SHELL = "missile", ("قذيفة", "قذائف", "قذيفت")
_THE = "ال"
_FINER_STEPS = 3
_ENOUGH, _WHENCE = 120, 0.8
_FINER_SHARE = {"attack": 0.08, "bombardment": 0.15, "bombing": 0.04, "explosion": 0.08}
_FINER_AT_LEAST = 0.2
_OUTRIGHT = 0.35
_TOLD_OUTRIGHT = frozenset({"chemical_attack", "sniper"})
_OF_SERIES = 0.5
_OWN_OUTCOME = {"arrest": "detained", "abduction": "abducted", "siege": "besieged"}
_PROTESTS_TAKE = frozenset({"armed_clash", "shooting", "attack", "unspecified"})
_AT_CROWDS, _OFTEN = frozenset({"armed_clash", "shooting", "sniper"}), 2
_SUICIDE, _BY_THE_WAY = "suicide_bombing", 0.5  # less than one telling of protests in the lead or beside harm
_STORMED = 0.45  # the share of a storming told with bombs that makes the whole an assault
_SHOT = 0.12  # the share of a raid's votes told of shots that makes its harm shooting
_BOMBS = frozenset({"suicide_bombing", "bombing", "explosion"})
_SET_OFF = frozenset({"bombing", "explosion"})
_LED = 2.0  # title and lead
_CLASH, _FIGHT = ("actors.clash",), "armed_clash"
_PARTIES = 4
_ANY_FIRE = frozenset({"bombardment", "attack"})
_OLD, _DAYS_AGO, _EARLIER = 40, 1, frozenset({"سابق", "سابقه"})
_GENERAL_FIRE = "bombardment"
_FIRE = AIR | GROUND | {_GENERAL_FIRE}
_FACE_TO_FACE = frozenset({"armed_clash", "ground_attack", "shooting"})


def lead_worth(marks: Marks) -> dict[int, float]:
    """How much each sentence says of the main incident: title and lead most, then those that hold harm."""
    sentences = marks.report.document.sentences
    body = [i for i, s in enumerate(sentences) if s.part == "body"][:3]
    worth = dict.fromkeys(marks.outcomes, 1.0)
    for i, sentence in enumerate(sentences):
        if sentence.part == "title":
            worth[i] = worth.get(i, 0) + 3.0
    for rank, i in enumerate(body):
        worth[i] = worth.get(i, 0) + 2.0 - 0.5 * rank
    return worth


def consensus(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float], main: bool = False) -> Episode:
    """What `sentences` say together, each as far as it is worth."""
    votes, first = _votes(marks, sentences, worth)
    mixed = "mixed" in [c.part for s in sentences if worth.get(s, 0) >= 1 for c in marks.causes.get(s, ())]
    event, tally = _event(votes, first, mixed, marks.outcomes), tallied(marks, sentences, worth)
    place, time = _place(marks, sentences, worth), day_of(marks, sentences, worth)
    if tally is not None and tally.when is not None:
        place, time = tally.where or place, tally.when
    weeks = covered(marks, sentences)
    if weeks is not None:
        event, time = None, weeks
    doers = _doers(marks, sentences, worth, event)
    if event is not None and event.event in _AT_CROWDS and doers:
        sure = event.event == "armed_clash" or doers[0].reasons != _CLASH
        event = (_at_protest(marks, sentences, worth, doers) if sure else None) or event
    scene = place if place in [marks.outright.scenes[s] for s in sentences if s in marks.outright.scenes] else None
    return Episode(event, place, time, doers, main, tally, mixed, _clash(marks, sentences), scene, weeks)


def _clash(marks: Marks, sentences: Sequence[int]) -> tuple[Part, ...]:
    """The sides that fight each other by the words of these sentences, else those of it that are told to, else groups
    without a name that fight among themselves («بين مجموعات محلية», whoever is called for help against the gunmen)."""
    found = [p for s in sentences for p in marks.parts.get(s, ()) if p.event not in AIR]
    named = next((n for s in sentences if (n := clashing(marks.parts.get(s, ())))), ())
    if named:
        return _backed(marks, named, found)
    among = next((p for p in found if p.reasons == _CLASH and p.actor.id.startswith(OTHER)), None)
    both = belligerents(found, marks.registry)
    ids = {p.actor.id for p in both}
    fought = any(p.reasons for p in found if p.actor.id in ids)
    return (among,) if among is not None and not fought else _backed(marks, both, found)


def _backed(marks: Marks, both: tuple[Part, ...], found: Sequence[Part]) -> tuple[Part, ...]:
    """«مقتل قيادي في مواجهات مع الجيش المسنود بالتحالف»: the sides of a clash with who backs one, where a sentence
    tells of that with the harm of a clash."""
    backing = [p for p in found if "actors.backs" in p.reasons or "actors.supports" in p.reasons]
    told = [p for p in backing if p.sentence in marks.outcomes
            and any(c.event == _FIGHT for c in marks.causes.get(p.sentence, ()))]  # fmt: skip
    return backed(both, told) if told else both


def _at_protest(
    marks: Marks, sentences: Sequence[int], worth: Mapping[int, float], doers: Sequence[Part]
) -> Cause | None:
    """«أصيب 300 برصاص الجيش. وشارك آلاف في الاحتجاجات. وألقى متظاهرون حجارة»: the protest, told of in several sentences
    with harm or without, at which a state's forces alone are said to have fired."""
    if not all(of_state(p.actor.id, marks.registry) for p in doers) or _on_pretext(marks, sentences, worth):
        return None
    told = [c for s in sentences for c in marks.causes.get(s, ()) if c.event == "protest_repression"
            and not _long_ago(marks.report, c) and not told_of_others(marks.report, c)]  # fmt: skip
    harmed = any(o.scene.casualty.group == "protester" for s in sentences for o in marks.own.get(s, ()))
    return told[0] if told and (harmed or len({c.sentence for c in told}) >= _OFTEN) else None


def _votes(
    marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]
) -> tuple[dict[str, float], dict[str, Cause]]:
    """How much is told of each kind of attack, and where it is told first."""
    votes: dict[str, float] = {}
    first: dict[str, Cause] = {}
    old = {s for s in marks.months if worth.get(s, 0) <= 1}
    if old and old.issuperset(s for s in sentences if marks.causes.get(s)):
        old = set()
    avowed = {s for s in sentences for p in marks.parts.get(s, ()) if not ANYWHERE.isdisjoint(p.reasons)}
    verbs: list[Cause] = []
    found = [c for s in sentences if s not in old for c in marks.causes.get(s, ())]
    for cause in _of_now(marks, found) if marks.earlier else found:
        if cause.part == "verb" and worth.get(cause.sentence, 0) >= 1:
            verbs.append(cause)
        aside = cause.event == "war" or cause.part in _ASIDE or counted(marks.report, cause)
        if aside or told_of_others(marks.report, cause) or _long_ago(marks.report, cause):
            continue
        here = worth.get(cause.sentence, BACKGROUND)
        if cause.sentence in avowed:
            here = max(here, 1.5)
        share = here * (0.4 + 0.2 * cause.weight)
        event = _DRONES if _DRONES in first and _again(cause, first[_DRONES]) else cause.event
        event = _ROCKETS if _ROCKETS in first and _shell_again(cause, first[_ROCKETS]) else event
        votes[event] = votes.get(event, 0) + share
        if event not in first or cause.part == "stored":
            first[event] = cause
    if _DRONES in first and "airstrike" in first and _one_raid(marks, sentences):
        votes[_DRONES] += votes.pop("airstrike")
    if "protest_repression" in votes and (_on_pretext(marks, sentences, worth) or _on_forces(marks, sentences, worth)):
        votes.pop("protest_repression")
    told = {outcome for s in sentences for outcome in marks.outcomes.get(s, ())}
    for event, outcome in _OWN_OUTCOME.items():
        if outcome not in told or len(told) > 1:
            votes.pop(event, None)
    if not votes and len({c.event for c in verbs}) == 1:  # «خمسة قتلى في الأبيض. وقصفت المدفعية المدينة»
        return {verbs[0].event: 1.0}, {verbs[0].event: verbs[0]}
    return votes, first


def _of_now(marks: Marks, found: Sequence[Cause]) -> Sequence[Cause]:
    """Causes without those of earlier attacks, by which theirs is dated, as far as others remain."""
    return [c for c in found if c.first not in marks.earlier] or found


def _again(cause: Cause, drone: Cause) -> bool:
    """«غارة لطائرة بدون طيار. وقال إن الغارة دمرت سيارة»: whether a raid is the drone's that was told of before."""
    one, two = (c.text.split(None, 1)[0].removeprefix(_THE) for c in (cause, drone))
    return cause.event == "airstrike" and cause.definite and one == two and not one.endswith(_MANY)


def _one_raid(marks: Marks, sentences: Sequence[int]) -> bool:
    """«قتيل في غارة على سيارة. وقالت إن مسيرة نفذت الغارة»: whether every raid is told in the singular, and one of them
    to be a drone's."""
    raids = [c for s in sentences for c in marks.causes.get(s, ()) if c.event in ("airstrike", _DRONES)]
    words = [c.text.split(None, 1)[0].removeprefix(_THE) for c in raids if c.part != "weapon"]
    told = any(c.event == _DRONES and c.part != "weapon" for c in raids)
    return told and all(w in _RAID for w in words)


def _shell_again(cause: Cause, rockets: Cause) -> bool:
    """«سقطت قذيفة صاروخية. وقال إن القذيفة سقطت على منزل»: whether shells are the rockets that were told of before."""
    shells = cause.event == "shelling" and cause.part == "weapon" and cause.definite
    return shells and cause.text.removeprefix(_THE).startswith(_SHELL) and rockets.text.startswith(_SHELL)


def _on_pretext(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]) -> bool:
    """«أطلق حارس النار على راع بذريعة اقترابه ليلا»: they are not said to have been shot at a protest."""
    bounds = (marks.report.document.sentences[s] for s in sentences if worth.get(s, 0) >= 1)
    return any(marks.report.within(b.first, b.last, "pretext") for b in bounds)


def _on_forces(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]) -> bool:
    """«اعتداء مسلح استهدف قوات الأمن خلال احتجاجات»: an attack on a state's forces does not put down a protest; but
    of «مظاهرات ضد النظام» they are only what people protest against."""
    told = (p for s in sentences if worth.get(s, 0) >= _LED for p in marks.parts.get(s, ()))
    return any(p.reasons == ("actors.target",) and of_state(p.actor.id, marks.registry) and not _against(marks, p)
               for p in told)  # fmt: skip


def _against(marks: Marks, part: Part) -> bool:
    causes = marks.causes.get(part.sentence, ())
    return any(c.event == "protest_repression" and 0 <= part.actor.first - c.last <= _AGAINST for c in causes)


def _event(votes: Mapping[str, float], first: Mapping[str, Cause], mixed: bool, harmed: Container[int]) -> Cause | None:
    """The kind of attack that most is told of, the finer one that a general word turns out to be; `harmed` are the
    sentences that hold harm."""
    if not votes:
        return None
    best = max(votes, key=lambda e: votes[e])
    if best == "protest_repression" and votes[best] < _BY_THE_WAY:
        return None  # «ونظمت مظاهرات للتنديد بالجريمة»
    if best in _FACE_TO_FACE and _shelled(votes, first, best, harmed):
        best = _GENERAL_FIRE
    if best in _SET_OFF and "explosion" in first and first["explosion"].part == "stored":
        return first["explosion"]
    if votes.get("protest_repression", 0) >= 0.5 * votes[best] and best in _PROTESTS_TAKE:
        best = "protest_repression"
    if best in GENERIC:
        finer = [e for e in votes if can_be(first[best], e) and votes[e] >= _needed(first[best], e) * votes[best]]
        if mixed and finer and best in _ANY_FIRE:
            return first[best]._replace(event="bombardment")
        both = best == "bombardment" and not AIR.isdisjoint(finer) and not GROUND.isdisjoint(finer)
        best = best if both else max(finer, key=lambda e: votes[e], default=best)
    worn = first.get(_SUICIDE)
    if best == "bombing" and worn is not None and worn.part != "series" and worn.sentence not in harmed:
        best = _SUICIDE  # «هجوم ... وقع تفجير ... كان يرتدي حزاما ناسفا», told of no other harm
    if first[best].part == "raid" and votes.get("shooting", 0) >= _SHOT * votes[best]:
        best = "shooting"
    if best in _BOMBS and votes.get("ground_attack", 0) >= _STORMED * votes[best]:
        best = "ground_attack"
    return first[best]


def _shelled(votes: Mapping[str, float], first: Mapping[str, Cause], fight: str, harmed: Container[int]) -> bool:
    """«17 قتيلا في قصف على المدينة مع استمرار المعارك. وقالت إن قصفا مدفعيا ...»: whether shelling of all
    kinds, told of harm, outweighs a fight."""
    told = _GENERAL_FIRE in first and first[_GENERAL_FIRE].sentence in harmed
    return told and sum(votes.get(e, 0) for e in _FIRE) > votes[fight]


def _needed(general: Cause, finer: str) -> float:
    """The share of a general event's votes that turns it into a finer one; poison gas and snipers need to be told
    outright, and attacks in the plural are seldom of one kind."""
    share = _OF_SERIES if not sharper(general, finer) else _FINER_SHARE.get(general.event, _FINER_AT_LEAST)
    return max(share, _OUTRIGHT) if finer in _TOLD_OUTRIGHT else share


def _long_ago(report: Report, cause: Cause) -> bool:
    """An event word with a day of another year or month beside it is background («الهجوم الكيماوي عام 2013», «قصف
    سابق»), but what explodes now may have been left by then."""
    published = report.document.published
    for token in report.tokens[cause.last : cause.last + 2]:
        if token.form in _EARLIER:
            return True
    if published is None or cause.event == "landmine":
        return False
    dates = in_tokens(report.document.dates, cause.last, cause.last + 6)
    return any(d.start is not None and (published - d.start).days > _OLD for d in dates)


def _place(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]) -> Place | None:
    places = [(s, p) for s in sentences if worth.get(s, 0) >= 1 for p in marks.places.get(s, ())]
    places = (places or [(s, p) for s in sentences for p in marks.places.get(s, ())])[:_ENOUGH]
    if marks.earlier:
        places = [(s, p) for s, p in places if p.first not in marks.earlier] or places
    scores: dict[int, float] = {}
    if len(places) > 1:
        backing = [(p, 0.3 * min(worth.get(s, BACKGROUND), 2)) for s, p in places]
        scores = {id(p): _weigh(marks.report, p, worth.get(s, BACKGROUND), backing) for s, p in places}
    best = max([p for _, p in places], key=lambda p: scores[id(p)]) if scores else next((p for _, p in places), None)
    for _ in range(_FINER_STEPS):
        if best is None:
            break
        inside = [p for _, p in places if holds(best, p) and located(marks.report, p) and _found(p)]
        if not inside or not all(agree(a, b) for a, b in combinations(inside, 2)):
            break
        finer = max(inside, key=lambda p: scores.get(id(p), 0.0) + 0.1 * FINENESS[p.level])
        if _one_of_towns(marks.report, finer):
            break
        best = finer
    if best is not None and best.level == "region":
        best = _within(marks.report, best, [p for _, p in places])
    best = roads.spot(best, [p for _, p in places]) if best is not None and best.level == "site" else best
    if best is not None and best.level == "town":
        best = village_of(marks, sentences, best) or best
    told = (marks.outright.scenes[s] for s in sentences if s in marks.outright.scenes)
    return next((p for p in told if best is None or holds(best, p) or near_by(best, p)), best)


def _one_of_towns(report: Report, place: Place) -> bool:
    """«استهدف القصف قرية كذا وقرية كذا»: whether a town is one of some that were struck, so that what is told of all of
    them was in what holds them."""
    towns = [p for p in listed(report, place) if p.level == place.level]
    return place.level == "town" and len({p.name for p in towns}) > 1 and not between(report, towns[0])


def _within(report: Report, region: Place, found: Sequence[Place]) -> Place:
    """«وفي محافظة البصرة في جنوب البلاد»: the finer place that a region stands behind, to say where that one is."""
    finer = finest(report, region, found)
    return region if comes_from(report, finer) else finer


def _found(place: Place) -> bool:
    """Whether a place is known, or is said of what kind it is and where («منطقة كذا في مقاطعة كذا», not «قرى كذا»)."""
    told = of_kind(place) and place.admin1 is not None and SEVERAL not in place.because
    return place.lat is not None or told


def _weigh(report: Report, place: Place, worth: float, backing: Sequence[tuple[Place, float]]) -> float:
    """How likely a place of a sentence that is worth so much is where: more where others lie in or around it, each by
    its own weight."""
    score = worth * 0.5 + 0.35 * FINENESS[place.level] + (0.8 if located(report, place) else 0.0)
    if place.lat is None:
        score -= 1.5
    if "places.unknown_name" in place.because:
        score -= 0.5
    if "places.near" in place.because or (place.level == "region" and place.country is None):
        score -= 1.2
    if [s for s in report.speakers_about(place.first) if s.first <= place.first < s.last]:
        score -= 1.5
    if journeyed(report, place):
        score -= _WHENCE
    fineness = FINENESS[place.level]
    return score + sum([
        weight for other, weight in backing
        if other is not place and (other.id == place.id or (
            (other.level == "town" or FINENESS[other.level] < fineness) and holds(other, place)))
    ])  # fmt: skip


def _doers(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float], event: Cause | None) -> tuple[Part, ...]:
    votes: dict[str, float] = {}
    first: dict[str, Part] = {}
    for part in _telling(marks, sentences, worth):
        here = worth.get(part.sentence, 0.5)
        if ANYWHERE.intersection(part.reasons):
            here = max(here, 1.5)
        fits = event is None or akin(event.event, part.event)
        if not fits and part.event == "siege" and part.score > 0:
            continue  # who besieges a town need not have struck it
        if not fits and part.sentence not in marks.outcomes and not ANYWHERE.intersection(part.reasons):
            continue
        fit = 1.2 if fits else 0.35
        score = part.score * fit if part.score > 0 else max(part.score, -0.3)
        votes[part.actor.id] = votes.get(part.actor.id, 0) + score * min(here, 2.5)
        if part.score >= STRONG:
            first.setdefault(part.actor.id, part)
    avowed = {p.actor.id for s in sentences for p in marks.parts.get(s, ()) if ANYWHERE.intersection(p.reasons)}
    for id_ in (v for s in sentences for v in marks.victims.get(s, ()) if v not in avowed):
        votes[id_] = votes.get(id_, 0) - 1.5
    ranked = sorted([a for a in first if votes[a] > 0], key=lambda a: -votes[a])
    if event is not None and event.event == "attack":
        ranked = [a for a in ranked if first[a].reasons != _CLASH] or ranked  # who fights elsewhere
    if not ranked:
        return ()
    told = [p for s in sentences if worth.get(s, 0) >= 1 for p in marks.parts.get(s, ())]
    for id_ in joint(marks.report, told).get(ranked[0], set()) - set(ranked):
        ranked.append(id_)
        first[id_] = next(p for p in told if p.actor.id == id_)
        votes[id_] = votes[ranked[0]]
    parties = [a for a in ranked if first[a].sentence in marks.outcomes]
    if len(parties) >= _PARTIES:
        return tuple(first[a] for a in parties)
    enough = [a for a in ranked if votes[a] >= _share(first[a]) * votes[ranked[0]]]
    return allied([first[a] for a in enough], marks.registry)


def _telling(marks: Marks, sentences: Sequence[int], worth: Mapping[int, float]) -> Iterator[Part]:
    """The actor mentions that say something of who did it; beside title, lead and harm only accusations, claims and
    denials do, since what else is told there may be other attacks."""
    for sentence in sentences:
        found = marks.parts.get(sentence, ())
        here = worth.get(sentence, 0)
        old = bool(found) and _old(marks, sentence, here)
        for part in found:
            aside = here < 1 and not REFERRING.intersection(part.reasons)
            if part.reasons == ("actors.speaks",) or ((aside or old or of_few(marks, part)) and part.score > 0):
                continue
            if part.score < STRONG or here > _LED or not of_another(marks.report, part):
                yield part


def _old(marks: Marks, sentence: int, worth: float) -> bool:
    """Whether a sentence tells of other attacks, at its head («وكان التنظيم نفذ الأسبوع الماضي») or by how long ago."""
    if marks.told_before(sentence):
        return told_ago(marks, sentence, _DAYS_AGO)
    return worth <= 1 and told_ago(marks, sentence, _OLD)


def _share(part: Part) -> float:
    """The share of the strongest doer's votes that a further one needs."""
    return 0.2 if ANYWHERE.intersection(part.reasons) else 0.3
