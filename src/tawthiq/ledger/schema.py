"""The tables, the same in SQLite and PostgreSQL.

Records (`RECORDS`) are only ever added; each carries the number of the log entry that
added it, and the entry carries their digest. What is worked out from records (`WORKED_OUT`:
indexes for search and linking, and the state of today) may be worked out anew at any time.
Longer values are canonical JSON (`chain.canonical`).
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    literal_column,
    text,
)

METADATA = MetaData()
# Written out, so that a question with these is known to be the index's: how the body of a judgement begins, which says
# its kind, and the order of incidents from the newest.
BEGINNING = 16
BEGINS = literal_column(f"(substr(body, 1, {BEGINNING}))", Text)
UNDATED_LAST = literal_column("(CASE WHEN day = '9999' THEN 1 ELSE 0 END)", Integer)
# SQLite numbers its rows by a column of exactly this type.
NUMBER = BigInteger().with_variant(Integer(), "sqlite")


def _entry(*, key: bool = False) -> "Column[int]":
    """The number of the log entry that added the record; `key` where it is (a part of) the record's own name."""
    log = ForeignKey("log.number")
    return Column("entry", NUMBER, log, primary_key=key, nullable=False, index=not key, autoincrement=False)


META = Table("meta", METADATA, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))

# `records` has one line a record that the entry added: its table, its key and its digest.
LOG = Table(
    "log", METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("actor", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("records", Text, nullable=False),
    Column("hash", String(64), nullable=False),
)  # fmt: skip

# The bytes of a report as they came, under their SHA-256.
ORIGINAL = Table(
    "original", METADATA,
    Column("sha256", String(64), primary_key=True), Column("bytes", LargeBinary, nullable=False), _entry(),
)  # fmt: skip

# A report, numbered by its entry. `same` is the fingerprint by which it is known again; `about` the contract's
# document; `text` is null where the original is the text in UTF-8.
DOCUMENT = Table(
    "document", METADATA,
    _entry(key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("same", String(64), nullable=False, unique=True),
    Column("original", String(64), ForeignKey("original.sha256"), nullable=False),
    Column("origin", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("text", LargeBinary, nullable=True),
)  # fmt: skip

# What could not be read, and why.
FAILURE = Table(
    "failure", METADATA,
    Column("id", String(64), primary_key=True), Column("reason", Text, nullable=False), _entry(),
)  # fmt: skip

# One pass of one reader over one document, numbered by its entry. `reader` is the tool's version and the digest of
# its rules and words; `published` the publication date that was held to; `claims` the reading that has the claims:
# itself, or an earlier one where they are the same.
READING = Table(
    "reading", METADATA,
    _entry(key=True),
    Column("document", NUMBER, ForeignKey("document.entry"), nullable=False, index=True),
    Column("reader", Text, nullable=False),
    Column("published", String(10), nullable=True),
    Column("claims", NUMBER, nullable=False),
)  # fmt: skip

# A claim of the reading that its entry added.
CLAIM = Table(
    "claim", METADATA, _entry(key=True), Column("id", Text, primary_key=True), Column("body", Text, nullable=False)
)

# A named victim of the reading that its entry added.
VICTIM = Table(
    "victim", METADATA, _entry(key=True), Column("id", Text, primary_key=True), Column("body", Text, nullable=False)
)

# A claim belongs to an incident (or to none) from this entry on; the latest link of a claim holds.
LINK = Table(
    "link", METADATA,
    Column("claim", Text, primary_key=True),
    _entry(key=True),
    Column("incident", String(40), nullable=True, index=True),
    Column("because", Text, nullable=False),
)  # fmt: skip

JUDGEMENT = Table(
    "judgement", METADATA,
    Column("id", String(40), primary_key=True), Column("body", Text, nullable=False), _entry(),
    Index("judgement_begins", BEGINS),
)  # fmt: skip

# How the original of the document of the same entry was come by (`sources.Acquired`).
ACQUISITION = Table(
    "acquisition",
    METADATA,
    _entry(key=True),
    Column("document", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# What an authority says of when an entry's hash (`id`) was there already: its time (UTC), and its answer as it came
# (RFC 3161).
TIMESTAMP = Table(
    "timestamp", METADATA,
    _entry(key=True),
    Column("id", String(64), nullable=False),
    Column("at", String(32), nullable=False),
    Column("authority", Text, nullable=False),
    Column("answer", LargeBinary, nullable=False),
)  # fmt: skip

RECORDS = (ORIGINAL, DOCUMENT, FAILURE, READING, CLAIM, LINK, JUDGEMENT, ACQUISITION, TIMESTAMP, VICTIM)

# What `watch` remembers of each place that it looks at, and of each address that a feed named: how many tries failed,
# and when to try (again) in UTC, null where it was done with. Where this is lost, all is looked at again.
FEED = Table("feed", METADATA, Column("id", String(64), primary_key=True), Column("body", Text, nullable=False))
SEEN = Table(
    "seen", METADATA,
    Column("id", String(64), primary_key=True),
    Column("place", String(64), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next", String(32), nullable=True, index=True),
    Column("body", Text, nullable=False),
)  # fmt: skip

# The claims of today: those of each document's latest reading, and the incident that each belongs to.
TODAY = Table(
    "today", METADATA,
    Column("claim", Text, primary_key=True),
    Column("document", NUMBER, nullable=False),
    Column("reading", NUMBER, nullable=False),
    Column("incident", String(40), nullable=True, index=True),
    Index("today_documents", "document", "incident"),
)  # fmt: skip

# Which incidents stand under which block of linking, and what an incident looks like to it.
BLOCK = Table(
    "block", METADATA,
    Column("key", Text, primary_key=True), Column("incident", String(40), primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip
PROFILE = Table(
    "profile", METADATA, Column("incident", String(40), primary_key=True), Column("body", Text, nullable=False)
)

# Which report a report's text is a near copy of (itself, mostly), and the agency that the text names; bands are kept
# of texts that are no copies.
COPY = Table(
    "copy", METADATA,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("root", NUMBER, nullable=False),
    Column("wire", Text, nullable=True),
)  # fmt: skip
BAND = Table(
    "band", METADATA,
    Column("key", String(16), primary_key=True), Column("document", NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)  # fmt: skip

# Incidents whose state below has to be worked out anew.
STALE = Table("stale", METADATA, Column("incident", String(40), primary_key=True))

# What incidents are counted by: each combination that there is or was, with the actors in order, each between tabs.
KIND = Table(
    "kind", METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("country", String(2), nullable=False),
    Column("event", String(40), nullable=False),
    Column("grade", String(20), nullable=False),
    Column("checked", String(4), nullable=False),
    Column("actors", Text, nullable=False),
)  # fmt: skip
# Each incident as it stands: the columns that are asked for, few and short, so that a whole ledger is looked through at
# once. `number` is its own; `day` is its first day, `9999` where it has none; `reported` the day
# of its latest report; `killed` its highest toll, -1 where it has none; `sure` the place of its grade from the surest;
# `north` and `east` where its place lies, in ten-thousandths of a degree from the south pole and from 180 degrees west;
# `names` the folded names of its places.
INCIDENT = Table(
    "incident", METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("id", String(40), nullable=False, unique=True),
    Column("kind", Integer, nullable=False, index=True),
    Column("day", String(10), nullable=False),
    Column("last", String(10), nullable=True),
    Column("reported", String(10), nullable=True),
    Column("killed", Integer, nullable=False),
    Column("sure", Integer, nullable=False),
    Column("north", Integer, nullable=True),
    Column("east", Integer, nullable=True),
    Column("names", Text, nullable=False),
    Index("incident_days", "day", "id"),
    Index("incident_newest", UNDATED_LAST, text("day DESC"), "id"),
)  # fmt: skip
# Which documents tell of which incident, by number, as the incident stands: what words of reports are looked up by.
TELLS = Table(
    "tells", METADATA,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("incident", NUMBER, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)  # fmt: skip
# Each incident as it is published.
SHOWN = Table("shown", METADATA, Column("incident", String(40), primary_key=True), Column("body", Text, nullable=False))

# What each judgement is about: a claim or, where it takes one back, a judgement.
SUBJECT = Table(
    "subject", METADATA,
    Column("subject", Text, primary_key=True), Column("judgement", String(40), primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

# The named victims of today by how their names sound (`linking.spelling.keys`): so one is found under another spelling.
# `name` is the words of the name in one spelling.
NAMING = Table(
    "naming", METADATA,
    Column("key", String(16), primary_key=True), Column("victim", Text, primary_key=True),
    Column("document", NUMBER, nullable=False, index=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
# The victims of today by each word of their name in one spelling, those without a name by the empty one.
CALLED = Table(
    "called", METADATA,
    Column("word", Text, primary_key=True), Column("victim", Text, primary_key=True),
    Column("document", NUMBER, nullable=False, index=True),
    sqlite_with_rowid=False,
)  # fmt: skip

WORKED_OUT = (TODAY, BLOCK, PROFILE, COPY, BAND, STALE, KIND, INCIDENT, TELLS, SHOWN, SUBJECT, NAMING, CALLED)
