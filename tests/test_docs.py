"""What the documentation must hold: every command and option, and pages made from today's data."""

import subprocess
import sys
from argparse import _SubParsersAction
from pathlib import Path

from tawthiq.cli.arguments import parser

ROOT = Path(__file__).parent.parent


def test_the_guide_names_every_command_and_option() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    commands = next(a for a in parser()._actions if isinstance(a, _SubParsersAction)).choices
    wanted = {f"tawthiq {name}" for name in commands}
    for command in commands.values():
        wanted |= {option for action in command._actions for option in action.option_strings if len(option) > 2}
    assert {w for w in wanted - {"--help"} if w not in guide} == set()


def test_the_reference_is_of_todays_data() -> None:
    check = subprocess.run([sys.executable, str(ROOT / "tools" / "reference.py"), "--check"], capture_output=True)
    assert check.returncode == 0, "run `make reference`"
