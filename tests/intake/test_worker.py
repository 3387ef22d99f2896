"""Whatever happens in a worker, the caller gets a value and the next call works."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import messy_files as messy
import psutil
import pytest

from analytics.intake import worker, worker_process
from analytics.intake.grid import Workbook
from analytics.intake.readers import read_workbook
from analytics.intake.worker import in_worker, shut_down
from analytics.model import Problem


class Panic(BaseException):
    """As the parsers written in Rust throw it."""


def process_id() -> int:
    return os.getpid()


def endless() -> None:
    while True:
        pass


def endless_in_c() -> int:
    return sum(range(10**12))


def hungry() -> None:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def aborting() -> None:
    os.abort()


def leaving() -> None:
    sys.exit(3)


def panicking() -> None:
    raise Panic


def wrong() -> None:
    raise ValueError("damaged")


def noisy() -> int:
    print("x" * 100_000)  # noqa: T201
    os.write(1, b"y" * 1000)
    return 3


class Treacherous:
    """Unpickles into a call: what a worker taken over by its file could send."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


def treacherous() -> Treacherous:
    return Treacherous()


def doubled(number: int) -> int:
    time.sleep(0.01)
    return number * 2


@pytest.mark.parametrize(
    ("job", "limits"),
    [
        (endless, {"seconds": 0.5}),
        (endless_in_c, {"seconds": 0.5}),
        (hungry, {"megabytes": 200}),
        (aborting, {}),
        (leaving, {}),
        (panicking, {}),
        (wrong, {}),
        (treacherous, {}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_worker_that_fails_is_a_refusal_and_the_next_file_is_read(job: object, limits: dict[str, float]) -> None:
    problem = in_worker(job, name="某镇.xls", **limits)
    assert isinstance(problem, Problem)
    assert problem.code == "refused"
    assert "某镇.xls" in problem.message.zh
    assert isinstance(in_worker(read_workbook, messy.xlsx(), "a.xlsx"), Workbook)


def test_workers_are_used_again_however_large_their_parent_is() -> None:
    shut_down()
    held = b"x" * (worker_process.SPENT_BYTES + 50_000_000)
    seen = {in_worker(process_id) for _ in range(5)}
    del held
    assert len(seen) == 1  # one caller at a time needs one worker
    assert os.getpid() not in seen


def test_what_a_library_prints_does_not_disturb_the_answer() -> None:
    assert in_worker(noisy) == 3


def test_a_workbook_comes_back_as_it_was_read() -> None:
    assert in_worker(read_workbook, messy.xlsx(), "a.xlsx") == read_workbook(messy.xlsx(), "a.xlsx")


def test_many_threads_get_their_own_answers() -> None:
    answers: dict[int, object] = {}

    def ask(number: int) -> None:
        answers[number] = in_worker(doubled, number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: number * 2 for number in range(12)}


def test_a_file_that_hangs_does_not_hold_up_another() -> None:
    problems: list[object] = []
    slow = threading.Thread(target=lambda: problems.append(in_worker(endless, seconds=2)))
    slow.start()
    assert in_worker(doubled, 4) == 8
    assert slow.is_alive()
    slow.join()
    assert isinstance(problems[0], Problem)


def test_a_worker_killed_from_outside_is_a_sentence_and_the_next_file_is_read() -> None:
    shut_down()
    victim = in_worker(process_id)
    problems: list[object] = []
    reading = threading.Thread(target=lambda: problems.append(in_worker(endless, seconds=200, name="某镇.xls")))
    reading.start()
    gone = time.monotonic() + 60
    # One killed before it took the file would be no fault of the file's: another worker then reads it.
    while victim not in {w.process.pid for w in worker._pool.busy if w.taken} and time.monotonic() < gone:
        time.sleep(0.01)
    psutil.Process(victim).kill()
    reading.join(timeout=60)
    assert not reading.is_alive()
    assert isinstance(problems[0], Problem)
    assert "某镇.xls" in problems[0].message.zh
    assert "没有读成" in problems[0].message.zh
    assert in_worker(process_id) != victim
    assert isinstance(in_worker(read_workbook, messy.xlsx(), "a.xlsx"), Workbook)


def test_a_worker_killed_while_it_waits_costs_no_file() -> None:
    psutil.Process(in_worker(process_id)).kill()
    assert in_worker(doubled, 4) == 8


def test_after_shutting_down_a_new_worker_is_started() -> None:
    before = in_worker(process_id)
    worker.shut_down()
    assert not psutil.pid_exists(before)
    assert in_worker(process_id) != before


def test_where_no_process_can_be_started_the_file_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_pool", worker._Pool())
    monkeypatch.setattr(sys, "executable", str(Path(sys.executable).with_name("no-such-python")))
    assert in_worker(process_id) == os.getpid()
    assert isinstance(in_worker(panicking), Problem)
    assert isinstance(in_worker(hungry_once), Problem)


def hungry_once() -> None:
    raise MemoryError


PARENT = """
    import os, sys, time
    sys.path.insert(0, {root!r})
    from analytics.intake.worker import in_worker, shut_down
    print(in_worker(os.getpid), flush=True)
    {end}
"""


def parent(end: str, root: Path) -> subprocess.CompletedProcess[str]:
    code = textwrap.dedent(PARENT.format(root=str(root), end=end))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("end", ["pass", "sys.exit(0)", "os._exit(0)"])
def test_no_worker_outlives_its_parent(end: str, root: Path) -> None:
    done = parent(end, root)
    assert (done.returncode, done.stderr) == (0, "")
    gone = time.monotonic() + 10
    while psutil.pid_exists(int(done.stdout)) and time.monotonic() < gone:
        time.sleep(0.05)
    assert not psutil.pid_exists(int(done.stdout))


def test_a_busy_worker_ends_by_itself_when_its_parent_is_killed(root: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no alarm that ends a process inside a parser")
    end = "import threading; threading.Thread(target=in_worker, args=(time.sleep, 60), kwargs={'seconds': 0.3}, daemon=True).start(); time.sleep(0.1); os._exit(0)"
    done = parent(end, root)
    gone = time.monotonic() + 15
    while psutil.pid_exists(int(done.stdout)) and time.monotonic() < gone:
        time.sleep(0.1)
    assert not psutil.pid_exists(int(done.stdout))
