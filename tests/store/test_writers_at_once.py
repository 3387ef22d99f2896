import multiprocessing
import os
import subprocess
import sys
import threading
from pathlib import Path

from invented import TOWN, figure, taken_in

from analytics.store import Store
from analytics.store.engine import ROOT

HERE = Path(__file__).resolve().parent


def in_threads(*jobs) -> list[BaseException]:
    faults: list[BaseException] = []

    def guarded(job) -> None:
        try:
            job()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def test_threads_that_accept_at_once_all_succeed(store):
    uploads = [taken_in(store, str(n), figure(n)) for n in range(1, 9)]
    faults = in_threads(*(lambda n=n, u=u: store.accept(u, [figure(n)], "乙") for n, u in enumerate(uploads, 1)))
    assert faults == []
    assert len(store.figures_frame()) == 1
    history = store.figure_history(TOWN, 2024, "leaflets")
    assert len(history) == 8
    assert history[0].current


def test_of_two_who_accept_one_upload_one_does_and_the_other_is_told(store):
    upload = taken_in(store, "一", figure(1))
    faults = in_threads(*[lambda: store.accept(upload, [figure(1)], "乙")] * 2)
    assert [type(fault).__name__ for fault in faults] == ["WrongStatusError"]
    assert len(store.figure_history(TOWN, 2024, "leaflets")) == 1


def accept_many(url: str, label: str, results) -> None:
    store = Store.open(url)
    try:
        for n in range(10):
            upload = taken_in(store, f"{label}{n}", figure(n))
            store.accept(upload, [figure(n)], label)
        results.put("")
    except Exception as fault:
        results.put(repr(fault))
    store.close()


def test_programs_that_accept_at_once_all_succeed(store):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    programs = [context.Process(target=accept_many, args=(store.url, label, results)) for label in "东西"]
    for program in programs:
        program.start()
    assert [results.get(timeout=120) for _ in programs] == ["", ""]
    for program in programs:
        program.join()
    assert len(store.uploads()) == 20
    assert len(store.figures_frame()) == 1


KILLED_WHILE_ACCEPTING = """
import sys, time
sys.path.insert(0, {here!r})
from invented import accepted, figure, taken_in
from analytics.store import Store, accepted as deed
store = Store.open({url!r})
accepted(store, "已入库", figure(1))
upload = taken_in(store, "半路", figure(2), figure(3, indicator="seminars"))
def stop(*_):
    print("half way", flush=True)
    time.sleep(600)
deed._recompute = stop  # the figures are in, the transaction is not over
store.accept(upload, [figure(2), figure(3, indicator="seminars")], "乙")
"""


def test_a_program_killed_half_way_loses_nothing_accepted_and_leaves_no_half_file(tmp_path):
    url = f"sqlite:///{(tmp_path / 'fazhi.db').as_posix()}"
    script = KILLED_WHILE_ACCEPTING.format(here=str(HERE), url=url)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    program = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment, text=True)
    assert program.stdout is not None
    assert program.stdout.readline() == "half way\n"
    program.kill()
    program.wait()
    program.stdout.close()
    store = Store.open(url)
    assert store.figures_frame()["value"].tolist() == [1]
    [half, whole] = store.uploads()
    assert (half.status, half.figures_accepted) == ("pending", 0)
    assert whole.status == "accepted"
    store.accept(half.id, store.reading(half.id).figures, "乙")
    assert sorted(store.figures_frame()["value"]) == [2, 3]
    store.close()
