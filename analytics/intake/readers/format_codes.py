"""Takes number format codes apart.

Source of the grammar: ECMA-376 part 1, 18.8.30–31, with ``!`` as Chinese Excel and WPS write ``\\``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal[
    "lit", "digit", "point", "comma", "percent", "date", "elapsed", "half", "at", "general", "exponent", "slash"
]
"""What a piece of a code stands for: ``digit`` is 0, # or ?, ``half`` the half of the day, ``elapsed`` [h]."""


class Token(NamedTuple):
    """One piece of a format code."""

    kind: Kind
    text: str


class Section(NamedTuple):
    """One of the up to four parts of a format code, with its ``[>=100]`` condition if it has one."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None


CHINESE_BUILTIN = {
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""Built-in format numbers of the Chinese Excel, which files name without spelling them out (ECMA-376, 18.8.30)."""

_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$")
_ELAPSED = re.compile(r"h+$|m+$|s+$", re.IGNORECASE)
_HALVES = re.compile(r"上午/下午|AM/PM|A/P", re.IGNORECASE)


@lru_cache(maxsize=2048)
def sections(code: str) -> tuple[Section, ...]:
    """The parts of a format code, cut at ``;`` outside literals."""
    found: list[Section] = []
    tokens: list[Token] = []
    condition: tuple[str, float] | None = None
    at = 0
    while at < len(code):
        sign = code[at]
        if sign == ";":
            found.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
            at += 1
        elif sign == '"':
            end = code.find('"', at + 1)
            end = len(code) if end < 0 else end
            tokens.append(Token("lit", code[at + 1 : end]))
            at = end + 1
        elif sign in "\\!":
            tokens.append(Token("lit", code[at + 1 : at + 2]))
            at += 2
        elif sign in "_*":  # the width of a character, or filling up to the cell's width: nothing to read
            at += 2
        elif sign == "[":
            end = code.find("]", at)
            end = len(code) if end < 0 else end
            inside = code[at + 1 : end]
            if match := _CONDITION.match(inside):
                condition = (match[1], float(match[2]))
            elif inside.startswith("$"):
                tokens.append(Token("lit", inside[1:].split("-")[0]))
            elif _ELAPSED.match(inside):
                tokens.append(Token("elapsed", inside.lower()))
            at = end + 1
        elif code.startswith(("General", "GENERAL", "general"), at):
            tokens.append(Token("general", ""))
            at += 7
        elif code.startswith("G/通用格式", at):
            tokens.append(Token("general", ""))
            at += 6
        elif match := _HALVES.match(code, at):
            tokens.append(Token("half", match[0]))
            at = match.end()
        else:
            at = _plain_token(code, at, tokens)
    found.append(Section(tuple(tokens), condition))
    return tuple(found)


def _plain_token(code: str, at: int, tokens: list[Token]) -> int:
    """Takes one unquoted token at ``at`` and says where the next begins."""
    sign = code[at]
    if sign in "0#?":
        tokens.append(Token("digit", sign))
    elif sign == ".":
        tokens.append(Token("point", sign))
    elif sign == ",":
        tokens.append(Token("comma", sign))
    elif sign in "%％":
        tokens.append(Token("percent", sign))
    elif sign == "@":
        tokens.append(Token("at", sign))
    elif sign == "/":
        tokens.append(Token("slash", sign))
    elif sign in "Ee" and code[at + 1 : at + 2] in ("+", "-"):
        tokens.append(Token("exponent", code[at : at + 2]))
        return at + 2
    elif sign.lower() in "ymdhsae":
        end = at
        while end < len(code) and code[end].lower() == sign.lower():
            end += 1
        tokens.append(Token("date", code[at:end].lower()))
        return end
    else:
        tokens.append(Token("lit", sign))
    return at + 1


def is_date_format(code: str) -> bool:
    """Whether a number under this format is shown as a date or time."""
    first = sections(code)[0].tokens
    return any(token.kind in ("date", "elapsed", "half") for token in first) and not any(
        token.kind in ("digit", "at") and token.text in "#?@" for token in first
    )
