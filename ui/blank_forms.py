"""Blank forms to send out: of one township, or of all of them in a zip. They read back without any guess."""

from __future__ import annotations

from datetime import date

import streamlit as st

from analytics.catalogue import Township, load_catalogue
from analytics.intake.template import LastYear, all_templates, file_name, last_year_by_township, write_template
from analytics.store import Store
from ui import cached, registry
from ui.notes import note
from ui.words import t

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YEARS_BACK = 8
YEAR_ENDS = 3
"""Up to this month the year before is the one that is reported."""


def show() -> None:
    """A fold with the choice of year and township and two downloads; nothing is made before a click."""
    place = st.expander(t("下载空白模板，发给乡镇填报"), key="blank_forms", on_change="rerun")
    if place.open:
        with place:
            _choice()


def _choice() -> None:
    townships = cached.roster().townships
    if not townships:
        st.write(t("还没有乡镇名册。请先在“设置”里载入名册，这里就能按乡镇生成模板。"))
        if "settings" in registry.PATHS:
            registry.link("settings", t("去设置"))
        return
    store = cached.store()
    county = store.setting("county") or ""
    years = _years()
    one, two, three = st.columns([1, 2, 4], vertical_alignment="bottom")
    year = int(one.selectbox(t("填报年度"), years, index=years.index(_usual_year()), key="form_year"))
    names = [township.name for township in townships]
    name = two.selectbox(t("哪个乡镇的模板"), names, key="form_township")
    township = townships[names.index(name)]
    with three, st.container(horizontal=True):
        st.download_button(
            t("下载这个乡镇的模板"),
            lambda: one_form(store, township, year, county),
            file_name=file_name(township, year),
            mime=EXCEL,
            type="primary",
            on_click="ignore",
            key="form_one",
        )
        st.download_button(
            t("下载全部 {n} 个乡镇的模板（ZIP）", n=len(townships)),
            lambda: all_forms(store, year, county),
            file_name=f"{county}{year}年度空白模板.zip",
            mime="application/zip",
            on_click="ignore",
            key="form_all",
        )
    note(
        t(
            "模板按指标目录生成，每项有解释、单位和填写限制；库里有{last}年数据的，以灰色列在旁边。填好传回后不用再核对表头。",
            last=year - 1,
        )
    )


def _usual_year() -> int:
    today = date.today()  # noqa: DTZ011 the office's own calendar day
    return today.year - 1 if today.month <= YEAR_ENDS else today.year


def _years() -> list[int]:
    newest = max((_usual_year() + 1, *cached.years()))
    return list(range(newest, newest - YEARS_BACK - 1, -1))


def one_form(store: Store, township: Township, year: int, county: str) -> bytes:
    """The blank form of a township."""
    last = _last_year(store, year)
    return write_template(
        load_catalogue(),
        township.name,
        year,
        county=county,
        code=township.code,
        last_year=None if last is None else last.get(township.name, {}),
    )


def all_forms(store: Store, year: int, county: str) -> bytes:
    """The blank forms of the whole roster in a zip."""
    return all_templates(
        load_catalogue(), store.roster_now(), year, county=county, figures_of_last_year=_last_year(store, year)
    )


def _last_year(store: Store, year: int) -> dict[str, dict[str, LastYear]] | None:
    """The figures of the year before; None where nothing of that year is held."""
    figures = store.figures_frame(years=[year - 1])
    return last_year_by_township(figures, year) if len(figures) else None
