"""``read FILE…``: one JSON object per file and line; writes nothing anywhere."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

SUMMARY = "读出报表中的数据,逐个文件输出一行 JSON / read returns, one JSON object per file and line"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--roster", type=Path, help="乡镇名册(CSV 或 Excel) / the townships that exist")


def run(args: argparse.Namespace) -> int:
    """Reads every file; 0 when all could be read, 1 when any could not, 2 for a roster that cannot be used."""
    from analytics.catalogue import RosterError, load_roster
    from analytics.intake import read_files, reading_as_json

    try:
        roster = load_roster(args.roster) if args.roster else None
    except RosterError as fault:
        print(fault, file=sys.stderr)
        return 2
    status = 0
    for path in args.files:
        for reading in read_files(path, roster=roster):
            print(json.dumps(reading_as_json(reading), ensure_ascii=False), flush=True)
            status = status if reading.readable else 1
    return status
