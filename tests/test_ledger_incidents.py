"""Incidents in the ledger, over SQLite and PostgreSQL: linked, worked out, decided on, read again."""

import json
import sys
from pathlib import Path

import pytest

from tawthiq.cli import main
from tawthiq.contract import Json
from tawthiq.errors import NotInLedger, UsageError
from tawthiq.ledger.connect import opened
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import checking, judging, listing, reader, recording, renewing, rereading
from tawthiq.operations.corrections import values_of
from tawthiq.sources import read_paths

AUTHOR = Author("tester", "tawthiq test")
HOSPITAL = (
    "قال مدير مستشفى معرة النعمان إن 12 مدنيا قتلوا وأصيب 20 آخرون في غارة جوية على سوق في مدينة معرة النعمان "
    "أمس الجمعة."
)
RESCUERS = "قتل 15 مدنيا في غارات جوية استهدفت سوقا في معرة النعمان أمس الجمعة، بحسب الدفاع المدني السوري."
AGENCY = (
    "لقي أربعة جنود حتفهم صباح السبت في انفجار عبوة ناسفة بعربتهم على الطريق قرب مدينة الرمادي غربي العراق، وأصيب "
    "ثلاثة آخرون بجروح نقلوا على أثرها إلى مستشفى الرمادي العام، وأغلقت القوات الأمنية الطريق وبدأت البحث عن المنفذين."
)
REPORTS = (
    {"id": "hospital", "outlet": "جريدة الصباح", "published": "2019-07-27", "text": HOSPITAL},
    {"id": "rescuers", "outlet": "إذاعة المدينة", "published": "2019-07-27", "text": RESCUERS},
    {"id": "agency", "outlet": "وكالة الفرات", "published": "2019-07-27", "text": AGENCY},
    {"id": "copy", "outlet": "موقع الخبر", "published": "2019-07-27", "text": f"{AGENCY}\nشارك الخبر"},
)


def add(ledger: str, folder: Path, *reports: dict[str, str]) -> None:
    path = folder / f"{'-'.join(report['id'] for report in reports)}.jsonl"
    path.write_text("\n".join(json.dumps(report, ensure_ascii=False) for report in reports), encoding="utf-8")
    for _ in recording.add(read_paths([str(path)], sys.stdin.buffer), ledger, AUTHOR):
        pass


def found(ledger: str, **wanted: object) -> list[Json]:
    return list(listing.incidents(ledger, Wanted(**wanted)))  # type: ignore[arg-type]


def of(ledger: str, document: str) -> Json:
    (one,) = (incident for incident in found(ledger) if document in incident["documents"])
    return one


def killed(incident: Json) -> tuple[int | None, int | None]:
    toll = incident["tolls"]["airwars"]["killed"]
    return toll["min"], toll["max"]


@pytest.fixture
def filled(ledger: str, tmp_path: Path) -> str:
    add(ledger, tmp_path, *REPORTS)
    return ledger


@pytest.fixture
def judge(filled: str) -> judging.Judge:
    return judging.Judge(filled, AUTHOR, "seen on the ground")


def test_reports_of_one_incident_come_together(filled: str) -> None:
    market, road = of(filled, "hospital"), of(filled, "agency")
    assert len(found(filled)) == 2
    assert (market["documents"], killed(market), market["accounts"]) == (["hospital", "rescuers"], (12, 15), 2)
    assert (road["documents"], killed(road), road["accounts"]) == (["agency", "copy"], (4, 4), 1)
    assert market["date"] == {"start": "2019-07-26", "end": "2019-07-26"}


def test_the_order_of_adding_does_not_matter(ledger: str, tmp_path: Path) -> None:
    for report in reversed(REPORTS):
        add(ledger, tmp_path, report)
    assert sorted(incident["documents"] for incident in found(ledger)) == [["agency", "copy"], ["hospital", "rescuers"]]


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        ({"place": "معره النعمان"}, ["hospital"]), ({"place": "maarat"}, ["hospital"]), ({"place": "IQ"}, ["agency"]),
        ({"place": "100%"}, []), ({"since": "2019-07-27"}, ["agency"]), ({"until": "2019-07-26"}, ["hospital"]),
        ({"event": "airstrike"}, ["hospital"]), ({"killed": 5}, ["hospital"]), ({"killed": 16}, []),
        ({"words": "سوق"}, ["hospital"]), ({"words": "الفرات"}, ["agency"]), ({"grade": "fair"}, ["hospital"]),
        ({"actor": "russia"}, []), ({"most": 1}, ["hospital"]), ({"words": "!"}, []),
    ],
)  # fmt: skip
def test_incidents_are_found_by_what_is_wanted(filled: str, wanted: dict[str, object], documents: list[str]) -> None:
    shown = [incident["documents"] for incident in found(filled, **wanted)]
    assert [sorted(ids) for ids in shown] == [sorted(of(filled, document)["documents"]) for document in documents]


