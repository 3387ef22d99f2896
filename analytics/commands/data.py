"""``data``: the current figures as tidy CSV, Parquet and a dictionary."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from analytics.commands import _county
from analytics.text import Language, Text, reason_of, say, translate

if TYPE_CHECKING:
    from analytics.store import Store

SUMMARY = "全部数据：CSV、Parquet 和数据字典 / tidy figures as CSV, Parquet, with a dictionary"

ENDINGS = (".csv", ".parquet", ".zip")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR|FILE",
        help="文件夹，或以 .csv、.parquet、.zip 结尾的文件 / a folder, or a file ending so",
    )  # fmt: skip
    parser.add_argument("--store", help="数据库地址，默认 FAZHI_STORE / SQLAlchemy URL")
    parser.add_argument("--years", nargs="+", type=int, metavar="YEAR", help="只要这些年份 / these years only")
    parser.add_argument("--townships", nargs="+", metavar="NAME", help="只要这些乡镇 / these townships only")
    _county.add_argument(parser)
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="表头的语言 / language of the headings")


def run(args: argparse.Namespace) -> int:
    """0 when written; 1 when the store or the target cannot be used or nothing is held; 2 for wrong arguments."""
    from analytics.store import Store, StoreError

    language = cast(Language, args.lang)
    ending = args.out.suffix.lower()
    if ending and ending not in ENDINGS and not args.out.is_dir():
        return _refuse(say("文件名要以 .csv、.parquet 或 .zip 结尾：{name}", name=args.out.name), language, 2)
    try:
        store = Store.open(args.store)
    except StoreError as fault:
        return _refuse(fault.text, language)
    try:
        return _write(store, args, language)
    except StoreError as fault:
        return _refuse(fault.text, language)
    finally:
        store.close()


def _write(store: Store, args: argparse.Namespace, language: Language) -> int:
    from analytics.catalogue import load_catalogue
    from analytics.export.tidy import as_csv, as_parquet, data_zip, dictionary, tidy_figures
    from analytics.submission.doubts import doubts_of_files

    version, catalogue, figures = store.version(), load_catalogue(), store.figures_frame()
    known = {*store.roster_now().names, *figures["township"].tolist()}
    unknown = [name for name in args.townships or () if name not in known]
    if unknown:
        return _refuse(say("没有这样的乡镇：{names}", names="、".join(unknown)), language, 2)
    tidy = tidy_figures(
        figures,
        catalogue,
        townships=args.townships,
        years=args.years,
        uploads={u.id: (u.who, u.received_at) for u in store.uploads()},
        explanations=store.explanations_frame(),
        doubts=doubts_of_files(store),
        language=language,
    )
    if tidy.empty:
        return _refuse(say("没有这样的数据。请看看年份和乡镇，或先读入报表并入库。"), language)
    out: Path = args.out
    ending = "" if out.is_dir() else out.suffix.lower()
    if ending == ".csv":
        files = {out: as_csv(tidy, language)}
    elif ending == ".parquet":
        files = {out: as_parquet(tidy)}
    elif ending == ".zip":
        about = {
            translate("县", language): _county.named(store, args),
            translate("数据版本", language): str(version),
            translate("制作时间", language): datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
        }
        files = {out: data_zip(tidy, catalogue, about, language=language)}
    else:
        files = {
            out / (translate("数据", language) + ".csv"): as_csv(tidy, language),
            out / (translate("数据", language) + ".parquet"): as_parquet(tidy),
            out / (translate("数据字典", language) + ".csv"): dictionary(catalogue, language),
        }
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as fault:
        reason = reason_of(fault)
        return _refuse(
            say("写不了 {path}：{reason}。文件可能正被 Excel 打开，或文件夹不让写入。", path=out, reason=reason),
            language,
        )
    print(say("已写入 {path}（{n} 行）", path=out, n=len(tidy)).in_(language))
    return 0


def _refuse(why: Text, language: Language, status: int = 1) -> int:
    print(why.in_(language), file=sys.stderr)
    return status
