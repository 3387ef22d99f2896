"""The county's name and its roster: shown, downloaded, and replaced after a look at what would change."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.catalogue import (
    Roster,
    RosterChanges,
    RosterError,
    Township,
    roster_changes,
    roster_from_bytes,
    roster_table,
)
from analytics.export import tidy_csv
from ui import cached, roster_form
from ui.notes import note
from ui.standing import month_day
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import language, listed, t

UPLOADER = "_roster_uploader"
DONE = "_roster_done"


def show() -> None:
    """County name and roster on the left, a new roster on the right."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        _county()
        _deadline()
        _roster(cached.store().roster())
    with right:
        _replace(cached.store().roster())


def _county() -> None:
    with st.form("county_form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            t("县（市、区）名称，写在导出的表头上"),
            cached.store().setting("county") or "",
            max_chars=40,
            placeholder=t("例如：示例县"),
            key="county_name",
        )
        sent = st.form_submit_button(t("保存县名"), disabled=not who())
    if sent and name.strip():
        cached.store().set_setting("county", name.strip(), who())
        st.success(t("县名已改为“{name}”。", name=name.strip()))
    if not who():
        note(t("右上角填写操作人后才能改动；每次改动都记在操作记录里。"))


def _deadline() -> None:
    """The day by which returns are due: month and day of the year after."""
    month, day = (int(part) for part in month_day().split("-"))
    with st.form("deadline_form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        new_month = st.number_input(t("报表上报截止：次年几月"), 1, 12, month, key="deadline_month", width=190)
        new_day = st.number_input(t("几日"), 1, 31, day, key="deadline_day", width=120)
        sent = st.form_submit_button(t("保存截止日"), key="deadline_save", disabled=not who())
    if sent:
        cached.store().set_setting("deadline", f"{new_month:02d}-{new_day:02d}", who())
        st.success(
            t("上报截止日已改为次年 {month} 月 {day} 日，月份没有这一天的按月末。", month=new_month, day=new_day)
        )


def _roster(roster: Roster) -> None:
    st.subheader(t("乡镇名册：{n} 个", n=len(roster.townships)), anchor=False)
    if not roster.townships:
        st.write(
            t(
                "名册写明本县有哪些乡镇、别名和各年人口。有了名册，报表里的乡镇才能核对名称、看出谁没有报、算出每千人的数。请在本页“换用新名册”处上传名册。"
            )
        )
        return
    header, rows = roster_table(roster)
    table = pd.DataFrame(rows, columns=_headings(header))
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(420, ROW_HEIGHT * (len(table) + 1) + 8),
        key="roster_table",
        alt=t("乡镇名册"),
    )
    st.download_button(
        t("下载名册（CSV）"),
        tidy_csv(pd.DataFrame(rows, columns=header)),
        file_name=t("乡镇名册.csv"),
        mime="text/csv",
        on_click="ignore",
        key="roster_download",
    )


def _headings(header: list[str]) -> list[str]:
    words = {
        "代码": t("代码"),
        "乡镇": t("乡镇"),
        "别名": t("别名"),
        "类型": t("类型"),
        "村数": t("村数"),
    }
    return [words.get(name) or t("{year}年人口", year=name.removeprefix("人口")) for name in header]


def _replace(old: Roster) -> None:
    st.subheader(t("换用新名册"), anchor=False)
    done = st.session_state.pop(DONE, None)
    if done:
        st.success(done)
    note(
        t(
            "CSV 或 Excel，第一行是列名：代码、乡镇、别名（用 | 隔开）、类型、村数、人口2025……可以先下载现在的名册，改好后再上传。"
        )
        if old.townships
        else t("下载名册模板，每个乡镇填一行（只有代码和乡镇两列必填），保存后在这里上传；上传后先看变化，再确认换用。")
    )
    roster_form.download("roster_form")
    if not who():
        note(t("先在右上角填写操作人，再选择名册文件。"))
    number = st.session_state.setdefault(UPLOADER, 0)
    file = st.file_uploader(t("选择名册文件"), type=["csv", "xlsx"], key=f"roster_{number}", disabled=not who())
    if file is None:
        return
    try:
        new = roster_from_bytes(file.getvalue(), file.name)
    except RosterError as fault:
        st.error(t("名册不能用：{reason}。", reason=fault.text.in_(language())))
        return
    if not new.townships:
        st.error(t("名册不能用：{reason}。", reason=t("文件里没有乡镇")))
        return
    changes = roster_changes(old, new)
    if not changes and old == new:
        st.info(t("与现在的名册相同，不用换。"))
        return
    _preview(changes)
    if st.button(t("换用这份名册（{n} 个乡镇）", n=len(new.townships)), type="primary", key="roster_replace"):
        cached.store().replace_roster(new, who())
        st.session_state[UPLOADER] = number + 1
        st.session_state[DONE] = t("名册已换，共 {n} 个乡镇。", n=len(new.townships))
        st.rerun()


def _preview(changes: RosterChanges) -> None:
    if not changes:
        st.write(t("乡镇不变，只是顺序不同。"))
    rows = [(t("新增"), township.name, "") for township in changes.added]
    rows += [(t("去掉"), township.name, "") for township in changes.removed]
    rows += [(t("改变"), new.name, "；".join(differences(old, new))) for old, new in changes.changed]
    if rows:
        st.dataframe(
            pd.DataFrame(rows, columns=[t("变化"), t("乡镇"), t("改了什么")]),
            hide_index=True,
            row_height=ROW_HEIGHT,
            height=min(320, ROW_HEIGHT * (len(rows) + 1) + 8),
            key="roster_preview",
            alt=t("名册的变化"),
        )
    held = set(cached.figures()["township"])
    lost = [township.name for township in changes.removed if township.name in held]
    lost += [old.name for old, new in changes.changed if old.name != new.name and old.name in held]
    if lost:
        st.warning(t("这些名称已有入库数据，换名册后数据仍保留在原名称下：{names}。", names=listed(lost)))


def differences(old: Township, new: Township) -> list[str]:
    """What is different about a township that stays, each as a few words."""
    said = [
        f"{word} {before or '—'} → {after or '—'}"
        for word, before, after in (
            (t("名称"), old.name, new.name),
            (t("代码"), old.code, new.code),
            (t("类型"), old.kind, new.kind),
            (t("别名"), listed(list(old.aliases)), listed(list(new.aliases))),
            (t("村数"), _number(old.villages), _number(new.villages)),
        )
        if before != after
    ]
    for year in sorted({*old.population, *new.population}):
        before, after = old.population.get(year), new.population.get(year)
        if before != after:
            said.append(f"{t('{year}年人口', year=year)} {_number(before) or '—'} → {_number(after) or '—'}")
    return said


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"
