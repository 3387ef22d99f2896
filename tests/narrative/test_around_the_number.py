"""What stands beside a number: remarks in brackets, who and on which occasions, rows of an annex, who signs."""

from __future__ import annotations

import pytest

from analytics.intake import Decisions
from analytics.intake.narrative import read_text


def figures(text: str) -> dict[str, float | None]:
    reading = read_text(text, "报告.txt", decisions=Decisions(township="云溪镇", year=2024))
    return {f.indicator: f.value for f in reading.figures}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("组织机关干部64人（机关40人、站所24人）参加学法用法考试。", {"law_exam_participants": 64}),
        ("建成法治文化阵地5个（法治广场1个、法治长廊4处）。", {"culture_sites": 5}),
        ("持证执法人员（含本年新取得的3名）19名。", {"certified_officers": 19}),
        ("举办普法演出3场次（结合庙会），以案释法7次。", {"law_performances": 3, "case_talks": 7}),
        ("开展法治宣传活动20场次（另进村宣讲12场次）。", {"publicity_events": 20, "village_talks": 12}),
        ("发放普法资料（2023年为8000份）9500份。", {"leaflets": 9500}),
        ("排查矛盾纠纷90件，其中上半年41件，调解成功88件。", {"disputes_screened": 90, "disputes_mediated": 88}),
    ],
)
def test_a_remark_in_brackets_or_on_some_of_them_stops_nothing(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("司法所、派出所、综合行政执法队各开展普法宣传活动3场次。", {"publicity_events": 9}),
        ("司法所、派出所各开展普法宣传活动3场次，合计6场次。", {"publicity_events": 6}),
        ("各村、社区各开展普法宣传活动3场次。", {}),
        ("宪法宣传周和民法典宣传月期间，在集市分别开展法治宣传活动各2场次。", {"publicity_events": 4}),
        ("宪法宣传周期间，在集市开展法治宣传活动2场次。", {}),
        ("法治宣传活动全年30场次。宪法宣传周和民法典宣传月期间，在集市开展法治宣传活动各2场次。", {"publicity_events": 30}),
        ("会同县法院、县检察院开展法治进校园活动4场次。", {"school_events": 4}),
        ("县法院、县检察院开展法治进校园活动4场次。", {}),
        ("沿线7个村逐村开展法治宣讲14场次。", {"village_talks": 14}),
    ],
)  # fmt: skip
def test_who_did_it_and_how_often_is_counted_or_left(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


def test_an_annex_of_rows_with_units_in_brackets_is_no_plan() -> None:
    text = (
        "云溪镇2024年法治政府建设工作报告\n一、工作成效\n全年开展法治宣传活动21场次。\n二、2025年工作安排\n"
        "开展法治宣传活动30场次。\n附：云溪镇2024年法治建设主要数据\n审核合同（份） 26\n制定规范性文件（件）：0\n"
    )
    reading = read_text(text, "报告.txt")
    assert {f.indicator: (f.value, f.source.raw) for f in reading.figures} == {
        "publicity_events": (21, "21场次"),
        "contract_reviews": (26, "26"),
        "normative_documents": (0, "0"),
    }
    assert [p.sentence for p in reading.plans] == ["开展法治宣传活动30场次"]


@pytest.mark.parametrize("post", ["云溪镇党委书记", "云溪镇党委书记 甲某某", "云溪镇镇长", "云溪镇党委副书记、镇长"])
def test_a_speech_is_its_speakers_townships(post: str) -> None:
    text = f"2024年度履行推进法治建设第一责任人职责述职发言\n{post}\n各位领导、同志们：\n我带头学法6次。其次讲普法。全年开展法治宣传活动21场次。"
    assert {(f.township, f.indicator) for f in read_text(text, "发言.txt").figures} == {
        ("云溪镇", "leader_study"),
        ("云溪镇", "publicity_events"),
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("举办40场次的普法活动，其中法律进社区12场次、进企业9场次。", {"publicity_events": 40}),
        ("审查了6件的重大决策、合同21份。", {"legal_reviews": 6, "contract_reviews": 21}),
        ("全镇法律明白人总数八十四名。", {"law_savvy_persons": 84}),
        ("执法人员总数达24名，全部持证上岗。", {}),
        ("开展法治宣传活动不少于50场次，培育法律明白人20名。", {}),
        ("每村至少开展法治宣讲3场，合计27场。", {}),
        ("镇综治中心与县法院巡回法庭联合开展以案释法活动4次。", {"case_talks": 4}),
        ("较上年减少2件；未发生败诉情况。", {"lost_cases": 0}),
        ("排查化解矛盾隐患97起。", {}),
        ("对拟出台的重大行政决策事项逐一开展合法性审查，共计9件。", {"legal_reviews": 9}),
        ("周一例会学法24次。", {"collective_study": 24}),
        ("计划录制普法短视频6个。", {}),
        ("审查涉法文件、合同等共计46件。", {}),
        ("每个行政村培育法律明白人3名以上，目前全镇共有法律明白人64名。", {"law_savvy_persons": 64}),
        (
            "以案释法6次——法治文艺演出2场——覆盖群众500人次。——法律明白人48名。",
            {"case_talks": 6, "law_performances": 2, "people_reached": 500, "law_savvy_persons": 48},
        ),
    ],
)
def test_forms_that_varied_reports_brought_to_light(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


def test_about_stands_before_reaches() -> None:
    reading = read_text("发放宣传资料约达7000份。", "报告.txt", decisions=Decisions(township="云溪镇", year=2024))
    assert [(f.value, f.qualifier.value) for f in reading.figures] == [(7000, "about")]


def test_a_section_of_plans_that_holds_nothing_but_shortcomings_is_read() -> None:
    text = "云溪镇2024年法治政府建设工作报告\n一、工作成效\n全年开展法治宣传活动21场次。\n二、下一步打算。存在以下不足：一是宣传形式单一；二是人手不足。"
    assert {f.indicator for f in read_text(text, "报告.txt").figures} == {"publicity_events"}


def test_sections_on_one_line_are_told_apart() -> None:
    text = (
        "云溪镇2024年法治政府建设工作报告\n一、主要举措全年开展法治宣传活动21场次。二、存在问题一是宣传形式单一。"
        "三、履行第一责任人职责情况镇党委书记、镇长主持召开法治专题会议4次。四、2025年安排开展法治宣传活动30场次。"
    )
    reading = read_text(text, "报告.txt")
    assert {f.indicator: f.value for f in reading.figures} == {"publicity_events": 21, "leadership_meetings": 4}
