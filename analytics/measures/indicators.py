"""Every indicator for every township and year, each with the place it came from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.catalogue import Catalogue
from analytics.measures.grid import (
    EVENT_UNITS,
    MISSING,
    QUALIFIERS,
    REPORTED,
    Keys,
    full_grid,
    key_columns,
    states_of,
    words_of,
)

SOURCE_COLUMNS = ("figure_id", "file", "sheet", "cell", "raw")


def indicator_table(
    figures: pd.DataFrame, catalogue: Catalogue, townships: Sequence[str], years: Sequence[int], waiting: Keys = ()
) -> pd.DataFrame:
    """One row per township × year × indicator of the catalogue; unreported ones have state missing and no value, those
    of ``waiting`` (sent in, not used before a question is answered) state waiting and no value.

    Columns: township, year, indicator, value, low, high, qualifier, state, parts_asked (0 or 1), parts_missing, parts_waiting, holds (1 where reported),
    since (see ``headline_table``), events (a change of it can be chance), summable (may be added over townships), figure_id, file, sheet, cell, raw
    (NA where no row was sent).
    """
    grid = full_grid(figures, catalogue.indicators, townships, years, waiting)
    shape = grid.state.shape
    asked = np.broadcast_to(grid.asked[None], shape) | grid.waits
    events = np.array([i.kind == "flow" and i.unit in EVENT_UNITS for i in catalogue.indicators], dtype=np.bool_)
    summable = np.array([i.summable and i.kind != "rate" for i in catalogue.indicators], dtype=np.bool_)
    table = pd.DataFrame(
        {
            **key_columns(grid, "indicator", [i.id for i in catalogue.indicators]),
            "value": grid.value.ravel(),
            "low": grid.low.ravel(),
            "high": grid.high.ravel(),
            "qualifier": words_of(grid.qualifier, QUALIFIERS),
            "state": states_of(grid.state, grid.waits),
            "parts_asked": asked.ravel().astype(np.int64),
            "parts_missing": (asked & (grid.state == MISSING)).ravel().astype(np.int64),
            "parts_waiting": grid.waits.ravel().astype(np.int64),
            "since": grid.since.ravel(),
            "holds": (grid.state == REPORTED).ravel().astype(np.int64),
            "events": np.broadcast_to(events, shape).ravel(),
            "summable": np.broadcast_to(summable, shape).ravel(),
        }
    )
    rows = grid.row.ravel()
    for column in SOURCE_COLUMNS:
        source = figures[column]
        array = (source.astype("Int64") if column == "figure_id" else source).array
        table[column] = array.take(rows, allow_fill=True)
    return table
