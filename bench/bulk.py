"""Importing a whole province of invented returns by the command line, killed (-9) in the middle and started again.

Does a file cost more when the store is full? The floor is the mean processor time of a file among the first tenth
imported (reading worker included), ours that among the last tenth: a ratio of 1 means that the time per file stays flat
while the store grows. Processor time, because this takes minutes and a computer does other things meanwhile. The same
for the memory of the importing process, and for a file that is passed over because the killed run had taken it in.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from timing import line

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
RETURNS = (".xlsx", ".csv")
LOOK_SECONDS = 0.1
THERE = "不必重复上传"
"""Says of a file that it was taken in before."""


@dataclass
class Import:
    """One run of the command: when each file was done, and what the process held then."""

    files: int
    taken: list[float] = field(default_factory=list)
    passed_over: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    worker: float = 0.0

    def run(self, folder: Path, roster: Path, store: str, *, kill_after: int | None = None) -> Import:
        """Runs it to its end, or kills it as soon as ``kill_after`` files are in."""
        command = [sys.executable, "-m", "analytics", "import", str(folder), "--roster", str(roster)]
        program = subprocess.Popen(
            [*command, "--store", store, "--yes", "--who", "bench"],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        watcher = threading.Thread(target=self._watch, args=(program,))
        watcher.start()
        before, warm = None, {True: False, False: False}
        for said in self._files_of(program):
            now, known = _spent(psutil.Process(program.pid)), THERE in said
            # The first of each kind carries the start of the program or of its worker.
            if before is not None and warm[known]:
                (self.passed_over if known else self.taken).append(now - before)
            before, warm[known] = now, True
            self.held.append(_mib(psutil.Process(program.pid)))
            if len(self.taken) == kill_after:
                program.kill()
                break
        assert program.stdout is not None
        program.stdout.close()
        program.wait()
        watcher.join()
        return self

    def _files_of(self, program: subprocess.Popen[str]) -> Iterator[str]:
        assert program.stdout is not None
        for said in program.stdout:
            if "\t" in said:
                yield said

    def _watch(self, program: subprocess.Popen[str]) -> None:
        """The most memory a worker ever holds."""
        while program.poll() is None:
            try:
                children = psutil.Process(program.pid).children(recursive=True)
            except psutil.Error:
                children = []
            self.worker = max([self.worker, *(_mib(child) for child in children)])
            time.sleep(LOOK_SECONDS)


def _spent(process: psutil.Process) -> float:
    """Processor seconds of a process, its living children and those that have ended."""
    used = process.cpu_times()
    spent = used.user + used.system + used.children_user + used.children_system
    for child in process.children():
        try:
            times = child.cpu_times()
            spent += times.user + times.system
        except psutil.Error:
            continue
    return float(spent)


def _mib(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss) / 2**20
    except psutil.Error:
        return 0.0


def shuffled(folder: Path, into: Path, most: int) -> int:
    """Puts the folder's returns into ``into`` so that each part of the import holds the same mixture; their number."""
    files = sorted(p for p in (folder / "returns").rglob("*") if p.suffix in RETURNS)
    random.Random(1).shuffle(files)
    files = files[:most]
    for number, path in enumerate(files):
        place = into / f"{number:05}"
        place.mkdir(parents=True)
        shutil.copy(path, place / path.name)
    return len(files)


def main() -> None:
    """Prints five lines; --townships sets the size of the province (two years each)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--townships", type=int, default=1630)
    parser.add_argument("--files", type=int, default=1943, help="how many of their returns are imported")
    parser.add_argument("--folder", type=Path, help="an existing folder made by generate")
    args = parser.parse_args()

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = args.folder or Path(place) / "province"
        if args.folder is None:
            words = ["generate", "--townships", str(args.townships), "--years", "2", "--seed", "7", "--out", folder]
            subprocess.run(
                [sys.executable, "-m", "analytics", *map(str, words)],
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        files = shuffled(folder, Path(place) / "in", args.files)
        url = f"sqlite:///{(Path(place) / 'bulk.db').as_posix()}"
        roster = folder / "roster.csv"
        killed = Import(files).run(Path(place) / "in", roster, url, kill_after=files // 2)
        resumed = Import(files).run(Path(place) / "in", roster, url)
        size = sum(p.stat().st_size for p in Path(place).glob("bulk.db*")) / 2**20
    times = [*killed.taken, *resumed.taken]
    tenth = max(len(times) // 10, 1)
    tenths = [statistics.mean(times[k : k + tenth]) for k in range(0, tenth * 10, tenth) if times[k : k + tenth]]
    print("tenths, ms a file:", *(f"{t * 1000:.0f}" for t in tenths), f"; store {size:.0f} MiB", file=sys.stderr)
    named = f"import {files:,} invented returns, killed in the middle and resumed"
    print(line(f"{named}: a file of the last tenth, over one of the first", tenths[-1], tenths[0]))
    print(line(f"{named}: a file of the dearest tenth, over one of the first", max(tenths), tenths[0]))
    passed = statistics.mean(resumed.passed_over)
    print(line(f"{named}: passing over a file that is there, over reading it", passed, statistics.mean(times)))
    early = killed.held[max(len(killed.held) // 5, 1) - 1]
    print(line(f"{named}: memory at the end, over that after a tenth", resumed.held[-1], early, unit="mib"))
    worker = max(killed.worker, resumed.worker)
    print(line(f"{named}: most memory of a reading worker, over its limit", worker, 1024.0, unit="mib"))


if __name__ == "__main__":
    main()
