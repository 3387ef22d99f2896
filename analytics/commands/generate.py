"""``generate``: invented returns in all layouts, with roster, truth and key."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from analytics.text import reason_of, translate

SUMMARY = "生成虚构乡镇的报表、名册、真值和答案 / synthetic returns with roster, truth and key"

NEWEST = 2025
"""The last of the generated years."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Size of the county, years, seed and folder."""
    parser.add_argument("--townships", type=_between(1, 2000), required=True, metavar="N")
    parser.add_argument("--years", type=_between(1, 10), required=True, metavar="K")
    parser.add_argument("--seed", type=_between(0, 2**31), default=1, metavar="S")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")


def _between(low: int, high: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(translate("应为 {low} 到 {high} 的整数", low=low, high=high))
        return value

    return whole


def run(args: argparse.Namespace) -> int:
    """Writes the county into the folder, which must be new or empty; exit status 2 where it is not."""
    from tqdm import tqdm

    from analytics.synthetic.plan import (
        invent,
        key_json,
        key_text,
        received_csv,
        render,
        returns,
        roster_csv,
        truth_lines,
    )

    out: Path = args.out
    try:
        out.mkdir(parents=True, exist_ok=True)
        taken = any(out.iterdir())
    except OSError as fault:
        print(translate("不能写入 {folder}：{why}", folder=out, why=reason_of(fault).zh), file=sys.stderr)
        return 2
    if taken:
        print(translate("{folder} 不是空文件夹，请另选一个。", folder=out), file=sys.stderr)
        return 2
    years = range(NEWEST - args.years + 1, NEWEST + 1)
    # One township in 24 sends nothing in a middle year; a small county is complete. It is the one whose planted gap needs
    # no year before, so that the key stays true.
    absent = [(number, years[args.years // 2]) for number in range(2, args.townships, 24)] if args.years > 2 else []
    invented = invent(args.townships, years, args.seed, absent)
    sent = list(returns(invented, args.seed))
    with (out / "truth.jsonl").open("w", encoding="utf-8", newline="\n") as truth:
        for one in tqdm(sent, desc=translate("生成报表"), unit=translate("份"), file=sys.stderr):
            data, truths, _ = render(one, invented.statements)
            path = out / "returns" / one.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            truth.write(truth_lines(truths, f"returns/{one.path}"))
    (out / "roster.csv").write_bytes(roster_csv(invented.county))
    (out / "received.csv").write_bytes(received_csv(sent, "returns/"))
    (out / "key.json").write_text(key_text(key_json(invented, sent, folder="returns/")), encoding="utf-8", newline="\n")
    print(translate("已写入 {n} 个文件：{folder}", n=len(sent), folder=out))
    return 0
