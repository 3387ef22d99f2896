"""Townships that merge, split or are renamed, indicators defined anew: entered, applied, and taken back."""

from datetime import date

import pandas as pd
import pytest
from invented import accepted, figure

from analytics.catalogue import CountyChange, Roster, Township, roster_now
from analytics.model import Qualifier, State
from analytics.store import GapEdit, GapKey, Key, Store, StoreError

A, B, C, D = "甲乡", "乙乡", "丙镇", "丁镇"


def merge(year=2024, before=(A, B), after=C):
    return CountyChange("merge", date(year, 3, 1), tuple(before), (after,))


def rename(year, old, new):
    return CountyChange("rename", date(year, 5, 1), (old,), (new,))


def split(year, old, *new):
    return CountyChange("split", date(year, 1, 1), (old,), new)


def row(store, township, year, indicator="leaflets"):
    frame = store.figures_frame([year], [township])
    found = frame[frame["indicator"] == indicator]
    assert len(found) <= 1
    return None if found.empty else found.iloc[0]


def test_years_before_a_merger_are_the_parts_added_up_and_every_part_can_be_found(store):
    accepted(store, "甲", figure(100, township=A, year=2023, cell="B3"))
    accepted(store, "乙", figure(30, township=B, year=2023, cell="B9"))
    accepted(store, "丙", figure(150, township=C, year=2024))
    before = store.version()
    store.add_county_change(merge(), "丙")
    assert store.version() > before
    found = row(store, C, 2023)
    assert (found["value"], found["low"], found["high"], found["qualifier"]) == (130, 130, 130, "exact")
    assert (found["file"], found["cell"]) == ("甲.xlsx；乙.xlsx", "B3；B9")
    assert found["raw"] == "甲乡100＋乙乡30"
    parts = [store.figure(int(number)).figure for number in found["part_ids"].split(",")]
    assert [(p.township, p.value) for p in parts] == [(A, 100), (B, 30)]
    assert row(store, A, 2023) is None
    assert row(store, C, 2024)["value"] == 150
    assert row(store, C, 2024)["part_ids"] == ""


def test_bounds_and_missing_parts_make_the_sum_a_bound_and_never_smaller(store):
    accepted(
        store,
        "一",
        figure(100, township=A, year=2023),
        figure(30, township=B, year=2023, qualifier=Qualifier.AT_LEAST),
        figure(5, township=A, year=2023, indicator="seminars"),
        figure(None, township=B, year=2023, indicator="seminars"),
        figure(7, township=A, year=2023, indicator="short_videos"),
        figure(None, township=A, year=2023, indicator="case_talks"),
        figure(9, township=A, year=2023, indicator="mock_courts"),
        figure(None, township=B, year=2023, indicator="mock_courts", state=State.NOT_APPLICABLE),
    )
    store.add_county_change(merge(), "丙")

    def bounds(indicator):
        found = row(store, C, 2023, indicator)
        return found["value"], found["high"], found["qualifier"]

    assert bounds("leaflets") == (130, float("inf"), "at_least")
    assert bounds("seminars") == (5, float("inf"), "at_least")
    assert bounds("short_videos") == (7, float("inf"), "at_least")
    assert row(store, C, 2023, "short_videos")["raw"] == "甲乡7＋乙乡未报"
    assert row(store, C, 2023, "case_talks")["state"] == "missing"
    assert bounds("mock_courts") == (9, 9, "exact")


def test_rates_are_rebuilt_and_what_cannot_be_is_said_not_to_apply(store):
    figures = [
        figure(value, township=township, year=2023, indicator=indicator)
        for indicator, of in {
            "law_exam_pass_rate": (90, 50),
            "law_exam_participants": (100, 300),
            "law_exam_study_rate": (80, 100),
            "legal_advisers": (2, 3),
        }.items()
        for township, value in zip((A, B), of, strict=True)
    ]
    accepted(store, "一", *figures)
    store.add_county_change(merge(), "丙")
    assert row(store, C, 2023, "law_exam_pass_rate")["value"] == pytest.approx(60)
    for indicator in ("law_exam_study_rate", "legal_advisers"):
        found = row(store, C, 2023, indicator)
        assert found["state"] == "not_applicable"
        assert found["raw"].endswith("：不能相加")


