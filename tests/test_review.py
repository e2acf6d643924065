"""The review page without a browser: who is let in, what pages say, what forms do."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import httpx2 as httpx
import pytest
from markupsafe import Markup

from tawthiq.cli import main
from tawthiq.contract import Json
from tawthiq.exporters.countries import country
from tawthiq.exporters.public import coarse
from tawthiq.ledger import told
from tawthiq.model import Count
from tawthiq.operations import judging, recording, reviewing, searches
from tawthiq.operations.listing import Step
from tawthiq.sources import read_paths
from tawthiq.web import corrections, local, preferences, query
from tawthiq.web.chart import chart
from tawthiq.web.desk import place_in, templates
from tawthiq.web.figures import Figures, plain
from tawthiq.web.guard import POLICY
from tawthiq.web.preferences import Preferences
from tawthiq.web.wording import wording
from tests import review

WEB = Path(__file__).resolve().parent.parent / "src" / "tawthiq" / "web"
ARABIC, ENGLISH = Preferences(), Preferences(language="en")


class Client:
    """A person with the key."""

    def __init__(self, site: review.Site, path: str) -> None:
        self.ledger = path
        self.http = httpx.Client(base_url=site.home, headers={"Accept-Language": "ar"})
        self.http.get(site.door)

    def get(self, address: str) -> str:
        answer = self.http.get(address)
        assert answer.status_code == 200, answer.text
        return answer.text

    @property
    def seal(self) -> str:
        found = re.search(r'data-seal="(\w+)"', self.get("/settings"))
        assert found
        return found[1]

    def post(self, address: str, **form: str | list[str]) -> httpx.Response:
        return self.http.post(address, data={"seal": self.seal, **form})

    def incident(self, report: str) -> str:
        return str(review.incidents(self.ledger)[report]["id"])


@pytest.fixture
def client(site: review.Site, review_ledger: str) -> Iterator[Client]:
    found = Client(site, review_ledger)
    yield found
    found.http.close()


def test_only_who_has_the_key_is_let_in_and_only_under_this_name(client: Client) -> None:
    stranger = httpx.Client(base_url=client.http.base_url)
    with stranger:
        for address in ("/", f"/incidents/{client.incident('fajr')}", "/static/page.js", "/open?key=guess"):
            answer = stranger.get(address)
            assert (answer.status_code, "tawthiq review" in answer.text) == (403, True)
        assert stranger.post("/decide").status_code == 403
    assert client.http.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert client.http.post("/undo", headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.http.post("/decide", data={"kind": "accept", "claim": "fajr:c1"}).status_code == 403
    assert not judging.judgements(client.ledger)


@pytest.mark.parametrize("address", ["/", "/history", "/settings", "/static/page.css", "/nowhere", "/reports/tall"])
def test_every_answer_says_what_a_browser_may_do(client: Client, address: str) -> None:
    headers = client.http.get(address).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")


def test_nothing_comes_from_elsewhere() -> None:
    for file in [*WEB.rglob("*.html"), *(WEB / "static").glob("*.*")]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"""(?:src|href|url\(|from|import)\s*[=(]?\s*["'(]?(?:https?:)?//""", text), file.name
        assert not re.search(r"""<script>|\son\w+=|style=["']|javascript:""", text), (
            f"{file.name}: the policy refuses it"
        )


def test_one_sheet_serves_both_directions_of_writing() -> None:
    sided = re.compile(
        r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
    )
    for file in (WEB / "static").glob("*.css"):
        assert not sided.findall(file.read_text(encoding="utf-8")), file.name


def test_both_languages_say_the_same_things() -> None:
    words = {language: tomllib.loads((WEB / "words" / f"{language}.toml").read_text()) for language in ("ar", "en")}
    for section in set(words["en"]) - {"counts", "months", "order", "reason", "error"}:
        assert set(words["ar"][section]) == set(words["en"][section]), section
    assert [row["en"] for row in words["ar"]["error"]] == [row["en"] for row in words["en"]["error"]]
    said = {key for file in WEB.rglob("*.html") for key in re.findall(r"""\bt\("(\w+)["]""", file.read_text())}
    assert said - set(words["en"]["ui"]) <= {
        "order_",
        "facet_",
        "book_",
        "key_",
        "set_",
        "bulk_",
        "error_",
        "second_",
        "second_holds_",
    }


@pytest.mark.parametrize(
    ("low", "high", "modifier", "text"),
    [
        (30, 35, "between", "30–35"), (91, 91, "exact", "91"), (12, None, "at_least", "≥12"),
        (None, 12, "at_most", "≤12"), (20, 20, "about", "~20"), (1200, 1450, "between", "1,200–1,450"),
    ],
)  # fmt: skip
def test_a_figure_runs_from_low_to_high_whatever_stands_around_it(
    low: int | None, high: int | None, modifier: str, text: str
) -> None:
    shown = Figures(ARABIC, wording("ar")).count(Count(low, high, modifier))
    assert shown == f'<bdi dir="ltr">{text}</bdi>'


def test_where_no_tags_can_stand_a_figure_runs_the_same_way_and_words_their_own() -> None:
    figures = Figures(ARABIC, wording("ar"))
    assert plain(figures.range(30, 35)) == "\u2066\u202d30–35\u202c\u2069"
    assert plain(figures.count(Count(None, None, "vague", "dozens"))) == "عشرات"


def test_digits_and_months_are_a_matter_of_taste() -> None:
    arabic = Figures(Preferences(digits="arabic", months="levant"), wording("ar"))
    assert arabic.range(1230, 1235) == '<bdi dir="ltr">١٬٢٣٠–١٬٢٣٥</bdi>'
    assert arabic.day("2016-09-23") == '<time dir="auto">٢٣ أيلول ٢٠١٦</time>'
    both = Figures(ARABIC, wording("ar"))
    assert both.day("2016-09-23") == '<time dir="auto">23 أيلول/سبتمبر 2016</time>'
    assert (
        both.day("2016-09-23", "2016-09-25") == '<time dir="auto"><bdi dir="ltr">23–25</bdi> أيلول/سبتمبر 2016</time>'
    )
    assert (
        Figures(ENGLISH, wording("en")).day("2016-09-23", "2016-10-01")
        == '<time dir="auto">23 September – 1 October 2016</time>'
    )


def test_preferences_come_back_from_their_cookie() -> None:
    wanted = preferences.changed(ARABIC, {"language": "en", "digits": "arabic", "keys": "0", "accept": "KeyQ"})
    assert preferences.read(preferences.written(wanted), "ar") == wanted
    assert preferences.changed(ARABIC, {"accept": "KeyX"}) == ARABIC  # two actions on one key
    assert preferences.changed(ARABIC, {"language": "fr", "months": "moon"}) == ARABIC
    assert preferences.read("nonsense", "en-GB,en").language == "en"


def test_the_address_holds_the_whole_query() -> None:
    asked = query.parse([("q", "سوق"), ("grade", "fair"), ("grade", "weak"), ("since", "2019-01-01"), ("killed", "5"),
                         ("order", "killed"), ("page", "x"), ("until", "soon")])  # fmt: skip
    assert asked.chosen["grade"] == ("fair", "weak")
    assert (asked.until, asked.page) == ("", 1)
    again = query.parse([tuple(map(unescape, pair)) for pair in httpx.QueryParams(asked.address).multi_items()])
    assert again == replace(asked, unread=())


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2019-07-28", "2019-07-28", ("2019-07-28", "2019-07-28", ())),
        ("٢٠١٩-٠٧-٢٨", "2019/7/28", ("2019-07-28", "2019-07-28", ())),
        ("2019", "2019", ("2019-01-01", "2019-12-31", ())),
        ("2020-02", "٢٠٢٠-٢", ("2020-02-01", "2020-02-29", ())),
        ("28.7.2019", "2019-13", ("", "", ("28.7.2019", "2019-13"))),
        ("2019-02-30", "", ("", "", ("2019-02-30",))),
    ],
)
def test_days_are_written_one_way_in_both_languages(since: str, until: str, found: tuple[str, str, object]) -> None:
    asked = query.parse([("since", since), ("until", until)])
    assert (asked.since, asked.until, asked.unread) == found


