"""Reading the words that name a speaker: a body, an unnamed source, a person with or without a role."""

from tawthiq.language.entries import SourceWord
from tawthiq.stages.speakers.behind import OF_NONE, between_marks, field_at, joined, one_adjective, purpose, settled
from tawthiq.stages.speakers.names import (
    TOLD_OF,
    begins_name,
    describes,
    holds,
    in_name,
    name_at,
    named,
    no_part,
    of_state,
    prepositional,
)
from tawthiq.stages.speakers.passing import (
    addressed,
    among,
    anybody,
    behind_dash,
    body_kind,
    bracketed,
    charge,
    deputy,
    holder_name,
    object_of,
    past_brackets,
    past_object,
    within_place,
)
from tawthiq.stages.speakers.phrase import Phrase
from tawthiq.stages.speakers.view import View

_ONE_OF = ("احد", "احدي")  # folded
_TWO, _OUT_OF = ("اثنان", "اثنين"), "من"
_BODY = 5  # words after the noun that a body's name begins with
_ADJECTIVES = 3  # behind a body's name
_QUOTED = 6  # words of a body's name that stands between quotation marks
_ROLE = 14  # words between a role and the person who holds it
_SAYING = ("verb", "weak", "perhaps", "mourn", "accuse", "continue")
_COMMAS = ("،", ",")
_AND_THE, _FOR, _FOR_THE, _BY_THE = "وال", "ل", "لل", "بال"
_ENDING = frozenset(
    ("that", "relative", "object", "verb", "weak", "fear", "perhaps", "mourn", "accuse", "continue", "participle",
     "transmit", "according", "quoting", "joint", "stop", "setting", "from", "was", "is")
)  # fmt: skip
_PEOPLE = ("witness", "activist")  # «أبلغ شاهد عيان وكالة ...»
_TAG, _SLASH = "#", "/"
_PASSED = (_TAG, "ال")
_ARMED = "armed_group"
_NUMBER, _UNNAMED = "source.number", "anonymous"
_KIN, _HIS = ("source.kinsman", "source.relatives"), ("ه", "ها", "هم", "هما")
_APPOSED = 60  # tokens of an apposition at most, which may hold another


def phrase_at(view: View, at: int, limit: int) -> Phrase | None:
    """The known speaker that begins at token `at`, read no further than `limit`."""
    if at < limit and view.tokens[at].form in _PASSED:
        at += 1  # «قال #الجيش_اللبناني», «ذكرت الـ BBC»
    if at >= limit:
        return None
    hit, actor = view.source.get(at), view.actors.get(at)
    if actor is not None and (hit is None or actor.last > hit.last or not _leads(hit.entry)):
        kind = body_kind(view, at, actor.kind)
        start = view.tokens[at].start if view.tokens[at].form.startswith(_FOR_THE) else actor.start
        last = bracketed(view, actor.last, limit)
        return Phrase(at, last, start, last, kind, "speaker.actor", place=actor.place)
    if hit is None or hit.last > limit or not isinstance(hit.entry, SourceWord):
        return None
    word = hit.entry
    start = view.start(hit)
    if word.part == "body":
        body = Phrase(at, hit.last, start, hit.last, word.kind, f"speaker.{word.id}", source=word.source)
        return _described(view, _short(view, _described(view, body, limit), limit), limit)
    if word.part in ("head", "generic"):
        nobody = word.id == _NUMBER and anybody(view, at, hit.last, limit)
        return None if nobody else _noun(view, at, limit)
    if word.part == "title" and at in view.where and view.said(at - 1) not in _SAYING:
        return None  # «الشيخ زويد، لافتا إلى»
    if word.part == "title" and holds(view, hit.last, limit):
        return _holder(view, at, hit.last, limit, word.kind)
    if word.part in ("role", "title"):
        return _person(view, at, limit)
    return _ministry(view, at, limit) if word.alone and (view.definite(at) or hit.last in view.where) else None


