"""Which words of a text describe what was done to bodies. All sentences are invented."""

from importlib.resources import files
from pathlib import Path

import pytest

from tawthiq.errors import DataError
from tawthiq.language import graphic
from tawthiq.language.data import read_words, tables
from tawthiq.language.entries import GraphicWord
from tawthiq.language.tokens import cut

DATA = files("tawthiq") / "data" / "ar" / "graphic.toml"
DESCRIBING = ("sign", "done", "plain")

COVERED = (
    ("عثر الأهالي على ثلاث جثث متفحمة في المنزل", ["جثث متفحمة"]),
    ("والجثث المتفحمة نقلت إلى المستشفى", ["والجثث المتفحمة"]),
    ("جُثَثٌ مُتَفَحِّمَة", ["جُثَثٌ مُتَفَحِّمَة"]),
    ("احترقت أربع جثث", ["احترقت أربع جثث"]),
    ("جثة واحدة متحللة", ["جثة واحدة متحللة"]),
    ("تناثرت الأشلاء في السوق", ["الأشلاء"]),
    ("قطع مسلحون رأسه أمام الناس", ["قطع مسلحون رأسه"]),
    ("أعدم عنصران ذبحا بالسكين", ["ذبحا"]),
    ("وجدته أمه غارقا في دمائه", ["غارقا في دمائه"]),
    ("تعرضت للاغتصاب ثم قتلت", ["للاغتصاب"]),
    ("اقتلعوا أظافره في السجن", ["اقتلعوا أظافره"]),
    ("دفنوه حيا", ["دفنوه حيا"]),
    ("بقيت أشلاء، وبقع دم", ["أشلاء", "وبقع دم"]),
)
OPEN = (
    "قتل خمسة مدنيين وأصيب عشرة بجروح في غارة على السوق",
    "انتشلت فرق الإنقاذ جثث خمسة أشخاص من تحت الأنقاض",
    "عثر على جثتين داخل سيارة محترقة",
    "احترق منزل وانتشلت منه جثتان",
    "احترقت سيارتان، ونقلت الجثث إلى المشفى",
    "توفي معتقلان تحت التعذيب",
    "أصيب ستة أطفال بحروق",
    "ارتكبت الطائرات مذبحة في القرية",
    "قطعت القوات الطريق عند أطراف المدينة",
    "بدأ السكان ذبح الأضاحي",
    "دعا المستشفى إلى التبرع بالدم",
    "قتلوا بدم بارد",
    "اتهمهم باغتصاب السلطة",
    "دفن الضحايا في مسقط رأسهم",
    "أحرق القصف حيا سكنيا",
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in graphic.find(text)]


@pytest.mark.parametrize(("text", "covered"), COVERED, ids=[text for text, _ in COVERED])
def test_what_is_covered(text: str, covered: list[str]) -> None:
    assert words(text) == covered


@pytest.mark.parametrize("text", OPEN)
def test_what_is_not(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("row", tables(DATA), ids=lambda row: row["id"])
def test_every_entry_is_found_in_its_example(row: dict[str, str]) -> None:
    hits = graphic.lexicon().scan(cut(row["example"]))[GraphicWord.layer]
    assert row["id"] in [hit.entry.id for hit in hits]
    assert bool(graphic.find(row["example"])) == (row["part"] in DESCRIBING)


def test_the_words_are_sound() -> None:
    entries = graphic.lexicon().entries(GraphicWord.layer)
    kinds = {entry.kind for entry in entries if isinstance(entry, GraphicWord) and entry.part == "thing"}
    assert all(isinstance(entry, GraphicWord) and set(entry.to) <= kinds for entry in entries)


def test_a_faulty_entry_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "graphic.toml"
    file.write_text('[[word]]\nid = "graphic.x"\npart = "sign"\nforms = ["أشلاء"]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"graphic\.x: has no example"):
        list(read_words(file, GraphicWord))
