"""Where each township stands in the county, said in a word; bars beside this year's figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from analytics.export.book import Book
from analytics.export.compared import DASH
from analytics.export.request import Column

WIDTH = 6.5

BAR = "#CBD6E2"
"""Light enough for the number over it, also in grey."""


def band_column(
    book: Book,
    sheet: Worksheet,
    column: Column,
    at: int,
    bands: Mapping[tuple[str, str], str],
    townships: Sequence[str],
    first: int,
    like_row: bool,
) -> float:
    """Writes the fifth column of a measure whose first is ``at``; its width in characters.

    What stands out does so without colour: 前列 is bold, 靠后 italic and underlined on grey; a bar is as long
    as the figure is large.
    """
    t = book.t
    words = {"high": t("前列"), "middle": t("中间"), "low": t("靠后")}
    place = at + 4
    for row, town in enumerate(townships, start=first):
        band = bands.get((town, column.id), "")
        book.write(sheet, row, place, words.get(band, DASH), "band")
    last = first + len(townships) - 1
    if townships:
        for row, look in ((last + 1, "total_word"), *([(last + 2, "like_word")] if like_row else [])):
            book.write(sheet, row, place, "", look)
        for word, look in ((words["high"], "band_high"), (words["low"], "band_low")):
            criteria = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": book.conditional(look)}
            sheet.conditional_format(first, place, last, place, criteria)
        bar = {"type": "data_bar", "bar_solid": True, "bar_color": BAR, "min_type": "num", "min_value": 0}
        sheet.conditional_format(first, at, last, at, {**bar, "data_bar_2010": True, "bar_border_color": BAR})
    sheet.set_column(place, place, WIDTH)
    return WIDTH
