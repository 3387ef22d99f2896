"""County totals of two years over the same townships, so that a missing return does not pass for a decline."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.measures.change import PERCENT_FROM, within_chance, words_of_change
from analytics.measures.grid import WAITING


def comparable_totals(changes: pd.DataFrame, key: str = "measure") -> pd.DataFrame:
    """Sums of a frame of ``measures.changes`` over the townships that reported the same parts in both years.

    One row per measure, in the shape ``change_text`` reads: key, year, base_year, this, last, qualifier_this,
    qualifier_last, state_this, state_last, parts_missing_this, parts_missing_last, parts_waiting_this,
    parts_waiting_last, change, percent, word,
    within_chance (judged for the sum as for a township's figure, where all its parts can be judged), n_both (townships in the sums), n_unlike
    (left out because the parts differ), n_all. The bounds of the sums decide what can be said of their direction.
    """
    pair = changes["this"].notna() & changes["last"].notna() & ~changes["word"].isin(["broken", "unlike"])
    rows = []
    for measure, part in changes.groupby(key, sort=False):
        pairs = part[pair.loc[part.index]]
        has = len(pairs) > 0
        sums = {c: float(pairs[c].sum()) if has else np.nan for c in SUMMED}
        row: dict[str, object] = {
            key: measure,
            "year": int(part["year"].iloc[0]),
            "base_year": int(part["base_year"].iloc[0]),
            "this": sums["this"],
            "last": sums["last"],
            "within_chance": has and _by_chance(pairs),
            "n_both": len(pairs),
            "n_unlike": int(part["word"].eq("unlike").sum()),
            "n_all": len(part),
        }
        for side in ("this", "last"):
            said = set(pairs[f"qualifier_{side}"])
            row[f"qualifier_{side}"] = "about" if "about" in said else "at_least" if "at_least" in said else "exact"
            row[f"state_{side}"] = "reported" if part[side].notna().any() else "missing"
            if row[f"state_{side}"] == "missing" and part[f"state_{side}"].eq(WAITING).any():
                row[f"state_{side}"] = WAITING
            for lacking in ("parts_missing", "parts_waiting"):
                row[f"{lacking}_{side}"] = int(pairs[f"{lacking}_{side}"].sum())
        word = _word(sums, row["qualifier_this"] == row["qualifier_last"] == "exact") if has else _why_none(part)
        change = np.nan if word == "open" else sums["this"] - sums["last"]
        percent = change / sums["last"] * 100 if sums["last"] >= PERCENT_FROM else np.nan
        rows.append({**row, "change": change, "percent": percent, "word": word})
    return pd.DataFrame(rows)


SUMMED = ("this", "last", "low_this", "high_this", "low_last", "high_last")


def _by_chance(pairs: pd.DataFrame) -> bool:
    """Whether chance explains the difference of the sums. Only exact counts of events, those with a p, can tell."""
    if pairs["p"].isna().any():
        return False
    return bool(within_chance(*(np.array([pairs[side].sum()], dtype=np.float64) for side in ("this", "last")))[0])


def _word(sums: dict[str, float], exact: bool) -> str:
    one = {name: np.array([value]) for name, value in sums.items()}
    no = np.zeros(1, dtype=np.bool_)
    found = words_of_change(
        one["this"],
        one["last"],
        (one["low_this"], one["high_this"]),
        (one["low_last"], one["high_last"]),
        ~no if exact else no,
        broken=no,
        unlike=no,
    )
    return str(found[0])


def _why_none(part: pd.DataFrame) -> str:
    for word in ("broken", "unlike"):
        if part["word"].eq(word).any():
            return word
    this_said, last_said = part["this"].notna().any(), part["last"].notna().any()
    if this_said and last_said:
        return "both_missing"
    return "base_missing" if this_said else "this_missing" if last_said else "both_missing"
