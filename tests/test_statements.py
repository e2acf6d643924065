"""Statements that carry no harm figure: what is read, who says it, whether it happened."""

import tomllib
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.language import load
from tawthiq.language.eventtypes import event_types
from tawthiq.model import Claim, Count, Document, Span
from tawthiq.stages import actors, dates, numbers, places, sentences, speakers, statements

LANGUAGE = load()
BEFORE = (sentences.run, numbers.run, dates.run, places.run, actors.run, speakers.run)
DATA = files("tawthiq") / "data" / "ar" / "statement.toml"
WORDS = tomllib.loads(DATA.read_text(encoding="utf-8"))["word"]


def read(text: str, harms: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    """The statements of a text; `harms` are the pieces of it that harm claims hold."""
    document = Document("d", text, "", published=date(2020, 5, 20))
    scan = LANGUAGE.scan(text)
    for run in BEFORE:
        document = run(document, scan, LANGUAGE)
    claims = tuple(_harm(text, piece, i) for i, piece in enumerate(harms, 1))
    document = statements.run(replace(document, claims=claims), scan, LANGUAGE)
    assert document.claims[: len(claims)] == claims
    return document.claims[len(claims) :]


def _harm(text: str, piece: str, number: int) -> Claim:
    start = text.index(piece)
    return Claim(
        f"c{number}", Span(start, start + len(piece)), piece, "killed", Count(1, 1), "person", None, None, False,
        "attack", None, (), (), None, None, None, "asserted",
    )  # fmt: skip


def events(text: str, harms: tuple[str, ...] = ()) -> list[str]:
    return [claim.event for claim in read(text, harms)]


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("انسحبت القوات الحكومية من البلدة مساء أمس.", "withdrawal", "asserted"),
        ("سيطرت فصائل المعارضة على التلة المشرفة على الطريق.", "advance", "asserted"),
        ("تمكنت القوات الحكومية من استعادة السيطرة على المطار.", "advance", "asserted"),
        ("وتسيطر القوات الحكومية على معظم أحياء المدينة.", "control", "asserted"),
        ("بدأ الجيش السوري هجوما على مواقع الفصائل في الريف.", "offensive", "asserted"),
        ("تستعد القوات الحكومية لهجوم جديد على المدينة.", "offensive", "planned"),
        ("انتهت الهدنة في المدينة بعد ثلاثة أيام.", "ceasefire_end", "asserted"),
        ("دخلت الهدنة حيز التنفيذ صباح اليوم.", "ceasefire", "asserted"),
        ("خرقت القوات الحكومية وقف إطلاق النار في الريف الجنوبي.", "ceasefire_violation", "asserted"),
        ("تواصلت المفاوضات بين الحكومة والمسلحين في العاصمة.", "talks", "asserted"),
        ("سيعقد مجلس الأمن جلسة طارئة بشأن القصف غدا.", "talks", "planned"),
        ("لم يخرج اجتماع الجيش والمسلحين بنتيجة تذكر.", "talks", "asserted"),
        ("توصل الجيش والمسلحون إلى اتفاق جديد.", "agreement", "asserted"),
        ("تعرضت البلدة لقصف مدفعي ليلا.", "shelling", "asserted"),
        ("شنت طائرات حربية غارات على أطراف المدينة.", "airstrike", "asserted"),
        ("لم تشن الطائرات الحربية غارات على المدينة اليوم.", "airstrike", "denied"),
        ("اندلعت اشتباكات بين الجيش والمسلحين في المدينة.", "armed_clash", "asserted"),
        ("صدت القوات الحكومية هجوما على القاعدة.", "attack", "asserted"),
        ("أعلن الجيش الإسرائيلي اعتراض صاروخ فوق البحر.", "interception", "asserted"),
        ("دخلت مساعدات إنسانية إلى المدينة المحاصرة.", "aid", "asserted"),
        ("منعت القوات الحكومية دخول المساعدات إلى المدينة.", "aid_denial", "asserted"),
        ("فتح الجيش تحقيقا في القصف.", "investigation", "asserted"),
        ("فرضت واشنطن عقوبات على قادة الجماعة.", "sanctions", "asserted"),
        ("أفرجت الجماعة المسلحة عن الرهائن.", "release", "asserted"),
        ("تبنى تنظيم داعش الهجوم على الحاجز.", "responsibility_claim", "asserted"),
        ("ولم تعلن أي جهة مسؤوليتها عن التفجير.", "responsibility_claim", "denied"),
        ("مخاوف من اقتحام المدينة في الأيام المقبلة.", "warning", "feared"),
        ("وصلت تعزيزات عسكرية إلى الجبهة الغربية.", "deployment", "asserted"),
        ("أنباء عن قصف جوي على ريف حماة.", "airstrike", "unconfirmed"),
        ("إذا شنت القوات الحكومية هجوما واسعا فلن تتوقف.", "offensive", "hypothetical"),
        ("رفضت حركة حماس مقترح الهدنة الجديد.", "ceasefire", "denied"),
    ],
)
def test_the_report_states(text: str, event: str, status: str) -> None:
    (claim,) = read(text)
    assert (claim.event, claim.status) == (event, status)
    assert claim.outcome is None and claim.count is None and claim.group is None
    assert claim.quote == text[claim.span.start : claim.span.end]
    assert claim.because


