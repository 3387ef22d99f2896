"""What a rule is: an id, thresholds with their reasons, and a pure function from a county to findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analytics.model import Finding
from analytics.text import Text

if TYPE_CHECKING:
    from analytics.checks.county import County

Settings = Mapping[str, float]
"""The thresholds of one rule by name."""

Overrides = Mapping[str, Settings]
"""Thresholds that differ from their default, by rule id."""

GradeName = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number a rule turns on: its default, why it is what it is, and where that comes from."""

    name: str
    default: float
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Silent:
    """A rule (or one of its conditions) that says nothing about a year, and why."""

    rule: str
    year: int
    reason: Text


Check = Callable[["County", int, Settings], list[Finding]]
Silence = Callable[["County", int, Settings], list[Silent]]


def never_silent(county: County, year: int, settings: Settings) -> list[Silent]:  # noqa: ARG001
    """For rules that judge a township by itself and so never lack peers."""
    return []


UNSAID = Text("", "")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``trial`` (试行) rules run and are counted, but are not shown until they have proved themselves.

    ``condition`` says in one sentence when it finds something, for those who set it and for docs/checks.md.
    ``of_reports``: it judges reports in prose, so that it has something to say of a year without figures.
    """

    id: str
    kind: Literal["gap", "question"]
    title: Text
    check: Check
    thresholds: tuple[Threshold, ...] = ()
    theme: str | None = None
    silent: Silence = never_silent
    trial: bool = False
    version: int = 1
    condition: Text = UNSAID
    of_reports: bool = False

    def settings(self, overrides: Overrides | None = None) -> dict[str, float]:
        """The thresholds in force: the defaults with what was set differently; unknown names are ignored."""
        chosen = (overrides or {}).get(self.id, {})
        return {t.name: float(chosen.get(t.name, t.default)) for t in self.thresholds}
