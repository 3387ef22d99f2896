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


def unlike(row: Mapping[str, Any] | None, before: Mapping[str, Any] | None) -> bool:
    """Whether the sums of two years hold different parts (``holds``), so that no line may join them."""
    if row is None or before is None or row["value"] != row["value"] or before["value"] != before["value"]:
        return False
    return bool(row.get("holds", 0) != before.get("holds", 0))


def broken_note(table: pd.DataFrame, years: Sequence[int], language: Language) -> str:
    """What a subtitle adds when a break is drawn; nothing otherwise."""
    changed = "since" in table.columns and bool(years)
    if changed:
        changed = bool((table["since"].gt(min(years)) & table["year"].isin(list(years))).any())
    parted = _parts_differ(table, years)
    if changed and parted:
        return translate("，‖ 处口径或所报项目不同，前后不可比", language)
    if parted:
        return translate("，‖ 处前后所报项目不同，不可比", language)
    return translate("，‖ 处口径有变，前后不可比", language) if changed else ""


def _parts_differ(table: pd.DataFrame, years: Sequence[int]) -> bool:
    """Whether any two years drawn side by side hold different parts."""
    if "holds" not in table.columns:
        return False
    of = [name for name in ("township", "measure") if name in table.columns]
    drawn = table[table["value"].notna() & table["year"].isin(list(years))]
    drawn = drawn.assign(at=drawn["year"].map({year: k for k, year in enumerate(sorted(years))})).sort_values("at")
    steps = drawn.groupby(of, sort=False)[["at", "holds"]].diff()
    return bool((steps["at"].eq(1) & steps["holds"].ne(0)).any())
