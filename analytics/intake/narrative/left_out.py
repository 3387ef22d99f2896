"""What a document holds besides the text that was read, and what is said where nothing was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analytics.intake.narrative.paragraphs import Document
from analytics.intake.narrative.tables import SHEET
from analytics.model import Problem, Severity
from analytics.text import say

_NUMBER = re.compile(r"\d+\s*(?:余|多|万)*\s*(?:场|次|份|册|本|件|人|名|期|个|起|宗|元|条|%|$)")
_SCANNED = 200
"""Characters of a page that is a picture: a title, perhaps a day; a report has more."""


def unread(document: Document, tables: Iterable[str | None]) -> Iterator[Problem]:
    """Notes on what a document holds besides the text that was read; ``tables``: the sheets that gave figures."""
    used = set(tables)
    for number, rows in enumerate(document.tables, start=1):
        name = SHEET.format(number=number)
        if name not in used and any(_NUMBER.search(text) for row in rows[1:] for text in row):
            message = say("{name}里的数没有作为数据读取，请看看其中有没有要用的。", name=name)
            yield Problem(Severity.NOTE, "table_not_read", message)
    if document.hidden:
        message = say("文档里有 {n} 个字设为隐藏，没有读取；需要的话请取消隐藏后重新上传。", n=document.hidden)
        yield Problem(Severity.NOTE, "hidden_text", message)
    if document.changed:
        message = say(
            "文档里有 {n} 处修订还没有确认，按接受修订后的文字读取；如有不同，请在 Word 中处理好修订后重新上传。",
            n=document.changed,
        )
        yield Problem(Severity.NOTE, "tracked_changes", message)
    if document.embedded:
        message = say(
            "文档里嵌入了 {n} 个 Excel 表格对象，其中的数没有读取；请把表格粘贴成 Word 表格，或另存为 Excel 文件上传。",
            n=document.embedded,
        )
        yield Problem(Severity.NOTE, "embedded_tables", message)


def nothing_read(document: Document, name: str) -> Problem:
    """The question on a report that gave nothing; a scanned page with a line of text is told from a wrong file."""
    if document.pictures and sum(len(p.text) for p in document.paragraphs) < _SCANNED:
        message = say(
            "“{name}”里主要是图片，像是扫描件，图片里的字读不出来；请上传可以编辑的 Word 文档，或把正文粘贴进来。",
            name=name,
        )
        return Problem(Severity.QUESTION, "scanned", message)
    message = say("“{name}”里没有读到可用的数据，请确认上传的是年度工作报告。", name=name)
    return Problem(Severity.QUESTION, "no_figures", message)
