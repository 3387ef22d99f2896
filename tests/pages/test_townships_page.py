"""乡镇比较: the strip follows the clicked column, the funnel comes when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


def titles(session: AppTest) -> str:
    return "\n".join(json.loads(c.proto.spec)["layout"]["title"]["text"] for c in session.get("plotly_chart"))


def test_the_strip_shows_the_chosen_measure_and_the_funnel_on_demand(
    open_session: Open, sample_store: Path, words: Words
) -> None:
    session = open_session(sample_store, "townships", measure="people_reached", year="2024")
    assert not session.exception
    assert "受教育人次：中间一半的乡镇在" in titles(session)
    assert "预期范围" not in titles(session)
    session.toggle(key="funnel").set_value(True).run()
    assert not session.exception
    assert "预期范围" in titles(session)


def test_one_township_is_still_judged_against_the_whole_county(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "townships", townships="荻砚镇", funnel="True", year="2024")
    assert not session.exception
    assert "学法场次：荻砚镇 " in titles(session)
    assert "仅荻砚镇上报" not in titles(session)
    assert "处于预期范围" in titles(session)


def test_per_thousand_the_places_are_of_figures_per_thousand(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "townships", per1000="True", year="2024")
    assert not session.exception
    assert "右侧为档次和名次区间" in titles(session)
    assert "（每千人）：中间一半" in titles(session)
