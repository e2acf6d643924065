"""How a person wants to see the pages."""

from fastapi import APIRouter
from fastapi.responses import Response

from tawthiq.web import preferences
from tawthiq.web.desk import AtDesk, Sent, one

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.get("/settings")
def settings(desk: AtDesk) -> Response:
    """The choices."""
    return desk.page(
        "settings.html", languages=preferences.LANGUAGES, digits=preferences.DIGITS, months=preferences.MONTHS
    )


@router.post("/settings")
def keep(desk: AtDesk, sent: Sent) -> Response:
    """Keep what was chosen, and go back."""
    chosen = preferences.changed(desk.preferences, {key: values[-1] for key, values in sent.items()})
    answer = desk.go(one(sent, "then") or "/settings")
    answer.set_cookie(preferences.COOKIE, preferences.written(chosen), max_age=_YEAR, httponly=True, samesite="strict")
    return answer
