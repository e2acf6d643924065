"""`tawthiq evaluate`: scores, and whether they stand above their floors."""

import argparse
import sys
from collections.abc import Iterable, Mapping

from tawthiq.cli import groups, report
from tawthiq.errors import UsageError
from tawthiq.operations import grouping, scoring


def evaluate(arguments: argparse.Namespace) -> int:
    """`tawthiq evaluate`: the figures; 1 where one is below its floor."""
    if arguments.incidents:
        return _evaluate_incidents(arguments)
    scores = scoring.evaluate(arguments.docs, arguments.gold, sys.stdin.buffer, arguments.read)
    show = report.as_json if arguments.format == "json" else report.as_text
    return _scored(arguments, scores.figures(), show(scores, arguments.errors))


def _evaluate_incidents(arguments: argparse.Namespace) -> int:
    if arguments.read:
        raise UsageError("--read goes with claims; incidents are made of the reports themselves: leave it out")
    found = grouping.evaluate_incidents(arguments.docs, arguments.gold, arguments.incidents, sys.stdin.buffer)
    show = groups.as_json if arguments.format == "json" else groups.as_text
    return _scored(arguments, groups.figures(found), show(found, arguments.errors))


def _scored(arguments: argparse.Namespace, figures: Mapping[str, float], lines: Iterable[str]) -> int:
    """Print the scores and hold them against their floors."""
    floors = dict(_floor(text) for text in arguments.floor)
    unknown = sorted(set(floors) - set(figures))
    if unknown:
        raise UsageError(f"--floor: there is no figure {unknown[0]!r}; the figures are {', '.join(figures)}")
    sys.stdout.write("\n".join(lines) + "\n")
    below = [name for name, least in floors.items() if figures[name] < least]
    for name in below:
        sys.stderr.write(f"tawthiq: {name} is {figures[name]:.3f}, below its floor of {floors[name]:g}\n")
    return 1 if below else 0


def _floor(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError as error:
        raise UsageError(f"--floor: {text!r} is not FIELD=VALUE, such as found=0.9") from error
