import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
from templates import (
    CATALOGUE,
    NOTE,
    OTHER,
    ROSTER,
    TAG,
    TOWNSHIP,
    VALUE,
    YEAR,
    asked,
    blank,
    filled,
    read_back,
    row_of,
    saved,
    told,
)

from analytics.catalogue import Roster, Township
from analytics.intake.marked import marked_workbook
from analytics.intake.template import LastYear, write_template
from analytics.model import Problem

LAST = {i.id: LastYear(900.0 + n) for n, i in enumerate(CATALOGUE.indicators)}
ALL = {i.id: 11 + n if i.unit != "元" else 35000 for n, i in enumerate(CATALOGUE.indicators)}
TOLD = {id_: f"{value:g}" for id_, value in ALL.items()}


def test_a_filled_form_comes_back_as_it_was_filled_in() -> None:
    reading = read_back(filled(ALL, form=blank(last_year=LAST)))
    assert told(reading) == TOLD
    assert {(f.township, f.year) for f in reading.figures} == {(TOWNSHIP, YEAR)}
    assert reading.problems == ()
    assert [t.layout for t in reading.tables] == ["template"]


def test_a_figure_names_the_cell_it_was_typed_into() -> None:
    (figure,) = [f for f in read_back(filled({"leaflets": 5})).figures if f.indicator == "leaflets"]
    assert (figure.source.sheet, figure.source.cell, figure.source.raw) == (TOWNSHIP, "D31", "5")


def test_blank_is_missing_zero_is_zero_and_words_keep_their_meaning() -> None:
    reading = read_back(filled({"leaflets": 0, "banners": "未统计", "lost_cases": "不适用", "seminars": "无"}))
    states = {f.indicator: (f.state.value, f.value) for f in reading.figures}
    assert len(states) == len(CATALOGUE.indicators)
    assert [states[i] for i in ("leaflets", "banners", "lost_cases", "seminars", "petitions_handled")] == [
        ("reported", 0),
        ("missing", None),
        ("not_applicable", None),
        ("reported", 0),
        ("missing", None),
    ]


def test_what_gets_past_the_protection_is_read_as_anywhere_else() -> None:
    reading = read_back(
        filled({"leaflets": "8万余份", "banners": "约1200", "seminars": "3/4", "legal_lectures": "4场"})
    )
    assert told(reading) == {"leaflets": "≥80000", "banners": "≈1200", "legal_lectures": "4"}
    assert asked(reading) == [("doubtful_number", "D17")]


def test_a_form_nobody_filled_in_is_no_return() -> None:
    reading = read_back(blank(last_year=LAST))
    assert reading.figures == ()
    assert asked(reading) == [("template_blank", None)]


def test_explanations_come_back_at_their_figures() -> None:
    reading = read_back(filled({"leaflets": 5}, {"leaflets": "含上级下发", "banners": "台账遗失"}))
    assert [(e.sheet, e.cell, e.text) for e in reading.explanations] == [
        (TOWNSHIP, "D31", "含上级下发"),
        (TOWNSHIP, "D35", "台账遗失"),
    ]
    assert [(p.code, p.cell, p.message.zh) for p in reading.problems] == [
        ("explanation", "D31", "乡镇说明（F31）：含上级下发"),
        ("explanation", "D35", "乡镇说明（F35）：台账遗失"),
    ]


@pytest.mark.parametrize(
    ("value", "note", "comes", "asks"),
    [
        (80000, "8万余份", "≥80000", ""),
        (80000, "约8万", "≈80000", ""),
        (80000, "约数", "≈80000", ""),
        (80000, "约数，按各村上报累计", "≈80000", ""),
        (80000, "以上", "≥80000", ""),
        (80000, "多次核对", "80000", ""),
        (80000, "其中上级下发3万份", "80000", ""),
        (80000, "约9万", "80000", "explanation_differs"),
        (None, "8万余份", None, "only_explained"),
        (None, "台账遗失", None, ""),
    ],
)
def test_the_explanation_says_how_exact_a_figure_is(value: object, note: str, comes: str | None, asks: str) -> None:
    reading = read_back(filled({"leaflets": value, "banners": 1}, {"leaflets": note}))
    assert told(reading).get("leaflets") == comes
    assert asked(reading) == ([(asks, "D31")] if asks else [])


def test_the_form_fixes_the_scale_of_rates_and_money_and_asks_about_odd_ones() -> None:
    values = {
        "law_exam_pass_rate": 0.5,
        "law_exam_study_rate": 98.5,
        "law_exam_attendance_rate": 1,
        "funds_invested": 3.5,
    }
    reading = read_back(filled(values))
    assert told(reading) == {
        "law_exam_pass_rate": "0.5",
        "law_exam_study_rate": "98.5",
        "law_exam_attendance_rate": "1",
        "funds_invested": "3.5",
    }
    assert sorted(asked(reading)) == [("money_unit", "D13"), ("rate_scale", "D23"), ("rate_scale", "D24")]


