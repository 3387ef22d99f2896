"""What looks like the year's figure and is not: each was, or could have been, a wrong figure printed as if sure."""

from __future__ import annotations

import pytest

from analytics.intake.narrative import read_text
from analytics.model import Reading

TITLE = "云溪镇2024年度法治政府建设工作报告"


def read(text: str) -> Reading:
    return read_text(f"{TITLE}\n{text}", "报告.txt")


def said(text: str) -> dict[str, float | None]:
    return {f.indicator: f.value for f in read(text).figures}


@pytest.mark.parametrize(
    "text",
    [
        "下一步，我镇将重点抓好以下工作：一是举办法治讲座10场；二是发放普法宣传资料5万份。",
        "2025年，我镇将持续用力。举办法治讲座10场，开展法治宣传活动30场次。",
        "为迎接验收，我镇制定方案，计划用3个月时间开展法治讲座20场、入户宣讲100场。",
        "普法经费预算10万元。",
    ],
)
def test_a_plan_in_running_prose_is_no_figure(text: str) -> None:
    assert said(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "枫林村以创建为抓手，全年开展法治讲座4场、调解纠纷23件。",
        "枫林村被评为省级民主法治示范村，该村全年开展法治讲座12场。",
        "市中级人民法院在我镇举办法治讲座1场。",
        "派出所全年办理行政处罚案件35件。",
        "镇中心小学开展法治讲座2场、发放宣传资料500份。",
        "县委依法治县办来镇督导法治工作3次。",
        "县里安排普法经费50万元。",
    ],
)
def test_what_others_did_is_not_the_townships(text: str) -> None:
    assert said(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "年初，召开法治建设专题会议1次。",
        "此次活动发放资料600份，接受咨询80人次。",
        "中秋前夕，组织月圆普法夜活动，解答法律咨询45人次。",
        "第一季度开展法治宣传活动5场次，第二季度开展8场次。",
        "播放普法短视频30次，组织观看模拟法庭1场。",
        "为企业提供法律咨询210余人次。",
        "办理一般程序行政处罚案件26件、简易程序118件。",
        "新增行政复议案件4件，上年结转1件。",
        "执法人员资格考试参考率100%，合格率98%。",
    ],
)
def test_a_part_is_not_the_year(text: str) -> None:
    assert said(text) == {}


def test_a_range_is_asked_about() -> None:
    for text in ("开展法治宣传活动20至30场次。", "开展法治宣传活动20-30场次。", "发放宣传资料3、4万份。"):
        reading = read(text)
        assert reading.figures == ()
        assert [p.code for p in reading.problems if p.code != "no_figures"] == ["range"]


def test_this_years_level_beside_last_years_is_read() -> None:
    assert said("法治宣传活动由去年28场次提升至今年36场次。") == {"publicity_events": 36}
    assert said("2023年，举办普法骨干培训班2期；2024年举办4期。") == {"backbone_trainings": 4}
    assert said("法治讲座由年初计划的6场增加到9场。") == {"legal_lectures": 9}
    assert said("法治宣传活动较去年增加10场次，达到45场次。") == {"publicity_events": 45}


def test_a_part_named_after_the_total_takes_nothing_from_it() -> None:
    assert said("累计发放普法宣传资料8万余份、其中校园4万余份。") == {"leaflets": 80000, "school_leaflets": 40000}


def test_lines_of_their_own_are_shortcomings_and_causes_are_not() -> None:
    reading = read(
        "三、存在的问题及原因分析\n（一）普法宣传形式单一。\n（二）执法力量薄弱\n全镇仅有3名执法人员，经费不足。\n"
        "（三）原因分析。一是经费投入不足；二是人员流动大。\n四、下一步打算\n（一）强化学习\n（二）举办法治讲座8场。"
    )
    assert [gap.theme for gap in reading.gaps] == ["publicity_innovation", "enforcement_capacity"]
    assert [(plan.sentence, plan.target) for plan in reading.plans] == [("强化学习", None), ("举办法治讲座8场", 8)]


def test_shortcomings_behind_an_introduction_without_a_heading_end_where_plans_begin() -> None:
    reading = read(
        "但仍存在以下问题：\n1.普法形式单一。\n2.执法力量薄弱。\n下一步，我镇将做好以下工作：\n1.举办法治讲座10场。\n2.发放宣传资料5万份。"
    )
    assert reading.figures == ()
    assert [gap.theme for gap in reading.gaps] == ["publicity_innovation", "enforcement_capacity"]
    assert [(plan.indicator, plan.target) for plan in reading.plans] == [("legal_lectures", 10), ("leaflets", 50000)]


@pytest.mark.parametrize(
    "text",
    [
        "个别村普法活动一场都没有开展。",
        "部分村法治讲座一次未举办。",
        "去年法治宣传活动一场都没有办。",
        "第一季度法治讲座一场没办。",
        "国家宪法日当天法治宣传活动一场都没有开展。",
        "明年如果普法活动一场都没办，将通报。",
    ],
)
def test_not_one_for_some_villages_or_part_of_a_year_is_no_zero(text: str) -> None:
    assert said(text) == {}


def test_not_one_in_the_year_is_zero() -> None:
    assert said("法治讲座一场未办。") == {"legal_lectures": 0.0}


TOLD = "青禾镇2024年度法治政府建设工作报告\n一、主要成效\n"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("上半年调解矛盾纠纷30件，下半年调解矛盾纠纷25件。", "调处矛盾纠纷"),
        ("春节期间在集镇开展法治宣传活动12场次。宪法宣传周期间又开展法治宣传活动13场次。", "法治宣传活动"),
    ],
)
def test_numbers_of_parts_of_a_year_alone_are_asked_about_and_may_be_added(text: str, indicator: str) -> None:
    reading = read_text(TOLD + text, "报告.txt")
    assert reading.figures == ()
    (question,) = [p for p in reading.problems if p.code == "several_figures"]
    assert f"“{indicator}”在报告里只有各时段、各次活动的数" in question.message.zh
    (choice,) = reading.choices
    assert len(choice.alternatives) == 2


def test_one_number_of_an_event_alone_is_told_of_and_not_asked() -> None:
    reading = read_text(TOLD + "举办法治讲座2场。宪法宣传周期间发放宣传资料3000份。", "报告.txt")
    assert {f.indicator for f in reading.figures} == {"legal_lectures"}
    assert reading.choices == ()
    assert [(p.code, p.severity.name) for p in reading.problems] == [("part_of_year", "NOTE")]
    assert "没有当作全年的数" in reading.problems[0].message.zh


def test_parts_of_a_year_are_not_told_of_beside_the_years_number() -> None:
    text = "全年发放宣传资料9000份，其中宪法宣传周期间3000份。上半年调解矛盾纠纷30件，全年调解矛盾纠纷55件。"
    reading = read_text(TOLD + text, "报告.txt")
    assert {(f.indicator, f.value) for f in reading.figures} == {("leaflets", 9000.0), ("disputes_mediated", 55.0)}
    assert reading.problems == ()


def test_behind_both_halves_of_a_year_a_semicolon_goes_on_with_the_year() -> None:
    text = "上半年发放宣传资料1.2万份，下半年发放宣传资料1.9万余份；为群众提供法律咨询1200余人次。"
    assert said(text) == {"people_served": 1200.0}
    assert said(text.replace("；", "，")) == {}
