"""What a comparison workbook is asked to show, and the names by which it speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import pandas as pd

from analytics.catalogue import Catalogue, Indicator
from analytics.checks import RULES
from analytics.export.amounts import Amount, Amounts, Key
from analytics.measures import reporters, told_by_reports
from analytics.model import Finding
from analytics.text import Language, translate


def in_brackets(unit: str, language: Language) -> str:
    """The unit as it stands behind a name: 普法场次（场次）, Leaflets (copies). A unit not known here stays as it is."""
    if language == "zh":
        return f"（{unit}）"
    known = {
        "次": translate("（次）", language),
        "场": translate("（场）", language),
        "场次": translate("（场次）", language),
        "期": translate("（期）", language),
        "人": translate("（人）", language),
        "人次": translate("（人次）", language),
        "名": translate("（名）", language),
        "份": translate("（份）", language),
        "条": translate("（条）", language),
        "个": translate("（个）", language),
        "件": translate("（件）", language),
        "元": translate("（元）", language),
    }
    return known.get(unit, f" ({unit})")


@dataclass(frozen=True, slots=True)
class Column:
    """One compared thing: a headline measure or an indicator. ``rate`` is percent and is never summed.

    ``heading`` is the name with its unit. ``wan``: shown in ten thousands, as the heading says.
    """

    id: str
    name: str
    heading: str
    rate: bool = False
    summable: bool = True
    wan: bool = False


WAN_FROM = 100_000
"""Columns whose largest figure reaches this may be shown in ten thousands: two digits stay before the point."""


@dataclass(frozen=True)
class Request:
    """Everything the sheets need, worked out once."""

    figures: pd.DataFrame
    catalogue: Catalogue
    townships: tuple[str, ...]
    all_townships: bool
    this: int
    base: int
    years: tuple[int, ...]
    amounts: Amounts
    indicators: tuple[Indicator, ...]
    findings: Sequence[Finding] | None
    uploads: Mapping[int, tuple[str, datetime | str]]
    data_version: str
    language: Language
    bands: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(township, headline measure) → high, middle, low or "" this year, among all townships of the county."""
    explanations: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    """(township, year, indicator) → what was said about the figure, each with who said it."""
    large_in_wan: bool = False
    waiting: frozenset[Key] = frozenset()
    """(township, year, indicator) that was sent in and is not used before a question about it is answered."""

    def name_of(self, indicator: str) -> str:
        """The indicator's name, of a rule its title; an id that neither knows stays as it is."""
        known = self.catalogue.by_id.get(indicator)
        if known is None:
            return RULES[indicator].title.in_(self.language) if indicator in RULES else indicator
        return known.name_en if self.language == "en" else known.name_zh

    def group_name(self, group: str) -> str:
        """The name of a group of indicators."""
        for known in self.catalogue.groups:
            if known.id == group:
                return known.name_en if self.language == "en" else known.name_zh
        return group

    @cached_property
    def headline_columns(self) -> tuple[Column, ...]:
        """The headline measures as columns."""
        english = self.language == "en"
        return tuple(
            self._column(h.id, h.name_en if english else h.name_zh, h.unit, self.amounts.headlines, self.years)
            for h in self.catalogue.headlines
        )

    def group_columns(self, group: str) -> tuple[Column, ...]:
        """The group's indicators for which anything was sent in the two years."""
        return tuple(
            self._column(i.id, self.name_of(i.id), i.unit, self.amounts.indicators, (self.this, self.base))
            if i.kind != "rate"
            else Column(i.id, self.name_of(i.id), self.name_of(i.id) + in_brackets(i.unit, self.language), True, False)
            for i in self.indicators
            if i.group == group and i.id in self._sent
        )

    def _column(self, key: str, name: str, unit: str, amounts: Mapping[Key, Amount], years: tuple[int, ...]) -> Column:
        known = self.catalogue.by_id.get(key)
        wan = False
        if self.large_in_wan and self.language == "zh":
            values = (amounts[(t, y, key)] for t in self.townships for y in years if (t, y, key) in amounts)
            wan = max((a.value for a in values if a.known), default=0.0) >= WAN_FROM
        heading = name + in_brackets(f"万{unit}" if wan else unit, self.language)
        return Column(key, name, heading, summable=known is None or known.summable, wan=wan)

    def said_of(self, township: str, year: int, parts: Iterable[str]) -> list[str]:
        """The explanations of the figures of ``parts``, each once."""
        told = [text for part in parts for text in self.explanations.get((township, year, part), ())]
        return list(dict.fromkeys(told))

    @cached_property
    def _sent(self) -> frozenset[str]:
        told = self.figures["township"].isin(self.townships) & self.figures["year"].isin((self.this, self.base))
        return frozenset(self.figures.loc[told & self.figures["state"].ne("missing"), "indicator"])

    @cached_property
    def told(self) -> frozenset[tuple[str, int]]:
        """Township and year of the figures that a report gives, as far as the two years are shown."""
        mine = {(t, y) for t in self.townships for y in self.years}
        return told_by_reports(self.figures) & mine

    def reporters(self, year: int) -> tuple[str, ...]:
        """Townships that said anything that year, be it that something does not apply; in the county's order."""
        told = reporters(self.figures, year)
        return tuple(t for t in self.townships if t in told)
