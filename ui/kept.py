"""Things made once and shown again and again, found by an ordinary key.

Streamlit's caches look at the signature of the function and hash every argument on each call, which for the twenty
reads of a rerun costs more than the reads themselves.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """The newest ``most`` things, shared by all sessions; one thing is made by one of them while the others wait."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, T] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The thing kept under ``key``; made if there is none. What ``make`` raises is not kept."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._held:
                    return self._held[key]
            try:
                made = make()
            except BaseException:
                with self._lock:
                    self._making.pop(key, None)
                raise
            with self._lock:
                self._held[key] = made
                self._making.pop(key, None)
                while len(self._held) > self._most:
                    self._held.popitem(last=False)
            return made
