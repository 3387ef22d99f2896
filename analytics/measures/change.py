"""Change between two years, with missing and zero bases, bounds and chance said in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import bdtr

from analytics.measures.grid import ABOUT_TOLERANCE, WAITING, Bools, Floats
from analytics.measures.words import number_text
from analytics.text import Language, translate

PERCENT_FROM = 10.0
"""Below this base a percentage says more than the figures do (3 → 5 is not "+67 %"), so none is computed."""

CHANCE = 0.05
"""Two-sided p from which on a change of an event count is called within chance."""

SMALL_COUNT_CHANGE = "small_count_change"
"""The id of the note that chance explains a change: the column ``within_chance`` and the words 属正常波动."""


def chance_p(this: Floats, last: Floats) -> Floats:
    """Two-sided p that two event counts differ as they do when nothing has changed.

    Given their sum n, the smaller of two Poisson counts with equal means is Binomial(n, ½); p = min(1, 2·P(X ≤ min)).
    12 → 20 gives 0.215. Source: Przyborowski & Wilenski 1940, Biometrika 31; exact, for any n including 0 (p = 1).
    """
    smaller, both = np.minimum(this, last), np.asarray(this + last).astype(np.int64)
    return np.asarray(np.minimum(1.0, 2.0 * bdtr(smaller, both, 0.5)), dtype=np.float64)


def within_chance(this: Floats, last: Floats) -> Bools:
    """Whether chance alone explains that two event counts differ; False for equal ones. Figures and sums alike."""
    return np.asarray((chance_p(this, last) >= CHANCE) & (this != last), dtype=np.bool_)


def changes(table: pd.DataFrame, year: int, base_year: int, key: str = "measure") -> pd.DataFrame:
    """This year against a base year, one row per township and measure of either year.

    ``table`` is a headline or an indicator table (``key="indicator"``). Columns: township, key, year, base_year,
    this, last, low_this, high_this, low_last, high_last (bounds of what is compared), qualifier_this, qualifier_last,
    state_this, state_last, parts_missing_this, parts_missing_last, parts_waiting_this, parts_waiting_last, change, percent, word, within_chance, p, certain.
    ``word`` is one of ``WORDS``. change is NaN if either is missing, and where the word is broken, unlike or open;
    percent also if the base is under 10. within_chance and p only where the table says ``events`` and both figures are
    exact whole counts of the same parts. certain: the word is up, down, flat or base_zero.
    """
    frame = _completed(table)
    columns = [*USUAL, "value", "low", "high", "qualifier", "state"]

    def of(when: int) -> pd.DataFrame:
        return frame.loc[frame["year"] == when, ["township", key, *columns]]

    both = of(year).merge(of(base_year), on=["township", key], how="outer", sort=False, suffixes=("_this", "_last"))
    order = frame[["township", key]].drop_duplicates()
    both = order.merge(both, on=["township", key], how="inner", sort=False)
    for side in ("this", "last"):
        both[f"state_{side}"] = both[f"state_{side}"].fillna("missing")
        both[f"qualifier_{side}"] = both[f"qualifier_{side}"].fillna("exact")
        for lacking in ("parts_missing", "parts_waiting"):
            both[f"{lacking}_{side}"] = both[f"{lacking}_{side}"].fillna(0).astype("int64")

    this, last = both["value_this"].to_numpy(np.float64), both["value_last"].to_numpy(np.float64)
    known = ~np.isnan(this) & ~np.isnan(last)
    since = both["since_this" if year > base_year else "since_last"].to_numpy(np.float64)
    broken = known & (since > min(year, base_year))
    unlike = known & ~broken & both["holds_this"].ne(both["holds_last"]).to_numpy(np.bool_)
    bounds = {side: _bounds(both, side) for side in ("this", "last")}
    exact = (both["qualifier_this"].eq("exact") & both["qualifier_last"].eq("exact")).to_numpy(np.bool_)
    word = words_of_change(this, last, bounds["this"], bounds["last"], exact, broken=broken, unlike=unlike)
    change = np.where(np.isin(word, ["broken", "unlike", "open"]), np.nan, this - last)
    with np.errstate(divide="ignore", invalid="ignore"):
        percent = np.where(last >= PERCENT_FROM, change / last * 100.0, np.nan)

    events = both["events_this"].eq(True) | both["events_last"].eq(True)
    countable = known & ~broken & ~unlike & exact & (this >= 0) & (last >= 0) & (this % 1 == 0) & (last % 1 == 0)
    countable &= events.to_numpy(np.bool_)
    p = np.full(len(both), np.nan)
    p[countable] = chance_p(this[countable], last[countable])
    explained = np.zeros(len(both), dtype=np.bool_)
    explained[countable] = within_chance(this[countable], last[countable])
    return pd.DataFrame(
        {
            "township": both["township"],
            key: both[key],
            "year": np.int64(year),
            "base_year": np.int64(base_year),
            "this": this,
            "last": last,
            **{f"{end}_{side}": bounds[side][n] for side in ("this", "last") for n, end in enumerate(("low", "high"))},
            **{f"{c}_{s}": both[f"{c}_{s}"] for c in KEPT for s in ("this", "last")},
            "change": change,
            "percent": percent,
            "word": pd.Series(word, dtype="str"),
            "within_chance": explained,
            "p": p,
            "certain": np.isin(word, CERTAIN),
        }
    )


KEPT = ("qualifier", "state", "parts_missing", "parts_waiting")
"""Columns of either year that the rows of ``changes`` have too."""

USUAL: dict[str, bool | int | float] = {
    "events": False,
    "since": 0,
    "parts_missing": 0,
    "parts_waiting": 0,
    "holds": 0,
    "high_reported": np.nan,
}
"""Columns that a table need not have, and what stands for them."""

WORDS = (
    "up", "down", "flat", "alike", "open", "unlike", "broken", "base_zero", "base_missing", "this_missing",
    "both_missing",
)  # fmt: skip
"""flat: the same exact figure. alike: about the same, as far as ≈ tells. open: a ≥ leaves the direction open. unlike:
sums of different parts, so that a part which was not reported does not pass for a fall. broken: what is counted, or
the township, changed between the two years. base_zero: from nothing to something. Not applicable counts as missing,
and so does what waits for an answer; the state tells."""

CERTAIN = ("up", "down", "flat", "base_zero")


def judged_words(changes: pd.DataFrame) -> pd.Series:
    """The words of a frame of ``changes`` or ``comparable_totals`` as a title may count them.

    One of ``WORDS``, or "chance" for a rise or fall that chance explains: what is 属正常波动 in a table is no rise in a
    title above it.
    """
    return changes["word"].mask(changes["within_chance"].eq(True), "chance")


def words_of_change(
    this: Floats,
    last: Floats,
    bounds_this: tuple[Floats, Floats],
    bounds_last: tuple[Floats, Floats],
    exact: Bools,
    *,
    broken: Bools,
    unlike: Bools,
) -> NDArray[Any]:
    """One of ``WORDS`` for every pair: up or down only where all one figure can be lies beyond all the other can be."""
    has_this, has_last = ~np.isnan(this), ~np.isnan(last)
    with np.errstate(invalid="ignore"):
        up, down = bounds_this[0] > bounds_last[1], bounds_this[1] < bounds_last[0]
        unbounded = np.isinf(bounds_this[1]) | np.isinf(bounds_last[1])
        return np.select(
            [
                ~has_this & ~has_last,
                ~has_last,
                ~has_this,
                broken,
                unlike,
                exact & (this == last),
                ~up & ~down & unbounded,
                ~up & ~down,
                up & exact & (last == 0),
                up,
            ],
            [
                "both_missing",
                "base_missing",
                "this_missing",
                "broken",
                "unlike",
                "flat",
                "open",
                "alike",
                "base_zero",
                "up",
            ],
            "down",
        )


def _completed(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the columns it need not have. What a sum lacks counts only where its parts are not told apart."""
    frame = table.assign(**{name: usual for name, usual in USUAL.items() if name not in table.columns})
    if "high_reported" not in table.columns:
        frame["high_reported"] = frame["high"]
    return frame


