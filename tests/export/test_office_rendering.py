"""LibreOffice opens the workbook, computes the same results and prints it whole."""

import io
import re
import subprocess
import zipfile

import pytest
from small_county import TOWNSHIPS, finding, opened, shown, workbook

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def office(require_tool, tmp_path_factory):
    soffice = require_tool("soffice")
    folder = tmp_path_factory.mktemp("office")

    def convert(data, kind):
        source = folder / f"{kind}.src" / "book.xlsx"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        subprocess.run(
            [
                *(soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore"),
                *("--convert-to", kind, "--outdir", str(folder / kind), str(source)),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return folder / kind / f"book.{kind}"

    return convert


@pytest.fixture(scope="module")
def pages(office, require_tool):
    data = workbook(findings=[finding("gap", "丙镇"), finding("question", "甲镇")])
    printed = office(data, "pdf")
    text = subprocess.run(
        [require_tool("pdftotext"), "-layout", str(printed), "-"], check=True, capture_output=True, timeout=60
    )
    return text.stdout.decode("utf-8").split("\f")[:-1]


def test_every_page_is_numbered_and_none_is_empty(pages):
    assert len(pages) >= 10
    for number, page in enumerate(pages, start=1):
        assert re.search(rf"第\s*{number}\s*页\s*共\s*{len(pages)}\s*页", page)
        assert len(page.split()) > 12, f"page {number} is empty"


def test_no_column_is_too_narrow_for_its_numbers(pages):
    assert [n for n, page in enumerate(pages, start=1) if "##" in page] == []


def test_charts_are_drawn_with_their_bars_named(pages):
    drawn = [page for page in pages if re.search(r"普法场次\s*：", page) and "图表" in page]
    assert drawn
    whole = "\n".join(pages)
    for name in TOWNSHIPS:
        assert name in whole
    assert "个乡镇增加" in drawn[0]


def test_libreoffice_computes_the_results_that_were_stored(office):
    data = workbook()
    bare = io.BytesIO()
    opened(data, results=False).save(bare)  # openpyxl writes formulas without results
    with zipfile.ZipFile(bare) as parts:
        assert b"<v></v>" in parts.read("xl/worksheets/sheet2.xml") or b"<v />" in parts.read(
            "xl/worksheets/sheet2.xml"
        )
    computed = shown(opened(office(bare.getvalue(), "xlsx").read_bytes()))
    stored = shown(opened(data))
    for name, rows in stored.items():
        for row, (expected, got) in enumerate(zip(rows, computed[name], strict=False), start=1):
            for ours, theirs in zip(expected, got, strict=False):
                if isinstance(ours, float):
                    assert theirs == pytest.approx(ours, abs=1e-6), (name, row)
                else:
                    assert theirs == ours, (name, row)
