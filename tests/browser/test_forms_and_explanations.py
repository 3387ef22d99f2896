"""What goes out to townships and comes back: a blank form filled in, a marked workbook with an explanation typed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

pytestmark = pytest.mark.browser

TOWNSHIP, YEAR = "荻砚镇", 2026


def sign(screen: Any, name: str = "李四") -> None:
    """Gives the name and waits until files can be chosen."""
    field = screen.page.get_by_label("操作人", exact=True)
    field.fill(name)
    field.press("Enter")
    screen.page.wait_for_selector('[data-testid="stFileUploaderDropzoneInput"]:not([disabled])', state="attached")
    screen.settled()


def choose(screen: Any, *files: Path) -> None:
    screen.page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files([str(f) for f in files])


def downloaded(screen: Any, button: str, folder: Path) -> Path:
    with screen.page.expect_download(timeout=60_000) as waiting:
        screen.page.get_by_role("button", name=button).click()
    file = folder / str(waiting.value.suggested_filename)
    waiting.value.save_as(file)
    return file


def click_row(screen: Any, key: str, row: int = 0) -> None:
    table = screen.page.locator(f".st-key-{key} canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    screen.page.mouse.click(box["x"] + 15, box["y"] + 45 + 30 * row)
    screen.page.wait_for_timeout(600)
    screen.settled()


def click_figure_of(screen: Any, township: str) -> None:
    """Clicks this year's figure of a township in the table of the screen ``years``, with only that township chosen."""
    screen.open(f"years?measure=leaflets&townships={township}")
    table = screen.page.locator(".st-key-years_table canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    screen.page.mouse.click(box["x"] + 170, box["y"] + 45)
    screen.page.wait_for_selector(".grid td.marked", timeout=20_000)
    screen.settled()


def test_a_blank_form_is_downloaded_filled_in_and_accepted(
    serve: Callable[..., Any], county: Path, tmp_path: Path
) -> None:
    screen = serve(county)
    screen.open("upload")
    sign(screen)
    screen.page.get_by_text("下载空白模板，发给乡镇填报").click()
    screen.page.wait_for_selector("text=下载这个乡镇的模板", timeout=20_000)
    screen.settled()
    form = downloaded(screen, "下载这个乡镇的模板", tmp_path)
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    name = next(c for row in sheet.iter_rows() for c in row if str(c.value or "").startswith("发放普法宣传资料"))
    sheet.cell(name.row, 4).value = 12345
    township = str(sheet.title)
    book.save(form)

    choose(screen, form)
    screen.page.wait_for_selector("text=核对：1 个文件等待入库", timeout=60_000)
    screen.settled()
    screen.accept_all()
    screen.page.wait_for_selector("text=已入库 1 个文件", timeout=30_000)
    screen.open("townships?measure=leaflets")
    assert "1.2万" in screen.page.locator(".st-key-townships_bars").inner_text(), township


def test_an_explanation_typed_into_the_marked_workbook_is_seen_beside_the_figure(
    serve: Callable[..., Any], county: Path, tmp_path: Path
) -> None:
    returned = tmp_path / f"{TOWNSHIP}{YEAR}年统计.xlsx"
    book = openpyxl.Workbook()
    for row in (
        [f"{TOWNSHIP}{YEAR}年度法治建设统计表"],
        ["指标", "单位", "数量"],
        ["党委中心组集中学法", "次", 12],
        ["发放普法宣传资料", "场次", 8000],
    ):
        book.active.append(row)
    book.save(returned)

    screen = serve(county)
    page = screen.page
    screen.open("upload")
    sign(screen)
    choose(screen, returned)
    page.wait_for_selector("text=核对：1 个文件等待入库", timeout=60_000)
    screen.settled()
    click_row(screen, "waiting")
    marked = downloaded(screen, "下载标注表", tmp_path)
    page.get_by_role("button", name="退回这个文件").click()
    page.get_by_role("button", name="确认退回").last.click()
    page.wait_for_selector("text=已退回 1 个文件", timeout=30_000)

    book = openpyxl.load_workbook(marked)
    line = next(row for row in book["问题清单"].iter_rows() if row[2].value == "C4")
    line[5].value = "单位写错，应为份，已核实"
    book.save(marked)
    screen.settled()
    choose(screen, marked)
    page.wait_for_selector("text=核对：1 个文件等待入库", timeout=60_000)
    screen.settled()
    screen.accept_all()
    page.wait_for_selector("text=已入库 1 个文件", timeout=30_000)

    click_figure_of(screen, TOWNSHIP)
    assert "单位写错，应为份，已核实" in page.locator(".st-key-years_source").inner_text()


def test_reading_many_files_names_each_and_can_be_cancelled(
    serve: Callable[..., Any], county: Path, tmp_path: Path
) -> None:
    files = []
    for number in range(100):
        book = openpyxl.Workbook()
        for row in (
            [f"{TOWNSHIP}{YEAR}年度法治建设统计表"],
            ["指标", "单位", "数量"],
            ["发放普法宣传资料", "份", 1000 + number],
        ):
            book.active.append(row)
        files.append(tmp_path / f"第{number:03d}份.xlsx")
        book.save(files[-1])
    screen = serve(county)
    page = screen.page
    screen.open("upload")
    sign(screen)
    choose(screen, *files)
    page.wait_for_selector("text=/已读 [1-9][0-9]*\\/100：第/", timeout=60_000)
    page.get_by_role("button", name="取消").click()
    page.wait_for_selector("text=/读取中断，[0-9]+ 个文件没有读/", timeout=60_000)
    screen.settled()
    text = screen.text()
    waiting = int(text.split("核对：")[1].split(" ")[0])
    unread = int(text.split("读取中断，")[1].split(" ")[0])
    assert 0 < waiting < 100
    # On a busy machine a file may be turned away for taking too long; it is named in a warning of its own.
    turned_away = page.get_by_test_id("stAlert").count() - 1
    assert waiting + unread + turned_away == 100, text
    page.wait_for_timeout(2_000)
    assert f"核对：{waiting} 个文件等待入库" in screen.text(), "nothing goes on behind the back"
