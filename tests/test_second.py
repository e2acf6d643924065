"""The second reading: drawing, reading without seeing, agreement, and which reading holds."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import httpx2 as httpx
import pytest

from tawthiq.agreement import Agreement, agreement
from tawthiq.cli import main
from tawthiq.errors import NotAllowed, NotInLedger, UsageError
from tawthiq.exporters.bundle import JUDGEMENTS
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import exporting, importing, judging, reviewing, second
from tawthiq.operations.judging import Judge
from tawthiq.operations.second import Drawing
from tests import review


def judge(ledger: str, who: str) -> Judge:
    return Judge(ledger, Author(who, "tests"))


@pytest.fixture
def decided(review_ledger: str) -> str:
    """A ledger in which rima decided about everything but the second report, which omar did."""
    judging.accept(judge(review_ledger, "rima"), ["fajr", "tall"])
    judging.correct(judge(review_ledger, "rima"), "fajr:c2", {"count": {"low": 8, "high": 9, "modifier": "between"}})
    judging.accept(judge(review_ledger, "omar"), ["nahr"])
    return review_ledger


@pytest.mark.parametrize(
    ("cells", "agreed", "kappa"),
    [
        # Yes-yes, yes-no, no-yes, no-no: the figures are worked out by hand from the formula.
        ((20, 5, 10, 15), 35, 0.4),
        ((45, 15, 25, 15), 60, 0.1304),
        ((10, 0, 0, 10), 20, 1.0),
        ((0, 10, 10, 0), 0, -1.0),
        ((10, 0, 0, 0), 10, None),
        ((0, 0, 0, 0), 0, None),
    ],
)
def test_kappa_is_what_is_left_beyond_chance(cells: tuple[int, ...], agreed: int, kappa: float | None) -> None:
    answers = (("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no"))
    pairs = [pair for pair, n in zip(answers, cells, strict=True) for _ in range(n)]
    found = agreement(pairs)
    assert (found.compared, found.agreed) == (sum(cells), agreed)
    assert found.kappa == (kappa if kappa is None else pytest.approx(kappa, abs=1e-4))


def test_a_draw_is_the_same_each_time_and_a_larger_one_holds_it(decided: str) -> None:
    lead = judge(decided, "lead")
    first = second.draw(lead, Drawing("omar", number=2))
    two = second.pending(decided, "omar")
    assert (first.claims, len(two)) == (2, 2)
    assert not {claim for claim in two if claim.startswith("nahr")}  # omar decided about those
    with pytest.raises(UsageError, match="nothing new"):
        second.draw(lead, Drawing("omar", number=2))
    second.draw(lead, Drawing("omar", share=100))
    everything = second.pending(decided, "omar")
    assert everything[:2] == two
    assert Counter(claim.split(":")[0] for claim in everything) == Counter(
        claim.split(":")[0] for claim in reviewing.verdicts(decided) if not claim.startswith("nahr")
    )
    second.draw(lead, Drawing("salma", number=2, wanted=Wanted(event="shelling")))
    assert {claim.split(":")[0] for claim in second.pending(decided, "salma")} == {"nahr"}


@pytest.mark.parametrize(
    "drawing",
    [Drawing("omar"), Drawing("omar", 10, 5), Drawing(" ", 10), Drawing("omar", 0.0), Drawing("omar", 101)],
)
def test_a_draw_that_says_nothing_is_refused(decided: str, drawing: Drawing) -> None:
    with pytest.raises(UsageError, match="second draw"):
        second.draw(judge(decided, "lead"), drawing)
    assert not second.board(decided).samples


def test_both_readings_are_kept_and_compared_and_nothing_follows(decided: str) -> None:
    before = review.incidents(decided)
    second.draw(judge(decided, "lead"), Drawing("omar", share=100))
    waiting = second.pending(decided, "omar")
    omar = judge(decided, "omar")
    with pytest.raises(NotAllowed):
        second.read(judge(decided, "salma"), waiting[0], "accept")
    for claim in waiting:
        second.read(omar, claim, "reject" if claim == "tall:c1" else "accept")
    again = second.read(omar, waiting[0], "accept")  # sent twice, since the first answer got lost
    assert len([one for one, _ in judging.judgements(decided) if one.kind == "second"]) == len(waiting)
    assert again.judgements[0].subjects == (waiting[0],)
    assert second.pending(decided, "omar") == ()
    assert review.incidents(decided) == before
    board = second.board(decided)
    n = len(waiting)
    assert board.verdicts == Agreement(n, n - 2, pytest.approx(board.verdicts.kappa))
    assert board.table == {("accept", "accept"): n - 2, ("correct", "accept"): 1, ("accept", "reject"): 1}
    assert (board.fields["count"].compared, board.fields["count"].agreed) == (n - 1, n - 2)
    assert {(one.read.id, one.fields) for one in board.differences} == {("tall:c1", ()), ("fajr:c2", ("count",))}


def test_either_reading_can_be_let_hold(decided: str) -> None:
    second.draw(judge(decided, "lead"), Drawing("omar", share=100))
    for claim in second.pending(decided, "omar"):
        second.read(judge(decided, "omar"), claim, "reject" if claim == "tall:c1" else "accept")
    lead = judge(decided, "lead")
    assert review.killed(decided, "fajr") == (8, 12)
    second.settle(lead, "fajr:c2", "second")
    assert review.killed(decided, "fajr") == (9, 12)
    second.settle(lead, "tall:c1", "first")
    board = second.board(decided)
    assert {one.read.id: one.settled and one.settled.who for one in board.differences} == {
        "tall:c1": "lead",
        "fajr:c2": "lead",
    }
    assert board.table["correct", "accept"] == 1  # how far both agreed stays as it was
    second.settle(lead, "fajr:c2", "first")
    assert review.killed(decided, "fajr") == (8, 12)
    second.settle(lead, "tall:c1", "second")
    assert reviewing.verdicts(decided)["tall:c1"] == "reject"
    with pytest.raises(NotInLedger):
        second.settle(lead, "fajr:c1", "first")


def test_samples_and_readings_are_taken_back_like_any_decision(decided: str) -> None:
    sample = second.draw(judge(decided, "lead"), Drawing("omar", number=1))
    (claim,) = second.pending(decided, "omar")
    (reading,) = second.read(judge(decided, "omar"), claim, "unsure").judgements
    judging.undo(judge(decided, "omar"), reading.id)
    assert second.pending(decided, "omar") == (claim,)
    judging.undo(judge(decided, "lead"), sample.id)
    assert second.pending(decided, "omar") == ()
    assert second.board(decided).samples == ()


def test_a_partner_gets_decisions_without_the_second_reading(decided: str, tmp_path: Path) -> None:
    second.draw(judge(decided, "lead"), Drawing("omar", number=1))
    bundle = BytesIO()
    exporting.export(decided, exporting.Order("bundle", Wanted()), bundle)
    assert JUDGEMENTS.encode() in bundle.getvalue()
    file, other = tmp_path / "b.zip", str(tmp_path / "other.db")
    file.write_bytes(bundle.getvalue())
    assert importing.bundle(str(file), other, review.AUTHOR).left == 0
    assert not second.board(other).samples


def test_the_command_line_goes_the_whole_way(decided: str, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["--ledger", decided]

    def told(*words: str) -> str:
        assert main(["second", *words, *at]) == 0
        return capsys.readouterr().out

    assert "no sample" in told("agreement")
    told("draw", "--reader", "omar", "--share", "100%", "--as", "lead")
    waiting = len(second.pending(decided, "omar"))
    shown = told("next", "--as", "omar")
    claim = re.findall(r"(\w+:c\d+)", shown)[0]
    assert "rima" not in shown
    assert f"{waiting - 1} to read" in told("read", claim, "correct", "count=500", "--as", "omar")
    listed = told("agreement")
    assert "1 differ and are open" in listed
    assert "500" in listed
    told("settle", claim, "second", "--as", "lead")
    found = json.loads(told("agreement", "--format", "json"))
    assert found["differences"][0]["settled"]["who"] == "lead"
    assert found["fields"]["count"] == {"compared": 1, "agreed": 0, "share": 0.0, "kappa": 0.0}
    assert main(["second", "read", claim, "accept", "--as", "omar", *at]) == 2
    assert "omar" in capsys.readouterr().err


class Page:
    """Somebody at the local page."""

    def __init__(self, site: review.Site) -> None:
        self.http = httpx.Client(base_url=site.home, headers={"Accept-Language": "ar"})
        self.http.get(site.door)

    def post(self, address: str, **form: str) -> httpx.Response:
        seal = re.search(r'data-seal="(\w+)"', self.http.get("/settings").text)
        assert seal
        return self.http.post(address, data={"seal": seal[1], **form})


@pytest.fixture
def page(decided: str, site: review.Site) -> Iterator[Page]:
    """The page of `review.AUTHOR`, who has everything to read second."""
    second.draw(judge(decided, "lead"), Drawing(review.AUTHOR.who, share=100))
    site.show(decided)
    found = Page(site)
    yield found
    found.http.close()


def test_a_second_reader_is_shown_nothing_of_the_first(decided: str, page: Page) -> None:
    claim, incident = "fajr:c2", review.incidents(decided)["fajr"]["id"]
    shown = page.http.get(f"/second/claims/{claim}").text
    assert '<bdi dir="ltr">9</bdi>' in shown
    for told in ("rima", '<bdi dir="ltr">8–9</bdi>', "verdict-"):
        assert told not in shown
    for address in (f"/incidents/{incident}", "/reports/fajr", f"/claims/{claim}"):
        answer = page.http.get(address)
        assert (answer.status_code, answer.headers["location"].startswith("/second/claims/fajr")) == (303, True)
    assert "rima" not in page.http.get("/history").text
    assert page.post("/decide", kind="accept", claim=claim).status_code == 403
    assert page.http.get(f"/bulk?kind=accept&claim={claim}").status_code == 403
    for address in ("/api/v1/reports/fajr", f"/api/v1/incidents/{incident}"):
        answer = page.http.get(address)
        assert (answer.status_code, "fajr:" in answer.json()["said"]) == (403, True)
    assert "rima" not in page.http.get("/api/v1/decisions").text
    assert page.post("/second", kind="accept", claim=claim, then="/second").headers["location"] == "/second"
    assert "rima" in page.http.get("/second").text  # where both differ
    assert reviewing.verdicts(decided)[claim] == "correct"
