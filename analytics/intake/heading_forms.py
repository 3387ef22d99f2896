"""The forms of the catalogue: patterns that the core of a heading may be, where listing every wording would never end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analytics.catalogue import Indicator


@dataclass(frozen=True, slots=True)
class Form:
    """An indicator's pattern; one that is ``counted`` says enough only where the unit is said as well."""

    indicator: str
    pattern: re.Pattern[str]
    counted: bool

    def fits(self, core: str, family: str) -> bool:
        """Whether the core of a heading, counted in a family of units (empty: nobody said), is of this form."""
        return bool(family or not self.counted) and self.pattern.fullmatch(core) is not None


def forms_of(indicators: Iterable[Indicator]) -> tuple[Form, ...]:
    """The forms of all indicators; those of one indicator and kind are one pattern."""
    return tuple(
        Form(indicator.id, re.compile("|".join(forms)), counted)
        for indicator in indicators
        for forms, counted in ((indicator.forms, False), (indicator.counted_forms, True))
        if forms
    )
