"""What rules look at: the county's figures laid out so that a rule reads as one comparison of arrays."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.catalogue import Catalogue, Roster
from analytics.checks.noted import Noted
from analytics.measures import population_for
from analytics.measures.grid import (
    ABOUT,
    ABOUT_TOLERANCE,
    AT_LEAST,
    EXACT,
    MISSING,
    NOT_APPLICABLE,
    QUALIFIERS,
    REPORTED,
    WAITING,
    Bools,
    Codes,
    Floats,
    Grid,
    full_grid,
)
from analytics.model import Evidence, Finding, Report


@dataclass(frozen=True, eq=False)
class Amounts:
    """One amount for every township of the county, in its order: a figure or a sum of figures.

    ``low`` and ``high`` bound what the township may have meant; ``lacking`` counts parts asked for and not reported,
    which open ``high``. NaN where nothing is reported.
    """

    value: Floats
    low: Floats
    high: Floats
    qualifier: Codes
    lacking: NDArray[np.int64]

    @property
    def reported(self) -> Bools:
        """Where there is a value."""
        return ~np.isnan(self.value)

    def shown_as(self, t: int) -> tuple[float, str]:
        """Value and qualifier as they are to be written: a sum that lacks parts is a lower bound."""
        qualifier = QUALIFIERS[int(self.qualifier[t])]
        if self.lacking[t] and qualifier == "exact":
            qualifier = "at_least"
        return float(self.value[t]), qualifier


@dataclass(frozen=True, eq=False)
class County:
    """The figures (one row per current figure), what they mean and who should have sent them.

    Rules only read it. Townships that sent figures without being on the roster are judged too, after the others.
    """

    figures: pd.DataFrame
    catalogue: Catalogue
    roster: Roster
    reports: Mapping[tuple[str, int], Report] = field(default_factory=dict)
    """The reports in prose by township and year."""
    noted: tuple[Noted, ...] = ()
    """What reading the files that count remarked about townships' returns."""
    waiting: frozenset[tuple[str, int, str]] = frozenset()
    """(township, year, indicator) that was sent in and is not used before a question about it is answered."""

    @cached_property
    def kept(self) -> dict[Hashable, list[Finding]]:
        """What was found for this county, which does not change, by what it depends on besides."""
        return {}

    @cached_property
    def townships(self) -> tuple[str, ...]:
        """All townships, in the roster's order."""
        others = dict.fromkeys(str(t) for t in self.figures["township"].unique())
        return tuple(dict.fromkeys((*self.roster.names, *others)))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that any figure is held for, ascending."""
        return tuple(sorted(int(y) for y in self.figures["year"].unique()))

    @cached_property
    def position(self) -> dict[str, int]:
        """Where an indicator stands in the catalogue."""
        return {i.id: n for n, i in enumerate(self.catalogue.indicators)}

    @cached_property
    def grid(self) -> Grid:
        """The figures as arrays township × year × indicator, with ≈ widened by its tolerance."""
        grid = full_grid(self.figures, self.catalogue.indicators, self.townships, self.years, self.waiting)
        about = grid.qualifier == ABOUT
        spread = np.abs(grid.value) * ABOUT_TOLERANCE
        grid.low[about] = (grid.value - spread)[about]
        grid.high[about] = (grid.value + spread)[about]
        return grid

    @cached_property
    def _places(self) -> dict[str, NDArray[np.object_]]:
        places = self.figures[["file", "sheet", "cell"]].astype(object)
        return {c: places[c].where(places[c].notna(), None).to_numpy() for c in places.columns}

    @cached_property
    def _cells(self) -> tuple[list[float], list[int], list[int]]:
        """Value, row and qualifier of every cell of the grid as lists: evidence asks for single ones, by the
        thousand, and a list gives one many times faster than an array."""
        grid = self.grid
        return grid.value.ravel().tolist(), grid.row.ravel().tolist(), grid.qualifier.ravel().tolist()

    @cached_property
    def _residents(self) -> dict[int, tuple[Floats, NDArray[np.int64]]]:
        """``residents`` by year, as many rules ask for the same."""
        return {}

    def _parts(self, indicators: tuple[str, ...]) -> list[int]:
        return [self.position[i] for i in indicators]

    def comparable(self, year: int) -> County:
        """The county without what cannot be compared with ``year``: figures of earlier years from before an indicator
        was defined anew, or a township became another. To a rule they are not reported."""
        if "since" not in self.figures.columns:
            return self
        keys = ["township", "indicator"]
        since = self.figures.loc[self.figures["year"] == year, [*keys, "since"]]
        since = since[since["since"].gt(0)].drop_duplicates(keys)
        if since.empty:
            return self
        from_then = self.figures[keys].merge(since, on=keys, how="left")["since"].to_numpy(np.float64)
        outdated = self.figures["year"].to_numpy(np.float64) < from_then
        return replace(self, figures=self.figures[~outdated].reset_index(drop=True))

    def given_by_return(self, t: int, year: int) -> list[str]:
        """The indicators of which a return, and not a report that stands in for one, gives a figure."""
        if not self.has(year):
            return []
        rows = self.grid.row[t, self.years.index(year), :]
        ids = [(i.id, row) for i, row in zip(self.catalogue.indicators, rows, strict=True) if row >= 0]
        if "origin" not in self.figures.columns:
            return [i for i, _ in ids]
        origin = self.figures["origin"].to_numpy(dtype=object)
        return [i for i, row in ids if origin[row] != "narrative"]

    def has(self, year: int) -> bool:
        """Whether any figure is held for the year."""
        return year in self.years

    def asked(self, indicator: str, year: int) -> bool:
        """Whether anyone in the county was asked for the indicator that year."""
        return self.has(year) and bool(self.grid.asked[self.years.index(year), self.position[indicator]])

    def returned(self, year: int) -> Bools:
        """Which townships sent a return: at least one figure that is not missing."""
        if not self.has(year):
            return np.zeros(len(self.townships), dtype=np.bool_)
        sent = self.grid.state[:, self.years.index(year), :] >= REPORTED
        return np.asarray(sent.any(axis=1), dtype=np.bool_)

    def states(self, indicator: str, year: int) -> Codes:
        """For every township 0 missing, 1 reported, 2 not applicable."""
        if not self.has(year):
            return np.zeros(len(self.townships), dtype=np.int8)
        return self.grid.state[:, self.years.index(year), self.position[indicator]]

    @cached_property
    def _waiting(self) -> dict[tuple[int, str], list[int]]:
        """Year and indicator → positions of the townships that sent something which is not used yet."""
        at = {name: t for t, name in enumerate(self.townships)}
        found: dict[tuple[int, str], list[int]] = {}
        for township, year, indicator in self.waiting:
            if township in at:
                found.setdefault((year, indicator), []).append(at[township])
        return found

    def waits(self, indicator: str, year: int) -> Bools:
        """Which townships did send the indicator, in a figure that is not used before a question is answered.

        It counts as missing in every amount, and nobody may say that it was not reported.
        """
        mask = np.zeros(len(self.townships), dtype=np.bool_)
        mask[self._waiting.get((year, indicator), [])] = True
        return np.asarray(mask & (self.states(indicator, year) == MISSING), dtype=np.bool_)

    def exact(self, year: int) -> Floats:
        """Township × indicator: the value where an exact figure was reported, else NaN."""
        if not self.has(year):
            return np.full((len(self.townships), len(self.catalogue.indicators)), np.nan)
        y = self.years.index(year)
        return np.where(self.grid.qualifier[:, y, :] == EXACT, self.grid.value[:, y, :], np.nan)

    def amounts(self, indicator: str, year: int) -> Amounts:
        """One indicator of one year."""
        if not self.has(year):
            return self.sum((indicator,), year)
        at = (slice(None), self.years.index(year), self.position[indicator])
        grid = self.grid
        known = grid.state[at] == REPORTED
        lacking = (grid.state[at] == MISSING) & (bool(grid.asked[at[1:]]) | grid.waits[at])
        qualifier = np.where(known, grid.qualifier[at], EXACT).astype(np.int8)
        return Amounts(grid.value[at], grid.low[at], grid.high[at], qualifier, lacking.astype(np.int64))

    def sum(self, indicators: tuple[str, ...], year: int, only: Bools | None = None) -> Amounts:
        """The sum of indicators over the parts reported; ``only`` (township × part) restricts it to some parts."""
        n = len(self.townships)
        if not self.has(year):
            nothing = np.full(n, np.nan)
            return Amounts(nothing, nothing, nothing, np.zeros(n, dtype=np.int8), np.zeros(n, dtype=np.int64))
        y, parts = self.years.index(year), self._parts(indicators)
        state = self.grid.state[:, y, parts]
        used = state == REPORTED if only is None else (state == REPORTED) & only
        some = used.any(axis=1)

        def added(source: Floats) -> Floats:
            return np.where(some, np.where(used, source[:, y, parts], 0.0).sum(axis=1), np.nan)

        qualifier = np.where(used, self.grid.qualifier[:, y, parts], EXACT)
        codes = np.select([(qualifier == ABOUT).any(axis=1), (qualifier == AT_LEAST).any(axis=1)], [ABOUT, AT_LEAST], 0)
        lacking = np.zeros(n, dtype=np.int64)
        high = added(self.grid.high)
        if only is None:
            wanted = self.grid.asked[y, parts][None, :] | self.grid.waits[:, y, parts]
            lacking = (wanted & (state != REPORTED) & (state != NOT_APPLICABLE)).sum(axis=1).astype(np.int64)
            high = np.where(some & (lacking > 0), np.inf, high)
        return Amounts(added(self.grid.value), added(self.grid.low), high, codes.astype(np.int8), lacking)

    def alike(self, indicators: tuple[str, ...], year: int) -> tuple[Amounts, Amounts]:
        """The sum this year and last year over the parts each township reported in both, so that like meets like."""
        if not (self.has(year) and self.has(year - 1)):
            return self.sum(indicators, year), self.sum(indicators, year - 1)
        parts = self._parts(indicators)
        y, before = self.years.index(year), self.years.index(year - 1)
        both = (self.grid.state[:, y, parts] == REPORTED) & (self.grid.state[:, before, parts] == REPORTED)
        return self.sum(indicators, year, both), self.sum(indicators, year - 1, both)

    def headline(self, measure: str) -> tuple[str, ...]:
        """The ids of the indicators that a headline measure sums."""
        return tuple(i.id for i in self.catalogue.parts_of(measure))

    def residents(self, year: int) -> tuple[Floats, NDArray[np.int64]]:
        """Population of every township and the year it was counted; NaN and 0 where none is held."""
        if year not in self._residents:
            self._residents[year] = self._counted_residents(year)
        return self._residents[year]

    def _counted_residents(self, year: int) -> tuple[Floats, NDArray[np.int64]]:
        found = [
            population_for(self.roster.by_name[t], year) if t in self.roster.by_name else None for t in self.townships
        ]
        people = np.array([f[0] if f else np.nan for f in found], dtype=np.float64)
        return people, np.array([f[1] if f else 0 for f in found], dtype=np.int64)

    @cached_property
    def villages(self) -> Floats:
        """Villages of every township; NaN where the number is not held."""
        held = [self.roster.by_name[t].villages if t in self.roster.by_name else None for t in self.townships]
        return np.array([v or np.nan for v in held], dtype=np.float64)

    def state_of(self, e: Evidence) -> str:
        """The state of the figure a finding rests on, for ``figure_text``: of one without a value why it has none."""
        if e.value is not None:
            return "reported"
        if e.township not in self.townships or e.indicator not in self.position:
            return "missing"
        t = self.townships.index(e.township)
        if self.waits(e.indicator, e.year)[t]:
            return WAITING
        return "not_applicable" if self.states(e.indicator, e.year)[t] == NOT_APPLICABLE else "missing"

    def evidence(self, t: int, year: int, indicator: str) -> Evidence:
        """The figure a finding rests on; without a value and, if no row was sent, without a place."""
        name, i = self.townships[t], self.position[indicator]
        if not self.has(year):
            return Evidence(name, year, indicator, None, "exact", None, None, None)
        values, rows, qualifiers = self._cells
        at = (t * len(self.years) + self.years.index(year)) * len(self.position) + i
        value, row, qualifier = values[at], rows[at], QUALIFIERS[qualifiers[at]]
        file, sheet, cell = (self._places[c][row] if row >= 0 else None for c in ("file", "sheet", "cell"))
        return Evidence(name, year, indicator, None if math.isnan(value) else value, qualifier, file, sheet, cell)
