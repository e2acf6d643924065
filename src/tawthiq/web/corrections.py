"""A claim's fields as the form shows them, and what a form changes -> what `operations.corrections` takes."""

from collections.abc import Mapping, Sequence
from datetime import date

from tawthiq.errors import UsageError
from tawthiq.model import Claim, Count
from tawthiq.web.wording import Wording

_DIGITS = {ord(c): str(n % 10) for n, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_SIGNS = {"at_least": ">=", "at_most": "<=", "about": "~"}
_WAS = "was_"


def texts_of(claim: Claim) -> dict[str, str]:
    """Each field as a person writes it."""
    place, time = claim.place, claim.time
    return {
        "count": _count(claim.count), "outcome": claim.outcome or "", "group": claim.group or "", "event": claim.event,
        "actors": ", ".join(claim.actors), "place": place.text if place else "",
        "start": time.start if time else "", "end": time.end if time else "", "status": claim.status,
        "cumulative": "true" if claim.cumulative else "false",
    }  # fmt: skip


def changes(form: Mapping[str, Sequence[str]], words: Wording) -> list[str]:
    """«field=value» for each field that is not as it was when the form was made; doers are written by their names.
    Raises UsageError for a last day before the first: one of both was forgotten."""
    now = {key: values[-1].strip().translate(_DIGITS) for key, values in form.items() if values}
    if "was_start" in now:
        now["time"] = _period(now.get("start", ""), now.get("end", ""))
        now["was_time"] = _period(now["was_start"], now.get("was_end", ""))
        if now["time"] != now["was_time"] and _is_turned(now["time"]):
            raise UsageError(words.text("days_turned"))
    if "was_actors" in now:
        now["actors"] = words.doer_ids(now.get("actors", ""), now["was_actors"].split(", "))
    found = []
    for field in ("outcome", "count", "group", "event", "actors", "place", "time", "status", "cumulative"):
        value = now.get(field, "")
        if _WAS + field in now and value != now[_WAS + field]:
            found.append(f"{field}={value}")
    return found


def _period(start: str, end: str) -> str:
    return f"{start}..{end}" if end and end != start else start


def _is_turned(period: str) -> bool:
    try:
        first, last = map(date.fromisoformat, period.split(".."))
    except ValueError:
        return False
    return last < first


def _count(count: Count | None) -> str:
    if count is None or (count.low is None and count.high is None):
        return ""
    ends = [str(end) for end in dict.fromkeys((count.low, count.high)) if end is not None]
    return _SIGNS.get(count.modifier, "") + "-".join(ends)
