"""Numbers of things in English words, for messages and files; the pages' languages have their forms in `web/words`."""


def counted(number: int, what: str) -> str:
    """The number with what it counts: «1 report», «2,000 entries»."""
    return f"{number:,} {plural(number, what)}"


def plural(number: int, what: str) -> str:
    """The noun in the form that the number takes."""
    if number == 1:
        return what
    return f"{what[:-1]}ies" if what.endswith("y") and what[-2] not in "aeiou" else f"{what}s"
