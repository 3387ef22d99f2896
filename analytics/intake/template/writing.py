"""Writes a township's blank form as .xlsx."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analytics.catalogue import Catalogue, Indicator
from analytics.intake.grid import a1
from analytics.intake.template import wording
from analytics.intake.template.identity import COLUMNS_MARK, HIDDEN_SHEET, Identity, listing
from analytics.intake.template.last_year import LastYear
from analytics.intake.values import MOST
from analytics.model import State

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "Microsoft YaHei"
"""Named in the file; a machine without it takes its own Chinese font."""
INK, MUTED, LINE, PANEL, ENTRY = "#1F2933", "#52606D", "#9FB3C8", "#F0F4F8", "#FFFBE6"

WIDTHS = (6.0, 30.0, 8.0, 15.0, 15.0, 34.0)
"""Columns in digits of the default font; a Chinese character takes two."""
NUMBER, NAME, UNIT, VALUE, REFERENCE, NOTE, TAG = range(7)
TITLE_ROW, SENDER_ROW, HOW_ROW, TOP_HEADING, HEADING, FIRST = range(6)
_SHEET_FORBIDS = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))

LINE_HEIGHT = 25
"""Two lines of the small font, so that an explanation of some forty characters is read whole."""
_GRID = {"border": 1, "border_color": LINE}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font_size": 16, "bold": True, "align": "center", "shrink": True},
    "left": {"shrink": True},
    "right": {"align": "right"},
    "how": {"font_size": 9, "font_color": MUTED, "text_wrap": True, "valign": "top"},
    "heading": {**_GRID, "bold": True, "align": "center", "text_wrap": True, "bg_color": PANEL},
    "group": {**_GRID, "bold": True, "bg_color": PANEL, "indent": 1},
    "middle": {**_GRID, "align": "center", "shrink": True},
    "name": {**_GRID, "text_wrap": True, "indent": 1},
    "grey": {**_GRID, "font_color": "#7B8794", "align": "right", "indent": 1},
    "count": {**_GRID, "align": "right", "indent": 1, "bg_color": ENTRY, "locked": False, "num_format": "#,##0"},
    "any": {**_GRID, "align": "right", "indent": 1, "bg_color": ENTRY, "locked": False},
    "explanation": {**_GRID, "font_size": 9, "bg_color": ENTRY, "locked": False, "text_wrap": True, "valign": "top"},
    "sign": {"locked": False},
    "tag": {"font_color": MUTED, "font_size": 8},
}


def write_template(
    catalogue: Catalogue,
    township: str,
    year: int,
    *,
    county: str = "",
    code: str = "",
    last_year: Mapping[str, LastYear] | None = None,
) -> bytes:
    """The blank form of one township and year as .xlsx.

    ``code`` is the township's code in the roster; ``last_year`` maps indicator ids to the figures shown in grey, which
    are never read back. Every text is written as text, whatever it begins with.
    """
    import xlsxwriter  # reading forms back does not wait for it

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": "Arial", "font_size": 10},
        },
    )
    form = _Form(book, catalogue, Identity(township.strip(), code, year), county.strip(), last_year)
    form.write()
    book.close()
    return out.getvalue()


def sheet_name(township: str) -> str:
    """The form's sheet is named after the township, so that the sheets of many stay apart in one workbook."""
    name = "".join(c for c in township.translate(_SHEET_FORBIDS) if unicodedata.category(c)[0] != "C").strip()[:31]
    return name if name and name.casefold() not in ("history", HIDDEN_SHEET) else "统计表"


