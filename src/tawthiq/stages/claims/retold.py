"""Which figures are one told twice, so that who is named where it is told in full did it where it is told in brief?"""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.model import Claim, ClaimPlace
from tawthiq.stages.claims import agents, events
from tawthiq.stages.claims.gone_on import ELSEWHERE
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.restated import lies_in
from tawthiq.stages.claims.scene import FORCES, LOOSE

_RETOLD = "actors.of_same_figure"
_SEVERAL, _TELLINGS = 2, 12
_ANYBODY, _WAR, _CLASH = "person", "war", "actors.clash"
_UNMISTAKEN = 20  # so many are seldom harmed in two places of a report


def retold(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims; one that its own sentence gives no doer takes those of the same figure told again («مقتل سبعة جنود في
    معارك», «قتل سبعة جنود حين هاجم مسلحو التنظيم حاجزا»), as far as its tellings agree."""
    told: dict[tuple[str | None, float], list[Claim]] = {}
    for claim in claims:
        count = claim.count
        if claim.outcome in LOOSE or count is None or count.low is None or count.low < _SEVERAL:
            continue
        figure = (claim.outcome, count.low)
        if figure in told:
            told[figure].append(claim)
        elif count.low == count.high:
            told[figure] = [claim]
    named: dict[str, Claim] = {}
    for same in told.values():
        if len(same) > 1:
            named |= _of_one_figure(same[:_TELLINGS], known)
    return [named.get(c.id, c) for c in claims] if named else list(claims)


def _of_one_figure(same: Sequence[Claim], known: Known) -> dict[str, Claim]:
    givers = [c for c in same if _gives(c)]
    takers = [c for c in same if givers and (_CLASH in c.because or c not in givers)]
    return {c.id: _named(c, givers, known) for c in takers}


def _gives(claim: Claim) -> bool:
    """Whether a claim's own sentence names its doers, or they own up to the deed or stand accused of it."""
    told = ELSEWHERE not in claim.because or not agents.CLAIMING.isdisjoint(claim.because)
    return bool(claim.actors) and told


def _named(claim: Claim, givers: Sequence[Claim], known: Known) -> Claim:
    mine = _own(known, claim)
    title = known.report.document.sentences[mine.scene.sentence].part == "title"
    rough = title or (claim.count is not None and (claim.count.low or 0) >= _UNMISTAKEN)
    twins = [g for g in givers if _fits(claim, g, rough) and _one_people(mine, _own(known, g))]
    most = max(twins, key=lambda g: len(g.actors), default=None)
    if most is None or not all(set(g.actors) <= set(most.actors) for g in twins):
        return claim
    clash = _CLASH in most.because and (claim.actors or claim.event != most.event)
    one_side = _CLASH not in claim.because or set(most.actors) < set(claim.actors)
    if clash or not one_side or not victims(mine.scene).isdisjoint(most.actors):
        return claim
    return replace(claim, actors=most.actors, actors_text=most.actors_text, because=(*claim.because, _RETOLD))


def _own(known: Known, claim: Claim) -> Own:
    return known.own[int(claim.id[1:]) - 1]


def _fits(claim: Claim, giver: Claim, rough: bool) -> bool:
    """Whether two claims can be of one harm: of a group, a status, a place (a land where one is only told `rough`ly),
    a day and an attack as far as told."""
    where = claim.place is None or giver.place is None or _one_place(claim.place, giver.place, rough)
    when = claim.time is None or giver.time is None or (claim.time.start, claim.time.end) == (
        giver.time.start, giver.time.end)  # fmt: skip
    groups = {claim.group, giver.group}
    whole = claim.part_of is None and giver.part_of is None
    people = len(groups) == 1 or (whole and (_ANYBODY in groups or groups == FORCES))
    alike = _of_war(claim) is _of_war(giver) and claim.status == giver.status
    return where and when and people and alike and not events.apart(claim.event, giver.event)


def _of_war(claim: Claim) -> bool:
    """The sides of a war are those of all its harm, and of no single attack's."""
    return claim.event == _WAR


def _one_place(one: ClaimPlace, two: ClaimPlace, rough: bool) -> bool:
    """Whether two places can be one, or one of them lies in the other."""
    if rough:
        return one.country == two.country
    return one.id == two.id or lies_in(one, two) or lies_in(two, one)


def _one_people(mine: Own, giver: Own) -> bool:
    """Whether two harms are told in two sentences, of the same side's people as far as that is told."""
    ours, theirs = victims(mine.scene), victims(giver.scene)
    return mine.scene.sentence != giver.scene.sentence and (not ours or not theirs or ours == theirs)
