"""The incidents of the list as a file, in any format that `tawthiq export` has."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse

from tawthiq.errors import UsageError
from tawthiq.exporters import EXPORTERS
from tawthiq.operations import exporting
from tawthiq.web.desk import AtDesk

router = APIRouter()
_PIECE = 1 << 16


@router.get("/export/{format}")
def export(desk: AtDesk, format: str, public: bool = False) -> Response:
    """A file with what the list asks for; `public` leaves out names and words of reports."""
    if format not in EXPORTERS:
        raise UsageError(f"export: there is no format {format!r}; the formats are {', '.join(EXPORTERS)}")
    stream = TemporaryFile()  # noqa: SIM115  (closed when all of it is sent)
    order = exporting.Order(format, desk.query.wanted, language=desk.preferences.language, public=public)
    try:
        exporting.export(desk.ledger, order, stream)
    except BaseException:
        stream.close()
        raise
    name = f"incidents{'-public' if public else ''}{EXPORTERS[format].suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_pieces(stream), media_type="application/octet-stream", headers=headers)


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    with stream:
        stream.seek(0)
        while piece := stream.read(_PIECE):
            yield piece
