"""Whatever two figures are compared, the sentence says no more than they do."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.checks.county import ABOUT_TOLERANCE
from analytics.export.amounts import NOTHING, Amount
from analytics.export.prose.change import Bounded, change_between, change_of, change_said
from analytics.export.prose.words import amount_said, in_prose, is_round, names_said, number_said

UP, DOWN = re.compile("增加|增长|增幅|多|提高"), re.compile("减少|下降|降幅|(?<!至)少(?!于)|降为")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?万?")

values = st.one_of(st.integers(0, 60), st.integers(0, 3_000_000), st.sampled_from([0, 9, 10, 80_000, 52_000])).map(
    float
)
signs = st.sampled_from(["", "≥", "≈"])
amounts = st.builds(
    lambda value, sign, parts, lacks: Amount(value, sign, "reported", frozenset(parts), lacks, bool(lacks)),
    values,
    signs,
    st.sampled_from([("a",), ("a", "b")]),
    st.sampled_from([(), ("c",)]),
)
states = st.sampled_from([NOTHING, Amount(math.nan, "", "not_applicable")])
any_amount = st.one_of(amounts, amounts, amounts, states)


def read(text: str) -> float:
    """A number as a reader takes it."""
    plain = text.replace(",", "")
    return float(plain.removesuffix("万")) * (10_000 if plain.endswith("万") else 1)


def least_and_most(a: Amount) -> tuple[float, float]:
    spread = a.value * ABOUT_TOLERANCE if a.sign == "≈" else 0
    return a.value - spread, math.inf if a.sign == "≥" else a.value + spread


@given(any_amount, any_amount, st.booleans(), st.integers(0, 5))
def test_a_rise_or_fall_is_only_said_where_the_bounds_do_not_overlap(this, last, chance, variant):
    said = change_said(change_between(this, last), "份", base="上年", chance=chance, variant=variant)
    if "不能确定" in said or "不一致" in said:
        return
    if UP.search(said) or DOWN.search(said):
        assert this.known
        assert last.known
        assert this.holds == last.holds
        (low_this, high_this), (low_last, high_last) = least_and_most(this), least_and_most(last)
        assert low_this > high_last if UP.search(said) else high_this < low_last
        assert not (UP.search(said) and DOWN.search(said))


@given(any_amount, any_amount, st.booleans(), st.integers(0, 5))
def test_every_number_said_is_a_difference_a_percentage_or_the_base(this, last, chance, variant):
    said = change_said(change_between(this, last), "份", base="上年", chance=chance, variant=variant)
    allowed = [0.0]
    if this.known and last.known:
        allowed += [abs(this.value - last.value), last.value]
        if last.value >= 10:
            allowed.append(round(abs(this.value - last.value) / last.value * 100, 1))
    for number in NUMBER.findall(said):
        value = read(number)
        assert any(math.isclose(value, a, rel_tol=1e-9, abs_tol=1e-9) for a in [*allowed, 0.1]), said
    if "%" in said:
        assert last.value >= 10


@given(any_amount, any_amount, st.booleans(), st.integers(0, 5))
def test_nothing_broken_is_ever_said(this, last, chance, variant):
    for said in (
        change_said(change_between(this, last), "份", base="上年", chance=chance, variant=variant),
        change_said(change_between(this, last), "份", "en", base="last year", chance=chance, variant=variant),
        amount_said(this, "份", strict=bool(variant % 2)),
        amount_said(this, "份", "en", strict=bool(variant % 2)),
    ):
        assert said == said.strip()
        assert not re.search(r"nan|inf|None|[{}]|[，。；、]{2}|,,|  ", said)


@given(any_amount, any_amount, st.integers(0, 5))
def test_a_change_within_chance_is_neither_a_rise_nor_a_percentage(this, last, variant):
    said = change_said(change_between(this, last), "场次", base="上年", chance=True, variant=variant)
    if "正常波动" in said:
        assert not re.search("增长|下降|增幅|降幅|%", said)


@given(any_amount, any_amount, st.integers(0, 5))
def test_a_change_that_rests_on_a_bound_says_so(this, last, variant):
    change = change_between(this, last)
    said = change_said(change, "份", base="上年", variant=variant)
    if change.moved and "≥" in (this.sign, last.sign):
        assert "至少" in said or "有所" in said
    if change.moved and "≈" in (this.sign, last.sign):
        assert "约" in said or "有所" in said


@given(amounts, st.booleans())
def test_a_bound_keeps_its_word(amount, strict):
    said = amount_said(amount, "份", strict=strict)
    if amount.sign == "≥" or amount.short:
        assert re.search("余|超过|不少于|至少", said) or (amount.hollow and said == "0份（缺项）")
    if amount.sign == "≈":
        assert "约" in said
    if not amount.sign and not amount.short:
        assert re.fullmatch(r"[\d,.]+万?份", said)
    if re.search("余|超过", said):
        assert strict
        assert not amount.short


@given(st.integers(0, 10**9))
def test_a_number_said_by_ten_thousands_is_the_same_number(value):
    assert math.isclose(read(number_said(float(value))), value)


@given(values, values)
def test_comparing_is_the_same_the_other_way_round(one, other):
    there, back = change_of(Bounded(one, one, one), Bounded(other, other, other)), None
    back = change_of(Bounded(other, other, other), Bounded(one, one, one))
    opposite = {"up": "down", "down": "up", "flat": "flat"}
    assert back.relation == opposite[there.relation]
    assert back.difference == there.difference


@pytest.mark.parametrize(
    ("value", "sign", "strict", "said"),
    [
        (80_000, "≥", True, "8万余份"),
        (83_310, "≥", True, "超过83,310份"),
        (80_000, "≥", False, "不少于8万份"),
        (1_200, "≈", False, "约1,200份"),
        (12, "≥", True, "超过12份"),
        (50, "≥", True, "50余份"),
        (0, "", False, "0份"),
    ],
)
def test_bounds_are_said_as_officials_say_them(value, sign, strict, said):
    assert amount_said(Amount(value, sign, "reported"), "份", strict=strict) == said


def test_only_numbers_that_end_as_estimates_do_take_the_word_for_more():
    assert [is_round(n) for n in (10, 50, 1_200, 80_000, 12, 83_310, 123_000, 5)] == [True] * 4 + [False] * 4


def test_a_sum_that_lacks_parts_is_at_least_so_much():
    assert amount_said(Amount(12, "", "reported", short=True), "场次", strict=True) == "不少于12场次"
    assert amount_said(Amount(12, "≈", "reported", short=True), "场次") == "至少约12场次"


def test_a_change_too_small_for_a_decimal_is_not_nought_percent():
    change = change_between(Amount(83_311, "", "reported"), Amount(83_310, "", "reported"))
    assert change_said(change, "份", base="上年") == "比上年增加1份，增幅不足0.1%"


def test_a_rate_moves_by_points():
    change = change_between(Amount(98.6, "", "reported"), Amount(97.2, "", "reported"))
    assert change_said(change, "%", base="上年", rate=True) == "比上年提高1.4个百分点"


def test_neighbouring_sentences_differ():
    change = change_between(Amount(120, "", "reported"), Amount(100, "", "reported"))
    assert len({change_said(change, "份", base="上年", variant=n) for n in range(3)}) == 3


def test_names_stay_to_the_letter_where_signs_become_words():
    sentence = "≥5 镇2025年学法 ≥12 场次，少于 4 场次"
    assert in_prose(sentence, keep=("≥5 镇",)) == "≥5 镇2025年学法不少于12场次，少于4场次"


def test_a_long_list_says_how_many_there_are():
    assert names_said([f"{n}镇" for n in range(15)], most=2) == "0镇、1镇等15个乡镇"


def test_about_nought_is_not_nought():
    change = change_between(Amount(0, "≈", "reported"), Amount(1, "", "reported"))
    assert change_said(change, "份", base="上年") == "比上年约减少1份"
    assert change_between(Amount(0, "≈", "reported"), Amount(0, "", "reported")).relation == "alike"
