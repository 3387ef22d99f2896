"""Names and texts with markup in them are shown as they are: on every screen, in the browser, in no way run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import fabricated as made
import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import RosterError
from analytics.catalogue.roster import roster_from_bytes
from analytics.model import Problem, Severity, UnknownHeading
from analytics.store import Store
from analytics.text import Text
from ui.plain import plain
from ui.registry import SCREENS

BAD = (
    '<b>粗</b><img src=x onerror="document.title=1">[链](javascript:alert(1))$x^2$:material/home::red[红]*斜*_下_`码`镇'
)
FORMULA = '=HYPERLINK("http://x","点")镇'
PATHS = [screen.path for screen in SCREENS]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A county whose townships, files, sheets, cells and headings all carry markup."""
    place = tmp_path_factory.mktemp("hostile") / "fazhi.db"
    names = [BAD, FORMULA, *made.names(8)]
    url = made.county(place, names, [2023, 2024])
    store = Store.open(url)
    store.set_setting("county", f"{BAD}县", "甲")
    made.accepted(store, f"{BAD}.xlsx", [made.figure(BAD, 2024, made.known_indicators()[0], 3, sheet=BAD)])
    doubt = Problem(Severity.QUESTION, "odd", Text(f"“{BAD}”看不懂", f"“{BAD}” is odd"), BAD, "D4")
    data = BAD.encode()
    reading = made.reading(data, [made.figure(BAD, 2024, made.known_indicators()[1], 4, sheet=BAD)], BAD, [doubt])
    heading = UnknownHeading(BAD, BAD, BAD, "D4", (BAD,), ())
    store.add_upload(
        f"待{BAD}.xlsx", data, BAD, reading.__class__(**{**_fields(reading), "unknown_headings": (heading,)})
    )
    store.close()
    return url


def _fields(reading: object) -> dict[str, object]:
    return {name: getattr(reading, name) for name in reading.__dataclass_fields__}  # type: ignore[attr-defined]


MARKDOWN = ("markdown", "title", "header", "subheader", "warning", "success", "error", "info", "caption")


def said(session: AppTest) -> list[str]:
    """Every text of a session that Streamlit takes for Markdown."""
    parts = [str(element.value) for kind in MARKDOWN for element in session.get(kind)]
    parts += [button.label for button in session.button]
    parts += [element.label for kind in ("page_link", "expander", "tab") for element in session.get(kind)]
    return parts


@pytest.mark.parametrize("screen", PATHS)
def test_no_name_reaches_a_screen_as_markup(show: Callable[..., AppTest], county: str, screen: str) -> None:
    session = show(county, screen)
    if screen == "upload":
        session.session_state["waiting"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
        session.session_state["history"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
        session.run()
    assert not session.exception
    for text in said(session):
        assert "<img" not in text.replace("\\<img", "")
        assert not re.search(r"(?<!\\)\[链", text), text
        assert ":material/home" not in text, text
        assert not re.search(r"(?<!\\)\$x", text), text
    for element in session.get("html"):
        assert "<img" not in element.proto.body
    for chart in session.get("plotly_chart"):
        spec = json.loads(chart.proto.spec)
        for trace in spec["data"]:
            trace.pop("customdata", None)  # what a click hands back; it is not shown
        texts = json.dumps(spec, ensure_ascii=False)
        assert "<img" not in texts
        assert "<a " not in texts


def test_a_name_out_of_a_file_stays_what_it_is() -> None:
    for text in (BAD, "1. 一", "# 二", "- 三", "a_b_c", "https://x.cn/y www.x.cn a@b.cn", "12:30", "——", "~~删~~"):
        shown = re.sub(r"\\(.)", r"\1", plain(text)).replace("\u2060", "")
        assert shown == text


def test_lines_of_a_text_become_one() -> None:
    assert plain("一\n\n# 二") == "一  # 二"


@pytest.mark.parametrize("name", ["<b>甲</b>镇", "甲/乙镇", "=甲镇", "甲:乙镇", "[甲](x)镇", "甲\\乙镇"])
def test_a_roster_takes_no_name_that_is_markup_or_a_path(name: str) -> None:
    quoted = name.replace('"', '""')
    with pytest.raises(RosterError) as fault:
        roster_from_bytes(f'code,name\n1,"{quoted}"\n'.encode(), "名册.csv")
    assert "第 2 行" in str(fault.value)


ODD = ["abc", "1900", "99999999999999999999", "<script>document.title='ran'</script>"]
ODDER = ["-1", "2024.5", "", "二〇二四"]


@pytest.mark.parametrize("screen", PATHS)
def test_an_odd_address_falls_back_to_the_usual_choice(show: Callable[..., AppTest], county: str, screen: str) -> None:
    for odd in ODD[-1:] if screen != "overview" else ODD + ODDER:
        session = show(county, screen, year=odd, base=odd, measure=odd, townships=[odd, BAD], lang=odd, per1000=odd)
        assert not session.exception, odd
        assert session.selectbox(key="year").value == 2024
        assert session.selectbox(key="base").value == 2023


def test_a_link_keeps_what_it_says_where_that_exists(show: Callable[..., AppTest], county: str) -> None:
    session = show(county, "years", year="2023", townships=[made.names(1)[0], "无此镇"])
    assert session.selectbox(key="year").value == 2023
    assert session.multiselect(key="townships").value == made.names(1)
