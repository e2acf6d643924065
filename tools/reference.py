"""Write docs/reference from the language data; `make reference`.

python tools/reference.py [--check]     --check writes nothing and exits with 1 where a page is out of date
"""

import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from tawthiq.language.data import tables
from tawthiq.language.entries import BESIDE, LAYERS
from tawthiq.language.registry import read_actors

TARGET = Path(__file__).resolve().parent.parent / "docs" / "reference"
DATA = files("tawthiq") / "data"
FORMS = ("forms", "noun", "plural", "verb", "present")


class Page(NamedTuple):
    """A page of one layer: its file, its title, and the field whose values head its sections."""

    file: str
    title: str
    key: str


# A layer that is not named here gets a page of its own name, by `part`.
PAGES = {
    "harm": Page("outcomes.md", "Outcomes: words for harm", "outcome"),
    "group": Page("groups.md", "Groups: whom or what a number counts", "group"),
    "event": Page("events.md", "Events: words for causes", "event"),
    "actor": Page("actors.md", "Actors: who is said to have done it", "part"),
    "source": Page("sources.md", "Sources: words for who says so", "kind"),
    "say": Page("saying.md", "Words of saying", "part"),
    "number": Page("numbers.md", "Number words", "part"),
    "date": Page("dates.md", "Date words", "part"),
    "place": Page("places.md", "Words around place names", "part"),
    "statement": Page("statements.md", "Statements without a harm figure", "event"),
    "structure": Page("structure.md", "Small words", "part"),
    "victim": Page("victims.md", "Victims: words around their names", "part"),
    "graphic": Page("graphic.md", "Words that describe what was done to bodies", "part"),
    "list": Page("lists.md", "Lists: words that one rule asks for", "part"),
    "page": Page("pages.md", "Words of web pages that are not the report", "part"),
}


def page_of(layer: str) -> Page:
    """The page of a layer."""
    return PAGES.get(layer, Page(f"{layer}.md", f"Words of the layer {layer}", "part"))


def pages() -> dict[str, str]:
    """The text of every page by its file's name."""
    made = {}
    index = ["# Reference", "", "Made from the data by `make reference`; do not edit these pages.", ""]
    for kind in (*LAYERS, *BESIDE):
        page = page_of(kind.layer)
        rows = tables(DATA / "ar" / f"{kind.layer}.toml")
        made[page.file] = "\n".join(_page(page, kind.layer, rows, _parts(kind)))
        index.append(f"- [{page.title}]({page.file}): {len(rows)} entries of `data/ar/{kind.layer}.toml`")
    made["README.md"] = "\n".join(index) + "\n"
    return made


def _page(page: Page, layer: str, rows: list[dict[str, Any]], parts: str) -> Iterator[str]:
    yield from (f"# {page.title}", "", f"From `src/tawthiq/data/ar/{layer}.toml`; made by `make reference`.", "")
    if parts:
        yield from ("What the fields of an entry mean:", "", "```", parts, "```", "")
    if layer == "actor":
        yield from _actors()
    for value in sorted({str(row.get(page.key) or "") for row in rows}):
        yield from (f"## {value or 'other'}", "", "| id | forms | example |", "|---|---|---|")
        yield from (_row(row) for row in rows if str(row.get(page.key) or "") == value)
        yield ""


def _actors() -> Iterator[str]:
    yield from ("## The neutral ids", "", "| id | name | its own dead count as | country |", "|---|---|---|---|")
    for actor in read_actors(DATA / "actors.toml").values():
        yield f"| `{actor.id}` | {actor.name} | {actor.force} | {actor.country} |"
    yield ""


def _row(row: Mapping[str, Any]) -> str:
    forms = "، ".join(_listed(row[name] for name in FORMS if name in row))
    return f"| `{row['id']}` | {_plain(forms)} | {_plain(row['example'])} |"


def _listed(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield from value if isinstance(value, list) else [value]


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _parts(kind: type) -> str:
    return inspect.cleandoc(kind.__doc__ or "")


def main(check: bool) -> int:
    made = pages()
    stale = [name for name, text in made.items() if _current(name) != text]
    gone = [path for path in TARGET.glob("*.md") if path.name not in made]
    if check:
        for name in [*stale, *(path.name for path in gone)]:
            print(f"docs/reference/{name} is out of date; run `make reference`")
        return 1 if stale or gone else 0
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (TARGET / name).write_text(made[name], encoding="utf-8")
    for path in gone:
        path.unlink()
    print(f"docs/reference: {len(stale)} of {len(made)} pages written")
    return 0


def _current(name: str) -> str | None:
    path = TARGET / name
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
