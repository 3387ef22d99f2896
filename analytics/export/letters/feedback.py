"""The letter to one township: its figures beside last year, what went well, what to verify, where it falls short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from analytics.checks.asking import demand_text, demands, unmatched_said
from analytics.checks.prose import in_paragraphs
from analytics.export.amounts import Place
from analytics.export.brief.content import numbered, ordinal
from analytics.export.brief.tables import DASH, cell, change_cell
from analytics.export.dossier import Dossier
from analytics.export.footnotes import footnotes
from analytics.export.letters.plans import plans_kept
from analytics.export.prose.change import change_said
from analytics.export.prose.situation import day_said
from analytics.export.prose.words import amount_said, in_a_row, in_prose, quoted, speaker
from analytics.export.word.blocks import Align, Block, NewPage, Paragraph, Table, plain_heading
from analytics.text import Language

SUMMED = re.compile(r" \+ |行台账$")
"""The raw text of a figure that many cells were added up or counted for."""


def feedback(dossier: Dossier, township: str, signer: str) -> list[Block]:
    """The whole letter. Of its figures, headline measures stand in the text and every indicator in the annex."""
    t, language = speaker(dossier.language), dossier.language
    you = addressed(dossier, township)
    blocks: list[Block] = [
        Paragraph(t("关于反馈{year}年度法治建设数据的函", year=dossier.year), "title"),
        Paragraph(t("{township}：", township=township), "addressee"),
        Paragraph(t("{you}报送的{year}年度法治建设数据已收悉，现将核对情况反馈如下。", you=you, year=dossier.year)),
    ]
    told = [year for year in (dossier.year, dossier.base) if (township, year) in dossier.told]
    if told:
        years = t("、").join(t("{year}年", year=year) for year in told)
        blocks.append(
            Paragraph(
                t(
                    "其中{years}没有收到报表，采用{you}工作报告中的数据（表中以*标明），请补报报表。",
                    years=years,
                    you=you,
                )
            )
        )
    chapters = (
        (t("主要指标"), _measures(dossier, township)),
        (t("值得肯定的方面"), _praise(dossier, township)),
        (t("需要核实、补报的数据"), questions(dossier, township)),
        (t("工作中的短板和建议"), _gaps(dossier, township)),
        (t("上年计划的落实"), plans_kept(dossier, township)),
    )
    number = 0
    for name, content in chapters:
        if content:
            number += 1
            heading = t("{number}、{name}", number=ordinal(number, language), name=name)
            blocks += [Paragraph(heading, "heading"), *content]
    blocks.append(
        Paragraph(
            t("以上数据如有出入，请对照原始台账，更正后重新报送；确认无误的，请简要说明原因。")
            if _asked(dossier, township)
            else t("以上数据如有出入，请及时告知。"),
            keep=True,
        )
    )
    blocks.append(Paragraph(t("特此函告。"), keep=True))
    files = _files(dossier, township)
    blocks += [
        Paragraph("", "blank"),
        Paragraph(t("附件：{township}{year}年全部指标", township=township, year=dossier.year), "annexes"),
        Paragraph("", "blank"),
        *signature(dossier, signer),
        NewPage(),
        Paragraph(t("附件"), "annex_mark"),
        Paragraph(t("{township}{year}年全部指标", township=township, year=dossier.year), "annex_title"),
        _everything(dossier, township, files),
        Paragraph(
            t("注：≥不少于，≈约；括号内的增减属正常波动；未报不是零。")
            + (t("*来自工作报告（没有收到报表）。") if told else "")
            + _named_files(dossier, files),
            "note",
        ),
        *_said(dossier, township),
    ]
    return blocks


def _said(dossier: Dossier, township: str) -> list[Block]:
    """What was said about the township's own figures, under the table that shows them."""
    told = [e for e in dossier.explanations if e.township == township]
    return [Paragraph(line, "note") for line in footnotes(told, dossier.indicator_name, dossier.language)]


def addressed(dossier: Dossier, township: str) -> str:
    """你镇, 你乡, 你街道; 你单位 for any other name."""
    t = speaker(dossier.language)
    words = {"镇": t("你镇"), "乡": t("你乡"), "街道": t("你街道")}
    return next((word for ending, word in words.items() if township.endswith(ending)), t("你单位"))


