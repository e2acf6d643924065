"""Addresses that another platform takes as a link."""

from urllib.parse import urlsplit


def visitable(url: str | None) -> str | None:
    """The address, where it is one of the web with a host; other platforms refuse a record with anything else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:  # «http://[»
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
