"""A Word document as a report: what a reader of the printed page sees, in order."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from analytics.intake.narrative.numbering import Numbering, read_numbering
from analytics.intake.narrative.paragraphs import Document, Line, goes_on, numbered
from analytics.intake.narrative.word_styles import Styles, W, is_hidden, outline, read_styles, value
from analytics.intake.narrative.word_tables import frames_text, is_long_prose, label, rows_of
from analytics.intake.readers.safe_xml import parse_xml

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset((*(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rt", "pPr")), _FALLBACK))
"""Deleted and moved text, field codes, the small print over characters, and what is there for old programs only."""
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_OFFICE = "/officeDocument"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of a document saved as "Strict Open XML"."""
_EMBEDDED = re.compile(r"Excel|ET\.|KET", re.IGNORECASE)
"""Programs whose tables are put into a text as objects: Excel and WPS."""
_BREAK = "\n"


@dataclass
class _Reader:
    numbering: Numbering
    styles: Styles = field(default_factory=Styles)
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    hidden: int = 0
    carried: str = ""
    """Text of paragraphs whose mark was deleted: they run on into the next."""


def from_docx(data: bytes) -> Document:
    """A Word document that has passed the gate: body paragraphs in order, text boxes behind the one they hang on.

    Tables are handed on as grids, except cells that hold prose. Tracked changes are taken as accepted; deleted and
    hidden text, field codes, contents and footnotes are left out; of headers only the words are handed on, apart.
    Raises what zipfile and lxml raise on damage.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        main = _main_part(package)
        root = _parsed(package, main)
        styles = read_styles(_part(package, main, "styles.xml"))
        reader = _Reader(read_numbering(_part(package, main, "numbering.xml"), styles), styles)
        headers = _headers(package, main)
    body = root.find(f"{W}body")
    for block in _blocks(body if body is not None else root):
        _block(block, reader)
    if reader.carried:
        reader.lines.append(Line(reader.carried))
    tables = tuple(table for table in reader.tables if any(any(row) for row in table))
    return Document(
        tuple(numbered(reader.lines)),
        tables,
        reader.hidden,
        changed=sum(1 for node in root.iter(*_CHANGES) if next(node.iter(f"{W}t", f"{W}delText"), None) is not None),
        embedded=sum(1 for node in root.iter("{*}OLEObject") if _EMBEDDED.match(node.get("ProgID", ""))),
        pictures=sum(1 for _ in root.iter("{*}blip", "{*}imagedata")),
        headers=headers,
    )


def _parsed(package: zipfile.ZipFile, path: str) -> etree._Element:
    return parse_xml(package.read(path).replace(_STRICT, W.strip("{}").encode()))


def _headers(package: zipfile.ZipFile, main: str) -> tuple[str, ...]:
    """The lines at the head of the pages, each once."""
    folder = posixpath.dirname(main)
    parts = [n for n in package.namelist() if re.fullmatch(rf"{re.escape(folder)}/header\d*\.xml", n)]
    said = (_text(p, _Reader(Numbering()), []) for part in sorted(parts) for p in _parsed(package, part).iter(f"{W}p"))
    return tuple(dict.fromkeys(" ".join(text.split()) for text in said if text.strip()))


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
    return _parsed(package, path) if path in package.namelist() else None


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, through content controls and custom markup."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _blocks(child)


def _block(block: etree._Element, reader: _Reader) -> None:
    if block.tag == f"{W}tbl":
        _table(block, reader)
    else:
        _paragraph(block, reader)


def _paragraph(paragraph: etree._Element, reader: _Reader) -> None:
    """Adds a paragraph's lines and, behind them, those of the text boxes that hang on it."""
    style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
    if style and reader.styles.is_contents(style):
        return
    boxes: list[etree._Element] = []
    text = _text(paragraph, reader, boxes)
    written, level = reader.numbering.label(paragraph), _level(paragraph, style, reader)
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    text, reader.carried = reader.carried + text, ""
    if mark is not None and mark.find(f"{W}del") is not None:
        reader.carried = text
    else:
        for number, piece in enumerate(_pieces(text)):
            reader.lines.append(Line(piece, written if number == 0 else "", level if number == 0 else None))
    for box in boxes:
        for block in _blocks(box):
            _block(block, reader)


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
    """The text of a paragraph or a cell, without that of tables inside it; ``boxes`` takes in its text boxes."""
    pieces: list[str] = []

    def walk(node: etree._Element, hidden: bool) -> None:
        for child in node:
            if child.tag in _SKIPPED or child.tag == f"{W}tbl" or not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}r" and _run_is_hidden(child, reader, hidden):
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
            elif child.tag == f"{W}p":
                walk(child, _style_is_hidden(child, reader))
                pieces.append(_BREAK)
            else:
                walk(child, hidden)

    walk(element, _style_is_hidden(element, reader))
    return "".join(pieces)


def _style_is_hidden(paragraph: etree._Element, reader: _Reader) -> bool:
    return reader.styles.is_hidden(value(paragraph.find(f"{W}pPr/{W}pStyle")))


def _run_is_hidden(run: etree._Element, reader: _Reader, paragraph: bool) -> bool:
    """Whether a run is hidden by its own properties, else by its style, else by its paragraph's style."""
    properties = run.find(f"{W}rPr")
    if properties is not None and properties.find(f"{W}vanish") is not None:
        return is_hidden(properties)
    style = value(properties.find(f"{W}rStyle")) if properties is not None else ""
    return paragraph or reader.styles.is_hidden(style)


def _level(paragraph: etree._Element, style: str, reader: _Reader) -> int | None:
    if paragraph.find(f"{W}pPr/{W}outlineLvl") is not None:
        return outline(paragraph.find(f"{W}pPr"))
    return reader.styles.level(style) if style else None


def _table(table: etree._Element, reader: _Reader) -> None:
    """Adds a table as a grid; what only frames text becomes paragraphs instead. Boxes and tables in its cells come behind."""
    rows = list(rows_of(table))
    grid: list[list[str]] = []
    boxes: dict[etree._Element, list[etree._Element]] = {}
    for fields in rows:
        grid.append([""] * (fields[-1].column + 1 if fields else 0))
        for cell in fields:
            text = _text(cell.element, reader, boxes.setdefault(cell.element, []))
            grid[-1][cell.column] = "" if cell.continued else text.strip(_BREAK)
    framed = frames_text(grid)
    behind: list[etree._Element] = []
    for fields, cells in zip(rows, grid, strict=True):
        for cell in fields:
            text = cells[cell.column]
            inside = list(_blocks(cell.element))
            if not (framed or is_long_prose(text)):
                behind += (block for block in inside if block.tag == f"{W}tbl")
                behind += (block for box in boxes[cell.element] for block in _blocks(box))
                continue
            cells[cell.column] = ""
            counted = reader.hidden
            if label(text) != text:
                reader.lines.append(Line(label(text)))
            else:
                for block in inside:
                    _block(block, reader)
            reader.hidden = counted
    reader.tables.append(tuple(tuple(" ".join(text.split(_BREAK)).strip() for text in cells) for cells in grid))
    for block in behind:
        _block(block, reader)
