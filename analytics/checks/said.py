"""What a township says of itself beside what its figures show: said and shown, said only, shown only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analytics.checks.county import County
from analytics.model import Evidence, Finding, Report, Shortcoming
from analytics.text import Text, say

OTHER = "other"
"""The theme of shortcomings that belong to none: no figure could show them."""


def with_said(county: County, year: int, shown: Iterable[Finding]) -> list[Finding]:
    """The gaps of a year that figures show, each with what the township's report says of it, and those said only.

    A township without a report has said nothing either way: its gaps stay as they are.
    """
    found: list[Finding] = []
    borne_out: set[tuple[str, str]] = set()
    for finding in shown:
        report = county.reports.get((finding.township, year))
        said = _of_theme(report, finding.theme)
        borne_out.add((finding.township, finding.theme or ""))
        found.append(finding if report is None else _compared(finding, report, said))
    position = {name: n for n, name in enumerate(county.townships)}
    reports = [r for (township, of), r in county.reports.items() if of == year and township in position]
    for report in sorted(reports, key=lambda r: position[r.township]):
        for theme in dict.fromkeys(g.theme for g in report.gaps):
            if theme in county.catalogue.theme_by_id and (report.township, theme) not in borne_out:
                found.append(_said_only(county, report, theme))
    return found


def _of_theme(report: Report | None, theme: str | None) -> list[Shortcoming]:
    return [] if report is None else [g for g in report.gaps if g.theme == theme]


def _compared(finding: Finding, report: Report, said: list[Shortcoming]) -> Finding:
    if not said:
        return replace(finding, sentence=say("{sentence}工作报告没有提到这一短板。", sentence=finding.sentence))
    return replace(
        finding,
        said=True,
        evidence=(*finding.evidence, *(_evidence(report, g) for g in said)),
        sentence=say("{sentence}工作报告也提到“{said}”。", sentence=finding.sentence, said=_quoted(said[0].sentence)),
    )


def _said_only(county: County, report: Report, theme: str) -> Finding:
    said = _of_theme(report, theme)
    known = county.catalogue.theme_by_id[theme]
    return Finding(
        kind="gap",
        rule=theme,
        theme=theme,
        township=report.township,
        year=report.year,
        indicators=(),
        severity="low",
        strength=0,
        n=len(said),
        evidence=tuple(_evidence(report, g) for g in said),
        sentence=say(
            "{township}{year}年工作报告自述“{said}”（{theme}），上报的数据没有显示这一短板。",
            township=report.township,
            year=report.year,
            said=_quoted(said[0].sentence),
            theme=Text(known.name_zh, known.name_en),
        ),
        suggestion=say("建议向乡镇了解具体表现，核对有关数据是否如实、齐全。"),
        shown=False,
        said=True,
    )


def _evidence(report: Report, said: Shortcoming) -> Evidence:
    return Evidence(report.township, report.year, "", None, "exact", report.file, None, said.cell, said.sentence)


def _quoted(sentence: str, most: int = 60) -> str:
    return sentence if len(sentence) <= most else sentence[:most] + "…"
