"""A workbook → a reading: every sheet's tables, read and joined into one list of figures and problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from analytics.catalogue import Catalogue, Roster, load_catalogue
from analytics.intake.axes import read_axes
from analytics.intake.context import Context, Said, read_context
from analytics.intake.corrections import Corrections, said_of
from analytics.intake.figures import make_figures
from analytics.intake.forms import form_of
from analytics.intake.grid import Sheet, Workbook, a1
from analytics.intake.headings import HeadingKey, Matcher
from analytics.intake.labels import Labeller
from analytics.intake.log import read_log
from analytics.intake.log_columns import is_log
from analytics.intake.meanings import Block
from analytics.intake.observations import Gatherer
from analytics.intake.observed import Answers, Gathered
from analytics.intake.quantities import Quantity, read_quantity
from analytics.intake.rates import ask_mixed_rates
from analytics.intake.raw_tables import RawTable
from analytics.intake.readers.notes import note_as_problem
from analytics.intake.regions import regions
from analytics.intake.scaled import ask_scaled_columns
from analytics.intake.segments import find_tables
from analytics.intake.shifted import ask_rows_that_hang_over, ask_shifted_rows
from analytics.intake.shown_axes import shown_axes
from analytics.intake.template import take_templates
from analytics.intake.townships import Townships
from analytics.intake.view import View
from analytics.intake.wholes import set_parts_apart
from analytics.model import AxisView, Problem, Reading, Severity, TableView
from analytics.text import say


@dataclass(frozen=True)
class Decisions:
    """What users have decided: headings matched by hand, and the answers for a file that does not say.

    ``headings`` maps (heading, group) as given by ``headings.heading_key`` to an indicator id, or to None for
    "not a figure"; ``corrections`` what they said of columns and rows of a form; ``prose`` that a text is a report.
    """

    headings: Mapping[HeadingKey, str | None] = field(default_factory=dict)
    township: str | None = None
    year: int | None = None
    corrections: Corrections = field(default_factory=dict)
    prose: bool = False


def read_grid(
    workbook: Workbook,
    name: str,
    sha256: str,
    roster: Roster | None,
    decisions: Decisions,
    catalogue: Catalogue | None = None,
) -> Reading:
    """The reading of a workbook's grids."""
    labeller = Labeller(Matcher(catalogue or load_catalogue(), decisions.headings), Townships(roster))
    answers = Answers(decisions.township, decisions.year)
    # Our own forms are read by their identity; what is left of the workbook is read by its looks.
    taken = take_templates(workbook, name, labeller, answers)
    workbook, gathered = taken.rest, Gathered(observations=taken.observations)
    tables, problems = taken.tables, taken.problems
    # A text table has no sheet of its own; office programs show it under the file's name.
    stem = PurePath(name.replace("\\", "/")).stem
    sheets = [sheet if sheet.name else replace(sheet, name=stem) for sheet in workbook.sheets if not sheet.hidden]
    found = [(sheet, [(v, raw) for v in regions(sheet, labeller) for raw in find_tables(v)[0]]) for sheet in sheets]
    with_data = sum(1 for _, raws in found if raws)
    cover = _cover(found, labeller)
    for sheet, raws in found:
        problems += _hidden_notes(sheet)
        carried: list[Context] = []
        placed: set[tuple[int, int]] = set()
        for view, raw in raws:
            context = _context(view, raw, name, labeller.townships, with_data, carried or cover)
            before = len(gathered.observations)
            here = Gathered(observations=gathered.observations)
            layout, axes = _read_table(view, raw, context, labeller, answers, here, decisions.corrections)
            if (
                len(gathered.observations) > before
                or here.unknown
                or here.problems
                or here.asked_year
                or here.asked_township
                or here.asked_plan
                or here.asked_narrow
                or here.asked_other
                or (decisions.corrections and said_of(decisions.corrections, form_of(view, raw)))
            ):
                problems += here.problems + _disagreements(here, context, view, raw, answers)
                gathered.unknown += here.unknown
                _mark_lines(view, raw, here)
                tables.append(_table_view(view, raw, layout, axes, here))
            carried.append(context)
            placed |= here.roles.keys()
            placed |= {(row, c) for row in raw.repeated for c in view.by_row.get(row, ())}
        if any(t.sheet == sheet.name for t in tables):
            problems += _unplaced(View(sheet, labeller), placed)
    problems += [note_as_problem(code, name) for code in workbook.notes]
    hidden = [sheet.name for sheet in workbook.sheets if sheet.hidden]
    if hidden:
        problems.append(
            Problem(Severity.NOTE, "hidden_sheet", say("隐藏的工作表没有读取：{names}。", names="、".join(hidden)))
        )
    figures, asked = make_figures(gathered.observations)
    problems += asked
    if not figures and not any(p.severity is not Severity.NOTE for p in problems):
        problems.append(
            Problem(
                Severity.ERROR,
                "no_figures",
                say("文件“{name}”里没有找到可识别的统计表，请确认上传的是报表，或改用空白模板填写。", name=name),
            )
        )
    return Reading(
        name,
        sha256,
        "return",
        tuple(figures),
        _ordered(problems),
        unknown_headings=tuple(gathered.unknown),
        tables=tuple(tables),
        explanations=tuple(taken.explanations),
    )


