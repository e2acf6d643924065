"""The situation brief as a PDF: the page of `report`, set by WeasyPrint, which shapes Arabic by Pango and HarfBuzz."""

from collections.abc import Iterable
from itertools import islice
from typing import IO

import weasyprint

from tawthiq.errors import UsageError
from tawthiq.exporters.report import page
from tawthiq.exporters.shapes import Record, Setting

# A page layout is held in memory as a whole.
_MOST = 500


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """The PDF. Raises UsageError for more incidents than can be laid out."""
    if next(islice(records, _MOST, None), None) is not None:
        raise UsageError(
            f"export report-pdf: more than {_MOST:,} incidents; make one PDF a month or "
            "place (--since, --until, --place), or `export report`, which a browser prints to PDF whatever its length"
        )
    text = "\n".join(page(records, setting)).encode("utf-8", "backslashreplace").decode("utf-8")
    document = weasyprint.HTML(string=text, url_fetcher=_nothing)
    document.write_pdf(stream, pdf_identifier=setting.entry.encode() or b"tawthiq")


def _nothing(url: str, *arguments: object, **more: object) -> dict[str, object]:
    """Nothing is fetched; the page needs nothing."""
    raise ValueError(f"{url}: a brief fetches nothing")
