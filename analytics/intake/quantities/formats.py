"""Numeric cells: what the number format adds to the number (percent, 万, a measure word, a date).

The number is written out with everything its format shows around it, at full precision, and that text goes through
the grammar: so ``0!.0,"万"`` on 12000 reads 1.2万, and ``0"万"`` on 1.2 reads the same.
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from analytics.intake.quantities.doubts import doubt
from analytics.intake.quantities.grammar import read_quantity
from analytics.intake.quantities.kinds import MAX_DIGITS, Doubt, Quantity, fold

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.?|\*.?|\[(?P<bracket>[^\]]*)\]|(?P<point>\.)|(?P<digits>[0#?])'
    r"|(?P<comma>,)|(?P<percent>%)|(?P<science>[Ee][+-])|(?P<general>General|G/通用格式)|(?P<text>@)|(?P<literal>.)",
    re.DOTALL,
)
_DATE_CODE = re.compile(r"[ymdhsYMDHS年月日时]")
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_NUMBER_SHOWN = re.compile(r"-?\d[\d,]*(?:\.(\d+))?")
_PLAIN = frozenset({"", "general", "@", "0", "0.0", "0.00", "#,##0", "#,##0.0", "#,##0.00", "g/通用格式"})


@dataclass(frozen=True, slots=True)
class _Section:
    """One of a format's sections: texts around the number, power of ten applied to it, and its condition."""

    before: str
    after: str
    shift: int
    date: bool
    blank: bool
    condition: tuple[str, float] | None


def read_number(value: float, shown: str, number_format: str) -> Quantity | Doubt:
    """The quantity a numeric cell shows: 0.255 as 25.5% is 25.5 %, 12000 as 1.2万 is 12000, 12 as ``0"份"`` is 12 份.

    ``shown`` counts only where the file carries no number format. Never raises.
    """
    if isinstance(value, bool):
        return doubt("not_a_number")
    if not math.isfinite(value):
        return doubt("error_cell")
    if abs(value) >= 10**MAX_DIGITS:
        return doubt("too_long")
    code = number_format.strip().lower()
    if code not in _PLAIN:
        return _formatted(value, number_format)
    held = _clean(value)
    if code in ("", "general") and shown and shown != str(value) and shown.strip() != _write(held):
        return _as_shown(value, shown)
    return Quantity(float(held), float(held))


def _clean(value: float) -> Decimal:
    """The value without the noise of binary fractions (0.1 + 0.2 is 0.3), and without a negative zero."""
    return Decimal(f"{value:.12g}") + 0 if abs(value) < 10**12 else Decimal(repr(value))


