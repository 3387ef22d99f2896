"""A real server and a real browser: markup does not run, hostile files hold nobody up, a broken store is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import fabricated as made
import hostile
import pytest

from analytics.store import Store
from ui.registry import SCREENS

pytestmark = pytest.mark.browser

BAD = '<b>粗</b><img src=x onerror="document.title=1">[链](javascript:alert(1))$x^2$:material/home::red[红]*斜*镇'
MARKUP = 'img[src="x"], a[href^="javascript"], .katex'
"""What the browser would have made of it."""

Serve = Callable[[Path | None], Any]


def settled_store(place: Path, townships: list[str], years: list[int]) -> Path:
    """A store all in one file, so that it can be copied."""
    made.county(place, townships, years)
    store = Store.open(f"sqlite:///{place}")
    store.set_setting("county", f"{townships[0]}县", "甲")
    made.taken_in(store, f"{townships[0]}.xlsx", made.figures_of(townships, [2025]))
    with store._reader.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return place


def test_markup_in_names_and_addresses_is_shown_and_never_run(serve: Serve, tmp_path: Path) -> None:
    screen = serve(settled_store(tmp_path / "bad.db", [BAD, *made.names(9)], [2023, 2024]))
    faults: list[str] = []
    screen.page.on("pageerror", lambda fault: faults.append(str(fault)))
    screen.page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    odd = "year=abc&base=1900&measure=unknown&lang=xx&townships=<script>document.title=1</script>&per1000=x"
    for path in [s.path for s in SCREENS]:
        screen.open(f"{path}?{odd}")
        text = screen.text().replace("\u2060", "")
        assert "程序错误" not in text, path
        assert screen.page.title() != "1", path
        assert screen.page.locator(MARKUP).count() == 0, path
        # A name is cut where there is little room; what is there of it is there letter by letter.
        assert path != "overview" or "<b>粗</b>" in text
        assert path != "overview" or f"{BAD}县" in text
    screen.open("upload")
    box = screen.page.locator(".st-key-waiting [data-testid='stDataFrame']").bounding_box()
    screen.page.mouse.click(box["x"] + 15, box["y"] + 45)  # the first row's box
    screen.page.wait_for_selector(".st-key-opened_file", timeout=40_000)
    screen.settled()
    assert "<b>粗</b>" in screen.page.locator(".st-key-opened_file").inner_text().replace("\u2060", "")
    assert screen.page.locator(MARKUP).count() == 0
    assert faults == []


def upload(screen: Any, files: list[tuple[str, bytes]]) -> None:
    """Names the one at work and drops files, without waiting for their reading."""
    screen.open("upload")
    screen.page.locator(".st-key-who input").fill("李四")
    screen.page.keyboard.press("Enter")
    screen.settled()
    screen.page.locator('input[type="file"]').set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files]
    )


def reading(page: Any) -> bool:
    """Whether a session is still reading files."""
    return page.locator('[data-testid="stProgress"]').count() == 1


def test_other_sessions_go_on_while_hostile_files_are_read(serve: Serve, tmp_path: Path) -> None:
    screen = serve(settled_store(tmp_path / "county.db", made.names(20), [2023, 2024]))
    other = screen.page.context.new_page()
    busy, screen.page = screen.page, other
    screen.open("overview")  # the browser has Streamlit's own files now; what follows is the server's work
    screen.page = busy
    upload(
        screen,
        [
            ("引号.csv", hostile.csv_with_an_open_quote()),
            ("满.xlsx", hostile.many_cells()),
            ("空格.xlsx", hostile.styled_blanks()),
            ("炸弹.xlsx", hostile.zip_bomb()),
        ],
    )
    busy.wait_for_selector('[data-testid="stProgress"]')
    screen.page = other
    for path in ("overview", "townships", "upload"):
        screen.open(path)
        assert "程序错误" not in screen.text()
        assert reading(busy), f"{path} came only after the files were read"


def test_a_broken_store_is_a_sentence_on_the_page_and_the_page_works_once_it_is_mended(
    serve: Serve, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all " * 1000)
    screen = serve(broken)
    screen.page.goto(screen.base)
    screen.page.wait_for_selector('[data-testid="stAlert"]', timeout=40_000)
    text = screen.text()
    assert "数据库打不开" in text
    assert "请恢复备份" in text
    assert "Traceback" not in text
    used = next(tmp_path.glob("store*.db"))
    used.unlink()
    settled_store(used, made.names(3), [2024])
    screen.open("")
    assert "2024年" in screen.text()


def test_a_server_killed_while_it_reads_loses_nothing_that_was_accepted(serve: Serve, tmp_path: Path) -> None:
    screen = serve(settled_store(tmp_path / "county.db", made.names(5), [2023, 2024]))
    used = next(p for p in tmp_path.glob("store*.db"))
    url = f"sqlite:///{used}"
    before = Store.open(url)
    figures, pending = before.figures_frame(), [u.file_name for u in before.uploads("pending")]
    before.close()
    good = f"乡镇,年度,发放宣传资料（份）\n{made.names(1)[0]},2025,77\n".encode()
    upload(screen, [("先.csv", good), ("引号.csv", hostile.csv_with_an_open_quote())])
    screen.page.wait_for_function("document.body.innerText.includes('已读 1/2')", timeout=40_000)
    server = screen.stop.__self__
    server.kill()
    server.wait()
    after = Store.open(url)
    assert after.figures_frame().equals(figures)
    assert [u.file_name for u in after.uploads("pending")] == ["先.csv", *pending]
    made.accepted(
        after, "后.xlsx", [made.figure(made.names(1)[0], 2022, made.known_indicators()[0], 1)]
    )  # no lock is left
    after.close()