def test_a_percent_sign_is_understood() -> None:
    def percent(book: Any) -> None:
        sheet = book.worksheets[0]
        cell = sheet.cell(row_of(sheet, "law_exam_pass_rate"), VALUE)
        cell.value, cell.number_format = 0.985, "0.0%"

    assert told(read_back(filled({}, change=percent))) == {"law_exam_pass_rate": "98.5"}


def drop_hidden_sheet(book: Any) -> None:
    del book["_fazhi"]


def drop_hidden_column(book: Any) -> None:
    for cell in book.worksheets[0]["G"]:
        cell.value = None


@pytest.mark.parametrize("change", [drop_hidden_sheet, drop_hidden_column])
def test_either_place_of_the_identity_is_enough(change: Callable[[Any], object]) -> None:
    reading = read_back(filled(ALL, change=change, form=blank(last_year=LAST)))
    assert (told(reading), reading.problems) == (TOLD, ())
    assert reading.tables[0].layout == "template"


def test_what_is_seen_alone_is_read_by_its_looks_and_last_year_is_never_taken() -> None:
    form = openpyxl.load_workbook(io.BytesIO(filled(ALL, form=blank(last_year=LAST)))).worksheets[0]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in form.iter_rows(max_col=6):
        for cell in line:
            if cell.value is not None:
                sheet[cell.coordinate] = cell.value
    for span in form.merged_cells.ranges:
        sheet.merge_cells(str(span))
    reading = read_back(saved(book))
    assert told(reading) == TOLD
    assert {(f.township, f.year) for f in reading.figures} == {(TOWNSHIP, YEAR)}
    assert asked(reading) == []
    assert reading.tables[0].layout == "form"


def test_last_year_is_never_taken_from_a_copy_that_was_not_filled_in() -> None:
    def strip(book: Any) -> None:
        drop_hidden_sheet(book)
        drop_hidden_column(book)

    reading = read_back(filled({"leaflets": 7}, change=strip, form=blank(last_year=LAST)))
    assert told(reading) == {"leaflets": "7"}
    assert {f.year for f in reading.figures} == {YEAR}


def test_a_row_that_was_moved_takes_its_figure_along() -> None:
    def swap(book: Any) -> None:
        sheet = book.worksheets[0]
        one, two = row_of(sheet, "leaflets"), row_of(sheet, "banners")
        for column in range(1, 8):
            a, b = sheet.cell(one, column), sheet.cell(two, column)
            a.value, b.value = b.value, a.value

    reading = read_back(filled({"leaflets": 80, "banners": 3}, change=swap))
    assert told(reading) == {"leaflets": "80", "banners": "3"}
    assert asked(reading) == []


def test_an_inserted_row_shifts_nothing_and_its_number_is_asked_about() -> None:
    def insert(book: Any) -> None:
        sheet = book.worksheets[0]
        at = row_of(sheet, "leaflets")
        for span in list(sheet.merged_cells.ranges):
            if span.min_row >= at:
                sheet.unmerge_cells(str(span))
        sheet.insert_rows(at)
        sheet.cell(at, 2).value, sheet.cell(at, VALUE).value = "宣传车出动", 9

    reading = read_back(filled(ALL, change=insert))
    assert told(reading) == TOLD
    assert asked(reading) == [("unplaced_numbers", "D31")]


def test_values_that_slid_past_their_names_without_the_hidden_column_are_not_believed() -> None:
    def slide(book: Any) -> None:
        drop_hidden_column(book)
        sheet = book.worksheets[0]
        sheet.insert_rows(9)

    reading = read_back(filled({"leaflets": 80}, change=slide))
    assert told(reading) == {"leaflets": "80"}
    assert ("template_changed", None) in asked(reading)


@pytest.mark.parametrize(
    ("column", "text"), [(2, "发放普法宣传资料（含上年）"), (2, "悬挂横幅标语"), (3, "万份"), (2, None)]
)
def test_a_row_whose_name_or_unit_was_changed_is_left_out_and_asked_about(column: int, text: str | None) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.cell(row_of(sheet, "leaflets"), column).value = text

    reading = read_back(filled({"leaflets": 8, "seminars": 2}, change=change))
    assert told(reading) == {"seminars": "2"}
    assert asked(reading) == [("template_changed", "D31")]
    assert "leaflets" not in {f.indicator for f in reading.figures}


