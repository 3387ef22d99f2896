"""How dates, indicators and files are written on screen."""

from __future__ import annotations

from datetime import UTC, datetime

from analytics.checks.prose import places_of
from ui import cached
from ui.words import language, listed, t


def moment(when: datetime | None) -> str:
    """A moment (UTC in the store) in the office's own time, to the minute."""
    if when is None:
        return ""
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return aware.astimezone().strftime("%Y-%m-%d %H:%M")


IGNORE = ""
"""What is chosen in a list of indicators for a heading that is not to be counted."""


def indicator_name(indicator: str) -> str:
    """An indicator's name in the session's language; the id where the catalogue does not know it."""
    found = cached.catalogue().by_id.get(indicator)
    if found is None:
        return indicator
    return found.name_en if language() == "en" else found.name_zh


def taken_for(indicator: str | None) -> str:
    """What a heading was taken for: an indicator's name, or that what stands under it is not counted (None, "")."""
    return indicator_name(indicator) if indicator else t("不统计（目录里没有，或不是数据）")


def status_word(status: str) -> str:
    """What has become of an upload."""
    return {
        "pending": t("待核对"),
        "accepted": t("已入库"),
        "rejected": t("已退回"),
        "undone": t("已撤销"),
        "superseded": t("已被新报表取代"),
    }.get(status, status)


def theme_name(theme: str | None) -> str:
    """A theme of gaps in the session's language."""
    found = cached.catalogue().theme_by_id.get(theme or "")
    if found is None:
        return theme or ""
    return found.name_en if language() == "en" else found.name_zh


def place_words(cell: str | None, sheet: str | None = None) -> str:
    """Where something stands in a file: sheet and cell as they are, the paragraphs of prose as 第 12 段."""
    paragraphs = dict.fromkeys(number for number, _, _ in places_of(cell))
    if not paragraphs:
        return " ".join(filter(None, (sheet, cell)))
    return t("第 {n} 段", n=listed([str(number) for number in paragraphs]))
