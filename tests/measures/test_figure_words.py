import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.measures import figure_text, number_text, shortened


@pytest.mark.parametrize(
    ("value", "qualifier", "state", "full", "short"),
    [
        (80000, "at_least", "reported", "≥80,000", "≥8.0万"),
        (1200, "about", "reported", "≈1,200", "≈1,200"),
        (0, "exact", "reported", "0", "0"),
        (9999, "exact", "reported", "9,999", "9,999"),
        (10000, "exact", "reported", "10,000", "1.0万"),
        (98.5, "exact", "reported", "98.5", "98.5"),
        (-3, "exact", "reported", "−3", "−3"),
        (-0.001, "exact", "reported", "0", "0"),
        (123456789, "exact", "reported", "123,456,789", "1.2亿"),
        (float("nan"), "exact", "missing", "未报", "未报"),
        (None, "exact", "missing", "未报", "未报"),
        (float("nan"), "exact", "reported", "未报", "未报"),
        (None, "exact", "not_applicable", "不适用", "不适用"),
    ],
)
def test_a_figure_in_full_and_shortened(value, qualifier, state, full, short):
    assert figure_text(value, qualifier, state) == full
    assert figure_text(value, qualifier, state, short=True) == short


def test_a_shortened_bound_stays_true():
    assert figure_text(87654, "at_least", "reported", short=True) == "≥8.7万"
    assert figure_text(87654, "exact", "reported", short=True) == "8.8万"


def test_english_shortens_by_thousands():
    assert figure_text(87654, "about", "reported", "en", short=True) == "≈87.7k"
    assert figure_text(2_500_000, "exact", "reported", "en", short=True) == "2.5M"


def test_states_are_words_in_english_too():
    assert figure_text(None, "exact", "missing", "en").isascii()
    assert figure_text(None, "exact", "not_applicable", "en").isascii()


@given(st.integers(-(10**12), 10**12))
def test_a_number_in_full_reads_back(value):
    assert int(number_text(value).replace(",", "").replace("−", "-")) == value


@given(st.integers(10_000, 10**11))
def test_a_shortened_number_is_off_by_less_than_its_last_digit(value):
    text = shortened(value)
    step = {"万": 1e4, "亿": 1e8}[text[-1]]
    assert abs(float(text[:-1]) * step - value) <= step / 20 + 1
