"""What the brief says in which order: situation, progress, gaps, townships' own words, data, annexes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from analytics.export.brief import annexes, tables
from analytics.export.dossier import Dossier
from analytics.export.prose import notes, plans, shortfalls, situation
from analytics.export.prose.words import in_a_row, speaker
from analytics.export.word.blocks import Block, NewPage, Paragraph, Picture
from analytics.export.word.document import About, word_file
from analytics.export.word.floats import placed
from analytics.text import Language, translate

STEPS = 6
"""Themes with a step of their own among the next steps, the most widespread first; a plan of thirteen is none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands at the head and the foot of the document."""

    title: str
    addressee: str
    signer: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as a picture; ``title`` is its finding. ``place`` is where it belongs: measures, standing or gaps."""

    png: bytes
    title: str
    caption: str
    place: str = "measures"


def usual_wording(county: str, year: int, language: Language = "zh") -> Wording:
    """The usual title, addressee and signature of a county, district or city."""
    kind = county[-1:] if county[-1:] in ("县", "区", "市", "旗") else ""
    addressee = translate("{kind}委、{kind}政府：", language, kind=kind or "县")
    signer = f"中共{county}委全面依法治{kind}委员会办公室" if kind and language == "zh" else county
    title = translate("{county}{year}年度法治建设工作情况分析", language, county=county, year=year)
    return Wording(title, addressee, signer)


def brief_file(dossier: Dossier, pictures: Sequence[Drawn] = (), wording: Wording | None = None) -> bytes:
    """The brief as an editable .docx."""
    said = wording or usual_wording(dossier.county, dossier.year, dossier.language)
    subject = translate("数据版本 {version}", dossier.language, version=dossier.data_version)
    about = About(said.title, said.signer, subject, dossier.made_at)
    return word_file(brief_blocks(dossier, pictures, said), about)


def brief_blocks(dossier: Dossier, pictures: Sequence[Drawn], wording: Wording) -> list[Block]:
    """The whole document. A part without anything to say is left out, and the numbering closes up."""
    t = speaker(dossier.language)
    moment = dossier.made_at or datetime.now(UTC).astimezone()
    day = situation.day_said(moment, dossier.language)
    blocks: list[Block] = [Paragraph(wording.title, "title")]
    blocks.append(Paragraph(t("（草稿，{day}，数据版本{version}）", day=day, version=dossier.data_version), "subtitle"))
    if wording.addressee:
        blocks.append(Paragraph(wording.addressee, "addressee"))
    blocks.append(Paragraph(opening(dossier)))
    chapters = (
        _situation(dossier, pictures),
        _shortfalls(dossier, pictures),
        _own_words(dossier),
        _questions(dossier),
        _next_steps(dossier),
        _notes(dossier),
    )
    number = 0
    for name, chapter in zip(_names(dossier), chapters, strict=True):
        if chapter:
            number += 1
            blocks.append(
                Paragraph(t("{number}、{name}", number=ordinal(number, dossier.language), name=name), "heading")
            )
            blocks += chapter
    blocks = placed(blocks)
    # The page of the signature has text on it, never the list of annexes alone.
    if isinstance(blocks[-1], Paragraph):
        blocks[-1] = replace(blocks[-1], keep=True)
    added = annexes.annexes(dossier)
    if added:
        blocks.append(Paragraph("", "blank"))
        blocks += _annex_list([title for title, _, _ in added], dossier.language)
    blocks += [Paragraph("", "blank"), Paragraph(wording.signer, "signature"), Paragraph(day, "signature")]
    for n, (title, content, landscape) in enumerate(added, start=1):
        blocks.append(NewPage(landscape))
        blocks.append(Paragraph(t("附件{n}", n=n), "annex_mark"))
        blocks.append(Paragraph(title, "annex_title"))
        blocks += content
    return blocks


def opening(dossier: Dossier) -> str:
    """The sentence that opens the document."""
    return translate(
        "现将{county}{year}年度法治建设工作数据情况分析如下。",
        dossier.language,
        county=dossier.county,
        year=dossier.year,
    )


def _names(dossier: Dossier) -> tuple[str, ...]:
    t = speaker(dossier.language)
    return (
        t("总体情况"),
        t("存在的短板"),
        t("乡镇自述的不足"),
        t("需要核实的数据"),
        t("下一步工作建议"),
        t("数据说明"),
    )