def _bounds(both: pd.DataFrame, side: str) -> tuple[Floats, Floats]:
    """The least and the most that the parts which were reported can come to."""
    value, low, high = (both[f"{c}_{side}"].to_numpy(np.float64) for c in ("value", "low", "high_reported"))
    spread = np.where(both[f"qualifier_{side}"].eq("about"), np.maximum(np.abs(value) * ABOUT_TOLERANCE, 0.5), 0.0)
    return low - spread, high + spread


def change_text(row: Mapping[str, Any] | pd.Series, language: Language = "zh") -> str:
    """A row of ``changes`` in words: ▲ 1,200 (+12.5 %) · ▼ … · 持平 · 上年为 0 · 上年未报 · 所报的数待核实 · 增减不确定.

    With ≥ on one side the change is itself ≥, or its direction is open and that is said; sums of different parts are
    not compared; how many parts were not reported and a change within chance are named behind the figures.
    """
    states = (str(row["state_this"]), str(row["state_last"]))
    word = str(row["word"])
    before = int(row["base_year"]) if "base_year" in row else 0
    last_year = before == 0 or before == int(row["year"]) - 1
    if "not_applicable" in states and word.endswith("missing"):
        return translate("不适用", language)
    if WAITING in states:
        return translate("所报的数待核实，暂不比较", language)
    if word in ("this_missing", "both_missing"):
        return translate("未报", language)
    if word == "base_missing":
        return translate("上年未报", language) if last_year else translate("{year}年未报", language, year=before)
    if word == "broken":
        return translate("口径已变，不可比", language)
    if word == "unlike":
        return translate("两年所报项目不同，不可比", language)
    if word == "base_zero":
        return translate("上年为 0", language) if last_year else translate("{year}年为 0", language, year=before)
    notes = [_figures(row, word, language)]
    if row.get("within_chance"):
        notes.append(translate("属正常波动", language))
    asked = (int(row.get("parts_waiting_this") or 0), int(row.get("parts_waiting_last") or 0))
    lacking = (
        int(row.get("parts_missing_this") or 0) - asked[0],
        int(row.get("parts_missing_last") or 0) - asked[1],
    )
    if lacking[0] and lacking[0] == lacking[1]:
        notes.append(translate("两年都缺 {n} 项", language, n=lacking[0]))
    elif any(lacking):
        notes += [translate("本年缺 {n} 项", language, n=lacking[0])] if lacking[0] else []
        notes += [translate("对比年缺 {n} 项", language, n=lacking[1])] if lacking[1] else []
    notes += [translate("本年 {n} 项待核实", language, n=asked[0])] if asked[0] else []
    notes += [translate("对比年 {n} 项待核实", language, n=asked[1])] if asked[1] else []
    return " ".join(notes)


def _figures(row: Mapping[str, Any] | pd.Series, word: str, language: Language) -> str:
    fixed = {
        "flat": translate("持平", language),
        "alike": translate("约持平", language),
        "open": translate("增减不确定", language),
    }
    if word in fixed:
        return fixed[word]
    signs = {str(row["qualifier_this"]), str(row["qualifier_last"])}
    arrow, plus = ("▲", "+") if word == "up" else ("▼", "−")
    if signs == {"at_least", "about"}:
        return f"{arrow} {translate('幅度不确定', language)}"
    sign = "" if signs == {"exact"} else "≥" if "at_least" in signs else "≈"
    text = f"{arrow} {sign}{number_text(abs(float(row['change'])))}"
    percent = float(row["percent"])
    if np.isnan(percent):
        return text
    # Behind ≥ the arrow alone gives the direction: "≥−62.5 %" would read as a bound the wrong way round.
    return f"{text} ({sign}{'' if sign == '≥' else plus}{abs(percent):,.1f} %)"
