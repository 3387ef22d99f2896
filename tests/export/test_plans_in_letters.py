"""Letter and brief tell what became of the plans in the reports on the year before."""

import pytest
from dossiers import dossier
from test_letters import letter_to

from analytics.checks.promises import Promise
from analytics.export.prose.plans import plans_said
from analytics.model import Evidence, Plan


def promise(outcome, sentence="全年开展法治宣传活动40场", *, value=31.0, needed=40.0, qualifier="exact"):
    indicator = None if outcome == "told" else "publicity_events"
    plan = Plan(sentence, "¶9:2-12", None, indicator, needed)
    planned = Evidence("丙镇", 2024, "", None, "exact", "丙镇2024.docx", None, "¶9:2-12", sentence)
    seen = Evidence("丙镇", 2025, indicator or "", value, qualifier, "丙镇2025.xlsx", "报表", "B7")
    return Promise("丙镇", 2025, plan, outcome, planned, () if outcome in ("unseen", "silent") else (seen,), needed)


def test_plans_are_counted_and_open_ones_told_with_their_figures():
    said = letter_to(
        "丙镇", promises=[promise("done", value=44.0), promise("partly"), promise("unseen", "给调解室挂牌")]
    )
    assert "上年计划的落实" in said
    assert "2024年工作报告提出2025年计划3项，对照2025年报来的数据和报告：已做到1项，做到一部分1项，未见1项。" in said
    assert "1. “给调解室挂牌”：所报数据和报告中未见。" in said
    assert "2. “全年开展法治宣传活动40场”：法治宣传活动应达到40，所报为31。" in said
    assert "已经做了的请补报或说明" in said


def test_where_all_was_done_nothing_is_asked():
    said = letter_to("丙镇", promises=[promise("done"), promise("told")])
    assert "报告已提到1项，已做到1项" in said or "已做到1项，报告已提到1项" in said
    assert "未见" not in said


def test_a_rounded_figure_keeps_its_sign():
    said = letter_to("丙镇", promises=[promise("unclear", value=38.0, qualifier="at_least")])
    assert "所报为≥38。" in said


def test_a_stock_whose_last_level_is_not_known_is_not_judged():
    said = letter_to("丙镇", promises=[promise("unclear", needed=None)])
    assert "上年的数没有报，无法对照" in said


@pytest.mark.parametrize("promises", [(), [promise("partly")]])
def test_a_township_without_plans_reads_nothing_of_them(promises):
    assert "上年计划的落实" not in letter_to("乙乡", promises=promises)


def test_more_plans_than_a_letter_takes_are_counted():
    said = letter_to("丙镇", promises=[promise("partly", f"计划第{n}件") for n in range(20)])
    assert "做到一部分20项" in said
    assert "其余12项从略" in said
    assert "计划第8件" not in said


def test_an_english_letter_tells_it_in_english():
    said = letter_to("丙镇", promises=[promise("partly")], language="en")
    assert "was to reach 40 and is reported as 31" in said


def test_the_brief_counts_all_plans_and_names_who_is_behind():
    assert plans_said(dossier()) == []
    assert plans_said(dossier(promises=[promise("done"), promise("partly")])) == [
        "有1个乡镇在上年的工作报告里提出本年计划共2项，对照本年所报数据和报告：已做到1项，做到一部分1项。"
        "计划没有全部做到或者未见的有丙镇。"
    ]
    [said] = plans_said(dossier(promises=[promise("told")]))
    assert "没有全部做到" not in said
    [said] = plans_said(dossier(promises=[promise("unseen")], language="en"))
    assert said.replace("丙镇", "").isascii()


def test_without_this_years_report_no_plan_is_listed_as_unseen():
    said = letter_to("丙镇", promises=[promise("silent", f"计划第{n}件") for n in range(8)])
    assert "计划8项；本年没有收到工作报告，无从对照，请补报2025年工作报告。" in said
    assert "未见" not in said
    assert "计划第1件" not in said
    some = letter_to("丙镇", promises=[promise("partly"), promise("silent", "给调解室挂牌")])
    assert "对照2025年报来的数据：做到一部分1项；本年没有收到工作报告，其余1项无从对照" in some
    assert "给调解室挂牌" not in some


def test_the_brief_says_that_a_report_has_not_come():
    [said] = plans_said(dossier(promises=[promise("silent")] * 8))
    assert said == "有1个乡镇在上年的工作报告里提出本年计划共8项，本年没有收到这些乡镇的工作报告，无从对照。"
    [said] = plans_said(dossier(promises=[promise("done"), promise("silent")]))
    assert said.endswith("已做到1项；另有1项因本年没有收到工作报告，无从对照。")
