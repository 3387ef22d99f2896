"""Whose figures a row holds, where its labels speak against the township that its table is taken for."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.meanings import Block
from analytics.intake.view import View
from analytics.intake.words import squeeze


@dataclass(frozen=True, slots=True)
class _Named:
    """A cell that names a township (``name``) or a total (None), with its column's role in the block (None: outside)."""

    column: int
    role: str | None
    name: str | None


class RowNames:
    """The townships and totals that the rows of one block name."""

    def __init__(self, view: View, block: Block) -> None:
        self._view = view
        self._first = block.columns[0].index
        self._roles: dict[int, str] = {c.index: c.role for c in block.columns}
        self._listed = {m.township.name for m in block.rows.values() if m.township is not None}
        self._rows: dict[int, list[_Named]] = {}

    def lists_others(self, township: str) -> bool:
        """Whether rows of the block name other townships, so that a row without a name cannot be this one's."""
        return not self._listed <= {township}

    def another(self, row: int, column: int, township: str, *, own: bool) -> int | None:
        """The column left of a figure that names another township, or a total; None where nothing speaks against it.

        ``own`` tells that the row itself names the township: then a stray name among its values changes nothing.
        """
        for named in self._named(row):
            if named.column >= column:
                break
            if own and named.role in (None, "value", "derived", "plan"):
                continue
            if named.name == township or (named.name is None and not self._counts_as_total(row, named)):
                continue
            return named.column
        return None

    def _named(self, row: int) -> list[_Named]:
        if row not in self._rows:
            found = []
            for column in self._view.by_row.get(row, ()):
                kind, role = self._view.label(row, column).kind, self._roles.get(column)
                if kind not in ("township", "total"):
                    continue
                sighting = self._view.labeller.townships.whole(squeeze(self._view.text(row, column)))
                if kind == "total" or sighting is not None:
                    found.append(_Named(column, role, sighting.name if kind == "township" and sighting else None))
            self._rows[row] = found
        return self._rows[row]

    def _counts_as_total(self, row: int, named: _Named) -> bool:
        """Whether a totals word is about the figures of this block: columns of labels have taken theirs already."""
        if named.role is not None:
            return named.role in ("value", "unit", "serial", "blank", "group", "remark", "plan", "derived")
        # A label further left that has figures of its own before the block begins belongs to another table.
        between = range(named.column + 1, self._first)
        return not any(self._view.label(row, c).kind in ("number", "value") for c in between)
