"""What ``gaps`` and ``questions`` share: arguments, the county from the store, printing."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.text import Text, reason_of, say, translate, where

if TYPE_CHECKING:
    from analytics.checks import County, RulesInForce
    from analytics.model import Finding
    from analytics.store import GapCase, GapKey, Store

Find = Callable[["County", int, "RulesInForce"], list["Finding"]]
FIRST_YEAR, LAST_YEAR = 1949, 2100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of both verbs."""
    parser.add_argument("--year", type=int, required=True, help="年度，如 2025 / the year")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式 / output format")
    parser.add_argument("--township", help="只看一个乡镇 / one township only")
    parser.add_argument("--store", metavar="URL", help="数据库地址，默认取 FAZHI_STORE / database URL")
    parser.add_argument(
        "--rules",
        type=Path,
        metavar="FILE.toml",
        help="用这份规则文件，不用数据库里设置的规则 / thresholds from this file instead of the store's",
    )


def run(args: argparse.Namespace, find: Find) -> int:
    """Prints the findings of a year, strongest first; a year without figures gives an empty list and a note.

    Returns 2 for a year, township or theme that cannot be meant, 1 for a store that cannot be opened, else 0.
    """
    from analytics.catalogue import load_catalogue
    from analytics.checks import explained, finding_as_json, set_aside
    from analytics.store import Store, StoreError
    from analytics.submission import county_of, reasons_of, said_of

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
    try:
        rules = rules_from(args.rules, store)
        county = county_of(store)
        said = said_of(store.explanations(years=[args.year]))
        cases = store.gap_cases(args.year)
    except (StoreError, CannotUse) as fault:
        return _refuse(fault.text.zh, 1)
    finally:
        store.close()
    if args.township is not None and args.township not in county.townships:
        return _refuse(translate("没有乡镇“{township}”，请核对名称", township=args.township))
    findings = [
        f
        for f in set_aside(explained(find(county, args.year, rules), said), reasons_of(cases))
        if (theme is None or f.theme == theme) and (args.township is None or f.township == args.township)
    ]
    if not county.has(args.year):
        held = "、".join(map(str, county.years)) or translate("无")
        print(translate("{year} 年没有已入库的数据（已有年度：{held}）", year=args.year, held=held), file=sys.stderr)
    if args.format == "json":
        print(json.dumps([finding_as_json(f) | _work(f, cases) for f in findings], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_as_text(f, county) for f in findings) or translate("没有发现"))
    return 0


class CannotUse(Exception):  # noqa: N818 said to the user, not a fault of the program
    """A rules file that cannot be used; ``text`` says why, a line for each fault."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


def rules_from(file: Path | None, store: Store) -> RulesInForce:
    """The rules of a file, else those set in the store. Raises CannotUse with all that is wrong with the file."""
    from analytics.checks.rules_file import RulesFileError, rules_from_bytes
    from analytics.submission import rules_of

    if file is None:
        return rules_of(store)
    try:
        return rules_from_bytes(file.read_bytes())
    except OSError as fault:
        raise CannotUse(say("规则文件打不开 {path}：{reason}", path=file, reason=reason_of(fault))) from fault
    except RulesFileError as fault:
        lines = [say("{file}：{fault}", file=file.name, fault=text) for text in fault.faults]
        raise CannotUse(Text("\n".join(x.zh for x in lines), "\n".join(x.en for x in lines))) from fault


LEVELS = {"high": "高", "medium": "中", "low": "低"}


def _as_text(finding: Finding, county: County) -> str:
    """For people: rule and indicators by their names; programs take the ids from the JSON."""
    from analytics.checks import RULES
    from analytics.checks.prose import in_paragraphs
    from analytics.measures import figure_text

    catalogue = county.catalogue
    names = {h.id: h.name_zh for h in catalogue.headlines} | {i.id: i.name_zh for i in catalogue.indicators}
    title = RULES[finding.rule].title.zh if finding.rule in RULES else finding.rule
    rule = translate("规则“{rule}”第 {version} 版", rule=title, version=finding.rule_version)
    lines = [f"[{LEVELS[finding.severity]}] {finding.sentence.zh}（{rule}）"]
    for e in finding.evidence:
        place = where([in_paragraphs(e.cell or "")], e.sheet or "", e.file or "")
        value = figure_text(e.value, e.qualifier, county.state_of(e))
        said = f"{names.get(e.indicator, e.indicator)} {value}" if e.indicator else ""
        said = f"{said} “{e.raw}”".strip() if e.raw else said
        lines.append(f"    {e.township} {e.year} {said}{' ← ' if place else ''}{place}")
    if finding.explanation and finding.kind == "question":
        lines.append("    " + translate("已说明：{words}", words=finding.explanation))
    elif finding.explanation:
        lines.append("    " + translate("不作短板：{words}", words=finding.explanation))
    if finding.status == "resolved":
        return "\n".join([*lines, "    " + translate("本年数据已不再显示这一短板，视为已解决。")])
    return "\n".join([*lines, f"    {finding.suggestion.zh}"])


def _work(finding: Finding, cases: Mapping[GapKey, GapCase]) -> dict[str, str]:
    """What is done about a gap; nothing for a question."""
    case = next((c for key, c in cases.items() if key == (finding.theme, finding.township)), None)
    if finding.kind != "gap":
        return {}
    fields = ("owner", "due", "handling")
    return {field: case.value(field) if case else "" for field in fields} | {"reason": case.reason if case else ""}


def _refuse(sentence: str, status: int = 2) -> int:
    print(sentence, file=sys.stderr)
    return status
