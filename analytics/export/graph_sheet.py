"""Native charts: this and last year per township, one clustered bar chart a measure, drawn from live references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analytics.export.amounts import NOTHING, Amount, direction, hollow_words, state_word
from analytics.export.book import FONT, INK, LAST_YEAR, LINE, MUTED, THIS_YEAR, Book, quoted_sheet
from analytics.export.numbers import axis_format
from analytics.export.request import Column, Request
from analytics.export.safety import could_be_formula
from analytics.export.statements import finding
from analytics.export.township_sheet import BANDED, FIRST
from analytics.measures import FROM_REPORT, figure_text

MOST_BARS = 40
"""Townships in one chart; more cannot be read on a page, so the largest are drawn and the title says so."""

_ROW = 20
"""Height of a row of the chart sheet in pixels."""
_WIDE = 690
_SCALE = 78
_PAGE_ROWS = 60
"""Rows of that height on an A4 page upright at that scale, which leaves room for programs that draw columns wider."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A township's place in a chart: its row in the main table and its two amounts."""

    township: str
    row: int
    this: Amount
    last: Amount


def graph_sheet(book: Book, request: Request, sheet: Worksheet, main: Worksheet, data: Worksheet) -> list[str]:
    """Fills ``sheet`` with a chart for each headline measure that has data; returns the titles.

    The numbers stand on ``data`` as references into ``main``, so that a corrected figure moves its bar; a figure not
    reported leaves its cell empty and the bar away, and its name on the axis says 未报.
    """
    book.write(sheet, 0, 0, book.t("图表"), "title")
    book.write(sheet, 1, 0, book.t("图中数字取自总表：改总表，图随之变。未报的不画，约数以 ≥ ≈ 标出。"), "quiet")
    sheet.set_row(0, 26)
    sheet.set_column(0, 9, 9.3)
    # Chart by chart the next free row; a chart never lies across the end of a page.
    row, page_end, breaks, titles = 2, _PAGE_ROWS, [], []
    for index, column in enumerate(request.headline_columns):
        bars = _bars(request, column)
        by_chance = sum(
            (b.township, request.this, column.id) in request.amounts.in_chance
            and direction(b.this, b.last) in ("up", "down")
            for b in bars
        )
        pairs = [(b.this, b.last) for b in bars]
        title = finding(column.name, pairs, by_chance, request.base == request.this - 1, request.language)
        drawn = [b for b in bars if b.this.known or b.last.known]
        if not drawn:
            continue
        titles.append(title)
        shown = _ordered(bars if len(bars) <= MOST_BARS else drawn)
        if len(shown) < len(bars):
            title += book.t("（图中为较大的 {n} 个）", n=len(shown))
        _write_data(book, request, data, main, index, column, shown)
        tall = min(170 + 34 * len(shown), (_PAGE_ROWS - 4) * _ROW)
        rows = -(-tall // _ROW) + 1
        if row + rows > page_end:
            breaks.append(row)
            page_end = row + _PAGE_ROWS
        chart = _chart(book, request, data, index, column, shown, title, tall)
        sheet.insert_chart(row, 0, chart, {"description": title, "object_position": 2})
        row += rows
    if not titles:
        book.write(sheet, 3, 0, book.t("这两年没有可画的数据。"), "plain")
        row = 4
    book.page(sheet, "A4", (0, 0, row, 9), landscape=False, fit=False)
    sheet.set_print_scale(_SCALE)
    sheet.set_h_pagebreaks(breaks)
    return titles


def _bars(request: Request, column: Column) -> list[Bar]:
    of = request.amounts.headlines
    return [
        Bar(t, row, of.get((t, request.this, column.id), NOTHING), of.get((t, request.base, column.id), NOTHING))
        for row, t in enumerate(request.townships, start=FIRST)
    ]


def _ordered(bars: Sequence[Bar]) -> list[Bar]:
    """Smallest first, because a bar chart builds from below; those without a figure this year at the very bottom."""

    def size(bar: Bar) -> tuple[bool, float]:
        return bar.this.known, bar.this.value if bar.this.known else bar.last.value if bar.last.known else -1.0

    # Equals keep the county's order from the top: largest first, then turned round.
    return sorted(bars, key=size, reverse=True)[:MOST_BARS][::-1]


def _write_data(
    book: Book, request: Request, data: Worksheet, main: Worksheet, index: int, column: Column, bars: Sequence[Bar]
) -> None:
    at = 4 * index
    book.write(data, 0, at, column.name, "plain")
    book.write(data, 1, at, book.t("乡镇"), "plain")
    book.write(data, 1, at + 1, str(request.base), "plain")
    book.write(data, 1, at + 2, str(request.this), "plain")
    data.set_column(at, at, 26)
    plain = book.look("plain", "#,##0")
    letters = xl_col_to_name(1 + BANDED * index), xl_col_to_name(2 + BANDED * index)
    for row, bar in enumerate(bars, start=2):
        book.write(data, row, at, _label(book, request, bar), "plain")
        for offset, amount, letter in ((1, bar.last, letters[1]), (2, bar.this, letters[0])):
            if amount.known:
                cell = f"={quoted_sheet(main)}!{letter}{bar.row + 1}"
                data.write_formula(row, at + offset, cell, plain, amount.value)


def _label(book: Book, request: Request, bar: Bar) -> str:
    """The township's name, with what is not drawn."""
    if bar.this.known and bar.last.known:
        return bar.township
    if not bar.this.known and not bar.last.known:
        return book.t("{name}（两年未报）", name=bar.township)
    silent, year = (bar.last, request.base) if bar.this.known else (bar.this, request.this)
    word = state_word(silent, book.language)
    return book.t("{name}（{year}年{word}）", name=bar.township, year=year, word=word)


def _chart(
    book: Book,
    request: Request,
    data: Worksheet,
    index: int,
    column: Column,
    bars: Sequence[Bar],
    title: str,
    tall: int,
) -> Any:
    at, first, last = 4 * index, 2, 1 + len(bars)
    chart = book.workbook.add_chart({"type": "bar"})
    name = data.get_name()
    small = {"name": FONT, "size": 8, "color": INK}
    # The first series lies lowest in a cluster: last year under this year.
    for offset, year, colour in ((1, request.base, LAST_YEAR), (2, request.this, THIS_YEAR)):
        chart.add_series(
            {
                "name": [name, 1, at + offset],
                "categories": [name, first, at, last, at],
                "values": [name, first, at + offset, last, at + offset],
                "fill": {"color": colour},
                "border": {"none": True},
                "gap": 45,
                "overlap": -5,
                "data_labels": {
                    "value": True,
                    "num_format": axis_format(book.language),
                    "font": {**small, "size": 7, "color": MUTED},
                    "custom": [_bound(book, bar.last if year == request.base else bar.this) for bar in bars],
                },
            }
        )
    told = sum(
        1 for t in request.townships if request.amounts.headlines.get((t, request.this, column.id), NOTHING).known
    )
    under = book.t(
        "{name}　{this}年与{base}年　本年已报 {n}/{all} 个乡镇　数据版本 {version}",
        this=request.this,
        base=request.base,
        name=column.heading,
        n=told,
        all=len(request.townships),
        version=request.data_version,
    )
    chart.set_title({"name": literal(title), "name_font": {"name": FONT, "size": 10.5, "bold": True, "color": INK}})
    chart.set_x_axis(
        {
            "name": literal(under),
            "name_font": {"name": FONT, "size": 8, "bold": False, "color": MUTED},
            "num_format": axis_format(book.language),
            "num_font": small,
            "min": 0,
            "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
            "line": {"none": True},
        }
    )
    chart.set_y_axis({"num_font": small, "line": {"color": MUTED}, "major_tick_mark": "none", "interval_unit": 1})
    chart.set_legend({"position": "top", "font": small})
    chart.show_blanks_as("gap")
    chart.show_hidden_data()
    chart.set_size({"width": _WIDE, "height": tall})
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _bound(book: Book, amount: Amount) -> dict[str, str] | None:
    """A label of its own where the number alone would say too much."""
    if not amount.known or not amount.mark:
        return None
    if amount.hollow:
        return {"value": f"{FROM_REPORT * amount.told}0{hollow_words(book.language)}"}
    qualifier = {"": "exact", "≥": "at_least", "≈": "about"}[amount.shown_sign]
    return {"value": figure_text(amount.value, qualifier, "reported", book.language, short=True, told=amount.told)}


def literal(text: str) -> str:
    """``text`` as a chart takes it. A title that starts with = would be taken for a reference to a cell."""
    return "\u200b" + text if could_be_formula(text) else text
