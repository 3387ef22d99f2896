"""What is made on a click, after the screen is done: Streamlit calls it outside the session that offered it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ui import cached
from ui.words import SPOKEN, language

T = TypeVar("T")


def later(make: Callable[[], T]) -> Callable[[], T]:
    """``make`` for a download button: it speaks the language and sees the data of the screen it was offered on."""
    spoken, shown = language(), cached.key()

    def made() -> T:
        words, data = SPOKEN.set(spoken), cached.SHOWN.set(shown)
        try:
            return make()
        finally:
            SPOKEN.reset(words)
            cached.SHOWN.reset(data)

    return made
