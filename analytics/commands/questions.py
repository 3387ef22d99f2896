"""``questions``: what the checks ask the townships about a year's figures."""

from __future__ import annotations

import argparse

from analytics.commands import _findings

SUMMARY = "列出某年度的数据疑点及依据 / questions about a year's figures"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shared arguments only."""
    _findings.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Prints the questions; see ``_findings.run``."""
    from analytics.checks import find_questions

    return _findings.run(args, find_questions)
