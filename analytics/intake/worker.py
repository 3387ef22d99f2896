"""Runs a function on a stranger's file in another process, with a time and a memory limit.

Spreadsheet parsers abort, hang and eat memory on hostile files, in ways no ``except`` catches. Here that kills a
worker process; the caller gets a Problem, and the next call a fresh worker. Workers are kept and reused, so a small
file costs milliseconds.

Plain pipes and ``subprocess`` rather than ``multiprocessing``: its spawned children run the parent's ``__main__``
again, which under a web server is the whole application. Where no process can be started (a locked-down computer),
the function runs in the caller's process, behind the gate alone.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import psutil

from analytics.intake import worker_process
from analytics.intake.gate.refusals import refusal
from analytics.intake.worker_process import LENGTH, Failure, unpickled
from analytics.model import Problem

P = ParamSpec("P")
T = TypeVar("T")

WORKERS = 2
"""Files read at the same time; more wait their turn. Reading is bound by the processor."""
SECONDS = 18.0
"""For one file. A sender has an answer within twenty seconds: the rest is for seeing the end and saying so."""
START_SECONDS = 60.0
RETRY_SECONDS = 60.0
"""How long no new attempt is made after a worker could not be started."""
LOOK_SECONDS = 0.05
"""How often the memory of a busy worker is looked at."""
ROOT = Path(__file__).resolve().parents[2]


def in_worker(
    function: Callable[..., T], *args: object, seconds: float = SECONDS, megabytes: int = 1024, name: str = ""
) -> T | Problem:
    """``function(*args)`` computed in a worker process; a Problem with code ``refused`` where it came to no end.

    ``function`` is a module-level callable and returns built-in values or classes of this program. ``seconds`` counts
    from the moment a worker takes the job; ``megabytes`` is what the job may add to the worker's memory. ``name`` is
    the file named in the Problem. Never raises for what happens inside; safe to call from several threads.
    """
    return _pool.run(function, args, seconds, megabytes, name)


def shut_down() -> None:
    """Ends all workers. Happens by itself at exit; a later call of ``in_worker`` starts new ones."""
    _pool.close()


class _UnstartableError(Exception):
    """No worker process is to be had here."""


class _Worker:
    """One process and the thread that talks to it, so that no caller ever waits on a pipe without a time limit."""

    def __init__(self) -> None:
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {worker_process.__name__} import serve; serve()"
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                creationflags=flags,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"},
            )
        except (OSError, ValueError, TypeError) as fault:
            raise _UnstartableError from fault
        self.jobs: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.taken = False
        self.thread = threading.Thread(target=self._talk, name="intake worker", daemon=True)
        self.thread.start()
        try:
            ready = self.answers.get(timeout=START_SECONDS)
        except queue.Empty:
            ready = None
        if ready is None:
            self.kill()
            raise _UnstartableError

    def _talk(self) -> None:
        """Writes jobs and reads answers until the process is gone; None tells that it is."""
        out, into = self.process.stdout, self.process.stdin
        assert out is not None
        assert into is not None
        try:
            self.answers.put(_message(out.fileno()))
            while (job := self.jobs.get()) is not None:
                view = memoryview(LENGTH.pack(len(job)) + job)
                while view:
                    view = view[os.write(into.fileno(), view) :]
                self.taken = _message(out.fileno()) is not None
                self.answers.put(_message(out.fileno()))
        except (OSError, ValueError):
            pass
        finally:
            self.answers.put(None)
            for pipe in (into, out):
                with contextlib.suppress(OSError):
                    pipe.close()

    def ask(self, job: bytes, seconds: float, megabytes: int) -> object:
        """The worker's answer; a Failure when it died, took too long or too much memory.

        The code ``gone`` says that it had died before it took the job: then the job is not to blame.
        """
        deadline = time.monotonic() + seconds
        before = self._memory()
        self.jobs.put(job)
        while True:
            try:
                answer = self.answers.get(timeout=min(LOOK_SECONDS, max(deadline - time.monotonic(), 0.001)))
            except queue.Empty:
                if time.monotonic() >= deadline:
                    return Failure("too_slow")
                if self._memory() - before > megabytes * 1024 * 1024:
                    return Failure("too_heavy")
                continue
            if answer is None:
                return Failure("refused" if self.taken else "gone")
            try:
                return unpickled(answer)
            except Exception:  # a half-written or foreign answer: the worker is not to be trusted any more
                return Failure("refused")

    def _memory(self) -> int:
        try:
            return int(psutil.Process(self.process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def kill(self) -> None:
        """Ends the process, whatever it is doing, and the thread with it."""
        self.jobs.put(None)
        with contextlib.suppress(OSError):
            self.process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=5)
        self.thread.join(timeout=5)


def _message(descriptor: int) -> bytes | None:
    """One message from a pipe; None at its end."""
    head = _exactly(descriptor, LENGTH.size)
    return None if head is None else _exactly(descriptor, LENGTH.unpack(head)[0])


def _exactly(descriptor: int, count: int) -> bytes | None:
    pieces = []
    while count:
        piece = os.read(descriptor, min(count, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


class _Pool:
    """Up to ``WORKERS`` idle workers, made when first needed."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.places = threading.BoundedSemaphore(WORKERS)
        self.idle: list[_Worker] = []
        self.busy: set[_Worker] = set()
        self.owner = os.getpid()
        self.no_start_before = 0.0

    def run(
        self, function: Callable[..., T], args: tuple[object, ...], seconds: float, megabytes: int, name: str
    ) -> T | Problem:
        """See ``in_worker``."""
        job = pickle.dumps((tuple(sys.path), seconds, megabytes, pickle.dumps((function, args))))
        if self.owner != os.getpid():  # a forked child must not talk over its parent's pipes
            self.__init__()  # type: ignore[misc]
        with self.places:
            for _ in range(WORKERS + 1):  # every waiting worker may have been killed, a new one not
                try:
                    worker = self._take()
                except _UnstartableError:
                    return _here(function, args, name)
                try:
                    answer = worker.ask(job, seconds, megabytes)
                except BaseException:  # the caller was interrupted: what the worker holds belongs to nobody
                    self._drop(worker)
                    raise
                if isinstance(answer, worker_process.Answer):
                    self._give_back(worker, spent=answer.spent)
                    return answer.value  # type: ignore[return-value]
                self._drop(worker)
                if not (isinstance(answer, Failure) and answer.code == "gone"):
                    break
        code = answer.code if isinstance(answer, Failure) and answer.code != "gone" else "refused"
        return refusal(code, name, as_code="refused", seconds=f"{seconds:g}")

    def _take(self) -> _Worker:
        with self.lock:
            while self.idle:
                worker = self.idle.pop()
                if worker.process.poll() is None:
                    self.busy.add(worker)
                    return worker
                worker.kill()
            if time.monotonic() < self.no_start_before:
                raise _UnstartableError
        try:
            worker = _Worker()
        except _UnstartableError:
            self.no_start_before = time.monotonic() + RETRY_SECONDS
            raise
        with self.lock:
            self.busy.add(worker)
        return worker

    def _give_back(self, worker: _Worker, *, spent: bool) -> None:
        if spent:
            self._drop(worker)
            return
        worker.taken = False  # here, where no job is under way: later it might speak of the job before
        with self.lock:
            self.busy.discard(worker)
            self.idle.append(worker)

    def _drop(self, worker: _Worker) -> None:
        with self.lock:
            self.busy.discard(worker)
        worker.kill()

    def close(self) -> None:
        """Kills idle and busy workers."""
        if self.owner != os.getpid():
            return
        with self.lock:
            workers = [*self.idle, *self.busy]
            self.idle.clear()
            self.busy.clear()
        for worker in workers:
            worker.kill()


def _here(function: Callable[..., T], args: tuple[object, ...], name: str) -> T | Problem:
    """The function in this process: no limits but the gate's, and no help against an abort."""
    try:
        return function(*args)
    except (KeyboardInterrupt, SystemExit):
        raise
    except MemoryError:
        return refusal("too_heavy", name, as_code="refused")
    except BaseException:  # a panic of a Rust parser is a BaseException
        return refusal("refused", name)


_pool = _Pool()
atexit.register(shut_down)
