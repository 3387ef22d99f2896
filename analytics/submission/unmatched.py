"""Headings of files that nobody knows yet: what a township may have sent under another wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.store import Store, UploadRow
from analytics.submission.doubts import STANDING, UNKNOWN


@dataclass(frozen=True, slots=True)
class Waiting:
    """A heading that nobody knows yet, with the figures under it that are not taken in."""

    upload: UploadRow
    heading: str
    sheet: str
    cell: str
    figures: int


def waiting_headings(store: Store) -> tuple[Waiting, ...]:
    """The headings in files that count or wait whose figures are not taken in, newest file first."""
    named = {p.upload_id for p in store.open_problems() if p.problem.code == UNKNOWN}
    return tuple(
        Waiting(
            upload,
            " / ".join(filter(None, (heading.group, heading.heading))),
            heading.sheet,
            heading.cell,
            len(heading.figure_cells),
        )
        for upload in store.uploads(STANDING)
        if upload.id in named
        for heading in store.reading(upload.id).unknown_headings
    )


def unmatched(waiting: tuple[Waiting, ...], year: int) -> Mapping[str, tuple[str, ...]]:
    """Township → the headings with figures under them in its files of ``year`` that nobody knows yet."""
    found: dict[str, dict[str, None]] = {}
    for heading in waiting:
        if heading.figures and year in heading.upload.years:
            for township in heading.upload.townships:
                found.setdefault(township, {})[heading.heading.rpartition(" / ")[2]] = None
    return {township: tuple(headings) for township, headings in found.items()}