@pytest.mark.parametrize(
    ("written", "killed", "told"), [("10", 10, False), ("١٠", 10, False), ("ten", None, True), ("-3", None, True)]
)
def test_a_number_that_is_none_is_told(client: Client, written: str, killed: int | None, told: bool) -> None:
    assert query.parse([("killed", written)]).killed == killed
    assert (f"ليس هذا عددا: <bdi>{written}</bdi>" in client.get(f"/?killed={written}")) == told


def test_what_is_no_day_is_said(client: Client) -> None:
    assert "28.7.2019" in client.get("/?since=28.7.2019").partition('role="alert"')[2]


def test_the_list_is_narrowed_by_words_places_days_figures_and_facets(client: Client) -> None:
    for asked, wanted in (
        ("", {"fajr", "nahr", "tall"}), ("q=سوق", {"fajr"}), ("place=دوما", {"tall"}), ("since=2019-07-28", {"nahr"}),
        ("killed=9", {"fajr"}), ("event=shelling", {"nahr"}),
        ("event=shelling&event=airstrike&until=2018-12-31", {"tall"}), ("country=YE", set()), ("checked=all", set()),
    ):  # fmt: skip
        page = client.get(f"/?{asked}")
        shown = {report for report, one in review.incidents(client.ledger).items() if f"/incidents/{one['id']}" in page}
        assert shown == wanted, asked


