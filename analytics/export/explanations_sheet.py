"""Why figures are what they are, in the words of townships and officials: the footnotes of the workbook."""

from __future__ import annotations

from typing import Any

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from analytics.export.book import Book
from analytics.export.request import Request
from analytics.export.safety import lines_needed

_HEAD = 2
_WIDTHS = (14, 8, 24, 70, 12, 18)


def explanations_sheet(book: Book, request: Request, explanations: pd.DataFrame) -> tuple[Worksheet, int]:
    """A sheet of the explanations of figures of the townships and the two years, and how many there are."""
    t = book.t
    told = explanations["township"].isin(request.townships) & explanations["year"].isin((request.this, request.base))
    rows = explanations[told].sort_values(["year", "township"], ascending=[False, True], kind="stable")
    sheet = book.sheet(t("情况说明"))
    book.write(sheet, 0, 0, t("情况说明"), "title")
    sheet.set_row(0, 26)
    book.write(sheet, 1, 0, t("乡镇或县里对数据写下的说明，作为各表、各图的脚注；数据没有因此改动。"), "quiet")
    book.row(sheet, _HEAD, (t("乡镇"), t("年度"), t("指标"), t("说明"), t("谁"), t("什么时候")), "heading")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    found: list[dict[str, Any]] = rows.to_dict("records")  # type: ignore[assignment]
    for number, row in enumerate(found, start=_HEAD + 1):
        when = row["when"].tz_convert(book.made_at.tzinfo) if book.made_at.tzinfo else row["when"]
        place = (row["township"], str(row["year"]), request.name_of(row["indicator"]))
        for column, text in enumerate((*place, row["text"], row["who"], f"{when:%Y-%m-%d %H:%M}")):
            book.write(sheet, number, column, text, "cell")
        sheet.set_row(number, min(8 + 15 * lines_needed(row["text"], _WIDTHS[3]), 400))
    last = _HEAD + max(len(rows), 1)
    sheet.freeze_panes(_HEAD + 1, 1)
    book.page(sheet, "A4", (0, 0, last, len(_WIDTHS) - 1), repeat_rows=(0, _HEAD))
    return sheet, len(rows)
