"""What a county asks the township about although the file could be read: blanks not filled in, last year's year left."""

from pathlib import Path

import pytest

from analytics.catalogue import load_catalogue, load_roster
from analytics.intake import Decisions, read_file
from analytics.intake.grid import Cell
from analytics.intake.values import read_value
from analytics.model import Severity, State

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
STALE = SAMPLE / "odd" / "岫菽街道2025年统计表（工作表名未改）.xlsx"


@pytest.fixture(scope="module")
def roster():
    return load_roster(SAMPLE / "roster.csv")


def test_a_sheet_still_named_after_last_year_stays_a_question_once_the_year_is_chosen(roster):
    unanswered = read_file(STALE, roster=roster, isolated=False)
    assert [p.severity for p in unanswered.problems if p.code == "year_mismatch"] == [Severity.ERROR]
    answered = read_file(STALE, roster=roster, decisions=Decisions(year=2025), isolated=False)
    assert {f.year for f in answered.figures} == {2025}
    [problem] = [p for p in answered.problems if p.code == "year_mismatch"]
    assert problem.severity is Severity.QUESTION
    assert problem.message.zh == "A1 2025；工作表名 2024；文件名 2025，已按选定的 2025 年读，请乡镇改正。"


def test_where_all_say_the_same_year_an_answer_asks_nothing(roster):
    clean = next((SAMPLE / "returns" / "2025").glob("*报表.xlsx"))
    reading = read_file(clean, roster=roster, decisions=Decisions(year=2025), isolated=False)
    assert reading.figures
    assert not [p for p in reading.problems if p.code == "year_mismatch"]


@pytest.mark.parametrize("raw", ["XX", "x", "××", "＊次", "*", "XX余人次", "（XX）", "XX万元"])
def test_a_blank_of_the_template_is_told_from_other_doubts(raw):
    value = read_value(Cell(0, 0, raw, raw), load_catalogue().by_id["funds_invested"], None, 2025)
    assert [r.code for r in value.remarks] == ["placeholder"]
    assert not value.usable


@pytest.mark.parametrize("raw", ["若干", "1X", "?", "X月", "XX镇"])
def test_what_is_no_blank_stays_another_doubt(raw):
    value = read_value(Cell(0, 0, raw, raw), load_catalogue().by_id["leaflets"], None, 2025)
    assert [r.code for r in value.remarks] == ["doubtful_number"]


def test_a_unit_with_nothing_before_it_is_not_reported():
    value = read_value(Cell(0, 0, "份", "份"), load_catalogue().by_id["leaflets"], None, 2025)
    assert (value.state, value.remarks) == (State.MISSING, ())
