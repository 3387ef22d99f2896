import io
import re
from pathlib import Path

import docx
import pytest
from dossiers import dossier
from test_brief import PNG, hostile_dossier

from analytics.documents import template_fault
from analytics.export.brief import Drawn, usual_wording
from analytics.export.brief.template import fill_template, placeholders, starter_template
from analytics.text import Text

WORDING = usual_wording("示例县", 2025)


def template(*paragraphs):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def filled(*paragraphs, county=None, pictures=()):
    made = fill_template(template(*paragraphs), county or dossier(), pictures, WORDING)
    assert isinstance(made, bytes), made
    return [p.text for p in docx.Document(io.BytesIO(made)).paragraphs]


def test_placeholders_are_filled_with_the_countys_year():
    said = filled("{{ county }}{{ year }}年 {{ townships_reported }}/{{ townships_asked }}", "{{ measures[2].this }}")
    assert said == ["示例县2025年 5/5", "≥82,500"]


def test_loops_make_paragraphs():
    said = filled("{%p for theme in themes %}", "{{ theme.name }}：{{ theme.n }}", "{%p endfor %}")
    assert said == ["普法覆盖面窄、实效不高：2"]


def test_a_chart_is_placed_where_the_template_wants_it():
    made = fill_template(
        template("{%p for c in charts %}", "{{ c.picture }}", "{{ c.caption }}", "{%p endfor %}"),
        dossier(),
        [Drawn(PNG, "结论", "图名")],
        WORDING,
    )
    assert isinstance(made, bytes)
    document = docx.Document(io.BytesIO(made))
    assert len(document.inline_shapes) == 1


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("{{ nosuch }}", "nosuch"),
        ("{{ measures[0].nam }}", "{{ measures[0].nam }}"),
        ("{{ title ", "{{ title"),
        ("{{ title|nofilter }}", "nofilter"),
        ("{{ 1/0 }}", "1/0"),
        ("{{ year + title }}", "year + title"),
        ("{% include 'x' %}", "include"),
        ("{% for x in measures %}{{ x.name }}", "{% endfor %}"),
    ],
)
def test_a_fault_is_one_sentence_that_names_the_placeholder(written, named):
    fault = fill_template(template(written), dossier(), (), WORDING)
    assert isinstance(fault, Text)
    assert named in fault.zh
    assert fault.zh.count("。") <= 1
    assert "Traceback" not in fault.zh


@pytest.mark.parametrize(
    "written",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ 'a' * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ measures.append(1) }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{% for x in range(99999999) %}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_but_its_values(written):
    assert isinstance(fill_template(template(written), dossier(), (), WORDING), Text)


def test_hostile_names_stay_texts_in_a_template():
    county = hostile_dossier()
    said = filled("{{ county }}", "{%p for t in townships %}", "{{ t.name }}", "{%p endfor %}", county=county)
    assert said[0] == "<w:p>镇</w:p>"
    assert "{{ 7*7 }}镇" in said
    assert len(said) == 1 + len(county.townships)


@pytest.mark.parametrize("data", [b"", b"abc", b"PK\x03\x04xx", "代码,乡镇\n".encode()])
def test_what_is_no_word_document_is_refused_in_words(data):
    fault = template_fault(data)
    assert fault is not None
    assert fault.zh


def test_the_starter_template_fills_in_without_a_fault():
    made = fill_template(starter_template(), dossier(), [Drawn(PNG, "结论", "图名")], WORDING)
    assert isinstance(made, bytes)
    said = "\n".join(p.text for p in docx.Document(io.BytesIO(made)).paragraphs)
    assert "示例县2025年度法治建设工作情况分析" in said
    assert "{" not in said


def test_the_page_of_placeholders_lists_every_one(root: Path):
    page = (root / "docs" / "brief-template.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert listed == {*placeholders(dossier(), WORDING), "charts"}
