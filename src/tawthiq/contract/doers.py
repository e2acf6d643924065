"""What reports call doers that the list of actors lacks («other:Lebanese army»)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tawthiq.incidents import Told
from tawthiq.language.registry import OTHER


def called(claims: Iterable[Told]) -> Mapping[str, str]:
    """The words by actor id: those of most claims, of as many the first. Claims whose doers a person corrected, so that
    words and ids no longer stand for each other, and claims without words say nothing."""
    said: dict[str, Counter[str]] = {}
    for told in claims:
        ids, texts = told.claim.actors, told.claim.actors_text
        if len(ids) == len(texts):
            for id, text in zip(ids, texts, strict=True):
                if id.startswith(OTHER) and text.strip():
                    said.setdefault(id, Counter())[" ".join(text.split())] += 1
    return {id: words.most_common(1)[0][0] for id, words in said.items()}
