"""What a page is made with: the ledger, who asks, how they want to see it, and the templates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any
from unicodedata import combining
from urllib.parse import quote, urlencode

from fastapi import Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tawthiq import __version__, contract
from tawthiq.errors import NotAllowed, NotInLedger
from tawthiq.exporters.countries import country
from tawthiq.exporters.report.arabic import place as arabic_place
from tawthiq.exporters.shapes import OUTSIDE
from tawthiq.incidents import Judgement
from tawthiq.judging import WHO
from tawthiq.ledger.access import Sight
from tawthiq.ledger.named import document_of
from tawthiq.ledger.records import Author
from tawthiq.model import Claim, Span
from tawthiq.operations import access, listing, outside
from tawthiq.operations.judging import Judge
from tawthiq.operations.leaving import why_outside
from tawthiq.operations.listing import Shown
from tawthiq.operations.roles import LEAST, may
from tawthiq.web import preferences
from tawthiq.web.accounts import tolls
from tawthiq.web.blocks import blocks
from tawthiq.web.covered import covers, may_name, spans
from tawthiq.web.figures import Figures, isolated, plain
from tawthiq.web.guard import Person, fits
from tawthiq.web.preferences import Preferences
from tawthiq.web.query import Query, parse
from tawthiq.web.wording import Wording, wording

Form = Mapping[str, list[str]]
OUTLINES = "outlines.json"
# How many fields a form may have: a decision about many claims names each.
_FIELDS = 5_000


@dataclass(frozen=True, slots=True)
class Desk:
    """One request: `ledger` is how the ledger is named; `seen_by` the person's account where collections limit what it
    may see."""

    request: Request
    ledger: str
    person: Person
    preferences: Preferences
    words: Wording
    seen_by: tuple[str, ...] = ()

    def judge(self, note: str = "", seen: str | None = None) -> Judge:
        """Who decides."""
        return Judge(self.ledger, Author(self.person.name, f"tawthiq {__version__}"), note, seen)

    @property
    def in_team(self) -> bool:
        """Whether there are others: people sign in and out."""
        return bool(self.request.app.state.team)

    def may(self, role: str) -> bool:
        """Whether the person may do what this role may."""
        return may(self.person.role, role)

    def need(self, role: str) -> None:
        """Raise NotAllowed unless the person may do what this role may."""
        if not self.may(role):
            raise NotAllowed(self.words.text("not_allowed", role=self.words.name("role", role)))

    def decides(self, names: Iterable[str]) -> bool:
        """Whether the person may decide about these reports, claims and incidents."""
        wanted, sights = list(names), (Sight(account, reviews=True) for account in self.seen_by)
        return self.may("reviewer") and not any(access.refused(self.ledger, sight, wanted) for sight in sights)

    @property
    def key_of(self) -> dict[str, str]:
        """The key of each action that is for the person."""
        known = self.preferences.key_of
        return {action: key for action, key in known.items() if self.may(preferences.NEEDED.get(action, LEAST))}

    def open_to(self, names: Iterable[str], *, reviews: bool = False) -> None:
        """Raise NotInLedger where one of these reports, claims and incidents is not for this person, and NotAllowed
        where they may look, but not decide about it."""
        wanted = list(names)
        for account in self.seen_by:
            if access.refused(self.ledger, Sight(account), wanted):
                raise NotInLedger(self.words.text("not_there"))
            if reviews and access.refused(self.ledger, Sight(account, reviews=True), wanted):
                raise NotAllowed(self.words.text("only_see"))

    def sees(self, name: str) -> bool:
        """Whether this report, claim or incident is for this person."""
        return not any(access.refused(self.ledger, Sight(account), [name]) for account in self.seen_by)

    def shown(self, claims: Iterable[str]) -> list[str]:
        """Of these claims those that are for this person."""
        wanted = list(claims)
        hidden = {c for account in self.seen_by for c in access.claims_hidden(self.ledger, Sight(account), wanted)}
        return [claim for claim in wanted if claim not in hidden]

    def looked_up(self, id: str) -> Shown:
        """An incident; where not all is for this person, without the ids of reports of other incidents."""
        shown = listing.show(self.ledger, id)
        if not self.seen_by:
            return shown
        found, documents = outside.incident(shown.incident), shown.incident["documents"]
        named = tuple(one._replace(copy_of=outside.copied(one.copy_of, documents)) for one in shown.reports)
        return replace(shown, incident=found, reports=named)

    @property
    def here(self) -> str:
        """The address of this page, to come back to."""
        url = self.request.url
        return f"{quote(url.path, safe='/%')}?{url.query}" if url.query else quote(url.path, safe="/%")

    @property
    def query(self) -> Query:
        """The list that the person came from."""
        return replace(parse(self.request.query_params.multi_items()), seen_by=self.seen_by)

    def page(self, template: str, answer: int = 200, **values: Any) -> HTMLResponse:
        """A page from a template."""
        shared = {
            "desk": self, "words": self.words, "t": self.words.text, "name": self.words.name,
            "figures": Figures(self.preferences, self.words), "view": self.preferences, "seal": self.person.seal,
            "query": self.query, "path": self.request.url.path,
        }  # fmt: skip
        return HTMLResponse(templates().get_template(template).render({**shared, **values}), answer)

    @property
    def wants_json(self) -> bool:
        """Whether a script asks, which shows the answer itself."""
        return "application/json" in self.request.headers.get("accept", "")

    def go(self, address: str, **done: Any) -> Response:
        """On to another page, after something was done; a script is told where, and what was done."""
        then = address if address.startswith("/") and address[1:2] not in ("/", "\\") else "/"
        return JSONResponse({"then": then, **done}) if self.wants_json else RedirectResponse(then, 303)


def place_in(place: contract.Json | None, language: str) -> str:
    """A place's name; in Arabic as a report says it, else as the lists made by hand do."""
    if not place:
        return ""
    name, land = str(place["name"] or ""), country(place["country"])
    if language != "ar":
        return name
    arabic = land.name_ar if name == land.name else arabic_place(place["country"], name)
    return str(place.get("text") or arabic or name)


