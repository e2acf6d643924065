"""Which namings of victims are one person, and how the ledger keeps and shows them. All names are invented."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tawthiq import pipeline
from tawthiq.errors import LedgerError
from tawthiq.incidents import Naming
from tawthiq.ledger.connect import JUDGE, opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.view import View
from tawthiq.ledger.wanted import Wanted
from tawthiq.linking.persons import persons, same
from tawthiq.model import Kin, Span, Victim
from tawthiq.operations import checking, judging, listing, recording, rereading, telling
from tawthiq.sources import read_paths

AUTHOR = Author("tests", "tawthiq tests")


def naming(document: str, name: str | None, **more: Any) -> Naming:
    kin = Kin(*more["kin"]) if "kin" in more else None
    victim = Victim(
        more.get("id", "v1"), Span(0, 4), name, 1, more.get("age"), more.get("sex"), kin, None, "person",
        more.get("outcome", "killed"), "asserted", ("c1",), None,
    )  # fmt: skip
    return Naming(f"{document}:{victim.id}", victim, document)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "سامر أحمد الغندور"}, {"name": "سامر الغندور"}),
        ({"name": "سامر الغندور"}, {"name": "سامر غندور"}),
        ({"name": "عبد الله رباح"}, {"name": "عبدالله رباح"}),
        ({"name": "شيركو دلشاد"}, {"name": "شيريكو دلشاد"}),
        ({"name": "رنا بنت سالم رباح"}, {"name": "رنا سالم ربّاح"}),
        ({"name": "صلاح الدين رباح"}, {"name": "صلاحالدين سالم رباح"}),
        ({"name": "محمد سالم رباح"}, {"name": "Mohamed Rabah"}),
        ({"name": "Muhammad Rabah"}, {"name": "Mohammed Salem Rabah"}),
        ({"name": "ليان", "age": 5}, {"name": "ليان رباح", "age": 5}),
        ({"name": "ليان", "kin": ("sister", "سامر رباح")}, {"name": "ليان رباح", "kin": ("sister", "سامر رباح")}),
        ({"name": "سامر رباح", "age": 30}, {"name": "سامر رباح", "age": 31}),
    ],
)
def test_one_person(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert same(naming("a", **one), naming("b", **other))
    assert len(persons([naming("a", **one), naming("b", **other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "محمد رباح"}, {"name": "محمود رباح"}),
        ({"name": "محمد رباح"}, {"name": "Mahmoud Rabah"}),
        ({"name": "صلاح الدين رباح"}, {"name": "سيف الدين رباح"}),
        ({"name": "حسن سالم رباح"}, {"name": "حسين سالم رباح"}),
        ({"name": "سامر أحمد رباح"}, {"name": "أحمد سامر رباح"}),
        ({"name": "سامر رباح", "age": 8}, {"name": "سامر رباح", "age": 34}),
        ({"name": "نور رباح", "sex": "male"}, {"name": "نور رباح", "sex": "female"}),
        ({"name": "ليان"}, {"name": "ليان رباح"}),
        ({"name": "سامر شاهين"}, {"name": "سامر رباح"}),
        ({"name": None}, {"name": None}),
    ],
)
def test_two_persons(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not same(naming("a", **one), naming("b", **other))
    assert len(persons([naming("a", **one), naming("b", **other)])) == 2


def test_one_report_names_two_persons_of_one_name() -> None:
    assert len(persons([naming("a", "سامر رباح"), naming("a", "سامر رباح", id="v2")])) == 2
    (person,) = persons([naming("a", "سامر رباح", outcome="injured"), naming("a", "سامر رباح", id="v2")])
    assert person.outcome == "killed"
    assert person.because == ("a:v2: the same name",)


def test_a_chain_of_spellings_does_not_bring_two_ages_together() -> None:
    found = persons(naming(d, "سامر رباح", age=age) for d, age in (("a", 8), ("b", None), ("c", 30)))
    assert sorted(len(person.namings) for person in found) == [1, 2]


REPORTS = [
    {
        "id": "east", "outlet": "وكالة الشرق", "published": "2024-01-10", "title": "غارة على خان يونس",
        "text": "قالت وزارة الصحة إن غارة إسرائيلية على خان يونس أدت أمس الثلاثاء إلى مقتل خمسة أشخاص بينهم الطفلة "
        "ريم سالم الدراج (9 سنوات) ووالدتها هند شاكر، وإصابة المصور فادي رباح بجروح.",
    },
    {
        "id": "west", "outlet": "أخبار الغرب", "published": "2024-01-10", "title": "خمسة قتلى في خان يونس",
        "text": "قتل خمسة مدنيين أمس الثلاثاء في غارة إسرائيلية على خان يونس. وأعلنت مصادر محلية أن القتلى هم: "
        "الطفلة ريم الدراج (9 أعوام)، وهند شاكر، ومحمود رباح (40 عاما).",
    },
]  # fmt: skip


@pytest.fixture
def incident(ledger: str, tmp_path: Path) -> str:
    path = tmp_path / "reports.json"
    path.write_text(json.dumps(REPORTS, ensure_ascii=False), encoding="utf-8")
    list(recording.add(read_paths([str(path)], None), ledger, AUTHOR))  # type: ignore[arg-type]
    (found,) = listing.incidents(ledger, Wanted())
    return str(found["id"])


def test_an_incident_lists_who_is_named_by_whom(ledger: str, incident: str) -> None:
    shown = listing.show(ledger, incident)
    both = ["east", "west"]
    assert {person.name: [naming.document for naming in person.namings] for person in shown.people} == {
        "ريم سالم الدراج": both, "هند شاكر": both, "فادي رباح": ["east"], "محمود رباح": ["west"],
    }  # fmt: skip
    girl = next(person for person in telling.incident(shown)["victims"] if person["age"] == 9)
    assert [naming["source"]["text"] for naming in girl["namings"]] == ["وزارة الصحة", "مصادر محلية"]
    assert all(claim in shown.incident["claims"] for naming in girl["namings"] for claim in naming["claims"])


def test_a_name_falls_with_its_claims(ledger: str, incident: str) -> None:
    person = next(p for p in listing.show(ledger, incident).people if p.name == "فادي رباح")
    judging.reject(judging.Judge(ledger, AUTHOR, "another attack"), list(person.namings[0].claims))
    assert "فادي رباح" not in [p.name for p in listing.show(ledger, incident).people]


def test_names_are_records_and_keep_their_ids(ledger: str, incident: str) -> None:
    before = [n.id for p in listing.show(ledger, incident).people for n in p.namings]
    entries = checking.verify(ledger).entries
    assert not any(one.changes for one in rereading.reread(ledger, AUTHOR, everything=True))
    assert [n.id for p in listing.show(ledger, incident).people for n in p.namings] == before
    assert (checking.verify(ledger).problem, checking.verify(ledger).entries) == (None, entries + len(REPORTS))
    with opened(ledger, JUDGE) as open_ledger:
        with open_ledger.looking():
            view = View(open_ledger)
            assert all(view.victims(held.reading) for held in view.documents())
        with pytest.raises(LedgerError, match="only ever added to"), open_ledger.writing() as connection:
            connection.exec_driver_sql("DELETE FROM victim")


def test_a_ledger_without_names_gets_them_when_it_is_read_again(
    ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "reports.json"
    path.write_text(json.dumps(REPORTS, ensure_ascii=False), encoding="utf-8")
    read = pipeline.read
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "read", lambda *given, **named: replace(read(*given, **named), victims=()))
        list(recording.add(read_paths([str(path)], None), ledger, AUTHOR))  # type: ignore[arg-type]
    (found,) = listing.incidents(ledger, Wanted())
    assert not listing.show(ledger, found["id"]).people
    list(rereading.reread(ledger, AUTHOR, everything=True))
    shown = listing.show(ledger, found["id"])
    assert len(shown.people) == 4
    assert shown.incident == found
    assert checking.verify(ledger).problem is None
