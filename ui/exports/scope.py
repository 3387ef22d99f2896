"""What an export is of, in words: years, townships, the day; and names of files that every system takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from ui import cached
from ui.filters import Filters
from ui.words import listed, t

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff]')
_LONGEST = 80
NAMED = 6
"""So many chosen townships are named; more are counted."""


def county() -> str:
    """The county's name, or the word for it."""
    return cached.store().setting("county") or t("本县")


def townships_said(filters: Filters) -> str:
    """全部 25 个乡镇, or the chosen ones by name."""
    n = len(filters.shown_townships)
    if filters.townships is None:
        return t("全部 {n} 个乡镇", n=n)
    names = listed(list(filters.townships[:NAMED]))
    return names if n <= NAMED else t("{names}等 {n} 个乡镇", names=names, n=n)


def years_said(filters: Filters) -> str:
    """2025年与2024年."""
    return t("{this}年与{base}年", this=filters.year, base=filters.base)


def scope_said(filters: Filters) -> Mapping[str, str]:
    """Years and townships, for the history."""
    return {t("年度"): years_said(filters), t("乡镇"): townships_said(filters)}


def stamp(filters: Filters, when: datetime | None = None) -> str:
    """The line at the foot of a picture: county, townships, the day it was made."""
    day = (when or datetime.now().astimezone()).strftime("%Y-%m-%d")
    return t("{county}　{townships}　{day} 导出", county=county(), townships=townships_said(filters), day=day)


def file_name(stem: str, ending: str) -> str:
    """A name for a file: nothing in it that Windows or a zip refuses, not too long, not hidden, not a formula."""
    kept = _NOT_IN_NAMES.sub("_", stem).strip(" .")
    kept = re.sub(r"^[=+\-@＝＋－＠]+", "_", kept)[:_LONGEST].strip(" .") or t("导出")
    return f"{kept}.{ending}"
