import io
import re
import zipfile

import docx
import pytest
from dossiers import dossier, many
from small_county import ROWS, finding, frame

from analytics.catalogue import Roster, load_catalogue
from analytics.export.brief import Drawn, brief_blocks, brief_file, usual_wording
from analytics.export.dossier import Explained
from analytics.export.prose import situation
from analytics.export.word.blocks import Paragraph, Table
from analytics.export.word.body import xml_safe
from analytics.model import Finding
from analytics.text import Text

WORDING = usual_wording("示例县", 2025)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
HOSTILE = (
    "<w:p>镇</w:p>",
    "镇&amp;<",
    "]]>镇",
    "镇\x00\x0b\ufffe",
    "{{ 7*7 }}镇",
    "\u202e镇乡",
    "镇" * 300,
    '"/><script>',
    "甲\n乙",
)


def texts(blocks):
    return [b.lead + b.text for b in blocks if isinstance(b, Paragraph)]


def whole(**changed):
    return "\n".join(texts(brief_blocks(dossier(**changed), (), WORDING)))


def opened(data):
    return docx.Document(io.BytesIO(data))


def all_text(data):
    return "".join(node.text or "" for node in opened(data).element.body.iter() if node.tag.endswith("}t"))


def test_a_brief_has_title_addressee_situation_gaps_own_words_questions_steps_notes_annexes_and_signature():
    said = texts(brief_blocks(dossier(), (), WORDING))
    assert said[0] == "示例县2025年度法治建设工作情况分析"
    assert said[2] == "县委、县政府："
    chapters = [t for t in said if re.match(r"[一二三四五六]、", t)]
    assert chapters == [
        "一、总体情况",
        "二、存在的短板",
        "三、乡镇自述的不足",
        "四、需要核实的数据",
        "五、下一步工作建议",
        "六、数据说明",
    ]
    assert "中共示例县委全面依法治县委员会办公室" in said
    assert next(t for t in said if t.startswith("附件") and not t.startswith("附件：")) == "附件1"


@pytest.mark.parametrize(
    ("county", "addressee", "signer"),
    [
        ("示例县", "县委、县政府：", "中共示例县委全面依法治县委员会办公室"),
        ("示例区", "区委、区政府：", "中共示例区委全面依法治区委员会办公室"),
        ("某地", "县委、县政府：", "某地"),
        ("", "县委、县政府：", ""),
    ],
)
def test_head_and_foot_fit_the_kind_of_county(county, addressee, signer):
    wording = usual_wording(county, 2025)
    assert (wording.addressee, wording.signer) == (addressee, signer)


def test_every_case_of_a_comparison_is_said_as_it_is():
    said = dict(zip([h.id for h in load_catalogue().headlines], situation.measures(dossier()), strict=True))
    # 丁镇 did not report leaflets, 戊街道 not last year: only the three others are compared, 甲镇's ≥ makes it at least.
    assert said["leaflets"].startswith("全县发放普法宣传资料不少于8.25万份（报送此项的4个乡镇合计）")
    assert "按两年口径一致的3个乡镇计算" in said["leaflets"]
    assert "至少" in said["leaflets"]
    # 乙乡's sessions hold other parts than last year's.
    assert "两年口径不同的1个" in said["publicity_sessions"]
    assert "不能确定" in said["people_served"]
    assert said["study_sessions"] == "学法场次没有乡镇报送数据。"


def test_a_bound_of_the_county_stays_a_bound():
    said = situation.measure_sentence(dossier(), "leaflets")
    assert "发放普法宣传资料不少于8.25万份" in said


def test_who_did_not_report_is_named_and_counted_as_nothing():
    said = situation.reporting(dossier(names=("甲镇", "乙乡", "丙镇", "丁镇", "戊街道", "己镇")))[0]
    assert "应报6个乡镇，已报5个" in said
    assert "己镇尚未报送" in said
    assert "也未按零计算" in said


def test_without_a_base_year_it_is_said_once_and_nothing_is_compared():
    said = whole(rows=[row for row in ROWS if row[1] == 2025])
    assert said.count("上年没有入库数据") == 1
    assert not re.search("增长|下降|增加的|减少的", said.split("二、")[0])


def test_a_county_without_anything_still_has_a_document():
    empty = dossier([], (), gaps=[], questions=[], resolved=[], own_words=[], explanations=[], doubts=[], uploads={})
    said = "\n".join(texts(brief_blocks(empty, (), WORDING)))
    assert "尚未建立乡镇名册" in said
    assert opened(brief_file(empty)).paragraphs


def test_one_township_is_not_counted_as_townships():
    said = "".join(situation.measures(dossier([row for row in ROWS if row[0] == "甲镇"], ("甲镇",))))
    assert "个乡镇" not in said
    assert "分乡镇看" not in said


def test_a_county_of_two_thousand_townships_names_a_dozen_in_the_text_and_all_in_the_annex():
    county = many(2_000)
    blocks = brief_blocks(county, (), WORDING)
    assert max(map(len, texts(blocks))) < 1_000
    tables = [b for b in blocks if isinstance(b, Table)]
    assert any(len(table.rows) == 2_002 for table in tables)
    assert len(brief_file(county)) > 50_000


