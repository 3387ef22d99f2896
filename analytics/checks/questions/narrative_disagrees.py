"""A figure of the return that the township's own report in prose gives otherwise."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.crosscheck import Crossed, crossed
from analytics.checks.questions.asking import question
from analytics.checks.rule import GradeName, Rule, Settings, Threshold
from analytics.checks.words import name_of
from analytics.measures import figure_text
from analytics.model import Evidence, Finding, Report
from analytics.text import Text, say

ID = "narrative_disagrees"
ABOUT = Threshold(
    "about",
    0.05,
    "“约”“近”一般只写两位数字，舍入误差不超过百分之五；只写一位数字的，另按末位的一半放宽",
    "本项目约定，与其他规则对约数的理解一致",
)
MORE = Threshold(
    "more",
    0.2,
    "“余”“超过”说的是下限，实际数一般多不出末位的一个单位（8万余份不到9万份）；“超过”常写得更宽，放宽到二成",
    "本项目约定",
)
MEDIUM = Threshold("medium_off", 1.1, "相差一成以上不像是四舍五入，应优先核实", "本项目约定")
HIGH = Threshold("high_off", 2.0, "相差一倍以上，多半是口径不同或一方写错", "本项目约定")


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks about every indicator that return and report give differently; ≥ and ≈ are understood with tolerance."""
    found = []
    for township in county.townships:
        report = county.reports.get((township, year))
        if report is None:
            continue
        rows = held_against(county, report, settings)
        found += [
            _asked(county, row, row.returned, row.reported, settings)
            for row in rows
            if row.outcome == "differs" and row.returned and row.reported
        ]
    return found


def held_against(county: County, report: Report, settings: Settings) -> list[Crossed]:
    """``crossed`` with the margins of these settings."""
    return crossed(county, report, about=settings["about"], more=settings["more"])


def _asked(county: County, row: Crossed, returned: Evidence, reported: Evidence, settings: Settings) -> Finding:
    sentence = say(
        "{township}{year}年{indicator}，报表为{returned}，工作报告为{reported}（“{words}”），两者不一致，请核实以哪个数为准。",
        township=row.township,
        year=row.year,
        indicator=name_of(county.catalogue, row.indicator),
        returned=_figure(returned),
        reported=_figure(reported),
        words=_short(reported.raw),
    )
    return question(
        county,
        row.year,
        ID,
        county.townships.index(row.township),
        [row.indicator],
        [returned, reported],
        sentence,
        say("请对照台账，更正报表或工作报告；如统计口径不同，请说明。"),
        severity=_severity(row.off, settings),
        strength=1,
        n=2,
    )


def _figure(e: Evidence) -> Text:
    return Text(*(figure_text(e.value, e.qualifier, "reported", language) for language in ("zh", "en")))


def _short(words: str, most: int = 60) -> str:
    return words.rstrip("。") if len(words) <= most else words[:most] + "…"


def _severity(off: float, settings: Settings) -> GradeName:
    if off >= settings["high_off"]:
        return "high"
    return "medium" if off >= settings["medium_off"] else "low"


RULE = Rule(
    ID,
    "question",
    say("报表与工作报告不一致"),
    check,
    (ABOUT, MORE, MEDIUM, HIGH),
    condition=say("工作报告与报表的同一指标、同一年度不一致（“余”“约”按余地理解）。"),
)
