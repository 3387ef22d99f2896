"""The full grid township × year × indicator as arrays, where what was not sent is as visible as what was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.catalogue import Indicator

Floats = NDArray[np.float64]
Codes = NDArray[np.int8]
Bools = NDArray[np.bool_]

STATES = ("missing", "reported", "not_applicable")
MISSING, REPORTED, NOT_APPLICABLE = range(3)
WAITING = "waiting"
"""The state, in a table, of what is missing in every amount although it was sent in: it is not used before a question
about it is answered. It is 已报待核实 wherever it is shown, never 未报."""

Keys = Iterable[tuple[str, int, str]]
"""(township, year, indicator) that were sent in and wait so."""

QUALIFIERS = ("exact", "at_least", "about")
EXACT, AT_LEAST, ABOUT = range(3)

EVENT_UNITS = frozenset({"次", "场", "场次", "期", "件"})
"""Units of things that happen one by one (sessions, meetings, cases), for which a count varies by chance like a
Poisson count. Leaflets, people and money come in bundles and vary more; no chance statement is made about them."""

ABOUT_TOLERANCE = 0.05
"""≈1,200 is taken to be within 5 % of 1,200: "约" rounds to two digits as a rule, which is off by at most 5 %."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Arrays of shape township × year × indicator; ``row`` is the position in the figures frame, −1 where none.

    ``since`` is the latest year, up to the figure's, from which indicator or township is another; 0 where never.
    ``asked`` (year × indicator) tells whether anyone in the county was asked for the indicator that year.
    """

    townships: tuple[str, ...]
    years: tuple[int, ...]
    value: Floats
    low: Floats
    high: Floats
    qualifier: Codes
    state: Codes
    row: NDArray[np.int64]
    since: NDArray[np.int64]
    asked: Bools
    waits: Bools
    """Township × year × indicator: missing, and yet sent in."""


def full_grid(
    figures: pd.DataFrame,
    indicators: Sequence[Indicator],
    townships: Sequence[str],
    years: Sequence[int],
    waiting: Keys = (),
) -> Grid:
    """The figures laid out on the full grid; of two rows for one place the later one counts.

    ``waiting``: what was sent in and is not used yet. What of it stands in another file that is used is reported.
    """
    names, when = tuple(dict.fromkeys(townships)), tuple(dict.fromkeys(int(y) for y in years))
    shape = (len(names), len(when), len(indicators))
    y = pd.Index(when, dtype="int64").get_indexer(pd.Index(figures["year"]))
    i = pd.Index([x.id for x in indicators], dtype="str").get_indexer(pd.Index(figures["indicator"]))
    t = pd.Index(names, dtype="str").get_indexer(pd.Index(figures["township"]))
    asked = np.zeros(shape[1:], dtype=np.bool_)
    known = (y >= 0) & (i >= 0)
    asked[y[known], i[known]] = True

    rows = np.flatnonzero(known & (t >= 0))
    at = (t[rows], y[rows], i[rows])
    state_of = pd.Index(STATES, dtype="str").get_indexer(pd.Index(figures["state"]))
    qualifier_of = pd.Index(QUALIFIERS, dtype="str").get_indexer(pd.Index(figures["qualifier"]))

    def laid(source: NDArray[Any], empty: float, dtype: type[np.generic]) -> NDArray[Any]:
        out = np.full(shape, empty, dtype=dtype)
        out[at] = source[rows]
        return out

    value = laid(figures["value"].to_numpy(dtype=np.float64), np.nan, np.float64)
    state = laid(state_of, MISSING, np.int8)
    state[(state == REPORTED) & np.isnan(value)] = MISSING
    unreported = state != REPORTED
    value[unreported] = np.nan
    low = laid(figures["low"].to_numpy(dtype=np.float64), np.nan, np.float64)
    high = laid(figures["high"].to_numpy(dtype=np.float64), np.nan, np.float64)
    low[unreported] = high[unreported] = np.nan
    since = np.zeros(shape, dtype=np.int64)
    if "since" in figures.columns:
        since = laid(figures["since"].to_numpy(dtype=np.int64), 0, np.int64)
    return Grid(
        names,
        when,
        value,
        low,
        high,
        laid(np.maximum(qualifier_of, EXACT), EXACT, np.int8),
        state,
        laid(np.arange(len(figures)), -1, np.int64),
        since,
        asked,
        _waits(waiting, names, when, indicators, state),
    )


def _waits(
    waiting: Keys, names: Sequence[str], years: Sequence[int], indicators: Sequence[Indicator], state: Codes
) -> Bools:
    found = np.zeros(state.shape, dtype=np.bool_)
    t, y = ({key: n for n, key in enumerate(names)}, {key: n for n, key in enumerate(years)})
    i = {indicator.id: n for n, indicator in enumerate(indicators)}
    for township, year, indicator in waiting:
        if township in t and year in y and indicator in i:
            found[t[township], y[year], i[indicator]] = True
    return np.asarray(found & (state == MISSING), dtype=np.bool_)


def states_of(state: Codes, waits: Bools) -> pd.Series:
    """The column state of a table: a word of ``STATES``, or ``WAITING`` where what is missing was sent in."""
    return words_of(np.where(waits, len(STATES), state), (*STATES, WAITING))


def words_of(codes: NDArray[Any], words: Sequence[str]) -> pd.Series:
    """A text column from codes, without a Python loop over the rows."""
    return pd.Series(pd.array(list(words), dtype="str").take(codes.ravel()))


def key_columns(grid: Grid, key: str, names: Sequence[str]) -> dict[str, Any]:
    """The columns township, year and ``key`` of the full grid, in that order of nesting."""
    t, y, k = np.indices((len(grid.townships), len(grid.years), len(names))).reshape(3, -1)
    return {
        "township": words_of(t, grid.townships),
        "year": np.asarray(grid.years, dtype=np.int64)[y],
        key: words_of(k, names),
    }
