"""What each account says: its figure of one outcome, from all its claims, before any codebook looks at it.

In one account a later report replaces an earlier one, a higher figure of the same report the lower ones; breakdowns
are kept but never added to their total; figures of parts that do not overlap are added where no total is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from tawthiq.incidents import Account, Told, Use
from tawthiq.linking import of_one_day
from tawthiq.reconciling.accounts import FOLLOW_UP, nameless, own_voice

EVERYBODY = frozenset({"person", "civilian"})
FIGHTING = frozenset({"fighter", "soldier", "police"})
OBJECTS = frozenset({"destroyed", "damaged", "hit", "strikes"})
_AGES = frozenset({"child", "woman", "man", "elderly"})
_NO_PERSONS = frozenset({"family"})
_NEXT_TO = 45
_ALONE = 5
_NEARBY = frozenset({"witness", "anonymous", "media", "other"})
_FEW = 3
_GROWTH = 2
_SOME = 0.6
_OFTEN, _TIMES = 2, 10


@dataclass(frozen=True, slots=True)
class Stated:
    """The figure of one account. `low` None: at most `high`. `open`: `high` may be more.
    `whole` says whether it speaks of everybody, not only of a special group."""

    account: Account
    low: int | None
    high: int
    open: bool
    whole: bool
    published: date | None
    uses: tuple[Use, ...]
    civil: int | None = None

    @property
    def least(self) -> int:
        """The lowest number that the account stands for."""
        return self.high if self.low is None else self.low


@dataclass(frozen=True, slots=True)
class Case:
    """An incident's claims with their accounts, and those that people rejected with why."""

    tolds: tuple[Told, ...]
    accounts: tuple[Account, ...]
    account_of: Mapping[str, str]
    rejected: Mapping[str, str] = field(default_factory=dict)

    def of(self, outcome: str) -> tuple[Told, ...]:
        """The claims of an outcome."""
        return tuple(told for told in self.tolds if told.claim.outcome == outcome)

    def account(self, claim: str) -> Account:
        """The account of a claim."""
        return next(account for account in self.accounts if account.id == self.account_of[claim])


def stated(case: Case, outcome: str, group: str | None = None) -> tuple[tuple[Stated, ...], tuple[Use, ...]]:
    """What each account says of an outcome, of everybody or of one group; and the claims without a figure, with why."""
    claims = [t for t in case.of(outcome) if group is None or t.claim.group == group]
    aside = [use for told in claims if (use := _aside(case, told)) is not None]
    left = {use.claim for use in aside}
    numbers = [told for told in claims if told.id not in left]
    sums = _sums(numbers)
    aside += [Use(told.id, "aside", "sums the incidents of a day") for told in sums]
    numbers = [told for told in numbers if told not in sums]
    if any(_most(told) for told in numbers):
        nothing = [told for told in numbers if _most(told) == 0 and not _says_more(case, told, numbers)]
        aside += [Use(told.id, "aside", "says that there was none: shown beside the figures") for told in nothing]
        numbers = [told for told in numbers if told not in nothing]
    if group is None:
        parts = _parts(numbers)
        aside += [Use(told.id, "part", f"a breakdown of {told.part_of}: never added") for told in parts]
        numbers = [told for told in numbers if told not in parts]
    by_account: dict[str, list[Told]] = {}
    for told in numbers:
        by_account.setdefault(case.account_of[told.id], []).append(told)
    found = [_one(account, by_account[account.id], group) for account in case.accounts if account.id in by_account]
    return _repeated(tuple(found), case), tuple(aside)


def _aside(case: Case, told: Told) -> Use | None:
    """Why a claim gives no figure, if it gives none."""
    claim = told.claim
    if told.id in case.rejected:
        return Use(told.id, "aside", case.rejected[told.id])
    if claim.status != "asserted":
        return Use(told.id, "aside", f"{claim.status}: shown, not counted")
    if claim.cumulative and not of_one_day(claim):
        return Use(told.id, "aside", "sums several incidents")
    if claim.count is None or (claim.count.low is None and claim.count.high is None):
        vague = claim.count.vague if claim.count else None
        return Use(told.id, "aside", f"no number: {vague or 'unknown'}")
    return None


def _sums(numbers: Sequence[Told]) -> list[Told]:
    """Sums of a day in one town that are no toll of the incident: their report tells its toll as well, or all others
    say much less."""
    plain = [told for told in numbers if not told.claim.cumulative]
    most = max((_most(told) for told in plain), default=0)
    reports = {told.document for told in plain if _most(told) > 1}
    sums = [told for told in numbers if told.claim.cumulative]
    return [told for told in sums if told.document in reports or 0 < _GROWTH * most < _most(told)]


