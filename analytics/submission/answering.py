"""People answer what a file left open; its kept bytes are read again with the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from analytics.model import Reading
from analytics.store import RememberedHeading, Store
from analytics.submission.reading import Reader, what_is_known
from analytics.submission.receiving import Progress, Received
from analytics.submission.rereading import read_again, read_all_again, unchanged
from analytics.text import say

YEARS = range(1980, 2101)
"""Years a return can be about. 1985 saw the first five-year plan of legal publicity."""


def answer(
    store: Store,
    upload_id: int,
    township: str | None = None,
    year: int | None = None,
    *,
    who: str,
    reader: Reader | None = None,
) -> Received:
    """Says which township or year a pending upload is about, and reads it again.

    The answers are kept with the upload; None leaves an earlier answer as it is. Nothing changes, and ``message``
    says why, for a township that is not on the roster, an impossible year, or an upload someone has decided about.
    """
    upload = store.upload(upload_id)
    known = what_is_known(store)
    if township is not None and known.roster is not None and township not in known.roster.by_name:
        return unchanged(store, upload, say("乡镇名册里没有“{township}”，请先在名册中添加", township=township))
    if year is not None and year not in YEARS:
        return unchanged(store, upload, say("{year} 不是可用的年度", year=year))
    answers = dict(upload.answers)
    if township is not None:
        answers["township"] = township
    if year is not None:
        answers["year"] = year
    return read_again(store, upload, answers, known, who, reader)


def match_heading(
    store: Store,
    heading: str,
    group: str,
    indicator: str | None,
    who: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    reader: Reader | None = None,
) -> list[Received]:
    """Remembers what a heading under a group means (None: not a figure) and reads the pending uploads with it again.

    Accepted uploads stay as they are. Where reading again is ``cancelled``, the heading is remembered all the same.
    """
    key = heading_key(heading, group)
    store.remember_heading(*key, indicator, who)
    return read_all_again(store, _concerned(store, key), who, progress=progress, cancelled=cancelled, reader=reader)


def forget_heading(
    store: Store,
    heading_id: int,
    who: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    reader: Reader | None = None,
) -> list[Received]:
    """Forgets what a heading was said to mean and reads the pending uploads with it again."""
    known = next((h for h in store.remembered_headings() if h.id == heading_id), None)
    if known is None or not store.forget_heading(heading_id, who):
        return []
    concerned = _concerned(store, (known.heading, known.group))
    return read_all_again(store, concerned, who, progress=progress, cancelled=cancelled, reader=reader)


def heading_key(heading: str, group: str) -> tuple[str, str]:
    """The form in which intake compares a heading and its group."""
    from analytics.intake.headings import heading_key as normalised

    return normalised(heading, group)


def remembered_elsewhere(known: Iterable[RememberedHeading], heading: str, group: str) -> RememberedHeading | None:
    """What the same heading was said to mean under another group, or under none, where all such answers agree.

    A suggestion only: under another group the same words may count something else.
    """
    own = heading_key(heading, group)
    others = [h for h in known if h.heading == own[0] and h.group != own[1]]
    return others[-1] if len({h.indicator for h in others}) == 1 else None


def _concerned(store: Store, key: tuple[str, str]) -> list[int]:
    """The pending uploads in which a heading stands, whether an indicator was found for it or not."""
    asked = {p.upload_id for p in store.pending_headings() if heading_key(p.heading, p.group) == key}
    return [u.id for u in store.uploads("pending") if u.id in asked or _holds(store.reading(u.id), key)]


def _holds(reading: Reading, key: tuple[str, str]) -> bool:
    """Whether a column or row of a reading was named by the heading; one without a group is meant under any."""
    named = {heading_key(axis.wording, axis.group) for table in reading.tables for axis in table.axes if axis.wording}
    return any(heading == key[0] and key[1] in ("", group) for heading, group in named)
