"""What users said of the columns and rows of a form, and how such a column or row is found again.

A column is known by its headings, a row by its labels, with years left out: the form of next year says the same. Of
several that say the same, the second is ``… #2``, counted from the left (from the top).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["column", "row"]

COLUMN_ROLES = (
    "value", "remark", "total", "indicator", "group", "township", "year", "period", "unit", "serial", "derived", "plan",
)  # fmt: skip
"""What a column can be corrected to."""

ROW_ROLES = ("value", "remark", "total")
"""What a row can be corrected to."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST = 200


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user said of one column or row of a form: its role (total and those of ``Role``) or its unit; None: as read."""

    role: str | None = None
    unit: str | None = None


Corrections = Mapping[tuple[str, str, str], Correction]
"""(form, "column" or "row", heading as ``correction_key`` gives it) → correction."""


def correction_key(heading: str) -> str:
    """A heading path without its years, short enough to be kept; the key of a key is itself."""
    plain = _YEAR.sub("××××", heading)
    if len(plain) <= _MOST:
        return plain
    return f"{plain[: _MOST - 9]}…{hashlib.sha256(plain.encode('utf-8', 'replace')).hexdigest()[:8]}"


def keys_of(headings: Iterable[str]) -> list[str]:
    """The keys of columns or rows in their order, those that say the same told apart by their number."""
    seen: Counter[str] = Counter()
    keys = []
    for heading in headings:
        key = correction_key(heading)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} #{seen[key]}")
    return keys


def said_of(corrections: Corrections | None, form: str) -> dict[tuple[str, str], Correction]:
    """The corrections of one form: (kind, key) → correction."""
    return {
        (kind, correction_key(heading)): said
        for (of, kind, heading), said in (corrections or {}).items()
        if of == form and (said.role is not None or said.unit is not None)
    }
