"""A county's year with all that is known about it, worked out once: what the brief and the letters are written from."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

import pandas as pd

from analytics.catalogue import Catalogue, Roster
from analytics.checks import RULES, explained, left_to_explain
from analytics.checks.asking import Doubt
from analytics.checks.promises import Promise
from analytics.export.amounts import NOTHING, Amount, Amounts, Key, comparable, compute_amounts
from analytics.export.prose.change import Bounded, Change, added, chance_of_sum, change_between, change_of
from analytics.export.prose.words import STRICT
from analytics.measures import headline_table, reporters, told_by_reports
from analytics.measures.bands import bands
from analytics.model import Finding
from analytics.text import Language, translate


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A shortcoming in a township's own words, from its report; ``theme`` is the catalogue's."""

    township: str
    theme: str
    sentence: str
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What a township or the office said about a figure, or to a question of the rule that stands for ``indicator``."""

    township: str
    year: int
    indicator: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that figures of the year stand in: for whom, how many, uploaded by whom and when."""

    name: str
    townships: tuple[str, ...]
    figures: int
    who: str
    received: str


@dataclass(frozen=True, slots=True)
class Together:
    """Two years summed over the townships whose sums hold the same parts in both.

    ``chance``: the sums differ by no more than chance explains; ``beyond``: by more. Neither where the figures cannot
    tell: they are no exact counts of events.
    """

    this: Bounded
    last: Bounded
    townships: tuple[str, ...]
    change: Change
    chance: bool
    beyond: bool


