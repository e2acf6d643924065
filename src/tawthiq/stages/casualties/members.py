"""Which force or people the counted belong to: «عنصر من الشرطة», «خسائر في صفوف المدنيين», «جثة لطفل»."""

from dataclasses import replace

from tawthiq.language.entries import GroupWord
from tawthiq.language.lists import edges, words
from tawthiq.model import Count
from tawthiq.stages.casualties.agreement import object_of
from tawthiq.stages.casualties.layers import Layers
from tawthiq.stages.casualties.phrase import ARMED, BODIES, FIGHTING, OF_STATE, Phrase

_INNOCENT = "group.bari"  # «مواطنين أبرياء» are citizens still
_MEMBERS = frozenset({"person", "man", "official", "soldier"})


def sharpens(group: str, word: GroupWord) -> bool:
    """Whether a second noun says more of the counted than the first («أشخاص مدنيين»)."""
    if word.sort in ("object", "strike", "none") or word.group == "family" or word.id == _INNOCENT:
        return False
    if word.sort == "nationality" and word.group not in FIGHTING:
        return False  # «قتلى إيطاليون», but «قتلى حوثيون»
    return group == "person" or (group in ("man", "woman") and word.group in FIGHTING | {"civilian", "elderly"})


_MEMBER_WORDS = frozenset({"group.unsur", "group.fard", "group.udw", "group.rajul"})
_MEMBER, _OWNED = "group.unsur", ("ها", "ه")
_PEOPLE, _ONE_OF_MANY = ("group.fard", "group.kadir"), "group.fard"
_COMRADES, _THEIRS, _MANY = frozenset({"group.rafiq", "group.zamil"}), "هم", "many"
_RANKS = words("their_ranks")
_OWNERS = ("ل",)
_OFFICIAL, _FIGHTER, _BELONGING = "official", "fighter", ("التابع", "التابعه")
_UNDERWENT = "تعرض"
_BELONGS = ("تعود", "يعود", "عائده")
_HERS, _OF_THEM = "ها", ("منها", "منه")
_FEMININE = ("ه", "ات", "يا", "ائب", "ائل", "وي")  # «الشرطة», «قوات», «ميليشيا», «كتائب», «فصائل», «قوى»
_BANDS = words("band")
_DEPUTY = "group.naib"
_FIGHTING_WORD, _NO_MEMBERS = "group.muqatil", ("group.rahina", "group.unsur_dam")
_OF, _IN, _TAG, _ENDS = "من", "في", "#", frozenset(".\n")
_ATTACKED, _NEAR = 25, 5  # tokens between a post and those killed there; between the attack and the post
_POST = 3  # tokens of «حاجز عسكري تابع» before whose it is
_LEADERS = frozenset({"group.qaid", "group.qiyadi"})
_SERVING = _LEADERS | {"group.unsur", "group.muqatil", "group.muntasib"}
_IN_FORCE = _LEADERS | {"group.unsur", "group.muntasib", "group.fard"}
_RANKED = words("ranks")  # «متطوع في صفوف الدفاع المدني»
_GREAT = words("senior")  # «قيادي بارز في الجيش»
_DEAD, _OF_HERS = "harm.killed.qatil", "يه"
_BY_THE, _TO_THE, _PLAIN = "بال", "لل", 3
_ENROLLED, _UNITS = "group.muntasib", edges("unit_of_any")
_JOINED = "group.udw"
_BY, _THEY, _EMPLOYED = "ب", ("هم", "هو"), ("group.muwazzaf", "group.mutatawi")
_THE, _OBLIQUE, _TEN = "ال", "ين", 10
_WITH_RANK, _FIRST = "برتبه", "اول"
_AND = ("و", "وال")
_UPON, _TOLD = "علي", ARMED | {"civilian", "protester"}
_ADJECTIVE, _WHOLE = "ه", ("ون", "ين")
_COUNTED = ("person", "victim")
_FALLEN, _SNIPERS = ("killed", "injured"), "group.qannas"
_COMMAS, _WITHIN = ("،", ","), "ب"
_SERVICES = frozenset({"medic", "rescuer", "aid_worker"})