@pytest.mark.parametrize(
    ("text", "event", "source", "status"),
    [
        ("اتهمت وزارة الدفاع الروسية المعارضة السورية بقصف السوق.", "accusation", "وزارة الدفاع الروسية", "asserted"),
        ("نفى الجيش الإسرائيلي استهداف المدرسة.", "denial", "الجيش الإسرائيلي", "denied"),
        ("ندد مجلس الأمن الدولي بالهجوم على القافلة.", "condemnation", "مجلس الأمن الدولي", "asserted"),
        ("دعت الأمم المتحدة أطراف النزاع إلى ضبط النفس.", "appeal", "الأمم المتحدة", "asserted"),
        ("يخشى دبلوماسيون من معركة طويلة في المدينة.", "warning", "دبلوماسيون", "feared"),
        ("وقال مصدر عسكري إن العمليات البرية لم تبدأ.", "offensive", "مصدر عسكري", "denied"),
        ("وقال المرصد السوري إن القصف لم يتوقف منذ الفجر.", "bombardment", "المرصد السوري", "asserted"),
        ("وقال ناشطون إن الوضع الإنساني لا يحتمل.", "statement", "ناشطون", "asserted"),
        ("هددت حركة حماس بوقف المفاوضات مع إسرائيل.", "threat", "حركة حماس", "asserted"),
        ("واشنطن تدين هجوما للحوثيين على السفينة.", "condemnation", "واشنطن", "asserted"),
    ],
)
def test_somebody_states(text: str, event: str, source: str, status: str) -> None:
    (claim,) = read(text)
    assert (claim.event, claim.status) == (event, status)
    assert claim.source is not None and claim.source.text == source


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("شنت طائرات روسية غارات على أطراف المدينة.", ("russia",)),
        ("تعرضت البلدة الخاضعة لسيطرة المعارضة لقصف من قوات النظام السوري.", ("syrian_government",)),
        ("اتهمت الأمم المتحدة قوات الدعم السريع بعرقلة المساعدات.", ("rsf",)),
        ("تبادلت إسرائيل وحركة حماس، الأربعاء، الاتهامات بخرق الهدنة.", ("israel", "hamas")),
        ("استعادت قوات النظام السوري السيطرة على بلدة تسيطر عليها فصائل المعارضة.", ("syrian_government",)),
    ],
)
def test_who_did_it(text: str, doers: tuple[str, ...]) -> None:
    assert read(text)[0].actors == doers


@pytest.mark.parametrize(
    "text",
    [
        "المدينة التي تسيطر عليها المعارضة السورية كبيرة جدا.",  # describes
        "وصل الوزير إلى العاصمة عقب الاتفاق بيوم واحد.",  # tells when
        "ما الذي يحصل في المدينة بعد الهدنة؟",  # asks
        "طالب في كلية الطب يروي قصته للصحيفة.",  # a student
        "تحدث الوزير في مؤتمر صحفي عقد مساء أمس.",
        "نقلت الكتب إلى المكتبة في الطابق الثاني.",
    ],
)
def test_nothing_is_stated(text: str) -> None:
    assert events(text) == []


