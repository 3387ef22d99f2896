"""No question and no gap rests on a change across a year in which what is counted became something else."""

import numpy as np

from analytics.catalogue import Roster, load_catalogue
from analytics.checks import County, find_questions
from tests.measures.frames import figures


def county(since: int) -> County:
    names = [f"第{k}镇" for k in range(10)]
    rows = [(t, y, "leaflets", 1000 + 10 * k + (y - 2023)) for k, t in enumerate(names) for y in (2023, 2024, 2025)]
    rows = [(t, y, i, v * 40 if (t, y) == ("第3镇", 2025) else v) for t, y, i, v in rows]
    frame = figures(rows)
    frame["since"] = np.where(frame["year"] >= since, since, 0) if since else 0
    return County(frame, load_catalogue(), Roster())


def jumps(since: int) -> set[str]:
    return {f.township for f in find_questions(county(since), 2025) if f.rule == "jump"}


def test_a_jump_is_asked_about_unless_it_is_the_definition_that_jumped() -> None:
    assert jumps(0) == {"第3镇"}
    assert jumps(2024) == {"第3镇"}
    assert jumps(2025) == set()


def test_a_county_without_breaks_is_looked_at_as_it_is() -> None:
    whole = county(0)
    assert whole.comparable(2025) is whole
    assert county(2025).comparable(2025).years == (2025,)
    assert county(2025).comparable(2024).years == (2023, 2024, 2025)
