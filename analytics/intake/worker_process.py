"""The other side of ``worker``: a process that computes one job after another, read from its standard input."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pickle
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LENGTH = struct.Struct("<Q")
READERS = "analytics.intake.readers"
SPENT_BYTES = 400 * 1024 * 1024
"""A worker that ever needed this much is replaced: what a parser has taken it seldom gives back."""
GRACE_SECONDS = 5.0
BEHIND = 2
"""Niceness of a worker: enough to let a click go first, not so much that a busy computer starves it past its limit."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the function returned; ``spent`` asks for the worker to be replaced."""

    value: object
    spent: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer: refused · too_slow · too_heavy · gone."""

    code: str


_BUILTINS = {"set", "frozenset", "complex", "bytearray", "range", "slice"}
_PLAIN = {
    "datetime": {"date", "datetime", "time", "timedelta", "timezone"},
    "collections": {"OrderedDict", "defaultdict", "Counter"},
    "decimal": {"Decimal"},
}


class _Unpickler(pickle.Unpickler):
    """Builds only plain values and this program's own classes: a worker may have been taken over by its file."""

    def find_class(self, module: str, name: str) -> Any:
        if (module == "builtins" and name in _BUILTINS) or name in _PLAIN.get(module, ()):
            return super().find_class(module, name)
        if module.startswith("analytics.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def unpickled(data: bytes) -> object:
    """The value pickled in ``data``. Raises pickle.UnpicklingError on anything but plain values and own classes."""
    return _Unpickler(io.BytesIO(data)).load()


def serve() -> None:
    """Reads jobs from standard input and writes answers to standard output until the parent closes it or is gone."""
    jobs, answers = _take_pipes()
    _step_back()
    with contextlib.suppress(Exception):  # a reader that cannot be loaded shows when it is needed
        importlib.import_module(READERS)
    _write(answers, b"ready")
    while (head := jobs.read(LENGTH.size)) and len(head) == LENGTH.size:
        job = jobs.read(LENGTH.unpack(head)[0])
        _write(answers, b"taken")
        path, seconds, megabytes, call = pickle.loads(job)
        sys.path.extend(entry for entry in path if entry not in sys.path)
        with _limited(seconds, megabytes):
            answer = _answer(call)
        try:
            packed = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
        except Exception:  # a result that cannot travel
            packed = pickle.dumps(Failure("refused"))
        _write(answers, packed)


def _step_back() -> None:
    """Takes the processor only where nobody else wants it: people look at the dashboard while files are read."""
    with contextlib.suppress(Exception):  # some systems refuse
        import psutil

        if sys.platform == "win32":
            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            psutil.Process().nice(BEHIND)


def _answer(call: bytes) -> Answer | Failure:
    try:
        function, args = pickle.loads(call)
        value = function(*args)
        return Answer(value, spent=_peak_bytes() > SPENT_BYTES)
    except MemoryError:
        return Failure("too_heavy")
    except BaseException:  # a panic of a Rust parser is a BaseException
        return Failure("refused")


def _take_pipes() -> tuple[io.BufferedReader, int]:
    """The pipes to the parent, taken out of reach of libraries that print."""
    jobs = os.dup(0)
    answers = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(jobs, os.O_BINARY)
        msvcrt.setmode(answers, os.O_BINARY)
    return os.fdopen(jobs, "rb"), answers


def _write(descriptor: int, message: bytes) -> None:
    view = memoryview(LENGTH.pack(len(message)) + message)
    try:
        while view:
            view = view[os.write(descriptor, view) :]
    except OSError:  # the parent is gone
        os._exit(0)


if sys.platform == "win32":

    @contextlib.contextmanager
    def _limited(seconds: float, megabytes: int) -> Any:  # noqa: ARG001 the other systems need it
        """Windows has neither limit for a process's own use: the parent watches and kills."""
        import threading

        end = threading.Timer(seconds + GRACE_SECONDS, os._exit, (1,))
        end.daemon = True
        end.start()
        try:
            yield
        finally:
            end.cancel()

    def _peak_bytes() -> int:
        import psutil

        return int(psutil.Process().memory_info().rss)

else:

    @contextlib.contextmanager
    def _limited(seconds: float, megabytes: int) -> Any:
        """An alarm that ends the process even inside a parser and without a parent; a cap on its address space."""
        import resource
        import signal

        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_SECONDS)
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _address_space() + megabytes * 1024 * 1024
        if hard != resource.RLIM_INFINITY:
            wanted = min(wanted, hard)
        with contextlib.suppress(OSError, ValueError):  # macOS refuses: there the parent watches
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_AS, (hard, hard))

    def _address_space() -> int:
        import psutil

        return int(psutil.Process().memory_info().vms)

    def _peak_bytes() -> int:
        """The most memory this process ever held. Linux hands ``ru_maxrss`` down from the process that started it,
        so a large dashboard would make every worker look spent; VmHWM is the worker's own."""
        with contextlib.suppress(OSError, ValueError, StopIteration), Path("/proc/self/status").open("rb") as status:
            return 1024 * int(next(line for line in status if line.startswith(b"VmHWM:")).split()[1])
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