def _says_more(case: Case, told: Told, numbers: Sequence[Told]) -> bool:
    """Whether the account of a claim of none also gives a figure."""
    mine = case.account_of[told.id]
    return any(case.account_of[other.id] == mine and _most(other) for other in numbers)


def _parts(numbers: Sequence[Told]) -> list[Told]:
    """The breakdowns of totals that are told with a number; what is part of «some» stands for itself."""
    ids = {told.id for told in numbers}
    return [told for told in numbers if told.part_of in ids]


def _one(account: Account, claims: list[Told], group: str | None) -> Stated:
    """The figure of one account from its claims with numbers."""
    wider = _wider(claims)
    current, uses = _current(account, [told for told in claims if told is not wider])
    if wider is not None:
        uses.append(Use(wider.id, "aside", "many times what the same source says else: of a longer time or wider area"))
    picked, whole = _picked(current) if group is None else ([_highest(current)], True)
    lower = "a higher figure of the same source replaces it" if len(picked) == 1 else "the figures used hold it"
    uses += [Use(t.id, "used", "") for t in picked]
    uses += [Use(t.id, "replaced", _why(t, picked, lower)) for t in current if t not in picked]
    lows = [t.claim.count.low for t in picked if t.claim.count]
    return Stated(
        account=account,
        low=None if None in lows else sum(low for low in lows if low is not None),
        high=sum(_most(t) for t in picked),
        open=any(t.claim.count is not None and t.claim.count.high is None for t in picked),
        whole=whole and not _single(picked),
        published=max((t.published for t in picked if t.published), default=None),
        uses=tuple(uses),
        civil=_civil(current),
    )


def _wider(claims: Sequence[Told]) -> Told | None:
    """The figure, told once, that is many times those that the same account tells more than once, if there is one."""
    whole = sorted((told for told in claims if told.claim.group in EVERYBODY), key=lambda told: (_most(told), told.id))
    rest = whole[:-1]
    if len(rest) < _OFTEN or _most(whole[-1]) < _TIMES * max(_most(rest[-1]), 1):
        return None
    return whole[-1]


def _current(account: Account, claims: list[Told]) -> tuple[list[Told], list[Use]]:
    """The claims of an account that hold, and those that a later report replaced."""
    last = max((t.published for t in claims if t.published), default=None)
    if last is None or (own_voice(account) and len({t.document for t in claims}) == 1):
        return claims, []
    whole = [t for t in claims if t.claim.group in EVERYBODY] or claims
    newest = max((t for t in whole if t.published), key=lambda t: (t.published or last, t.id), default=None)
    old = [t for t in claims if newest is not None and _updates(account, t, newest)]
    return [t for t in claims if t not in old], [Use(t.id, "replaced", _newer(newest)) for t in old]


def _newer(newest: Told | None) -> str:
    day = newest.published.isoformat() if newest and newest.published else "later"
    return f"the same source gave a newer figure on {day}"


def _updates(account: Account, told: Told, newest: Told) -> bool:
    """Whether a newer figure replaces a claim: always that of a named speaker; of unnamed speakers and of texts only
    a follow-up of the same outlet. A lower figure of the next days is mostly an early one that is carried again."""
    if told.published is None or newest.published is None or told.published >= newest.published:
        return False
    follows = newest.published - told.published <= FOLLOW_UP
    if follows and _most(newest) < _most(told):
        return False
    if nameless(account) or own_voice(account):
        return told.outlet is not None and told.outlet == newest.outlet and follows
    return True


def _picked(claims: list[Told]) -> tuple[list[Told], bool]:
    """The claims whose figures make up an account's total, and whether they speak of everybody."""
    by_group: dict[str, Told] = {}
    for told in sorted(claims, key=lambda t: (t.published or date.min, t.id)):
        best = by_group.get(told.claim.group or "person")
        if best is None or _rank(told) > _rank(best):
            by_group[told.claim.group or "person"] = told
    ways = [[told] for group, told in by_group.items() if group not in _NO_PERSONS]
    ways.append([told for group, told in by_group.items() if group in _AGES])
    ways.append([told for group, told in by_group.items() if group in FIGHTING or group == "civilian"])
    ways.append(_side_by_side(list(by_group.values())))
    ways = [way for way in ways if way] or [[told] for told in by_group.values()]
    best_way = max(ways, key=lambda way: (sum(_rank(t)[0] for t in way), _general(way), -len(way)))
    return best_way, _of_all(best_way)


def _side_by_side(claims: list[Told]) -> list[Told]:
    """Claims told in one breath («the commander and six of his companions»)."""
    claims = sorted(claims, key=lambda t: (t.document, t.claim.span))
    for first, second in pairwise(claims):
        close = second.claim.span.start - first.claim.span.end <= _NEXT_TO and first.document == second.document
        if close and second.claim.group == "person" and first.claim.group not in EVERYBODY and _most(first) == 1:
            return [first, second]
    return []


