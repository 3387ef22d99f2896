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
from ui.counted_tabs import keep_open
from ui.who import name_field
from ui.words import t

title, name = st.columns([3, 1], vertical_alignment="center")
title.title(t("设置"), anchor=False)
with name:
    name_field()

sections = {
    "roster": (t("县名与名册"), settings_roster.show),
    "rules": (t("规则"), settings_rules.show),
    "changes": (t("区划与口径变化"), settings_changes.show),
    "taught": (t("记住的表头"), settings_taught.headings),
    "layouts": (t("版式更正"), settings_taught.corrections),
    "wordings": (t("表头读法"), settings_wordings.show),
    "catalogue": (t("指标目录"), settings_catalogue.show),
    "template": (t("公文模板"), settings_template.show),
    "audit": (t("操作记录"), settings_audit.show),
}
labels = keep_open([label for label, _ in sections.values()], "settings_tab", tuple(sections))
tabs = st.tabs(labels, key="settings_tab", on_change="rerun")
for tab, (_, section) in zip(tabs, sections.values(), strict=True):
    if tab.open:
        with tab:
            section()