def test_a_search_is_kept_by_name_for_one_person(client: Client) -> None:
    asked = "q=%D8%B3%D9%88%D9%82&killed=5"
    assert client.post(f"/searches?{asked}", name="أسواق <mark>").headers["location"] == f"/?{asked}"
    page = client.get("/")
    assert f'href="/?{asked.replace("&", "&amp;")}"' in page
    assert "<mark>" not in page
    client.post("/searches?event=shelling", name="أسواق <mark>")
    assert searches.kept(client.ledger, review.AUTHOR.who) == {"أسواق <mark>": "event=shelling"}
    assert searches.kept(client.ledger, "Omar") == {}
    assert client.post("/searches?event=shelling", name=" ").status_code == 400
    client.post("/searches", drop="أسواق <mark>")
    assert searches.kept(client.ledger, review.AUTHOR.who) == {}


def test_the_map_has_land_also_without_the_fine_one(client: Client) -> None:
    assert "data-outlines=" in client.get("/")
    land = client.http.get("/static/outlines.json").json()
    assert all(
        -180 <= lon <= 180 and -90 <= lat <= 90 for rings in land.values() for ring in rings for lon, lat in ring
    )


def test_an_incident_shows_who_says_how_many(client: Client) -> None:
    page = client.get(f"/incidents/{client.incident('fajr')}")
    assert '<bdi dir="ltr">9–12</bdi>' in page
    assert "الدفاع المدني" in page
    assert "مدير المستشفى" in page
    for book in ("ibc", "ucdp", "acled", "nonsense"):
        client.get(f"/incidents/{client.incident('fajr')}?book={book}")


def test_an_incident_lists_the_named_victims_covered(tmp_path: Path, site: review.Site) -> None:
    path, source = str(tmp_path / "named.db"), tmp_path / "named.jsonl"
    text = "قتل خمسة مدنيين أمس في غارة على أريحا. وقال مصدر طبي إن القتلى هم: الطفلة ريم الدراج (9 أعوام)، وهند شاكر."
    source.write_text(json.dumps({"id": "n", "published": "2019-07-28", "text": text}), encoding="utf-8")
    list(recording.add(read_paths([str(source)], BytesIO()), path, review.AUTHOR))
    site.show(path)
    found = Client(site, path)
    page = found.get(f"/incidents/{found.incident('n')}")
    found.http.close()
    section = page.partition('id="named"')[2].partition("</section>")[0]
    covered = re.findall(r'<q class="veil" tabindex="0"><bdi lang="ar">([^<]+)</bdi></q>', section)
    assert covered == ["ريم الدراج", "هند شاكر"]
    assert "مصدر طبي" in section
    spans = json.loads(unescape(re.findall(r'data-spans="([^"]+)"', page)[0]))
    assert set(covered) <= {text[start:end] for _, start, end, names, _ in spans if names}


def test_what_a_form_corrects_is_only_what_was_changed(client: Client) -> None:
    claim = next(one for one in reviewing.sheet(client.ledger, "fajr").claims if one.now.claim.outcome == "injured")
    fields = corrections.texts_of(claim.now.claim)
    assert fields["count"] == "30-35"
    was = {f"was_{field}": value for field, value in fields.items()}
    sent = {**was, **fields, "count": "٣٢-٣٨"}
    assert corrections.changes({key: [value] for key, value in sent.items()}, wording("ar")) == ["count=32-38"]
    answer = client.post("/decide", kind="correct", claim=claim.read.id, seen="", **sent)
    assert answer.status_code == 303
    now = next(one for one in reviewing.sheet(client.ledger, "fajr").claims if one.read.id == claim.read.id)
    assert (now.verdict, now.now.claim.count, now.read.claim.count) == (
        "correct", Count(32, 38, "between"), Count(30, 35, "between"),
    )  # fmt: skip
    assert '<bdi dir="ltr">32–38</bdi>' in client.get(f"/claims/{quote(claim.read.id)}")