def test_a_chain_ends_at_the_newest_name_however_it_was_entered(store):
    accepted(
        store,
        "一",
        figure(10, township=A, year=2022),
        figure(20, township=B, year=2022),
        figure(40, township=C, year=2023),
        figure(50, township=D, year=2025),
    )
    second = store.add_county_change(rename(2024, C, D), "丙")
    first = store.add_county_change(merge(2023), "丙")
    frame = store.figures_frame()
    assert {(r.township, r.year, r.value) for r in frame.itertuples()} == {(D, 2022, 30), (D, 2023, 40), (D, 2025, 50)}
    store.remove_county_change(first, "丙")
    assert row(store, A, 2022)["value"] == 10
    assert row(store, D, 2023)["value"] == 40
    store.remove_county_change(second, "丙")
    assert row(store, C, 2023)["value"] == 40


def test_taking_an_entry_back_restores_every_figure(store):
    accepted(store, "一", figure(10, township=A, year=2022), figure(20, township=B, year=2022))
    before = store.figures_frame()
    numbers = [store.add_county_change(c, "丙") for c in (merge(2023), rename(2024, C, D), split(2025, D, A, B))]
    assert not store.figures_frame().equals(before)
    for number in numbers:
        assert store.remove_county_change(number, "丁")
    pd.testing.assert_frame_equal(store.figures_frame(), before)
    assert not store.remove_county_change(numbers[0], "丁")
    assert [line.action for line in store.audit()].count("county_change_removed") == 3
    assert [line.action for line in store.audit()].count("county_change_entered") == 3


def test_one_that_takes_the_other_in_keeps_its_name_and_its_own_year(store):
    accepted(
        store,
        "一",
        *[figure(v, township=t, year=y) for t, y, v in ((A, 2022, 10), (B, 2022, 5), (A, 2023, 11), (A, 2024, 20))],
    )
    store.add_county_change(merge(2024, after=A), "丙")
    assert row(store, A, 2022)["value"] == 15
    assert (row(store, A, 2023)["value"], row(store, A, 2023)["qualifier"]) == (11, "at_least")
    assert (row(store, A, 2024)["value"], row(store, A, 2024)["qualifier"]) == (20, "exact")


def test_in_the_year_of_the_merger_the_new_township_counts_and_else_its_parts(store):
    accepted(
        store,
        "一",
        figure(10, township=A),
        figure(5, township=B),
        figure(14, township=C),
        figure(1, township=A, indicator="seminars"),
        figure(2, township=B, indicator="seminars"),
    )
    store.add_county_change(merge(2024), "丙")
    assert row(store, C, 2024)["value"] == 14
    assert row(store, C, 2024, "seminars")["value"] == 3
    assert set(store.figures_frame()["township"]) == {C}


def test_a_split_divides_nothing_and_what_does_not_exist_is_not_missing(store):
    accepted(
        store,
        "一",
        figure(90, township=A, year=2023),
        figure(40, township=B, year=2024),
        figure(55, township=C, year=2024),
    )
    store.add_county_change(split(2024, A, B, C), "丙")
    states = {(r.township, r.year): r.state for r in store.figures_frame().itertuples()}
    assert states == {
        (A, 2023): "reported",
        (B, 2023): "not_applicable",
        (C, 2023): "not_applicable",
        (A, 2024): "not_applicable",
        (B, 2024): "reported",
        (C, 2024): "reported",
    }


def test_one_that_goes_on_after_a_split_is_another_from_then_on(store):
    accepted(store, "一", figure(90, township=A, year=2023), figure(40, township=A), figure(50, township=B))
    store.add_county_change(split(2024, A, A, B), "丙")
    assert (row(store, A, 2023)["since"], row(store, A, 2024)["since"], row(store, B, 2024)["since"]) == (0, 2024, 0)
    assert row(store, B, 2023)["state"] == "not_applicable"


