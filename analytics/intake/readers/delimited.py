"""Reads text tables (.csv, .tsv, .txt): every value stays the text it is."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from analytics.intake.decoding import decode
from analytics.intake.gate import limits
from analytics.intake.gate.refusals import Refused
from analytics.intake.grid import Cell, Sheet, Workbook
from analytics.intake.readers.clean import clean, is_blank
from analytics.intake.readers.notes import DOUBTFUL_CHARACTERS, UNPAIRED_QUOTES

DELIMITERS = (",", "\t", ";", "，", "；", "|")
"""In order of preference where two cut a text equally well."""

PROSE_SIGNS = ("，", "；")

MAX_FIELD = 100_000
"""Characters; no cell of an office program holds more than 32,767."""

_FORMULA_TEXT = re.compile(r'="([^"]*)"$')


def delimiter_of(text: str) -> str | None:
    """The sign that cuts most lines into the same number (two or more) of columns; None if none does.

    Judged on the first 200 lines that are not blank. A table's rows agree; prose cut at its commas does not.
    """
    best: tuple[float, int] | None = None
    chosen = None
    for delimiter in DELIMITERS:
        counts = Counter(len(row) for row in _sample(text, delimiter) if row)
        cut = Counter({columns: lines for columns, lines in counts.items() if columns > 1})
        if not cut:
            continue
        columns, lines = max(cut.items(), key=lambda found: (found[1], found[0]))
        agreement = lines / sum(counts.values())
        score = (agreement, columns)
        if best is None or score[0] > best[0] * 1.2 or (score[0] >= best[0] * 0.9 and score[1] > best[1] * 2):
            best, chosen = score, delimiter
    return chosen


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """Up to 200 rows of the text's first part that are not blank."""
    rows = []
    try:
        for row in _rows(text[:200_000], delimiter):
            if any(not is_blank(field) for field in row):
                rows.append(row)
            if len(rows) == 200:
                break
    except csv.Error:
        pass
    return rows


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The text's rows.

    A quote that is never closed would swallow the rest of the table. Where quotes do not pair, each line stands for
    itself, and in a line of its own unpaired quote they are plain signs.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limits.FILE))
    if text.count('"') % 2 == 0:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return
    for line in text.splitlines():
        if line.count('"') % 2:
            yield from csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE)
        else:
            yield next(csv.reader([line], delimiter=delimiter), [])


def looks_tabular(text: str, delimiter: str) -> bool:
    """Whether most lines are cut alike. Full-width signs also stand in prose: there nearly all lines must agree."""
    rows = _sample(text, delimiter)
    if sum(row[-1].rstrip().endswith("。") for row in rows) * 2 >= len(rows):
        return False
    counts = Counter(len(row) for row in rows)
    columns, lines = counts.most_common(1)[0]
    if delimiter in PROSE_SIGNS:
        return columns > 1 and lines > 1 and lines * 5 >= len(rows) * 4
    wide = sum(count for columns, count in counts.items() if columns > 1)
    return (columns > 1 and lines * 2 >= len(rows)) or wide * 3 >= len(rows) * 2


def read_delimited(data: bytes) -> Workbook | None:
    """One sheet without a name; None if ``data`` is not a text table.

    Notes: ``doubtful_characters`` where bytes fitted no encoding, ``unpaired_quotes`` where rows may be cut wrongly.
    Raises Refused for more columns or cells than a sheet may have, csv.Error on impossible rows.
    """
    text = decode(data)
    if text is None or (delimiter := delimiter_of(text)) is None or not looks_tabular(text, delimiter):
        return None
    cells = {}
    for row, fields in enumerate(_rows(text, delimiter)):
        if len(fields) > limits.COLUMNS or row >= limits.ROWS:
            raise Refused("far_cell")
        for column, field in enumerate(fields):
            value = clean(field).strip()[:MAX_FIELD]
            if match := _FORMULA_TEXT.match(value):  # ="001": how programs keep leading zeros from Excel
                value = match[1]
            if not is_blank(value):
                cells[(row, column)] = Cell(row, column, value, value)
        if len(cells) > limits.CELLS:
            raise Refused("too_many_cells")
    notes = [DOUBTFUL_CHARACTERS] if "\ufffd" in text else []
    if text.count('"') % 2:
        notes.append(UNPAIRED_QUOTES)
    return Workbook((Sheet("", cells),), "csv", tuple(notes))
