"""What was said about a figure goes with it onto pictures, into the brief and into the letter."""

from __future__ import annotations

import io
import re

import numpy as np
import plotly.graph_objects as go
import pytest
from dossiers import dossier
from PIL import Image
from small_county import finding

from analytics.documents.charts import brief_pictures
from analytics.export import pictures
from analytics.export.dossier import Explained
from analytics.export.footnotes import UNDER_A_PICTURE, footnotes
from analytics.export.letters.feedback import feedback
from analytics.export.pictures.around import broken
from analytics.export.pictures.markup import Run
from analytics.export.pictures.paper import Paper
from analytics.export.prose.shortfalls import open_questions
from analytics.export.word.blocks import Paragraph


@pytest.fixture
def chart() -> go.Figure:
    try:
        pictures.chinese_family()
    except pictures.NoChineseFontError:
        pytest.skip("no Chinese font on this machine")
    return go.Figure(go.Bar(x=[1], y=["甲镇"], orientation="h"), {"height": 200, "meta": {"letters": 30}})


def told(indicator: str = "leaflets", text: str = "到货晚", year: int = 2025, town: str = "甲镇") -> Explained:
    return Explained(town, year, indicator, text, "王工")


def name(indicator: str) -> str:
    return {"leaflets": "宣传资料", "people_reached": "受教育人次"}[indicator]


def test_the_same_words_about_several_figures_are_one_note() -> None:
    lines = footnotes([told(), told("people_reached"), told(year=2024), told(town="乙镇", text="机构撤并")], name)
    assert lines == [
        "注 1：乙镇2025年宣传资料：机构撤并（王工）",
        "注 2：甲镇2025年宣传资料、受教育人次：到货晚（王工）",
        "注 3：甲镇2024年宣传资料：到货晚（王工）",
    ]
    assert footnotes([], name) == []


def test_of_too_many_notes_the_rest_is_counted() -> None:
    lines = footnotes([told(text=f"第{n}条") for n in range(20)], name, most=UNDER_A_PICTURE)
    assert len(lines) == UNDER_A_PICTURE + 1
    assert lines[-1] == "另有 8 条说明，见对比工作簿和数据文件。"


def test_a_note_stands_under_the_picture_and_leaves_the_rest_as_it_was(chart: go.Figure) -> None:
    plain, noted = (
        np.asarray(Image.open(io.BytesIO(pictures.png(chart, stamp="2026-11-25", notes=said))).convert("L"))
        for said in ((), ["注 1：甲镇2025年宣传资料：<b>到货晚</b> & 补报（王工）"])
    )
    more = noted.shape[0] - plain.shape[0]
    assert more > 20
    assert (noted[: plain.shape[0] - 60] == plain[: plain.shape[0] - 60]).all()
    assert (noted[-more:] < 200).any()


def test_a_note_is_text_and_no_markup(chart: go.Figure) -> None:
    said = ["注 1：<b>粗</b>&amp;<br>"]
    assert pictures.svg(chart, notes=said) != pictures.svg(chart, notes=["注 1：粗&"])
    assert len(broken(Paper(600, 100), said[0], 11, 580)) == 1


@pytest.mark.parametrize("text", ["长" * 400, "x" * 400, "2,487 人次 " * 60, "", " "])
def test_a_long_note_is_broken_within_the_picture_and_loses_nothing(chart: go.Figure, text: str) -> None:
    paper = Paper(400, 100)
    lines = broken(paper, text, 11, 384)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(paper.width_of([Run(line)], 11) <= 384 + 12 for line in lines)
    assert not any("2," in line and "2,487" not in line for line in lines if "2,487" in text)


def test_the_briefs_pictures_carry_the_notes_about_what_they_show(chart: go.Figure) -> None:
    plain = brief_pictures(dossier(explanations=[]))
    noted = brief_pictures(dossier(explanations=[Explained("乙乡", 2025, "publicity_events", "停办", "乙乡")]))
    taller = [_height(b.png) > _height(a.png) for a, b in zip(plain, noted, strict=True)]
    captions = [p.caption for p in noted]
    assert {c for c, more in zip(captions, taller, strict=True) if more} == {
        "全县主要指标历年合计",
        "各乡镇普法场次两年对比",
    }


def _height(png: bytes) -> int:
    return Image.open(io.BytesIO(png)).height


def test_a_letter_repeats_what_was_said_of_its_own_figures_only() -> None:
    said = [Explained("甲镇", 2025, "leaflets", "到货晚", "王工"), Explained("乙乡", 2024, "leaflets", "停办", "乙乡")]
    text = _text(feedback(dossier(explanations=said), "甲镇", "示例县"))
    assert "注 1：甲镇2025年" in text
    assert "到货晚（王工）" in text
    assert "停办" not in text
    assert "停办" in _text(feedback(dossier(explanations=said), "乙乡", "示例县"))


def _text(blocks: list[object]) -> str:
    return "\n".join(b.text for b in blocks if isinstance(b, Paragraph))


def test_a_question_of_which_all_figures_are_explained_is_neither_asked_nor_counted() -> None:
    question = finding("question", "甲镇", rule="jump")
    assert re.search("1个乡镇有1条数据疑点", open_questions(dossier())[0])
    said = [Explained("甲镇", 2025, i, "核对无误", "王工") for i in question.indicators]
    closed = dossier(explanations=said)
    assert open_questions(closed) == ["按核对规则提出的1条数据疑点都已有说明，见附件。"]
    assert not any(closed.doubted("甲镇", i) for i in question.indicators)
