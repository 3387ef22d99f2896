"""Several numbers for one thing: asked with every sentence, and answered by adding them or keeping one."""

from __future__ import annotations

import json

from analytics.intake import reading_as_json
from analytics.intake.narrative import added, kept, read_text
from analytics.model import Choice, Figure, Qualifier, Severity, Source, State

TITLE = "云溪镇2024年度法治政府建设工作报告"


def asked(text: str) -> Choice:
    reading = read_text(f"{TITLE}\n{text}", "报告.txt")
    [choice] = reading.choices
    assert choice.indicator not in {f.indicator for f in reading.figures}
    assert [(p.code, p.severity) for p in reading.problems] == [("several_figures", Severity.QUESTION)]
    return choice


def test_a_choice_holds_every_number_with_its_sentence_and_place() -> None:
    text = "全年发放民法典等宣传资料3000份。入户走访，全年发放法治宣传手册约1200份。"
    choice = asked(text)
    assert (choice.township, choice.year, choice.indicator, choice.unit) == ("云溪镇", 2024, "leaflets", "份")
    assert [(a.value, a.qualifier, a.source.raw) for a in choice.alternatives] == [
        (3000, Qualifier.EXACT, "3000份"),
        (1200, Qualifier.ABOUT, "约1200份"),
    ]
    for alternative in choice.alternatives:
        start, end = map(int, alternative.source.cell.removeprefix("¶2:").split("-"))
        assert text[start:end] == alternative.source.raw
        start, end = map(int, alternative.sentence_cell.removeprefix("¶2:").split("-"))
        assert text[start:end] == alternative.sentence
        assert alternative.source.raw in alternative.sentence


def test_added_up_the_sum_is_as_vague_as_its_vaguest_part() -> None:
    choice = asked("全年发放民法典读本950余本、禁毒手册1500本。")
    places = "、".join(a.source.cell for a in choice.alternatives)
    source = Source(None, places, "950余本 + 1500本")
    assert added(choice) == Figure("云溪镇", 2024, "leaflets", 2450, Qualifier.AT_LEAST, State.REPORTED, "份", source)


def test_one_kept_is_the_figure_with_its_own_place() -> None:
    choice = asked("召开法治建设部署会4次、推进会6次。")
    assert [kept(choice, index).value for index in range(2)] == [4, 6]
    assert kept(choice, 1).source == choice.alternatives[1].source


def test_equal_numbers_of_two_things_in_one_sentence_are_not_one_thing() -> None:
    choice = asked("建有法治文化广场1个、法治文化长廊1条。")
    assert added(choice).value == 2


def test_the_command_line_prints_what_there_is_to_choose_from() -> None:
    reading = read_text(f"{TITLE}\n召开法治建设部署会4次、推进会6次。", "报告.txt")
    printed = json.loads(json.dumps(reading_as_json(reading), ensure_ascii=False))
    [choice] = printed["choices"]
    assert choice["indicator"] == "leadership_meetings"
    assert [(a["value"], a["raw"], a["sheet"]) for a in choice["alternatives"]] == [(4, "4次", None), (6, "6次", None)]
    assert printed["head"] == {"title": TITLE, "addressee": "", "signed": ""}
