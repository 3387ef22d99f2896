"""How a file is read here: with the county's roster and what people have decided, and never with an exception.

The reader is a parameter everywhere in this part, so that a way of reading can be tried, or a test kept small.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from analytics.catalogue import Roster
from analytics.model import Problem, Reading, Severity
from analytics.store import Store
from analytics.text import Text, say

_log = logging.getLogger(__name__)

Headings = Mapping[tuple[str, str], str | None]
"""(heading, group) as remembered → indicator id; None: not a figure."""

Corrections = Mapping[tuple[str, str, str], tuple[str | None, str | None]]
"""(form, "column" or "row", key of its heading) as remembered → (role, unit); None: as read."""


PASTED = "pasted"
"""Among the answers of an upload: it is no file but a report somebody pasted as a text."""
PASTED_NAME = "粘贴的文字.txt"
"""What a pasted text is called while it is read. A file's name may say township and year; this one says nothing."""


class Reader(Protocol):
    """Reads one file's bytes."""

    def __call__(
        self,
        data: bytes,
        name: str,
        *,
        roster: Roster | None,
        headings: Headings,
        corrections: Corrections,
        township: str | None,
        year: int | None,
    ) -> Reading:
        """The reading of ``data``; ``township`` and ``year`` are what a person said where the file does not."""
        ...


def read_with_intake(
    data: bytes,
    name: str,
    *,
    roster: Roster | None,
    headings: Headings,
    corrections: Corrections,
    township: str | None,
    year: int | None,
) -> Reading:
    """The real reader: intake, in its worker process."""
    return _with_intake(data, name, roster, headings, corrections, township, year)


def read_prose_with_intake(
    data: bytes,
    name: str,
    *,
    roster: Roster | None,
    headings: Headings,
    corrections: Corrections,
    township: str | None,
    year: int | None,
) -> Reading:
    """The real reader for a text that is known to be a report, however short it is."""
    return _with_intake(data, name, roster, headings, corrections, township, year, prose=True)


def _with_intake(
    data: bytes,
    name: str,
    roster: Roster | None,
    headings: Headings,
    corrections: Corrections,
    township: str | None,
    year: int | None,
    *,
    prose: bool = False,
) -> Reading:
    from analytics import intake
    from analytics.intake.corrections import Correction

    said = {place: Correction(role, unit) for place, (role, unit) in corrections.items()}
    decisions = intake.Decisions(headings=headings, township=township, year=year, corrections=said, prose=prose)
    return intake.read_bytes(data, name, roster=roster, decisions=decisions)


@dataclass(frozen=True, slots=True)
class Known:
    """What the county knows when a file is read."""

    roster: Roster | None
    headings: Headings
    corrections: Corrections = field(default_factory=dict)


def what_is_known(store: Store) -> Known:
    """The roster (None where there is none: then any name of the form X镇 is taken) and what people have put right."""
    roster = store.roster_known()
    headings = {(h.heading, h.group): h.indicator for h in store.remembered_headings()}
    corrections: Corrections = {(c.form, c.kind, c.heading): (c.role, c.unit) for c in store.corrections()}
    return Known(roster if roster.townships else None, headings, corrections)


def read(
    data: bytes,
    name: str,
    known: Known,
    reader: Reader | None = None,
    *,
    township: str | None = None,
    year: int | None = None,
) -> Reading:
    """What stands in a file. A fault of the reader becomes an error of this file, so that the others go on."""
    try:
        return (reader or read_with_intake)(
            data,
            name,
            roster=known.roster,
            headings=known.headings,
            corrections=known.corrections,
            township=township,
            year=year,
        )
    except Exception:
        _log.exception("reading %s failed", name)
        return unreadable(
            name,
            data,
            "internal",
            say("读取“{name}”时程序出错，这份文件没有收下；请把它发给维护人员，其他文件不受影响。", name=name),
        )


def unreadable(name: str, data: bytes, code: str, message: Text) -> Reading:
    """The reading of a file that cannot be used at all."""
    sha256 = hashlib.sha256(data).hexdigest()
    return Reading(name, sha256, "return", problems=(Problem(Severity.ERROR, code, message),), readable=False)
