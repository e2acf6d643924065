"""Finding documents by words: FTS5 in SQLite, tsvector in PostgreSQL, both over the same folded words.

A word is folded (أ إ آ ا, ى ي, ة ه, marks) and kept as it stands and without the
particles at its front, so that قتل finds «وقُتل» and غارة finds «بالغارة».
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import BigInteger, Connection, TextualSelect, column, text

from tawthiq.language.fold import fold

_WORD = re.compile(r"[^\W_]+")
_PARTICLES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "وب", "ول", "وس", "و", "ف", "ب", "ل", "ك", "س")
_ARTICLES = ("وال", "فال", "بال", "كال", "ال")
_LEAST = 3
_LONGEST = 60

_MAKE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search "
        "USING fts5(words, content='', detail=none, tokenize='unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        "CREATE TABLE search (document bigint PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX search_words ON search USING gin (words)",
    ),
}  # fmt: skip
_ADD = {
    "sqlite": "INSERT INTO search (rowid, words) VALUES (:document, :words)",
    "postgresql": (
        "INSERT INTO search (document, words) VALUES (:document, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}  # fmt: skip
_FIND = {
    "sqlite": "SELECT rowid AS document FROM search WHERE search MATCH :query",
    "postgresql": "SELECT document FROM search WHERE words @@ CAST(:query AS tsquery)",
}
# SQLite goes through both in the order of their numbers, which takes least.
_LACK = {
    "sqlite": "SELECT document FROM tells EXCEPT SELECT rowid FROM search WHERE search MATCH :query ORDER BY 1",
    "postgresql": "SELECT document FROM search WHERE NOT words @@ CAST(:query AS tsquery)",
}
# Which part of the documents holds the words: in PostgreSQL of the oldest and the newest.
_SHARE = {
    "sqlite": """SELECT 1.0 * (SELECT count(*) FROM search WHERE search MATCH :query)
        / (SELECT count(*) FROM document)""",
    "postgresql": """SELECT avg(CASE WHEN words @@ CAST(:query AS tsquery) THEN 1.0 ELSE 0.0 END) FROM (
        (SELECT words FROM search ORDER BY document LIMIT 200)
        UNION ALL (SELECT words FROM search ORDER BY document DESC LIMIT 200)) AS tried""",
}
_NEARLY_ALL = {"sqlite": 0.7, "postgresql": 0.9}


_ADDING = {dialect: text(statement) for dialect, statement in _ADD.items()}


def make(connection: Connection) -> None:
    """Make the index."""
    for statement in _MAKE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def add(connection: Connection, document: int, texts: Iterable[str]) -> None:
    """Let a document be found by the words of these texts."""
    words = {form for part in texts for word in words_of(part) for form in forms(word)}
    if words:
        values = {"document": document, "words": " ".join(sorted(words))}
        connection.execute(_ADDING[connection.dialect.name], values)


class Hits(NamedTuple):
    """The question for the numbers of the documents that hold every word of a query, to be asked or to stand inside
    another; and that for the other numbers, where they are likely to be fewer by far."""

    holding: TextualSelect
    lacking: TextualSelect | None


def find(connection: Connection, query: str) -> list[int] | None:
    """The numbers of the documents that hold every word of the query; None where the query has no word."""
    found = hits(connection, query)
    return None if found is None else list(connection.execute(found.holding).scalars())


def hits(connection: Connection, query: str) -> Hits | None:
    """What to ask for those numbers, and which question takes less; None where the query has no word."""
    dialect, asked = connection.dialect.name, _asked(connection, query)
    if not asked:
        return None
    share = connection.execute(text(_SHARE[dialect]), {"query": asked}).scalar()
    few = share is not None and share >= _NEARLY_ALL[dialect]
    return Hits(_numbers(_FIND[dialect], asked), _numbers(_LACK[dialect], asked) if few else None)


def _numbers(statement: str, asked: str) -> TextualSelect:
    return text(statement).bindparams(query=asked).columns(column("document", BigInteger))


def _asked(connection: Connection, query: str) -> str:
    """The words of a query as the index is asked for them; "" where it has none."""
    either, both, quote = (" OR ", " AND ", '"') if connection.dialect.name == "sqlite" else (" | ", " & ", "'")
    return both.join(
        "(" + either.join(f"{quote}{form}{quote}" for form in dict.fromkeys((word, _without_article(word)))) + ")"
        for word in words_of(query)
    )


def words_of(part: str) -> list[str]:
    """The folded words of a text."""
    return [word[:_LONGEST].lower() for word in _WORD.findall(fold(part).text)]


def forms(word: str) -> set[str]:
    """A folded word as it stands and without the particles at its front."""
    return {word, *(word[len(p) :] for p in _PARTICLES if word.startswith(p) and len(word) - len(p) >= _LEAST)}


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _LEAST:
            return word[len(article) :]
    return word
