"""Installing packs of places and adding one's own lists."""

import io
import json
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tawthiq import placepacks
from tawthiq.errors import UnreadableInput
from tawthiq.language.gazetteer import Row, load_gazetteer


def dump(*places: tuple[str, str, str, str, str, str, str]) -> str:
    """A GeoNames dump of (id, name, Arabic, lat, lon, feature class and code, admin1) places."""
    lines = []
    for id, name, arabic, lat, lon, feature, region in places:
        kind, code = feature.split(".")
        fields = [
            id,
            name,
            name,
            f"{name},{arabic}",
            lat,
            lon,
            kind,
            code,
            "SY",
            "",
            region,
            "",
            "",
            "",
            "1200",
            "",
            "",
            "",
            "",
        ]
        lines.append("\t".join(fields))
    return "\n".join(lines) + "\n"


DUMP = dump(
    ("1", "Northland", "محافظة الشماليين", "36.0", "37.0", "A.ADM1", "09"),
    ("2", "Zurbana", "زربانة", "36.1", "37.1", "P.PPL", "09"),
    ("3", "Zurbana airfield", "مطار زربانة", "36.2", "37.2", "S.AIRP", "09"),
    ("4", "Some hill", "تلة الريح", "36.3", "37.3", "T.HLL", "09"),
    ("5", "No Arabic", "Sans nom", "36.3", "37.3", "P.PPL", "09"),
)


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rows(folder: Path, form: str) -> tuple[Row, ...]:
    return load_gazetteer(folder).rows(form)


def test_install_a_geonames_dump(tmp_path: Path) -> None:
    pack = placepacks.install("sy", write(tmp_path / "SY.txt", DUMP), tmp_path / "data")
    assert (pack.name, pack.kind, pack.places) == ("sy", "pack", 3)
    (town,) = rows(tmp_path / "data", "زربانه")
    assert (town.id, town.level, town.country, town.admin1, town.lat) == ("geonames:2", "town", "SY", "Northland", 36.1)
    assert rows(tmp_path / "data", "مطار زربانه")[0].level == "site"
    assert placepacks.list_packs(tmp_path / "data") == (pack,)
    assert placepacks.install("SY", write(tmp_path / "SY.txt", DUMP), tmp_path / "data") == pack
    placepacks.remove("sy", tmp_path / "data")
    assert placepacks.list_packs(tmp_path / "data") == ()


def zipped(name: str, text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr(name, text)
    return data.getvalue()


def test_install_from_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(request: urllib.request.Request, timeout: float) -> Any:
        asked.append((request.full_url, timeout))
        return io.BytesIO(zipped("SY.txt", DUMP))

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    assert placepacks.install("sy", folder=tmp_path).places == 3
    assert asked == [("https://download.geonames.org/export/dump/SY.zip", 60)]


def test_offline_names_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(request: urllib.request.Request, timeout: float) -> Any:
        raise urllib.error.URLError("no route to host")

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    with pytest.raises(UnreadableInput, match=r"no route to host.*--from"):
        placepacks.install("sy", folder=tmp_path)


def test_install_a_table_and_a_zip(tmp_path: Path) -> None:
    table = (
        "id,name,names_ar,placetype,lat,lon,region,county,population\n"
        '11,Zurbana,"زربانة|زربانا|Zurbana",locality,36.1,37.1,Northland,,900\n'
        "12,Nowhere,Nowhere,locality,36.1,37.1,Northland,,\n"
    )
    assert placepacks.install("SY", write(tmp_path / "places.csv", table), tmp_path / "a").places == 1
    (row,) = rows(tmp_path / "a", "زربانا")
    assert (row.id, row.level, row.country, row.admin1) == ("11", "town", "SY", "Northland")
    assert placepacks.install("SY", write(tmp_path / "SY.zip", zipped("SY.txt", DUMP)), tmp_path / "b").places == 3


CSVS = [
    "name_ar,latitude,longitude\nزربانة,36.5,37.5\n",
    "Name;Arabic_Name;Y;X\nZurbana;زربانة;36.5;37.5\n",
    "\ufeffpcode,name,lat,lon,level\nSY-1,زربانة,36.5,37.5,village\n",
]


@pytest.mark.parametrize("text", CSVS)
def test_add_a_table_of_ones_own(tmp_path: Path, text: str) -> None:
    pack = placepacks.add(write(tmp_path / "My list.csv", text), country="sy", folder=tmp_path / "data")
    assert (pack.name, pack.kind, pack.places) == ("my_list", "own", 1)
    (row,) = rows(tmp_path / "data", "زربانه")
    assert (row.level, row.country, row.lat, row.lon, row.rank) == ("town", "SY", 36.5, 37.5, 2)


def test_own_places_win_over_packs(tmp_path: Path) -> None:
    placepacks.install("SY", write(tmp_path / "SY.txt", DUMP), tmp_path / "data")
    placepacks.add(
        write(tmp_path / "own.csv", "pcode,name_ar,lat,lon\nSY09,زربانة,36.11,37.11\n"), folder=tmp_path / "data"
    )
    (row,) = rows(tmp_path / "data", "زربانه")
    assert (row.id, row.lat, row.country) == ("SY09", 36.11, "SY")


def test_add_geojson(tmp_path: Path) -> None:
    square = [[37.0, 36.0], [37.02, 36.0], [37.02, 36.02], [37.0, 36.02], [37.0, 36.0]]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [37.5, 36.5]},
            "properties": {"name_ar": "زربانة"},
        },
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [square]},
            "properties": {"name": "حي الطيف"},
        },
        {"type": "Feature", "geometry": None, "properties": {"name_ar": "بلا مكان"}},
        {"type": "Feature", "geometry": None, "properties": None},
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    assert placepacks.add(write(tmp_path / "a.geojson", text), "SY", folder=tmp_path / "data").places == 3
    (point,), (area,) = rows(tmp_path / "data", "زربانه"), rows(tmp_path / "data", "حي الطيف")
    assert (point.level, point.lat, point.lon) == ("town", 36.5, 37.5)
    assert (area.level, area.lat, area.lon) == ("neighbourhood", pytest.approx(36.01), pytest.approx(37.01))
    assert rows(tmp_path / "data", "بلا مكان")[0].lat is None


