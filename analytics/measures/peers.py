"""A township beside its peers: medians, quarters, and per 1,000 residents with the population year named."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.catalogue import Roster, Township
from analytics.measures.grid import Bools, Floats

PER = 1000.0


def lowest_quarter(value: Floats, own: Floats | None = None) -> tuple[Bools, float]:
    """Which of the values are in the lowest quarter, and the highest value that still is (NaN without a quarter).

    NaN are not counted. Of n values the ⌊n/4⌋ smallest are the quarter, with ties at its edge, unless the edge is
    the median (then there is no low end to speak of). ``own`` replaces a value when it is judged itself: given
    upper bounds, a value is only called low if it is low at its highest.
    """
    known = np.sort(value[~np.isnan(value)])
    size = len(known) // 4
    if size == 0 or known[size - 1] >= np.median(known):
        return np.zeros(value.shape, dtype=np.bool_), float("nan")
    edge = float(known[size - 1])
    judged = value if own is None else own
    return np.asarray(~np.isnan(value) & (judged <= edge), dtype=np.bool_), edge


def highest_quarter(value: Floats, own: Floats | None = None) -> tuple[Bools, float]:
    """As ``lowest_quarter`` for the other end; ``own`` are lower bounds here."""
    low, edge = lowest_quarter(-value, None if own is None else -own)
    return low, -edge


def medians(table: pd.DataFrame, key: str = "measure") -> pd.DataFrame:
    """The median over the townships that reported: columns year, ``key``, median, n. Without any, NaN and 0."""
    grouped = table.groupby(["year", key], sort=False)["value"]
    frame = grouped.median().to_frame("median")
    frame["n"] = grouped.count()
    return frame.reset_index()


def quarters(table: pd.DataFrame, key: str = "measure", column: str = "value") -> pd.Series:
    """For every row of a table "lowest", "highest" or "" among the townships of its year and ``key``."""
    place = pd.Series("", index=table.index, dtype="str")
    for _, rows in table.groupby(["year", key], sort=False):
        value = rows[column].to_numpy(np.float64)
        place[rows.index[lowest_quarter(value)[0]]] = "lowest"
        place[rows.index[highest_quarter(value)[0]]] = "highest"
    return place


def population_for(township: Township, year: int) -> tuple[int, int] | None:
    """Residents and the year they were counted: that year if held, else the nearest (the earlier of two); or None."""
    held = sorted(y for y, residents in township.population.items() if residents > 0)
    if not held:
        return None
    nearest = min(held, key=lambda y: (abs(y - year), y))
    return township.population[nearest], nearest


def residents_of(rows: pd.DataFrame) -> Floats:
    """The column population of ``per_1000`` as numbers, NaN where none is held."""
    return np.asarray(rows["population"].astype("Float64").to_numpy(np.float64, na_value=np.nan), dtype=np.float64)


def per_1000(table: pd.DataFrame, roster: Roster) -> pd.DataFrame:
    """The table with population, population_year (NA where none is held) and per_1000 (NaN then) added.

    Bounds go along as per_1000_low and per_1000_high.
    """
    pairs = table[["township", "year"]].drop_duplicates()
    found = [
        population_for(roster.by_name[t], int(y)) if t in roster.by_name else None
        for t, y in zip(pairs["township"], pairs["year"], strict=True)
    ]
    pairs = pairs.assign(
        population=pd.array([f[0] if f else None for f in found], dtype="Int64"),
        population_year=pd.array([f[1] if f else None for f in found], dtype="Int64"),
    )
    frame = table.merge(pairs, on=["township", "year"], how="left", sort=False)
    residents = residents_of(frame)
    for column, into in (("value", "per_1000"), ("low", "per_1000_low"), ("high", "per_1000_high")):
        frame[into] = frame[column].to_numpy(np.float64) * PER / residents
    return frame
