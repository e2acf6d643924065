"""Who is who on the review page and over its API. All names are invented."""

import json
import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tawthiq.operations import access, judging, recording
from tawthiq.operations.access import Rule
from tawthiq.sources import read_paths
from tawthiq.web import people
from tawthiq.web.pages import names as pages
from tawthiq.web.team import Serving, application
from tests import review
from tests.staff import Enter, entering, hire, send
from tests.test_review import Client
from tests.test_who import AUTHOR, REPORTS, naming, who


@pytest.fixture
def named(tmp_path: Path) -> str:
    path, source = str(tmp_path / "named.db"), tmp_path / "reports.json"
    source.write_text(json.dumps(REPORTS, ensure_ascii=False), encoding="utf-8")
    list(recording.add(read_paths([str(source)], sys.stdin.buffer), path, AUTHOR))
    return path


@pytest.fixture
def client(site: review.Site, named: str) -> Iterator[Client]:
    site.show(named)
    found = Client(site, named)
    yield found
    found.http.close()


def section(page: str) -> str:
    return page.partition('id="named"')[2].partition("</section>")[0]


def test_a_suggestion_is_decided_on_the_page_and_taken_back(named: str, client: Client) -> None:
    hurt, dead = naming(named, "gate", "فادي رباح"), naming(named, "ward", "فادي رباح")
    page = f"/incidents/{client.incident('gate')}"
    asked = section(client.get(page))
    assert "لعله" in asked and "توفي لاحقا" in asked
    assert '<q class="veil" tabindex="0"><bdi lang="ar">فادي رباح</bdi></q>' in asked
    assert client.post("/who", kind="same_person", naming=[hurt, dead], then=page).status_code in (200, 303)
    after = section(client.get(page))
    assert "هو نفسه" in after and "لعله" not in after
    assert "الشخص نفسه" in client.get("/history") and 'href="/reports/ward"' in client.get("/history")
    client.post("/undo", then=page)
    assert "لعله" in section(client.get(page))
    client.post("/who", kind="other_person", naming=[hurt, dead], note="قريبان", then=page)
    assert "لعله" not in section(client.get(page)) and "قريبان" in client.get(page)
    assert client.post("/who", kind="accept", naming=[hurt, dead]).status_code == 400
    assert client.post("/who", kind="same_person", naming=[hurt, "gate:v99"]).status_code == 404


def test_the_page_of_names(named: str, client: Client) -> None:
    everybody = re.findall(r'<li id="name-([^"]+)"', client.get("/names"))
    assert set(everybody) == set(who(named))
    assert len(re.findall(r'<li id="name-', client.get("/names?doubtful=1"))) == 2
    assert len(re.findall(r'<li id="name-', client.get("/names?name=Fadi+Rabah&since=2024-01-12"))) == 1
    assert "لا أحد بهذا الاسم" in client.get("/names?name=Nobody")


def test_page_after_page_of_names_has_everybody_once(
    named: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_ENOUGH", 1)
    found: list[str] = []
    address: str | None = "/names"
    while address:
        page = client.get(address)
        found += re.findall(r'<li id="name-([^"]+)"', page)
        onward = re.search(r'class="pages".*?href="([^"]+)"', page)
        address = unescape(onward[1]) if onward else None
    assert sorted(found) == sorted(who(named))


def test_in_a_long_list_those_in_doubt_are_looked_for_step_by_step(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = re.findall(r'<li id="name-([^"]+)"', client.get("/names?doubtful=1"))
    monkeypatch.setattr(people, "LOOKED", 1)
    found, steps, address = [], 0, "/names?doubtful=1&name=رباح"
    while address:
        page = client.get(address)
        found += re.findall(r'<li id="name-([^"]+)"', page)
        onward = re.search(r'class="pages".*?href="([^"]+)"', page)
        assert ("لم تُفحص بعد" in page and "متابعة الفحص" in page) == bool(onward)
        address, steps = unescape(onward[1]) if onward else "", steps + 1
    assert sorted(found) == sorted(everybody)
    assert steps == 2
    assert "لا أحد ممن تسميهم" in client.get("/names?doubtful=1&name=الدراج")


@pytest.fixture
def enter(named: str):  # type: ignore[no-untyped-def]
    hire(named)
    with entering(application(Serving(named))) as entered:
        yield entered


def test_the_api_lists_and_decides(named: str, enter: Enter) -> None:
    hurt, dead = naming(named, "gate", "فادي رباح"), naming(named, "ward", "فادي رباح")
    found = enter("rima").get("/api/v1/names", params={"doubtful": True}).json()
    assert {one["id"] for one in found} == {hurt, dead}
    assert found[0]["others"][0]["decided"] is None
    assert send(enter("walid"), "/who", kind="same_person", naming=[hurt, dead]).status_code == 403
    assert send(enter("rima"), "/who", kind="same_person", naming=[hurt, dead]).status_code == 303
    seal = re.findall(r'data-seal="(\w+)"', enter("elias").get("/settings").text)[0]
    body = {"kind": "other_person", "names": [hurt, dead], "note": "two"}
    added = enter("elias").post("/api/v1/decisions", json=body, headers={"x-seal": seal})
    assert added.status_code == 201
    assert added.json()["judgements"][0]["kind"] == "other_person"
    assert enter("rima").get("/api/v1/names", params={"doubtful": True}).json() == []
    assert send(enter("rima"), "/undo", judgement=added.json()["judgements"][0]["id"]).status_code == 403


def test_what_is_not_for_somebody_is_no_suggestion(named: str, enter: Enter) -> None:
    hurt, dead = naming(named, "gate", "فادي رباح"), naming(named, "ward", "فادي رباح")
    access.add(named, "kept", [Rule("report", "ward")])
    assert enter("rima").get("/api/v1/names", params={"doubtful": True}).json() == []
    assert send(enter("rima"), "/who", kind="same_person", naming=[hurt, dead]).status_code == 404
    judging.same_person(judging.Judge(named, AUTHOR), [hurt, dead])
    incident = who(named)[hurt].incident["id"]
    for address in (
        f"/incidents/{incident}",
        "/names",
        "/history",
        f"/api/v1/incidents/{incident}",
        "/api/v1/decisions",
    ):
        assert "ward" not in enter("rima").get(address).text, address
    assert who(named)[dead].incident["id"] in enter("amal").get(f"/incidents/{incident}").text
