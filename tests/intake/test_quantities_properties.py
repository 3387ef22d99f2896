"""What holds for every cell: known values read back from every way of writing them, and no residue is overlooked."""

from __future__ import annotations

import csv
import inspect
import re
from decimal import Decimal
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from analytics.intake.quantities import (
    Doubt,
    Quantity,
    fold,
    forms,
    grammar,
    numerals,
    read_number,
    read_quantity,
    words,
)
from analytics.model import Qualifier, State

UNITS = ("", "份", "场次", "人次", "次", "件", "个", "场(次)", "人（次）", " 名", "个村（社区）", "元")
MEASURES = {"场(次)": "场次", "人（次）": "人次", " 名": "名", "个村（社区）": "个"}
OPENINGS = {
    "": Qualifier.EXACT,
    "共": Qualifier.EXACT,
    "全年共计": Qualifier.EXACT,
    "累计 ": Qualifier.EXACT,
    "约": Qualifier.ABOUT,
    "近": Qualifier.ABOUT,
    "≥": Qualifier.AT_LEAST,
    "超过": Qualifier.AT_LEAST,
    "不少于": Qualifier.AT_LEAST,
}
CLOSINGS = {
    "": Qualifier.EXACT,
    "以上": Qualifier.AT_LEAST,
    "左右": Qualifier.ABOUT,
    "+": Qualifier.AT_LEAST,
    "。": Qualifier.EXACT,
}
WIDE = {c: chr(ord(c) + 0xFEE0) for c in "0123456789,.%"}
DIGITS = "零一二三四五六七八九"
FORMAL = dict(zip("一二三四五六七八九十百千万", "壹贰叁肆伍陆柒捌玖拾佰仟萬", strict=True))
KNOWN_CHARACTERS = frozenset(
    c for part in (words, forms, grammar, numerals) for c in re.findall("[\u4e00-\u9fff]", inspect.getsource(part))
)
"""Every character the grammar has a use for; with any other one a cell is no plain quantity."""
RESIDUE = "abOoIlSxyzXZ/:：*？?↑√#&元月日号第宣讲"


def four(number: int) -> str:
    """1 to 9999 in characters, a 零 for every gap; written here apart from the reader's own speller."""
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return text


def write_chinese(number: int) -> str:
    """0 to 99 999 999 in characters."""
    high, low = divmod(number, 10_000)
    text = (four(high) + "万") if high else ""
    if low:
        text += ("零" if high and low < 1000 else "") + four(low)
    text = text or "零"
    return text[1:] if text.startswith("一十") else text


@st.composite
def written(draw: st.DrawFn) -> tuple[str, float, Qualifier, str]:
    """A value written in one of its many forms, with the value, qualifier and measure word it means."""
    form = draw(st.sampled_from(["plain", "grouped", "spaced", "万", "千", "亿", "characters", "formal", "mixed"]))
    value: float
    if form == "万":
        tenths = draw(st.integers(1, 99_999))
        numeral, value = f"{Decimal(tenths) / 10}万", tenths * 1000
    elif form == "千":
        count = draw(st.integers(1, 99))
        numeral, value = f"{count}千", count * 1000
    elif form == "亿":
        tenths = draw(st.integers(1, 99))
        numeral, value = f"{Decimal(tenths) / 10}亿", tenths * 10_000_000
    elif form == "mixed":
        high, low = draw(st.integers(1, 99)), draw(st.integers(1000, 9999))
        numeral, value = f"{high}万{low}", high * 10_000 + low
    else:
        value = draw(st.integers(0, 99_999_999))
        if form in ("characters", "formal"):
            numeral = write_chinese(value)
            if form == "formal":
                numeral = "".join(FORMAL.get(c, c) for c in numeral)
            elif draw(st.booleans()):
                numeral = (
                    numeral.replace("二千", "两千").replace("二万", "两万") if "十二万" not in numeral else numeral
                )
        else:
            numeral = {"plain": str(value), "grouped": f"{value:,}", "spaced": f"{value:,}".replace(",", " ")}[form]
    if draw(st.booleans()):
        numeral = "".join(WIDE.get(c, c) for c in numeral)
    opening, closing = draw(st.sampled_from(list(OPENINGS))), draw(st.sampled_from(list(CLOSINGS)))
    middle = draw(st.sampled_from(["", "余", "多"])) if value >= 10 else ""
    unit = draw(st.sampled_from(UNITS))
    qualifiers = {OPENINGS[opening], CLOSINGS[closing], Qualifier.AT_LEAST if middle else Qualifier.EXACT}
    qualifier = next(q for q in (Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.EXACT) if q in qualifiers)
    return f"{opening}{numeral}{middle}{unit}{closing}", value, qualifier, MEASURES.get(unit, unit)


