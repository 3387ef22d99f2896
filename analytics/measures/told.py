"""Who reported, and figures that no return gives: a report in prose stands in for it, and they bear a mark."""

from __future__ import annotations

import pandas as pd

FROM_REPORT = "*"
"""Before a figure that comes from a report. ≥ and ≈ are the figure's own; behind
a wide asterisk a line of a narrow table would break."""


def reporters(figures: pd.DataFrame, year: int) -> frozenset[str]:
    """The townships that said anything of a year, be it that something does not apply: those counted as 已报."""
    return frozenset(str(t) for t in figures.loc[figures["year"].eq(year) & figures["state"].ne("missing"), "township"])


def told_by_reports(figures: pd.DataFrame) -> frozenset[tuple[str, int]]:
    """Township and year of every reported figure whose ``origin`` is a report (narrative); none where it is not held.

    For a township and year either a return counts or a report, so that one mark holds for all figures of both. Of
    townships that merged since, one part's report is enough.
    """
    if "origin" not in figures.columns:
        return frozenset()
    told = figures[figures["origin"].eq("narrative") & figures["state"].eq("reported")]
    return frozenset((str(township), int(year)) for township, year in zip(told["township"], told["year"], strict=True))
