"""Who speaks at a given token. Built once a document by `speakers_by_token`, or asked one token at a time."""

from tawthiq.model import Document, Speaker


def speaker_at(document: Document, token: int) -> Speaker | None:
    """The speaker in whose reach `token` stands, None where the report speaks for itself.

    Speakers are ordered so that of several that reach a token the last is the one
    who says it: a later verb of saying stands inside an earlier statement, and «بحسب» corrects both.
    """
    for speaker in reversed(document.speakers):
        if speaker.reach[0] <= token < speaker.reach[1]:
            return speaker
    return None


def speakers_by_token(document: Document) -> dict[int, Speaker]:
    """The speaker of every token that has one; the same answers as `speaker_at`, in linear time."""
    table: dict[int, Speaker] = {}
    free: dict[int, int] = {}  # a taken token → a token behind it that may be free
    for speaker in reversed(document.speakers):
        at, last = speaker.reach
        passed = []
        while at < last:
            if at in table:
                passed.append(at)
                at = free[at]
            else:
                table[at] = speaker
                free[at] = at + 1
                at += 1
        for token in passed:
            free[token] = max(free[token], at)
    return table
