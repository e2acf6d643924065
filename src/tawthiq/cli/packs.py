"""`tawthiq places`: country packs and lists of one's own."""

import argparse
from pathlib import Path

from tawthiq import placepacks
from tawthiq.plurals import counted


def install(arguments: argparse.Namespace) -> int:
    """`tawthiq places install CC`."""
    return _installed(placepacks.install(arguments.country, Path(arguments.source) if arguments.source else None))


def add(arguments: argparse.Namespace) -> int:
    """`tawthiq places add FILE`."""
    return _installed(placepacks.add(Path(arguments.file), arguments.country, arguments.name))


def list_(arguments: argparse.Namespace) -> int:
    """`tawthiq places list`."""
    packs = placepacks.list_packs()
    for pack in packs:
        print(f"{pack.kind:<5} {pack.name:<24} {pack.places:>8,} places  {pack.path}")
    if not packs:
        print("No packs are installed; the built-in places are always there. `tawthiq places install SY` adds a pack.")
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """`tawthiq places remove NAME`."""
    pack = placepacks.remove(arguments.name)
    print(f"removed {pack.name}")
    return 0


def _installed(pack: placepacks.Pack) -> int:
    print(f"{pack.name}: {counted(pack.places, 'place')} in {pack.path}")
    return 0
