"""Reading one mention that begins at a given token: a name, a kind with a name, a direction or
countryside with what it is of, or a definite kind that stands for an earlier place."""

from tawthiq.language.gazetteer import Row
from tawthiq.language.lexicon import Hit
from tawthiq.language.lists import edges
from tawthiq.stages.places.mention import Mention, View, Word, rows_of
from tawthiq.stages.places.roads import road
from tawthiq.stages.places.undergone import is_province, underwent
from tawthiq.stages.places.unknown import bracket_end, quoted_end, site_end, unknown_end

_GUARDS = edges("border_guard")  # whose name the border is part of
_GOVERNING = ("ب", "ل", "ك", "لل")
_GOVERNING_OR_SO = ("ب", "ل", "ك", "ف")
_BY_WAY, _THE = "عن", "ال"
_DEPTH = 4
_ANAPHORS = ("town", "district", "province", "country", "neighbourhood")
_PARTICLES = ("near", "in", "of", "at")
_NAMELIKE = ("common", "weak", "prefix", "given", "capital")
_SMALL, _MANY_WORDS, _CHIEFLY, _KNOWN, _LARGE, _CITY = 25, 40, 50, 60, 65, 72


def element(view: View, at: int, depth: int = 0) -> Mention | None:
    """The mention that begins at token `at`, or None."""
    name, word = view.names.get(at), view.words.get(at)
    if name and (word is None or name.last - name.first > 1 or word.entry.part in _NAMELIKE):
        return _suffix(view, _with_namesakes(view, word, named(view, name)))
    if word is None or depth > _DEPTH:
        return _suffix(view, named(view, name)) if name else None
    part = word.entry.part
    if part == "kind":
        cover = view.covered.get(at)
        if cover and cover[0] < at:
            return None
        return _kind(view, word, depth) or _as_name(view, word, name)
    if part in ("direction", "around"):
        side = _direction(view, word, depth)
        return side or (_suffix(view, named(view, name)) if name is not None and word.definite else None)
    if part == "rural":
        return _rural(view, word, depth)
    if part in ("land", "border"):
        return _land(view, word)
    particle = part in _PARTICLES and not word.definite  # not «العند»
    return _suffix(view, named(view, name)) if name and not particle else None


def _with_namesakes(view: View, word: Word | None, mention: Mention) -> Mention:
    """«حي الزهراء», which a list has whole, can be any quarter that is called «الزهراء»; «مدينة غزة» is no province."""
    inner = view.names.get(mention.first + 1)
    if word is None or word.entry.part != "kind" or inner is None or inner.clitic or inner.last != mention.last:
        return mention
    bare = rows_of(inner)
    rows = [row for row in bare if row.level == word.entry.level and row not in mention.rows]
    town = word.entry.level == "town" and mention.rows[0].level == "town" and mention.rows[0] in bare
    flags = (*mention.flags, word.entry.id.replace("place.", "places.kind.", 1)) if town else mention.flags
    return mention._replace(rows=(*mention.rows, *rows), flags=flags)


def _as_name(view: View, word: Word, name: Hit | None) -> Mention | None:
    """A kind word that is a name, chiefly or where its place is told; none where it begins a list («قريتي»)."""
    known = name is not None and _well_known(name)
    if name is None or not (known or word.number == "one"):
        return None
    mention = _suffix(view, named(view, name))
    return mention if known else mention._replace(ordinary="word")


def _well_known(hit: Hit) -> bool:
    """Whether a name that is also a kind word is chiefly a name («الغوطة»)."""
    return any(row.level in ("district", "province", "region") and row.weight >= _CHIEFLY for row in rows_of(hit))


def named(view: View, hit: Hit) -> Mention:
    """A mention of a known name alone."""
    word, why = view.words.get(hit.first), ordinary(view, hit)
    rows = rows_of(hit)
    if why == "weak" and word and word.entry.value:
        rows = tuple(row for row in rows if row.country == word.entry.value) or rows
    capital = word is not None and word.last < hit.last and word.entry.value == "capital"
    return Mention(
        hit.first, hit.last, hit.start, hit.end, hit.entry.id, rows, "town" if capital else None,
        prep=hit.clitic.endswith(_GOVERNING), ordinary=why,
    )  # fmt: skip


