"""What ``brief`` and ``letters`` share: arguments, the county's year from the store, writing the file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from analytics.commands import _county
from analytics.text import Language, Text, reason_of, say

if TYPE_CHECKING:
    from analytics.export.dossier import Dossier
    from analytics.store import Store

FIRST_YEAR, LAST_YEAR = 1949, 2100
Make = Callable[["Store", "Dossier"], bytes | Text]
"""The file's bytes, or why it cannot be made."""


def add_arguments(parser: argparse.ArgumentParser, example: str) -> None:
    """The arguments of both verbs."""
    parser.add_argument("--year", type=int, required=True, help="年度，如 2025 / the year")
    parser.add_argument("--base", type=int, metavar="YEAR", help="对比的年份，默认上年 / year compared with")
    parser.add_argument("--out", type=Path, required=True, metavar=example, help="写到哪里 / where to write")
    parser.add_argument("--store", metavar="URL", help="数据库地址，默认 FAZHI_STORE / SQLAlchemy URL")
    _county.add_argument(parser)
    parser.add_argument("--from", dest="signer", metavar="NAME", help="落款 / who signs")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言 / language")


def run(args: argparse.Namespace, ending: str, make: Make) -> int:
    """0 when the file is written, 1 when the store, the year or the target cannot be used, 2 for wrong arguments."""
    from analytics.documents import gather
    from analytics.store import Store, StoreError

    language = cast(Language, args.lang)
    base = args.year - 1 if args.base is None else args.base
    for year in (args.year, base):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return refuse(say("年度 {year} 不正确，请给出四位年份，如 --year 2025", year=year), language, 2)
    if base >= args.year:
        return refuse(say("对比的年份 {base} 要早于 {year}。", base=base, year=args.year), language, 2)
    if args.out.suffix.lower() != ending:
        return refuse(say("文件名要以 {ending} 结尾：{name}", ending=ending, name=args.out.name), language, 2)
    try:
        store = Store.open(args.store)
    except StoreError as fault:
        return refuse(fault.text, language)
    try:
        dossier = replace(gather(store, args.year, base, language=language), county=_county.named(store, args))
        if not dossier.townships:
            return refuse(say("数据库里还没有乡镇名册和数据，请先读入报表并入库。"), language)
        made = make(store, dossier)
    finally:
        store.close()
    return refuse(made, language) if isinstance(made, Text) else _write(args.out, made, language)


def _write(out: Path, data: bytes, language: Language) -> int:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
    except OSError as fault:
        why = say(
            "写不了 {path}：{reason}。文件可能正被 Word 或 WPS 打开，或文件夹不让写入。",
            path=out,
            reason=reason_of(fault),
        )
        return refuse(why, language)
    print(say("已写入 {path}", path=out).in_(language))
    return 0


def refuse(why: Text, language: Language, status: int = 1) -> int:
    """Says why on the error stream and gives the exit status."""
    print(why.in_(language), file=sys.stderr)
    return status