def with_apposition(view: View, phrase: Phrase, limit: int) -> Phrase:
    """A bare name followed by «، مدير المستشفى» or «وهو ضابط»: with that role and kind."""
    at = phrase.last
    apart = at < limit and (view.tokens[at].form in _COMMAS or view.said(at) == "is")
    at += apart
    at += apart and at < limit and view.said(at) == "is"
    full = apart or phrase.last - phrase.first > 1
    living = among(view, at, limit)
    if living is not None:
        return phrase._replace(kind=living, known=True)
    if at >= limit or view.part(at) not in (("role", "generic") if full else ("role",)):
        return phrase
    role = phrase_at(view, at, min(limit, at + _APPOSED))
    if role is None or view.source[at].clitic.startswith(_FOR):
        return phrase
    text = view.text[role.start : view.tokens[role.end - 1].end]
    end = role.end + 1 if role.end < limit and view.tokens[role.end].form in _COMMAS else role.end
    kind = None if role.kind == _UNNAMED else role.kind  # «سالم حسن، أحد العاملين»
    return phrase._replace(kind=kind, role=text, end=end, known=True)


def _short(view: View, phrase: Phrase, limit: int) -> Phrase:
    """«وكالة الأنباء السورية (سانا)»: the other name in brackets belongs to the body's."""
    at = phrase.end
    quoted = view.source.get(at)
    own = quoted is not None and view.part(at) == "body" and not quoted.clitic.endswith(_FOR)  # «مصادر لـ«رويترز»»
    if at < limit and quoted is not None and own and view.closes.get(at) == quoted.last:
        return phrase._replace(last=quoted.last, end=quoted.last)  # «وكالة الأنباء السورية "سانا"»
    hit = view.source.get(at + 1)
    if hit is None or hit.last >= limit or view.tokens[at].form != "(" or view.tokens[hit.last].form != ")":
        return phrase
    if view.part(at + 1) != "body":
        return phrase._replace(end=hit.last + 1)
    apart = view.text[view.tokens[at - 1].end : view.tokens[at].start].strip()  # the mark in «"الدفاع المدني" (الخوذ»
    return phrase._replace(last=phrase.last if apart else hit.last + 1, end=hit.last + 1)


def _described(view: View, phrase: Phrase, limit: int) -> Phrase:
    """A body with the adjectives behind it («هيئة البث العبرية الرسمية») counted in its end."""
    end = phrase.end
    while end < limit and end - phrase.end < _ADJECTIVES and _adjective(view, end):
        end += 1
    return phrase._replace(end=end)


def _adjective(view: View, at: int) -> bool:
    if at in view.nation:
        return not joined(view, at)
    known = view.part(at) not in ("", "field") or at in view.actors or view.tokens[at].form in OF_NONE
    return view.definite(at) and not known and not _ends(view, at)


def _leads(word: object) -> bool:
    return isinstance(word, SourceWord) and word.part in ("body", "role", "title", "generic", "head")


def _ends(view: View, at: int) -> bool:
    """Whether no phrase runs on over token `at`."""
    said = view.said(at)
    token = view.tokens[at]
    if token.form in TOLD_OF and view.definite(at - 1):
        return True  # «وصف المسؤولون الانفجار بأنه»
    return not token.is_word or token.form == _FOR or at in view.busy or said in _ENDING  # «سكان لـ «عكاظ»»


def _tagged(view: View, at: int, stop: int) -> bool:
    """Whether the mark of a hashtag stands before a word that goes on («وزارة #الدفاع_العراقية»)."""
    return view.tokens[at].form == _TAG and at + 1 < stop and not _ends(view, at + 1)


