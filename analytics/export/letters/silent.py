"""Letters to townships without any figure of the year: a reminder, or questions about a file that is not accepted yet."""

from __future__ import annotations

from analytics.export.dossier import Dossier
from analytics.export.letters.feedback import addressed, questions, signature
from analytics.export.prose.situation import day_said
from analytics.export.prose.words import amount_said, names_said, speaker
from analytics.export.word.blocks import Block, Paragraph


def inquiry(dossier: Dossier, township: str, signer: str) -> list[Block]:
    """The letter to a township whose file is here and waits: it has come, and what about it is to be verified."""
    t = speaker(dossier.language)
    you, asked = addressed(dossier, township), questions(dossier, township)
    said = t("{you}报送的{year}年度法治建设数据已收到，正在核对，暂未计入汇总。", you=you, year=dossier.year)
    gap = "" if dossier.language == "zh" else " "
    said += gap + (t("以下内容请核实：") if asked else t("核对后另行反馈。"))
    closing = [Paragraph(t("有误的请更正后重新报送，无误的请说明原因。"))] if asked else []
    return [
        Paragraph(t("关于核实{year}年度法治建设数据的函", year=dossier.year), "title"),
        Paragraph(t("{township}：", township=township), "addressee"),
        Paragraph(said),
        *asked,
        *closing,
        Paragraph(t("特此函告。"), keep=True),
        Paragraph("", "blank"),
        *signature(dossier, signer),
    ]


def reminder(dossier: Dossier, township: str, signer: str) -> list[Block]:
    """The letter to a township that has not reported."""
    t, language = speaker(dossier.language), dossier.language
    you = addressed(dossier, township)
    year, due = dossier.year, dossier.due
    today = dossier.made_at.date() if dossier.made_at else None
    blocks: list[Block] = [
        Paragraph(t("关于尽快报送{year}年度法治建设数据的函", year=year), "title"),
        Paragraph(t("{township}：", township=township), "addressee"),
    ]
    said = t("{year}年度法治建设数据正在汇总，截至目前尚未收到{you}的数据。", year=year, you=you)
    if due and today:
        day, gap = day_said(due, language), "" if language == "zh" else " "
        if today <= due:
            said += gap + t("报送截止日为{day}，请按时报送。", day=day)
        else:
            said += gap + t("报送截止日为{day}，已过{n}天，请尽快报送。", day=day, n=(today - due).days)
    blocks.append(Paragraph(said))
    blocks.append(
        Paragraph(
            t(
                "Excel、WPS表格和CSV文件均可，不必套用模板；没有开展的工作请填0，无法统计的请注明“未统计”，不适用的请注明“不适用”。"
            )
        )
    )
    before = _before(dossier, township)
    if before:
        blocks.append(Paragraph(before))
    return [*blocks, Paragraph(t("特此函告。"), keep=True), Paragraph("", "blank"), *signature(dossier, signer)]


def _before(dossier: Dossier, township: str) -> str:
    """What the township reported for the base year, as help for who fills the form in."""
    t, language = speaker(dossier.language), dossier.language
    known = []
    for h in dossier.catalogue.headlines:
        amount = dossier.amount(township, dossier.base, h.id)
        if amount.known:
            strict = dossier.strict(dossier.base, h.id, township)
            known.append(f"{dossier.name_of(h.id)}{amount_said(amount, h.unit, language, strict=strict)}")
    if not known:
        return ""
    return t("供参考：{base}所报为{figures}。", base=dossier.base_said, figures=names_said(known, language))
