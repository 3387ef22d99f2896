"""Several numbers of a report for one thing, and the answers to them that are kept with an upload.

An answer is good for the numbers it was given for: where a file read again gives others, it is asked anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from analytics.catalogue import load_catalogue
from analytics.measures import figure_text
from analytics.model import Choice, Figure, Problem, Reading, Severity
from analytics.store import Key, UploadRow
from analytics.submission.changes import key_of
from analytics.text import Text, say

How = Literal["add", "keep", "part"]
"""Added up · one kept, the others say the same · one kept, the others are parts of it."""

PREFIX = "choice:"
"""Before the indicator, among the answers of an upload."""
SETTLED = "several_settled"
SPEAKING = frozenset({"several_figures", "table_differs", SETTLED})
"""The codes under which a reading asks, and that of the note on an answer."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer: what to do with which alternatives (from 0)."""

    how: How
    indices: tuple[int, ...]


def chosen_of(upload: UploadRow, choice: Choice) -> Chosen | None:
    """What was answered for a choice of an upload; None while it is open."""
    return _said(upload.answers, choice)


def open_choices(upload: UploadRow, reading: Reading) -> tuple[Choice, ...]:
    """The choices of an upload that nobody has made yet."""
    return tuple(choice for choice in reading.choices if _said(upload.answers, choice) is None)


def figure_of(choice: Choice, chosen: Chosen) -> Figure:
    """The figure of an answer."""
    from analytics.intake.narrative import added, kept

    return added(choice, chosen.indices) if chosen.how == "add" else kept(choice, chosen.indices[0])


def settled(reading: Reading, answers: Mapping[str, str | int]) -> Reading:
    """The reading with the figures of the answers; what was asked about them is a note that says what was chosen.

    The choices stay, so that an answer can be seen and changed.
    """
    for choice in reading.choices:
        chosen = _said(answers, choice)
        if chosen is not None:
            reading = with_answer(reading, choice, chosen)
    return reading


def with_answer(reading: Reading, choice: Choice, chosen: Chosen | None) -> Reading:
    """The reading with the figure of an answer to one choice; None: without one, and asking again."""
    from analytics.intake.narrative import asked

    key = Key(choice.township, choice.year, choice.indicator)
    figures = [f for f in reading.figures if key_of(f) != key]
    problems = [p for p in reading.problems if not _speaks_of(p, choice)]
    if chosen is None:
        problems.append(asked(choice, load_catalogue()))
    else:
        figure = figure_of(choice, chosen)
        figures.append(figure)
        problems.append(_note(choice, chosen, figure))
    return replace(reading, figures=tuple(figures), problems=tuple(problems))


def can_be(chosen: Chosen, choice: Choice) -> bool:
    """Whether an answer can be meant: two alternatives or more are added, one is kept."""
    inside = all(0 <= index < len(choice.alternatives) for index in chosen.indices)
    n = len(chosen.indices)
    return inside and (n >= 2 if chosen.how == "add" else n == 1)


def written(chosen: Chosen, choice: Choice) -> str:
    """An answer as it is kept with the upload."""
    return f"{chosen.how}:{'+'.join(map(str, chosen.indices))}|{_numbers(choice)}"


def _said(answers: Mapping[str, str | int], choice: Choice) -> Chosen | None:
    answer, _, numbers = str(answers.get(PREFIX + choice.indicator, "")).partition("|")
    how, _, listed = answer.partition(":")
    parts = listed.split("+")
    if how not in get_args(How) or numbers != _numbers(choice) or not all(p.isdecimal() for p in parts):
        return None
    chosen = Chosen(how, tuple(map(int, parts)))  # type: ignore[arg-type]
    return chosen if can_be(chosen, choice) else None


def _numbers(choice: Choice) -> str:
    """What an answer was given for: every number with its place."""
    return "；".join(
        f"{a.source.sheet or ''}!{a.source.cell}={a.qualifier.value}{a.value:g}" for a in choice.alternatives
    )


def _name(indicator: str) -> Text:
    known = load_catalogue().by_id.get(indicator)
    return Text(indicator, indicator) if known is None else Text(known.name_zh, known.name_en)


def _speaks_of(problem: Problem, choice: Choice) -> bool:
    """Whether a problem of the reading is the question about a choice, or the note on an answer to it."""
    places = {a.source.cell for a in choice.alternatives}
    return (
        problem.code in SPEAKING
        and set((problem.cell or "").split("、")) <= places
        and f"“{_name(choice.indicator).zh}”" in problem.message.zh
    )


def _note(choice: Choice, chosen: Chosen, figure: Figure) -> Problem:
    how = {
        "add": say("相加"),
        "keep": say("只取其一"),
        "part": say("取总数，其余是其中一部分"),
    }
    value = Text(
        *(figure_text(figure.value, figure.qualifier.value, "reported", language) for language in ("zh", "en"))
    )
    message = say(
        "“{name}”在报告里有几个数（{phrases}），已选定{how}，按 {value} 采用。",
        name=_name(choice.indicator),
        phrases="、".join(a.source.raw for a in choice.alternatives),
        how=how[chosen.how],
        value=value,
    )
    return Problem(Severity.NOTE, SETTLED, message, None, figure.source.cell)
