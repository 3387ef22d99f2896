"""A return that names two years: title, sheet, file or a heading left from last year."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.noted import of_rule
from analytics.checks.questions.remarks import asked
from analytics.checks.rule import Rule, Settings
from analytics.model import Finding
from analytics.text import say

ID = "year_mismatch"


def check(county: County, year: int, settings: Settings) -> list[Finding]:  # noqa: ARG001
    """One question for every place where a file that counts speaks of another year than the one it is read for."""
    suggestion = say("请核对表名、工作表名、文件名和表头的年份，改正后重新报送；如数据确属本年，请说明原因。")
    found = []
    for noted in dict.fromkeys(of_rule(county.noted, ID, year)):
        sentence = say(
            "{township}{year}年报表的年份前后不一：{message}", township=noted.township, year=year, message=noted.message
        )
        found.append(asked(county, year, ID, (noted,), sentence, suggestion, severity="medium"))
    return [f for f in found if f is not None]


RULE = Rule(
    ID,
    "question",
    say("年份不一致"),
    check,
    condition=say("标题、工作表名、文件名、表头的年份互相矛盾，或表头留有上年年份。"),
)
