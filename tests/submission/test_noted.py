"""What reading remarked about files that count, as questions: asked once, closed by words, gone once it is corrected."""

import pytest

from analytics.checks import County, explained, find_questions
from analytics.checks.asking import doubt_of, without_repeats
from analytics.model import AxisView, Figure, Problem, Qualifier, Reading, Severity, Source, State, TableView
from analytics.store import Key
from analytics.submission import county_of, noted_of, said_of
from analytics.submission.doubts import doubts_of_files
from analytics.submission.noted import indicator_at
from analytics.text import Text

T, FILE = "荻砚镇", "荻砚镇2024.xlsx"
ASKED = Text("写的是“XX”，没有填数，请核实后填一个数。", "It says “XX”.")
PERIODS = Text("合计写 12，各期相加是 11（B3、C3），请核实哪个对。", "The total says 12, the quarters add up to 11.")
YEARS = Text("A1 2024；工作表名 2023，已按选定的 2024 年读，请乡镇改正。", "A1 2024; sheet 2023.")


def figure(indicator, value, cell, township=T):
    source = Source("表", cell, str(value))
    return Figure(township, 2024, indicator, value, Qualifier.EXACT, State.REPORTED, "次", source)


def problem(code, message, cell, severity=Severity.QUESTION):
    return Problem(severity, code, message, "表", cell)


AXES = (
    AxisView("row", 1, "专题研讨", "indicator", "seminars"),
    AxisView("row", 2, "法治讲座", "indicator", "legal_lectures"),
)
TABLE = TableView("表", "A1:F9", "form", (), axes=AXES)
FIGURES = (figure("leaflets", 900.0, "F5"), figure("legal_lectures", 12.0, "F3"))
PROBLEMS = (
    problem("placeholder", ASKED, "F2"),
    problem("periods_differ", PERIODS, "F3"),
    problem("year_mismatch", YEARS, "A5"),
    problem("doubtful_number", Text("写的是“若干”", "some"), "F8"),
)


def sent(store, figures=FIGURES, problems=PROBLEMS, name=FILE, data=b"1", accept=True):
    reading = Reading(name, "", "return", tuple(figures), tuple(problems), tables=(TABLE,))
    upload = store.add_upload(name, data, "张三", reading)
    if accept:
        store.accept(upload, list(figures), "张三")
    return upload


def county(store):
    return county_of(store)


def questions(store):
    said = said_of(store.explanations())
    return {f.rule: f for f in explained(find_questions(county(store), 2024), said)}


def test_each_remark_becomes_a_question_with_its_cell(store):
    sent(store)
    found = questions(store)
    assert set(found) == {"placeholder", "part_exceeds_whole", "year_mismatch"}
    blank = found["placeholder"]
    assert blank.sentence.zh == "荻砚镇2024年有 1 处没有填数：专题研讨（F2），请补填。"
    assert [(e.indicator, e.value, e.file, e.cell) for e in blank.evidence] == [("seminars", None, FILE, "F2")]
    total = found["part_exceeds_whole"]
    assert "法治讲座的合计与各部分不符：合计写 12，各期相加是 11" in total.sentence.zh
    assert [(e.value, e.cell) for e in total.evidence] == [(12.0, "F3")]
    year = found["year_mismatch"]
    assert year.sentence.zh.startswith("荻砚镇2024年报表的年份前后不一：A1 2024；工作表名 2023")
    assert [(e.indicator, e.cell) for e in year.evidence] == [("", "A5"), ("legal_lectures", "F3"), ("leaflets", "F5")]


def test_what_waits_or_was_undone_is_not_asked(store):
    upload = sent(store, accept=False)
    assert noted_of(store) == ()
    store.accept(upload, list(FIGURES), "张三")
    assert len(noted_of(store)) == 3
    store.undo(upload, "张三")
    assert noted_of(store) == ()


def test_nothing_is_asked_twice_in_a_letter(store):
    sent(store)
    asked = [doubt_of(f, explained=False) for f in questions(store).values()]
    cells = [d for _, d in doubts_of_files(store)]
    assert {d.code for d in cells} == {"placeholder", "periods_differ", "year_mismatch", "doubtful_number"}
    assert [d.code for d in without_repeats(asked, cells)] == [*(d.code for d in asked), "doubtful_number"]
    assert without_repeats([], cells) == cells


def test_a_figure_that_came_later_closes_the_blank_and_the_total(store):
    sent(store)
    later = [figure("seminars", 4.0, "B2"), figure("legal_lectures", 11.0, "B3")]
    sent(store, later, (), "荻砚镇2024更正.xlsx", b"2")
    assert set(questions(store)) == {"year_mismatch"}


def test_words_about_the_figure_close_the_question(store):
    sent(store)
    store.add_explanation(Key(T, 2024, "seminars"), "本年没有开展", "李四")
    assert questions(store)["placeholder"].status == "explained"
    assert questions(store)["year_mismatch"].status == "open"


def test_a_total_over_several_townships_is_nobodys_to_explain(store):
    both = [figure("leaflets", 900.0, "F5"), figure("leaflets", 800.0, "F6", "霁笙乡")]
    sent(store, both, [problem("total_differs", PERIODS, "F7")])
    assert noted_of(store) == ()
    assert [d.code for _, d in doubts_of_files(store)] == ["total_differs"]


@pytest.mark.parametrize(
    ("cell", "indicator"), [("F2", "seminars"), ("F3", "legal_lectures"), ("F4", None), ("Z2", None), ("¶3:1-2", None)]
)
def test_the_indicator_of_a_cell_is_told_by_its_row(cell, indicator):
    reading = Reading(FILE, "", "return", (), (), tables=(TABLE,))
    assert indicator_at(problem("placeholder", ASKED, cell), reading) == indicator


def test_a_township_the_county_no_longer_has_is_passed_over(store):
    sent(store)
    where = county(store)
    gone = County(where.figures.iloc[:0], where.catalogue, where.roster, noted=where.noted)
    assert find_questions(gone, 2024) == []
