"""Every screen: its file, its address and its name. A new screen is a line here and a file in pages/."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from ui.words import N_, t

PAGES = Path(__file__).resolve().parent.parent / "pages"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. ``path`` is its address and the name of its file; ``title`` a message."""

    path: str
    title: str
    icon: str


SCREENS = (
    Screen("overview", N_("总览"), ":material/dashboard:"),
    Screen("upload", N_("报表上传"), ":material/upload_file:"),
    Screen("years", N_("年度对比"), ":material/timeline:"),
    Screen("townships", N_("乡镇比较"), ":material/leaderboard:"),
    Screen("profile", N_("乡镇画像"), ":material/badge:"),
    Screen("gaps", N_("短板预警"), ":material/flag:"),
    Screen("quality", N_("数据质量"), ":material/fact_check:"),
    Screen("export", N_("导出"), ":material/download:"),
    Screen("settings", N_("设置"), ":material/settings:"),
)
PATHS = frozenset(screen.path for screen in SCREENS)


def page(path: str) -> st.Page:
    """The page of a screen, as ``st.navigation`` and ``st.page_link`` want it."""
    screen = next(s for s in SCREENS if s.path == path)
    return st.Page(
        PAGES / f"{screen.path}.py",
        title=t(screen.title),
        icon=screen.icon,
        url_path=screen.path,
        default=screen is SCREENS[0],
    )


def pages() -> list[st.Page]:
    """All screens in the order of the sidebar."""
    return [page(screen.path) for screen in SCREENS]


def link(path: str, label: str, **address: str) -> None:
    """A link to a screen. What is in the address (filters, language) stays; ``address`` is added to it."""
    st.page_link(page(path), label=label, query_params=address or None)
