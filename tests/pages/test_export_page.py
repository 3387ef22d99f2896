"""导出: every kind of export has a preview, is made for what was chosen, and what was handed out is on record."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from analytics.export import pictures
from analytics.store import Store
from ui.chart_files import PNG, SVG
from ui.drawings import DRAWINGS
from ui.exports import handing, history, sheet_preview
from ui.exports.scope import file_name

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


@pytest.fixture
def store_of(tmp_path: Path) -> Callable[[], Store]:
    return lambda: Store.open(f"sqlite:///{tmp_path / 'store.db'}")


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Callable[[], bytes]:
    """What the browser gets when the newest button of the screen is clicked."""
    offered: list[Callable[[], bytes]] = []
    real = handing.later

    def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
        offered.append(real(make))
        return offered[-1]

    monkeypatch.setattr(handing, "later", later)
    return lambda: offered[-1]()


@pytest.mark.parametrize("kind", ["workbook", "pictures", "figures"])
def test_every_kind_shows_what_it_holds_and_how_it_looks(
    open_session: Open, words: Words, sample_store: Path, kind: str
) -> None:
    session = open_session(sample_store, "export", export=kind)
    assert not session.exception
    assert "2024年与2023年" in words(session)
    assert session.get("dataframe") or session.get("image") or 'class="sheet"' in words(session)
    assert session.get("download_button") or session.button(key=f"make_{kind}")


def test_every_chart_of_the_screens_can_be_had_as_a_picture(open_session: Open, sample_store: Path) -> None:
    known = {d.key for d in DRAWINGS} | {"profile_history"}
    seen = set()
    for screen in ("overview", "years", "townships", "profile", "gaps", "quality"):
        session = open_session(sample_store, screen)
        if screen == "overview":
            session = session.run()
        seen |= {c.proto.id.rpartition("-")[2] for c in session.get("plotly_chart")}
    assert seen <= known, f"not in ui/drawings.py: {seen - known}"
    assert {"overview_dumbbell", "years_slope", "gaps_matrix"} <= seen


def test_the_workbook_is_of_what_was_chosen_and_noted_with_the_name(
    open_session: Open, sample_store: Path, taken: Callable[[], bytes], store_of: Callable[[], Store]
) -> None:
    session = open_session(sample_store, "export", townships="鹭畈镇", year="2024")
    session.text_input(key="who").set_value("王芳")
    session.multiselect(key="workbook_groups").set_value(["study"]).run()
    session.toggle(key="workbook_findings").set_value(False).run()
    assert not session.exception
    data = taken()
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert "总表" in book.sheetnames
    assert "学法" in book.sheetnames
    assert not {"普法宣传", "短板"} & set(book.sheetnames)
    names = [book["总表"].cell(row, 1).value for row in range(5, 8)]
    assert names[0] == "鹭畈镇"
    assert "合计" in str(names[1])
    store = store_of()
    line = store.exports()[0]
    store.close()
    assert (line.kind, line.who, line.size) == ("workbook", "王芳", len(data))
    assert line.chosen["乡镇"] == "鹭畈镇"
    assert "学法" in line.chosen["分组表"]


def test_the_zip_holds_a_picture_for_each_chart_and_says_what_each_finds(
    open_session: Open, sample_store: Path, words: Words, taken: Callable[[], bytes]
) -> None:
    session = open_session(sample_store, "export", export="pictures", townships="鹭畈镇")
    session.multiselect(key="pictures_keys").set_value(["years_county", "gaps_matrix"]).run()
    session.multiselect(key="pictures_kinds").set_value([PNG, SVG]).run()
    session.button(key="make_pictures").click().run()
    assert not session.exception
    assert "已生成" in words(session)
    archive = zipfile.ZipFile(io.BytesIO(taken()))
    names = archive.namelist()
    assert names == ["01_全县逐年合计.png", "01_全县逐年合计.svg", "02_短板分布.png", "02_短板分布.svg", "目录.csv"]
    assert archive.read(names[0])[:4] == b"\x89PNG"
    assert b"<svg" in archive.read(names[1])[:600]
    listed = archive.read(names[4]).decode("utf-8-sig").splitlines()
    assert len(listed) == 5
    assert "短板" in listed[3]


def test_without_a_chinese_font_the_screen_says_so_and_offers_no_picture(
    open_session: Open, sample_store: Path, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> str:
        raise pictures.NoChineseFontError

    monkeypatch.setattr(pictures, "chinese_family", none)
    session = open_session(sample_store, "export", export="pictures")
    assert not session.exception
    assert "没有装中文字体" in " ".join(w.value for w in session.warning)
    assert not [b for b in session.button if b.key == "make_pictures"]
    years = session.switch_page("../pages/years.py").run()
    assert not years.exception
    assert "没有装中文字体" in words(years)


def test_the_history_names_file_person_and_kind(
    open_session: Open, sample_store: Path, store_of: Callable[[], Store]
) -> None:
    session = open_session(sample_store, "export")
    store = store_of()
    chosen = {"年度": "2024年与2023年"}
    store.record_export("workbook", "对比.xlsx", b"x" * 3000, "李强", data_version=3, chosen=chosen)
    store.record_export("picture", "图.png", b"x", "", data_version=3, chosen={})
    table = history.as_table(store.exports(), {"workbook": "对比工作簿"})
    store.close()
    assert not session.exception
    assert table["谁"].tolist() == ["未填姓名", "李强"]
    assert table["种类"].tolist()[1] == "对比工作簿"
    assert table["大小"].tolist() == ["1 KB", "3 KB"]
    assert "2024年与2023年" in table["内容"][1]


def test_the_preview_shows_ten_thousands_where_its_heading_says_so(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = open_session(sample_store, "export")
    before = words(session)
    assert "（万人次）" not in before
    session.toggle(key="workbook_wan").set_value(True).run()
    assert not session.exception
    assert sheet_preview._in_wan("▲ ≥80,000") == "▲ ≥8.0"
    page = next(h.proto.body for h in session.get("html") if 'class="sheet"' in h.proto.body)
    heads = re.findall('<th colspan="5">(.*?)</th>', page)
    # Measures are shown whole or named, never cut at the edge of the preview.
    assert len(heads) == sheet_preview.MEASURES
    assert "右边还有：服务人次、受教育人次、创新普法" in page
    row = re.findall("<tr><td>.*?</tr>", page)[0]
    cells = re.findall("<td[^>]*>(.*?)</td>", row)[1:]
    for k, head in enumerate(heads):
        this = cells[5 * k].lstrip("≥≈")
        assert ("万" in head) == bool(re.fullmatch(r"\d+\.\d", this)) or not this[:1].isdigit()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("a/b\\c:d", "a_b_c_d.png"),
        ("=cmd|x", "_cmd_x.png"),
        ("＝1", "_1.png"),
        ("..", "导出.png"),
        ("长" * 300, "长" * 80 + ".png"),
        ("\u202egnp.exe", "_gnp.exe.png"),
    ],
)
def test_names_of_files_are_taken_by_every_system(said: str, kept: str) -> None:
    assert file_name(said, "png") == kept


@pytest.mark.parametrize(("kind", "said"), [("brief", "现将"), ("letters", "关于反馈2024年度法治建设数据的函")])
def test_documents_show_their_first_page_and_are_made_on_a_click(
    open_session: Open, words: Words, sample_store: Path, taken: Callable[[], bytes], kind: str, said: str
) -> None:
    session = open_session(sample_store, "export", export=kind, townships="鹭畈镇")
    if kind == "brief":
        session.toggle(key="brief_charts").set_value(False).run()
    assert not session.exception
    assert any(said in str(element.proto) for element in session.get("html"))
    session.button(key=f"make_{kind}").click().run()
    assert not session.exception
    assert "已生成" in words(session)
    names = zipfile.ZipFile(io.BytesIO(taken())).namelist()
    expected = "word/document.xml" if kind == "brief" else "反馈函/鹭畈镇_2024年度反馈函.docx"
    assert expected in names
