"""An authority for timestamps on this machine, played by OpenSSL with certificates of its own."""

import shutil
import socket
import subprocess
from pathlib import Path

from tests.site import Answer, Behaviour, Request

OPENSSL = shutil.which("openssl")
_CONFIG = """
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamping]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = stub
[stub]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""


class Authority:
    """Its root certificate, and what it answers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "config").write_text(_CONFIG.format(folder=folder), encoding="ascii")
        (folder / "serial").write_text("01", encoding="ascii")
        self._make("root", "ca", [])
        self._make("stub", "stamping", ["-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial"])
        self.root = (folder / "root.pem").read_bytes()

    def answer(self, query: bytes) -> bytes:
        """A signed answer to a query."""
        (self._folder / "query").write_bytes(query)
        self._run("ts", "-reply", "-config", "config", "-queryfile", "query", "-signer", "stub.pem",
                  "-inkey", "stub.key", "-out", "reply")  # fmt: skip
        return (self._folder / "reply").read_bytes()

    def behaviour(self) -> Behaviour:
        """What a site does that is this authority."""

        def behave(request: Request, connection: socket.socket) -> None:
            kind = "application/timestamp-reply"
            connection.sendall(Answer(self.answer(request.body), kind=kind).bytes())

        return behave

    def _make(self, name: str, extensions: str, signer: list[str]) -> None:
        self._run("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr",
                  "-subj", f"/CN={name}", "-config", "config")  # fmt: skip
        self._run("x509", "-req", "-in", f"{name}.csr", "-days", "3650", "-extfile", "config",
                  "-extensions", extensions, "-out", f"{name}.pem",
                  *(signer or ["-signkey", f"{name}.key"]))  # fmt: skip

    def _run(self, *arguments: str) -> None:
        subprocess.run([OPENSSL or "openssl", *arguments], cwd=self._folder, check=True, capture_output=True)
