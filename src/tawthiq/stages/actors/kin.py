"""Which families and tribes: «قبيلتي الرزيقات والفلاتة» in the text's words, where the id says only what they are."""

from tawthiq.language.scan import Scan
from tawthiq.stages.actors.mentions import Mention

KIN = "kin"
_MARBUTA, _TWO = "ه", "تي"
_AND, _THE, _SHORT = "و", "ال", 2
_NAMES = frozenset({"place", "victim", "actor", "spelling"})  # layers whose words may be a tribe's name, too


def named(mention: Mention, scan: Scan) -> Mention:
    """The mention with the names behind it: one, two behind a dual («قبيلتي»). Its tokens stay: what is a side of a
    clash, and what reports name again, go by the word."""
    head = scan.tokens[mention.last - 1].form
    if not head.endswith((_MARBUTA, _TWO)) or head.startswith(_THE):
        return mention
    taken = {hit.first for layer, hits in scan.layers.items() if layer not in _NAMES for hit in hits}
    end = _name_end(scan, mention.last, taken, "")
    if end is None:
        return mention
    second = _name_end(scan, mention.last + 1, taken, _AND) if head.endswith(_TWO) else None
    return mention._replace(end=second or end)


def _name_end(scan: Scan, at: int, taken: set[int], joined: str) -> int | None:
    """Where the name ends in the text that the token `at` is, None where it is another word."""
    if at >= len(scan.tokens):
        return None
    token = scan.tokens[at]
    name = token.form.removeprefix(joined)
    if at in taken or not token.form.startswith(joined) or not name.isalpha() or len(name) <= _SHORT:
        return None
    return token.end
