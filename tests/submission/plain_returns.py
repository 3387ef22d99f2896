"""Returns in a language of the tests' own, and a reader of it, so that submission is tested without intake.

A line is ``township year indicator raw``; ``-`` leaves township or year to a person. A line ``?heading group`` is an
unknown heading with a figure 7 under it; ``!code sheet cell words`` an error, ``~…`` a question. ``@form`` says what
form the file is on, whose columns are its indicators. ``crash`` crashes the reader, ``foreign`` is a file it cannot use.
"""

from __future__ import annotations

import hashlib

from analytics.model import Figure, Problem, Qualifier, Reading, Severity, Source, State, TableView, UnknownHeading
from analytics.submission import Incoming
from analytics.text import Text


def read_plain(data, name, *, roster, headings, township, year, corrections=()) -> Reading:
    text = data.decode()
    sha256 = hashlib.sha256(data).hexdigest()
    if text == "crash":
        raise RuntimeError("the reader has a bug")
    if text == "foreign":
        refused = Problem(Severity.ERROR, "not_a_table", Text(f"“{name}”不是表格", "no table"))
        return Reading(name, sha256, "return", problems=(refused,), readable=False)
    figures, problems, unknown, tables = [], [], [], []
    for number, line in enumerate(text.splitlines(), 1):
        cell = f"D{number}"
        if line[0] in "!~":
            code, sheet, where, words = line[1:].split(maxsplit=3)
            severity = Severity.ERROR if line[0] == "!" else Severity.QUESTION
            place = [None if part == "-" else part for part in (sheet, where)]
            problems.append(Problem(severity, code, Text(words, words), *place))
            continue
        if line[0] == "@":
            tables.append(TableView("表", "A1:D9", "ledger", (), line[1:]))
            continue
        if line[0] == "?":
            heading, _, group = line[1:].partition(" ")
            if (heading, group) not in headings:
                unknown.append(UnknownHeading(heading, group, "表", cell, (cell,), ()))
                continue
            if headings[heading, group] is None:
                continue
            line = f"荻砚镇 2024 {headings[heading, group]} 7"
        who, when, indicator, *rest = line.split(" ", 3)
        who = township if who == "-" else who
        when = year if when == "-" else when
        if who is None or when is None:
            code = "no_township" if who is None else "no_year"
            problems.append(Problem(Severity.ERROR, code, Text("请补充乡镇和年度", "township and year, please")))
            continue
        if tables and dict(corrections).get((tables[0].form, "column", indicator), ("", ""))[0] == "remark":
            continue
        figures.append(as_figure(who, int(when), indicator, rest[0] if rest else "", cell))
    return Reading(
        name, sha256, "return", tuple(figures), tuple(problems), unknown_headings=tuple(unknown), tables=tuple(tables)
    )


def as_figure(township: str, year: int, indicator: str, raw: str, cell: str) -> Figure:
    number = raw.strip("≥")
    value = float(number) if number.isdigit() else None
    qualifier = Qualifier.AT_LEAST if raw.startswith("≥") else Qualifier.EXACT
    state = State.MISSING if value is None else State.REPORTED
    return Figure(township, year, indicator, value, qualifier, state, "份", Source("表", cell, raw))


def incoming(text: str, name: str = "荻砚镇.xlsx") -> Incoming:
    return Incoming(name, text.encode())
