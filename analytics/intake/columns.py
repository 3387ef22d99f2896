"""What every column of a table stands for, read from its headings and from what stands under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import replace
from math import isfinite
from typing import cast

from analytics.intake.corrections import Correction
from analytics.intake.grid import CellValue
from analytics.intake.labels import Labeller, as_year
from analytics.intake.meanings import KEYS, ROLES, Column, Meaning, Role
from analytics.intake.raw_tables import RawTable
from analytics.intake.units import read_unit
from analytics.intake.view import View
from analytics.intake.words import GENERIC_MEASURES, STRUCTURE, squeeze
from analytics.intake.years import FIRST, LAST, Period, read_period, split_period, split_year


def corrected_column(column: Column, correction: Correction | None) -> Column:
    """The column as a user has corrected it; as it was where nobody did."""
    if correction is None:
        return column
    meaning = column.meaning
    if correction.unit is not None:
        meaning = in_unit(meaning, correction.unit)
    if correction.role is None:
        return replace(column, meaning=meaning)
    if correction.role == "total":
        return replace(column, role="value", meaning=replace(meaning, total="?"))
    role = correction.role if correction.role in ROLES else "remark"
    return replace(column, role=cast(Role, role), meaning=replace(meaning, total="", derived=False, plan=False))


def in_unit(meaning: Meaning, word: str) -> Meaning:
    """The meaning with the unit a user named for it."""
    unit = read_unit(word)
    return meaning if unit is None else replace(meaning, unit=unit, unit_said=unit)


def spread(view: View, row: int) -> list[int]:
    """The columns a row reaches, merged ranges counted over their width."""
    reached = []
    for column in view.by_row.get(row, ()):
        merge = view.merge(row, column)
        reached += (
            [column]
            if merge is None
            else [c for c in range(merge.left, merge.right + 1) if c not in view.sheet.hidden_columns]
        )
    return reached


def heading_stack(view: View, raw: RawTable, column: int) -> list[tuple[str, tuple[int, int]]]:
    """The texts above a column from top to bottom, each once, with their places.

    A heading above others that was not merged but only written into the first of its columns reaches to the right
    until the next one.
    """
    stack: list[tuple[str, tuple[int, int]]] = []
    for level, row in enumerate(raw.headings):
        text, at = view.text(row, column), view.anchor(row, column)
        if not text and (level + 1 < len(raw.headings) or _only_townships(view, row)):
            text, at = _from_left(view, raw, row, column)
        if text and (not stack or stack[-1][1] != at):
            stack.append((text, at))
    return stack


def _only_townships(view: View, row: int) -> bool:
    """Whether a heading row holds nothing but townships, each over the columns up to the next."""
    return all(view.label(row, c).kind == "township" for c in view.by_row.get(row, ()))


def _from_left(view: View, raw: RawTable, row: int, column: int) -> tuple[str, tuple[int, int]]:
    below = [r for r in raw.headings if r > row]
    if below and not any(view.cell(r, column) for r in below):
        return "", (row, column)
    for left in range(column - 1, max(column - 16, -1), -1):
        text = view.text(row, left)
        if text:
            merge = view.merge(row, left)
            has_below = not below or any(view.cell(r, left) for r in below)
            if merge is not None or not has_below or view.seen_label(row, left).kind == "serial":
                return "", (row, column)
            return text, view.anchor(row, left)
    return "", (row, column)


def read_heads(labeller: Labeller, stack: list[tuple[str, tuple[int, int]]]) -> tuple[Meaning, str]:
    """What a stack of headings says, and the structure role of its lowest structure word ("" if none)."""
    meaning, role = Meaning(), ""
    headings: list[str] = []
    for text, at in stack:
        label = labeller.of_text(text)
        plain = squeeze(text)
        year, relative, rest = split_year(text)
        if "累计" in plain and label.kind not in ("wording", "text"):
            meaning = replace(meaning, so_far=True)
        if role == "period_head" and plain.isdecimal() and 1 <= int(plain) <= 12:
            # 月份 over 1 | 2 | 3 …
            meaning, role = replace(meaning, period=Period("month", int(plain))), ""
            continue
        if label.kind == "number" or (plain.isdecimal() and len(plain) == 4 and FIRST <= int(plain) <= LAST):
            year, rest = int(plain), ""
        if year is not None or relative is not None:
            meaning = replace(
                meaning, year=year or meaning.year, relative=relative if relative is not None else meaning.relative
            )
            if not rest:
                continue
            text, plain = rest, squeeze(rest)
            label = labeller.of_text(rest)
        within, rest = split_period(text)
        if within is not None and rest:
            meaning = replace(meaning, period=within)
            text, plain, label = rest, squeeze(rest), labeller.of_text(rest)
        period = read_period(plain)
        if period is not None:
            meaning = replace(meaning, period=period)
        elif label.kind == "township" and (sighting := labeller.townships.whole(text)):
            meaning = replace(meaning, township=sighting, township_at=at)
        elif label.kind == "measure":
            said = GENERIC_MEASURES.get(plain)
            unit = read_unit(plain) or (read_unit(said) if said else None)
            if headings and squeeze(headings[-1]) in GENERIC_MEASURES:
                meaning = replace(meaning, unit=unit or meaning.unit)
            elif headings or unit is None or plain in GENERIC_MEASURES:
                headings.append(text)
                meaning = replace(meaning, unit=unit or meaning.unit, heading_at=meaning.heading_at or at)
            else:
                meaning = replace(meaning, unit=unit)
            role = role or "value_head"
        elif label.kind == "total":
            meaning = replace(meaning, total="?")
        elif label.kind == "derived":
            meaning = replace(meaning, derived=True)
        elif label.kind == "plan":
            meaning = replace(meaning, plan=True)
        elif label.kind in ("wording", "text", "people", "leaflets", "activity", "meta", "value"):
            headings.append(text)
            meaning = replace(meaning, heading_at=at)
            if label.kind != "wording" and STRUCTURE.get(plain):
                role = STRUCTURE[plain]
        elif label.kind == "group":
            role = "group"
        elif label.kind == "corner":
            continue
        elif label.kind != "blank":
            role = label.kind
    return replace(meaning, headings=tuple(headings)), role


def read_column(view: View, raw: RawTable, index: int) -> Column:
    """The column with its role and what its headings say, before its neighbours have a word in it."""
    stack = heading_stack(view, raw, index)
    meaning, said = read_heads(view.labeller, stack)
    body = Counter(view.seen_label(row, index).kind for row in raw.data)
    body.pop("blank", None)
    meaning = _unit_among_data(view, raw, index, meaning)
    heads = tuple(text for text, _ in stack)
    return Column(index, _role(view, raw, index, meaning, said, body), meaning, heads)


def _unit_among_data(view: View, raw: RawTable, index: int, meaning: Meaning) -> Meaning:
    """The unit of a column whose row of units stands beside another table's first figures and was taken for data."""
    first = raw.data[0]
    if meaning.unit is not None or view.label(first, index).kind != "measure" or not meaning.headings:
        return meaning
    named = any(view.label(first, c).kind in ("township", "wording", "text", "total") for c in range(index))
    if named or not view.labeller.matcher.is_wording(meaning.headings[-1]):
        return meaning
    return replace(meaning, unit=read_unit(view.text(first, index)))


