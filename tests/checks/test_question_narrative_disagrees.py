"""A report in prose held against the return: agrees, differs, only in one; and the question that comes of it."""

from dataclasses import replace

import pytest

from analytics.checks import find_questions, finding_as_json
from analytics.checks.crosscheck import bounds, crossed, tally
from analytics.model import Shortcoming
from tests.checks.counties import changed
from tests.checks.counties import found as found_in
from tests.checks.reports import report_of, with_reports

TOWN, YEAR, RULE = "第1镇", 2025, "narrative_disagrees"


def outcome(returned, reported, indicator: str = "leaflets") -> str:
    county = changed({(TOWN, YEAR, indicator): returned})
    rows = crossed(county, report_of(TOWN, YEAR, {indicator: reported}))
    return {row.indicator: row.outcome for row in rows}[indicator]


@pytest.mark.parametrize(
    ("returned", "reported"),
    [
        (83200, "≥80000"),  # 8万余份
        (89999, "≥80000"),
        ("≥80000", "≥80000"),
        ("≥80000", 84000),
        (2000, "≥2000"),
        (1230, "≈1200"),
        (2300, "≈2000"),  # 约2000 is told in thousands
        (0, 0),
    ],
)
def test_a_vague_figure_agrees_with_what_it_may_mean(returned, reported):
    assert outcome(returned, reported) == "agrees"


@pytest.mark.parametrize(
    ("returned", "reported"),
    [
        (79000, "≥80000"),  # below what is "at least"
        (130000, "≥80000"),  # nobody calls 13万 8万余
        (1500, "≈1200"),
        (100, 101),
        (0, 4),
        (4, 0),
    ],
)
def test_figures_that_cannot_both_be_true_differ(returned, reported):
    assert outcome(returned, reported) == "differs"


@pytest.mark.parametrize(("returned", "said"), [(98.46, "agrees"), (98.0, "differs")])
def test_a_rate_is_compared_as_it_is_rounded(returned, said):
    assert outcome(returned, 98.5, "law_exam_pass_rate") == said


@pytest.mark.parametrize("returned", [None, "absent", "n/a"])
def test_what_the_return_does_not_give_is_only_in_the_report(returned):
    assert outcome(returned, 5, "seminars") == "report_only"


def test_what_the_report_does_not_name_is_only_in_the_return():
    rows = crossed(changed({}), report_of(TOWN, YEAR, {"seminars": 5}))
    said = tally(rows)
    assert said["return_only"] > 20
    assert said["report_only"] == 0


def test_differing_figures_come_first():
    county = changed({(TOWN, YEAR, "law_performances"): 7})
    rows = crossed(county, report_of(TOWN, YEAR, {"law_performances": 3, "leaflets": 1}))
    assert {row.indicator for row in rows[:2]} == {"law_performances", "leaflets"}


def test_without_a_return_there_is_nothing_to_hold_the_report_against():
    assert crossed(changed({}), report_of(TOWN, 2030, {"seminars": 5})) == []
    assert crossed(changed({}), report_of("没有的镇", YEAR, {"seminars": 5})) == []


def test_a_report_that_stands_in_for_the_return_is_not_held_against_itself():
    county = changed({(TOWN, YEAR, "seminars"): 5})
    own = county.figures["township"].eq(TOWN) & county.figures["year"].eq(YEAR)
    frame = county.figures.assign(origin=own.map({True: "narrative", False: "return"}))
    assert crossed(replace(county, figures=frame), report_of(TOWN, YEAR, {"seminars": 9})) == []


def test_the_question_names_both_figures_with_their_places():
    county = with_reports(changed({(TOWN, YEAR, "leaflets"): 9500}), report_of(TOWN, YEAR, {"leaflets": "≥80000"}))
    finding = found_in(RULE, county)[TOWN]
    returned, reported = finding.evidence
    assert (returned.value, returned.sheet) == (9500, "报表")
    assert (reported.value, reported.qualifier, reported.file) == (80000, "at_least", "第1镇2025年报告.docx")
    assert reported.raw == "全年发放普法宣传资料≥80000份。"
    for words in ("9,500", "≥80,000", "全年发放普法宣传资料"):
        assert words in finding.sentence.zh
    # Screen and letter show the sentence alone: it asks by itself.
    assert finding.sentence.zh.endswith("两者不一致，请核实以哪个数为准。")
    assert finding.sentence.en.endswith("please check which is right.")
    assert finding.severity == "high"
    assert finding_as_json(finding)["evidence"][1]["cell"].startswith("¶1:")


@pytest.mark.parametrize(("reported", "severity"), [(9550, "low"), (8000, "medium"), (3000, "high")])
def test_the_further_apart_the_graver(reported, severity):
    county = with_reports(changed({(TOWN, YEAR, "leaflets"): 9500}), report_of(TOWN, YEAR, {"leaflets": reported}))
    assert found_in(RULE, county)[TOWN].severity == severity


def test_every_indicator_is_a_question_of_its_own_and_agreeing_ones_are_none():
    values = {(TOWN, YEAR, "leaflets"): 9500, (TOWN, YEAR, "seminars"): 5, (TOWN, YEAR, "school_events"): 9}
    said = report_of(TOWN, YEAR, {"leaflets": 8000, "seminars": 3, "school_events": 9})
    asked = [f for f in find_questions(with_reports(changed(values), said), YEAR) if f.rule == RULE]
    assert sorted(f.indicators for f in asked) == [("leaflets",), ("seminars",)]


def test_the_margin_is_a_setting():
    county = with_reports(changed({(TOWN, YEAR, "leaflets"): 130000}), report_of(TOWN, YEAR, {"leaflets": "≥80000"}))
    assert TOWN in found_in(RULE, county)
    assert found_in(RULE, county, more=1.0) == {}


def test_a_report_of_shortcomings_alone_asks_nothing():
    said = report_of(TOWN, YEAR, gaps=(Shortcoming("resources", "经费不足", "¶1:0-4"),))
    assert found_in(RULE, with_reports(changed({}), said)) == {}


def test_bounds_of_numbers_that_are_told_coarsely():
    assert bounds(80000, "at_least") == (80000, 96000)
    assert bounds(120, "at_least", more=0.0) == (120, 130)
    assert bounds(2000, "about") == (1500, 2500)
    assert bounds(1200, "about") == (1140, 1260)
    assert bounds(0, "about") == (0, 0)
    assert bounds(37, "exact") == (37, 37)