def test_a_wording_that_is_known_to_mean_the_same_is_no_change() -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.cell(row_of(sheet, "leaflets"), 2).value = next(
            w for w in CATALOGUE.by_id["leaflets"].wordings if w != CATALOGUE.by_id["leaflets"].name_zh
        )

    assert told(read_back(filled({"leaflets": 8}, change=change))) == {"leaflets": "8"}


def test_a_deleted_row_is_asked_about() -> None:
    def delete(book: Any) -> None:
        sheet = book.worksheets[0]
        for column in range(1, 8):
            sheet.cell(row_of(sheet, "leaflets") if column < 2 else 31, column).value = None

    reading = read_back(filled({"seminars": 2}, change=delete))
    assert [p.message.zh for p in reading.problems] == ["模板少了这些行：发放普法宣传资料。这些指标没有读取，请核实。"]


def test_a_number_over_merged_cells_belongs_to_nobody() -> None:
    def merge(book: Any) -> None:
        book.worksheets[0].merge_cells("D31:D32")

    reading = read_back(filled({"leaflets": 8, "seminars": 2}, change=merge))
    assert told(reading) == {"seminars": "2"}
    assert ("merged_value", "D31") in asked(reading)


@pytest.mark.parametrize(
    ("cell", "text", "code"),
    [
        ("A1", "示例县霁笙乡2025年度法治建设统计表", "township_mismatch"),
        ("A2", "填报单位：霁笙乡", "township_mismatch"),
        ("A1", "示例县荻砚镇2024年度法治建设统计表", "year_mismatch"),
        ("D2", "填报年度：2024年", "year_mismatch"),
    ],
)
def test_a_changed_township_or_year_is_asked_before_anything_is_filed(cell: str, text: str, code: str) -> None:
    def change(book: Any) -> None:
        book.worksheets[0][cell] = text

    data = filled({"leaflets": 8}, change=change)
    reading = read_back(data)
    assert reading.figures == ()
    assert [c for c, _ in asked(reading)] == [code]
    answered = read_back(data, township=OTHER, year=2024)
    assert {(f.township, f.year) for f in answered.figures} == {(OTHER, 2024)}
    assert asked(answered) == []


@pytest.mark.parametrize(
    ("name", "code"), [("霁笙乡2025年报表.xlsx", "township_mismatch"), ("荻砚镇2026年报表.xlsx", "year_mismatch")]
)
def test_a_file_name_that_says_otherwise_is_asked_about(name: str, code: str) -> None:
    reading = read_back(filled({"leaflets": 8}), name)
    assert (reading.figures, [c for c, _ in asked(reading)]) == ((), [code])


def test_without_a_roster_county_words_before_the_name_do_no_harm() -> None:
    form = write_template(CATALOGUE, TOWNSHIP, YEAR, county="临泽市东城区")
    reading = read_back(filled({"leaflets": 8}, form=form), "临泽市东城区荻砚镇2025年报表.xlsx", roster=None)
    assert (told(reading), asked(reading)) == ({"leaflets": "8"}, [])


def test_a_form_of_a_township_under_its_old_name_is_filed_under_the_new_one() -> None:
    form = write_template(CATALOGUE, "荻砚", YEAR)
    reading = read_back(filled({"leaflets": 8}, form=form))
    assert {f.township for f in reading.figures} == {TOWNSHIP}


def test_a_form_of_a_township_that_is_not_on_the_roster_is_asked_about() -> None:
    roster = Roster((Township("09", "槭穹乡"),))
    reading = read_back(filled({"leaflets": 8}), roster=roster)
    assert (reading.figures, [c for c, _ in asked(reading)]) == ((), ["unknown_township"])


def test_forms_of_several_townships_gathered_in_one_workbook_each_keep_their_own() -> None:
    def gather(book: Any) -> None:
        other = openpyxl.load_workbook(io.BytesIO(write_template(CATALOGUE, OTHER, YEAR, code="02"))).worksheets[0]
        copy = book.create_sheet(OTHER)
        for line in other.iter_rows():
            for cell in line:
                copy[cell.coordinate] = cell.value
        copy.cell(row_of(copy, "leaflets"), VALUE).value = 9

    reading = read_back(filled({"leaflets": 8}, change=gather), "荻砚镇等两个乡镇2025年.xlsx")
    found = {(f.township, f.value) for f in reading.figures if f.indicator == "leaflets"}
    assert found == {(TOWNSHIP, 8), (OTHER, 9)}
    assert asked(reading) == []


def test_another_table_beside_the_form_is_still_read_by_its_looks() -> None:
    def beside(book: Any) -> None:
        sheet = book.create_sheet("补充")
        for line in (["2024年度荻砚镇补报表"], ["序号", "指标名称", "单位", "数量"], [1, "法治讲座", "场", 6]):
            sheet.append(line)

    reading = read_back(filled({"leaflets": 8}, change=beside))
    found = {(f.year, f.indicator, f.value) for f in reading.figures if f.value is not None}
    assert found == {(2025, "leaflets", 8), (2024, "legal_lectures", 6)}


