"""A running review page over a small ledger of reports in words of our own."""

import json
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import BrowserContext

from tawthiq.contract import Json
from tawthiq.ledger.records import Author
from tawthiq.ledger.wanted import Wanted
from tawthiq.operations import listing, recording
from tawthiq.sources import read_paths
from tawthiq.web import local, team

AUTHOR = Author("سلمى", "tests")
SCRIPT = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">"
REPORTS = (
    {
        "id": "fajr", "outlet": "وكالة الفجر", "published": "2019-07-28", "title": "غارة على سوق معرة النعمان",
        "text": "قال الدفاع المدني إن غارة روسية استهدفت سوقا شعبية في مدينة معرة النعمان أمس السبت وأدت إلى مقتل تسعة "
                "مدنيين بينهم طفلان، وإصابة ما بين 30 و35 آخرين.\nوأكد مدير المستشفى مقتل 12 مدنيا في الغارة.",
    },
    {
        "id": "nahr", "outlet": "موقع النهر", "published": "2019-07-29", "title": "قصف على خان شيخون",
        "text": "أفاد المرصد السوري لحقوق الإنسان بمقتل أربعة مدنيين في قصف مدفعي على مدينة خان شيخون يوم الأحد.",
    },
    {
        "id": "tall", "outlet": "صفحة التل", "published": "2018-03-20", "title": f"ضحايا في دوما {SCRIPT}",
        "text": "قال شهود عيان إن ثلاثة مدنيين قتلوا في غارة جوية على مدينة دوما أمس الاثنين.\r\n"
                f"وقال مسعف في المدينة إن 😀 خمسة أطفال أصيبوا في الغارة {SCRIPT}.\r\n"
                "وقتلت في الغارة نفسها امرأة مسنة.",
    },
)  # fmt: skip


def ledger(folder: Path, address: str | None = None) -> str:
    """A ledger with the reports, made in a folder or at an address."""
    source = folder / "reports.jsonl"
    source.write_text("\n".join(json.dumps(report, ensure_ascii=False) for report in REPORTS), encoding="utf-8")
    path = address or str(folder / "review.db")
    outcomes = list(recording.add(read_paths([str(source)], BytesIO()), path, AUTHOR))
    assert [outcome.state for outcome in outcomes] == [recording.ADDED] * len(REPORTS)
    return path


def incidents(path: str) -> dict[str, Json]:
    """The incidents of the ledger, by the first report that tells of each."""
    return {one["documents"][0]: one for one in listing.incidents(path, Wanted())}


def killed(path: str, report: str) -> tuple[int | None, int | None]:
    """The range of the killed of a report's incident."""
    toll = incidents(path)[report]["tolls"]["airwars"]["killed"]
    return toll["min"], toll["max"]


class Site:
    """The running pages of one person, over one ledger after another."""

    def __init__(self, app: FastAPI, key: local.Key, port: int) -> None:
        self._app = app
        self._key = key
        self.home = f"http://{local.HOST}:{port}"

    def show(self, path: str) -> None:
        """Have the pages of this ledger from now on, under a new key: whoever came before is a stranger."""
        self._key.token = secrets.token_urlsafe(32)
        self._app.state.ledger = path

    @property
    def door(self) -> str:
        """The address with the key, as `tawthiq review` prints it."""
        return f"{self.home}{local.DOOR}?key={self._key.token}"

    def let_in(self, browser: BrowserContext) -> None:
        """Give a browser what it gets at the door."""
        browser.add_cookies([{"name": self._key.cookie, "value": self._key.token, "url": self.home}])


@contextmanager
def serving(path: str) -> Iterator[Site]:
    """The pages over a ledger."""
    with closing(local.listening(0)) as listener:
        port = listener.getsockname()[1]
        key = local.Key(AUTHOR.who, port)
        app = local.application(path, key, port)
        with _running(app, listener):
            yield Site(app, key, port)


@contextmanager
def serving_team(path: str) -> Iterator[str]:
    """The pages of a team over a ledger with accounts; gives the address."""
    with closing(local.listening(0)) as listener:
        port = listener.getsockname()[1]
        with _running(team.application(team.Serving(path, port=port)), listener):
            yield f"http://{local.HOST}:{port}"


@contextmanager
def _running(app: FastAPI, listener: socket.socket) -> Iterator[None]:
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield
    finally:
        server.should_exit = True
        thread.join()