def test_show_has_everything_behind_an_incident(filled: str) -> None:
    shown = listing.show(filled, of(filled, "agency")["id"][:6])
    assert [report.copy_of for report in shown.reports] == [None, "agency"]
    assert {t.document for t in shown.claims} == {"agency", "copy"}
    assert all(shown.because[t.id] for t in shown.claims)
    assert [step.low for step in shown.timeline if step.outcome == "killed"] == [4, 4]
    with pytest.raises(NotInLedger, match="tawthiq incidents"):
        listing.show(filled, "nothing")


def test_what_people_say_is_one_is_one(filled: str, judge: judging.Judge, tmp_path: Path) -> None:
    first, other = of(filled, "hospital")["id"], of(filled, "agency")["id"]
    judging.merge(judge, [first, other[:7]])
    assert [incident["id"] for incident in found(filled)] == [first]
    add(filled, tmp_path, {"id": "late", "published": "2019-07-27", "text": RESCUERS.replace("15", "17")})
    assert len(of(filled, "agency")["documents"]) == 5
    judging.undo(judge)
    assert of(filled, "agency")["documents"] == ["agency", "copy"]
    assert of(filled, "late")["documents"] == ["hospital", "late", "rescuers"]
    assert checking.verify(filled).problem is None


def test_what_people_say_is_two_stays_two(filled: str, judge: judging.Judge) -> None:
    old = of(filled, "hospital")["id"]
    decided = judging.split(judge, old, ["hospital"])
    assert decided.incidents[0] == old
    assert of(filled, "rescuers")["id"] == old
    assert of(filled, "hospital")["documents"] == ["hospital"]
    for _ in rereading.reread(filled, AUTHOR, everything=True):
        pass
    assert of(filled, "hospital")["documents"] == ["hospital"]
    judging.undo(judge)
    assert (of(filled, "hospital")["id"], of(filled, "hospital")["documents"]) == (old, ["hospital", "rescuers"])
    judging.undo(judge, judging.judgements(filled)[-1][0].id)
    assert (of(filled, "hospital")["id"], of(filled, "hospital")["documents"]) == (decided.incidents[1], ["hospital"])
    assert of(filled, "rescuers")["id"] == old


def test_what_was_merged_and_split_again_stays_two_whatever_is_corrected(filled: str, judge: judging.Judge) -> None:
    first, other = of(filled, "hospital"), of(filled, "agency")
    judging.merge(judge, [first["id"], other["id"]])
    _, (_, new) = judging.split(judge, first["id"], other["documents"])
    judging.correct(judge, first["claims"][0], values_of(["count=16"]))
    for _ in rereading.reread(filled, AUTHOR, everything=True):
        pass
    assert (of(filled, "hospital")["id"], of(filled, "hospital")["documents"]) == (first["id"], first["documents"])
    assert (of(filled, "agency")["id"], of(filled, "agency")["documents"]) == (new, other["documents"])
    judging.merge(judge, [first["id"], new])
    judging.correct(judge, first["claims"][0], values_of(["count=17"]))
    assert [incident["id"] for incident in found(filled)] == [first["id"]]


def test_undone_all_is_as_it_was(filled: str, judge: judging.Judge) -> None:
    before = found(filled)
    first, other = of(filled, "hospital")["id"], of(filled, "agency")["id"]
    judging.merge(judge, [first, other])
    judging.split(judge, first, ["hospital", "copy"])
    judging.merge(judge, [of(filled, "copy")["id"], first])
    for decision in reversed([judgement.id for judgement, _ in judging.judgements(filled)]):
        if decision in {judgement.id for judgement, holds in judging.judgements(filled) if holds}:
            judging.undo(judge, decision)
    assert found(filled) == before


def test_everybody_takes_back_their_own_latest_decision(filled: str) -> None:
    quoted, plain = ('Zayd "100%" \\ O\'Neil', "zayd")
    for who in (quoted, plain, plain):
        judging.accept(judging.Judge(filled, Author(who, "tawthiq test")), ["rescuers:c1"])
    added = [one.id for one, _ in judging.judgements(filled)]
    assert judging.latest(filled, quoted) == added[0]
    assert [judging.latest(filled, who) for who in ("Zayd", "ZAYD", "%", "", "rescuers")] == [None] * 5
    judging.undo(judging.Judge(filled, AUTHOR), added[2])
    assert judging.latest(filled, plain) == added[1]
    back = judging.undo(judging.Judge(filled, AUTHOR), judging.judgements(filled)[-1][0].id)
    assert judging.latest(filled, plain) == added[2]
    judging.undo(judging.Judge(filled, AUTHOR), back.judgements[0].id)
    judging.undo(judging.Judge(filled, AUTHOR), added[1])
    assert judging.latest(filled, plain) is None
    assert judging.latest(filled, AUTHOR.who) is None


