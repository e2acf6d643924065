"""Sentences between two that the same speaker states: that speaker's too, though no verb of saying says so."""

from collections.abc import Sequence

from tawthiq.language.lists import words
from tawthiq.model import Sentence
from tawthiq.stages.speakers.memory import Memory
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at
from tawthiq.stages.speakers.sayings import Statement
from tawthiq.stages.speakers.view import View

_CONDEMNS = words("condemns")
_GAP = 2  # sentences that name nobody between two statements of one speaker
_OPENS = 6  # first tokens of a sentence that show it to be background
_STATEMENT, _STATEMENTS = "البيان", ("البيان", "بيان", "بيانا")
_BY = "ب"  # «تهيب الوزارة بذوي المفقودين»
_ENDING = 3  # sentences from «والوزارة إذ تعلن ذلك» to the end of its bulletin
_SINCE, _ANNOUNCES = "اذ", ("verb", "weak")
_BULLETIN = 6  # sentences between a body's last statement and the appeal that ends its bulletin


def bridged(
    view: View, memory: Memory, sentences: Sequence[Sentence], said: Sequence[Sequence[Statement]]
) -> list[list[Statement]]:
    """The statements of each sentence, with those of sentences that a speaker's two statements enclose."""
    result = [list(statements) for statements in said]
    before: int | None = None
    for index, statements in enumerate(said):
        if not statements:
            continue
        if before is not None and 1 < index - before <= _GAP + 1:
            left, named = said[before][-1], statements[0].phrase.first
            if left.phrase.first == named or _of_paper(view, sentences[before], sentences[index]):
                _bridge(view, sentences, left, (before, index), result)
        before = index
    _appealed(view, memory, sentences, result)
    return result


def _of_paper(view: View, before: Sentence, after: Sentence) -> bool:
    """«وأضاف البيان», «وقال مصدر إن مدنيا قتل، وهو ما لم يذكره البيان»: whether a sentence in which another speaks
    looks back at the statement that the one before told of."""
    if not any(view.tokens[t].form == _STATEMENT for t in range(after.first, after.last)):
        return False
    return any(view.tokens[t].form in _STATEMENTS for t in range(before.first, before.last))


def _bridge(
    view: View, sentences: Sequence[Sentence], left: Statement, ends: tuple[int, int], result: list[list[Statement]]
) -> None:
    """Fill the sentences between `ends`, on both of which one speaker stands, where nothing sets them apart."""
    before, after = ends
    inner = sentences[before + 1 : after]
    if left.reach[1] < sentences[before].last:
        return
    if any(s.part != "body" or _apart(view, s) for s in (sentences[before], *inner)):
        return
    if any(view.tokens[s.first].form in _CONDEMNS for s in inner):
        return  # «وأدان الرئيس المجزرة بعد مقتل ستة»
    for index, sentence in enumerate(inner, before + 1):
        result[index].append(Statement(left.phrase, (sentence.first, sentence.last), "speaker.bridged"))


def _appealed(view: View, memory: Memory, sentences: Sequence[Sentence], result: list[list[Statement]]) -> None:
    """«... وتهيب الوزارة بالأهالي البقاء في منازلهم», «... والوزارة إذ تعلن ذلك»: a report that ends with an appeal in
    a body's name, or with more from it, is its bulletin, also where the sentences before name nobody."""
    for last in range(len(sentences) - 1, max(-1, len(sentences) - 1 - _ENDING), -1):
        phrase = _appealing(view, sentences[last]) if last == len(sentences) - 1 else None
        phrase = phrase or _announcing(view, sentences[last])
        if phrase is not None:
            _filled(view, memory.resolve(phrase), sentences[:last], result)
            return


def _appealing(view: View, sentence: Sentence) -> Phrase | None:
    """«الوزارة» in «وتهيب الوزارة بالأهالي»."""
    at = sentence.first
    if view.said(at) != "appeal":
        return None
    begins = view.say[at].last
    ends = next((t for t in range(begins, sentence.last) if view.tokens[t].form.startswith(_BY)), begins)
    return phrase_at(view, begins, ends) if ends > begins else None


def _announcing(view: View, sentence: Sentence) -> Phrase | None:
    """«الوزارة» in «والوزارة إذ تعلن ذلك»."""
    since = next((t for t in range(sentence.first, min(sentence.last, sentence.first + _OPENS))
                  if view.tokens[t].form == _SINCE), None)  # fmt: skip
    if since is None or since + 1 >= sentence.last or view.said(since + 1) not in _ANNOUNCES:
        return None
    phrase = phrase_at(view, sentence.first, since)
    return phrase if phrase is not None and phrase.end == since else None


def _filled(view: View, body: Phrase, sentences: Sequence[Sentence], result: list[list[Statement]]) -> None:
    """Give a body the sentences behind its last statement that name nobody."""
    last, name = len(sentences), _named(view, body)
    near = range(max(0, last - _BULLETIN), last)
    spoke = [i for i in near if any(s.phrase.first == body.first or _named(view, s.phrase) == name for s in result[i])]
    for index in range(spoke[-1] + 1, last) if spoke else ():
        sentence = sentences[index]
        if not result[index] and sentence.part == "body" and not _apart(view, sentence):
            result[index].append(Statement(body, (sentence.first, sentence.last), "speaker.bulletin"))


def _named(view: View, phrase: Phrase) -> str:
    return view.text[phrase.start : view.tokens[phrase.last - 1].end]


def _apart(view: View, sentence: Sentence) -> bool:
    return bool(view.apart.intersection(range(sentence.first, min(sentence.last, sentence.first + _OPENS))))
