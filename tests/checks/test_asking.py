from datetime import date

import pytest

from analytics.checks.asking import Doubt, demands, doubt_of, letter, letters, place_text, reminder, spoken_of
from analytics.model import Evidence, Figure, Finding, Problem, Qualifier, Severity, Source, State
from analytics.text import Text, say, where

DUE = date(2026, 1, 31)


def figure(township, year, cell, sheet="表一"):
    return Figure(township, year, "leaflets", 5.0, Qualifier.EXACT, State.REPORTED, "份", Source(sheet, cell, "5"))


def problem(cell, sheet="表一"):
    return Problem(Severity.QUESTION, "doubtful_number", Text("写的是“若干”。", "It says “若干”."), sheet, cell)


ROWS = [figure("甲镇", 2025, "B3"), figure("甲镇", 2025, "C3"), figure("乙镇", 2025, "B4"), figure("乙镇", 2025, "C4")]
COLUMNS = [
    figure("甲镇", 2024, "B3"),
    figure("乙镇", 2024, "C3"),
    figure("甲镇", 2025, "B4"),
    figure("乙镇", 2025, "C4"),
]


@pytest.mark.parametrize(
    ("figures", "cell", "sheet", "said"),
    [
        ([figure("甲镇", 2025, "B3")], "K9", "表一", ("甲镇", 2025)),
        (ROWS, "D4", "表一", ("乙镇", 2025)),
        (ROWS, "A1", "表一", ("", 2025)),
        (ROWS, "B9", "表一", ("", 2025)),
        (COLUMNS, "C9", "表一", ("乙镇", None)),
        (COLUMNS, "B3", "表一", ("甲镇", 2024)),
        ([*ROWS, figure("丙镇", 2025, "B2", "表二")], "B7", "表二", ("丙镇", 2025)),
        ([], "B7", "表二", ("", None)),
        (ROWS, None, "表一", ("", 2025)),
        (ROWS, "¶3:1-4", None, ("", 2025)),
    ],
)
def test_a_cell_is_asked_about_only_where_it_is_sure_whose_it_is(figures, cell, sheet, said):
    assert spoken_of(problem(cell, sheet), figures) == said


def question(*evidence):
    return Finding(
        "question",
        "jump",
        "甲镇",
        2025,
        ("leaflets",),
        "high",
        1,
        2,
        evidence,
        Text("请核实。", "Please check."),
        Text("", ""),
    )


def at(township, year, cell, file="甲.xlsx", sheet="表一"):
    return Evidence(township, year, "leaflets", 5.0, "exact", file, sheet, cell)


def test_a_question_names_the_townships_own_cells_of_that_year():
    doubt = doubt_of(
        question(at("甲镇", 2025, "B3"), at("甲镇", 2024, "B9"), at("乙镇", 2025, "C3"), at("甲镇", 2025, "B4")),
        explained=False,
    )
    assert place_text(doubt) == "《甲.xlsx》“表一”表 B3、B4 格"
    assert place_text(doubt, "en") == "“甲.xlsx”, sheet “表一”, B3, B4"


def test_a_question_about_what_nobody_sent_has_no_place():
    doubt = doubt_of(question(at("甲镇", 2025, None, None, None)), explained=False)
    assert place_text(doubt) == ""
    assert letter("甲镇", 2025, [doubt]).splitlines()[1] == "1. 请核实。"


def doubt(text, township="甲镇", explained=False, cells=("B3",)):
    return Doubt(township, "cell", Text(text, text), "甲.xlsx", "表一", cells, explained)


def test_a_letter_numbers_what_is_open_with_its_place_and_leaves_out_what_is_explained():
    said = letter("甲镇", 2025, [doubt("一。"), doubt("二。", explained=True), doubt("三。")], ["宣传资料"])
    assert said == (
        "请甲镇核实2025年度报表：\n"
        "1. 一。（出处：《甲.xlsx》“表一”表 B3 格）\n"
        "2. 三。（出处：《甲.xlsx》“表一”表 B3 格）\n"
        "3. 2025年有 1 项没有数据，请补报：宣传资料。\n"
        "有误的请更正后重新报送，无误的请说明原因。"
    )


def test_nothing_to_ask_is_no_letter():
    assert letter("甲镇", 2025, [doubt("一。", explained=True)]) == ""
    assert letters(["甲镇", "乙镇"], 2025, [doubt("一。", "乙镇")], {}).keys() == {"乙镇"}


def test_of_many_cells_a_few_are_named_and_of_what_to_send_everything():
    said = letter("甲镇", 2025, [doubt("一。", cells=("A1", "A2", "A3", "A4", "A5"))], [f"指标{k}" for k in range(30)])
    assert "A4 等 5 处" in said
    assert "A5" not in said
    assert f"有 30 项没有数据，请补报：{'、'.join(f'指标{k}' for k in range(30))}。" in said


