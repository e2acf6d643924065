"""What members of a team may do."""

# Each may do what those before it may. A viewer looks; a reviewer decides about claims; an editor merges, splits and
# takes back what others decided; an admin reads the log.
ROLES = ("viewer", "reviewer", "editor", "admin")
LEAST = ROLES[0]


def may(role: str, needed: str) -> bool:
    """Whether a role may do what another may."""
    return ROLES.index(role) >= ROLES.index(needed)