def test_a_sentence_can_state_several_things() -> None:
    text = "انتهت الهدنة في المدينة، في وقت تواصلت المفاوضات بين الوفدين في جنيف."
    first, second = read(text)
    assert (first.event, second.event) == ("ceasefire_end", "talks")
    assert first.quote == "انتهت الهدنة في المدينة"
    assert (first.id, second.id) == ("c1", "c2")


def test_a_relative_clause_with_its_own_day_states_something() -> None:
    (claim,) = read("وتقع البلدة التي تسيطر عليها قوات النظام السوري منذ العام 2012، قرب الحدود.")
    assert (claim.event, claim.actors) == ("control", ("syrian_government",))
    assert claim.time is not None and claim.time.start.startswith("2012")


def test_raids_beside_a_toll_are_left_to_it() -> None:
    assert events("شنت طائرات روسية غارات على السوق وقتل مدني في المدينة.", ("مدني",)) == []


def test_an_accusation_beside_a_toll_is_kept() -> None:
    text = "اتهمت الأمم المتحدة قوات الدعم السريع بقتل مدني في المدينة."
    (claim,) = read(text, ("مدني",))
    assert (claim.id, claim.event, claim.actors) == ("c2", "accusation", ("rsf",))


def test_a_passive_accusation_has_no_source() -> None:
    (claim,) = read("اتُهمت قوات النظام السوري مرارا بقصف المشافي.")
    assert claim.source is None and claim.actors == ("syrian_government",)


def test_who_did_it_before_goes_on() -> None:
    text = "قال المتحدث باسم الجيش السوداني إن القوات باقية. وتوعد المتمردين بالرد على هجماتهم."
    assert [c.source.text for c in read(text) if c.event == "threat" and c.source] == ["المتحدث باسم الجيش السوداني"]


def test_a_title_may_be_a_bare_noun() -> None:
    text = "غارات على ريف حماة\n\n" + "وصل الوفد إلى المدينة ظهر أمس قادما من الساحل. " * 3
    assert events(text) == ["airstrike"]


def test_nothing_to_read() -> None:
    empty = Document("d", "", "")
    assert statements.run(empty, LANGUAGE.scan(""), LANGUAGE) is empty


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["id"])
def test_every_word_is_used_by_its_example(row: dict[str, str]) -> None:
    hits = LANGUAGE.scan(row["example"]).hits("statement")
    assert row["id"] in {hit.entry.id for hit in hits}


def test_every_event_has_labels() -> None:
    named = {row["event"] for row in WORDS if row.get("event")}
    named.update(turn.split(":")[1] for row in WORDS for turn in row.get("turns", ()))
    events_ = tomllib.loads((DATA.parent / "event.toml").read_text(encoding="utf-8"))["word"]
    named.update(row["event"] for row in events_ if row["event"] not in ("none", ""))
    assert named <= set(event_types())
    assert all(kind.ar and kind.en and kind.besides_harm in ("", "apart", "within") for kind in event_types().values())


def test_every_turn_has_its_phase() -> None:
    phases = {row["phase"] for row in WORDS if row["part"] == "phase"}
    assert {turn.split(":")[0] for row in WORDS for turn in row.get("turns", ())} <= phases


PIECES = st.sampled_from(
    ["قال", "اتهم", "الجيش السوري", "،", "«", "»", ".", "\n", "إن", "هدنة", "انتهت", "التي", "تسيطر عليها", "منذ 2012",
     "في وقت",
     "لم", "هجوم", "بدأ", "دعا", "محذرا", "مسؤوليته", "؟", "أعلن", "بحسب", "غارات", "لقصف", "تعرضت", "5", "حلب"]
)  # fmt: skip

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | LETTERS)
def test_it_never_fails_and_stays_in_the_text(text: str) -> None:
    claims = read(text)
    starts = [claim.span.start for claim in claims]
    assert all(
        0 <= c.span.start < c.span.end <= len(text) and c.quote == text[c.span.start : c.span.end] for c in claims
    )
    assert len({c.id for c in claims}) == len(claims)
    assert starts == sorted(starts) or any(c.event == "control" for c in claims)
