"""Headings made of several wordings: taken where all of them are one indicator's, never where another has a share."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from analytics.catalogue import load_catalogue
from analytics.intake.covering import parts_of
from analytics.intake.headings import Matcher

MATCHER = Matcher(load_catalogue())
WORDINGS = [(i.id, w) for i in load_catalogue().indicators for w in (i.name_zh, *i.wordings)]
SAME_WORDS_ANOTHER_ORDER = {("court_hearings_attended", "litigation_cases")}
"""旁听行政诉讼庭审 is a wording, so 行政诉讼旁听庭审 is that wording in another order."""
ONE_SAYS_OF_WHAT = {
    ("people_reached", "publicity_events"),
    ("school_events", "village_talks"),
    ("case_talks", "village_talks"),
    ("head_court_appearances", "litigation_cases"),
}
"""法治宣传活动受教育群众, 法治进校园宣讲场次: the first says of what the second is a count; enumerated they are two things."""


@pytest.mark.parametrize(
    ("heading", "indicator"),
    [
        ("行政机关负责人出庭应诉", "head_court_appearances"),
        ("行政机关负责人出庭应诉次数", "head_court_appearances"),
        ("悬挂横幅、张贴标语（条）", "banners"),
        ("情景普法", "mock_courts"),
        ("制作普法短视频、普法直播", "short_videos"),
        ("法治文化广场、长廊", None),
        ("派发宣传资料", "leaflets"),
        ("聘请政府法律顾问", "legal_advisers"),
        ("学法考试参考率", "law_exam_attendance_rate"),
        ("党委（党组）理论学习中心组集体学法", "central_group_study"),
    ],
)
def test_several_wordings_of_one_indicator_are_that_indicator(heading: str, indicator: str | None) -> None:
    assert MATCHER.match(heading).indicator == indicator


@pytest.mark.parametrize(
    ("heading", "parents"),
    [
        ("败诉案件", ("行政诉讼",)),
        ("败诉", ("行政诉讼",)),
        ("胜诉案件", ("行政诉讼",)),
        ("维持", ("行政复议",)),
        ("纠错率", ("复议应诉",)),
        ("行政诉讼败诉案件", ()),
        ("行政机关负责人应出庭应诉", ()),
        ("副职负责人出庭应诉", ()),
        ("行政诉讼、旁听庭审", ()),
        ("派发法律顾问", ()),
        ("聘请宣传资料", ()),
        ("印制宣传资料", ()),
        ("调解矛盾纠纷排查", ()),
        ("直播", ()),
        ("普法短视频播放量", ()),
    ],
)
def test_what_an_institution_also_has_is_not_taken_for_it(heading: str, parents: tuple[str, ...]) -> None:
    assert MATCHER.match(heading, parents).indicator is None


def test_wordings_of_two_indicators_together_are_neither() -> None:
    pairs = [(a, b) for a, b in permutations(WORDINGS, 2) if a[0] != b[0]]
    taken = [
        (one + joint + other, MATCHER.match(one + joint + other).indicator)
        for (first, one), (second, other) in Random(3).sample(pairs, 800)
        for joint in ("", "、", "及")
        if tuple(sorted((first, second))) not in SAME_WORDS_ANOTHER_ORDER
        and (joint or tuple(sorted((first, second))) not in ONE_SAYS_OF_WHAT)
    ]
    assert [pair for pair in taken if pair[1] is not None] == []


def test_a_wording_said_twice_is_still_itself() -> None:
    for indicator, wording in WORDINGS:
        if len(wording) > 3 and "(" not in wording:
            assert MATCHER.match(f"{wording}、{wording}").indicator in (indicator, None), wording


def test_parts_of_a_name_stand_alone_only_when_they_say_enough() -> None:
    assert parts_of("模拟法庭、情景普法") == ("模拟法庭", "情景普法")
    assert parts_of("普法短视频、直播") == ("普法短视频",)
    assert parts_of("合同审查") == ()
