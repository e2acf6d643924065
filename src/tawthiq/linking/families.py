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
        ("air", "ground fire"),
        ("bomb", "mine"), ("bomb", "fight"), ("bomb", "accident"), ("fight", "shots"), ("fight", "killing"),
        ("shots", "crowd"), ("shots", "killing"), ("crowd", "fight"), ("crowd", "killing"), ("bomb", "shots"),
        ("fight", "fire"), ("fight", "ground fire"), ("mine", "fire"), ("bomb", "killing"), ("bomb", "ground fire"),
        ("taking", "fight"), ("taking", "crowd"), ("taking", "shots"), ("taking", "killing"), ("taking", "bomb"),
    )
)  # fmt: skip
# «Bombardment» is said of fire of any kind.
_FIRE = frozenset({"air", "ground fire", "fire"})


def related(a: str, b: str) -> str:
    """How two event types stand to each other: same, family, general (one is
    bombardment of any kind), near, open (one says no kind), foreign,
    or chemical: one is, and that is told wherever it is known."""
    first, second = FAMILY.get(a, "open"), FAMILY.get(b, "open")
    if "open" in (first, second):
        return "open"
    if a == b:
        return "same"
    if "chemical" in (first, second):
        return "chemical"
    if first == second:
        return "family"
    if "fire" in (first, second) and {first, second} <= _FIRE:
        return "general"
    return "near" if frozenset((first, second)) in _NEAR else "foreign"
