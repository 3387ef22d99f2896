"""The letters to townships on the screen 导出."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from analytics.documents import letters_package, wording_of
from analytics.export.letters import kind_of, letter_blocks
from ui import cached
from ui.exports.brief import dossier_of
from ui.exports.kind import ZIP, Export, Progress
from ui.exports.paper import first_page
from ui.exports.scope import county, file_name, scope_said
from ui.filters import Filters
from ui.words import listed, t


@dataclass(frozen=True, slots=True)
class Asked:
    """Who signs."""

    signer: str


def _name() -> str:
    return t("反馈函、催报函（ZIP）")


def _holds() -> str:
    return t(
        "- 每个已报乡镇一份反馈函：数据与上年对照、在全县的位置、肯定的方面、要核实的数据、短板和建议\n"
        "- 没有报的乡镇一份催报函；报了还没有入库的一份核实函\n"
        "- 都是可以修改的 Word 公文，附清单"
    )


def _choose(filters: Filters) -> Asked | None:
    if not filters.shown_townships:
        st.write(t("还没有乡镇，先在“设置”里上传名册或者上传报表。"))
        return None
    dossier = dossier_of(filters)
    kinds = Counter(kind_of(dossier, name) for name in filters.shown_townships)
    said = [
        t("反馈函 {n} 份", n=kinds["feedback"]),
        *([t("核实函 {n} 份", n=kinds["inquiry"])] if kinds["inquiry"] else []),
        t("催报函 {n} 份", n=kinds["reminder"]),
    ]
    st.write(t("{letters}。", letters=listed(said)))
    usual = wording_of(cached.store(), dossier).signer
    return Asked(st.text_input(t("落款"), usual, max_chars=80, key="letters_signer"))


def _preview(filters: Filters, asked: Asked) -> None:
    township = st.selectbox(t("预览哪个乡镇"), filters.shown_townships, key="letters_preview", placeholder=t("请选择"))
    if township:
        first_page(letter_blocks(dossier_of(filters), township, asked.signer))


def _file(filters: Filters, asked: Asked) -> tuple[str, str]:  # noqa: ARG001
    return file_name(t("{county}{year}年度函件", county=county(), year=filters.year), "zip"), ZIP


def make(filters: Filters, asked: Asked, progress: Progress) -> bytes:
    """The zip, letter by letter."""

    def done(n: int, of: int) -> None:
        progress(n / of, t("正在写第 {k}/{n} 份", k=n, n=of))

    return letters_package(dossier_of(filters), asked.signer, filters.shown_townships, done)


def _said(filters: Filters, asked: Asked) -> Mapping[str, str]:
    return {**scope_said(filters), t("落款"): asked.signer}


LETTERS = Export("letters", _name, _holds, _choose, _preview, _file, make, _said, slow=True)
