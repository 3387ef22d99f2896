"""Tables inside a report: read as returns are, under the report's township and year, and held against its prose."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.catalogue import Catalogue, Roster
from analytics.intake.grid import Cell, Sheet, Workbook
from analytics.intake.narrative.choosing import table_differs
from analytics.intake.narrative.paragraphs import Document
from analytics.intake.narrative.word import from_docx
from analytics.intake.reading import Decisions, read_grid
from analytics.model import Alternative, Choice, Figure, Problem, Reading

SHEET = "表{number}"
"""What the tables of a document are called, in order."""


def tables_of(data: bytes) -> Workbook | None:
    """The tables of a Word document as sheets; None where it has none, or is damaged."""
    try:
        document = from_docx(data)
    except Exception:  # what zipfile and lxml raise on damage
        return None
    return _workbook(document) if document.tables else None


def _workbook(document: Document) -> Workbook:
    sheets = tuple(_sheet(SHEET.format(number=number), rows) for number, rows in enumerate(document.tables, start=1))
    return Workbook(sheets, "docx")


def read_tables(
    document: Document, name: str, sha256: str, roster: Roster | None, decisions: Decisions
) -> Reading | None:
    """The reading of a document's tables as sheets 表1, 表2 …; None where they hold no figure."""
    if not document.tables:
        return None
    reading = read_grid(_workbook(document), name, sha256, roster, decisions)
    return reading if reading.figures else None


def _sheet(name: str, rows: Sequence[Sequence[str]]) -> Sheet:
    cells = {(r, c): Cell(r, c, text, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text.strip()}
    return Sheet(name, cells)


def joined(
    prose: Sequence[Figure], tables: Sequence[Figure], catalogue: Catalogue
) -> tuple[list[Figure], list[Problem], list[Choice]]:
    """The figures of both, each once; where they differ neither, but a question that names both places, and a choice."""
    stated = {(f.township, f.year, f.indicator): f for f in prose}
    figures = dict(stated)
    problems: list[Problem] = []
    choices: list[Choice] = []
    for figure in tables:
        key = figure.township, figure.year, figure.indicator
        other = stated.get(key)
        if other is None:
            figures[key] = figure
        elif (other.state, other.value) != (figure.state, figure.value):
            figures.pop(key, None)
            problems.append(table_differs(other.indicator, other.source, figure.source, catalogue))
            alternatives = tuple(_alternative(f) for f in (other, figure) if f.value is not None)
            choices.append(Choice(other.township, other.year, other.indicator, other.unit, alternatives))
    return list(figures.values()), problems, choices


def _alternative(figure: Figure) -> Alternative:
    return Alternative(figure.value or 0.0, figure.qualifier, figure.source)
