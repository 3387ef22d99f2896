"""Why a cell is not taken as a number: the codes, their clauses for the user, and which one fits."""

from __future__ import annotations

import re
from functools import lru_cache

from analytics.intake.quantities.kinds import Doubt, Quantity
from analytics.intake.quantities.words import MEASURE
from analytics.text import Text, say


@lru_cache(maxsize=64)
def reason(code: str) -> Text:
    """The clause for a doubt's code; that of ``residue`` for an unknown one."""
    match code:
        case "error_cell":
            return say("这是一个计算错误，不是数")
        case "date":
            return say("看起来是日期或年份")
        case "ordinal":
            return say("看起来是序号或编号，不是数量")
        case "fraction":
            return say("看起来是分数或日期")
        case "ratio":
            return say("看起来是比例或时间")
        case "vague":
            return say("只有概数，没有具体数字")
        case "frequency":
            return say("写的是频次，不是全年总数")
        case "partial_year":
            return say("只说了一年中的一段时间")
        case "range":
            return say("写的是一个范围，不是一个数")
        case "two_numbers":
            return say("一格里有几个数")
        case "colloquial":
            return say("口语写法，可能有两种理解")
        case "below":
            return say("只写了上限，没有写实际数")
        case "letters":
            return say("数字里夹有字母")
        case "accounting":
            return say("括号里的数可能表示负数")
        case "odd":
            return say("数字的写法不规范")
        case "too_long":
            return say("数字太长，像是编号")
        case "not_a_number":
            return say("没有可以读出的数")
        case "zero_or_missing":
            return say("分不清是零还是没有统计")
        case "rounded":
            return say("只保留了科学计数的前几位，后面的数字已经丢失")
        case "hidden":
            return say("格子里有数，但显示为空")
        case "shown_differs":
            return say("显示的内容与格子里存的数不一致")
        case "sum":
            return say("写的是算式")
        case _:
            return say("除数字以外还有别的内容")


def doubt(code: str, quantity: Quantity | None = None) -> Doubt:
    """A doubt of the given code with its clause."""
    return Doubt(reason(code), code, quantity)


_ERROR = re.compile(r"#[A-Z/0-9?!]+[!?A]?|#+|Err:\d+|#N/A", re.IGNORECASE)
_DATE = re.compile(
    r"(?:19|20)\d\d(?:\.(?:0?[1-9]|1[0-2])|[-/](?:0?[1-9]|1[0-2]))(?:[-/.]\d{1,2})?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|(?:[\d零〇○一二三四五六七八九十]{2,4}年度?)?(?:[\d一二三四五六七八九十]{1,2}月(?:份|底|初|末)?)?(?:[\d一二三四五六七八九十]{1,3}[日号])?"
    r"|\d{1,2}·\d{1,2}|[\d一二两三四五六七八九十半]+(?:年|个半?月|周年|个季度|季度)半?|半年|全年|年底|上半年|下半年"
)
_ORDINAL = re.compile(r"第.*|No\.?\s*\d+.*|№.*|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|[a-z]\d+", re.IGNORECASE)
_FRACTION = re.compile(r"\d+\s*/\s*\d+.*|[\d一二两三四五六七八九十]+分之[\d一二两三四五六七八九十]+.*")
_RATIO = re.compile(r"\d+\s*[:：∶]\s*\d+.*")
_VAGUE = re.compile(
    r"几|若干|许多|很多|大量|众多|成百上千|成千上万|无数|一些|部分|多数|一批|不等|不少(?!于)|半数|一半|大批"
    r"|数(?=[十百千万次个场人份件名条])|(?<![\d%个十百千万余])多(?=[次场个人份件名条批期])"
)
_FREQUENCY = re.compile(r"每|/[月周日天季旬人村所校户场]|逐[月年季]|一次/")
_SUM = re.compile(r"\s*=?\s*[\d.,]+\s*[+*×xX=÷]\s*[\d.,]+.*|=.+")
_LETTERS = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z\d.,]+")
_LONG = re.compile(r"\d{16,}")
TOKEN = re.compile(
    r"(?<![\d.A-Za-z第/:*#万千百亿。_'’-])(?:(\d[\d,]*(?:\.\d+)?(?:万|千|百|亿)?余?多?)(?![\dA-Za-z年月日号届季周/:*#.万千百亿。_'’]| \.)"
    rf"|([一二两三四五六七八九十百千万]+余?多?)(?={MEASURE}))({MEASURE}|%)?"
)


def code_for(text: str) -> str | None:
    """The code of a folded text that is known not to be a plain quantity; None where only its numbers can tell."""
    if text == "一批":
        return "vague"
    if _ERROR.fullmatch(text):
        return "error_cell"
    if _DATE.fullmatch(text):
        return "date"
    if _ORDINAL.fullmatch(text):
        return "ordinal"
    if _LONG.fullmatch(text):
        return "too_long"
    if _FRACTION.fullmatch(text):
        return "fraction"
    if _RATIO.fullmatch(text):
        return "ratio"
    if _SUM.fullmatch(text):
        return "sum"
    return None


def letters(text: str) -> bool:
    """Whether letters stand among digits, as in 12O or 1l0."""
    return bool(_LETTERS.fullmatch(text))


def vague(text: str) -> bool:
    """Whether the text speaks of several, many or some."""
    return bool(_VAGUE.search(text))


def frequency(text: str) -> bool:
    """Whether the text says how often instead of how many."""
    return bool(_FREQUENCY.search(text))
