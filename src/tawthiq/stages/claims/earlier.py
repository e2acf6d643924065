"""Which killings came before the attack that their sentence tells of? «اندلعت المعارك إثر مقتل ضابط», «وقع التفجير بعد
ساعات من مقتل جنديين»"""

from tawthiq.language.entries import DateWord
from tawthiq.language.lists import edges
from tawthiq.stages.claims.known import Known
from tawthiq.stages.claims.own import Own
from tawthiq.stages.claims.scene import Report, in_tokens

_AFTER, _FROM = frozenset({"بعد", "عقب", "اثر"}), frozenset({"من", "علي"})
_ABOUT, _BEHIND = frozenset({"علي", "ضد"}), _AFTER | {"منذ"}
_ANNIVERSARY, _RECALLED, _UNREST_REACH = "ذكري", 3, 30
UNREST = frozenset({"protest_repression", "riot"})
_FLARED, _VERB = edges("flared"), 2
_WHILE = 6  # «بعد أقل من ثلاثة أسابيع على»


def came_first(known: Known, own: Own) -> bool:
    """Whether a harm that a noun names came before the attack that its sentence tells of ahead of it."""
    first, report = own.scene.casualty.harm[0], known.report
    if long_before(report, own):
        return own.cause is not None and own.cause.candidate.last < first
    if report.tokens[first - 1].form not in _AFTER:
        return False
    begin, _ = report.bounds(first)
    told = in_tokens(known.causes, begin, first)
    flared = own.cause is None or own.cause.candidate.first < first  # not «بعد مقتل ثلاثة دهسا»
    return any(report.before(c.first, "begun", 0) is not None or (flared and _flared(report, c.first)) for c in told)


def _flared(report: Report, at: int) -> bool:
    """«تصاعدت حدة الاشتباكات», «تجددت المعارك»: whether fighting is said to have flared up."""
    return any(t.form.removeprefix("و").startswith(_FLARED) for t in report.tokens[max(at - _VERB, 0) : at])


def led_to_unrest(known: Known, own: Own) -> bool:
    """«احتجاجات على مقتل شاب», «مسيرة في الذكرى الأولى لمقتل شاب», «شغب بعد مقتل رجل», «احتجاجات منذ قتله»: whether a
    harm that a noun names is what people protest or riot about, told ahead of it."""
    first, report = own.scene.casualty.harm[0], known.report
    tokens = report.tokens
    recalled = any(t.form.endswith(_ANNIVERSARY) for t in tokens[max(first - _RECALLED, 0) : first])
    about, after = recalled or tokens[first - 1].form in _ABOUT, tokens[first - 1].form in _BEHIND
    if not about and not after:
        return False
    begin = max(report.bounds(first)[0], first - _UNREST_REACH)
    unrest = (c for c in in_tokens(known.causes, begin, first) if c.event in UNREST)
    return any(about or not c.definite for c in unrest)  # not «فرقت المظاهرات بعد مقتل شخصين»


def long_before(report: Report, own: Own) -> bool:
    """«بعد ساعات من مقتل», «بعد نحو شهر على مقتل»: whether a span of time parts a harm from what was told before."""
    first = own.scene.casualty.harm[0]
    if report.tokens[first - 1].form not in _FROM:
        return False
    hits = in_tokens(report.scan.of(DateWord), first - _WHILE, first)
    parts = [h.entry.part for h in hits]
    return "after" in parts and "unit" in parts[parts.index("after") :] and hits[-1].last == first
