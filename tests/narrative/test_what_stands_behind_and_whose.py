"""Whose number it is, what behind it says what was counted, and what an occasion takes away: each rule and its limits."""

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
        ("全市各乡镇全年共举办法治讲座310场，发放普法读本9万册，接受法律咨询4000人次。", {}),
        ("今年全县共调解矛盾纠纷8200件，办理信访事项610件；我镇调解矛盾纠纷143件。", {"disputes_mediated": 143}),
        ("截至年底，全县累计开展法治宣传活动900场次，其中我镇开展法治宣传活动22场次。", {"publicity_events": 22}),
        (
            "按照全县统一部署，全年开展法治宣传活动18场次，发放宣传资料6000份。",
            {"publicity_events": 18, "leaflets": 6000},
        ),
        ("全县首批法治示范镇创建以来，全年举办法治讲座6场。", {"legal_lectures": 6}),
        ("至此，我镇3年来共开展法治宣传活动90场次。", {}),
    ],
)
def test_the_countys_numbers_go_on_until_another_subject(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全年召开专题会议、党委会共计4次，对法治政府建设重点任务进行部署安排。", {"leadership_meetings": 4}),
        ("召开安全生产部署会、推进会共计4次，对安全生产工作进行研究部署。", {}),
        ("召开经济工作部署会、推进会共计4次，对依法治镇工作也作了部署。", {}),
        ("召开专题会议3次，对防汛备汛工作进行部署。", {}),
        ("对述法评议指出的5个问题逐项交办，均已整改到位。", {"issues_resolved": 5}),
        ("对县级交办的4个涉法问题进行集体会商并推动解决。", {"issues_resolved": 4}),
        ("协调解决了山林确权、安置房办证等7个群众关切已久的涉法问题。", {"issues_resolved": 7}),
        ("对述法评议指出的5个问题正在研究，力争年内解决。", {}),
        ("对梳理出的3个涉法问题提出解决方案。", {}),
        ("对梳理出的3个涉法问题逐一分析，尚未全部解决。", {}),
        ("对群众反映的12个问题进行了专题研究，已全部解决。", {}),
        ("对环保督察反馈的4个问题逐项研究，已全部整改到位。", {}),
        ("报名参加网上学法考试的61人均合格。", {"law_exam_participants": 61}),
        ("参加执法资格考试的5人全部合格。", {}),
    ],
)
def test_what_behind_a_number_says_what_it_counted(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("民法典宣传月期间，在镇文化站排演模拟法庭1场，发放宣传册900本。", {"mock_courts": 1}),
        ("重阳节当天，举办法治文艺演出1场，观看群众300余人。", {"law_performances": 1}),
        ("全年举办模拟法庭4场次。国家宪法日当天，在集镇举办模拟法庭1场次。", {"mock_courts": 4}),
        ("国庆期间，县文化馆来镇举办普法文艺演出1场。", {}),
        ("6月，镇中心小学举办模拟法庭1场。", {}),
        ("2023年12月，举办法治文艺演出1场。", {}),
        ("上半年举办法治文艺演出2场。", {}),
        ("组织法治情景剧进校园展演3场次。", {"mock_courts": 3}),
        ("结合美丽乡村建设、综治宣传月等重点工作，开展法治宣传活动15场次。", {"publicity_events": 15}),
        ("结合综治宣传月，开展法治宣传活动15场次。", {}),
        ("今年新建的法治长廊于6月投入使用，至此全镇法治文化阵地达到7个。", {"culture_sites": 7}),
    ],
)
def test_an_occasion_takes_away_everyday_things_and_leaves_what_is_done_once(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("组织执法队员参加市司法局举办的行政执法培训2次。", {"enforcement_trainings": 2}),
        ("组织执法队员参加市级行政执法培训2次，镇内自办执法培训4次。", {"enforcement_trainings": 4}),
        ("组织执法人员参加省、市各类业务培训11次。", {}),
        ("组织干部参加县里执法资格培训4次。", {}),
        ("镇级层面聘请法律顾问2名，全年支付顾问费5万元。", {"legal_advisers": 2, "funds_invested": 50000}),
        ("镇级聘请法律顾问2名，村级聘请法律顾问15名。", {}),
        ("支付安全生产技术顾问费用5万元。", {}),
        ("摸排调处化解物业、劳资、邻里等各类矛盾纠纷88件。", {"disputes_mediated": 88}),
        ("调解婚姻家庭、邻里纠纷30件。", {}),
        ("宪法、民法典、反有组织犯罪法集中宣传各2场次。", {"publicity_events": 6}),
        ("安全生产法、消防法宣传活动各3场次。", {}),
        ("没有发生以镇政府为被告的行政诉讼案件。", {"litigation_cases": 0}),
        ("没有发生以村委会为被告的民事案件。", {}),
        ("全年悬挂标语20条，张贴宣传画30张。", {"banners": 20}),
    ],
)
def test_who_holds_it_and_which_kinds_it_is_of(text: str, said: dict[str, float]) -> None:
    assert figures(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("开展普法活动26场次，深入中小学开展普法教育9次，发放宣传手册7000册。", "leaflets"),
        ("开展普法活动26场次，深入中小学开展普法教育9次，向学生发放宣传手册7000册。", "school_leaflets"),
        ("开展普法活动26场次；深入中小学开展普法教育9次，发放宣传手册7000册。", "school_leaflets"),
        ("深入中小学开展普法教育9次，发放宣传手册7000册。", "school_leaflets"),
    ],
)
def test_leaflets_are_the_schools_only_where_publicity_at_large_does_not_stand_with_them(text: str, said: str) -> None:
    assert {name for name in figures(text) if name.endswith("leaflets")} == {said}


