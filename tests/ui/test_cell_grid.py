"""The part of a sheet that is shown around a cell: the cell itself is always in view."""

from __future__ import annotations

from analytics.intake.grid import Cell, Merge, Sheet
from analytics.submission import GridCell, GridRow
from analytics.submission.source import neighbourhood
from ui.cell_grid import NARROW, WIDE, in_view


def line(*texts: str, marked: int) -> GridRow:
    return GridRow(4, tuple(GridCell(f"{'ABCDEFGH'[k]}4", text, "", k == marked) for k, text in enumerate(texts)))


FAR = line(
    "某县某某年各乡镇普法工作台账汇总", "进村宣讲（场次）", "法治进校园（场次）", "13000份、2000份", "8", marked=3
)


def test_neighbours_give_way_to_a_cell_far_to_the_right() -> None:
    assert in_view([FAR], "", WIDE) == [0, 1, 3, 4]
    assert in_view([FAR], "", NARROW) == [0, 3, 4]


def test_what_has_room_stays() -> None:
    assert in_view([line("甲镇", "3", "4", "5", marked=2)], "", NARROW) == [0, 1, 2, 3]
    assert in_view([line("甲镇", "3", marked=9)], "B4", NARROW) == [0, 1]
    assert in_view([], "", NARROW) == []


def test_a_title_over_every_column_shown_is_told_once() -> None:
    texts = {
        (0, 0): "某镇法治建设工作对比表",
        (1, 0): "指标",
        (1, 1): "去年",
        (1, 2): "今年",
        (2, 0): "学法",
        (2, 1): "4",
    }
    cells = {place: Cell(*place, text, text) for place, text in {**texts, (2, 2): "5"}.items()}
    _, rows = neighbourhood(Sheet("表", cells, merges=(Merge(0, 0, 0, 2),)), (2, 2), {})
    assert [cell.text for cell in rows[0].cells] == ["某镇法治建设工作对比表", "", ""]
    assert [cell.text for cell in rows[1].cells] == ["指标", "去年", "今年"]
