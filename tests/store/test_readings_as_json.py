from hypothesis import given
from hypothesis import strategies as st

from analytics.model import (
    Alternative,
    Choice,
    Explanation,
    Figure,
    Plan,
    Problem,
    Qualifier,
    Reading,
    ReportHead,
    Severity,
    Shortcoming,
    Source,
    State,
    TableView,
    UnknownHeading,
)
from analytics.store.reading_json import reading_from_json, reading_to_json
from analytics.text import Text

TEXT = st.text(max_size=12)
MAYBE = st.none() | TEXT
SOURCES = st.builds(Source, MAYBE, TEXT, TEXT)
FIGURES = st.builds(
    Figure,
    TEXT,
    st.integers(1980, 2100),
    TEXT,
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(Qualifier),
    st.sampled_from(State),
    TEXT,
    SOURCES,
)
PROBLEMS = st.builds(Problem, st.sampled_from(Severity), TEXT, st.builds(Text, TEXT, TEXT), MAYBE, MAYBE)
UNKNOWN = st.builds(
    UnknownHeading,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    st.lists(TEXT, max_size=3).map(tuple),
    st.lists(st.tuples(TEXT, st.floats(0, 100)), max_size=3).map(tuple),
)
TABLES = st.builds(TableView, TEXT, TEXT, TEXT, st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple))
ALTERNATIVES = st.builds(Alternative, st.floats(0, 1e9), st.sampled_from(Qualifier), SOURCES, TEXT, TEXT)
CHOICES = st.builds(Choice, TEXT, st.integers(1980, 2100), TEXT, TEXT, st.lists(ALTERNATIVES, max_size=3).map(tuple))
READINGS = st.builds(
    Reading,
    TEXT,
    TEXT,
    st.sampled_from(["return", "narrative"]),
    st.lists(FIGURES, max_size=3).map(tuple),
    st.lists(PROBLEMS, max_size=2).map(tuple),
    st.lists(st.builds(Shortcoming, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    st.lists(UNKNOWN, max_size=2).map(tuple),
    st.lists(TABLES, max_size=2).map(tuple),
    st.booleans(),
    st.lists(st.builds(Explanation, MAYBE, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    st.lists(st.builds(Plan, TEXT, TEXT, MAYBE, MAYBE, st.none() | st.floats(0, 1e9)), max_size=2).map(tuple),
    st.none() | st.builds(ReportHead, TEXT, TEXT, TEXT),
    st.lists(CHOICES, max_size=2).map(tuple),
)


@given(READINGS)
def test_a_reading_comes_back_from_json_as_it_went_in(reading):
    text = reading_to_json(reading)
    text.encode("utf-8")
    again = reading_from_json(text)
    assert again == reading
    assert all(type(f.state) is State and type(f.qualifier) is Qualifier for f in again.figures)


def test_a_reading_with_half_a_character_comes_back_too():
    reading = Reading("\udcff.xlsx", "0", "return")
    text = reading_to_json(reading)
    text.encode("utf-8")
    assert reading_from_json(text) == reading


def test_a_reading_of_another_version_of_the_program_is_read_as_far_as_it_goes():
    assert reading_from_json('{"file":"a","sha256":"b","kind":"return","later":[1]}') == Reading("a", "b", "return")
