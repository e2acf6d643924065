"""Who stands between «كان» and its verb, and who is named with their role."""

from tawthiq.stages.speakers.names import name_at
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at, with_apposition
from tawthiq.stages.speakers.sayings import Sayings
from tawthiq.stages.speakers.view import View

_WAS = 9  # tokens between «كان» and its verb


def between(sayings: Sayings, at: int) -> Phrase | None:
    """The subject between «كان» and its verb («كانت الوزارة قد أعلنت», «كان علي سالم مدير المستشفى قد أعلن»)."""
    view, first = sayings.view, sayings.sentence.first
    for was in range(max(first, at - _WAS), at):
        if view.said(was) == "was":
            phrase = phrase_at(view, view.say[was].last, at) or with_role(view, view.say[was].last, at)
            near = phrase is not None and all(view.said(t) == "stop" or _plain(view, t) for t in range(phrase.end, at))
            return sayings.memory.resolve(phrase) if phrase is not None and near else None
    return None


def _plain(view: View, at: int) -> bool:
    """Whether a word may still belong to the speaker's name («وكان مركز الرصد والدعم أكد»)."""
    return view.tokens[at].is_word and not view.said(at) and at not in view.busy and at not in view.nameless


def with_role(view: View, first: int, stop: int, marks: tuple[str, ...] = ()) -> Phrase | None:
    """«علي سالم مدير المستشفى»: who is named by more than a word, with their role behind; behind one of `marks` if
    any are given."""
    name = name_at(view, first, stop)
    if name is None or name.last - first < 2:
        return None
    if marks and not any(t.form in marks for t in view.tokens[name.last : name.last + 1]):
        return None
    full = with_apposition(view, name, stop)
    return full if full.role is not None else None
