"""Who is who over reports and incidents: what is suggested, what people decide, and where it is kept. All names are
invented."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tawthiq.cli import main
from tawthiq.errors import NotInLedger, UsageError
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import checking, exporting, importing, judging, listing, names, recording, rereading
from tawthiq.operations.names import Asked, Listed
from tawthiq.sources import read_paths

AUTHOR = Author("نادية", "tawthiq tests")
REPORTS = [
    {
        "id": "gate", "outlet": "وكالة الشرق", "published": "2024-01-10",
        "text": "قالت وزارة الصحة إن غارة على خان يونس أدت أمس الثلاثاء إلى مقتل خمسة أشخاص بينهم الطفلة ريم سالم "
        "الدراج (9 سنوات)، وإصابة المصور فادي رباح بجروح.",
    },
    {
        "id": "mill", "outlet": "أخبار الغرب", "published": "2024-01-10",
        "text": "قتل خمسة مدنيين أمس الثلاثاء في غارة على خان يونس. وأعلنت مصادر محلية أن القتلى هم: الطفلة ريم الدراج "
        "(9 أعوام)، ومحمد حسن، ومحمود رباح (40 عاما).",
    },
    {
        "id": "ward", "outlet": "أخبار الجنوب", "published": "2024-01-16",
        "text": "توفي أمس الاثنين المصور فادي رباح في مدينة خان يونس متأثرا بجروح أصيب بها في غارة الأسبوع الماضي.",
    },
    {
        "id": "hill", "outlet": "صحيفة الشمال", "published": "2020-05-10",
        "text": "قتل الشاب محمد حسن أمس السبت في اشتباكات في مدينة إدلب شمالي سوريا.",
    },
]  # fmt: skip


@pytest.fixture
def filled(ledger: str, tmp_path: Path) -> str:
    path = tmp_path / "reports.json"
    path.write_text(json.dumps(REPORTS, ensure_ascii=False), encoding="utf-8")
    list(recording.add(read_paths([str(path)], sys.stdin.buffer), ledger, AUTHOR))
    return ledger


def who(ledger: str, **asked: Any) -> dict[str, Listed]:
    """The persons listed, by the fullest naming."""
    return {one.person.id: one for one in names.names(ledger, Asked(**asked))}


def naming(ledger: str, document: str, name: str) -> str:
    found = (n for one in names.names(ledger, Asked()) for n in one.person.namings)
    return next(n.id for n in found if n.document == document and n.victim.name == name)


def judge(ledger: str, why: str = "") -> judging.Judge:
    return judging.Judge(ledger, AUTHOR, why)


def members(ledger: str) -> set[frozenset[str]]:
    return {frozenset(n.id for n in one.person.namings) for one in names.names(ledger, Asked())}


def test_the_samples_show_people_under_two_spellings(ledger: str) -> None:
    samples = str(Path(__file__).resolve().parent.parent / "examples" / "taiz-families.jsonl")
    list(recording.add(read_paths([samples], sys.stdin.buffer), ledger, AUTHOR))
    (incident,) = listing.incidents(ledger, Wanted())
    assert (incident["place"]["admin1"], incident["date"]["start"], incident["event"]) == (
        "Taiz", "2021-03-14", "shelling",
    )  # fmt: skip
    assert incident["actors"] == ["houthi"]
    people = [one.person for one in who(ledger).values()]
    assert [[naming.victim.name for naming in person.namings] for person in people] == [
        ["ناصر عبده الحمادي"], ["وليد ناصر الحمادي", "وليد"], ["سعاد قاسم المقطري", "سعاد المقطري"],
        ["فؤاد سالم الشرعبي", "فواد الشرعبي"], [None], [None],
    ]  # fmt: skip
    kin = [(person.kin.relation, person.namings[0].victim.count) for person in people if person.kin]
    assert kin == [("son", 1), ("wife", 1), ("child", 3)]


def test_who_died_of_it_later_is_suggested_and_not_joined(filled: str) -> None:
    hurt, dead = naming(filled, "gate", "فادي رباح"), naming(filled, "ward", "فادي رباح")
    listed = who(filled)
    assert listed[hurt].incident["id"] != listed[dead].incident["id"]
    (other,) = listed[hurt].others
    assert (other.person.id, other.incident, other.decided) == (dead, listed[dead].incident["id"], None)
    reasons = dict(other.likeness.reasons)
    assert {"person.name", "person.work", "person.died_later"} <= set(reasons)
    assert round(sum(reasons.values()), 3) == other.likeness.score >= 0
    assert [one.person.id for one in listed[dead].others] == [hurt]


def test_a_common_name_alone_is_no_suggestion(filled: str) -> None:
    here, there = naming(filled, "mill", "محمد حسن"), naming(filled, "hill", "محمد حسن")
    assert not who(filled)[here].others
    assert not who(filled)[there].others


def test_one_person_by_decision_in_two_incidents(filled: str) -> None:
    hurt, dead = naming(filled, "gate", "فادي رباح"), naming(filled, "ward", "فادي رباح")
    before = list(listing.incidents(filled, Wanted()))
    decided = judging.same_person(judge(filled, "his brother says so"), [hurt, dead])
    assert len(decided.incidents) == 2
    assert list(listing.incidents(filled, Wanted())) == before
    (other,) = who(filled)[hurt].others
    assert other.decided == "the same person, says نادية: his brother says so"
    shown = listing.show(filled, decided.incidents[0])
    assert [one.kind for one in shown.judgements] == ["same_person"]
    judging.undo(judge(filled))
    assert who(filled)[hurt].others[0].decided is None


def test_another_person_by_decision(filled: str) -> None:
    hurt, dead = naming(filled, "gate", "فادي رباح"), naming(filled, "ward", "فادي رباح")
    judging.other_person(judge(filled), [hurt, dead])
    assert not who(filled)[hurt].others
    judging.undo(judge(filled))
    assert who(filled)[hurt].others


def test_decisions_win_within_an_incident(filled: str) -> None:
    full, short = naming(filled, "gate", "ريم سالم الدراج"), naming(filled, "mill", "ريم الدراج")
    assert frozenset({full, short}) in members(filled)
    judging.other_person(judge(filled), [full, short])
    assert {frozenset({full}), frozenset({short})} <= members(filled)
    judging.same_person(judge(filled), [full, short])
    assert frozenset({full, short}) in members(filled)
    odd = naming(filled, "mill", "محمود رباح")
    judging.same_person(judge(filled), [full, odd])
    assert frozenset({full, short, odd}) in members(filled)
    assert checking.verify(filled).problem is None


def test_reading_again_and_merging_lose_no_decision(filled: str) -> None:
    hurt, dead = naming(filled, "gate", "فادي رباح"), naming(filled, "ward", "فادي رباح")
    first, second = judging.same_person(judge(filled), [hurt, dead]).incidents
    list(rereading.reread(filled, AUTHOR, everything=True))
    assert who(filled)[hurt].others[0].decided
    judging.merge(judge(filled), [first, second])
    assert frozenset({hurt, dead}) in members(filled)


def test_a_bundle_keeps_who_is_who(filled: str, tmp_path: Path) -> None:
    hurt, dead = naming(filled, "gate", "فادي رباح"), naming(filled, "ward", "فادي رباح")
    full, short = naming(filled, "gate", "ريم سالم الدراج"), naming(filled, "mill", "ريم الدراج")
    judging.same_person(judge(filled, "asked"), [hurt, dead])
    judging.other_person(judge(filled), [full, short])
    path, other = tmp_path / "bundle.zip", str(tmp_path / "other.db")
    with path.open("wb") as stream:
        exporting.export(filled, exporting.Order("bundle", Wanted()), stream)
    found = importing.bundle(str(path), other, AUTHOR)
    assert (found.added, found.left, found.failures) == (2, 0, ())
    assert [(one.kind, one.why) for one, _ in judging.judgements(other)] == [
        ("same_person", "asked"), ("other_person", ""),
    ]  # fmt: skip
    assert members(other) == members(filled)
    assert who(other)[hurt].others[0].decided
    assert importing.bundle(str(path), other, AUTHOR).known == 2
    assert checking.verify(other).problem is None


def test_an_export_follows_the_decisions(filled: str, tmp_path: Path) -> None:
    full, short = naming(filled, "gate", "ريم سالم الدراج"), naming(filled, "mill", "ريم الدراج")

    def persons() -> Iterator[int]:
        path = tmp_path / "incidents.jsonl"
        with path.open("wb") as stream:
            exporting.export(filled, exporting.Order("jsonl", Wanted()), stream)
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from (len(one["namings"]) for one in json.loads(line)["victims"])

    assert sorted(persons()) == [1, 1, 1, 1, 1, 2]
    judging.other_person(judge(filled), [full, short])
    assert sorted(persons()) == [1] * 7


@pytest.mark.parametrize("wrong", [["gate:v1"], ["gate:v1", "gate:v1"]])
def test_two_namings_are_needed(filled: str, wrong: list[str]) -> None:
    with pytest.raises(UsageError, match="name two namings or more"):
        judging.same_person(judge(filled), wrong)


def test_only_what_is_named_is_decided_about(filled: str) -> None:
    with pytest.raises(NotInLedger, match="no victim is named by 'gate:v77'"):
        judging.same_person(judge(filled), ["gate:v1", "gate:v77"])


@pytest.mark.parametrize(
    ("name", "reports"),
    [("رباح", {"gate", "mill", "ward"}), ("محمود رباح", {"gate", "mill"}), ("رباح محمود", {"gate", "mill"}),
     ("Hasan", {"gate", "mill", "hill"}), ("زيدان", set()), ("", {"gate", "mill", "ward", "hill"})],
)  # fmt: skip
def test_incidents_are_found_by_whom_their_reports_name(filled: str, name: str, reports: set[str]) -> None:
    found = [one["documents"] for one in listing.incidents(filled, Wanted(named=name))]
    assert {document for some in found for document in some} == reports
    rereading.reread(filled, AUTHOR)
    assert [one["documents"] for one in listing.incidents(filled, Wanted(named=name))] == found


def test_names_are_filtered(filled: str) -> None:
    assert len(who(filled)) == 6
    hurt, dead = naming(filled, "gate", "فادي رباح"), naming(filled, "ward", "فادي رباح")
    assert set(who(filled, doubtful=True)) == {hurt, dead}
    assert set(who(filled, name="Fadi Rabah")) == {hurt, dead}
    assert set(who(filled, wanted=Wanted(since="2024-01-12"))) == {dead}
    assert {one.person.name for one in who(filled, wanted=Wanted(place="إدلب")).values()} == {"محمد حسن"}
    assert len(who(filled, most=2)) == 2


def test_how_far_the_list_is_gone_through_is_told_also_where_nobody_is_found(filled: str) -> None:
    told: list[int] = []
    everybody = {one.incident["id"] for one in names.names(filled, Asked())}
    assert list(names.names(filled, Asked(Wanted(place="إدلب"), doubtful=True), told.append)) == []
    assert told == [1]
    assert len(list(names.names(filled, Asked(doubtful=True), told.append))) > 0
    assert sum(told) == 1 + len(everybody)


def test_the_command_line(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    hurt, dead = naming(filled, "gate", "فادي رباح"), naming(filled, "ward", "فادي رباح")

    def said(*arguments: str) -> str:
        assert main([*arguments, "--ledger", filled]) == 0
        return capsys.readouterr().out

    found = said("names", "--doubtful", "--why")
    assert f"perhaps the same as \u2068فادي رباح\u2069  {dead} in " in found
    assert "since two -3" in found and "work +0.8" in found
    assert "2 named, 2 may be the same as another" in found
    assert said("same-person", hurt, dead, "--note", "asked").startswith("same-person j")
    assert "also \u2068فادي رباح\u2069" in said("names")
    (line, *_) = said("names", "--name", "فادي", "--format", "jsonl").splitlines()
    assert json.loads(line)["others"][0]["decided"].endswith(": asked")
    assert "same-person" in said("undo", "--list")
    assert said("other-person", hurt, dead).startswith("other-person j")
    assert said("names", "--doubtful") == "0 named\n"
    assert said("names", "--doubtful", "--format", "json") == "[]\n"
    assert main(["same-person", hurt, "--ledger", filled]) == 2
    assert "two namings or more" in capsys.readouterr().err
