"""What stands in one cell of the workbook: a number with its sign and parts, or the word for why there is none."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import pandas as pd

from analytics.catalogue import Catalogue
from analytics.measures import (
    FROM_REPORT,
    changes,
    county_totals,
    figure_text,
    headline_table,
    indicator_table,
    told_by_reports,
)
from analytics.measures.grid import ABOUT_TOLERANCE, WAITING
from analytics.text import Language, translate

Key = tuple[str, int, str]
"""Township, year, headline measure or indicator."""

Comparing = Literal["", "up_to", "from", "about", "unsized", "alike", "open", "unlike"]
"""How sure a change is: exactly known, at most so much, at least so much, about, nobody knows how much, no more than ≈
may be off, direction open, or of sums that do not hold the same parts."""


class Amount(NamedTuple):
    """A figure, headline sum or county total. ``sign`` ("", ≥, ≈) is that of what was reported.

    ``value`` is NaN unless ``state`` is reported. ``holds`` names what a sum is made of, ``lacking`` the indicators or
    townships it lacks; ``short`` tells that anything is lacking, in a county total also parts of its townships.
    ``told``: a township's figure that comes from its report in prose, since there is no return. ``waiting``: the
    township did send something that is not used before a question about it is answered (state missing).
    """

    value: float
    sign: str
    state: str
    holds: frozenset[str] = frozenset()
    lacking: tuple[str, ...] = ()
    short: bool = False
    told: bool = False
    waiting: bool = False

    @property
    def mark(self) -> str:
        """All that stands in front of the number."""
        return (FROM_REPORT if self.told else "") + self.shown_sign

    @property
    def shown_sign(self) -> str:
        """The sign in front of the number: of a sum that lacks something only "at least" is true."""
        return "≥" if self.short else self.sign

    @property
    def hollow(self) -> bool:
        """Whether all that is known is 0 and something is lacking: "at least 0" says nothing, so words say it."""
        return self.known and self.short and not self.sign and self.value == 0

    @property
    def known(self) -> bool:
        """Whether there is a number."""
        return self.state == "reported"


NOTHING = Amount(math.nan, "", "missing")


def state_word(amount: Amount, language: Language) -> str:
    """Why there is no number: 未报, 已报待核实 or 不适用; one wording in letter, brief and workbook."""
    return figure_text(None, "exact", "waiting" if amount.waiting else amount.state, language)


def hollow_words(language: Language) -> str:
    """What stands behind a 0 that lacks parts (``Amount.hollow``); one wording in letter, brief and workbook."""
    return translate("（缺项）", language)


class Place(NamedTuple):
    """Where a figure came from."""

    file: str
    sheet: str
    cell: str
    raw: str


@dataclass(frozen=True)
class Amounts:
    """All cells of the workbook by township, year and key, and the places of the figures behind them."""

    headlines: Mapping[Key, Amount]
    indicators: Mapping[Key, Amount]
    places: Mapping[Key, Place]
    headline_totals: Mapping[tuple[int, str], Amount]
    indicator_totals: Mapping[tuple[int, str], Amount]
    in_chance: frozenset[Key]
    """(township, this year, key) whose change chance explains."""


def compute_amounts(
    figures: pd.DataFrame,
    catalogue: Catalogue,
    townships: Sequence[str],
    years: Sequence[int],
    this: int,
    base: int,
    waiting: Collection[Key] = frozenset(),
) -> Amounts:
    """The amounts of ``townships`` in ``years``; chance is judged for ``this`` against ``base``.

    ``waiting``: indicators that were sent in and are not used yet, as (township, year, indicator).
    """
    single = indicator_table(figures, catalogue, townships, years, waiting)
    sums = headline_table(figures, catalogue, townships, years, waiting)
    told = told_by_reports(figures)
    parts: dict[Key, set[str]] = {}
    lacking: dict[Key, list[str]] = {}
    headline_of = {i.id: i.headline for i in catalogue.indicators if i.headline}
    indicators: dict[Key, Amount] = {}
    places: dict[Key, Place] = {}
    columns = [
        single[c].tolist()
        for c in ("township", "year", "indicator", "value", "qualifier", "state", "parts_missing", "figure_id", "since")
    ]
    sources = [single[c].fillna("").tolist() for c in Place._fields]
    for township, year, indicator, value, qualifier, state, missing, figure, since, *place in zip(
        *columns, *sources, strict=True
    ):
        key = (township, year, indicator)
        # What is counted differently from a year on is not like what was counted before, under the same name or not.
        counted = f"{indicator}@{since}" if since else indicator
        from_report = state == "reported" and (township, year) in told
        holds = frozenset({counted} if since else ())
        indicators[key] = Amount(
            value, SIGNS[qualifier], _kept(state), holds, told=from_report, waiting=state == WAITING
        )
        if not pd.isna(figure):
            places[key] = Place(*(str(p) for p in place))
        headline = headline_of.get(indicator)
        if headline and state == "reported":
            parts.setdefault((township, year, headline), set()).add(counted)
        elif headline and missing:
            lacking.setdefault((township, year, headline), []).append(indicator)

    headlines: dict[Key, Amount] = {}
    for township, year, measure, value, qualifier, state in _rows(sums, "measure"):
        key = (township, year, measure)
        absent = tuple(lacking.get(key, ())) if state == "reported" else ()
        holds, from_report = frozenset(parts.get(key, ())), state == "reported" and (township, year) in told
        headlines[key] = Amount(
            value, SIGNS[qualifier], _kept(state), holds, absent, bool(absent), from_report, state == WAITING
        )

    chance: set[Key] = set()
    for table, name in ((sums, "measure"), (single, "indicator")):
        compared = changes(table, this, base, key=name)
        within = compared[compared["within_chance"]]
        chance.update((t, this, k) for t, k in zip(within["township"], within[name], strict=True))
    return Amounts(
        headlines,
        indicators,
        places,
        _totals(sums, "measure", headlines, townships),
        _totals(single, "indicator", indicators, townships),
        frozenset(chance),
    )


def _kept(state: str) -> str:
    """An amount that waits is missing to every sum and comparison; ``Amount.waiting`` tells."""
    return "missing" if state == WAITING else state


SIGNS = {"exact": "", "at_least": "≥", "about": "≈"}


def _rows(table: pd.DataFrame, key: str) -> Iterable[tuple[str, int, str, float, str, str]]:
    return zip(*(table[c].tolist() for c in ("township", "year", key, "value", "qualifier", "state")), strict=True)


def _totals(
    table: pd.DataFrame, key: str, amounts: Mapping[Key, Amount], townships: Sequence[str]
) -> dict[tuple[int, str], Amount]:
    totals = county_totals(table, key)
    out: dict[tuple[int, str], Amount] = {}
    for year, name, value, qualifier in zip(
        *(totals[c].tolist() for c in ("year", key, "value", "qualifier")), strict=True
    ):
        if math.isnan(value):
            out[(year, name)] = NOTHING
            continue
        of = {t: amounts[(t, year, name)] for t in townships}
        holds = frozenset(f"{t}\0{p}" for t, a in of.items() if a.known for p in (a.holds or {name}))
        lacking = tuple(t for t, a in of.items() if a.state == "missing")
        short = bool(lacking) or any(a.short for a in of.values())
        out[(year, name)] = Amount(value, SIGNS[qualifier], "reported", holds, lacking, short)
    return out


def comparing(this: Amount, last: Amount) -> Comparing:
    """How sure the change from ``last`` to ``this`` is; both have to be known.

    Sums that do not hold the same parts are not like with like; parts missing in both years do no harm. Otherwise a
    ≥ on the growing side makes the change at least so much (beside a ≈ only its direction is sure), on the other side
    its direction stays open; two ≥ leave it open as well.
    """
    if this.holds != last.holds:
        return "unlike"
    signs = (this.sign, last.sign)
    if signs == ("", ""):
        return ""
    grows = this.value > last.value
    if signs == ("≥", "") and grows:
        return "from"
    if signs == ("", "≥") and this.value < last.value:
        return "up_to"
    if "≥" in signs and not (signs == ("≥", "≈") and grows) and not (signs == ("≈", "≥") and this.value < last.value):
        return "open"
    beyond = abs(this.value - last.value) > spread(this) + spread(last)
    if "≥" in signs:
        return "unsized" if beyond else "open"
    return "about" if beyond else "alike"


def comparable(this: Amount, last: Amount) -> bool:
    """Whether both years are known and hold the same parts, so that their difference is one of the work."""
    return this.known and last.known and this.holds == last.holds


Direction = Literal[
    "up", "down", "flat", "open", "unlike", "waiting", "this_missing", "last_missing", "none", "not_applicable"
]


def direction(this: Amount, last: Amount) -> Direction:
    """The change in one word, for counting townships."""
    if not (this.known and last.known):
        if "not_applicable" in (this.state, last.state):
            return "not_applicable"
        if this.waiting or last.waiting:
            return "waiting"
        return "last_missing" if this.known else "this_missing" if last.known else "none"
    sure = comparing(this, last)
    if sure in ("open", "unlike"):
        return "open" if sure == "open" else "unlike"
    if sure == "alike":
        return "flat"
    return "up" if this.value > last.value else "down" if this.value < last.value else "flat"


def spread(amount: Amount) -> float:
    """How far a figure may be off: ≈ within its tolerance, as on the screens and in the brief."""
    return max(abs(amount.value) * ABOUT_TOLERANCE, 0.5) if amount.sign == "≈" else 0.0
