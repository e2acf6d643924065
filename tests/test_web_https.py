"""Pages under HTTPS: whose certificate can be trusted is read, and nobody else."""

import io
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.errors import Unanswered
from tawthiq.sources import Access, Report, read_paths
from tests.site import BODY, Answer, Site, page, serving

OPENSSL = shutil.which("openssl")
HERE = Access(private=True, pause=0)
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="openssl makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("https")
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test -keyout key.pem"
    stated = "-addext subjectAltName=IP:127.0.0.1 -addext keyUsage=digitalSignature,keyCertSign -out own.pem"
    subprocess.run([str(OPENSSL), *made.split(), *stated.split()], cwd=folder, check=True, capture_output=True)
    return folder / "own.pem"


@pytest.fixture
def site(certificate: Path) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    with serving(context) as running:
        running.paths["/news"] = Answer(page())
        yield running


def test_a_trusted_certificate_is_read(site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    (found,) = read_paths([site.url("/news")], io.BytesIO(), None, HERE)
    assert isinstance(found, Report) and BODY in found.text
    assert found.url == site.url("/news") and found.url.startswith("https://")


@pytest.mark.parametrize(
    ("trusted", "host", "why"), [(False, "127.0.0.1", "self-signed"), (True, "localhost", "Hostname mismatch")]
)
def test_another_certificate_is_refused(
    site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch, trusted: bool, host: str, why: str
) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    (found,) = read_paths([site.url("/news", host)], io.BytesIO(), None, HERE)
    assert isinstance(found, Unanswered)
    assert "certificate that cannot be trusted" in str(found) and why in str(found)
    assert site.asked == []
