"""When does a number behind a noun say how many that noun counts?"""

from tawthiq.model import Number
from tawthiq.stages.casualties.phrase import Phrase

_TEENS = range(11, 20)


def completes(number: Number, phrase: Phrase, definite_word: bool) -> bool:
    """«جندي واحد», «طفلان اثنان», «أطفاله الثلاثة», «الجنود الاثنا عشر»: the number repeats or gives the noun's own."""
    if phrase.count.vague:
        words = number.last - number.first
        if number.value == 2 and words == 1:
            return not phrase.outcome or not phrase.definite
        return number.count.vague is None and words <= 1 + (number.value in _TEENS) and definite_word
    return number.value == phrase.count.low
