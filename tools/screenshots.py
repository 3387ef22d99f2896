"""Takes the pictures of the README and the guide: every screen of the demonstration at 1366×768.

``python tools/screenshots.py [PAGE…]`` starts the demonstration's store and server, opens each screen in the system's
Chromium and writes ``docs/images/<page>.png``.
"""

from __future__ import annotations

import shutil
import sys

import demo
import serve

PICTURES = serve.ROOT / "docs" / "images"
PAGES = ("overview", "upload", "years", "townships", "gaps", "export")
"""The url paths of the screens; the first is the front page."""
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
            page.goto(f"{address}/" if name == PAGES[0] else f"{address}/{name}")
            page.wait_for_selector("[data-testid=stMain] h1, [data-testid=stMain] h2, [data-testid=stMain] h3")
            page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
            page.wait_for_timeout(1500)  # plotly draws after the script has ended
            page.screenshot(path=PICTURES / f"{name}.png")
            print(f"docs/images/{name}.png", flush=True)
        browser.close()


if __name__ == "__main__":
    wanted = tuple(sys.argv[1:]) or PAGES
    with demo.throwaway_store() as url:
        demo.fill(url)
        port = serve.free_port(8601)
        server = serve.start(port, url)
        try:
            take(f"http://{serve.HOST}:{port}", wanted)
        finally:
            serve.stop(server)
