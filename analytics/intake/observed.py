"""What is taken from the cells of a sheet before it becomes figures, as small records."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from analytics.catalogue import Indicator
from analytics.intake.grid import a1
from analytics.intake.values import Remark, Value
from analytics.intake.years import Period
from analytics.model import Problem, Severity, UnknownHeading
from analytics.text import Text

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Observation:
    """One cell read under one indicator. ``total`` names what a totals cell adds up (township · indicator · year)."""

    sheet: str
    place: Place
    township: str | None
    year: int
    period: Period | None
    indicator: Indicator
    value: Value
    total: str = ""
    lane: tuple[int, ...] = ()
    """The column (or row) the cell adds up along; cells of one lane and one total belong together."""
    apart: bool = False
    """Whether the period comes from title, sheet or file name: its fellows may stand on other sheets."""
    so_far: bool = False
    """Whether the title says that numbers are cumulated (累计)."""
    heading: str = ""
    """The words it was taken for its indicator by; none where a user chose the indicator."""
    part: bool = False
    """Whether it is a part of another number for the same indicator, and so no figure."""

    @property
    def cell(self) -> str:
        """The A1 name of the cell."""
        return a1(*self.place)

    def asked(self, code: str, message: Text) -> Observation:
        """The same with one more question about its number."""
        remark = Remark(Severity.QUESTION, code, message)
        return replace(self, value=replace(self.value, remarks=(*self.value.remarks, remark)))


@dataclass
class Gathered:
    """What a sheet gives: observations, problems, unknown headings, and the role of every cell looked at."""

    observations: list[Observation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[UnknownHeading] = field(default_factory=list)
    roles: dict[Place, str] = field(default_factory=dict)
    asked_year: bool = False
    asked_township: bool = False
    asked_plan: bool = False
    asked_narrow: bool = False
    asked_other: bool = False


@dataclass(frozen=True)
class Answers:
    """What the user answered for the whole file when it did not say."""

    township: str | None = None
    year: int | None = None
