"""How a person wants to see the pages."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.errors import UsageError
from tawthiq.web import preferences
from tawthiq.web.desk import AtDesk, Sent, one

router = APIRouter()


@router.get("/settings")
def settings(desk: AtDesk) -> Response:
    """The choices."""
    return desk.page(
        "settings.html", languages=preferences.LANGUAGES, digits=preferences.DIGITS, months=preferences.MONTHS
    )


@router.post("/settings")
def keep(desk: AtDesk, sent: Sent) -> Response:
    """Keep what was chosen, and go back. Raises UsageError where two actions would have one key."""
    form = {key: values[-1] for key, values in sent.items()}
    clashing = preferences.clashing(desk.preferences, form)
    if clashing is not None:
        raise UsageError(desk.words.text("keys_clash", action=desk.words.text(f"key_{clashing}")))
    chosen = preferences.changed(desk.preferences, form)
    answer = desk.go(one(sent, "then") or "/settings")
    preferences.keep(answer, chosen)
    return answer
