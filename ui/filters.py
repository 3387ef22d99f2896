"""The filters all screens share; they live in the address, so that a screen can be bookmarked and sent."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.catalogue import Headline
from ui import address, cached
from ui.words import language, t


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked at. ``townships`` None means all; ``base`` is the year compared with."""

    year: int
    base: int
    townships: tuple[str, ...] | None
    measure: Headline

    @property
    def key(self) -> tuple[int, int, tuple[str, ...] | None, str]:
        """What tells these filters from any others."""
        return self.year, self.base, self.townships, self.measure.id

    @property
    def measure_name(self) -> str:
        """The chosen measure in the session's language."""
        return measure_name(self.measure)

    @property
    def shown_townships(self) -> tuple[str, ...]:
        """The townships looked at, all of them when none was chosen."""
        return cached.names() if self.townships is None else self.townships


def measure_name(measure: Headline) -> str:
    """A headline measure's name in the session's language."""
    return measure.name_en if language() == "en" else measure.name_zh


def measures_shown() -> list[tuple[str, str, str]]:
    """The headline measures as charts want them: id, name, unit. Units are Chinese words and stay off English screens."""
    unit = language() == "zh"
    return [(h.id, measure_name(h), h.unit if unit else "") for h in cached.catalogue().headlines]


def current() -> Filters | None:
    """What the filters say now; None while there is no data."""
    years = cached.years()
    if not years:
        return None
    catalogue = cached.catalogue()
    year = int(st.session_state.get("year") or years[-1])
    year = year if year in years else years[-1]
    bases = _bases(years, year)
    base = int(st.session_state.get("base") or bases[0])
    chosen = tuple(x for x in st.session_state.get("townships") or () if x in cached.names())
    measure = catalogue.headline_by_id.get(st.session_state.get("measure") or "", catalogue.headlines[0])
    return Filters(year, base if base in bases else bases[0], chosen or None, measure)


def show() -> None:
    """The filters in the sidebar."""
    years = cached.years()
    if not years:
        return
    newest_first = list(reversed(years))
    address.start("year", newest_first)
    year = st.selectbox(t("年度"), newest_first, key="year", placeholder=t("请选择"))
    address.keep("year", year, newest_first[0])

    bases = _bases(years, year)
    address.start("base", bases)
    base = st.selectbox(t("与哪一年比"), bases, key="base", placeholder=t("请选择"))
    address.keep("base", base, bases[0])

    names = {h.id: measure_name(h) for h in cached.catalogue().headlines}
    address.start("measure", names)
    if st.session_state.get("_measures_in") not in (None, language()) and "measure" in st.session_state:
        # The browser holds the name that was chosen, not its id: said anew, it is shown in the language of now.
        st.session_state["measure"] = st.session_state["measure"]
    st.session_state["_measures_in"] = language()
    measure = st.selectbox(
        t("主要指标"), list(names), format_func=names.__getitem__, key="measure", placeholder=t("请选择")
    )
    address.keep("measure", measure, next(iter(names)))

    townships = cached.names()
    address.start_many("townships", townships)
    chosen = st.multiselect(t("乡镇"), list(townships), key="townships", placeholder=t("全部乡镇"), select_all=False)
    address.keep_many("townships", chosen)


def _bases(years: tuple[int, ...], year: int) -> list[int]:
    """The years to compare with: the year before first, then the others, newest first."""
    others = sorted((y for y in years if y != year), key=lambda y: (y > year, -y))
    # The year before is offered even when nothing of it is held: everything then says 上年未报, as it should.
    return list(dict.fromkeys([year - 1, *others]))
