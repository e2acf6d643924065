"""The figures of `tawthiq evaluate` for people and for programs."""

import json
from collections.abc import Iterator
from typing import Any

from tawthiq.cli.display import clean, isolate
from tawthiq.cli.table import count_text
from tawthiq.evaluation import Answer, Miss, Scores, Wrong
from tawthiq.model import Count


def as_text(scores: Scores, errors: int) -> Iterator[str]:
    """One figure a line, then the first errors of each sort."""
    figures, claims, loose = scores.figures(), scores.claims, scores.loose
    yield f"claims: {claims.gold} gold, {claims.read} read, {claims.found} found"
    yield f"found precision: {figures['found_precision']:.3f}"
    yield f"found recall: {figures['found_recall']:.3f}"
    yield f"found F1: {figures['found']:.3f}"
    for name, (_, judged) in scores.fields.items():
        if judged:
            yield f"{name}: {figures[name]:.3f} of {judged}"
    yield f"whole F1: {figures['whole']:.3f}"
    yield f"hit and strikes: {loose.gold} gold, {loose.read} read, {loose.found} found"
    if errors:
        yield from _section("missed", [_miss(miss) for miss in scores.missed], errors)
        yield from _section("not gold", [_miss(miss) for miss in scores.extra], errors)
        yield from _section("wrong field (gold | read)", [_wrong(wrong) for wrong in scores.wrong], errors)


def as_json(scores: Scores, errors: int) -> Iterator[str]:
    """One object."""
    found: dict[str, Any] = {
        "claims": scores.claims._asdict(),
        "figures": {name: round(value, 4) for name, value in scores.figures().items()},
        "fields": {name: {"right": right, "of": judged} for name, (right, judged) in scores.fields.items()},
        "loose": scores.loose._asdict(),
    }
    if errors:
        found["missed"] = [_miss_object(miss) for miss in scores.missed[:errors]]
        found["not_gold"] = [_miss_object(miss) for miss in scores.extra[:errors]]
        found["wrong"] = [
            {**_miss_object(Miss(w.document, w.gold)), "field": w.field,
             "gold": value_text(w.gold, w.field), "read": value_text(w.read, w.field)}
            for w in scores.wrong[:errors]
        ]  # fmt: skip
    yield json.dumps(found, ensure_ascii=False, indent=1)


def value_text(answer: Answer, field: str) -> str:
    """One field of a claim in words."""
    if field == "modifier":
        return answer.vague or answer.modifier or "none"
    value = getattr(answer, {"event_family": "event", "source_kind": "source"}.get(field, field))
    if field == "place" and value:
        return f"{value.text} ({value.level}, {value.country})"
    if field == "time" and value:
        return "–".join(dict.fromkeys(str(day) for day in value))
    if field in ("source", "source_kind") and value:
        return f"{value.text} ({value.kind})"
    if field == "actors":
        return ", ".join(value) or "none"
    return "none" if value is None else str(value)


def _section(title: str, rows: list[str], errors: int) -> Iterator[str]:
    yield f"-- {title}: {len(rows)}"
    yield from (f"   {row}" for row in rows[:errors])


def _miss(miss: Miss) -> str:
    claim = miss.claim
    return f"{miss.document} | {claim.outcome} | {_count(claim)} | {isolate(clean(claim.quote))}"


def _wrong(wrong: Wrong) -> str:
    gold, read = (isolate(clean(value_text(answer, wrong.field))) for answer in (wrong.gold, wrong.read))
    return f"{wrong.document} | {isolate(clean(wrong.gold.quote))} | {wrong.field} | {gold} | {read}"


def _miss_object(miss: Miss) -> dict[str, Any]:
    claim = miss.claim
    return {
        "document": miss.document, "span": [claim.start, claim.end], "quote": claim.quote, "outcome": claim.outcome,
        "low": claim.low, "high": claim.high,
    }  # fmt: skip


def _count(claim: Answer) -> str:
    return count_text(Count(claim.low, claim.high, claim.modifier or "exact", claim.vague))