@pytest.mark.parametrize(
    ("field", "value"), [("count", "many"), ("place", "لا مكان بهذا الاسم"), ("actors", "nobody_known")]
)
def test_a_correction_that_cannot_be_read_is_refused_with_what_it_takes(client: Client, field: str, value: str) -> None:
    claim = reviewing.sheet(client.ledger, "fajr").claims[0]
    sent = {f"was_{field}": "", field: value}
    answer = client.http.post(
        "/decide", data={"seal": client.seal, "kind": "correct", "claim": claim.read.id, **sent},
        headers={"Accept": "application/json"},
    )  # fmt: skip
    assert answer.status_code == 400
    assert value.split()[0] in answer.json()["said"]
    assert not judging.judgements(client.ledger)


def test_verdicts_count_and_can_be_taken_back(client: Client) -> None:
    twelve = next(one.read.id for one in reviewing.sheet(client.ledger, "fajr").claims if "12" in one.read.claim.quote)
    client.post("/decide", kind="reject", claim=twelve, seen="", note="رقم قديم")
    assert review.killed(client.ledger, "fajr") == (9, 9)
    assert "رقم قديم" in client.get("/history")
    client.post("/undo")
    assert review.killed(client.ledger, "fajr") == (9, 12)
    client.post("/decide", kind="unsure", claim=twelve, seen="")
    assert review.killed(client.ledger, "fajr") == (9, 12)
    assert reviewing.verdicts(client.ledger) == {twelve: "unsure"}
    assert client.post("/undo", judgement="jnone").status_code == 404


def test_what_others_decided_meanwhile_is_shown_and_nothing_is_lost(client: Client) -> None:
    claim = reviewing.sheet(client.ledger, "nahr").claims[0].read.id
    judging.reject(judging.Judge(client.ledger, review.AUTHOR._replace(who="Omar")), [claim])
    answer = client.post("/decide", kind="accept", claim=claim, seen="", note="راجعته")
    assert answer.status_code == 409
    assert "Omar" in answer.text
    assert 'value="راجعته"' in answer.text
    assert reviewing.verdicts(client.ledger) == {claim: "reject"}
    client.post("/decide", kind="accept", claim=claim, note="راجعته")  # what the page's own form sends: decided anyway
    assert reviewing.verdicts(client.ledger) == {claim: "accept"}
    # The same decision again, since its answer was lost on the way, is no other one.
    assert client.post("/decide", kind="accept", claim=claim, seen="").status_code == 303
    assert len(judging.judgements(client.ledger)) == 2


def test_several_claims_are_decided_in_one_go_after_a_preview(client: Client) -> None:
    incident = client.incident("fajr")
    claims = [one.read.id for one in reviewing.sheet(client.ledger, "fajr").claims][:2]
    asked = "&".join(f"claim={claim}" for claim in claims)
    assert all(claim in client.get(f"/bulk?kind=accept&incident={incident}&{asked}") for claim in claims)
    assert not judging.judgements(client.ledger)
    client.post("/decide", kind="accept", claim=claims)
    assert reviewing.verdicts(client.ledger) == dict.fromkeys(claims, "accept")
    assert client.http.get(f"/bulk?kind=accept&incident={incident}").status_code == 400


def test_merge_and_split_show_both_sides_first(client: Client) -> None:
    before = review.incidents(client.ledger)
    ids = [before["fajr"]["id"], before["nahr"]["id"]]
    preview = client.get(f"/merge?incident={ids[0]}&incident={ids[1]}")
    assert '<bdi dir="ltr">4–12</bdi>' in preview
    assert review.incidents(client.ledger) == before
    client.post("/merge", incident=ids)
    assert review.killed(client.ledger, "fajr") == (4, 12)
    claims = [one.read.id for one in reviewing.sheet(client.ledger, "nahr").claims]
    assert '<bdi dir="ltr">9–12</bdi>' in client.get(f"/split?incident={ids[0]}&claim={claims[0]}")
    client.post("/split", incident=ids[0], claim=claims)
    assert review.killed(client.ledger, "fajr") == (9, 12)
    assert client.http.get(f"/merge?incident={ids[0]}").status_code == 400


