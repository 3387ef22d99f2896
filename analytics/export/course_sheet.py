"""Native charts of time: the sums of the townships that reported every year as lines, two years as slopes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analytics.export.amounts import NOTHING, Amount, comparable, direction
from analytics.export.book import ATTENTION, FONT, INK, LAST_YEAR, LINE, MUTED, THIS_YEAR, Book, quoted_sheet
from analytics.export.graph_sheet import literal
from analytics.export.numbers import axis_format
from analytics.export.prose.change import chance_of_sum
from analytics.export.request import Column, Request
from analytics.export.statements import course, movers
from analytics.export.years_sheet import FIRST, span_of
from analytics.measures import figure_text

_ROW, _WIDE, _TALL = 20, 350, 300
"""Pixels: a row of the sheet, and a chart; two stand side by side."""
_LINES_APART, _SLOPE_TALL = 16, 440
_SCALE = 78
_MOST_SLOPES = 60
"""Townships drawn as slopes; more would be one grey area, so the largest changes are drawn and the title says so."""
_NAMED = 3
_MOST_TERMS = 200
"""Cells a formula adds one by one; a sum of more stands as a number."""


def course_sheet(
    book: Book, request: Request, sheet: Worksheet, history: Worksheet, data: Worksheet, data_from: int
) -> list[str]:
    """Fills ``sheet``; ``history`` is the sheet of years the numbers come from, ``data`` takes them from column
    ``data_from`` on. Returns the titles of the lines."""
    book.write(sheet, 0, 0, book.t("走势图"), "title")
    book.write(
        sheet,
        1,
        0,
        book.t("折线只加各年都报了且口径一致的乡镇，乡镇数不变才可比；斜线是两年可比的乡镇，变化最大的写名字。"),
        "quiet",
    )
    sheet.set_row(0, 26)
    sheet.set_column(0, 9, 9.3)
    place, titles, at = 0, [], data_from
    for index, column in enumerate(request.headline_columns):
        told = _every_year(request, column)
        if len(request.years) < 2 or not told:
            continue
        title = _lines(book, request, sheet, history, data, (place, at), index, column, told)
        titles.append(title)
        place, at = place + 1, at + 2
    row = 2 + _LINES_APART * -(-place // 2)
    breaks, number = [], 0
    for index, column in enumerate(request.headline_columns):
        pairs = _both_years(request, column)
        if not pairs:
            continue
        if number % 2 == 0:
            breaks += [row] if number % 4 == 0 else []
            top = row
            row += _SLOPE_TALL // _ROW + 1
        at = _slopes(book, request, sheet, history, data, (top, number % 2, at), index, column, pairs)
        number += 1
    if not place and not number:
        book.write(sheet, 3, 0, book.t("没有可画走势的数据。"), "plain")
        row = 4
    book.page(sheet, "A4", (0, 0, row, 9), landscape=False, fit=False)
    sheet.set_print_scale(_SCALE)
    sheet.set_h_pagebreaks([b for b in breaks if b > 2])
    return titles


def _every_year(request: Request, column: Column) -> list[str]:
    """Townships whose every year can be compared with the next, as the screens and the total of both years take them."""
    of = request.amounts.headlines
    steps = list(pairwise(request.years))
    return [
        t
        for t in request.townships
        if all(comparable(of.get((t, b, column.id), NOTHING), of.get((t, a, column.id), NOTHING)) for a, b in steps)
    ]


def _both_years(request: Request, column: Column) -> list[tuple[str, Amount, Amount]]:
    of = request.amounts.headlines
    found = [
        (t, of.get((t, request.this, column.id), NOTHING), of.get((t, request.base, column.id), NOTHING))
        for t in request.townships
    ]
    return [pair for pair in found if comparable(pair[1], pair[2])]


def _cell(request: Request, history: Worksheet, index: int, township: str, year: int) -> str:
    """Where the sheet of years holds a figure."""
    at = xl_col_to_name(1 + span_of(request) * index + request.years.index(year))
    return f"{quoted_sheet(history)}!{at}{FIRST + 1 + request.townships.index(township)}"


def _lines(
    book: Book,
    request: Request,
    sheet: Worksheet,
    history: Worksheet,
    data: Worksheet,
    where: tuple[int, int],
    index: int,
    column: Column,
    told: Sequence[str],
) -> str:
    place, at = where
    of = request.amounts.headlines
    sums = [sum(of[(t, y, column.id)].value for t in told) for y in request.years]
    exact = not any(of[(t, y, column.id)].sign for t in told for y in request.years)
    whole = exact and not any(of[(t, y, column.id)].short for t in told for y in request.years)
    ends = [(of[(t, request.years[-1], column.id)], of[(t, request.years[0], column.id)]) for t in told]
    chance = chance_of_sum(request.catalogue, column.id, ends) is True
    title = course(column.name, len(told), request.years, sums, exact, chance, book.language)
    book.write(data, 1, at + 1, column.name, "plain")
    for row, (year, total) in enumerate(zip(request.years, sums, strict=True), start=2):
        book.write(data, row, at, str(year), "plain")
        if len(told) <= _MOST_TERMS:
            terms = ",".join(_cell(request, history, index, t, year) for t in told)
            data.write_formula(row, at + 1, f"=SUM({terms})", book.look("plain", "#,##0"), total)
        else:
            data.write_number(row, at + 1, total, book.look("plain", "#,##0"))
    name, last = data.get_name(), 1 + len(request.years)
    chart = _framed(book, title, (_WIDE, _TALL))
    chart.add_series(
        {
            "name": [name, 1, at + 1],
            "categories": [name, 2, at, last, at],
            "values": [name, 2, at + 1, last, at + 1],
            "line": {"color": THIS_YEAR, "width": 2.25},
            "marker": {"type": "circle", "size": 5, "fill": {"color": THIS_YEAR}, "border": {"none": True}},
            "data_labels": {
                "value": True,
                "position": "above",
                "num_format": axis_format(book.language),
                "font": {"name": FONT, "size": 7, "color": MUTED},
                "custom": None if whole else [{"value": _said(book, of, told, y, column)} for y in request.years],
            },
        }
    )
    chart.set_y_axis(_value_axis(book))
    chart.set_x_axis({"num_font": {"name": FONT, "size": 8, "color": INK}, "line": {"color": MUTED}})
    sheet.insert_chart(
        2 + _LINES_APART * (place // 2), 5 * (place % 2), chart, {"description": title, "object_position": 2}
    )
    return title


def _said(book: Book, of: Any, told: Sequence[str], year: int, column: Column) -> str:
    signs = {a for t in told for a in (of[(t, year, column.id)].sign, of[(t, year, column.id)].shown_sign)}
    qualifier = "about" if "≈" in signs else "at_least" if "≥" in signs else "exact"
    total = sum(of[(t, year, column.id)].value for t in told)
    return figure_text(total, qualifier, "reported", book.language, short=True)


def _slopes(
    book: Book,
    request: Request,
    sheet: Worksheet,
    history: Worksheet,
    data: Worksheet,
    where: tuple[int, int, int],
    index: int,
    column: Column,
    pairs: Sequence[tuple[str, Amount, Amount]],
) -> int:
    """Draws one measure and returns the next free column of ``data``."""
    row, side, at = where
    by_chance = {p[0] for p in pairs if (p[0], request.this, column.id) in request.amounts.in_chance}
    title = movers(column.name, pairs, by_chance, book.language)
    by_size = sorted(pairs, key=lambda p: -abs(p[1].value - p[2].value))[:_MOST_SLOPES]
    if len(by_size) < len(pairs):
        title += book.t("（图中为变化较大的 {n} 个）", n=len(by_size))
    moved = [p for p in by_size if direction(p[1], p[2]) in ("up", "down") and p[0] not in by_chance]
    up = [p[0] for p in moved if p[1].value > p[2].value][:_NAMED]
    down = [p[0] for p in moved if p[1].value < p[2].value][:_NAMED]
    chart = _framed(book, title, (_WIDE, _SLOPE_TALL))
    book.write(data, 1, at + 1, str(request.base), "plain")
    book.write(data, 1, at + 2, str(request.this), "plain")
    name = data.get_name()
    # The named ones are drawn last, over the grey.
    ordered = sorted(by_size, key=lambda p: p[0] in up or p[0] in down)
    for line, (town, this, last) in enumerate(ordered, start=2):
        book.write(data, line, at, town, "plain")
        for offset, (year, amount) in enumerate(((request.base, last), (request.this, this)), start=1):
            cell = _cell(request, history, index, town, year)
            data.write_formula(line, at + offset, f"={cell}", book.look("plain", "#,##0"), amount.value)
        colour = THIS_YEAR if town in up else ATTENTION if town in down else LAST_YEAR
        series: dict[str, Any] = {
            "name": [name, line, at],
            "categories": [name, 1, at + 1, 1, at + 2],
            "values": [name, line, at + 1, line, at + 2],
            "line": {"color": colour, "width": 0.75 if colour == LAST_YEAR else 2},
        }
        if colour != LAST_YEAR:
            arrow = "▲" if town in up else "▼"
            font = {"name": FONT, "size": 7, "color": colour}
            said = literal(f"{arrow} {town}")
            series["data_labels"] = {
                "value": True,
                "position": "right",
                "font": font,
                "custom": [{"delete": True}, {"value": said}],
            }
        chart.add_series(series)
    chart.set_y_axis(_value_axis(book))
    chart.set_x_axis({"num_font": {"name": FONT, "size": 8, "color": INK}, "line": {"color": MUTED}})
    # Names stand right of the last point; the plot leaves room for them.
    chart.set_plotarea({"layout": {"x": 0.13, "y": 0.16, "width": 0.58, "height": 0.74}})
    sheet.insert_chart(row, 5 * side, chart, {"description": title, "object_position": 2})
    return at + 3


def _framed(book: Book, title: str, size: tuple[int, int]) -> Any:
    chart = book.workbook.add_chart({"type": "line"})
    chart.set_title({"name": literal(title), "name_font": {"name": FONT, "size": 9, "bold": True, "color": INK}})
    chart.set_legend({"none": True})
    chart.show_blanks_as("gap")
    chart.show_hidden_data()
    chart.set_size({"width": size[0], "height": size[1]})
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _value_axis(book: Book) -> dict[str, Any]:
    return {
        "num_format": axis_format(book.language),
        "num_font": {"name": FONT, "size": 8, "color": MUTED},
        "min": 0,
        "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
        "line": {"none": True},
    }
