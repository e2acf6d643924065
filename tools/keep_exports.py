"""Keep what each export format writes today in tests/exported. Look at the difference before you commit it."""

import io
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import exports  # noqa: E402
from tests.exported import members  # noqa: E402

from tawthiq.exporters import EXPORTERS  # noqa: E402
from tawthiq.ledger.wanted import Wanted  # noqa: E402
from tawthiq.operations import exporting  # noqa: E402


def main() -> None:
    """Write the files."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = exports.fill(str(Path(folder) / "tawthiq.db"))
        for format in EXPORTERS:
            if format == "report-pdf":
                continue
            kept = ROOT / "tests" / "exported" / format
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir(parents=True)
            stream = io.BytesIO()
            exporting.export(ledger, exporting.Order(format, Wanted()), stream)
            for name, text in members(format, stream.getvalue()).items():
                (kept / name).write_text(text, encoding="utf-8", newline="")
            print(f"{format}: {', '.join(sorted(path.name for path in kept.iterdir()))}")


if __name__ == "__main__":
    main()
