"""Reads web pages with tables, which office systems like to name .xls.

All of a page becomes one sheet in reading order: a text between tables is a row with one cell, so that a title above
the table (township and year often stand only there) is not lost. A table used only to arrange others is looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from analytics.intake.decoding import decode
from analytics.intake.gate import limits
from analytics.intake.gate.refusals import Refused
from analytics.intake.grid import Cell, Merge, Sheet, Workbook
from analytics.intake.readers.clean import clean, is_blank
from analytics.intake.readers.notes import DOUBTFUL_CHARACTERS
from analytics.intake.readers.shown import shown

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SHEET_NAME = re.compile(r"<x:Name>([^<]{1,80})</x:Name>", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_FORMAT = re.compile(r"mso-number-format\s*:\s*(\"(?:\\.|[^\"\\])*\"|'[^']*'|[^;]+)", re.IGNORECASE)
_RULE = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "li", "center", "br", "td", "th", "tr", "body"}
_UNSEEN = {"script", "style", "head", "title", "noscript", "template", "select", "textarea"}
MAX_SPAN = 1000


@dataclass
class _Page:
    """The sheet being written, from the top down."""

    formats: dict[str, str]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    row: int = 0
    line: list[str] = field(default_factory=list)

    def end_line(self) -> None:
        """Puts the text gathered so far into a row of its own."""
        text = _SPACES.sub(" ", clean("".join(self.line))).strip()
        self.line.clear()
        if not is_blank(text):
            self.cells[(self.row, 0)] = Cell(self.row, 0, text, text)
            self.row += 1


def read_html(data: bytes) -> Workbook | None:
    """One sheet for the page in ``data``; None if there is no table in it. Raises lxml's errors on damage."""
    text = decode(data)
    if text is None:
        return None
    text = _DECLARATION.sub("", text.replace("\0", ""))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    root = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    if root.find(".//table") is None and root.tag != "table":
        return None
    page = _Page(_formats_of_classes(root))
    _walk(root, page)
    page.end_line()
    named = _SHEET_NAME.search(text)
    sheet = Sheet(
        clean(named[1]).strip() if named else "",
        page.cells,
        tuple(page.merges),
        hidden_rows=frozenset(page.hidden_rows),
    )
    return Workbook((sheet,), "html", (DOUBTFUL_CHARACTERS,) if "\ufffd" in text else ())


def _formats_of_classes(root: etree._Element) -> dict[str, str]:
    """Number formats by style class, as Excel writes them when it saves a page."""
    formats = {}
    for style in root.iter("style"):
        for name, rules in _RULE.findall((style.text or "")[:1_000_000]):
            code = _format_in(rules)
            if code:
                formats[name] = code
    return formats


def _format_in(rules: str) -> str | None:
    match = _FORMAT.search(rules)
    if match is None:
        return None
    code = re.sub(r"\\([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), match[1].strip().strip("\"'"))
    code = re.sub(r"\\(.)", r"\1", code)
    return {"Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00", "General": "General"}.get(code, code)


def _walk(element: etree._Element, page: _Page) -> None:
    """Texts and tables under ``element`` in reading order."""
    if element.tag == "table" and element.find(".//table") is None:
        page.end_line()
        _table(element, page)
        return
    if element.text:
        page.line.append(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN and not _is_hidden(child):
            block = child.tag in _BLOCKS
            if block:
                page.end_line()
            _walk(child, page)
            if block:
                page.end_line()
        if child.tail:
            page.line.append(child.tail)


def _is_hidden(element: etree._Element) -> bool:
    return bool(_HIDDEN.search(element.get("style") or "")) or element.get("hidden") is not None


def _table(table: etree._Element, page: _Page) -> None:
    """The cells of a table, spans as merged ranges, and a blank row after it."""
    caption = table.find("caption")
    if caption is not None:
        page.line.append(str(caption.text_content() if hasattr(caption, "text_content") else caption.text or ""))
        page.end_line()
    taken: set[tuple[int, int]] = set()
    for row in table.iter("tr"):
        if page.row >= limits.ROWS:
            raise Refused("far_cell")
        if _is_hidden(row):
            page.hidden_rows.add(page.row)
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while (page.row, column) in taken:
                column += 1
            across, down = _span(element, "colspan"), _span(element, "rowspan")
            if across * down > 1:
                page.merges.append(Merge(page.row, column, page.row + down - 1, column + across - 1))
                taken.update((page.row + y, column + x) for y in range(down) for x in range(across))
            if column + across > limits.COLUMNS or len(taken) > limits.MERGED_AREA:
                raise Refused("far_cell")
            found = None if _is_hidden(element) else _cell(element, page, column)
            if found is not None:
                page.cells[(page.row, column)] = found
            column += across
        if len(page.cells) > limits.CELLS or len(page.merges) > limits.MERGES:
            raise Refused("too_many_cells")
        page.row += 1
    page.row += 1


def _span(element: etree._Element, name: str) -> int:
    text = (element.get(name) or "1").strip()
    return min(max(int(text), 1), MAX_SPAN) if text.isdecimal() and len(text) < 8 else 1


def _cell(element: etree._Element, page: _Page, column: int) -> Cell | None:
    """The cell's text as shown; where Excel left the number itself (``x:num``), that is the value."""
    text = _SPACES.sub(" ", "".join(_texts(element))).replace("\v", "\n").strip()
    number = element.get("x:num")
    code = _format_in(element.get("style") or "") or page.formats.get((element.get("class") or "").split(" ")[0])
    if number is not None:
        try:
            value = float(number or text.replace(",", ""))
        except ValueError:
            return Cell(page.row, column, text, text) if text else None
        whole = int(value) if value.is_integer() and abs(value) < 1e15 else value
        return Cell(page.row, column, whole, text or shown(whole, code or "General"), code or "General")
    return None if is_blank(text) else Cell(page.row, column, text, text, code or "General")


def _texts(element: etree._Element) -> Iterator[str]:
    """The texts of a cell, line breaks as ``\\v`` so that they outlive the joining of blanks."""
    yield clean(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN and not _is_hidden(child):
            if child.tag == "br":
                yield "\v"
            yield from _texts(child)
            if child.tag in ("p", "div") and child.getnext() is not None:
                yield "\v"
        yield clean(child.tail or "")