def ordinary(view: View, hit: Hit) -> str | None:
    """Why a name needs support: "word", "common" or "weak", or None."""
    best = max(rows_of(hit), key=lambda row: (row.rank == 2, row.weight))
    if view.form(hit.first) == "#":
        hit = hit._replace(first=hit.first + 1)
    governor = view.before(hit.first, "in", "of", "at")
    if hit.clitic.endswith(_GOVERNING) and governor and governor.entry.value != "li":
        return "word"
    if hit.last > hit.first + 1:
        spelt = view.words.get(hit.first)
        if spelt is not None and spelt.last == hit.last and spelt.entry.part == "weak":
            return "weak"  # «المنطقة الشرقية»
        return "word" if hit.first in view.particles and best.weight < _MANY_WORDS else None
    word = view.words.get(hit.first)
    if word and word.entry.part == "direction" and word.last == hit.last:
        joined = hit.clitic == "و" and hit.first - 1 in view.names and view.word(hit.first - 1, "direction") is None
        led = joined or hit.clitic.endswith(_GOVERNING) or view.before(hit.first, "in", "at", "of")
        return "weak" if led else "word"  # «غارة على الجنوب», but not «الأحياء الشرقية»
    part = word.entry.part if word and word.last == hit.last and len(word.clitic) <= len(hit.clitic) else None
    if word and word.entry.part == "plain" and word.last > hit.last:
        return "word"
    if part in ("weak", "common"):
        return "word" if hit.first in view.known and part == "common" else part
    if part == "kind" and _well_known(hit):
        return None
    if part not in (None, "capital", "demonym") and best.level != "country":
        return "word"
    if hit.clitic.endswith("ك") and best.weight < _LARGE:
        return "word"
    if hit.first in view.known and best.weight < _KNOWN:
        return "word"
    if _split_short(hit) and best.weight < _CITY:
        return "word" if hit.clitic.endswith("ف") else "weak"
    if best.rank == 1 and best.weight < _SMALL:
        return "common"
    if (best.rank < 2 and best.level in ("neighbourhood", "site")) or best.weight < _SMALL:
        return "word" if hit.clitic.endswith(("ب", "ل")) and not hit.entry.id.startswith("ال") else "weak"
    return None


def _split_short(hit: Hit) -> bool:
    """A particle before a name of a few letters: «بحوث», «لقاح» are words first."""
    return hit.clitic.endswith(_GOVERNING_OR_SO) and len(hit.entry.id) < 5 and not hit.entry.id.startswith("ال")


def _suffix(view: View, mention: Mention) -> Mention:
    """With a direction after the name: «حلب الشرقية», «ريف إدلب الجنوبي والشرقي»; and its country: «حلب السورية»."""
    word = view.word(mention.last, "direction")
    feminine = word is not None and view.form(word.last - 1).endswith("ه")
    if word and word.clitic == "ال" and mention.bearing is None and (mention.rural or feminine):
        mention = mention._replace(last=word.last, end=word.end, bearing=word.entry.value)
        second = view.word(mention.last, "direction")
        if mention.rural and second and second.clitic == "وال":
            both = mention.bearing if mention.bearing == second.entry.value else _joined(mention.bearing, second)
            mention = mention._replace(last=second.last, end=second.end, bearing=both)
    adjective = view.word(mention.last, "demonym")
    if adjective and adjective.clitic == "ال":
        mention = mention._replace(country=adjective.entry.value)
    return mention


def _joined(first: str | None, second: Word) -> str:
    points = set((first or "") + (second.entry.value or ""))
    ways = "".join(p for p in "ns" if p in points), "".join(p for p in "ew" if p in points)
    return "".join(way for way in ways if len(way) == 1) or "c"


