"""What ``gaps`` and ``questions`` share: arguments, the county from the store, printing."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.text import translate

if TYPE_CHECKING:
    from analytics.checks import County
    from analytics.model import Finding

Find = Callable[["County", int], list["Finding"]]
FIRST_YEAR, LAST_YEAR = 1949, 2100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of both verbs."""
    parser.add_argument("--year", type=int, required=True, help="年度，如 2025 / the year")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式 / output format")
    parser.add_argument("--township", help="只看一个乡镇 / one township only")
    parser.add_argument("--store", metavar="URL", help="数据库地址，默认取 FAZHI_STORE / database URL")


def run(args: argparse.Namespace, find: Find) -> int:
    """Prints the findings of a year, strongest first; a year without figures gives an empty list and a note.

    Returns 2 for a year, township or theme that cannot be meant, 1 for a store that cannot be opened, else 0.
    """
    from analytics.catalogue import load_catalogue
    from analytics.checks import County, finding_as_json
    from analytics.store import Store, StoreError

    if not FIRST_YEAR <= args.year <= LAST_YEAR:
        return _refuse(translate("年度 {year} 不正确，请给出四位年份，如 --year 2025", year=args.year))
    catalogue = load_catalogue()
    theme = getattr(args, "theme", None)
    if theme is not None and theme not in catalogue.theme_by_id:
        return _refuse(
            translate("没有短板主题“{theme}”，可选：{themes}", theme=theme, themes="、".join(catalogue.theme_by_id))
        )
    try:
        store = Store.open(args.store)
    except StoreError as fault:
        return _refuse(fault.text.zh, 1)
    county = County(store.figures_frame(), catalogue, store.roster(), store.reports())
    store.close()
    if args.township is not None and args.township not in county.townships:
        return _refuse(translate("没有乡镇“{township}”，请核对名称", township=args.township))
    findings = [
        f
        for f in find(county, args.year)
        if (theme is None or f.theme == theme) and (args.township is None or f.township == args.township)
    ]
    if not county.has(args.year):
        held = "、".join(map(str, county.years)) or translate("无")
        print(translate("{year} 年没有已入库的数据（已有年度：{held}）", year=args.year, held=held), file=sys.stderr)
    if args.format == "json":
        print(json.dumps([finding_as_json(f) for f in findings], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_as_text(f) for f in findings) or translate("没有发现"))
    return 0


LEVELS = {"high": "高", "medium": "中", "low": "低"}


def _as_text(finding: Finding) -> str:
    from analytics.measures import figure_text

    lines = [f"[{LEVELS[finding.severity]}] {finding.sentence.zh}"]
    for e in finding.evidence:
        place = " ".join(str(part) for part in (e.file, e.sheet, e.cell) if part)
        value = figure_text(e.value, e.qualifier, "missing" if e.value is None else "reported")
        said = f"{e.indicator} {value}" if e.indicator else ""
        said = f"{said} “{e.raw}”".strip() if e.raw else said
        lines.append(f"    {e.township} {e.year} {said}{' ← ' if place else ''}{place}")
    return "\n".join([*lines, f"    {finding.suggestion.zh}"])


def _refuse(sentence: str, status: int = 2) -> int:
    print(sentence, file=sys.stderr)
    return status
