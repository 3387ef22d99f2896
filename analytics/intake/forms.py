"""Which form a table is written on: the same name for the same form, whatever the year and the township.

What is remembered for a form is obeyed without asking, so two forms must never share a name: besides the headings
the rows' own labels count, and where neither says what is counted, title and sheet name do.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from analytics.intake.raw_tables import RawTable
from analytics.intake.view import View
from analytics.intake.words import squeeze

_YEAR = re.compile(r"\d{4}")
_NO_LABEL = frozenset(
    {"number", "value", "blank", "year", "date", "period", "township", "township_head", "total", "measure", "meta"}
)
"""Kinds of cells that say nothing of what a row counts."""


def form_of(view: View, raw: RawTable) -> str:
    """The name of the form a table is written on."""
    headings = [view.text(row, c) for row in raw.headings for c in view.by_row.get(row, ())]
    labels = _row_labels(view, raw)
    parts = [*headings, "", *labels]
    if not any(view.labeller.matcher.is_wording(text) for text in parts if text.strip()):
        parts += ["", *_subject(view, raw)]
    plain = _YEAR.sub("Y", "|".join(squeeze(text) for text in parts))
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]


def _row_labels(view: View, raw: RawTable) -> list[str]:
    """The texts left of the first figures, in their order; of a table of many townships only what names indicators."""
    columns = sorted({c for row in raw.data for c in view.by_row.get(row, ())})
    left: list[int] = []
    townships = False
    for column in columns:
        kinds = Counter(view.seen_label(row, column).kind for row in raw.data)
        kinds.pop("blank", None)
        filled = sum(kinds.values())
        if (kinds["number"] + kinds["value"]) * 2 > filled and not _is_serial(view, raw, column):
            break
        townships = townships or kinds["township"] * 2 >= filled > 0
        left.append(column)
    found = [
        (view.seen_label(row, c).kind, view.text(row, c))
        for row in raw.data
        for c in left
        if view.cell(row, c) is not None
    ]
    groups = [view.text(row, c) for row in raw.group_rows for c in view.by_row.get(row, ())]
    if townships:
        return sorted({text for kind, text in found if kind == "wording"})
    return groups + [text for kind, text in found if kind not in _NO_LABEL]


def _is_serial(view: View, raw: RawTable, column: int) -> bool:
    if any(view.labeller.of_text(view.text(row, column)).kind == "serial" for row in raw.headings):
        return True
    values = [cell.value for row in raw.data if (cell := view.cell(row, column)) is not None]
    numbers = [int(v) for v in values if isinstance(v, int | float) and v == v and abs(v) < 1e9]
    return (
        len(numbers) > 1
        and len(numbers) == len(values)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def _subject(view: View, raw: RawTable) -> list[str]:
    """Title and sheet name without the township they name; lines that say who sends and when are left out."""
    townships = view.labeller.townships
    texts = [view.sheet.name, *(text for line in raw.lines for _, text in line.texts)]
    found = []
    for text in texts:
        plain = squeeze(text)
        if not plain or townships.whole(text) or view.labeller.of_text(text).kind in _NO_LABEL:
            continue
        for sighting in townships.inside(plain):
            plain = plain.replace(sighting.name, "")
        found.append(plain)
    return found
