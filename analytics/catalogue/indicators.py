"""Loads indicators.toml and themes.toml into frozen dataclasses and says plainly what is wrong with them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

HERE = Path(__file__).resolve().parent

Kind = Literal["flow", "stock", "rate"]
"""flow: counted over the year · stock: a level at the year's end · rate: percent, 0–100."""

Better = Literal["up", "down", "neutral"]


class CatalogueError(ValueError):
    """The catalogue files contradict themselves; the message lists every fault, not the first."""


@dataclass(frozen=True, slots=True)
class Group:
    """A family of indicators, shown together."""

    id: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline measure: the sum of the indicators that name it."""

    id: str
    name_zh: str
    name_en: str
    unit: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing counted.

    ``wordings`` are the headings townships use for it besides ``name_zh``; ``units`` the measure words besides ``unit``.
    ``forms`` are regular expressions that the core of a heading may be, ``counted_forms`` those that say what is counted
    only together with a unit.
    """

    id: str
    group: str
    name_zh: str
    name_en: str
    unit: str
    kind: Kind
    better: Better
    headline: str | None = None
    summable: bool = True
    part_of: str | None = None
    units: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    counted_forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of gaps and the words townships use for it."""

    id: str
    name_zh: str
    name_en: str
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """All that is counted, in the order of the files."""

    groups: tuple[Group, ...]
    headlines: tuple[Headline, ...]
    indicators: tuple[Indicator, ...]
    themes: tuple[Theme, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {i.id: i for i in self.indicators}

    @cached_property
    def headline_by_id(self) -> Mapping[str, Headline]:
        """Headline measures by id."""
        return {h.id: h for h in self.headlines}

    @cached_property
    def theme_by_id(self) -> Mapping[str, Theme]:
        """Themes by id."""
        return {t.id: t for t in self.themes}

    def parts_of(self, headline: str) -> tuple[Indicator, ...]:
        """The indicators a headline measure sums."""
        return tuple(i for i in self.indicators if i.headline == headline)

    def in_group(self, group: str) -> tuple[Indicator, ...]:
        """The indicators of a group."""
        return tuple(i for i in self.indicators if i.group == group)


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """The catalogue that ships with the program.

    Raises CatalogueError when the files contradict themselves.
    """
    return parse_catalogue(
        (HERE / "indicators.toml").read_text(encoding="utf-8"), (HERE / "themes.toml").read_text(encoding="utf-8")
    )


def parse_catalogue(indicators_toml: str, themes_toml: str) -> Catalogue:
    """A catalogue from the texts of the two files.

    Raises CatalogueError listing every fault found: unknown keys and values, missing names, duplicate ids,
    references to groups, headlines or indicators that do not exist, one wording claimed by two indicators.
    """
    try:
        raw = tomllib.loads(indicators_toml)
        raw_themes = tomllib.loads(themes_toml)
    except tomllib.TOMLDecodeError as fault:
        raise CatalogueError(f"not valid TOML: {fault}") from fault

    faults: list[str] = []
    groups = [_build(Group, row, faults) for row in raw.get("group", [])]
    headlines = [_build(Headline, row, faults) for row in raw.get("headline", [])]
    indicators = [_build(Indicator, row, faults) for row in raw.get("indicator", [])]
    themes = [_build(Theme, row, faults) for row in raw_themes.get("theme", [])]
    catalogue = Catalogue(
        tuple(g for g in groups if g),
        tuple(h for h in headlines if h),
        tuple(i for i in indicators if i),
        tuple(t for t in themes if t),
    )
    faults += _contradictions(catalogue)
    if faults:
        raise CatalogueError("; ".join(faults))
    return catalogue


def _broken(form: str) -> str:
    """What is wrong with a regular expression; empty when nothing is."""
    try:
        re.compile(form)
    except re.error as fault:
        return str(fault)
    return ""


Row = TypeVar("Row", Group, Headline, Indicator, Theme)


def _build(kind: type[Row], row: Mapping[str, Any], faults: list[str]) -> Row | None:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        return kind(**values)
    except TypeError as fault:
        faults.append(f"{kind.__name__.lower()} {row.get('id', '?')}: {fault}")
        return None


def _contradictions(catalogue: Catalogue) -> list[str]:
    faults: list[str] = []
    for name, rows in (
        ("group", catalogue.groups),
        ("headline", catalogue.headlines),
        ("indicator", catalogue.indicators),
        ("theme", catalogue.themes),
    ):
        faults += [f"{name} {id_}: id used twice" for id_, n in Counter(r.id for r in rows).items() if n > 1]
        faults += [f"{name} {r.id}: empty name" for r in rows if not r.name_zh or not r.name_en]
    groups = {g.id for g in catalogue.groups}
    claimed: dict[str, str] = {}
    for i in catalogue.indicators:
        if i.group not in groups:
            faults.append(f"indicator {i.id}: no group {i.group}")
        if i.headline is not None and i.headline not in catalogue.headline_by_id:
            faults.append(f"indicator {i.id}: no headline {i.headline}")
        if i.part_of is not None and i.part_of not in catalogue.by_id:
            faults.append(f"indicator {i.id}: part of {i.part_of}, which does not exist")
        if i.kind not in ("flow", "stock", "rate"):
            faults.append(f"indicator {i.id}: kind {i.kind}")
        if i.better not in ("up", "down", "neutral"):
            faults.append(f"indicator {i.id}: better {i.better}")
        if not i.unit:
            faults.append(f"indicator {i.id}: no unit")
        faults += [f"indicator {i.id}: form {f}: {why}" for f in (*i.forms, *i.counted_forms) if (why := _broken(f))]
        for wording in dict.fromkeys((i.name_zh, *i.wordings)):
            other = claimed.setdefault(wording, i.id)
            if other != i.id:
                faults.append(f"wording {wording}: claimed by {other} and {i.id}")
    return faults
