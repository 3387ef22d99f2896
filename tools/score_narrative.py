"""Measures the reader of reports in prose on labelled passages and whole reports: precision, recall and F1.

``--faults`` lists what is behind every number; ``--only NAME`` takes one collection. Exit status 1 when a collection
that the rules were made with has a fault of precision.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def _scoring() -> ModuleType:
    place = ROOT / "tests" / "narrative" / "narrative_scoring.py"
    spec = importlib.util.spec_from_file_location(place.stem, place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[place.stem] = module
    spec.loader.exec_module(module)
    return module


scoring = _scoring()
PASSAGES = (
    "passages_before.jsonl",
    "passages_after.jsonl",
    "passages_families.jsonl",
    "passages_everyday.jsonl",
    "passages_heldout.jsonl",
    "passages_heldout2.jsonl",
    "passages_heldout3.jsonl",
    "passages_heldout4.jsonl",
    "passages_heldout5.jsonl",
    "passages_heldout6.jsonl",
    "passages_heldout7.jsonl",
    "passages_heldout8.jsonl",
    "passages_heldout9.jsonl",
    "passages_heldout10.jsonl",
    "passages_admitted.jsonl",
    "passages_heldout_admitted.jsonl",
    "passages_blind1.jsonl",
    "passages_blind2.jsonl",
    "passages_blind3.jsonl",
    "passages_blind4.jsonl",
    "passages_blind5.jsonl",
    "passages_blind7.jsonl",
    "passages_blind8.jsonl",
    "passages_blind10.jsonl",
    "passages_heldout11.jsonl",
    "passages_heldout12.jsonl",
)
GAP = "gap:"
KINDS = {"figures": "indicator", "shortcomings": "theme"}
"""What is measured apart, and by what each is told apart. Questions on several figures count with the figures."""
HEAD = f"{'':<28}{'labels':>8}{'precision':>11}{'recall':>9}{'F1':>8}"
REPORTS = (
    "after",
    "heldout",
    "heldout2",
    "heldout3",
    "heldout4",
    "heldout5",
    "heldout6",
    "heldout7",
    "blind1",
    "blind2",
    "blind3",
    "blind4",
    "blind5",
    "blind7",
    "blind8",
    "blind10",
)


def collections() -> dict[str, list[Any]]:
    """Every collection with its outcomes."""
    found = {
        name.removesuffix(".jsonl"): list(scoring.passages(name))
        for name in PASSAGES
        if (scoring.HERE / "passages" / name).exists()
    }
    found |= {f"reports_{name}": list(scoring.reports(name)) for name in REPORTS}
    return {name: [scoring.judge(case) for case in cases] for name, cases in found.items() if cases}


def rates(outcomes: Iterable[Any], kind: str, *, only: str | None = None) -> tuple[int, float, float, float]:
    """(labels, precision, recall, F1) of ``kind`` (KINDS); ``only`` one indicator or theme."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        for found in ("right", "missed", "wrong"):
            names = (name for name in getattr(outcome, found) if name.startswith(GAP) == (kind == "shortcomings"))
            counts[found] += sum(1 for name in names if only in (None, name))
    right, missed, wrong = counts["right"], counts["missed"], counts["wrong"]
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    both = precision + recall
    return right + missed, precision, recall, 2 * precision * recall / both if both else 0.0


def line(name: str, numbers: tuple[int, float, float, float]) -> str:
    """One line of a table."""
    labels, precision, recall, f1 = numbers
    return f"{name:<28}{labels:>8}{precision:>11.3f}{recall:>9.3f}{f1:>8.3f}"


def table(title: str, groups: Mapping[str, Sequence[Any]], kind: str) -> None:
    """One table: a line for each group that has labels or faults of the kind, and one for all."""
    print(f"\n{title}\n{HEAD}")
    for name, outcomes in groups.items():
        numbers = rates(outcomes, kind)
        if numbers[0] or numbers[1] < 1:
            print(line(f"{name} ({len(outcomes)})", numbers))
    print(line("all", rates([outcome for outcomes in groups.values() for outcome in outcomes], kind)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faults", action="store_true", help="a line for every fault")
    parser.add_argument("--only", help="one collection")
    args = parser.parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    found = {name: outs for name, outs in collections().items() if args.only in (None, name)}
    every = [outcome for outcomes in found.values() for outcome in outcomes]
    forms: dict[str, list[Any]] = defaultdict(list)
    for outcome in every:
        forms[outcome.case.form].append(outcome)
    for kind in KINDS:
        table(f"{kind} in prose, by collection", found, kind)
        if not args.only:
            table(f"{kind}, by form", dict(sorted(forms.items())), kind)
            print(f"\n{kind}, by {KINDS[kind]}\n" + HEAD)
            for name in sorted({n for o in every for n in (*o.right, *o.missed, *o.wrong)}):
                if name.startswith(GAP) == (kind == "shortcomings"):
                    print(line(name.removeprefix(GAP), rates(every, kind, only=name)))
    if args.faults:
        print()
        for outcome in every:
            for fault in outcome.faults:
                print(outcome.case.name, fault)
    made_with = [o for name, outs in found.items() if "heldout" not in name and "blind" not in name for o in outs]
    return 1 if any(o.wrong for o in made_with) else 0


if __name__ == "__main__":
    raise SystemExit(main())
