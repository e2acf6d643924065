"""The review page for a team: signing in, who may do what, tokens, and the JSON API."""

import html
import json
import re
from pathlib import Path

import pyotp
import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from schemathesis.specs.openapi import checks as openapi

from tawthiq.cli import main
from tawthiq.errors import NotAllowed, UsageError
from tawthiq.operations import judging, reviewing, team
from tawthiq.web.preferences import KEYS
from tawthiq.web.team import Serving, application
from tawthiq.web.throttle import Throttle
from tests import review
from tests.staff import BASE, PASSWORD, Enter, send

CHECKS = [
    checks.not_a_server_error, openapi.status_code_conformance, openapi.content_type_conformance,
    openapi.response_schema_conformance,
]  # fmt: skip


def test_without_an_account_nobody_is_served_and_no_password_is_default(review_ledger: str) -> None:
    with pytest.raises(UsageError, match="account add"):
        application(Serving(review_ledger))
    for password in ("", "short"):
        with pytest.raises(UsageError, match="10"):
            team.add(review_ledger, "amal", password, "admin")


def test_passwords_never_go_over_a_network_in_the_open(staffed: str) -> None:
    with pytest.raises(UsageError, match="--behind-https"):
        application(Serving(staffed, "0.0.0.0"))
    app = application(Serving(staffed, "0.0.0.0", 8462, "review.example.org"))
    with TestClient(app, base_url="https://review.example.org", follow_redirects=False) as client:
        answer = client.post("/sign-in", data={"name": "amal", "password": PASSWORD})
        cookie = answer.headers["set-cookie"]
        assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=strict"))
        assert client.get("/", headers={"Host": "other.example.org"}).status_code == 421


def test_strangers_come_to_the_door_and_nothing_tells_which_part_was_wrong(app: FastAPI) -> None:
    with TestClient(app, base_url=BASE, follow_redirects=False, headers={"Accept-Language": "ar"}) as client:
        answer = client.get("/history")
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?then=/history")
        assert client.get("/api/v1/incidents").status_code == 401
        assert client.get("/merge?incident=a&incident=b").headers["location"].endswith("incident%3Da%26incident%3Db")
        for before, then in ((f"{BASE}/bulk?kind=accept", "/bulk?kind=accept"), ("https://example.org/bulk", "/")):
            answer = client.post("/decide", data={"kind": "accept"}, headers={"Referer": before})
            assert (answer.status_code, f'name="then" value="{then}"' in answer.text) == (401, True)
        wrong = [client.post("/sign-in", data={"name": name, "password": "wrong"}) for name in ("amal", "nobody")]
        assert [answer.status_code for answer in wrong] == [401, 401]
        assert wrong[0].text.replace("amal", "nobody") == wrong[1].text
        assert 'dir="rtl"' in wrong[0].text


def test_a_wrong_password_leaves_the_name_and_the_way_back(app: FastAPI) -> None:
    with TestClient(app, base_url=BASE, follow_redirects=False) as client:
        page = client.post("/sign-in", data={"name": 'amal"<b>', "password": "wrong", "then": "/history"}).text
    assert 'value="amal&#34;&lt;b&gt;"' in page
    assert 'name="then" value="/history"' in page


def test_whoever_fails_waits_longer_each_time(app: FastAPI) -> None:
    with TestClient(app, base_url=BASE, follow_redirects=False) as client:
        codes = [client.post("/sign-in", data={"name": "amal", "password": "wrong"}).status_code for _ in range(6)]
        assert codes == [401] * 5 + [429]
        assert client.post("/sign-in", data={"name": "amal", "password": PASSWORD}).status_code == 429
    now = [0.0]
    throttle = Throttle(lambda: now[0])
    for _ in range(7):
        throttle.failed("a")
    assert (throttle.wait("a"), throttle.wait("b")) == (40.0, 0.0)
    now[0] = 41
    assert throttle.wait("a") == 0


