"""A Word document as a report: what a reader of the printed page sees, in order."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from analytics.intake.narrative.numbering import Numbering, W, read_numbering
from analytics.intake.narrative.paragraphs import Document, Line, goes_on, numbered
from analytics.intake.readers.safe_xml import parse_xml

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset((*(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rt", "pPr")), _FALLBACK))
"""Deleted and moved text, field codes, the small print over characters, and what is there for old programs only."""
_OFFICE = "/officeDocument"
_BREAK = "\n"
PROSE = 80
"""Characters of a table cell with a full stop: then it is a frame around text, not a field of a form."""


@dataclass
class _Reader:
    numbering: Numbering
    hidden_styles: frozenset[str] = frozenset()
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    hidden: int = 0
    carried: str = ""
    """Text of paragraphs whose mark was deleted: they run on into the next."""


def from_docx(data: bytes) -> Document:
    """A Word document that has passed the gate: body paragraphs in order, text boxes behind the one they hang on.

    Tables are handed on as grids, except cells that hold prose. Tracked changes are taken as accepted; deleted and
    hidden text, field codes, contents, headers and footnotes are left out. Raises what zipfile and lxml raise on damage.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        main = _main_part(package)
        root = parse_xml(package.read(main))
        styles = _part(package, main, "styles.xml")
        reader = _Reader(read_numbering(_part(package, main, "numbering.xml"), styles), _hidden_styles(styles))
    body = root.find(f"{W}body")
    for block in _blocks(body if body is not None else root):
        if block.tag == f"{W}tbl":
            _table(block, reader)
        else:
            _paragraph(block, reader)
    if reader.carried:
        reader.lines.append(Line(reader.carried))
    tables = tuple(table for table in reader.tables if any(any(row) for row in table))
    return Document(tuple(numbered(reader.lines)), tables, reader.hidden)


def _main_part(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if "word/document.xml" in names or "_rels/.rels" not in names:
        return "word/document.xml"
    for relation in parse_xml(package.read("_rels/.rels")):
        if str(relation.get("Type", "")).endswith(_OFFICE):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _part(package: zipfile.ZipFile, main: str, name: str) -> etree._Element | None:
    path = posixpath.join(posixpath.dirname(main), name)
    return parse_xml(package.read(path)) if path in package.namelist() else None


def _hidden_styles(styles: etree._Element | None) -> frozenset[str]:
    if styles is None:
        return frozenset()
    found = (style for style in styles.iterchildren(f"{W}style") if _is_hidden(style.find(f"{W}rPr")))
    return frozenset(style.get(f"{W}styleId", "") for style in found)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, through content controls and custom markup."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _blocks(child)


def _paragraph(paragraph: etree._Element, reader: _Reader) -> None:
    """Adds a paragraph's lines and, behind them, those of the text boxes that hang on it."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and re.match(r"TOC\d|目录", style.get(f"{W}val", ""), re.IGNORECASE):
        return
    boxes: list[etree._Element] = []
    text = _text(paragraph, reader, boxes)
    label, level = reader.numbering.label(paragraph), _level(paragraph)
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    text, reader.carried = reader.carried + text, ""
    if mark is not None and mark.find(f"{W}del") is not None:
        reader.carried = text
    else:
        for number, piece in enumerate(_pieces(text)):
            reader.lines.append(Line(piece, label if number == 0 else "", level if number == 0 else None))
    for box in boxes:
        for block in _blocks(box):
            if block.tag == f"{W}p":
                _paragraph(block, reader)
            else:
                _table(block, reader)


def _pieces(text: str) -> list[str]:
    """A paragraph at its line breaks, except those that fall into a sentence."""
    out: list[str] = []
    for piece in text.split(_BREAK):
        if out and goes_on(out[-1], piece):
            out[-1] += piece.strip()
        else:
            out.append(piece)
    return out


def _text(element: etree._Element, reader: _Reader, boxes: list[etree._Element]) -> str:
    pieces: list[str] = []

    def walk(node: etree._Element) -> None:
        for child in node:
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}r" and _run_is_hidden(child, reader):
                reader.hidden += sum(len(t.text or "") for t in child.iter(f"{W}t"))
            elif child.tag == f"{W}t":
                pieces.append(child.text or "")
            elif child.tag == f"{W}tab":
                pieces.append("\t")
            elif child.tag in (f"{W}br", f"{W}cr"):
                pieces.append(_BREAK)
            elif child.tag == f"{W}noBreakHyphen":
                pieces.append("-")
            elif child.tag == f"{W}txbxContent":
                boxes.append(child)
            else:
                walk(child)
                if child.tag == f"{W}p":
                    pieces.append(_BREAK)

    walk(element)
    return "".join(pieces)


def _run_is_hidden(run: etree._Element, reader: _Reader) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    style = properties.find(f"{W}rStyle")
    return _is_hidden(properties) or (style is not None and style.get(f"{W}val", "") in reader.hidden_styles)


def _is_hidden(properties: etree._Element | None) -> bool:
    vanish = properties.find(f"{W}vanish") if properties is not None else None
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false", "off")


def _level(paragraph: etree._Element) -> int | None:
    outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
    if outline is not None:
        said = outline.get(f"{W}val", "")
        return int(said) if said.isascii() and said.isdigit() and int(said) < 9 else None
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    match = re.fullmatch(r"(?:[Hh]eading|标题)?\s?([1-9])", style.get(f"{W}val", "")) if style is not None else None
    return int(match[1]) - 1 if match else None


def _table(table: etree._Element, reader: _Reader) -> None:
    """Adds a table as a grid; cells that hold prose become paragraphs instead, so that a framed report is read."""
    rows: list[tuple[str, ...]] = []
    for row in table.iter(f"{W}tr"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{W}tc", f"{W}sdt"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            continued = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            text = _text(cell, reader, [])
            if len(text) >= PROSE and "。" in text:
                for block in _blocks(cell):
                    if block.tag == f"{W}p":
                        _paragraph(block, reader)
                text = ""
            cells.append("" if continued else " ".join(text.split(_BREAK)).strip())
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = span.get(f"{W}val", "1") if span is not None else "1"
            cells += [""] * (min(int(width), 60) - 1 if width.isascii() and width.isdigit() else 0)
        rows.append(tuple(cells))
    reader.tables.append(tuple(rows))