def test_a_page_reads_the_decisions_on_what_it_shows_and_no_others(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, other = (reviewing.sheet(client.ledger, report).claims[0].read.id for report in ("fajr", "nahr"))
    for _ in range(3):
        judging.accept(judging.Judge(client.ledger, review.AUTHOR), [other])
    judging.accept(judging.Judge(client.ledger, review.AUTHOR), [mine])
    pages = [f"/claims/{quote(mine)}", f"/incidents/{client.incident('fajr')}", "/?event=airstrike"]
    parsed = told.chain.parsed
    read: list[str] = []
    monkeypatch.setattr(told.chain, "parsed", lambda text, what: read.append(what) or parsed(text, what))
    for address in pages:
        read.clear()
        client.get(address)
        assert len({what for what in read if what.startswith("judgement")}) <= 1, address


def test_next_for_me_goes_through_what_nobody_decided_about(client: Client) -> None:
    seen = []
    while "/claims/" in (address := client.http.get("/next?order=oldest").headers["location"]):
        claim = re.sub(r"\?.*", "", address).removeprefix("/claims/").replace("%3A", ":")
        seen.append(claim)
        assert client.post("/decide", kind="accept", claim=claim, seen="").status_code == 303
    counted = [claim for one in review.incidents(client.ledger).values() for claim in one["claims"]]
    assert sorted(seen) == sorted(counted)
    assert seen[0].startswith("tall:")


@pytest.mark.parametrize(
    "address", ["/incidents/i0", "/claims/fajr:c99", "/claims/none", "/reports/none", "/nowhere", "/split?incident=i0"]
)
def test_what_is_not_there_is_said_without_a_traceback(client: Client, address: str) -> None:
    answer = client.http.get(address)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_nobody_is_sent_to_another_site(client: Client) -> None:
    for then in ("https://evil.example/", "//evil.example", "/\\evil.example", ""):
        answer = client.post("/settings", language="en", then=then)
        assert answer.headers["location"] in ("/", "/settings")


def test_without_its_libraries_the_command_says_what_to_install() -> None:
    script = "import sys; sys.modules['fastapi'] = None; from tawthiq.cli import main; sys.exit(main(['review']))"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "pip install -e '.[review]'" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_ledger_that_is_not_there_and_a_port_in_use_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", "--ledger", str(tmp_path / "none.db"), "--no-open"]) == 2
    assert "none.db" in capsys.readouterr().err
    path = review.ledger(tmp_path)
    with closing(local.listening(0)) as taken:
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["review", "--ledger", path, "--no-open", "--port", port]) == 2
    assert port in capsys.readouterr().err
    assert main(["review", "--ledger", path, "--no-open", "--port", "99999"]) == 2


def test_the_toll_is_drawn_over_time_in_the_direction_of_the_interface() -> None:
    days = ("2019-07-27", "2019-07-28", "2019-07-28", "2019-07-31")
    figures = ((9, 9), (12, 12), (12, 12), (10, 14))
    steps = [
        Step(day, "killed", low, high, "exact", f"r:c{at}", "s")
        for at, (day, (low, high)) in enumerate(zip(days, figures, strict=True))
    ]
    for direction, turned in (("ltr", False), ("rtl", True)):
        found = chart(steps, direction)
        assert found
        across = [point.x for point in found.points]
        assert across == sorted(across, reverse=turned)
        assert [point.named for point in found.points] == [True, True, False, True]  # no number over another
        assert found.points[3].y_high < found.points[3].y_low < found.points[0].y_high
    assert chart(steps[1:3], "rtl") is None
    close = [Step("2019-07-27", "killed", n, n, "exact", f"r:c{n}", "s") for n in (20, 22, 40)]
    later = Step("2019-07-28", "killed", 41, 41, "exact", "r:c9", "s")
    found = chart([*close, later], "ltr")
    assert found and [point.named for point in found.points] == [False, True, True, True]  # nor a point over a number


