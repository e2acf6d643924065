"""More places than the built-in ones: packs for a country, and the user's own lists.

`install` compiles a country's pack, `add` a file of the user's own, both into the
user's data folder (`gazetteer.index.user_folder`), from where they are loaded by
themselves. Nothing is printed. The only address ever asked is GeoNames', and only by
`install` without a file.
"""

import io
import re
import urllib.error
import urllib.request
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tawthiq.errors import UnreadableInput
from tawthiq.language.gazetteer.index import load_gazetteer, same_place, user_folder
from tawthiq.language.gazetteer.listed import Listed, read_geonames, read_list
from tawthiq.language.gazetteer.table import Row, read_table, save_table, write_table

GEONAMES = "https://download.geonames.org/export/dump/{country}.zip"
_TIMEOUT = 60
_LARGEST = 400_000_000
_OWN = 30


class Pack(NamedTuple):
    """An installed file of places: `kind` is "pack" or "own", `places` how many it holds."""

    name: str
    kind: str
    places: int
    path: Path


def install(country: str, source: Path | None = None, folder: Path | None = None) -> Pack:
    """Compile the pack of a country (ISO code of two letters) from `source`, or from GeoNames where it is None.

    `source` is a GeoNames dump (XX.txt, or the XX.zip that holds it) or a CSV with names in Arabic.
    """
    code = country.strip().upper()
    if not re.fullmatch("[A-Z]{2}", code):
        raise UnreadableInput(f"{country!r} is not a country's ISO code of two letters, such as SY")
    if source is None:
        listed: Iterable[Listed] = read_geonames(_unzipped(_download(code), code, GEONAMES.format(country=code)))
        origin = "GeoNames"
    else:
        data = _bytes(source)
        zipped = source.suffix.lower() == ".zip"
        dump = zipped or source.suffix.lower() == ".txt"
        text = _unzipped(data, code, str(source)) if zipped else _text(data, source)
        listed, origin = (read_geonames(text) if dump else read_list(text, source.name, code)), source.name
    return _compile(f"pack-{code.lower()}", listed, code, origin, folder or user_folder())


def add(source: Path, country: str | None = None, name: str | None = None, folder: Path | None = None) -> Pack:
    """Compile the user's own file: CSV, GeoJSON or an administrative table with P-codes. See docs/places.md.

    `country` is taken where the file names none; `name` is the list's name, by default the file's.
    """
    listed = read_list(_text(_bytes(source), source), source.name, country.upper() if country else None)
    plain = re.sub(r"[^\w-]+", "_", (name or source.stem).lower()).strip("_") or "places"
    own = [place._replace(row=place.row._replace(weight=max(place.row.weight, _OWN))) for place in listed]
    return _compile(f"own-{plain}", own, None, source.name, folder or user_folder())


def list_packs(folder: Path | None = None) -> tuple[Pack, ...]:
    """What is installed, packs first."""
    where = folder or user_folder()
    return tuple(_pack(path) for pattern in ("pack-*.tsv", "own-*.tsv") for path in sorted(where.glob(pattern)))


def remove(name: str, folder: Path | None = None) -> Pack:
    """Take an installed pack or list away."""
    for pack in list_packs(folder):
        if pack.name == name:
            pack.path.unlink()
            return pack
    raise UnreadableInput(f"no installed places are called {name!r}; `tawthiq places list` names them")


def _compile(name: str, listed: Iterable[Listed], country: str | None, origin: str, folder: Path) -> Pack:
    places = [place._replace(row=place.row._replace(country=place.row.country or country)) for place in listed]
    if not places:
        raise UnreadableInput(f"{origin}: holds no place with a name in Arabic letters; see docs/places.md")
    path = folder / f"{name}.tsv"
    try:
        save_table(path, write_table(_same_regions(places), f"from {origin}"))
    except OSError as error:
        raise UnreadableInput(f"{path}: cannot be written ({error.strerror}); set TAWTHIQ_DATA to a folder") from error
    return _pack(path)


def _same_regions(places: Sequence[Listed]) -> list[tuple[Row, tuple[str, ...]]]:
    """The places with the regions called as the built-in places call them, told by the towns that both have."""
    built_in = load_gazetteer()
    votes: dict[tuple[str | None, str | None], Counter[str]] = {}
    for place in places:
        for form in place.forms if place.row.level in ("town", "province") else ():
            for row in built_in.rows(form):
                if row.admin1 and same_place(row, place.row):
                    votes.setdefault((place.row.country, place.row.admin1), Counter())[row.admin1] += 1
    usual = {region: names.most_common(1)[0][0] for region, names in votes.items()}
    return [(p.row._replace(admin1=usual.get((p.row.country, p.row.admin1), p.row.admin1)), p.forms) for p in places]


def _pack(path: Path) -> Pack:
    kind, _, name = path.stem.partition("-")
    return Pack(name, kind, len(read_table(path, 0, "delete it and install it again").lines), path)


def _bytes(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{source}: cannot be read ({error.strerror}); check the name") from error


def _text(data: bytes, source: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{source}: is not UTF-8 text; save it as UTF-8") from error


def _download(code: str) -> bytes:
    address = GEONAMES.format(country=code)
    request = urllib.request.Request(address, headers={"User-Agent": "tawthiq"})
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            data: bytes = answer.read(_LARGEST)
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise UnreadableInput(
            f"{address}: not reached ({reason}); fetch the file elsewhere and give it with --from"
        ) from error
    return data


def _unzipped(data: bytes, code: str, where: str) -> str:
    """The dump XX.txt inside an archive, or the only text in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [n for n in archive.namelist() if n.lower().endswith(".txt") and "readme" not in n.lower()]
            best = next((n for n in names if Path(n).stem.upper() == code), names[0] if len(names) == 1 else None)
            if best is None:
                raise UnreadableInput(f"{where}: the archive holds no {code}.txt")
            if archive.getinfo(best).file_size > _LARGEST:
                raise UnreadableInput(f"{where}: {best} is larger than {_LARGEST // 1_000_000} MB")
            return archive.read(best).decode("utf-8", "replace")
    except zipfile.BadZipFile as error:
        raise UnreadableInput(f"{where}: is not a zip archive") from error
