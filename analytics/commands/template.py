"""``template``: the blank form of every township as .xlsx files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.text import Text, reason_of, say, translate

if TYPE_CHECKING:
    from analytics.catalogue import Township
    from analytics.intake.template import LastYear

SUMMARY = "各乡镇的空白填报模板 / blank forms for the townships"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("--year", type=int, required=True, metavar="Y", help="填报年度 / year to be reported")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="写到哪个文件夹 / folder to write to")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--roster", type=Path, metavar="FILE", help="乡镇名册（CSV 或 Excel），不用数据库 / roster file"
    )
    source.add_argument("--store", metavar="URL", help="数据库地址，默认 FAZHI_STORE / SQLAlchemy URL")
    parser.add_argument(
        "--township", action="append", metavar="NAME", help="只要这个乡镇，可重复 / only this one; may be repeated"
    )
    parser.add_argument("--county", metavar="NAME", help="标题里的县名，默认用数据库里的 / county named in the title")


@dataclass(frozen=True)
class _Given:
    """What the forms are filled with beforehand."""

    townships: Sequence[Township]
    county: str = ""
    last_year: Mapping[str, Mapping[str, LastYear]] | None = None


def run(args: argparse.Namespace) -> int:
    """0 when every form is written; 1 when roster, store or folder cannot be used; 2 for wrong arguments."""
    from analytics.intake.years import FIRST, LAST

    if not FIRST <= args.year <= LAST:
        return _refuse(
            say("年度要在 {first} 到 {last} 之间，给的是 {year}。", first=FIRST, last=LAST, year=args.year), 2
        )
    given = _from_roster(args.roster) if args.roster is not None else _from_store(args.store, args.year)
    if isinstance(given, Text):
        return _refuse(given)
    if not given.townships:
        return _refuse(say("名册里还没有乡镇：请用 --roster 给出名册，或先在设置中录入。"))
    wanted = args.township or [t.name for t in given.townships]
    unknown = [name for name in wanted if name not in {t.name for t in given.townships}]
    if unknown:
        return _refuse(say("没有这样的乡镇：{names}", names="、".join(unknown)), 2)
    chosen = [t for t in given.townships if t.name in wanted]
    return _write(chosen, given, args.county or given.county, args.year, args.out)


def _from_roster(path: Path) -> _Given | Text:
    from analytics.catalogue import RosterError, load_roster

    try:
        return _Given(load_roster(path).townships)
    except RosterError as fault:
        return say("名册不能用：{reason}", reason=fault)


def _from_store(url: str | None, year: int) -> _Given | Text:
    from analytics.intake.template import last_year_by_township
    from analytics.store import Store, StoreError

    try:
        store = Store.open(url)
        try:
            figures = store.figures_frame(years=[year - 1])
            last_year = last_year_by_township(figures, year) if len(figures) else None
            return _Given(store.roster_now().townships, store.setting("county") or "", last_year)
        finally:
            store.close()
    except StoreError as fault:
        return fault.text


def _write(townships: Sequence[Township], given: _Given, county: str, year: int, out: Path) -> int:
    from tqdm import tqdm

    from analytics.catalogue import CatalogueError, load_catalogue
    from analytics.intake.template import file_name, write_template

    try:
        catalogue = load_catalogue()
    except CatalogueError as fault:
        return _refuse(say("指标目录不能用：{reason}", reason=fault))
    targets = [(township, out / file_name(township, year)) for township in townships]
    names = [path.name.casefold() for _, path in targets]
    twice = sorted({path.name for _, path in targets if names.count(path.name.casefold()) > 1})
    if twice:
        return _refuse(say("这些乡镇的文件名相同，请在名册里改代码：{names}", names="、".join(twice)))
    # A form of that name may have been filled in already: it is never written over.
    there = [path.name for _, path in targets if path.exists()]
    if there:
        return _refuse(
            say("文件夹里已有同名文件，没有覆盖，请换一个文件夹：{names}", names="、".join(there[:5])
                + ("…" if len(there) > 5 else ""))
        )  # fmt: skip
    quiet = len(targets) < 5
    try:
        out.mkdir(parents=True, exist_ok=True)
        for township, path in tqdm(
            targets, desc=translate("生成模板"), unit=translate("份"), file=sys.stderr, disable=quiet
        ):
            last_year = None if given.last_year is None else given.last_year.get(township.name, {})
            form = write_template(
                catalogue, township.name, year, county=county, code=township.code, last_year=last_year
            )
            with path.open("xb") as file:
                file.write(form)
    except OSError as fault:
        return _refuse(say("不能写入 {folder}：{why}", folder=out, why=reason_of(fault)))
    print(translate("已写入 {n} 份空白模板：{folder}", n=len(targets), folder=out))
    return 0


def _refuse(why: Text, status: int = 1) -> int:
    print(why.zh, file=sys.stderr)
    return status
