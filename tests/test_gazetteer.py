"""The gazetteer: the hand-made files, the compiled table, finding names, and what is built from where."""

from pathlib import Path

import pytest

from tawthiq.errors import DataError
from tawthiq.language.gazetteer import Gazetteer, load_gazetteer
from tawthiq.language.gazetteer.build import City, Words, build
from tawthiq.language.gazetteer.curated import COLUMNS, Curated, arabic_form, read_curated
from tawthiq.language.gazetteer.index import user_folder
from tawthiq.language.gazetteer.table import Row, Table, read_table, save_table, write_table
from tawthiq.language.tokens import cut

CURATED = Path(__file__).parents[1] / "src" / "tawthiq" / "data" / "places" / "curated"
TOWN = Row("ZZ.town", "Newtown", "town", "ZZ", "North", 10.0, 20.0, "ZZ.north", 50)


def curated(tmp_path: Path, *lines: str) -> tuple[Curated, ...]:
    file = tmp_path / "ZZ.csv"
    file.write_text("\n".join((",".join(COLUMNS), *lines)) + "\n", encoding="utf-8")
    return read_curated([file])


def table(tmp_path: Path, *places: tuple[Row, tuple[str, ...]], rank: int = 0) -> Table:
    path = tmp_path / f"places-{rank}.tsv"
    save_table(path, write_table(places))
    return read_table(path, rank, "make it again")


def test_packaged_files_are_without_fault() -> None:
    places = read_curated(sorted(CURATED.glob("*.csv")))
    assert len(places) > 1000
    assert {place.row.level for place in places} >= {"country", "province", "town", "neighbourhood", "site"}


def test_a_curated_line(tmp_path: Path) -> None:
    (place,) = curated(tmp_path, "ZZ.a,Newtown,المدينة الجديدة|نيو تاون,town,ZZ,North,10.5,20.25,,general knowledge")
    assert place.row == Row("ZZ.a", "Newtown", "town", "ZZ", "North", 10.5, 20.25, None, 50)
    assert place.forms == ("المدينه الجديده", "نيو تاون")


FAULTS = [
    ("ZZ.a,Newtown,قرية,village,ZZ,,1,2,,", "level 'village'"),
    ("ZZ.a,Newtown,قرية,town,Zed,,1,2,,", "country 'Zed'"),
    ("ZZ.a,Newtown,Newtown,town,ZZ,,1,2,,", "not a name in Arabic"),
    ("ZZ.a,Newtown,قرية,town,ZZ,,91,2,,", "not degrees"),
    ("ZZ.a,Newtown,قرية,town,ZZ,,1,,,", "both lat and lon"),
    ("ZZ.a,Newtown,قرية,town,ZZ,,1,2,ZZ.none,", "no id"),
    (",Newtown,قرية,town,ZZ,,1,2,,", "id and name"),
    ("ZZ.a,Newtown,قرية,town,ZZ,,1,2", "columns"),
]


@pytest.mark.parametrize(("line", "words"), FAULTS)
def test_a_fault_names_file_line_and_remedy(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(DataError, match=words) as error:
        curated(tmp_path, line)
    assert "ZZ.csv: line 2" in str(error.value)


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="stands also at"):
        curated(tmp_path, "ZZ.a,A,قرية,town,ZZ,,1,2,,", "ZZ.a,B,ضيعة,town,ZZ,,1,2,,")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("إدلب", "ادلب"),
        ("Idlib", None),
        ("پاوه", None),
        ("عين-العرب", "عين العرب"),
        ("7 يوليو", "7 يوليو"),
        ("ك", None),
    ],
)
def test_arabic_form(name: str, form: str | None) -> None:
    assert arabic_form(name) == form


def test_a_table_reads_back_what_was_written(tmp_path: Path) -> None:
    other = TOWN._replace(id="ZZ.other", lat=None, lon=None, admin1=None, within=None, weight=0)
    read = table(tmp_path, (TOWN, ("بلدتنا", "البلده البعيده")), (other, ("بلدتنا",)))
    assert read.rows("بلدتنا") == (TOWN, other)
    assert read.rows("البلده البعيده") == (TOWN,)
    assert read.rows("البلده") == ()


