"""What a township's report says of its shortcomings, beside what its figures show."""

from dataclasses import replace

import pytest

from analytics.checks import County, find_gaps, finding_as_json, resolved_gaps
from analytics.model import Report, Shortcoming
from tests.checks.counties import changed

TOWN, YEAR = "第1镇", 2025
SAID = Shortcoming("new_problems", "对新情况研究不够", "¶9:3-11")


def with_reports(county: County, *reports: Report) -> County:
    return replace(county, reports={(r.township, r.year): r for r in reports})


def report(*gaps: Shortcoming, township: str = TOWN, year: int = YEAR) -> Report:
    return Report(township, year, f"{township}报告.docx", 7, gaps=gaps)


def of_town(county: County, year: int = YEAR):
    return [f for f in find_gaps(county, year) if (f.township, f.theme) == (TOWN, "new_problems")]


def no_seminar() -> County:
    return changed({(TOWN, YEAR, "seminars"): 0})


def test_a_gap_that_figures_show_and_the_report_states_is_both():
    [gap] = of_town(with_reports(no_seminar(), report(SAID)))
    assert (gap.theme, gap.shown, gap.said) == ("new_problems", True, True)
    sentence = gap.evidence[-1]
    assert (sentence.file, sentence.cell, sentence.raw) == ("第1镇报告.docx", "¶9:3-11", "对新情况研究不够")
    assert "对新情况研究不够" in gap.sentence.zh


def test_a_gap_that_only_figures_show_says_that_the_report_is_silent():
    [gap] = of_town(with_reports(no_seminar(), report()))
    assert (gap.shown, gap.said) == (True, False)
    assert gap.sentence.zh.endswith("工作报告没有提到这一短板。")


def test_without_a_report_nothing_is_said_about_one():
    [gap] = of_town(no_seminar())
    assert "工作报告" not in gap.sentence.zh


def test_a_gap_that_only_the_report_states_is_a_line_of_its_own():
    quiet = changed({})
    assert of_town(quiet) == []
    [gap] = of_town(with_reports(quiet, report(SAID)))
    assert (gap.theme, gap.shown, gap.said, gap.severity) == ("new_problems", False, True, "low")
    printed = finding_as_json(gap)
    assert (printed["shown"], printed["said"]) == (False, True)
    assert printed["evidence"][0]["raw"] == SAID.sentence


def test_a_shortcoming_of_no_theme_or_of_an_unknown_township_is_no_gap():
    other = Shortcoming("other", "交通不便", "¶9:3-7")
    county = with_reports(changed({}), report(other), report(SAID, township="没有的镇"))
    assert [f for f in find_gaps(county, YEAR) if f.said] == []


@pytest.mark.parametrize(("silent", "resolved"), [(False, ["new_problems"]), (True, [])])
def test_what_was_only_said_is_resolved_by_a_report_that_no_longer_says_it(silent, resolved):
    this = [] if silent else [report()]
    county = with_reports(changed({}), report(SAID, year=YEAR - 1), *this)
    assert [f.theme for f in resolved_gaps(county, YEAR) if f.township == TOWN] == resolved


def test_said_again_the_next_year_it_persists():
    county = with_reports(changed({}), report(SAID, year=YEAR - 1), report(SAID))
    [gap] = of_town(county)
    assert gap.status == "persisting"
