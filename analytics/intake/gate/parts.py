"""Looks through the XML parts of a package with a bare parser and counts what would cost a reader dearly.

A real parser and not a search for texts, so that prefixed names, odd quoting and declared encodings hide nothing.
Nothing is built: an ordinary return takes a few milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from analytics.intake.gate import limits
from analytics.intake.gate.refusals import Refused

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_PLAIN_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
_PLACE = re.compile(r"\$?([A-Za-z]*)\$?(\d*)$")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")

Attributes = dict[str, str]
Opening = Callable[[str, Attributes], None]


@dataclass
class Totals:
    """What has been counted in the parts of one file so far."""

    sheets: int = 0
    cells: int = 0
    merges: int = 0
    merged_area: int = 0
    strings: int = 0
    paragraphs: int = 0


def check_part(content: bytes, name: str, totals: Totals) -> None:
    """Raises Refused on what a reader must not be given; adds what was counted to ``totals``.

    Ill-formed XML is ``damaged`` where it carries data; in drawings and the like, which no reader here opens, it
    passes.
    """
    _check_encoding(content)
    _check_unbroken(content)
    watch = _Watch(totals)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.EntityDeclHandler = _no_doctype
    watch.attach(parser)
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        carries_data = watch.kind is not None or (not watch.begun and name.lower().endswith((".xml", ".rels")))
        if carries_data and content.strip():
            raise Refused("damaged") from fault


def _no_doctype(*_: object) -> None:
    raise Refused("dangerous")


def _check_encoding(content: bytes) -> None:
    """Only encodings in which markup looks like ASCII: others are read differently by different parsers."""
    if content.startswith(_WIDE_MARKS) or b"\0" in content[:64]:
        raise Refused("foreign_xml")
    declared = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf")[:200])
    if declared and declared[1].lower() not in _PLAIN_ENCODINGS:
        raise Refused("foreign_xml")


def _check_unbroken(content: bytes) -> None:
    start = 0
    while len(content) - start > limits.UNBROKEN:
        last = content.rfind(b">", start, start + limits.UNBROKEN)
        if last < 0:
            raise Refused("dangerous")
        start = last + 1


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of an A1 name, from 1; 0 where the name does not give one or is no name at all."""
    match = _PLACE.match(reference)
    if match is None:
        return 0, 0
    if len(match[1]) > 6 or len(match[2]) > 12:
        raise Refused("far_cell")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2] or 0), column


def area_of(reference: str) -> int:
    """The number of cells in a range such as A1:C3; 1 for anything that is not one."""
    first, colon, last = reference.partition(":")
    if not colon:
        return 1
    (top, left), (bottom, right) = place_of(first), place_of(last)
    if max(top, bottom) > limits.ROWS or max(left, right) > limits.COLUMNS:
        raise Refused("far_cell")
    if not (top and bottom):
        top, bottom = 1, limits.ROWS
    if not (left and right):
        left, right = 1, limits.COLUMNS
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)