def signature(dossier: Dossier, signer: str) -> list[Block]:
    """Who signs, and the day."""
    day = day_said(dossier.made_at, dossier.language) if dossier.made_at else ""
    said = speaker(dossier.language)("（数据版本{version}）", version=dossier.data_version)
    return [Paragraph(signer, "signature"), Paragraph(day, "signature"), Paragraph(said, "note")]


def _measures(dossier: Dossier, township: str) -> list[Block]:
    t, language = speaker(dossier.language), dossier.language
    bands = {"high": t("前列"), "middle": t("中间"), "low": t("靠后")}
    rows = []
    for h in dossier.catalogue.headlines:
        this, last = (dossier.amount(township, y, h.id) for y in (dossier.year, dossier.base))
        change = change_cell(dossier, dossier.change(township, h.id), chance=dossier.chance(township, h.id))
        name = dossier.name_of(h.id) + (f"（{h.unit}）" if language == "zh" else "")
        band = bands.get(dossier.bands.get((township, h.id), ""), DASH)
        rows.append((name, cell(dossier, this), cell(dossier, last), change, band))
    heading = plain_heading(t("指标"), t("本年"), dossier.base_word, t("增减"), t("在全县"))
    aligns: list[Align] = ["left", "right", "right", "right", "center"]
    note = t("注：括号内的增减属正常波动；“在全县”按已报乡镇的四分位分前列、中间、靠后，只反映总量，同一档内不分先后。")
    return [Table(heading, rows, (32, 18, 18, 20, 12), aligns), Paragraph(note, "note"), *_moved(dossier, township)]


def _moved(dossier: Dossier, township: str) -> list[Block]:
    """The measures whose change is neither chance nor open, as sentences."""
    t, language = speaker(dossier.language), dossier.language
    said: list[str] = []
    for h in dossier.catalogue.headlines:
        change = dossier.change(township, h.id)
        if not change.moved or dossier.chance(township, h.id):
            continue
        this = dossier.amount(township, dossier.year, h.id)
        strict = dossier.strict(dossier.year, h.id, township)
        amount = amount_said(this, h.unit, language, strict=strict)
        clause = change_said(change, h.unit, language, base=dossier.base_said, variant=len(said))
        if dossier.doubted(township, h.id):
            clause += t("（待核实）")
        said.append(t("{name}{amount}，{change}", name=dossier.name_of(h.id), amount=amount, change=clause))
    if not said:
        return []
    return [Paragraph(t("主要增减：{changes}。", changes=t("；").join(said)))]


def _praise(dossier: Dossier, township: str) -> list[Block]:
    """Only what the figures carry: high bands without a gap beside them, gaps that are gone, a whole return in time."""
    t = speaker(dossier.language)
    said: list[str] = []
    high = [
        h.id
        for h in dossier.catalogue.headlines
        if dossier.bands.get((township, h.id)) == "high"
        and not dossier.doubted(township, h.id)
        and not _falls_short(dossier, township, h.id)
    ]
    if high:
        names = t("、").join(dossier.name_of(key) for key in high)
        said.append(t("{names}在全县已报乡镇中居前列。", names=names))
    gone = dict.fromkeys(f.theme or "" for f in dossier.resolved if f.township == township)
    if gone:
        names = t("、").join(quoted(dossier.theme_name(theme)) for theme in gone)
        said.append(t("{base}数据显示的短板{names}，本年数据中不再出现。", base=dossier.base_said, names=names))
    if not dossier.lacking.get(township) and township not in dossier.late and not _asked(dossier, township):
        said.append(t("所报指标齐全，没有需要核实的数据。"))
    return [Paragraph(in_a_row(said, dossier.language))] if said else []


def _falls_short(dossier: Dossier, township: str, headline: str) -> bool:
    """Whether a gap of the township rests on what the measure sums: many of one kind is not praised and blamed at once."""
    parts = {headline, *(i.id for i in dossier.catalogue.parts_of(headline))}
    return any(found.township == township and parts & set(found.indicators) for found in dossier.gaps)


def _asked(dossier: Dossier, township: str) -> bool:
    return any(d.township == township and not d.explained for d in dossier.doubts)


