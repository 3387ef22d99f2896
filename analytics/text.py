"""Every sentence the program says, in Chinese with its English translation.

The Chinese sentence is the message id; the English one comes from the gettext catalogues under ``locale/``.
``say`` is used where both are needed at once (problems, findings); ``translate`` where one language is shown.
"""

from __future__ import annotations

import errno
import gettext as _gettext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]
"""A screen speaks one of these; ``zh`` is the source language and needs no catalogue."""

LOCALE_DIR = Path(__file__).resolve().parent.parent / "locale"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """The sentence in ``language``."""
        return self.en if language == "en" else self.zh


@lru_cache(maxsize=1)
def _english() -> _gettext.NullTranslations:
    """All English catalogues as one chain; an empty one where none is installed."""
    chain: _gettext.NullTranslations = _gettext.NullTranslations()
    for compiled in sorted((LOCALE_DIR / "en" / "LC_MESSAGES").glob("*.mo")):
        with compiled.open("rb") as stream:
            catalogue = _gettext.GNUTranslations(stream)
        catalogue.add_fallback(chain)
        chain = catalogue
    return chain


@lru_cache(maxsize=8192)
def _in_english(message: str) -> str:
    """A message's translation. A county of 2,000 townships says the same few sentences tens of thousands of times."""
    return _english().gettext(message)


def translate(message: str, language: Language = "zh", /, **values: object) -> str:
    """``message`` in ``language`` with ``values`` filled in.

    Placeholders are those of ``str.format``. A message without a translation stays Chinese, so that a
    missing entry shows and is caught by the test that looks for one.
    """
    pattern = _in_english(message) if language == "en" else message
    return pattern.format(**values) if values else pattern


def say(message: str, /, **values: object) -> Text:
    """``message`` in both languages with ``values`` filled in; a ``Text`` among them is filled in its own language."""

    def filled(language: Language) -> str:
        spoken = {name: v.in_(language) if isinstance(v, Text) else v for name, v in values.items()}
        return translate(message, language, **spoken)

    return Text(filled("zh"), filled("en"))


def reason_of(fault: OSError) -> Text:
    """Why the system would not open or write a file, in words; the system's own (English) ones for rare reasons."""
    reasons = {
        errno.ENOENT: say("没有这个文件或文件夹"),
        errno.EISDIR: say("这是文件夹，不是文件"),
        errno.ENOTDIR: say("路径中有一段不是文件夹"),
        errno.EEXIST: say("已有同名的文件"),
        errno.EACCES: say("没有权限"),
        errno.EPERM: say("没有权限"),
        errno.EROFS: say("只能读，不能写"),
        errno.ENOSPC: say("磁盘已满"),
        errno.ENAMETOOLONG: say("名称太长"),
        errno.EIO: say("磁盘读写出错"),
    }
    other = fault.strerror or str(fault) or type(fault).__name__
    return reasons.get(fault.errno or 0) or Text(other, other)
