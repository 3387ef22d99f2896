"""Sentences that were once read as less, or as more, than they say."""

from __future__ import annotations

import pytest

from analytics.intake import Decisions
from analytics.intake.narrative import read_text
from analytics.model import Reading


def read(text: str) -> Reading:
    return read_text(text, "报告.txt", decisions=Decisions(township="云溪镇", year=2024))


def figures(text: str) -> dict[str, float | None]:
    return {f.indicator: f.value for f in read(text).figures}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("拉横幅45条、贴标语80张。", "banners"),
        ("开展模拟法庭2场次、情景剧1部。", "mock_courts"),
    ],
)
def test_two_measures_of_one_thing_are_asked_about(text: str, asked: str) -> None:
    reading = read(text)
    assert [c.indicator for c in reading.choices] == [asked]
    assert reading.figures == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全年未发生行政复议案件，但发生行政诉讼1件。", {"reconsideration_cases": 0, "litigation_cases": 1}),
        ("未发生因执法不当引发的行政诉讼，但有1起因拆迁引发的行政诉讼。", {"litigation_cases": 1}),
        ("办理行政处罚案件17件，无一起被复议。", {"penalty_cases": 17}),
        ("办理处罚案件31宗，无一宗被撤销。", {"penalty_cases": 31}),
        ("办理行政诉讼3件，无一起败诉。", {"litigation_cases": 3, "lost_cases": 0}),
        ("拍摄普法情景剧2部。", {}),
        ("县司法局“法治大篷车”来镇演出2场。", {}),
        ("会前学法、专题党课、支部学习等共计三十余次。", {}),
        ("党委会45次中专题研究法治工作三次。", {"leadership_meetings": 3}),
        ("组织宣讲进村25场，发放宣传手册1.2万册，其中校园发放4500册。", {"village_talks": 25, "leaflets": 12000, "school_leaflets": 4500}),
        ("近三年累计发放法治宣传资料14万份，其中2024年发放4.5万份。", {"leaflets": 45000}),
        ("近三年累计发放法治宣传资料14万份，其中2023年发放4.5万份。", {}),
        ("法律明白人年底在册57名，比上年底的54名多了3名。", {"law_savvy_persons": 57}),
        ("年底发放宣传资料300份。", {}),
        ("于1月、4月、8月、11月召开依法治镇委员会会议4次。", {"leadership_meetings": 4}),
        ("于1月召开依法治镇委员会会议1次。", {}),
        ("重大决策合法性审查4件，合同审查18份，规范性文件0件。", {"legal_reviews": 4, "contract_reviews": 18, "normative_documents": 0}),
        ("审查合同18份、规范性文件3件。", {"contract_reviews": 18}),
    ],
)  # fmt: skip
def test_what_is_narrowed_or_belongs_elsewhere_is_told_apart(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("最后讲不足。普法方式单一；经费偏紧。", ["publicity_innovation", "resources"]),
        ("【不足】①普法方式单一；②执法人员偏少。", ["publicity_innovation", "enforcement_capacity"]),
        ("成绩之外也有短板。普法方式单一。执法力量薄弱。", ["publicity_innovation", "enforcement_capacity"]),
        ("审查合同4份。不足的是，送审流程尚未形成制度。", ["institutions"]),
        ("全年补齐短板。法治宣传活动12场。", []),
        ("矛盾纠纷越来越少。", []),
        ("着力解决普法方式单一的问题。", []),
        ("坚持问题导向。全年开展法治宣传活动12场。", []),
        ("群众反映的问题少了，执法更规范。", []),
        ("信访积案明显减少，经费保障更紧实。", []),
    ],
)
def test_shortcomings_outside_a_numbered_section(text: str, themes: list[str]) -> None:
    assert [g.theme for g in read(text).gaps] == themes


def test_a_title_that_also_names_next_years_work_is_no_heading_over_plans() -> None:
    text = "望亭镇2022年法治建设工作总结暨2023年工作安排\n全年开展法治宣传活动12场。\n2023年工作安排。开展法治宣传活动20场。"
    reading = read_text(text, "报告.txt")
    assert [(f.township, f.year, f.indicator, f.value) for f in reading.figures] == [
        ("望亭镇", 2022, "publicity_events", 12)
    ]
    assert [(p.sentence, p.target) for p in reading.plans] == [("开展法治宣传活动20场", 20)]