class _Watch:
    """Element handlers for one part; which ones depends on the part's root."""

    def __init__(self, totals: Totals) -> None:
        self.totals = totals
        self.begun = False
        self.kind: str | None = None
        self.row = self.column = 0
        self.last_row = self.last_column = 0
        self.repeat = self.in_row = self.row_end = 0
        self.spaces = self.depth = 0
        self.columns: dict[str, int] = {}

    def attach(self, parser: expat.XMLParserType) -> None:
        """Begins with the root, then takes the handler that suits it, or none (much faster)."""
        self.parser = parser
        parser.StartElementHandler = self._root

    def _root(self, tag: str, attributes: Attributes) -> None:
        self.begun = True
        handlers: dict[str, Opening | None] = {
            "worksheet": self._worksheet,
            "workbook": self._workbook,
            "sst": self._strings,
            "styleSheet": None,
            "document-content": self._opendocument,
            "document": self._text_document,
            "Workbook": self._spreadsheetml,
            "Types": None,
            "Relationships": None,
        }
        name = tag.rpartition(":")[2]
        self.kind = name if name in handlers else None
        handler = handlers.get(name)
        self.parser.StartElementHandler = handler
        if name == "document-content":
            self.parser.EndElementHandler = self._end_opendocument
        elif name == "document":
            self.parser.EndElementHandler = self._rise
        if name == "sst":
            self._string_count(attributes)

    # .xlsx

    def _worksheet(self, tag: str, attributes: Attributes) -> None:
        name = tag.rpartition(":")[2]
        if name in ("v", "f", "is"):
            self._filled()
        elif name == "c":
            self._cell(attributes.get("r"))
        elif name == "row":
            self._row(attributes.get("r"))
        elif name == "mergeCell":
            self.totals.merges += 1
            self._cover(attributes.get("ref", ""))
        elif name == "hyperlink":
            self._cover(attributes.get("ref", ""))

    def _row(self, number: str | None) -> None:
        self._count_cell()  # a row costs a reader about as much as a cell
        self.row = int(number) if number and number.isdecimal() and len(number) < 12 else self.row + 1
        self.column = 0
        if self.row > limits.ROWS or (number and len(number) >= 12):
            raise Refused("far_cell")

    def _cell(self, reference: str | None) -> None:
        self._count_cell()
        if not reference:
            self.column += 1
            return
        letters = reference.rstrip("0123456789")
        column = self.columns.get(letters)
        if column is None:
            column = self.columns[letters] = place_of(letters)[1]
        digits = reference[len(letters) :]
        self.column = column or self.column + 1
        if digits:
            if len(digits) > 9:
                raise Refused("far_cell")
            self.row = int(digits)
        if self.row > limits.ROWS or self.column > limits.COLUMNS:
            raise Refused("far_cell")

    def _filled(self) -> None:
        if self.row > self.last_row:
            self.last_row = self.row
        if self.column > self.last_column:
            self.last_column = self.column
        if self.last_row * self.last_column > limits.AREA:
            raise Refused("far_cell")

    def _count_cell(self, count: int = 1) -> None:
        self.totals.cells += count
        if self.totals.cells > limits.CELLS:
            raise Refused("too_many_cells")

    def _cover(self, reference: str) -> None:
        """A merged range or a link over a range: readers make a cell of every place in it."""
        self.totals.merged_area += area_of(reference)
        if self.totals.merges > limits.MERGES or self.totals.merged_area > limits.MERGED_AREA:
            raise Refused("too_many_cells")

    def _workbook(self, tag: str, _: Attributes) -> None:
        if tag.rpartition(":")[2] == "sheet":
            self.totals.sheets += 1
            if self.totals.sheets > limits.SHEETS:
                raise Refused("too_many_sheets")

    def _strings(self, tag: str, _: Attributes) -> None:
        if tag.rpartition(":")[2] == "si":
            self.totals.strings += 1
            if self.totals.strings > limits.STRINGS:
                raise Refused("too_much")

    def _string_count(self, attributes: Attributes) -> None:
        """Readers reserve memory for as many strings as the part claims to have."""
        claimed = attributes.get("uniqueCount", "0")
        if not claimed.isdecimal() or len(claimed) > 9 or int(claimed) > limits.STRINGS:
            raise Refused("dangerous")

    # .ods

    def _opendocument(self, tag: str, attributes: Attributes) -> None:
        name = tag.rpartition(":")[2]
        if name == "table-row":
            self.repeat = _repeat(attributes, "table:number-rows-repeated")
            self.column = self.in_row = self.row_end = 0
        elif name in ("table-cell", "covered-table-cell"):
            repeat = _repeat(attributes, "table:number-columns-repeated")
            self.column += repeat
            self.totals.cells += 1
            if any(key.endswith((":value-type", ":formula")) for key in attributes):
                self.in_row += repeat
                self.row_end = self.column
            self.totals.merged_area += _repeat(attributes, "table:number-columns-spanned") * _repeat(
                attributes, "table:number-rows-spanned"
            )
            if self.totals.merged_area > limits.MERGED_AREA + limits.CELLS:
                raise Refused("too_many_cells")
        elif name == "s":
            self.spaces += _repeat(attributes, "text:c")
            if self.spaces > limits.SPACES:
                raise Refused("dangerous")
        elif name == "table":
            self.row = self.last_row = self.last_column = 0
            self.totals.sheets += 1
            if self.totals.sheets > limits.SHEETS:
                raise Refused("too_many_sheets")

    def _end_opendocument(self, tag: str) -> None:
        if tag.rpartition(":")[2] != "table-row":
            return
        self.row += self.repeat
        if self.in_row:
            self._count_cell(self.in_row * self.repeat)
            self.column = self.row_end
            if self.row > limits.ROWS or self.column > limits.COLUMNS:
                raise Refused("far_cell")
            self._filled()
        self._count_cell(0)

    # .docx

    def _text_document(self, tag: str, attributes: Attributes) -> None:
        self.depth += 1
        name = tag.rpartition(":")[2]
        if name == "p":
            self.totals.paragraphs += 1
        elif name == "gridSpan":
            for value in attributes.values():
                if not value.isdecimal() or len(value) > 9 or int(value) > limits.TABLE_SPAN:
                    raise Refused("dangerous")
        if self.depth > limits.DEPTH or self.totals.paragraphs > limits.PARAGRAPHS:
            raise Refused("too_much")

    def _rise(self, _: str) -> None:
        self.depth -= 1

    # XML spreadsheet 2003

    def _spreadsheetml(self, tag: str, attributes: Attributes) -> None:
        name = tag.rpartition(":")[2]
        if name in ("Cell", "Row"):
            self._count_cell()
            for key, value in attributes.items():
                counts = key.endswith(("Index", "MergeAcross", "MergeDown", "Span"))
                if counts and (not value.isdecimal() or len(value) > 9 or int(value) > limits.ROWS):
                    raise Refused("far_cell")
        elif name == "Worksheet":
            self._workbook("sheet", attributes)


def _repeat(attributes: Attributes, key: str) -> int:
    """A repeat count: 1 where there is none, a billion for what is not a sensible number."""
    value = attributes.get(key)
    if value is None:
        return 1
    return int(value) if value.isdecimal() and len(value) < 10 else 1_000_000_000
