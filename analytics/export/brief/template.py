"""A county's own Word template: its placeholders filled in, its faults said in one sentence; and one to start from.

A template is code (Jinja): it comes from an administrator only, runs in a sandbox that reaches nothing but the values
below, and every value is escaped, so that a name cannot become markup.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from analytics.export.brief.content import Drawn, Wording, next_steps, opening
from analytics.export.brief.tables import DASH, cell, change_cell, percent_cell
from analytics.export.dossier import Dossier
from analytics.export.prose import notes, plans, shortfalls, situation
from analytics.export.prose.words import speaker
from analytics.export.word.blocks import Paragraph, Table, plain_heading
from analytics.export.word.body import xml_safe
from analytics.export.word.document import About, word_file
from analytics.text import Language, Text, say, translate

PICTURE = Mm(150)
"""How wide a chart is placed; the county moves and scales it in Word as it likes."""

_QUOTED = re.compile(r"'([^']+)'")
_SPOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_TAG = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(\w+)")
_TAGS = frozenset(("for", "endfor", "if", "elif", "else", "endif", "set", "endset"))
"""What a template may do besides naming values."""


def fill_template(template: bytes, dossier: Dossier, pictures: Sequence[Drawn], wording: Wording) -> bytes | Text:
    """The template with the county's year filled in, or the sentence that says what in it is wrong and where."""
    values = placeholders(dossier, wording)
    try:
        document = DocxTemplate(io.BytesIO(template))
        environment = _Sandbox(autoescape=True, undefined=StrictUndefined)
        values["charts"] = _charts(document, pictures)
        unknown = sorted(document.get_undeclared_template_variables(environment, values))
        if unknown:
            return _no_such("、".join(unknown))
        document.render(values, environment, autoescape=True)
        out = io.BytesIO()
        document.save(out)
    except (OpcError, BadZipFile, KeyError) as fault:
        return say("模板不是完好的 Word 文档（.docx），请用 Word 或 WPS 另存一份再试：{fault}", fault=_short(fault))
    except Exception as fault:
        # What a template does wrong is its author's fault, whatever exception it ends in.
        return _said(fault, template, values)
    return out.getvalue()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Templates read values and loop over them. Arithmetic that can fill the memory is not theirs."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        raise SecurityError(f"'{operator}'")


def _said(fault: Exception, template: bytes, values: Mapping[str, Any]) -> Text:
    texts = [p.text for p in docx.Document(io.BytesIO(template)).element.body.iter(qn("w:p"))]
    if isinstance(fault, UndefinedError):
        name = (_QUOTED.findall(str(fault.message)) or [_short(fault)])[-1]
        return _no_such(next((e for text in texts for e in _SPOKEN.findall(text) if name in e), name))
    culprit = _culprit(texts, values)
    if culprit and isinstance(fault, SecurityError):
        return say("模板里的“{what}”是不允许的写法，模板只能取用占位符表里的值。", what=culprit)
    if culprit:
        return say("模板里的占位符“{what}”写法有误，请对照占位符表改正。", what=culprit)
    if isinstance(fault, TemplateSyntaxError):
        return say(
            "模板里有一个 {loop} 或 {test} 没有对应的 {end_loop} 或 {end_test}，请成对书写。",
            loop="{% for %}",
            test="{% if %}",
            end_loop="{% endfor %}",
            end_test="{% endif %}",
        )
    return say("模板填不进去，请对照占位符表检查：{fault}", fault=_short(fault))


def _culprit(texts: Sequence[str], values: Mapping[str, Any]) -> str | None:
    """The placeholder that fails by itself; None where each alone is right."""
    environment = _Sandbox(autoescape=True)
    for text in texts:
        if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}"):
            return text.strip()[:60]
        for written in _SPOKEN.findall(text):
            if written.startswith("{{"):
                try:
                    environment.from_string(written).render(values)
                except UndefinedError:
                    continue  # of a loop: nothing is known of it alone
                except Exception:
                    return str(written)
            elif (word := _TAG.match(written)) and word[1] not in _TAGS:
                return str(written)
    return None


def _no_such(name: str) -> Text:
    return say("模板里的占位符“{name}”没有对应的内容，请对照占位符表改正。", name=name)


def _short(fault: Exception) -> str:
    return (str(fault) or type(fault).__name__).splitlines()[0][:160]


