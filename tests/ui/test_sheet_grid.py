"""The grid of a whole sheet: hidden cells left out, merges kept, nothing of a sheet is markup, no more than fits."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from analytics.charts import DARK, LIGHT
from analytics.intake.grid import Cell, Merge, Sheet
from ui.sheet_grid import COLUMNS, ROLES, ROWS, a1_place, extent, grid_html, legend_html, places_of, style


class Tags(HTMLParser):
    """Collects tags with their attributes, and the texts of cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def sheet(*rows: tuple[object, ...], **more: object) -> Sheet:
    cells = {
        (r, c): Cell(r, c, value, str(value))  # type: ignore[arg-type]
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
        if value is not None
    }
    return Sheet("表", cells, **more)  # type: ignore[arg-type]


def parsed(of: Sheet, roles: dict[str, str] | None = None, problems: dict[tuple[int, int], str] | None = None) -> Tags:
    tags = Tags()
    tags.feed(grid_html(of, extent(of), roles or {}, problems or {}, str))
    return tags


HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover="alert(3)'


def test_nothing_in_a_cell_or_a_problem_is_markup() -> None:
    found = parsed(sheet((HOSTILE, 2)), {"A1": "figure"}, {(0, 0): HOSTILE})
    assert {tag for tag, _ in found.tags} == {"div", "table", "thead", "tbody", "tr", "th", "td", "span"}
    allowed = {"class", "title", "rowspan", "colspan", "tabindex"}
    assert {name for _, attributes in found.tags for name in attributes} <= allowed
    assert HOSTILE in "".join(found.texts)


def test_a_role_that_is_none_of_ours_gives_no_class() -> None:
    found = parsed(sheet((1,)), {"A1": 'x" onclick="alert(1)'})
    assert [attributes for tag, attributes in found.tags if tag == "td"] == [{}]


def test_merged_cells_span_what_is_shown_of_them() -> None:
    title = sheet(("题", None, None), (1, 2, 3), merges=(Merge(0, 0, 0, 2),), hidden_columns=frozenset({1}))
    cells = [attributes for tag, attributes in parsed(title).tags if tag == "td"]
    assert len(cells) == 3
    assert cells[0]["colspan"] == "2"
    hidden_corner = sheet(("题", None), (1, 2), merges=(Merge(0, 0, 0, 1),), hidden_columns=frozenset({0}))
    assert "题" in parsed(hidden_corner).texts


def test_ranges_that_overlap_lose_no_cell_twice() -> None:
    odd = sheet((1, 2), (3, 4), merges=(Merge(0, 0, 1, 0), Merge(0, 0, 0, 1)))
    assert next(a for tag, a in parsed(odd).tags if tag == "td") == {"rowspan": "2"}


def test_hidden_rows_and_columns_are_not_shown_and_names_stay_those_of_the_file() -> None:
    found = parsed(sheet((1, 2, 3), (4, 5, 6), hidden_rows=frozenset({0}), hidden_columns=frozenset({1})))
    assert [t for t in found.texts if t.strip()] == ["A", "C", "2", "4", "6"]


def test_a_large_sheet_is_shown_page_by_page() -> None:
    large = Sheet("表", {(r, c): Cell(r, c, 1, "1") for r in (0, 450) for c in (0, 90)})
    first, third = extent(large), extent(large, 2 * ROWS)
    assert (first.rows_in_all, first.columns_in_all) == (451, 91)
    assert len(first.rows) == ROWS
    assert len(first.columns) == COLUMNS
    assert (third.rows[0], third.rows[-1]) == (400, 450)


def test_a_merge_over_a_million_rows_costs_nothing() -> None:
    wide = sheet((1, 2), merges=(Merge(0, 0, 1_048_575, 0),))
    assert len(extent(wide).rows) <= ROWS
    assert parsed(wide).texts


def test_a_sheet_without_cells_is_an_empty_grid() -> None:
    empty = Sheet("表", {})
    assert extent(empty).rows == ()
    assert parsed(empty).texts == []


@pytest.mark.parametrize(
    ("named", "places"),
    [
        ("B2", [(1, 1)]),
        ("A1:B2", [(0, 0), (0, 1), (1, 0), (1, 1)]),
        ("A1，C2、B9", [(0, 0), (1, 2)]),
        ("B2:ZZZ9999999", [(1, 1), (1, 2)]),
        ("¶3:1-4", []),
        (None, []),
        ("", []),
    ],
)
def test_the_cells_a_problem_names_are_found_among_those_shown(
    named: str | None, places: list[tuple[int, int]]
) -> None:
    assert places_of(named, extent(sheet((1, 2, 3), (4, 5, 6)))) == places


def test_the_first_cell_a_problem_names() -> None:
    assert a1_place("AB12:AC13、D4") == (11, 27)
    assert a1_place("¶12:34-41") is None
    assert a1_place(None) is None


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_role_has_a_look_and_a_word(palette) -> None:
    rules = style(palette)
    assert all(f".roles .{role}" in rules for role in ROLES)
    # No two roles differ by colour alone: each has a line, a weight, a slant or a pattern of its own.
    shapes = [
        re.sub(r"#[0-9A-Fa-f]{6,8}|background: ;", "", re.search(rf"\.roles \.{role} {{([^}}]*)}}", rules)[1])
        for role in ROLES
    ]
    assert len(set(shapes)) == len(ROLES)
    legend = legend_html(["figure", "total", "figure", "strange"], lambda role: f"<{role}>", "问题")
    assert legend.count("chip") == 3
    assert "&lt;figure&gt;" in legend


def test_the_column_of_line_numbers_takes_no_more_room_than_its_numbers() -> None:
    rows = [("序号", "项目", "数量"), *((n, f"发放普法宣传资料第{n}类", 100 * n) for n in range(1, 8))]
    roles = {f"{letter}{n}": "heading" for letter in "AB" for n in range(1, 9)}
    found = [attributes.get("class") or "" for tag, attributes in parsed(sheet(*rows), roles).tags if tag == "td"]
    assert not any("label" in kind for kind in found[0::3])
    assert all("label" in kind for kind in found[1::3])


def test_a_long_text_breaks_into_lines_and_a_figure_does_not() -> None:
    found = parsed(sheet(("组织开展形式多样的法治宣传教育活动情况", 12345)), {"B1": "figure"})
    kinds = [attributes.get("class") for tag, attributes in found.tags if tag == "td"]
    assert kinds == ["long", "figure"]
