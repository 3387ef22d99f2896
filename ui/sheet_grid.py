"""A whole sheet as an HTML grid: every visible cell with the role it was read in, merged cells, problems marked."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from analytics.charts import Palette
from analytics.intake.grid import Merge, Sheet, a1, column_letters

ROWS, COLUMNS = 200, 80
"""Rows and columns shown at once."""
WIDE = 6
"""Merged columns from which a text begins at the left, where it is seen without scrolling."""
DOWN = 5
"""Headings in one column that are more than the levels of a heading."""
SERIAL = 4
"""Characters of the number of a line (12、（三）、2-10); names of lines are longer."""
SENTENCE = 12
"""Characters from which the text of a cell is a sentence, which breaks into lines a few words long."""
LONGEST = 160
"""Characters of a cell shown; the rest is in its tooltip."""

ROLES = ("title", "heading", "township", "year", "unit", "figure", "total", "derived", "note", "unknown")

_A1 = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")

Word = Callable[[str], str]
"""From a role to the word for it."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The rows and columns (0-based) of a part of a sheet that are shown, and how many more there are."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    rows_in_all: int
    columns_in_all: int


def extent(sheet: Sheet, first_row: int = 0) -> Extent:
    """The visible rows from ``first_row`` (counted among the visible ones) and columns, as far as the sheet is filled."""
    bottom = max((r for r, _ in sheet.cells), default=-1)
    right = max((c for _, c in sheet.cells), default=-1)
    for merge in sheet.merges:
        if merge.left <= right and merge.top <= bottom:
            right, bottom = max(right, min(merge.right, right + COLUMNS)), max(bottom, min(merge.bottom, bottom + ROWS))
    rows = [r for r in range(bottom + 1) if r not in sheet.hidden_rows]
    columns = [c for c in range(right + 1) if c not in sheet.hidden_columns]
    return Extent(tuple(rows[first_row : first_row + ROWS]), tuple(columns[:COLUMNS]), len(rows), len(columns))


