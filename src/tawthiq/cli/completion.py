"""Completion scripts for shells, made from the parser."""

import argparse
from collections.abc import Iterator
from typing import NamedTuple

SHELLS = ("bash", "zsh", "fish")


class Option(NamedTuple):
    """An option or a positional argument: its names, what it means, and its choices (empty for files or free text)."""

    names: tuple[str, ...]
    help: str
    choices: tuple[str, ...]
    takes_value: bool


class Command(NamedTuple):
    """A command: its words («places install»), what it does, its options and the choices of its arguments."""

    words: str
    help: str
    options: tuple[Option, ...]
    choices: tuple[str, ...]


def commands(parser: argparse.ArgumentParser, words: str = "", text: str = "") -> Iterator[Command]:
    """The command and those below it."""
    actions = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    below = [action for action in actions if isinstance(action, argparse._SubParsersAction)]
    options = tuple(_option(action) for action in actions if action.option_strings)
    given = (str(choice) for action in actions if not action.option_strings for choice in action.choices or ())
    yield Command(words, text, options, tuple(given))
    for action in below:
        helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, child in action.choices.items():
            yield from commands(child, f"{words} {name}".strip(), helps.get(name, ""))


def script(shell: str, parser: argparse.ArgumentParser) -> str:
    """The script for one of SHELLS."""
    found = list(commands(parser))
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](found)


def _option(action: argparse.Action) -> Option:
    choices = tuple(str(choice) for choice in action.choices or ())
    return Option(tuple(action.option_strings), action.help or "", choices, action.nargs != 0)


def _bash(found: list[Command]) -> str:
    cases = []
    for command in sorted(found, key=lambda c: -len(c.words)):
        options = " ".join(name for option in command.options for name in option.names)
        words = " ".join((*command.choices, options, "--help")).strip()
        values = "".join(
            f"      {'|'.join(o.names)}) COMPREPLY=($(compgen -W '{' '.join(o.choices)}' -- \"$word\")); return ;;\n"
            for o in command.options
            if o.choices
        )
        pattern = f"'{command.words} '*" if command.words else "*"
        inner = f'    case "$before" in\n{values}    esac\n' if values else ""
        cases.append(f"  {pattern})\n{inner}    words='{words}' ;;\n")
    return (
        '# bash completion for tawthiq: eval "$(tawthiq completion bash)"\n'
        "_tawthiq() {\n"
        '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""\n'
        '  local line="${COMP_WORDS[*]:1:COMP_CWORD-1} "\n'
        '  case "$line" in\n' + "".join(cases) + "  esac\n"
        '  COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))\n'
        "}\n"
        "complete -o filenames -F _tawthiq tawthiq\n"
    )


def _zsh(found: list[Command]) -> str:
    return "#compdef tawthiq\nautoload -U +X bashcompinit && bashcompinit\n" + _bash(found)


def _fish(found: list[Command]) -> str:
    lines = ["# fish completion for tawthiq: tawthiq completion fish | source"]
    for command in found:
        seen = " ".join(f"__fish_seen_subcommand_from {word};" for word in command.words.split())
        when = f"-n '{seen.rstrip(';').replace('; ', '; and ')}' " if seen else ""
        alone = when or "-n __fish_use_subcommand "
        lines += [f"complete -c tawthiq {alone}-a {choice}" for choice in command.choices]
        for option in command.options:
            names = " ".join(f"-l {name[2:]}" for name in option.names if name.startswith("--"))
            value = f" -x -a '{' '.join(option.choices)}'" if option.choices else " -r" if option.takes_value else ""
            text = option.help.replace("'", "")
            lines.append(f"complete -c tawthiq {when}{names}{value} -d '{text}'")
    return "\n".join(lines) + "\n"
