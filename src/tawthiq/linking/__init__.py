"""Bringing reports together: copies of one text, and claims of one incident.

A ledger that adds a report makes the `groups` of its claims, asks for the incidents with one of the keys that are
`asked` for them, calls `place` with their profiles, and stores each placing with the keys of its profile. `link` does
the same for many reports in memory."""

from tawthiq.linking import blocks, copies
from tawthiq.linking.assign import new_id, place
from tawthiq.linking.blocks import keys
from tawthiq.linking.link import Linked, link
from tawthiq.linking.own import Group, groups
from tawthiq.linking.profiles import from_json as profile_from
from tawthiq.linking.profiles import join
from tawthiq.linking.profiles import to_json as profile_json
from tawthiq.linking.profiles import together as profile
from tawthiq.linking.told import apart, of_one_day, told

__all__ = [
    "Linked", "apart", "asked", "copies", "groups", "join", "keys", "link", "new_id", "of_one_day", "place", "profile",
    "profile_from", "profile_json", "told",
]  # fmt: skip


def asked(of: tuple[Group, ...]) -> tuple[str, ...]:
    """The keys to look for incidents with that a report, of these groups, could tell of."""
    return tuple(sorted({key for group in of for key in blocks.asked(group.profile)}))