def grid_html(
    sheet: Sheet, shown: Extent, roles: Mapping[str, str], problems: Mapping[tuple[int, int], str], word: Word
) -> str:
    """The grid. ``roles``: A1 → role; ``problems``: 0-based place → sentence. No text of the sheet is markup here."""
    head = "".join(f"<th>{column_letters(c)}</th>" for c in shown.columns)
    anchors, covered = _merges(sheet, shown)
    labels = _label_columns(sheet, shown, roles)
    body = []
    for r in shown.rows:
        cells = "".join(
            _cell(sheet, (r, c), anchors.get((r, c)), roles, problems, word, label=c in labels)
            for c in shown.columns
            if (r, c) not in covered
        )
        body.append(f"<tr><th>{r + 1}</th>{cells}</tr>")
    return (
        '<div class="sheet" tabindex="0"><table><thead><tr><th></th>'
        f"{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def legend_html(present: Iterable[str], word: Word, problem: str) -> str:
    """The roles that occur, each as it looks and in a word; ``problem`` is the word for ⚠."""
    found = set(present)
    chips = "".join(f'<span class="chip {role}">{html.escape(word(role))}</span>' for role in ROLES if role in found)
    return f'<div class="roles">{chips}<span class="chip">⚠ {html.escape(problem)}</span></div>'


def _label_columns(sheet: Sheet, shown: Extent, roles: Mapping[str, str]) -> set[int]:
    """Columns whose headings stand below each other: names of lines, which need the room of a few words.

    Numbers of lines do not: beside them the names and the figures are to be seen.
    """
    found = set()
    for c in shown.columns:
        down = [r for r in shown.rows if roles.get(a1(r, c)) == "heading" and (r, c) in sheet.cells]
        longest = max((len(sheet.cells[r, c].shown) for r in down[1:]), default=0)
        if len(down) >= DOWN and longest > SERIAL:
            found.add(c)
    return found


@dataclass(frozen=True, slots=True)
class _Span:
    """A merged range as shown: where its text stands, and how many shown rows and columns it covers."""

    text_at: tuple[int, int]
    rows: int
    columns: int


def _merges(sheet: Sheet, shown: Extent) -> tuple[dict[tuple[int, int], _Span], set[tuple[int, int]]]:
    anchors: dict[tuple[int, int], _Span] = {}
    covered: set[tuple[int, int]] = set()
    for merge in sheet.merges:
        rows, columns = _within(merge, shown)
        if not rows or not columns:
            continue
        anchor = rows[0], columns[0]
        if anchor in covered or anchor in anchors:  # ranges that overlap, which office programs never write
            continue
        anchors[anchor] = _Span((merge.top, merge.left), len(rows), len(columns))
        covered |= {(r, c) for r in rows for c in columns} - {anchor}
    return anchors, covered


def _within(merge: Merge, shown: Extent) -> tuple[list[int], list[int]]:
    return (
        [r for r in shown.rows if merge.top <= r <= merge.bottom],
        [c for c in shown.columns if merge.left <= c <= merge.right],
    )


def _cell(
    sheet: Sheet,
    place: tuple[int, int],
    span: _Span | None,
    roles: Mapping[str, str],
    problems: Mapping[tuple[int, int], str],
    word: Word,
    *,
    label: bool,
) -> str:
    at = span.text_at if span else place
    cell = sheet.cells.get(at)
    text = cell.shown if cell else ""
    role = roles.get(a1(*at)) or roles.get(a1(*place), "")
    problem = problems.get(at) or problems.get(place)
    classes = [role] if role in ROLES else []
    hints = [a1(*place)]
    if role in ROLES:
        hints.append(word(role))
    if problem:
        classes.append("problem")
        hints.append(f"⚠ {problem}")
    if span and span.columns >= WIDE:
        classes.append("wide")
    if label and role == "heading" and not (span and span.columns > 1):
        classes.append("label")
    if len(text) > SENTENCE and not (span and span.columns > 1):
        classes.append("long")
    if len(text) > LONGEST:
        hints.append(text[:1000])
        text = text[: LONGEST - 1] + "…"
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    if classes or len(hints) > 1:
        attributes += f' title="{html.escape("　".join(hints))}"'
    if span and span.rows > 1:
        attributes += f' rowspan="{span.rows}"'
    if span and span.columns > 1:
        attributes += f' colspan="{span.columns}"'
    mark = '<span class="mark">⚠</span>' if problem else ""
    return f"<td{attributes}>{mark}{html.escape(text)}</td>"


def places_of(named: str | None, shown: Extent) -> list[tuple[int, int]]:
    """The shown 0-based places among the cells a problem names (``D12``, ``D12:F15``, several by comma)."""
    rows, columns, found = set(shown.rows), set(shown.columns), []
    for part in re.split("[,，、;；]", named or ""):
        first, _, last = part.strip().partition(":")
        corners = [_A1.fullmatch(text) for text in (first, last or first)]
        if not all(corners):
            continue
        (top, left), (bottom, right) = ((int(c[2]) - 1, _number(c[1])) for c in corners if c)
        found += [
            (r, c)
            for r in range(top, min(bottom, shown.rows[-1] if shown.rows else -1) + 1)
            if r in rows
            for c in range(left, min(right, shown.columns[-1] if shown.columns else -1) + 1)
            if c in columns
        ]
    return found


def a1_place(named: str | None) -> tuple[int, int] | None:
    """The 0-based place of the first cell a problem names; None where it names none."""
    found = _A1.match(re.split("[,，、;；]", named or "")[0].strip())
    return (int(found[2]) - 1, _number(found[1])) if found else None


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def style(c: Palette) -> str:
    """The look of the grid: every role has a colour and, for those who do not see it, a line or a letter of its own."""
    return f"""<style>
.sheet {{ overflow: auto; max-height: 470px; border: 1px solid {c.line}; }}
.sheet table {{ border-collapse: separate; border-spacing: 0; font-size: .82rem; color: {c.ink}; }}
.sheet th {{ position: sticky; top: 0; z-index: 1; font-weight: 400; color: {c.muted}; background: {c.panel};
  padding: .1rem .45rem; border: 0 solid {c.line}; border-width: 0 1px 1px 0; min-width: 1.6rem; text-align: center; }}
.sheet tbody th {{ left: 0; top: auto; }}
.sheet thead th:first-child {{ left: 0; z-index: 2; }}
.sheet td {{ padding: .18rem .45rem; border: 0 solid {c.line}; border-width: 0 1px 1px 0; max-width: 13rem;
  overflow: hidden; overflow-wrap: anywhere; }}
.sheet td.figure, .sheet td.total, .sheet td.derived, .sheet td.year {{ white-space: nowrap; }}
.sheet td.long {{ min-width: 7rem; white-space: normal; }}
.sheet td[colspan], .sheet td.heading {{ white-space: normal; max-width: none; }}
.sheet td.heading {{ max-width: 14rem; min-width: 2.6rem; }}
.sheet td.label {{ min-width: 7rem; text-align: left; }}
.sheet td[colspan], .sheet td.heading[colspan] {{ max-width: 0; }}
.sheet .title, .roles .title {{ font-weight: 600; text-align: center; }}
.sheet .heading, .roles .heading {{ background: {c.panel}; font-weight: 600; text-align: center; }}
.sheet .township, .roles .township {{ background: {c.good}1F; box-shadow: inset 4px 0 {c.good}; padding-left: .7rem; }}
.sheet .year, .roles .year {{ background: {c.last_year}40; border-left: 4px dotted {c.muted}; }}
.sheet .unit, .roles .unit {{ border-left: 4px double {c.muted}; font-style: italic; }}
.sheet .figure, .roles .figure {{ background: {c.this_year}1C; box-shadow: inset 0 -2px {c.this_year}; }}
.sheet td.figure, .sheet td.total, .sheet td.derived {{ text-align: right; font-variant-numeric: tabular-nums; }}
.sheet .total, .roles .total {{ border-top: 3px double {c.ink}; font-weight: 600; }}
.sheet .derived, .roles .derived {{ color: {c.muted}; font-style: italic; border-bottom: 2px dotted {c.muted}; }}
.sheet .note, .roles .note {{ color: {c.muted}; font-size: inherit; }}
.sheet .unknown, .roles .unknown {{ border: 1px dashed {c.attention};
  background: repeating-linear-gradient(135deg, transparent 0 5px, {c.attention}2B 5px 7px); }}
.sheet .problem {{ outline: 2px solid {c.attention}; outline-offset: -2px; }}
.sheet .mark {{ color: {c.attention}; margin-right: .25rem; }}
.sheet td.wide {{ text-align: left; }}
.roles {{ display: flex; flex-wrap: wrap; gap: .35rem; margin: .1rem 0 .35rem; }}
.roles .chip {{ font-size: .78rem; padding: .05rem .5rem; border: 1px solid {c.line}; }}
</style>
"""
