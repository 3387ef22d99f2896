"""What is made of the data once and kept: charts, tables of texts, counts."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from ui.cached.base import MADE, key
from ui.cached.doubts import waiting
from ui.kept import Kept

T = TypeVar("T")

_MADE: Kept[object] = Kept(MADE)


def made(what: str, of: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """What ``make`` gives, kept for this version of the data and for what waits for an answer, which a file that is
    only looked at changes. ``of`` is everything else it depends on.

    One object is handed to all sessions: nobody may change it.
    """
    return _MADE.get((*key(), waiting(), what, of), make)  # type: ignore[return-value]
