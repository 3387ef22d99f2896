"""County totals of two years over the same townships, so that a missing return does not pass for a decline."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.measures.change import PERCENT_FROM


def comparable_totals(changes: pd.DataFrame, key: str = "measure") -> pd.DataFrame:
    """Sums of a frame of ``measures.changes`` over the townships that reported both years.

    One row per measure, in the shape ``change_text`` reads: key, year, base_year, this, last, qualifier_this,
    qualifier_last, state_this, state_last, parts_missing_this, parts_missing_last, change, percent, word,
    within_chance (always False: nothing is said about chance for a sum), n_both (townships in the sums), n_all.
    """
    both = changes["change"].notna()
    rows = []
    for measure, part in changes.groupby(key, sort=False):
        pairs = part[both.loc[part.index]]
        has = len(pairs) > 0
        this = float(pairs["this"].sum()) if has else np.nan
        last = float(pairs["last"].sum()) if has else np.nan
        change = this - last
        row: dict[str, object] = {
            key: measure,
            "year": int(part["year"].iloc[0]),
            "base_year": int(part["base_year"].iloc[0]),
            "this": this,
            "last": last,
            "change": change,
            "percent": change / last * 100 if has and last >= PERCENT_FROM else np.nan,
            "word": _word(part, has, change, last),
            "within_chance": False,
            "n_both": len(pairs),
            "n_all": len(part),
        }
        for side in ("this", "last"):
            said = set(pairs[f"qualifier_{side}"])
            row[f"qualifier_{side}"] = "about" if "about" in said else "at_least" if "at_least" in said else "exact"
            row[f"state_{side}"] = "reported" if part[side].notna().any() else "missing"
            row[f"parts_missing_{side}"] = int(pairs[f"parts_missing_{side}"].sum())
        rows.append(row)
    return pd.DataFrame(rows)


def _word(part: pd.DataFrame, has: bool, change: float, last: float) -> str:
    if not has:
        if part["word"].eq("broken").any():
            return "broken"
        this_said, last_said = part["this"].notna().any(), part["last"].notna().any()
        if this_said and last_said:
            return "both_missing"
        return "base_missing" if this_said else "this_missing" if last_said else "both_missing"
    if change == 0:
        return "flat"
    if last == 0:
        return "base_zero"
    return "up" if change > 0 else "down"
