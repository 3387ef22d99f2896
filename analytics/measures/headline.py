"""Headline measures: sums of the indicators that name them, which never hide a part that was not reported."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.catalogue import Catalogue
from analytics.measures.grid import (
    ABOUT,
    AT_LEAST,
    EVENT_UNITS,
    EXACT,
    MISSING,
    NOT_APPLICABLE,
    QUALIFIERS,
    REPORTED,
    WAITING,
    Keys,
    full_grid,
    key_columns,
    states_of,
    words_of,
)


def headline_table(
    figures: pd.DataFrame, catalogue: Catalogue, townships: Sequence[str], years: Sequence[int], waiting: Keys = ()
) -> pd.DataFrame:
    """One row per township × year × headline measure, the unreported ones too.

    Columns: township, year, measure, value (sum of the reported parts, NaN if none), low, high, high_reported (of the
    reported parts alone), qualifier, state, parts_asked, parts_missing, parts_waiting (of those missing, sent in and not used yet), holds (which parts are reported: a bit for
    each, so that two sums are of the same parts when it is the same), events (a change of it can be chance), since (the latest year, up to this one, from
    which a reported part is defined anew or the township is another; 0: never). A part counts as asked when anyone in
    ``figures`` has a row for it that year; a part asked but not reported is counted in parts_missing and opens the
    upper bound, it is never taken as zero. Parts that do not apply to a township are not missing.
    A sum with a ≥ part is ≥, with an ≈ part ≈; with both it is ≈ and open above. ``waiting``: indicators that were
    sent in and are not used before a question is answered. A sum without any part of which one waits has state waiting.
    """
    grid = full_grid(figures, catalogue.indicators, townships, years, waiting)
    shape = (len(grid.townships), len(grid.years), len(catalogue.headlines))
    value, low, high = (np.full(shape, np.nan) for _ in range(3))
    holds = np.zeros(shape, dtype=np.int64)
    since = np.zeros(shape, dtype=np.int64)
    qualifier, state = np.zeros(shape, dtype=np.int8), np.zeros(shape, dtype=np.int8)
    asked, missing, held_back = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    events = np.zeros(shape, dtype=np.bool_)
    for m, measure in enumerate(catalogue.headlines):
        parts = [p for p, i in enumerate(catalogue.indicators) if i.headline == measure.id]
        waits = grid.waits[:, :, parts]
        # What a township did send in was asked of it, though nobody else may have a figure of it.
        wanted = grid.asked[None, :, parts] | waits
        reported = grid.state[:, :, parts] == REPORTED
        exempt = (grid.state[:, :, parts] == NOT_APPLICABLE) & wanted
        lacking = wanted & ~reported & ~exempt
        some = reported.any(axis=2)
        asked[:, :, m] = wanted.sum(axis=2)
        missing[:, :, m] = lacking.sum(axis=2)
        held_back[:, :, m] = waits.sum(axis=2)
        for into, parts_of_it in ((value, grid.value), (low, grid.low), (high, grid.high)):
            into[:, :, m] = np.where(some, np.nansum(parts_of_it[:, :, parts], axis=2), np.nan)
        holds[:, :, m] = (reported * (1 << np.arange(len(parts), dtype=np.int64))).sum(axis=2)
        said = np.where(reported, grid.qualifier[:, :, parts], EXACT)
        about, at_least = (said == ABOUT).any(axis=2), (said == AT_LEAST).any(axis=2)
        qualifier[:, :, m] = np.select([about, at_least], [ABOUT, AT_LEAST], EXACT)
        all_exempt = exempt.any(axis=2) & ~lacking.any(axis=2)
        state[:, :, m] = np.select([some, all_exempt], [REPORTED, NOT_APPLICABLE], MISSING)
        since[:, :, m] = np.where(reported, grid.since[:, :, parts], 0).max(axis=2)
        events[:, :, m] = measure.unit in EVENT_UNITS
    return pd.DataFrame(
        {
            **key_columns(grid, "measure", [h.id for h in catalogue.headlines]),
            "value": value.ravel(),
            "low": low.ravel(),
            "high": np.where(~np.isnan(value) & (missing > 0), np.inf, high).ravel(),
            "high_reported": high.ravel(),
            "qualifier": words_of(qualifier, QUALIFIERS),
            "state": states_of(state, (state == MISSING) & (held_back > 0)),
            "parts_asked": asked.ravel(),
            "parts_missing": missing.ravel(),
            "parts_waiting": held_back.ravel(),
            "holds": holds.ravel(),
            "events": events.ravel(),
            "since": since.ravel(),
        }
    )


def county_totals(table: pd.DataFrame, key: str = "measure") -> pd.DataFrame:
    """Sums over the townships of a headline table (or of an indicator table with ``key="indicator"``).

    One row per year and measure: year, measure, value, low, high, qualifier, n_reported, n_expected (townships to
    which it applies), n_waiting (of which nothing is in the sum and something waits for an answer), parts_missing, since (the latest of the townships'). Where a township or a part is missing the upper bound is open: the total is
    never silently smaller. Indicators that cannot be added over townships (rates, legal advisers) have no value.
    """
    frame = table.assign(
        _reported=table["state"].eq("reported"),
        _expected=table["state"].ne("not_applicable"),
        _waiting=table["state"].eq(WAITING),
        _about=table["state"].eq("reported") & table["qualifier"].eq("about"),
        _at_least=table["state"].eq("reported") & table["qualifier"].eq("at_least"),
    )
    grouped = frame.groupby(["year", key], sort=False)
    totals = grouped[["value", "low", "high"]].sum(min_count=1)
    counts = grouped[["_reported", "_expected", "_waiting", "parts_missing"]].sum().astype("int64")
    totals["qualifier"] = words_of(
        np.select([grouped["_about"].any(), grouped["_at_least"].any()], [ABOUT, AT_LEAST], EXACT), QUALIFIERS
    ).to_numpy()
    if "since" in table.columns:
        totals["since"] = grouped["since"].max()
    totals["n_reported"] = counts["_reported"]
    totals["n_expected"] = counts["_expected"]
    totals["n_waiting"] = counts["_waiting"]
    totals["parts_missing"] = counts["parts_missing"]
    short = (totals["n_reported"] < totals["n_expected"]) | (totals["parts_missing"] > 0)
    totals.loc[short & totals["value"].notna(), "high"] = np.inf
    if "summable" in table.columns:
        totals.loc[~grouped["summable"].all(), ["value", "low", "high"]] = np.nan
    return totals.reset_index().sort_values("year", kind="stable", ignore_index=True)
