"""For those who may not see every report: an incident without the ids of reports of other incidents, which a copy's
account is called by."""

from collections.abc import Iterable
from typing import Any

from tawthiq.contract import Json
from tawthiq.exporters.shapes import OUTSIDE

_TEXT = "text:"


def incident(found: Json) -> Json:
    """The incident, each account of a text named by a report that tells of it."""
    known = {*found["documents"]}
    names = {
        account["id"]: f"{_TEXT}{account['documents'][0]}"
        for account in found["sources"]
        if account["id"].startswith(_TEXT) and account["id"].removeprefix(_TEXT) not in known
    }
    renamed: Json = _renamed(found, names) if names else found
    return renamed


def copied(copy_of: str | None, documents: Iterable[str]) -> str | None:
    """What a report is a copy of, named where that is one of these."""
    return copy_of if copy_of is None or copy_of in set(documents) else OUTSIDE


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(part, names) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value