def test_a_second_value_for_the_same_figure_in_another_table_is_asked_about() -> None:
    def beside(book: Any) -> None:
        sheet = book.create_sheet("补充")
        for line in (["2025年度荻砚镇补报表"], ["序号", "指标名称", "单位", "数量"], [1, "法治讲座", "场", 6]):
            sheet.append(line)

    reading = read_back(filled({"legal_lectures": 8}, change=beside))
    assert "legal_lectures" not in told(reading)
    assert "two_values" in {code for code, _ in asked(reading)}


def test_changed_headings_hand_the_form_to_the_ordinary_reader_with_a_question() -> None:
    def change(book: Any) -> None:
        book.worksheets[0]["D4"] = "数量"

    reading = read_back(filled(ALL, change=change, form=blank(last_year=LAST)))
    assert told(reading) == TOLD
    assert [code for code, _ in asked(reading)] == ["template_changed"]


def test_a_hidden_row_is_left_out_and_said_so() -> None:
    def hide(book: Any) -> None:
        book.worksheets[0].row_dimensions[31].hidden = True

    reading = read_back(filled({"leaflets": 8, "seminars": 2}, change=hide))
    assert told(reading) == {"seminars": "2"}
    assert [p.code for p in reading.problems] == ["hidden_cells"]


def test_a_form_saved_as_csv_is_still_known() -> None:
    book = openpyxl.load_workbook(io.BytesIO(filled({"leaflets": 8}, {"leaflets": "含上级下发"})))
    lines = [
        ",".join("" if v is None else '"' + str(v) + '"' for v in line)
        for line in book.worksheets[0].iter_rows(values_only=True)
    ]
    reading = read_back("\r\n".join(lines).encode("gb18030", "replace"), "报表.csv")
    assert (told(reading), asked(reading)) == ({"leaflets": "8"}, [])
    assert [t.layout for t in reading.tables] == ["template"]
    assert [e.text for e in reading.explanations] == ["含上级下发"]


def test_a_hidden_sheet_that_was_tampered_with_hurts_nothing() -> None:
    def tamper(book: Any) -> None:
        book["_fazhi"]["A3"] = "?"
        book["_fazhi"]["B5"] = "-1"

    assert told(read_back(filled({"leaflets": 8}, change=tamper))) == {"leaflets": "8"}


def test_notes_alone_are_an_answer() -> None:
    reading = read_back(filled({}, {"leaflets": "台账遗失"}))
    assert len(reading.figures) == len(CATALOGUE.indicators)
    assert asked(reading) == []


def test_the_roster_and_columns_of_these_tests_are_those_of_the_form() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(blank())).worksheets[0]
    assert [sheet.cell(4, c).value for c in (VALUE, NOTE - 1)] == ["本年数", "备注"]
    assert [sheet.cell(5, c).value for c in (NOTE, TAG)] == ["说明", "fazhi-columns"]
    assert ROSTER.names == (TOWNSHIP, OTHER)


def test_a_form_that_was_marked_and_sent_again_is_still_a_form() -> None:
    data = filled({"leaflets": "3/4", "seminars": 2}, {"seminars": "含线上"})
    made_at = datetime(2026, 1, 9, tzinfo=UTC)
    marked = marked_workbook(data, "报表.xlsx", read_back(data).problems, made_at=made_at, isolated=False)
    assert not isinstance(marked, Problem)
    book = openpyxl.load_workbook(io.BytesIO(marked[0]))
    book[TOWNSHIP].cell(31, VALUE).value = 34
    reading = read_back(saved(book))
    assert told(reading) == {"leaflets": "34", "seminars": "2"}
    assert asked(reading) == []
    assert reading.tables[0].layout == "template"


@pytest.mark.parametrize(
    "tag",
    [
        "fazhi-template",
        "fazhi-template|1|" + "9" * 5000 + "|01|荻砚镇",
        "fazhi-template|1|2025|01|",
        "fazhi-template|²|٢|x|y",
    ],
)
def test_a_damaged_mark_makes_an_ordinary_return_of_the_form(tag: str) -> None:
    def damage(book: Any) -> None:
        book.worksheets[0]["G1"] = tag
        book["_fazhi"]["A1"] = tag
        book["_fazhi"]["B3"] = "9" * 5000

    reading = read_back(filled({"leaflets": 8}, change=damage, form=blank(last_year=LAST)))
    assert told(reading) == {"leaflets": "8"}
    assert reading.tables[0].layout == "form"
