"""The workbook being written: formats made once, every text as text, print set-up alike on every sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.theme import THEME_XML_2007
from xlsxwriter.worksheet import Worksheet

from analytics.export.safety import clean, could_be_formula, header_text, sheet_name
from analytics.text import Language, translate

FONT = "Microsoft YaHei"
"""Named in the file; a machine without it takes its own Chinese font."""

INK, MUTED, LINE, PANEL = "#1F2933", "#52606D", "#D9E2EC", "#F5F7FA"
THIS_YEAR, LAST_YEAR = "#0B5CAD", "#9FB3C8"
SERIOUS, ATTENTION = "#B42318", "#B45309"

_BASE = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
_GRID = {"border": 1, "border_color": LINE}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font_size": 16, "bold": True},
    "section": {"font_size": 12, "bold": True, "bottom": 1, "bottom_color": MUTED},
    "plain": {},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "quiet": {"font_size": 9, "font_color": MUTED},
    "quiet_wrapped": {"font_size": 9, "font_color": MUTED, "text_wrap": True, "valign": "top"},
    "label": {"font_color": MUTED, "valign": "top"},
    "link": {"font_color": THIS_YEAR, "underline": 1, "valign": "top"},
    "heading": {**_GRID, "bold": True, "align": "center", "text_wrap": True, "bg_color": PANEL},
    "subheading": {**_GRID, "align": "center", "font_color": MUTED, "bg_color": PANEL, "text_wrap": True},
    "name": {**_GRID, "indent": 1},
    "middle": {**_GRID, "align": "center"},
    "cell": {**_GRID, "text_wrap": True, "valign": "top"},
    "number": {**_GRID, "align": "right"},
    "word": {**_GRID, "align": "right", "font_color": MUTED, "shrink": True},
    "chance": {**_GRID, "align": "right", "font_color": MUTED, "italic": True},
    "total_name": {**_GRID, "indent": 1, "bold": True, "top": 2, "top_color": MUTED},
    "total_number": {**_GRID, "bold": True, "align": "right", "top": 2, "top_color": MUTED},
    "total_word": {**_GRID, "shrink": True, "align": "right", "font_color": MUTED, "top": 2, "top_color": MUTED},
    "total_chance": {**_GRID, "bold": True, "italic": True, "align": "right", "top": 2, "top_color": MUTED},
    "like_name": {**_GRID, "indent": 1, "italic": True},
    "like_number": {**_GRID, "italic": True, "align": "right"},
    "like_word": {**_GRID, "shrink": True, "align": "right", "font_color": MUTED},
    "like_chance": {**_GRID, "italic": True, "align": "right", "font_color": MUTED},
    "band": {**_GRID, "align": "center", "font_size": 9, "font_color": MUTED},
    "high": {**_GRID, "bold": True, "align": "center", "valign": "top", "font_color": SERIOUS},
    "medium": {**_GRID, "align": "center", "valign": "top", "font_color": ATTENTION},
    "low": {**_GRID, "align": "center", "valign": "top", "font_color": MUTED},
}

CONDITIONAL: dict[str, dict[str, Any]] = {
    "band_high": {"bold": True, "font_color": INK},
    "band_low": {"italic": True, "underline": 1, "font_color": INK, "bg_color": LINE},
}
"""What a condition changes of a cell's look: nothing that only colour would tell."""

PAPERS = {"A4": 9, "A3": 8}


