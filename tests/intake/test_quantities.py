"""What the number grammar decides, cell by cell.

``number_expressions.csv`` holds the agreed 96 forms (percents as fractions there); ``clerk_expressions.csv`` holds what
else a clerk types, each with its answer: ``quantity``, a state, or the code of a doubt with the reading to suggest.

The decisions, by the rule that a value the reader is not sure of never leaves as if it were sure:

* taken: 余 多 以上 超过 + (at least), 约 近 左右 来 上千 (about; 约8万余 is about), 2万3 两千三 一百二 一万五 alone,
  二〇二三 digit by digit, 1 200, 1e3, 1-12月120次, 2023年8次 (the year is kept beside the value), 12次/年, 3000人/次;
* zero: 无, 没有, 未开展, 未组织, 未发生, 零报告, 尚未开展, 无此项工作;
* missing: blank, / — - …, 未统计, 待补, 暂无数据, a measure word or underscores with no number;
* asked with a suggestion: ranges, upper limits (不足50, ≤50), two numbers in a cell, (5), 12,34,567, 1.200, 007,
  colloquial forms with a measure word (2万3份, 一百二人), 6余次, part of the year (上半年, 1-6月, 截至目前),
  未开展（疫情原因）, 4次（每季度1次）, 每年12次, 发放3000份 (a verb that may belong to another heading),
  百万 with nothing before it, 暂无 (none, or no data), 三六, 1.2E+05 (rounded by the spreadsheet), 一千五十;
* asked without one: letters among digits, 3/4, 1:2, dates, 第3期, 12号, error cells, 几 数 若干 多次, 1.2.3, 20,00,
  12., 1。2万, 12+3, 2万300, 三三十, 十百, √, 见附件, N/A, digit strings longer than fifteen.
"""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest

from analytics.intake.narrative.amounts import amounts
from analytics.intake.quantities import Doubt, Quantity, fold, read_number, read_quantity
from analytics.model import Qualifier, State

