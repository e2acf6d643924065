"""What linking looks up: near copies of a text, incidents near a report, and what those look like.

All of it is worked out from the records, and is kept so that a new report is compared with few others.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text

from tawthiq.incidents import Profile
from tawthiq.ledger.groups import in_groups
from tawthiq.ledger.schema import BAND, BLOCK, COPY, DOCUMENT, ORIGINAL, PROFILE, STALE
from tawthiq.linking import copies, keys, profile_from, profile_json

_REMEMBERED = 20_000
_CANDIDATES = 8
# Statements are made once: making one takes longer than asking it.
_NEAR = select(BLOCK.c.incident).where(BLOCK.c.key.in_(bindparam("keys", expanding=True)))
_PROFILES = select(PROFILE).where(PROFILE.c.incident.in_(bindparam("incidents", expanding=True)))
_ADD_COPY, _ADD_BANDS, _ADD_BLOCKS = insert(COPY), insert(BAND), insert(BLOCK)
_END_BLOCKS = delete(BLOCK).where(BLOCK.c.key == bindparam("at"), BLOCK.c.incident == bindparam("of"))
_ALIKE = (
    select(BAND.c.document).where(BAND.c.key.in_(bindparam("bands", expanding=True)))
    .group_by(BAND.c.document).order_by(func.count().desc(), BAND.c.document).limit(_CANDIDATES)
)  # fmt: skip
_TEXT = (
    select(DOCUMENT.c.text, ORIGINAL.c.bytes).select_from(DOCUMENT)
    .join(ORIGINAL, ORIGINAL.c.sha256 == DOCUMENT.c.original).where(DOCUMENT.c.entry == bindparam("number"))
)  # fmt: skip
_KEEP_PROFILE = text(
    "INSERT INTO profile (incident, body) VALUES (:incident, :body) "
    "ON CONFLICT (incident) DO UPDATE SET body = excluded.body"
)
_KEEP_STALE = text("INSERT INTO stale (incident) VALUES (:incident) ON CONFLICT (incident) DO NOTHING")


class Origin(NamedTuple):
    """Whose text a report's is: the number of the document that it copies (its own, mostly), and the agency named."""

    root: int
    wire: str | None


class Neighbours:
    """Looks up and keeps, on one connection. Profiles are remembered until `forget`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._profiles: dict[str, Profile] = {}

    def forget(self) -> None:
        """Another program may have changed what is remembered."""
        self._profiles.clear()

    def origin(self, document: int, body: str) -> Origin:
        """Find whose text a new document's is, and keep that."""
        signature = copies.signature(body)
        root = next((other for other in self._alike(signature.bands, body)), document)
        found = Origin(root, copies.wire(body))
        self._connection.execute(_ADD_COPY, {"document": document, **found._asdict()})
        if root == document and signature.bands:
            self._connection.execute(_ADD_BANDS, [{"key": key, "document": document} for key in signature.bands])
        return found

    def near(self, asked: Sequence[str]) -> dict[str, Profile]:
        """The incidents under these keys, with their profiles."""
        found: set[str] = set()
        for some in in_groups(asked):
            found.update(self._connection.execute(_NEAR, {"keys": some}).scalars())
        return self.profiles(found)

    def profiles(self, incidents: Iterable[str]) -> dict[str, Profile]:
        """The profiles of incidents, those that there are."""
        wanted = sorted(set(incidents))
        for some in in_groups([incident for incident in wanted if incident not in self._profiles]):
            rows = self._connection.execute(_PROFILES, {"incidents": some})
            self._profiles.update((row.incident, profile_from(row.body)) for row in rows)
        found = {incident: self._profiles[incident] for incident in wanted if incident in self._profiles}
        if len(self._profiles) > _REMEMBERED:
            self._profiles = dict(found)
        return found

    def keep(self, profiles: Mapping[str, Profile | None]) -> None:
        """Keep the new profiles of incidents (None: it is no more), and mark them for being worked out anew."""
        before = self.profiles(profiles)
        gone: list[dict[str, str]] = []
        new: list[dict[str, str]] = []
        for incident, profile in profiles.items():
            old_keys = set(keys(before[incident])) if incident in before else set()
            new_keys = set(keys(profile)) if profile is not None else set()
            gone += [{"of": incident, "at": key} for key in sorted(old_keys - new_keys)]
            new += [{"key": key, "incident": incident} for key in sorted(new_keys - old_keys)]
            if profile is None:
                self._profiles.pop(incident, None)
            else:
                self._profiles[incident] = profile
        kept = [
            {"incident": i, "body": profile_json(profile)} for i, profile in profiles.items() if profile is not None
        ]
        ended = [incident for incident, profile in profiles.items() if profile is None]
        execute = self._connection.execute
        if gone:
            execute(_END_BLOCKS, gone)
        if new:
            execute(_ADD_BLOCKS, new)
        if kept:
            execute(_KEEP_PROFILE, kept)
        if ended:
            execute(delete(PROFILE).where(PROFILE.c.incident.in_(ended)))
        self.mark(profiles)

    def mark(self, incidents: Iterable[str]) -> None:
        """Incidents have to be worked out anew."""
        rows = [{"incident": incident} for incident in sorted(set(incidents))]
        if rows:
            self._connection.execute(_KEEP_STALE, rows)

    def stale(self, most: int) -> list[str]:
        """Some of the incidents that have to be worked out anew."""
        return list(self._connection.execute(select(STALE.c.incident).order_by(STALE.c.incident).limit(most)).scalars())

    def waiting(self) -> int:
        """How many incidents have to be worked out anew."""
        return self._connection.execute(select(func.count()).select_from(STALE)).scalar_one()

    def _alike(self, bands: Sequence[str], body: str) -> Iterable[int]:
        """The documents whose text this one's is a near copy of, those that share most bands first."""
        if not bands:
            return
        for other in list(self._connection.execute(_ALIKE, {"bands": bands}).scalars()):
            row = self._connection.execute(_TEXT, {"number": other}).one()
            data = row.text if row.text is not None else row.bytes
            if copies.similarity(body, bytes(data).decode("utf-8", "surrogatepass")) >= copies.SAME_TEXT:
                yield other
