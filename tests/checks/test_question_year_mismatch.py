from dataclasses import replace

import pytest

from analytics.checks.noted import Noted
from analytics.text import Text
from tests.checks.counties import changed, found

T = "第5镇"
SAID = Text("标题是2024年，工作表名是2025年", "the title says 2024, the sheet 2025")


def remark(code="year_mismatch", **changes):
    place = {"file": f"{T}2025.xlsx", "sheet": "报表", "cell": "A1"}
    return Noted(T, changes.pop("year", 2025), code, SAID, **(place | changes))


def asked(*remarks):
    return found("year_mismatch", replace(changed({}), noted=remarks))


@pytest.mark.parametrize("code", ["year_mismatch", "year_in_cell"])
def test_two_years_in_one_return_are_asked_about_with_the_place(code):
    finding = asked(remark(code))[T]
    assert finding.sentence.zh == f"{T}2025年报表的年份前后不一：{SAID.zh}"
    assert (finding.severity, finding.status) == ("medium", "open")
    assert (finding.evidence[0].sheet, finding.evidence[0].cell) == ("报表", "A1")


def test_another_year_another_code_or_an_unknown_township_is_not_asked():
    assert asked(remark(year=2024)) == {}
    assert asked(remark("placeholder")) == {}
    assert asked(replace(remark(), township="没有此镇")) == {}


def test_words_close_the_question_and_the_same_remark_is_asked_once():
    finding = asked(remark(explanation="表头没有改，数据是本年的"))[T]
    assert (finding.status, finding.explanation) == ("explained", "表头没有改，数据是本年的")
    assert asked(remark(), remark())[T].strength == 1
