"""Sentences about strangers' cells stay sentences, and equal ones are shown as one."""

from __future__ import annotations

import pytest

from analytics.intake import read_bytes
from analytics.intake.problems import LONGEST_QUOTE, grouped, kept_short
from analytics.model import Problem, Severity
from analytics.text import say


def unknown(heading: str, severity: Severity = Severity.QUESTION) -> Problem:
    return Problem(severity, "unknown_heading", say("不认识的项目“{heading}”。", heading=heading), "表", "B2")


@pytest.mark.parametrize("length", [LONGEST_QUOTE + 30, 1_000, 100_000])
def test_a_cell_of_any_length_is_quoted_by_its_ends(length: int) -> None:
    [short] = kept_short([unknown("头" + "字" * (length - 2) + "尾")])
    assert len(short.message.zh) < LONGEST_QUOTE
    assert "头" in short.message.zh
    assert "尾”" in short.message.zh
    assert "……" in short.message.zh


def test_what_a_form_says_is_quoted_in_full() -> None:
    problem = unknown("本年度开展的各类法治宣传活动（含线上线下，按批次计，不含转发）")
    assert kept_short([problem]) == (problem,)


def test_a_file_of_one_endless_cell_is_asked_about_in_one_sentence() -> None:
    reading = read_bytes(b'a,b\n"' + b"x" * 1_000_000 + b'",1\n', "长.csv", isolated=False)
    assert reading.problems
    assert max(len(problem.message.zh) for problem in reading.problems) < 200


def test_errors_come_before_questions_before_notes_and_equal_ones_are_one() -> None:
    groups = grouped([unknown("甲", Severity.NOTE), unknown("乙"), unknown("丙"), unknown("丁", Severity.ERROR)])
    assert [(group.severity, len(group.problems)) for group in groups] == [
        (Severity.ERROR, 1),
        (Severity.QUESTION, 2),
        (Severity.NOTE, 1),
    ]