def test_a_row_of_an_annex_keeps_its_about_and_its_percent() -> None:
    text = "二、主要数据\n发放宣传资料（份）：23000余\n学法考试参考率（％）：99.5\n合同审查（份）：41"
    reading = read_text(text, "报告.txt", decisions=Decisions(township="云溪镇", year=2024))
    assert {(f.indicator, f.value, f.qualifier.value) for f in reading.figures} == {
        ("leaflets", 23000, "at_least"),
        ("law_exam_attendance_rate", 99.5, "exact"),
        ("contract_reviews", 41, "exact"),
    }


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("法治示范村培育进展较慢，典型不够多，亟需在下一步工作中着力破解。", ["demonstration_sites"]),
        ("部分居民办事依法、化解矛盾靠法的观念淡薄。", ["public_awareness"]),
        ("存在的问题\n1.对快递、代驾等新业态劳动者的普法宣传不够深入。", ["publicity_reach"]),
        ("存在的问题\n1.理论学习不够扎实，对法规的学习走过场。", ["awareness_of_officials"]),
    ],
)
def test_words_of_a_remedy_or_of_an_audience_are_not_the_shortcoming(text: str, themes: list[str]) -> None:
    reading = read_text(text, "报告.txt", decisions=Decisions(township="云溪镇", year=2024))
    assert [gap.theme for gap in reading.gaps] == themes


def test_an_opening_and_who_to_ring_up_are_no_plans() -> None:
    text = "二、2025年工作计划\n2025年，我镇将坚持目标导向，重点做好以下几方面工作：\n1.举办法治讲座8场。\n2.新建法治长廊1处。\n（联系人：镇司法所）"
    reading = read_text(text, "报告.txt", decisions=Decisions(township="云溪镇", year=2024))
    assert [plan.sentence for plan in reading.plans] == ["举办法治讲座8场", "新建法治长廊1处"]


def test_the_party_secretary_may_speak_of_next_year_as_i() -> None:
    text = "全年举办法治讲座6场。\n2025年，我将带头履职，全年讲法治课不少于2次。"
    reading = read_text(text, "报告.txt", decisions=Decisions(township="云溪镇", year=2024))
    assert {f.indicator for f in reading.figures} == {"legal_lectures"}
    assert len(reading.plans) == 1
