"""A JSON file of any size, read in pieces, with a bound on the length of one text in it."""

from typing import IO

from tawthiq.errors import UnreadableInput

# A text is parsed anew with each piece of the file that it goes on in: large pieces keep that short, and no report is
# as long as this many of them.
PIECE = 1 << 20
_LONGEST = 32 * PIECE


class Bounded:
    """What a parser reads a JSON file through. Raises UnreadableInput in a text that does not end."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._since = 0  # bytes since the last quotation mark

    def read(self, size: int) -> bytes:
        """The next piece."""
        piece = self._stream.read(size)
        mark = piece.rfind(b'"')
        self._since = len(piece) - mark if mark >= 0 else self._since + len(piece)
        if self._since > _LONGEST:
            what = f"holds a text of over {_LONGEST >> 20} MB, which is no report"
            raise UnreadableInput(f"{self._name}: {what}; what stands before is read; take that text out")
        return piece