def placeholders(dossier: Dossier, wording: Wording) -> dict[str, Any]:
    """Everything a template may name, as plain values. The page docs/brief-template.md lists them; a test holds it."""
    t = speaker(dossier.language)
    found = shortfalls.themes(dossier)
    values: dict[str, Any] = {
        "county": dossier.county,
        "year": dossier.year,
        "base": dossier.base,
        "date": situation.day_said(dossier.made_at, dossier.language) if dossier.made_at else "",
        "version": dossier.data_version,
        "title": wording.title,
        "addressee": wording.addressee,
        "signer": wording.signer,
        "opening": opening(dossier),
        "townships_asked": len(dossier.townships),
        "townships_reported": len(dossier.reported),
        "unreported": list(dossier.unreported),
        "reporting": situation.reporting(dossier),
        "overall": situation.measures(dossier) if dossier.reported else [],
        "standing": situation.standing(dossier),
        "progress": [*situation.progress(dossier), *plans.plans_said(dossier)],
        "measures": [_measure(dossier, h.id) for h in dossier.catalogue.headlines],
        "townships": [_township(dossier, name) for name in dossier.townships],
        "themes": [
            {
                "name": theme.name,
                "n": len({f.township for f in theme.findings}),
                "opening": theme.opening,
                "evidence": list(theme.evidence),
                "suggestion": theme.suggestion,
            }
            for theme in found
        ],
        "own_words": shortfalls.own_words(dossier),
        "questions": shortfalls.open_questions(dossier),
        "steps": next_steps(dossier),
        "notes": notes.data_notes(dossier),
        "explanations": [
            {
                "township": e.township,
                "year": e.year,
                "indicator": dossier.indicator_name(e.indicator),
                "text": e.text,
                "who": e.who,
            }
            for e in dossier.explanations
        ],
        "sources": [
            {
                "file": s.name,
                "townships": t("、").join(s.townships),
                "figures": s.figures,
                "who": s.who,
                "received": s.received,
            }
            for s in dossier.sources
        ],
    }
    return {name: _clean(value) for name, value in values.items()}


def _measure(dossier: Dossier, key: str) -> dict[str, Any]:
    both = dossier.together(key)
    return {
        "name": dossier.name_of(key),
        "unit": dossier.unit_of(key),
        "this": cell(dossier, dossier.total(dossier.year, key)),
        "last": cell(dossier, dossier.total(dossier.base, key)),
        "change": change_cell(dossier, both.change, chance=both.chance) if both else DASH,
        "percent": percent_cell(both.change, chance=both.chance) if both else DASH,
        "reported": sum(dossier.amount(town, dossier.year, key).known for town in dossier.townships),
        "comparable": len(both.townships) if both else 0,
        "sentence": situation.measure_sentence(dossier, key),
    }


def _township(dossier: Dossier, name: str) -> dict[str, Any]:
    measures = {}
    for h in dossier.catalogue.headlines:
        change = change_cell(dossier, dossier.change(name, h.id), chance=dossier.chance(name, h.id))
        measures[h.id] = {
            "this": cell(dossier, dossier.amount(name, dossier.year, h.id)),
            "last": cell(dossier, dossier.amount(name, dossier.base, h.id)),
            "change": change,
        }
    return {"name": name, "reported": name in dossier.reported, **measures}


def _charts(document: DocxTemplate, pictures: Sequence[Drawn]) -> list[Mapping[str, Any]]:
    return [
        {
            "picture": InlineImage(document, io.BytesIO(p.png), width=PICTURE),
            "title": xml_safe(p.title),
            "caption": xml_safe(p.caption),
        }
        for p in pictures
    ]


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return xml_safe(value)
    if isinstance(value, Mapping):
        return {name: _clean(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_clean(part) for part in value]
    return value


def starter_template(language: Language = "zh") -> bytes:
    """A template in the official format that uses every kind of placeholder, to be changed in Word."""

    def t(message: str) -> str:
        return translate(message, language)

    def each(name: str, shown: str = "{{ p }}") -> list[Paragraph]:
        return [Paragraph("{%p for p in " + name + " %}"), Paragraph(shown), Paragraph("{%p endfor %}")]

    row = ("name", "this", "last", "change", "percent")
    table = Table(
        plain_heading(t("指标"), t("本年"), t("上年"), t("增减"), t("增减率")),
        (
            ("{%tr for m in measures %}", "", "", "", ""),
            tuple("{{ m." + field + " }}" for field in row),
            ("{%tr endfor %}", "", "", "", ""),
        ),
        (32, 18, 18, 18, 14),
        ("left", "right", "right", "right", "right"),
    )
    parts: list[tuple[str, Callable[[], list[Paragraph | Table]]]] = [
        (
            t("一、总体情况"),
            lambda: [
                *each("reporting"),
                *each("overall"),
                table,
                Paragraph("{%p for c in charts %}"),
                Paragraph("{{ c.picture }}", "picture_place"),
                Paragraph("{{ c.caption }}", "figure"),
                Paragraph("{%p endfor %}"),
            ],
        ),
        (
            t("二、存在的短板"),
            lambda: [
                Paragraph("{%p for theme in themes %}"),
                Paragraph("{{ theme.name }}", "subheading"),
                Paragraph("{{ theme.opening }}{% for e in theme.evidence %}{{ e }}{% endfor %}"),
                Paragraph("{%p endfor %}"),
                *each("own_words"),
            ],
        ),
        (t("三、需要核实的数据"), lambda: [*each("questions")]),
        (t("四、下一步工作建议"), lambda: [*each("steps")]),
        (t("五、数据说明"), lambda: [*each("notes")]),
    ]
    blocks: list[Paragraph | Table] = [
        Paragraph("{{ title }}", "title"),
        Paragraph("{{ addressee }}", "addressee"),
        Paragraph("{{ opening }}"),
    ]
    for heading, content in parts:
        blocks += [Paragraph(heading, "heading"), *content()]
    blocks += [
        Paragraph("", "blank"),
        Paragraph("{{ signer }}", "signature"),
        Paragraph("{{ date }}", "signature"),
    ]
    return word_file(blocks, About(t("分析材料模板"), "", ""))