def _cover(found: list[tuple[Sheet, list[tuple[View, RawTable]]]], labeller: Labeller) -> list[Context]:
    """What a cover sheet before the tables says of township and year; every table without a title of its own stands under it."""
    if len(found) < 2 or found[0][1]:
        return []
    view = View(found[0][0], labeller)
    context = read_context(find_tables(view)[1], (), "", "", labeller.townships, sheets=len(found))
    context.narrow = context.period = context.plan_at = None
    for said in (context.townships, context.years):
        said[:] = [replace(s, place=f"{view.sheet.name}!{s.place}") for s in said]
    return [context]


def _context(
    view: View, raw: RawTable, name: str, townships: Townships, sheets: int, carried: list[Context]
) -> Context:
    context = read_context(raw.lines, raw.notes, view.sheet.name, name, townships, sheets=sheets)
    titled = [any(s.rank <= 1 for s in said) for said in (context.townships, context.years)]
    # A later table of the sheet without a title of its own stands under the sheet's first one; where the table
    # before it says otherwise, it is asked. One that goes on under the headings of another stands under that alone.
    for earlier in carried[-1:] if raw.continues else [*carried[:1], *carried[1:][-1:]]:
        if not titled[0]:
            context.townships += [s for s in earlier.townships if s.rank <= 1]
        if not titled[1]:
            context.years += [s for s in earlier.years if s.rank <= 1]
    for earlier in carried[-1:] if raw.continues else carried[:1]:
        context.period = context.period or earlier.period
        context.plan_at = context.plan_at or earlier.plan_at
        if raw.continues or not any(titled):
            context.units = context.units or earlier.units
            context.narrow = context.narrow or earlier.narrow
    return context


def _read_table(
    view: View,
    raw: RawTable,
    context: Context,
    labeller: Labeller,
    answers: Answers,
    out: Gathered,
    corrections: Corrections,
) -> tuple[str, tuple[AxisView, ...]]:
    if is_log(view, raw):
        read_log(view, raw, context, labeller, answers, out)
        return "log", ()
    gatherer = Gatherer(view, context, labeller.matcher, answers, out)
    layouts: list[str] = []
    axes: list[AxisView] = []
    start = len(out.observations)
    for block in read_axes(view, raw, corrections):
        gatherer.block(block)
        layouts.append(_layout(block))
        axes += shown_axes(view, block, labeller.matcher)
    axes = set_parts_apart(out, start, axes)
    ask_shifted_rows(out, start)
    ask_rows_that_hang_over(view, raw, out, start)
    ask_mixed_rates(out, start)
    ask_scaled_columns(out, start, context.units)
    return layouts[0] if layouts else "none", tuple(axes)


def _layout(block: Block) -> str:
    roles = {c.role for c in block.columns}
    across = any(c.meaning.township for c in block.with_role("value"))
    if "indicator" in roles and "township" in roles:
        return "long"
    if across:
        return "transposed"
    return "form" if "indicator" in roles else "ledger"


def _hidden_notes(sheet: Sheet) -> list[Problem]:
    if sheet.hidden:
        return []
    holds_row = {r for r, _ in sheet.cells} & sheet.hidden_rows
    holds_column = {c for _, c in sheet.cells} & sheet.hidden_columns
    if not holds_row and not holds_column:
        return []
    rows = "、".join(str(r + 1) for r in sorted(holds_row)[:8])
    columns = "、".join(a1(0, c)[:-1] for c in sorted(holds_column)[:8])
    return [
        Problem(
            Severity.NOTE,
            "hidden_cells",
            say("隐藏的行、列没有读取：{rows} {columns}。", rows=rows, columns=columns),
            sheet.name,
        )
    ]


