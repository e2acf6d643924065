"""Words of a web page around a report: menus, buttons, captions, notices, lists of other stories."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PageWord:
    """`part` says what a line that holds the word is:

    menu, button: a line made of such words is site furniture.
    also: introduces a link, or a short list of links, to other stories; the report may go on below.
    more: heads a list of other stories. comments: heads what readers wrote.
    tags: introduces key words. link: introduces the report's own address. sign: a by-line, a source line, a sign-off.
    caption: a picture's line. notice: rights, newsletters, cookies, apps, house rules.
    carry: begins a paragraph that goes on from the one before. plain: a word that begins with و of its own.
    """

    layer: ClassVar[str] = "page"
    id: str
    example: str
    part: str
