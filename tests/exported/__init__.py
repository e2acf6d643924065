"""What every format was when it was kept, in folders by format; and how to look into a file of each."""

import io
import json
import re
import zipfile

from pyarrow import parquet

from tawthiq import __version__
from tawthiq.exporters import EXPORTERS

_ENTRY = re.compile("entry [0-9]+ [0-9a-f]{64}")


def members(format: str, data: bytes) -> dict[str, str]:
    """The files in an export by name, as text without the version and the ledger's hash. Of a workbook its XML, of a
    bundle all but the hashes."""
    if format == "parquet":
        table = parquet.read_table(io.BytesIO(data))
        text = json.dumps(table.to_pylist(), ensure_ascii=False, default=str, indent=1)
        return {"incidents.json": _plain(text.encode())}
    if EXPORTERS[format].suffix not in (".zip", ".xlsx"):
        return {f"incidents{EXPORTERS[format].suffix}": _plain(data)}
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {
            name.replace("/", "_"): _plain(found.read(name))
            for name in sorted(found.namelist())
            if (format != "xlsx" or "sheets/" in name) and name != "SHA256SUMS"
        }


def _plain(data: bytes) -> str:
    text = data.decode("utf-8").replace("\r\n", "\n").replace(f"tawthiq {__version__}", "tawthiq VERSION")
    return _ENTRY.sub("entry NUMBER HASH", text)
