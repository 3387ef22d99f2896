"""A table inside a Word document can be looked at like a sheet, so that its figures lead back to their cells."""

import io

import docx

from analytics import intake
from analytics.model import Problem

ROWS = (("指标", "单位", "数量"), ("专题研讨", "次", "4"), ("发放普法宣传资料", "份", "3000"))


def document(*tables) -> bytes:
    made = docx.Document()
    made.add_paragraph("荻砚镇2024年法治建设统计表")
    for rows in tables:
        table = made.add_table(len(rows), len(rows[0]))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_the_cells_of_figures_are_found_in_the_tables_of_the_document():
    data = document(ROWS, (("备注",), ("无",)))
    reading = intake.read_bytes(data, "荻砚镇2024.docx", isolated=False)
    book = intake.open_workbook(data, "荻砚镇2024.docx", isolated=False)
    assert [sheet.name for sheet in book.sheets] == ["表1", "表2"]
    cells = book.sheets[0].cells
    for figure in reading.figures:
        row, column = int(figure.source.cell[1:]) - 1, ord(figure.source.cell[0]) - ord("A")
        assert (figure.source.sheet, cells[row, column].shown) == ("表1", figure.source.raw)
    assert len(reading.figures) == 2


def test_a_document_without_tables_is_still_prose():
    opened = intake.open_workbook(document(), "报告.docx", isolated=False)
    assert isinstance(opened, Problem)
    assert opened.code == "prose"
