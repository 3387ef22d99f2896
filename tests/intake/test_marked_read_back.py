import csv
import hashlib
import io

import messy_files
import pytest
from marked_books import (
    AT,
    NAME,
    RESULTS,
    explained,
    lines,
    marked,
    opened,
    original,
    read,
    said,
    saved,
    with_results,
    without_place,
)
from openpyxl.comments import Comment

from analytics import intake
from analytics.intake.marked import marked_workbook
from analytics.intake.marked.signs import LIST_SHEET, MARKER_SHEET
from analytics.model import Problem, Severity
from analytics.text import Text

ESTIMATE = ("统计表", "D6", "doubtful_number", "估计数")


def test_a_marked_workbook_reads_as_the_original_does():
    data = original()
    made, name = marked(data)
    assert without_place(read(made, name)) == without_place(read(data))
    assert read(made, name).explanations == ()
    assert read(made, name).sha256 == hashlib.sha256(made).hexdigest() != read(data).sha256


def test_what_was_typed_comes_back_with_its_cell():
    made, name = marked(original())
    again = read(explained(made, {"D6": " 估计数\n"}), name)
    assert said(again) == {ESTIMATE}
    assert without_place(again) == without_place(read(original()))


def test_it_comes_back_through_the_worker_too():
    data = original()
    made = marked_workbook(data, NAME, read(data).problems, made_at=AT)
    assert isinstance(made, tuple)
    again = intake.read_bytes(explained(made[0], {"D6": "估计数"}), made[1])
    assert said(again) == {ESTIMATE}


def test_the_explanation_goes_along_when_rows_are_inserted_and_the_sheet_is_renamed():
    made, name = marked(original())
    book = opened(explained(made, {"D6": "估计数"}))
    sheet = book["统计表"]
    comment, value = sheet["D6"].comment.text, sheet["D6"].value
    sheet["D6"].comment, sheet["D6"].value = None, 400
    sheet["D12"].value, sheet["D12"].comment = value, Comment(comment, "")
    sheet.title = "新表"
    again = read(saved(book), name)
    assert said(again) == {("新表", "D12", "doubtful_number", "估计数")}


def test_a_place_that_can_no_longer_be_told_is_not_guessed():
    made, name = marked(original())
    book = opened(explained(made, {"D6": "估计数", "D5": "写错了"}))
    sheet = book["统计表"]
    sheet["D9"].comment = Comment(sheet["D5"].comment.text, "")
    sheet["D5"].comment = sheet["D6"].comment = None
    again = read(saved(book), name)
    assert said(again) == {("统计表", "D9", "doubtful_number", "写错了"), ("统计表", "", "doubtful_number", "估计数")}


def test_comments_that_were_all_removed_leave_the_places_of_the_list():
    made, name = marked(original())
    book = opened(explained(made, {"D6": "估计数"}))
    for row in book["统计表"].iter_rows():
        for cell in row:
            if cell.value is not None:
                cell.comment = None
    assert said(read(saved(book), name)) == {ESTIMATE}


def test_without_the_hidden_sheet_the_list_alone_is_enough():
    made, name = marked(original())
    book = opened(explained(made, {"D6": "估计数"}))
    book.remove(book[MARKER_SHEET])
    again = read(with_results(saved(book), RESULTS), name)
    assert said(again) == {("统计表", "D6", "", "估计数")}
    assert without_place(again) == without_place(read(original()))


def test_one_explanation_beside_a_group_explains_every_cell_of_it():
    words = Text("请核实。", "")
    problems = [Problem(Severity.QUESTION, "odd", words, "统计表", f"D{row}") for row in (4, 5, 6)]
    data = original()
    made = marked_workbook(data, NAME, problems, made_at=AT, isolated=False)
    book = opened(made[0])
    head, *members = lines(book)
    book[LIST_SHEET].cell(head["row"], 6, "全年停办")
    book[LIST_SHEET].cell(members[1]["row"], 6, 2024)
    assert said(read(saved(book), made[1])) == {
        ("统计表", "D4", "odd", "全年停办"),
        ("统计表", "D5", "odd", "2024"),
        ("统计表", "D6", "odd", "全年停办"),
    }


