"""``gaps``: the shortfalls of a year with their evidence, as on the screen 短板预警."""

from __future__ import annotations

import argparse

from analytics.commands import _findings

SUMMARY = "列出某年度的短板及依据 / gaps of a year with evidence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``questions`` and ``--theme``."""
    _findings.add_arguments(parser)
    parser.add_argument("--theme", help="只看一个主题 / one theme only")


def run(args: argparse.Namespace) -> int:
    """Prints the gaps; see ``_findings.run``."""
    from analytics.checks import find_gaps

    return _findings.run(args, find_gaps)
