"""Reading hostile files the way the command line and the screens do, over the limits of 20 seconds and 1 GB a file.

The files are those of ``../shared/tools/make_hostile_files.py`` where that lies beside the checkout, else the tests'
own. Every one has to end in figures or in a sentence; the script fails where one does not.
"""

from __future__ import annotations

import argparse
import runpy
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from timing import line

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SHARED = ROOT.parent / "shared" / "tools" / "make_hostile_files.py"
LIMIT_SECONDS, LIMIT_MIB = 20.0, 1024.0
LOOK_SECONDS = 0.01


def make(folder: Path) -> None:
    """Writes the hostile files into a folder."""
    if SHARED.is_file():
        subprocess.run([sys.executable, str(SHARED), str(folder)], check=True, stdout=subprocess.DEVNULL)
        return
    own = runpy.run_path(str(ROOT / "tests" / "intake" / "hostile_files.py"))
    folder.mkdir(parents=True, exist_ok=True)
    for ending, files in (("xlsx", own["workbooks"]()), ("ods", own["opendocuments"]())):
        for name, data, _ in files:
            (folder / f"{name}.{ending}").write_bytes(data)


class Watch:
    """The most memory any worker of this process holds between two looks."""

    def __init__(self) -> None:
        self.peak = 0.0
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while True:
            for child in psutil.Process().children(recursive=True):
                try:
                    self.peak = max(self.peak, child.memory_info().rss / 2**20)
                except psutil.Error:
                    continue
            time.sleep(LOOK_SECONDS)


def main() -> None:
    """Prints two lines, and the five slowest and largest files to the error output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, help="an existing folder of hostile files")
    args = parser.parse_args()

    from analytics.intake import read_files

    watch, seen = Watch(), []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = args.folder or Path(place) / "hostile"
        if args.folder is None:
            make(folder)
        for path in sorted(folder.iterdir()):
            watch.peak, start = 0.0, time.perf_counter()
            readings = list(read_files(path))
            taken = time.perf_counter() - start
            time.sleep(2 * LOOK_SECONDS)
            if not readings or not all(reading.figures or reading.problems for reading in readings):
                sys.exit(f"{path.name} ended in neither figures nor a sentence")
            seen.append((taken, watch.peak, path.name))
    for what, column in (("slowest", 0), ("largest", 1)):
        for row in sorted(seen, key=lambda row: row[column], reverse=True)[:5]:
            print(f"{what}: {row[2]} {row[0]:.1f} s, {row[1]:.0f} MiB", file=sys.stderr)
    slowest, largest = max(seen), max(seen, key=lambda row: row[1])
    named = f"read {len(seen)} hostile files"
    print(line(f"{named}: the slowest ({slowest[2]}), over its limit", slowest[0], LIMIT_SECONDS))
    print(line(f"{named}: most memory ({largest[2]}), over its limit", largest[1], LIMIT_MIB, unit="mib"))


if __name__ == "__main__":
    main()
