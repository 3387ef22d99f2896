"""Wordings the catalogue does not list: taken where they can mean only one indicator, asked where they may mean another."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from analytics.catalogue import load_catalogue
from analytics.catalogue.indicators import CatalogueError, parse_catalogue
from analytics.intake.heading_cores import cores
from analytics.intake.headings import Matcher
from analytics.intake.units import unit_class

CATALOGUE = load_catalogue()
MATCHER = Matcher(CATALOGUE)
with (Path(__file__).parent / "heading_wordings.csv").open(encoding="utf-8", newline="") as _stream:
    WORDINGS = [
        (r["heading"], tuple(filter(None, [r["above"]])), r["unit"], r["indicator"]) for r in csv.DictReader(_stream)
    ]


def test_natural_wordings_are_taken_for_their_indicator_and_for_no_other() -> None:
    read = {(h, above, unit): MATCHER.match(h, above, unit).indicator or "" for h, above, unit, _ in WORDINGS}
    assert read == {(h, above, unit): indicator for h, above, unit, indicator in WORDINGS}
    assert sum(bool(indicator) for *_, indicator in WORDINGS) > 200
    assert sum(not indicator for *_, indicator in WORDINGS) > 120


def test_a_word_that_narrows_makes_another_thing_of_every_wording() -> None:
    taken = [
        (said, match)
        for heading, above, unit, indicator in WORDINGS
        if indicator and not re.search("人民|干部|群众|学生", heading)
        for said in (
            f"新增{heading}",
            f"计划{heading}",
            f"上年{heading}",
            f"未{heading}",
            f"其中：{heading}",
            f"{heading}覆盖率",
        )
        if (match := MATCHER.match(said, above, unit).indicator) is not None
    ]
    assert taken == []


def test_a_form_never_takes_the_wording_of_another_indicator() -> None:
    for indicator in CATALOGUE.indicators:
        forms = re.compile("|".join((*indicator.forms, *indicator.counted_forms)) or "(?!)")
        for other in CATALOGUE.indicators:
            for wording in (other.name_zh, *other.wordings):
                taken = any(forms.fullmatch(core) for core, _ in cores(wording))
                # 培训人次 of people and 培训班 of sessions may share a core; then what is counted tells them apart.
                apart = unit_class(other.unit) != unit_class(indicator.unit)
                assert not taken or other.id == indicator.id or apart, (indicator.id, wording)


@pytest.mark.parametrize(
    ("heading", "unit", "indicator"),
    [
        ("普法骨干集中培训", "期", "backbone_trainings"),
        ("普法骨干集中培训", "人", None),
        ("普法骨干集中培训", "", None),
        ("法律明白人培训", "期", None),
        ("法治培训", "人次", "training_attendance"),
        ("法治培训", "期", None),
        ("法治宣传", "场次", "publicity_events"),
        ("法治宣传", "", None),
        ("学法用法考试", "人", "law_exam_participants"),
        ("学法用法考试", "", None),
    ],
)
def test_a_wording_that_may_count_two_things_needs_its_unit(heading: str, unit: str, indicator: str | None) -> None:
    assert MATCHER.match(heading, (), unit).indicator == indicator


def test_an_enumeration_of_two_indicators_is_no_form_of_either() -> None:
    assert MATCHER.match("法治宣传活动、受教育群众").indicator is None
    assert MATCHER.match("法治宣传活动受教育群众").indicator == "people_reached"


def test_a_form_that_is_no_pattern_is_said_when_the_catalogue_loads() -> None:
    indicator = (
        '[[group]]\nid="g"\nname_zh="组"\nname_en="G"\n[[indicator]]\nid="a"\ngroup="g"\nname_zh="甲"\nname_en="A"\n'
    )
    with pytest.raises(CatalogueError, match="form"):
        parse_catalogue(indicator + 'unit="次"\nkind="flow"\nbetter="up"\nforms=["(甲"]\n', "")
