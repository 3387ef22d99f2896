"""The small nouns every part speaks: figure, source, problem, reading, finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from analytics.text import Text


class State(StrEnum):
    """Whether a township gave a figure. Zero is a reported figure; missing is never zero."""

    REPORTED = "reported"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


class Qualifier(StrEnum):
    """How exact a figure is; carried from the cell to charts and exports."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    ABOUT = "about"


class Severity(StrEnum):
    """error: this figure or file cannot be used · question: usable, confirm · note."""

    ERROR = "error"
    QUESTION = "question"
    NOTE = "note"


ReturnKind = Literal["return", "narrative"]
"""A return is a table (报表); a narrative is a report in prose (工作报告)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands inside its file.

    ``cell`` is A1 style for a sheet and ``¶12:34-41`` (paragraph, character span) for prose, where ``sheet`` is None.
    ``raw`` is the text as a reader of the file sees it.
    """

    sheet: str | None
    cell: str
    raw: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of one indicator for one township and year, with the place it came from.

    ``value`` is None unless ``state`` is reported. Counts are in the indicator's catalogue unit (money in 元);
    rates are percent, 0 to 100.
    """

    township: str
    year: int
    indicator: str
    value: float | None
    qualifier: Qualifier
    state: State
    unit: str
    source: Source


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person has to know about a file: said in one sentence that tells what to do.

    ``code`` is a stable word for grouping and tests (``unknown_heading``, ``doubtful_number``, ``no_year``, …).
    """

    severity: Severity
    code: str
    message: Text
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several statements a report makes about one thing, with the sentence it stands in.

    ``sentence_cell`` is the sentence's place in the manner of ``source.cell``; both are empty for a table's cell.
    """

    value: float
    qualifier: Qualifier
    source: Source
    sentence: str = ""
    sentence_cell: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator that a report gives several numbers for. None is used until a person says which way they go:

    added up, one of them kept, or one of them a part of another (then the other is kept).
    """

    township: str
    year: int
    indicator: str
    unit: str
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class UnknownHeading:
    """A heading no indicator was found for, with its cells and the nearest guesses (indicator id, score 0–100)."""

    heading: str
    group: str
    sheet: str
    cell: str
    figure_cells: tuple[str, ...]
    guesses: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class AxisView:
    """What one column or row of a table was taken for.

    ``index`` counts from 0; ``heading`` is what stands above (beside) it, outermost first, joined by `` / ``; ``role``
    is one of the roles of ``intake.axes``; ``indicator`` is set where the axis alone says which one, ``how`` it was
    matched (exact · core · order · remembered · ignored · none; empty: it names no indicator) from ``wording`` under
    ``group``. ``key`` is what a correction of it is remembered under.
    """

    kind: Literal["column", "row"]
    index: int
    heading: str
    role: str
    indicator: str | None = None
    unit: str = ""
    how: str = ""
    wording: str = ""
    group: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """What was understood of one table: its range, layout and the role of every cell that has one.

    ``layout`` is a stable word (form, ledger, long, transposed, log); ``roles`` maps A1 → title · heading ·
    township · year · unit · figure · total · derived · note · unknown. ``form`` is the same for every table with the
    same headings, so that a correction made once is found again.
    """

    sheet: str
    range: str
    layout: str
    roles: tuple[tuple[str, str], ...]
    form: str = ""
    axes: tuple[AxisView, ...] = ()


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """A shortfall a township states itself: theme id, its sentence, and where it stands."""

    theme: str
    sentence: str
    cell: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a township says it will do next year: its words, where they stand, the theme they belong to.

    ``indicator`` and ``target`` (in the catalogue's unit) where a number is promised.
    """

    sentence: str
    cell: str
    theme: str | None = None
    indicator: str | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What frames a report in prose: its title, whom it is for, and the day it is signed with; "" where not said.

    ``township`` and ``year`` are whose report it is and of which year, "" and None where that is not known.
    """

    title: str = ""
    addressee: str = ""
    signed: str = ""
    township: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a township typed into the list of a marked workbook about one cell.

    ``code`` is that of the problem explained; ``sheet`` and ``cell`` are where the doubtful cell stands now, ``cell``
    empty where the problem names none or the cell can no longer be told.
    """

    sheet: str | None
    cell: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one file. Errors a sender can cause are in ``problems``; nothing is raised for them."""

    file: str
    sha256: str
    kind: ReturnKind
    figures: tuple[Figure, ...] = ()
    problems: tuple[Problem, ...] = ()
    gaps: tuple[Shortcoming, ...] = ()
    unknown_headings: tuple[UnknownHeading, ...] = ()
    tables: tuple[TableView, ...] = ()
    readable: bool = True
    """False when the file as a whole could not be used (damaged, encrypted, foreign)."""
    explanations: tuple[Explanation, ...] = ()
    plans: tuple[Plan, ...] = ()
    """Next year's plans, of a narrative only."""
    head: ReportHead | None = None
    """Title, addressee and day of a narrative."""
    choices: tuple[Choice, ...] = ()
    """Of a narrative: what is asked because several numbers are given for it."""
    paragraphs: tuple[str, ...] = ()
    """The text of a narrative; paragraph ``¶12`` is the twelfth, and character spans count in its text."""


@dataclass(frozen=True, slots=True)
class Report:
    """A township's report in prose on one year, as it counts now: what it says, and in which file."""

    township: str
    year: int
    file: str
    upload_id: int
    figures: tuple[Figure, ...] = ()
    gaps: tuple[Shortcoming, ...] = ()
    plans: tuple[Plan, ...] = ()
    paragraphs: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    """What it gives several numbers for, of which nobody has said which count."""
    chosen: tuple[Choice, ...] = ()
    """Those of which somebody has said so."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure that a finding rests on, with its place.

    ``raw`` is the sentence where the evidence is one; ``indicator`` is then "" unless the sentence gives a figure.
    """

    township: str
    year: int
    indicator: str
    value: float | None
    qualifier: str
    file: str | None
    sheet: str | None
    cell: str | None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A question (doubts a figure) or a gap (accepts the figures and says the work falls short).

    ``n`` counts the years or townships the judgement rests on. ``shown`` / ``said`` matter for gaps only:
    borne out by figures, stated by the township itself. ``rule_version`` names the rule's own version and, where the
    county set thresholds of its own, the version of its settings: "1", "1.3".
    """

    kind: Literal["gap", "question"]
    rule: str
    township: str
    year: int
    indicators: tuple[str, ...]
    severity: Literal["high", "medium", "low"]
    strength: int
    n: int
    evidence: tuple[Evidence, ...]
    sentence: Text
    suggestion: Text
    theme: str | None = None
    shown: bool = True
    said: bool = False
    status: str = "new"
    rule_version: str = ""
    years: int = 1
    """Of a gap: in how many years running it was found, this one included; years without a return are passed over."""
    explanation: str = ""
    """What was said about the figures of a question that is closed (status explained), or why a gap was set aside, in
    the words it was said in."""
    reports: tuple[int, ...] = ()
    """Of a question about the words of reports: their uploads, that of the asked one first. Such a question is answered
    as a whole: what is said of figures that stand in the words does not answer it."""
