"""English says one township and two townships; Chinese needs no such thing."""

from __future__ import annotations

import pytest

from analytics import text
from analytics.text import translate


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 townships have figures but are not on the roster: 甲镇"),
        (1, "1 township has figures but are not on the roster: 甲镇"),
        ("1", "1 township has figures but are not on the roster: 甲镇"),
        (2, "2 townships have figures but are not on the roster: 甲镇"),
        ("1–2", "1–2 townships have figures but are not on the roster: 甲镇"),
    ],
)
def test_the_words_behind_a_number_agree_with_it(monkeypatch, n, said) -> None:
    pattern = "{n} {n:township has|townships have} figures but are not on the roster: {names}"
    monkeypatch.setattr(text, "_in_english", lambda message: pattern)
    assert translate("x", "en", n=n, names="甲镇") == said


def test_a_bar_in_what_is_filled_in_is_left_alone() -> None:
    assert (
        translate("{n} 个疑点要问乡镇（{kinds}）", "en", n=1, kinds="{n:a|b} x|y") == "1 question to ask ({n:a|b} x|y)"
    )


def test_chinese_is_not_touched() -> None:
    assert translate("{n} 个乡镇", n=1) == "1 个乡镇"
