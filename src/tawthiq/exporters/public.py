"""What an export that may be published leaves out: victims' names, words of reports, exact positions.

Reports name the dead, their families, witnesses and doctors, in quotations, titles and addresses. No list of names can
find them all, so a public export has no words of a report at all, but for the names of organisations that the project's
own lists know, of towns, outlets, governments and armed sides. Positions are rounded to a tenth of a degree (about
11 km), and a site or quarter is named by its province.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import NamedTuple
from urllib.parse import urlsplit

from tawthiq.contract import Json
from tawthiq.exporters.countries import country
from tawthiq.exporters.shapes import OUTSIDE, Record, Report
from tawthiq.incidents import Told
from tawthiq.language.eventtypes import event_types
from tawthiq.model import Claim, ClaimPlace, ClaimSource

DECIMALS = 1
_EXACT = ("site", "neighbourhood")
# Kinds of speakers that are bodies or speak in public for one; of others no name is published.
_BODIES = frozenset({"government", "military", "armed_group", "un", "media"})
_ID = 12
# A piece of an address that holds no words: «news», «2019», «a1b2».
_PLAIN = re.compile(r"[A-Za-z0-9.@~]{1,20}")


def public(record: Record) -> Record:
    """The record without what may put people at risk."""
    reports = {report.id: _report_name(report) for report in record.reports}
    claims = tuple(_told(told, reports) for told in record.claims)
    accounts = record.incident["sources"]
    names = _Names(
        reports, {old.id: new.id for old, new in zip(record.claims, claims, strict=True)},
        {account["id"]: f"account {number}" for number, account in enumerate(accounts, 1)},
        _labels(accounts, reports),
    )  # fmt: skip
    rejected = {names.claims[claim]: "rejected by a reviewer" for claim in record.rejected if claim in names.claims}
    return Record(
        _incident(record, names), claims, rejected, tuple(_report(report, reports) for report in record.reports)
    )


def coarse(place: Json | None) -> Json | None:
    """A place no more exact than a town, at a position rounded to a tenth of a degree. A town's name stays."""
    if place is None:
        return None
    found = {**place, "lat": _rounded(place["lat"]), "lon": _rounded(place["lon"])}
    if place["level"] in _EXACT:
        name = place["admin1"] or country(place["country"]).name
        found.update(text="", name=name, level="district", id=None)
    return found


def address(url: str | None) -> str | None:
    """The address where it holds no words, else its beginning alone: addresses often repeat a title."""
    if not url:
        return url
    parts = urlsplit(url)
    pieces = [piece for piece in parts.path.split("/") if piece]
    if not parts.query and not parts.fragment and all(_PLAIN.fullmatch(piece) for piece in pieces):
        return url
    return f"{parts.scheme}://{parts.hostname}/" if parts.hostname else None


def _report_name(report: Report) -> str:
    return f"r{hashlib.sha256(f'{report.sha256} {report.id}'.encode('utf-8', 'replace')).hexdigest()[:_ID]}"


def _report(report: Report, names: Mapping[str, str]) -> Report:
    copy_of = report.copy_of and names.get(report.copy_of, OUTSIDE)
    return replace(report, id=names[report.id], title=None, url=address(report.url), copy_of=copy_of)


def _told(told: Told, names: Mapping[str, str]) -> Told:
    document = names[told.document]
    text = names.get(told.text, document)
    return replace(told, id=f"{document}:{told.claim.id}", document=document, text=text, claim=_claim(told.claim))


def _claim(claim: Claim) -> Claim:
    time = replace(claim.time, text="") if claim.time else None
    place = coarse(asdict(claim.place) if claim.place else None)
    return replace(
        claim, quote="", group_text=None, event_text=None, actors_text=(), time=time, source=_source(claim.source),
        place=ClaimPlace(**place) if place else None,
    )  # fmt: skip


def _source(source: ClaimSource | None) -> ClaimSource | None:
    if source is None or source.kind in _BODIES:
        return source and replace(source, via=())
    text = (source.id or f"{source.kind} source").replace("_", " ")
    return replace(source, text=text, role=None, via=())


class _Names(NamedTuple):
    """What reports, claims and accounts are called in public, by what they are called in the ledger, and the
    published words for the labels of accounts."""

    reports: Mapping[str, str]
    claims: Mapping[str, str]
    accounts: Mapping[str, str]
    labels: Mapping[str, str]


def _incident(record: Record, names: _Names) -> Json:
    found = record.incident
    place = coarse(found["place"])
    words = _Words(names)
    return {
        **found, "title": _title(found, place), "place": place,
        "grade_because": [words.of(text) for text in found["grade_because"]],
        "sources": [_account(account, names) for account in found["sources"]],
        "documents": _mapped(found["documents"], names.reports), "claims": _mapped(found["claims"], names.claims),
        "tolls": {
            codebook: {outcome: _toll(toll, names, words) for outcome, toll in tolls.items()}
            for codebook, tolls in found["tolls"].items()
        },
    }  # fmt: skip


def _account(account: Json, names: _Names) -> Json:
    return {
        **account, "id": names.accounts[account["id"]], "label": names.labels[account["label"]],
        "documents": _mapped(account["documents"], names.reports), "claims": _mapped(account["claims"], names.claims),
    }  # fmt: skip


def _toll(toll: Json, names: _Names, words: "_Words") -> Json:
    shown = dict(toll)
    for key, mapping in (("claims", names.claims), ("accounts", names.accounts)):
        if key in toll:
            shown[key] = _mapped(toll[key], mapping)
    if "because" in toll:
        shown["because"] = [words.of(text) for text in toll["because"]]
    if "uses" in toll:
        shown["uses"] = [{**use, "claim": names.claims.get(use["claim"], ""), "why": ""} for use in toll["uses"]]
    shown["groups"] = {group: _toll(part, names, words) for group, part in toll.get("groups", {}).items()}
    return shown


def _mapped(ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names[id] for id in ids if id in names]


def _labels(accounts: Iterable[Json], reports: Mapping[str, str]) -> dict[str, str]:
    """A word for each account: its own where it is a body, an outlet or a known organisation, else its kind."""
    found = {}
    for number, account in enumerate(accounts, 1):
        kind, label = account["kind"].replace("_", " "), account["label"]
        where, _, known = account["id"].partition(":")
        if where == "speaker" and account["kind"] not in _BODIES:
            found[label] = known.replace("_", " ")
        elif where in ("named", "kind") and account["kind"] not in _BODIES:
            found[label] = f"{kind} source {number}"
        else:
            found[label] = reports.get(label, label)
    return found


class _Words:
    """Our own explanations with the published words for what they name."""

    def __init__(self, names: _Names) -> None:
        self._names = {**names.claims, **{old: new for old, new in names.labels.items() if old != new}}
        words = sorted(filter(None, self._names), key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words) or r"(?!)")

    def of(self, text: str) -> str:
        return self._pattern.sub(lambda found: self._names[found[0]], text)


def _title(incident: Json, place: Json | None) -> str:
    kind = event_types()[incident["event"]].en if incident["event"] in event_types() else incident["event"]
    return ", ".join(filter(None, [kind, place["name"] if place else "", incident["date"]["start"]]))


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DECIMALS)
