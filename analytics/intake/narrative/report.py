"""A report in prose → a reading: whose, which year, its figures, shortcomings and plans, each with its place."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from analytics.catalogue import Roster, load_catalogue
from analytics.intake.decoding import decode
from analytics.intake.gate.refusals import refusal
from analytics.intake.narrative.body import Found, of_the_leaders, read_body
from analytics.intake.narrative.head import Frame, frame
from analytics.intake.narrative.left_out import nothing_read, unread
from analytics.intake.narrative.merging import merged
from analytics.intake.narrative.paragraphs import Document, from_text, without_contents
from analytics.intake.narrative.tables import joined, read_tables
from analytics.intake.narrative.word import from_docx
from analytics.intake.reading import Decisions
from analytics.intake.townships import Townships
from analytics.model import Problem, Reading, Severity
from analytics.text import say

_LONGEST = 1_000_000


def read_narrative(
    data: bytes, name: str, sha256: str, roster: Roster | None, decisions: Decisions, *, word: bool
) -> Reading | Problem:
    """The reading of a .docx (``word``) or a text file in prose; a Problem where it holds nothing to read."""
    if word:
        try:
            document = from_docx(data)
        except Exception:  # what zipfile and lxml raise on damage
            return refusal("damaged", name)
    else:
        text = decode(data)
        if text is None:
            return refusal("unknown_encoding", name)
        document = from_text(text[:_LONGEST])
    if not document.paragraphs and not document.tables:
        return refusal(
            "scanned" if document.pictures else "no_text", name, as_code=None if document.pictures else "no_table"
        )
    return _read(document, name, sha256, roster, decisions)


def read_text(text: str, name: str, *, roster: Roster | None = None, decisions: Decisions | None = None) -> Reading:
    """The reading of pasted text; ``name`` is what it is to be called. Nothing is raised."""
    sha256 = hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()
    return _read(from_text(text[:_LONGEST]), name, sha256, roster, decisions or Decisions())


def _read(document: Document, name: str, sha256: str, roster: Roster | None, decisions: Decisions) -> Reading:
    catalogue = load_catalogue()
    told = frame(document.paragraphs, name, Townships(roster), document.headers)
    township, year, problems = _whose(told, decisions)
    found = Found(problems=problems, leaders=of_the_leaders(told.head.title))
    body = list(without_contents(document.paragraphs[told.body :]))
    read_body(body, told.head.title, year, catalogue, found)
    prose = merged(found.statements, township, year, catalogue)
    figures, choices = prose.figures, prose.choices
    found.problems += prose.problems
    answered = replace(decisions, township=township, year=year)
    tables = read_tables(document, name, sha256, roster, answered)
    if tables is not None:
        figures, questions, open_ones = joined(figures, tables.figures, catalogue)
        found.problems += [*questions, *tables.problems]
        choices += open_ones
    found.problems += unread(document, () if tables is None else (f.source.sheet for f in tables.figures))
    if not figures and not found.gaps and not any(p.severity is not Severity.NOTE for p in found.problems):
        found.problems.append(nothing_read(document, name))
    order = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.NOTE: 2}
    return Reading(
        name,
        sha256,
        # A form filled in with a word processor is a return all the same.
        "return" if tables is not None and not found.statements and not found.gaps else "narrative",
        tuple(figures),
        tuple(sorted(dict.fromkeys(found.problems), key=lambda p: order[p.severity])),
        tuple(found.gaps),
        unknown_headings=() if tables is None else tables.unknown_headings,
        tables=() if tables is None else tables.tables,
        plans=tuple(found.plans),
        head=replace(told.head, township=township or "", year=year),
        paragraphs=tuple(p.text for p in document.paragraphs),
        choices=tuple(choices),
    )


def _whose(told: Frame, decisions: Decisions) -> tuple[str | None, int | None, list[Problem]]:
    """Township and year, None with an error where they are not said or said in two ways."""
    problems: list[Problem] = []
    year = decisions.year
    named = list(dict.fromkeys(y for _, y in told.years))
    if year is None and len(named) == 1:
        year = named[0]
    elif year is None and named:
        said = "；".join(f"{place} {y}" for place, y in told.years)
        problems.append(
            Problem(Severity.ERROR, "year_mismatch", say("年度说法不一：{places}，请选定年度。", places=said))
        )
    elif any(y != year for y in named):
        said = "；".join(f"{place} {y}" for place, y in told.years)
        message = say("{places}，已按选定的 {year} 年读，请乡镇改正。", places=said, year=year)
        problems.append(Problem(Severity.QUESTION, "year_mismatch", message))
    elif year is None:
        problems.append(Problem(Severity.ERROR, "no_year", say("没有写明是哪一年的数据，请选定年度。")))
    township = decisions.township
    sightings = {s.name: s for _, s in told.townships}
    if township is None and len(sightings) == 1:
        (sighting,) = sightings.values()
        if sighting.how == "unknown":
            message = say(
                "名册里没有“{name}”，这些数据没有采用；请核对名称，或先在设置中加入该乡镇。", name=sighting.name
            )
            problems.append(Problem(Severity.ERROR, "unknown_township", message))
        else:
            township = sighting.name
            if sighting.how == "near":
                message = say("填报单位按“{name}”处理，请确认。", name=township)
                problems.append(Problem(Severity.QUESTION, "near_township", message))
    elif township is None and sightings:
        said = "；".join(f"{place} {s.name}" for place, s in told.townships)
        message = say("填报单位说法不一：{places}，请选定乡镇。", places=said)
        problems.append(Problem(Severity.ERROR, "township_mismatch", message))
    elif township is None:
        problems.append(Problem(Severity.ERROR, "no_township", say("没有写明是哪个乡镇的数据，请选定乡镇。")))
    return township, year, problems
