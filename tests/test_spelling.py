"""Words of names over spellings and scripts. All names are invented."""

import pytest

from tawthiq.linking.latin import KINDS, latin
from tawthiq.linking.spelling import name_words, spelling, spelt

IN_LATIN = [
    ("محمد صالح رباح", "Mohamed Saleh Rabah"),
    ("محمد صالح رباح", "Muhammad Salih Rabah"),
    ("عبد الرحمن الدراج", "Abd al-Rahman al-Darraj"),
    ("عبدالكريم سمور", "Abdelkarim Sammour"),
    ("صلاح الدين حمدان", "Salaheddine Hamdan"),
    ("نور الدين شاهين", "Nour al-Din Shahin"),
    ("محمود الغندور", "Mahmoud Ghandour"),
    ("خالد بن وليد قاسم", "Khaled bin Walid Kassem"),
    ("فاطمة الزهراء النجار", "Fatima al-Zahraa al-Najjar"),
    ("يوسف أبو الخير", "Youssef Abu al-Khair"),
    ("جمال عاشور", "Gamal Ashour"),
    ("إياد هيثم المصري", "Eyad Haitham al-Masri"),
    ("ثائر غسان", "Thaer Ghassan"),
    ("ليلى ذياب", "Leila Dhiab"),
    ("حسين ضاهر", "Hussein Daher"),
    ("عدي قصي الجبوري", "Uday Qusay Jubouri"),
    ("مهند شحادة", "Muhannad Shehadeh"),
    ("سعيد خضر", "Sa'id Khader"),
    ("وائل فؤاد", "Wael Fouad"),
    ("عائشة بلقاسم", "Aïcha Belkacem"),
    ("شيرزاد آزاد", "Shirzad Azad"),
    ("ريم داود", "Reem Dawood"),
]


@pytest.mark.parametrize(("arabic", "other"), IN_LATIN)
def test_a_name_in_latin_letters(arabic: str, other: str) -> None:
    words, others = name_words(arabic), name_words(other)
    assert len(words) == len(others)
    assert spelt(others, words) and spelt(words, others)


@pytest.mark.parametrize(
    ("arabic", "other"),
    [
        ("محمد", "Mahmoud"), ("محمود", "Mohamed"), ("حسن", "Hussein"), ("حسين", "Hassan"), ("عمر", "Ammar"),
        ("عمار", "Omar"), ("سامر", "Samir"), ("صالح", "Salah"), ("خالد", "Khalil"), ("جمال", "Jamil"),
        ("ملاك", "Malek"), ("كريم", "Akram"), ("سالم", "Salim"), ("هدى", "Hadi"), ("رامي", "Rami Saleh"),
    ],
)  # fmt: skip
def test_another_name_in_latin_letters(arabic: str, other: str) -> None:
    words, others = name_words(arabic), name_words(other)
    assert len(words) != len(others) or not spelling(words[0], others[0])


@pytest.mark.parametrize(
    ("one", "other"), [("Mohamed", "Muhammad"), ("Youssef", "Yusuf"), ("Ghandour", "Ghandur"), ("Khader", "Khadir")]
)
def test_two_spellings_in_latin_letters(one: str, other: str) -> None:
    assert spelling(*name_words(one), *name_words(other))


def test_two_names_in_latin_letters() -> None:
    assert not spelling("mohamed", "mahmoud")
    assert not spelling("samer", "samir")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الله رباح", "عبدالله رباح"), ("صلاح الدين حمد", "صلاحالدين حمد"), ("سيف الدين", "سيفالدين"),
        ("نصر الله سمور", "نصرالله سمور"), ("رنا بنت سالم آل رباح", "رنا سالم رباح"), ("أبو الخير", "أبوالخير"),
        ("فائز", "فايز"), ("عبد الرحمن", "عبدالرحمن"),
    ],
)  # fmt: skip
def test_words_that_are_one(one: str, other: str) -> None:
    assert name_words(one) == name_words(other)


def test_din_is_no_word_of_its_own() -> None:
    assert len(name_words("صلاح الدين")) == 1
    assert not spelling(*name_words("صلاح الدين"), *name_words("سيف الدين"))
    assert not spelling(*name_words("عبد الله"), *name_words("عبد الرحمن"))


def test_every_listed_way_of_writing_is_of_a_name_that_is_read_so() -> None:
    table = latin()
    assert set(table.parts.values()) == set(KINDS)
    assert all(name.isascii() and name == name.lower() for name in table.names)
    assert all(spelling(name, word) for name, words in table.names.items() for word in words)
