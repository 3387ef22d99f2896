import io
import zipfile

import openpyxl
import pytest
from marked_books import AT, NAME, a_return, lines, marked, opened, original, read, saved

from analytics.intake.marked import marked_workbook
from analytics.intake.marked.signs import LIST_SHEET, MARKER_SHEET
from analytics.intake.problems import grouped
from analytics.model import Explanation, Problem, Severity
from analytics.text import Text

RED, YELLOW = "FFFFC7CE", "FFFFF2A8"


def problem(severity=Severity.QUESTION, code="odd", words="请核实。", sheet="统计表", cell="D7"):
    return Problem(severity, code, Text(words, words), sheet, cell)


def made_with(data, problems, name=NAME, **more):
    made = marked_workbook(data, name, problems, made_at=AT, isolated=False, **more)
    assert isinstance(made, tuple)
    return opened(made[0])


def styles(cell):
    return [cell.number_format, *map(repr, (cell.font, cell.border, cell.alignment, cell.protection))]


def test_nothing_but_the_marks_has_changed():
    data = original()
    made, name = marked(data)
    assert name == "荻砚镇2024年（待核对）.xlsx"
    for values in (False, True):
        before, after = opened(data, data_only=values), opened(made, data_only=values)
        assert after.sheetnames == [LIST_SHEET, *before.sheetnames, MARKER_SHEET]
        for sheet in before.worksheets:
            same = after[sheet.title]
            assert same.sheet_state == sheet.sheet_state
            assert {str(r) for r in same.merged_cells.ranges} == {str(r) for r in sheet.merged_cells.ranges}
            assert {k: (d.width, d.hidden) for k, d in same.column_dimensions.items()} == {
                k: (d.width, d.hidden) for k, d in sheet.column_dimensions.items()
            }
            assert {k: d.height for k, d in same.row_dimensions.items() if d.height} == {
                k: d.height for k, d in sheet.row_dimensions.items() if d.height
            }
            for row in sheet.iter_rows():
                for cell in row:
                    other = same[cell.coordinate]
                    assert (other.value, other.data_type) == (cell.value, cell.data_type)
                    assert styles(other) == styles(cell)
                    doubtful = other.comment is not None and "待核对" in other.comment.text
                    assert doubtful or repr(other.fill) == repr(cell.fill)


def test_results_of_formulas_are_there_before_an_office_program_computes_them():
    made, _ = marked(original())
    assert opened(made, data_only=True)["统计表"]["D7"].value == 50
    assert opened(made)["统计表"]["D7"].value == "=SUM(H4:H5)"


def test_numbers_stay_as_they_are_written_to_the_last_character():
    data = original()
    odd = {b"<v>20</v>": b"<v>20.000000000000000</v>", b"<v>0.255</v>": b"<v>0.25500000000000001</v>"}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            for usual, written in odd.items() if name.endswith("sheet1.xml") else ():
                assert usual in content
                content = content.replace(usual, written)
            after.writestr(name, content)
    made, _ = marked(out.getvalue())
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        text = b"".join(package.read(n) for n in package.namelist() if n.startswith("xl/worksheets/"))
    assert all(written in text for written in odd.values())


def test_doubtful_cells_are_filled_and_commented_and_old_comments_are_kept():
    sheet = opened(marked(original())[0])["统计表"]
    assert sheet["D6"].fill.fgColor.rgb == YELLOW
    assert "几个数" in sheet["D6"].comment.text
    assert sheet["D5"].comment.text.startswith("见台账\n【待核对 ")
    assert sheet["D5"].comment.author == "镇上"


def test_an_error_outweighs_a_question_and_a_note_leaves_the_cell_alone():
    problems = [problem(), problem(Severity.ERROR, "bad", "不能用。"), problem(Severity.NOTE, cell="D8")]
    book = made_with(original(), problems)
    assert book["统计表"]["D7"].fill.fgColor.rgb == RED
    assert book["统计表"]["D7"].comment.text == "【待核对 1】不能用。\n【待核对 2】请核实。"
    assert book["统计表"]["D8"].comment is None
    assert [line["类别"] for line in lines(book)] == ["错误", "待确认", "提示"]


def test_every_line_leads_to_its_cell():
    book = opened(marked(original())[0])
    line = next(line for line in lines(book) if line["单元格"] == "D6")
    link = book[LIST_SHEET].cell(line["row"], 3).hyperlink
    assert (link.location, link.target) == ("'统计表'!D6", None)
    assert (line["工作表"], line["原文"]) == ("统计表", "4、5百")


def test_only_the_list_is_selected_when_the_file_opens():
    book = opened(marked(original())[0])
    assert book.active.title == LIST_SHEET
    assert [s.title for s in book.worksheets if s.sheet_view.tabSelected] == [LIST_SHEET]
    assert book[MARKER_SHEET].sheet_state == "veryHidden"


