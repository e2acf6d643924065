"""The review page where there is little, much or nonsense to show: an empty ledger, pages past the end, long words, and
what each correction changed."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import httpx2 as httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from tawthiq.ledger.records import Author
from tawthiq.operations import earlier, judging, recording, reviewing
from tawthiq.operations.corrections import values_of
from tawthiq.sources import read_paths
from tests import review
from tests.staff import BASE, Enter
from tests.test_who import REPORTS as NAMING
from tests.test_who import naming
from tests.visiting import Visit

WORDLESS = {"id": "calm", "outlet": "موقع النهر", "published": "2019-07-29", "text": "جلسة هادئة في قاعة البلدية."}
LONG = "بابابابا" * 30


def _ledger(folder: Path, *reports: dict[str, str]) -> str:
    source = folder / "reports.json"
    source.write_text(json.dumps(reports, ensure_ascii=False), encoding="utf-8")
    path = str(folder / "some.db")
    list(recording.add(read_paths([str(source)], BytesIO()), path, review.AUTHOR))
    return path


@pytest.fixture
def client(site: review.Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.home, headers={"Accept-Language": "en"}, follow_redirects=True) as one:
        one.get(site.door)
        yield one


def test_an_empty_ledger_says_how_to_fill_it_and_nothing_else(tmp_path: Path, site: review.Site) -> None:
    site.show(_ledger(tmp_path, WORDLESS))
    with httpx.Client(base_url=site.home, headers={"Accept-Language": "en"}, follow_redirects=True) as client:
        client.get(site.door)
        assert "tawthiq add FILE" in client.get("/").text
        assert "Every claim of this list has a decision" not in client.get("/next").text
        assert "No incident fits" not in client.get("/public").text
        assert "No incident fits" in client.get("/public?q=nothing").text


@pytest.mark.parametrize("address", ["/?page=99", "/public?page=99", "/history?page=99", "/?event=shelling&page=99"])
def test_a_page_past_the_end_is_the_last_one(client: httpx.Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.url.params["page"] == "1"
    assert "There are no incidents yet" not in answer.text
    assert "No incident fits" not in answer.text


@pytest.mark.parametrize("address", ["/history?page=two", f"/history?page={10**20}", "/spread?step=far"])
def test_what_is_no_number_in_an_address_is_told_as_a_page(client: httpx.Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, "There is no such page" in answer.text) == (404, True)


def test_a_correction_shows_what_stood_there_before(client: httpx.Client, review_ledger: str) -> None:
    claim = next(one.read.id for one in reviewing.sheet(review_ledger, "fajr").claims if "تسعة" in one.read.claim.quote)
    judge = judging.Judge(review_ledger, review.AUTHOR)
    (first,), _ = judging.correct(judge, claim, values_of(["count=10", "status=unconfirmed"]))
    judging.accept(judge, [claim])
    (second,), _ = judging.correct(judge, claim, values_of(["count=11-13"]))
    before = {id: was.fields for id, was in earlier.before(review_ledger, (first, second)).items()}
    assert {id: (was["count"]["low"], was["count"]["high"]) for id, was in before.items()} == {
        first.id: (9, 9),
        second.id: (10, 10),
    }
    assert before[first.id]["status"] == "asserted"
    judging.undo(judge, first.id)
    home = review.incidents(review_ledger)["fajr"]["id"]
    for address in (f"/claims/{quote(claim, safe='')}", "/history", f"/incidents/{home}"):
        said = re.sub(r"<[^>]+>|\s+", " ", client.get(address).text)
        assert re.search(r"How many\s+10\s+→\s+11–13", said), address
    assert re.search(r"How many\s+9\s+→\s+10", re.sub(r"<[^>]+>|\s+", " ", client.get("/history").text))
    assert "UTC" in client.get("/history").text


def said_by(answer: httpx.Response) -> str:
    return re.sub(r"\( | \)", lambda found: found[0].strip(), re.sub(r"(<[^>]+>|\s)+", " ", answer.text))


def test_every_verdict_shows_what_stood_before_it(client: httpx.Client, review_ledger: str) -> None:
    first, second, *_ = [one.read.id for one in reviewing.sheet(review_ledger, "fajr").claims]
    judge = judging.Judge(review_ledger, review.AUTHOR)
    judging.accept(judge, [first])
    (rejected,), _ = judging.reject(judge, [first])
    judging.undo(judge, rejected.id)
    (both,), _ = judging.unsure(judge, [first, second])
    assert earlier.before(review_ledger, [rejected])[rejected.id].states == (("accept", 1),)
    assert earlier.before(review_ledger, [both])[both.id].states == (("", 1), ("accept", 1))
    history = said_by(client.get("/history"))
    for words in ("not decided → accepted", "accepted → rejected", "not decided 1 , accepted 1 → left open"):
        assert words in history, words
    assert f"took back · rejected (سلمى) {first}" in history
    client.cookies.set("tawthiq_view", "ar.latin.both.1.1.1.A")
    assert "بلا قرار ← قبول" in said_by(client.get("/history"))
    assert "بلا قرار ← قبول" in said_by(client.get(f"/claims/{quote(first, safe='')}"))


def test_a_merge_and_a_split_show_the_incidents_before_and_after(client: httpx.Client, review_ledger: str) -> None:
    incidents = review.incidents(review_ledger)
    (kept, gone), sizes = (incidents[id]["id"] for id in ("fajr", "nahr")), {
        one["id"]: len(one["claims"]) for one in incidents.values()
    }  # fmt: skip
    judge = judging.Judge(review_ledger, review.AUTHOR)
    (merged,), _ = judging.merge(judge, [kept, gone])
    was = earlier.before(review_ledger, [merged])[merged.id]
    assert (dict(was.before), dict(was.after)) == (
        {kept: sizes[kept], gone: sizes[gone]},
        {kept: sizes[kept] + sizes[gone]},
    )
    chosen = [one.read.id for one in reviewing.sheet(review_ledger, "fajr").claims[:2]]
    (apart, together), (_, new) = judging.split(judge, kept, chosen)
    found = earlier.before(review_ledger, [apart, together, merged])
    assert found[merged.id] == was
    assert dict(found[apart.id].before) == {kept: sizes[kept] + sizes[gone]}
    assert dict(found[apart.id].after) == {kept: sizes[kept] + sizes[gone] - 2, new: 2}
    assert found[together.id] == earlier.Earlier()
    history = said_by(client.get("/history"))
    split = f"split off · {kept} (6 claims) → {kept} (4 claims) + {new} (2 claims)"
    merge = f"merged · {kept} (5 claims) + {gone} (1 claim) → {kept} (6 claims)"
    for words in (split, merge, "kept together"):
        assert words in history, words
    assert split in said_by(client.get(f"/incidents/{new}"))


@pytest.mark.parametrize(
    ("language", "why", "was_in", "gone"),
    [
        ("en", "In no incident: a toll of 549 days", "It was in this incident", "Claims that left it"),
        ("ar", "ليست في حادثة: حصيلة فترة عدد أيامها 549", "وكانت في هذه الحادثة", "إفادات خرجت منها"),
    ],
)
def test_a_claim_of_a_long_period_says_why_it_is_in_no_incident(
    client: httpx.Client, review_ledger: str, language: str, why: str, was_in: str, gone: str
) -> None:
    client.cookies.set("tawthiq_view", f"{language}.latin.both.1.1.1.A")
    home = review.incidents(review_ledger)["fajr"]["id"]
    claim = next(one.read.id for one in reviewing.sheet(review_ledger, "fajr").claims if "تسعة" in one.read.claim.quote)
    assert gone not in said_by(client.get(f"/incidents/{home}"))
    judge = judging.Judge(review_ledger, review.AUTHOR)
    judging.correct(judge, claim, values_of(["time=2018-01-27..2019-07-29"]))
    page = client.get(f"/claims/{quote(claim, safe='')}")
    assert why in said_by(page)
    assert was_in in said_by(page)
    assert f'href="/incidents/{home}"' in page.text
    assert why in said_by(client.get("/reports/fajr"))
    incident = said_by(client.get(f"/incidents/{home}"))
    assert gone in incident
    assert why in incident
    judging.undo(judge)
    assert why not in said_by(client.get(f"/claims/{quote(claim, safe='')}"))
    assert gone not in said_by(client.get(f"/incidents/{home}"))


def test_who_is_who_shows_what_was_said_before(tmp_path: Path) -> None:
    path = _ledger(tmp_path, *NAMING)
    pair = [naming(path, "gate", "فادي رباح"), naming(path, "ward", "فادي رباح")]
    judge = judging.Judge(path, review.AUTHOR)
    made = [judging.same_person(judge, pair), judging.other_person(judge, pair), judging.same_person(judge, pair)]
    decisions = [one.judgements[0] for one in made]
    found = earlier.before(path, decisions)
    assert [dict(found[one.id].states) for one in decisions] == [{"": 1}, {"same_person": 1}, {"other_person": 1}]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("٢٠١٩-٠٧-٣٠", "2019-07-27", "The last day is before the first"),
        ("2019-13-45", "2019-07-27", "«2019-13-45» is no day"),
        ("2019-07-27", "2019-07-46", "«2019-07-46» is no day"),
        ("2019-07-20", "2019-07-27", ""),
    ],
)
def test_a_day_that_was_forgotten_is_not_put_in_order_unasked(
    client: httpx.Client, review_ledger: str, start: str, end: str, said: str
) -> None:
    claim = reviewing.sheet(review_ledger, "fajr").claims[0].read.id
    form = {"kind": "correct", "claim": claim, "start": start, "end": end, "was_start": "2019-07-27"}
    seal = re.findall(r'data-seal="(\w+)"', client.get("/settings").text)[0]
    sent = {"seal": seal, **form, "was_end": "2019-07-27"}
    answer = client.post("/decide", data=sent, headers={"Accept": "application/json"})
    assert answer.json().get("said", "").startswith(said)
    assert (answer.status_code, len(judging.judgements(review_ledger))) == ((400, 0) if said else (200, 1))


def test_the_log_names_what_each_entry_added(ledger_of_team: str, enter: Enter) -> None:
    claims = [one.read.id for one in reviewing.sheet(ledger_of_team, "fajr").claims]
    judge = judging.Judge(ledger_of_team, Author("rima", "tests"))
    judging.reject(judge, claims[:2])
    judging.undo(judge)
    page = enter("amal").get("/log", headers={"Accept-Language": "en"}).text
    rows = [re.sub(r"<[^>]+>|\s+", " ", row).split() for row in page.split("<tr>")[2:]]
    said = [" ".join(row) for row in rows]
    assert "decision · took back" in said[0]
    assert f"decision · rejected {claims[0]} 2 claims" in said[1]
    assert [id for id in ("fajr", "nahr", "tall") if any(f"report · {id} " in row for row in said)] == [
        "fajr",
        "nahr",
        "tall",
    ]
    assert f'href="/claims/{quote(claims[0], safe="")}"' in page


def test_the_door_speaks_the_language_that_is_chosen(app: FastAPI) -> None:
    with TestClient(app, base_url=BASE, headers={"Accept-Language": "en"}) as stranger:
        page = stranger.get("/history").text
        (other,) = re.findall(r'href="(/sign-in\?language=ar[^"]*)"', page)
        arabic = stranger.get(other.replace("&amp;", "&")).text
    assert 'dir="rtl"' in arabic
    assert 'name="then" value="/history"' in arabic


def test_what_was_taken_back_is_said_wherever_one_is(visit: Visit) -> None:
    claims = [
        one.read.id for report in ("fajr", "nahr", "tall") for one in reviewing.sheet(visit.ledger, report).claims
    ]
    judge = judging.Judge(visit.ledger, review.AUTHOR)
    judging.accept(judge, claims[1:])
    judging.reject(judge, claims[:1])
    visit.go("/next")
    expect(visit.page.locator("main .note")).to_be_visible()
    visit.press("KeyZ")
    expect(visit.page.locator("#told")).to_contain_text(claims[0])
    expect(visit.page.locator("main .note")).to_have_count(0)
    visit.press("KeyZ")
    expect(visit.page.locator("#told")).to_contain_text(str(len(claims) - 1))
    assert not visit.verdicts


def test_words_without_an_end_stay_on_a_phone(visit: Visit, site: review.Site, tmp_path: Path) -> None:
    text = f"قال المتحدث باسم كتائب {LONG} إن غارة على مدينة معرة النعمان أمس السبت قتلت تسعة مدنيين. {LONG * 3}"
    report = {"id": "l" * 90, "outlet": LONG, "title": LONG, "url": f"https://example.org/{'x' * 300}", "text": text}
    path = _ledger(tmp_path, {**report, "published": "2019-07-28"})
    site.show(path)
    site.let_in(visit.page.context)
    visit.page.set_viewport_size({"width": 360, "height": 740})
    (incident,) = review.incidents(path).values()
    for address in (f"/incidents/{incident['id']}", f"/reports/{report['id']}", f"/claims/{incident['claims'][0]}"):
        visit.go(address)
        assert visit.page.evaluate("document.documentElement.scrollWidth") == 360, address
    visit.page.fill("#actors", LONG * 9)
    visit.page.click(".correct button.strong")
    expect(visit.page.locator(".correct .problem")).not_to_be_empty()
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360


def test_some_months_are_named_on_the_timeline_and_many_years_by_year(
    visit: Visit, site: review.Site, tmp_path: Path
) -> None:
    labels = visit.page.locator("#timeline text")
    visit.go("/")
    expect(labels.first).to_have_text("2018-03")
    first, nahr = dict(review.REPORTS[0]), dict(review.REPORTS[1])
    site.show(_ledger(tmp_path, first, {**nahr, "published": "2012-07-29"}))
    site.let_in(visit.page.context)
    visit.go("/")
    expect(labels.first).to_have_text("2012")


def test_the_timeline_has_the_digits_of_its_reader_and_runs_from_year_to_month(visit: Visit) -> None:
    visit.page.context.add_cookies([{"name": "tawthiq_view", "value": "ar.arabic.both.1.1.1.A", "url": visit.home}])
    visit.go("/")
    expect(visit.page.locator("#timeline text").first).to_have_text("٢٠١٨-٠٣")
    expect(visit.page.locator("#timeline title").first).to_have_text("\u2066\u202d٢٠١٨-٠٣\u202c\u2069: ١")


def test_one_month_has_no_timeline_and_no_hint_at_it(visit: Visit, site: review.Site, tmp_path: Path) -> None:
    site.show(_ledger(tmp_path, dict(review.REPORTS[0])))
    site.let_in(visit.page.context)
    visit.go("/")
    expect(visit.page.locator(".list tbody tr")).to_have_count(1)
    expect(visit.page.locator(".under-map .drag")).to_be_hidden()
