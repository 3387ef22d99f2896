"""Shortcomings and plans as sections, numbered remarks and running text put them; every sentence is our own."""

from __future__ import annotations

import pytest

from analytics.intake.narrative import read_text
from analytics.model import Reading

TITLE = "云溪镇2024年度法治政府建设工作报告\n"


def read(text: str) -> Reading:
    return read_text(TITLE + text, "云溪镇.txt")


def gaps(text: str) -> list[tuple[str, str]]:
    return [(gap.theme, gap.sentence) for gap in read(text).gaps]


def plans(text: str) -> list[tuple[str, str | None, float | None]]:
    return [(plan.sentence, plan.indicator, plan.target) for plan in read(text).plans]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("全镇13个村中达到示范标准的仅2个。", "demonstration_sites"),
        ("由于编制紧张，宣传做得不多，导致群众法治意识仍较淡薄。", "public_awareness"),
        ("部分站所负责人习惯凭经验拍板。", "awareness_of_officials"),
        ("当前存在的主要问题是执法力量薄弱。", "enforcement_capacity"),
        ("各办所之间的联席会议时紧时松，衔接不畅。", "institutions"),
        ("法治经费与上级要求相比还有差距。", "resources"),
    ],
)
def test_a_shortcoming_is_read_however_it_is_told(text: str, theme: str) -> None:
    assert [found for found, _ in gaps(text)] == [theme]


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼案件仅1件，信访总量较少。",
        "个别村民不愿走法律途径，经司法所劝解后签订协议。",
        "镇综合执法队现有持证执法人员12人。",
        "法治宣传不能只靠发传单。",
        "行政复议案件尚未审结。",
        "执法文书从未被撤销。",
        "存在的主要问题是公开不及时，现已逐项整改到位，均已销号。",
        "尽管人手紧张，调解员仍走遍了各村。",
        "谨防重创建轻管理的现象。",
    ],
)
def test_few_cases_a_matter_settled_and_a_maxim_are_no_shortcomings(text: str) -> None:
    assert gaps(text) == []


def test_what_hardly_happens_is_no_figure() -> None:
    assert read("偏远村的孩子一年到头难得听上一堂法治课。").figures == ()


def test_shortcomings_and_plans_under_one_heading_are_told_apart() -> None:
    text = "一、主要工作\n开展法治宣传18场。\n二、问题与打算\n1.普法方式单一。打算明年举办法治讲座6场。\n2.执法人员不足，拟招录执法人员2名。"
    assert gaps(text) == [("publicity_innovation", "普法方式单一"), ("enforcement_capacity", "执法人员不足")]
    assert plans(text) == [("打算明年举办法治讲座6场", "legal_lectures", 6.0), ("拟招录执法人员2名", None, None)]
    assert [(f.indicator, f.value) for f in read(text).figures] == [("publicity_events", 18.0)]


def test_a_combined_section_may_hold_no_plan_of_its_own_paragraphs() -> None:
    text = "二、问题和打算\n存在的问题：一是法治宣传手段单一；二是司法所人手少。2025年，我镇将举办法治讲座6场。"
    assert [theme for theme, _ in gaps(text)] == ["publicity_innovation", "rule_of_law_staff"]
    assert [target for _, _, target in plans(text)] == [6.0]


def test_causes_told_in_a_paragraph_behind_the_list_are_left_out() -> None:
    text = "二、存在不足\n- 普法形式单一\n- 执法人员偏少\n造成上述问题的原因，一是认识不到位，二是投入不足。"
    assert [sentence for _, sentence in gaps(text)] == ["普法形式单一", "执法人员偏少"]


def test_a_plan_numbered_among_remarks_is_a_plan_and_no_figure() -> None:
    text = "1.开展法治宣传18场。\n2.普法形式较为单一。\n3.明年将举办法治讲座12场，发放资料3000份。"
    assert [(indicator, target) for _, indicator, target in plans(text)] == [
        ("legal_lectures", 12.0),
        ("leaflets", 3000.0),
    ]
    assert [(f.indicator, f.value) for f in read(text).figures] == [("publicity_events", 18.0)]


def test_lines_without_a_stop_or_a_word_of_the_future_are_plans_in_their_section() -> None:
    text = "三、下一步打算\n举办法治讲座12场\n培训骨干30名\n- 办讲座6场"
    assert [sentence for sentence, _, _ in plans(text)] == ["举办法治讲座12场", "培训骨干30名", "办讲座6场"]
    assert read(text).figures == ()


def test_a_plan_is_not_divided_inside_a_title_or_a_bracket() -> None:
    first = "学习《行政处罚法；行政复议法》（含条例；细则），组织专题学法4次"
    text = f"三、下一步工作计划\n{first}；开展普法活动12场。"
    assert list(dict.fromkeys(sentence for sentence, _, _ in plans(text))) == [first, "开展普法活动12场"]


def test_plans_strung_together_by_commas_are_held_each_by_its_own_words() -> None:
    text = (
        "下一步打算：2024年举办法治讲座8场，围绕宪法宣传周开展法治宣传活动50场次，不断扩大覆盖面，组织模拟法庭2场（含“小法官”，两所中学各一），"
        "修订村规民约。"
    )
    found = [
        (plan.sentence, plan.indicator, plan.target)
        for plan in read_text("青禾镇2023年度工作总结\n" + text, "总结.txt").plans
    ]
    assert found == [
        ("下一步打算：2024年举办法治讲座8场", "legal_lectures", 8),
        ("围绕宪法宣传周开展法治宣传活动50场次，不断扩大覆盖面", "publicity_events", 50),
        ("组织模拟法庭2场（含“小法官”，两所中学各一）", "mock_courts", 2),
        ("修订村规民约", None, None),
    ]


def test_one_plan_with_commas_stays_whole() -> None:
    text = "下一步，围绕重点人群，依托法治广场，开展法治宣传活动50场次，推动形成尊法学法的氛围。"
    (plan,) = read_text("青禾镇2023年度工作总结\n" + text, "总结.txt").plans
    assert plan.target == 50
    assert plan.sentence.endswith("氛围")