def test_equal_problems_are_grouped_under_one_line():
    same = [problem(cell=f"D{row}", words=f"写的是“{row}册”：请核实。") for row in (4, 5, 6)]
    book = made_with(original(), [*same, problem(code="other")])
    listed = lines(book)
    assert [line["序号"] for line in listed] == ["1", "1-1", "1-2", "1-3", "2"]
    assert "同类 3 处" in listed[0]["问题"]
    assert [line["单元格"] for line in listed[1:4]] == ["D4", "D5", "D6"]


def test_groups_keep_errors_before_questions_before_notes_and_tell_sheets_apart():
    problems = [
        problem(Severity.NOTE, cell=None),
        problem(cell="D4"),
        problem(cell="D5", sheet="说明"),
        problem(Severity.ERROR),
        problem(cell="D9"),
    ]
    groups = grouped(problems)
    assert [(g.severity, g.sheet, g.cells) for g in groups] == [
        (Severity.ERROR, "统计表", ("D7",)),
        (Severity.QUESTION, "统计表", ("D4", "D9")),
        (Severity.QUESTION, "说明", ("D5",)),
        (Severity.NOTE, "统计表", ()),
    ]
    assert groups[1].same_words


@pytest.mark.parametrize("named", ["D4:D6", "D4、D5、D6", "D4,D5;D6"])
def test_a_problem_of_several_cells_marks_each(named):
    sheet = made_with(original(), [problem(cell=named)])["统计表"]
    assert [sheet[f"D{row}"].fill.fgColor.rgb for row in (4, 5, 6)] == [YELLOW] * 3


def test_a_cell_inside_a_merged_range_is_marked_where_it_is_seen():
    book = made_with(original(), [problem(cell="C1")])
    assert "请核实" in book["统计表"]["A1"].comment.text


@pytest.mark.parametrize("cell", ["¶12:34-41", "XYZ", "", "A1:", "ZZZ9999999"])
def test_a_place_that_is_no_cell_is_listed_and_harms_nothing(cell):
    problems = [problem(cell=cell), problem(sheet="没有这张表"), problem(sheet=None, cell=None)]
    assert len(lines(made_with(original(), problems))) >= 3


def test_nothing_a_stranger_writes_becomes_a_formula():
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1"]
    book = a_return()
    for row, text in enumerate(hostile, start=4):
        cell = book["统计表"].cell(row, 4, text)
        cell.data_type = "s"
    data = saved(book)
    problems = [problem(cell=f"D{row}", words=text, code=text) for row, text in enumerate(hostile, start=4)]
    explained = [Explanation("统计表", "D4", "=1+1", "=2+2")]
    made = made_with(data, problems, explained=explained)
    assert [c.coordinate for s in made.worksheets for row in s.iter_rows() for c in row if c.data_type == "f"] == []
    assert made["统计表"]["D4"].value == "=1+1"
    listed = lines(made)
    assert listed[0]["原文"] == "=1+1"
    assert listed[0]["说明（请在此填写）"] == "=2+2"


def test_what_editing_may_lose_is_said():
    book = a_return()
    book.create_chartsheet("图").add_chart(openpyxl.chart.BarChart())
    told = opened(marked(saved(book))[0])[LIST_SHEET]["A3"].value
    assert "图表工作表" in told
    assert opened(marked(original())[0])[LIST_SHEET]["A3"].value is None


def test_the_list_prints_on_landscape_pages_as_wide_as_one():
    sheet = opened(marked(original())[0])[LIST_SHEET]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4"


def test_a_township_that_has_a_list_of_that_name_keeps_it():
    book = a_return()
    book.create_sheet(LIST_SHEET)["A1"] = "我们自己的清单"
    made, name = marked(saved(book))
    after = opened(made)
    assert after.sheetnames[0] == f"{LIST_SHEET}(2)"
    assert after[LIST_SHEET]["A1"].value == "我们自己的清单"
    assert read(made, name).figures


def test_a_file_without_problems_says_so():
    book = made_with(original(), [])
    assert "没有需要核对的问题" in str(book[LIST_SHEET]["A5"].value)


def test_a_file_that_cannot_be_opened_is_refused_in_words():
    refused = marked_workbook(b"%PDF-1.7", "a.pdf", [], made_at=AT)
    assert isinstance(refused, Problem)
    assert "PDF" in refused.message.zh


def test_a_macro_workbook_stays_one():
    data = original()
    out = io.BytesIO()
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
            after.writestr(name, before.read(name).replace(kind, macro))
        after.writestr("xl/vbaProject.bin", b"macros")
    made, name = marked(out.getvalue(), "荻砚镇2024年.xlsm")
    assert name == "荻砚镇2024年（待核对）.xlsm"
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("xl/vbaProject.bin") == b"macros"
        assert b"macroEnabled" in package.read("[Content_Types].xml")


def test_headings_nobody_knows_are_counted_apart_from_what_is_to_be_confirmed():
    problems = [problem(cell="D4"), problem(cell="C3", code="unknown_heading", words="不认识表头。")]
    said = made_with(original(), problems)[LIST_SHEET]["A2"].value
    assert "待确认 1 处，没认出的表头 1 个。" in said
