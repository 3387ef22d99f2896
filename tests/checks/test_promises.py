"""What a township planned for a year, held against what it reported of it."""

import pytest

from analytics.checks.promises import promises, tally_kept
from analytics.model import Plan, Shortcoming
from tests.checks.counties import changed
from tests.checks.reports import report_of, with_reports

TOWN, YEAR = "第1镇", 2025


def kept(sentence, indicator=None, target=None, *, figures=None, report=None, year=YEAR):
    """What became of one plan for 2025."""
    plan = Plan(sentence, f"¶1:0-{len(sentence)}", None, indicator, target)
    before = report_of(TOWN, YEAR - 1, plans=(plan,), paragraphs=(sentence,))
    county = with_reports(changed(figures or {}, 2), before, *([report] if report else []))
    return promises(county, TOWN, year)


@pytest.mark.parametrize(
    ("reported", "outcome"),
    [
        (40, "done"),
        (55, "done"),
        (39, "partly"),
        (0, "none"),
        (None, "unseen"),
        ("n/a", "unseen"),
        ("absent", "unseen"),
        ("≥40", "done"),
        ("≥38", "unclear"),  # 38余 may well be 40
        ("≥20", "partly"),
        ("≈40", "done"),
        ("≈39", "unclear"),
        ("≈30", "partly"),
    ],
)
def test_a_number_is_held_against_the_figure_of_the_year(reported, outcome):
    [held] = kept(
        "全年开展法治宣传活动40场", "publicity_events", 40, figures={(TOWN, YEAR, "publicity_events"): reported}
    )
    assert (held.outcome, held.needed) == (outcome, 40)


def test_the_plan_keeps_its_sentence_and_the_figure_its_cell():
    [held] = kept("全年开展法治宣传活动40场", "publicity_events", 40, figures={(TOWN, YEAR, "publicity_events"): 31})
    assert (held.planned.year, held.planned.raw, held.planned.cell) == (2024, "全年开展法治宣传活动40场", "¶1:0-13")
    assert held.planned.file == "第1镇2024年报告.docx"
    [seen] = held.seen
    assert (seen.value, seen.sheet, seen.year) == (31, "报表", YEAR)
    assert seen.cell


def test_where_the_return_is_silent_the_reports_own_figure_counts():
    said = report_of(TOWN, YEAR, {"publicity_events": "≥42"})
    [held] = kept(
        "开展法治宣传活动40场", "publicity_events", 40, figures={(TOWN, YEAR, "publicity_events"): None}, report=said
    )
    assert held.outcome == "done"
    assert (held.seen[0].raw, held.seen[0].cell) == ("≥42场次", "¶1:8-13")


@pytest.mark.parametrize(
    ("sentence", "last", "now", "outcome", "needed"),
    [
        ("新建法治文化广场1处", 3, 4, "done", 4),
        ("新建法治文化广场2处", 3, 4, "partly", 5),
        ("新建法治文化广场1处", None, 4, "unclear", None),
        ("法治文化阵地达到4处", 3, 4, "done", 4),
        ("新建法治文化广场1处", 0, 1, "done", 1),
    ],
)
def test_what_is_to_be_built_comes_on_top_of_last_years_level(sentence, last, now, outcome, needed):
    values = {(TOWN, YEAR - 1, "culture_sites"): last, (TOWN, YEAR, "culture_sites"): now}
    [held] = kept(sentence, "culture_sites", float(sentence[-2]), figures=values)
    assert (held.outcome, held.needed) == (outcome, needed)


def test_a_plan_without_a_number_is_looked_for_in_the_years_report():
    done = "今年成功创建市级民主法治示范村两个，群众满意度有所提高。"
    report = report_of(TOWN, YEAR, paragraphs=("一、主要工作", f"全年普法不断线。{done}"))
    [held] = kept("创建民主法治示范村", report=report)
    assert held.outcome == "told"
    assert (held.seen[0].raw, held.seen[0].cell) == (done, "¶2:8-36")


def test_planning_it_again_or_regretting_it_is_not_doing_it():
    again = "创建民主法治示范村"
    lack = "民主法治示范村创建滞后"
    report = report_of(
        TOWN,
        YEAR,
        gaps=(Shortcoming("demonstration_sites", lack, f"¶1:0-{len(lack)}"),),
        plans=(Plan(again, f"¶2:0-{len(again)}"),),
        paragraphs=(lack, again, "下一步将创建民主法治示范村。"),
    )
    [held] = kept(again, report=report)
    assert held.outcome == "unseen"


def test_another_matter_is_not_taken_for_it():
    report = report_of(TOWN, YEAR, paragraphs=("全年开展法治宣传活动，受到群众欢迎。", "进一步加强组织领导。"))
    assert kept("充实基层调解队伍", report=report)[0].outcome == "unseen"
    assert kept("进一步加强工作", report=report)[0].outcome == "unseen"


def test_without_a_report_of_the_year_before_nothing_was_promised():
    assert promises(changed({}, 2), TOWN, YEAR) == []
    assert promises(changed({}, 2), "没有的镇", YEAR) == []


def test_before_anything_has_come_nothing_is_judged():
    plan = Plan("开展法治宣传活动40场", "¶1:0-11", None, "publicity_events", 40)
    county = with_reports(changed({}, 2), report_of(TOWN, 2030, plans=(plan,)))
    assert promises(county, TOWN, 2031) == []


def test_what_is_not_seen_comes_first_and_all_are_counted():
    plans = tuple(
        Plan(f"计划{n}", f"¶1:{n}-{n + 2}", None, indicator, target)
        for n, (indicator, target) in enumerate(
            [("publicity_events", 1), ("seminars", 400), (None, None), ("indicator_of_old", 3)]
        )
    )
    values = {(TOWN, YEAR, "publicity_events"): 5, (TOWN, YEAR, "seminars"): 2}
    county = with_reports(changed(values, 2), report_of(TOWN, YEAR - 1, plans=plans), report_of(TOWN, YEAR))
    found = promises(county, TOWN, YEAR)
    assert [p.outcome for p in found] == ["unseen", "unseen", "partly", "done"]
    assert tally_kept(found) == {
        "unseen": 2,
        "none": 0,
        "partly": 1,
        "unclear": 0,
        "waiting": 0,
        "silent": 0,
        "told": 0,
        "done": 1,
    }


def test_what_only_a_report_could_tell_of_is_not_called_unseen_before_the_report_has_come():
    assert [p.outcome for p in kept("给调解室挂牌上墙")] == ["silent"]
    assert [p.outcome for p in kept("给调解室挂牌上墙", report=report_of(TOWN, YEAR))] == ["unseen"]
    by_figure = {"figures": {(TOWN, YEAR, "publicity_events"): None}}
    assert [p.outcome for p in kept("开展法治宣传活动40场", "publicity_events", 40, **by_figure)] == ["unseen"]


def test_many_plans_in_a_long_report_are_looked_for_in_time():
    sentence = "全年开展法治宣传活动，受到群众欢迎，村村有人讲法，户户有人听法。"
    plans = tuple(Plan("，".join([f"法治宣传第{n}件"] * 300), f"¶1:{n}-{n + 1}") for n in range(60))
    county = with_reports(
        changed({}, 2),
        report_of(TOWN, YEAR - 1, plans=plans),
        report_of(TOWN, YEAR, paragraphs=(sentence * 1500,)),
    )
    assert len(promises(county, TOWN, YEAR)) == 60
