"""Townships × years for each headline measure, with a sparkline that leaves out a missing year."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analytics.export.amounts import NOTHING, hollow_words
from analytics.export.book import LAST_YEAR, Book, quoted_sheet
from analytics.export.compared import Comparison, words_of
from analytics.export.notes import amount_note, total_note
from analytics.export.numbers import MARK_WIDTH, decimals_of, width_of
from analytics.export.request import Column, Request
from analytics.export.safety import display_width

FIRST = 4


def years_sheet(book: Book, request: Request, sheet: Worksheet, data: Worksheet, data_from: int) -> None:
    """Fills ``sheet``; ``data`` takes the numbers of the sparklines from column ``data_from`` on.

    A sparkline draws a text as 0, so it reads references of its own that are empty where a figure is missing.
    """
    years, columns, towns = request.years, request.headline_columns, request.townships
    book.write(sheet, 0, 0, book.t("历年主要指标"), "title")
    sheet.set_default_row(19)
    sheet.set_row(0, 26)
    from_reports = book.t("　* 来自工作报告（没有收到报表）") if request.told else ""
    signs = book.t("≥ 至少　≈ 约　未报：没有报送，不是 0　走势柱在未报的年份空缺")
    waiting = book.t("　已报待核实：所报的数有疑问，没有采用") if request.waiting else ""
    book.write(sheet, 1, 0, signs + waiting + from_reports, "quiet")
    book.merge(sheet, (2, 0, 3, 0), book.t("乡镇"), "heading")
    sheet.set_column(0, 0, min(max([16, *[display_width(t) + 4 for t in towns]]), 34))
    trend = len(years) > 1
    span = span_of(request)
    for row, town in enumerate(towns, start=FIRST):
        book.write(sheet, row, 0, town, "name")
    total_row = FIRST + len(towns)
    if towns:
        book.write(
            sheet, total_row, 0, book.t("全县合计") if request.all_townships else book.t("所选合计"), "total_name"
        )
    for index, column in enumerate(columns):
        at = 1 + span * index
        book.merge(sheet, (2, at, 2, at + span - 1), column.heading, "heading")
        _measure(book, request, sheet, column, at, total_row)
        if trend:
            book.write(sheet, 3, at + span - 1, book.t("走势"), "subheading")
            sheet.set_column(at + span - 1, at + span - 1, 11)
            _trend(book, request, sheet, data, data_from + (len(years) + 1) * index, column, at)
    sheet.set_row(2, 22 if book.language == "zh" else 30)
    sheet.freeze_panes(FIRST, 1)
    if towns:
        sheet.autofilter(FIRST - 1, 0, total_row - 1, max(span * len(columns), 1))
    area = (0, 0, max(total_row, FIRST), max(span * len(columns), 8))
    book.page(sheet, "A3", area, repeat_rows=(0, 3), repeat_column=True)


def span_of(request: Request) -> int:
    """Columns of a measure: its years, and a sparkline where there are several."""
    return len(request.years) + (1 if len(request.years) > 1 else 0)


def _measure(book: Book, request: Request, sheet: Worksheet, column: Column, at: int, total_row: int) -> None:
    compare = Comparison(book, words_of(book, request.this, request.base))
    amounts = request.amounts.headlines
    decimals = decimals_of(a.value for (_, _, key), a in amounts.items() if key == column.id)
    for offset, year in enumerate(request.years):
        letter = xl_col_to_name(at + offset)
        book.write(sheet, FIRST - 1, at + offset, str(year), "subheading")
        widest = 0
        for row, town in enumerate(request.townships, start=FIRST):
            amount = amounts.get((town, year, column.id), NOTHING)
            compare.amount(sheet, row, at + offset, amount, decimals, wan=column.wan)
            behind = display_width(hollow_words(book.language)) if amount.hollow else 0
            widest = max(widest, width_of(amount.value, decimals) + MARK_WIDTH * amount.told + behind)
            note = amount_note(book, request, town, year, column, amount)
            if note:
                book.comment(sheet, row, at + offset, note)
        if request.townships:
            total = request.amounts.headline_totals.get((year, column.id), NOTHING)
            formula = f"=SUM({letter}{FIRST + 1}:{letter}{total_row})"
            compare.amount(
                sheet, total_row, at + offset, total, decimals, kind="total", formula=formula, wan=column.wan
            )
            behind = display_width(hollow_words(book.language)) if total.hollow else 0
            widest = max(widest, width_of(total.value, decimals) + behind)
            note = total_note(book, request, year, column, total, amounts)
            if note:
                book.comment(sheet, total_row, at + offset, note)
        sheet.set_column(at + offset, at + offset, min(max(8.5, 1.12 * widest + 3), 24))


def _trend(
    book: Book, request: Request, sheet: Worksheet, data: Worksheet, data_at: int, column: Column, at: int
) -> None:
    plain = book.look("plain", "#,##0")
    empty = book.look("name")
    here = quoted_sheet(sheet)
    book.write(data, 0, data_at, column.name, "plain")
    for offset, year in enumerate(request.years):
        book.write(data, 1, data_at + offset, str(year), "plain")
    first, last = xl_col_to_name(data_at), xl_col_to_name(data_at + len(request.years) - 1)
    cells, ranges = [], []
    for row, town in enumerate(request.townships, start=FIRST):
        told = False
        for offset, year in enumerate(request.years):
            amount = request.amounts.headlines.get((town, year, column.id), NOTHING)
            if amount.known:
                told = True
                cell = f"={here}!{xl_col_to_name(at + offset)}{row + 1}"
                data.write_formula(row, data_at + offset, cell, plain, amount.value)
        sheet.write_blank(row, at + len(request.years), None, empty)
        if told:
            cells.append(xl_rowcol_to_cell(row, at + len(request.years)))
            ranges.append(f"{quoted_sheet(data)}!{first}{row + 1}:{last}{row + 1}")
    if cells:
        # One group a measure: a sparkline of its own for each township took as long as the rest of the sheet.
        # Columns from 0 print everywhere and show a missing year as a hole; lines vanish in LibreOffice's PDF.
        look = {"type": "column", "min": 0, "show_hidden": True, "empty_cells": "gaps", "series_color": LAST_YEAR}
        sheet.add_sparkline(cells[0], {"location": cells, "range": ranges, **look})
