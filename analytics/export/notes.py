"""The notes on cells: what ≥, ≈ and an incomplete sum rest on, with file, sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analytics.checks.prose import in_paragraphs
from analytics.export.amounts import NOTHING, Amount, Key, Place, hollow_words, state_word
from analytics.export.book import Book
from analytics.export.request import Column, Request
from analytics.measures import FROM_REPORT, figure_text, number_text
from analytics.text import where

_MOST = 8
"""Lines of a note before it says how many more there are."""

_QUALIFIER = {"": "exact", "≥": "at_least", "≈": "about"}


def text_of(book: Book, amount: Amount) -> str:
    """The amount as it is shown."""
    if not amount.known:
        return state_word(amount, book.language)
    if amount.hollow:
        return f"{FROM_REPORT * amount.told}0{hollow_words(book.language)}"
    return figure_text(amount.value, _QUALIFIER[amount.shown_sign], amount.state, book.language, told=amount.told)


def place_text(book: Book, place: Place) -> str:
    """File, sheet and cell in one line; the text as it stood there if it is not just the number."""
    at = where([in_paragraphs(place.cell, book.language)], place.sheet, place.file, book.language)
    return book.t("原文“{raw}”，{place}", raw=place.raw[:60], place=at) if place.raw else at


def amount_note(book: Book, request: Request, township: str, year: int, column: Column, amount: Amount) -> str | None:
    """The note for a township's figure; None where it is exact, complete, of a return, and nobody explained it."""
    said = request.said_of(township, year, _parts(request, column)) if request.explanations else []
    explained = [book.t("说明：{text}", text=text[:300]) for text in said]
    if amount.told:
        explained.insert(0, book.t("来自工作报告：没有收到报表，采用报告中的数据"))
    if not amount.known or not (amount.sign or amount.short):
        head = f"{township} {year} {column.name} {text_of(book, amount)}"
        asked = [book.t("已报的数有疑问，没有采用，待乡镇核实；见疑点表")] if amount.waiting else []
        return "\n".join([head, *asked, *explained]) if asked or explained else None
    lines = [f"{township} {year} {column.name} {text_of(book, amount)}"]
    asked = [i for i in amount.lacking if (township, year, i) in request.waiting]
    for parts, message in (
        ([i for i in amount.lacking if i not in asked], book.t("缺 {n} 项：{names}")),
        (asked, book.t("{n} 项已报待核实，没有计入：{names}")),
    ):
        if parts:
            lines.append(message.format(n=len(parts), names=_listed(book, map(request.name_of, parts))))
    if amount.holds:
        for part in sorted(p.partition("@")[0] for p in amount.holds):
            single = request.amounts.indicators.get((township, year, part), NOTHING)
            if single.sign:
                lines.append(f"{request.name_of(part)} {text_of(book, single)}")
                lines += _source(book, request, township, year, part)
    else:
        lines += _source(book, request, township, year, column.id)
    return "\n".join([*lines, *explained])


def _parts(request: Request, column: Column) -> list[str]:
    """The indicators a column sums; itself where it is one."""
    return [i.id for i in request.catalogue.indicators if i.headline == column.id] or [column.id]


def total_note(
    book: Book, request: Request, year: int, column: Column, amount: Amount, amounts: Mapping[Key, Amount]
) -> str | None:
    """The note for the county's figure: who is missing, how many parts are, how many figures are rounded."""
    of = {t: a for t in request.townships if (a := amounts.get((t, year, column.id), NOTHING)).known}
    told = [township for township, a in of.items() if a.told]
    if not amount.known or not (amount.sign or amount.short or told):
        return None
    lines = []
    if told:
        lines.append(book.t("含 {n} 个乡镇工作报告中的数据：{names}", n=len(told), names=_listed(book, told)))
    asked = [town for town in amount.lacking if amounts.get((town, year, column.id), NOTHING).waiting]
    silent = [town for town in amount.lacking if town not in asked]
    if silent:
        lines.append(book.t("{n} 个乡镇未报：{names}", n=len(silent), names=_listed(book, silent)))
    if asked:
        lines.append(book.t("{n} 个乡镇已报待核实，没有计入：{names}", n=len(asked), names=_listed(book, asked)))
    parts = sum(len(a.lacking) for a in of.values())
    if parts:
        lines.append(book.t("另有 {n} 项乡镇数据缺报，合计中没有它们。", n=parts))
    rounded = sum(1 for a in of.values() if a.sign)
    if rounded:
        lines.append(book.t("含 {n} 个乡镇的约数（≥ 或 ≈）。", n=rounded))
    lines.append(book.t("已报部分合计 {value}", value=number_text(amount.value)))
    return "\n".join(lines)


def _source(book: Book, request: Request, township: str, year: int, indicator: str) -> list[str]:
    place = request.amounts.places.get((township, year, indicator))
    return [place_text(book, place)] if place else []


def _listed(book: Book, names: Iterable[str]) -> str:
    given = list(names)
    shown = book.t("、").join(given[:_MOST])
    return shown if len(given) <= _MOST else book.t("{names}等", names=shown)