@dataclass(frozen=True)
class Dossier:
    """Everything the documents of a year are written from. ``base`` is the year it is compared with.

    ``gaps`` and ``questions`` are of ``year``, ``resolved`` last year's gaps that are gone. ``due`` is the deadline of
    the returns, ``doubts`` all that townships are still to be asked, ``late`` the townships whose first return came after it. ``lacking``: township → indicators asked for
    and not reported, of those that reported anything.
    """

    figures: pd.DataFrame
    catalogue: Catalogue
    roster: Roster
    year: int
    base: int
    county: str = ""
    gaps: Sequence[Finding] = ()
    questions: Sequence[Finding] = ()
    resolved: Sequence[Finding] = ()
    own_words: Sequence[OwnWords] = ()
    explanations: Sequence[Explained] = ()
    doubts: Sequence[Doubt] = ()
    waiting: frozenset[Key] = frozenset()
    """(township, year, indicator) that was sent in and is not used before a question is answered (``waiting_of``)."""
    unmatched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Township → headings in its files of the year that nobody knows yet: what is lacking may stand under them."""
    promises: Sequence[Promise] = ()
    """What the reports on the year before planned for ``year``, and what became of it."""
    uploads: Mapping[int, tuple[str, datetime | str]] = field(default_factory=dict)
    due: date | None = None
    late: tuple[str, ...] = ()
    arrived: frozenset[str] = frozenset()
    """Townships of which something of the year is here: a file to check and accept, or a figure that waits for an answer
    (``submission.being_checked``)."""
    made_at: datetime | None = None
    data_version: int | str = ""
    language: Language = "zh"

    @cached_property
    def townships(self) -> tuple[str, ...]:
        """The roster in its order, then whoever else has figures."""
        return tuple(dict.fromkeys([*self.roster.names, *(str(t) for t in self.figures["township"])]))

    @cached_property
    def amounts(self) -> Amounts:
        """The amounts of both years."""
        years = sorted({self.base, self.year})
        return compute_amounts(self.figures, self.catalogue, self.townships, years, self.year, self.base, self.waiting)

    @cached_property
    def base_word(self) -> str:
        """上年, or the year's number where it is not the year before."""
        if self.base == self.year - 1:
            return translate("上年", self.language)
        return translate("{year}年", self.language, year=self.base)

    @cached_property
    def base_said(self) -> str:
        """``base_word`` within a sentence."""
        return self.base_word if self.language == "zh" else self.base_word.lower()

    @cached_property
    def compared(self) -> bool:
        """Whether anything was reported for the base year."""
        return bool((self.figures["year"].eq(self.base) & self.figures["state"].eq("reported")).any())

    @cached_property
    def reported(self) -> tuple[str, ...]:
        """Townships that said anything of the year, be it that something does not apply; as the workbook counts them."""
        held = reporters(self.figures, self.year)
        return tuple(t for t in self.townships if t in held)

    @cached_property
    def unreported(self) -> tuple[str, ...]:
        """Townships without any figure of the year."""
        held = set(self.reported)
        return tuple(t for t in self.townships if t not in held)

    @cached_property
    def being_checked(self) -> tuple[str, ...]:
        """Townships without any figure of the year whose file is here and not accepted yet: nobody reminds them."""
        return tuple(t for t in self.unreported if t in self.arrived)

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """Townships of which nothing has come for the year."""
        return tuple(t for t in self.unreported if t not in self.arrived)

    @cached_property
    def told(self) -> frozenset[tuple[str, int]]:
        """Township and year, of the two years, whose figures come from a report since there is no return."""
        return frozenset((t, y) for t, y in told_by_reports(self.figures) if y in (self.year, self.base))

    @cached_property
    def n_figures(self) -> int:
        """Reported figures of the year."""
        return int((self.figures["year"].eq(self.year) & self.figures["state"].eq("reported")).sum())

    @cached_property
    def rounded(self) -> pd.DataFrame:
        """The year's reported ≥ and ≈ figures: rows of the store's frame."""
        frame = self.figures
        mask = frame["year"].eq(self.year) & frame["state"].eq("reported") & frame["qualifier"].ne("exact")
        return frame[mask]

    @cached_property
    def _strict(self) -> frozenset[tuple[str, int, str]]:
        frame = self.figures
        rows = frame[frame["qualifier"].eq("at_least") & frame["year"].isin((self.year, self.base))]
        headline = {i.id: i.headline for i in self.catalogue.indicators}
        found: set[tuple[str, int, str]] = set()
        columns = (rows[c].tolist() for c in ("township", "year", "indicator", "raw"))
        for township, year, indicator, raw in zip(*columns, strict=True):
            if STRICT.search(str(raw)):
                found.add((township, year, indicator))
                if headline.get(indicator):
                    found.add((township, year, str(headline[indicator])))
        return frozenset(found)

    def strict(self, year: int, key: str, township: str | None = None) -> bool:
        """Whether a ≥ of a township (None: of the county's sum) rests on words that mean "more than"."""
        if township is not None:
            return (township, year, key) in self._strict
        return any(y == year and k == key for _, y, k in self._strict)

    def amount(self, township: str, year: int, key: str) -> Amount:
        """A township's headline measure or indicator."""
        found = self.amounts.headlines.get((township, year, key))
        return found or self.amounts.indicators.get((township, year, key), NOTHING)

    def change(self, township: str, key: str) -> Change:
        """A township's change from the base year."""
        return change_between(self.amount(township, self.year, key), self.amount(township, self.base, key))

    def chance(self, township: str, key: str) -> bool:
        """Whether chance explains a township's change."""
        return (township, self.year, key) in self.amounts.in_chance

    def total(self, year: int, key: str, *, of_reported: bool = False) -> Amount:
        """The county's sum; ``of_reported``: what the townships that reported it add up to, which lacks nobody.

        Of ≥ and ≈ parts together it is about so much at least.
        """
        total = self.amounts.headline_totals.get((year, key)) or self.amounts.indicator_totals.get((year, key), NOTHING)
        held = [a for t in self.townships if (a := self.amount(t, year, key)).known]
        if of_reported:
            total = total._replace(short=any(a.short for a in held), lacking=())
        return total._replace(short=True) if {"≥", "≈"} <= {a.sign for a in held} else total

    def together(self, key: str, *, exact: bool = False) -> Together | None:
        """The county's two years over the townships that can be compared; None where there is none.

        ``exact`` leaves out those with a ≥ or ≈ in either year. Resting on one township of several, the change has no
        percent.
        """
        pairs = {t: (self.amount(t, self.year, key), self.amount(t, self.base, key)) for t in self.townships}
        alike = {t: p for t, p in pairs.items() if comparable(*p)}
        if exact:
            alike = {t: p for t, p in alike.items() if not p[0].sign and not p[1].sign}
        if not alike:
            return None
        this, last = (added(p[side] for p in alike.values()) for side in (0, 1))
        chance = chance_of_sum(self.catalogue, key, list(alike.values()))
        change = change_of(this, last)
        if len(alike) == 1 < len(self.townships):
            # A percentage of the county's would be one township's.
            change = replace(change, percent=math.nan)
        return Together(this, last, tuple(alike), change, chance is True, chance is False)

    @cached_property
    def bands(self) -> Mapping[tuple[str, str], str]:
        """(township, headline measure) → high · middle · low as on the screens; none where ``bands`` gives none."""
        table = headline_table(self.figures, self.catalogue, self.townships, [self.year], self.waiting)
        columns = (table["township"], table["measure"], bands(table))
        return {(str(town), str(measure)): band for town, measure, band in zip(*columns, strict=True) if band}

    @cached_property
    def lacking(self) -> Mapping[str, tuple[str, ...]]:
        """Township → indicators that were asked for and not reported, of those that reported anything.

        What was sent in and waits for an answer (``awaited``) is not lacking: nobody is asked for it a second time.
        """
        frame = self.figures[self.figures["year"].eq(self.year)]
        asked = [i.id for i in self.catalogue.indicators if i.id in set(frame["indicator"])]
        told = {(str(t), str(i)) for t, i in zip(frame["township"], frame["indicator"], strict=True)}
        silent = frame[frame["state"].eq("missing")]
        told -= {(str(t), str(i)) for t, i in zip(silent["township"], silent["indicator"], strict=True)}
        told |= {(t, i) for t, year, i in self.waiting if year == self.year}
        return {t: tuple(i for i in asked if (t, i) not in told) for t in self.reported}

    @cached_property
    def awaited(self) -> Mapping[str, tuple[str, ...]]:
        """Township → indicators that it sent in for the year and that are not used before it answers a question."""
        order = [i.id for i in self.catalogue.indicators]
        return {
            t: tuple(i for i in order if self.amount(t, self.year, i).waiting)
            for t in self.townships
            if any(town == t for town, _, _ in self.waiting)
        }

    @cached_property
    def sources(self) -> tuple[SourceFile, ...]:
        """The files behind the year's figures, in the order of their names."""
        frame = self.figures[self.figures["year"].eq(self.year)]
        found = []
        for key, rows in frame.groupby("upload_id", sort=False):
            who, when = self.uploads.get(int(str(key)), ("", ""))
            name = rows["file"].iloc[0]
            day = when.astimezone().strftime("%Y-%m-%d") if isinstance(when, datetime) else str(when)
            townships = tuple(dict.fromkeys(str(t) for t in rows["township"]))
            found.append(SourceFile(str(name), townships, len(rows), who, day))
        return tuple(sorted(found, key=lambda f: f.name))

    def name_of(self, key: str) -> str:
        """The name of a headline measure or indicator."""
        known = self.catalogue.headline_by_id.get(key) or self.catalogue.by_id.get(key)
        if known is None:
            return key
        return known.name_en if self.language == "en" else known.name_zh

    def indicator_name(self, indicator: str) -> str:
        """The name of an indicator; a headline measure may have the same id and another name. Of a rule its title."""
        known = self.catalogue.by_id.get(indicator)
        if known is None and indicator in RULES:
            return RULES[indicator].title.in_(self.language)
        return self.name_of(indicator) if known is None else known.name_en if self.language == "en" else known.name_zh

    @cached_property
    def _said(self) -> dict[tuple[str, int, str], tuple[str, ...]]:
        return {(e.township, e.year, e.indicator): (e.text,) for e in self.explanations}

    @cached_property
    def asked(self) -> tuple[Finding, ...]:
        """The questions that are still to be answered."""
        return tuple(f for f in explained(self.questions, self._said) if f.status != "explained")

    @cached_property
    def _doubted(self) -> frozenset[tuple[str, str]]:
        return frozenset((f.township, i) for f in self.asked for i in left_to_explain(f, self._said))

    def doubted(self, township: str, key: str) -> bool:
        """Whether a question that is not explained stands against a headline measure or indicator."""
        return any((township, i) in self._doubted for i in (key, *(p.id for p in self.catalogue.parts_of(key))))

    def unit_of(self, key: str) -> str:
        """Its unit."""
        known = self.catalogue.headline_by_id.get(key) or self.catalogue.by_id.get(key)
        return known.unit if known else ""

    def theme_name(self, theme: str) -> str:
        """The name of a theme of gaps."""
        known = self.catalogue.theme_by_id.get(theme)
        if known is None:
            return theme
        return known.name_en if self.language == "en" else known.name_zh