def test_a_session_ends(ledger_of_team: str, enter: Enter) -> None:
    client = enter("rima")
    assert client.get("/").status_code == 200
    assert client.post("/sign-out").status_code == 303
    assert client.get("/").status_code == 303
    now = 1_000_000.0
    token = team.sign_in(ledger_of_team, "rima", PASSWORD, "", lambda: now)
    assert team.held(ledger_of_team, token, lambda: now + 60) == team.Held("rima", "reviewer", False)
    assert team.held(ledger_of_team, token, lambda: now + team.SESSION_IDLE + 100) is None
    team.change(ledger_of_team, "rima", role="viewer")
    assert team.held(ledger_of_team, token, lambda: now + 61) is None


def test_a_time_code_is_needed_and_taken_once(ledger_of_team: str) -> None:
    address = team.with_codes(ledger_of_team, "amal")
    codes = pyotp.parse_uri(address)
    now = 1_000_000.0
    for code in ("", "000000"):
        with pytest.raises(NotAllowed):
            team.sign_in(ledger_of_team, "amal", PASSWORD, code, lambda: now)
    code = codes.at(int(now))  # type: ignore[attr-defined]
    assert team.sign_in(ledger_of_team, "amal", PASSWORD, code, lambda: now)
    with pytest.raises(NotAllowed):
        team.sign_in(ledger_of_team, "amal", PASSWORD, code, lambda: now)


@pytest.mark.parametrize(
    ("name", "outcomes"),
    [
        ("walid", (403, 403, 403, 403)), ("rima", (303, 403, 403, 403)), ("elias", (303, 303, 303, 403)),
        ("amal", (303, 303, 303, 200)),
    ],
)  # fmt: skip
def test_each_role_does_what_it_may(ledger_of_team: str, enter: Enter, name: str, outcomes: tuple[int, ...]) -> None:
    client, ids = enter(name), [one["id"] for one in review.incidents(ledger_of_team).values()]
    claim = reviewing.sheet(ledger_of_team, "nahr").claims[0].read.id
    other = judging.accept(judging.Judge(ledger_of_team, review.AUTHOR), [claim]).judgements[0].id
    shown = client.get(f"/claims/{claim}").text
    found = (
        send(client, "/decide", kind="accept", claim=claim).status_code,
        send(client, "/merge", incident=ids[:2]).status_code,
        send(client, "/undo", judgement=other).status_code,
        client.get("/log").status_code,
    )
    assert found == outcomes
    assert ('data-key="accept"' in shown) == (outcomes[0] == 303)
    if outcomes[0] == 303:
        assert name in {one.who for one, _ in judging.judgements(ledger_of_team)}


OFFERED = re.compile(r'(?:href|action)="(/(?:next|decide|undo|bulk/incidents|bulk|merge|split|second/draw|log))["?]')
FOR_REVIEWERS = {"/next", "/decide", "/undo", "/bulk"}
FOR_EDITORS = FOR_REVIEWERS | {"/bulk/incidents", "/merge", "/split", "/second/draw"}


@pytest.mark.parametrize(
    ("name", "offered", "keys"),
    [
        ("walid", set(), {"next", "previous", "names", "graphic"}), ("rima", FOR_REVIEWERS, set(KEYS) - {"bulk"}),
        ("elias", FOR_EDITORS, set(KEYS)), ("amal", {*FOR_EDITORS, "/log"}, set(KEYS)),
    ],
)  # fmt: skip
def test_people_are_offered_what_their_role_may_do(
    ledger_of_team: str, enter: Enter, name: str, offered: set[str], keys: set[str]
) -> None:
    incident = review.incidents(ledger_of_team)["fajr"]
    judging.accept(judging.Judge(ledger_of_team, review.AUTHOR._replace(who=name)), [incident["claims"][0]])
    pages = ("/", f"/incidents/{incident['id']}", f"/claims/{incident['claims'][0]}", "/history", "/second", "/names")
    found = [enter(name).get(page).text for page in (*pages, "/settings", "/reports/fajr")]
    assert {address for page in found for address in OFFERED.findall(page)} == offered
    assert all(set(shown_keys(page)) == keys for page in found)
    assert ('type="checkbox" name="claim"' in found[1]) == bool(offered)
    assert "غارة جوية" in found[2] or "Air strike" in found[2]  # whoever decides nothing reads what the fields say


