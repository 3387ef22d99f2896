"""Last year's figures as the form shows them for reference."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analytics.model import Qualifier, State

if TYPE_CHECKING:
    import pandas as pd

SIGNS = {Qualifier.EXACT: "", Qualifier.AT_LEAST: "≥", Qualifier.ABOUT: "≈"}


@dataclass(frozen=True, slots=True)
class LastYear:
    """A figure of the year before, in the indicator's unit; ``value`` is None unless reported."""

    value: float | None
    qualifier: Qualifier = Qualifier.EXACT
    state: State = State.REPORTED

    @property
    def shown(self) -> str:
        """The text for the grey column: 80,000 · ≥80,000 · 未报 · 不适用. The form is in Chinese."""
        if self.state is State.NOT_APPLICABLE:
            return "不适用"
        if self.state is not State.REPORTED or self.value is None or math.isnan(self.value):
            return "未报"
        return SIGNS[self.qualifier] + f"{self.value:,.2f}".rstrip("0").rstrip(".")


def last_year_by_township(figures: pd.DataFrame, year: int) -> dict[str, dict[str, LastYear]]:
    """The figures of the year before ``year``: township → indicator id → figure.

    ``figures`` has the columns township, year, indicator, value (NaN unless reported), qualifier, state; one row a
    current figure.
    """
    found: dict[str, dict[str, LastYear]] = {}
    of_year = figures[figures["year"] == year - 1]
    names = ("township", "indicator", "value", "qualifier", "state")
    for township, indicator, value, qualifier, state in zip(*(of_year[n].tolist() for n in names), strict=True):
        figure = LastYear(None if math.isnan(value) else float(value), Qualifier(qualifier), State(state))
        found.setdefault(township, {})[indicator] = figure
    return found