def _noun(view: View, at: int, limit: int) -> Phrase:
    """A head noun or an unnamed source with what belongs to it."""
    hit = view.source[at]
    word = hit.entry
    kind, last, source, described = word.kind, hit.last, None, None
    definite, stop = hit.definite or view.definite(at), min(limit, hit.last + _BODY)
    named = definite or view.definite(hit.last - 1)
    within_it = _instead(view, at, limit)
    if within_it is not None:
        return within_it
    while last < stop:
        last += _tagged(view, last, stop)
        inner = _inner(view, last, limit)
        if inner is not None and (_apart(view, at, inner, last) or object_of(view, last, hit.last, definite)):
            break
        if inner is not None and not joined(view, last):
            carried = word.part == "generic" and inner.kind == "media"
            kind = kind if carried else settled(word, kind, inner.kind)
            source, last = inner.source, inner.last
            break
        if word.part == "head" and last == hit.last and not definite and view.part(last) == "carrier":
            last += 1  # «مركز رصد ...»
            continue
        if _ends(view, last) or joined(view, last) or view.quoted_between(last) or view.tokens[last].form in OF_NONE:
            break
        if word.part == "generic" and last > hit.last and last in view.given and last not in view.actors:
            return _holder(view, at, last, limit, kind)  # «ضابط الشرطة أحمد ...»
        field = field_at(view, last, word.part == "generic")
        if field is not None and word.back and definite and last == hit.last and view.tokens[last].form[0] == _FOR:
            break  # «أشارت النقابة لتوثيق»
        if field is None and word.part == "generic" and (prepositional(view, last) or last in view.nameless):
            break
        if field is not None:
            kind = settled(word, kind, field.kind)
            last = min(view.source[last].last, limit)
            continue
        apart = view.part(last) in ("role", "title", "carrier") and not charge(view, last, at)
        if apart and not (last == hit.last and describes(view, last, definite)):
            break
        described = view.kind(last) if apart else described
        town = last - 1 >= hit.last and last in view.where and last - 1 in view.where  # «شرطة مدينة تعز»
        adjective = last in view.nation or view.definite(last) or town
        if word.part == "generic" and word.kind and definite and not adjective:
            return _holder(view, at, last, limit, kind)
        if word.part == "head" and not adjective and (named or last - (view.part(hit.last) == "carrier") > hit.last):
            last = purpose(view, hit.last, last, limit)
            break
        last += 1
    name = holder_name(view, last, limit) if word.part == "generic" else None
    within = _within(view, last, limit) if last == hit.last or not _tells_where(view, last) else None
    if name is not None:
        return _holder(view, at, name, limit, settled(word, kind, within.kind if within else view.kind(last)))
    if within is not None:
        kind, last = settled(word, kind, within.kind), within.last
    kind = settled(word, kind, described)
    meant = definite or (named and word.kind is None)  # «فريق الرصد»
    back = word.back and meant and last <= hit.last + one_adjective(view, hit.last, word)
    start = hit.start if last - at == 1 and hit.clitic == _FOR else view.start(hit)
    phrase = Phrase(at, last, start, last, kind, f"speaker.{word.id}", source=source, back=back)
    return _short(view, phrase, limit)


def _instead(view: View, at: int, limit: int) -> Phrase | None:
    """Who is meant by a noun that a role or a name between quotation marks follows."""
    hit = view.source[at]
    word = hit.entry
    theirs = word.id == _KIN[0] and view.text.endswith(_HIS, view.start(hit), hit.end)  # «والده سالم حسن»
    if theirs and begins_name(view, hit.last, limit) and view.tokens[hit.last].is_word:
        return _holder(view, at, hit.last, limit, word.kind)
    if word.part == "generic" and hit.last < limit and view.part(hit.last) == "role" and view.definite(hit.last):
        return _person(view, hit.last, limit)  # «نائب المتحدث باسم ...»
    one = _one_of(view, hit.last, limit) if word.id == _NUMBER else None
    if one is not None:
        return one if one.role is not None else one._replace(first=at, start=view.start(hit))
    two = word.id == _NUMBER and hit.last < limit and view.tokens[hit.last - 1].form in _TWO
    if two and view.tokens[hit.last].form == _OUT_OF:
        whose = phrase_at(view, hit.last + 1, limit)  # «اثنان من مسؤولي المخابرات»
        return whose._replace(first=at, start=view.start(hit)) if whose is not None else None
    if word.part == "head" and not (hit.definite or view.definite(at)) and hit.last < limit:
        if view.tokens[hit.last].form == _SLASH:
            return _slashed(view, at, hit.last + 1, limit)
        if 0 < view.closes.get(hit.last, 0) - hit.last <= _QUOTED:
            return between_marks(view, at, view.closes[hit.last])
    return None


def _slashed(view: View, at: int, name: int, limit: int) -> Phrase | None:
    """«وكالة /البحر/», «وكالة /الأونروا/»: a body whose name stands between slashes, or the one so named."""
    closed = next((t for t in range(name, min(limit, name + _QUOTED)) if view.tokens[t].form == _SLASH), None)
    if closed is None or closed == name:
        return None
    known = phrase_at(view, name, closed) if view.part(name) == "body" else None
    return between_marks(view, at, closed + 1) if known is None else known._replace(end=closed + 1)


