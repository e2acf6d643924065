"""How addresses are visited."""

from typing import NamedTuple


class Limits(NamedTuple):
    """`size` bytes as sent, `unpacked` bytes after decompression, `seconds` for one answer in all, `silence` seconds
    without a byte, `redirects` in a row."""

    size: int = 20 << 20
    unpacked: int = 20 << 20
    seconds: float = 60.0
    silence: float = 20.0
    redirects: int = 8


LIMITS = Limits()


class Access(NamedTuple):
    """`private` allows addresses of this machine and of private networks; `pause` is the least number of seconds
    between two requests to one host; `contact` is how a site's owner reaches whoever runs this."""

    private: bool = False
    pause: float = 1.0
    contact: str | None = None
    limits: Limits = LIMITS


OPEN = Access()
