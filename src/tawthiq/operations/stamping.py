"""A timestamp by an authority (RFC 3161): that the log up to now, and so every original in it, was there.

What is sent is the hash of the last entry and nothing else. One timestamp holds for everything before it.
"""

import hashlib
from typing import NamedTuple

from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, TimeStampResponse, decode_timestamp_response

from tawthiq.errors import Unfetched
from tawthiq.ledger.connect import JUDGE, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.view import View
from tawthiq.ledger.writer import Writer
from tawthiq.operations.signatures import Signatures, at
from tawthiq.sources.access import Access
from tawthiq.sources.web.visitor import Visitor

_QUERY = "application/timestamp-query"
_GRANTED = 0


class Stamped(NamedTuple):
    """The entry that was stamped and its hash, the time that the authority gives (UTC), and whether its signature was
    checked."""

    entry: int
    hash: str
    at: str
    checked: bool


def stamp(ledger: str, author: Author, authority: str, access: Access, signatures: Signatures | None = None) -> Stamped:
    """Have the last entry of the log stamped by the authority at an address, and keep its answer as it came.

    `signatures` checks its signature. Raises LedgerError, and Unfetched for an authority
    that does not answer, or not as it must; then nothing is kept.
    """
    visitor = Visitor(access)
    with opened(ledger, JUDGE) as open_ledger:
        with open_ledger.looking():
            last = View(open_ledger).last()
        data = last.hash.encode("ascii")
        request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
        answer = visitor.post(authority, request.as_bytes(), _QUERY).content
        try:
            response = decode_timestamp_response(answer)
        except ValueError as error:
            raise Unfetched(f"{authority}: gives no timestamp ({error}); check the authority's address") from error
        _check(response, authority, (hashlib.sha256(data).digest(), request.nonce))
        if signatures and (problem := signatures.unsigned(response, data)):
            raise Unfetched(f"{authority}: {problem}; nothing is kept")
        writer = Writer(open_ledger, author)
        with writer.batch():
            writer.timestamp(last.hash, at(response), authority, answer)
        return Stamped(last.number, last.hash, at(response), signatures is not None)


def _check(response: TimeStampResponse, authority: str, asked: tuple[bytes, int | None]) -> None:
    if response.status != _GRANTED:
        said = "; ".join(response.status_string) or f"status {response.status}"
        raise Unfetched(f"{authority}: refuses to give a timestamp ({said}); try another authority")
    info = response.tst_info
    if (info.message_imprint.message, info.nonce) != asked:
        raise Unfetched(f"{authority}: gives a timestamp of something else; do not trust it, try another authority")
