"""Does the figure sum up several incidents?"""

from typing import cast

from tawthiq.language.entries import StructureWord
from tawthiq.model import Date
from tawthiq.stages.claims.scene import Marked, Scene, in_tokens

_MANY = frozenset({"thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"})
_TOTALS = frozenset({"since", "total"})
_PERIODS = frozenset({"since", "duration"})
_SPREAD = frozenset({"month", "season", "year"})
_TALLIED = frozenset({"unspecified", "arrest", "abduction", "torture"})
_LARGE = 20
_WEEKS = 60


def cumulative(scene: Scene, time: Date | None, event: str) -> bool:
    """Whether the figure sums several incidents over a period."""
    count = scene.casualty.count
    if scene.casualty.outcome == "besieged":
        return False
    if event == "war" or (scene.casualty.outcome == "killed" and count.vague in _MANY):
        return True
    report = scene.report
    first, last = report.near_sentence(scene)
    totals = [h for h in report.within(first, last, "cumulative")
              if cast(StructureWord, h.entry).value in _TOTALS and _near_clause(scene, h)]  # fmt: skip
    open_periods = (d for d in in_tokens(report.document.dates, first, last) if d.start is None and d.kind in _PERIODS)
    if totals or any(_near_clause(scene, d) for d in open_periods):
        return True
    if time is None or time.start is None or time.end is None:
        return False
    days = (time.end - time.start).days
    own = first <= time.first < last
    carried = not own and (count.low or 0) >= _LARGE and days <= _WEEKS
    if time.kind == "since":
        return days > 1 and (own or carried)
    if time.kind == "duration":
        return days > 0 and (own or carried)
    return time.precision in _SPREAD and event in _TALLIED and count.low != 1


def _near_clause(scene: Scene, mark: Marked) -> bool:
    """Not more than two clause boundaries between the figure and a mark."""
    low, high = (scene.end, mark.first) if scene.after(mark) else (min(mark.last, scene.start), scene.start)
    return scene.report.clauses_between(low, high) <= 2
