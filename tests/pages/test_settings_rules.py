"""设置 → 规则: thresholds typed, tried, saved, reset, imported; what they change on other screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.checks import RULES
from analytics.checks.in_force import with_rule
from analytics.store import Store
from analytics.submission import rules_of, save_rules

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def at_rule(session: AppTest, rule: str = "jump", name: str = "李四") -> AppTest:
    session.session_state["settings_tab"] = "规则"
    if name:
        session.text_input(key="who").set_value(name)
    session.session_state["rules_table"] = {
        "selection": {"rows": [list(RULES).index(rule)], "columns": [], "cells": []}
    }
    return session.run()


def field(session: AppTest, name: str) -> str:
    return next(
        x.key for x in session.text_input if str(x.key).startswith("threshold_") and str(x.key).endswith(f"_{name}")
    )


def press(session: AppTest, what: str) -> AppTest:
    return next(b for b in session.button if str(b.key).startswith(what)).click().run()


def counts(session: AppTest) -> dict[str, int]:
    table = session.dataframe[0].value
    return dict(zip(table["规则"], table["2024年条数"], strict=True))


def test_every_rule_is_listed_with_what_it_finds_this_year(open_session: Open, sample_store: Path) -> None:
    session = at_rule(open_session(sample_store, "settings"))
    assert not session.exception
    table = session.dataframe[0].value
    assert len(table) == len(RULES)
    assert set(table["方式"]) == {"显示"}
    assert table["2024年条数"].sum() > 0


def test_thresholds_are_tried_before_they_are_saved(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = at_rule(open_session(sample_store, "settings"))
    session.text_input(key=field(session, "ratio")).set_value("1.2")
    press(session, "try_")
    assert not session.exception
    assert any("还没有保存" in i.value for i in session.info)
    assert stored(tmp_path).rules().version == 0


def test_a_saved_threshold_counts_everywhere_and_is_kept_with_its_history(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = at_rule(open_session(sample_store, "settings"), "rule_of_law_staff")
    before = counts(session)["法治人才队伍不足"]
    session.text_input(key=field(session, "per_village")).set_value("１０")
    press(session, "keep_")
    assert not session.exception
    assert any("规则现为第 1 版" in s.value for s in session.success)
    assert counts(session)["法治人才队伍不足"] > before
    assert next(d for d in session.dataframe if "改了什么" in d.value.columns).value.iloc[0]["谁"] == "李四"
    version = session.dataframe[0].value.set_index("规则")["版本"]
    assert version["法治人才队伍不足"] == "1.1"
    assert "法治人才队伍不足" in words(open_session(sample_store, "gaps"))
    session = at_rule(open_session(sample_store, "settings"), "rule_of_law_staff")
    press(session, "usual_")
    assert counts(session)["法治人才队伍不足"] == before
    assert [v.version for v in stored(tmp_path).rules_history()] == [2, 1]


@pytest.mark.parametrize(("typed", "said"), [("三", "应当是数字"), ("0.5", "大于 1"), ("", "应当是数字")])
def test_what_cannot_be_meant_gets_a_sentence_and_is_not_saved(
    open_session: Open, sample_store: Path, tmp_path: Path, typed: str, said: str
) -> None:
    session = at_rule(open_session(sample_store, "settings"))
    session.text_input(key=field(session, "ratio")).set_value(typed)
    press(session, "keep_")
    assert not session.exception
    assert [e.value for e in session.error if said in e.value]
    assert stored(tmp_path).rules().version == 0


def test_a_rule_on_trial_leaves_the_screens_but_is_still_counted(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    title = "法治宣传创新力度不够"
    assert title in words(open_session(sample_store, "gaps"))
    session = at_rule(open_session(sample_store, "settings"), "publicity_innovation")
    before = counts(session)[title]
    assert before
    next(c for c in session.checkbox if str(c.key).startswith("trial_")).check()
    press(session, "keep_")
    assert counts(session)[title] == before
    assert session.dataframe[0].value.set_index("规则")["方式"][title] == "试行"
    assert title not in words(open_session(sample_store, "gaps"))


def test_what_another_changed_meanwhile_is_not_overwritten_and_other_rules_do_not_matter(
    open_session: Open, sample_store: Path, tmp_path: Path
) -> None:
    session = at_rule(open_session(sample_store, "settings"))
    store = stored(tmp_path)
    save_rules(store, rules_of(store), with_rule(rules_of(store), "twin_returns", {"value": 20}, trial=False), "王五")
    session.text_input(key=field(session, "ratio")).set_value("4")
    press(session, "keep_")
    assert rules_of(store).chosen == {"twin_returns": {"value": 20.0}, "jump": {"ratio": 4.0}}, "another rule's change"
    session = at_rule(session)
    save_rules(store, rules_of(store), with_rule(rules_of(store), "jump", {"ratio": 7}, trial=False), "王五")
    session.text_input(key=field(session, "ratio")).set_value("5")
    press(session, "keep_")
    assert not session.exception
    assert any("王五" in w.value and "没有保存" in w.value for w in session.warning)
    assert session.text_input(key=field(session, "ratio")).value == "5", "what was typed stays"
    assert rules_of(store).chosen["jump"] == {"ratio": 7.0}
    press(session, "rule_reopen")
    assert session.text_input(key=field(session, "ratio")).value == "7"


def test_a_file_is_imported_after_a_look_and_all_can_be_reset(
    open_session: Open, sample_store: Path, tmp_path: Path
) -> None:
    session = at_rule(open_session(sample_store, "settings"))
    uploader = session.file_uploader[0]
    uploader.set_value([("r.toml", b"[jump]\nratio = 6\ntrial = true\n", "application/toml")]).run()
    preview = next(d.value for d in session.dataframe if list(d.value.columns) == ["改了什么"])
    assert list(preview["改了什么"]) == [
        "数据突变·超过上年的多少倍（或不足其几分之一）：3 → 6",
        "数据突变：显示 → 试行",
    ]
    assert stored(tmp_path).rules().version == 0
    press(session, "rules_replace")
    assert not session.exception
    assert rules_of(stored(tmp_path)).chosen == {"jump": {"ratio": 6.0}}
    press(session, "rules_reset_1")
    assert rules_of(stored(tmp_path)).chosen == {}


def test_a_bad_file_gets_a_sentence_for_every_fault(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = at_rule(open_session(sample_store, "settings"))
    session.file_uploader[0].set_value([("r.toml", b"[jump]\nratio = 0\n[no]\na = 1\n", "application/toml")]).run()
    assert len(session.error) == 2
    assert stored(tmp_path).rules().version == 0


def test_nothing_can_be_saved_without_a_name(open_session: Open, sample_store: Path) -> None:
    session = at_rule(open_session(sample_store, "settings"), name="")
    assert next(b for b in session.button if str(b.key).startswith("keep_")).disabled
    assert session.file_uploader[0].disabled


def test_an_empty_store_shows_rules_without_counts_in_both_languages(open_session: Open) -> None:
    for language, tab in (("zh", "规则"), ("en", "Rules")):
        session = open_session(None, "settings", lang=language)
        session.session_state["settings_tab"] = tab
        session.run()
        assert not session.exception
        assert len(session.dataframe[0].value) == len(RULES)
