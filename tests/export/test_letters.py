import csv
import io
import re
import zipfile
from datetime import date

import docx
import pytest
from dossiers import dossier, many
from small_county import TOWNSHIPS, finding
from test_brief import HOSTILE, hostile_dossier

from analytics.catalogue import load_catalogue
from analytics.checks.asking import Doubt, doubt_of
from analytics.export.letters import letters, letters_zip
from analytics.export.letters.package import safe_name, unique
from analytics.export.prose import situation
from analytics.model import Finding
from analytics.text import Text


def text_of(data):
    body = docx.Document(io.BytesIO(data)).element.body
    # A change is written with a space that no line breaks at.
    return "".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")).replace("\u00a0", " ")


def letter_to(township, **changed):
    return text_of(next(iter(letters(dossier(**changed), [township]))).data)


def test_every_township_gets_one_letter_and_the_silent_ones_a_reminder():
    written = list(letters(dossier(names=(*TOWNSHIPS, "己镇"))))
    assert {(x.township, x.kind) for x in written} == {*((t, "feedback") for t in TOWNSHIPS), ("己镇", "reminder")}


def test_a_letter_shows_figures_beside_last_year_questions_gaps_and_praise():
    said = letter_to("丙镇")
    assert "你镇报送的2025年度" in said
    assert "普法场次（场次）7030▲ 40" in said  # 60 + 10 against 20 + 10, beyond chance
    assert "丙镇发放资料偏少。" not in said  # the township is addressed and not named again
    assert "发放资料偏少。Hand" not in said
    assert "增加发放。" in said
    said = letter_to("甲镇")
    assert "甲镇发放资料偏少。（出处：《甲镇2025.xlsx》" in said
    assert "“经费装备保障不足”，本年数据中不再出现" in said
    assert "≥80,00060,000▲ ≥20,000" in said


def test_what_was_explained_is_not_asked_again():
    question = finding("question", "甲镇")
    asked = letter_to("甲镇", doubts=[doubt_of(question, explained=True)])
    assert "需要核实" not in asked.replace("没有需要核实的数据", "")


def test_a_change_within_chance_is_in_brackets_and_not_called_clear():
    said = letter_to("甲镇")
    assert "2016(▲ 4)" in said
    assert "普法场次20场次" not in said


def test_indicators_not_reported_are_asked_for():
    assert "有" in letter_to("丁镇")
    assert re.search(r"有\d+项指标没有数据，请补报：[^。]*发放普法宣传资料", letter_to("丁镇"))


@pytest.mark.parametrize(("due", "said"), [(date(2026, 1, 31), "请按时报送"), (date(2026, 1, 10), "已过10天")])
def test_a_reminder_counts_the_days_to_the_deadline(due, said):
    reminded = letter_to("己镇", names=(*TOWNSHIPS, "己镇"), due=due)
    assert said in reminded
    assert "尚未收到你镇的数据" in reminded


def test_a_reminder_shows_what_was_reported_last_year():
    rows = [("甲镇", 2025, "leaflets", 5), ("乙乡", 2024, "leaflets", "≥80000")]
    assert "供参考：上年所报为宣传资料不少于8万份" in letter_to("乙乡", rows=rows)


def test_the_zip_holds_unique_safe_names_marked_as_utf8_and_a_list():
    county = hostile_dossier()
    data = letters_zip(letters(county), county)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        infos = package.infolist()
        listed = list(csv.reader(io.StringIO(package.read("清单.csv").decode("utf-8-sig"))))
    names = [i.filename for i in infos]
    assert len({n.casefold() for n in names}) == len(names) == len(HOSTILE) + 1
    for info in infos:
        assert info.flag_bits & 0x800
        folder, _, file = info.filename.rpartition("/")
        assert folder in ("", "反馈函", "催报函")
        assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', file)
        assert len(file.encode("utf-8")) < 255
    assert [row[2] for row in listed[1:]] == names[:-1]


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("CON", "_CON"),
        ("com1.x", "_com1.x"),
        ("  甲镇. ", "甲镇"),
        ("", "_"),
        ("甲/乙", "甲_乙"),
        ("镇" * 300, "镇" * 60),
        ("\u202e镇", "_镇"),
    ],
)
def test_names_are_made_safe(wanted, given):
    assert safe_name(wanted) == given


def test_names_that_a_file_system_takes_for_the_same_are_numbered():
    taken: set[str] = set()
    assert [unique(n, taken) for n in ("A镇", "a镇", "Ａ镇")] == ["A镇", "a镇(2)", "Ａ镇(3)"]


def test_letters_for_many_townships_are_made_one_by_one_with_progress():
    county = many(2_000)
    seen = []
    made = letters(county, county.townships[:40], progress=lambda done, of: seen.append((done, of)))
    assert len(letters_zip(made, county)) > 100_000
    assert seen[-1] == (40, 40)


def test_a_letter_praises_only_what_is_not_doubted():
    rows = [(f"{k}镇", 2025, "leaflets", 100 * k) for k in range(1, 13)]
    names = tuple(f"{k}镇" for k in range(1, 13))
    plain: list[Finding] = []
    assert "居前列" in letter_to("12镇", rows=rows, names=names, questions=plain, doubts=[])
    assert "居前列" not in letter_to("12镇", rows=rows, names=names, questions=[finding("question", "12镇")])


