"""Who has spoken so far in a report, and whom «المصدر», «المنظمة» or a surname mean."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from tawthiq.model import Sentence
from tawthiq.stages.speakers.phrase import ANNOUNCED, Phrase
from tawthiq.stages.speakers.phrases import phrase_at
from tawthiq.stages.speakers.view import View

_ARTICLES = ("ال", "لل")
_LISTS, _COMMAS = (":",), ("،", ",")
_ITEM = 30  # tokens of a list's item at most
_MINISTER = "speaker.source.doctor"  # «وزير الصحة»
_BODY = "speaker.source.body"
_UNNAMED, _ONE = "anonymous", frozenset({"اخر", "احد"})  # folded
_SEVERAL = frozenset({"مصدران", "مصدرين", "مصادر"})
_ROLE = 8  # tokens between a role and the person who holds it
_STEM = 4  # letters that tell «بيان» from «تقرير»
_ADDRESS = 12  # tokens of a body's name at most
_KEPT = 40  # speakers that a report's words may refer back to


@dataclass(slots=True)
class Memory:
    """Speakers in the order in which they spoke; `last` is the latest, `open` whose words ran to the end of the
    sentence before, which stands in `paragraph`, opened a list or belongs to one (`listing`), or ended with a comma
    (`cut`), opened with where (`placed`), or in which nobody spoke, from token `silent`; `agency` is the last of the
    media that spoke or carried what others say, `text` whose statement is given in full, and its last token.
    `announced`: tokens of «أعلنتها», which tell who announced figures."""

    view: View
    speakers: list[tuple[Phrase, frozenset[str]]] = field(default_factory=list)
    people: list[tuple[Phrase, frozenset[str]]] = field(default_factory=list)
    last: Phrase | None = None
    open: Phrase | None = None
    paragraph: int = -1
    listing: bool = False
    issued: dict[str, Phrase] = field(default_factory=dict)
    cut: bool = False
    placed: bool = False
    silent: int | None = None
    agency: Phrase | None = None
    text: tuple[Phrase, int] | None = None
    bodies: dict[str, list[int]] | None = None
    announced: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.announced = [t for t, token in enumerate(self.view.tokens) if token.form in ANNOUNCED]

    def heard(self, sentence: Sentence, open: Phrase | None) -> None:
        """Note how a sentence ended: whether a list follows it or goes on behind it, and whether it was cut off."""
        ended = self.view.mark(sentence.first, sentence.last)
        self.paragraph, self.open = sentence.paragraph, open
        self.listing = ended in _LISTS or (self.listing and sentence.last - sentence.first <= _ITEM)
        self.cut = ended in _COMMAS
        self.placed = self.view.in_place(sentence.first)

    def spoke(self, phrase: Phrase) -> None:
        """Remember a speaker."""
        self.last = phrase
        self.carried(phrase)
        for index, (earlier, words) in enumerate(self.speakers):
            if earlier.first == phrase.first:
                del self.speakers[index]
                self.speakers.append((earlier, words))
                return
        self.speakers.append((phrase, frozenset(self._words(phrase.first, phrase.end))))
        del self.speakers[:-_KEPT]

    def carried(self, phrase: Phrase | None) -> None:
        """Remember an agency that carries what somebody says."""
        if phrase is not None and phrase.kind == "media":
            self.agency = phrase

    def issues(self, carrier: int, phrase: Phrase) -> None:
        """Note whose statement or report a sentence speaks of."""
        self.issued[self._bare(carrier)] = phrase

    def issuer(self, carrier: int) -> Phrase | None:
        """Whose «البيان» is, where a sentence before spoke of their «بيان»."""
        return self.issued.get(self._bare(carrier))

    def _bare(self, at: int) -> str:
        """A noun without its article and the ending that its case or owner gives it."""
        return self._words(at, at + 1)[0][:_STEM]

    def met(self, phrase: Phrase) -> None:
        """Remember a person who is named with a role, whether or not they speak."""
        if phrase.role is not None:
            self.people.append((phrase, frozenset(self._words(phrase.first, phrase.last))))
            del self.people[:-_KEPT]

    def speaking(self) -> Phrase | None:
        """Who goes on where a verb of saying names nobody: the last speaker, else the last person met."""
        if self.last is not None or not self.people:
            return self.last
        return self.people[-1][0]

    def resolve(self, phrase: Phrase) -> Phrase:
        """The speaker meant by a word that refers back, else the phrase itself with its kind made good."""
        part = self.view.part(phrase.first)
        phrase = self._of_ministry(phrase)
        if not phrase.back and part != "title":
            if part == "role" and phrase.role is None:
                return self._holder(phrase)
            if phrase.kind == _UNNAMED and part == "generic":
                return self._one_of_them(phrase)
            return self._in_full(phrase) if phrase.role is not None else phrase
        wanted = set(self._words(phrase.first, phrase.last))
        unnamed = part == "generic" or (part == "head" and phrase.last - phrase.first == 1)
        latest = self.speakers[::-1]
        latest.sort(key=lambda s: not wanted <= set(self._words(s[0].first, s[0].first + 1)))
        for earlier, words in latest:
            held = earlier.role is not None and part == "role"  # «المتحدث العسكري» who was named before
            same = (unnamed or held) and earlier.because == phrase.because != _BODY  # «الشركة» is no «حزب»
            if (wanted <= words or same) and earlier.first != phrase.first:
                alike = earlier.last - earlier.first == phrase.last - phrase.first
                synonym = alike and not held and not wanted <= words
                return phrase._replace(back=False) if synonym else self._meant(phrase, earlier)
        if part == "title":
            return phrase
        if part == "head":
            return self._same_body(phrase) or self._named_before(phrase) or self._of_minister(phrase)
        alone = part in ("generic", "role") and self._alone(phrase)
        if alone and self.last is not None and (self.last.kind == phrase.kind or self._unnamed(phrase, self.last)):
            return self._meant(phrase, self.last)
        if phrase.kind is None and self.last is not None:
            return self._meant(phrase, self.last)
        return self._one_of_them(phrase) if phrase.kind == _UNNAMED else phrase

    def _one_of_them(self, phrase: Phrase) -> Phrase:
        """«أحد المصادر», «مصدر آخر» of the kind of the sources that spoke before («مصدران أمنيان»)."""
        told = {self.view.tokens[t].form for t in range(phrase.first, phrase.last)}
        if self.last is None or _ONE.isdisjoint(told):
            return phrase
        several = (s for s, _ in reversed(self.speakers) if self.view.tokens[s.first].form in _SEVERAL)
        return phrase._replace(kind=next((s.kind for s in several), phrase.kind))

    def _holder(self, office: Phrase) -> Phrase:
        """The person named before with this very role («مدير ناحية كذا سالم أحمد ... وتابع مدير ناحية كذا»)."""
        role = self.view.text[office.start : self.view.tokens[office.last - 1].end]
        named = (s for s, _ in reversed(self.speakers) if s.role == role and office.last - office.first > 1)
        return next((self._meant(office, person) for person in named), office)

    def _unnamed(self, phrase: Phrase, earlier: Phrase) -> bool:
        """Whether «المصدر» may mean an officer or an official whose name the report keeps back."""
        part = self.view.part(earlier.first)
        kept_back = part in ("generic", "role") and earlier.role is None
        if earlier.kind == "armed_group":
            return False  # who claimed the attack is not «المصدر»
        return phrase.kind == "anonymous" and (kept_back or all(s.kind != "anonymous" for s, _ in self.speakers))

    def _same_body(self, phrase: Phrase) -> Phrase | None:
        """The body meant by its noun and an adjective («الوزارة اللبنانية», «المنظمة الأممية»), or by «الوكالة»."""
        nation = {self.view.tokens[t].form for t in range(phrase.first, phrase.last) if t in self.view.nation}
        head = self._words(phrase.first, phrase.first + 1)
        for earlier, _ in reversed(self.speakers):
            others = {self.view.tokens[t].form for t in range(earlier.first, earlier.end) if t in self.view.nation}
            same = self._words(earlier.first, earlier.first + 1) == head
            if (same or (earlier.kind == phrase.kind == "un")) and not (nation and others - nation):
                return self._meant(phrase, earlier)
        if phrase.kind == "media" and self.agency is not None and phrase.last - phrase.first < 3:
            return self._meant(phrase, self.agency)
        return None

    def _alone(self, phrase: Phrase) -> bool:
        """Whether «المصدر» has at most a nationality behind it («المصدر العراقي»)."""
        return phrase.last - phrase.first == 1 or phrase.first + 1 in self.view.nation

    def _named_before(self, phrase: Phrase) -> Phrase | None:
        """«أعربت منظمة كذا عن أسفها ... وقالت المنظمة»: the body of another kind named last by this noun, though it did
        not speak."""
        if phrase.last - phrase.first > 1:
            return None
        if self.bodies is None:
            self.bodies = self._bodies()
        begun = self.bodies.get(self._words(phrase.first, phrase.last)[0], [])
        at = bisect_left(begun, phrase.first) - 1
        if at < 0 or self.view.part(begun[at]) not in ("body", "head"):
            return None
        body = phrase_at(self.view, begun[at], begun[at] + _ADDRESS)
        if body is None or body.kind in (None, phrase.kind) or body.last - body.first == 1:
            return None
        return self._meant(phrase, body)

    def _bodies(self) -> dict[str, list[int]]:
        """Where names of bodies may begin, by their first word, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at in sorted(self.view.source):
            found[self.view.tokens[at].form].append(at)
        return found

    def _of_minister(self, phrase: Phrase) -> Phrase:
        """«الوزارة» of the kind of the minister who spoke before."""
        kind = next((s.kind for s, _ in reversed(self.speakers) if s.because == _MINISTER), None)
        ministry = phrase.kind == "government" and phrase.last - phrase.first == 1
        return phrase._replace(back=False, kind=kind if ministry and kind else phrase.kind)

    def _of_ministry(self, phrase: Phrase) -> Phrase:
        """The spokesman of «الوزارة» is of the kind of the ministry that spoke before."""
        if phrase.kind != "government" or self.view.part(phrase.first) == "head":
            return phrase
        for at in range(max(0, phrase.first - _ROLE), phrase.end):
            if self.view.part(at) != "head" or not self.view.definite(at) or self.view.part(at + 1) == "field":
                continue
            head = self._words(at, at + 1)
            same = (s.kind for s, _ in reversed(self.speakers) if self._words(s.first, s.first + 1) == head)
            return phrase._replace(kind=next(same, phrase.kind))
        return phrase

    def surname(self, bare: Phrase) -> Phrase | None:
        """The person named in full before whose name ends so."""
        for length in range(bare.last - bare.first, 0, -1):
            wanted = set(self._words(bare.first, bare.first + length))
            for earlier, words in (*reversed(self.speakers), *reversed(self.people)):
                if wanted and wanted <= words:
                    short = bare._replace(last=bare.first + length, end=bare.first + length, known=True)
                    return self._meant(short, earlier)
        return None

    def _in_full(self, person: Phrase) -> Phrase:
        """A person named again, shorter or without what they are."""
        wanted = set(self._words(person.first, person.last))
        for earlier, words in reversed(self.speakers):
            named = wanted <= set(self._words(earlier.first, earlier.last))
            if named and (earlier.last - earlier.first > person.last - person.first or person.kind is None) and words:
                return self._meant(person, earlier)
        return person

    def _meant(self, phrase: Phrase, earlier: Phrase) -> Phrase:
        """`earlier` as the speaker, standing where `phrase` stands."""
        return earlier._replace(end=phrase.end, back=False)

    def _words(self, first: int, last: int) -> list[str]:
        tokens = self.view.tokens[first:last]
        return [t.form[2:] if t.form[:2] in _ARTICLES else t.form for t in tokens if t.is_word]
