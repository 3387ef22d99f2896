"""A sheet as a person sees it: what is hidden left out, merged ranges known, every cell with its label."""

from __future__ import annotations

from analytics.intake.grid import Cell, Merge, Sheet
from analytics.intake.labels import BLANK, Label, Labeller


class View:
    """A sheet as a person sees it: hidden rows and columns left out, merged ranges known."""

    def __init__(self, sheet: Sheet, labeller: Labeller) -> None:
        self.sheet = sheet
        self.labeller = labeller
        self.cells: dict[tuple[int, int], Cell] = {
            place: cell
            for place, cell in sheet.cells.items()
            if place[0] not in sheet.hidden_rows
            and place[1] not in sheet.hidden_columns
            and (cell.value not in (None, "") or cell.formula)
        }
        self._labels: dict[tuple[int, int], Label] = {}
        self._merge_at: dict[tuple[int, int], Merge] = {}
        limit = max((c for _, c in self.cells), default=0) + 1
        bottom = max((r for r, _ in self.cells), default=0) + 1
        for merge in sheet.merges:
            for row in range(merge.top, min(merge.bottom, bottom) + 1):
                for column in range(merge.left, min(merge.right, limit) + 1):
                    self._merge_at[row, column] = merge
        by_row: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            if self.label(row, column).kind != "blank":
                by_row.setdefault(row, []).append(column)
        self.by_row = by_row

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that itself stands at a place."""
        return self.cells.get((row, column))

    def merge(self, row: int, column: int) -> Merge | None:
        """The merged range a place lies in."""
        return self._merge_at.get((row, column))

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The place whose cell is seen here: the top left of a merged range."""
        merge = self._merge_at.get((row, column))
        if merge is None:
            return row, column
        top, left = merge.top, merge.left
        if (top, left) in self.sheet.cells:
            # What its covered cells still hold is seen by nobody, even where the first row is hidden.
            return top, left
        while top in self.sheet.hidden_rows and top < merge.bottom and (top, left) not in self.cells:
            top += 1
        return top, left

    def seen(self, row: int, column: int) -> Cell | None:
        """The cell a person sees at a place, merged ranges filled."""
        at = self.anchor(row, column)
        return self.cells.get(at) or (self.sheet.cells.get(at) if self._merge_at.get((row, column)) else None)

    def text(self, row: int, column: int) -> str:
        """The text a person sees at a place."""
        cell = self.seen(row, column)
        if cell is None:
            return ""
        return cell.value if isinstance(cell.value, str) else cell.shown

    def label(self, row: int, column: int) -> Label:
        """The label of the cell that itself stands at a place."""
        key = (row, column)
        if key not in self._labels:
            self._labels[key] = self.labeller.label(self.cells.get(key))
        return self._labels[key]

    def seen_label(self, row: int, column: int) -> Label:
        """The label of what a person sees at a place."""
        at = self.anchor(row, column)
        return self.label(*at) if at in self.cells else BLANK

    def width(self, row: int, column: int) -> int:
        """Over how many visible columns the cell at a place is merged."""
        merge = self._merge_at.get((row, column))
        if merge is None:
            return 1
        return sum(1 for c in range(merge.left, merge.right + 1) if c not in self.sheet.hidden_columns)
