"""经费装备保障不足: little money for each resident, or much less than last year."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import fallen, lowest_among_peers
from analytics.checks.gaps.reasons import PEERS, Condition, either, gap_findings, silences
from analytics.checks.ratios import ratio
from analytics.checks.rule import Rule, Settings, Silent, Threshold
from analytics.model import Finding
from analytics.text import say

ID = "resources"
FALL = Threshold(
    "fall_percent", 30, "经费因项目安排有正常起伏，下降三成以上难以用一般波动解释", "规则约定：下降 30% 及以上"
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议将法治建设经费列入年度预算，按人口和任务核定标准，保持投入稳定。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def silent(county: County, year: int, settings: Settings) -> list[Silent]:
    """What was not judged for want of peers."""
    return silences(conditions(county, year, settings))


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """One condition, shown in either of two ways."""
    people, counted = county.residents(year)
    funds = county.amounts("funds_invested", year)
    low = lowest_among_peers(
        county,
        year,
        ID,
        settings,
        ratio(funds, people),
        (funds,),
        say("人均法治建设经费（元）"),
        ("funds_invested",),
        note=counted,
    )
    return either(fallen(county, year, "funds_invested", settings["fall_percent"]), low)


RULE = Rule(
    ID,
    "gap",
    say("经费装备保障不足"),
    check,
    (PEERS, FALL),
    theme=ID,
    silent=silent,
    condition=say("人均法治经费在最低四分之一，或比上年下降三成以上。"),
)
