"""Compile the reader to machine code with mypyc: `make fast`, and `make plain` for the source again.

    python tools/fast.py [--remove]

What is read stays the same, only sooner. The compiled modules lie beside their sources, and Python prefers them: so a
stamp names the digest of every source, and where one was changed since, nothing is read until one of the two commands
is run (`tawthiq.fresh`). A wheel is built with them by `TAWTHIQ_COMPILE=1 pip install .`
"""

import argparse
import contextlib
import importlib.util
import io
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]  # where a package is built, neither is installed

from native import native  # noqa: E402
from tawthiq import fresh  # noqa: E402

NEEDS = ["mypy[mypyc]>=1.18", "setuptools"]
# What is read word by word, and the shapes that it makes and asks. Entries of data stay: their classes name a layer.
MODULES = (
    "speech.py", "model.py", "language/registry.py", "language/eventtypes.py", "language/lists.py", "language/fold.py",
    "language/tokens.py", "language/lexicon.py", "language/scan.py", "language/gazetteer/table.py", "stages/**/*.py",
)  # fmt: skip
OPTIMIZED = "1"  # what a higher level gains is not worth twice the time
_OPTIONS = ("--config-file=", "--ignore-missing-imports", "--no-warn-no-return")


class Impossible(Exception):
    """What compiling needs is not there; the text names the remedy."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--remove", action="store_true", help="remove what was compiled")
    chosen = options.parse_args()
    try:
        print(*([f"{remove(ROOT)} compiled files removed"] if chosen.remove else [f"{fast(ROOT)} files compiled"]))
    except Impossible as error:
        sys.exit(f"{error}")


def sources(root: Path) -> list[Path]:
    """The modules to compile, in a settled order."""
    package = root / "src" / "tawthiq"
    return sorted({path for pattern in MODULES for path in package.glob(pattern)})


def fast(root: Path) -> int:
    """Compile in place; returns the number of files. Raises Impossible."""
    with tempfile.TemporaryDirectory() as folder:
        built = compiled(root, Path(folder))
        remove(root)
        for name, path in built.items():
            shutil.copy2(path, root / "src" / name)
    fresh.stamp(root / "src" / "tawthiq", sources(root))
    return len(built)


def remove(root: Path) -> int:
    """Remove what `fast` made; returns the number of files."""
    (root / "src" / "tawthiq" / fresh.STAMP).unlink(missing_ok=True)
    found = list((root / "src").rglob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}"))
    for path in found:
        path.unlink()
    return len(found)


def compiled(root: Path, folder: Path) -> dict[str, Path]:
    """Compile the modules of `root` in `folder`; returns the files by their path in a wheel. Raises Impossible."""
    check()
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext
    from setuptools.errors import BaseError

    library, work, copy, modules = folder / "lib", folder / "work", folder / "src", sources(root)
    _copy(root / "src" / "tawthiq", copy / "tawthiq", modules)
    names = [str(path.relative_to(root / "src")) for path in modules]
    print(f"Compiling {len(modules)} modules takes some minutes …", file=sys.stderr)
    said = io.StringIO()  # what might be quicker still, and why it stopped
    try:
        with contextlib.redirect_stdout(said), contextlib.chdir(copy):  # a traceback names «tawthiq/stages/…»
            extensions = mypycify(
                [*_OPTIONS, *names], opt_level=OPTIMIZED, debug_level="0", multi_file=True,
                group_name="tawthiq", target_dir=str(work),
            )  # fmt: skip
    except SystemExit as stopped:
        raise Impossible(f"mypyc cannot compile this; `make plain` works all the same:\n{said.getvalue()}") from stopped
    command = build_ext(Distribution({"name": "tawthiq", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(library), str(work)
    command.ensure_finalized()
    try:
        command.run()
    except BaseError as failed:
        raise Impossible(f"The C compiler failed ({failed}); `make plain` works all the same") from failed
    return {path.relative_to(library).as_posix(): path for path in sorted(library.rglob("*")) if path.is_file()}


def _copy(package: Path, copy: Path, modules: Sequence[Path]) -> None:
    """The package's modules, those to compile as mypyc likes them best (`tools/native.py`)."""
    for path in package.rglob("*.py"):
        target = copy / path.relative_to(package)
        target.parent.mkdir(parents=True, exist_ok=True)
        source = path.read_text(encoding="utf-8")
        target.write_text(native(source) if path in modules else source, encoding="utf-8")


def check() -> None:
    """Raise Impossible where mypyc, a C compiler or Python's headers are missing."""
    missing = []
    if importlib.util.find_spec("mypyc") is None or importlib.util.find_spec("setuptools") is None:
        missing.append("mypyc (pip install 'mypy[mypyc]')")
    compiler = (sysconfig.get_config_var("CC") or "cl").split()[0]
    if shutil.which(compiler) is None:
        missing.append(f"the C compiler {compiler} (on Debian or Ubuntu: apt-get install gcc)")
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        missing.append("Python's headers (on Debian or Ubuntu: apt-get install python3-dev)")
    if missing:
        raise Impossible(f"Compiling needs {' and '.join(missing)}; without it all works the same, less quickly")


if __name__ == "__main__":
    main()
