"""Step three and after: what was taken in or turned away, and the way back."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.store import UploadRow
from analytics.submission import undo
from ui import cached, decided, marked, problem_list
from ui.downloads import download_table
from ui.formats import moment, status_word
from ui.notes import note
from ui.plain import plain
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import language, t

SHOWN = 200
WIDTHS = {
    "zh": (186, 62, 70, 60, 84, 60, 122, 60, 122, 98, 122),
    "en": (134, 80, 72, 62, 98, 88, 122, 88, 122, 76, 122),
}
UNDOABLE = ("accepted", "superseded")


def show() -> None:
    """The uploads that were decided about, newest first; one of them can be chosen and undone."""
    closed = cached.store().uploads(("accepted", "superseded", "rejected", "undone"), limit=SHOWN)
    st.header(t("上传记录"), anchor=False)
    if not closed:
        st.write(t("还没有入库过报表。入库后的每个文件都列在这里，随时可以撤销。"))
        return
    chosen = _table(closed)
    if chosen is None:
        note(t("勾选一行最左边的方框，可以看那个文件的疑点、下载标注表，或撤销它的入库；撤销后，之前的数据恢复原样。"))
        return
    with st.container(horizontal=True, key="closed_file"):
        _undo(chosen)
        if marked.doubtful(chosen):
            marked.download(chosen, f"marked_{chosen.id}")
    said_of_it = marked.explained_note(chosen)
    if said_of_it:
        place = st.expander(f"{plain(chosen.file_name)}　{said_of_it}", key=f"doubts_{chosen.id}", on_change="rerun")
        if place.open:
            with place:
                problem_list.show(chosen, cached.reading(chosen.id)[0])


def _still_asked(upload: UploadRow) -> int:
    """Cells of a file that are still to be asked about; of one that does not count nothing is asked."""
    if upload.status != "accepted":
        return 0
    return len({doubt for _, doubt in cached.cell_doubts().get(upload.id, ()) if not doubt.explained})


def _undo(chosen: UploadRow) -> None:
    if chosen.status in UNDOABLE:
        label = t("撤销“{file}”的入库", file=plain(chosen.file_name))
        # What counts is taken out at once for everybody, so one click names it and a second one does it.
        with st.popover(label, disabled=not who(), help=None if who() else t("请先填写操作人")):
            st.write(
                t(
                    "将从全县数据中取出“{file}”计入的 {n} 个数据，之前的数据恢复原样。",
                    file=plain(chosen.file_name),
                    n=chosen.figures_current,
                )
            )
            sure = st.button(t("确认撤销"), key="undo", type="primary", disabled=not who())
        if sure:
            decided.undone(undo(cached.store(), chosen.id, who()), chosen.figures_current)
            st.rerun()
    else:
        note(t("这个文件没有在库中，不用撤销。"))


def _table(uploads: tuple[UploadRow, ...]) -> UploadRow | None:
    table = pd.DataFrame(
        [
            (
                u.file_name,
                status_word(u.status),
                u.figures_accepted,
                u.figures_current,
                _still_asked(u),
                u.who,
                moment(u.received_at),
                u.accepted_by or "",
                moment(u.accepted_at),
                u.closed_by or "",
                moment(u.closed_at),
            )
            for u in uploads
        ],
        columns=[
            t("文件"),
            t("状态"),
            t("入库数据"),
            t("仍有效"),
            t("单元格疑点"),
            t("上传人"),
            t("上传时间"),
            t("入库人"),
            t("入库时间"),
            t("退回或撤销人"),
            t("退回或撤销时间"),
        ],
    )
    widths = dict(zip(table.columns, WIDTHS[language()], strict=True))
    unused = [h for h in (t("退回或撤销人"), t("退回或撤销时间")) if not table[h].astype(bool).any()]
    for heading in unused:  # columns nobody has filled leave their place to the names of the files
        widths[t("文件")] += widths.pop(heading)
    event = st.dataframe(
        table.drop(columns=unused),
        hide_index=True,
        key="history",
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(330, ROW_HEIGHT * (len(table) + 1) + 8),
        # In all no wider than a screen of 1366 points beside the sidebar.
        column_config={heading: st.column_config.Column(width=width) for heading, width in widths.items()},
        alt=t("上传记录"),
    )
    download_table(table, t("上传记录"), "history_download")
    picked = event["selection"]["rows"] if event else []
    return uploads[picked[0]] if picked and picked[0] < len(uploads) else None
