"""Loading every data file into one frozen `Language`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tawthiq.language.data import read_words
from tawthiq.language.entries import LAYERS
from tawthiq.language.gazetteer.index import Gazetteer, load_gazetteer, user_folder
from tawthiq.language.lexicon import Hit, Lexicon, compile_lexicon
from tawthiq.language.registry import ActorInfo, read_actors
from tawthiq.language.scan import Scan
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
        layers: dict[str, list[Hit]] = {}
        for hit in self.lexicon.scan(pieces):
            layers.setdefault(hit.entry.layer, []).append(hit)
        return Scan(text, pieces, {name: tuple(hits) for name, hits in layers.items()})


@cache
def load() -> Language:
    """The language as packaged, with the user's own places. Raises DataError for data that breaks a rule."""
    folder = files("tawthiq") / "data" / "ar"
    pairs = [pair for kind in LAYERS for pair in read_words(folder / f"{kind.layer}.toml", kind)]
    actors = read_actors(files("tawthiq") / "data" / "actors.toml")
    return Language(compile_lexicon(pairs), load_gazetteer(user_folder()), actors)
