"""What each column and row of a table was taken for, and the form that puts it right for good."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.intake.corrections import COLUMN_ROLES, ROW_ROLES
from analytics.intake.grid import column_letters
from analytics.model import AxisView, Reading, TableView
from analytics.store import LayoutCorrection, UploadRow
from analytics.submission import correct_layout, forget_correction, match_heading
from ui import cached, rereading
from ui.formats import IGNORE, indicator_name, taken_for
from ui.notes import note
from ui.plain import plain
from ui.sheet_grid import a1_place
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import language, t

"""The choice "not a figure" among indicator ids."""


def show(upload: UploadRow, reading: Reading, tables: list[TableView]) -> None:
    """The columns from the left, then the rows from the top; a row that is clicked opens its form."""
    rereading.said(upload.id)
    if not tables:
        st.write(t("这张工作表里没有找到可读的统计表。"))
        return
    table = _chosen(upload, tables)
    if not table.axes:
        st.write(t("这是逐条登记的记录，按条计数，没有要更正的列和行。"))
        return
    made: dict[tuple[str, str], LayoutCorrection] = {
        (c.kind, c.heading): c for c in cached.store().corrections() if c.form == table.form
    }
    st.markdown(f"**{t('每列、每行读成了什么')}**")
    axis = _picked(upload, reading, table, made)
    if axis is None:
        note(t("勾选一行最左边的方框，就可以更正：它是不是数据、单位、是哪项指标。更正会记住，同样的表以后都这样读。"))
        return
    _form(upload, table, axis, made.get((axis.kind, axis.key)))


def _chosen(upload: UploadRow, tables: list[TableView]) -> TableView:
    if len(tables) == 1:
        return tables[0]
    number = st.selectbox(
        t("这张工作表里的表"),
        range(len(tables)),
        format_func=lambda k: t("第 {n} 个表（{range}）", n=k + 1, range=tables[k].range),
        key=f"table_{upload.id}_{tables[0].sheet}",
    )
    return tables[number]


def _picked(
    upload: UploadRow, reading: Reading, table: TableView, made: dict[tuple[str, str], LayoutCorrection]
) -> AxisView | None:
    """The table, what was not recognised first; the axis that is clicked."""
    axes = sorted(table.axes, key=lambda axis: axis.how != "none")
    read = read_at(reading, table.sheet)
    rows = [
        (
            place_word(axis),
            axis.heading or t("（没有表头）"),
            role_word(axis.role) + ("　✎" if (axis.kind, axis.key) in made else ""),
            named(axis, read),
            axis.unit,
        )
        for axis in axes
    ]
    event = st.dataframe(
        pd.DataFrame(rows, columns=[t("列、行"), t("表头"), t("读成"), t("指标"), t("单位")]),
        hide_index=True,
        key=f"axes_{upload.id}_{table.sheet}_{table.range}_{upload.revision}",
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(250, ROW_HEIGHT * (len(rows) + 1) + 8),
        column_config={
            t("列、行"): st.column_config.Column(width=64, pinned=True),
            t("表头"): st.column_config.Column(width=150),
            t("读成"): st.column_config.Column(width=84),
            t("指标"): st.column_config.Column(width=150),
            t("单位"): st.column_config.Column(width=60),
        },
        alt=t("每列、每行读成了什么"),
    )
    picked = event["selection"]["rows"] if event else []
    return axes[picked[0]] if picked and picked[0] < len(axes) else None


def _form(upload: UploadRow, table: TableView, axis: AxisView, made: LayoutCorrection | None) -> None:
    roles = list(COLUMN_ROLES if axis.kind == "column" else ROW_ROLES)
    mark = f"{upload.id}_{upload.revision}_{axis.kind}_{axis.index}"
    with st.form(f"axis_{mark}"):
        what = t("更正{place}", place=place_word(axis))
        st.markdown(f"**{what}**　{plain(axis.heading)}")
        left, right = st.columns(2)
        role = left.selectbox(
            t("读成"),
            roles,
            index=roles.index(axis.role) if axis.role in roles else None,
            format_func=role_word,
            placeholder=t("选择类别"),
            key=f"role_{mark}",
        )
        unit = right.text_input(
            t("单位"), axis.unit, placeholder=t("份、万份、人次、%……"), max_chars=20, key=f"unit_{mark}"
        )
        indicator = _indicator_choice(axis, mark) if axis.wording else axis.indicator
        sent = st.form_submit_button(t("更正并重新读取"), type="primary", disabled=not who())
    if sent:
        _correct(upload, table, axis, role, unit.strip(), indicator)
    if made is not None and st.button(t("取消更正，恢复自动识别"), key=f"uncorrect_{mark}", disabled=not who()):
        with st.spinner(t("正在重新读取……")):
            done = forget_correction(cached.store(), made.id, who())
        rereading.keep(upload.id, done.again, done.message, remembered=False)
        st.rerun()
    if not who():
        note(t("填写操作人后才能更正。"))


def _indicator_choice(axis: AxisView, mark: str) -> str | None:
    """The indicator chosen for the heading: an id, ``IGNORE``, or None where nothing was chosen."""
    options = [IGNORE, *(i.id for i in cached.catalogue().indicators)]
    current = IGNORE if axis.how == "ignored" else axis.indicator
    where = f"{axis.group} / {axis.wording}" if axis.group else axis.wording
    return st.selectbox(
        t("“{heading}”是哪项指标", heading=plain(where)),
        options,
        index=options.index(current) if current in options else None,
        format_func=taken_for,
        placeholder=t("选择指标，或“不统计”"),
        key=f"indicator_{mark}",
    )


def _correct(
    upload: UploadRow, table: TableView, axis: AxisView, role: str | None, unit: str, indicator: str | None
) -> None:
    """Remembers what differs from what was read, and reads again."""
    before = cached.reading(upload.id)[0]
    role_said = role if role is not None and role != axis.role else None
    unit_said = unit if unit and unit != axis.unit else None
    current = IGNORE if axis.how == "ignored" else axis.indicator
    renamed = bool(axis.wording) and indicator is not None and indicator != current
    if role_said is None and unit_said is None and not renamed:
        st.info(t("没有改动。"))
        return
    again, message = [], None
    with st.spinner(t("正在重新读取……")):
        if role_said is not None or unit_said is not None:
            done = correct_layout(
                cached.store(),
                upload.id,
                table.form,
                axis.kind,
                axis.key or axis.heading,
                role=role_said,
                unit=unit_said,
                who=who(),
            )
            again, message = list(done.again), done.message
        if renamed and message is None:
            again += match_heading(cached.store(), axis.wording, axis.group, indicator or None, who())
    if message is not None and not again:
        st.warning(message.in_(language()))
        return
    rereading.keep(upload.id, tuple(again), message, before=before)
    st.rerun()


def place_word(axis: AxisView) -> str:
    """``B 列`` or ``第 5 行``."""
    if axis.kind == "column":
        return t("{letters} 列", letters=column_letters(axis.index))
    return t("第 {n} 行", n=axis.index + 1)


def read_at(reading: Reading, sheet: str) -> dict[tuple[str, int], set[str]]:
    """(column or row, index) → the indicators of the figures read from it."""
    found: dict[tuple[str, int], set[str]] = {}
    for figure in reading.figures:
        place = a1_place(figure.source.cell) if figure.source.sheet == sheet else None
        if place is not None:
            found.setdefault(("row", place[0]), set()).add(figure.indicator)
            found.setdefault(("column", place[1]), set()).add(figure.indicator)
    return found


def named(axis: AxisView, read: dict[tuple[str, int], set[str]]) -> str:
    """The indicator of a column or row, its own or, where title or sheet say it, that of all its figures."""
    if axis.indicator is not None:
        return indicator_name(axis.indicator)
    own = read.get((axis.kind, axis.index), set()) if axis.role in ("value", "total") else set()
    if not axis.how and len(own) == 1:
        return indicator_name(next(iter(own)))
    return {"ignored": t("忽略"), "none": t("？没认出")}.get(axis.how, "")


def role_word(role: str) -> str:
    """The role of a column or row in a word."""
    return {
        "value": t("是数据"),
        "remark": t("不是数据"),
        "total": t("合计"),
        "indicator": t("指标名称"),
        "group": t("组别"),
        "township": t("乡镇"),
        "year": t("年度"),
        "period": t("期间"),
        "unit": t("单位"),
        "serial": t("序号"),
        "derived": t("占比、增减"),
        "plan": t("计划数"),
        "blank": t("空"),
    }.get(role, role)