def test_rejected_and_corrected_claims(filled: str, judge: judging.Judge) -> None:
    judging.reject(judge, ["rescuers:c1"])
    assert killed(of(filled, "hospital")) == (12, 12)
    judging.accept(judge, ["rescuers:c1"])
    assert killed(of(filled, "hospital")) == (12, 15)
    judging.correct(judge, "rescuers:c1", values_of(["count=18-20"]))
    assert killed(of(filled, "hospital"))[1] == 20
    judging.undo(judge)
    assert killed(of(filled, "hospital")) == (12, 15)
    kinds = [(judgement.kind, holds) for judgement, holds in judging.judgements(filled)]
    assert kinds == [("reject", True), ("accept", True), ("correct", False), ("undo", False)]


def test_a_corrected_place_moves_a_claim(filled: str, judge: judging.Judge) -> None:
    before = of(filled, "rescuers")["id"]
    judging.correct(judge, "rescuers:c1", values_of(["place=عدن,YE", "time=2018-01-05"]))
    (moved,) = found(filled, place="YE")
    assert (moved["claims"], moved["date"]["start"], killed(moved)) == (["rescuers:c1"], "2018-01-05", (15, 15))
    judging.undo(judge)
    assert of(filled, "rescuers")["id"] == before


@pytest.mark.parametrize("names", [["nothing:c1"], ["hospital:c1", "nothing"]])
def test_what_is_not_there_cannot_be_judged(filled: str, judge: judging.Judge, names: list[str]) -> None:
    before = checking.verify(filled)
    with pytest.raises(NotInLedger):
        judging.reject(judge, names)
    with pytest.raises(NotInLedger):
        judging.undo(judge)
    with pytest.raises(UsageError):
        judging.merge(judge, [of(filled, "hospital")["id"]])
    with pytest.raises(UsageError):
        judging.split(judge, of(filled, "hospital")["id"], ["hospital", "rescuers"])
    assert checking.verify(filled) == before


def test_reading_again_supersedes_and_shows_what_changed(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not list(rereading.reread(filled, AUTHOR))
    _is_now(monkeypatch, "later")
    again = list(rereading.reread(filled, AUTHOR))
    assert [(one.id, one.changes) for one in again] == [(report["id"], ()) for report in REPORTS]
    _is_now(monkeypatch, "latest")
    monkeypatch.setattr(rereading, "_report", lambda held: _without_killed(rereading_report(held)))
    before = {incident["id"]: incident for incident in found(filled)}
    again = list(rereading.reread(filled, AUTHOR, jobs=1))
    assert all(one.changes for one in again)
    assert not list(rereading.reread(filled, AUTHOR))
    assert checking.verify(filled).problem is None
    assert {incident["id"] for incident in found(filled)} <= set(before)
    assert all(set(incident["tolls"]["airwars"]) <= {"injured", "hit"} for incident in found(filled))


def _is_now(monkeypatch: pytest.MonkeyPatch, reader: str) -> None:
    for module in (rereading, renewing):
        monkeypatch.setattr(module, "reader", lambda: reader)


rereading_report = rereading._report


def _without_killed(report):  # type: ignore[no-untyped-def]
    text = report.text
    for word in ("قتلوا", "قتل", "حتفهم"):
        text = text.replace(word, "س" * len(word))
    return rereading.replace(report, text=text)


def test_the_reader_is_told_by_its_rules_and_words() -> None:
    version, _, digest = reader.reader().partition("+")
    assert version
    assert len(digest) == 12


def test_words_lead_to_the_incidents_that_their_report_tells_of_now(filled: str, judge: judging.Judge) -> None:
    market, road = of(filled, "hospital")["id"], of(filled, "agency")["id"]
    assert [one["id"] for one in found(filled, words="مستشفى السوق")] == [market]
    judging.merge(judge, [road, market])
    assert [one["id"] for one in found(filled, words="مستشفى السوق")] == [road]
    judging.undo(judge)
    assert [one["id"] for one in found(filled, words="مستشفى السوق")] == [market]
    judging.split(judge, market, ["hospital:c1"])
    assert len(found(filled, words="مستشفى السوق")) == 2


def test_an_interrupted_run_is_settled_by_the_next_look(filled: str) -> None:
    with opened(filled, recording.ADD) as ledger, ledger.writing() as connection:
        connection.exec_driver_sql("INSERT INTO stale SELECT id FROM incident")
        connection.exec_driver_sql("DELETE FROM incident")
    assert len(found(filled)) == 2


def test_a_toll_beyond_all_measure_leaves_the_ledger_usable(ledger: str, tmp_path: Path) -> None:
    text = "قتل 99999999 تريليون مدني في غارة جوية على مدينة حلب أمس الجمعة."
    add(ledger, tmp_path, {"id": "wild", "outlet": "موقع الخبر", "published": "2019-07-27", "text": text}, REPORTS[1])
    assert [one["documents"] for one in found(ledger, order="-killed")] == [["wild"], ["rescuers"]]
    assert [one["documents"] for one in found(ledger, killed=10**30)] == [["wild"]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("count=91", {"low": 91, "high": 91, "modifier": "exact", "vague": None}),
        ("count=>=12", {"low": 12, "high": None, "modifier": "at_least", "vague": None}),
        ("count=≤12", {"low": None, "high": 12, "modifier": "at_most", "vague": None}),
        ("count=35-30", {"low": 30, "high": 35, "modifier": "between", "vague": None}),
        ("count=~30-35", {"low": 30, "high": 35, "modifier": "between", "vague": None}),
        ("cumulative=true", True),
        ("actors=russia, israel", ["russia", "israel"]),
        ("time=2016-09-25..2016-09-23",
         {"start": "2016-09-23", "end": "2016-09-25", "text": "2016-09-25..2016-09-23", "precision": "period"}),
    ],
)  # fmt: skip
def test_corrections_are_read(text: str, value: object) -> None:
    assert list(values_of([text]).values()) == [value]


