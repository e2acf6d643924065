"""Reports that never were, in any number, to measure how bringing them together grows.

    python tools/synthetic.py [--reports N] [--seed S]             link N (20,000), print the curve
    python tools/synthetic.py --texts FILE.jsonl [--reports N]      write them as texts for `tawthiq add`

The world is made up: three countries of fourteen provinces of a hundred towns, ten years with months of heavy fighting,
a few towns hit over and over. An incident has one to thirty reports (five on average) within three days, with growing
tolls, provinces for towns, days left out, other words for the cause, copies, and round-ups of several incidents.
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tawthiq import linking
from tawthiq.evaluation import bcubed
from tawthiq.incidents import Told
from tawthiq.model import Claim, ClaimPlace, ClaimSource, ClaimTime, Count, Span

FIRST, DAYS = date(2014, 1, 1), 3650
COUNTRIES, PROVINCES, TOWNS = ("SY", "YE", "IQ"), 14, 100
CAUSES = (
    ("airstrike", "bombardment", "غارة جوية"), ("shelling", "bombardment", "قصف مدفعي"),
    ("bombing", "explosion", "تفجير"),
    ("shooting", "attack", "إطلاق نار"), ("landmine", "explosion", "انفجار لغم"),
)  # fmt: skip
ACTORS = ("syrian_government", "russia", "isis", "houthi", "turkey", "")
NAMES = ("أريحا", "سراقب", "دوما", "منبج", "الباب", "تدمر", "خان شيخون", "تعز", "صعدة", "الحديدة", "الفلوجة", "تلعفر")
OUTLETS = tuple(f"outlet {number}" for number in range(60))


@dataclass(frozen=True)
class Happening:
    """An incident of the made-up world."""

    number: int
    day: date
    place: ClaimPlace
    province: ClaimPlace
    cause: int
    actor: str
    killed: int
    injured: int


def reports(number: int, seed: int) -> Iterator[tuple[date, str, list[Happening]]]:
    """Reports in the order that they come: day, outlet, the incidents that each tells of."""
    dice = random.Random(seed)
    waiting: dict[date, list[tuple[str, Happening]]] = {}
    made, at, day = 0, 0, FIRST
    a_day = max(1.0, number / 5 / DAYS)
    while made < number:
        heavy = 3.0 if day.month in (2, 7) else 0.7
        for _ in range(int(dice.expovariate(1 / (a_day * heavy)) + 0.5)):
            one = _happening(dice, at, day)
            at += 1
            for _ in range(min(30, 1 + int(dice.expovariate(1 / 4)))):
                waiting.setdefault(day + timedelta(days=dice.choice((0, 0, 1, 1, 2))), []).append(
                    (dice.choice(OUTLETS), one)
                )
        told = waiting.pop(day, [])
        dice.shuffle(told)
        while told and made < number:
            outlet, first = told.pop()
            extra = [told.pop()[1] for _ in range(dice.choice((0,) * 8 + (2, 4))) if told]
            yield day, outlet, [first, *(one for one in extra if one is not first)]
            made += 1
        day += timedelta(days=1)


def _happening(dice: random.Random, number: int, day: date) -> Happening:
    land = dice.choice(COUNTRIES)
    province, town = int(dice.betavariate(1, 2) * PROVINCES), int(dice.betavariate(1, 4) * TOWNS)
    lat = 30 + COUNTRIES.index(land) * 12 + province % 4 + (town // 10) * 0.09
    lon = 40 + province // 4 + (town % 10) * 0.09
    name = f"{land}-{province}"
    return Happening(
        number, day, ClaimPlace("", f"{name}-{town}", name, land, lat, lon, "town", f"{name}-{town}"),
        ClaimPlace("", name, name, land, lat, lon, "province", name), dice.randrange(len(CAUSES)), dice.choice(ACTORS),
        1 + int(dice.expovariate(1 / 8)), int(dice.expovariate(1 / 15)),
    )  # fmt: skip


def tolds(at: int, day: date, outlet: str, told: list[Happening], dice: random.Random) -> tuple[Told, ...]:
    """The claims of a report, as a reader would give them."""
    found: list[Told] = []
    for one in told:
        place = one.province if dice.random() < 0.1 else one.place
        time_ = None if dice.random() < 0.2 else ClaimTime(one.day.isoformat(), one.day.isoformat(), "", "day")
        event = CAUSES[one.cause][dice.random() < 0.2]
        late = (day - one.day).days
        figures = (("killed", one.killed + late * (one.killed // 5)), ("injured", one.injured), ("killed", one.killed))
        for outcome, figure in figures[: dice.choice((1, 2, 2, 3))]:
            source = (
                ClaimSource(f"مصدر {dice.randrange(6)}", None, "medical", None, (), False)
                if dice.random() < 0.5
                else None
            )
            number = len(found) + 1
            actors = (one.actor,) if one.actor and dice.random() < 0.7 else ()
            claim = Claim(
                f"c{number}", Span(number * 100, number * 100 + 5), "", outcome, Count(figure, figure), "person", None,
                None, False, event, None, actors, (), place, time_, source, "asserted",
            )  # fmt: skip
            found.append(Told(f"r{at}:c{number}", claim, f"r{at}", day, outlet, f"r{at}"))
    return tuple(found)


def text(day: date, told: list[Happening], dice: random.Random) -> str:
    """A report in words; towns bear the names of real ones."""
    lines = []
    for one in told:
        name = NAMES[hash(one.place.name) % len(NAMES)]
        cause = CAUSES[one.cause][2]
        when = "أمس" if day > one.day else "اليوم"
        lines.append(
            dice.choice((
                f"قتل {one.killed} أشخاص وأصيب {one.injured} آخرون في {cause} على {name} {when}.",
                f"أفادت مصادر طبية بمقتل {one.killed} مدنيا في {cause} استهدف {name} {when}، وإصابة {one.injured}.",
                f"وقال شهود إن {cause} في {name} {when} أوقع {one.killed} قتيلا، ولم تعرف الجهة المسؤولة بعد.",
            ))
        )  # fmt: skip
    return "\n".join(lines)


def curve(number: int, seed: int) -> None:
    """Link as a ledger does, print what each tenth cost, and how well the incidents of the made-up world are found."""
    linked, dice = linking.Linked(), random.Random(seed + 1)
    spent, before, step = 0.0, 0, max(1, number // 10)
    truth: dict[str, str] = {}
    print(f"{'reports':>9} {'CPU ms a report':>16} {'compared':>9} {'incidents':>10}")
    for at, (day, outlet, told) in enumerate(reports(number, seed), 1):
        mine = tolds(at, day, outlet, told, dice)
        begun = time.process_time()
        linked.add(mine)
        spent += time.process_time() - begun
        truth[f"r{at}:c1"] = str(told[0].number)
        if at % step == 0:
            compared = (linked.compared - before) / step
            print(f"{at:>9,} {1000 * spent / step:>16.2f} {compared:>9.1f} {len(linked.claims):>10,}", flush=True)
            spent, before = 0.0, linked.compared
    precision, recall = bcubed(truth, {claim: linked.home.get(claim, claim) for claim in truth})
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"first claims of {number:,} reports: B-cubed precision {precision:.3f}, recall {recall:.3f}; {memory:,.0f} MB"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--texts", metavar="FILE.jsonl")
    chosen = options.parse_args()
    if not chosen.texts:
        curve(chosen.reports, chosen.seed)
        return
    dice = random.Random(chosen.seed + 1)
    with Path(chosen.texts).open("w", encoding="utf-8") as stream:
        for at, (day, outlet, told) in enumerate(reports(chosen.reports, chosen.seed), 1):
            row = {"id": f"r{at}", "published": day.isoformat(), "outlet": outlet, "text": text(day, told, dice)}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
