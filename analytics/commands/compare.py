"""``compare``: the comparison workbook of two years as an .xlsx file."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from analytics.commands import _county
from analytics.text import Language, Text, reason_of, say

if TYPE_CHECKING:
    from analytics.store import Store

SUMMARY = "两年对比工作簿 / comparison workbook of two years"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument(
        "--years", nargs=2, type=int, required=True, metavar="YEAR", help="两个年份，先后不限 / two years, in any order"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx", help="写到哪里 / where to write")
    parser.add_argument("--store", help="数据库地址，默认 FAZHI_STORE / SQLAlchemy URL")
    parser.add_argument("--townships", nargs="+", metavar="NAME", help="只比这些乡镇 / these townships only")
    _county.add_argument(parser)
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="工作簿的语言 / language of the workbook")


def run(args: argparse.Namespace) -> int:
    """0 when the file is written; 1 when the store, a year or the target cannot be used; 2 for wrong arguments."""
    from analytics.catalogue import CatalogueError
    from analytics.store import Store, StoreError

    language = cast(Language, args.lang)
    if args.years[0] == args.years[1]:
        return _refuse(say("要比较两个不同的年份，给的都是 {year}。", year=args.years[0]), language, 2)
    if args.out.suffix.lower() != ".xlsx":
        return _refuse(say("文件名要以 .xlsx 结尾：{name}", name=args.out.name), language, 2)
    try:
        store = Store.open(args.store)
    except StoreError as fault:
        return _refuse(fault.text, language)
    try:
        return _compare(store, args, language)
    except StoreError as fault:
        return _refuse(fault.text, language)
    except CatalogueError as fault:
        return _refuse(say("指标目录不能用：{reason}", reason=fault), language)
    finally:
        store.close()


def _compare(store: Store, args: argparse.Namespace, language: Language) -> int:
    from analytics.checks import explained, find_gaps, find_questions, set_aside
    from analytics.checks.asking import waiting_of
    from analytics.export import comparison_workbook
    from analytics.submission import county_of, reasons_of, rules_of, said_of
    from analytics.submission.doubts import doubts_of_files

    # The version is read first: a change that comes in between makes the figures newer than they say, never older.
    version = store.version()
    figures, roster = store.figures_frame(), store.roster_now()
    for year in sorted(args.years):
        if not figures["year"].eq(year).any():
            held = "、".join(str(y) for y in sorted(figures["year"].unique().tolist()))
            if not held:
                return _refuse(say("数据库里还没有入库的数据，请先读入报表并入库。"), language)
            return _refuse(say("{year}年没有数据。已有数据的年份：{held}", year=year, held=held), language)
    known = {*roster.names, *figures["township"].tolist()}
    unknown = [name for name in args.townships or () if name not in known]
    if unknown:
        return _refuse(say("没有这样的乡镇：{names}", names="、".join(unknown)), language, 2)
    doubts = doubts_of_files(store)
    county = county_of(store, figures=figures, roster=roster, waiting=waiting_of(doubts))
    rules = rules_of(store)
    found = [*find_gaps(county, max(args.years), rules), *find_questions(county, max(args.years), rules)]
    cases = store.gap_cases(max(args.years))
    findings = set_aside(explained(found, said_of(store.explanations())), reasons_of(cases))
    data = comparison_workbook(
        figures,
        county.catalogue,
        roster,
        (max(args.years), min(args.years)),
        townships=args.townships,
        county=_county.named(store, args),
        findings=findings,
        made_at=datetime.now(UTC).astimezone(),
        data_version=version,
        uploads={u.id: (u.who, u.received_at) for u in store.uploads()},
        explanations=store.explanations_frame(),
        doubts=doubts,
        language=language,
    )
    try:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_bytes(data)
    except OSError as fault:
        return _refuse(
            say(
                "写不了 {path}：{reason}。文件可能正被 Excel 打开，或文件夹不让写入。",
                path=args.out,
                reason=reason_of(fault),
            ),
            language,
        )
    print(say("已写入 {path}", path=args.out).in_(language))
    return 0


def _refuse(why: Text, language: Language, status: int = 1) -> int:
    print(why.in_(language), file=sys.stderr)
    return status
