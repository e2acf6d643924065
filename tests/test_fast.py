"""The compiled build: what it takes in, what it says where it cannot be made, and that no edited source is hidden."""

import ast
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq import fresh
from tawthiq.errors import StaleBuild

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import fast  # noqa: E402

RULE = '''"""A rule."""

from dataclasses import dataclass

LETTER = "ق"


@dataclass(frozen=True, slots=True)
class Share:
    """How many."""

    low: int
    why: str | None = None


def share(text: str) -> int:
    return sum(1 for letter in text if letter == LETTER)


def fail() -> None:
    raise ValueError(LETTER)
'''


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree with one stage of one rule."""
    package = tmp_path / "src" / "tawthiq"
    (package / "stages").mkdir(parents=True)
    for folder in (package, package / "stages"):
        (folder / "__init__.py").write_text("", encoding="utf-8")
    (package / "stages" / "rule.py").write_text(RULE, encoding="utf-8")
    return tmp_path


def names(root: Path) -> set[str]:
    return {path.relative_to(root / "src" / "tawthiq").as_posix() for path in fast.sources(root)}


def test_every_stage_and_shape_is_compiled_and_no_entry_of_data() -> None:
    stages = {path.relative_to(ROOT / "src" / "tawthiq").as_posix() for path in ROOT.glob("src/tawthiq/stages/**/*.py")}
    assert stages < names(ROOT)
    assert {"language/lexicon.py", "model.py"} < names(ROOT)
    assert not names(ROOT) & {"fresh.py", "language/load.py", "language/entries/harm.py"}


def test_no_module_says_what_mypyc_does_not_understand() -> None:
    """«x in (*marks, ".")» stops the compiler; a constant of the module holds such a tuple."""
    found = []
    for path in fast.sources(ROOT):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        against = [part for node in nodes if isinstance(node, ast.Compare) for part in node.comparators]
        spread = (part for one in against for part in getattr(one, "elts", ()) if isinstance(part, ast.Starred))
        found += [f"{path}:{part.lineno}" for part in spread]
    assert not found, "give the tuple a name"


def test_no_generator_goes_on_where_another_ended() -> None:
    """mypyc runs a generator to its end at once, so that one over an iterator leaves the next nothing."""
    found = []
    for path in fast.sources(ROOT):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                found += [f"{path}:{line}" for line in _over_iterators(function)]
    assert not found, "make the list first: «left = iter([… for … in …])»"


def _over_iterators(function: ast.FunctionDef) -> Iterator[int]:
    made = [node for node in ast.walk(function) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)]
    iters = [node for node in made if ast.unparse(node.value).startswith("iter(")]
    names = {ast.unparse(target) for node in iters for target in node.targets}
    for node in ast.walk(function):
        if isinstance(node, ast.GeneratorExp) and ast.unparse(node.generators[0].iter) in names:
            yield node.lineno


@pytest.mark.parametrize(
    ("missing", "told"),
    [("mypyc", "pip install 'mypy[mypyc]'"), ("gcc", "apt-get install gcc")],
    ids=["mypyc", "compiler"],
)
def test_what_compiling_lacks_is_named(missing: str, told: str, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if missing == "mypyc":
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    else:
        monkeypatch.setattr(fast.sysconfig, "get_config_var", lambda name: "gcc -pthread")
        monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(fast, "ROOT", tree)
    monkeypatch.setattr(sys, "argv", ["fast.py"])
    with pytest.raises(SystemExit) as ended:
        fast.main()
    assert told in str(ended.value)
    assert "works the same" in str(ended.value)


def test_an_edited_source_is_refused_until_it_is_compiled_again_or_removed(tree: Path) -> None:
    package = tree / "src" / "tawthiq"
    fresh.check(package)
    fresh.stamp(package, fast.sources(tree))
    fresh.check(package)
    (package / "stages" / "rule.py").write_text(RULE.replace("ق", "ك"), encoding="utf-8")
    with pytest.raises(StaleBuild, match=r"stages/rule\.py: changed since .* `make fast` .* `make plain`"):
        fresh.check(package)
    fast.remove(tree)
    fresh.check(package)


def test_a_removed_source_is_refused_and_another_pythons_build_does_not_matter(tree: Path) -> None:
    package = tree / "src" / "tawthiq"
    fresh.stamp(package, fast.sources(tree))
    (package / "stages" / "rule.py").unlink()
    with pytest.raises(StaleBuild):
        fresh.check(package)
    content = json.loads((package / fresh.STAMP).read_text(encoding="utf-8"))
    (package / fresh.STAMP).write_text(json.dumps({**content, "for": ".cpython-27.so"}), encoding="utf-8")
    fresh.check(package)


USE = """
import pickle, traceback
from tawthiq.stages import rule
print(rule.__file__.endswith(".py"), rule.share("قصف قرب"))
one = rule.Share(3)
print(pickle.loads(pickle.dumps(one)) == one, {rule.Share(3, None)} == {one}, one)
try:
    one.low = 4
except AttributeError:
    print("frozen")
try:
    rule.fail()
except ValueError as error:
    print([frame.lineno for frame in traceback.extract_tb(error.__traceback__)][-1])
"""


def test_a_tree_is_compiled_used_and_made_plain_again(tree: Path) -> None:
    try:
        fast.check()
    except fast.Impossible as error:
        pytest.skip(str(error))

    def run() -> list[str]:
        command = [sys.executable, "-c", USE]
        at = {"PYTHONPATH": str(tree / "src")}
        return subprocess.run(command, check=True, capture_output=True, text=True, env=at).stdout.splitlines()

    before = run()
    assert before == ["True 2", "True True Share(low=3, why=None)", "frozen", "21"]
    assert fast.fast(tree) > 0
    assert run() == ["False 2", *before[1:]]
    fast.remove(tree)
    assert run() == before
