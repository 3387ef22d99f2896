"""This year, last year, change and percent in four cells: live formulas with their results, or words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analytics.export.amounts import NOTHING, Amount, Comparing, comparable, comparing, hollow_words, state_word
from analytics.export.book import Book
from analytics.export.numbers import amount_format, change_format, percent_format
from analytics.measures import FROM_REPORT
from analytics.measures.change import PERCENT_FROM

Kind = Literal["number", "total", "like"]
DASH = "—"


@dataclass(frozen=True)
class Words:
    """The words of a comparison; "last year" is named by its number unless it is the year before."""

    this: str
    last: str
    change: str
    percent: str
    missing: str
    waiting: str
    not_applicable: str
    this_missing: str
    this_waiting: str
    this_not_applicable: str
    last_missing: str
    last_waiting: str
    last_not_applicable: str
    last_zero: str
    unlike: str

    def state(self, amount: Amount) -> str:
        """未报, 已报待核实 or 不适用."""
        if amount.state == "not_applicable":
            return self.not_applicable
        return self.waiting if amount.waiting else self.missing

    def why_none(self, this: Amount, last: Amount) -> str:
        """Why there is no difference of two amounts, of which one is known at most."""
        if this.known:
            words = (self.last_not_applicable, self.last_waiting, self.last_missing)
        elif last.known:
            words = (self.this_not_applicable, self.this_waiting, self.this_missing)
        else:
            return DASH
        unknown = last if this.known else this
        return words[0 if unknown.state == "not_applicable" else 1 if unknown.waiting else 2]


def words_of(book: Book, this: int, base: int) -> Words:
    """The words for ``this`` against ``base`` in the workbook's language."""
    t = book.t
    year_before = base == this - 1
    return Words(
        this=t("本年"),
        last=t("上年") if year_before else t("{year}年", year=base),
        change=t("增减"),
        percent=t("同比") if year_before else t("增减率"),
        missing=t("未报"),
        waiting=state_word(NOTHING._replace(waiting=True), book.language),
        not_applicable=t("不适用"),
        this_missing=t("本年未报"),
        this_waiting=t("本年待核实"),
        this_not_applicable=t("本年不适用"),
        last_missing=t("上年未报") if year_before else t("{year}年未报", year=base),
        last_waiting=t("上年待核实") if year_before else t("{year}年待核实", year=base),
        last_not_applicable=t("上年不适用") if year_before else t("{year}年不适用", year=base),
        last_zero=t("上年为 0") if year_before else t("{year}年为 0", year=base),
        unlike=t("口径不同"),
    )


class Comparison:
    """Writes the four cells of a comparison; keeps the formula pattern, so that a cell costs one ``format``."""

    def __init__(self, book: Book, words: Words) -> None:
        self.book, self.words = book, words

        def quoted(word: str) -> str:
            return '"' + word.replace('"', '""').replace("{", "{{").replace("}", "}}") + '"'

        w = words
        no_last, no_this = (
            f"IF({cell}={quoted(w.not_applicable)},{quoted(exempt)},"
            f"IF({cell}={quoted(w.waiting)},{quoted(asked)},{quoted(silent)}))"
            for cell, exempt, asked, silent in (
                ("{c}", w.last_not_applicable, w.last_waiting, w.last_missing),
                ("{b}", w.this_not_applicable, w.this_waiting, w.this_missing),
            )
        )
        self._change = (
            f"=IF(ISNUMBER({{b}}),IF(ISNUMBER({{c}}),{{b}}-{{c}},{no_last}),"
            f"IF(ISNUMBER({{c}}),{no_this},{quoted(DASH)}))"
        )
        self._percent = (
            f"=IF(AND(ISNUMBER({{b}}),ISNUMBER({{c}})),"
            f"IF({{c}}=0,IF({{b}}=0,{quoted(DASH)},{quoted(w.last_zero)}),"
            f"IF({{c}}<{PERCENT_FROM:g},{quoted(DASH)},{{b}}/{{c}}-1)),{quoted(DASH)})"
        )

    def change_of(self, this: Amount, last: Amount) -> float | str:
        """What the change formula gives: the difference, or the word for why there is none."""
        if this.known and last.known:
            if this.holds != last.holds:
                return self.words.unlike
            # The binary rest of 98.6 − 97.2 would show in the file.
            return round(this.value - last.value, 6)
        return self.words.why_none(this, last)

    def percent_of(self, this: Amount, last: Amount) -> float | str:
        """What the percent formula gives, as a fraction; a base under 10 gives none, a base of 0 its word."""
        if not comparable(this, last):
            return DASH
        if last.value == 0:
            return DASH if this.value == 0 else self.words.last_zero
        return DASH if last.value < PERCENT_FROM else this.value / last.value - 1

    def write(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        this: Amount,
        last: Amount,
        *,
        decimals: int = 0,
        rate: bool = False,
        wan: bool = False,
        chance: bool = False,
        kind: Kind = "number",
        formulas: tuple[str, str] | None = None,
        sure: Comparing | None = None,
        alone: bool = False,
    ) -> None:
        """Four cells from ``column`` on. ``formulas`` replace the two numbers by live sums (county rows).

        ``sure``: how sure the change is; None: as the two signs say. The one sign of a sum says less than its townships.
        ``alone``: of a county row, that one township carries the change, so that no percentage is the county's.
        """
        sure = sure if sure is not None else comparing(this, last) if this.known and last.known else ""
        for offset, amount in enumerate((this, last)):
            formula = formulas and formulas[offset]
            self.amount(sheet, row, column + offset, amount, decimals, rate, kind, formula, wan=wan)
        look, word = self._looks(kind)
        cells = {"b": f"{xl_col_to_name(column)}{row + 1}", "c": f"{xl_col_to_name(column + 1)}{row + 1}"}
        change, percent = self.change_of(this, last), self.percent_of(this, last)
        if isinstance(change, str):
            number, style = "", word
        else:
            number = change_format(sure, decimals, self.book.language, wan)
            style = f"{kind}_chance" if chance and kind != "number" else "chance" if chance else look
        if change == self.words.unlike:
            # Figures of different parts have no difference, whatever they are changed to.
            self.book.write(sheet, row, column + 2, change, word)
            self.book.write(sheet, row, column + 3, DASH, word)
            return
        sheet.write_formula(row, column + 2, self._change.format(**cells), self.book.look(style, number), change)
        if rate or alone:
            self.book.write(sheet, row, column + 3, DASH, word)
            return
        if isinstance(percent, str):
            number, style = "", word
        else:
            number = percent_format(sure, self.book.language)
        sheet.write_formula(row, column + 3, self._percent.format(**cells), self.book.look(style, number), percent)

    def amount(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        amount: Amount,
        decimals: int = 0,
        rate: bool = False,
        kind: Kind = "number",
        formula: str | None = None,
        *,
        wan: bool = False,
    ) -> None:
        """One number with its sign in the number format, or the word for its state as a muted text."""
        look, word = self._looks(kind)
        if not amount.known:
            self.book.write(sheet, row, column, self.words.state(amount), word)
            return
        behind = hollow_words(self.book.language) if amount.hollow else ""
        mark = FROM_REPORT * amount.told if behind else amount.mark
        style = self.book.look(look, amount_format(mark, decimals, rate, wan, behind))
        if formula:
            sheet.write_formula(row, column, formula, style, amount.value)
        else:
            sheet.write_number(row, column, amount.value, style)

    @staticmethod
    def _looks(kind: Kind) -> tuple[str, str]:
        return ("number", "word") if kind == "number" else (f"{kind}_number", f"{kind}_word")
