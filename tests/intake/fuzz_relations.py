"""All relations between a form and a changed one, those that found most more often."""

from __future__ import annotations

from fuzz_contents import blanked_figure, hidden_row, nameless_row, other_number, renamed_heading
from fuzz_looks import (
    another_table,
    blank_line,
    instructions,
    note_below,
    permuted_columns,
    permuted_rows,
    remark_column,
    shifted_table,
    spaced_texts,
    two_together,
)
from fuzz_same import Relation

RELATIONS: tuple[Relation, ...] = (
    blank_line, blank_line, shifted_table, note_below, remark_column, permuted_rows, permuted_columns, renamed_heading, blanked_figure,
    another_table, another_table, other_number, nameless_row, spaced_texts, instructions, hidden_row, two_together,
)  # fmt: skip
