"""Reading the sample returns, over openpyxl's own load of the same files.

Three lines: in the same process, through the guarded worker process, and the peak memory of a process that reads them
all. The floor has understood nothing yet: it has only loaded the cells.
"""

from __future__ import annotations

import argparse
import io
import pickle
import subprocess
import sys
from pathlib import Path

import openpyxl
from timing import alternating, line

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SAMPLE = ROOT / "sample_data"
MOST = 30
"""Files at most, evenly drawn from all, so that a run stays within a minute or two."""


def files() -> list[tuple[str, bytes]]:
    """Name and bytes of sample workbooks that openpyxl can load (the sample holds damaged ones on purpose)."""
    found = []
    for path in sorted((SAMPLE / "returns").rglob("*.xlsx")):
        data = path.read_bytes()
        try:
            openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        except Exception:
            continue
        found.append((path.name, data))
    step = max(1, len(found) // MOST)
    return found[::step][:MOST]


def read_all(returns: list[tuple[str, bytes]], *, isolated: bool) -> None:
    """Reads every file as the screens do."""
    from analytics import intake
    from analytics.catalogue import load_roster

    roster = load_roster(SAMPLE / "roster.csv")
    for name, data in returns:
        intake.read_bytes(data, name, roster=roster, isolated=isolated)


def load_all(returns: list[tuple[str, bytes]]) -> None:
    """Loads every file with openpyxl and nothing more."""
    for _, data in returns:
        openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def peak_mib() -> float:
    """The largest memory this process has held so far."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 2**20
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    # getrusage would give the larger of this process and the one that started it
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(float(row.split()[1]) / 2**10 for row in status.splitlines() if row.startswith("VmHWM"))


def peak_of(way: str, returns: list[tuple[str, bytes]]) -> float:
    """Peak memory in MiB of a fresh process that goes one way over the files, handed over pickled."""
    command = [sys.executable, __file__, "--peak", way]
    return float(subprocess.run(command, check=True, input=pickle.dumps(returns), stdout=subprocess.PIPE).stdout)


def main() -> None:
    """Prints the three lines; with --peak, one number (a part of the third)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peak", choices=["ours", "floor"], help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    if args.peak:
        returns = pickle.load(sys.stdin.buffer)
        read_all(returns, isolated=False) if args.peak == "ours" else load_all(returns)
        print(peak_mib())
        return
    returns = files()
    named = f"read {len(returns)} sample workbooks"
    for isolated, how in ((False, "same process"), (True, "guarded worker")):
        ours, floor = alternating(
            lambda isolated=isolated: read_all(returns, isolated=isolated), lambda: load_all(returns), args.rounds
        )
        print(line(f"{named}, {how}", ours, floor), flush=True)
    print(line(f"{named}, peak memory", peak_of("ours", returns), peak_of("floor", returns), unit="mib"), flush=True)


if __name__ == "__main__":
    main()
