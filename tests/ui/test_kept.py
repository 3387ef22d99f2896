"""What is kept between reruns: made once, whoever asks at the same time; the oldest goes; failures are not kept."""

import threading
import time

import pytest

from ui.kept import Kept


def test_a_thing_is_made_once_and_the_one_used_longest_ago_goes():
    kept: Kept[object] = Kept(2)
    first = kept.get("a", object)
    assert kept.get("a", object) is first
    kept.get("b", object)
    kept.get("a", object)
    kept.get("c", object)
    assert kept.get("a", object) is first
    made = []
    kept.get("b", lambda: made.append(1))
    assert made == [1]


def test_two_who_ask_at_once_wait_for_one_making():
    kept: Kept[int] = Kept(4)
    made = []

    def slow() -> int:
        time.sleep(0.05)
        made.append(1)
        return 7

    got = []
    threads = [threading.Thread(target=lambda: got.append(kept.get("k", slow))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [7] * 8
    assert made == [1]


def test_what_failed_is_tried_again():
    kept: Kept[int] = Kept(4)
    with pytest.raises(ZeroDivisionError):
        kept.get("k", lambda: 1 // 0)
    assert kept.get("k", lambda: 3) == 3
