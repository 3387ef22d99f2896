"""Measures the rules on simulated counties and writes docs/checks.json and docs/checks.md.

``python tools/calibrate.py`` takes 2,000 counties; ``--counties 200`` gives a quick look, printed and not written.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from analytics.synthetic.calibration import Tally, measure  # noqa: E402  (a script finds the tree first)
from tools import checks_page  # noqa: E402

SEED = 1
WHOLE = 2000
"""Counties for the page; with fewer it is not written."""


def measured(counties: int, seed: int, jobs: int) -> Tally:
    """The tally of so many counties; the same for any number of processes."""
    from tqdm import tqdm

    whole = Tally()
    if jobs == 1:
        for number in tqdm(range(counties), unit="county", file=sys.stderr):
            whole.add(measure(seed, number))
        return whole
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        done = pool.map(partial(measure, seed), range(counties), chunksize=4)
        for tally in tqdm(done, total=counties, unit="county", file=sys.stderr):
            whole.add(tally)
    return whole


def as_json(tally: Tally, counties: int, seed: int) -> dict[str, Any]:
    """What is kept of a measurement, with the rules it was taken of."""
    return {
        "counties": counties,
        "seed": seed,
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "rules": checks_page.rules_measured(),
        "counts": dict(sorted(tally.counts.items())),
        "examples": {rule: list(example) for rule, example in sorted(tally.examples.items())},
    }


def main() -> int:
    """Measures and writes; returns 1 where a rule breaks its promise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, default=WHOLE, metavar="N")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="J")
    args = parser.parse_args()
    counties = max(4, args.counties)
    held = as_json(measured(counties, args.seed, max(1, args.jobs)), counties, args.seed)
    if counties >= WHOLE:
        checks_page.MEASURED.write_text(
            json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
        )
        checks_page.write()
        print(checks_page.PAGE.relative_to(ROOT).as_posix())
    print(checks_page.figures(held))
    broken = checks_page.broken(held)
    print("\n".join(broken) or "every promise is kept")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
