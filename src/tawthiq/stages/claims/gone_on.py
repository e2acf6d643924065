"""Which attack goes on, by an article or as another like it, so that who made it did the harm told further on?

«غارة لطائرة أميركية. وأضاف أن الغارة دمرت سيارة», «شنت طائرات التحالف غارات. كما قصفت طائرة أخرى موقعا»
"""

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.model import Claim
from tawthiq.stages.claims import events
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.losses import victims
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.relations import NAMELESS, armed_group, of_state, spared
from tawthiq.stages.claims.scene import ARMED, BODILY, FORCES

ELSEWHERE = "actors.of_other_sentence"
_BACK = 3  # sentences from where an attack is told to where it is taken up
_ANOTHER, _NEAR = ("اخر", "مماثل"), 3
_SERIES = frozenset({"series", "mixed", "strife", "verb"})
_GOES_ON = "actors.of_attack_before"
_STRUCK = events.AIR | events.GROUND | {"bombardment"}


def gone_on(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims; one without a doer, whose attack is one told right before, or another like it, takes that one's."""
    if not [c for c in claims if c.event in _STRUCK and not c.actors]:
        return list(claims)
    done: list[Claim] = []
    fire: list[tuple[int, Claim]] = []
    for claim in claims:
        if claim.event in _STRUCK:
            mine = known.own[int(claim.id[1:]) - 1]
            before = _before(claim, mine, fire, known) if fire and not claim.actors else None
            if before is not None:
                because = (*claim.because, ELSEWHERE, _GOES_ON)
                claim = replace(claim, actors=before.actors, actors_text=before.actors_text, because=because)
            fire.append((mine.scene.sentence, claim))
        done.append(claim)
    return done


def _before(claim: Claim, mine: Own, fire: Sequence[tuple[int, Claim]], known: Known) -> Claim | None:
    """The fire told last before a claim that can have been the same, or another like it."""
    if claim.cumulative or _fired(claim) or not _goes_on(mine, known):
        return None
    at = mine.scene.sentence
    last = next((told for sentence, told in reversed(fire) if 0 < at - sentence <= _BACK), None)
    if last is None or not last.actors or last.cumulative or not events.akin(last.event, claim.event):
        return None
    unlike = claim.group in ARMED and last.outcome in BODILY and last.group not in ARMED
    if unlike or not NAMELESS.isdisjoint(last.actors) or _their_own(claim, last, known):
        return None
    own = victims(mine.scene) | spared(mine.scene, known.registry)
    return last if own.isdisjoint(last.actors) else None


def _their_own(claim: Claim, last: Claim, known: Known) -> bool:
    """Whether those harmed may well be of one side with who made the attack: forces of a state, fighters of a group."""
    if claim.group in FORCES:
        return all(of_state(a, known.registry) for a in last.actors)
    return claim.group == "fighter" and all(armed_group(a, known.registry) for a in last.actors)


def _fired(claim: Claim) -> bool:
    """«180 صاروخا»: what was fired, perhaps by the other side."""
    return claim.outcome == "strikes" and claim.group not in ("airstrike", "barrel_bomb")


def _goes_on(own: Own, known: Known) -> bool:
    """Whether a cause has the article, or is called another one («الغارة», «طائرة أخرى», «غارات مماثلة»)."""
    cause = own.cause.candidate.value if own.cause is not None else None
    if cause is None:
        return False
    if cause.definite and cause.part not in _SERIES:
        return True
    return any(t.form.startswith(_ANOTHER) for t in known.report.tokens[cause.last : cause.last + _NEAR])
