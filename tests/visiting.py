"""A person at the review page in a real browser."""

import pytest
from playwright.sync_api import Page

from tawthiq.operations import reviewing

# A key as an Arabic layout types it: the place on the keyboard is that of the Latin letter.
ARABIC_KEYS = {
    "KeyA": "ش",
    "KeyB": "لا",
    "KeyX": "ء",
    "KeyE": "ث",
    "KeyG": "ل",
    "KeyU": "ع",
    "KeyJ": "ت",
    "KeyK": "ن",
    "KeyM": "ة",
    "KeyZ": "ئ",
    "Slash": "ظ",
}


class Visit:
    """A person at the page: `page` is the browser's, `ledger` where the decisions go."""

    def __init__(self, page: Page, ledger: str, home: str) -> None:
        self.page = page
        self.ledger = ledger
        self.home = home

    def go(self, address: str) -> None:
        self.page.goto(self.home + address)

    def claim(self, report: str, words: str) -> str:
        claims = reviewing.sheet(self.ledger, report).claims
        return next(one.read.id for one in claims if words in one.read.claim.quote)

    def press(self, code: str) -> None:
        """A key of an Arabic layout."""
        event = {"code": code, "key": ARABIC_KEYS[code], "bubbles": True, "cancelable": True}
        self.page.evaluate("event => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', event))", event)

    def until(self, script: str) -> None:
        """Wait until it is so; the page's own policy lets no test wait in its stead."""
        for _ in range(200):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"never came to be: {script}")

    def settled(self) -> None:
        """Everything decided has reached the ledger."""
        self.until("localStorage.getItem('tawthiq.outbox') === null")

    @property
    def verdicts(self) -> dict[str, str]:
        return dict(reviewing.verdicts(self.ledger))
