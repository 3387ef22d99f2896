"""How a stated figure is put into a cell: plainly, or as townships do (8万余份, 三十六场次, ３６, 无, 未统计)."""

from __future__ import annotations

import numpy as np

from analytics.synthetic.book import Written, as_written, shown_number
from analytics.synthetic.headings import Heading
from analytics.synthetic.stated import Stated

DIGITS = "零一二三四五六七八九"
BLANKS = (None, "/", "—", "未统计", "未报")
NOTHING = ("0", "无", "未开展", "零")
DOUBTFUL = ("3-5次", "数十次", "12O", "XX", "4、5次", "若干", "1l0", "3/4", "*")
"""Each can be read in more than one way, or in none."""


def chinese(value: int) -> str:
    """A number from 0 to 99 in Chinese numerals."""
    tens, ones = divmod(value, 10)
    if tens == 0:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def full_width(text: str) -> str:
    """ASCII as full-width characters."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def write(stated: Stated, heading: Heading, rng: np.random.Generator, mess: float = 0.0) -> Written:
    """The cell for ``stated`` under ``heading``; its reading is exactly ``stated``.

    ``mess`` is the share of cells not written as a plain number. A text that carries 万 or a unit of its own is only
    used where the heading's unit is not in 万, so that nothing is ambiguous.
    """
    messy = rng.random() < mess
    if stated.words:
        return as_written(stated.words)
    if stated.state == "missing":
        text = BLANKS[int(rng.integers(len(BLANKS)))] if messy else None
        return as_written(text)
    if stated.state == "not_applicable":
        return as_written("不适用")
    if stated.state == "ask":
        return as_written(DOUBTFUL[int(rng.integers(len(DOUBTFUL)))])
    assert stated.value is not None
    if stated.qualifier != "exact":
        return as_written(_approximate(stated, heading, rng))
    if heading.unit == "%":
        return _rate(stated.value, rng, messy)
    if heading.scale != 1:
        return as_written(_tidy(stated.value / heading.scale))
    if not messy:
        return as_written(_tidy(stated.value))
    if stated.value == 0:
        return as_written(NOTHING[int(rng.integers(len(NOTHING)))])
    return _messy(int(stated.value), heading, rng)


def _tidy(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 6)


def _rate(value: float, rng: np.random.Generator, messy: bool) -> Written:
    shown = shown_number(value)
    if not messy:
        return as_written(_tidy(value))
    way = int(rng.integers(3))
    if way == 0:
        return as_written(shown + "%")
    if way == 1:
        return as_written(shown + "％")
    one_place = format(value, ".1f")
    if float(one_place) == value and value != int(value):
        return Written(round(value / 100, 6), one_place + "%", "0.0%")
    if value == int(value):
        return Written(value / 100, f"{int(value)}%", "0%")
    return as_written(shown + "%")


def _approximate(stated: Stated, heading: Heading, rng: np.random.Generator) -> str:
    assert stated.value is not None
    value = int(stated.value)
    unit = "" if heading.scale != 1 else heading.unit
    scaled = value / heading.scale
    digits = shown_number(scaled)
    if heading.scale == 1 and value >= 10_000 and value % 1000 == 0:
        digits = shown_number(value / 10_000) + "万"
    if stated.qualifier == "about":
        return (f"约{digits}{unit}", f"{digits}{unit}左右", f"约{digits}")[int(rng.integers(3))]
    if "." in digits or digits.endswith(tuple("123456789")):
        return (f"超过{digits}{unit}", f"{digits}{unit}以上", f"逾{digits}{unit}")[int(rng.integers(3))]
    return (f"{digits}余{unit}", f"{digits}多{unit}", f"超过{digits}{unit}")[int(rng.integers(3))]


def _messy(value: int, heading: Heading, rng: np.random.Generator) -> Written:
    unit = heading.unit
    ways: list[Written] = [
        as_written(str(value)),
        as_written(f"{value}{unit}"),
        as_written(full_width(str(value))),
        as_written(f"{value} "),
        as_written(f"共计{value}{unit}"),
        Written(value, f"{value}{unit}", f'0"{unit}"'),
        Written(value, f"{value:,}", "#,##0"),
    ]
    if value >= 1000:
        ways += [as_written(f"{value:,}"), as_written(full_width(f"{value:,}"))]
    if value >= 10_000 and value % 100 == 0:
        ways += [as_written(f"{shown_number(value / 10_000)}万"), as_written(f"{shown_number(value / 10_000)}万{unit}")]
    if value < 100:
        ways += [as_written(f"{chinese(value)}{unit}")]
    if heading.unit == "场次":
        ways += [as_written(f"{value}场（次）"), as_written(f"{value}场(次)")]
    return ways[int(rng.integers(len(ways)))]
