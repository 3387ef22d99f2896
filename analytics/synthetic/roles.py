"""What a role works with: the key it writes into, and a township whose values it sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from analytics.synthetic.values import County

INNOVATIVE = ("new_media_posts", "short_videos", "mock_courts", "law_performances", "case_talks")
SESSIONS = ("publicity_events", "village_talks", "school_events", "school_law_classes")
STUDY = ("central_group_study", "collective_study", "seminars", "legal_lectures", "backbone_trainings")


@dataclass
class Key:
    """What was planted, in the words of the findings that must show it."""

    gaps: list[dict[str, Any]] = field(default_factory=list)
    questions: list[dict[str, Any]] = field(default_factory=list)
    fixed: set[tuple[str, int, str]] = field(default_factory=set)
    """Township, year, indicator that no later step may change."""

    def gap(self, theme: str, township: str, years: Sequence[int], why: str) -> None:
        """Notes a gap for each of ``years``."""
        self.gaps += [{"theme": theme, "township": township, "year": year, "why": why} for year in years]

    def question(self, rule: str, township: str, year: int, indicators: Sequence[str], why: str) -> None:
        """Notes a question."""
        self.questions.append(
            {"rule": rule, "township": township, "year": year, "indicators": list(indicators), "why": why}
        )


@dataclass
class Place:
    """A township in the hands of a role: reads and sets its values."""

    county: County
    name: str
    key: Key

    @property
    def years(self) -> tuple[int, ...]:
        """All years of the county."""
        return self.county.years

    @property
    def last(self) -> int:
        """The newest year."""
        return self.county.years[-1]

    def get(self, year: int, indicator: str) -> float:
        """A value as it stands."""
        return self.county.values[self.name, year, indicator]

    def set(self, year: int, indicator: str, value: float) -> None:
        """Sets a value and keeps later steps from changing it."""
        self.county.values[self.name, year, indicator] = float(value)
        self.key.fixed.add((self.name, year, indicator))
