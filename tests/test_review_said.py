"""What the review page says in words of what went wrong and why a figure is what it is, in the page's language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

import tawthiq
from tawthiq.operations import reviewing
from tawthiq.web.figures import Figures
from tawthiq.web.preferences import Preferences
from tawthiq.web.wording import wording
from tests import review

JSON = {"Accept": "application/json"}
ASKED = (
    ("/incidents/nothing", "nothing"),
    ("/claims/fajr%3Ac99", "fajr:c99"),
    ("/reports/nothing", "nothing"),
    ("/merge?incident={fajr}", ""),
    ("/merge?incident={fajr}&incident=nothing", "nothing"),
    ("/split?incident={fajr}", ""),
)
SENT = (
    ("/decide", {"kind": "accept", "claim": "fajr:c99"}, "fajr:c99"),
    ("/decide", {"kind": "correct", "claim": "{claim}", "count": "many", "was_count": "9"}, "many"),
    ("/decide", {"kind": "correct", "claim": "{claim}", "place": "زززز", "was_place": "معرة"}, "زززز"),
    ("/decide", {"kind": "correct", "claim": "{claim}", "actors": "زيد", "was_actors": ""}, "زيد"),
    ("/decide", {"kind": "correct", "claim": "{claim}", "actors": "rusia", "was_actors": ""}, "rusia"),
    ("/decide", {"kind": "correct", "claim": "{claim}", "start": "أمس", "was_start": ""}, "أمس"),
    ("/decide", {"kind": "correct", "claim": "{claim}", "count": "9", "was_count": "9"}, ""),
    ("/undo", {"judgement": "j00"}, ""),
    ("/who", {"kind": "same_person", "naming": "fajr:n9"}, "fajr:n9"),
    ("/second/draw", {"reader": "rima", "size": "10"}, "rima"),
    ("/second/settle", {"claim": "fajr:c1", "which": "first"}, "fajr:c1"),
    ("/searches", {"name": ""}, ""),
)  # fmt: skip


@pytest.fixture(params=["ar", "en"])
def client(request: pytest.FixtureRequest, site: review.Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.home, headers={"Accept-Language": request.param}, follow_redirects=True) as found:
        found.get(site.door)
        yield found


def test_what_cannot_be_done_is_told_in_the_language_of_the_page(client: httpx.Client, review_ledger: str) -> None:
    incident = review.incidents(review_ledger)["fajr"]
    known = {"fajr": incident["id"], "claim": incident["claims"][0]}
    seal = re.findall(r'data-seal="(\w+)"', client.get("/settings").text)[0]
    answers = [(client.get(address.format(**known), headers=JSON), named) for address, named in ASKED]
    for address, form, named in SENT:
        filled = {key: value.format(**known) for key, value in form.items()}
        answers.append((client.post(address, data={"seal": seal, **filled}, headers=JSON), named))
    for answer, named in answers:
        said = answer.json()["said"]
        assert answer.status_code in (400, 404) and named in said, said
        for foreign in ("tawthiq", "`", "correct:", "FIELD", review_ledger):
            assert foreign not in said
        arabic = client.headers["Accept-Language"] == "ar"
        assert bool(re.search("[ء-ي]", said.replace(named, "") if named else said)) == arabic, said


def test_a_page_says_it_too_and_a_program_gets_it_as_it_was(client: httpx.Client, review_ledger: str) -> None:
    page = client.get("/incidents/nothing").text
    assert ("دُمجت" in page) or ("may have been merged" in page)
    assert "there is no incident 'nothing'" in client.get("/api/v1/incidents/nothing").json()["said"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_who_names_which_doers_is_said_by_their_names(language: str) -> None:
    said = wording(language).reason("طبيب names israel; شاهد names houthi, saudi_coalition")
    assert "_" not in said
    assert ("إسرائيل" in said, "Israel" in said) == (language == "ar", language == "en")


@pytest.mark.parametrize(
    ("language", "written", "actors"),
    [
        ("ar", "روسيا، الحكومة السورية", ("russia", "syrian_government")), ("ar", "", ()),
        ("en", "syrian government", ("syrian_government",)), ("en", "russia,Houthi movement", ("russia", "houthi")),
    ],
)  # fmt: skip
def test_doers_are_corrected_by_their_names(
    site: review.Site, review_ledger: str, language: str, written: str, actors: tuple[str, ...]
) -> None:
    claim = reviewing.sheet(review_ledger, "nahr").claims[0].read.id
    with httpx.Client(base_url=site.home, headers={"Accept-Language": language}) as client:
        client.get(site.door)
        page = client.get(f"/claims/{claim}").text
        sent = dict(re.findall(r'name="(seal|seen|was_\w+)" value="([^"]*)"', page))
        fields = {key.removeprefix("was_"): value for key, value in sent.items()}
        form = {**fields, **sent, "was_actors": "iran", "actors": written, "kind": "correct", "claim": claim}
        assert client.post("/decide", data=form, headers=JSON).status_code == 200
        assert reviewing.sheet(review_ledger, "nahr").claims[0].now.claim.actors == actors
        shown = re.findall(r'id="actors"[^>]* value="([^"]*)"', client.get(f"/claims/{claim}").text)[0]
        assert "_" not in shown and (not written or shown.casefold() == written.replace(",H", ", H").casefold())


def _reasons() -> Iterator[str]:
    """What the engine says of a toll, a grade or a claim of no incident, as its modules write it, «12» standing for
    what they fill in."""
    engine = Path(tawthiq.__file__).parent
    for file in [*sorted((engine / "reconciling").glob("*.py")), engine / "linking" / "told.py"]:
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        aside = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        aside |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "12" for part in parts)
            is_text = isinstance(node, ast.JoinedStr) or (
                isinstance(node, ast.Constant) and isinstance(node.value, str)
            )
            if is_text and id(node) not in aside and re.search("[a-z]+ ", text):
                yield text


def test_every_reason_of_a_figure_is_said_in_arabic() -> None:
    # What only a part of a reason says: the whole stands in another module or line.
    pieces = {"kept until corroborated", "not corroborated", "12: 12 stands", "12 to 12", "at least 12", "at most 12"}
    said = {text: wording("ar").reason(text) for text in _reasons()}
    assert len(said) > 30
    assert {text for text, arabic in said.items() if re.search("[a-z]", arabic)} <= pieces
    for text in ("kept until corroborated: 12 stands", "طبيب: 5 to 12", "طبيب: at most 12", "no number: dozens",
                 "feared: shown, not counted"):  # fmt: skip
        assert not re.search("[a-z]", wording("ar").reason(text)), text


def test_a_reason_has_the_digits_days_and_commas_of_its_reader() -> None:
    figures = Figures(Preferences(digits="arabic", months="levant"), wording("ar"))
    said = wording("ar").reason("2 independent accounts: الدفاع المدني, موقع24")
    assert said == "روايتان مستقلتان: الدفاع المدني، موقع24"
    newer = figures.said(wording("ar").reason("the same source gave a newer figure on 2016-09-23"))
    assert newer == "أعطى المصدر نفسه رقما أحدث في ٢٣ أيلول ٢٠١٦"
    assert figures.said("موقع24: 10 إلى 13") == "موقع24: ١٠ إلى ١٣"
    assert figures.said("fajr-3:c2") == "fajr-3:c2"
