"""Which causes can be two words for one: a strike that one report calls bombardment and another an attack."""

_FAMILIES = {
    "air": ("airstrike", "drone_strike", "barrel_bomb"),
    "ground fire": ("shelling", "missile"),
    "fire": ("bombardment",),
    "chemical": ("chemical_attack",),
    "bomb": ("suicide_bombing", "bombing", "grenade", "explosion"),
    "mine": ("landmine",),
    "fight": ("armed_clash", "ground_attack"),
    "shots": ("shooting", "sniper"),
    "crowd": ("protest_repression", "riot"),
    "killing": ("execution", "stabbing", "ramming", "torture"),
    "taking": ("arrest", "abduction"),
    "siege": ("siege",),
    "accident": ("accident",),
    "open": ("attack", "unspecified", "war"),
}
FAMILY = {event: family for family, events in _FAMILIES.items() for event in events}

# Families that one incident is told under by different reports, or that come together in one assault.
_NEAR = frozenset(
    frozenset(pair)
    for pair in (
        ("air", "fire"), ("ground fire", "fire"), ("air", "ground fire"), ("chemical", "air"), ("chemical", "fire"),
        ("bomb", "mine"), ("bomb", "fight"), ("bomb", "accident"), ("fight", "shots"), ("fight", "killing"),
        ("shots", "crowd"), ("shots", "killing"), ("crowd", "fight"), ("crowd", "killing"), ("bomb", "shots"),
        ("fight", "fire"), ("fight", "ground fire"), ("mine", "fire"), ("bomb", "killing"), ("bomb", "ground fire"),
        ("taking", "fight"), ("taking", "crowd"), ("taking", "shots"), ("taking", "killing"), ("taking", "bomb"),
    )
)  # fmt: skip


def related(a: str, b: str) -> str:
    """How two event types stand to each other: same, family, near, open (one says no kind) or foreign."""
    first, second = FAMILY.get(a, "open"), FAMILY.get(b, "open")
    if "open" in (first, second):
        return "open"
    if a == b:
        return "same"
    if first == second:
        return "family"
    return "near" if frozenset((first, second)) in _NEAR else "foreign"
