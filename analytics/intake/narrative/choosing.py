"""Several numbers for one thing: how it is asked which of them count, and what a person made of them: added up, or one
of them kept."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.catalogue import Catalogue
from analytics.model import Choice, Figure, Problem, Qualifier, Severity, Source, State
from analytics.text import Text, say


def asked(choice: Choice, catalogue: Catalogue) -> Problem:
    """The question about a choice, as reading asks it."""
    sources = [a.source for a in choice.alternatives]
    table = next((s for s in sources if s.sheet is not None), None)
    if table is None:
        return several(choice.indicator, sources, catalogue)
    return table_differs(choice.indicator, next((s for s in sources if s.sheet is None), sources[0]), table, catalogue)


def several(indicator: str, sources: Sequence[Source], catalogue: Catalogue) -> Problem:
    """Asks about several numbers in the text."""
    known = catalogue.by_id[indicator]
    message = say(
        "“{name}”在报告里有几个不同的数（{phrases}），没有采用；请确认应当相加、只取其一，还是其中一个包含另一个。",
        name=Text(known.name_zh, known.name_en),
        phrases="、".join(f"{s.cell} {s.raw}" for s in sources),
    )
    cell = "、".join(dict.fromkeys(s.cell for s in sources))
    return Problem(Severity.QUESTION, "several_figures", message, None, cell)


def table_differs(indicator: str, prose: Source, table: Source, catalogue: Catalogue) -> Problem:
    """Asks about a number in the text and another one in a table of the document."""
    known = catalogue.by_id[indicator]
    message = say(
        "“{name}”正文写“{one}”，{sheet} {cell} 写“{other}”，没有采用，请核实。",
        name=Text(known.name_zh, known.name_en),
        one=prose.raw,
        sheet=table.sheet or "",
        cell=table.cell,
        other=table.raw,
    )
    return Problem(Severity.QUESTION, "table_differs", message, None, prose.cell)


def added(choice: Choice, indices: Sequence[int] | None = None) -> Figure:
    """Alternatives (None: all of them) as one figure: 部署会4次、推进会6次 are 10. The sum is as vague as its vaguest part."""
    parts = choice.alternatives if indices is None else [choice.alternatives[index] for index in indices]
    said = {part.qualifier for part in parts}
    qualifier = next((q for q in (Qualifier.ABOUT, Qualifier.AT_LEAST) if q in said), Qualifier.EXACT)
    sheets = {part.source.sheet for part in parts}
    source = Source(
        sheets.pop() if len(sheets) == 1 else None,
        "、".join(part.source.cell for part in parts),
        " + ".join(part.source.raw for part in parts),
    )
    return _figure(choice, sum(part.value for part in parts), qualifier, source)


def kept(choice: Choice, index: int) -> Figure:
    """The alternative at ``index`` (from 0) as the figure: the others say the same less well, or are parts of it."""
    chosen = choice.alternatives[index]
    return _figure(choice, chosen.value, chosen.qualifier, chosen.source)


def _figure(choice: Choice, value: float, qualifier: Qualifier, source: Source) -> Figure:
    return Figure(choice.township, choice.year, choice.indicator, value, qualifier, State.REPORTED, choice.unit, source)
