"""What a person made of several numbers for one thing: added up, or one of them kept."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.model import Choice, Figure, Qualifier, Source, State


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
