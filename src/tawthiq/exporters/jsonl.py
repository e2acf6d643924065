"""JSON lines: one incident a line, with its claims, reports and named victims, and what the
export says of itself."""

import json
from collections.abc import Iterable
from typing import IO

from tawthiq import contract
from tawthiq.exporters.shapes import Record, Setting


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """A line an incident."""
    about = setting.about()
    # The tolls of every codebook are there.
    del about["codebook"]
    for record in records:
        stream.write(line({**whole(record), "export": about}))


def whole(record: Record) -> contract.Json:
    """An incident with its claims, reports and named victims in full."""
    claims = [
        {**contract.claim(told.claim), "id": told.id, "report": told.document,
         "rejected": record.rejected.get(told.id)}
        for told in record.claims
    ]  # fmt: skip
    reports = [
        {"id": one.id, "title": one.title, "outlet": one.outlet, "url": one.url, "published": one.published,
         "sha256": one.sha256, "copy_of": one.copy_of}
        for one in record.reports
    ]  # fmt: skip
    people = [contract.person(person) for person in record.people]
    return {**record.incident, "claims": claims, "reports": reports, "victims": people}


def line(value: object) -> bytes:
    """A line of JSON in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "backslashreplace")