def _kind(view: View, word: Word, depth: int) -> Mention | None:
    """«مدينة إدلب», «العاصمة العراقية بغداد», «بلدة كذا» for a name that no list holds, or a named site."""
    entry, at = word.entry, word.last
    if not word.clitic and view.text[word.start : word.start + 2] == "وأ":
        return None
    if entry.value == "road" and view.form(word.first - 1) == _BY_WAY:
        return None  # «عن طريق البريد»
    if entry.value == "road" and (whole := road(view, word)):
        return whole
    if entry.value == "led" and not (word.clitic.endswith("ب") or view.before(word.first, "in", "near", "of")):
        return None  # «رئيس بلدية طرابلس»
    while word.definite and (adjective := view.word(at, "demonym")) and adjective.clitic == "ال":
        at = adjective.last
    if entry.value == "capital" and at + 1 in view.names and view.word(at, "plain"):
        at += 1  # «العاصمة الاقتصادية كراتشي»
    elif word.definite and entry.value != "capital":
        return _definite(view, word, depth)
    country = adjective.entry.value if (adjective := view.before(at, "demonym")) and at > word.last else None
    closes = bracket_end(view, at)
    at += closes is not None
    name, inner = view.names.get(at), view.words.get(at)
    plain = inner is None or inner.entry.part in _NAMELIKE or _dual(inner)
    settled = entry.level not in ("site", "country") and entry.value not in ("capital", "known")
    named_so = closes if closes is not None and closes > at + 1 else quoted_end(view, word, at)
    quoted = named_so if settled and word.number == "one" else None
    if quoted is not None and name is not None and name.last < quoted and not _well_known(name):
        return _suffix(view, _unknown(view, word, at, quoted))  # «قرية "العارضة الفلانية"»
    side = inner is not None and inner.entry.part == "direction"  # «منطقة الجنوب»
    if name and not name.clitic and (plain or name.last > at + 1 or _called_after_building(word, inner)
                                     or (_well_known(name) and not side)):  # fmt: skip
        return _kind_named(view, word, named(view, name)._replace(rows=rows_of(name)), country)
    if entry.value == "capital" and word.definite:
        return _capital(view, word, at, country)
    if word.number == "many" or side or (inner and inner.entry.part == "rural") or entry.level == "country":
        return None
    if inner and inner.entry.part == "kind" and not inner.clitic and entry.level in (None, "town", "neighbourhood"):
        return None
    if quoted is not None:
        return _suffix(view, _unknown(view, word, at, quoted))
    if entry.level == "site":
        return _site(view, word, None)
    end = unknown_end(view, at) if entry.value not in ("capital", "known") and not _accusative(view, word) else None
    return _suffix(view, _unknown(view, word, at, end)) if end else None


def _dual(inner: Word) -> bool:
    """«مدينة سجنان»: a name that is also the dual of a kind of site."""
    return inner.entry.part == "kind" and inner.number == "two" and inner.entry.level == "site" and not inner.clitic


def _called_after_building(word: Word, inner: Word | None) -> bool:
    """«منطقة الحسينية», «حي الجامعة»: a quarter or town by the name of a kind of building."""
    if inner is None or not inner.definite or inner.entry.part != "kind" or inner.entry.level != "site":
        return False
    return word.number == "one" and word.entry.level in (None, "town", "neighbourhood", "district")


def _kind_named(view: View, word: Word, name: Mention, country: str | None) -> Mention | None:
    """A kind word with a known name after it."""
    level = word.entry.level
    lands = all(row.level in ("country", "region") for row in name.rows)
    if word.entry.value == "capital" and not any(row.level == "town" for row in name.rows):
        return None
    if level == "site":
        wide = all(row.level in ("country", "region", "province") for row in name.rows)
        if wide or view.word(word.last, "direction"):
            return None  # «كمين شمال بغداد»
        if name.ordinary or name.rows[0].level != "site":
            return _site(view, word, name)
    if lands and level in ("town", "neighbourhood", "district", "province") and word.entry.value != "land":
        return None
    mention = name._replace(
        first=word.first, start=_with_article(view, word), level=level, kind=word.entry.id, prep=True,
        ordinary=None, country=country, land=word.entry.value == "land",
    )  # fmt: skip
    return _suffix(view, mention)


