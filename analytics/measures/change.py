"""Change between two years, with missing and zero bases, bounds and chance said in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import bdtr

from analytics.measures.grid import Floats
from analytics.measures.words import number_text
from analytics.text import Language, translate

PERCENT_FROM = 10.0
"""Below this base a percentage says more than the figures do (3 → 5 is not "+67 %"), so none is computed."""

CHANCE = 0.05
"""Two-sided p from which on a change of an event count is called within chance."""


def chance_p(this: Floats, last: Floats) -> Floats:
    """Two-sided p that two event counts differ as they do when nothing has changed.

    Given their sum n, the smaller of two Poisson counts with equal means is Binomial(n, ½); p = min(1, 2·P(X ≤ min)).
    12 → 20 gives 0.215. Source: Przyborowski & Wilenski 1940, Biometrika 31; exact, for any n including 0 (p = 1).
    """
    smaller, both = np.minimum(this, last), np.asarray(this + last).astype(np.int64)
    return np.asarray(np.minimum(1.0, 2.0 * bdtr(smaller, both, 0.5)), dtype=np.float64)


def changes(table: pd.DataFrame, year: int, base_year: int, key: str = "measure") -> pd.DataFrame:
    """This year against a base year, one row per township and measure of either year.

    ``table`` is a headline or an indicator table (``key="indicator"``). Columns: township, key, year, base_year,
    this, last, qualifier_this, qualifier_last, state_this, state_last, parts_missing_this, parts_missing_last,
    change, percent, word, within_chance, p, certain.
    change is NaN if either is missing; percent also if the base is under 10. word: up, down, flat, base_zero,
    base_missing, this_missing, both_missing, broken (what is counted, or the township, changed between the two years:
    no change is computed) (not applicable counts as missing, the state tells). within_chance
    and p only where the table says ``events`` and both figures are exact whole counts without missing parts.
    certain is False where a bound (≥, a missing part) leaves the direction open.
    """
    columns = ["value", "low", "high", "qualifier", "state", "parts_missing", "events", "since"]
    frame = table if "events" in table.columns else table.assign(events=False)
    if "since" not in frame.columns:
        frame = frame.assign(since=0)
    if "parts_missing" not in frame.columns:
        frame = frame.assign(parts_missing=0)

    def of(when: int) -> pd.DataFrame:
        return frame.loc[frame["year"] == when, ["township", key, *columns]]

    both = of(year).merge(of(base_year), on=["township", key], how="outer", sort=False, suffixes=("_this", "_last"))
    order = frame[["township", key]].drop_duplicates()
    both = order.merge(both, on=["township", key], how="inner", sort=False)
    for side in ("this", "last"):
        both[f"state_{side}"] = both[f"state_{side}"].fillna("missing")
        both[f"qualifier_{side}"] = both[f"qualifier_{side}"].fillna("exact")
        both[f"parts_missing_{side}"] = both[f"parts_missing_{side}"].fillna(0).astype("int64")

    this, last = both["value_this"].to_numpy(np.float64), both["value_last"].to_numpy(np.float64)
    has_this, has_last = ~np.isnan(this), ~np.isnan(last)
    since = both["since_this" if year > base_year else "since_last"].to_numpy(np.float64)
    broken = has_this & has_last & (since > min(year, base_year))
    change = np.where(broken, np.nan, this - last)
    with np.errstate(divide="ignore", invalid="ignore"):
        percent = np.where(last >= PERCENT_FROM, change / last * 100.0, np.nan)
    word = np.select(
        [~has_this & ~has_last, ~has_last, ~has_this, broken, change == 0, last == 0, change > 0],
        ["both_missing", "base_missing", "this_missing", "broken", "flat", "base_zero", "up"],
        "down",
    )
    least = both["low_this"].to_numpy(np.float64) - both["high_last"].to_numpy(np.float64)
    most = both["high_this"].to_numpy(np.float64) - both["low_last"].to_numpy(np.float64)
    certain = ~broken & ((least > 0) | (most < 0) | ((least == 0) & (most == 0)))

    whole = both["qualifier_this"].eq("exact") & both["qualifier_last"].eq("exact")
    whole &= both["parts_missing_this"].eq(0) & both["parts_missing_last"].eq(0)
    events = both["events_this"].eq(True) | both["events_last"].eq(True)
    countable = has_this & has_last & ~broken & (this >= 0) & (last >= 0) & (this % 1 == 0) & (last % 1 == 0)
    countable &= (whole & events).to_numpy(np.bool_)
    p = np.full(len(both), np.nan)
    p[countable] = chance_p(this[countable], last[countable])
    return pd.DataFrame(
        {
            "township": both["township"],
            key: both[key],
            "year": np.int64(year),
            "base_year": np.int64(base_year),
            "this": this,
            "last": last,
            **{f"{c}_{s}": both[f"{c}_{s}"] for c in ("qualifier", "state", "parts_missing") for s in ("this", "last")},
            "change": change,
            "percent": percent,
            "word": pd.Series(word, dtype="str"),
            "within_chance": countable & (p >= CHANCE) & (change != 0),
            "p": p,
            "certain": certain,
        }
    )


def change_text(row: Mapping[str, Any] | pd.Series, language: Language = "zh") -> str:
    """A row of ``changes`` in words: ▲ 1,200 (+12.5 %) · ▼ … · 持平 · 上年为 0 · 上年未报 · 增减不确定.

    With ≥ on one side the change is itself ≥, or its direction is open and that is said; parts not reported and a
    change within chance are named behind the figures.
    """
    states = (str(row["state_this"]), str(row["state_last"]))
    word = str(row["word"])
    before = int(row["base_year"]) if "base_year" in row else 0
    last_year = before == 0 or before == int(row["year"]) - 1
    if "not_applicable" in states and word.endswith("missing"):
        return translate("不适用", language)
    if word in ("this_missing", "both_missing"):
        return translate("未报", language)
    if word == "base_missing":
        return translate("上年未报", language) if last_year else translate("{year}年未报", language, year=before)
    if word == "broken":
        return translate("口径已变，不可比", language)
    if word == "base_zero":
        return translate("上年为 0", language) if last_year else translate("{year}年为 0", language, year=before)
    text = _figures(row, word, language)
    notes = []
    if row.get("within_chance"):
        notes.append(translate("属正常波动", language))
    if int(row.get("parts_missing_this") or 0) + int(row.get("parts_missing_last") or 0):
        notes.append(translate("含未报项", language))
    return " ".join([text, *notes])


def _figures(row: Mapping[str, Any] | pd.Series, word: str, language: Language) -> str:
    this, last = str(row["qualifier_this"]), str(row["qualifier_last"])
    if word == "flat":
        return translate("持平", language) if this == last == "exact" else translate("约持平", language)
    growing, shrinking = ("at_least", "exact") if word == "up" else ("exact", "at_least")
    if (last if word == "up" else this) == "at_least":
        return translate("增减不确定", language)
    bounded = "≥" if (this, last) == (growing, shrinking) else "≈"
    sign = "" if this == last == "exact" else bounded
    arrow, plus = ("▲", "+") if word == "up" else ("▼", "−")
    text = f"{arrow} {sign}{number_text(abs(float(row['change'])))}"
    percent = float(row["percent"])
    if np.isnan(percent):
        return text
    # Behind ≥ the arrow alone gives the direction: "≥−62.5 %" would read as a bound the wrong way round.
    return f"{text} ({sign}{'' if sign == '≥' else plus}{abs(percent):,.1f} %)"