class _Form:
    def __init__(
        self,
        book: xlsxwriter.Workbook,
        catalogue: Catalogue,
        identity: Identity,
        county: str,
        last_year: Mapping[str, LastYear] | None,
    ) -> None:
        self.book, self.catalogue, self.identity, self.county = book, catalogue, identity, county
        self.last_year = last_year
        base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
        self.looks: dict[str, Format] = {n: book.add_format({**base, **look}) for n, look in _LOOKS.items()}
        self.sheet: Worksheet = book.add_worksheet(sheet_name(identity.township))
        self.rows: list[tuple[int, str]] = []

    def write(self) -> None:
        """Everything, from the title down to the hidden sheet."""
        self._head()
        last = self._body()
        self._sign(last + 1)
        self._identity()
        self._page(last + 1)

    def _merge(self, row: int, first: int, last: int, text: str, look: str, bottom: int | None = None) -> None:
        self.sheet.merge_range(row, first, row if bottom is None else bottom, last, "", self.looks[look])
        self.sheet.write_string(row, first, text, self.looks[look])

    def _head(self) -> None:
        sheet, who = self.sheet, self.identity
        title = wording.TITLE.format(county=self.county, township=who.township, year=who.year)
        self._merge(TITLE_ROW, NUMBER, NOTE, title, "title")
        self._merge(SENDER_ROW, NUMBER, UNIT, wording.SENDER.format(township=who.township), "left")
        self._merge(SENDER_ROW, VALUE, NOTE, wording.YEAR.format(year=who.year), "right")
        self._merge(HOW_ROW, NUMBER, NOTE, wording.HOW_TO, "how")
        for column, text in enumerate((wording.SERIAL, wording.INDICATOR, wording.UNIT, wording.THIS_YEAR)):
            self._merge(TOP_HEADING, column, column, text, "heading", HEADING)
        self._merge(TOP_HEADING, REFERENCE, NOTE, wording.REMARKS, "heading")
        sheet.write_string(HEADING, REFERENCE, wording.LAST_YEAR, self.looks["heading"])
        sheet.write_string(HEADING, NOTE, wording.EXPLANATION, self.looks["heading"])
        for row, height in ((TITLE_ROW, 34), (SENDER_ROW, 20), (HOW_ROW, 58), (TOP_HEADING, 20), (HEADING, 32)):
            sheet.set_row(row, height)

    def _body(self) -> int:
        row, number = FIRST, 0
        groups = [group for group in self.catalogue.groups if self.catalogue.in_group(group.id)]
        for place, group in enumerate(groups, start=1):
            self._merge(row, NUMBER, NOTE, f"{wording.ordinal(place)}、{group.name_zh}", "group")
            self.sheet.set_row(row, 20)
            row += 1
            for indicator in self.catalogue.in_group(group.id):
                number += 1
                self._row(row, number, indicator)
                row += 1
        return row

    def _row(self, row: int, number: int, indicator: Indicator) -> None:
        sheet = self.sheet
        self.rows.append((row, indicator.id))
        sheet.write_number(row, NUMBER, number, self.looks["middle"])
        sheet.write_string(row, NAME, indicator.name_zh, self.looks["name"])
        sheet.write_string(row, UNIT, indicator.unit, self.looks["middle"])
        counted = indicator.kind != "rate" and indicator.unit != "元"
        sheet.write_blank(row, VALUE, None, self.looks["count" if counted else "any"])
        sheet.data_validation(row, VALUE, row, VALUE, _rule(a1(row, VALUE), indicator))
        self._reference(row, indicator)
        sheet.write_blank(row, NOTE, None, self.looks["explanation"])
        sheet.write_string(row, TAG, indicator.id, self.looks["tag"])
        text = wording.definition(self.catalogue, indicator)
        lines = sum(1 + len(line) // 22 for line in text.split("\n"))
        options = {"font_name": FONT, "font_size": 9, "width": 300, "height": 16 + 19 * lines}
        sheet.write_comment(row, NAME, text, options)
        sheet.set_row(row, LINE_HEIGHT * max(1, -(-2 * len(indicator.name_zh) // 26)))

    def _reference(self, row: int, indicator: Indicator) -> None:
        known = (
            None if self.last_year is None else self.last_year.get(indicator.id, LastYear(None, state=State.MISSING))
        )
        if known is None:
            self.sheet.write_blank(row, REFERENCE, None, self.looks["grey"])
            return
        # As text: a grey number that someone copies into the entry column by a formula would be last year's figure.
        self.sheet.write_string(row, REFERENCE, known.shown, self.looks["grey"])

    def _sign(self, row: int) -> None:
        for (first, last), text in zip(((NUMBER, NAME), (UNIT, REFERENCE), (NOTE, NOTE)), wording.SIGNED, strict=True):
            if first == last:
                self.sheet.write_string(row, first, text, self.looks["sign"])
            else:
                self._merge(row, first, last, text, "sign")
        self.sheet.set_row(row, 30)

    def _identity(self) -> None:
        tag = self.looks["tag"]
        self.sheet.write_string(TITLE_ROW, TAG, self.identity.as_tag(), tag)
        self.sheet.write_string(HEADING, TAG, COLUMNS_MARK, tag)
        hidden: Worksheet = self.book.add_worksheet(HIDDEN_SHEET)
        for row, texts in enumerate(listing(self.identity, self.sheet.get_name(), HEADING, self.rows)):
            for column, text in enumerate(texts):
                hidden.write_string(row, column, text)
        hidden.protect()
        hidden.very_hidden()

    def _page(self, last: int) -> None:
        sheet = self.sheet
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(TAG, TAG, 20, None, {"hidden": True})
        sheet.ignore_errors({"number_stored_as_text": f"{a1(FIRST, REFERENCE)}:{a1(last, REFERENCE)}"})
        sheet.hide_gridlines(2)
        sheet.freeze_panes(FIRST, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_selection(FIRST + 1, VALUE, FIRST + 1, VALUE)
        sheet.set_paper(9)
        sheet.set_portrait()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.print_area(TITLE_ROW, NUMBER, last, NOTE)
        sheet.repeat_rows(TOP_HEADING, HEADING)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        who = self.identity.township.replace("&", "&&")[:60]
        sheet.set_footer(f'&L&"{FONT}"&9{who} {self.identity.year}年度&R&"{FONT}"&9第 &P 页 共 &N 页')


def _rule(cell: str, indicator: Indicator) -> dict[str, Any]:
    """Only a number that the indicator can have, or a word for none; anything else is refused with a sentence."""
    number = {
        True: f"AND({cell}>=0,{cell}<={100})",
        False: f"{cell}>=0" if indicator.unit == "元" else f"AND({cell}>=0,{cell}=INT({cell}),{cell}<{MOST:.0f})",
    }[indicator.kind == "rate"]
    words = ",".join(f'{cell}="{word}"' for word in wording.BLANK_WORDS)
    return {
        "validate": "custom",
        "value": f"=IF(ISNUMBER({cell}),{number},OR({words}))",
        "ignore_blank": True,
        "error_type": "stop",
        "error_title": f"请检查：{indicator.name_zh}"[:32],
        "error_message": wording.rule_broken(indicator),
    }