def test_a_list_in_another_order_means_the_same():
    made, name = marked(original())
    book = opened(explained(made, {"D6": "估计数"}))
    sheet = book[LIST_SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(5, 7)]
    for row, values in zip(sheet.iter_rows(5, 7), reversed(rows), strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value
    assert said(read(saved(book), name)) == {ESTIMATE}


def test_marking_a_marked_workbook_again_takes_the_old_marks_off_first():
    once, name = marked(original())
    typed = explained(once, {"D6": "估计数"})
    twice, again = marked(typed, name)
    assert again == name
    book = opened(twice)
    assert book.sheetnames == opened(once).sheetnames
    for place in ("D5", "D6"):
        assert book["统计表"][place].comment.text == opened(once)["统计表"][place].comment.text
    assert [x["说明（请在此填写）"] for x in lines(book) if x["单元格"] == "D6"] == ["估计数"]
    clean = marked_workbook(twice, name, [], made_at=AT, isolated=False)
    sheet, first = opened(clean[0])["统计表"], opened(original())["统计表"]
    assert sheet["D5"].comment.text == "见台账"
    assert sheet["D6"].comment is None
    assert fills(sheet) == fills(first)
    assert opened(clean[0], data_only=True)["统计表"]["D7"].value == 50


def fills(sheet):
    return {c.coordinate: (c.fill.fill_type, c.fill.fgColor.rgb) for row in sheet.iter_rows() for c in row}


def as_csv(encoding):
    out = io.StringIO()
    rows = [[cell.value for cell in row] for row in opened(original(), data_only=True)["统计表"].iter_rows(max_col=5)]
    csv.writer(out).writerows(["" if value is None else value for value in row] for row in rows)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_text_table_comes_as_a_copy_that_reads_alike(encoding):
    data, name = as_csv(encoding), "荻砚镇2024年统计表.csv"
    made, marked_name = marked(data, name)
    assert marked_name == "荻砚镇2024年统计表（待核对）.xlsx"
    book = opened(made)
    assert book.sheetnames == [LIST_SHEET, "荻砚镇2024年统计表", MARKER_SHEET]
    assert "副本" in book[LIST_SHEET]["A3"].value
    assert book["荻砚镇2024年统计表"]["E5"].data_type == "s"
    assert "待核对" in book["荻砚镇2024年统计表"]["D6"].comment.text
    again = read(explained(made, {"D6": "估计数"}), marked_name)
    assert without_place(again) == without_place(read(data, name))
    assert {(e.cell, e.text) for e in again.explanations} == {("D6", "估计数")}


FORMATS = {
    "xls": messy_files.xls,
    "ods": messy_files.ods,
    "html": lambda: messy_files.html("gb18030"),
    "xml": messy_files.xml2003,
    "strict": messy_files.strict_xlsx,
    "wps": messy_files.wps_xlsx,
    "prefixed": messy_files.prefixed_xlsx,
    "encrypted": lambda: messy_files.encrypted_xlsx("VelvetSweatshop"),
}


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_every_format_comes_back_as_what_it_said(made):
    data, name = made(), "岘山镇2023年.xls"
    book, marked_name = marked(data, name)
    assert marked_name == "岘山镇2023年（待核对）.xlsx"
    assert without_place(read(book, marked_name)) == without_place(read(data, name))


@pytest.mark.parametrize("stem", ["荻砚镇2024年统计表" * 4, "荻砚镇[2024年]统计表", "荻砚镇2024年/统计表"])
def test_a_file_name_that_no_sheet_can_have_does_not_become_half_a_name(stem):
    data = as_csv("utf-8")
    made, name = marked(data, f"{stem}.csv")
    assert without_place(read(made, name)) == without_place(read(data, f"{stem}.csv"))


def test_a_sheet_that_only_looks_like_a_list_is_read():
    book = opened(original())
    book["统计表"].title = LIST_SHEET
    plain = read(with_results(saved(book), RESULTS))
    assert without_place(plain) == without_place(read(original()))
    assert plain.explanations == ()
