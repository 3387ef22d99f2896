"""Figures of a report that stands in for a return bear the mark of it on every screen that shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from analytics.submission import undo
from tests.pages.reports import FIRST, REPORT, RETURN, SECOND, small_store, take_in

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
NOTE = f"* 来自工作报告（没有收到报表）：2024年 {FIRST}"


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two townships, two years; of the first's 2024 there is only the report."""
    file = tmp_path_factory.mktemp("half") / "half.db"
    store = small_store(file)
    take_in(store, "荻砚镇2023.csv", RETURN.format(year=2023, events=28))
    for year in (2023, 2024):
        take_in(store, f"石桥乡{year}.csv", RETURN.format(year=year, events=20).replace(FIRST, SECOND))
    take_in(store, "荻砚镇2024年报告.txt", REPORT.format(year=2024, events=36, seminars=4))
    with store._reader.connect() as connection:  # all of it into the one file that is copied
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return file


def texts(session: AppTest, heading: str) -> list[list[str]]:
    """A table of figures as it is shown: what its formatter makes of the values."""
    element = next(d for d in session.dataframe if heading in d.value.columns)
    display = element.proto.arrow_data.styler.display_values
    return pa.ipc.open_stream(display).read_pandas().astype(str).values.tolist()


def test_the_comparison_over_years_marks_it(open_session: Open, words: Words, half: Path) -> None:
    session = open_session(half, "years", measure="leaflets")
    assert not session.exception
    rows = {row[0]: row for row in texts(session, "last")}
    assert (rows[FIRST][1], rows[FIRST][2]) == ("*≥80,000", "83,200")
    assert rows[SECOND][1] == "83,200"
    text = words(session)
    assert NOTE in text
    assert "来自工作报告（没有收到报表）<br>" in text  # pointing at its mark
    assert "*≥8.0万" in text  # the label of the chart


def test_the_comparison_of_townships_marks_it(open_session: Open, words: Words, half: Path) -> None:
    session = open_session(half, "townships", measure="leaflets")
    assert not session.exception
    rows = {row[0]: row for row in texts(session, "leaflets")}
    assert "*≥80,000" in rows[FIRST]
    assert not any("*" in said for said in rows[SECOND])
    text = words(session)
    assert NOTE in text
    assert "*≥8.0万" in text


def test_the_profile_marks_it_in_strip_history_and_table(open_session: Open, words: Words, half: Path) -> None:
    session = open_session(half, "profile", township=FIRST)
    assert not session.exception
    assert any(m.value == "*≥8.0万" for m in session.metric)
    shown = [said for row in texts(session, "this") for said in row]
    assert "*36" in shown
    assert "*28" not in shown
    text = words(session)
    assert NOTE in text
    assert text.count("*≥8.0万") >= 2  # in the strip and under the bar of the history


def test_the_overview_says_whose_figures_are_in_the_sums(open_session: Open, words: Words, half: Path) -> None:
    assert NOTE in words(open_session(half, "overview"))


def test_another_township_has_no_such_note(open_session: Open, words: Words, half: Path) -> None:
    assert "* 来自工作报告" not in words(open_session(half, "profile", township=SECOND))


def test_the_mark_goes_when_the_return_comes_and_returns_when_it_is_undone(
    open_session: Open, words: Words, half: Path, tmp_path: Path
) -> None:
    session = open_session(half, "years", measure="leaflets")
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    late = take_in(store, "荻砚镇2024.csv", RETURN.format(year=2024, events=31))
    assert NOTE not in words(session.run())
    undo(store, late, "测试")
    assert NOTE in words(session.run())


def test_the_preview_of_the_workbook_marks_it(open_session: Open, words: Words, half: Path) -> None:
    assert "*≥80,000" in words(open_session(half, "export"))
