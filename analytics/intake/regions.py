"""Tables that stand side by side with an empty column between them are taken apart before anything else is read."""

from __future__ import annotations

import itertools
from dataclasses import replace

from analytics.intake.grid import Cell, Merge, Sheet
from analytics.intake.labels import Labeller
from analytics.intake.titles import is_title
from analytics.intake.view import View
from analytics.intake.words import NOTE, squeeze
from analytics.intake.years import years_in

_HEADS = frozenset({"serial", "indicator", "corner", "township_head", "year_head", "period_head", "group"})
_LABELS = frozenset({"wording", "township", "year", "period"})


def regions(sheet: Sheet, labeller: Labeller) -> list[View]:
    """The sheet as one view, or as several where each side of an empty column is a table with row labels of its own.

    An empty column inside one table (a spacer) splits nothing: what stands right of it has no labels.
    """
    whole = View(sheet, labeller)
    used = {column for _, column in whole.cells}
    if len(used) < 4:
        return [whole]
    gaps = [c for c in range(min(used) + 1, max(used)) if c not in used and not _crossed(sheet, c)]
    bounds = [min(used), *gaps, max(used) + 1]
    parts = [(left, right) for left, right in itertools.pairwise(bounds) if any(left <= c < right for c in used)]
    if len(parts) < 2 or not all(_is_table(whole, left, right) for left, right in parts):
        return [whole]
    return [View(_cut(sheet, left, right), labeller) for left, right in parts]


def _crossed(sheet: Sheet, column: int) -> bool:
    """Whether a merged range other than a title that has its row to itself lies across an empty column."""
    rows = {m.top for m in sheet.merges if m.left <= column <= m.right}
    return any(sum(1 for r, _ in sheet.cells if r == top) > 1 for top in rows)


def _is_table(view: View, left: int, right: int) -> bool:
    """Whether the columns hold a heading row that starts with a row-label heading, and labels or numbers under it."""
    for row in view.by_row:
        columns = [c for c in view.by_row[row] if left <= c < right]
        if not columns or not _starts_heads(view, row, columns):
            continue
        if len(columns) < 2:
            # 乡镇 alone over two rows, the other headings in the second of them.
            columns += _heads_below(view, row, left, right)
            if len(columns) < 2:
                continue
        below = [r for r in view.by_row if r > row]
        labels = sum(view.label(r, c).kind in _LABELS for r in below for c in columns[:3])
        numbers = sum(view.label(r, c).kind in ("number", "value") for r in below for c in columns)
        # A form that was sent in blank is a form.
        blank_form = any(view.label(row, c).kind in ("value_head", "unit") for c in columns[1:])
        if labels and (numbers or blank_form):
            return True
    return _is_titled_list(view, left, right)


def _starts_heads(view: View, row: int, columns: list[int]) -> bool:
    """Whether a row starts with the heading of row labels; a column of ranks may stand before it."""
    kinds = [view.label(row, c).kind for c in columns[:2]]
    return kinds[0] in _HEADS or (kinds[0] == "derived" and kinds[-1] in _HEADS)


def _heads_below(view: View, row: int, left: int, right: int) -> list[int]:
    """The columns of the next row where it goes on with headings right of the first."""
    following = next((r for r in view.by_row if r > row and any(left <= c < right for c in view.by_row[r])), None)
    if following is None:
        return []
    columns = [c for c in view.by_row[following] if left <= c < right]
    named = all(view.label(following, c).kind in ("wording", "text", "measure") for c in columns)
    return columns if named and columns[0] > left else []


def _is_titled_list(view: View, left: int, right: int) -> bool:
    """Whether the columns hold a title of their own and, under it, nothing but wordings with their numbers."""
    rows = [(row, [c for c in view.by_row[row] if left <= c < right]) for row in view.by_row]
    rows = [(row, columns) for row, columns in rows if columns and not _is_note(view, row, columns)]
    if len(rows) < 2 or len(rows[0][1]) != 1:
        return False
    title = view.text(rows[0][0], rows[0][1][0])
    if not (is_title(title) and (years_in(title) or view.labeller.townships.inside(title))):
        return False
    return all(
        view.label(row, columns[0]).kind == "wording" and view.label(row, columns[-1]).kind in ("number", "value")
        for row, columns in rows[1:]
    )


def _is_note(view: View, row: int, columns: list[int]) -> bool:
    return len(columns) == 1 and NOTE.match(squeeze(view.text(row, columns[0]))) is not None


def _cut(sheet: Sheet, left: int, right: int) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {at: cell for at, cell in sheet.cells.items() if left <= at[1] < right}
    merges = tuple(
        Merge(m.top, m.left, m.bottom, min(m.right, right - 1)) for m in sheet.merges if left <= m.left < right
    )
    return replace(sheet, cells=cells, merges=merges)