@pytest.mark.parametrize("content", [None, "", "something else\n\na\n\nb\n\nc"])
def test_a_missing_or_foreign_table_names_the_remedy(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "places.tsv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="make setup"):
        read_table(path, 0, "run `make setup`")


@pytest.mark.parametrize(
    ("text", "found"),
    [("في بلدتنا", ["بلدتنا"]), ("ببلدتنا", ["بلدتنا"]), ("وبلدتنا", ["بلدتنا"]), ("لبلدتنا", ["بلدتنا"]),
     ("للبلدة البعيدة", ["البلده البعيده"]), ("بالبلدة البعيدة", ["البلده البعيده"]), ("بلدتنان", []), ("البلدة", [])],
)  # fmt: skip
def test_finding_names(tmp_path: Path, text: str, found: list[str]) -> None:
    gazetteer = Gazetteer([table(tmp_path, (TOWN, ("بلدتنا", "البلده البعيده")))])
    assert [hit.entry.id for hit in gazetteer.scan(cut(text))] == found


def test_own_places_stand_for_the_built_in_ones(tmp_path: Path) -> None:
    own, far = Row("P-1", "Mine", "town", None, None, 10.01, 20.01), Row("P-2", "Far", "town", "ZZ", None, 50.0, 50.0)
    tables = [table(tmp_path, (TOWN, ("بلدتنا",))), table(tmp_path, (own, ("بلدتنا",)), (far, ("بلدتنا",)), rank=2)]
    first, second = Gazetteer(tables).rows("بلدتنا")
    assert (first.id, first.name, first.country, first.admin1, first.rank) == ("P-1", "Mine", "ZZ", "North", 2)
    assert second.id == "P-2"


def city(id: str, name: str, arabic: str, lat: float, people: int = 0, country: str = "SY") -> City:
    return City(id, name, country, "01", lat, 37.0, people, (name, arabic))


def test_building(tmp_path: Path) -> None:
    hand = curated(tmp_path, "SY.a,Alpha,ألفا,town,SY,North,36.0,37.0,,", "SY,Syria,سوريا,country,SY,,35,38,,")
    cities = [
        city("1", "Alfa", "الفا", 36.1, 100_000), city("2", "Near", "بلدتنا", 36.05), city("3", "Door", "الباب", 36.0),
        city("4", "Farsi", "گنبد", 36.0), city("5", "Small", "صغيرتنا", 48.0, 5_000, "FR"),
        city("6", "Large", "كبيرتنا", 48.0, 900_000, "FR"),
    ]  # fmt: skip
    built = {row.id: (row, forms) for row, forms in build(hand, cities, {"FR": "فرنسا"}, Words(frozenset({"الباب"})))}
    assert set(built) == {"SY.a", "SY", "geonames:2", "geonames:6", "FR"}
    assert built["SY.a"][0].weight > 50
    assert built["geonames:2"][0].admin1 == "North"
    assert built["FR"][0].lat == pytest.approx(48.0)


def test_user_folder() -> None:
    assert user_folder({"TAWTHIQ_DATA": "/a"}) == Path("/a/places")
    assert user_folder({"XDG_DATA_HOME": "/b"}) == Path("/b/tawthiq/places")
    assert user_folder({"HOME": "/c"}) == Path("/c/.local/share/tawthiq/places")


def test_packaged_places() -> None:
    gazetteer = load_gazetteer()
    assert {row.country for row in gazetteer.rows("طرابلس")} >= {"LB", "LY"}
    assert gazetteer.rows("فرنسا")[0].level == "country"
    syria = gazetteer.country("SY")
    assert syria is not None and syria.name == "Syria" and syria.north > 1
    assert gazetteer.country("ZZ") is None
    assert "دمشق" in gazetteer and "هراءكهذا" not in gazetteer
