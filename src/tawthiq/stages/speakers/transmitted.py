"""What an agency carries: «نقلت رويترز عن طبيب قوله», «نقلت عنه رويترز أن»."""

from tawthiq.stages.speakers.names import name_at
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.phrases import phrase_at, with_apposition
from tawthiq.stages.speakers.reach import reach
from tawthiq.stages.speakers.sayings import Sayings, Statement
from tawthiq.stages.speakers.subjects import OWNED, before
from tawthiq.stages.speakers.view import View

_TRANSMITTED = 14  # tokens between «نقلت» and «عن»
_ONLOOKERS = ("witness", "activist", "anonymous")  # «نقل شهود عيان أن»; police carry the hurt away
_FROM_HIM, _FROM_IT = "عنه", "عنها"


def transmit(sayings: Sayings, at: int) -> int:
    """«نقلت رويترز عن X قوله»: X speaks, through the agency. Returns the last token read."""
    view, limit = sayings.view, sayings.limit
    after = view.say[at].last
    meant = _meant(sayings, after)
    if meant is not None:
        carrier = phrase_at(view, after + 1, limit)
        return at if carrier is None else _said(sayings, at, meant, (carrier, carrier.end))
    carrier = phrase_at(view, after, limit) or before(sayings, at, near=False)
    quoted, plain = at, False
    for here in range(after, min(limit, at + _TRANSMITTED)):
        quoted = view.closes.get(here, quoted)
        if view.said(here) == "that" and here >= quoted:
            plain = True
            break  # «نقلت رويترز أن الغارات أسفرت عن»
        if view.said(here) != "from" or here in view.busy:
            continue
        named = _past_counted(view, here + 1, limit)
        subject = sayings.phrase(named) or (name_at(view, named, limit) if named == here + 1 else None)
        if subject is None:
            return at
        subject = with_apposition(view, subject, limit)
        own = view.part(named) == "generic" and view.text.endswith(OWNED, 0, view.tokens[named].end)  # «ممرضة» is not
        subject, carrier = (carrier, None) if own and carrier is not None else (subject, carrier)
        return _said(sayings, at, subject, (carrier, max(subject.end, named)))
    if carrier is not None and (carrier.kind == "media" or (plain and carrier.kind in _ONLOOKERS)):
        end = reach(sayings, max(carrier.end, after))[0]
        sayings.add(Statement(carrier, (at, end), "speaker.transmitted"))
        return max(at, carrier.end - 1)
    return at


def _meant(sayings: Sayings, at: int) -> Phrase | None:
    """The last speaker, where «عنه» means a person or «عنها» a body."""
    last, form = sayings.memory.last, sayings.view.tokens[at].form if at < sayings.limit else ""
    return last if last is not None and form == (_FROM_IT if last.role is None else _FROM_HIM) else None


def _past_counted(view: View, at: int, limit: int) -> int:
    """Behind «ثلاثة» in «عن ثلاثة مصادر», and «بيان» in «عن بيان للوزارة»."""
    while at < limit and (at in view.busy or view.part(at) == "carrier"):
        at += 1
    return at


def _said(sayings: Sayings, at: int, speaker: Phrase, told: tuple[Phrase | None, int]) -> int:
    """Keep what the speaker says through the carrier, behind token `told[1]`."""
    carrier, end = told
    via = (worded(sayings.view, carrier),) if carrier is not None else ()
    sayings.memory.carried(carrier)
    sayings.add(Statement(speaker, (at, reach(sayings, end)[0]), "speaker.transmitted", 0, via))
    return max(at, end - 1)


def worded(view: View, phrase: Phrase) -> str:
    """The words that name a speaker."""
    return view.text[phrase.start : view.tokens[phrase.last - 1].end]
