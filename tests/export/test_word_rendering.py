"""LibreOffice lays the documents out as GB/T 9704 asks: 28 characters a line, 22 lines a page, numbered pages."""

import re
import subprocess
import zipfile

import pytest
from dossiers import dossier
from test_brief import PNG

from analytics.export.brief import Drawn, brief_blocks, usual_wording
from analytics.export.letters import letters
from analytics.export.word.blocks import Paragraph
from analytics.export.word.document import About, word_file

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def printed(require_tool, tmp_path_factory):
    """Three documents as pages of text: the brief, a letter, and plain text that fills several pages."""
    folder = tmp_path_factory.mktemp("word")
    blocks = brief_blocks(dossier(), [Drawn(PNG, "结论", "图名")], usual_wording("示例县", 2025))
    plain = [Paragraph("标题", "title"), Paragraph("法" * 2_000)]
    about = About("示例", "示例", "示例")
    (folder / "brief.docx").write_bytes(word_file(blocks, about))
    (folder / "letter.docx").write_bytes(next(iter(letters(dossier(), ["甲镇"]))).data)
    (folder / "plain.docx").write_bytes(word_file(plain, about))
    names = ("brief", "letter", "plain")
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            *(require_tool("soffice"), f"-env:UserInstallation={profile}", "--headless", "--norestore"),
            *("--convert-to", "pdf", "--outdir", str(folder), *(str(folder / f"{n}.docx") for n in names)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    pages = {}
    for name in names:
        made = subprocess.run(
            [require_tool("pdftotext"), "-layout", str(folder / f"{name}.pdf"), "-"],
            check=True,
            capture_output=True,
            timeout=60,
        )
        pages[name] = made.stdout.decode("utf-8").split("\f")[:-1]
    return folder, pages


def test_a_full_line_holds_28_characters_and_a_full_page_22_lines(printed):
    pages = printed[1]["plain"]
    second = [line.strip() for line in pages[1].splitlines() if "法" in line]
    assert {len(line) for line in second} == {28}
    assert len(second) == 22


def test_pages_are_numbered_between_dashes_odd_right_and_even_left(printed):
    pages = printed[1]["plain"]
    for number, page in enumerate(pages, start=1):
        foot = next(line for line in page.splitlines() if re.search(rf"—\s*{number}\s*—", line))
        assert (len(foot) - len(foot.lstrip()) > 20) == (number % 2 == 1)


@pytest.mark.parametrize(("name", "least"), [("brief", 8), ("letter", 3)])
def test_every_page_has_content_and_nothing_is_cut(printed, name, least):
    pages = printed[1][name]
    assert len(pages) >= least
    for page in pages:
        assert len(page.split()) > 3
        assert "###" not in page
        assert "nan" not in page
        assert "{" not in page


def test_the_chart_is_in_the_printed_brief(printed):
    folder, pages = printed
    with zipfile.ZipFile(folder / "brief.docx") as parts:
        assert [n for n in parts.namelist() if n.startswith("word/media/")]
    assert any(re.search(r"图\s*1\s*图名", page) for page in pages["brief"])
    assert b"/Subtype/Image" in (folder / "brief.pdf").read_bytes().replace(b" ", b"")