@pytest.mark.parametrize(
    "text", ["count", "colour=red", "count=many", "count=>=30-35", "count=<=30-35", "count=1-2-3", "count=-3",
             "count=1111111111", "outcome=dead", "time=friday", "place=لامكانهنا",
             "place=x, SY, 99, 1", "place=x, ZZZ, 1, 1",
             "event=rain", "actors=martians", "group=childs", "cumulative=perhaps"],
)  # fmt: skip
def test_wrong_corrections_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="correct: "):
        values_of([text])


def test_the_commands(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> str:
        assert main([*arguments, "--ledger", filled]) == 0
        return capsys.readouterr().out

    (market,) = json.loads(run("incidents", "--place", "SY", "--format", "json"))
    assert json.loads(run("incidents", "--since", "2019-07-27", "--format", "jsonl"))["documents"] == ["agency", "copy"]
    assert "12–15" in run("incidents")
    text = run("show", f"\u2068{market['id']}\u2069", "--why")
    assert all(
        part in text for part in ("airwars", "timeline", "hospital:c1", "2 independent", "rescuers", "belong here")
    )
    shown = json.loads(run("show", market["id"], "--format", "json"))
    assert {claim["document"] for claim in shown["claims"]} == {"hospital", "rescuers"}
    assert "reject j" in run("reject", "rescuers:c1", "--note", "no", "--as", "Layla")
    assert "Layla" in run("undo", "--list")
    assert "undo j" in run("undo")
    assert "correct j" in run("correct", "rescuers:c1", "count=14", "group=civilian")
    assert "accept j" in run("accept", "hospital")
    assert "same j" in run(
        "merge", market["id"], json.loads(run("incidents", "--place", "IQ", "--format", "jsonl"))["id"]
    )
    assert "different j" in run("split", market["id"], "agency", "copy")
    assert "4 reports read again, 0 with changes" in run("reread", "--all")
    assert main(["show", "nothing", "--ledger", filled]) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--since", "friday"), "is not a date"), (("--since", "2020-01-02", "--until", "2020-01-01"), "is after"),
        (("--event", "airstrik"), "did you mean airstrike?"), (("--actor", "rusia"), "did you mean russia?"),
        (("--killed", "many"), "no whole number"),
    ],
)  # fmt: skip
def test_a_wrong_wish_is_no_empty_list(
    filled: str, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    try:
        status: object = main(["incidents", *options, "--ledger", filled])
    except SystemExit as end:
        status = end.code
    assert status == 2
    assert said in capsys.readouterr().err


def test_decisions_are_listed_as_people_write_them(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    values = ("count=>=12", "place=دوما,SY", "time=2019-07-26..2019-07-27", "actors=russia,israel", "cumulative=false")
    assert main(["correct", "rescuers:c1", *values, "--ledger", filled]) == 0
    capsys.readouterr()
    assert main(["undo", "--list", "--ledger", filled]) == 0
    listed = capsys.readouterr().out.translate(dict.fromkeys((0x2068, 0x2069)))
    for text in ("count=≥12", "place=Douma, SY", "time=2019-07-26–07-27", "actors=russia,israel", "cumulative=false"):
        assert text in listed
