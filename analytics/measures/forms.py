"""How many forms of publicity a township really uses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.catalogue import Catalogue
from analytics.measures.grid import Floats

FORM_MEASURES = ("publicity_sessions", "innovative_activities")
"""The headline measures whose indicators are forms of publicity that are counted one by one."""


def form_ids(catalogue: Catalogue) -> tuple[str, ...]:
    """The indicators that each count one form of publicity."""
    return tuple(i.id for i in catalogue.indicators if i.headline in FORM_MEASURES)


def effective_number(counts: NDArray[Any]) -> Floats:
    """The effective number of forms along the last axis: exp of the Shannon entropy of their shares.

    1 where one form is all there is, k where k forms are used alike, 0 where all counts are 0, NaN where none is
    known. NaN counts are left out. Source: Hill 1973, Ecology 54:427, number of order 1 (Jost 2006, Oikos 113:363).
    """
    known = np.where(np.isnan(counts) | (counts < 0), 0.0, counts)
    total = known.sum(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = known / total
        entropy = -np.sum(np.where(share > 0, share * np.log(share), 0.0), axis=-1)
    number = np.where(total[..., 0] > 0, np.exp(entropy), 0.0)
    return np.asarray(np.where(np.isnan(counts).all(axis=-1), np.nan, number), dtype=np.float64)


def forms(table: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """From an indicator table, one row per township and year: forms (effective number), in_use, reported, missing.

    ``missing`` counts forms that were asked for and not reported: then the number may be higher in truth.
    """
    ids = form_ids(catalogue)
    rows = table[table["indicator"].isin(ids)]
    grouped = rows.groupby(["township", "year"], sort=False)
    value = rows["value"].to_numpy(np.float64).reshape(-1, len(ids)) if len(rows) else np.empty((0, len(ids)))
    frame = grouped["parts_missing"].sum().astype("int64").to_frame("missing").reset_index()
    return pd.DataFrame(
        {
            "township": frame["township"],
            "year": frame["year"],
            "forms": effective_number(value),
            "in_use": (value > 0).sum(axis=-1),
            "reported": (~np.isnan(value)).sum(axis=-1),
            "missing": frame["missing"],
        }
    )
