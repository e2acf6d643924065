"""Which encoding do these bytes have, and are they a text at all?

Recognised: UTF-8 and UTF-16 with and without a byte order mark, UTF-32 with one,
Windows-1256 and ISO-8859-6. The two single-byte encodings fit nearly any bytes, so
the choice goes by how well the letters that come out are spread like Arabic.
"""

import codecs
import re

from tawthiq.errors import NothingToRead, UndecodableInput, UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
)
# The letters of Arabic from the most frequent down; together some 80 % of a text's letters.
_FREQUENT = frozenset("\u0627\u0644\u064a\u0645\u0648\u0646\u0631\u062a\u0647\u0628\u0629\u0639\u062f\u0641")
# What UTF-8 Arabic becomes when it is read as Windows-1256, and as Windows-1252.
_MISREAD_1256 = frozenset("\u0637\u0638")
_MISREAD_1252 = frozenset("\u00d8\u00d9")
# A letter outside ASCII inside a word of ASCII letters: an accent of a European language.
_MIXED = re.compile("[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_OTHER_LANGUAGES = "\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06be\u06d2\u06c6\u06ce\u06d5"
_SAMPLE = 1 << 16
_SINGLE_BYTE = ("cp1256", "iso8859_6")


def text_of(data: bytes, name: str) -> str:
    """The text of a whole file without its byte order mark. Raises InputError naming the file and the remedy."""
    encoding = encoding_of(data, name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise damaged(name, error, data) from error


def encoding_of(data: bytes, name: str) -> str:
    """The encoding that `data`, a file or its beginning, has. Raises InputError where it is no text."""
    for start, kind in _KINDS:
        if data.startswith(start):
            raise UnreadableInput(f"{name}: is {kind}, not a text; save its text as .txt and read that")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return _two_bytes(sample, name)
    if _is_utf8(sample, data):
        return "utf-8"
    if binary_share(sample) > 0.02:
        raise UnreadableInput(f"{name}: is not a text file; save the report's text as .txt in UTF-8 and read that")
    return _one_byte(sample, name)


def is_arabic(text: str) -> bool:
    """Whether a text has Arabic in it to read: two letters, and a fifth of all. Persian, Kurdish and Urdu, which are
    written so too, are told by their own letters, and by the ta marbuta that they lack."""
    sample = text[: 1 << 16]
    arabic, letters = (len(sample) - len(kind.sub("", sample)) for kind in (_ARABIC, _LETTERS))
    others = sum(map(sample.count, _OTHER_LANGUAGES))
    if others > 0.01 * arabic and others > sample.count("\u0629"):
        return False
    return arabic >= 2 and arabic >= 0.2 * letters


def check_arabic(text: str, name: str) -> None:
    """Raise NothingToRead where a text is empty or holds no Arabic, UndecodableInput where it was decoded wrongly."""
    sample = text[: 1 << 20]
    if not sample or sample.isspace():
        raise NothingToRead(f"{name}: is empty; give a file that holds a report")
    letters = sum(map(_is_arabic, sample)) or sum(map(_is_arabic, text[1 << 20 :]))
    misread = sum(sample.count(c) for c in _MISREAD_1252)
    if misread > 20 and misread > letters:
        raise UndecodableInput(f"{name}: its Arabic was decoded wrongly before it was saved; {_SAVE_AGAIN}")
    if letters < 2:
        raise NothingToRead(f"{name}: holds no Arabic; Tawthiq reads reports in Arabic")
    if letters > 40 and sum(sample.count(c) for c in _MISREAD_1256) > 0.35 * letters:
        raise UndecodableInput(f"{name}: its Arabic was decoded wrongly before it was saved; {_SAVE_AGAIN}")


_SAVE_AGAIN = "open the original with its own encoding and save it as UTF-8"


def damaged(name: str, error: UnicodeDecodeError, data: bytes = b"") -> UndecodableInput:
    """The error for bytes that begin in an encoding and break it."""
    line = data.count(b"\n", 0, error.start) + 1 if data else None
    where = f"line {line}, byte {error.start}" if line else f"byte {error.start}"
    return UndecodableInput(f"{name}: is damaged {error.encoding.upper()} at {where}; {_SAVE_AGAIN}")


def _is_utf8(sample: bytes, data: bytes) -> bool:
    """Whether the sample is UTF-8, or UTF-8 with a few damaged bytes (which `text_of` then names)."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(sample) == len(data))
    except UnicodeDecodeError:
        loose = sample.decode("utf-8", "replace")
        return loose.count("\ufffd") < 0.1 * sum(map(_is_arabic, loose))
    return True


def _two_bytes(sample: bytes, name: str) -> str:
    """UTF-16 without a mark: the high bytes of Arabic and spaces are 06 and 00."""
    even, odd = sample[::2], sample[1::2]
    for encoding, high in (("utf-16-le", odd), ("utf-16-be", even)):
        fitting = high.count(0) + high.count(6)
        if high.count(6) and fitting > 0.8 * len(high):
            return encoding
    raise UnreadableInput(f"{name}: is not a text file; save the report's text as .txt in UTF-8 and read that")


def _one_byte(sample: bytes, name: str) -> str:
    """The single-byte encoding whose letters look most like Arabic."""
    scores = {encoding: _likeness(sample.decode(encoding, "replace")) for encoding in _SINGLE_BYTE}
    best = max(_SINGLE_BYTE, key=lambda encoding: scores[encoding])
    if scores[best] < 0.5:
        raise UndecodableInput(
            f"{name}: is in no encoding that is recognised (UTF-8, UTF-16, Windows-1256, ISO-8859-6); {_SAVE_AGAIN}"
        )
    return best


def _likeness(text: str) -> float:
    """How much the letters outside ASCII look like Arabic: 1 and above for Arabic, below 0.5 for anything else."""
    foreign = [c for c in text if c > "\x7f"]
    if not foreign:
        return 0.0
    if len(_MIXED.findall(text)) > 0.2 * len(foreign):
        return 0.0
    arabic = sum(map(_is_arabic, foreign))
    frequent = sum(c in _FREQUENT for c in foreign)
    return (arabic + frequent - 3 * text.count("\ufffd")) / len(foreign) - 0.5


def _is_arabic(character: str) -> bool:
    return "\u0621" <= character <= "\u064a" or "\u0671" <= character <= "\u06d3" or "\ufb50" <= character <= "\ufefc"


def binary_share(data: bytes) -> float:
    """The share of control bytes that no text has."""
    odd = sum(data.count(bytes([b])) for b in range(32) if b not in (9, 10, 12, 13, 26, 27))
    return odd / len(data) if data else 0.0
