"""Who independently says so? Claims of one incident by the account that they hang on.

A named speaker is one account whichever outlets carry it; unnamed speakers of one kind («medical sources») are one
where they give the same figure, since nothing shows that they are several; the own voice of a text is one with all its
near copies, with every text of the agency that it names as its origin, and with its outlet's follow-ups."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from tawthiq.incidents import Account, Told
from tawthiq.linking.words import bare, words
from tawthiq.model import ClaimSource

# Speakers that are a side of the conflict, or speak for one.
SIDES = frozenset({"military", "armed_group"})
# How long after a report another one of the same outlet follows it up.
FOLLOW_UP = timedelta(days=3)
_FIRM = 0.5


class Voice(NamedTuple):
    """Who a claim hangs on, before voices that are one are joined. `names` are words that tell it from others."""

    key: str
    label: str
    kind: str
    names: frozenset[str]
    role: frozenset[str]
    party: str | None


def accounts(tolds: Iterable[Told]) -> tuple[tuple[Account, ...], dict[str, str]]:
    """The accounts of an incident, those with most reports first, and the account of each claim by claim id."""
    told = sorted(tolds, key=lambda t: t.id)
    voices = {t.id: voice(t) for t in told}
    keys = _joined({v.key: v for v in voices.values()}) | _outlets(told, voices) | _unnamed(told, voices)
    members: dict[str, list[Told]] = {}
    for t in told:
        members.setdefault(keys[voices[t.id].key], []).append(t)
    found = [_account(key, claims, voices) for key, claims in members.items()]
    found.sort(key=lambda account: (-len(account.documents), -len(account.claims), account.id))
    return tuple(found), {claim: account.id for account in found for claim in account.claims}


def voice(told: Told) -> Voice:
    """The voice of one claim."""
    source = told.claim.source
    if source is None:
        return _own_voice(told)
    said = frozenset(bare(source.text))
    role = frozenset(bare(source.role or ""))
    known = _speaker(said) or _speaker(said | role)
    if known is not None:
        id, party = known
        return Voice(f"speaker:{id}", source.text, source.kind, frozenset(), frozenset(), party)
    agency = words().agencies.get(said)
    if agency is not None:
        return Voice(f"wire:{agency}", source.text, "media", frozenset(), frozenset(), None)
    if source.kind == "media" and _own_people(said, told.outlet):
        return _own_voice(told)
    names = said - words().generic
    if not names:
        key = f"kind:{source.kind}:{told.outlet or told.text or told.document}"
        return Voice(key, source.text, source.kind, frozenset(), frozenset(), None)
    return Voice(f"named:{_spelled(names)}", source.text, source.kind, names, role - words().generic, None)


def own_voice(account: Account) -> bool:
    """Whether an account is the own voice of texts."""
    return account.id.startswith(("text:", "wire:"))


def nameless(account: Account) -> bool:
    """Whether an account is that of speakers of whom only the kind is told."""
    return account.id.startswith("kind:")


def side(account: Account) -> bool:
    """Whether an account is that of a side of the conflict."""
    return account.party is not None or account.kind in SIDES


def _own_voice(told: Told) -> Voice:
    label = told.outlet or told.document
    if told.wire is not None:
        return Voice(f"wire:{told.wire}", told.wire, "media", frozenset(), frozenset(), None)
    return Voice(f"text:{told.text or told.document}", label, "media", frozenset(), frozenset(), None)


def _own_people(said: frozenset[str], outlet: str | None) -> bool:
    """Whether a source is the outlet itself or its correspondent."""
    rest = said - words().own - words().generic - words().common
    own = frozenset(bare(outlet or "")) - words().generic - words().common
    return bool(said & words().own and not rest) or bool(own and rest and (own <= rest or rest <= own))


@lru_cache(maxsize=16384)
def _speaker(said: frozenset[str]) -> tuple[str, str | None] | None:
    """The known speaker whose longest name stands in what is said of the source."""
    fits = [(len(name), s.id, s.party) for s in words().speakers for name in s.names if _names(name, said)]
    if not fits:
        return None
    _, id, party = max(fits, key=lambda fit: (fit[0], fit[1]))
    return id, party


def _names(name: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a name stands in what is said; a word that many bodies share must stand alone."""
    return name <= said if name - words().common else name == said - words().generic


def _joined(voices: dict[str, Voice]) -> dict[str, str]:
    """For each voice the key of the account that it is of: named voices with the same telling words are one."""
    home = {key: key for key in voices}
    named = sorted((v for v in voices.values() if v.names), key=lambda v: (-len(v.names), v.key))
    for at, short in enumerate(named):
        for long in named[:at]:
            if _one(short, long):
                home[short.key] = home[long.key]
                break
    return home


def _one(a: Voice, b: Voice) -> bool:
    if a.kind != b.kind:
        return False
    first, second = a.names - words().common, b.names - words().common
    if not first or not second:
        return a.names == b.names
    shared = len(first & second) / min(len(first), len(second))
    return shared > _FIRM or (first <= b.role) or (second <= a.role)


def _outlets(told: list[Told], voices: dict[str, Voice]) -> dict[str, str]:
    """Texts of one outlet within days of each other are one account: the later ones follow the story up."""
    home: dict[str, str] = {}
    last: dict[str, tuple[date, str]] = {}
    for t in sorted(told, key=lambda t: (t.published or date.max, t.document, t.id)):
        key = voices[t.id].key
        if not key.startswith("text:") or t.outlet is None or t.published is None or key in home:
            continue
        day, first = last.get(t.outlet, (t.published, key))
        home[key] = first if t.published - day <= FOLLOW_UP else key
        last[t.outlet] = (t.published, home[key])
    return home


def _unnamed(told: list[Told], voices: dict[str, Voice]) -> dict[str, str]:
    """Unnamed speakers of one kind in several outlets who give the same figure are one account."""
    home: dict[str, str] = {}
    first: dict[tuple[str, str | None, int], str] = {}
    for t in told:
        count, key = t.claim.count, voices[t.id].key
        if not key.startswith("kind:") or count is None or count.low is None:
            continue
        figure = (voices[t.id].kind, t.claim.outcome, count.low)
        home.setdefault(key, first.setdefault(figure, home.get(key, key)))
    return home


def _account(key: str, claims: list[Told], voices: dict[str, Voice]) -> Account:
    mine = [voices[t.id] for t in claims]
    label = max((v.label for v in mine), key=lambda text: (len(text), text))
    kinds = sorted(v.kind for v in mine)
    return Account(
        id=key, label=label, kind=max(kinds, key=kinds.count),
        documents=tuple(sorted({t.document for t in claims})), claims=tuple(t.id for t in claims),
        party=next((v.party for v in mine if v.party), None),
    )  # fmt: skip


def _spelled(names: frozenset[str]) -> str:
    return " ".join(sorted(names))


def speaks(source: ClaimSource) -> str:
    """How a source is shown: its words and its role."""
    return f"{source.text} ({source.role})" if source.role else source.text
