"""Measures the reader on files whose figures are known: tests/corpus and sample_data; exit status 1 on a silent error.

A silent error is a figure printed as if sure that is wrong, invented, or that nobody could be sure of.
``--faults`` lists what is behind every number.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analytics.catalogue import Roster, load_roster  # noqa: E402
from analytics.intake import read_file  # noqa: E402
from analytics.model import Reading, Severity  # noqa: E402

CORPUS = ROOT / "tests" / "corpus"
SAMPLE = ROOT / "sample_data"
NAMELESS = ("csv", "html", "docx")
"""Formats whose only sheet has no name of its own, so that a reader may call it what it likes."""
SILENT = ("silently wrong", "invented", "printed though doubtful", "printed twice")
OMITTED = ("missed, known wording", "missed, new wording", "doubtful, left out without a word")


def _by_path(place: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(place.stem, place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[place.stem] = module
    spec.loader.exec_module(module)
    return module


scoring = _by_path(ROOT / "tests" / "intake" / "scoring.py")


@dataclass(frozen=True)
class Known:
    """A file whose figures are known."""

    path: Path
    layout: str
    form: str
    roster: Roster | None
    truth: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Judged:
    """How one file was read: counts by outcome, and a line for every fault."""

    known: Known
    counts: Counter[str]
    faults: tuple[str, ...]


def corpus_files(corpus: Path = CORPUS) -> Iterator[Known]:
    """The files of tests/corpus."""
    roster = load_roster(corpus / "roster.csv")
    truth = _truth(corpus / "truth.jsonl")
    with (corpus / "files.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            named = roster if row["roster"] == "yes" else None
            rows = tuple(truth.get(row["file"], ()))
            yield Known(corpus / "files" / row["file"], row["layout"], row["format"], named, rows)


def sample_files(sample: Path = SAMPLE) -> Iterator[Known]:
    """The returns of sample_data; those in odd/ carry no year or no township and must give nothing unasked."""
    roster = load_roster(sample / "roster.csv")
    key = json.loads((sample / "key.json").read_text(encoding="utf-8"))
    layouts = {entry["file"]: entry["layout"] for entry in key["files"]}
    for file, rows in _truth(sample / "truth.jsonl").items():
        if file.startswith("odd/"):
            rows = [{**row, "state": "ask", "value": None} for row in rows]
        path = sample / file
        yield Known(path, "sample: " + layouts.get(file, "odd"), path.suffix[1:], roster, tuple(rows))


def _truth(place: Path) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in place.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["file"]].append(row)
    return rows


def judge(known: Known) -> Judged:
    """Reads one file and holds it against its truth."""
    reading = read_file(known.path, roster=known.roster, isolated=False)
    truth = list(known.truth)
    if known.form in NAMELESS:
        reading = _without_sheet_names(reading)
        truth = [{**row, "sheet": None} for row in truth]
    result = scoring.score(reading, truth)
    counts, faults = Counter(result.counts), list(result.faults)
    asked = _asked(reading)
    figure_cells = {(row["sheet"], cell) for row in truth for cell in (row["cell"], *(row.get("cells") or ()))}
    whole_sheets = {sheet for sheet, cell in asked if cell is None or (sheet, cell) not in figure_cells}

    stands = {tuple(row[k] for k in ("township", "year", "indicator")): row for row in truth}
    for figure in reading.figures:
        row = stands.get((figure.township, figure.year, figure.indicator))
        place = (figure.source.sheet, figure.source.cell)
        if row is None and (place in asked or not reading.readable):
            counts["invented"] -= 1
            counts["not there, but asked"] += 1
            faults = [f for f in faults if not (f.startswith("invented") and f.endswith(str(figure.source)))]
        elif row and figure.source.cell in (row.get("cells") or ()):
            moved = [f for f in faults if f.startswith("another cell named") and f.endswith(f" {figure.source.cell}")]
            for line in moved[:1]:
                faults.remove(line)
                counts["another cell named"] -= 1
    twice = Counter((f.township, f.year, f.indicator) for f in reading.figures)
    for figure_key, times in twice.items():
        if times > 1:
            counts["printed twice"] += 1
            faults.append(f"printed twice {reading.file} {figure_key}")
    for row in truth:
        named = any((row["sheet"], cell) in asked for cell in (row["cell"], *(row.get("cells") or ())))
        printed = (row["township"], row["year"], row["indicator"]) in twice
        if row["state"] != "ask" and not printed and not named and _covered(row, reading, figure_cells):
            known_or_new = "known" if row.get("known", True) else "new"
            counts[f"missed, {known_or_new} wording"] -= 1
            counts[f"asked, {known_or_new} wording"] += 1
            ending = f"{row['sheet']} {row['cell']}"
            faults = [f for f in faults if not (f.startswith("missed") and f.endswith(ending))]
        if row["state"] == "ask" and not printed and not named and not whole_sheets & {row["sheet"], None}:
            counts["asked as it should be"] -= 1
            counts["doubtful, left out without a word"] += 1
            faults.append(f"doubtful, left out without a word {reading.file} {row['raw']} {row['sheet']} {row['cell']}")
        elif row["state"] != "ask" and not printed and row.get("known", True):
            faults.append(f"not printed, known wording {reading.file} {row['indicator']} {row['raw']} {row['cell']}")
    return Judged(known, +counts, tuple(faults))


def _covered(row: Mapping[str, Any], reading: Reading, figure_cells: set[tuple[str | None, str]]) -> bool:
    """Whether a question speaks of a figure without naming its cell: of its township, its table or the file."""
    for problem in reading.problems:
        if problem.severity is Severity.NOTE or problem.sheet not in (None, row["sheet"]):
            continue
        if problem.cell is None:
            return True
        if (problem.sheet, problem.cell) in figure_cells:
            continue
        line = _line(problem.cell)
        first = min(_line(cell) for sheet, cell in figure_cells if sheet == row["sheet"])
        if problem.severity is Severity.ERROR and (line < first or line == _line(row["cell"])):
            return True
    return False


def _line(cell: str) -> int:
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0)


def _asked(reading: Reading) -> set[tuple[str | None, str | None]]:
    cells: set[tuple[str | None, str | None]] = {
        (p.sheet, p.cell) for p in reading.problems if p.severity is not Severity.NOTE
    }
    for unknown in reading.unknown_headings:
        cells.update((unknown.sheet, cell) for cell in unknown.figure_cells)
    return cells


def _without_sheet_names(reading: Reading) -> Reading:
    def nameless(part: Any) -> Any:
        return replace(part, sheet=None)

    return replace(
        reading,
        figures=tuple(replace(f, source=nameless(f.source)) for f in reading.figures),
        problems=tuple(map(nameless, reading.problems)),
        unknown_headings=tuple(map(nameless, reading.unknown_headings)),
    )


HEAD = ("files", "figures", "right", "asked", "missed", "silent", "known right %", "new found %")


def measures(judged: Iterable[Judged]) -> dict[str, float | int | None]:
    """The numbers of one line of the table."""
    judged = list(judged)
    counts: Counter[str] = sum((j.counts for j in judged), Counter())
    known_right = counts["right, known wording"]
    known = known_right + counts["asked, known wording"] + counts["missed, known wording"]
    known += counts["silently wrong"] + counts["wrong, but asked"]
    new_found = counts["right, new wording"] + counts["asked, new wording"]
    new = new_found + counts["missed, new wording"]
    return {
        "files": len(judged),
        "figures": sum(len(j.known.truth) for j in judged),
        "right": known_right + counts["right, new wording"],
        "asked": sum(counts[k] for k in counts if "asked" in k),
        "missed": sum(counts[k] for k in OMITTED),
        "silent": sum(counts[k] for k in SILENT),
        "known right %": 100 * known_right / known if known else None,
        "new found %": 100 * new_found / new if new else None,
    }


def table(title: str, groups: Mapping[str, Sequence[Judged]]) -> str:
    """The measures of each group, one line each."""
    lines = [f"{title:<34}" + "".join(f"{head:>15}" for head in HEAD)]
    for name, judged in sorted(groups.items()):
        numbers = measures(judged)
        lines.append(f"{name:<34}" + "".join(f"{_short(numbers[head]):>15}" for head in HEAD))
    return "\n".join(lines)


def _short(number: float | int | None) -> str:
    if number is None:
        return "–"
    return f"{number:.1f}" if isinstance(number, float) else str(number)


def _grouped(judged: Iterable[Judged], by: str) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[getattr(one.known, by)].append(one)
    return groups


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables and the summary line; 1 when any error was silent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faults", action="store_true", help="a line for every fault")
    parser.add_argument("--corpus", action="store_true", help="tests/corpus only, without sample_data")
    args = parser.parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")

    judged = [judge(known) for known in corpus_files()]
    samples = [] if args.corpus else [judge(known) for known in sample_files()]
    every = judged + samples
    print(table("layout", _grouped(every, "layout")))
    print()
    print(table("format", _grouped(every, "form")))
    print()
    print(table("collection", {"corpus": judged, "sample_data": samples} if samples else {"corpus": judged}))
    if args.faults:
        print()
        for one in every:
            for fault in one.faults:
                print(fault)
    counts: Counter[str] = sum((one.counts for one in every), Counter())
    silent = sum(counts[kind] for kind in SILENT)
    numbers = measures(every)
    print()
    print(
        f"{numbers['files']} files, {numbers['figures']} figures: known wordings right {_short(numbers['known right %'])} %, "
        f"new wordings found or asked {_short(numbers['new found %'])} %, left out without a word {numbers['missed']}, "
        f"silent errors {silent} (" + ", ".join(f"{kind} {counts[kind]}" for kind in SILENT) + ")"
    )
    return 1 if silent else 0


if __name__ == "__main__":
    raise SystemExit(main())