def _situation(dossier: Dossier, pictures: Sequence[Drawn]) -> list[Block]:
    t = speaker(dossier.language)
    out: list[Block] = [Paragraph(text) for text in situation.reporting(dossier)]
    if not dossier.reported:
        return out
    parts: list[tuple[str, list[Block]]] = [
        (
            t("主要指标情况"),
            [
                Paragraph(t("主要指标见表1。")),
                *tables.measures_table(dossier),
                *_paragraphs(situation.measures(dossier)),
                *_drawn(pictures, "measures", t),
            ],
        ),
        (t("各乡镇所处位置"), [*_paragraphs(situation.standing(dossier)), *_drawn(pictures, "standing", t)]),
        (t("改进情况"), _paragraphs([*situation.progress(dossier), *plans.plans_said(dossier)])),
    ]
    return [*out, *numbered(parts, dossier.language)]


def _shortfalls(dossier: Dossier, pictures: Sequence[Drawn]) -> list[Block]:
    t = speaker(dossier.language)
    if not dossier.reported:
        return []
    found = shortfalls.themes(dossier)
    if not found:
        return [Paragraph(t("按现有规则，{year}年数据没有显示出明显短板。", year=dossier.year))]
    names = {f.township for theme in found for f in theme.findings}
    first = t(
        "按统一规则对照各乡镇数据，共有{n}个乡镇在{themes}个方面存在短板。短板是对工作的判断，所据数据均照报送的采用。",
        n=len(names),
        themes=len(found),
    )
    if dossier.own_words:
        first = in_a_row([first, t("只在工作报告中自述的不足另列，不计入此数。")], dossier.language)
    parts = []
    for theme in found:
        content: list[Block] = [Paragraph(in_a_row([theme.opening, *theme.evidence], dossier.language))]
        parts.append((theme.name, content))
    return [Paragraph(first), *_drawn(pictures, "gaps", t), *numbered(parts, dossier.language)]


def _own_words(dossier: Dossier) -> list[Block]:
    return _paragraphs(shortfalls.own_words(dossier))


def _questions(dossier: Dossier) -> list[Block]:
    said = shortfalls.open_questions(dossier)
    return [Paragraph(said[0]), Paragraph(in_a_row(said[1:], dossier.language))] if said else []


def next_steps(dossier: Dossier) -> list[str]:
    """What to do, the most widespread themes first."""
    t = speaker(dossier.language)
    found = [theme for theme in shortfalls.themes(dossier) if theme.suggestion]
    said = [t("针对“{theme}”，{suggestion}", theme=theme.name, suggestion=theme.suggestion) for theme in found[:STEPS]]
    if len(found) > STEPS:
        said.append(t("对其他{n}个方面的短板，由有关乡镇对照附件逐项整改。", n=len(found) - STEPS))
    if dossier.silent:
        said.append(t("督促尚未报送的乡镇尽快报送，补齐全县数据。"))
    if dossier.asked:
        said.append(t("请有数据疑点的乡镇对照原始台账核实，有误的更正，无误的说明原因。"))
    return said


def _next_steps(dossier: Dossier) -> list[Block]:
    said = next_steps(dossier)
    firsts = ("一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是")
    if dossier.language == "en" or len(said) > len(firsts):
        return [Paragraph(f"{n}. {text}") for n, text in enumerate(said, start=1)]
    return [Paragraph(text, lead=firsts[n]) for n, text in enumerate(said)]


def _notes(dossier: Dossier) -> list[Block]:
    return _paragraphs([f"{n}. {text}" for n, text in enumerate(notes.data_notes(dossier), start=1)])


def _drawn(pictures: Sequence[Drawn], place: str, t: Callable[..., str]) -> Iterator[Block]:
    for n, drawn in enumerate(pictures, start=1):
        if drawn.place == place:
            yield Picture(drawn.png, drawn.title)
            yield Paragraph(t("图{n}　{caption}", n=n, caption=drawn.caption), "figure")


def _paragraphs(texts: Sequence[str]) -> list[Block]:
    return [Paragraph(text) for text in texts]


def numbered(parts: Sequence[tuple[str, list[Block]]], language: Language) -> list[Block]:
    """Parts under （一）, （二）…; a part without content is left out."""
    out: list[Block] = []
    number = 0
    for name, content in parts:
        if content:
            number += 1
            mark = translate("（{number}）", language, number=ordinal(number, language))
            out += [Paragraph(f"{mark}{name}", "subheading"), *content]
    return out


def _annex_list(titles: Sequence[str], language: Language) -> list[Block]:
    first = translate("附件：", language)
    if len(titles) == 1:
        return [Paragraph(f"{first}{titles[0]}", "annexes")]
    # Further lines stand under the first one's number, three characters in.
    return [
        Paragraph(f"{first if n == 1 else '　　　' if language == 'zh' else ''}{n}. {title}", "annexes")
        for n, title in enumerate(titles, start=1)
    ]


def ordinal(number: int, language: Language) -> str:
    """一, 十一, 二十; in English plain digits."""
    if language == "en":
        return str(number)
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones or not tens else "")