@pytest.mark.parametrize(
    ("format", "starts"), [("csv", b"\xef\xbb\xbf"), ("jsonl", b"{"), ("geojson", b"{"), ("bundle", b"PK")]
)
def test_what_the_list_asks_for_is_exported(client: Client, format: str, starts: bytes) -> None:
    answer = client.http.get(f"/export/{format}?event=shelling")
    assert answer.status_code == 200
    assert answer.content.startswith(starts)
    assert "attachment" in answer.headers["content-disposition"]
    if format == "jsonl":
        assert "أربعة مدنيين" in answer.text
        assert "تسعة مدنيين" not in answer.text
        assert "أربعة مدنيين" not in client.http.get("/export/jsonl?event=shelling&public=1").text
    assert client.http.get("/export/nonsense").status_code == 400


@pytest.mark.parametrize("address", ["/incidents/{}", "/incidents/{}/public"])
def test_a_toll_of_which_every_claim_was_rejected_leaves_no_empty_row(client: Client, address: str) -> None:
    claims = [one.read for one in reviewing.sheet(client.ledger, "fajr").claims]
    injured = [read.id for read in claims if read.claim.outcome == "injured"]
    judging.reject(judging.Judge(client.ledger, review.AUTHOR), injured)
    page = client.get(address.format(client.incident("fajr")))
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td class="num big">(.*?)</td>', page)
    assert [name for name, _ in rows] == ["قتلى", "استهداف"]
    assert all(figure for _, figure in rows)


def test_places_and_doers_are_in_arabic_where_no_report_says_how() -> None:
    place = {"name": "Aleppo", "text": None, "country": "SY", "level": "town"}
    assert place_in(place, "ar") == "حلب"
    assert place_in({**place, "text": "حلب الشهباء"}, "ar") == "حلب الشهباء"
    assert place_in(place, "en") == "Aleppo"
    assert place_in({**place, "name": "Nowhere"}, "ar") == "Nowhere"
    assert place_in(None, "ar") == ""
    assert wording("ar").name("actor", "other:Libyan army") == "الجيش الليبي"
    assert wording("en").name("actor", "other:Libyan army") == "Libyan army"


def test_a_country_far_away_is_called_by_its_name() -> None:
    assert [wording(language).name("country", "DE") for language in ("ar", "en")] == ["ألمانيا", "Germany"]
    assert wording("ar").name("country", "KE") == "كينيا"
    assert country("DE").name == "Germany"


@pytest.mark.parametrize(
    ("place", "arabic", "english"),
    [
        ({"name": "Kreuzberg", "admin1": None, "country": "DE", "level": "neighbourhood"}, "ألمانيا", "Germany"),
        ({"name": "The Bridge", "admin1": None, "country": None, "level": "site"}, "مكان غير معروف", "place unknown"),
        ({"name": "Idlib", "admin1": "Idlib", "country": "SY", "level": "town"}, "إدلب، سوريا", "Idlib, Syria"),
        ({"name": "Yemen", "admin1": None, "country": "YE", "level": "country"}, "اليمن", "Yemen"),
    ],
)
def test_a_place_that_may_be_shown_is_never_a_code_nor_nothing(place: Json, arabic: str, english: str) -> None:
    known = coarse({"text": None, "lat": 1.0, "lon": 2.0, "id": None, **place})
    macro = templates().get_template("parts.html").module.place  # type: ignore[attr-defined]
    for view, said in ((ARABIC, arabic), (ENGLISH, english)):
        assert Markup(macro(known, view, wording(view.language).name)).striptags().replace(" ,", ",") == said


def test_two_actions_on_one_key_are_told_and_nothing_is_kept(client: Client) -> None:
    answer = client.post("/settings", accept="KeyX", digits="arabic")
    assert (answer.status_code, "«رفض»" in answer.text or "«قبول»" in answer.text) == (400, True)
    assert "set-cookie" not in answer.headers
    assert client.post("/settings", accept="KeyX", reject="KeyA").status_code == 303


def test_a_look_at_a_merge_has_the_dead_first(client: Client) -> None:
    page = client.get(f"/merge?incident={client.incident('fajr')}&incident={client.incident('tall')}")
    side = page.partition('class="side"')[2].partition("</section>")[0]
    named = re.findall(r"<dt>(.*?)</dt>", side)
    assert named.index("قتلى") < named.index("جرحى") < named.index("استهداف")


def test_a_list_that_names_nobody_says_so(client: Client) -> None:
    words = wording("ar")
    assert words.text("names_none") in client.get("/names?event=shelling")
    assert words.text("nobody_found") in client.get("/names?name=Nobody")
