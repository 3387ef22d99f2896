"""Every screen, with data and without: nothing asked from outside, no English left over, no error shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

SCREENS = ("", "upload", "years", "townships", "profile", "gaps", "quality", "export", "settings")

ALLOWED = {"Excel", "WPS", "Word", "CSV", "TXT", "ZIP", "Parquet", "PNG", "SVG", "Sheet", "English"}
"""Names of programs and file formats that Chinese uses as they are, the name Excel gives to a sheet, and the other
language's own name."""

FILE_NAME = re.compile(r"[^\s，。；：、]+\.(?:xlsx|csv|xls|ods|zip)\b", re.IGNORECASE)

SEEN = """() => {
  const seen = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement, text = walk.currentNode.textContent.trim();
    if (!text || !parent || ['STYLE', 'SCRIPT', 'NOSCRIPT', 'TITLE'].includes(parent.tagName)) continue;
    if (parent.closest('[data-testid="stIconMaterial"]') || parent.closest('canvas')) continue;
    if (parent.closest('[data-live-announcer]')) continue;  // read out, not seen
    const style = getComputedStyle(parent), box = parent.getBoundingClientRect();
    if (parseFloat(style.fontSize) < 1 || style.visibility === 'hidden' || !box.width || !box.height) continue;
    seen.push(text);
  }
  for (const e of document.querySelectorAll('[placeholder],[title]')) {
    seen.push(e.getAttribute('placeholder') || ''); seen.push(e.getAttribute('title') || '');
  }
  return seen;
}"""


def latin_words(texts: list[str]) -> set[str]:
    found: set[str] = set()
    for text in texts:
        found |= set(re.findall(r"[A-Za-z][A-Za-z'-]+", FILE_NAME.sub("", text)))
    return found - ALLOWED


@pytest.mark.parametrize("filled", [True, False], ids=["with data", "empty store"])
def test_every_screen_speaks_chinese_and_asks_nothing_from_outside(
    serve: Callable[..., Any], county: Path, filled: bool
) -> None:
    screen = serve(county if filled else None)
    for path in SCREENS:
        screen.open(path)
        texts = screen.page.evaluate(SEEN)
        assert latin_words(texts) == set(), path
        assert "程序错误" not in "".join(texts), path
        assert filled or path in ("upload", "settings") or "还没有数据" in "".join(texts), path
    # Menus that open on a click: the list of a selection and what it says when nothing fits.
    if filled:
        screen.open("townships")
        for box in screen.page.locator('[data-testid="stSidebar"] input[role="combobox"]').all():
            box.click()
            screen.page.keyboard.type("无此项")
            screen.page.wait_for_timeout(300)
            texts = screen.page.evaluate(SEEN)
            assert latin_words(texts) == set()
            screen.page.keyboard.press("Escape")
            screen.page.mouse.click(700, 15)
            screen.page.wait_for_timeout(300)
    hosts = {urlsplit(address).hostname for address in screen.asked if address.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}


def test_an_unknown_address_gets_a_page_in_chinese(serve: Callable[..., Any]) -> None:
    screen = serve(None)
    answer = screen.page.goto(f"{screen.base}/nirgends")
    assert answer.status == 404
    assert "没有这个页面" in screen.text()
    screen.page.get_by_role("link", name="回到总览").click()
    screen.settled()
    assert "还没有数据" in screen.text()


def test_the_language_and_the_filters_are_in_the_address(serve: Callable[..., Any], county: Path) -> None:
    screen = serve(county)
    screen.open("townships?lang=en&measure=leaflets")
    text = screen.text()
    assert "Townships" in text
    assert any("Leaflets" in title for title in screen.chart_titles())
    screen.page.get_by_role("link", name="Overview").click()
    screen.settled()
    assert "lang=en" in screen.page.url
    assert "measure=leaflets" in screen.page.url


def test_switching_the_language_keeps_measure_and_tab_and_names_both_anew(
    serve: Callable[..., Any], county: Path
) -> None:
    screen = serve(county)
    screen.open("quality?measure=leaflets&quality_tab=about")
    screen.page.get_by_text("English", exact=True).click()
    screen.page.get_by_role("tab", name="Not exact").wait_for()
    screen.settled()
    assert screen.page.get_by_role("tab", name="Not exact").get_attribute("aria-selected") == "true"
    boxes = screen.page.locator('[data-testid="stSidebar"] input[role="combobox"]').all()
    assert "Leaflets" in [box.input_value() for box in boxes]
    assert "measure=leaflets" in screen.page.url


def test_the_overview_fits_one_small_screen(serve: Callable[..., Any], county: Path) -> None:
    screen = serve(county)
    screen.open()
    main = screen.page.locator('[data-testid="stMain"]')
    assert main.evaluate("e => e.scrollHeight - e.clientHeight") <= 8


def test_a_lost_connection_is_said_in_chinese(serve: Callable[..., Any], county: Path) -> None:
    screen = serve(county)
    screen.open("townships")
    screen.stop()
    screen.page.wait_for_selector('[data-testid="stDialog"] [role="dialog"]', timeout=60_000)
    assert latin_words(screen.page.evaluate(SEEN)) == set()
    said = screen.page.locator('[data-testid="stDialog"] [role="dialog"]').evaluate(
        "e => getComputedStyle(e, '::after').content"
    )
    assert "连接断开" in said
