"""Importing a whole county of invented returns: does a file cost more when the store is full?

The floor is the mean time of a file among the first quarter imported, ours that among the last quarter: a ratio of 1
means that the time per file stays flat while the store grows.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from timing import line

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Prints one line; --townships sets the size of the county (two years each)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--townships", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="an existing folder made by generate")
    args = parser.parse_args()

    from analytics.catalogue import load_roster
    from analytics.commands import main as command
    from analytics.store import Store
    from analytics.submission import Incoming, accept, receive

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = args.folder or Path(place) / "county"
        if args.folder is None:
            command(
                ["generate", "--townships", str(args.townships), "--years", "2", "--seed", "7", "--out", str(folder)]
            )
        files = sorted(p for p in folder.rglob("*") if p.suffix in (".xlsx", ".csv") and p.parent != folder)
        random.Random(1).shuffle(files)
        store = Store.open(f"sqlite:///{Path(place) / 'bulk.db'}")
        store.replace_roster(load_roster(folder / "roster.csv"), "bench")
        times = []
        for path in files:
            start = time.perf_counter()
            received = receive(store, [Incoming(path.name, path.read_bytes())], "bench")
            accept(store, [r.upload_id for r in received if r.upload_id is not None], "bench")
            times.append(time.perf_counter() - start)
        store.close()
    quarter = len(times) // 4
    # Shuffled, so that both quarters hold the same mixture of layouts.
    first, last = statistics.mean(times[:quarter]), statistics.mean(times[-quarter:])
    print(line(f"import {len(files)} invented returns: a file of the last quarter over one of the first", last, first))


if __name__ == "__main__":
    main()
