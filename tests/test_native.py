"""The copy of a module that is compiled: it means the same, and each line stands where it stood."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import fast  # noqa: E402
from native import native  # noqa: E402

HEAD = '"""A rule."""\n\nfrom dataclasses import dataclass, field\n'

CONSTANTS = [
    ("LIMIT = 3", "LIMIT: Final = 3"),
    ("_AT, _BEHIND = 1, (2, 3)", "_AT: Final = (1); _BEHIND: Final = ((2, 3))"),
    ("_NAMES: frozenset[str] = frozenset()", "_NAMES: Final[frozenset[str]] = frozenset()"),
    ("_WHO = 'من'  # who", "_WHO: Final = 'من'  # who"),
]
KEPT = [
    "T_ = TypeVar('T_')",  # a type
    "Names = frozenset[str]",
    "_SEEN = 0\n\n\ndef see() -> None:\n    global _SEEN\n    _SEEN = 1",  # given another value
    "_FIRST, _LAST = read()",  # what is read may be of any length
    "_OPEN: int",
]


@pytest.mark.parametrize(("line", "compiled"), CONSTANTS)
def test_a_constant_is_final(line: str, compiled: str) -> None:
    assert (
        native(HEAD + line + "\n") == HEAD.replace("from data", "from typing import Final; from data") + compiled + "\n"
    )


@pytest.mark.parametrize("line", KEPT)
def test_what_is_no_constant_stays(line: str) -> None:
    assert native(HEAD + line + "\n") == HEAD + line + "\n"


def test_values_on_lines_of_their_own_keep_them() -> None:
    source = HEAD + "_A, _B = (\n    'one',\n    'two',\n)\n_C = 3\n"
    copy = native(source)
    assert [node.lineno for node in ast.parse(copy).body if isinstance(node, ast.AnnAssign)] == [4, 5, 8]
    scope: dict[str, object] = {}
    exec(copy, scope)
    assert (scope["_A"], scope["_B"], scope["_C"]) == ("one", "two", 3)


SHAPE = '''@dataclass(frozen=True, slots=True)
class Toll:
    """Some figures."""

    killed: int
    hurt: int | None = None
    who: tuple[str, ...] = ()  # as told

    def all(self) -> int:
        return self.killed + (self.hurt or 0)


def nobody() -> Toll:
    return Toll(0)
'''


def test_a_shape_sets_its_own_fields_and_says_what_it_is_made_of() -> None:
    """What it is worth, `test_fast` asks of one that is compiled."""
    before, _, after = HEAD.replace("from data", "from typing import Final; from data").rpartition("\n")
    made = SHAPE.replace(
        "(self.hurt or 0)\n\n\n",
        "(self.hurt or 0)\n"
        "    def __init__(self, killed: int, hurt: int | None = None, who: tuple[str, ...] = ()) -> None: "
        "self.killed = killed; self.hurt = hurt; self.who = who  # type: ignore[misc]\n"
        "    def __reduce__(self) -> tuple[object, tuple[object, ...]]: "
        "return Toll, (self.killed, self.hurt, self.who, )\n",
    )
    assert native(HEAD + SHAPE) == f"{before}\n{after}{made}"


def test_a_shape_that_hides_fields_or_names_its_class_is_left_to_python() -> None:
    hidden = SHAPE.replace("= ()", "= field(default=(), repr=False)")
    copy = native(HEAD + hidden)
    assert "__init__" not in copy and "__reduce__" in copy
    of_class = SHAPE.replace("killed: int", 'layer: ClassVar[str] = "toll"')
    assert native(HEAD + of_class) == HEAD + of_class


def test_every_module_keeps_its_lines() -> None:
    for path in fast.sources(ROOT):
        source = path.read_text(encoding="utf-8")
        assert _lines(source) <= _lines(native(source)), path


def _lines(source: str) -> set[tuple[str, int]]:
    nodes = ast.walk(ast.parse(source))
    return {(node.name, node.lineno) for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
