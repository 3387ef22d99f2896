"""The row under the county's change that says on how many townships it rests."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from analytics.export.amounts import Amount, comparable
from analytics.export.book import Book
from analytics.export.request import Column


def tally(
    book: Book,
    sheet: Worksheet,
    column: Column,
    place: tuple[int, int],
    pairs: Sequence[tuple[Amount, Amount]],
    wide: int,
) -> None:
    """Under the county's change, on how many townships it rests: on paper no comment opens."""
    row, at = place
    for offset in range(wide):
        book.write(sheet, row, at + offset, "", "like_word")
    if column.summable:
        n = sum(comparable(*pair) for pair in pairs)
        sheet.write_number(row, at + 2, n, book.look("like_number", "#,##0"))


def alone_among(pairs: Sequence[tuple[Amount, Amount]]) -> bool:
    """Whether one township of several carries the county's change."""
    return sum(comparable(*pair) for pair in pairs) == 1 < len(pairs)