@given(written())
@example(("约8万余份", 80_000, Qualifier.ABOUT, "份"))
def test_every_way_of_writing_a_value_reads_back(form: tuple[str, float, Qualifier, str]) -> None:
    text, value, qualifier, unit = form
    answer = read_quantity(text)
    assert isinstance(answer, Quantity), f"{text}: {answer}"
    assert (answer.low, answer.high, answer.qualifier, answer.unit) == (value, value, qualifier, unit)


@given(st.integers(1, 1000), st.sampled_from(["{}%", "{}％", "百分之{}", "约{}%"]), st.booleans())
def test_percents_read_back(tenths: int, pattern: str, wide: bool) -> None:
    shown = f"{Decimal(tenths) / 10}"
    text = pattern.format("".join(WIDE.get(c, c) for c in shown) if wide else shown)
    answer = read_quantity(text)
    assert isinstance(answer, Quantity)
    assert (answer.low, answer.unit) == (tenths / 10, "%")


@given(written(), st.data())
def test_a_residue_never_changes_a_value(form: tuple[str, float, Qualifier, str], data: st.DataObject) -> None:
    text, value, _, _ = form
    where = data.draw(st.integers(0, len(text)))
    residue = data.draw(st.one_of(st.sampled_from(RESIDUE), st.sampled_from(["（其中2人）", "(3)", "党员", "见附件"])))
    answer = read_quantity(text[:where] + residue + text[where:])
    if isinstance(answer, Quantity):
        assert (answer.low, answer.high) == (value, value)


STRANGE = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF).filter(lambda c: c not in KNOWN_CHARACTERS)


@given(written(), st.text(alphabet=STRANGE, min_size=1, max_size=6), st.booleans())
def test_words_the_grammar_does_not_know_are_never_swallowed(
    form: tuple[str, float, Qualifier, str], words: str, before: bool
) -> None:
    text = form[0]
    assert not isinstance(read_quantity(words + text if before else text + words), Quantity)


@given(written(), written(), st.sampled_from(["", "、", "和", "/", "；", "，", "(", "（其中"]))
def test_two_quantities_in_a_cell_are_never_one(
    one: tuple[str, float, Qualifier, str], other: tuple[str, float, Qualifier, str], joint: str
) -> None:
    text = one[0] + joint + other[0] + (")" if "（" in joint or "(" in joint else "")
    answer = read_quantity(text)
    # 2万3000 and 1 200 may be one number written in two parts; then nothing else may stand between them.
    if isinstance(answer, Quantity):
        assert joint == "", text


@given(st.text(alphabet="0123456789.,十百千万亿零一二三两半余多来约近共份次场人%/-~（）()①第年月 ", max_size=12))
def test_any_mixture_of_the_grammars_own_words_has_an_answer(text: str) -> None:
    answer = read_quantity(text)
    assert isinstance(answer, Quantity | Doubt | State)
    if isinstance(answer, Quantity):
        assert answer.low == answer.high


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_quantity(text), Quantity | Doubt | State)


@given(st.floats(), st.text(max_size=12), st.text(alphabet='0#?.,%;"万份yE+-[]<>=5_*\\!@ ()', max_size=16))
def test_no_number_format_raises(value: float, shown: str, code: str) -> None:
    assert isinstance(read_number(value, shown, code), Quantity | Doubt)


@given(st.text())
def test_folding_touches_full_width_ascii_only(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for before, after in zip(text, folded, strict=True):
        if not ("！" <= before <= "～" or before == "　"):
            assert after == before


def test_every_doubt_of_the_list_says_why_in_both_languages() -> None:
    with (Path(__file__).parent / "clerk_expressions.csv").open(encoding="utf-8", newline="") as stream:
        doubts = [a for row in csv.DictReader(stream) if isinstance(a := read_quantity(row["text"]), Doubt)]
    assert len({d.code for d in doubts}) > 15
    for doubt in doubts:
        assert doubt.reason.zh != doubt.reason.en, doubt.reason.zh
