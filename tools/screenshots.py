"""Takes the pictures of the README and the guide: every screen of the demonstration at 1366×768.

``python tools/screenshots.py [PAGE…]`` starts the demonstration's store and server, opens each screen in the system's
Chromium and writes ``docs/images/<page>.png``.
"""

from __future__ import annotations

import shutil
import sys
from typing import Any

import demo
import serve

PICTURES = serve.ROOT / "docs" / "images"
PAGES = ("overview", "upload", "years", "townships", "profile", "gaps", "quality", "export", "settings")
"""The url paths of the screens; the first is the front page."""
ADDRESSES = {
    "export-brief": "export?export=brief",
    "export-letters": "export?export=letters",
}
"""Further pictures: what a screen shows under an address of its own."""
REVIEW, SOURCE = "upload-review", "source"
"""A file opened for review, and the place a figure comes from: reached by clicks."""
SIZE = {"width": 1366, "height": 768}


def take(address: str, pages: tuple[str, ...]) -> None:
    """Writes one picture a page once nothing on it is still moving."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("chromium is not installed")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, locale="zh-CN")
        for name in pages:
            if name in (REVIEW, SOURCE):
                reached(page, address, name)
                continue
            page.goto(f"{address}/" if name == PAGES[0] else f"{address}/{ADDRESSES.get(name, name)}")
            page.wait_for_selector("[data-testid=stMain] h1, [data-testid=stMain] h2, [data-testid=stMain] h3")
            page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
            still(page)
            page.screenshot(path=PICTURES / f"{name}.png")
            print(f"docs/images/{name}.png", flush=True)
        browser.close()


def still(page: Any) -> None:
    """Waits until no part of the screen is a placeholder; plotly draws after the script has ended."""
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')", timeout=60_000)
    page.wait_for_timeout(1500)


def reached(page: Any, address: str, name: str) -> None:
    """A picture behind clicks: a return dropped in and opened (review), a figure of a profile clicked (source)."""
    idle = "[data-testid=stApp][data-test-script-state=notRunning]"
    page.goto(f"{address}/upload" if name == REVIEW else f"{address}/profile")
    page.wait_for_selector(idle, timeout=60_000)
    if name == REVIEW:
        returns = sorted((serve.ROOT / "sample_data" / "odd").glob("*年*.xlsx"))
        name_field = page.get_by_placeholder("请填写姓名").first
        name_field.fill("王工")
        name_field.press("Enter")
        page.wait_for_timeout(2000)
        page.locator("[data-testid=stFileUploaderDropzoneInput]").first.set_input_files(str(returns[0]))
        page.wait_for_timeout(8000)  # a worker reads it
        box = page.locator("[data-testid=stDataFrame] canvas").first.bounding_box()
        if box:  # the worst file stands first; its box opens it
            page.mouse.click(box["x"] + 16, box["y"] + 48)
            page.wait_for_timeout(5000)
            page.mouse.move(box["x"] + 300, box["y"] - 60)
            page.mouse.wheel(0, 330)
            page.wait_for_timeout(1000)
    else:
        # Cells of a table are drawn on a canvas: the first figure stands right of the first name.
        box = page.locator("[data-testid=stDataFrame] canvas").first.bounding_box()
        if box:
            page.mouse.click(box["x"] + box["width"] * 0.45, box["y"] + 55)
            page.wait_for_timeout(4000)
    page.wait_for_selector(idle, timeout=60_000)
    still(page)
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/images/{name}.png", flush=True)


if __name__ == "__main__":
    wanted = tuple(sys.argv[1:]) or (*PAGES, *ADDRESSES, REVIEW, SOURCE)
    with demo.throwaway_store() as url:
        demo.fill(url)
        port = serve.free_port(8601)
        server = serve.start(port, url)
        try:
            take(f"http://{serve.HOST}:{port}", wanted)
        finally:
            serve.stop(server)