def _accusative(view: View, word: Word) -> bool:
    """«حيا سكنيا», «مخيمين»: an indefinite object or dual, which bears no name."""
    if word.number == "two":
        return word.entry.value != "two"
    return view.form(word.first).endswith("ا") and word.number == "one"


def _with_article(view: View, word: Word) -> int:
    """Where a word begins with its article, in the original text."""
    return word.start - 2 if view.text[word.start - 2 : word.start] == "ال" else word.start


def _land(view: View, word: Word) -> Mention | None:
    """«الأراضي السورية», «الداخل السوري», «الحدود العراقية السورية», but not «حرس الحدود التركي»."""
    if view.form(word.first - 1).endswith(_GUARDS):
        return None
    adjective = view.word(word.last, "demonym")
    if adjective is None or not adjective.entry.value or adjective.clitic not in ("", "ال"):
        return None
    second = view.word(adjective.last, "demonym")
    end = second if second and second.clitic == "ال" and word.entry.part == "border" else adjective
    row = view.gazetteer.country(adjective.entry.value)
    if row is None:
        return None
    border = word.entry.part == "border"
    rows = (
        (Row(f"{row.id}.border", f"{row.name} border", "region", None, None, None, None, None, 60),)
        if border
        else (row,)
    )
    flags = ("places.border",) if border else ("places.land",)
    return Mention(
        word.first, end.last, _with_article(view, word), end.end, view.form(word.first), rows, prep=True, flags=flags
    )


def _unknown(view: View, word: Word, at: int, end: int) -> Mention:
    """A mention of a name that is in no list, at tokens at ≤ t < end after a kind word."""
    form = " ".join(view.form(t) for t in range(at, end))
    return Mention(
        word.first, end, word.start, view.tokens[end - 1].end, form, (), word.entry.level, word.entry.id,
        prep=True, flags=("places.unknown_name",),
    )  # fmt: skip


def _site(view: View, word: Word, name: Mention | None) -> Mention | None:
    """A named site, none where it is counted («40 مبنى دمر»). It takes a known name's candidates only where that name
    is no ordinary word."""
    end = site_end(view, word, name.last if name else None)
    counted = word.first > 0 and view.tokens[word.first - 1].is_number
    if end is None or end == word.last or word.number == "many" or counted:
        return None
    sure = name is not None and (not name.ordinary or (name.ordinary == "weak" and is_province(name)))
    rows = tuple(row for row in name.rows if row.level != "country") if name and sure else ()
    form = " ".join(view.form(t) for t in range(word.last, end))
    return Mention(
        word.first, end, _with_article(view, word), view.tokens[end - 1].end, form, rows, "site", word.entry.id,
        prep=True, own=word.entry.value == "own", flags=() if rows else ("places.unknown_name",),
    )  # fmt: skip


def _definite(view: View, word: Word, depth: int) -> Mention | None:
    """«الأحياء الشرقية في حلب», «المستشفى الجمهوري», or «المدينة» for a place named before."""
    way = view.word(word.last, "direction")
    if way and way.clitic == "ال":
        after = way.last
        link = view.word(after, "in", "of")
        inner = element(view, link.last if link else after, depth + 1)
        if inner and (link or inner.prep) and not inner.anaphor:
            bearing = way.entry.value if inner.bearing is None else inner.bearing
            return inner._replace(first=word.first, start=_with_article(view, word), bearing=bearing, prep=True)
    if word.entry.level == "site":
        return _site(view, word, None)
    if word.number == "many" or word.entry.level not in _ANAPHORS or way:
        return None
    if word.entry.value == "named":
        return _standing(view, word, view.gazetteer.rows(_THE + view.form(word.last - 1)[len(word.clitic) :]))
    lands = tuple(row for code in (word.entry.value or "").split() if (row := view.gazetteer.country(code)))
    return _standing(view, word, lands)


