"""An empty roster to fill in: the columns the program reads, and beside them what belongs into each."""

from __future__ import annotations

import io

import xlsxwriter

from analytics.catalogue import HEADINGS
from analytics.text import Language, translate

ROWS = 60
"""Rows that are laid out; more can be written below."""
CODE, WIDTHS = 0, {"code": 14, "name": 16, "aliases": 26, "kind": 10, "villages": 10}


def roster_form(year: int, language: Language = "zh") -> bytes:
    """An Excel file whose first sheet reads back as a roster, with population columns for ``year`` and the two before.

    The heading row is in Chinese in both languages, since that is what is read; the second sheet says what to write.
    """
    out = io.BytesIO()
    years = (year - 2, year - 1, year)
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bg_color": "#F5F7FA", "border": 1, "border_color": "#D9E2EC"})
        text = book.add_format({"num_format": "@", "border": 1, "border_color": "#D9E2EC"})
        number = book.add_format({"num_format": "#,##0", "border": 1, "border_color": "#D9E2EC"})
        sheet = book.add_worksheet("名册" if language == "zh" else "Roster")
        columns = [*WIDTHS, *(f"population_{y}" for y in years)]
        headings = [HEADINGS[c][0] for c in WIDTHS] + [f"人口{y}" for y in years]
        for at, (column, heading) in enumerate(zip(columns, headings, strict=True)):
            # A code is a name and no number: Excel would cut its leading zeros and round its end.
            whole = column == "villages" or column.startswith("population_")
            sheet.set_column(at, at, WIDTHS.get(column, 12), number if whole else text)
            sheet.write_string(0, at, heading, head)
            if whole:
                error = translate("请填写整数，不知道的留空。", language)
                rule = {"validate": "integer", "criteria": ">=", "value": 0, "error_message": error}
                sheet.data_validation(1, at, ROWS, at, rule)
        sheet.freeze_panes(1, 0)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        notes = book.add_worksheet("填写说明" if language == "zh" else "How to fill it in")
        notes.set_column(0, 0, 16)
        notes.set_column(1, 1, 70, wrapped)
        for row, (heading, said) in enumerate(_notes(years, language)):
            notes.write_string(row, 0, heading)
            notes.write_string(row, 1, said)
    return out.getvalue()


def _notes(years: tuple[int, ...], language: Language) -> list[tuple[str, str]]:
    def t(message: str, **values: object) -> str:
        return translate(message, language, **values)

    populations = f"人口{years[0]}…人口{years[-1]}"
    return [
        (HEADINGS["code"][0], t("行政区划代码；没有的可以写 1、2、3……，各乡镇不同即可。必填的列。")),
        (HEADINGS["name"][0], t("乡镇、街道的全称，一行一个，按本县习惯的顺序写；各页面和导出都按这个顺序。必填。")),
        (
            HEADINGS["aliases"][0],
            t("报表里可能出现的其他写法，几个写法用 | 隔开，例如：某镇政府|某镇司法所。可以不填。"),
        ),
        (HEADINGS["kind"][0], t("乡、镇、街道等。可以不填。")),
        (HEADINGS["villages"][0], t("村（社区）数，写整数。可以不填。")),
        (populations, t("各年常住人口，写整数；可以增加年份，列名照样写“人口”加年份。不填就不算每千人的数。")),
        ("", t("填好后保存，在“设置 → 县名与名册”里上传。上传前可以先看会有哪些变化。")),
    ]
