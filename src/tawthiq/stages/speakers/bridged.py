"""Sentences between two that the same speaker states: that speaker's too, though no verb of saying says so."""

from collections.abc import Sequence

from tawthiq.model import Sentence
from tawthiq.stages.speakers.sayings import Statement
from tawthiq.stages.speakers.view import View

_GAP = 2  # sentences that name nobody between two statements of one speaker
_OPENS = 6  # first tokens of a sentence that show it to be background


def bridged(view: View, sentences: Sequence[Sentence], said: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """The statements of each sentence, with those of sentences that a speaker's two statements enclose."""
    result = [list(statements) for statements in said]
    before: int | None = None
    for index, statements in enumerate(said):
        if not statements:
            continue
        if before is not None and 1 < index - before <= _GAP + 1:
            _bridge(view, sentences, said, (before, index), result)
        before = index
    return result


def _bridge(
    view: View, sentences: Sequence[Sentence], said: Sequence[Sequence[Statement]], ends: tuple[int, int],
    result: list[list[Statement]],
) -> None:  # fmt: skip
    """Fill the sentences between `ends` where one speaker stands on both sides and nothing sets them apart."""
    before, after = ends
    left, right = said[before][-1], said[after][0]
    inner = sentences[before + 1 : after]
    if left.phrase.first != right.phrase.first or left.reach[1] < sentences[before].last:
        return
    if any(s.part != "body" or _apart(view, s) for s in (sentences[before], *inner)):
        return
    for index, sentence in enumerate(inner, before + 1):
        result[index].append(Statement(left.phrase, (sentence.first, sentence.last), "speaker.bridged"))


def _apart(view: View, sentence: Sentence) -> bool:
    return bool(view.apart.intersection(range(sentence.first, min(sentence.last, sentence.first + _OPENS))))
