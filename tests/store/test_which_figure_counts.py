import itertools

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import TOWN, accepted, figure, taken_in, value_now

from analytics.model import Qualifier, State
from analytics.store import Store, WrongStatusError


def test_the_newest_accepted_figure_counts_and_the_older_one_is_kept(store):
    old = accepted(store, "一月", figure(100))
    new = accepted(store, "二月", figure(120))
    assert value_now(store) == 120
    history = store.figure_history(TOWN, 2024, "leaflets")
    assert [(row.upload_id, row.figure.value, row.current, row.superseded_by) for row in history] == [
        (new, 120, True, None),
        (old, 100, False, new),
    ]
    assert store.upload(old).status == "superseded"
    assert store.upload(new).status == "accepted"


def test_acceptance_decides_and_not_the_order_of_upload(store):
    first = taken_in(store, "先到", figure(1))
    second = taken_in(store, "后到", figure(2))
    store.accept(second, [figure(2)], "乙")
    store.accept(first, [figure(1)], "乙")
    assert value_now(store) == 1


def test_a_figure_of_another_year_township_or_indicator_is_left_alone(store):
    accepted(
        store, "一", figure(1), figure(2, year=2023), figure(3, township="霁笙乡"), figure(4, indicator="seminars")
    )
    accepted(store, "二", figure(10))
    assert value_now(store) == 10
    assert value_now(store, year=2023) == 2
    assert value_now(store, township="霁笙乡") == 3
    assert value_now(store, indicator="seminars") == 4


def test_an_upload_that_keeps_one_figure_is_not_superseded(store):
    first = accepted(store, "一", figure(1), figure(2, year=2023))
    accepted(store, "二", figure(10))
    assert store.upload(first).status == "accepted"
    assert store.upload(first).figures_current == 1


def test_an_empty_cell_does_not_wipe_out_a_reported_figure(store):
    accepted(store, "全年", figure(100))
    later = accepted(store, "补报", figure(None, raw="  "))
    assert value_now(store) == 100
    assert store.upload(later).figures_current == 0


def test_the_township_saying_it_has_no_figure_does(store):
    accepted(store, "全年", figure(100))
    accepted(store, "更正", figure(None, raw="未统计"))
    assert value_now(store) == "missing"


def test_a_reported_figure_takes_the_place_of_an_empty_cell_whichever_came_first(store):
    accepted(store, "空表", figure(None))
    assert value_now(store) == "missing"
    accepted(store, "全年", figure(100))
    accepted(store, "又一张空表", figure(None))
    assert value_now(store) == 100


def test_undo_brings_back_what_stood_before(store):
    old = accepted(store, "一月", figure(100))
    new = accepted(store, "二月", figure(120))
    store.undo(new, "丙")
    assert value_now(store) == 100
    assert store.upload(old).status == "accepted"
    assert store.upload(new).status == "undone"
    assert store.upload(new).closed_by == "丙"
    assert [row.upload_status for row in store.figure_history(TOWN, 2024, "leaflets")] == ["undone", "accepted"]


def test_undo_of_a_first_upload_leaves_nothing(store):
    upload = accepted(store, "一月", figure(100))
    store.undo(upload, "丙")
    assert value_now(store) is None


def test_undo_of_a_middle_upload_changes_nothing_until_the_newer_one_goes_too(store):
    accepted(store, "一", figure(1))
    middle = accepted(store, "二", figure(2))
    last = accepted(store, "三", figure(3))
    store.undo(middle, "丙")
    assert value_now(store) == 3
    store.undo(last, "丙")
    assert value_now(store) == 1


