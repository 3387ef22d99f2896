"""The letters of a picture: a font that holds Chinese, found among those the machine has."""

from __future__ import annotations

from functools import lru_cache

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties

from analytics.text import Text, say

FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "DengXian",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Droid Sans Fallback",
    "FangSong",
    "KaiTi",
    "SimSun",
    "NSimSun",
    "AR PL UMing CN",
)
"""Fonts that hold Chinese, the plain ones first; the screens' own order where they name the same."""

LATIN = "DejaVu Sans"
"""Comes with the drawing library: what the Chinese font lacks is taken from it."""


class NoChineseFontError(Exception):
    """The machine has no font that holds Chinese; ``text`` says so to the user."""

    def __init__(self) -> None:
        self.text: Text = say(
            "这台服务器没有装中文字体，画不出图片。请安装一种（如思源黑体、Noto Sans CJK SC、文泉驿），重新启动本程序后再试。"
        )
        super().__init__(self.text.zh)


def chinese_family() -> str:
    """The first of ``FAMILIES`` the machine has. Raises NoChineseFontError where it has none."""
    found = _found()
    if found is None:
        raise NoChineseFontError
    return found


@lru_cache(maxsize=1)
def _found() -> str | None:
    held = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in FAMILIES if name in held), None)


@lru_cache(maxsize=256)
def letters(pixels: float, bold: bool = False) -> FontProperties:
    """Letters ``pixels`` high on a surface of 100 pixels an inch."""
    weight = "bold" if bold else "regular"
    return FontProperties(family=[chinese_family(), LATIN], size=pixels * 0.72, weight=weight)
