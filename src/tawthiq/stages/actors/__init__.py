"""Who is armed in this report? Names, adjectives after forces and weapons, and labels that the report resolves.

Fills `document.actors`. A victim, a bystander and a perpetrator are all named here alike;
which of them did a harm is for the claims to say.
"""

from dataclasses import replace

from tawthiq.clashes import sides
from tawthiq.language import Language
from tawthiq.language.scan import Scan
from tawthiq.model import Document
from tawthiq.stages.actors.kin import KIN, named
from tawthiq.stages.actors.mentions import NISBA, Mention, mentions
from tawthiq.stages.actors.resolve import context_of, resolve


def run(document: Document, scan: Scan, language: Language) -> Document:
    """The document with its actors in order of their place in the text."""
    found = mentions(scan, sides(scan, document.sentences))
    towns = {p.last for p in document.places if p.level != "country"}
    found = [m for m in found if not (m.first in towns and m.word.part == "country" and _describes(m, scan))]
    found = [named(m, scan) if m.word.called == KIN else m for m in found]
    return replace(document, actors=resolve(document.text, found, context_of(document, scan, language)))


def _describes(mention: Mention, scan: Scan) -> bool:
    """«في أبها السعودية»: whether a country's name is the adjective of the place before it."""
    return mention.last - mention.first == 1 and scan.tokens[mention.first].form.endswith(NISBA)
