"""GeoJSON (RFC 7946): a feature an incident, with the columns of the table of incidents as its properties.

An incident without a position is a feature without a geometry, so that nothing is lost."""

import json
from collections.abc import Iterable
from typing import IO

from tawthiq.contract import Json
from tawthiq.exporters.shapes import Record, Setting
from tawthiq.exporters.tables import INCIDENT_COLUMNS, Row

_POSITION = ("latitude", "longitude")


def write(records: Iterable[Record], setting: Setting, stream: IO[bytes]) -> None:
    """One FeatureCollection."""
    about = json.dumps(setting.about(), ensure_ascii=False, sort_keys=True)
    stream.write(f'{{"type": "FeatureCollection", "about": {about}, "features": [\n'.encode())
    before = ""
    for record in records:
        text = json.dumps(feature(record, setting), ensure_ascii=False)
        stream.write((before + text).encode("utf-8", "backslashreplace"))
        before = ",\n"
    stream.write(b"\n]}\n")


def feature(record: Record, setting: Setting) -> Json:
    """One incident."""
    row = Row(record, setting)
    values = {column.name: column.value(row) for column in INCIDENT_COLUMNS}
    latitude, longitude = (values.pop(name) for name in _POSITION)
    here = {"type": "Point", "coordinates": [longitude, latitude]} if latitude is not None else None
    return {"type": "Feature", "id": values["id"], "geometry": here, "properties": values}
