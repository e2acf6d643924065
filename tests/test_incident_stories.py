"""Stories told in several reports, from the text to the incidents: in any order of coming they give the same."""

import random
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tawthiq import pipeline, reconciling
from tawthiq.incidents import Incident, Told
from tawthiq.linking import copies, told
from tawthiq.linking.link import Linked

FILE = Path(__file__).parent / "cases" / "stories.toml"
STORIES: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["story"]


def read(story: dict[str, Any]) -> list[tuple[Told, ...]]:
    found = []
    for at, report in enumerate(story["report"]):
        document = pipeline.read(
            report["text"], id=f"r{at}", published=date.fromisoformat(report["published"]), outlet=report["outlet"]
        )
        found.append(told(document, wire=copies.wire(report["text"])))
    return found


def incidents(reports: list[tuple[Told, ...]]) -> list[Incident]:
    linked = Linked()
    for tolds in reports:
        linked.add(tolds)
    by_id = {t.id: t for tolds in reports for t in tolds}
    found = [reconciling.incident(id, [by_id[claim] for claim in claims]) for id, claims in linked.claims.items()]
    return sorted(found, key=lambda one: (str(one.start), one.claims))


def killed(one: Incident) -> list[int | None]:
    whole = [toll for toll in one.tolls["airwars"] if toll.outcome == "killed" and toll.group is None]
    return [whole[0].min, whole[0].max] if whole else []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_what_comes_of_a_story(story: dict[str, Any]) -> None:
    found = [{"killed": killed(one), "accounts": one.sources} for one in incidents(read(story))]
    assert found == story["incidents"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_the_order_of_coming_does_not_matter(story: dict[str, Any]) -> None:
    reports = read(story)
    wanted = {one.claims for one in incidents(reports)}
    dice = random.Random(7)
    for _ in range(6):
        dice.shuffle(reports)
        assert {one.claims for one in incidents(reports)} == wanted
