"""Are others told to be harmed in the same way, by a cause and a hand of their own?"""

from tawthiq.language.entries import HarmWord
from tawthiq.stages.claims.scene import Scene, in_tokens

_BESIDE = "beside"


def told_again(scene: Scene, at: int) -> bool:
    """«قتل راع، كما قتلت امرأة بانفجار لغم», «مقتل ثلاثة، إضافة إلى مقتل اثنين برصاص الجيش», but not «وإصابة اثنين»:
    whether the same harm to others begins, behind a word that sets it beside this one, before the word `at`."""
    report = scene.report
    opens = [h.last for h in report.within(scene.end, at, "clause") if h.entry.value == _BESIDE]
    opens += [h.last for h in report.within(scene.end, at, "plus")]
    others = in_tokens(report.scan.of(HarmWord), min(opens), at)[:1] if opens else ()
    return any(h.entry.outcome == scene.casualty.outcome for h in others)
