"""What does a harm's own sentence say of it?"""

from collections.abc import Sequence
from typing import NamedTuple

from tawthiq.model import Casualty, Date, Place
from tawthiq.stages.claims import events, places, times
from tawthiq.stages.claims.choose import Choice, choose
from tawthiq.stages.claims.events import Cause
from tawthiq.stages.claims.scene import Report, Scene, scene_of


class Own(NamedTuple):
    """The choices among the marks of a harm's own sentence. `where` is the chosen place made as fine as its words."""

    scene: Scene
    place: Choice[Place] | None
    where: Place | None
    time: Choice[Date] | None
    cause: Choice[Cause] | None

    @property
    def when(self) -> Date | None:
        return self.time.candidate.value if self.time is not None else None


def own_of(report: Report, casualty: Casualty, causes: Sequence[Cause], found: Sequence[Place]) -> Own:
    """Choose for one harm."""
    scene = scene_of(report, casualty)
    place = choose(scene, places.candidates(scene, found), places.FEATURES)
    where = places.finest(place.candidate.value, found) if place is not None else None
    time = choose(scene, times.candidates(scene), times.FEATURES)
    return Own(scene, place, where, time, choose(scene, events.candidates(scene, causes), events.FEATURES))
