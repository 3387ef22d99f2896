import hashlib

import pytest

from analytics.intake.grid import Cell, Merge, Sheet, Workbook
from analytics.model import Figure, Problem, Qualifier, Reading, Severity, Source, State, TableView
from analytics.submission import source_view
from analytics.text import Text

# A ledger: title, group over two columns (merged), headings, unit row, twelve townships.
LETTERS = "ABCDEFGH"
ROWS = {
    1: {"A": "2024年统计表"},
    2: {"A": "乡镇", "G": "资料"},
    3: {"B": "会议", "G": "发放", "H": "张贴"},
    4: {"G": "份", "H": "张"},
} | {row: {letter: f"{letter}{row}" for letter in LETTERS} | {"A": f"第{row}镇"} for row in range(5, 17)}
CELLS = {
    (row - 1, LETTERS.index(letter)): Cell(row - 1, LETTERS.index(letter), text, text)
    for row, cells in ROWS.items()
    for letter, text in cells.items()
}
SHEET = Sheet("统计表", CELLS, merges=(Merge(1, 6, 1, 7),))
BOOK = Workbook((SHEET,), "xlsx")
ROLES = (("A1", "title"), ("G2", "heading"), ("H3", "heading"), ("H4", "unit"), ("A12", "township"), ("H12", "figure"))


def kept(store, sheet="统计表", cell="H12", roles=ROLES) -> int:
    figure = Figure("荻砚镇", 2024, "leaflets", 9, Qualifier.EXACT, State.REPORTED, "份", Source(sheet, cell, "9"))
    table = TableView("统计表", "A2:H16", "ledger", roles)
    reading = Reading("a.xlsx", hashlib.sha256(b"x").hexdigest(), "return", (figure,), tables=(table,))
    store.accept(store.add_upload("a.xlsx", b"x", "甲", reading), [figure], "乙")
    return int(store.figures_frame()["figure_id"].iloc[0])


def opener(data, name):
    assert data == b"x"
    return BOOK


@pytest.mark.parametrize("roles", [ROLES, ()])
def test_the_cells_around_are_shown_with_the_headings_of_row_and_column(store, roles):
    view = source_view(store, kept(store, roles=roles), opener=opener)
    assert view.columns[-3:] == ("F", "G", "H")
    assert view.columns[0] == "A"
    numbers = [row.number for row in view.rows]
    assert numbers[-5:] == [10, 11, 12, 13, 14]
    shown = {cell.name: cell for row in view.rows for cell in row.cells}
    assert shown["A12"].text == "第12镇"
    assert [cell.name for cell in shown.values() if cell.marked] == ["H12"]
    assert shown["F11"].text == "F11"
    if roles:
        assert view.columns == ("A", "F", "G", "H")
        assert numbers[:-5] == [2, 3, 4]
        assert [shown[name].text for name in ("F2", "G2", "H2")] == ["", "资料", "资料"]
        assert shown["H4"].role == "unit"


def test_who_sent_and_who_accepted_it_is_said(store):
    view = source_view(store, kept(store), opener=opener)
    assert (view.file, view.sheet, view.cell, view.raw) == ("a.xlsx", "统计表", "H12", "9")
    assert (view.uploaded_by, view.accepted_by, view.current, view.upload_status) == ("甲", "乙", True, "accepted")


def test_a_figure_from_prose_has_no_grid(store):
    view = source_view(store, kept(store, sheet=None, cell="¶12:34-41"), opener=opener)
    assert view.rows == ()
    assert view.message is not None


@pytest.mark.parametrize("where", [{"sheet": "没有"}, {"cell": "¶1"}])
def test_a_place_that_is_not_in_the_file_is_said(store, where):
    view = source_view(store, kept(store, **where), opener=opener)
    assert view.rows == ()
    assert "找不到" in view.message.zh


def test_a_file_that_no_longer_opens_says_why(store):
    refused = Problem(Severity.ERROR, "damaged", Text("打不开", "cannot open"))
    view = source_view(store, kept(store), opener=lambda data, name: refused)
    assert view.message.zh == "打不开"


def test_there_is_no_source_of_an_unknown_figure(store):
    assert source_view(store, 7, opener=opener) is None


def test_the_sheet_of_a_text_table_goes_by_the_name_of_its_file(store):
    nameless = Workbook((Sheet("", SHEET.cells, merges=SHEET.merges),), "csv")
    view = source_view(store, kept(store, sheet="a", roles=()), opener=lambda data, name: nameless)
    assert view.message is None
    assert [cell.name for row in view.rows for cell in row.cells if cell.marked] == ["H12"]
