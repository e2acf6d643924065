"""A JSON list of reports that is too large to be loaded, one report in memory at a time. Needs the extra `telegram`."""

import codecs
from collections.abc import Iterator
from datetime import date

import ijson

from tawthiq.errors import InputError, NothingToRead, UnreadableInput
from tawthiq.sources.bounded import PIECE, Bounded
from tawthiq.sources.find import Source
from tawthiq.sources.report import Report
from tawthiq.sources.rows import reports_of


def json_file(source: Source, published: date | None) -> Iterator[Report | InputError]:
    """The reports of a list in UTF-8. Where it is damaged or cut off, that comes last, as an error."""
    number = place = 0
    with source.path.open("rb") as stream:
        if stream.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
            stream.seek(0)
        try:
            for row in ijson.items(Bounded(stream, source.name), "item", use_float=True, buf_size=PIECE):
                number += 1
                yield reports_of(row, f"{source.name}#{number}", published, stream.tell() - place)
                place = stream.tell()
        except UnreadableInput as error:
            yield error
            return
        except (ijson.JSONError, UnicodeDecodeError) as error:
            detail = " ".join(str(error).split())[:120]
            what = f"is no valid JSON after report {number} ({detail}); what stands before is read; correct it there"
            yield UnreadableInput(f"{source.name}: {what}")
            return
    if not number:
        raise NothingToRead(f"{source.name}: is no list of reports, or an empty one; write it as .jsonl, one a line")
