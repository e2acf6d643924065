"""Walking a text once from mention to mention, with lists of names after a plural kind."""

from tawthiq.stages.places.element import element, named
from tawthiq.stages.places.far import told_far
from tawthiq.stages.places.mention import FAR, Mention, View, Word
from tawthiq.stages.places.unknown import unknown_end

_SEPARATORS = ("،", ",")
_LONGEST_LIST = 24


def find(view: View) -> list[Mention]:
    """Every mention in order, none overlapping, none resolved."""
    found: list[Mention] = []
    for at in sorted(view.names.keys() | view.words.keys()):
        if found and at < found[-1].last:
            continue
        mention = element(view, at)
        if mention is None:
            if at in view.words and view.words[at].entry.part == "kind":
                found += _plural(view, view.words[at])
            continue
        mention = _governed(view, mention)
        if FAR in mention.flags:
            found += told_far(view, mention, found[-1].last if found else 0)
        found.append(mention)
        if _listing(view, mention):
            found += _more(view, mention)
    return found


def _governed(view: View, mention: Mention) -> Mention:
    """With what stands before it: a preposition, or a word for near."""
    first = _area(view, mention) if mention.kind and mention.first in view.ends else mention.first
    told = first - 1 if first and view.tokens[first - 1].form == ")" else first  # «تبعد (110 كم) شمال شرق كذا»
    near = view.before(told, "near") if told in view.ends else None
    if near:
        far = (FAR,) if near.entry.value == "far" else ()
        return mention._replace(prep=True, flags=(*mention.flags, "places.near", *far))
    if mention.first not in view.ends:
        return mention._replace(prep=True) if _tagged(view, mention) else mention
    if view.before(mention.first, "throughout"):
        return mention._replace(prep=True, flags=(*mention.flags, "places.throughout"))
    many = view.before(mention.first, "kind")
    if many and many.number == "many" and not mention.kind:
        return mention._replace(prep=True)
    if _tagged(view, mention) or view.before(mention.first, "in", "of", "at", "around", "direction"):
        return mention._replace(prep=True)
    return mention


def _area(view: View, mention: Mention) -> int:
    """Where the words of a mention begin, with the «منطقة» before its own kind word («قرب منطقة وادي كذا»)."""
    area = view.before(mention.first, "kind")
    return area.first if area and area.number == "one" and area.entry.level is None else mention.first


def _tagged(view: View, mention: Mention) -> bool:
    return view.form(mention.first) == "#" and mention.ordinary == "weak"


def _listing(view: View, mention: Mention) -> bool:
    word = view.words.get(mention.first)
    return word is not None and word.entry.part in ("kind", "rural") and word.number in ("two", "many")


def _plural(view: View, word: Word) -> list[Mention]:
    """«قرى الأولى والثانية»: names after a plural kind, known or not."""
    if word.definite or word.number not in ("two", "many") or word.entry.level in ("site", "country"):
        return []
    inner = element(view, word.last) if view.word(word.last, "kind") else None
    if inner is not None and not inner.anaphor:
        return [inner._replace(first=word.first, start=word.start)]  # «مدن محافظة الأنبار»: somewhere in it
    first = _item(view, word.last, "")
    if first is None or (word.entry.level is None and not first.rows):
        return []
    flags = (*first.flags, "places.several")
    first = first._replace(first=word.first, start=word.start, level=word.entry.level, kind=word.entry.id, flags=flags)
    return [first, *_more(view, first)]


def _more(view: View, head: Mention) -> list[Mention]:
    """The further members of a list whose first is `head`."""
    items: list[Mention] = []
    at = head.last
    while len(items) < _LONGEST_LIST:
        item = None
        if view.form(at) in _SEPARATORS:
            item = _item(view, at + 1, "") if not _also(view, at + 1) else _item(view, at + 1, "و")
        elif view.form(at).startswith("و"):
            item = _item(view, at, "و")
        if item is None:
            break
        items.append(item._replace(level=head.level, kind=head.kind, rural=head.rural, item=True))
        at = item.last
    return items


def _also(view: View, at: int) -> bool:
    """«، والرقة»: whether «و» joins the next member behind the comma."""
    name = view.names.get(at)
    return name.clitic == "و" if name else view.form(at).startswith("وال")


def _item(view: View, at: int, clitic: str) -> Mention | None:
    name, word = view.names.get(at), view.words.get(at)
    plain = (
        word is None or word.entry.part in ("common", "weak", "given", "capital") or (name and name.last > word.last)
    )
    if name and name.clitic == clitic and plain:
        return named(view, name)._replace(prep=True, ordinary=None)
    form = view.form(at)
    if not form.startswith(clitic + "ال" if clitic else "") or len(form) < 4:
        return None
    end = unknown_end(view, at, clitic)
    if end is None:
        return None
    first, last = view.tokens[at], view.tokens[end - 1]
    start = first.start + len(clitic)
    name_form = " ".join(view.form(t) for t in range(at, end))[len(clitic) :]
    return Mention(at, end, start, last.end, name_form, (), None, None, prep=True, flags=("places.unknown_name",))


def supported(view: View, mention: Mention, before: Mention | None, after: Mention | None) -> bool:
    """Whether a name that is also a word stands in a list with a place, or has a place for its container."""
    joined = after is not None and after.first - mention.last <= 1 and _joins(view, mention.last, after)
    follows = before is not None and mention.first - before.last <= 1 and _joins(view, before.last, mention)
    return bool(joined and after and not after.ordinary) or bool(follows and before and not before.ordinary)


def _joins(view: View, at: int, after: Mention) -> bool:
    if at == after.first:
        return view.form(at).startswith("و") and after.start > view.tokens[at].start
    return view.form(at) in _SEPARATORS
