"""What reading an accepted file remarked about a township's return, as far as rules ask about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analytics.text import Text

CODES: dict[str, tuple[str, ...]] = {
    "year_mismatch": ("year_mismatch", "year_in_cell"),
    "placeholder": ("placeholder",),
    "part_exceeds_whole": ("periods_differ", "parts_differ", "total_differs"),
}
"""Rule → the codes of the problems it asks about."""

RULE_OF: dict[str, str] = {code: rule for rule, codes in CODES.items() for code in codes}
"""Code of a problem → the rule that asks about it."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One remark on a file that counts: whose return of which year, its code and sentence, and the place.

    ``indicator`` where the cell is known to be of one. ``explanation``: what was said about it, "" while it is open.
    """

    township: str
    year: int
    code: str
    message: Text
    file: str
    sheet: str | None
    cell: str | None
    indicator: str | None = None
    explanation: str = ""


def of_rule(noted: Iterable[Noted], rule: str, year: int) -> list[Noted]:
    """The remarks of a year that a rule asks about."""
    return [n for n in noted if n.year == year and RULE_OF.get(n.code) == rule]
