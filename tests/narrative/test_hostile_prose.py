"""Text made to be slow: brackets without end, digits, commas, lists of thousands. The time may grow with the length only."""

from __future__ import annotations

import time

import pytest

from analytics.intake.narrative import read_text

LENGTH = 30_000
SENTENCE = "我镇全年开展法治宣传活动36场次，发放普法资料2万余份，排查矛盾纠纷120件，"
HOSTILE = {
    "digits": "1",
    "digits and commas": "1,",
    "full-width commas": "，",
    "brackets that open": "（",
    "brackets in brackets": "（" * 50 + "1场" + "）" * 50,
    "titles in titles": "《" * 40 + "法" + "》" * 40,
    "quotation marks": "“1”",
    "one sentence": SENTENCE,
    "a list of things": "讲座、",
    "rates": "参学率、参考率100%、",
    "parts": "其中讲座4次，",
    "shortcomings": "但仍存在执法力量不足、",
    "amounts": "1场",
    "bullets of blanks": "件 ",
    "words of shade": "尚",
    "kinds": "排查邻里、",
    "laws in a row": "宪法、",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    line = (piece * (5_000 // len(piece) + 1))[:5_000]
    text = "云溪镇2024年度法治政府建设工作报告\n" + "\n".join([line] * (LENGTH // len(line)))
    started = time.process_time()
    read_text(text, "云溪镇.txt")
    assert time.process_time() - started < 5


def test_a_report_is_read_in_a_part_of_a_second() -> None:
    text = "云溪镇2024年度法治政府建设工作报告\n" + "\n".join([f"（一）学法。{SENTENCE[:-1]}。"] * 60)
    started = time.process_time()
    read_text(text, "云溪镇.txt")
    assert time.process_time() - started < 1
