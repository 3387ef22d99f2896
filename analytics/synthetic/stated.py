"""What a township states: a value with its qualifier and state, and the truth of a file that states it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

State = Literal["reported", "missing", "not_applicable", "ask"]
"""``ask``: the cell holds something no reader may take for sure (3-5次, 12O): it must be asked about or left out."""

Qualifier = Literal["exact", "at_least", "about"]


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure as the township states it, in the catalogue's unit (money in 元, rates 0–100).

    ``words`` is the text of the cell where it is given (8万余份); otherwise the hand chooses.
    """

    value: float | None
    qualifier: Qualifier = "exact"
    state: State = "reported"
    words: str = ""


MISSING = Stated(None, state="missing")
NOT_APPLICABLE = Stated(None, state="not_applicable")
ASK = Stated(None, state="ask")


@dataclass(frozen=True, slots=True)
class Truth:
    """One figure as it stands in a file.

    ``raw`` is the text a person sees in ``cell``; ``cells`` names all cells that make up the figure where there are
    several (quarters without a total, the rows of an activity log), ``cell`` then being the first. ``sheet`` is the
    sheet's name; for CSV the file's stem. ``year`` is None where the file does not say it. ``known`` is False where the heading is none of the catalogue's wordings.
    """

    township: str
    year: int | None
    indicator: str
    value: float | None
    qualifier: Qualifier
    state: State
    raw: str
    sheet: str
    cell: str
    heading: str
    known: bool = True
    cells: tuple[str, ...] = ()


def as_line(truth: Truth, file: str) -> str:
    """The truth as one line of JSON, with the file's path."""
    row = asdict(truth)
    if not truth.cells:
        del row["cells"]
    if truth.value is not None and truth.value == int(truth.value):
        row["value"] = int(truth.value)
    return json.dumps({"file": file} | row, ensure_ascii=False)
