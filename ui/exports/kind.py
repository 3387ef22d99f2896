"""One kind of export: what it is called and holds, what can be chosen, how it looks, how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ui.filters import Filters

Progress = Callable[[float, str], None]
"""Told how far a making is (0 to 1) and what is being done, in the session's language."""

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of export as the screen 导出 offers it. All texts are in the session's language.

    ``choose`` places the widgets of what can be chosen and gives the choice (a frozen dataclass), or None where
    nothing can be made yet, after saying why. ``preview`` draws the first page as it will be. ``file`` names the file
    and its type. ``make`` may run outside the session (``ui.later``): it must not place widgets nor read session
    state; it may be slow when ``slow``, and then tells how far it is. An exception with a ``text`` is said to the user.
    ``said`` puts the choice into words for the history (name → words).
    """

    id: str
    name: Callable[[], str]
    holds: Callable[[], str]
    choose: Callable[[Filters], Any]
    preview: Callable[[Filters, Any], None]
    file: Callable[[Filters, Any], tuple[str, str]]
    make: Callable[[Filters, Any, Progress], bytes]
    said: Callable[[Filters, Any], Mapping[str, str]]
    slow: bool = False


def silent(_share: float, _doing: str) -> None:
    """A ``Progress`` nobody looks at."""
