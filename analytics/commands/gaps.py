"""``gaps``: the shortfalls of a year with their evidence, as on the screen 短板预警."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from analytics.commands import _findings

if TYPE_CHECKING:
    from analytics.checks import County, RulesInForce
    from analytics.model import Finding

SUMMARY = "列出某年度的短板及依据 / gaps of a year with evidence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``questions``, ``--theme`` and ``--resolved``."""
    _findings.add_arguments(parser)
    parser.add_argument("--theme", help="只看一个主题 / one theme only")
    parser.add_argument(
        "--resolved",
        action="store_true",
        help="另列上年有、本年数据已不再显示的短板 / also those of the year before that are resolved",
    )


def run(args: argparse.Namespace) -> int:
    """Prints the gaps, those resolved last and under the year they were found in; see ``_findings.run``."""
    from analytics.checks import find_gaps, resolved_gaps

    def find(county: County, year: int, rules: RulesInForce) -> list[Finding]:
        return find_gaps(county, year, rules) + (resolved_gaps(county, year, rules) if args.resolved else [])

    return _findings.run(args, find)
