"""Invented counties: plausible, quiet where nothing is planted, the same for the same seed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analytics.catalogue import load_catalogue
from analytics.synthetic.cells import chinese, write
from analytics.synthetic.headings import Heading
from analytics.synthetic.names import township_names
from analytics.synthetic.plan import Invented, invent
from analytics.synthetic.roles import INNOVATIVE, SESSIONS, STUDY
from analytics.synthetic.settle import total
from analytics.synthetic.stated import Stated
from analytics.synthetic.values import ASKED, RATES

np = pytest.importorskip("numpy")
YEARS = (2022, 2023, 2024, 2025)


@pytest.fixture(scope="module")
def invented() -> Invented:
    return invent(24, YEARS, 1)


def test_two_thousand_names_are_all_different_and_can_be_written_in_gbk() -> None:
    names = [named.name for named in township_names(2000, np.random.default_rng(1))]
    assert len(set(names)) == 2000
    assert len({name[:2] for name in names}) == 2000
    "".join(names).encode("gbk")


def test_the_first_names_share_no_character() -> None:
    stems = "".join(named.name[:2] for named in township_names(46, np.random.default_rng(1)))
    assert len(set(stems)) == len(stems)


def test_the_same_seed_gives_the_same_county_and_another_seed_another(invented: Invented) -> None:
    assert invent(24, YEARS, 1) == invented
    assert invent(24, YEARS, 2).county.values != invented.county.values


def test_values_are_whole_counts_within_bounds(invented: Invented) -> None:
    catalogue = load_catalogue()
    for (_, _, indicator), value in invented.county.values.items():
        assert value >= 0
        if catalogue.by_id[indicator].kind == "rate":
            assert 90 <= value <= 100
        else:
            assert value == int(value), indicator


def test_money_comes_in_hundreds_so_that_ten_thousands_have_two_places(invented: Invented) -> None:
    assert all(v % 100 == 0 for (_, _, i), v in invented.county.values.items() if i == "funds_invested")


def test_the_planted_shortfalls_stand_in_the_values(invented: Invented) -> None:
    county, planted = invented.county, {(g["theme"], g["township"], g["year"]) for g in invented.key.gaps}
    none = [n for n in county.names if total(county, n, 2025, INNOVATIVE) == 0]
    assert none
    assert all(("publicity_innovation", n, 2025) in planted for n in none)
    idle = [n for n in county.names if total(county, n, 2024, STUDY) < 4]
    assert idle
    assert all(("awareness_of_officials", n, 2024) in planted for n in idle)


def test_only_planted_townships_fall_short_by_a_plain_count(invented: Invented) -> None:
    county, planted = invented.county, {(g["theme"], g["township"], g["year"]) for g in invented.key.gaps}
    plain = {
        "school_events": "publicity_reach", "court_hearings_attended": "awareness_of_officials",
        "leadership_meetings": "responsibility", "leader_study": "responsibility", "seminars": "new_problems",
        "legal_reviews": "institutions", "culture_sites": "demonstration_sites",
    }  # fmt: skip
    for (name, year, indicator), value in county.values.items():
        if value == 0 and indicator in plain:
            assert (plain[indicator], name, year) in planted, (name, year, indicator)
        if indicator in RATES and value < 100:
            assert ("awareness_of_officials", name, year) in planted


def test_no_share_of_innovation_falls_in_the_lowest_quarter_unless_planted(invented: Invented) -> None:
    county, planted = invented.county, {(g["township"], g["year"]) for g in invented.key.gaps}

    def share(name: str, year: int) -> float:
        return total(county, name, year, INNOVATIVE) / total(county, name, year, (*INNOVATIVE, *SESSIONS))

    for last, year in pairwise(YEARS):
        low = np.quantile([share(n, year) for n in county.names], 0.25)
        falling = [n for n in county.names if share(n, year) <= low and share(n, year) < share(n, last)]
        assert all((n, year) in planted for n in falling)


def test_nothing_is_copied_by_chance(invented: Invented) -> None:
    county = invented.county
    planted = {(q["township"], q["year"]) for q in invented.key.questions if q["rule"] == "copied_from_last_year"}
    for last, year in pairwise(YEARS):
        for name in county.names:
            now = {i: county.values[name, year, i] for i in ASKED if i not in RATES}
            same = [i for i, v in now.items() if v >= 10 and v == county.values[name, last, i]]
            assert (len(same) >= 3) == ((name, year) in planted), (name, year, same)


def test_nothing_jumps_unless_planted(invented: Invented) -> None:
    county = invented.county
    planted = {(q["township"], q["year"]) for q in invented.key.questions if q["rule"] == "jump"}
    for last, year in pairwise(YEARS):
        for name in county.names:
            pairs = [(county.values[name, last, i], county.values[name, year, i]) for i in ASKED]
            jumps = [p for p in pairs if abs(p[0] - p[1]) >= 5 and not 1 / 3 <= (p[1] + 0.5) / (p[0] + 0.5) <= 3]
            assert bool(jumps) == ((name, year) in planted), (name, year, jumps)


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "scale"),
    [(80_000, "at_least", "份", 1), (12_000, "about", "份", 10_000), (36, "exact", "场次", 1), (98.5, "exact", "%", 1)],
)
def test_untidy_cells_keep_their_digits(value: float, qualifier: str, unit: str, scale: int) -> None:
    rng = np.random.default_rng(3)
    for _ in range(60):
        written = write(Stated(value, qualifier), Heading("指标", unit, scale, True), rng, mess=1.0)  # type: ignore[arg-type]
        assert written.shown
        if qualifier == "exact":
            assert written.format != "General" or any(c in written.shown for c in "369８5３６三％")
        else:
            assert any(word in written.shown for word in ("余", "多", "超过", "以上", "逾", "约", "左右"))


def test_chinese_numerals_below_a_hundred() -> None:
    assert [chinese(n) for n in (1, 10, 12, 20, 36, 99)] == ["一", "十", "十二", "二十", "三十六", "九十九"]
