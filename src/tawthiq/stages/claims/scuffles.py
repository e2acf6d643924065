"""Which confrontations are no battles? «مواجهات بين الشبان وجنود الاحتلال»"""

from collections.abc import Sequence

from tawthiq.stages.claims.causes import Cause
from tawthiq.stages.claims.scene import Report, in_tokens

YOUTHS = "youths"
_FACING, _ARMED, _THE = "مواجهات", "مسلح", "ال"
_SIDES = 8  # from the word for it to both sides


def scuffles(report: Report, told: Sequence[Cause]) -> tuple[Cause, ...]:
    """The causes; confrontations of forces with youths who are not said to be armed are a riot, and «المواجهات» behind
    takes them up."""
    found: list[Cause] = []
    riot = False
    for cause in told:
        if cause.event == "armed_clash" and cause.text.removeprefix(_THE).startswith(_FACING):
            riot = _of_youths(report, cause) or (riot and cause.definite)
            cause = cause._replace(event="riot") if riot else cause
        found.append(cause)
    return tuple(found)


def of_scuffle(event: str, text: str | None) -> bool:
    """Whether a riot is told as a confrontation («المواجهات»), in which people who die seldom fall to stones."""
    return event == "riot" and text is not None and text.removeprefix(_THE).startswith(_FACING)


def _of_youths(report: Report, cause: Cause) -> bool:
    """«مواجهات عنيفة بين مجموعة من الشبان وقوات الجيش», but not «مواجهات بين شبان مسلحين والجيش»"""
    end = cause.last + _SIDES
    if not report.within(cause.last, end, YOUTHS) or not in_tokens(report.document.actors, cause.last, end):
        return False
    return not any(_ARMED in t.form for t in report.tokens[cause.first : end])
