"""设置: the county and its townships, what people have taught the reader, what is counted,
by which rules it is judged, who did what."""

import streamlit as st

from ui import (
    settings_audit,
    settings_catalogue,
    settings_changes,
    settings_roster,
    settings_rules,
    settings_taught,
    settings_template,
    settings_wordings,
)
from ui.who import name_field
from ui.words import t

title, name = st.columns([3, 1], vertical_alignment="center")
title.title(t("设置"), anchor=False)
with name:
    name_field()

sections = {
    t("县名与名册"): settings_roster.show,
    t("规则"): settings_rules.show,
    t("区划与口径变化"): settings_changes.show,
    t("记住的表头"): settings_taught.headings,
    t("版式更正"): settings_taught.corrections,
    t("表头读法"): settings_wordings.show,
    t("指标目录"): settings_catalogue.show,
    t("公文模板"): settings_template.show,
    t("操作记录"): settings_audit.show,
}
for tab, section in zip(st.tabs(list(sections), key="settings_tab", on_change="rerun"), sections.values(), strict=True):
    if tab.open:
        with tab:
            section()
