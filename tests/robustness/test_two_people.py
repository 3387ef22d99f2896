"""Two people at once: both succeed, or the slower one is told; the figures are what the history says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import fabricated as made
import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from analytics.submission import Decided, Incoming, Received, accept, receive, undo

NAMES = made.names(6)
HEADLINES = made.known_indicators()


def form(name: str, n: int, year: int = 2025) -> Incoming:
    return Incoming(f"{name}{n}.csv", f"乡镇,年度,发放宣传资料（份）\n{name},{year},{n}\n".encode())


@pytest.fixture
def url(tmp_path: Path) -> str:
    return made.county(tmp_path / "fazhi.db", NAMES, [2024])


def at_once(*jobs: Callable[[], object]) -> list[object]:
    """What the jobs return, or raise, when they start together."""
    gate, results = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(k: int) -> None:
        gate.wait()
        try:
            results[k] = jobs[k]()
        except BaseException as fault:
            results[k] = fault

    threads = [threading.Thread(target=run, args=(k,)) for k in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def consistent(store: Store) -> None:
    """Every current figure is the newest accepted one of its history, and each key has one at most."""
    frame = store.figures_frame()
    assert not frame.duplicated(["township", "year", "indicator"]).any()
    for row in frame.itertuples():
        chain = [h for h in store.figure_history(row.township, row.year, row.indicator) if h.upload_status != "undone"]
        assert chain[0].id == row.figure_id
        assert chain[0].current
        assert not any(h.current for h in chain[1:])
    for upload in store.uploads(("accepted", "superseded")):
        assert upload.figures_current == int((frame["upload_id"] == upload.id).sum())


def test_two_who_send_and_accept_different_files_both_succeed(url: str) -> None:
    def work(who: str, n: int) -> list[Decided]:
        store = Store.open(url)
        received = receive(store, [form(name, n) for name in NAMES], who)
        assert all(r.upload_id for r in received)
        decided = accept(store, [r.upload_id for r in received if r.upload_id], who)
        store.close()
        return decided

    results = at_once(lambda: work("甲", 11), lambda: work("乙", 22))
    for decided in results:
        assert not isinstance(decided, BaseException), decided
        assert all(d.done for d in decided)
    store = Store.open(url)
    consistent(store)
    frame = store.figures_frame([2025])
    assert set(frame["township"]) == set(NAMES)
    assert set(frame["value"]) <= {11, 22}
    store.close()


def test_of_two_who_send_the_same_file_one_is_told_that_it_is_there(url: str) -> None:
    stores = Store.open(url), Store.open(url)
    results = at_once(
        *(lambda s=s, w=w: receive(s, [form(NAMES[0], 5)], w) for s, w in zip(stores, "甲乙", strict=True))
    )
    received: list[Received] = []
    for result in results:
        assert isinstance(result, list), result
        received += result
    kept = [r for r in received if r.upload_id is not None]
    told = [r for r in received if r.upload_id is None]
    assert (len(kept), len(told)) == (1, 1)
    assert told[0].duplicate_of is not None
    assert told[0].duplicate_of.id == kept[0].upload_id
    assert told[0].message is not None
    assert "不必重复上传" in told[0].message.zh
    for store in stores:
        store.close()


def test_undoing_while_another_accepts_leaves_what_the_history_says(url: str) -> None:
    store = Store.open(url)
    first = receive(store, [form(name, 1) for name in NAMES], "甲")
    accept(store, [r.upload_id for r in first if r.upload_id], "甲")
    later = receive(store, [form(name, 2) for name in NAMES], "乙")
    one, two = Store.open(url), Store.open(url)
    results = at_once(
        lambda: [undo(one, r.upload_id, "甲") for r in first if r.upload_id],
        lambda: [accept(two, r.upload_id, "乙") for r in reversed(later) if r.upload_id],
    )
    assert not any(isinstance(r, BaseException) for r in results), results
    consistent(store)
    assert set(store.figures_frame([2025])["value"]) == {2}
    for opened in (one, two, store):
        opened.close()


def test_two_sessions_over_one_list_the_second_is_told_not_broken(show: Callable[..., AppTest], url: str) -> None:
    store = Store.open(url)
    receive(store, [form(name, 3) for name in NAMES], "甲")
    sessions = [show(url, "upload"), show(url, "upload")]
    for session, who in zip(sessions, ("甲", "乙"), strict=True):
        session.text_input(key="who").set_value(who).run()
    for session in sessions:  # the second still shows the files that the first has just accepted
        session.button(key="accept_all").click().run()
        assert not session.exception
    assert any("已入库 6 个文件" in s.value for s in sessions[0].success)
    assert not any("已入库" in s.value for s in sessions[1].success)
    assert not store.uploads("pending")
    assert {u.accepted_by for u in store.uploads("accepted") if u.file_name.endswith(".csv")} == {"甲"}
    consistent(store)
    store.close()