def _one_of(view: View, at: int, limit: int) -> Phrase | None:
    """«أعضاء المجلس», «قادة الشرطة» behind «أحد»."""
    if view.part(at) == "role":
        return _person(view, at, limit)
    return _noun(view, at, limit) if view.part(at) == "generic" and at in view.source else None


def _apart(view: View, at: int, inner: Phrase, here: int) -> bool:
    """Whether a body at `here` is not part of the noun at `at`: «مصادر بمحافظة ...», «اتهم النشطاء قوات ...», «قال
    طبيب لوكالة ...», «أفاد مصدر طبي وكالة ...»."""
    hit = view.source[at]
    word = hit.entry
    clitic = view.source[here].clitic if here in view.source else ""
    if here in view.where and clitic.startswith(_BY_THE[0]):
        return True
    generic = isinstance(word, SourceWord) and word.part == "generic"
    if generic and (hit.definite or view.definite(at)) and not joined(view, here):
        return True
    own = isinstance(word, SourceWord) and (word.kind == "media" or (here == hit.last and word.kind not in _PEOPLE))
    owned = own or (here == hit.last and not isinstance(word, SourceWord))
    return inner.kind == "media" and (clitic.startswith(_FOR) or not owned)


def _ministry(view: View, at: int, limit: int) -> Phrase:
    """«الصحة اللبنانية», «الداخلية», «صحة غزة»: a ministry or its office by its field alone."""
    hit = view.source[at]
    nation = hit.last in view.nation and view.definite(hit.last)
    last = hit.last + (hit.last < limit and (nation or not view.definite(at)))
    return Phrase(at, last, view.start(hit), last, view.kind(at), f"speaker.{hit.entry.id}")


def _inner(view: View, at: int, limit: int) -> Phrase | None:
    """A body or actor inside a longer name («مصادر الشرطة العراقية»)."""
    actor = view.actors.get(at)
    field = view.part(at) == "field" and actor is not None and actor.last <= view.source[at].last
    if view.part(at) == "body" or (actor is not None and not actor.place and not field):
        return phrase_at(view, at, limit)
    if view.part(at) == "head" and at in view.source:
        return _noun(view, at, limit)
    return None


def _tells_where(view: View, at: int) -> bool:
    """«مصادر محلية في محافظة تعز»: whether «في» only says where a source that is described is."""
    return at + 1 in view.where and not view.definite(at + 1)


def _within(view: View, at: int, limit: int) -> Phrase | None:
    """«الدفاع المدني» in «مصدر في الدفاع المدني»."""
    if at + 1 < limit and view.said(at) == "stop" and view.say[at].last == at + 1 and len(view.tokens[at].form) == 2:
        inner = _inner(view, at + 1, limit)
        if inner is not None:
            return inner
        if view.part(at + 1) == "field" and view.definite(at + 1):  # «مسؤول في الشرطة»
            last = view.source[at + 1].last
            return Phrase(at + 1, last, view.tokens[at + 1].start, last, view.kind(at + 1), "speaker.field")
        unit = at + 2 < limit and view.part(at + 1) == "title"
        numbered = unit and (view.tokens[at + 2].is_number or (view.definite(at + 1) and view.definite(at + 2)))
        if numbered:  # «مصدر في اللواء 22», «في اللواء الثالث»
            return Phrase(at + 1, at + 3, view.tokens[at + 1].start, at + 3, view.kind(at + 1), "speaker.unit")
    return None


