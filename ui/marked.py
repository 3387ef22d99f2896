"""The marked workbook of an upload as a download: the township's own file with its doubtful cells marked and listed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from analytics.intake.marked.original import has_macros
from analytics.intake.marked.writing import SUFFIX
from analytics.model import Finding, Problem
from analytics.store import Store, UploadRow
from analytics.submission import marked_upload
from analytics.submission.doubts import is_doubt
from ui import cached
from ui.findings import questions_of, unexplained
from ui.later import later
from ui.words import language, t

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def doubtful(upload: UploadRow) -> bool:
    """Whether a return holds anything to ask the township about; a report in prose has no cells to mark."""
    return upload.kind == "return" and bool(upload.errors or upload.questions or asked_of(upload))


def asked_of(upload: UploadRow) -> list[Finding]:
    """The open questions of the checks about figures of a file that counts."""
    if upload.status != "accepted":
        return []
    return [
        f
        for year in upload.years
        for f in unexplained(questions_of(year))
        if any(e.file == upload.file_name and e.township == f.township for e in f.evidence)
    ]


def download(upload: UploadRow, key: str) -> None:
    """The button; the workbook is made when it is clicked."""
    store, asked = cached.store(), asked_of(upload)
    st.download_button(
        t("下载标注表"),
        later(lambda: marked_bytes(store, upload.id, asked)),
        file_name=file_name(store, upload),
        mime=MIME,
        on_click="ignore",
        key=key,
        help=t("原表加上标注：有疑问的单元格涂色并加批注，前面多一张“问题清单”，可以在里面填写说明后传回。"),
    )


def file_name(store: Store, upload: UploadRow) -> str:
    """The name under which the marked workbook of an upload is saved."""
    path = PurePath(upload.file_name.replace("\\", "/"))
    macros = False
    if path.suffix.lower() == ".xlsm":
        try:
            macros = has_macros(store.upload_bytes(upload.id))
        except zipfile.BadZipFile:
            macros = False
    return f"{path.stem.removesuffix(SUFFIX)}{SUFFIX}{'.xlsm' if macros else '.xlsx'}"


def marked_bytes(store: Store, upload_id: int, asked: Sequence[Finding] = ()) -> bytes:
    """The marked workbook, questions of the checks among the marks; where it cannot be made, one that says why."""
    made = marked_upload(store, upload_id, asked)
    return _reason(made.message.in_(language())) if isinstance(made, Problem) else made[0]


def _reason(sentence: str) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.add_worksheet().write_string(0, 0, sentence)
    return out.getvalue()


def explained_note(upload: UploadRow) -> str:
    """How many doubts of an upload are open and how many are explained, in one line; "" where there were none."""
    found = [row for p, row in cached.explained(upload.id) if is_doubt(p)]
    if not found:
        return ""
    left = sum(row is None for row in found)
    return t("{n} 处单元格疑点，其中 {explained} 处已说明", n=len(found), explained=len(found) - left)
