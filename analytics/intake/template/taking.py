"""Reads forms back by their identity. What was changed beside the entries is asked about, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from analytics.catalogue import Catalogue, Indicator
from analytics.intake.grid import Sheet, Workbook, a1
from analytics.intake.labels import Labeller
from analytics.intake.observed import Answers, Observation
from analytics.intake.template.explained import explained, read_entry
from analytics.intake.template.identity import (
    HIDDEN_SHEET,
    Identity,
    Listed,
    Tagged,
    read_listing,
    read_tagged,
    without_column,
)
from analytics.intake.template.whose import settled
from analytics.intake.template.wording import EXPLANATION, INDICATOR, LAST_YEAR, SERIAL, THIS_YEAR, UNIT
from analytics.intake.view import View
from analytics.intake.words import squeeze, without_ordinal
from analytics.model import Explanation, Problem, Severity, TableView
from analytics.text import Text, say


@dataclass
class Taken:
    """What the forms of a workbook give, and ``rest``: the workbook without what has been read from it."""

    rest: Workbook
    observations: list[Observation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    tables: list[TableView] = field(default_factory=list)


@dataclass(frozen=True)
class _Form:
    """A visible sheet that is one of our forms. ``tag`` is the hidden column, None where only the list is left."""

    sheet: Sheet
    identity: Identity
    heading_row: int
    rows: tuple[tuple[int, str], ...]
    tag: int | None


def take_templates(
    workbook: Workbook, file: str, labeller: Labeller, answers: Answers, catalogue: Catalogue | None = None
) -> Taken:
    """The figures of all forms of ours in ``workbook``; any other sheet is left in ``rest`` for the ordinary reader.

    A form whose headings were changed stays in ``rest`` too, with a question. ``file`` is the file's name. What the
    township wrote under 说明 comes as explanations and as notes with code ``explanation``, both at the figure's cell.
    """
    known = catalogue or labeller.matcher.catalogue
    # A text table has no sheet of its own; office programs show it under the file's name.
    stem = PurePath(file.replace("\\", "/")).stem
    sheets = [sheet if sheet.name else replace(sheet, name=stem) for sheet in workbook.sheets]
    listed = read_listing(workbook)
    forms = list(_forms(sheets, listed))
    taken = Taken(workbook)
    rest = []
    for sheet in sheets:
        form = next((form for form in forms if form.sheet is sheet), None)
        if form is not None:
            plain = sheet if form.tag is None else without_column(sheet, form.tag)
            if not _take(form, plain, file, labeller, answers, known, listed, taken, alone=len(forms) == 1):
                rest.append(plain)
        elif listed is None or sheet.name != HIDDEN_SHEET:
            rest.append(sheet)
    taken.rest = replace(workbook, sheets=tuple(rest))
    return taken


def _forms(sheets: list[Sheet], listed: Listed | None) -> Iterator[_Form]:
    visible = [sheet for sheet in sheets if not sheet.hidden and sheet.name != HIDDEN_SHEET]
    tagged: list[tuple[Sheet, Tagged]] = [(s, t) for s in visible if (t := read_tagged(s)) is not None]
    for sheet, tag in tagged:
        yield _Form(sheet, tag.identity, tag.heading_row, tag.rows, tag.column)
    if listed is None or any(tag.identity == listed.identity for _, tag in tagged):
        return
    same = [sheet for sheet in visible if sheet.name == listed.sheet] or visible
    others = [sheet for sheet in same if not any(sheet is s for s, _ in tagged) and sheet.cells]
    if len(others) == 1:
        yield _Form(others[0], listed.identity, listed.heading_row, listed.rows, None)


def _take(
    form: _Form,
    sheet: Sheet,
    file: str,
    labeller: Labeller,
    answers: Answers,
    catalogue: Catalogue,
    listed: Listed | None,
    taken: Taken,
    *,
    alone: bool,
) -> bool:
    """Reads one form into ``taken``; False where the sheet has to be read as any other."""
    view = View(sheet, labeller)
    columns = _columns(view, form.heading_row)
    if columns is None or (form.tag is None and _moved(view, form, columns, catalogue)):
        message = say("这是本系统的空白模板，但表头或行列被改动，已按普通报表读取，请逐项核对。")
        taken.problems.append(Problem(Severity.QUESTION, "template_changed", message, sheet.name))
        return False
    whose = settled(view, form.identity, form.heading_row, file, labeller.townships, answers, alone=alone)
    taken.problems += whose.problems
    reader = _Rows(view, form, columns, catalogue, whose.year)
    reader.read(whose.township)
    if listed is not None and listed.identity == form.identity:
        reader.absent(listed)
    if not reader.said_anything:
        message = say("这张空白表一个数也没有填，请填好后再上传。")
        taken.problems.append(Problem(Severity.ERROR, "template_blank", message, sheet.name))
    else:
        taken.problems += reader.problems
        taken.explanations += reader.explanations
        taken.observations += reader.observations
    taken.tables.append(reader.table())
    return True


def _columns(view: View, heading_row: int) -> dict[str, int] | None:
    """Heading → column by the texts of the heading rows; None where one that is needed is not there just once."""
    wanted = {squeeze(h): h for h in (SERIAL, INDICATOR, UNIT, THIS_YEAR, LAST_YEAR, EXPLANATION)}
    found: dict[str, set[int]] = {}
    for row in (heading_row - 1, heading_row):
        for column in view.by_row.get(row, ()):
            name = wanted.get(squeeze(view.text(row, column)))
            if name is not None:
                found.setdefault(name, set()).add(column)
    if not {INDICATOR, UNIT, THIS_YEAR} <= found.keys() or any(len(places) > 1 for places in found.values()):
        return None
    return {name: places.pop() for name, places in found.items()}


def _moved(view: View, form: _Form, columns: dict[str, int], catalogue: Catalogue) -> bool:
    """Whether any listed row does not bear its indicator's name any more."""
    return not all(
        id_ in catalogue.by_id and _bears(view, row, columns, catalogue.by_id[id_]) for row, id_ in form.rows
    )


