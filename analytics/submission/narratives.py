"""A report in prose beside the return of the same township and year: the return counts, the report only checks it.

Which figures count then is the store's rule (``analytics.store.accepted``); here is who is told so.
"""

from __future__ import annotations

from analytics.model import Reading
from analytics.store import Store, UploadRow


def return_beside(store: Store, upload: UploadRow) -> UploadRow | None:
    """The accepted return that gives figures for a report's township and year; None where there is none."""
    if upload.kind != "narrative":
        return None
    standing = store.standing_figures(upload.townships, upload.years)
    ids = sorted({row.upload_id for row in standing.values()} - {upload.id})
    return next((found for found in map(store.upload, ids) if found.kind == "return"), None)


def speaks(reading: Reading) -> bool:
    """Whether a report says whose and which year's it is, so that it can be kept even where it gives no figure."""
    head = reading.head
    return reading.kind == "narrative" and head is not None and bool(head.township) and head.year is not None
