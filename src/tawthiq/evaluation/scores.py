"""Pairing read claims with gold claims, and the figures that come of it.

found    a read claim overlaps a gold claim and has its outcome and its low and high figures
FIELD    the share of found claims whose field agrees
whole    found, and all fields of `agree.WHOLE` agree
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tawthiq.evaluation.agree import FIELDS, WHOLE, fields
from tawthiq.evaluation.shapes import Answer, Gold

# People disagree on where claims of these outcomes begin, so they are counted apart.
LOOSE = frozenset({"hit", "strikes"})


class Pair(NamedTuple):
    """A gold claim, the read claim that stands for it, and the judgement of every field."""

    gold: Answer
    read: Answer
    fields: dict[str, bool | None]


class Miss(NamedTuple):
    """A claim that has no partner: a gold claim that was missed, or a read claim that is not gold."""

    document: str
    claim: Answer


class Wrong(NamedTuple):
    """A field of a found claim that does not agree."""

    document: str
    field: str
    gold: Answer
    read: Answer


class Counts(NamedTuple):
    """How many claims there are, were read, and were found."""

    gold: int
    read: int
    found: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures and what is behind them. `fields` gives (right, judged) by field."""

    claims: Counts
    whole: int
    fields: Mapping[str, tuple[int, int]]
    loose: Counts
    missed: tuple[Miss, ...]
    extra: tuple[Miss, ...]
    wrong: tuple[Wrong, ...]

    def figures(self) -> dict[str, float]:
        """Every figure between 0 and 1 by the name that `--floor` knows it by."""
        gold, read, found = self.claims
        named = {
            "found_precision": found / read if read else 0.0,
            "found_recall": found / gold if gold else 0.0,
            "found": 2 * found / (gold + read) if gold + read else 0.0,
        }
        named.update({name: right / judged for name, (right, judged) in self.fields.items() if judged})
        named["whole"] = 2 * self.whole / (gold + read) if gold + read else 0.0
        return named


def score(golds: Sequence[Gold], answers: Mapping[str, Sequence[Answer]]) -> Scores:
    """Score the read claims of each document, by its id, against the gold claims."""
    pairs: list[tuple[str, Pair]] = []
    missed: list[Miss] = []
    extra: list[Miss] = []
    loose = Counts(0, 0, 0)
    for gold in golds:
        read = [answer for answer in answers.get(gold.id, ()) if not _ignored(answer, gold)]
        loose = _add(loose, _loose(gold, read))
        hand = [claim for claim in gold.claims if claim.outcome not in LOOSE]
        read = [answer for answer in read if answer.outcome and answer.outcome not in LOOSE]
        found = pair(hand, read)
        pairs += [(gold.id, p) for p in found]
        missed += [Miss(gold.id, claim) for claim in _rest(hand, [p.gold for p in found])]
        extra += [Miss(gold.id, claim) for claim in _rest(read, [p.read for p in found])]
    wrong = [Wrong(id, name, p.gold, p.read) for id, p in pairs for name, ok in p.fields.items() if ok is False]
    return Scores(
        claims=Counts(len(pairs) + len(missed), len(pairs) + len(extra), len(pairs)),
        whole=sum(all(p.fields[name] is not False for name in WHOLE) for _, p in pairs),
        fields={name: _tally([p.fields[name] for _, p in pairs]) for name in FIELDS},
        loose=loose, missed=tuple(missed), extra=tuple(extra), wrong=tuple(wrong),
    )  # fmt: skip


def pair(golds: Sequence[Answer], reads: Sequence[Answer]) -> list[Pair]:
    """Pairs of claims of one number and outcome that overlap, each claim once.

    The pair that agrees in most fields goes first, then the one that overlaps most, then the earliest.
    """
    options = sorted(_options(golds, reads), key=lambda option: option[0], reverse=True)
    free_golds, free_reads = set(range(len(golds))), set(range(len(reads)))
    chosen = []
    for (_, _, minus_i, minus_j), found in options:
        if -minus_i in free_golds and -minus_j in free_reads:
            free_golds.remove(-minus_i)
            free_reads.remove(-minus_j)
            chosen.append(found)
    return chosen


def _options(golds: Sequence[Answer], reads: Sequence[Answer]) -> Iterator[tuple[tuple[int, int, int, int], Pair]]:
    for i, gold in enumerate(golds):
        for j, read in enumerate(reads):
            overlap = min(read.end, gold.end) - max(read.start, gold.start)
            if overlap > 0 and (gold.outcome, gold.low, gold.high) == (read.outcome, read.low, read.high):
                judged = fields(gold, read)
                yield (sum(ok is True for ok in judged.values()), overlap, -i, -j), Pair(gold, read, judged)


def _ignored(answer: Answer, gold: Gold) -> bool:
    return any(start <= answer.start and answer.end <= end for start, end in gold.ignored)


def _loose(gold: Gold, read: Sequence[Answer]) -> Counts:
    hand = [claim for claim in gold.claims if claim.outcome in LOOSE]
    answers = [answer for answer in read if answer.outcome in LOOSE]
    return Counts(len(hand), len(answers), len(pair(hand, answers)))


def _add(a: Counts, b: Counts) -> Counts:
    return Counts(a.gold + b.gold, a.read + b.read, a.found + b.found)


def _rest(claims: Sequence[Answer], used: Sequence[Answer]) -> list[Answer]:
    """The claims that are not among the used ones (by identity: equal claims may stand twice)."""
    gone = {id(claim) for claim in used}
    return [claim for claim in claims if id(claim) not in gone]


def _tally(judged: Sequence[bool | None]) -> tuple[int, int]:
    return sum(ok is True for ok in judged), sum(ok is not None for ok in judged)