def test_whose_file_is_here_and_waits_gets_questions_and_no_reminder():
    one = dossier(
        names=(*TOWNSHIPS, "己镇", "庚镇"),
        arrived=frozenset({"己镇", "甲镇"}),
        doubts=[Doubt("己镇", "cell", Text("写的是“若干”。", ""), "2025/己镇.xlsx", "表一", ("B3",))],
    )
    written = {x.township: x for x in letters(one, ["甲镇", "己镇", "庚镇"])}
    assert {t: x.kind for t, x in written.items()} == {"甲镇": "feedback", "己镇": "inquiry", "庚镇": "reminder"}
    assert written["己镇"].path == "核实函/己镇_2025年度核实函.docx"
    said = text_of(written["己镇"].data)
    assert "已收到，正在核对，暂未计入汇总。以下内容请核实：" in said
    assert "写的是“若干”。（出处：《己镇.xlsx》“表一”表 B3 格）" in said
    assert not re.search("尚未收到|尽快报送|请补报", said)
    reported = situation.reporting(one)[0]
    assert "庚镇尚未报送" in reported
    assert "己镇的数据已收到，正在核对，暂未计入。" in reported


def test_a_file_that_waits_without_a_question_is_acknowledged():
    one = dossier(names=(*TOWNSHIPS, "己镇"), arrived=frozenset({"己镇"}), doubts=[])
    assert "核对后另行反馈。" in text_of(next(iter(letters(one, ["己镇"]))).data)


def test_two_files_with_sheets_of_one_name_are_told_apart_in_the_annex():
    figures = dossier().figures.copy()
    of_one = figures.index[figures["township"].eq("丙镇") & figures["year"].eq(2025)]
    figures.loc[of_one, ["file", "sheet", "cell", "raw"]] = "2025/丙镇报表.xlsx", "统计表", "E7", ""
    said = letter_to("丙镇", figures=figures)
    assert "统计表 E7" in said
    assert "(1)统计表" not in said
    assert "出处所在的文件：《丙镇报表.xlsx》。" in said

    log = of_one[figures.loc[of_one, "indicator"].eq("leaflets")]
    figures.loc[log, ["file", "raw"]] = "2025/丙镇台账.xlsx", "300 + 500"
    said = letter_to("丙镇", figures=figures)
    assert said.count("统计表 E7 等") == 1
    assert re.search(r"\((\d)\)统计表 E7 等.*\(\1\)《丙镇台账.xlsx》", said, re.DOTALL)
    assert re.search(r"\((\d)\)统计表 E7(?! 等).*\(\1\)《丙镇报表.xlsx》", said, re.DOTALL)


def test_a_township_with_unknown_headings_is_asked_what_they_are_before_it_sends_again():
    assert "项指标没有数据，请补报" in letter_to("乙乡")
    said = letter_to("乙乡", unmatched={"乙乡": ("上课学员合计到课情况",)})
    assert "报表里另有1个表头没有认出（“上课学员合计到课情况”），如就是这些指标，请说明，不必重报" in said
    assert "项指标没有数据，请补报" not in said


def test_the_letter_has_the_band_of_the_screen_and_none_for_a_least_figure_at_the_low_end():
    names = [f"第{k}镇" for k in range(9)]
    rows = [(name, 2025, "leaflets", f"≥{10 + k}" if k == 0 else 10 * (k + 1)) for k, name in enumerate(names)]
    found = dossier(rows, names, gaps=[], questions=[], resolved=[], own_words=[], explanations=[], doubts=[])
    assert ("第0镇", "leaflets") not in found.bands
    assert found.bands["第1镇", "leaflets"] == "low"
    assert found.bands["第8镇", "leaflets"] == "high"


def test_a_measure_in_which_a_township_falls_short_is_not_praised():
    names = [f"第{k}镇" for k in range(9)]
    rows = [(name, 2025, "leaflets", 10 * (k + 1)) for k, name in enumerate(names)]
    plain = {"gaps": [], "questions": [], "resolved": [], "own_words": [], "explanations": [], "doubts": []}
    assert "宣传资料在全县已报乡镇中居前列" in letter_to("第8镇", rows=rows, names=names, **plain)
    gap = finding("gap", "第8镇", indicators=("leaflets",))
    assert "居前列" not in letter_to("第8镇", rows=rows, names=names, **{**plain, "gaps": [gap]})
    other = finding("gap", "第8镇", indicators=("funds_invested",))
    assert "居前列" in letter_to("第8镇", rows=rows, names=names, **{**plain, "gaps": [other]})


@pytest.mark.parametrize("unmatched", [{}, {"甲镇": ("其他工作",)}])
def test_all_that_a_township_is_asked_to_send_is_named(unmatched):
    indicators = [i.id for i in load_catalogue().indicators][:16]
    rows = [("乙乡", 2025, i, 1.0) for i in indicators] + [("甲镇", 2025, indicators[0], 1.0)]
    one = dossier(rows, unmatched=unmatched, doubts=[], questions=[])
    said = text_of(next(iter(letters(one, ["甲镇"]))).data)
    asked = re.search("有15项指标.*?(?:。报表里另有|。)", said, re.DOTALL)[0]
    assert all(one.indicator_name(i) in asked for i in indicators[1:])
    assert "等" not in asked.replace(one.indicator_name(indicators[0]), "")
