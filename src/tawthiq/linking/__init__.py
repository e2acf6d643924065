"""Bringing reports together: copies of one text, and claims of one incident.

A ledger that adds a report asks for the incidents with one of the keys `asked`, calls `assign` with their profiles,
and stores each placing with the keys of its profile. `link` does the same for many reports in memory."""

from tawthiq.incidents import Told
from tawthiq.linking import blocks, copies, own
from tawthiq.linking.assign import assign, new_id
from tawthiq.linking.blocks import keys
from tawthiq.linking.link import Linked, link
from tawthiq.linking.profiles import from_json as profile_from
from tawthiq.linking.profiles import join
from tawthiq.linking.profiles import of as profile
from tawthiq.linking.profiles import to_json as profile_json
from tawthiq.linking.told import apart, told

__all__ = [
    "Linked", "apart", "asked", "assign", "copies", "join", "keys", "link", "new_id", "profile", "profile_from",
    "profile_json", "told",
]  # fmt: skip


def asked(tolds: tuple[Told, ...]) -> tuple[str, ...]:
    """The keys to look for incidents with that a report could tell of."""
    return tuple(sorted({key for group in own.groups(tolds) for key in blocks.asked(group.profile)}))
