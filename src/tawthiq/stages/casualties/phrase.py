"""The shape of a counted phrase."""

from dataclasses import dataclass

from tawthiq.language.lists import words
from tawthiq.model import Count

SOME = Count(None, None, "vague", "some")
FATHA, SUKUN = "\u064e", "\u0652"
NAMED_ONLY = ("casualties.named",)
OF_STATE = frozenset({"soldier", "police"})
FIGHTING = OF_STATE | {"fighter"}
ARMED = FIGHTING | {"settler"}
STOPS = frozenset("،,؛:.")
BOMBER = "group.intihari"
BOMBERS = frozenset({BOMBER, "group.intihariyya"})
BODIES = frozenset({"harm.killed.juththa", "harm.killed.juthman"})
BETWEEN = "harm.casualties.qatil_wajarih"
SETTLED = frozenset({"group.qarya", "group.balda", "group.hayy", "group.mantiqa"})
SELF = ("نفسه", "نفسي", "انفسه")
CREWS = words("crew")  # «أفراد الطاقم الخمسة», «ركاب السيارة الثلاثة»
BY_FORM = {"one": Count(1, 1), "ordinal": Count(1, 1), "two": Count(2, 2), "many": SOME}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens first ≤ t < last that count `group`. `sort`: person, object, strike, victim, other or bare
    (a number with no noun known). `outcome` is set where the noun is itself the harm («قتيل»).
    `explicit`: a number word stands in it; `definite`: it points back at what is known. `subset`: it counts some of
    those just named («7 منهم»), by a `share` of them where that is set («1/2», or «one» for «أحدهم»);
    `alike`: as many as those before («مثلهم»). `owned`: a name or a definite noun behind it makes it a known one
    («مدرسة النصر»)."""

    first: int
    last: int
    start: int
    count: Count
    group: str
    sort: str
    outcome: str
    explicit: bool
    definite: bool
    joined: bool
    head: int
    because: tuple[str, ...]
    subset: bool = False
    owned: bool = False
    share: str = ""
    alike: bool = False
