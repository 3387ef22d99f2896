"""The text a person sees in a cell: a value with its number format applied.

Covers what returns use: General, decimals, thousands, percent, literal texts (``"份"`` ``!份`` ``\\份``), scaling
commas, literals between digits (``0!.0,"万"`` shows 12000 as 1.2万), sections for negative numbers, zero and text,
dates and times. A format that is not understood shows the value as General does.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from analytics.intake.grid import CellValue
from analytics.intake.readers.clean import clean
from analytics.intake.readers.format_codes import Section, Token, sections

LOCAL_DATE = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}
"""Built-in 14 and 22 follow the computer's language: these are what a Chinese one shows."""

_WEEKDAYS = "一二三四五六日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COMPARE = {
    "<": lambda value, bound: value < bound,
    "<=": lambda value, bound: value <= bound,
    ">": lambda value, bound: value > bound,
    ">=": lambda value, bound: value >= bound,
    "=": lambda value, bound: value == bound,
    "<>": lambda value, bound: value != bound,
}


def shown(value: CellValue, code: str = "General") -> str:
    """``value`` as the office program shows it under the number format ``code``; "" for no value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return _text(value, code)
    if isinstance(value, date | time):
        return _date_shown(value, code)
    return _number_shown(value, code)


def general(value: float) -> str:
    """A number without a format: no needless zeros, at most 15 digits, never an exponent up to 10^21."""
    if isinstance(value, int):
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return "#NUM!"
    text = f"{value:.15g}"
    if "e" in text and abs(value) < 1e21:
        text = f"{Decimal(text):f}"
    if "." in text and "e" not in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(value: str, code: str) -> str:
    """A text under a format: itself, unless the format's last section frames it (``@"镇"``)."""
    if "@" not in code:
        return value
    parts = sections(code)
    tokens = parts[-1].tokens
    if not any(token.kind == "at" for token in tokens):
        return value
    return "".join(value if token.kind == "at" else token.text for token in tokens if token.kind in ("at", "lit"))


def _pick(value: float, parts: tuple[Section, ...]) -> tuple[Section, bool]:
    """The section a number falls in, and whether a minus sign is still to be written before it."""
    numeric = [part for part in parts if not any(token.kind == "at" for token in part.tokens)] or [parts[0]]
    for part in numeric:
        if part.condition and _COMPARE[part.condition[0]](value, part.condition[1]):
            return part, value < 0
    plain = [part for part in numeric if part.condition is None]
    if any(part.condition for part in numeric):
        return (plain[-1] if plain else numeric[-1]), value < 0
    if value < 0 and len(plain) > 1:
        return plain[1], False
    if value == 0 and len(plain) > 2:
        return plain[2], False
    return plain[0], value < 0


def _number_shown(value: float, code: str) -> str:
    if code in ("General", "@", ""):
        return general(value)
    try:
        part, minus = _pick(value, sections(code))
        body = _number_in_section(value, part.tokens)
    except (ArithmeticError, ValueError):
        return general(value)
    if body is None:
        return general(value)
    return "-" + body if minus and any(sign in "123456789" for sign in body) else body


