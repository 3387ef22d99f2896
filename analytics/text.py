"""Every sentence the program says, in Chinese with its English translation.

The Chinese sentence is the message id; the English one comes from the gettext catalogues under ``locale/``.
``say`` is used where both are needed at once (problems, findings); ``translate`` where one language is shown.
"""

from __future__ import annotations

import errno
import gettext as _gettext
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Literal

Language = Literal["zh", "en"]
"""A screen speaks one of these; ``zh`` is the source language and needs no catalogue."""

_A1 = re.compile(r"\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?")

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

    Placeholders are those of ``str.format``; English words that follow a number stand as ``_NUMBERED`` tells. A message without a translation stays Chinese, so that a
    missing entry shows and is caught by the test that looks for one.
    """
    pattern = message
    if language == "en":
        pattern = _in_english(message)
        if values and "|" in pattern:
            pattern = _NUMBERED.sub(lambda hole: _one_or_many(hole, values), pattern)
    return pattern.format(**values) if values else pattern


_NUMBERED = re.compile(r"\{(\w+):([^{}|]*)\|([^{}|]*)\}")
"""Words of an English sentence that follow a number: ``{n} {n:township has|townships have}``. Chinese needs none, and
gettext's plural forms follow one number a sentence, where ours have several."""


def _one_or_many(hole: re.Match[str], values: Mapping[str, object]) -> str:
    """The words before the bar for one, those behind it for any other number."""
    return hole[2] if str(values.get(hole[1])) == "1" else hole[3]


def say(message: str, /, **values: object) -> Text:
    """``message`` in both languages with ``values`` filled in; a ``Text`` among them is filled in its own language."""

    def filled(language: Language) -> str:
        spoken = {name: v.in_(language) if isinstance(v, Text) else v for name, v in values.items()}
        return translate(message, language, **spoken)

    return Text(filled("zh"), filled("en"))


def where(cells: Sequence[str] = (), sheet: str = "", file: str = "", language: Language = "zh", most: int = 0) -> str:
    """Where something stands as people say it: 《甲镇2024.xlsx》“普法”表 D4、D5 格.

    A sheet that bears its file's own name (a text table) is left out, as is what is empty. Of more than ``most`` cells
    the first ones are named and how many there are; 0: all. Places in prose (第 3 段) stand as they are given.
    """
    shown = list(dict.fromkeys(cell for cell in cells if cell))
    named = translate("、", language).join(shown[:most] if most else shown)
    in_grid = bool(shown) and all(_A1.fullmatch(cell) for cell in shown)
    if most and len(shown) > most:
        gap = " " if in_grid else ""
        named = translate("{cells}等 {n} 处", language, cells=named + gap, n=len(shown))
    elif in_grid and language == "zh":
        named = f"{named} 格"
    if sheet == PurePosixPath(file.replace("\\", "/")).stem:
        sheet = ""
    if language == "en":
        return ", ".join(filter(None, (f"“{file}”" if file else "", f"sheet “{sheet}”" if sheet else "", named)))
    front = (f"《{file}》" if file else "") + (f"“{sheet}”表" if sheet else "")
    return f"{front} {named}" if sheet and named else front + named


def where_said(cells: Sequence[str], sheet: str = "", file: str = "") -> Text:
    """``where`` in both languages."""
    return Text(where(cells, sheet, file), where(cells, sheet, file, "en"))


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
