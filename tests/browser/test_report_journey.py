"""Reports in a real browser: dropped, their sentences seen, several numbers resolved, accepted, held against the return."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

pytestmark = pytest.mark.browser

OWN = (
    "荻砚镇2024年度法治政府建设工作报告",
    "县委依法治县办：",
    "一、主要工作",
    "召开法治建设部署会4次、推进会6次。全年组织专题研讨997次。",
    "二、存在的问题",
    "一是法治宣传创新力度不够。",
    "荻砚镇人民政府",
    "2025年1月8日",
)
"""Of an invented township whose return of the year is in the county's store; it gives one figure nobody returns."""


def own_report() -> bytes:
    document = docx.Document()
    for paragraph in OWN:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def tick(page: Any, place: str, row: int) -> None:
    """Ticks the box of a row, which a table draws on a canvas."""
    table = page.locator(f'{place} [data-testid="stDataFrame"]').first
    # At once, without waiting for the table to stand still: a rerun may put another in its place meanwhile.
    table.evaluate("element => element.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(300)
    box = table.bounding_box()
    page.mouse.click(box["x"] + 16, box["y"] + 45 + 30 * row)


def test_a_report_is_read_resolved_accepted_and_held_against_its_return(
    serve: Callable[..., Any], county: Path, root: Path
) -> None:
    screen = serve(county)
    page = screen.page
    screen.open("upload")
    page.get_by_label("操作人", exact=True).fill("李四")
    page.get_by_label("操作人", exact=True).press("Enter")
    page.wait_for_selector('[data-testid="stFileUploaderDropzoneInput"]:not([disabled])', state="attached")
    screen.settled()
    [sample] = (root / "sample_data" / "returns" / "2023").glob("岘山镇*.docx")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files(
        [
            {"name": sample.name, "mimeType": kind, "buffer": sample.read_bytes()},
            {"name": "荻砚镇2024年报告.docx", "mimeType": kind, "buffer": own_report()},
        ]
    )
    page.wait_for_selector("text=核对：2 个文件等待入库", timeout=60_000)
    screen.settled()

    # The sample: every figure stands marked in its sentence, and the chosen one once more by itself.
    tick(page, ".st-key-waiting", 1)
    opened = page.locator(".st-key-opened_file")
    opened.get_by_text(sample.name).wait_for(timeout=30_000)
    screen.settled()
    assert opened.locator("mark.figure").count() >= 16
    leaflets = opened.locator('mark.figure[title="发放普法宣传资料"]')
    assert leaflets.inner_text() == "8万余份"
    tick(page, '[class*="st-key-report_figures_"]', 0)
    opened.locator("mark.figure.chosen").first.wait_for(timeout=30_000)
    opened.get_by_role("tab", name="与报表核对（没有报表）").click()
    opened.get_by_text("各处都标明“来自工作报告”").wait_for()

    # The other: 4 and 6 are asked about, and answered.
    tick(page, ".st-key-waiting", 0)
    opened.get_by_text("荻砚镇2024年报告.docx", exact=True).wait_for(timeout=30_000)
    screen.settled()
    opened.get_by_role("tab", name="一项几个数（1）").click()
    asked = opened.get_by_role("tabpanel", name="一项几个数（1）")
    assert asked.locator("mark.figure.chosen").all_inner_texts() == ["4次", "6次"]
    assert "只取 6，其余说的是同一件事或不算（与报表一致）" in asked.inner_text()
    opened.get_by_text("相加：4 + 6 = 10").click()
    screen.settled()
    opened.get_by_role("button", name="按此采用").click()
    opened.get_by_text("已选定：相加：4 + 6 = 10").wait_for(timeout=30_000)
    screen.settled()
    opened.get_by_role("tab", name="与报表核对（").click()
    assert opened.get_by_text("报表：", exact=False).first.is_visible()

    screen.accept_all()
    page.wait_for_selector("text=已入库 2 个文件", timeout=30_000)
    assert "报告留作核对" in screen.text()
    assert "作为报表数据采用，各处标明“来自工作报告”" in screen.text()

    screen.open("quality?year=2024")
    page.get_by_role("tab", name="工作报告核对").click()
    screen.settled()
    tick(page, ".st-key-quality_reports", 0)
    page.get_by_text("看荻砚镇的画像").wait_for(timeout=30_000)
    screen.settled()
    tick(page, '[class*="st-key-quality_check_"]', 0)
    page.wait_for_selector('[class*="st-key-quality_check_"] mark.figure.chosen', timeout=30_000)
    screen.settled()
    assert page.locator("mark.figure.chosen").all_inner_texts() == ["4次", "6次"], "a sum leads back to both"
    assert page.locator(".grid td.marked").first.inner_text() == "6"

    screen.open("profile?township=岘山镇&year=2023")
    assert "* 来自工作报告（没有收到报表）：2023年 岘山镇" in screen.text()
    assert "*≥8.0万" in screen.text()