class Members:
    """Sharpens the group of a phrase by what follows it."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers

    def of(self, phrase: Phrase, stop: int) -> Phrase:
        """«عنصر من الشرطة», «أحد كوادر حرس الحدود»: the force that the counted belong to."""
        at = phrase.last
        while at < stop and at in self.layers.fillers:
            at = self.layers.fillers[at].last
        form = self.layers.form(at)
        great = form in _GREAT and not phrase.definite and self.layers.form(at + 1) == _IN
        at += great and (at + 2 in self.layers.actors or self.layers.form(at + 2).startswith(_THE))
        named = self._named_force(phrase)
        if named is not None:
            return named
        if phrase.group == _OFFICIAL and phrase.count.low == 1 and self._leads_fighters(phrase.last, stop):
            return replace(phrase, group=_FIGHTER)
        elected = phrase.because[-1] == _DEPUTY and phrase.count.low != 1  # «ستة من نواب الحزب»
        generic = not elected and (phrase.group in _MEMBERS or phrase.because[-1] in _SERVING)
        generic = generic and phrase.because[-1] not in _NO_MEMBERS  # «تحرير 90 رهينة من الحركة»
        if at >= stop or phrase.sort not in ("person", "victim") or not generic:
            return phrase
        form = self.layers.form(at) if great else form
        if form == _WITH_RANK:
            at += 2
            at += self.layers.form(at) == _FIRST
            form = self.layers.form(at)
        if form in _THEY and self.layers.form(at + 1) == _OF:
            at, form = at + 1, _OF  # «سبعة من الجرحى هم من الجيش»
        served_in = phrase.group != "person" or phrase.because[-1] in _EMPLOYED  # «موظف في الشرطة»
        served_in = served_in or (phrase.because[-1] == _JOINED and at + 1 in self.layers.actors)  # «عضو في القاعدة»
        body = phrase.because[-1] in BODIES
        apart = form == _OF or (form == _IN and served_in and phrase.because[-1] != _FIGHTING_WORD)
        within = phrase.because[-1] in _IN_FORCE and form.startswith(_BY_THE)  # «قيادي بالجيش»
        within = within and (phrase.because[-1] in _LEADERS or not form.startswith(_UNITS))
        within = within or (phrase.because[-1] == _ENROLLED and form.startswith(_TO_THE))  # «منتسبون للجيش»
        if apart:
            at += 1
            at = self._past_members(at, body)
        if form == _IN and at in self.layers.events:
            return phrase  # «11 جنديا في هجوم لتنظيم»
        force = self.layers.force_at(at) if at < stop else None
        tied = force is None and at + 1 < stop and not self.layers.form(at).startswith(_BY)
        owner = self._owner(at + 1) if tied else None
        if owner is not None:
            return replace(phrase, last=at + 2, group=owner)
        if force is None or "nationality" in "".join(phrase.because):
            return phrase
        served = phrase.sort == "victim" and phrase.because[-1] not in _SERVING | _MEMBER_WORDS
        whom = self.layers.groups.get(at)  # «قتل ثلاثة جنود مسلحا»
        harmed = not apart and whom is not None and object_of(self.layers, phrase, whom)
        whose = body and self.layers.form(at).endswith(_OF_HERS)  # «الجثث الحوثية»
        if harmed or (not (apart or within or whose) and (served or self._glued(at))):
            return phrase
        pair = (
            not (apart or within)
            and not phrase.explicit
            and not phrase.definite
            and self.layers.form(at - 1).endswith("ا")
        )
        count = Count(2, 2) if pair else phrase.count
        return replace(phrase, last=force[1], group=force[0], count=count)

    def _past_members(self, at: int, body: bool) -> int:
        """The token of the force behind «من»: «من صفوف الجيش», «من #الجيش», «من عناصر الجيش», «جثة من قتلى الجيش»."""
        at += self.layers.form(at) in _RANKED or self.layers.form(at) == _TAG
        dead, hit = self.layers.victims.get(at), self.layers.groups.get(at)
        if dead is not None and body and dead.entry.id == _DEAD:
            return dead.last
        return hit.last if hit is not None and hit.entry.id in _MEMBER_WORDS else at

    def _leads_fighters(self, at: int, stop: int) -> bool:
        """«رئيس المجلس العسكري التابع للحركة», «رئيس وحدة الرصد في الحركة», «مسؤول مدفعية الحركة»: whether what an
        official heads is of an armed group, or the group's name stands right behind it."""
        led = next((t for t in range(at + 1, min(at + _NEAR, stop - 1)) if self.layers.form(t) == _IN), at)
        within = self.layers.force_at(led + 1) if led > at else None
        if within is not None and within[0] == _FIGHTER:
            return True
        stop = led + 1 if led > at and led + 1 in self.layers.events else stop  # «رئيس البلدية في هجوم للحركة»
        for here in range(at, min(at + _NEAR, stop - 1)):
            own = at < here <= at + _PLAIN and here in self.layers.actors and self.layers.form(at) != _IN
            if own or self.layers.form(here) in _BELONGING:
                force = self.layers.force_at(here if own else here + 1)
                return force is not None and force[0] == _FIGHTER
            if here in self.layers.small and self.layers.form(here) != _IN:
                return False
        return False

    def _named_force(self, phrase: Phrase) -> Phrase | None:
        """«عناصر قوات النظام» where the actor's name takes in the noun; «أحد عناصرها» of the force that speaks."""
        if phrase.because[-1] in _PEOPLE and self.layers.form(phrase.head).endswith(_OWNED):
            kin = any(self._of_family(t) for t in range(max(0, phrase.first - _NEAR), phrase.first))
            force = None if kin else self._theirs(phrase.first, self.layers.form(phrase.head))
            return replace(phrase, group=force) if force is not None else None
        if phrase.because[-1] == _ONE_OF_MANY and phrase.explicit and phrase.last == phrase.head + 1:
            force = None if self.layers.form(phrase.last).startswith((_OF, _THE)) else self._attacked(phrase.first)
            return replace(phrase, group=force) if force is not None else None
        several = phrase.because[-1] in _COMRADES and phrase.count.low != 1
        if several and self.layers.form(phrase.last - 1).endswith(_THEIRS):
            force = self._of_them(phrase.first)
            return replace(phrase, group=force) if force is not None else None
        if phrase.because[-1] != _MEMBER:
            return None
        actor = self.layers.actors.get(phrase.head)
        if actor is not None and actor.last > phrase.last:
            return replace(phrase, last=actor.last, group=self.layers.force_of(actor))
        owned, behind = self.layers.form(phrase.last - 1).endswith(_OWNED), self.layers.form(phrase.last)
        if owned or behind in _OF_THEM:  # «20 عنصرا منها»
            force = self._theirs(phrase.first, behind if behind in _OF_THEM else self.layers.form(phrase.last - 1))
        else:
            alone = (
                phrase.last == phrase.head + 1
                and not behind.startswith((_OF, "ال", "لل"))
                and phrase.last not in self.layers.actors
            )
            force = self._attacked(phrase.first) or self._told_attacked(phrase.last) if alone else None
        return replace(phrase, group=force) if force is not None else None

    def _theirs(self, at: int, owned: str) -> str | None:
        """The group of the force that a pronoun means («صد هجوم للتنظيم وقتل تسعة من عناصره», «قوات النظام ... 20 عنصرا
        منها»): the nearest before it in the sentence of its gender, else that which speaks."""
        hers = owned.endswith(_HERS)
        for here in range(at - 1, max(-1, at - _ATTACKED), -1):
            form = self.layers.form(here)
            if form in _ENDS:
                break
            if form.removeprefix(_THE) in _BANDS:
                return None  # «فككت الشرطة خلية وقتلت ثلاثة من أفرادها»
            force = self.layers.force_at(here)
            if force is not None and form.endswith(_FEMININE) is hers:
                return force[0]
        return self.layers.spoken_force(at)

    def _of_them(self, at: int) -> str | None:
        """«قال المقاتلون إن أربعة من رفاقهم قتلوا», «تكبد الحوثيون قتلى في صفوفهم»: the group of the people or the
        force that were told of last before, in the sentence."""
        for here in range(at - 1, max(-1, at - _ATTACKED), -1):
            if self.layers.form(here) in _ENDS:
                return None
            force, word = self.layers.force_at(here), self.layers.person(here)
            if force is not None:
                return force[0]
            if word is not None and self.layers.groups[here].number == _MANY:
                return word.group if word.group in ARMED else None
        return None

    def _in_ranks(self, phrase: Phrase, at: int) -> str | None:
        """«سقوط قتلى في صفوفهم», «أوقعوا في صفوفها عددا من القتلى»: the group of those whose ranks they fell in."""
        behind = self.layers.form(at)
        after = self.layers.form(at + 1) if behind == _IN else behind.removeprefix(_WITHIN)  # «قتلى بصفوفهم»
        ranks = after if after in _RANKS else self.layers.form(phrase.first - 1)
        if ranks not in _RANKS:
            return None
        return self._of_them(phrase.first) if ranks.endswith(_THEIRS) else self._theirs(phrase.first, ranks)

    def _of_family(self, at: int) -> bool:
        word = self.layers.person(at)
        return word is not None and word.group == "family"

    def struck(self, at: int) -> str | None:
        """«هاجم دورية للشرطة، وجرح ثلاثة منهم»: the force whose post was attacked, where it has named no others; «هاجم
        مسلحون القرية وقتل الجيش عددا منهم»: the many who were told of last."""
        if self._undergo(at):
            return self._last_many(at) or self._attacked(at)
        return None if self._people_before(at) else self._attacked(at)

    def _undergo(self, at: int) -> bool:
        """Whether a word of harm stands right before, or «على» behind it («قضى الجيش على عدد منهم»)."""
        return at in self.layers.after_harm or self.layers.form(at - 1) == _UPON

    def _last_many(self, at: int) -> str | None:
        """The group of the many people told of last in the sentence, where it fights or is of civilians."""
        for here in range(at - 1, max(-1, at - _ATTACKED), -1):
            if self.layers.form(here) in _ENDS:
                return None
            force = self.layers.force_at(here) if self.layers.form(here).endswith(_WHOLE) else None
            if force is not None:
                return force[0]  # «مع الحوثيين»
            hit = self.layers.groups.get(here)
            if hit is not None and hit.number == _MANY:
                word = hit.entry
                near = self.layers.force_at(hit.last if word.id in _MEMBER_WORDS else here - 1)
                if near is not None:
                    return near[0]  # «عناصر الشرطة», «رجال الأمن المجاهدين»
                return word.group if word.sort == "person" and word.group in _TOLD else None
        return None

    def _people_before(self, at: int) -> bool:
        for here in range(at - 1, max(0, at - _ATTACKED), -1):
            if self.layers.form(here) in _ENDS or self.layers.force_at(here) is not None:
                return False
            if self.layers.person(here) is not None or here in self.layers.victims:
                return True
        return False

    def _attacked(self, at: int) -> str | None:
        """The force whose patrol or post the sentence said was attacked («كمين استهدف دورية للأمن أدى إلى مقتل
        عنصرين»)."""
        for here in range(at - 1, max(0, at - _ATTACKED), -1):
            if self.layers.form(here) in _ENDS:
                return None
            force = self.layers.force_at(here)
            if force is None or force[0] not in OF_STATE:
                continue
            things = (self.layers.groups.get(t) for t in (here - 1, here - 2))  # «حافلة مبيت للجيش»
            posted = any(t is not None and t.entry.sort == "object" for t in things)
            if self.layers.form(here - 1).removeprefix(_AND[0]).startswith(_UNDERWENT):
                return force[0]  # «تعرضت قوات الحكومة لكمين قتل فيه 40 عنصرا»
            if posted and any(t in self.layers.struck for t in range(here - _NEAR, here)):
                return force[0]
        return None

    def _told_attacked(self, at: int) -> str | None:
        """«مقتل عنصر بهجوم على نقطة تابعة للجيش»: the force whose post is told behind to have been attacked."""
        for here in range(at, min(at + _ATTACKED, self.layers.end)):
            if self.layers.form(here) in _ENDS:
                return None
            force = self.layers.force_at(here)
            if force is None or force[0] not in OF_STATE:
                continue
            things = (self.layers.groups.get(t) for t in range(max(at, here - _POST), here))
            posted = any(t is not None and t.entry.sort == "object" for t in things)
            struck = any(t in self.layers.struck for t in range(max(at, here - _NEAR), here))
            return force[0] if posted and struck else None
        return None

    def ranked(self, phrase: Phrase, stop: int) -> Phrase:
        """«خسائر في صفوف المدنيين», «إصابات بين الجنود», «جثة لطفل»: whose the victims are."""
        at = phrase.last
        while at in self.layers.fillers:
            at = self.layers.fillers[at].last
        if phrase.sort != "victim" or phrase.group != "person":
            return phrase
        theirs = self._in_ranks(phrase, at)
        if theirs is not None:
            return replace(phrase, group=theirs)
        if at >= stop:
            return phrase
        owner = self.layers.force_at(at) if self.layers.form(at).startswith(_OWNERS) else None
        if owner is not None:
            return replace(phrase, group=owner[0])  # «ثمانية قتلى للحزب»
        belongs = self.layers.tokens[at].form in _BELONGS
        at += belongs
        at += at + 1 in self.layers.ranks and self.layers.form(at).endswith(_ADJECTIVE)  # «إصابات متعددة بين المدنيين»
        at += self.layers.form(at) in _COMMAS and at + 1 in self.layers.ranks  # «خسائر كبيرة، في صفوف الجيش»
        whose = self._of_toll(phrase, at)
        if whose is not None:
            return replace(phrase, group=whose)
        service = self._service(at)
        if service is not None and not phrase.definite and phrase.count.vague is not None:
            return replace(phrase, group=service)
        rank, hit = self.layers.ranks.get(at), self.layers.groups.get(at)
        after = rank.last if rank is not None and not rank.clitic else at if at in self.layers.ranked else None
        if after is not None:
            hit = self.layers.groups.get(after)
            if hit is None or not hit.definite or hit.entry.sort != "person":
                member = hit is not None and hit.entry.id in _MEMBER_WORDS  # «جرحى بين عناصر الميليشيا»
                force = self.layers.force_at(hit.last if hit is not None and member else after)
                return replace(phrase, group=force[0]) if force is not None else phrase
        elif hit is None or hit.clitic not in self._owners(phrase) or hit.entry.sort != "person":
            return phrase
        word = hit.entry
        if belongs and self.layers.form(hit.last).startswith(_AND[0]):
            return phrase  # «جثث تعود لعسكريين ومدنيين»
        serving = word.id in _SERVING and self.layers.form(hit.last) == "من"
        force = self.layers.force_at(hit.last + 1) if serving else None  # «جثتان لعنصرين من الجيش»
        ranks = replace(phrase, last=hit.last, head=hit.first, group=force[0] if force is not None else word.group)
        both = self.mingled(ranks, stop).group if after is not None and hit.definite else ranks.group
        return replace(phrase, group=both, because=(*phrase.because, word.id))

    def mingled(self, phrase: Phrase, stop: int) -> Phrase:
        """«عشرات المدنيين والعسكريين», «أشخاص من المدنيين والمقاتلين»: civilians and a force counted together are
        people; «ثلاثة مدنيين وجنود» are counted apart."""
        groups, at = self.layers.groups, phrase.last
        if phrase.sort not in _COUNTED or at >= stop:
            return phrase
        adjective = self.layers.tokens[at].form  # «المقاتلين المتبقين والمدنيين»
        at += at not in groups and adjective[:2] == _THE and adjective[-2:] == _OBLIQUE
        hit = groups.get(at)
        if hit is None or hit.clitic not in _AND or hit.number == "two":
            return phrase
        word = hit.entry
        force = word.group if word.sort in ("person", "force") else ""
        sides = {phrase.group, force}
        if "civilian" not in sides or sides.isdisjoint(FIGHTING):
            return phrase
        sharpened = phrase.last - phrase.head > 1 and phrase.group != "person"
        alike = hit.definite == self.layers.form(phrase.last - 1).startswith(_THE) or word.id in _SERVING
        single = word.sort == "person" and hit.number == "one"
        large = (phrase.count.low or phrase.count.high or 0) > _TEN and single
        together = large or (alike and not single and (sharpened or (hit.definite and phrase.count.vague is not None)))
        return replace(phrase, last=hit.last, group="person") if together else phrase

    def _of_toll(self, phrase: Phrase, at: int) -> str | None:
        """«ارتفع عدد قتلى الجيش إلى 30», «حصيلة قتلى المدنيين»: the group of those whose dead a toll counts."""
        hit = self.layers.groups.get(at)
        died_of = at in self.layers.events or (hit is not None and hit.entry.id == _SNIPERS)  # «قتلى القناصة»
        if phrase.first not in self.layers.tallied or phrase.outcome not in _FALLEN or died_of:
            return None
        force = None if self._glued(at) else self.layers.force_at(at)
        if force is not None:
            return force[0] if force[0] in FIGHTING else None
        if hit is None or not hit.definite or hit.number != _MANY or hit.entry.sort != "person":
            return None
        return hit.entry.group

    def _service(self, at: int) -> str | None:
        """The group of a service whose dead are named («شهداء القطاع الصحي»)."""
        hit = self.layers.groups.get(at)
        word = hit.entry if hit is not None else None
        return word.group if word is not None and word.sort == "force" and word.group in _SERVICES else None

    def _owner(self, at: int) -> str | None:
        """The group of a force that «ل» joins («عنصر تابع للشرطة», but not «جنديان بهجوم للتنظيم»)."""
        hit = self.layers.groups.get(at)
        if hit is None or hit.clitic not in ("ل", "لل"):
            return None
        word = hit.entry
        return word.group if word.sort == "force" else None

    def _owners(self, phrase: Phrase) -> tuple[str, ...]:
        """How the noun for whose body it is can be joined: «جثة لطفل», «جثمان الشاب»."""
        body = phrase.count.low == 1 and phrase.outcome == "killed" and not phrase.definite
        return ("ل", "لل", "ال") if body else ("ل", "لل")

    def _glued(self, at: int) -> bool:
        """A clitic other than «لل» before a force makes it something else («بقصف إسرائيلي»)."""
        hit, actor = self.layers.groups.get(at), self.layers.actors.get(at)
        start = hit.start if hit is not None else actor.span.start if actor is not None else 0
        token = self.layers.tokens[at]
        return start > token.start and not token.form.startswith(("لل", "ال"))
