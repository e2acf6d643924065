"""A module as mypyc compiles it best: the same lines, its constants final and its shapes made by machine code.

mypyc looks a module's name up in a dictionary wherever it may be given another value, and lets Python make and read a
dataclass. Both would be cured by `Final` at every constant and a written `__init__`: neither says anything to who reads
the source. So they are put into the copy that is compiled, without moving a line: what tracebacks name is the source's.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_MADE = frozenset({"TypeVar", "NewType", "ParamSpec"})  # types, which cannot be final


class Edit(NamedTuple):
    """What stands from `start` to `end` (offsets in the encoded source) becomes `text`."""

    start: int
    end: int
    text: str


class _Field(NamedTuple):
    name: str
    kind: str
    default: str | None


def native(source: str) -> str:
    """The module to compile, each line where it stands in the source."""
    tree = ast.parse(source)
    lines = _Lines(source)
    once = {name for name, times in _given(tree).items() if times == 1 and _CONSTANT.fullmatch(name)}
    edits = [edit for node in tree.body for edit in _edits(node, once, lines)]
    if not edits:
        return source
    first = next(node for node in tree.body if not _is_text(node))
    edits.append(Edit(at := lines.offset(first.lineno, first.col_offset), at, "from typing import Final; "))
    return lines.edited(edits)


class _Lines:
    """A source as Python counts it: columns are bytes."""

    def __init__(self, source: str) -> None:
        self.content = source.encode()
        self._starts = [0]
        for line in self.content.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset)

    def end_of_line(self, at: int) -> int:
        end = self.content.find(b"\n", at)
        return len(self.content) if end < 0 else end

    def ends(self, start: int, end: int) -> str:
        """The line ends between two places."""
        return "\n" * self.content[start:end].count(b"\n")

    def text(self, node: ast.expr | ast.stmt) -> str:
        start, end = self.span(node)
        return self.content[start:end].decode()

    def edited(self, edits: list[Edit]) -> str:
        pieces, at = [], 0
        for edit in sorted(edits):
            pieces += [self.content[at : edit.start], edit.text.encode()]
            at = edit.end
        return b"".join([*pieces, self.content[at:]]).decode()


def _given(tree: ast.Module) -> Counter[str]:
    """How often each name is given a value, anywhere in the module."""
    return Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _edits(node: ast.stmt, once: set[str], lines: _Lines) -> Iterator[Edit]:
    match node:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=kind, value=ast.expr()) if name in once:
            yield Edit(*lines.span(kind), f"Final[{lines.text(kind)}]")
        case ast.Assign(targets=[ast.Name(id=name) as target], value=value) if name in once and not _is_type(value):
            yield Edit(end := lines.span(target)[1], end, ": Final")
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)) if len(names) == len(values):
            if all(isinstance(name, ast.Name) and name.id in once for name in names):
                yield from _apart(node, names, values, lines)
        case ast.ClassDef(decorator_list=[decorator]) if not node.bases and _is_shape(decorator):
            yield from _shape(node, lines)


def _is_type(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _MADE


def _apart(node: ast.Assign, names: list[ast.expr], values: list[ast.expr], lines: _Lines) -> Iterator[Edit]:
    """«A, B = 1, 2» as two statements of one line; lines that end between the values still end there."""
    start, end = lines.span(node)
    spans = [lines.span(value) for value in values]
    befores = [start, *[last for _, last in spans]]
    for name, (first, _), before in zip(names, spans, befores, strict=False):
        begun = f"{lines.text(name)}: Final = ({lines.ends(before, first)}"
        yield Edit(before, first, begun if before == start else f"); {begun}")
    yield Edit(befores[-1], end, f"{lines.ends(befores[-1], end)})")


def _is_shape(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "dataclass"


def _shape(node: ast.ClassDef, lines: _Lines) -> Iterator[Edit]:
    """A dataclass whose fields machine code sets (nobody else, where it is frozen), and that goes between processes."""
    parts = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    values = [lines.text(part.value) if part.value else None for part in parts]
    names = [(lines.text(part.target), lines.text(part.annotation)) for part in parts]
    fields = [_Field(*name, value) for name, value in zip(names, values, strict=True)]
    if any("ClassVar" in field.kind for field in fields):
        return
    plain = not any(isinstance(part.value, ast.Call) for part in parts)  # no «field(…)»
    yield _behind(node, [*([_init(fields)] if plain else []), _reduced(node.name, fields)], lines)


def _init(fields: list[_Field]) -> str:
    arguments = ", ".join(f"{f.name}: {f.kind}" + ("" if f.default is None else f" = {f.default}") for f in fields)
    given = "; ".join(f"self.{f.name} = {f.name}" for f in fields)
    return f"def __init__(self, {arguments}) -> None: {given}  # type: ignore[misc]"


def _reduced(name: str, fields: list[_Field]) -> str:
    values = "".join(f"self.{field.name}, " for field in fields)
    return f"def __reduce__(self) -> tuple[object, tuple[object, ...]]: return {name}, ({values})"


def _behind(node: ast.ClassDef, methods: list[str], lines: _Lines) -> Edit:
    """The methods on the two empty lines that stand behind every class, or at the end of the file."""
    end = lines.end_of_line(lines.span(node)[1])
    free = re.match(rb"\n*", lines.content[end:])
    assert free is not None
    text = "".join(f"\n    {method}" for method in methods)
    return Edit(end, end + min(len(methods), max(free.end() - 1, 0)), text)
