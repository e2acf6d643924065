"""Whether a kept timestamp (RFC 3161) is what it says: signed by an authority that is trusted, over this hash."""

from datetime import UTC

from cryptography.x509 import load_pem_x509_certificates
from rfc3161_client import TimeStampResponse, VerificationError, Verifier, VerifierBuilder, decode_timestamp_response

from tawthiq.errors import UsageError
from tawthiq.ledger.custody import Stamp


class Signatures:
    """Checks answers of authorities against the certificates (PEM) that their signatures must lead to.

    Raises UsageError where these are no certificates.
    """

    def __init__(self, roots: bytes) -> None:
        try:
            builder = VerifierBuilder(roots=list(load_pem_x509_certificates(roots)))
        except ValueError as error:
            raise UsageError(
                f"--roots: holds no certificates in PEM ({error}); ask the authority for its root"
            ) from error
        self._verifier: Verifier = builder.build()

    def problem(self, stamp: Stamp) -> str | None:
        """What is wrong with a kept timestamp, None where it holds."""
        try:
            response = decode_timestamp_response(stamp.answer)
        except ValueError as error:
            return f"its answer is no timestamp ({error})"
        if problem := self.unsigned(response, stamp.hash.encode("ascii")):
            return problem
        says = at(response)
        return None if says == stamp.at else f"its answer is of {says}"

    def unsigned(self, response: TimeStampResponse, data: bytes) -> str | None:
        """Why an answer is not a signature over the data that leads to the roots, None where it is."""
        try:
            self._verifier.verify_message(response, data)
        except VerificationError as error:
            return f"its signature leads to none of the roots ({error})"
        return None


def at(response: TimeStampResponse) -> str:
    """The time that an answer gives, in UTC."""
    return response.tst_info.gen_time.astimezone(UTC).isoformat(timespec="milliseconds")
