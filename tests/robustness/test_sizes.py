"""Counties of no, one and two thousand townships, with years missing, with townships off the roster."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import fabricated as made
import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import load_catalogue
from analytics.checks import County, find_gaps, find_questions
from analytics.export import comparison_workbook
from analytics.store import Store

Show = Callable[..., AppTest]
Through = Callable[[str], Iterable[tuple[str, AppTest]]]

COUNTIES = {
    "no township at all": ([], [], None),
    "a roster and no figures": ([], [], made.names(3)),
    "one township": (made.names(1), [2023, 2024], None),
    "one year only": (made.names(12), [2024], None),
    "a year missing in the middle": (made.names(12), [2022, 2024], None),
    "half of them off the roster": (made.names(12), [2023, 2024], made.names(6)),
}


@pytest.mark.parametrize("what", COUNTIES)
def test_every_screen_stands_whatever_the_county(leaf_through: Through, tmp_path: Path, what: str) -> None:
    townships, years, listed = COUNTIES[what]
    url = made.county(tmp_path / "fazhi.db", townships, years, listed=listed)
    for path, session in leaf_through(url):
        assert not session.exception, path
    book = workbook(url)
    assert book.sheetnames[0] == "封面"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two thousand townships over two years."""
    return made.county(tmp_path_factory.mktemp("large") / "fazhi.db", made.names(2000), [2023, 2024])


def test_every_screen_stands_with_two_thousand_townships(leaf_through: Through, large: str) -> None:
    for path, session in leaf_through(large):
        assert not session.exception, path
        # What is sent to a browser stays small enough to be drawn: no chart of two thousand rows.
        for chart in session.get("plotly_chart"):
            assert len(chart.proto.spec) < 1_500_000, path


def test_the_workbook_of_many_townships_names_every_one(tmp_path: Path) -> None:
    url = made.county(tmp_path / "fazhi.db", made.names(500), [2023, 2024])
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(url, findings=False))) as parts:
        assert parts.testzip() is None
        texts = parts.read("xl/sharedStrings.xml").decode()
    assert all(name in texts for name in made.names(500))


def workbook(url: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(url)), read_only=True)


def workbook_bytes(url: str, *, findings: bool = True) -> bytes:
    store = Store.open(url)
    figures, roster, catalogue = store.figures_frame(), store.roster(), load_catalogue()
    county = County(figures, catalogue, roster)
    found = [*find_gaps(county, 2024), *find_questions(county, 2024)] if findings else []
    store.close()
    return comparison_workbook(figures, catalogue, roster, (2024, 2023), findings=found)


def test_figures_of_a_name_no_longer_on_the_roster_are_still_shown_and_said(show: Show, tmp_path: Path) -> None:
    old, new = made.names(1)[0], "新名镇"
    url = made.county(tmp_path / "fazhi.db", made.names(9), [2023, 2024])
    store = Store.open(url)
    roster = store.roster()
    renamed = replace(roster, townships=(replace(roster.townships[0], name=new), *roster.townships[1:]))
    store.replace_roster(renamed, "甲")
    before = store.figures_frame()
    store.close()
    assert old in set(before["township"])
    session = show(url)
    assert {old, new} <= set(session.multiselect(key="townships").options)
    said = "\n".join(link.label for link in session.get("page_link")) + "\n".join(m.value for m in session.markdown)
    assert new in said  # nothing was reported under the new name
    assert "不在乡镇名册里" in said
    assert old in said
    texts = {cell for row in workbook(url)["总表"].iter_rows(values_only=True) for cell in row}
    assert {old, new} <= texts
