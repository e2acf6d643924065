"""Who speaks at a given token. Built once a document by `speakers_by_token`, or asked one token at a time."""

from tawthiq.model import Document, Speaker


def speaker_at(document: Document, token: int) -> Speaker | None:
    """The speaker in whose reach `token` stands, None where the report speaks for itself.

    Speakers are ordered so that of several that reach a token the last is the one
    who says it: a later verb of saying stands inside an earlier statement, and «بحسب» corrects both.
    """
    found = None
    for speaker in document.speakers:
        if speaker.reach[0] <= token < speaker.reach[1]:
            found = speaker
    return found


def speakers_by_token(document: Document) -> dict[int, Speaker]:
    """The speaker of every token that has one; the same answer as `speaker_at`, for asking often."""
    return {t: speaker for speaker in document.speakers for t in range(*speaker.reach)}
