"""The rules' settings in the store: every version is kept, and nobody overwrites what somebody else has just saved."""

from __future__ import annotations

import threading

import pytest

from analytics.checks.in_force import AS_SHIPPED, with_rule
from analytics.store import Store, StoreError
from analytics.submission import rules_of, save_rules


def test_a_store_without_settings_has_the_rules_as_shipped(store):
    assert (store.rules().version, dict(store.rules().settings), store.rules_history()) == (0, {}, ())
    assert rules_of(store) == AS_SHIPPED
    assert rules_of(store).version == "0"


def test_a_change_is_a_new_version_of_rules_and_data_with_who_when_and_what(store):
    before = store.version()
    held = save_rules(store, rules_of(store), with_rule(rules_of(store), "jump", {"ratio": 5}, trial=True), "甲")
    assert (held.version, held.chosen, held.trial) == ("1", {"jump": {"ratio": 5.0}}, {"jump": True})
    assert store.version() > before, "what is kept of findings is not what they are now"
    [version] = store.rules_history()
    assert (version.version, version.who) == (1, "甲")
    assert version.at is not None
    assert list(version.changes) == [
        {"rule": "jump", "name": "ratio", "old": 3.0, "new": 5.0},
        {"rule": "jump", "name": "trial", "old": 0.0, "new": 1.0},
    ]
    assert store.audit()[0].action == "rules_changed"
    save_rules(store, held, AS_SHIPPED, "乙")
    assert [v.version for v in store.rules_history()] == [2, 1]
    assert rules_of(store).chosen == {}


def test_rules_that_say_the_same_make_no_version(store):
    held = save_rules(store, rules_of(store), with_rule(AS_SHIPPED, "jump", {"ratio": 3}, trial=False), "甲")
    assert held.version == "0"
    assert store.rules_history() == ()


def test_thresholds_that_cannot_be_meant_are_refused_with_all_sentences(store):
    new = with_rule(
        with_rule(AS_SHIPPED, "jump", {"ratio": 0}, trial=False), "round_numbers", {"chance": 3}, trial=False
    )
    with pytest.raises(StoreError) as refused:
        save_rules(store, rules_of(store), new, "甲")
    assert refused.value.text.zh.count("应当是") == 2
    assert store.rules_history() == ()


def test_who_saves_over_what_another_saved_since_is_told_and_nothing_is_lost(store):
    seen = rules_of(store)
    save_rules(store, seen, with_rule(seen, "jump", {"ratio": 5}, trial=False), "甲")
    with pytest.raises(StoreError) as refused:
        save_rules(store, seen, with_rule(seen, "jump", {"ratio": 9}, trial=False), "乙")
    assert "甲" in refused.value.text.zh
    assert rules_of(store).chosen == {"jump": {"ratio": 5.0}}


def test_of_two_who_save_at_once_one_does(store):
    seen = rules_of(store)
    gate, faults = threading.Barrier(2), []

    def save(ratio: float) -> None:
        own = Store.open(store.url)
        gate.wait()
        try:
            save_rules(own, seen, with_rule(seen, "jump", {"ratio": ratio}, trial=False), f"{ratio}")
        except StoreError as fault:
            faults.append(fault)
        own.close()

    threads = [threading.Thread(target=save, args=(ratio,)) for ratio in (4.0, 6.0)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(faults) == 1
    assert len(store.rules_history()) == 1
