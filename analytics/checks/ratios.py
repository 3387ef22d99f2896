"""A ratio of two amounts for every township, with the bounds that theirs leave it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.checks.county import Amounts
from analytics.measures.grid import Bools, Floats
from analytics.measures.peers import highest_quarter, lowest_quarter


@dataclass(frozen=True, eq=False)
class Ratio:
    """A ratio of two amounts for every township with the bounds that theirs leave it."""

    value: Floats
    low: Floats
    high: Floats

    @property
    def n(self) -> int:
        """How many townships it is known for."""
        return int((~np.isnan(self.value)).sum())

    def lowest(self) -> Bools:
        """Who is in the lowest quarter even at the upper bound."""
        return lowest_quarter(self.value, self.high)[0]

    def highest(self) -> Bools:
        """Who is in the highest quarter even at the lower bound."""
        return highest_quarter(self.value, self.low)[0]


def ratio(above: Amounts, below: Amounts | Floats, scale: float = 1.0) -> Ratio:
    """``above / below × scale``; NaN where either is unknown or the divisor is 0."""
    if isinstance(below, Amounts):
        value, low, high = below.value, below.low, below.high
    else:
        value = low = high = below
    with np.errstate(divide="ignore", invalid="ignore"):
        known = ~np.isnan(above.value) & (value > 0)
        return Ratio(
            np.where(known, above.value / value * scale, np.nan),
            np.where(known, above.low / high * scale, np.nan),
            np.where(known, above.high / np.where(low > 0, low, np.nan) * scale, np.nan),
        )
