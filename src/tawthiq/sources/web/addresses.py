"""Which addresses may be visited: of the web, and not of this machine or a private network."""

import ipaddress
from typing import TypeAlias
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from tawthiq.errors import Unfetched

Ip: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
# Public by their number, and yet the inside of a cloud's host.
_INSIDE = frozenset({ipaddress.ip_address("168.63.129.16")})
# IPv6 networks whose last 32 bits are an IPv4 address that is reached through them.
_CARRIERS = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
_SAFE = "%/:=&?~#+!$,;'@()*[]"


def checked(url: str, base: str = "") -> str:
    """The address in the form in which it is asked for, without its fragment; `base` is where a relative one stands.

    Raises Unfetched for what is no address of the web, and for one that holds a password.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        host, port = parts.hostname, parts.port
        if parts.scheme not in ("http", "https") or not host:
            raise Unfetched(
                f"{url.strip()[:80]} is no address of a page; give one that begins with https:// or http://"
            )
        if parts.username is not None or parts.password is not None:
            raise Unfetched(f"{host} is given with a name or password; give the address without it")
        name = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise Unfetched(f"is no valid address ({error}); correct it") from error
    place = name if port in (None, {"http": 80, "https": 443}[parts.scheme]) else f"{name}:{port}"
    return urlunsplit((parts.scheme, place, quote(parts.path, safe=_SAFE) or "/", quote(parts.query, safe=_SAFE), ""))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also where another one is wrapped in it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast and one not in _INSIDE for one in _unwrapped(ip))


def _unwrapped(ip: Ip) -> list[Ip]:
    """The address that is reached: an IPv4 address that an IPv6 address carries stands for it, or beside it."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if any(ip in network for network in _CARRIERS):
        return [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)]
    return [one for one in (ip, ip.sixtofour, *(ip.teredo or ())) if one is not None]
