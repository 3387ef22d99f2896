"""Under which township a cell is filed, and what in its row or heading speaks against it."""

from __future__ import annotations

from analytics.intake.context import Context
from analytics.intake.grid import Cell, a1
from analytics.intake.meanings import Block, Meaning
from analytics.intake.observed import Answers, Gathered, Place
from analytics.intake.townships import Sighting
from analytics.intake.view import View
from analytics.intake.whose import RowNames
from analytics.intake.words import squeeze
from analytics.model import Problem, Severity
from analytics.text import Text, say

_SENDER: Place = (-1, -1)
"""Stands for the place of a township that no cell of the table names."""


class Filing:
    """Files the cells of one table; what is asked about a row is asked once (``rows_asked``)."""

    def __init__(self, view: View, context: Context, answers: Answers, out: Gathered) -> None:
        self.view, self.context, self.answers, self.out = view, context, answers, out
        self.sheet = view.sheet.name
        self.rows_asked: set[Place] = set()
        self._township_asked: set[Place] = set()
        self._row_names: RowNames | None = None
        titled = {str(s.value) for s in context.townships if s.rank <= 1 and s.sighting and s.sighting.sure}
        self.titled = titled if len(titled) == 1 else set()
        self.headed: set[str] = set()
        self.headed_at: Place = (0, 0)

    def start(self, block: Block) -> None:
        """Takes up a block: the townships that its rows name, and those that stand above its labels."""
        labels = [c.meaning for c in block.with_role("serial", "indicator", "group") if c.meaning.township]
        self.headed = {m.township.name for m in labels if m.township}
        self.headed_at = next((m.township_at for m in labels if m.township_at), (block.raw.data[0], 0))
        self._row_names = RowNames(self.view, block)

    def township(self, across: Meaning, down: Meaning, cell: Cell | None) -> str | None:
        """The township of a cell; None where it is asked."""
        for meaning in (across, down):
            if meaning.township is not None:
                return self._sure(meaning.township, meaning.township_at)
        if self.answers.township is not None:
            return self.answers.township
        said, _ = self.context.township()
        if said is None:
            self.out.asked_township = self.out.asked_township or cell is not None
            return None
        assert said.sighting is not None
        return self._sure(said.sighting, None)

    def _sure(self, sighting: Sighting, at: Place | None) -> str | None:
        if sighting.how == "unknown":
            if (at or _SENDER) not in self._township_asked:
                self._township_asked.add(at or _SENDER)
                self._tell(Severity.ERROR, "unknown_township", at, _not_on_the_roster(sighting))
            return None
        if sighting.how == "near" and at is not None and at not in self._township_asked:
            self._township_asked.add(at)
            written = self.view.text(*at)
            self._tell(
                Severity.QUESTION,
                "near_township",
                at,
                say("“{written}”按“{name}”处理，请确认。", written=written, name=sighting.name),
            )
        elif sighting.how == "near" and at is None and _SENDER not in self._township_asked:
            self._township_asked.add(_SENDER)
            self._tell(
                Severity.QUESTION, "near_township", None, say("填报单位按“{name}”处理，请确认。", name=sighting.name)
            )
        return sighting.name

    def is_anothers(self, row: int, column: int, township: str, own_at: Place | None, *, own: bool) -> bool:
        """Whether a row's labels speak against the township its figures were taken for: asked once."""
        assert self._row_names is not None
        if not own and self._row_names.lists_others(township):
            if self.view.seen(row, column) is not None and (row, -1) not in self.rows_asked:
                self.rows_asked.add((row, -1))
                message = say("这一行没有写是哪个乡镇，没有采用，请补写乡镇名称；如是合计，请写明“合计”。")
                self._tell(Severity.QUESTION, "nameless_row", (row, column), message)
            return True
        other = self._row_names.another(row, column, township, own=own)
        at, text = ((row, other), self.view.text(row, other)) if other is not None else (None, "")
        if own and at is None and self.titled and township not in self.titled:
            # The title says whose return it is; a row that says otherwise is in the wrong form or the wrong row.
            at, text, township = own_at or (row, column), township, next(iter(self.titled))
        if at is not None:
            message = say("这一行写着“{text}”，不是“{name}”的数，没有采用，请核实。", text=squeeze(text), name=township)
            self._tell(Severity.QUESTION, "another_township", at, message)
        return at is not None

    def tell_of_another(self, at: Place, text: str, titled: str) -> None:
        """Asks about a column that names another township than its title."""
        message = say("表名是“{name}”的，这一列写着“{text}”，没有采用，请核实。", name=titled, text=text)
        self._tell(Severity.QUESTION, "another_township", at, message)

    def is_under_another_heading(self, block: Block, row: int, column: int) -> bool:
        """Whether a heading of a table beside this one stands above the cell among the figures: asked once."""
        for above, columns in block.raw.mixed.items():
            if above < row and column >= min(columns):
                if (above, -1) not in self.rows_asked:
                    self.rows_asked.add((above, -1))
                    message = say("这一行里有另一张表的表头，下面的数没有采用；请把两张表分开放，一张表一个工作表。")
                    self._tell(Severity.QUESTION, "mixed_tables", (above, columns[0]), message)
                return True
        return False

    def _tell(self, severity: Severity, code: str, at: Place | None, message: Text) -> None:
        self.out.problems.append(Problem(severity, code, message, self.sheet, a1(*at) if at else None))


def _not_on_the_roster(sighting: Sighting) -> Text:
    if sighting.guess:
        return say(
            "名册里没有“{name}”，是不是“{guess}”？这些数据没有采用；请核对名称，或在设置的名册中加上这个别名。",
            name=sighting.name,
            guess=sighting.guess,
        )
    return say("名册里没有“{name}”，这些数据没有采用；请核对名称，或先在设置中加入该乡镇。", name=sighting.name)
