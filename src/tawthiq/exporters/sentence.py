"""One sentence in English that tells an incident, for formats without fields for figures."""

from tawthiq.exporters.countries import country
from tawthiq.exporters.shapes import Record
from tawthiq.exporters.sides import name
from tawthiq.exporters.tolls import ends, text
from tawthiq.language.eventtypes import event_types
from tawthiq.plurals import counted

_OUTCOMES = ("killed", "injured", "casualties", "missing", "abducted", "detained", "displaced")


def sentence(record: Record, codebook: str) -> str:
    """What is said to have happened, the tolls, the accounts and the grade."""
    incident = record.incident
    start, end = incident["date"]["start"], incident["date"]["end"]
    kind = event_types()[incident["event"]].en if incident["event"] in event_types() else incident["event"]
    days = start if start == end else f"{start} to {end}"
    parts = [f"{days or 'day unknown'}: {kind}{where(record)}"]
    if incident["actors"]:
        parts.append(f"allegedly by {', '.join(map(name, incident['actors']))}")
    tolls = ((outcome, text(ends(incident, codebook, outcome))) for outcome in _OUTCOMES)
    parts += [f"{toll} {outcome}" for outcome, toll in tolls if toll] or ["no figure"]
    parts.append(f"{counted(incident['accounts'], 'independent account')}, graded {incident['grade']}")
    return "; ".join(parts) + f" (figures by {codebook})."


def where(record: Record) -> str:
    """« in PLACE, COUNTRY», or nothing."""
    place = record.incident["place"]
    if place is None:
        return ""
    return f" in {', '.join(dict.fromkeys(filter(None, (place['name'], country(place['country']).name))))}"
