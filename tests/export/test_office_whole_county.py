"""A whole county in LibreOffice: so many pages and no more, nothing cut off, every chart drawn."""

from __future__ import annotations

import re
import subprocess

import pytest
from small_county import finding, frame, roster, workbook

from analytics.catalogue import load_catalogue

pytestmark = pytest.mark.office

NAMES = tuple(f"{a}{b}镇" for a in "东西南北中" for b in "河岭桥湾坪")


def rows():
    catalogue = load_catalogue()
    parts = [i for i in catalogue.indicators if i.headline]
    for k, name in enumerate(NAMES):
        for year in (2023, 2024, 2025):
            for n, indicator in enumerate(parts):
                size = 90_000 if indicator.headline == "people_reached" else 60
                yield name, year, indicator.id, float(size + (k * 37 + n * 11 + year * 5) % size)


@pytest.fixture(scope="module")
def pages(require_tool, tmp_path_factory):
    folder = tmp_path_factory.mktemp("county")
    findings = [finding("gap", n) for n in NAMES[:6]]
    made = workbook(list(rows()), roster=roster(NAMES), findings=findings, figures=frame(rows()))
    (folder / "book.xlsx").write_bytes(made)
    office = [require_tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    convert = [*office, "--norestore", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "book.xlsx")]
    subprocess.run(convert, check=True, capture_output=True, timeout=240)
    read = [require_tool("pdftotext"), "-layout", str(folder / "book.pdf"), "-"]
    return subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode().split("\f")[:-1]


def first_line(page):
    return next((line.strip() for line in page.splitlines() if line.strip()), "")


def test_tables_take_as_many_pages_as_they_need_and_lose_no_column(pages):
    heads = [first_line(page).split()[0] for page in pages]
    assert heads[0].startswith("示例县")
    assert heads.count("示例县主要指标对比") == 1
    assert heads.count("创新普法") == 1
    assert heads.count("普法宣传") == 2
    assert heads.count("历年主要指标") == 1
    for page in pages:
        if first_line(page).split()[0] in ("普法宣传", "创新普法", "学法"):
            assert page.count("同比") == page.count("本年") - 1, "a measure is torn apart"


def test_nothing_is_cut_off_and_no_page_is_a_sliver(pages):
    assert [n for n, page in enumerate(pages, start=1) if "##" in page] == []
    slivers = [first_line(page) for page in pages if len(page.split()) < 40]
    assert slivers == ["疑点"], "no question was found, and its sheet says so"


def test_every_chart_has_its_numbers(pages):
    bars = [page for page in pages[1:] if re.search("个减少", page) and "数据版本" in page]
    assert len(bars) == 6
    for page in bars:
        assert sum(name in page for name in NAMES) == len(NAMES)
    courses = [page for page in pages if "各年口径一致的乡镇" in page and first_line(page) == "走势图"]
    assert courses
    assert courses[0].count("2023") >= 6
    slopes = [page for page in pages if "增加最多" in page and first_line(page) != "走势图"]
    assert slopes
    assert all(re.search("[▲▼]", page) for page in slopes)
