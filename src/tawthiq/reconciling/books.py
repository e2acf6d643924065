"""What the codebooks share: a toll from the figures that a codebook lets count."""

from collections.abc import Sequence

from tawthiq.incidents import Toll, Use
from tawthiq.reconciling.stated import Stated


def toll(
    key: tuple[str, str | None], ends: tuple[int | None, int | None, int | None], counted: Sequence[Stated],
    uses: Sequence[Use], because: Sequence[str],
) -> Toll:  # fmt: skip
    """A toll of outcome and group `key` with min, best and max `ends`."""
    top = max((one.high for one in counted), default=0)
    return Toll(
        outcome=key[0], group=key[1], min=ends[0], best=ends[1], max=ends[2],
        open=any(one.open and one.high == top for one in counted),
        uses=tuple(uses), accounts=tuple(one.account.id for one in counted), because=tuple(because),
    )  # fmt: skip


def explained(found: Sequence[Stated], counted: Sequence[Stated], why: str) -> list[Use]:
    """What became of each claim, with `why` for the accounts that do not count."""
    uses: list[Use] = []
    for one in found:
        if one in counted:
            uses += [use._replace(why=use.why or shown(one)) for use in one.uses]
        else:
            uses += [Use(use.claim, "aside", why) if use.state == "used" else use for use in one.uses]
    return uses


def shown(one: Stated) -> str:
    """An account's figure in words."""
    figure = f"{one.high}" if one.low in (None, one.high) else f"{one.low} to {one.high}"
    if one.open:
        figure = f"at least {one.high}"
    elif one.low is None:
        figure = f"at most {one.high}"
    return f"{one.account.label}: {figure}"


def range_of(counted: Sequence[Stated]) -> tuple[int | None, int | None]:
    """The lowest and the highest figure."""
    if not counted:
        return None, None
    return min(one.least for one in counted), max(one.high for one in counted)
