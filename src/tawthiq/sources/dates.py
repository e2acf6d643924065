"""Publication dates as tables and pages write them."""

from datetime import date, datetime

from tawthiq.errors import UsageError


def published_of(value: str) -> date | None:
    """The day of an ISO date or date and time; None where `value` is neither."""
    value = value.strip()
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            found = parse(value)
        except ValueError:
            continue
        return found.date() if isinstance(found, datetime) else found
    return None


def published_option(value: str) -> date:
    """The date of `--published`. Raises UsageError for anything but an ISO date."""
    found = published_of(value)
    if found is None:
        raise UsageError(f"--published: {value!r} is not a date; write it as YYYY-MM-DD, e.g. 2016-09-24")
    return found