LATER = st.lists(
    st.tuples(
        st.sampled_from(["accept", "undo"]),
        st.lists(
            st.tuples(st.sampled_from(["leaflets", "seminars"]), st.sampled_from([None, "未报", 1.0, 2.0, 3.0])),
            unique_by=lambda pair: pair[0],
            max_size=2,
        ),
        st.integers(0, 5),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LATER)
def test_whatever_is_accepted_and_undone_what_stands_is_what_the_rule_says(tmp_path_factory, steps):
    store = Store.open(f"sqlite:///{(tmp_path_factory.mktemp('any') / 'fazhi.db').as_posix()}")
    live: dict[int, list[tuple[str, object]]] = {}
    for number, (verb, pairs, which) in enumerate(steps):
        if verb == "accept":
            figures = [
                figure(
                    value if isinstance(value, float) else None, indicator=name, raw=None if value != "未报" else value
                )
                for name, value in pairs
            ]
            live[accepted(store, str(number), *figures)] = pairs
        elif live:
            upload = list(live)[which % len(live)]
            store.undo(upload, "丙")
            del live[upload]
    for name in ("leaflets", "seminars"):
        said = [value for pairs in live.values() for key, value in pairs if key == name]
        stated = [value for value in said if value is not None]
        last = stated[-1] if stated else "空" if said else None
        expected = "missing" if last in ("未报", "空") else last
        assert value_now(store, indicator=name) == expected
    frame = store.figures_frame()
    for upload in store.uploads():
        assert upload.figures_current == (frame["upload_id"] == upload.id).sum()
    store.close()


def test_an_undone_or_rejected_upload_can_neither_be_accepted_nor_undone(store):
    undone = accepted(store, "一", figure(1))
    store.undo(undone, "丙")
    rejected = taken_in(store, "二", figure(2))
    store.reject(rejected, "丙")
    for upload, verb in itertools.product(
        (undone, rejected), (lambda u: store.accept(u, [figure(9)], "丁"), lambda u: store.undo(u, "丁"))
    ):
        with pytest.raises(WrongStatusError):
            verb(upload)
    assert value_now(store) is None


def test_a_file_read_again_since_it_was_looked_at_is_not_accepted(store):
    upload = store.upload(taken_in(store, "一", figure(1)))
    store.replace_reading(upload.id, store.reading(upload.id), "乙")
    with pytest.raises(WrongStatusError):
        store.accept(upload.id, [figure(1)], "乙", revision=upload.revision)


def test_two_figures_of_one_key_in_one_file_are_refused_whole(store):
    upload = taken_in(store, "一", figure(1))
    with pytest.raises(ValueError, match="two figures"):
        store.accept(upload, [figure(1), figure(2)], "乙")
    assert store.upload(upload).status == "pending"
    assert store.figures_frame().empty


def test_the_frame_carries_bounds_states_and_sources(store):
    upload = accepted(
        store,
        "一",
        figure(80000, qualifier=Qualifier.AT_LEAST, raw="8万余份"),
        figure(1200, qualifier=Qualifier.ABOUT, indicator="seminars"),
        figure(None, indicator="funds_invested", state=State.NOT_APPLICABLE, raw="不适用"),
        figure(0, indicator="mock_courts", sheet=None, cell="¶12:34-41", raw="无"),
    )
    frame = store.figures_frame().set_index("indicator")
    assert frame.loc["leaflets", ["value", "low", "high"]].tolist() == [80000, 80000, np.inf]
    assert frame.loc["seminars", ["low", "high"]].tolist() == [1200, 1200]
    assert frame.loc["funds_invested", ["value", "low", "high"]].isna().all()
    assert frame.loc["funds_invested", "state"] == "not_applicable"
    assert frame.loc["mock_courts", "value"] == 0
    assert frame.loc["mock_courts", "sheet"] is None
    assert frame.loc["leaflets", ["file", "sheet", "cell", "raw", "upload_id"]].tolist() == [
        "一.xlsx",
        "统计表",
        "D4",
        "8万余份",
        upload,
    ]


def test_an_empty_frame_has_the_columns_and_types_of_a_full_one(store):
    empty = store.figures_frame()
    accepted(store, "一", figure(1))
    full = store.figures_frame()
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()
    assert list(full.columns) == [
        *("township", "year", "indicator", "value", "low", "high", "qualifier", "state", "unit"),
        *("figure_id", "upload_id", "file", "sheet", "cell", "raw", "part_ids", "since"),
    ]


def test_the_frame_can_be_asked_for_some_years_and_townships(store):
    accepted(store, "一", figure(1), figure(2, year=2023), figure(3, township="霁笙乡"))
    assert store.figures_frame([2023])["value"].tolist() == [2]
    assert store.figures_frame(townships=["霁笙乡"])["value"].tolist() == [3]
    assert store.figures_frame([], []).empty
