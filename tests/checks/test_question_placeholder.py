from dataclasses import replace

from analytics.checks.noted import Noted
from analytics.text import Text
from tests.checks.counties import at, changed, found

T = "第5镇"


def blank(indicator="leaflets", cell="B7", file="早先的报表.xlsx", explanation=""):
    return Noted(T, 2025, "placeholder", Text("没有填数", "blank"), file, "报表", cell, indicator, explanation)


def asked(*blanks, values=None):
    return found("placeholder", replace(changed(values or at({"leaflets": None})), noted=blanks))


def test_a_blank_is_asked_about_with_its_name_and_cell():
    finding = asked(blank())[T]
    assert finding.sentence.zh == f"{T}2025年有 1 处没有填数：发放普法宣传资料（B7），请补填。"
    assert finding.indicators == ("leaflets",)
    assert (finding.evidence[0].value, finding.evidence[0].cell) == (None, "B7")


def test_many_blanks_of_a_file_are_one_question_that_names_eight():
    finding = asked(*(blank(None, f"C{n}") for n in range(1, 12)))[T]
    assert finding.strength == 11
    assert "有 11 处没有填数" in finding.sentence.zh
    assert finding.sentence.zh.endswith("C8等，请补填。")


def test_a_figure_that_came_in_a_later_file_fills_the_blank():
    assert asked(blank(), values=at({"leaflets": 5000})) == {}


def test_what_was_explained_is_not_asked_again_with_the_rest():
    finding = asked(blank(explanation="本年没有发放"), blank("banners", "B9"))[T]
    assert "B9" in finding.sentence.zh
    assert "B7" not in finding.sentence.zh
    assert finding.status == "open"
    assert asked(blank(explanation="本年没有发放"))[T].status == "explained"