def shown_keys(page: str) -> dict[str, str]:
    """The keys that a page listens to."""
    (found,) = re.findall(r'data-keys="([^"]*)"', page)
    keys: dict[str, str] = json.loads(html.unescape(found))
    return keys


def test_a_sample_is_drawn_by_an_editor_for_an_account_that_may_review(ledger_of_team: str, enter: Enter) -> None:
    claim = reviewing.sheet(ledger_of_team, "nahr").claims[0].read.id
    judging.accept(judging.Judge(ledger_of_team, review.AUTHOR), [claim])
    drawn = {"reader": "rima", "size": "100", "unit": "share"}
    rima, elias = enter("rima"), enter("elias")
    assert send(rima, "/second/draw", **drawn).status_code == 403
    for wrong in ({"reader": "walid"}, {"reader": "nobody"}, {"size": "many"}, {"size": "0"}):
        assert send(elias, "/second/draw", **{**drawn, **wrong}).status_code == 400
    assert send(elias, "/second/draw", **drawn).status_code == 303
    assert send(enter("amal"), "/second", kind="accept", claim=claim).status_code == 403  # it does not wait for her
    assert send(rima, "/second", kind="reject", claim=claim).status_code == 303
    assert send(rima, "/second/settle", claim=claim, which="second").status_code == 403
    assert send(elias, "/second/settle", claim=claim, which="second").status_code == 303
    assert reviewing.verdicts(ledger_of_team) == {claim: "reject"}


def test_a_program_reads_second_and_sees_the_agreement(ledger_of_team: str, app: FastAPI) -> None:
    judging.accept(judging.Judge(ledger_of_team, review.AUTHOR), ["fajr"])
    tokens = {name: team.new_token(ledger_of_team, name, "sheet") for name in ("elias", "rima")}
    with TestClient(app, base_url=BASE) as client:
        elias, rima = ({"Authorization": f"Bearer {tokens[name]}"} for name in ("elias", "rima"))
        at = "/api/v1/second"
        sample = {"reader": "rima", "number": 1}
        assert client.post(f"{at}/samples", json=sample, headers=rima).status_code == 403
        assert client.post(f"{at}/samples?event=shelling", json=sample, headers=elias).status_code == 400
        assert client.post(f"{at}/samples", json=sample, headers=elias).json()["claims"] == 1
        waiting = client.get(f"{at}/waiting", headers=rima).json()
        (claim,) = waiting["claims"]
        assert waiting["first"]["quote"] in waiting["text"]
        reading = {"claim": claim, "kind": "correct", "values": {"count": "70"}}
        assert client.post(f"{at}/readings", json=reading, headers=elias).status_code == 403
        assert client.post(f"{at}/readings", json=reading, headers=rima).status_code == 201
        found = client.get(at, headers=rima).json()
        assert (found["verdicts"]["compared"], found["verdicts"]["agreed"]) == (1, 0)
        assert found["differences"][0]["second"]["claim"]["count"]["low"] == 70
        settling = {"claim": claim, "which": "second"}
        assert client.post(f"{at}/settled", json=settling, headers=elias).status_code == 201
        assert reviewing.verdicts(ledger_of_team)[claim] == "correct"


def test_a_reviewer_takes_back_what_is_their_own(ledger_of_team: str, enter: Enter) -> None:
    client, claim = enter("rima"), reviewing.sheet(ledger_of_team, "nahr").claims[0].read.id
    send(client, "/decide", kind="accept", claim=claim)
    assert send(client, "/undo").status_code == 303
    assert reviewing.verdicts(ledger_of_team) == {}