@cache
def templates() -> Environment:
    """The templates, with what they call."""
    found = Environment(
        loader=PackageLoader("tawthiq.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    found.globals.update(
        isolated=isolated,
        static=static,
        has_built=has_built,
        keys=preferences.KEYS,
        OUTLINES=OUTLINES,
        OUTSIDE=OUTSIDE,
    )
    for call in (
        about_names, address_of, bdi, blocks, covers, field_of, inpath, place_in, plain, with_query, may_name, shown,
        spans, tolls, why_outside, words_at,
    ):  # fmt: skip
        found.filters[call.__name__] = call
    return found


def bdi(text: object) -> Markup:
    """A text whose direction is its own."""
    return Markup("<bdi>{}</bdi>").format(text)


def about_names(judgement: Judgement) -> bool:
    """Whether a decision is about who is who."""
    return judgement.kind in WHO


def address_of(judgement: Judgement, subject: str) -> str:
    """The address of what a decision is about: a claim, or the report in which somebody is named."""
    return f"/reports/{inpath(document_of(subject))}" if about_names(judgement) else f"/claims/{inpath(subject)}"


def field_of(claim: Claim, field: str) -> Any:
    """A field of a claim as the published contract has it."""
    return contract.claim(claim)[field]


def shown(text: str) -> str:
    """A report's text sign for sign, without what a page would change: its spans count on. A page turns carriage
    returns into line ends and zeros into nothing."""
    return text.replace("\0", "\ufffd").replace("\r", " ").encode("utf-8", "replace").decode("utf-8")


def words_at(text: str, span: Span) -> str:
    """The words of a span as the text has them, with the vowel signs of their last letter."""
    end = span.end
    while end < len(text) and combining(text[end]):
        end += 1
    return shown(text[span.start : end])


def inpath(text: str) -> str:
    """A text as a piece of an address."""
    return quote(text, safe="")


def with_query(path: str, query: Query, **more: object) -> str:
    """An address that carries the list's query along."""
    asked = "&".join(part for part in (query.address, urlencode(more)) if part)
    return f"{path}?{asked}" if asked else path


def static(name: str) -> str:
    """The address of a file of the package; another version has another address."""
    return f"/static/{name}?{__version__}"


@cache
def static_folder() -> Path:
    """Where the files of the package are."""
    with as_file(files("tawthiq.web") / "static") as folder:
        return folder


@cache
def data_folder() -> Path:
    """Where the data of the package are."""
    with as_file(files("tawthiq") / "data") as folder:
        return folder


def has_built(name: str) -> bool:
    """Whether a part that is built from packages is there; without it pages work, and look plainer."""
    return (static_folder() / "built" / name).is_file()


def desk(request: Request) -> Desk:
    """The desk of a request."""
    known = preferences.read(request.cookies.get(preferences.COOKIE), request.headers.get("accept-language", ""))
    return Desk(request, request.app.state.ledger, request.state.person, known, wording(known.language))


def admitted(request: Request) -> Desk:
    """The desk of a request, where what it names is for the person."""
    found = desk(request)
    if found.in_team and not found.may("admin") and access.limited(found.ledger):
        found = replace(found, seen_by=(found.person.name,))
        asked = request.query_params
        found.open_to([request.path_params.get("id", ""), *asked.getlist("incident"), *asked.getlist("claim")])
    return found


async def form(request: Request) -> Form:
    """What was sent, each value as a list. Refuses what does not carry the person's seal."""
    async with request.form(max_files=0, max_fields=_FIELDS) as sent:
        found: dict[str, list[str]] = {}
        for key, value in sent.multi_items():
            found.setdefault(key, []).append(str(value))
    if not fits(one(found, "seal"), request.state.person):
        raise HTTPException(403, "seal")
    return found


def one(sent: Form, key: str) -> str:
    """A value of a form, "" where it is not there."""
    return sent[key][-1].strip() if sent.get(key) else ""


AtDesk = Annotated[Desk, Depends(admitted)]


def sent(found: AtDesk, filled: Annotated[Form, Depends(form)]) -> Form:
    """What was sent, where what it names is for the person to decide about."""
    if found.seen_by:
        found.open_to([*filled.get("incident", []), *filled.get("claim", [])], reviews=True)
    return filled


Sent = Annotated[Form, Depends(sent)]
