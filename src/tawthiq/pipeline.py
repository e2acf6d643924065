"""The stages in order. Each asks one question of the text and fills one layer of the document."""

import hashlib
from collections.abc import Callable
from datetime import date

from tawthiq.heap import all_kept
from tawthiq.language import Language, load
from tawthiq.language.scan import Scan
from tawthiq.model import Document
from tawthiq.stages import actors, casualties, claims, dates, numbers, places, sentences, speakers, statements, victims

Stage = Callable[[Document, Scan, Language], Document]

STAGES: tuple[Stage, ...] = (
    sentences.run, numbers.run, dates.run, places.run, actors.run, speakers.run,
    casualties.run, claims.run, victims.run, statements.run,
)  # fmt: skip


def read(
    text: str, published: date | str | None = None, *, id: str | None = None, title: str | None = None,
    url: str | None = None, outlet: str | None = None, language: Language | None = None,
) -> Document:  # fmt: skip
    """Read one report. Spans count in code points of `text`; `published` is an ISO date or a `date`; without
    it a dateline that gives a whole date is taken as the day (`Document.published` then says which).

    Never raises for what a text holds; raises ValueError for a `published` that is no ISO date.
    """
    language = language or load()
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = date.fromisoformat(published) if isinstance(published, str) else published
    document = Document(id or digest[:16], text, digest, title, url, outlet, day)
    with all_kept():
        return _through_stages(document, language)


def _through_stages(document: Document, language: Language) -> Document:
    """The scan is let go on return, before garbage is looked for again, which would look through all of it."""
    scan = language.scan(document.text)
    for stage in STAGES:
        document = stage(document, scan, language)
    return document