def questions(dossier: Dossier, township: str) -> list[Block]:
    """What the township is asked to verify or to send, numbered; [] where there is nothing."""
    t, language = speaker(dossier.language), dossier.language
    out: list[str] = []
    for asked in demands(d for d in dossier.doubts if d.township == township and not d.explained):
        kept = dossier.townships if _few(dossier) else (township,)
        sentence = in_prose(asked.doubt.sentence.in_(language), language, kept)
        out.append(demand_text(asked, sentence, language, folder=False))
    lacking = dossier.lacking.get(township, ())
    unknown = dossier.unmatched.get(township, ())
    if lacking and unknown:
        names_of = [dossier.indicator_name(i) for i in lacking]
        out.append(unmatched_said(names_of, unknown, language))
    elif lacking:
        # All of them: a township that reads "and others" cannot know what to send.
        names = t("、").join(dossier.indicator_name(i) for i in lacking)
        out.append(t("有{n}项指标没有数据，请补报：{names}。", n=len(lacking), names=names))
    return [Paragraph(f"{n}. {text}") for n, text in enumerate(out, start=1)]


def _few(dossier: Dossier) -> bool:
    return len(dossier.townships) <= 60


def _gaps(dossier: Dossier, township: str) -> list[Block]:
    t, language = speaker(dossier.language), dossier.language
    parts: list[tuple[str, list[Block]]] = []
    for found in dossier.gaps:
        if found.township != township:
            continue
        sentence = in_prose(found.sentence.in_(language), language, (township,)).removeprefix(township)
        own = any(w.township == township and w.theme == found.theme for w in dossier.own_words)
        admitted = t("工作报告中也谈到了这一不足。") if own else ""
        text = in_a_row([sentence, admitted, found.suggestion.in_(language)], language)
        parts.append((dossier.theme_name(found.theme or found.rule), [Paragraph(text)]))
    return numbered(parts, language)


def _files(dossier: Dossier, township: str) -> tuple[str, ...]:
    """The names of the files that the township's figures of the year stand in, in the order of the catalogue."""
    places = (dossier.amounts.places.get((township, dossier.year, i.id)) for i in dossier.catalogue.indicators)
    return tuple(dict.fromkeys(place.file for place in places if place))


def _named_files(dossier: Dossier, files: Sequence[str]) -> str:
    """Which file is meant by which number; with one file there is no number."""
    if not files:
        return ""
    t = speaker(dossier.language)
    named = t("、").join(
        (f"({n})" if len(files) > 1 else "") + f"《{PurePosixPath(file).name}》"
        for n, file in enumerate(files, start=1)
    )
    return t("出处所在的文件：{files}。", files=named)


def _cited(place: Place, files: Sequence[str], language: Language) -> str:
    t = speaker(language)
    number = f"({files.index(place.file) + 1})" if len(files) > 1 else ""
    many = t(" 等") if SUMMED.search(place.raw) else ""
    return number + " ".join(part for part in (place.sheet, in_paragraphs(place.cell, language)) if part) + many


def _everything(dossier: Dossier, township: str, files: Sequence[str]) -> Table:
    """All indicators; two sheets of one name in two files are told apart by the number of the file."""
    t, language = speaker(dossier.language), dossier.language
    rows = []
    for i in dossier.catalogue.indicators:
        this, last = (dossier.amount(township, y, i.id) for y in (dossier.year, dossier.base))
        place = dossier.amounts.places.get((township, dossier.year, i.id))
        if not (place or last.known or this.waiting) and i.id not in dossier.lacking.get(township, ()):
            continue
        change = dossier.change(township, i.id)
        at = _cited(place, files, language) if place else DASH
        name = dossier.indicator_name(i.id) + (f"（{i.unit}）" if language == "zh" else "")
        moved = change_cell(dossier, change, chance=dossier.chance(township, i.id))
        rows.append((name, cell(dossier, this), cell(dossier, last), moved, at))
    heading = plain_heading(t("指标"), t("本年"), dossier.base_word, t("增减"), t("本年出处"))
    return Table(heading, rows, (36, 14, 14, 17, 19), ("left", "right", "right", "right", "left"), dense=True)