class PlainSheet(Worksheet):  # type: ignore[misc]
    """A sheet for the few old functions used here: looking for thirty newer names took a third of the time."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula.removeprefix("=")


@lru_cache(maxsize=16_384)
def _made_safe(text: str) -> tuple[str, bool]:
    """The text as a cell holds it, and whether it could be taken for a formula; the same names come again and again."""
    said = clean(text)
    return said, could_be_formula(said)


class Book:
    """A workbook in one language; texts go through ``write``, never through a writer that guesses their type."""

    def __init__(self, language: Language, county: str, made_at: datetime) -> None:
        self.language: Language = language
        self.county = clean(county)
        self.made_at = made_at
        self._bytes = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(
            self._bytes,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                # Columns are measured in digits of this font; every machine has it or one of the same widths.
                "default_format_properties": {"font_name": "Arial", "font_size": 10},
            },
        )
        # Charts name only the font of latin letters; Chinese ones come from the theme.
        self.workbook.theme_xml = THEME_XML_2007.replace(
            'script="Hans" typeface="宋体"', 'script="Hans" typeface="微软雅黑"'
        )
        self._formats: dict[tuple[str, str, bool], Format] = {}
        self.sheets: dict[str, Worksheet] = {}

    def t(self, message: str, **values: object) -> str:
        """``message`` in the workbook's language."""
        return translate(message, self.language, **values)

    def look(self, name: str, number: str = "", quoted: bool = False) -> Format:
        """The cell format ``name`` of LOOKS with a number format; each is made once."""
        key = (name, number, quoted)
        if key not in self._formats:
            properties = {**_BASE, **LOOKS[name]}
            if number:
                properties["num_format"] = number
            if quoted:
                properties["quote_prefix"] = True
            self._formats[key] = self.workbook.add_format(properties)
        return self._formats[key]

    def conditional(self, name: str) -> Format:
        """The look ``name`` of CONDITIONAL; made once."""
        key = (name, "", True)
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(CONDITIONAL[name])
        return self._formats[key]

    def sheet(self, wanted: str) -> Worksheet:
        """A new sheet; its name is ``wanted`` as far as a workbook allows."""
        name = sheet_name(wanted, self.sheets)
        sheet: Worksheet = self.workbook.add_worksheet(name, worksheet_class=PlainSheet)
        sheet.hide_gridlines(2)
        self.sheets[name] = sheet
        return sheet

    def write(self, sheet: Worksheet, row: int, column: int, text: object, look: str = "plain") -> None:
        """A text cell. What could be a formula stays text even when somebody edits the cell (quote prefix)."""
        said, quoted = _made_safe(str(text))
        if said:
            sheet.write_string(row, column, said, self.look(look, quoted=quoted))
        else:
            sheet.write_blank(row, column, None, self.look(look))

    def merge(self, sheet: Worksheet, area: tuple[int, int, int, int], text: object, look: str) -> None:
        """A text over a merged range (first row, first column, last row, last column); one cell is not merged."""
        if area[:2] == area[2:]:
            self.write(sheet, area[0], area[1], text, look)
            return
        said, quoted = _made_safe(str(text))
        style = self.look(look, quoted=quoted)
        sheet.merge_range(*area, "", style)
        sheet.write_string(area[0], area[1], said, style)

    def row(self, sheet: Worksheet, row: int, texts: Sequence[object], look: str) -> None:
        """A row of text cells from the first column on."""
        for column, text in enumerate(texts):
            self.write(sheet, row, column, text, look)

    def comment(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        """A note on a cell, in a box that its text fits."""
        said = clean(text)[:2000]
        lines = sum(1 + len(line) // 24 for line in said.split("\n"))
        options = {"font_name": FONT, "font_size": 9, "width": 300, "height": 24 + 17 * min(lines, 20)}
        sheet.write_comment(row, column, said, options)

    def page(
        self,
        sheet: Worksheet,
        paper: str,
        area: tuple[int, int, int, int],
        *,
        repeat_rows: tuple[int, int] | None = None,
        repeat_column: bool = False,
        landscape: bool = True,
        fit: bool = True,
    ) -> None:
        """Print set-up: paper, area, heading rows on every page, as wide as the page, page numbers below."""
        sheet.set_paper(PAPERS[paper])
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.print_area(*area)
        if repeat_rows:
            sheet.repeat_rows(*repeat_rows)
        if repeat_column:
            sheet.repeat_columns(0)
        if fit:
            sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        pages = self.t("第 {page} 页 共 {pages} 页", page="&P", pages="&N")
        made = self.made_at.strftime("%Y-%m-%d")
        sheet.set_footer(f'&L&"{FONT}"&9 {header_text(self.county)}&C&"{FONT}"&9 {pages}&R&"{FONT}"&9 {made}')

    def finish(self) -> bytes:
        """The finished file."""
        self.workbook.close()
        return self._bytes.getvalue()


def quoted_sheet(sheet: Worksheet) -> str:
    """The sheet's name as formulas and links write it."""
    name: str = sheet.get_name()
    return "'" + name.replace("'", "''") + "'"