def _general(claims: Sequence[Told]) -> bool:
    return any(t.claim.group in EVERYBODY for t in claims) or len([t for t in claims if t.claim.group in _AGES]) > 1


def _of_all(claims: Sequence[Told]) -> bool:
    """Whether figures speak of everybody harmed; women and children without men seldom are all of them."""
    groups = {t.claim.group or "person" for t in claims}
    return bool(groups & EVERYBODY) or ("man" in groups and len(groups & _AGES) > 1)


def _single(claims: Sequence[Told]) -> bool:
    """A single victim: one of those killed, who is named or described, rather than a toll."""
    return len(claims) == 1 and _most(claims[0]) == 1


def _civil(claims: Sequence[Told]) -> int | None:
    """The highest figure that an account gives of people who do not fight, None where it gives none."""
    return max((_most(t) for t in claims if t.claim.group not in FIGHTING), default=None)


def _highest(claims: list[Told]) -> Told:
    return max(claims, key=lambda t: (_rank(t), t.id))


def _rank(told: Told) -> tuple[int, bool, str]:
    count = told.claim.count
    return (
        _most(told),
        count is not None and count.high is not None,
        told.published.isoformat() if told.published else "",
    )


def _most(told: Told) -> int:
    """The highest number of a claim: its high end, or the one that it is at least."""
    count = told.claim.count
    if count is None:
        return 0
    return count.high if count.high is not None else count.low or 0


def _why(told: Told, picked: Sequence[Told], lower: str) -> str:
    if any(_most(t) == _most(told) and t.claim.group == told.claim.group for t in picked):
        return "the same figure again"
    return lower


def _repeated(found: tuple[Stated, ...], case: Case) -> tuple[Stated, ...]:
    """Accounts without those of a text's own voice that only repeats a speaker of the same report."""
    told = {t.id: t for t in case.tolds}
    spoken: dict[tuple[str, int], dict[str, set[str]]] = {}
    for one in found:
        if not own_voice(one.account):
            for use in one.uses:
                speakers = spoken.setdefault(_figure(told[use.claim]), {})
                speakers.setdefault(one.account.id, set()).add(_group(told[use.claim]))
    kept: list[Stated] = []
    moved: dict[str, list[Use]] = {}
    labels = {one.account.id: one.account.label for one in found}
    for one in found:
        used = [told[use.claim] for use in one.uses if use.state == "used"]
        other = _speaker_of(used, spoken) if own_voice(one.account) else None
        if other is None:
            kept.append(one)
        else:
            why = f"the report repeats {labels[other]}"
            moved.setdefault(other, []).extend(
                Use(use.claim, "replaced", why) if use.state == "used" else use for use in one.uses
            )
    return tuple(_with(one, moved.get(one.account.id, [])) for one in kept)


def _figure(told: Told) -> tuple[str, int]:
    return told.document, _most(told)


def _group(told: Told) -> str:
    """The group of a claim, empty where it is everybody."""
    return "" if told.claim.group is None or told.claim.group in EVERYBODY else told.claim.group


def _speaker_of(used: Sequence[Told], spoken: Mapping[tuple[str, int], Mapping[str, set[str]]]) -> str | None:
    """The account of the speaker whose figures a text repeats in its own voice: each of those used is told by them too,
    of the same people; `spoken` gives the groups by account for the figures of a report."""
    for account in spoken.get(_figure(used[0]), ()):
        if all(_same_people(told, spoken.get(_figure(told), {}).get(account, set())) for told in used):
            return account
    return None


def _same_people(told: Told, groups: set[str]) -> bool:
    return bool(groups) and (not _group(told) or "" in groups or _group(told) in groups)


def _with(one: Stated, uses: Sequence[Use]) -> Stated:
    if not uses:
        return one
    return Stated(
        one.account, one.low, one.high, one.open, one.whole, one.published, (*one.uses, *uses), one.civil
    )  # fmt: skip


def alone(one: Stated, found: Sequence[Stated]) -> bool:
    """Whether an account tells only of some of the people harmed: it never lowers what others tell of all of them."""
    whole = [other for other in found if other.whole] or [max(found, key=lambda s: (s.high, s.account.id))]
    least = min(other.least for other in whole)
    if one in whole:
        return any(_of_some(one, other) for other in whole)
    return one.high <= _SOME * least or (one.high == 1 and least >= _ALONE)


def _of_some(one: Stated, other: Stated) -> bool:
    """Whether the report in which a witness or the text itself tells of a few tells of many more in all."""
    mine = {_report(use) for use in one.uses if use.state == "used"}
    return (
        bool(mine & {_report(use) for use in other.uses})
        and one.account.kind in _NEARBY
        and one.high * _FEW < other.least
    )


def _report(use: Use) -> str:
    return use.claim.rpartition(":")[0]
