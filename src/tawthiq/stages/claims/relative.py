"""Dates of long ago in a relative clause behind a harm, which tell of a place or of a group."""

from collections.abc import Sequence

from tawthiq.language.lists import words
from tawthiq.model import Date
from tawthiq.stages.claims.scene import Scene, in_tokens

_WHERE, _WHICH = "حيث", ("التي", "الذي", "والتي", "والذي", "اللتان", "اللذان")
_GOING_ON = words("going_on_since")
_ANTECEDENT = 2  # tokens of «التفجير الدامي الذي»
_LONG_AGO, _TOLL = 200, 100


def of_incident(scene: Scene, dates: Sequence[Date]) -> Sequence[Date]:
    """«قتل ثلاثة في المدينة، حيث ظهرت الجماعة قبل عشر سنوات»: the dates that are not such; those of a war's toll and of
    an attack («في التفجير الذي وقع قبل عشر سنوات») are the harm's own."""
    count = scene.casualty.count
    if (count.low or count.high or 0) >= _TOLL or count.vague not in (None, "some"):
        return dates
    return [d for d in dates if not _aside(scene, d)]


def _aside(scene: Scene, date: Date) -> bool:
    published = scene.report.document.published
    if date.first < scene.end or date.start is None or published is None or (published - date.start).days < _LONG_AGO:
        return False
    tokens = scene.report.tokens
    for at in range(date.first - 1, scene.end, -1):
        form = tokens[at].form
        if form == _WHERE or form in _WHICH:
            return not in_tokens(scene.report.scan.hits("event"), at - _ANTECEDENT, at)
        if form in _GOING_ON:  # «خلال الأيام الماضية، في ظل الأزمة المستمرة منذ 2012»
            return any(scene.end <= d.first < at for d in scene.report.document.dates if d.last <= date.first)
    return False
