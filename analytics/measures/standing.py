"""Where every township stands in one measure of one year: a band, and the places it may hold."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.measures.bands import bands
from analytics.measures.peers import residents_of
from analytics.measures.ranks import rank_intervals, yearly_scatter


def standings(rows: pd.DataFrame, before: pd.DataFrame, *, per_thousand: bool = False) -> pd.DataFrame:
    """One row per row of ``rows``: township, band (see ``bands``), best, worst (places; 0 without an interval), n.

    ``rows``: of one measure and year, as ``per_1000`` gives them; ``before``: the same measure's rows of the year
    before, from which the scatter of what does not come one by one (leaflets, people) is taken: without them such a
    measure has bands but no places. ``per_thousand`` compares figures per thousand residents.
    """
    table = rows.assign(value=rows["per_1000"], high=rows["per_1000_high"]) if per_thousand else rows
    band = bands(table) if len(table) else pd.Series([], dtype="str")
    value, high = (rows[c].to_numpy(np.float64) for c in ("value", "high"))
    people = residents_of(rows) if per_thousand else None
    last = rows["township"].map(before.drop_duplicates("township").set_index("township")["value"])
    scatter = None
    certain = bool(len(rows)) and bool(rows["events"].all())
    if not certain:
        scatter = yearly_scatter(value, last.to_numpy(np.float64))
    best, worst, n = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64), 0
    if certain or scatter is not None:
        places = rank_intervals(value, high=high, exposure=people, scatter=scatter)
        best, worst, n = places.best, places.worst, places.n
    columns = {"township": rows["township"], "band": band, "best": best, "worst": worst, "n": n}
    return pd.DataFrame(columns).reset_index(drop=True)
