"""``headings``: every wording of a heading in the stored returns and what it was read as."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import asdict

SUMMARY = "列出报表里的各种表头说法及读成的指标 / wordings of headings and what they were read as"

COLUMNS = ("wording", "group", "how", "indicator", "uploads", "file")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--store``, ``--format`` and ``--unknown``."""
    parser.add_argument("--store", metavar="URL", help="数据库地址，默认取 FAZHI_STORE / database URL")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="输出格式 / output format")
    parser.add_argument("--unknown", action="store_true", help="只列没认出的 / only those matched to nothing")


def run(args: argparse.Namespace) -> int:
    """Prints one line a wording, unmatched ones first; 1 for a store that cannot be opened."""
    from analytics.store import Store, StoreError
    from analytics.submission.wordings import seen_wordings

    try:
        store = Store.open(args.store)
    except StoreError as fault:
        print(fault.text.zh, file=sys.stderr)
        return 1
    try:
        found = [w for w in seen_wordings(store) if not args.unknown or w.how == "none"]
    finally:
        store.close()
    rows = [asdict(wording) for wording in found]
    if args.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return 0
