"""Who has reported, what the deadline says, and what waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analytics.measures import reporters
from analytics.measures.timeliness import due_date
from analytics.submission.arriving import being_checked
from ui import cached
from ui.doubts import Asked, asked
from ui.findings import closed
from ui.words import t

DEADLINE = "01-31"
"""Month and day of the following year by which townships report, so that the county can report upward by 1 March and
publish by 1 April; the setting ``deadline`` replaces it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is settled and what is not for a year. What somebody has explained is settled."""

    reported: tuple[str, ...]
    being_checked: tuple[str, ...]
    """Townships without any figure of the year of which something is here all the same: a file the office has not
    accepted yet, or figures that wait for an answer."""
    unreported: tuple[str, ...]
    """Townships of which nothing has come."""
    off_roster: tuple[str, ...]
    """Townships with figures that the roster does not name: renamed, merged, or misread."""
    on_roster: int
    """Townships the roster names; without any nobody can be seen to be missing."""
    pending_files: int
    asked: Asked
    new_gaps: int


def standing(year: int, townships: tuple[str, ...] | None = None) -> Standing:
    """Counts for a year. A township has reported when it said anything of the year (``measures.reporters``).

    ``townships`` narrows doubts and gaps, as on the screens that list them; who has reported is always said of all.
    """
    held = reporters(cached.figures(), year)
    here = being_checked(cached.to_check(), cached.waiting(), year)
    names, listed = cached.names(), set(cached.roster().names)
    return Standing(
        tuple(n for n in names if n in held),
        tuple(n for n in names if n not in held and n in here),
        tuple(n for n in names if n not in held and n not in here),
        tuple(n for n in names if n in held and n not in listed) if listed else (),
        len(listed),
        cached.store().upload_counts().get("pending", 0),
        asked(year, townships),
        sum(f.status == "new" for f in closed(cached.gaps(year), year) if townships is None or f.township in townships),
    )


def month_day() -> str:
    """Month and day by which returns are due; the usual ones where the setting is no month and day."""
    said = cached.store().setting("deadline") or DEADLINE
    try:
        due_date(2000, said)
    except ValueError:
        return DEADLINE
    return said


def deadline(year: int) -> date:
    """The day by which a year's returns are due."""
    return due_date(year, month_day())


def deadline_text(year: int, today: date | None = None) -> str:
    """How long it is until the year's deadline, or that it is over."""
    due = deadline(year)
    left = (due - (today or date.today())).days  # noqa: DTZ011 the office's own calendar day
    if left > 0:
        return t("距 {due} 上报截止还有 {n} 天", due=due.isoformat(), n=left)
    return t("已过 {due} 上报截止日", due=due.isoformat())
