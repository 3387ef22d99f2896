import math
from datetime import date

import pandas as pd
import pytest

from analytics.catalogue import load_catalogue
from analytics.measures import indicator_table
from analytics.measures.completeness import completeness
from analytics.measures.timeliness import due_date, timeliness
from tests.measures.frames import figures

CATALOGUE = load_catalogue()
DUE = date(2026, 1, 31)


def counted(rows, townships, years=(2025,), groups=None):
    table = indicator_table(figures(rows), CATALOGUE, townships, years)
    return completeness(table, groups).set_index(["township", "year", *(["group"] if groups else [])])


def test_a_township_is_complete_when_it_reported_all_that_anyone_was_asked_for():
    found = counted(
        [("甲镇", 2025, "leaflets", 5), ("甲镇", 2025, "seminars", 0), ("乙镇", 2025, "leaflets", 7)], ["甲镇", "乙镇"]
    )
    assert found.loc[("甲镇", 2025), ["asked", "reported", "word"]].tolist() == [2, 2, "full"]
    assert found.loc[("乙镇", 2025), ["asked", "reported", "missing", "word"]].tolist() == [2, 1, 1, "some"]
    assert found.loc[("乙镇", 2025), "share"] == 0.5


def test_a_township_that_sent_nothing_is_not_the_same_as_a_year_in_which_nothing_was_asked():
    found = counted([("甲镇", 2025, "leaflets", 5)], ["甲镇", "乙镇"], (2024, 2025))
    assert found.loc[("乙镇", 2025), "word"] == "none"
    assert found.loc[("乙镇", 2024), "word"] == "nothing"
    assert math.isnan(found.loc[("乙镇", 2024), "share"])


def test_what_does_not_apply_is_neither_asked_nor_missing():
    found = counted(
        [
            ("甲镇", 2025, "leaflets", 5),
            ("甲镇", 2025, "seminars", "n/a"),
            ("乙镇", 2025, "seminars", 2),
            ("乙镇", 2025, "leaflets", None),
        ],
        ["甲镇", "乙镇"],
    )
    assert found.loc[("甲镇", 2025), ["asked", "missing", "word"]].tolist() == [1, 0, "full"]
    assert found.loc[("乙镇", 2025), ["asked", "missing", "word"]].tolist() == [2, 1, "some"]


def test_completeness_by_group_of_indicators():
    groups = {i.id: i.group for i in CATALOGUE.indicators}
    found = counted([("甲镇", 2025, "leaflets", 5), ("乙镇", 2025, "seminars", 3)], ["甲镇", "乙镇"], groups=groups)
    assert found.loc[("甲镇", 2025, groups["leaflets"]), "word"] == "full"
    assert found.loc[("甲镇", 2025, groups["seminars"]), "word"] == "none"
    assert found.loc[("甲镇", 2025, "litigation"), "word"] == "nothing"


def test_no_township_at_all_gives_an_empty_table():
    assert counted([], []).empty


def arrivals(*rows):
    return pd.DataFrame(list(rows), columns=["township", "year", "received"])


def words(frame):
    return dict(zip(frame["township"], frame["word"], strict=True))


def test_the_first_return_counts_and_the_deadline_itself_is_in_time():
    came = arrivals(
        ("甲镇", 2025, date(2026, 3, 1)),
        ("甲镇", 2025, date(2026, 1, 31)),
        ("乙镇", 2025, date(2026, 2, 1)),
        ("乙镇", 2024, date(2025, 1, 3)),
    )
    found = timeliness(came, ["甲镇", "乙镇", "丙镇"], 2025, DUE)
    assert words(found) == {"甲镇": "in_time", "乙镇": "late", "丙镇": "not_yet"}
    assert found["days"].tolist()[:2] == [0, 1]
    assert pd.isna(found["days"].iloc[2])


def test_old_files_taken_over_on_one_day_make_nobody_late():
    day = date(2026, 11, 23)
    came = arrivals(*[(f"第{k}镇", 2025, day) for k in range(5)], ("迟镇", 2025, date(2026, 5, 5)))
    found = words(timeliness(came, [f"第{k}镇" for k in range(5)] + ["迟镇"], 2025, DUE))
    assert set(found.values()) == {"imported", "late"}
    assert found["迟镇"] == "late"


def test_many_on_one_day_soon_after_the_deadline_are_late():
    came = arrivals(*[(f"第{k}镇", 2025, date(2026, 2, 2)) for k in range(5)])
    assert set(words(timeliness(came, [f"第{k}镇" for k in range(5)], 2025, DUE)).values()) == {"late"}


def test_two_townships_on_one_day_are_no_taking_over():
    came = arrivals(("甲镇", 2025, date(2026, 9, 2)), ("乙镇", 2025, date(2026, 9, 2)))
    assert set(words(timeliness(came, ["甲镇", "乙镇"], 2025, DUE)).values()) == {"late"}


def test_no_arrivals_and_no_townships():
    assert set(words(timeliness(arrivals(), ["甲镇"], 2025, DUE)).values()) == {"not_yet"}
    assert timeliness(arrivals(), [], 2025, DUE).empty


@pytest.mark.parametrize(
    ("said", "day"), [("01-31", date(2026, 1, 31)), ("2-30", date(2026, 2, 28)), ("12-01", date(2026, 12, 1))]
)
def test_the_deadline_is_in_the_year_after(said, day):
    assert due_date(2025, said) == day


@pytest.mark.parametrize("said", ["", "31", "13-01", "01-00", "x-y"])
def test_what_is_no_day_is_refused(said):
    with pytest.raises(ValueError, match=r".*"):
        due_date(2025, said)
