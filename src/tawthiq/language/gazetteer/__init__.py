"""Place names: where they come from, how they are stored, and finding them in a text.

`curated` reads the hand-made CSV files, `build` puts them together with generated
ones, `table` is the compiled file, `index` finds names in a text.
"""

from tawthiq.language.gazetteer.index import Gazetteer, PlaceName, load_gazetteer
from tawthiq.language.gazetteer.table import Row

__all__ = ["Gazetteer", "PlaceName", "Row", "load_gazetteer"]