def _role(view: View, raw: RawTable, index: int, meaning: Meaning, said: str, body: Counter[str]) -> Role:
    filled = sum(body.values())
    numeric = body["number"] + body["value"]

    def mostly(*kinds: str) -> bool:
        return filled > 0 and sum(body[k] for k in kinds) * 2 >= filled

    if meaning.derived:
        return "derived"
    if meaning.plan or said == "plan":
        return "plan"
    if said in ("remark", "place"):
        return "remark"
    if said == "serial" and not body["township"]:
        return "serial"
    heading_free = not meaning.headings and not meaning.township
    if heading_free or said in ("township_head", "unit", "indicator", "group"):
        dated = meaning.year or meaning.period or meaning.relative is not None
        townships = body["township"] and not body["measure"] and not dated
        # A stray name among remarks or wordings makes no column of townships.
        named = said == "township_head" or (
            not (said and body["wording"])
            and (body["township"] * 2 >= len(raw.data) or index == min(view.by_row[raw.data[0]]))
        )
        if townships and named and mostly("township", "total", "text") and body["township"] * 3 >= filled:
            return "township"
        if said == "township_head" and not numeric:
            return "township"
        if said in ("year_head", "") and _all_years(view, raw, index) and not meaning.year and not meaning.period:
            return "year" if said == "year_head" or mostly("year") else "value"
        if mostly("period", "total") and body["period"]:
            return "period"
        if said == "unit" and body["text"] and not body["measure"] and mostly("text", "total"):
            # 单位 over names of villages: who, not in what it is counted.
            return "remark"
        if said == "unit" or (said == "" and mostly("measure") and not meaning.unit):
            return "unit" if numeric * 2 <= filled else "value"
        if said == "indicator":
            return "indicator"
        if said == "group":
            return "group"
        if said in ("date_head", "activity"):
            return "remark"
        if (
            said == ""
            and not meaning.year
            and meaning.relative is None
            and not meaning.period
            and not meaning.total
            and not meaning.unit
        ):
            if mostly("wording", "text", "measure") and (body["wording"] or not numeric):
                return "indicator"
            if filled and numeric == filled and _counts_up(view, raw, index):
                return "serial"
            if not filled:
                return "blank"
    if said == "year_head":
        return "year"
    if said == "period_head":
        return "period"
    return "value"


def _all_years(view: View, raw: RawTable, index: int) -> bool:
    cells = [cell for row in raw.data if (cell := view.seen(row, index)) is not None]
    return bool(cells) and all(as_year(c) or view.labeller.label(c).kind in ("year", "total") for c in cells)