def _holder(view: View, at: int, name: int, limit: int, kind: str | None) -> Phrase:
    """The person who holds a role that begins at `at`; the name begins at `name`."""
    if name < limit and view.tokens[name].form == "." and len(view.tokens[name - 1].form) == 1:
        name += 1  # «د. محمد»
    if name < limit and view.tokens[name].form in _COMMAS and begins_name(view, name, limit):
        name += 1
    found = name_at(view, name, limit, nation=True)
    hit = view.source[at]
    end = name - 1 if view.tokens[name - 1].is_word else name - 2
    role = view.text[view.start(hit) : view.tokens[max(end, at)].end]
    if found is None:
        return Phrase(at, name, view.start(hit), name, kind, f"speaker.{hit.entry.id}")
    of_kin = hit.entry.id in _KIN and not (hit.definite or view.definite(at))
    if of_kin and not view.text[view.start(hit) : hit.end].endswith(_HIS):
        return Phrase(at, found.last, view.start(hit), found.last, kind, f"speaker.{hit.entry.id}")
    kind = found.kind or kind  # «العميد يحيى سريع»
    found = with_apposition(view, found, limit)
    return found._replace(kind=kind or found.kind, role=role, because=f"speaker.{hit.entry.id}", known=True)


def _person(view: View, at: int, limit: int) -> Phrase:
    """A role or title, what it belongs to, and the name of the person where one is given."""
    hit = view.source[at]
    word = hit.entry
    kind, last, shown, nation = word.kind, hit.last, hit.last, of_state(view, at)
    definite = hit.definite or view.definite(at) or (hit.last - at > 1 and view.definite(hit.last - 1))
    stop = min(limit, hit.last + _ROLE)
    while last < stop and not view.quoted_between(last) and not addressed(view, last):
        token = view.tokens[last]
        if view.part(last) == "title" and begins_name(view, view.source[last].last, limit):
            return _holder(view, at, view.source[last].last, limit, kind or view.kind(last) or nation)
        if token.form in _ONE_OF and last + 1 < stop and view.definite(last + 1):
            kind, last, shown = kind or view.kind(last + 1), last + 2, last + 2  # «مدير أحد المستشفيات»
            continue
        name = deputy(view, at, last, stop) or behind_dash(view, last, stop)
        if name is not None:
            return _holder(view, at, name, limit, kind or nation)
        if token.form in _COMMAS:
            if last + 1 >= stop or not (view.part(last + 1) == "title" or begins_name(view, last + 1, stop)):
                break
            last += 1
            continue
        inner, field = _inner(view, last, stop), field_at(view, last, False)
        if inner is not None:
            kind = inner.kind if inner.kind == _ARMED and kind == "military" else kind or inner.kind
            after = _past_idafa(view, inner.last, last, stop)
        elif field is not None:
            kind = kind or field.kind
            after = min(view.source[last].last, stop)
        elif view.part(last) in ("generic", "role") and (
            view.source[last].clitic.startswith(_FOR) or not view.definite(last)
        ):
            kind = kind or view.kind(last)  # «السكرتير الصحفي لمحافظ ...», «المتحدث باسم حاكم ...»
            after = view.source[last].last
        elif within_place(view, last) and last + 1 < stop and view.said(last + 1) != "that":
            if view.part(last + 1) == "carrier":
                break
            within = _within(view, last, stop)  # «المدير في المستشفى سامر العلي»
            kind = kind or (within.kind if within is not None else None)
            last = within.last if within is not None else past_object(view, last + 1, stop)
            continue
        elif token.form == "(":
            after = past_brackets(view, last, stop)
        elif token.is_number or in_name(view, last, hit.last, stop):
            after = last + 1
        elif _ends(view, last) or no_part(view, last):
            break
        elif token.form.startswith(_AND_THE) and last > hit.last:
            after = last + 1  # «منسقية النازحين واللاجئين»
        elif not view.definite(last) and named(view, last, last > hit.last or definite, definite):
            return _holder(view, at, last, limit, kind or nation)
        else:
            nation = nation or ("government" if last in view.nation else None)
            after = last + 1
        shown = after if shown == last else shown
        last = after
    back = word.back and definite and all(t in view.nation and view.definite(t) for t in range(hit.last, shown))
    end = max(shown, min(last, limit))
    return Phrase(at, shown, view.start(hit), end, kind or nation, f"speaker.{word.id}", back=back)


def _past_idafa(view: View, last: int, first: int, stop: int) -> int:
    """After an indefinite head of one word («مدير مستشفى حجة») the next word still belongs to it."""
    bare = last - first == 1 and view.part(first) == "head" and not view.definite(first)
    return last + 1 if bare and last < stop and not _ends(view, last) else last