def _number_in_section(value: float, tokens: tuple[Token, ...]) -> str | None:
    """The number without its sign; None where the section is beyond this grammar (fractions, dates, exponents)."""
    kinds = {token.kind for token in tokens}
    if kinds & {"date", "elapsed", "half", "exponent", "slash"}:
        return None
    if "general" in kinds:
        return "".join(general(abs(value)) if token.kind == "general" else token.text for token in tokens)
    if "digit" not in kinds:
        return "".join(token.text for token in tokens if token.kind in ("lit", "percent", "point"))
    exact = abs(Decimal(repr(value)))
    exact = exact.scaleb(2 * sum(token.kind == "percent" for token in tokens))
    places = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    first, last = places[0], places[-1]
    point = next((at for at, token in enumerate(tokens) if token.kind == "point" and at > first - 1), None)
    end_of_whole = point if point is not None and point < last else last + 1
    trailing = point if point is not None and point > last else last + 1
    scale = 0
    for after in (end_of_whole, trailing, last + 1):  # commas right behind the digits: thousands each
        at, run = after, 0
        while at < len(tokens) and tokens[at].kind == "comma":
            at, run = at + 1, run + 1
        if run:
            scale = run
            break
    if point is not None and point < last:  # 0,.00 scales as well: commas right before the point
        at = point - 1
        while at >= 0 and tokens[at].kind == "comma":
            at, scale = at - 1, scale + 1
    exact = exact.scaleb(-3 * scale)
    fraction_places = [at for at in places if point is not None and at > point]
    rounded = exact.quantize(Decimal(1).scaleb(-len(fraction_places)), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    whole_places = [at for at in places if at not in fraction_places]
    grouped = any(
        token.kind == "comma" and whole_places and whole_places[0] < at < whole_places[-1]
        for at, token in enumerate(tokens)
    )
    return _laid_out(tokens, whole_places, fraction_places, whole.lstrip("0"), fraction, grouped)


def _laid_out(
    tokens: tuple[Token, ...], whole_at: list[int], fraction_at: list[int], whole: str, fraction: str, grouped: bool
) -> str:
    """Digits put into their places from the right, literals left where they stand between them."""
    filled: dict[int, str] = {}
    rest = whole
    written = 0
    for at in reversed(whole_at):
        digit, rest = (rest[-1], rest[:-1]) if rest else ("", "")
        if not digit and tokens[at].text == "0":
            digit = "0"
        if digit:
            digit += "," if grouped and written and written % 3 == 0 else ""
            written += 1
        filled[at] = digit
    if rest and whole_at:  # more digits than places: they all go before the first
        extra = ""
        for digit in reversed(rest):
            extra = digit + ("," if grouped and written % 3 == 0 else "") + extra
            written += 1
        filled[whole_at[0]] = extra + filled[whole_at[0]]
    for place, at in enumerate(fraction_at):
        digit = fraction[place] if place < len(fraction) else "0"
        optional = tokens[at].text != "0" and not fraction[place:].strip("0")
        filled[at] = "" if optional else digit
    pieces = []
    for at, token in enumerate(tokens):
        if at in filled:
            pieces.append(filled[at])
        elif token.kind in ("lit", "percent"):
            pieces.append(token.text)
        elif token.kind == "point" and fraction_at and any(filled[place] for place in fraction_at):
            pieces.append(".")
    return clean("".join(pieces)).strip()


def _date_shown(value: date | time, code: str) -> str:
    code = LOCAL_DATE.get(code, code)
    tokens = next(iter(sections(code))).tokens
    if not any(token.kind in ("date", "half") for token in tokens):
        return _iso(value)
    return _date_in_section(value, tokens).strip() or _iso(value)


def _iso(value: date | time) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat() if not isinstance(value, time) else value.isoformat("seconds")


def _date_in_section(value: date | time, tokens: tuple[Token, ...]) -> str:
    moment = (
        value
        if isinstance(value, datetime)
        else datetime.combine(value, time())
        if isinstance(value, date)
        else datetime.combine(date(1900, 1, 1), value)
    )
    twelve = any(token.kind == "half" for token in tokens)
    dated = [at for at, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    pieces = []
    for at, token in enumerate(tokens):
        if token.kind in ("date", "elapsed"):
            before = next((tokens[i].text for i in reversed(dated) if i < at), "")
            after = next((tokens[i].text for i in dated if i > at), "")
            minutes = token.text[0] == "m" and (before[:1] == "h" or after[:1] == "s")
            pieces.append(_date_piece(moment, token.text, minutes, twelve))
        elif token.kind == "half":
            early, late = token.text.split("/")
            pieces.append(early if moment.hour < 12 else late)
        elif token.kind in ("lit", "slash", "point", "comma"):
            pieces.append(token.text)
    return "".join(pieces)


def _date_piece(moment: datetime, piece: str, minutes: bool, twelve: bool) -> str:
    sign, wide = piece[0], len(piece) > 1
    if sign in "ye":
        return str(moment.year) if len(piece) != 2 else f"{moment.year % 100:02d}"
    if sign == "m" and minutes:
        return f"{moment.minute:02d}" if wide else str(moment.minute)
    if sign == "m":
        return _MONTHS[moment.month - 1] if len(piece) > 2 else f"{moment.month:02d}" if wide else str(moment.month)
    if sign == "d" and len(piece) < 3:
        return f"{moment.day:02d}" if wide else str(moment.day)
    if sign in "da":
        return ("星期" if len(piece) > 3 else "周" if sign == "d" else "") + _WEEKDAYS[moment.weekday()]
    if sign == "h":
        hour = (moment.hour % 12 or 12) if twelve else moment.hour
        return f"{hour:02d}" if wide else str(hour)
    return f"{moment.second:02d}" if wide else str(moment.second)


def elapsed(value: timedelta) -> str:
    """A duration as hours and minutes, however many days it has: 26:30:00."""
    seconds = int(value.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else ''}{hours}:{rest // 60:02d}:{rest % 60:02d}"
