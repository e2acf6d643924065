"""Doers that the list of actors lacks are called in Arabic as reports call them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tawthiq.cli import main
from tawthiq.contract.doers import called
from tawthiq.incidents import Judgement, Told
from tawthiq.judging import judged
from tests import tolds

ARMY = "other:Lebanese army"
A = tolds.Report("a", "2024-05-01", "موقع الخبر")


def told(number: int, ids: str, *texts: str) -> Told:
    one = tolds.told(A, number, "3", actors="")
    return replace(one, claim=replace(one.claim, actors=tuple(ids.split("/")), actors_text=texts))


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([told(1, ARMY, "الجيش")], {ARMY: "الجيش"}),
        ([told(1, ARMY, "الجيش"), told(2, ARMY, "الجيش اللبناني"), told(3, ARMY, "الجيش  اللبناني")],
         {ARMY: "الجيش اللبناني"}),
        ([told(1, f"russia/{ARMY}", "روسيا", "الجيش")], {ARMY: "الجيش"}),
        ([told(1, f"russia/{ARMY}", "روسيا")], {}),
        ([told(1, ARMY)], {}),
        ([told(1, "russia", "روسيا")], {}),
    ],
)  # fmt: skip
def test_the_words_of_most_claims(claims: list[Told], words: dict[str, str]) -> None:
    assert called(claims) == words


def test_words_do_not_stand_for_whom_a_person_put_in_their_place() -> None:
    change = Judgement(
        "j1", "correct", ("a:c1",), "منى", datetime(2024, 6, 1, tzinfo=UTC), values={"actors": [ARMY, "russia"]}
    )
    (one,), _ = judged([told(1, f"syrian_government/{ARMY}", "النظام", "الجيش")], [change])
    assert (one.claim.actors, one.claim.actors_text) == ((ARMY, "russia"), ("الجيش",))
    assert called([one]) == {}


@pytest.mark.parametrize(("language", "shown"), [("ar", "الجيش اللبناني"), ("en", "Lebanese army")])
def test_a_brief_calls_them_in_its_language(tmp_path: Path, language: str, shown: str) -> None:
    report = tmp_path / "report.txt"
    report.write_text("قصف الجيش اللبناني قرية أمس، ما أدى إلى مقتل ثلاثة مدنيين.", encoding="utf-8")
    ledger = ["--ledger", str(tmp_path / "l.db")]
    main(["add", str(report), "--published", "2024-05-01", *ledger])
    brief = tmp_path / "brief.html"
    main(["export", "report", "--language", language, "--output", str(brief), *ledger])
    heading = brief.read_text(encoding="utf-8").split('class="incident"')[1].split('class="claims"')[0]
    assert f"<bdi>{shown}</bdi>" in heading
