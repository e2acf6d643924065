"""Is the harm asserted, denied, unconfirmed, feared or planned? And does the figure sum up several incidents?"""

from typing import cast

from tawthiq.language.entries import HarmWord, StructureWord
from tawthiq.language.lexicon import Hit
from tawthiq.model import Date
from tawthiq.stages.claims.scene import Report, Scene

_REACH = {"denied": 12, "feared": 8, "unconfirmed": 8, "planned": 6, "hypothetical": 8}
_PARTS = ("denial", "fear", "unconfirmed", "unverified", "plan", "hypothetical")


def status(scene: Scene) -> tuple[str, tuple[str, ...]]:
    """The status and the data entries that say so."""
    report = scene.report
    first, _ = report.near_sentence(scene)
    for part in _PARTS:
        for hit in reversed(report.within(max(first, scene.start - 40), scene.start, part)):
            value = cast(StructureWord, hit.entry).value or "asserted"
            if scene.start - hit.last <= _REACH[value] and report.clauses_between(hit.last, scene.start) <= 1:
                return value, (hit.entry.id,)
    governing = report.harms.get(scene.casualty.harm[0])
    if governing is not None and cast(HarmWord, governing.entry).voice == "sentence":
        return "planned", (governing.entry.id,)
    if governing is not None and _future(governing, report):
        return "planned", ("status.future",)
    return "asserted", ()


def _future(hit: Hit, report: Report) -> bool:
    """The clitic of the future before a verb of harm («سيغادرون»)."""
    entry = cast(HarmWord, hit.entry)
    return entry.part == "verb" and (hit.clitic.endswith("س") or report.tokens[hit.first].form.startswith(("سي", "ست")))


def doubted(report: Report) -> frozenset[int]:
    """Sentences whose claims the report says it could not verify: that sentence and the two before it."""
    found: set[int] = set()
    for index, sentence in enumerate(report.document.sentences):
        if report.within(sentence.first, sentence.last, "unverified"):
            found.update((index - 2, index - 1, index))
    return frozenset(found)


def cumulative(scene: Scene, time: Date | None, event: str) -> bool:
    """Whether the figure sums several incidents over a period."""
    if event == "war":
        return True
    report = scene.report
    first, last = report.near_sentence(scene)
    near = [h for h in report.within(first, last, "cumulative")
            if report.clauses_between(min(h.first, scene.end), max(h.first, scene.end)) <= 2]  # fmt: skip
    if (
        time is not None
        and time.start
        and time.end
        and (time.end - time.start).days >= 1
        and time.kind in ("since", "duration")
    ):
        return True
    return any(cast(StructureWord, h.entry).value == "since" for h in near)
