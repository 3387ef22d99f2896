"""The words findings are made of: figures, names and lists in both languages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analytics.catalogue import Catalogue
from analytics.checks.county import Amounts, County
from analytics.measures import figure_text, number_text
from analytics.text import Text


def listed(parts: Sequence[Text]) -> Text:
    """A list of names: 甲、乙、丙 / A, B, C."""
    return Text("、".join(p.zh for p in parts), ", ".join(p.en for p in parts))


def joined(clauses: Sequence[Text]) -> Text:
    """Clauses of one sentence: 甲；乙 / A; B."""
    return Text("；".join(c.zh for c in clauses), "; ".join(c.en for c in clauses))


def name_of(catalogue: Catalogue, indicator: str) -> Text:
    """An indicator's name."""
    found = catalogue.by_id[indicator]
    return Text(found.name_zh, found.name_en)


def names_of(catalogue: Catalogue, indicators: Sequence[str]) -> Text:
    """The names of several indicators as a list."""
    return listed([name_of(catalogue, i) for i in indicators])


def shown(amounts: Amounts, t: int) -> Text:
    """A township's amount with its ≥ or ≈."""
    value, qualifier = amounts.shown_as(t)
    state = "missing" if np.isnan(value) else "reported"
    return Text(figure_text(value, qualifier, state, "zh"), figure_text(value, qualifier, state, "en"))


def ratio_shown(value: float, *parts: Amounts, t: int, beside: float | None = None) -> Text:
    """A computed ratio with two decimals at most; ≈ where a figure in it is not exact.

    ``beside`` is the ratio it is compared with in the same sentence: there are as many decimals (six at most) as it
    takes to tell the two apart, so that nothing is said to fall from 40.4 to 40.4.
    """
    exact = all(p.shown_as(t)[1] == "exact" for p in parts)
    decimals = 2 if abs(value) < 10 else 1
    while beside is not None and decimals < 6 and round(value, decimals) == round(beside, decimals):
        decimals += 1
    text = ("" if exact else "≈") + (number_text(round(value, decimals)) if decimals <= 2 else f"{value:,.{decimals}f}")
    return Text(text, text)


def figure_of(county: County, t: int, year: int, indicator: str) -> Text:
    """One figure as the township gave it."""
    return shown(county.amounts(indicator, year), t)
