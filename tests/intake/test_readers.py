"""Every file format becomes the same grid."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import messy_files as messy
import openpyxl
import pytest
from openpyxl.comments import Comment

from analytics.intake.grid import Cell, Merge, Sheet, Workbook
from analytics.intake.readers import notes, read_workbook
from analytics.model import Problem

FIRST_OF_MAY = datetime(2023, 5, 1)

SPREADSHEETS = {
    "xlsx": messy.xlsx,
    "strict xlsx": messy.strict_xlsx,
    "WPS xlsx": messy.wps_xlsx,
    "prefixed xlsx": messy.prefixed_xlsx,
    "xls": messy.xls,
    "ods": messy.ods,
    "XML 2003": messy.xml2003,
    "HTML in UTF-8": lambda: messy.html("utf-8"),
    "HTML in GBK": lambda: messy.html("gbk"),
}
TEXTS = {
    "CSV in UTF-8": lambda: messy.delimited("utf-8"),
    "CSV in UTF-8 with mark": lambda: messy.delimited("utf-8-sig"),
    "CSV in GBK": lambda: messy.delimited("gbk"),
    "CSV in GB18030": lambda: messy.delimited("gb18030"),
    "CSV in UTF-16": lambda: messy.delimited("utf-16"),
    "CSV in UTF-16 without mark": lambda: messy.delimited("utf-16-le"),
    "TSV in UTF-16": lambda: messy.delimited("utf-16", "\t"),
    "semicolons in GBK": lambda: messy.delimited("gbk", ";"),
    "full-width commas": lambda: messy.delimited("gb18030", "，"),
}


def read(data: bytes, name: str = "报表.xls") -> Workbook:
    book = read_workbook(data, name)
    assert isinstance(book, Workbook), book
    return book


def only_sheet(data: bytes) -> Sheet:
    (sheet,) = read(data).sheets
    return sheet


def only_cell(book: openpyxl.Workbook, name: str = "A1") -> Cell:
    return next(cell for cell in only_sheet(messy.saved(book)) if cell.name == name)


def refused(data: bytes, name: str = "报表.xlsx") -> str:
    problem = read_workbook(data, name)
    assert isinstance(problem, Problem)
    assert name in problem.message.zh
    assert name in problem.message.en
    return problem.code


@pytest.mark.parametrize("kind", [*SPREADSHEETS, *TEXTS])
def test_every_format_gives_the_same_grid(kind: str) -> None:
    sheet = only_sheet({**SPREADSHEETS, **TEXTS}[kind]())
    assert {(cell.row, cell.column): cell.shown for cell in sheet} == messy.SHOWN


@pytest.mark.parametrize("kind", SPREADSHEETS)
def test_merged_ranges_and_hidden_rows_are_known(kind: str) -> None:
    sheet = only_sheet(SPREADSHEETS[kind]())
    assert sheet.merges == (Merge(0, 0, 0, 3),)
    assert sheet.hidden_rows == {messy.HIDDEN_ROW}
    assert not sheet.hidden


@pytest.mark.parametrize("kind", ["xlsx", "strict xlsx", "xls", "ods", "XML 2003"])
def test_numbers_keep_their_value_beside_what_is_shown(kind: str) -> None:
    cells = only_sheet(SPREADSHEETS[kind]()).cells
    assert cells[(2, 3)].value == 80000
    assert cells[messy.PERCENT].value == 0.255
    assert cells[messy.PERCENT].shown == "25.5%"


def test_a_text_table_keeps_every_value_as_text() -> None:
    assert {type(cell.value) for cell in only_sheet(messy.delimited("gbk"))} == {str}


def test_the_name_counts_for_nothing() -> None:
    assert read(messy.xlsx(), "a.csv").format == "xlsx"
    assert read(messy.delimited("gbk"), "a.xls").format == "csv"
    assert read(messy.html("gbk"), "a.xlsx").format == "html"


def test_hidden_sheets_and_columns_of_a_workbook_are_known() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active.column_dimensions.group("C", "E", hidden=True)
    book.create_sheet("上年")["A1"] = 2
    book["上年"].sheet_state = "veryHidden"
    first, second = read(messy.saved(book)).sheets
    assert first.hidden_columns == {2, 3, 4}
    assert (first.hidden, second.hidden) == (False, True)


def test_hidden_columns_of_an_old_workbook_are_known() -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    sheet.write(0, 0, 1)
    sheet.col(2).hidden = True
    assert only_sheet(messy.saved(book)).hidden_columns == {2}


def test_a_formula_never_computed_has_no_value() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 2
    book.active["A2"] = "=A1*2"
    cell = only_cell(book, "A2")
    assert (cell.value, cell.formula, cell.shown) == (None, "=A1*2", "")


def test_a_computed_formula_has_its_text_and_its_result() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=SUM(B1:B2)"
    book.active["A2"] = '=IF(B1="","","x")'

    def computed(_: str, content: bytes) -> bytes:
        content = re.sub(rb"(B2\)</f>)<v ?/?>(</v>)?", rb"\1<v>12</v>", content)
        return content.replace(b'<c r="A2">', b'<c r="A2" t="str">')

    first, second = only_sheet(messy.rewritten(messy.saved(book), computed))
    assert (first.value, first.formula) == (12, "=SUM(B1:B2)")
    assert (second.value, second.formula) == ("", '=IF(B1="","","x")')


def test_error_cells_are_marked_and_not_blank() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "#REF!"
    book.active["A1"].data_type = "e"
    cell = only_cell(book)
    assert (cell.value, cell.error) == ("#REF!", True)


def test_comments_are_kept_even_on_empty_cells() -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = 5
    book.active["B2"].comment = Comment("含村级", "张三")
    book.active["Z900"].comment = Comment("远处", "张三")
    cells = only_sheet(messy.saved(book)).cells
    assert cells[(1, 1)].comment == "含村级"
    assert (cells[(899, 25)].value, cells[(899, 25)].comment) == (None, "远处")


def test_dates_are_dates_and_shown_as_formatted() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = FIRST_OF_MAY
    book.active["A1"].number_format = 'yyyy"年"m"月"'
    cell = only_cell(book)
    assert (cell.value, cell.shown) == (FIRST_OF_MAY, "2023年5月")


def test_chinese_builtin_date_formats_are_dates() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = FIRST_OF_MAY

    def named_only(_: str, content: bytes) -> bytes:
        return re.sub(rb"<numFmts.*?</numFmts>", b"", content).replace(b'numFmtId="164"', b'numFmtId="31"')

    (cell,) = only_sheet(messy.rewritten(messy.saved(book), named_only))
    assert (cell.value, cell.shown) == (FIRST_OF_MAY, "2023年5月1日")


def test_blank_looking_texts_are_no_cells() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active["A2"] = " \u3000\u00a0"
    assert [cell.name for cell in only_sheet(messy.saved(book))] == ["A1"]


def test_invisible_characters_are_taken_out() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "12\u200b00\u202e份_x000D_\n"
    assert only_cell(book).shown.strip() == "1200份"


def test_one_cell_in_the_last_row_costs_nothing() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active["A1048576"] = 2
    assert len(only_sheet(messy.saved(book)).cells) == 2


def test_a_workbook_openpyxl_cannot_load_is_read_by_its_values() -> None:
    """A cell style without a name: Excel opens the file, openpyxl does not."""
    book = read(
        messy.rewritten(messy.xlsx(), lambda _, content: content.replace(b'<cellStyle name="Normal"', b"<cellStyle"))
    )
    assert book.notes == ("values_only",)
    assert book.sheets[0].cells[(2, 3)].value == 80000
    assert book.sheets[0].merges == (Merge(0, 0, 0, 3),)


def test_a_book_with_the_default_password_opens() -> None:
    assert read(messy.encrypted_xlsx("VelvetSweatshop")).sheets[0].cells[(2, 3)].value == 80000


def test_a_book_with_a_real_password_is_refused() -> None:
    assert refused(messy.encrypted_xlsx("geheim")) == "encrypted"


def test_spans_of_a_web_page_become_merged_ranges() -> None:
    page = (
        "<table><tr><td rowspan=2>乡镇</td><td colspan=2>宣传</td></tr><tr><td>场次</td><td>人次</td></tr>"
        "<tr><td>岘山镇</td><td>3</td><td>4</td></tr></table>"
    )
    sheet = only_sheet(page.encode())
    assert set(sheet.merges) == {Merge(0, 0, 1, 0), Merge(0, 1, 0, 2)}
    assert {cell.name: cell.shown for cell in sheet} == {
        "A1": "乡镇",
        "B1": "宣传",
        "B2": "场次",
        "C2": "人次",
        "A3": "岘山镇",
        "B3": "3",
        "C3": "4",
    }


def test_a_title_above_the_table_of_a_web_page_is_kept() -> None:
    page = (
        "<h2>岘山镇 <b>2023</b>年</h2><table><tr><td><table><tr><td>场次</td><td>3</td></tr></table></td></tr></table>"
    )
    assert [cell.shown for cell in only_sheet(page.encode())] == ["岘山镇 2023年", "场次", "3"]


def test_hidden_parts_and_scripts_of_a_web_page_are_not_read() -> None:
    page = "<table><tr><td>a<script>1</script><span style='display:none'>9</span></td><td style='display: none'>8</td>"
    assert [cell.shown for cell in only_sheet(page.encode())] == ["a"]


def test_a_number_excel_left_in_a_web_page_is_the_value() -> None:
    page = "<style>.xl1 {mso-number-format:'0\\.0%';}</style><table><tr><td class=xl1 x:num='0.255'>25.5%</td></tr></table>"
    (cell,) = only_sheet(page.encode())
    assert (cell.value, cell.shown, cell.number_format) == (0.255, "25.5%", "0.0%")


def test_a_column_of_xml_2003_can_be_hidden_and_cells_skipped() -> None:
    data = messy.xml2003().replace(b"<Table>", b'<Table><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/>')
    assert only_sheet(data).hidden_columns == {2, 3}


def test_quoted_delimiters_and_line_breaks_stay_in_their_cell() -> None:
    sheet = only_sheet('乡镇,份数,备注\n岘山镇,"1,200","一\n二"\n'.encode())
    assert [cell.shown for cell in sheet][3:] == ["岘山镇", "1,200", "一\n二"]


def test_one_quote_that_never_closes_does_not_swallow_the_table() -> None:
    book = read('乡镇,份数\n岘山镇,"1,200"\n西渡镇,"5\n白石乡,6\n'.encode())
    cells = {cell.name: cell.shown for cell in book.sheets[0]}
    assert (cells["B2"], cells["B4"]) == ("1,200", "6")
    assert book.notes == ("unpaired_quotes",)


def test_prose_is_not_a_table() -> None:
    text = "今年以来，我镇开展宣传。\n发放资料八万份，入户三千人次，受到欢迎，成效明显。\n明年继续努力。\n"
    assert refused(text.encode("gbk"), "总结.txt") == "not_a_table"


def test_a_workbook_without_a_filled_cell_is_said_to_be_empty() -> None:
    assert refused(messy.saved(openpyxl.Workbook())) == "no_table"


def test_a_word_document_has_no_sheets_to_show() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    assert refused(out.getvalue()) == "prose"


@pytest.mark.parametrize("code", [notes.VALUES_ONLY, notes.DOUBTFUL_CHARACTERS, notes.UNPAIRED_QUOTES])
def test_what_a_reader_could_not_see_is_asked_about(code: str) -> None:
    problem = notes.note_as_problem(code, "某镇.csv")
    assert problem.code == code
    assert "某镇.csv" in problem.message.zh
    assert "某镇.csv" in problem.message.en
