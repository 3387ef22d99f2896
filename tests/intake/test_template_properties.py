from hypothesis import given, settings
from hypothesis import strategies as st
from templates import CATALOGUE, blank, filled, read_back

from analytics.catalogue import Indicator

FORM = blank()


def numbers(indicator: Indicator) -> st.SearchStrategy[float | int]:
    """Every number the form lets a township type."""
    if indicator.kind == "rate":
        return st.integers(0, 100) | st.decimals(0, 100, places=2).map(float)
    if indicator.unit == "元":
        return st.integers(0, 10**8 - 1) | st.decimals(0, 10**7, places=2).map(float)
    return st.integers(0, 9_999_999)


ENTRIES = st.fixed_dictionaries({}, optional={i.id: numbers(i) for i in CATALOGUE.indicators})


@settings(max_examples=40)
@given(ENTRIES.filter(bool))
def test_any_numbers_the_form_allows_come_back_exactly(entries: dict[str, float | int]) -> None:
    reading = read_back(filled(entries, form=FORM))
    found = {f.indicator: f.value for f in reading.figures}
    assert found == {i.id: entries.get(i.id) for i in CATALOGUE.indicators}
    assert {p.code for p in reading.problems} <= {"rate_scale", "money_unit", "exceeds_bounds"}