def test_an_indicator_defined_anew_is_marked_from_that_year_on(store):
    accepted(store, "一", *[figure(1, year=y) for y in (2022, 2023, 2024)], figure(1, indicator="seminars"))
    store.add_county_change(CountyChange("definition", date(2023, 1, 1), indicator="leaflets"), "丙")
    frame = store.figures_frame()
    assert frame.loc[frame["indicator"] == "leaflets", "since"].tolist() == [0, 2023, 2023]
    assert frame.loc[frame["indicator"] == "seminars", "since"].tolist() == [0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (merge(before=(A,)), "两个以上"),
        (merge(before=(A, A)), "写了两次"),
        (merge(before=(A, " ")), "请写明"),
        (rename(2025, D, "=新镇"), "不用的符号"),
        (rename(2024, A, A), "不同的新名称"),
        (split(2024, A, B), "两个以上"),
        (rename(2025, A, D), "2024-03-01 已经变动过"),
        (CountyChange("definition", date(2023, 6, 1), indicator="leaflets"), "已经登记过"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(store: Store, change, said):
    store.add_county_change(merge(2024), "丙")
    store.add_county_change(CountyChange("definition", date(2023, 1, 1), indicator="leaflets"), "丙")
    with pytest.raises(StoreError) as refused:
        store.add_county_change(change, "丙")
    assert said in refused.value.text.zh
    assert len(store.county_changes()) == 2


def test_a_name_that_came_back_may_change_again(store):
    for change in (rename(2022, A, B), rename(2023, B, A), rename(2024, A, D)):
        store.add_county_change(change, "丙")
    accepted(store, "一", figure(1, township=A, year=2021), figure(2, township=B, year=2022))
    assert [row(store, D, y)["value"] for y in (2021, 2022)] == [1, 2]


def test_the_roster_follows_with_residents_added_up():
    roster = Roster(
        (
            Township("1", A, population={2023: 1000, 2022: 900}, villages=4),
            Township("2", "戊镇"),
            Township("3", B, ("乙",), population={2023: 500}, villages=3),
        )
    )
    now = roster_now(roster, [merge(2024), rename(2025, C, D)])
    assert now.names == (D, "戊镇")
    assert now.by_name[D].population == {2023: 1500}
    assert now.by_name[D].villages == 7
    assert set(now.by_name[D].aliases) == {A, B, "乙", C}
    assert roster_now(roster, [split(2024, A, B, C)]).names == (C, "戊镇", B)
    assert roster_now(roster, [merge(2024, after=A)]).by_name[A].population == {2023: 1500}
    assert roster_now(roster, []) == roster


def said_of(store, year=2023):
    return {(e.township, e.indicator): e.text for e in store.explanations(years=[year])}


def test_what_was_said_of_a_figure_goes_on_under_the_new_name(store):
    accepted(store, "甲", figure(100, township=A, year=2023), figure(7, township=A, year=2025))
    for year in (2023, 2025):
        store.add_explanation(Key(A, year, "leaflets"), f"{year}年停印", "县里")
    entry = store.add_county_change(rename(2024, A, C), "丙")
    assert said_of(store) == {(C, "leaflets"): "2023年停印"}
    assert [e.text for e in store.explanations([C])] == ["2023年停印"]
    # What came under the old name for a later year stands where its figure stands.
    assert said_of(store, 2025) == {(A, "leaflets"): "2025年停印"}
    assert [e.township for e in store.explanations([A], [2023], as_sent=True)] == [A]
    assert list(store.explanations_frame([C])["text"]) == ["2023年停印"]
    store.remove_county_change(entry, "丙")
    assert said_of(store) == {(A, "leaflets"): "2023年停印"}


def test_of_townships_that_merged_it_is_said_whose_words_they_are(store):
    accepted(store, "甲", figure(100, township=A, year=2023))
    accepted(store, "乙", figure(30, township=B, year=2023))
    store.add_explanation(Key(A, 2023, "leaflets"), "停印", "县里")
    store.add_county_change(merge(), "丙")
    store.add_explanation(Key(C, 2023, "leaflets"), "两乡合计", "县里")
    assert [(e.township, e.text, e.current) for e in store.explanations()] == [
        (C, "（原甲乡）停印", True),
        (C, "两乡合计", True),
    ]


def test_whose_a_gap_is_goes_on_under_a_new_name_and_not_into_a_merger(store):
    gap = GapKey("resources", A)
    store.change_gaps(2023, [GapEdit(gap, "owner", "王五")], "县里")
    entry = store.add_county_change(rename(2024, A, C), "丙")
    assert store.gap_cases(2025)[GapKey("resources", C)].owner == "王五"
    store.change_gaps(2025, [GapEdit(GapKey("resources", C), "owner", "李四", "王五")], "县里")
    assert store.gap_cases(2025)[GapKey("resources", C)].owner == "李四"
    store.remove_county_change(entry, "丙")
    assert store.gap_cases(2025)[gap].owner == "王五"
    store.add_county_change(merge(2024, (A, B), D), "丙")
    assert GapKey("resources", D) not in store.gap_cases(2025)