def test_a_program_with_a_token_decides_over_the_api(ledger_of_team: str, app: FastAPI) -> None:
    token = team.new_token(ledger_of_team, "rima", "sheet")
    claim = reviewing.sheet(ledger_of_team, "fajr").claims[1].read.id
    with TestClient(app, base_url=BASE, headers={"Authorization": f"Bearer {token}"}) as client:
        listed = client.get("/api/v1/incidents", params={"q": "سوق"}).json()
        assert (listed["total"], listed["facets"]["event"]) == (1, {"airstrike": 1})
        report = client.get("/api/v1/reports/fajr").json()
        seen = next(one["seen"] for one in report["claims"] if one["id"] == claim)
        body = {"kind": "correct", "claims": [claim], "values": {"count": "10-11"}, "seen": seen, "note": "list"}
        assert client.post("/api/v1/decisions", json=body).status_code == 201
        assert client.post("/api/v1/decisions", json=body).status_code == 409
        assert review.killed(ledger_of_team, "fajr") == (10, 12)
        merge = {"kind": "merge", "incidents": [one["id"] for one in review.incidents(ledger_of_team).values()]}
        assert client.post("/api/v1/decisions", json=merge).status_code == 403
        (decision,) = client.get("/api/v1/decisions").json()
        assert (decision["who"], decision["why"], decision["holds"]) == ("rima", "list", True)
        assert client.post("/api/v1/undo", json={"judgement": decision["id"]}).status_code == 201
        assert client.get(f"/api/v1/incidents/{listed['incidents'][0]['id']}").json()["reports"][0]["id"] == "fajr"
        assert client.get("/api/v1/incidents/i0").json()["said"]
    with TestClient(app, base_url=BASE, cookies={"tawthiq_session": token}) as client:
        assert client.get("/api/v1/incidents").status_code == 401  # a token is no session


def test_a_page_of_another_site_cannot_use_a_session(enter: Enter) -> None:
    client = enter("elias")
    body = {"kind": "accept", "claims": ["fajr:c1"]}
    assert client.post("/api/v1/decisions", json=body).status_code == 403
    assert client.post("/api/v1/decisions", json=body, headers={"Origin": "http://evil.example"}).status_code == 403


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_api_keeps_to_its_description(ledger_of_team: str, app: FastAPI) -> None:
    headers = {"Authorization": f"Bearer {team.new_token(ledger_of_team, 'amal', 'tests')}", "Host": BASE[7:]}
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=headers)
    checked = []
    for result in schema.get_all_operations():
        operation = result.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def run(case: schemathesis.Case) -> None:
            case.validate_response(case.call(headers=headers), checks=CHECKS)

        run()
        checked.append(operation.label)
    assert len(checked) == 13


def test_the_accounts_of_the_command_line(
    review_ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "password"
    file.write_text(PASSWORD, encoding="utf-8")

    def run(*words: str) -> int:
        return main(["account", *words, "--ledger", review_ledger])

    assert run("add", "amal", "--role", "admin", "--password-file", str(file)) == 0
    assert run("add", "amal", "--role", "admin", "--password-file", str(file)) == 2
    assert run("role", "amal", "editor") == 0
    assert run("codes", "amal") == 0
    assert run("token", "amal", "--label", "sheet") == 0
    assert run("role", "nobody", "editor") == 2
    assert run("add", "rima") == 2  # no terminal, no file
    capsys.readouterr()
    assert run("list") == 0
    assert capsys.readouterr().out == "amal: editor, with time codes\n"
    assert run("remove", "amal") == 0
    assert run("list") == 0
    assert "account add" in capsys.readouterr().out
    assert main(["serve", "--ledger", review_ledger]) == 2
    assert "account add" in capsys.readouterr().err


def test_a_decision_about_the_claims_of_the_list_is_for_editors(enter: Enter) -> None:
    for name, status in (("walid", 403), ("rima", 403), ("elias", 200)):
        assert enter(name).get("/bulk/incidents").status_code == status
        assert ("bulk-button" in enter(name).get("/").text) == (status == 200)
    refused = send(enter("rima"), "/bulk/incidents", kind="accept", claim=["fajr:c1"], seen="")
    assert refused.status_code == 403
    assert send(enter("elias"), "/bulk/incidents", kind="accept", claim=["fajr:c1"], seen="").status_code == 303
