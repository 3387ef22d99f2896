"""Holds readings of prose against labels: what was found, missed, invented, asked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analytics.intake import Decisions
from analytics.intake.narrative import read_text
from analytics.model import Qualifier, Reading, State

HERE = Path(__file__).resolve().parent
TITLE = "云溪镇2024年度法治政府建设工作报告"
"""The report every passage is taken to stand in; the township is invented."""
SIGNS = {"=": Qualifier.EXACT, ">=": Qualifier.AT_LEAST, "~": Qualifier.ABOUT}
_LABEL = re.compile(r"(\w+?)(>=|=|~)([\d.]+)")

Said = tuple[str, float | None, str]


@dataclass(frozen=True)
class Case:
    """A passage or a report with its labels."""

    name: str
    form: str
    text: str
    figures: frozenset[Said]
    ask: frozenset[str]
    problems: tuple[str, ...]
    gaps: tuple[str, ...]
    plans: int | None = None
    file: str = "云溪镇.txt"
    whose: tuple[str, int] | None = None
    """Township and year every figure has to be filed under."""
    told: Decisions = field(default_factory=Decisions)
    """Township and year given with a passage that was torn from its report."""
    tolerated: frozenset[Said] = frozenset()
    """Readings that a careful official could give too: neither hits nor faults."""


@dataclass(frozen=True)
class Outcome:
    """What of one case was right, missed or wrong, as (indicator or theme) lists; ``faults`` in words."""

    case: Case
    right: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    faults: tuple[str, ...]


def labels(text: str) -> frozenset[Said]:
    """``leaflets>=80000 seminars=4`` as (indicator, value, qualifier)."""
    found = _LABEL.findall(text)
    assert len(found) == len(text.split()), text
    return frozenset((name, float(value), SIGNS[sign].value) for name, sign, value in found)


def passages(file: str) -> Iterator[Case]:
    """The passages of a file of ``passages/``, each in a report of its own."""
    for number, line in enumerate((HERE / "passages" / file).read_text(encoding="utf-8").splitlines(), start=1):
        row: Mapping[str, Any] = json.loads(line)
        if "township" in row:
            yield case_of(f"{file}:{number}", row["text"], row, Decisions(township=row["township"], year=row["year"]))
        else:
            yield case_of(f"{file}:{number}", f"{TITLE}\n{row['text']}", row)


def reports(folder: str) -> Iterator[Case]:
    """The whole reports of a folder of ``reports/``: NAME.txt beside NAME.json."""
    for path in sorted((HERE / "reports" / folder).glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield case_of(f"{folder}/{path.stem}", text, {"form": "report", **row})


def case_of(name: str, text: str, row: Mapping[str, Any], told: Decisions | None = None) -> Case:
    """A case from its labels; ``told`` is what its text does not say."""
    return Case(
        name,
        row["form"],
        text,
        labels(row.get("figures", "")),
        frozenset(row.get("ask", ())),
        tuple(sorted(row.get("problems", ()))),
        tuple(sorted(row.get("gaps", ()))),
        row.get("plans"),
        row.get("file", "云溪镇.txt"),
        (row["township"], row["year"]) if "township" in row else None,
        told or Decisions(),
        labels(row.get("tolerated", "")),
    )


def judge(case: Case) -> Outcome:
    """Reads a case and holds it against its labels."""
    reading = read_text(case.text, case.file, decisions=case.told)
    said = frozenset((f.indicator, f.value, f.qualifier.value) for f in reading.figures if f.state is State.REPORTED)
    said -= case.tolerated - case.figures
    asked = asked_indicators(reading)
    right = [name for name, *_ in said & case.figures] + sorted(asked & case.ask)
    missed = [name for name, *_ in case.figures - said] + sorted(case.ask - asked)
    wrong = [name for name, *_ in said - case.figures]
    faults = [f"missed {s}" for s in case.figures - said] + [f"wrong {s}" for s in said - case.figures]
    faults += [f"not asked {a}" for a in case.ask - asked] + [
        f"asked {a}" for a in asked - case.ask - {name for name, *_ in case.tolerated}
    ]
    problems = tuple(sorted(p.code for p in reading.problems if p.code == "placeholder"))
    if problems != case.problems:
        faults.append(f"problems {problems} for {case.problems}")
    found, known = Counter(g.theme for g in reading.gaps), Counter(case.gaps)
    right += [f"gap:{theme}" for theme in (found & known).elements()]
    missed += [f"gap:{theme}" for theme in (known - found).elements()]
    wrong += [f"gap:{theme}" for theme in (found - known).elements()]
    faults += [f"gap missed {t}" for t in (known - found).elements()]
    faults += [f"gap wrong {t}" for t in (found - known).elements()]
    if case.whose is not None and {(f.township, f.year) for f in reading.figures} - {case.whose}:
        faults.append(f"not filed under {case.whose}")
    if case.plans is not None and len(reading.plans) != case.plans:
        faults.append(f"{len(reading.plans)} plans for {case.plans}")
    return Outcome(case, tuple(right), tuple(missed), tuple(wrong), tuple(faults))


def asked_indicators(reading: Reading) -> set[str]:
    """The indicators that a question of several figures is about."""
    from analytics.catalogue import load_catalogue

    names = {i.name_zh: i.id for i in load_catalogue().indicators}
    quoted = (re.match("“([^”]+)”", p.message.zh) for p in reading.problems if p.code == "several_figures")
    return {names[match[1]] for match in quoted if match}
