"""The county's name on the command line: kept with the store by ``import``, for one file only by what writes files."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analytics.store import Store

SETTING = "county"


def add_argument(parser: argparse.ArgumentParser, *, kept: bool = False) -> None:
    """``--county NAME``; ``kept``: the store remembers it."""
    said = (
        "县名，记入数据库，与“设置”里填写的相同 / the county's name, kept in the store"
        if kept
        else "县名，默认用数据库里记的（设置，或 import --county） / the county's name, by default the store's"
    )
    parser.add_argument("--county", metavar="NAME", type=str.strip, help=said)


def keep(store: Store, args: argparse.Namespace, who: str) -> None:
    """Remembers the name that was given, if one was."""
    if args.county and args.county != store.setting(SETTING):
        store.set_setting(SETTING, args.county, who)


def named(store: Store, args: argparse.Namespace) -> str:
    """The name for this file: as given, else as the store has it, else ""."""
    return args.county or store.setting(SETTING) or ""
