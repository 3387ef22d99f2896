import io
import zipfile
from pathlib import Path

import docx
import pytest
from test_compare import url  # noqa: F401 a fixture

from analytics.commands import main
from analytics.export.brief.template import starter_template
from analytics.store import Store


def run(verb: str, store: str, out: Path, *more: str, year: str = "2025") -> int:
    return main([verb, "--year", year, "--store", store, "--out", str(out), *more])


def texts(path: Path) -> list[str]:
    return [p.text for p in docx.Document(str(path)).paragraphs]


def test_a_brief_is_written_with_head_and_foot_as_asked(url: str, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "新建" / "材料.docx"
    more = ("--no-charts", "--to", "市委依法治市办", "--from", "示例办", "--title", "{county}{year}分析")
    assert run("brief", url, out, *more) == 0
    said = texts(out)
    assert said[0] == "示例县2025分析"
    assert "市委依法治市办：" in said
    assert "示例办" in said


def test_a_brief_holds_its_charts(url: str, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "a.docx"
    assert run("brief", url, out) == 0
    assert len(docx.Document(str(out)).inline_shapes) >= 1


def test_a_template_is_used_from_the_command_line_or_from_the_store(url: str, tmp_path: Path) -> None:  # noqa: F811
    document = docx.Document()
    document.add_paragraph("{{ county }}：{{ measures[2].this }}")
    document.save(str(tmp_path / "t.docx"))
    out = tmp_path / "a.docx"
    assert run("brief", url, out, "--template", str(tmp_path / "t.docx")) == 0
    assert texts(out) == ["示例县：160"]
    store = Store.open(url)
    store.place_template("brief", "起步.docx", starter_template(), "王工")
    held = store.template("brief")
    assert held is not None
    assert (held.file_name, held.who) == ("起步.docx", "王工")
    assert run("brief", url, out, "--no-charts") == 0
    assert texts(out)[0] == "示例县2025年度法治建设工作情况分析"
    assert store.remove_template("brief", "王工")
    assert not store.remove_template("brief", "王工")
    store.close()


@pytest.mark.parametrize(
    ("verb", "more", "said", "status"),
    [
        ("brief", ("--year", "2019"), "2019年没有数据", 1),
        ("brief", ("--year", "25"), "年度 25 不正确", 2),
        ("brief", ("--base", "2026"), "要早于", 2),
        ("letters", ("--townships", "无镇"), "没有这样的乡镇：无镇", 1),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(
    url: str,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    verb: str,
    more: tuple[str, ...],
    said: str,
    status: int,
) -> None:
    out = tmp_path / ("a.docx" if verb == "brief" else "a.zip")
    assert run(verb, url, out, *more) == status
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_wrong_ending_a_bad_template_and_an_empty_store_are_said(
    url: str,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("brief", url, tmp_path / "a.doc") == 2
    assert run("brief", url, tmp_path / "a.docx", "--template", str(tmp_path / "none.docx")) == 1
    (tmp_path / "x.docx").write_bytes(b"x")
    assert run("brief", url, tmp_path / "a.docx", "--template", str(tmp_path / "x.docx")) == 1
    assert run("letters", f"sqlite:///{tmp_path / 'empty.db'}", tmp_path / "a.zip") == 1
    said = capsys.readouterr().err.splitlines()
    assert ["要以 .docx 结尾" in said[0], "不能读" in said[1], "Word" in said[2], "还没有乡镇名册" in said[3]] == [
        True
    ] * 4


def test_letters_are_a_zip_of_one_document_a_township_and_a_list(url: str, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "函件.zip"
    assert run("letters", url, out) == 0
    with zipfile.ZipFile(out) as package:
        names = package.namelist()
        assert names == ["反馈函/甲镇_2025年度反馈函.docx", "反馈函/乙乡_2025年度反馈函.docx", "清单.csv"]
        first = docx.Document(io.BytesIO(package.read(names[0])))
    assert first.paragraphs[1].text == "甲镇："


def test_letters_of_a_year_nobody_reported_are_reminders(url: str, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "a.zip"
    assert run("letters", url, out, "--townships", "乙乡", year="2026") == 0
    with zipfile.ZipFile(out) as package:
        assert package.namelist() == ["催报函/乙乡_2026年度催报函.docx", "清单.csv"]


def test_another_name_of_the_county_is_for_this_file_only(url: str, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "材料.docx"
    assert run("brief", url, out, "--no-charts", "--county", "某某区") == 0
    assert texts(out)[0] == "某某区2025年度法治建设工作情况分析"
    assert "区委、区政府：" in texts(out)
    assert run("brief", url, out, "--no-charts") == 0
    assert texts(out)[0].startswith("示例县")
