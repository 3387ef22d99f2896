"""The way into intake: bytes and a name in, a reading or a grid out. Nothing is raised for what a sender can cause."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from analytics.catalogue import Roster
from analytics.intake.decoding import file_name
from analytics.intake.gate.archive import archive_members, is_archive
from analytics.intake.grid import Workbook
from analytics.intake.marked.recognise import without_marks
from analytics.intake.narrative import read_narrative
from analytics.intake.narrative.prose import prose_format
from analytics.intake.narrative.tables import tables_of
from analytics.intake.problems import kept_short
from analytics.intake.readers import read_workbook
from analytics.intake.reading import Decisions, read_grid
from analytics.intake.worker import in_worker
from analytics.model import Plan, Problem, Reading, ReportHead, Severity
from analytics.text import reason_of, say


def read_file(
    path: Path | str, *, roster: Roster | None = None, decisions: Decisions | None = None, isolated: bool = True
) -> Reading:
    """The reading of a file on disk; a file that cannot be opened is a reading with one error."""
    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        message = say(
            "文件“{name}”打不开（{reason}），请检查路径和权限后重试。", name=str(path), reason=reason_of(fault)
        )
        return _unreadable(str(path), "", Problem(Severity.ERROR, "cannot_open", message))
    return read_bytes(data, str(path), roster=roster, decisions=decisions, isolated=isolated)


def read_files(
    path: Path | str, *, roster: Roster | None = None, decisions: Decisions | None = None
) -> Iterator[Reading]:
    """The readings of a path: one for a file, one a member for a .zip of returns."""
    place = Path(path)
    if place.suffix.lower() == ".zip":
        try:
            data = place.read_bytes()
        except OSError:
            data = b""
        members = archive_members(data, place.name) if is_archive(data) else None
        if isinstance(members, Problem):
            yield _unreadable(str(path), hashlib.sha256(data).hexdigest(), members)
            return
        if members:
            for inside, content in members:
                yield read_bytes(content, f"{path}/{inside}", roster=roster, decisions=decisions)
            return
    yield read_file(path, roster=roster, decisions=decisions)


def read_bytes(
    data: bytes, name: str, *, roster: Roster | None = None, decisions: Decisions | None = None, isolated: bool = True
) -> Reading:
    """The reading of a file's bytes; ``name`` is its file name, which may say township and year.

    ``isolated`` parses in a worker process with limits of time and memory; its death is a refusal of this file.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    chosen = decisions or Decisions()
    # Sentences name the file as its sender knows it, without the folders it lies in here.
    own = PurePath(file_name(name.rpartition("/")[2]).replace("\\", "/")).name
    if isolated:
        result = in_worker(_parse, data, own, sha256, roster, chosen, name=own)
    else:
        result = _parse(data, own, sha256, roster, chosen)
    return _unreadable(name, sha256, result) if isinstance(result, Problem) else replace(result, file=name)


def open_workbook(data: bytes, name: str, *, isolated: bool = True) -> Workbook | Problem:
    """The grids of a file, for showing a cell among its neighbours; of a Word document its tables, as 表1, 表2 …"""
    return in_worker(_open, data, name, name=name) if isolated else _open(data, name)


def _open(data: bytes, name: str) -> Workbook | Problem:
    tables = tables_of(data) if prose_format(data, name) == "docx" else None
    return tables or read_workbook(data, name)


def _parse(data: bytes, name: str, sha256: str, roster: Roster | None, decisions: Decisions) -> Reading | Problem:
    prose = "text" if decisions.prose else prose_format(data, name)
    if prose is not None:
        told = read_narrative(data, name, sha256, roster, decisions, word=prose == "docx")
        return told if isinstance(told, Problem) else replace(told, problems=kept_short(told.problems))
    workbook = read_workbook(data, name)
    if isinstance(workbook, Problem):
        return workbook
    workbook, explanations = without_marks(workbook)
    reading = read_grid(workbook, name, sha256, roster, decisions)
    return replace(reading, explanations=(*explanations, *reading.explanations), problems=kept_short(reading.problems))


def _unreadable(name: str, sha256: str, problem: Problem) -> Reading:
    return Reading(name, sha256, "return", problems=(problem,), readable=False)


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """The reading in the shape that the command line prints and other programs read."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "kind": reading.kind,
        "figures": [
            {
                "township": f.township,
                "year": f.year,
                "indicator": f.indicator,
                "value": _plain(f.value),
                "qualifier": f.qualifier.value,
                "state": f.state.value,
                "unit": f.unit,
                "raw": f.source.raw,
                "sheet": f.source.sheet,
                "cell": f.source.cell,
            }
            for f in reading.figures
        ],
        "gaps": [{"theme": g.theme, "sentence": g.sentence, "cell": g.cell} for g in reading.gaps],
        **(_prose_only(reading) if reading.kind == "narrative" else {}),
        "problems": [
            {
                "severity": p.severity.value,
                "sheet": p.sheet,
                "cell": p.cell,
                "message": p.message.zh,
                "message_en": p.message.en,
                "code": p.code,
            }
            for p in reading.problems
        ],
    }


def _prose_only(reading: Reading) -> dict[str, Any]:
    """What only a report in prose has: plans, what frames it, and several numbers for one thing."""
    head = reading.head or ReportHead()
    return {
        "plans": [_plan(p) for p in reading.plans],
        "head": {"title": head.title, "addressee": head.addressee, "signed": head.signed},
        "choices": [
            {
                "township": choice.township,
                "year": choice.year,
                "indicator": choice.indicator,
                "unit": choice.unit,
                "alternatives": [
                    {
                        "value": _plain(a.value),
                        "qualifier": a.qualifier.value,
                        "raw": a.source.raw,
                        "sheet": a.source.sheet,
                        "cell": a.source.cell,
                        "sentence": a.sentence,
                    }
                    for a in choice.alternatives
                ],
            }
            for choice in reading.choices
        ],
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "theme": plan.theme,
        "sentence": plan.sentence,
        "cell": plan.cell,
        "indicator": plan.indicator,
        "target": _plain(plan.target),
    }


def _plain(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point, as a person would write them."""
    return int(value) if value is not None and value == int(value) else value
