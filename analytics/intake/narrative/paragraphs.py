"""A report as paragraphs, numbered from 1 over those that hold text, whatever the file format was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from analytics.intake.readers.safe_xml import parse_xml

_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200d\u2060\ufeff\u00ad]")
_RESIDUE = re.compile(r"\[bookmark:[^\]]{0,60}\]", re.IGNORECASE)
"""What converters from Word to text leave of bookmarks."""
_SPACE = re.compile("[ \t\u00a0\u3000]+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK))
_OFFICE = "/officeDocument"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: ``number`` counts from 1, ``text`` is cleaned of what cannot be seen.

    ``numbered`` tells that the office program numbers it by itself, so that its number is not in the text;
    ``level`` is the outline level (0 the highest) where the file says one.
    """

    number: int
    text: str
    numbered: bool = False
    level: int | None = None

    def cell(self, start: int, end: int) -> str:
        """The place of the characters ``start`` to ``end`` (0-based, end excluded): ``¶12:34-41``."""
        return f"¶{self.number}:{start}-{end}"


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs of a report and its tables, each as rows of cell texts."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()


def from_text(text: str) -> Document:
    """A plain text: every line that holds something is a paragraph."""
    lines = re.split("\r\n|[\r\n\u2028\u2029\x0b\x0c]", text)
    return Document(tuple(_numbered((line, False, None) for line in lines)))


def from_docx(data: bytes) -> Document:
    """A Word document that has passed the gate: body paragraphs in order, text boxes where they are anchored.

    Tables are handed on as grids, not as prose. Deleted text, field codes, headers and footnotes are left out.
    Raises what zipfile and lxml raise on damage.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = parse_xml(package.read(_main_part(package)))
    body = root.find(f"{_W}body")
    rows: list[tuple[str, bool, int | None]] = []
    tables: list[tuple[tuple[str, ...], ...]] = []
    for block in _blocks(body if body is not None else root):
        if block.tag == f"{_W}tbl":
            tables.append(tuple(_table_rows(block)))
        else:
            rows += [(text, _is_numbered(block), _level(block)) for text in _text(block).split("\n")]
    return Document(tuple(_numbered(rows)), tuple(table for table in tables if table))


def _numbered(rows: Iterable[tuple[str, bool, int | None]]) -> Iterator[Paragraph]:
    number = 0
    for text, numbered, level in rows:
        cleaned = _SPACE.sub(" ", _RESIDUE.sub("", _DROPPED.sub("", text))).strip()
        if cleaned:
            number += 1
            yield Paragraph(number, cleaned, numbered, level)


def _main_part(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if "word/document.xml" in names or "_rels/.rels" not in names:
        return "word/document.xml"
    for relation in parse_xml(package.read("_rels/.rels")):
        if str(relation.get("Type", "")).endswith(_OFFICE):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, through content controls and custom markup."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _blocks(child)


def _text(element: etree._Element) -> str:
    pieces: list[str] = []

    def walk(node: etree._Element) -> None:
        for child in node:
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            if child.tag == f"{_W}t":
                pieces.append(child.text or "")
            elif child.tag == f"{_W}tab":
                pieces.append("\t")
            elif child.tag in (f"{_W}br", f"{_W}cr"):
                pieces.append("\n")
            elif child.tag == f"{_W}noBreakHyphen":
                pieces.append("-")
            else:
                walk(child)
                if child.tag == f"{_W}p":
                    pieces.append("\n")

    walk(element)
    return "".join(pieces)


def _is_numbered(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}numPr") is not None


def _level(paragraph: etree._Element) -> int | None:
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    if outline is not None:
        said = outline.get(f"{_W}val", "")
        return int(said) if said.isascii() and said.isdigit() and int(said) < 9 else None
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    match = re.fullmatch(r"(?:[Hh]eading|标题)?\s?([1-9])", style.get(f"{_W}val", "")) if style is not None else None
    return int(match[1]) - 1 if match else None


def _table_rows(table: etree._Element) -> Iterator[tuple[str, ...]]:
    for row in table.iter(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{_W}tc"):
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            hidden = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
            cells.append("" if hidden else " ".join(_text(cell).split("\n")).strip())
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            width = span.get(f"{_W}val", "1") if span is not None else "1"
            cells += [""] * (min(int(width), 60) - 1 if width.isascii() and width.isdigit() else 0)
        yield tuple(cells)
