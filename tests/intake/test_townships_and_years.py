"""Township names and years are found in cells, titles, sheet and file names; doubtful ones are asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalogue import roster_from_bytes
from analytics.intake.townships import Townships
from analytics.intake.years import Period, period_in, read_period, split_year, years_in

ROSTER = roster_from_bytes(
    "code,name,aliases\n1,青禾镇,青禾|老禾镇\n2,石桥乡,\n3,云岭街道,云岭办\n4,石梁乡,\n5,岚屏镇,\n".encode(), "名册.csv"
)
KNOWN = Townships(ROSTER)
FREE = Townships()


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("青禾镇", "青禾镇", "exact"),
        (" 青 禾 镇 ", "青禾镇", "exact"),
        ("老禾镇", "青禾镇", "alias"),
        ("示例县青禾镇人民政府（盖章）", "青禾镇", "stripped"),
        ("云岭街道办事处", "云岭街道", "stripped"),
        ("云岭", "云岭街道", "stripped"),
        ("岚坪镇", "岚坪镇", "unknown"),
        ("云领街道", "云岭街道", "near"),
        ("石岭乡", "石岭乡", "unknown"),
        ("白云乡", "白云乡", "unknown"),
    ],
)
def test_a_cell_names_a_township_of_the_roster(text: str, name: str, how: str) -> None:
    sighting = KNOWN.whole(text)
    assert sighting is not None
    assert (sighting.name, sighting.how) == (name, how)


@pytest.mark.parametrize("text", ["乡镇", "全镇", "各乡镇", "城镇居民", "合计", "宣传乡村振兴", "县司法局", "", "12"])
def test_other_words_are_no_township(text: str) -> None:
    assert KNOWN.whole(text) is None
    assert FREE.whole(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岘山镇2023年度法治政府建设统计表", ["岘山镇"]),
        ("填报单位：示例县白沙镇人民政府", ["白沙镇"]),
        ("03_青禾镇2023", ["青禾镇"]),
        ("关于报送青禾镇2023年", ["青禾镇"]),
        ("示例县2023年各乡镇（街道）法治工作统计表", []),
        ("宣传乡村振兴", []),
    ],
)
def test_without_a_roster_a_name_is_known_by_its_form(text: str, names: list[str]) -> None:
    assert [s.name for s in FREE.inside(text)] == names


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("岘山镇2023年度法治政府建设统计表", (2023,)),
        ("填报日期：2024年1月5日", ()),
        ("2023年1-12月法治工作统计", (2023,)),
        ("20240115青禾镇", ()),
        ("2021-2023年情况", ()),
        ("二〇二三年度", (2023,)),
        ("青禾镇_2023", (2023,)),
        ("截至2023年12月31日", ()),
        ("2022年和2023年", (2022, 2023)),
    ],
)
def test_the_years_a_text_speaks_of(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("2023年", (2023, None, "")),
        ("上年数", (None, -1, "")),
        ("本年", (None, 0, "")),
        ("1-12月累计", (None, 0, "")),
        ("2023年宣传资料（份）", (2023, None, "宣传资料(份)")),
        ("上年宣传资料", (None, -1, "宣传资料")),
        ("宣传资料", (None, None, "宣传资料")),
    ],
)
def test_a_heading_is_taken_apart_into_year_and_rest(label: str, parts: tuple[int | None, int | None, str]) -> None:
    assert split_year(label) == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年第三季度统计表", (2024, Period("quarter", 3))),
        ("青禾镇上半年普法统计", (None, Period("half", 1))),
        ("2024年1-9月普法统计", (2024, Period("span", 9))),
        ("2024年12月普法宣传月报", (2024, Period("month", 12))),
        ("2024年1-12月统计", None),
        ("统计表（2024年1月）", None),
        ("2024年度统计表", None),
        ("棠霁镇2023季度统计", None),
        ("霁岭乡法治工作上、下半年统计", None),
        ("2024年上下半年对照", None),
        ("2024年1-4季度", None),
        ("一、二、三、四季度统计", None),
        ("一、二季度统计", (None, Period("half", 1))),
        ("2024年一至三季度", (2024, Period("span", 9))),
        ("2024年第3季度报表", (2024, Period("quarter", 3))),
    ],
)
def test_a_title_about_part_of_a_year_is_known_for_it(text: str, found: tuple[int | None, Period] | None) -> None:
    assert period_in(text) == found


def test_quarters_months_and_halves_as_headings() -> None:
    assert read_period("一季度") == Period("quarter", 1)
    assert read_period("第4季度") == Period("quarter", 4)
    assert read_period("12月") == Period("month", 12)
    assert read_period("下半年") == Period("half", 2)
    assert read_period("合计") is None


@given(st.text(max_size=60))
def test_no_text_makes_the_readers_of_names_and_years_fail(text: str) -> None:
    KNOWN.whole(text), KNOWN.inside(text), FREE.whole(text), FREE.inside(text)
    years_in(text), split_year(text), read_period(text), period_in(text)