def _write(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _formatted(value: float, code: str) -> Quantity | Doubt:
    """The value under a format code that may say something."""
    sections = _sections(code)
    if any(s.date for s in sections):
        return doubt("date")
    held = _clean(value)
    plain = Quantity(float(held), float(held))
    section, position = _chosen(sections, value)
    if section is None:
        return plain
    if section.blank:
        texts = (section.before + section.after).strip(" -–—")
        # An accounting format shows a dash for zero; a format that shows nothing hides what is there.
        if value == 0 and (section.before + section.after).strip():
            return plain if not texts else doubt("shown_differs", plain)
        return doubt("hidden", plain)
    before, after = section.before.strip(), section.after.strip()
    number = held.scaleb(section.shift)
    negative = number < 0
    if negative and position == 1:
        marked = "-" in before or "(" in before or "负" in before
        if not marked:
            return doubt("shown_differs", plain)
        before = before.replace("-", "").replace("(", "").replace("负", "")
        after = after.replace(")", "")
    written = _write(abs(number))
    # A trailing zero keeps 1.125 from looking like a thousand and more: the cell holds a number, there is no doubt.
    written += "0" if len(written.partition(".")[2]) == 3 else ""
    if not before and not after and not section.shift:
        return plain
    text = f"{before}{written}{after}"
    found = read_quantity(text)
    if isinstance(found, Quantity):
        # 12000 shown as a bare 12: its reader takes the scale from somewhere else, perhaps from the heading.
        if section.shift < 0 and not found.scale_said:
            return doubt("shown_differs", plain)
        return replace(found, low=-found.low, high=-found.high) if negative else found
    return found if isinstance(found, Doubt) else doubt("shown_differs", plain)


def _as_shown(value: float, shown: str) -> Quantity | Doubt:
    """The value where only its shown text tells about the format: taken if held and shown agree."""
    held = _clean(value)
    plain = Quantity(float(held), float(held))
    with suppress(ValueError):
        if float(fold(shown).replace(",", "")) == plain.low:
            return plain
    found = read_quantity(shown)
    if isinstance(found, Doubt):
        if found.code == "rounded":
            return plain
        return found if found.code == "date" else doubt("shown_differs", plain)
    if not isinstance(found, Quantity):
        return doubt("hidden", plain)
    digits = _NUMBER_SHOWN.search(shown)
    factor = 1.0
    if digits and found.scale_said:
        bare = float(digits[0].replace(",", ""))
        factor = found.low / bare if bare else 1.0
    step = factor * 10 ** -len(digits[1] or "") if digits else 0.0
    near = step * 0.5000001 + abs(value) * 1e-9
    if abs(found.low - value) <= near:
        return replace(found, low=plain.low, high=plain.high)
    if found.unit == "%" and abs(found.low - value * 100) <= near:
        exact = float(held.scaleb(2))
        return replace(found, low=exact, high=exact)
    if factor > 1 and abs(found.low - value * factor) <= near:
        exact = float(held * Decimal(factor))
        return replace(found, low=exact, high=exact)
    return doubt("shown_differs", found)


def _chosen(sections: tuple[_Section, ...], value: float) -> tuple[_Section | None, int]:
    """The section a value is shown by, and its position (1 is the one for negatives)."""
    if any(s.condition for s in sections):
        for section in sections:
            if section.condition is None or _holds(section.condition, value):
                return section, 0
        return None, 0
    position = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    return sections[position], position


def _holds(condition: tuple[str, float], value: float) -> bool:
    sign, bound = condition
    return {
        "<": value < bound,
        ">": value > bound,
        "=": value == bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "<>": value != bound,
    }[sign]


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    """A format code taken apart; sections are divided by semicolons outside quotes."""
    parts, current, i = [], "", 0
    while i < len(code):
        end = i + 1
        if code[i] == '"':
            end = code.find('"', i + 1) + 1 or len(code)
        elif code[i] in "\\!_*" and i + 1 < len(code):
            end = i + 2
        if code[i] == ";":
            parts.append(current)
            current = ""
        else:
            current += code[i:end]
        i = end
    return tuple(_section(part) for part in [*parts, current][:4])


def _section(code: str) -> _Section:
    """One section: literals before and after the digits, thousands commas, inserted points, percent."""
    before, after = "", ""
    seen = date = False
    shift = pending = inserted = 0
    condition: tuple[str, float] | None = None
    for token in _TOKEN.finditer(code):
        kind = token.lastgroup
        literal = token["quoted"] or token["escaped"] or token["literal"] or ""
        if kind == "bracket":
            inside = token["bracket"]
            found = _CONDITION.fullmatch(inside)
            if found:
                condition = (found[1], float(found[2]))
            date = date or bool(_ELAPSED.fullmatch(inside))
            if inside.startswith("$"):
                literal = inside[1:].split("-")[0]
        elif kind == "literal" and _DATE_CODE.fullmatch(literal):
            date = True
        elif kind in ("digits", "general", "text"):
            if after == "." and seen:
                inserted, after = inserted + 1, ""
            elif inserted:
                inserted += 1
            seen, pending = True, 0
        elif kind == "comma":
            pending += 1
        elif kind == "percent":
            literal, shift = "%", shift + 2
        if pending and kind != "comma":
            shift, pending = shift - 3 * pending, 0
        if seen:
            after += literal
        else:
            before += literal
    shift -= 3 * pending + inserted
    return _Section(before, after, shift, date, not seen, condition)
