"""What the commands do by which people decide."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tawthiq.cli.display import clean, isolate
from tawthiq.cli.recording import author_of
from tawthiq.cli.table import count_text, day_text
from tawthiq.incidents import Judgement
from tawthiq.model import Count
from tawthiq.operations import judging
from tawthiq.operations.corrections import values_of

_MOST = 4


def merge(arguments: argparse.Namespace) -> int:
    """`tawthiq merge`."""
    return _told(judging.merge(_judge(arguments), [clean(id) for id in arguments.incidents]))


def split(arguments: argparse.Namespace) -> int:
    """`tawthiq split`."""
    return _told(judging.split(_judge(arguments), clean(arguments.incident), _claims(arguments)))


def accept(arguments: argparse.Namespace) -> int:
    """`tawthiq accept`."""
    return _told(judging.accept(_judge(arguments), _claims(arguments)))


def reject(arguments: argparse.Namespace) -> int:
    """`tawthiq reject`."""
    return _told(judging.reject(_judge(arguments), _claims(arguments)))


def correct(arguments: argparse.Namespace) -> int:
    """`tawthiq correct`."""
    return _told(judging.correct(_judge(arguments), clean(arguments.claim), values_of(arguments.values)))


def same_person(arguments: argparse.Namespace) -> int:
    """`tawthiq same-person`."""
    return _told(judging.same_person(_judge(arguments), _names(arguments)))


def other_person(arguments: argparse.Namespace) -> int:
    """`tawthiq other-person`."""
    return _told(judging.other_person(_judge(arguments), _names(arguments)))


def undo(arguments: argparse.Namespace) -> int:
    """`tawthiq undo`, or with `--list` every judgement."""
    if not arguments.list:
        return _told(judging.undo(_judge(arguments), arguments.judgement))
    for judgement, holds in judging.judgements(arguments.ledger):
        sys.stdout.write(f"{line(judgement)}{'' if holds or judgement.kind == 'undo' else '  (undone)'}\n")
    return 0


def line(judgement: Judgement) -> str:
    """A judgement for people, on one line."""
    when = judgement.when.isoformat(timespec="seconds")
    values = list(_written(judgement.values))
    note = [f"“{clean(judgement.why)}”"] if judgement.why else []
    parts = [
        judgement.id,
        when,
        isolate(clean(judgement.who)),
        judgement.kind.replace("_", "-"),
        _few(judgement.subjects),
        *values,
        *note,
    ]
    return "  ".join(parts)


def _written(values: Mapping[str, Any]) -> Iterator[str]:
    """What was decided, as it is given to `correct`."""
    for name, value in values.items():
        if name == "values":  # those of a second reading
            yield from _written(value)
        else:
            yield f"{name}={isolate(clean(_value(name, value)))}"


def _value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join(value)
    if not isinstance(value, Mapping):
        return "none" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    if name == "count":
        return count_text(Count(value["low"], value["high"], value["modifier"], value.get("vague")))
    if name == "time":
        return day_text(value["start"], value["end"])
    return ", ".join(str(value[part]) for part in ("name", "country") if value.get(part))


def _few(subjects: tuple[str, ...]) -> str:
    shown = " ".join(isolate(clean(subject)) for subject in subjects[:_MOST])
    return shown if len(subjects) <= _MOST else f"{shown} and {len(subjects) - _MOST} more"


def _claims(arguments: argparse.Namespace) -> list[str]:
    """What was named, without the marks that a terminal's text may carry along when it is copied."""
    return [clean(claim) for claim in arguments.claims]


def _names(arguments: argparse.Namespace) -> list[str]:
    return [clean(name) for name in arguments.names]


def _judge(arguments: argparse.Namespace) -> judging.Judge:
    return judging.Judge(arguments.ledger, author_of(arguments), arguments.note)


def _told(decided: judging.Decided) -> int:
    kinds = ", ".join(f"{judgement.kind.replace('_', '-')} {judgement.id}" for judgement in decided.judgements)
    sys.stdout.write(f"{kinds}{_incidents(decided.incidents)}\n")
    return 0


def _incidents(ids: Iterable[str]) -> str:
    named = " ".join(ids)
    return f"; incidents: {named}" if named else ""
