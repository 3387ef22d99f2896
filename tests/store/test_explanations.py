import sqlite3

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from invented import TOWN, accepted, figure, reading

from analytics.model import Explanation
from analytics.store import Key, Store, StoreError
from analytics.store.migrate import MIGRATIONS
from analytics.store.schema import HEAD

KEY = Key(TOWN, 2024, "leaflets")


def explained(store, label, *figures, explanations, accept=True, left_out=()):
    """An upload whose list explains cells; accepted without the figures ``left_out``."""
    data = label.encode()
    read = reading(data, figures, name=f"{label}.xlsx")
    full = type(read)(read.file, read.sha256, read.kind, read.figures, explanations=tuple(explanations))
    upload_id = store.add_upload(f"{label}.xlsx", data, "镇上", full)
    if accept:
        store.accept(upload_id, [f for f in figures if f not in left_out], "县里")
    return upload_id


def why(cell="D4", text="全年停办", sheet="统计表", code="total_differs"):
    return Explanation(sheet, cell, code, text)


def texts(store, **more):
    return [row.text for row in store.explanations(**more)]


def test_what_the_return_explains_is_attached_to_the_figure_at_its_cell(store):
    upload_id = explained(store, "a", figure(7), figure(8, indicator="posters", cell="D5"), explanations=[why()])
    [row] = store.explanations()
    assert (row.township, row.year, row.indicator) == KEY
    assert (row.text, row.who, row.origin, row.code) == ("全年停办", "镇上", "return", "total_differs")
    assert (row.upload_id, row.file, row.sheet, row.cell) == (upload_id, "a.xlsx", "统计表", "D4")
    assert row.at.tzinfo is not None
    assert store.figure(row.figure_id).figure.value == 7


def test_explanations_of_other_townships_and_years_are_left_out(store):
    explained(store, "a", figure(7), explanations=[why()])
    assert texts(store, townships=[TOWN], years=[2024]) == ["全年停办"]
    assert texts(store, townships=["别处"]) == []
    assert texts(store, years=[2023]) == []


def test_two_figures_at_one_cell_are_both_explained(store):
    explained(store, "a", figure(7), figure(7, indicator="posters"), explanations=[why()])
    assert sorted(row.indicator for row in store.explanations()) == ["leaflets", "posters"]


def test_a_pending_upload_explains_nothing_yet_but_keeps_its_explanations(store):
    upload_id = explained(store, "a", figure(7), explanations=[why()], accept=False)
    assert texts(store) == []
    assert [row.text for row in store.upload_explanations(upload_id)] == ["全年停办"]


def test_what_explains_a_figure_that_was_left_out_stays_with_the_upload(store):
    left_out, taken = figure(7), figure(8, indicator="posters", cell="D5")
    said = [why(), why(cell="D9", text="没有数据"), why(cell="", text="整张表")]
    upload_id = explained(store, "a", left_out, taken, explanations=said, left_out=[left_out])
    assert texts(store, outdated=True) == []
    kept = store.upload_explanations(upload_id)
    assert [(row.indicator, row.text) for row in kept] == [
        ("leaflets", "全年停办"),
        (None, "没有数据"),
        (None, "整张表"),
    ]


def test_undoing_an_upload_takes_its_explanations_out_of_sight(store):
    before = store.version()
    upload_id = explained(store, "a", figure(7), explanations=[why()])
    assert store.version() > before
    store.undo(upload_id, "县里")
    assert texts(store, outdated=True) == []
    assert len(store.upload_explanations(upload_id)) == 1


def test_an_explanation_goes_with_its_figure_when_another_value_replaces_it(store):
    explained(store, "a", figure(7), explanations=[why()])
    later = accepted(store, "b", figure(9))
    assert texts(store) == []
    assert [row.current for row in store.explanations(outdated=True)] == [False]
    store.undo(later, "县里")
    assert texts(store) == ["全年停办"]


def test_an_explanation_stays_when_a_later_return_says_the_same(store):
    explained(store, "a", figure(None, raw="未统计"), explanations=[why()])
    accepted(store, "b", figure(None, raw="未报"))
    assert texts(store) == ["全年停办"]


def test_a_new_reading_of_the_file_replaces_what_it_explains(store):
    upload_id = explained(store, "a", figure(7), explanations=[why()], accept=False)
    again = reading(b"a", [figure(7, township="别处")])
    again = type(again)(again.file, again.sha256, again.kind, again.figures, explanations=(why(text="改了"),))
    store.replace_reading(upload_id, again, "县里")
    assert [(row.township, row.text, row.who) for row in store.upload_explanations(upload_id)] == [
        ("别处", "改了", "镇上")
    ]


@pytest.mark.parametrize("by", ["id", "key"])
def test_an_official_explains_a_figure(store, by):
    upload_id = accepted(store, "a", figure(7))
    figure_id = int(store.figures_frame()["figure_id"].iloc[0])
    before = store.version()
    store.add_explanation(figure_id if by == "id" else KEY, " 已电话核实 ", "县里")
    assert store.version() > before
    [row] = store.explanations()
    assert (row.text, row.who, row.origin, row.code) == ("已电话核实", "县里", "official", "")
    assert (row.upload_id, row.figure_id, row.cell) == (upload_id, figure_id, "D4")
    store.undo(upload_id, "县里")
    assert texts(store) == []


def test_an_official_explains_that_nothing_was_sent_until_something_is(store):
    store.add_explanation(KEY, "机构撤并", "县里")
    assert texts(store) == ["机构撤并"]
    upload_id = accepted(store, "a", figure(7))
    assert texts(store) == []
    store.undo(upload_id, "县里")
    assert texts(store) == ["机构撤并"]


def test_a_withdrawn_explanation_is_out_of_sight_and_in_the_record(store):
    upload_id = explained(store, "a", figure(7), explanations=[why()])
    [row] = store.explanations()
    assert store.withdraw_explanation(row.id, "县里")
    assert not store.withdraw_explanation(row.id, "县里")
    assert texts(store, outdated=True) == []
    assert store.upload_explanations(upload_id) == []
    assert store.audit(upload_id=upload_id)[0].action == "explanation_withdrawn"


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_explanation_is_refused_in_words(store, text):
    with pytest.raises(StoreError, match="说明"):
        store.add_explanation(KEY, text, "县里")


def test_a_figure_that_does_not_exist_cannot_be_explained(store):
    with pytest.raises(StoreError, match="77"):
        store.add_explanation(77, "为什么", "县里")


def test_explanations_come_as_a_frame_for_exports(store):
    empty = store.explanations_frame()
    explained(store, "a", figure(7), explanations=[why()])
    frame = store.explanations_frame([TOWN], [2024])
    assert list(frame.columns) == ["township", "year", "indicator", "text", "who", "when"]
    assert list(frame.iloc[0][:5]) == [*KEY, "全年停办", "镇上"]
    assert empty.empty
    assert list(empty.dtypes) == list(frame.dtypes)


def test_a_store_of_the_version_before_gets_the_table_and_keeps_its_figures(tmp_path):
    place = tmp_path / "fazhi.db"
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = sa.create_engine(f"sqlite:///{place.as_posix()}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(sa.text("INSERT INTO settings VALUES ('county', '岫县', '甲', '2024-01-01 00:00:00')"))
    engine.dispose()
    store = Store.open(f"sqlite:///{place.as_posix()}")
    assert store.setting("county") == "岫县"
    assert store.explanations() == []
    store.close()
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
