"""Reporting words: verbs of saying, «بحسب», «نقلا عن», and what carries a speaker on."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SayWord:
    """`part`: verb, according (بحسب، وفق), quoting (نقلا عن), continue (وأضاف), accuse or claim (تبنى)."""

    layer: ClassVar[str] = "say"
    id: str
    example: str
    part: str
    status: str | None = None