def test_add_administrative_boundaries(tmp_path: Path) -> None:
    text = (
        "ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,ADM3_AR,ADM3_PCODE,lat,lon\n"
        "Northland,الشماليون,SY91,Upper,زربان العليا,SY9101,زربانة,SY910101,36.0,37.0\n"
        "Northland,الشماليون,SY91,Upper,زربان العليا,SY9101,المنيزلة,SY910102,36.4,37.4\n"
    )
    assert placepacks.add(write(tmp_path / "adm.csv", text), "SY", folder=tmp_path / "data").places == 4
    (region,), (part,) = rows(tmp_path / "data", "الشماليون"), rows(tmp_path / "data", "زربانه")
    assert (region.id, region.level, region.lat, region.admin1) == (
        "SY91",
        "province",
        pytest.approx(36.2),
        "Northland",
    )
    assert (part.id, part.level, part.within, part.admin1, part.lat) == (
        "SY910101",
        "district",
        "SY9101",
        "Northland",
        36.0,
    )


FAULTS = [
    ("a.csv", "name_ar,lat,lon\nزربانة,north,37\n", "line 2: 'north' is not degrees"),
    ("a.csv", "name,lat,lon\nZurbana,36,37\n", "no place with a name in Arabic"),
    ("a.csv", b"\xff\xfe\x00", "not UTF-8"),
    ("a.json", '{"type": ', "not JSON"),
    ("a.json", '{"type": "Topology"}', "not GeoJSON"),
    ("a.json", '{"type":"Feature","properties":{"name_ar":"زربانة"},"geometry":{"type":"Point","coordinates":["x"]}}',
     "feature 1: its coordinates"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "words"), FAULTS)
def test_a_faulty_file_says_what_is_wrong(tmp_path: Path, name: str, content: str | bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        placepacks.add(write(tmp_path / name, content), folder=tmp_path / "data")


def test_wrong_arguments(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="two letters"):
        placepacks.install("Syria", tmp_path / "x.csv", tmp_path)
    with pytest.raises(UnreadableInput, match="cannot be read"):
        placepacks.add(tmp_path / "none.csv", folder=tmp_path)
    with pytest.raises(UnreadableInput, match="no installed places"):
        placepacks.remove("none", tmp_path)
    with pytest.raises(UnreadableInput, match="not a zip"):
        placepacks.install("SY", write(tmp_path / "SY.zip", "text"), tmp_path)
