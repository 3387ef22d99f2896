"""Problems in the order and the groups in which people are shown them: errors first, equal ones together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from analytics.model import Problem, Severity
from analytics.text import Text

ORDER = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.NOTE: 2}

LONGEST_QUOTE = 120
"""Characters of a cell that a sentence quotes in full; no heading of a form is longer."""

_QUOTED = re.compile("“[^”]*”")
_OVERLONG = re.compile(f"“([^”]{{{LONGEST_QUOTE // 2}}})[^”]{{{LONGEST_QUOTE // 2},}}([^”]{{8}})”")
_VALUE = re.compile(r"[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?|[\d,.]*\d%?")


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems of one sheet that differ in nothing but their cells and the words and numbers they quote.

    ``problems`` keep the order of the file; the first one's sentence can stand for all.
    """

    severity: Severity
    code: str
    sheet: str | None
    problems: tuple[Problem, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells named, each once."""
        return tuple(dict.fromkeys(p.cell for p in self.problems if p.cell))

    @property
    def same_words(self) -> bool:
        """Whether every problem says the very same."""
        return len({p.message.zh for p in self.problems}) == 1


def grouped(problems: Iterable[Problem]) -> list[ProblemGroup]:
    """Problems in groups of equal ones: errors before questions before notes, otherwise as they came."""
    groups: dict[tuple[Severity, str, str | None, str], list[Problem]] = {}
    for problem in problems:
        key = (problem.severity, problem.code, problem.sheet, _shape(problem.message.zh))
        groups.setdefault(key, []).append(problem)
    found = [ProblemGroup(severity, code, sheet, tuple(same)) for (severity, code, sheet, _), same in groups.items()]
    return sorted(found, key=lambda group: ORDER[group.severity])


def kept_short(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with overlong quotations cut in the middle: a cell may hold a hundred thousand characters."""
    return tuple(
        replace(problem, message=Text(_cut(problem.message.zh), _cut(problem.message.en)))
        if max(len(problem.message.zh), len(problem.message.en)) > LONGEST_QUOTE
        else problem
        for problem in problems
    )


def _cut(sentence: str) -> str:
    return _OVERLONG.sub(r"“\1……\2”", sentence)


def _shape(sentence: str) -> str:
    """The sentence without what it quotes."""
    return _VALUE.sub("#", _QUOTED.sub("“”", sentence))