def _counts_up(view: View, raw: RawTable, index: int) -> bool:
    """Whether a column without a heading holds 1, 2, 3 …: serial numbers, not figures."""
    values = [cell.value for row in raw.data if (cell := view.cell(row, index)) is not None]
    numbers = [whole for v in values if (whole := _whole(v)) is not None]
    return (
        len(numbers) >= 2
        and len(numbers) == len(values)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] in (0, 1)
    )


def _whole(value: CellValue) -> int | None:
    if isinstance(value, str):
        return int(squeeze(value)) if squeeze(value).isdecimal() else None
    return int(value) if isinstance(value, int | float) and isfinite(value) and value == int(value) else None


def settle(view: View, raw: RawTable, columns: list[Column]) -> list[Column]:
    """Settles what single columns cannot know: which of several text columns names the indicator, which only notes."""
    first_value = min((c.index for c in columns if c.role == "value"), default=10**6)
    by_block: list[Column] = []
    seen_value = False
    for column in columns:
        if column.role == "value":
            body = Counter(view.seen_label(row, column.index).kind for row in raw.data)
            body.pop("blank", None)
            words = body["text"] + body["wording"]
            wordy = words * 2 > sum(body.values()) and (body["number"] + body["value"]) * 4 < sum(body.values())
            if words and wordy and (body["wording"] * 2 > words or not _stands_for_figures(view, column)):
                # A column of words under a heading of its own: notes, unless it stands where row labels stand.
                is_label = column.index < first_value or (not seen_value and body["wording"] * 2 > words)
                column = replace(column, role="indicator" if is_label and body["wording"] else "remark")
        seen_value = seen_value or column.role == "value"
        by_block.append(column)
    groups = [c for c in by_block if c.role == "group"]
    if groups and not any(c.role in ("indicator", "township") for c in by_block) and not _heads_name(by_block):
        # 类别 | 单位 | 全年: nothing else says what is counted.
        by_block = [replace(c, role="indicator") if c is groups[-1] else c for c in by_block]
    texts = [c for c in by_block if c.role == "indicator"]
    if len(texts) > 1:
        runs: list[list[Column]] = [[]]
        for column in by_block:
            if column.role == "value" and runs[-1]:
                runs.append([])
            elif column.role == "indicator":
                runs[-1].append(column)
        for run in runs:
            if len(run) > 1:
                keep = _names_indicator(view, raw, run)
                by_block = [replace(c, role="group") if c in run and c is not keep else c for c in by_block]
    return by_block


def _heads_name(columns: list[Column]) -> bool:
    """Whether the headings of columns name what is counted in them."""
    return any(
        squeeze(heading) not in GENERIC_MEASURES
        for column in columns
        if column.role == "value"
        for heading in column.meaning.headings
    )


def _stands_for_figures(view: View, column: Column) -> bool:
    """Whether a column's own heading leaves no doubt that figures belong there, so that 见附件 in it is asked about."""
    meaning = column.meaning
    if meaning.headings:
        return view.labeller.matcher.is_wording(meaning.headings[-1])
    return bool(meaning.township or meaning.year or meaning.period or meaning.relative is not None)


def _names_indicator(view: View, raw: RawTable, run: list[Column]) -> Column:
    """Of several columns of row labels the one that names the indicator: the most wordings, then the most filled, then the last."""

    def weight(column: Column) -> tuple[int, int, int]:
        kinds = [view.label(row, column.index).kind for row in raw.data]
        named = any(STRUCTURE.get(squeeze(h)) == "indicator" for h in column.heads)
        return kinds.count("wording"), sum(k != "blank" for k in kinds) + (1000 if named else 0) * 0, column.index

    return max(run, key=weight)


def side_by_side(columns: list[Column], hidden: Set[int] = frozenset()) -> list[list[Column]]:
    """Side-by-side parts: a new one starts at a row label that follows a value.

    A year or a quarter in its row says when the values left of it are, too, unless an empty column stands between them.
    """
    parts: list[list[Column]] = [[]]
    seen_value = False
    for column in columns:
        before = parts[-1][-1].index if parts[-1] else column.index
        apart = any(between not in hidden for between in range(before + 1, column.index))
        if seen_value and (column.role in KEYS or (apart and column.role in ("year", "period"))):
            parts.append([])
            seen_value = False
        seen_value = seen_value or column.role in ("value", "derived", "plan")
        parts[-1].append(column)
    joined: list[list[Column]] = []
    for part in parts:
        # Row labels at the right end belong to the figures left of them.
        if joined and not any(c.role == "value" or c.corrected for c in part):
            joined[-1] += part
        else:
            joined.append(part)
    # A part that holds no figures because a user said so is still shown, so that it can be put right again.
    return [part for part in joined if any(c.role == "value" or c.corrected for c in part)]