def test_the_reminder_names_deadline_and_townships():
    said = reminder(["甲镇", "乙镇"], 2025, DUE, date(2026, 1, 20), "示例县")
    assert said.splitlines()[:4] == [
        "示例县2025年度法治建设报表催报",
        "上报截止日：2026-01-31。",
        "截至 2026-01-20，以下 2 个乡镇还没有报送：",
        "甲镇、乙镇",
    ]
    assert "请在截止日前报送" in said
    assert "已过 10 天" in reminder(["甲镇"], 2025, DUE, date(2026, 2, 10), "示例县")


def test_nobody_is_reminded_when_all_have_reported():
    assert reminder([], 2025, DUE, DUE, "示例县") == ""


def test_a_place_in_prose_is_told_by_its_paragraph():
    doubt = Doubt("甲镇", "question", say("甲镇有疑问。"), "甲镇报告.docx", "", ("¶3:0-61", "¶3:70-80", "¶12:4-9"))
    assert place_text(doubt) == "《甲镇报告.docx》第 3 段、第 12 段"
    assert place_text(doubt, "en") == "“甲镇报告.docx”, Paragraph 3, Paragraph 12"


def test_what_is_asked_of_several_cells_in_the_same_words_is_asked_once():
    said = letter("甲镇", 2025, [doubt("单位不对。", cells=("D4",)), doubt("一。"), doubt("单位不对。", cells=("D9",))])
    assert said.splitlines()[1:3] == [
        "1. 单位不对。（出处：《甲.xlsx》“表一”表 D4、D9 格，同类共 2 处）",
        "2. 一。（出处：《甲.xlsx》“表一”表 B3 格）",
    ]


def test_many_demands_of_a_kind_about_one_sheet_are_one_of_them_and_how_many():
    asked = [doubt(f"第{n}个村写的是“若干”。", cells=(f"C{n}",)) for n in range(1, 41)]
    said = letter("甲镇", 2025, asked)
    assert said.count("若干") == 1
    assert "“表一”表 C1、C2、C3、C4 等 40 处）" in said
    assert len(letter("甲镇", 2025, asked[:3]).splitlines()) == 5


def test_questions_of_rules_stay_one_by_one_whatever_they_say():
    asked = [
        Doubt("甲镇", "question", Text("请核实。", ""), "甲.xlsx", "表一", (f"B{n}",), code="jump") for n in range(6)
    ]
    assert len(demands(asked)) == 6


def test_the_townships_letter_does_not_name_the_offices_folder():
    one = Doubt("甲镇", "cell", Text("一。", ""), "2025/报来/甲.xlsx", "表一", ("B3",))
    assert "（出处：《甲.xlsx》“表一”表 B3 格）" in letter("甲镇", 2025, [one])
    assert place_text(one).startswith("《2025/报来/甲.xlsx》")


@pytest.mark.parametrize(
    ("cells", "sheet", "file", "zh", "en"),
    [
        (["H8"], "2024年", "甲.xlsx", "《甲.xlsx》“2024年”表 H8 格", "“甲.xlsx”, sheet “2024年”, H8"),
        (["H8"], "2024年", "", "“2024年”表 H8 格", "sheet “2024年”, H8"),
        (["D2:D9"], "甲", "甲.csv", "《甲.csv》D2:D9 格", "“甲.csv”, D2:D9"),
        ([], "甲", "x/甲.csv", "《x/甲.csv》", "“x/甲.csv”"),
        ([""], "", "", "", ""),
    ],
)
def test_a_place_is_named_as_people_say_it(cells, sheet, file, zh, en):
    assert (where(cells, sheet, file), where(cells, sheet, file, "en")) == (zh, en)


def test_what_may_stand_under_a_heading_nobody_knows_is_not_flatly_asked_for_again():
    said = letter("甲镇", 2025, [], ["学法场次", "宣传资料"], headings=["上课学员合计到课情况"])
    assert "有2项指标在报表中没有对上：学法场次、宣传资料。报表里另有1个表头没有认出（“上课学员合计到课情况”）" in said
    assert "不必重报；确未报送的请补报" in said
    assert "没有数据" not in said
    many = letter("甲镇", 2025, [], ["学法场次"], headings=[f"表头{k}" for k in range(6)])
    assert "“表头0”、“表头1”、“表头2”等6个表头没有认出" in many
    assert letter("甲镇", 2025, [], [], headings=["表头"]) == ""


def test_a_township_with_a_work_report_alone_is_reminded_of_its_return():
    due, today = date(2026, 1, 31), date(2026, 1, 20)
    said = reminder(["甲镇"], 2025, due, today, "示例县", told=["乙镇", "丙镇"])
    assert "以下 1 个乡镇还没有报送：\n甲镇\n" in said
    assert "以下 2 个乡镇没有收到报表（只有工作报告），请补报报表：\n乙镇、丙镇\n" in said
    assert "还没有报送" not in reminder([], 2025, due, today, "示例县", told=["乙镇"])
    assert reminder([], 2025, due, today, "示例县") == ""
