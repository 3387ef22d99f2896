"""Who did what, when: the newest lines on screen, all of them as a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from analytics.export import tidy_csv
from analytics.store import AuditRow
from analytics.submission.choices import PREFIX
from ui import cached
from ui.axis_table import role_word
from ui.formats import indicator_name, moment, taken_for, theme_name
from ui.gap_work import change_text
from ui.notes import note
from ui.rules_said import change_words
from ui.settings_changes import kind_word
from ui.tables import ROW_HEIGHT
from ui.words import listed, t

SHOWN = 200


def show() -> None:
    """The latest lines, newest first."""
    lines = cached.store().audit(limit=SHOWN)
    if not lines:
        st.write(t("这里记下每次上传、入库、退回、撤销、更正和改设置：谁、什么时候、做了什么。现在还没有操作。"))
        return
    if len(lines) == SHOWN:
        note(t("只显示最近 {n} 条；下载的文件里有全部。", n=SHOWN))
    table = as_table(lines)
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(500, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={t("内容"): st.column_config.Column(width="large")},
        key="audit_table",
        alt=t("操作记录"),
    )
    st.download_button(
        t("下载全部操作记录（CSV）"),
        _all,
        file_name=t("操作记录.csv"),
        mime="text/csv",
        on_click="ignore",
        key="audit_download",
    )


def _all() -> bytes:
    return tidy_csv(as_table(cached.store().audit(limit=None)))


def as_table(lines: Iterable[AuditRow]) -> pd.DataFrame:
    """Lines of the trail as a table of texts."""
    files = {u.id: u.file_name for u in cached.store().uploads()}
    rows = [
        (
            moment(line.at),
            line.who,
            action_word(line.action),
            files.get(line.upload_id or 0, ""),
            said(line.action, line.detail),
        )
        for line in lines
    ]
    return pd.DataFrame(rows, columns=[t("什么时候"), t("谁"), t("做了什么"), t("文件"), t("内容")])


def action_word(action: str) -> str:
    """An action of the trail in words; its own name where this version does not know it."""
    return {
        "received": t("上传"),
        "accepted": t("入库"),
        "rejected": t("退回"),
        "undone": t("撤销入库"),
        "answered": t("补充乡镇、年度，选定数字"),
        "reread": t("重新读取"),
        "explained": t("写说明"),
        "explanation_withdrawn": t("撤回说明"),
        "heading_remembered": t("记住表头"),
        "heading_forgotten": t("删除表头"),
        "layout_corrected": t("更正版式"),
        "layout_correction_forgotten": t("删除版式更正"),
        "roster_replaced": t("换名册"),
        "exported": t("导出"),
        "setting": t("改设置"),
        "template_set": t("换公文模板"),
        "template_removed": t("改回公文格式"),
        "rules_changed": t("改规则"),
        "gap_changed": t("处理短板"),
        "county_change_entered": t("登记变动"),
        "county_change_removed": t("删除变动登记"),
    }.get(action, action)


def said(action: str, detail: Mapping[str, object]) -> str:
    """The detail of a line in words."""
    if action.startswith("heading_"):
        chosen = detail.get("indicator")
        return f"{_under(detail)} → {taken_for(None if chosen is None else str(chosen))}"
    if action.startswith("layout_"):
        role = detail.get("role")
        parts = ["" if role is None else role_word(str(role)), str(detail.get("unit") or "")]
        return f"{detail.get('heading')} → {'　'.join(filter(None, parts))}"
    if action in ("exported", "template_set", "template_removed"):
        return str(detail.get("file") or "")
    if action == "rules_changed":
        changes = detail.get("changes")
        return "；".join(map(change_words, changes)) if isinstance(changes, list) else ""
    if action == "gap_changed":
        about = f"{detail.get('year')} {detail.get('township')} {theme_name(str(detail.get('theme')))}"
        return f"{about}　{change_text(detail)}"
    if action == "roster_replaced":
        return t("{n} 个乡镇", n=detail.get("townships"))
    if action.startswith("county_change_"):
        return _county_change(detail)
    if action == "setting":
        key = str(detail.get("key"))
        name = {"county": t("县名"), "deadline": t("上报截止日")}.get(key, key)
        return f"{name}：{detail.get('old') or '—'} → {detail.get('new')}"
    if action in ("received", "accepted"):
        return t("{n} 个数据", n=detail.get("figures"))
    if action == "answered" and any(name.startswith(PREFIX) for name in detail):
        return "；".join(_choice(name.removeprefix(PREFIX), value) for name, value in detail.items() if PREFIX in name)
    kept = {key: value for key, value in detail.items() if key in _words() and value not in (None, "")}
    return "　".join(f"{_words()[key]} {_value(key, value)}" for key, value in kept.items())


def _choice(indicator: str, value: object) -> str:
    """Which of a report's numbers for an indicator were chosen, or that the choice was taken back."""
    how = {"add": t("相加"), "keep": t("只取其一"), "part": t("取总数")}.get(
        str(value).partition(":")[0], t("撤回选定")
    )
    return f"{indicator_name(indicator)}：{how}"


def _county_change(detail: Mapping[str, object]) -> str:
    sides = [detail.get("before"), detail.get("after")]
    names = [listed([str(name) for name in side]) for side in sides if isinstance(side, list) and side]
    what = " → ".join(names) if names else indicator_name(str(detail.get("indicator")))
    return "　".join(
        filter(None, (str(detail.get("on")), kind_word(str(detail.get("kind"))), what, str(detail.get("text"))))
    )


def _under(detail: Mapping[str, object]) -> str:
    group = detail.get("group")
    return f"{group} / {detail.get('heading')}" if group else str(detail.get("heading"))


def _words() -> dict[str, str]:
    return {"township": t("乡镇"), "year": t("年度"), "indicator": t("指标"), "text": t("说明")}


def _value(key: str, value: object) -> str:
    return indicator_name(str(value)) if key == "indicator" else str(value)
