"""How a person wants to see the pages: kept in a cookie, never in the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.responses import Response

COOKIE = "tawthiq_view"
LANGUAGES = ("ar", "en")
DIGITS = ("latin", "arabic")
MONTHS = ("both", "levant", "egypt")
# What a key does, and the key that does it: the place of the key on the keyboard, whatever the layout types there.
KEYS: Mapping[str, str] = {
    "accept": "KeyA", "reject": "KeyX", "correct": "KeyE", "unsure": "KeyU", "next": "KeyJ", "previous": "KeyK",
    "queue": "KeyN", "undo": "KeyZ", "names": "KeyM",
    "graphic": "KeyG", "bulk": "KeyB",
}  # fmt: skip
# The role that an action is for, where it is not for everybody.
NEEDED: Mapping[str, str] = {
    **dict.fromkeys(("accept", "reject", "correct", "unsure", "queue", "undo"), "reviewer"), "bulk": "editor",
}  # fmt: skip
_ON, _OFF = "1", "0"
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Preferences:
    """`language` of the interface, `digits` of its numbers, names of `months` in Arabic, whether single keys decide
    (`keys`, by `keymap`), and whether names of single victims (`masks`) and words that describe what was done to bodies
    (`graphics`) are covered."""

    language: str = "ar"
    digits: str = "latin"
    months: str = "both"
    keys: bool = True
    masks: bool = True
    graphics: bool = True
    keymap: tuple[str, ...] = tuple(KEYS.values())

    @property
    def direction(self) -> str:
        """The direction of the interface."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def key_of(self) -> dict[str, str]:
        """The key of each action."""
        return dict(zip(KEYS, self.keymap, strict=True))


def read(cookie: str | None, accepts: str) -> Preferences:
    """What the cookie says; without one, the language that the browser asks for, else Arabic."""
    english = accepts.split(",")[0].strip().lower().startswith("en")
    known = Preferences(language="en" if english else "ar")
    parts = (cookie or "").split(".")
    if len(parts) != 7:
        return known
    language, digits, months, keys, masks, graphics, keymap = parts
    return changed(known, {
        "language": language, "digits": digits, "months": months, "keys": keys, "masks": masks,
        "graphics": graphics,
        **dict(zip(KEYS, keymap.split("-"), strict=False)),
    })  # fmt: skip


def changed(known: Preferences, form: Mapping[str, Any]) -> Preferences:
    """The preferences with what a form says; what it does not say, or says wrongly, stays."""
    texts = {key: value for key, value in form.items() if isinstance(value, str)}
    keymap = _keymap(known, texts)
    sound = all(_is_key(key) for key in keymap) and len(set(keymap)) == len(keymap)
    return replace(
        known,
        language=_one(texts.get("language"), LANGUAGES, known.language),
        digits=_one(texts.get("digits"), DIGITS, known.digits),
        months=_one(texts.get("months"), MONTHS, known.months),
        keys=_switch(texts.get("keys"), known.keys),
        masks=_switch(texts.get("masks"), known.masks),
        graphics=_switch(texts.get("graphics"), known.graphics),
        keymap=keymap if sound else known.keymap,
    )


def clashing(known: Preferences, form: Mapping[str, str]) -> str | None:
    """An action to which a form gives the key of another one; None where each has its own."""
    keymap = _keymap(known, form)
    return next((action for action, key in zip(KEYS, keymap, strict=True) if keymap.count(key) > 1), None)


def _keymap(known: Preferences, form: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(form.get(action, key) for action, key in zip(KEYS, known.keymap, strict=True))


def written(known: Preferences) -> str:
    """The cookie that `read` takes."""
    switches = [_ON if on else _OFF for on in (known.keys, known.masks, known.graphics)]
    return ".".join([known.language, known.digits, known.months, *switches, "-".join(known.keymap)])


def keep(answer: Response, chosen: Preferences) -> None:
    """Have the browser keep them for a year."""
    answer.set_cookie(COOKIE, written(chosen), max_age=_YEAR, httponly=True, samesite="strict")


def _one(value: str | None, allowed: tuple[str, ...], known: str) -> str:
    return value if value in allowed else known


def _switch(value: str | None, known: bool) -> bool:
    return value == _ON if value in (_ON, _OFF) else known


def _is_key(key: str) -> bool:
    return len(key) == 4 and key.startswith("Key") and key[3].isascii() and key[3].isupper()
