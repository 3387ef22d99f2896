"""Of which townships and years files are here, counted or not: who has sent something is not told by figures alone."""

from __future__ import annotations

from collections.abc import Collection

from analytics.store import Store, UploadRow


def spoken_of(store: Store, upload: UploadRow) -> list[tuple[str, int]]:
    """Townships and years of a file. One of several of both may hold one township's earlier years only: it is read."""
    if len(upload.townships) > 1 and len(upload.years) > 1:
        figures = store.reading(upload.id).figures
        return list(dict.fromkeys((figure.township, figure.year) for figure in figures))
    return [(township, year) for township in upload.townships for year in upload.years]


def files_to_check(store: Store) -> frozenset[tuple[str, int]]:
    """Township and year of the files that came in and that the office has not accepted yet."""
    return frozenset(place for upload in store.uploads("pending") for place in spoken_of(store, upload))


def being_checked(
    to_check: Collection[tuple[str, int]], waiting: Collection[tuple[str, int, str]], year: int
) -> frozenset[str]:
    """Townships of which something of a year is here: a file to check, or a figure that waits for an answer.

    ``to_check``: ``files_to_check``. Nobody may be told that they sent nothing.
    """
    return frozenset(t for t, y in to_check if y == year) | frozenset(t for t, y, _ in waiting if y == year)
