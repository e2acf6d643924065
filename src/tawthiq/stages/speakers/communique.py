"""A statement given in full: behind «وفيما يلي نص البيان:» a body speaks to its end, though no sentence names it."""

from tawthiq.language.lists import words
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.sayings import Sayings, Statement

_COLON = ":"
_LED = 10  # tokens from «نص البيان» to its colon («كما وصل إلى الوكالة»)
_BULLETINS, _FROM, _ABOUT = ("بيان", "بلاغ", "تصريح"), "من", "عن"
_LINE = 16  # tokens of a line that heads a statement
_DESCRIBED = 4  # tokens of «بيان صحفي هام صادر عن»
_OUTLET = "media"  # which hands it on
_FIGURES, _WORDS = words("figures"), 5  # «نتائج العمليات الأولية التي أعلنها»
_OTHERS = ("من", "مع", "يخالف", "تخالف", "تجاوز")


def opened(sayings: Sayings, at: int) -> None:
    """Note whose statement a sentence announces in full with the word at `at`, and where it ends: with the quotation
    that its colon opens, else with the report."""
    view, hit = sayings.view, sayings.view.say[at]
    ahead = range(hit.last, min(sayings.limit, hit.last + _LED))
    colon = next((t for t in ahead if view.tokens[t].form == _COLON), None)
    issuer = None if colon is None else _issuer(sayings, hit.last, colon)
    if colon is not None and issuer is not None:
        sayings.memory.text = issuer, view.closes.get(colon + 1, len(view.tokens))


def _issuer(sayings: Sayings, at: int, colon: int) -> Phrase | None:
    """Who is named behind the word («نص بيان الوزارة:»), who issues it in this sentence, or did before."""
    memory = sayings.memory
    named = [sayings.phrase(t) for t in range(at, colon) if t in sayings.view.heads]
    able = (*named, *[s.phrase for s in sayings.found[-1:]], memory.issuer(at - 1), memory.last)
    return next((phrase for phrase in able if phrase is not None and phrase.kind != _OUTLET), None)


def headed(sayings: Sayings) -> None:
    """«بيان صادر عن لجان المقاومة» as a line of its own: what follows is that body's statement, to the report's end."""
    view, first, limit = sayings.view, sayings.sentence.first, sayings.limit
    if view.tokens[first].form not in _BULLETINS or limit - first > _LINE or sayings.memory.text is not None:
        return
    for at in range(first + 1, min(limit - 1, first + _DESCRIBED)):
        hit = view.source.get(at)
        issued = hit is not None and hit.last < limit and view.tokens[hit.last - 1].form == _ABOUT
        if issued or view.tokens[at].form == _FROM:
            issuer = sayings.phrase(hit.last if hit is not None and issued else at + 1)
            if issuer is not None and issuer.kind != _OUTLET and not issuer.place:
                sayings.memory.text = issuer, len(view.tokens)
            return


def inside(sayings: Sayings) -> None:
    """A sentence that names nobody is whose statement it stands in."""
    first, last = sayings.sentence.first, sayings.limit
    if sayings.memory.text is not None and first < sayings.memory.text[1]:
        sayings.add(Statement(sayings.memory.text[0], (first, last), "speaker.communique"))


def tallied(sayings: Sayings) -> None:
    """«بلغت الحصيلة التي أعلنتها وزارة الصحة تسعة قتلى»: a sentence that names nobody else is theirs who announced its
    figures; not where it sets others against them («أكثر من الحصيلة التي أعلنتها»)."""
    view, first, limit = sayings.view, sayings.sentence.first, sayings.limit
    for at in [t for t in sayings.memory.announced if first < t < limit - 1]:
        named = [t for t in range(max(first, at - _WORDS), at) if view.tokens[t].form.lstrip("وب") in _FIGURES]
        if not named or (named[0] > first and view.tokens[named[0] - 1].form in _OTHERS):
            continue
        whose = sayings.phrase(at + 1)
        harms = not (view.busy | view.masdars).isdisjoint(range(first, limit))
        if whose is not None and harms and not whose.place:
            sayings.add(Statement(whose, (first, limit), "speaker.tallied"))
            return
