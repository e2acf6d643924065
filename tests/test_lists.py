"""Lists that rules ask for: each is used, each example uses it, and a fault is told."""

import re
from pathlib import Path

import pytest

from tawthiq.errors import DataError
from tawthiq.language import lists
from tawthiq.language.tokens import cut

SOURCE = Path(lists.__file__).parent.parent
GOOD = '[[word]]\nid = "list.tried"\npart = "edge"\nforms = ["حاول"]\nexample = "حاول الفرار"\n'


def test_every_list_is_asked_for_by_a_rule() -> None:
    asked = {
        f"list.{name}"
        for file in (SOURCE / "stages").rglob("*.py")
        for name in re.findall(r'(?<![.\w])(?:words|edges)\("(\w+)"\)', file.read_text(encoding="utf-8"))
    }
    assert asked == set(lists.lists())


@pytest.mark.parametrize("name", sorted(lists.lists()))
def test_the_example_uses_the_list(name: str) -> None:
    word, forms = lists.lists()[name]
    tokens = [token.form for token in cut(word.example).tokens]
    if word.part == "whole":
        assert any(token.removeprefix("ال") in forms or token in forms for token in tokens)
    else:
        stripped = [token.removeprefix("ال") for token in tokens]
        assert any(t.startswith(forms) or t.endswith(forms) for t in (*tokens, *stripped))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD + GOOD, "stands twice"),
        (GOOD.replace('"edge"', '"middle"'), "part is 'middle'"),
        (GOOD.replace('example = "حاول الفرار"\n', ""), "has no example"),
        (GOOD.replace('["حاول"]', '["حاول", "حاول"]'), "stands twice"),
        (GOOD.replace("forms", "froms"), "unknown key 'froms'"),
        (GOOD.replace("tried", "tired"), "list.tried: a rule asks for it"),
        (GOOD.replace('"edge"', '"whole"'), "part = 'edge'"),
    ],
    ids=["an id twice", "a part that is none", "no example", "a form twice", "a key misspelt", "a list renamed",
         "another part"],
)  # fmt: skip
def test_a_fault_names_the_file_and_what_to_do(
    text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.toml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(lists, "_file", lambda: file)
    lists.lists.cache_clear()
    try:
        with pytest.raises(DataError, match=re.escape(told)) as caught:
            lists.edges("tried")
        assert str(file) in str(caught.value)
    finally:
        lists.lists.cache_clear()


def test_words_are_folded_and_edges_are_in_order() -> None:
    assert "ايضا" in lists.words("adverb")
    assert "مواجه" in lists.edges("meeting")