HERE = Path(__file__).parent
QUALIFIER_OF_NOTE = {
    "+": Qualifier.AT_LEAST,
    ">": Qualifier.AT_LEAST,
    ">=": Qualifier.AT_LEAST,
    "-": Qualifier.ABOUT,
    "~": Qualifier.ABOUT,
    "<": Qualifier.ABOUT,
}
ASKED_NOTES = {"r", "vague", "two", "bad", "ordinal", "month", "odd", "acct", "<"}
"""Notes of forms that are no sure figure. ``year`` is one when the text is a year alone."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def meets(row: dict[str, str]) -> str | None:
    """What is wrong with the reading of one agreed form, None if it is right."""
    text, note = row["text"], row["note"]
    answer = read_quantity(text)
    if note == "none":
        expected = State.MISSING if text in ("", "/", "—") else Quantity(0.0, 0.0, note="none")
        return None if answer == expected else f"{text!r}: {answer}"
    if isinstance(answer, Doubt) != (note in ASKED_NOTES or not row["low"]):
        return f"{text!r}: {answer}"
    quantity = answer.quantity if isinstance(answer, Doubt) else answer
    if not row["low"]:
        return None if quantity is None else f"{text!r} should have no reading: {answer}"
    if not isinstance(quantity, Quantity):
        return f"{text!r} should have a reading: {answer}"
    factor = 100 if quantity.unit == "%" else 1
    expected_ends = (float(row["low"]) * factor, float(row["high"]) * factor)
    if (quantity.low, quantity.high) != pytest.approx(expected_ends):
        return f"{text!r}: {answer}"
    if quantity.qualifier is not QUALIFIER_OF_NOTE.get(note, Qualifier.EXACT):
        return f"{text!r}: {answer}"
    return None


def test_the_agreed_forms_are_read_as_agreed() -> None:
    agreed = rows(HERE / "number_expressions.csv")
    assert len(agreed) == 96
    assert [wrong for row in agreed if (wrong := meets(row))] == []


def test_the_design_list_is_read_as_agreed(shared: Path) -> None:
    path = shared / "design" / "number-expressions.csv"
    if not path.exists():
        pytest.skip("the design list does not lie beside this checkout")
    assert [wrong for row in rows(path) if (wrong := meets(row))] == []


@pytest.mark.parametrize("row", rows(HERE / "clerk_expressions.csv"), ids=lambda row: row["text"])
def test_what_a_clerk_types_is_read_as_decided(row: dict[str, str]) -> None:
    answer = read_quantity(row["text"])
    if isinstance(answer, State):
        assert answer.value == row["answer"]
        return
    quantity = answer.quantity if isinstance(answer, Doubt) else answer
    assert row["answer"] == (answer.code if isinstance(answer, Doubt) else "quantity")
    assert (quantity is None) == (row["low"] == "")
    if quantity is not None:
        assert (quantity.low, quantity.high) == pytest.approx((float(row["low"]), float(row["high"])))
        assert (quantity.qualifier.value, quantity.unit) == (row["qualifier"], row["unit"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *((text, True) for text in ("8万余份", "1.2万", "三千", "5千多", "1.2亿", "十余万")),
        *((text, False) for text in ("80000", "三十六", "1,200份", "98.5%")),
    ],
)
def test_a_quantity_tells_whether_its_text_named_the_scale(text: str, said: bool) -> None:
    answer = read_quantity(text)
    assert isinstance(answer, Quantity)
    assert answer.scale_said is said


def test_a_year_in_the_cell_is_kept_beside_the_value() -> None:
    answer = read_quantity("2022年8次")
    assert isinstance(answer, Quantity)
    assert (answer.value, answer.year) == (8, 2022)


def test_what_stands_far_off_in_a_long_cell_is_not_overlooked() -> None:
    assert isinstance(read_quantity("12次" + " " * 500 + "其中线上3次"), Doubt)
    assert isinstance(read_quantity("12次" + " " * 500), Quantity)


def test_folding_leaves_bullets_and_chinese_marks_alone() -> None:
    assert fold("①１２，（次）。、—　㎡") == "①12,(次)。、— ㎡"


def number(value: float, shown: str, code: str) -> tuple[object, ...]:
    answer = read_number(value, shown, code)
    if isinstance(answer, Doubt):
        return (answer.code,)
    return (answer.low, answer.qualifier.value, answer.unit, answer.scale_said)


@pytest.mark.parametrize(
    ("value", "shown", "code", "expected"),
    [
        (12, "12", "General", (12, "exact", "", False)),
        (0.1 + 0.2, "0.3", "General", (0.3, "exact", "", False)),
        (1998.5, "1998.5", "0.0_ ", (1998.5, "exact", "", False)),
        (0.255, "25.5%", "0.0%", (25.5, "exact", "%", False)),
        (0.255, "26%", "0%", (25.5, "exact", "%", False)),
        (25.5, "25.5%", '0.0"%"', (25.5, "exact", "%", False)),
        (12000, "1.2万", '0!.0,"万"', (12000, "exact", "", True)),
        (12345, "1.2万", "0\\.0,\\万", (12345, "exact", "", True)),
        (1.2, "1.2万", '0.0"万"', (12000, "exact", "", True)),
        (12000, "1.2万", '[>=10000]0!.0,"万";0', (12000, "exact", "", True)),
        (5, "5", '[>=10000]0!.0,"万";0', (5, "exact", "", False)),
        (12000, "12", "0,", ("shown_differs",)),
        (12, "12份", '0"份"', (12, "exact", "份", False)),
        (12, "12份", "General份", (12, "exact", "份", False)),
        (1.125, "1.125元", '0.000"元"', (1.125, "exact", "元", False)),
        (1200, "约1200", '"约"0', (1200, "about", "", False)),
        (1200, "1200余", '0"余"', (1200, "at_least", "", False)),
        (1200, "¥1,200.00", "[$¥-804]#,##0.00", (1200, "exact", "元", False)),
        (-5, "(5)", "#,##0_);(#,##0)", (-5, "exact", "", False)),
        (-5, "-5", "#,##0;[Red]-#,##0", (-5, "exact", "", False)),
        (-3, "3", "0;0", ("shown_differs",)),
        (0, "-", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', (0, "exact", "", False)),
        (0, "", "0;-0;;@", ("hidden",)),
        (5, "", ";;;", ("hidden",)),
        (45000, "2023年3月", 'yyyy"年"m"月"', ("date",)),
        (45000, "2023/3/15", "[$-804]yyyy/m/d;@", ("date",)),
        (0.5, "12:00", "[h]:mm", ("date",)),
        (3, "第3期", '"第"0"期"', ("ordinal",)),
        (math.nan, "", "General", ("error_cell",)),
        (math.inf, "", "General", ("error_cell",)),
        (True, "TRUE", "General", ("not_a_number",)),
        (123456789012345678, "1.23E+17", "General", ("too_long",)),
    ],
)
def test_a_number_is_read_with_what_its_format_shows(
    value: float, shown: str, code: str, expected: tuple[object, ...]
) -> None:
    assert number(value, shown, code) == expected


@pytest.mark.parametrize(
    ("value", "shown", "expected"),
    [
        (0.255, "25.5%", (25.5, "exact", "%", False)),
        (12000, "1.2万", (12000, "exact", "", True)),
        (1.2, "1.2万", (12000, "exact", "", True)),
        (1234.5, "1,234.5", (1234.5, "exact", "", False)),
        (1998.1, "1998.10", (1998.1, "exact", "", False)),
        (5, "1900年1月5日", ("date",)),
        (7, "12份", ("shown_differs",)),
        (7, "/", ("hidden",)),
    ],
)
def test_without_a_format_the_shown_text_counts_if_it_agrees(
    value: float, shown: str, expected: tuple[object, ...]
) -> None:
    assert number(value, shown, "General") == expected


@pytest.mark.parametrize(
    "text", ["约80余人", "近百余人", "大约200余人次", "80余人左右", "约8万多份", "至少约80人", "约100人以上"]
)
def test_about_takes_back_what_at_least_says_in_returns_and_in_reports(text: str) -> None:
    cell = read_quantity(text)
    [told] = amounts(f"全年受教育群众{text}。")
    assert isinstance(cell, Quantity)
    assert cell.qualifier == told.quantity.qualifier == Qualifier.ABOUT
    assert cell.value == told.quantity.value
