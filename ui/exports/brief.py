"""The Word brief on the screen 导出."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from analytics.documents import TemplateFaultError, brief, gather, held_template, wording_of
from analytics.export.brief import Wording, brief_blocks
from analytics.export.dossier import Dossier
from analytics.text import Text
from ui import cached
from ui.exports.kind import WORD, Export, Progress
from ui.exports.paper import first_page
from ui.exports.scope import county, file_name, years_said
from ui.filters import Filters
from ui.words import t


@dataclass(frozen=True, slots=True)
class Asked:
    """Head and foot of the document, whether charts are drawn, whether the county's own template is used."""

    wording: Wording
    charts: bool
    own: bool


def dossier_of(filters: Filters) -> Dossier:
    """The county's year as of the data on the screen. Bands and gaps are of the whole county, so no filter applies.

    In Chinese whatever the screen speaks: what is written from it goes to Chinese offices.
    """
    store = cached.store()
    kept = cached.made(
        "dossier", (filters.year, filters.base, store.writes()), lambda: gather(store, filters.year, filters.base)
    )
    return replace(kept, made_at=datetime.now().astimezone())


def _name() -> str:
    return t("分析材料（Word）")


def _holds() -> str:
    return t(
        "- 全县年度分析的公文稿：总体情况、短板、乡镇自述、待核实数据、建议、数据说明\n"
        "- 按公文格式排版（GB/T 9704），每个字都可以改\n"
        "- 附各乡镇对照表、短板依据、未报名单、说明和来源文件\n"
        "- 写全县，不受左边乡镇选择的影响"
    )


def _choose(filters: Filters) -> Asked | None:
    dossier = dossier_of(filters)
    if not dossier.reported:
        st.write(t("{year}年还没有入库的数据，写不了分析材料。", year=filters.year))
        return None
    usual = wording_of(cached.store(), dossier)
    title = st.text_input(t("标题"), usual.title, max_chars=80, key="brief_title")
    addressee = st.text_input(t("主送机关"), usual.addressee, max_chars=80, key="brief_addressee")
    signer = st.text_input(t("落款"), usual.signer, max_chars=80, key="brief_signer")
    charts = st.toggle(t("放图表"), value=True, key="brief_charts")
    held = held_template(cached.store())
    own = held is not None and st.toggle(
        t("用本县模板（{name}）", name=held.file_name), value=True, key="brief_own_template"
    )
    wording = wording_of(cached.store(), dossier, title=title, addressee=addressee, signer=signer)
    return Asked(wording, charts, own)


def _preview(filters: Filters, asked: Asked) -> None:
    if asked.own:
        st.caption(t("用本县模板时版式以模板为准，下面是内容。"))
    first_page(brief_blocks(dossier_of(filters), (), asked.wording))


def _file(filters: Filters, asked: Asked) -> tuple[str, str]:  # noqa: ARG001
    return file_name(t("{county}{year}年度法治建设分析", county=county(), year=filters.year), "docx"), WORD


def make(filters: Filters, asked: Asked, progress: Progress) -> bytes:
    """The document. Raises TemplateFaultError with the sentence that says what is wrong with the county's template."""
    progress(0.1, t("正在汇总数据…"))
    dossier = dossier_of(filters)
    progress(0.4, t("正在画图、排版…"))
    held = held_template(cached.store()) if asked.own else None
    made = brief(dossier, asked.wording, charts=asked.charts, template=held.data if held else None)
    if isinstance(made, Text):
        raise TemplateFaultError(made)
    progress(1.0, t("完成"))
    return made


def _said(filters: Filters, asked: Asked) -> Mapping[str, str]:
    said = {t("年度"): years_said(filters), t("标题"): asked.wording.title}
    return {**said, t("模板"): t("本县模板") if asked.own else t("公文格式")}


BRIEF = Export("brief", _name, _holds, _choose, _preview, _file, make, _said, slow=True)
