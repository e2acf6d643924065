"""Gold files and read JSONL -> the shapes that are compared. Every fault names the file, the document and the claim."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tawthiq.errors import UnreadableInput
from tawthiq.evaluation.shapes import Answer, Gold, Place, Source


def load_gold(path: Path, texts: Mapping[str, str]) -> tuple[Gold, ...]:
    """The gold claims of a file for documents with these texts by id. Raises InputError."""
    rows = _parsed(_content(path), str(path))
    if not isinstance(rows, list):
        raise UnreadableInput(f'{path}: is no list; gold is a list of {{"id", "claims": […]}}')
    return tuple(_gold(row, f"{path}#{number}", texts) for number, row in enumerate(rows, 1))


def load_lines(path: Path) -> dict[str, tuple[Answer, ...]]:
    """The claims by document that `tawthiq read --format jsonl` printed into a file. Raises InputError."""
    found = {}
    for number, line in enumerate(_content(path).split("\n"), 1):
        if line.strip():
            row = _parsed(line, f"{path}:{number}")
            try:
                found[str(row["document"]["id"])] = answers(row["claims"])
            except (KeyError, TypeError) as error:
                raise UnreadableInput(
                    f"{path}:{number}: is no line of `tawthiq read --format jsonl` ({error})"
                ) from error
    return found


def answers(claims: list[dict[str, Any]]) -> tuple[Answer, ...]:
    """Claims of the published contract. Raises KeyError or TypeError for what is none."""
    return tuple(_answer(claim, tuple(claim["span"])) for claim in claims)


def _gold(row: Any, where: str, texts: Mapping[str, str]) -> Gold:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not isinstance(row.get("claims"), list):
        raise UnreadableInput(f'{where}: lacks an id or claims; write {{"id": …, "claims": […]}}')
    where = f"{where} ({row['id']})"
    if row["id"] not in texts:
        raise UnreadableInput(f"{where}: no document has this id; give the documents that the gold was made from")
    text = texts[row["id"]]
    claims = tuple(_gold_claim(claim, f"{where} {_label(claim)}", text) for claim in row["claims"])
    return Gold(row["id"], text, claims, tuple(_hole(hole, where, text) for hole in row.get("ignore") or ()))


def _gold_claim(claim: Any, where: str, text: str) -> Answer:
    try:
        anchor, occurrence = claim["anchor"], claim.get("occurrence", 1)
        start = -1
        for _ in range(occurrence):
            start = text.find(anchor, start + 1)
            if start < 0:
                raise UnreadableInput(f"{where}: its anchor «{anchor}» does not stand {occurrence} times in the text")
        return _answer(claim, (start, start + len(anchor)), anchor)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UnreadableInput(
            f"{where}: is no gold claim ({type(error).__name__}: {error}); see docs/guide.md"
        ) from error


def _hole(hole: Any, where: str, text: str) -> tuple[int, int]:
    if isinstance(hole, list):
        return hole[0], hole[1]
    start = text.find(hole)
    if start < 0:
        raise UnreadableInput(f"{where}: what it ignores does not stand in the text: «{hole[:40]}»")
    return start, start + len(hole)


def _answer(claim: Mapping[str, Any], span: tuple[int, int], quote: str = "") -> Answer:
    count, place, time, source = (claim.get(key) or {} for key in ("count", "place", "time", "source"))
    return Answer(
        start=span[0], end=span[1], quote=claim.get("quote") or quote, outcome=claim.get("outcome"),
        low=count.get("low"), high=count.get("high"), modifier=count.get("modifier"), vague=count.get("vague"),
        group=claim.get("group"), event=claim.get("event"), actors=tuple(claim.get("actors") or ()),
        place=_place(place) if place else None,
        time=(_day(time.get("start")), _day(time.get("end"))) if time else None,
        source=Source(source.get("text") or "", source.get("kind")) if source else None,
        status=claim.get("status"), cumulative=bool(claim.get("cumulative")), part_of=bool(claim.get("part_of")),
    )  # fmt: skip


def _place(place: Mapping[str, Any]) -> Place:
    return Place(place.get("text") or "", place.get("level"), place.get("country"), place.get("lat"), place.get("lon"))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _label(claim: Any) -> str:
    return f"claim {claim.get('id')}" if isinstance(claim, dict) else "claim"


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UnreadableInput(f"{path}: there is no such file; check the name") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: is not UTF-8; save it again as UTF-8") from error
    except OSError as error:
        raise UnreadableInput(
            f"{path}: cannot be opened ({error.strerror}); check the name and its permissions"
        ) from error


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{where}: is not valid JSON at line {error.lineno}: {error.msg}; correct it") from error
