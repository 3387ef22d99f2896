"""What a row, a column or a table says about the figures in it, as small records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from analytics.intake.raw_tables import RawTable
from analytics.intake.townships import Sighting
from analytics.intake.units import Unit
from analytics.intake.words import squeeze
from analytics.intake.years import Period

Role = Literal[
    "serial", "township", "year", "period", "indicator", "group", "unit", "value", "derived", "plan", "remark", "blank"
]

ROLES: frozenset[str] = frozenset(get_args(Role))
KEYS = frozenset({"serial", "township", "indicator", "group"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row, a column or a table says about the figures in it; later parts fill what earlier ones leave open.

    ``relative`` counts years from the table's year (-1: 上年). ``total``: township · year · indicator · none.
    ``so_far`` tells that a heading says 累计: from the beginning of the year to the end of its period.
    ``headings`` are indicator texts from the outermost to the leaf, with ``heading_at`` the place of the leaf.
    ``unclear`` is a label that should name a year and names none, or only a part of one.
    ``unit_said`` is the unit a user has put right: it stands above whatever the sheet says.
    """

    township: Sighting | None = None
    township_at: tuple[int, int] | None = None
    year: int | None = None
    relative: int | None = None
    period: Period | None = None
    so_far: bool = False
    headings: tuple[str, ...] = ()
    heading_at: tuple[int, int] | None = None
    unit: Unit | None = None
    unit_said: Unit | None = None
    total: str = ""
    derived: bool = False
    plan: bool = False
    unclear: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a block: its role and what its headings say."""

    index: int
    role: Role
    meaning: Meaning
    heads: tuple[str, ...] = ()
    key: str = ""
    corrected: bool = False


@dataclass
class Block:
    """A table after side-by-side parts are taken apart: columns with roles, data rows with meanings.

    ``row_keys`` names every row, those included that hold no figures, as corrections do.
    """

    raw: RawTable
    columns: list[Column]
    rows: dict[int, Meaning] = field(default_factory=dict)
    row_keys: dict[int, str] = field(default_factory=dict)

    def with_role(self, *roles: Role) -> list[Column]:
        """The columns that have one of the roles."""
        return [column for column in self.columns if column.role in roles]


def path(heads: tuple[str, ...]) -> str:
    """The headings of a column as one text, outermost first."""
    return " / ".join(squeeze(h) for h in heads)
