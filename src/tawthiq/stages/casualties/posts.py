"""One who holds a post, named behind it: «قائد اللواء التاسع العقيد سالم حمد»."""

from dataclasses import replace

from tawthiq.stages.casualties.phrase import OF_STATE, Phrase
from tawthiq.stages.casualties.walk import Walk

_REACH = 5  # words of a post behind its first
_POSTS = OF_STATE | {"official", "fighter", "medic"}
_CHIEFS = frozenset({"group.zaim_qabila", "group.sheikh"})
_THE = "ال"


def held_by(walk: Walk, phrase: Phrase) -> bool:
    """Whether a rank and a name say who the one is that was harmed last by his post; he is told up to there."""
    last = walk.found[-1]
    post = last.phrase
    named = phrase.sort == "person" and phrase.count.low == 1 and phrase.last - phrase.head > 1 and not phrase.joined
    if not named or phrase.explicit or not 0 < phrase.first - post.last <= _REACH:
        return False
    if post.sort != "person" or post.explicit or post.count.low != 1 or last.harm[0] > post.first:
        return False
    between = walk.ground.forms[post.last : phrase.first]
    held = post.group in _POSTS or not _CHIEFS.isdisjoint(post.because)
    if not held or not all(form.startswith(_THE) or form.isdecimal() for form in between):
        return False
    walk.found[-1] = replace(last, phrase=replace(post, last=phrase.last))
    return True