def _capital(view: View, word: Word, end: int, country: str | None) -> Mention | None:
    """«العاصمة النيجيرية», or «في العاصمة» for that of the country that the report is about."""
    rows = view.gazetteer.rows(_THE + view.form(word.first)[len(word.clitic) :])
    if country is None:
        return _standing(view, word, rows) if rows else None
    own = tuple(row for row in rows if row.country == country)
    mention = _unknown(view, word, word.first, end)
    return mention._replace(start=_with_article(view, word), rows=own, flags=()) if own else None


def _standing(view: View, word: Word, rows: tuple[Row, ...]) -> Mention | None:
    """A definite kind word that stands for a place named before, or for one of `rows`, where something is said to be
    there."""
    tied = view.before(word.first, "in", "of", "at", "direction", "around", "throughout", "rural") or view.word(
        word.last, "same"
    )
    if not (tied or word.clitic.endswith(("بال", "لل")) or underwent(view, word)):
        return None
    return Mention(
        word.first, word.last, _with_article(view, word), word.end, view.form(word.first), rows, word.entry.level,
        word.entry.id, anaphor=True, prep=True, flags=("places.anaphor",),
    )  # fmt: skip


def _direction(view: View, word: Word, depth: int) -> Mention | None:
    """«شمال إدلب», «شرق مدينة خان يونس», «إلى الشمال من تعز», «وسط العاصمة»."""
    at = word.last
    if word.definite:
        way = view.word(at, "direction")
        if way and way.clitic == "ال":
            at = way.last
        link = view.word(at, "of")
        inner = element(view, link.last if link else at, depth + 1)
        if (
            inner is None
            or not (link or inner.prep)
            or (inner.anaphor and inner.first == at and view.form(at).startswith("و"))
            or (view.form(word.first).endswith("ه") and word.entry.part != "around")
        ):
            return None
    else:
        also = view.word(at, "direction")
        if also and also.clitic == "و":
            at = also.last
        inner = element(view, at, depth + 1)
        if inner is None or (inner.prep and inner.start > view.tokens[at].start):
            return None
        if also and also.clitic == "و":
            inner = inner._replace(bearing=_joined(word.entry.value, also))
    if word.entry.part == "around":
        return inner._replace(first=word.first, start=word.start, prep=True, flags=(*inner.flags, "places.around"))
    bearing = word.entry.value if inner.bearing is None else inner.bearing  # «جنوب وسط البلاد» is its middle
    return inner._replace(
        first=word.first, start=word.start, bearing=bearing, prep=True, flags=(*inner.flags, "places.direction"),
        ordinary=inner.ordinary if inner.ordinary in ("common", "word") else None,
    )  # fmt: skip


def _rural(view: View, word: Word, depth: int) -> Mention | None:
    """«ريف إدلب الجنوبي», «ريفي السويداء الشرقي والشمالي», «الريف الغربي» of a province named before."""
    if word.definite:
        way = view.word(word.last, "direction")
        if way is None or way.clitic != "ال":
            return None
        link = view.word(way.last, "of")
        inner = element(view, link.last if link else way.last, depth + 1)
        if inner and (link or inner.prep) and not inner.anaphor:
            return inner._replace(
                first=word.first, start=_with_article(view, word), rural=True, bearing=way.entry.value, prep=True
            )
        return Mention(
            word.first, way.last, _with_article(view, word), way.end, view.form(word.first), (), "province",
            word.entry.id, way.entry.value, True, True, True, flags=("places.anaphor",),
        )  # fmt: skip
    inner = _told_before(view, word.last) or element(view, word.last, depth + 1)
    if inner is None or (inner.start > view.tokens[word.last].start and view.form(word.last) != "#"):
        return None
    whole = inner._replace(first=word.first, start=word.start, rural=True, prep=True, kind=word.entry.id, ordinary=None)
    return _suffix(view, whole)


def _told_before(view: View, at: int) -> Mention | None:
    """«ريف المدينة الشرقي», «ريف المحافظة»: the town or province named before, whose countryside it is."""
    word, name = view.word(at, "kind"), view.names.get(at)
    if not (word and word.definite and word.entry.level in ("town", "province")):
        return None
    return _standing(view, word, ()) if name is None or name.last == word.last else None
