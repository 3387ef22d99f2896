"""Where what is counted becomes something else: a sign between the years, and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.text import Language, translate

BREAK = "‖"
"""Stands between two years that cannot be compared."""


def breaks_before(row: Mapping[str, Any] | None, years: Sequence[int], k: int) -> bool:
    """Whether what ``row`` (of year ``years[k]``, with ``since``) counts became something else after the year drawn
    before it."""
    return row is not None and k > 0 and years[k - 1] < int(row.get("since") or 0) <= years[k]


def broken_note(table: pd.DataFrame, years: Sequence[int], language: Language) -> str:
    """What a subtitle adds when a break is drawn; nothing otherwise."""
    if "since" not in table.columns or not years:
        return ""
    drawn = table["since"].gt(min(years)) & table["year"].isin(list(years))
    return translate("，‖ 处口径有变，前后不可比", language) if bool(drawn.any()) else ""
