"""Where every figure in the workbook comes from: file, sheet, cell, text as it stood there, who sent it and when."""

from __future__ import annotations

from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analytics.export.amounts import SIGNS
from analytics.export.book import Book
from analytics.export.numbers import amount_format, decimals_of
from analytics.export.request import Request, in_brackets
from analytics.export.safety import display_width
from analytics.measures import FROM_REPORT

_HEAD = 2
_FRAME = (
    "township", "year", "indicator", "value", "qualifier", "state", "unit", "raw", "file", "sheet", "cell", "upload_id",
    "origin",
)  # fmt: skip


def sources_sheet(book: Book, request: Request, sheet: Worksheet) -> None:
    """Fills ``sheet`` with a row for every figure of the two years and every earlier part of a headline measure."""
    t = book.t
    book.write(sheet, 0, 0, t("数据来源"), "title")
    sheet.set_row(0, 26)
    book.write(sheet, 1, 0, t("每个数据一行。¶12:34-41 表示工作报告第 12 段第 34 至 41 字。"), "quiet")
    uploads, told = bool(request.uploads), bool(request.told)
    heads = [
        t("乡镇"),
        t("年度"),
        t("类别"),
        t("指标"),
        t("数值"),
        t("单位"),
        t("原文"),
        t("文件"),
        t("工作表"),
        t("单元格"),
    ]
    if uploads:
        heads += [t("上传人"), t("上传时间")]
    if told:
        heads.append(t("来源"))
    book.row(sheet, _HEAD, heads, "heading")
    sheet.set_row(_HEAD, 20)
    rows = _rows(request)
    units = {unit: in_brackets(unit, book.language).strip(" （）()") for unit in {r[6] for r in rows}}
    groups = {i.id: request.group_name(i.group) for i in request.catalogue.indicators}
    number: dict[tuple[str, int], Format] = {}
    word, plain_year = t("未报"), book.look("middle", "0")
    widths = [max(display_width(h) + 4, 8) for h in heads]
    for row, (
        township,
        year,
        indicator,
        value,
        qualifier,
        state,
        unit,
        raw,
        file,
        tab,
        cell,
        upload,
        origin,
    ) in enumerate(rows, start=_HEAD + 1):
        book.write(sheet, row, 0, township, "name")
        sheet.write_number(row, 1, year, plain_year)
        if state == "reported" and value == value:
            mark = FROM_REPORT if origin == "narrative" else ""
            style = (mark + SIGNS.get(qualifier, ""), decimals_of((value,)))
            if style not in number:
                number[style] = book.look("number", amount_format(*style))
            sheet.write_number(row, 4, value, number[style])
        else:
            book.write(sheet, row, 4, t("不适用") if state == "not_applicable" else word, "word")
        texts = [groups.get(indicator, ""), request.name_of(indicator), "", units[unit], raw, file, tab, cell]
        if uploads:
            who, when = request.uploads.get(upload, ("", ""))
            texts += [who, when.strftime("%Y-%m-%d %H:%M") if isinstance(when, datetime) else when]
        if told:
            texts.append(t("来自工作报告") if origin == "narrative" else t("报表"))
        for column, text in enumerate(texts, start=2):
            if column != 4:
                book.write(sheet, row, column, text, "name")
                widths[column] = max(widths[column], min(display_width(str(text)) + 2, 40))
        widths[0] = max(widths[0], min(display_width(township) + 2, 30))
    widths[4] = 14
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    last = _HEAD + max(len(rows), 1)
    if not rows:
        book.write(sheet, _HEAD + 1, 0, t("没有数据。"), "plain")
    else:
        sheet.autofilter(_HEAD, 0, last, len(heads) - 1)
    sheet.freeze_panes(_HEAD + 1, 1)
    book.page(sheet, "A4", (0, 0, last, len(heads) - 1), repeat_rows=(0, _HEAD))


def _rows(request: Request) -> list[tuple[str, int, str, float, str, str, str, str, str, str, str, int, str]]:
    frame = request.figures
    headline_parts = [i.id for i in request.catalogue.indicators if i.headline]
    shown = frame["year"].isin((request.this, request.base)) & frame["indicator"].isin(
        [i.id for i in request.indicators]
    )
    shown |= frame["year"].isin(request.years) & frame["indicator"].isin(headline_parts)
    frame = frame[shown & frame["township"].isin(request.townships)]
    town = {t: n for n, t in enumerate(request.townships)}
    order = {i.id: n for n, i in enumerate(request.catalogue.indicators)}
    if "origin" not in frame.columns:
        frame = frame.assign(origin="return")
    texts = frame[list(_FRAME)].assign(**{c: frame[c].fillna("").astype(str) for c in ("raw", "file", "sheet", "cell")})
    rows = list(zip(*(texts[c].tolist() for c in _FRAME), strict=True))
    return sorted(rows, key=lambda r: (town[r[0]], -r[1], order[r[2]]))
