"""The main job in a real browser: files in, chart changes, figure traced to its cell, workbook away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

pytestmark = pytest.mark.browser

THREE = ("榉陂街道", "荻砚镇", "鹄垄镇")


@pytest.fixture
def three_returns(root: Path) -> list[Path]:
    returns = sorted((root / "sample_data" / "returns" / "2025").iterdir())
    return [next(p for p in returns if township in p.name) for township in THREE]


def test_three_returns_become_a_chart_a_source_and_a_workbook(
    serve: Callable[..., Any], county: Path, three_returns: list[Path], tmp_path: Path
) -> None:
    screen = serve(county)
    page = screen.page

    screen.open("years")
    before = screen.chart_titles()
    assert any("2024年比2023年" in title or "2024年的数据" in title for title in before)

    screen.open("upload")
    page.get_by_label("操作人", exact=True).fill("李四")
    page.get_by_label("操作人", exact=True).press("Enter")
    page.wait_for_selector('[data-testid="stFileUploaderDropzoneInput"]:not([disabled])', state="attached")
    screen.settled()
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files([str(p) for p in three_returns])
    page.wait_for_selector("text=核对：3 个文件等待入库", timeout=60_000)
    page.reload()
    screen.settled()
    assert "核对：3 个文件等待入库" in screen.text(), "a refresh must not lose what waits"

    page.get_by_label("操作人", exact=True).fill("李四")
    page.get_by_label("操作人", exact=True).press("Enter")
    screen.settled()
    screen.accept_all()
    page.wait_for_selector("text=已入库 3 个文件", timeout=30_000)

    screen.open("years")
    after = screen.chart_titles()
    assert any("2025年比2024年" in title for title in after)
    assert after != before

    table = page.locator('[data-testid="stDataFrame"]').first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 150, box["y"] + 45)
    page.wait_for_selector(".grid td.marked", timeout=20_000)
    assert page.locator(".grid td.marked").first.inner_text().strip()
    assert "单元格" in screen.text()

    screen.open("export")
    with page.expect_download(timeout=60_000) as waiting:
        page.locator(".st-key-download_workbook button").click()
    file = tmp_path / "taken.xlsx"
    waiting.value.save_as(file)
    book = openpyxl.load_workbook(file)
    assert "2025" in waiting.value.suggested_filename
    shown = {str(cell.value) for row in book["总表"].iter_rows() for cell in row if cell.value is not None}
    assert set(THREE) <= shown
