"""The formats of `tawthiq export`: one module each, with a function `write(records, setting, stream)`.

EXPORTERS names them all; `writer` imports what is asked for, so that a format whose library is
not installed stands in nobody's way.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import IO, NamedTuple, cast

from tawthiq.errors import UsageError, installs
from tawthiq.exporters.shapes import Record, Report, Setting

__all__ = ["EXPORTERS", "Exporter", "Record", "Report", "Setting", "Write", "writer"]

Write = Callable[[Iterable[Record], Setting, IO[bytes]], None]


class Exporter(NamedTuple):
    """What a format is: for the help, the end of its files' names, whether a terminal can show it, the codebook whose
    rules it follows ("" where `--codebook` chooses), and the extra that its library is in."""

    says: str
    suffix: str
    text: bool = True
    codebook: str = ""
    extra: str = ""


EXPORTERS: dict[str, Exporter] = {
    "csv": Exporter("a table for spreadsheets and R, with a row of HXL tags", ".csv"),
    "xlsx": Exporter("a workbook: incidents, claims, reports, named victims", ".xlsx", text=False, extra="tables"),
    "jsonl": Exporter("everything, one incident a line", ".jsonl"),
    "geojson": Exporter("points for maps", ".geojson"),
    "ucdp": Exporter("UCDP's georeferenced events", ".csv", codebook="ucdp"),
    "acled": Exporter("ACLED's columns and rules, one row a day", ".csv", codebook="acled"),
    "airwars": Exporter("Airwars' incidents, casualties, victims and sources", ".zip", text=False, codebook="airwars"),
    "parquet": Exporter("a table for analysis with typed columns", ".parquet", text=False, extra="tables"),
    "report": Exporter("a situation brief with map and charts, as a page that stands alone", ".html"),
    "report-pdf": Exporter("the same as a PDF, of at most 500 incidents", ".pdf", text=False, extra="report"),
    "bundle": Exporter("originals, records, decisions and hashes for another ledger", ".zip", text=False),
    "ftm": Exporter("FollowTheMoney's entities, for Aleph", ".ftm.json"),
    "ftm-statements": Exporter("FollowTheMoney's statements", ".csv"),
    "uwazi": Exporter("tables and templates for Uwazi", ".zip", text=False),
    "bayanat": Exporter("a sheet of victims, bulletins and incidents for Bayanat", ".zip", text=False),
    "timemap": Exporter("events, associations and sources for TimeMap", ".zip", text=False),
}


def writer(name: str) -> Write:
    """The function that writes a format. Raises UsageError where its library is not installed."""
    try:
        return cast("Write", import_module(f"tawthiq.exporters.{name.replace('-', '_')}").write)
    except OSError as error:  # a library of the system that the Python library needs
        raise UsageError(f"export {name}: {error}; on Debian: apt-get install libpangoft2-1.0-0") from error
    except ModuleNotFoundError as error:
        extra = EXPORTERS[name].extra
        if not extra or (error.name or "").startswith("tawthiq"):
            raise
        raise UsageError(f"export {name} needs {error.name}, which is not installed: {installs(extra)}") from error