def test_a_figure_that_is_doubted_is_marked_where_it_is_praised():
    rows = [(f"{k}镇", 2025, "leaflets", 100 * k) for k in range(1, 13)]
    names = tuple(f"{k}镇" for k in range(1, 13))
    question = finding("question", "12镇")
    said = "".join(situation.standing(dossier(rows, names, questions=[question])))
    assert "12镇（待核实）" in said
    explained = dossier(rows, names, questions=[question], explanations=[]).explanations
    assert explained == []


def test_numbers_in_a_gap_are_written_out_and_its_cells_are_in_the_annex():
    gap = finding("gap", "丙镇", sentence=Text("丙镇2025年学法 ≥3 场次，少于 4 场次。", ""))
    data = brief_file(dossier(gaps=[gap]), (), WORDING)
    said = all_text(data)
    assert "丙镇2025年学法不少于3场次，少于4场次。" in said
    assert "《丙镇2025.xlsx》“报表”表 B5 格" in said


def test_own_words_say_whether_figures_bear_them_out():
    said = whole()
    assert "丙镇称“普法覆盖面窄”，数据同样有所反映" in said


def test_explanations_and_source_files_are_annexed_with_who_and_when():
    said = all_text(brief_file(dossier(), (), WORDING))
    assert "印刷品到货晚" in said
    assert "王工" in said
    assert "2026-01-20" in said


def test_tables_repeat_their_headings_and_rows_stay_whole():
    document = opened(brief_file(dossier(), (), WORDING))
    assert len(document.tables) >= 5
    for table in document.tables:
        assert "tblHeader" in table.rows[0]._tr.xml
        assert all("cantSplit" in row._tr.xml for row in table.rows)


def test_pictures_are_in_the_file_with_a_text_for_who_cannot_see_them():
    data = brief_file(dossier(), [Drawn(PNG, "普法场次：1 个乡镇增加", "各乡镇普法场次")], WORDING)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert [n for n in parts.namelist() if n.startswith("word/media/")]
        assert 'descr="普法场次：1 个乡镇增加"' in parts.read("word/document.xml").decode("utf-8")
    assert "图1　各乡镇普法场次" in all_text(data)


def test_the_same_dossier_gives_the_same_bytes():
    assert brief_file(dossier(), (), WORDING) == brief_file(dossier(), (), WORDING)


def test_the_file_says_what_it_is_of_which_data():
    core = opened(brief_file(dossier(), (), WORDING)).core_properties
    assert core.title == "示例县2025年度法治建设工作情况分析"
    assert "7" in core.subject


def hostile_dossier():
    rows = [(name, year, "leaflets", 10 + year % 7) for name in HOSTILE for year in (2024, 2025)]
    figures = frame(rows)
    for column in ("file", "sheet", "cell", "raw"):
        figures[column] = [HOSTILE[n % len(HOSTILE)] for n in range(len(figures))]
    gaps: list[Finding] = [finding("gap", name, sentence=Text(f"{name}少。", name)) for name in HOSTILE]
    return dossier(
        figures=figures,
        names=HOSTILE,
        gaps=gaps,
        questions=[finding("question", name) for name in HOSTILE],
        county=HOSTILE[0],
        explanations=[Explained(HOSTILE[3], 2025, "leaflets", HOSTILE[0], HOSTILE[1])],
        uploads={1: (HOSTILE[1], HOSTILE[2])},
    )


@pytest.mark.parametrize("pictures", [(), (Drawn(PNG, HOSTILE[0], HOSTILE[1]),)])
def test_hostile_names_are_texts_and_no_markup(pictures):
    county = hostile_dossier()
    data = brief_file(county, pictures, usual_wording(county.county, 2025))
    said = all_text(data)
    for name in HOSTILE[:3]:
        assert xml_safe(name) in said
    assert "{{ 7*7 }}镇" in said
    assert "\u202e" not in said
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert 'TargetMode="External"' not in relations


def test_an_english_brief_leaves_no_chinese_but_names():
    said = "\n".join(
        texts(
            brief_blocks(dossier(language="en", county="Sample County"), (), usual_wording("Sample County", 2025, "en"))
        )
    )
    names = "甲乙丙丁戊镇乡街道普法覆盖面窄报表"
    left = {c for c in re.findall(r"[\u4e00-\u9fff]", said) if c not in names}
    assert left == set()


def test_a_roster_nobody_answered_gives_no_sums():
    silent = dossier([], ("甲镇", "乙乡"), gaps=[], questions=[], resolved=[], doubts=[], own_words=[], explanations=[])
    said = "\n".join(texts(brief_blocks(silent, (), WORDING)))
    assert "应报2个乡镇，截至目前均未报送2025年数据。" in said
    assert "表1" not in said
    assert Roster() is not None


def test_the_brief_says_what_its_counts_leave_out():
    said = whole()
    assert "只在工作报告中自述的不足另列，不计入此数" in said
    assert "不计入此数" not in whole(own_words=[])
    assert "不含已报待核实的" not in said
    waiting = frozenset({("丁镇", 2025, "leaflets")})
    assert "不含已报待核实的" in whole(waiting=waiting)
