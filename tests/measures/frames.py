"""Small figures frames for tests, written as short tuples."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analytics.catalogue import load_catalogue

COLUMNS = {
    "township": "str",
    "year": "int64",
    "indicator": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "qualifier": "str",
    "state": "str",
    "unit": "str",
    "figure_id": "int64",
    "upload_id": "int64",
    "file": "str",
    "sheet": "str",
    "cell": "str",
    "raw": "str",
}


def figure(township: str, year: int, indicator: str, value: float | str | None) -> dict[str, object]:
    """One row. ``value`` is a number, ``"≥80000"``, ``"≈1200"``, ``"n/a"`` or None (not reported)."""
    qualifier, state, number = "exact", "reported", float("nan")
    if value is None:
        state = "missing"
    elif value == "n/a":
        state = "not_applicable"
    elif isinstance(value, str):
        qualifier = {"≥": "at_least", "≈": "about"}[value[0]]
        number = float(value[1:])
    else:
        number = float(value)
    return {
        "township": township,
        "year": year,
        "indicator": indicator,
        "value": number,
        "low": number,
        "high": float("inf") if qualifier == "at_least" else number,
        "qualifier": qualifier,
        "state": state,
        "unit": load_catalogue().by_id[indicator].unit,
    }


def figures(rows: Iterable[tuple[str, int, str, float | str | None]]) -> pd.DataFrame:
    """A figures frame with a source for every row: file 〈township〉〈year〉.xlsx, sheet 报表, cells down column B."""
    made = []
    for number, row in enumerate(rows, start=1):
        place = {"file": f"{row[0]}{row[1]}.xlsx", "sheet": "报表", "cell": f"B{number}", "raw": str(row[3])}
        made.append(figure(*row) | {"figure_id": number, "upload_id": 1} | place)
    return pd.DataFrame(made, columns=list(COLUMNS)).astype(COLUMNS)
