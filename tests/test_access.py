"""Collections of reports: who may see and review which, on the pages, over the API, and after more was added."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tawthiq.cli import main
from tawthiq.errors import UsageError
from tawthiq.exporters.shapes import OUTSIDE
from tawthiq.ledger.access import Rule, Sight
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import access, judging, listing, recording, reviewing, second, team
from tawthiq.sources import read_paths
from tests import review
from tests.staff import BASE, Enter, send

OUTLET = Rule("outlet", "وكالة الفجر")


@pytest.fixture
def collected(ledger_of_team: str) -> str:
    """The first report is in a collection that rima may review and walid may see; elias may not."""
    access.add(ledger_of_team, "idlib", [OUTLET])
    access.let(ledger_of_team, "idlib", "rima", reviews=True)
    access.let(ledger_of_team, "idlib", "walid", reviews=False)
    return ledger_of_team


def claim_of(ledger: str, report: str) -> str:
    return reviewing.sheet(ledger, report).claims[0].read.id


def id_of(ledger: str, report: str) -> str:
    return str(review.incidents(ledger)[report]["id"])


@pytest.mark.parametrize(("name", "sees"), [("amal", True), ("elias", False), ("rima", True), ("walid", True)])
def test_what_is_not_for_an_account_is_nowhere(collected: str, enter: Enter, name: str, sees: bool) -> None:
    judging.accept(judging.Judge(collected, review.AUTHOR), [claim_of(collected, "fajr")])
    client, id = enter(name), id_of(collected, "fajr")
    status = 200 if sees else 404
    for address in (f"/incidents/{id}", "/reports/fajr", f"/claims/{claim_of(collected, 'fajr')}",
                    f"/api/v1/incidents/{id}", "/api/v1/reports/fajr", f"/api/v1/incidents/{id[:6]}"):  # fmt: skip
        assert client.get(address).status_code == status, address
    assert (id in client.get("/").text) == sees
    assert client.get("/api/v1/incidents").json()["total"] == (3 if sees else 2)
    assert sum(client.get("/api/v1/spread").json()["months"].values()) == (3 if sees else 2)
    assert ("fajr" in client.get("/history").text) == sees
    assert ("fajr" in client.get("/api/v1/decisions").text) == sees
    assert ("تسعة مدنيين" in client.get("/export/jsonl").text) == sees
    assert client.get("/reports/nahr").status_code == 200


def test_what_stood_before_a_split_names_no_incident_that_is_not_for_an_account(collected: str, enter: Enter) -> None:
    judge, kept = judging.Judge(collected, review.AUTHOR), id_of(collected, "fajr")
    judging.merge(judge, [kept, id_of(collected, "nahr")])
    _, (_, new) = judging.split(judge, kept, ["nahr"])
    for name, sees in (("amal", True), ("rima", True), ("elias", False)):
        page = enter(name).get(f"/incidents/{new}")
        assert (page.status_code, kept in page.text) == (200, sees), name
        assert (kept in enter(name).get("/history").text) == sees, name


@pytest.mark.parametrize(("name", "status"), [("amal", 303), ("elias", 404), ("rima", 303), ("walid", 403)])
def test_who_may_only_see_decides_nothing(collected: str, enter: Enter, name: str, status: int) -> None:
    team.change(collected, "walid", role="editor")
    claim = claim_of(collected, "fajr")
    other = judging.accept(judging.Judge(collected, review.AUTHOR), [claim]).judgements[0].id
    client = enter(name)
    offers = (
        'data-key="accept"' in client.get(f"/claims/{claim}").text,
        "/next?incident=" in client.get(f"/incidents/{id_of(collected, 'fajr')}").text,
    )
    assert offers == (status == 303, status == 303)
    assert send(client, "/decide", kind="reject", claim=claim).status_code == status
    assert send(client, "/decide", kind="reject", claim="fajr").status_code == status
    if status != 303:
        ids = [id_of(collected, report) for report in ("nahr", "fajr")]
        assert send(client, "/merge", incident=ids).status_code == status
        assert client.get(f"/merge?incident={ids[0]}&incident={ids[1]}").status_code == (404 if status == 404 else 200)
        assert send(client, "/split", incident=ids[1], claim=claim).status_code == status
        assert send(client, "/undo", judgement=other).status_code == status
        assert reviewing.verdicts(collected) == {claim: "accept"}
        assert len(review.incidents(collected)) == 3


def test_a_program_is_held_to_the_same(collected: str, app: FastAPI) -> None:
    claim = claim_of(collected, "fajr")
    other = judging.accept(judging.Judge(collected, review.AUTHOR), [claim]).judgements[0].id
    token = team.new_token(collected, "elias", "sheet")
    with TestClient(app, base_url=BASE, headers={"Authorization": f"Bearer {token}"}) as client:
        at = "/api/v1"
        for address, body in (
            (f"{at}/decisions", {"kind": "reject", "claims": [claim]}),
            (f"{at}/decisions", {"kind": "reject", "claims": ["fajr"]}),
            (f"{at}/decisions", {"kind": "merge", "incidents": [id_of(collected, "fajr"), id_of(collected, "nahr")]}),
            (f"{at}/undo", {"judgement": other}),
            (f"{at}/second/settled", {"claim": claim, "which": "second"}),
        ):
            assert client.post(address, json=body).status_code == 404, body
    assert reviewing.verdicts(collected) == {claim: "accept"}


def test_an_incident_is_for_whoever_may_see_all_its_reports(collected: str, enter: Enter) -> None:
    ids = [id_of(collected, report) for report in ("nahr", "fajr")]
    assert enter("elias").get(f"/incidents/{ids[0]}").status_code == 200
    judging.merge(judging.Judge(collected, review.AUTHOR), ids)
    assert enter("elias").get(f"/incidents/{ids[0]}").status_code == 404
    assert ids[0] not in enter("elias").get("/").text
    assert enter("elias").get("/reports/nahr").status_code == 200
    assert enter("rima").get(f"/incidents/{ids[0]}").status_code == 200


def test_what_is_added_later_is_held_too(collected: str, enter: Enter, tmp_path: Path) -> None:
    new = (("later", OUTLET.value, "2019-09-01"), ("open", "موقع آخر", "2019-11-01"))
    later = [{**review.REPORTS[1], "id": id, "outlet": outlet, "published": day} for id, outlet, day in new]
    file = tmp_path / "later.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in later), encoding="utf-8")
    list(recording.add(read_paths([str(file)], BytesIO()), collected, review.AUTHOR))
    elias = enter("elias")
    assert (elias.get("/reports/later").status_code, elias.get("/reports/open").status_code) == (404, 200)
    assert "later" not in elias.get("/export/jsonl").text
    assert enter("rima").get("/reports/later").status_code == 200
    assert access.collections(collected)[0].reports == 2


def test_a_copy_does_not_name_a_report_that_is_not_for_an_account(collected: str, enter: Enter, tmp_path: Path) -> None:
    file = tmp_path / "copy.jsonl"
    copy = {**review.REPORTS[0], "id": "copy", "outlet": "موقع آخر", "published": "2020-03-01"}
    file.write_text(json.dumps(copy, ensure_ascii=False), encoding="utf-8")
    list(recording.add(read_paths([str(file)], BytesIO()), collected, review.AUTHOR))
    if id_of(collected, "fajr") == next(
        one["id"] for one in listing.incidents(collected, Wanted()) if "copy" in one["documents"]
    ):
        judging.split(judging.Judge(collected, review.AUTHOR), id_of(collected, "fajr"), ["copy"])
    id = next(one["id"] for one in listing.incidents(collected, Wanted()) if one["documents"] == ["copy"])
    for name, told in (("amal", "fajr"), ("elias", OUTSIDE)):
        (report,) = enter(name).get(f"/api/v1/incidents/{id}").json()["reports"]
        assert report["copy_of"] == told
        for address in (f"/incidents/{id}", "/api/v1/incidents", "/export/jsonl", "/export/csv"):
            assert ("fajr" in enter(name).get(address).text) == (name == "amal" and address != "/export/csv")


def test_who_is_refused_or_removed_sees_it_no_longer(collected: str, enter: Enter) -> None:
    rima = enter("rima")
    access.refuse(collected, "idlib", "rima")
    assert rima.get("/reports/fajr").status_code == 404
    team.remove(collected, "walid")
    assert access.collections(collected)[0].members == ()
    access.remove(collected, "idlib")
    assert rima.get("/reports/fajr").status_code == 200


def test_a_second_reader_gets_nothing_that_is_not_for_them(collected: str, enter: Enter) -> None:
    judging.accept(judging.Judge(collected, review.AUTHOR), ["fajr", "nahr"])
    send(enter("amal"), "/second/draw", reader="elias", size="100", unit="share")
    assert {claim.split(":")[0] for claim in second.pending(collected, "elias")} == {"nahr"}
    send(enter("elias"), "/second/draw", reader="rima", size="100", unit="share")
    assert {claim.split(":")[0] for claim in second.pending(collected, "rima")} == {"nahr"}
    send(enter("amal"), "/second/draw", reader="rima", size="100", unit="share")
    waiting = second.pending(collected, "rima")
    assert {claim.split(":")[0] for claim in waiting} == {"nahr", "fajr"}
    claim = next(one for one in waiting if one.startswith("fajr"))
    send(enter("rima"), "/second", claim=claim, kind="reject")
    assert "fajr" in enter("amal").get("/second").text
    assert "fajr" not in enter("elias").get("/second").text
    assert "fajr" not in enter("elias").get("/api/v1/second").text


def test_collections_are_the_same_in_both_databases(ledger: str, tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in review.REPORTS), encoding="utf-8")
    list(recording.add(read_paths([str(file)], BytesIO()), ledger, review.AUTHOR))
    assert access.add(ledger, "a", [Rule("report", "tall"), Rule("origin", str(tmp_path / "nowhere"))]).reports == 1
    assert access.add(ledger, "b", [OUTLET]).reports == 1
    team.add(ledger, "rima", "a long password", "reviewer")
    access.let(ledger, "b", "rima", reviews=False)
    seen = {one["documents"][0] for one in listing.incidents(ledger, Wanted(seen_by=("rima",)))}
    assert seen == {"fajr", "nahr"}
    assert access.refused(ledger, Sight("rima"), ["tall:c1"])
    assert access.refused(ledger, Sight("rima", reviews=True), ["fajr"])
    assert not access.refused(ledger, Sight("rima"), ["fajr"])
    assert access.add(ledger, "a", [Rule("origin", str(tmp_path))]).reports == 3  # in two of them: one is enough
    assert {one["documents"][0] for one in listing.incidents(ledger, Wanted(seen_by=("rima",)))} == {"fajr"}


def test_the_command_line_makes_collections(ledger_of_team: str, capsys: pytest.CaptureFixture[str]) -> None:
    def told(*words: str, status: int = 0) -> str:
        assert main(["collection", *words, "--ledger", ledger_of_team]) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    assert "every account may see" in told("list")
    assert "1 report" in told("add", "idlib", "--outlet", OUTLET.value)
    told("let", "idlib", "rima", "review")
    assert "rima may review" in told("list")
    told("let", "idlib", "rima", "see")
    assert "rima may see" in told("list")
    assert "--report" in told("add", "empty", status=2)
    assert "account list" in told("let", "idlib", "nobody", "see", status=2)
    assert "collection list" in told("remove", "nothing", status=2)
    assert "was not let in" in told("refuse", "idlib", "walid", status=2)
    told("refuse", "idlib", "rima")
    assert "removed" in told("remove", "idlib")
    with pytest.raises(UsageError, match="letters"):
        access.add(ledger_of_team, " ", [OUTLET])
