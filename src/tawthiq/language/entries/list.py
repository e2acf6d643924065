"""Lists of words that one rule asks for beside what the scan found. The scan does not look for them."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ListWord:
    """What a rule compares one word of the text with. `part` is one of

    whole       words as they stand
    edge        what a word begins with («مواجه» of «مواجهة» and «مواجهات»), or ends with where the rule says so
    """

    layer: ClassVar[str] = "list"
    id: str
    example: str
    part: str
