"""Loading every data file into one frozen `Language`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawthiq import fresh
from tawthiq.heap import all_kept
from tawthiq.language.compiled import load_forms
from tawthiq.language.gazetteer.index import Gazetteer, load_gazetteer, user_folder
from tawthiq.language.lexicon import Lexicon
from tawthiq.language.registry import ActorInfo, read_actors
from tawthiq.language.scan import SORTED, Scan, by_part
from tawthiq.language.spelt import told_apart
from tawthiq.language.tokens import cut


@dataclass(frozen=True, slots=True)
class Language:
    """Everything known of the language: the lexicon of words, the gazetteer of place names, the actor ids."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    actors: Mapping[str, ActorInfo]

    def scan(self, text: str) -> Scan:
        """Cut and scan a text once."""
        pieces = cut(text)
        layers = told_apart(text, self.lexicon.scan(pieces))
        return Scan(text, pieces, pieces.tokens, layers, {name: by_part(layers.get(name, ())) for name in SORTED})


@cache
def load() -> Language:
    """The language as packaged, with the user's own places. Raises DataError for data that breaks a rule, and
    StaleBuild."""
    fresh.check(files("tawthiq"))
    folder = files("tawthiq") / "data" / "ar"
    with all_kept():
        actors = read_actors(files("tawthiq") / "data" / "actors.toml")
        return Language(Lexicon(load_forms(folder)), load_gazetteer(user_folder()), actors)
