"""Small modules, small functions: the budgets of the code, with a short list of named exceptions."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "tawthiq"
MODULES = sorted(SOURCE.rglob("*.py"))
LINES, FUNCTION, PARAMETERS = 400, 60, 5

# A public call whose optional keywords are fields of the document.
MORE_PARAMETERS = {"pipeline.read"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def functions(path: Path) -> Iterator[tuple[str, Function]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield f"{name_of(path)}.{node.name}", node


def parameters(function: Function) -> int:
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_budgets(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LINES, f"{path.name} has {lines} lines, more than {LINES}; split it"
    for name, function in functions(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= FUNCTION, f"{name} has {length} lines, more than {FUNCTION}; split it"
        if name not in MORE_PARAMETERS:
            count = parameters(function)
            assert count <= PARAMETERS, f"{name} has {count} parameters, more than {PARAMETERS}; give it a shape"


def test_every_module_says_what_it_is() -> None:
    silent = [name_of(path) for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent
