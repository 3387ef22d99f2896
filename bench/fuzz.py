"""Fuzzes the reader for as long as it is given: changed grids, damaged files, strange cells.

``python bench/fuzz.py --minutes 60`` runs the three in turn from a seed that it prints; every finding is made as small as
it gets and written to a file of its own, ready to be put among ``tests/intake/findings``. Exit 1 when there are any.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "intake")]

import fuzz_changes  # noqa: E402
import fuzz_files  # noqa: E402
import fuzz_relations  # noqa: E402
import fuzz_rules  # noqa: E402
import fuzz_same  # noqa: E402
import fuzz_texts  # noqa: E402
from fuzz_sheets import Seed, as_text, rearranged, seeds, size  # noqa: E402

from analytics.intake.grid import Workbook  # noqa: E402
from analytics.model import Reading  # noqa: E402

SLOW_SECONDS = 2.0
"""Longer than any grid of the seeds takes a hundredth of."""
Found = list[tuple[str, str]]


class Record:
    """What was run and found; a finding is kept once."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.runs: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self._known: set[str] = set()
        out.mkdir(parents=True, exist_ok=True)

    def keep(self, kind: str, rule: str, text: str, about: str, data: bytes | None = None) -> None:
        """Writes a finding unless one just like it, numbers apart, is there already."""
        self.found[f"{kind}: {rule}"] += 1
        plain = kind + rule + re.sub(r"\d+", "0", text)
        if plain in self._known:
            return
        self._known.add(plain)
        place = self.out / f"{len(self._known):04d} {kind} {rule}.txt".replace("/", "-")
        place.write_text(f"{text}\n\n{about}\n", encoding="utf-8")
        if data is not None:
            place.with_suffix(".bin").write_bytes(data)
        print(f"{kind}: {rule}: {place.name}", flush=True)


def judged(book: Workbook, seed: Seed) -> tuple[Reading | None, Found]:
    """The reading and every rule it breaks; an exception and slowness are such rules."""
    started = time.process_time()
    try:
        reading = fuzz_rules.reading_of(book, seed.name, seed.roster)
    except Exception as fault:
        last = traceback.extract_tb(fault.__traceback__)[-1]
        return None, [("raised", f"{type(fault).__name__} in {Path(last.filename).name} {last.name}")]
    slow = time.process_time() - started > SLOW_SECONDS
    found = [("slow", f"{sum(len(s.cells) for s in book.sheets)} cells")] if slow else []
    return reading, found + list(fuzz_rules.faults(book, seed.name, seed.roster, reading))


def smaller(book: Workbook, fails: Callable[[Workbook], bool], seconds: float = 20) -> Workbook:
    """The workbook without every sheet, row, column and merge that the failure does not need."""
    until = time.monotonic() + seconds
    shrunk = True
    while shrunk and time.monotonic() < until:
        shrunk = False
        for candidate in _candidates(book):
            if time.monotonic() > until:
                break
            if fails(candidate):
                book, shrunk = candidate, True
                break
    return book


def _candidates(book: Workbook) -> Iterator[Workbook]:
    """The workbook with one thing less, one at a time: a cell in the last row has a million rows before it."""
    for number, sheet in enumerate(book.sheets):
        if len(book.sheets) > 1:
            yield replace(book, sheets=(*book.sheets[:number], *book.sheets[number + 1 :]))
        for axis in (0, 1):
            lines = size(sheet)[axis]
            # Half of it, a quarter … first, so that what is large is soon small.
            for step in sorted({max(lines >> n, 1) for n in range(1, 24)} | {1}, reverse=True):
                if lines > 12 or step == 1:
                    for start in range(0, lines, step):
                        order: list[int | None] = [n for n in range(lines) if not start <= n < start + step]
                        yield _with(book, number, rearranged(sheet, axis, order))
        for n in range(len(sheet.merges)):
            yield _with(book, number, replace(sheet, merges=sheet.merges[:n] + sheet.merges[n + 1 :]))
        for gone in sheet.cells if len(sheet.cells) < 40 else ():
            yield _with(book, number, replace(sheet, cells={at: c for at, c in sheet.cells.items() if at != gone}))


def _with(book: Workbook, number: int, sheet: object) -> Workbook:
    return replace(book, sheets=(*book.sheets[:number], sheet, *book.sheets[number + 1 :]))  # type: ignore[arg-type]


def described(book: Workbook, reading: Reading | None) -> str:
    """The grids, the figures and what is asked."""
    lines = [as_text(sheet) for sheet in book.sheets]
    if reading is not None:
        lines += ["--->"] + [fuzz_same.said(f) for f in reading.figures]
        lines += [f"? {p.code} {p.cell} {p.message.zh}" for p in reading.problems]
    return "\n".join(lines)


def grid(rng: Random, record: Record) -> None:
    """A random change, or several, of a real layout."""
    seed, other = rng.choice(seeds()), rng.choice(seeds())
    book = fuzz_changes.changed(rng, seed.book, seed.roster, other.book)
    _, found = judged(book, seed)
    for rule, where in dict(found).items():

        def fails(candidate: Workbook, rule: str = rule, where: str = where) -> bool:
            return any(r == rule and (rule != "raised" or w == where) for r, w in judged(candidate, seed)[1])

        small = smaller(book, fails)
        reading, again = judged(small, seed)
        about = "\n".join(f"!! {r}: {w}" for r, w in again)
        record.keep("grid", rule, f"file: {seed.name}\n{described(small, reading)}", about)


_first: dict[int, Reading] = {}


def relation(rng: Random, record: Record) -> None:
    """A change that must not change figures."""
    number = rng.randrange(len(seeds()))
    seed = seeds()[number]
    if number not in _first:
        _first[number] = fuzz_rules.reading_of(seed.book, seed.name, seed.roster)
    chosen = rng.choice(fuzz_relations.RELATIONS)
    draw = rng.randrange(10**9)
    for rule in {rule for rule, _, _ in _related(Random(draw), chosen, seed, seed.book, _first[number])}:

        def fails(candidate: Workbook, rule: str = rule) -> bool:
            reading, broken = judged(candidate, seed)
            return reading is not None and not broken and any(
                rule == r for n in range(10) for r, _, _ in _related(Random(draw + n), chosen, seed, candidate, reading)
            )  # fmt: skip

        small = smaller(seed.book, fails)
        reading = fuzz_rules.reading_of(small, seed.name, seed.roster)
        hits = [h for n in range(10) for h in _related(Random(draw + n), chosen, seed, small, reading) if h[0] == rule]
        if hits:
            text = f"file: {seed.name}\n{described(small, reading)}\n\n=== after {chosen.__name__}\n{hits[0][2]}"
            record.keep(f"relation {chosen.__name__}", rule, text, f"!! {hits[0][1]}")


def _related(
    rng: Random, chosen: fuzz_same.Relation, seed: Seed, book: Workbook, before: Reading
) -> list[tuple[str, str, str]]:
    changed = chosen(rng, book, before, seed.name, seed.roster)
    if changed is None:
        return []
    after, broken = judged(changed.book, seed)
    if after is None:
        return [(*broken[0], described(changed.book, None))]
    found = list(fuzz_same.differences(before, after, changed))
    return [(rule, where, described(changed.book, after)) for rule, where in found]


def file(rng: Random, record: Record) -> None:
    """A damaged file through the worker."""
    for rule, where, data, name in fuzz_files.tried(rng):
        record.keep("file", rule, name, where, data)


def text(rng: Random, record: Record) -> None:
    """A handful of strange cells, headings and names."""
    for _ in range(50):
        for rule, where in fuzz_texts.tried(rng):
            record.keep("text", rule, where, "")


KINDS: dict[str, tuple[Callable[[Random, Record], None], float]] = {
    "grid": (grid, 0.4), "relation": (relation, 0.3), "file": (file, 0.15), "text": (text, 0.15),
}  # fmt: skip
"""Each fuzzer with its share of the time."""


def main() -> int:
    """Runs the fuzzers in slices until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", choices=KINDS, action="append")
    parser.add_argument("--out", type=Path, default=ROOT / "var" / "fuzz")
    args = parser.parse_args()
    chosen = args.only or list(KINDS)
    print(f"seed {args.seed}, findings in {args.out}", flush=True)
    record, until, turn = Record(args.out), time.monotonic() + args.minutes * 60, 0
    while time.monotonic() < until:
        for kind in chosen:
            one, share = KINDS[kind]
            started = time.monotonic()
            while time.monotonic() < min(until, started + 20 * share):
                turn += 1
                before = time.monotonic()
                one(Random(f"{args.seed} {kind} {turn}"), record)
                record.runs[kind] += 1
                record.seconds[kind] += time.monotonic() - before
    for kind in chosen:
        print(f"{kind}: {record.runs[kind]} runs in {record.seconds[kind] / 60:.1f} min")
    for rule, count in sorted(record.found.items()):
        print(f"found {count} × {rule}")
    return 1 if record.found else 0


if __name__ == "__main__":
    sys.exit(main())
