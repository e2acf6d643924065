"""Which words may name a victim: those of a claim about a single person, where they are more than one word.

No rule finds every name in a text. So these are covered on the page; a printout leaves out all words of reports.
"""

from tawthiq.model import Claim

_DONE_TO_PEOPLE = frozenset(
    {"killed", "injured", "casualties", "missing", "detained", "abducted", "trapped", "rescued"}
)


def may_name(claim: Claim) -> bool:
    """Whether the words of a claim may hold a victim's name."""
    count = claim.count
    single = count is not None and count.high == 1
    return single and claim.outcome in _DONE_TO_PEOPLE and len(claim.quote.split()) > 1