def test_an_item_that_ends_in_its_remedy_is_a_shortcoming_and_a_plan() -> None:
    text = "三、存在不足与改进\n1.普法队伍专业人才稀缺，明年计划培训法律明白人30人；\n2.决策程序不够严密，对此，明年健全送审制度。"
    reading = read(text)
    assert [(g.theme, g.sentence) for g in reading.gaps] == [
        ("rule_of_law_staff", "普法队伍专业人才稀缺"),
        ("institutions", "决策程序不够严密"),
    ]
    assert [p.sentence for p in reading.plans] == ["明年计划培训法律明白人30人", "对此，明年健全送审制度"]


def test_a_table_turned_into_lines_is_read_by_its_columns() -> None:
    text = "专题会议类。法治建设专题会议，单位：次，本年6，上年5；听取法治工作汇报，单位：次，本年4，上年4；法治文化阵地，年末7个，与上年持平。"
    assert figures(text) == {"leadership_meetings": 6, "reports_heard": 4, "culture_sites": 7}
    cells = {f.indicator: f.source for f in read(text).figures}
    assert cells["leadership_meetings"].raw == "6"


def test_the_unit_of_a_column_has_to_fit() -> None:
    assert figures("法治建设专题会议，单位：人，本年6，上年5；听取法治工作汇报，单位：份，本年4，上年4。") == {}


@pytest.mark.parametrize(
    "text",
    [
        "走访企业50家，帮助企业审查合同12份。",
        "围绕全会精神开展读书班研讨交流4次。",
        "个别偏远村全年只开展过1次普法活动。",
        "发放资料中含县里统一印制的读本3000册。",
    ],
)
def test_what_is_of_others_or_a_part_is_no_figure(text: str) -> None:
    assert figures(text) == {}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("全年开展普法活动14场次，但形式多是拉横幅，年轻人参与不多，手段亟待更新。", "publicity_innovation"),
        ("对新出台的行政复议法，镇村干部学得不深。", "awareness_of_officials"),
        ("个别站所负责人认为法治建设是司法所一家的事，责任没有压实。", "responsibility"),
        ("执法与司法衔接、案件移送等机制还不够健全。", "institutions"),
        ("下一步，针对执法人员少、业务不熟的问题，组织全员培训。", "enforcement_capacity"),
    ],
)
def test_the_subject_of_what_falls_short_gives_its_theme(text: str, theme: str) -> None:
    assert [gap.theme for gap in read(text).gaps] == [theme]


@pytest.mark.parametrize(
    "text",
    [
        "2022年执法装备落后，今年配齐了执法记录仪。",
        "没有出现因执法不规范引发的案件。",
        "全乡法律明白人今年增多，作用越来越大。",
        "全年行政处罚案件有所增多，办案质量不断提高。",
        "司法所仅用3天办结纠纷12件。",
        "村民张大爷法律意识淡薄，差点上当。",
        "持证执法人员仅缺1人即可满编。",
        "面对执法任务重、人手紧张的实际，镇里整合力量，组建综合执法队。",
    ],
)
def test_what_is_not_said_to_fall_short_now_is_no_shortcoming(text: str) -> None:
    assert read(text).gaps == ()


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("针对执法装备老化的问题，明年拟添置执法记录仪6台。", ["resources"]),
        (
            "针对普法形式单一、执法力量薄弱的问题，我镇将组建宣讲队，招录执法人员2名。",
            ["publicity_innovation", "enforcement_capacity"],
        ),
        ("针对普法形式单一的问题，我镇组织了法治文艺巡演4场。", []),
        ("针对部分店铺台账不全的问题，现场下达整改通知9份。", []),
        ("针对居民法律意识淡薄的问题，今年已开办夜校12期。", []),
    ],
)
def test_what_a_coming_step_answers_falls_short_and_what_was_answered_does_not(text: str, themes: list[str]) -> None:
    assert [gap.theme for gap in read(text).gaps] == themes
