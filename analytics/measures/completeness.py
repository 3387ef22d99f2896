"""How much of what was asked for was sent, per township and year or group of indicators."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from analytics.measures.grid import WAITING, Floats


def completeness(
    table: pd.DataFrame, groups: Mapping[str, str] | None = None, to_check: Collection[tuple[str, int]] = ()
) -> pd.DataFrame:
    """From an indicator table, one row per township and year, and per group where ``groups`` is given.

    ``groups``: indicator → group. Columns: township, year, (group,) asked (indicators that anyone in the county sent
    a row for that year and that apply to the township), reported, missing, share (reported ÷ asked, NaN where nothing
    is asked), waiting (sent in and not used before a question is answered: neither reported nor missing), word: full ·
    waiting (nothing is missing, and something waits) · some · none (nothing came of what is asked) · to_check (nothing of
    it is held, but a file of that township and year is here and not accepted yet) · nothing (nothing is asked). An indicator that does not apply is neither asked nor missing. Zero is reported.
    """
    keys = ["township", "year"]
    frame = table[["township", "year", "indicator", "state", "parts_asked"]]
    if groups is not None:
        keys = [*keys, "group"]
        frame = frame.assign(group=frame["indicator"].map(dict(groups)))
    frame = frame.assign(
        asked=frame["parts_asked"].eq(1) & frame["state"].ne("not_applicable"),
        reported=frame["state"].eq("reported"),
        waiting=frame["state"].eq(WAITING),
    )
    sums = frame.groupby(keys, sort=False)[["asked", "reported", "waiting"]].sum().astype("int64").reset_index()
    asked, reported = (sums[c].to_numpy(np.float64) for c in ("asked", "reported"))
    share: Floats = np.divide(reported, asked, out=np.full(len(sums), np.nan), where=asked > 0)
    came = reported + sums["waiting"].to_numpy(np.float64)
    word = np.select(
        [asked == 0, came == 0, reported >= asked, came >= asked], ["nothing", "none", "full", WAITING], "some"
    )
    here = np.array([pair in to_check for pair in zip(sums["township"], sums["year"], strict=True)], dtype=np.bool_)
    word = np.where((word == "none") & here, "to_check", word)
    return sums.assign(
        missing=sums["asked"] - sums["reported"] - sums["waiting"], share=share, word=pd.Series(word, dtype="str")
    )
