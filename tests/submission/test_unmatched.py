"""Headings nobody knows are told of the township and year of their file, and only where they stand over figures."""

from pathlib import Path

from analytics.model import Figure, Problem, Qualifier, Reading, Severity, Source, State, UnknownHeading
from analytics.store import Store
from analytics.submission.unmatched import unmatched, waiting_headings
from analytics.text import Text


def test_unknown_headings_are_told_by_township_and_year(tmp_path: Path) -> None:
    with_figures = UnknownHeading("上课学员合计", "学法", "表", "C2", ("C3",), ())
    empty = UnknownHeading("联系电话", "", "表", "D2", (), ())
    figure = Figure("甲镇", 2024, "leaflets", 3.0, Qualifier.EXACT, State.REPORTED, "份", Source("表", "B3", "3"))
    problem = Problem(Severity.QUESTION, "unknown_heading", Text("没认出。", "Unknown."), "表", "C2")
    reading = Reading("甲.xlsx", "0" * 64, "return", (figure,), (problem,), unknown_headings=(with_figures, empty))
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    try:
        store.add_upload("甲.xlsx", b"1", "王工", reading)
        found = waiting_headings(store)
    finally:
        store.close()
    assert [h.heading for h in found] == ["学法 / 上课学员合计", "联系电话"]
    assert unmatched(found, 2024) == {"甲镇": ("上课学员合计",)}
    assert unmatched(found, 2023) == {}
