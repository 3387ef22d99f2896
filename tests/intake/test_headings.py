"""Headings: a wording is recognised through numbering, units and words that add nothing; anything more is asked."""

from __future__ import annotations

import pytest

from analytics.catalogue import load_catalogue
from analytics.intake.headings import Matcher, heading_key

MATCHER = Matcher(load_catalogue())


def test_every_wording_of_the_catalogue_is_its_own_indicator() -> None:
    for indicator in load_catalogue().indicators:
        for wording in (indicator.name_zh, *indicator.wordings):
            for written in (
                wording,
                f"1. {wording}",
                f"（三）{wording}（{indicator.unit}）",
                f" {wording[:2]}\n{wording[2:]} ",
            ):
                assert MATCHER.match(written).indicator == indicator.id, written


@pytest.mark.parametrize(
    ("heading", "indicator"),
    [
        ("累计发放各类普法宣传资料（万份）", "leaflets"),
        ("开展法治宣传活动情况", "publicity_events"),
        ("旁听庭审次数", "court_hearings_attended"),
        ("资料发放", "leaflets"),
        ("行政处罚案件数", "penalty_cases"),
        ("举办法治讲座场次", "legal_lectures"),
        ("①法律咨询服务人次", "people_served"),
        ("参考率（%）", "law_exam_attendance_rate"),
    ],
)
def test_words_that_add_nothing_change_nothing(heading: str, indicator: str) -> None:
    assert MATCHER.match(heading).indicator == indicator


@pytest.mark.parametrize(
    ("heading", "parents"),
    [
        ("校园发放资料", ()),
        ("发放宣传资料", ("校园普法",)),
        ("其中：发放宣传资料", ()),
        ("新增法律明白人", ()),
        ("法治讲座人数", ()),
        ("人次", ("法治讲座",)),
        ("受教育群众", ("法治讲座",)),
        ("线上普法场次", ()),
        ("矛盾纠纷", ()),
        ("培训", ()),
        ("调解成功率", ()),
        ("未化解矛盾纠纷", ()),
        ("计划发放宣传资料", ()),
        ("微信小程序推送", ()),
        ("法治宣传经费", ()),
    ],
)
def test_a_narrower_or_unknown_thing_is_not_taken_for_the_indicator(heading: str, parents: tuple[str, ...]) -> None:
    match = MATCHER.match(heading, parents)
    assert match.indicator is None
    assert len(match.guesses) == 3
    assert all(0 <= score <= 100 for _, score in match.guesses)


@pytest.mark.parametrize(
    ("heading", "parents", "unit", "indicator"),
    [
        ("场次", ("法治讲座",), "", "legal_lectures"),
        ("人（次）", ("普法宣传", "受教育群众人次"), "", "people_reached"),
        ("发放手册", ("校园",), "", "school_leaflets"),
        ("行政处罚案件", ("行政执法",), "件", "penalty_cases"),
        ("发放宣传资料（份）", ("法治宣传活动",), "", "leaflets"),
    ],
)
def test_the_heading_above_completes_the_one_below(
    heading: str, parents: tuple[str, ...], unit: str, indicator: str
) -> None:
    assert MATCHER.match(heading, parents, unit).indicator == indicator


def test_a_decision_comes_before_everything_and_holds_for_its_group() -> None:
    decided = Matcher(
        load_catalogue(),
        {
            heading_key("1. 微信小程序推送（条）"): "new_media_posts",
            heading_key("场次", "宣传活动"): "publicity_events",
            heading_key("总分"): None,
        },
    )
    assert decided.match("微信小程序推送").indicator == "new_media_posts"
    assert decided.match("场次", ("普法工作", "宣传活动")).how == "remembered"
    assert decided.match("场次", ("别的活动",)).indicator is None
    assert decided.match("总分").how == "ignored"


def test_a_unit_in_brackets_is_read_off_the_heading() -> None:
    unit = MATCHER.match("发放宣传资料（万份）").unit
    assert unit is not None
    assert (unit.word, unit.scale) == ("份", 10_000)
