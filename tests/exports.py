"""A ledger for the tests of exports: six reports with claims made by hand; no change of the reader shows in it."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from tawthiq.ledger.connect import ADD, opened
from tawthiq.ledger.records import Author, Read
from tawthiq.ledger.writer import Writer
from tawthiq.model import Claim, ClaimSource, Document, Span, Victim
from tawthiq.operations.placing import Placer
from tawthiq.operations.settling import settle
from tawthiq.sources import Report
from tests import tolds

VICTIM = "أحمد خالد العلي"
SHORTER = "أحمد العلي"
DOCTOR = "سامر المصري"


class Told(NamedTuple):
    """A report of the fixture: its id, outlet, day, address, title, text and claims (number, figure and the rest)."""

    id: str
    outlet: str
    published: str
    url: str | None
    title: str | None
    text: str
    claims: tuple[tuple[str, dict[str, object]], ...]


_HOSPITAL = f"hospital: {DOCTOR} (مدير مستشفى أريحا)"
_MONITOR = "monitor: المرصد السوري لحقوق الإنسان"
REPORTS = (
    Told("market", "جريدة الصباح", "2019-07-28", "https://sabah.example/news/441", "=1+1 غارة على سوق أريحا",
         "قال مدير المستشفى سامر المصري إن 12 مدنيا قتلوا بينهم ثلاثة أطفال وأصيب 20 في غارة على سوق أريحا.",
         (("12", {"quote": "12 مدنيا", "group": "civilian", "place": "Ariha market", "source": _HOSPITAL}),
          ("3", {"quote": "ثلاثة أطفال", "group": "child", "part_of": "c1", "place": "Ariha market",
                 "source": _HOSPITAL}),
          ("20", {"outcome": "injured", "group": "civilian", "place": "Ariha market", "source": _HOSPITAL}))),
    Told("radio", "إذاعة المدينة", "2019-07-28", f"https://radio.example/ar/مقتل-{VICTIM.replace(' ', '-')}", None,
         f"قتل 15 مدنيا على الأقل في غارة روسية على أريحا بحسب المرصد، بينهم {VICTIM} (45 عاما).",
         (("15+", {"quote": "15 مدنيا", "group": "civilian", "source": _MONITOR, "actors": "russia"}),
          ("1", {"quote": VICTIM, "group": "man", "part_of": "c1", "source": _MONITOR, "actors": "russia"}))),
    Told("copy", "موقع الخبر", "2019-07-29", "https://khabar.example/?id=9", "أريحا",
         f"قتل 15 مدنيا على الأقل في غارة روسية على أريحا بحسب المرصد، بينهم {SHORTER} (45 عاما). شارك",
         (("15+", {"quote": "15 مدنيا", "group": "civilian", "source": _MONITOR, "actors": "russia"}),)),
    Told("denial", "وكالة الفرات", "2019-07-29", "https://furat.example/2019/77", "نفي",
         "نفت وزارة الدفاع مقتل مدنيين في أريحا.",
         (("dozens", {"quote": "مدنيين", "group": "civilian", "status": "denied", "source": "army: وزارة الدفاع",
                      "actors": "russia"}),)),
    Told("front", "وكالة الفرات", "2019-08-04", "https://furat.example/2019/80", "معارك تعز",
         "قتل سبعة مقاتلين وجندي في معارك تعز بين 1 و3 آب.",
         (("7", {"quote": "سبعة مقاتلين", "group": "fighter", "place": "Taiz", "day": "2019-08-01/2019-08-03",
                 "event": "armed_clash", "actors": "houthi yemeni_government"}),
          ("1", {"quote": "جندي", "group": "soldier", "place": "Taiz", "day": "2019-08-01/2019-08-03",
                 "event": "armed_clash", "actors": "houthi yemeni_government"}))),
    Told("country", "موقع الخبر", "2019-09-12", None, "@عشرات القتلى", "سقط عشرات القتلى في قصف في سوريا.",
         (("dozens", {"quote": "عشرات القتلى", "place": "Syria", "day": "2019-09-11", "event": "bombardment",
                      "actors": ""}),)),
)  # fmt: skip
AUTHOR = Author("tester", "tawthiq test")


def fill(ledger: str) -> str:
    """The ledger with the reports of the fixture, added at a fixed time."""
    with opened(ledger, ADD) as open_ledger:
        writer = Writer(open_ledger, AUTHOR, lambda: "2019-10-01T12:00:00.000+00:00")
        placer = Placer(writer)
        for told in REPORTS:
            report, document = _report(told), _document(told)
            with writer.batch():
                placer.begin()
                arrival = writer.arrival(report, document)
                read = Read("by hand", told.published, document.claims, document.victims)
                writer.document(arrival, read, placer.document(arrival))
        settle(open_ledger)
    return ledger


def _report(told: Told) -> Report:
    data = told.text.encode()
    return Report(
        told.id, told.text, f"reports.jsonl, line {told.id}", hashlib.sha256(data).hexdigest(), len(data), told.title,
        told.url, told.outlet, date.fromisoformat(told.published), data,
    )  # fmt: skip


def _document(told: Told) -> Document:
    return Document(
        told.id, told.text, hashlib.sha256(told.text.encode()).hexdigest(), told.title, told.url, told.outlet,
        date.fromisoformat(told.published), claims=tuple(_claims(told)), victims=tuple(_victims(told)),
    )  # fmt: skip


def _victims(told: Told) -> Iterator[Victim]:
    """The named man, in the copy by a shorter name."""
    for name, claim in ((VICTIM, "c2"), (SHORTER, "c1")):
        at = told.text.find(f"بينهم {name} ")
        if at >= 0:
            span = Span(at + len("بينهم "), at + len(f"بينهم {name}"))
            source = ClaimSource("المرصد السوري لحقوق الإنسان", None, "monitor", "sohr", (), False)
            yield Victim("v1", span, name, 1, 45, "male", None, None, "man", "killed", "asserted", (claim,), source)


def _claims(told: Told) -> Iterator[Claim]:
    for number, (figure, more) in enumerate(told.claims, 1):
        made = tolds.told(tolds.Report(told.id, told.published, told.outlet), number, figure, **more).claim
        yield replace(made, because=("casualties.named",) if more.get("quote") == VICTIM else ("group.madani",))