def _disagreements(here: Gathered, context: Context, view: View, raw: RawTable, answers: Answers) -> list[Problem]:
    problems = []
    at = a1(raw.data[0], min(view.by_row.get(raw.data[0], [0])))
    if here.asked_year:
        _, said = context.year()
        code, message = ("year_mismatch", say("年度说法不一：{places}，请选定年度。", places=_places(said))) if said else (
            "no_year", say("没有写明是哪一年的数据，请选定年度。"))  # fmt: skip
        problems.append(Problem(Severity.ERROR, code, message, view.sheet.name, at))
    elif answers.year is not None and {o.year for o in here.observations} == {answers.year}:
        others = [s for s in context.years if s.value != answers.year]
        if others:
            message = say(
                "{places}，已按选定的 {year} 年读，请乡镇改正。", places=_places(context.years), year=answers.year
            )
            problems.append(Problem(Severity.QUESTION, "year_mismatch", message, view.sheet.name, at))
    if here.asked_plan:
        message = say("表名说这是计划或预算，不是完成情况，没有采用；请上报实际完成数。")
        problems.append(Problem(Severity.ERROR, "plan_table", message, view.sheet.name, context.plan_at or at))
    if here.asked_narrow and context.narrow is not None:
        message = say(
            "这张表只是“{what}”的数，不是全乡镇全年的数，没有采用；请上报全乡镇全年的数。", what=context.narrow[0]
        )
        problems.append(
            Problem(Severity.ERROR, "narrow_table", message, view.sheet.name, _cell_of(context.narrow[1], at))
        )
    if here.asked_other and context.other_kind is not None:
        message = say("这张表写明是“{what}”，不是完成的数量，没有采用；请上报实际完成数。", what=context.other_kind[0])
        problems.append(
            Problem(Severity.ERROR, "not_counts", message, view.sheet.name, _cell_of(context.other_kind[1], at))
        )
    if here.asked_township:
        _, said = context.township()
        code, message = ("township_mismatch", say("填报单位说法不一：{places}，请选定乡镇。", places=_places(said))) if said else (
            "no_township", say("没有写明是哪个乡镇的数据，请选定乡镇。"))  # fmt: skip
        problems.append(Problem(Severity.ERROR, code, message, view.sheet.name, at))
    return problems


def _cell_of(place: str, otherwise: str) -> str:
    """A place if it is a cell; names of sheet or file are no cells."""
    return place if place.isascii() else otherwise


def _places(said: list[Said]) -> str:
    return "；".join(f"{s.place} {s.value}" for s in sorted(said, key=lambda s: s.rank))


def _unplaced(view: View, placed: set[tuple[int, int]]) -> list[Problem]:
    """A question about numbers beside the tables that nothing was made of, so that none is lost in silence."""
    loose = [
        at for at, cell in sorted(view.cells.items()) if at not in placed and _is_a_number(view, at) and cell.value
    ]
    if not loose:
        return []
    cells = "、".join(a1(*at) for at in loose[:8]) + ("…" if len(loose) > 8 else "")
    message = say("有 {n} 个数找不到对应的项目（{cells}），没有采用，请核对表的样式。", n=len(loose), cells=cells)
    return [Problem(Severity.QUESTION, "unplaced_numbers", message, view.sheet.name, a1(*loose[0]))]


def _is_a_number(view: View, at: tuple[int, int]) -> bool:
    """Whether a cell holds a number, or says one and nothing else (5场)."""
    kind = view.label(*at).kind
    if kind != "value":
        return kind == "number"
    read = read_quantity(view.text(*at))
    return isinstance(read, Quantity) and read.low > 0


def _mark_lines(view: View, raw: RawTable, here: Gathered) -> None:
    for lines, role in ((raw.lines, "title"), (raw.notes, "note")):
        for line in lines:
            before = ""
            for column, _ in line.texts:
                kind = view.label(line.row, column).kind
                # 合同审查 | 15 beside the 填报单位 of another table is lost there, and asked about.
                if kind != "number" or before != "wording":
                    here.roles.setdefault((line.row, column), role)
                before = kind


def _table_view(view: View, raw: RawTable, layout: str, axes: tuple[AxisView, ...], here: Gathered) -> TableView:
    rows = (*raw.headings, *raw.data)
    columns = [c for row in rows for c in view.by_row.get(row, ())]
    extent = f"{a1(min(rows), min(columns))}:{a1(max(rows), max(columns))}"
    roles = tuple((a1(*place), role) for place, role in sorted(here.roles.items()))
    return TableView(view.sheet.name, extent, layout, roles, form_of(view, raw), axes)


_ORDER = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.NOTE: 2}


def _ordered(problems: list[Problem]) -> tuple[Problem, ...]:
    """Errors before questions before notes, each said once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: _ORDER[p.severity]))
