"""Which end of the county a figure stands at: the lowest or the highest quarter, or between."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.measures.peers import quarters

FEWEST = 8
"""Bands are taken over at least this many townships that reported; with fewer, quarters mean little."""


def bands(table: pd.DataFrame, key: str = "measure") -> pd.Series:
    """For every row of a table "high", "middle", "low" or "" among the townships of its year and ``key``.

    ``table`` has year, ``key``, value and high (upper bound). "" where nothing was reported or too few did. A figure
    that is open above (≥, a missing part) may be larger than it looks: it is never called low.
    """
    place = quarters(table, key)
    few = table.groupby(["year", key])["value"].transform("count") < FEWEST
    band = place.map({"lowest": "low", "highest": "high"}).fillna("middle").mask(few | table["value"].isna(), "")
    return band.mask(band.eq("low") & np.isinf(table["high"].to_numpy(np.float64)), "")
