"""Everything that Tawthiq raises on purpose.

TawthiqError                 anything a user can act on; its text names the remedy
├── DataError                language data or a gazetteer file that breaks a rule
├── InputError               a report that cannot be read
│   ├── UnreadableInput      no such file, no permission, not a supported kind of file
│   ├── UndecodableInput     bytes in no encoding that is recognised
│   └── NothingToRead        empty, or no Arabic in it
└── UsageError               options that do not fit together
"""


class TawthiqError(Exception):
    """The root of the tree. `str(error)` is a sentence for a person."""


class DataError(TawthiqError):
    """Language data or a gazetteer file breaks a rule; names the file and the entry."""


class InputError(TawthiqError):
    """A report cannot be read; names the file and the remedy."""


class UnreadableInput(InputError):
    """The file is missing, not permitted, or of a kind that is not read."""


class UndecodableInput(InputError):
    """The bytes fit no encoding that is recognised."""


class NothingToRead(InputError):
    """The input is empty or holds no Arabic."""


class UsageError(TawthiqError):
    """Options that do not fit together."""
