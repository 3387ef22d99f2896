"""What a comparison workbook is asked to show, and the names by which it speaks of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import pandas as pd

from analytics.catalogue import Catalogue, Indicator
from analytics.export.amounts import Amounts
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

    ``heading`` is the name with its unit.
    """

    id: str
    name: str
    heading: str
    rate: bool = False
    summable: bool = True


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

    def name_of(self, indicator: str) -> str:
        """The indicator's name; an id the catalogue does not know stays as it is."""
        known = self.catalogue.by_id.get(indicator)
        if known is None:
            return indicator
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
            Column(h.id, name, name + in_brackets(h.unit, self.language))
            for h in self.catalogue.headlines
            for name in [h.name_en if english else h.name_zh]
        )

    def group_columns(self, group: str) -> tuple[Column, ...]:
        """The group's indicators for which anything was sent in the two years."""
        return tuple(
            Column(
                i.id,
                self.name_of(i.id),
                self.name_of(i.id) + in_brackets(i.unit, self.language),
                i.kind == "rate",
                i.summable and i.kind != "rate",
            )
            for i in self.indicators
            if i.group == group and i.id in self._sent
        )

    @cached_property
    def _sent(self) -> frozenset[str]:
        told = self.figures["township"].isin(self.townships) & self.figures["year"].isin((self.this, self.base))
        return frozenset(self.figures.loc[told & self.figures["state"].ne("missing"), "indicator"])

    def reporters(self, year: int) -> tuple[str, ...]:
        """Townships that said anything that year, be it that something does not apply; in the county's order."""
        frame = self.figures
        told = set(frame.loc[frame["year"].eq(year) & frame["state"].ne("missing"), "township"])
        return tuple(t for t in self.townships if t in told)
