"""Lines that are titles: of a table, of tables side by side, of the next township's form; and groups of rows."""

from __future__ import annotations

import re

from analytics.intake.labels import Label
from analytics.intake.raw_tables import STRUCTURE_KINDS, Line, RawTable, lists_any
from analytics.intake.view import View
from analytics.intake.words import NOTE, squeeze
from analytics.intake.years import REPORT_DAY, range_in, years_in

TITLE_END = re.compile(r"(?:表|台账|统计|汇总|清单|情况)(?:\(.*\))?$")
_CONTINUED = re.compile(
    r"\(?续(?:表|\d*|[一二三四五])?\)?|\(?(?:第|共)(?:\d+|[一二三四五六七八九十]+)页\)?[,，]?|\(?(?:转下|接上)页\)?"
)
_OF_FIGURES = frozenset({"year", "period", "total", "value_head", "measure", "derived", "plan"})


def is_title(text: str) -> bool:
    """Whether a text ends as titles of tables do: 统计表, 情况, 汇总."""
    return TITLE_END.search(squeeze(text)) is not None


def is_group_line(line: Line) -> bool:
    """Whether a line names a group of the rows below it."""
    return len(line.texts) == 1 and not NOTE.match(squeeze(line.text)) and len(squeeze(line.text)) <= 30


def plain_title(line: Line) -> str:
    """A title without what a page break adds to it."""
    return _CONTINUED.sub("", squeeze(line.text))


def follows_title(pending: list[Line]) -> bool:
    """Whether the line above is the title of another table: 2022-2024年法治宣传情况."""
    text = squeeze(pending[-1].text) if pending else ""
    return bool(TITLE_END.search(text)) and bool(years_in(text) or range_in(text))


def meta_is_data(table: RawTable | None, labels: dict[int, Label]) -> bool:
    """A line like 填报单位: | 青禾镇 is about the sender; one with quantities under headings is data."""
    kinds = [label.kind for label in labels.values()]
    return (
        table is not None
        and bool(table.data)
        and kinds.count("meta") == 1
        and kinds.count("number") + kinds.count("value") >= 2
    )


def says_who_and_when(table: RawTable | None, columns: list[int], labels: dict[int, Label]) -> bool:
    """填报单位 | 青禾镇 | 年度 | 2024 above a table: keys and values in cells of their own."""
    kinds = [labels[c].kind for c in columns]
    keys, values = kinds[::2], kinds[1::2]
    return (
        len(kinds) % 2 == 0
        and set(keys) <= {"township_head", "year_head", "date_head"}
        and set(values) <= {"township", "year", "number", "date", "text"}
        and kinds.count("township") <= keys.count("township_head")
        and (table is None or not table.headings or bool(table.data))
    )


def says_when(table: RawTable | None, columns: list[int], labels: dict[int, Label]) -> bool:
    """2023年度 | 2024年1月报 above a table: the year it is of and the day it was sent."""
    kinds = [labels[c].kind for c in columns]
    return (
        kinds.count("year") == 1
        and len(kinds) > 1
        and all(
            k == "date" or REPORT_DAY.fullmatch(squeeze(labels[c].text))
            for c, k in zip(columns, kinds, strict=True)
            if k != "year"
        )
        and (table is None or not table.headings or bool(table.data))
    )


def are_titles(view: View, table: RawTable | None, row: int, columns: list[int], labels: dict[int, Label]) -> bool:
    """Whether a row holds the titles of tables side by side, each naming a year or a township of its own."""
    if table is not None and table.headings and not table.data:
        return False
    texts = [squeeze(view.text(row, c)) for c in columns]
    kinds = {label.kind for label in labels.values()}
    if len(set(texts)) == 1 and kinds <= {"township", "year"}:
        return not lists_any(view, table, columns, labels)
    return any(TITLE_END.search(text) for text in texts) and all(
        labels[c].kind in ("text", "township", "year")
        and (TITLE_END.search(text) or view.labeller.townships.inside(text))
        and (years_in(text) or view.labeller.townships.inside(text))
        for c, text in zip(columns, texts, strict=True)
    )


def holds_title(view: View, table: RawTable | None, row: int, columns: list[int], labels: dict[int, Label]) -> bool:
    """Whether beside a stray number or word there stands nothing but the title of a table: 30 | 附表二 2023年学法情况表."""
    texts = [squeeze(label.text) for label in labels.values() if label.kind == "text"]
    titles = [t for t in texts if TITLE_END.search(t) and (years_in(t) or view.labeller.townships.inside(t))]
    if len(columns) != 2 or len(titles) != 1:
        return False
    return len(texts) == 1 or (
        # A word beside it may be a heading as well, unless the headings follow.
        (table is None or bool(table.data)) and _heads_next(view, row)
    )


def _heads_next(view: View, row: int) -> bool:
    """Whether the next row that holds anything has words of headings in it."""
    below = next((r for r in view.by_row if r > row), None)
    return below is not None and any(view.label(below, c).kind in STRUCTURE_KINDS for c in view.by_row[below])


def only_names(view: View, row: int) -> bool:
    """Whether a row says nothing but whose figures, or of which year, stand below it: one name, however often."""
    columns = view.by_row.get(row, ())
    return len({squeeze(view.text(row, c)) for c in columns}) == 1 and all(
        view.label(row, c).kind in ("township", "year") for c in columns
    )


def names_under_figures(view: View, row: int, headings: list[int]) -> bool:
    """Whether a row names an indicator where the headings say that figures stand: it is of another form."""
    return any(
        view.label(row, c).kind == "wording" and {view.seen_label(h, c).kind for h in headings} & _OF_FIGURES
        for c in view.by_row[row]
    )


def is_about_another(view: View, line: Line) -> bool:
    """Whether a line between data rows says whose figures or of which year the rows below it are."""
    plain, townships = squeeze(line.text), view.labeller.townships
    if NOTE.match(plain):
        return False
    is_title = bool(TITLE_END.search(plain)) or any(view.label(line.row, c).kind == "meta" for c, _ in line.texts)
    if is_title and years_in(plain):
        return True
    if any(view.label(line.row, c).kind in ("township", "year") for c, _ in line.texts):
        return True
    # Without a roster any 平安乡 in a heading of a group would do.
    return any(s.sure for s in townships.inside(plain)) and (is_title or townships.roster is not None)
