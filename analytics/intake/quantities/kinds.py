"""What reading a cell's text can give, beside a state."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.model import Qualifier
from analytics.text import Text

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

MAX_DIGITS = 15
"""A float keeps fifteen digits; longer digit strings are codes (identity cards, accounts), not figures."""


def fold(text: str) -> str:
    """``text`` with full-width ASCII (U+FF01–FF5E) and the ideographic space made half-width, nothing else.

    Not NFKC: that would turn the bullet ① into a 1.
    """
    return text if text.isascii() else text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written: scaled to single units (8万 is 80000), percents as 0–100 with the unit ``%``.

    ``low`` and ``high`` differ only in the suggestion of a ``Doubt``. ``unit`` is the measure word found, without
    千/万/亿, or "". ``note`` holds words separated by blanks: none, percent, colloquial, approx_below, year, months,
    date, digits, formal, old, space, sci, bullet, per, half, range, two, below. ``scale_said`` tells that the text
    itself named 千, 万 or 亿, so that a 万 in the heading must not be applied again. ``year`` is a year the text names.
    """

    low: float
    high: float
    qualifier: Qualifier = Qualifier.EXACT
    unit: str = ""
    note: str = ""
    scale_said: bool = False
    year: int | None = None

    @property
    def value(self) -> float | None:
        """The value, None for a range."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a cell is not taken as a number, in a clause for the user.

    ``code`` is a stable word (see ``doubts.REASONS``); ``quantity`` is the reading to offer when asking, if there is
    one that makes sense.
    """

    reason: Text
    code: str
    quantity: Quantity | None = None
