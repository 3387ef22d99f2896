"""Transactions on a store: how one is opened, read and written, and the counting of its versions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

import sqlalchemy as sa

from analytics.store import schema
from analytics.store.engine import make_engine, shown_url, store_url, use_wal
from analytics.store.faults import in_words
from analytics.store.migrate import migrate
from analytics.store.rows import StoreError


class Transactions:
    """One object serves all threads of a program; any number of programs may use one store at once. Writers queue."""

    def __init__(self, engine: sa.Engine, url: str) -> None:
        """Use ``open``."""
        self.url = url
        self._place = shown_url(url)
        self._reader = engine
        self._writer = engine.execution_options(writes=True)

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """Opens the store at an SQLAlchemy URL, making or upgrading its tables.

        ``url`` defaults to ``FAZHI_STORE``, else ``sqlite:///var/fazhi.db`` under the project. Raises StoreError
        with a sentence for the user when it cannot be opened.
        """
        place = store_url(url)
        store = cls(make_engine(place), place)
        try:
            with in_words(store._place):
                use_wal(store._reader)
                migrate(store._reader, store._writer)
        except StoreError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Closes all connections."""
        self._reader.dispose()

    @contextmanager
    def _read(self) -> Iterator[sa.Connection]:
        with in_words(self._place), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _write(self, *, new_version: bool) -> Iterator[sa.Connection]:
        """One write transaction. Its first statement takes the counters' row, so that on every database writers
        follow one another; all of it happens, or, if anything is raised or the program dies, nothing."""
        with in_words(self._place), self._writer.begin() as connection:
            c = schema.counters.c
            values = {"writes": c.writes + 1} | ({"version": c.version + 1} if new_version else {})
            connection.execute(schema.counters.update().values(values))
            yield connection

    # --- versions

    def version(self) -> int:
        """A number that grows whenever figures, explanations, remembered headings, roster, rules or settings change."""
        with self._read() as connection:
            return int(connection.execute(sa.select(schema.counters.c.version)).scalar_one())

    def writes(self) -> int:
        """A number that grows with every change at all, pending uploads included."""
        with self._read() as connection:
            return int(connection.execute(sa.select(schema.counters.c.writes)).scalar_one())