def _bears(view: View, row: int, columns: dict[str, int], indicator: Indicator) -> bool:
    """Whether a row shows the indicator's name (or one of its wordings) and its unit."""
    name = squeeze(view.text(row, columns[INDICATOR]))
    names = {squeeze(n) for n in (indicator.name_zh, *indicator.wordings)}
    return (name in names or without_ordinal(name) in names) and squeeze(view.text(row, columns[UNIT])) == squeeze(
        indicator.unit
    )


class _Rows:
    def __init__(
        self, view: View, form: _Form, columns: dict[str, int], catalogue: Catalogue, year: int | None
    ) -> None:
        self.view, self.form, self.columns, self.catalogue, self.year = view, form, columns, catalogue, year
        self.sheet = view.sheet.name
        self.observations: list[Observation] = []
        self.problems: list[Problem] = []
        self.explanations: list[Explanation] = []
        self.said_anything = False
        self.roles: dict[tuple[int, int], str] = {}

    def read(self, township: str | None) -> None:
        """Every row with an indicator; without township or year only what stands there is looked at."""
        hidden = [row for row, _ in self.form.rows if row in self.view.sheet.hidden_rows]
        for row, id_ in self.form.rows:
            indicator = self.catalogue.by_id.get(id_)
            if row in hidden:
                continue
            if indicator is None or not _bears(self.view, row, self.columns, indicator):
                self._changed(row, indicator)
                continue
            self._row(row, indicator, township)
        if hidden:
            rows = "、".join(str(row + 1) for row in hidden[:8])
            self._tell(
                Severity.NOTE,
                "hidden_cells",
                None,
                say("隐藏的行、列没有读取：{rows} {columns}。", rows=rows, columns=""),
            )
        self._loose()

    def _row(self, row: int, indicator: Indicator, township: str | None) -> None:
        column = self.columns[THIS_YEAR]
        at = (row, column)
        note_at = self.columns.get(EXPLANATION)
        note = self.view.text(row, note_at).strip() if note_at is not None else ""
        cell = self.view.cell(row, column)
        merge = self.view.merge(row, column)
        self.said_anything = self.said_anything or cell is not None or bool(note)
        self.roles[at] = "figure"
        if merge is not None and (merge.bottom > merge.top or merge.right > merge.left):
            if self.view.seen(row, column) is not None:
                message = say("这个数跨了几格合并，分不清属于哪一项，没有采用，请拆分后填写。")
                self._tell(Severity.QUESTION, "merged_value", at, message)
            return
        value = explained(read_entry(cell, indicator, self.year), note)
        if note and note_at is not None:
            self.roles[row, note_at] = "note"
            said = say("乡镇说明（{cell}）：{text}", cell=a1(row, note_at), text=note)
            self._tell(Severity.NOTE, "explanation", at, said)
            self.explanations.append(Explanation(self.sheet, a1(*at), "explanation", note))
        if township is not None and self.year is not None:
            self.observations.append(
                Observation(self.sheet, at, township, self.year, None, indicator, value, lane=(-1, column))
            )

    def _changed(self, row: int, indicator: Indicator | None) -> None:
        """Leaves out a row that does not say any more what the form said there; an empty one is no loss."""
        at = (row, self.columns[THIS_YEAR])
        filled = self.view.cell(*at) is not None
        self.said_anything = self.said_anything or filled
        seen = " ".join(t for c in (INDICATOR, UNIT) if (t := self.view.text(row, self.columns[c])))
        if indicator is None:
            message = say("模板里的“{seen}”已不在指标目录中，没有采用，请核实。", seen=seen)
        else:
            message = say(
                "模板里“{name}（{unit}）”这一行被改成了“{seen}”，没有采用，请核实。",
                name=Text(indicator.name_zh, indicator.name_en),
                unit=indicator.unit,
                seen=seen,
            )
        self.roles[at] = "unknown"
        if filled or indicator is not None:
            self._tell(Severity.QUESTION, "template_changed", at, message)

    def absent(self, listed: Listed) -> None:
        """Asks about rows that the form had and the sheet has no more."""
        there = {id_ for _, id_ in self.form.rows}
        gone = [self.catalogue.by_id[i] for _, i in listed.rows if i not in there and i in self.catalogue.by_id]
        if gone:
            names = Text("、".join(i.name_zh for i in gone), ", ".join(i.name_en for i in gone))
            message = say("模板少了这些行：{names}。这些指标没有读取，请核实。", names=names)
            self._tell(Severity.QUESTION, "template_changed", None, message)

    def _loose(self) -> None:
        """Asks about quantities beside the entries, so that none is lost in silence."""
        rows = {row for row, _ in self.form.rows}
        quiet = {self.columns[c] for c in (SERIAL, LAST_YEAR, EXPLANATION) if c in self.columns}
        own = {(row, self.columns[c]) for row in rows for c in (THIS_YEAR, INDICATOR, UNIT)}
        loose = [
            at
            for at, cell in sorted(self.view.cells.items())
            if at[0] > self.form.heading_row
            and at not in own
            and not (at[1] in quiet and at[0] in rows)
            and self.view.label(*at).kind in ("number", "value")
            and cell.value
            # A line of words where names stand (以下为普法部分) speaks of parts, not of an amount.
            and not (at[1] == self.columns[INDICATOR] and not any(sign.isdigit() for sign in cell.shown))
        ]
        if loose:
            self.said_anything = True
            cells = "、".join(a1(*at) for at in loose[:8]) + ("…" if len(loose) > 8 else "")
            message = say(
                "有 {n} 个数找不到对应的项目（{cells}），没有采用，请核对表的样式。", n=len(loose), cells=cells
            )
            self._tell(Severity.QUESTION, "unplaced_numbers", loose[0], message)

    def _tell(self, severity: Severity, code: str, at: tuple[int, int] | None, message: Text) -> None:
        self.problems.append(Problem(severity, code, message, self.sheet, a1(*at) if at else None))

    def table(self) -> TableView:
        """The form as the source panel shows it."""
        top = self.form.heading_row - 1
        for row in range(self.form.heading_row + 1):
            for column in self.view.by_row.get(row, ()):
                self.roles[row, column] = "title" if row < top else "heading"
        for row, _ in self.form.rows:
            self.roles[row, self.columns[INDICATOR]] = "heading"
            self.roles[row, self.columns[UNIT]] = "unit"
            for name in (SERIAL, LAST_YEAR):
                if name in self.columns:
                    self.roles[row, self.columns[name]] = "note"
        bottom = max((row for row, _ in self.form.rows), default=self.form.heading_row)
        extent = f"{a1(max(top, 0), min(self.columns.values()))}:{a1(bottom, max(self.columns.values()))}"
        shown = tuple((a1(*at), role) for at, role in sorted(self.roles.items()) if at in self.view.cells)
        return TableView(self.sheet, extent, "template", shown)
