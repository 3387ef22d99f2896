"""A report's text, pasted: read, kept as its bytes and decided about like a file, so that every sentence can be shown."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from analytics.model import Reading
from analytics.store import DuplicateUploadError, Store, StoreError, already_stored
from analytics.submission.changes import changes
from analytics.submission.reading import (
    PASTED,
    PASTED_NAME,
    Reader,
    read,
    read_prose_with_intake,
    what_is_known,
)
from analytics.submission.receiving import Received
from analytics.text import Text, say, translate

LONGEST = 100_000
"""Characters; the longest report that was seen has under 30,000, a whole county's would be no township's."""
FEWEST = 8
"""Chinese characters of the shortest sentence that gives a figure: 全年发放资料3000份."""
_HAN = re.compile("[\u4e00-\u9fff]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffd]")
_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')
"""What no file name can hold."""


def paste(
    store: Store,
    text: str,
    who: str,
    *,
    township: str | None = None,
    year: int | None = None,
    reader: Reader | None = None,
) -> Received:
    """Takes a pasted report in as a pending upload; ``township`` and ``year`` are said where the text does not.

    Not kept, and ``message`` says why: nothing, too much, no Chinese text, a table, a text that is stored already, or
    one of a known township and year in which nothing was found.
    """
    refused = fault_of(text)
    if refused is not None:
        return Received(PASTED_NAME, message=refused)
    data = text.replace("\r\n", "\n").strip("\n").encode("utf-8", "replace")
    twin = store.find_upload_by_sha(hashlib.sha256(data).hexdigest())
    if twin is not None:
        return Received(PASTED_NAME, duplicate_of=twin, message=already_stored(twin))
    known = what_is_known(store)
    reading = read(data, PASTED_NAME, known, reader or read_prose_with_intake, township=township, year=year)
    if not reading.readable:
        return Received(PASTED_NAME, reading=reading, message=reading.problems[0].message if reading.problems else None)
    if _empty(reading):
        message = say("这段文字里没有读到数据、短板或计划，没有收下；请粘贴年度工作报告的正文。")
        return Received(PASTED_NAME, reading=reading, message=message)
    name = _name(reading, text)
    reading = replace(reading, file=name)
    answers: dict[str, str | int] = {PASTED: 1}
    if township is not None:
        answers["township"] = township
    if year is not None:
        answers["year"] = year
    try:
        upload_id = store.add_upload(name, data, who, reading, answers=answers)
    except DuplicateUploadError as fault:  # someone else was quicker
        return Received(name, duplicate_of=fault.upload, message=fault.text)
    except StoreError as fault:
        return Received(name, reading=reading, message=fault.text)
    return Received(name, upload_id, reading, tuple(changes(store, upload_id)))


def fault_of(text: str) -> Text | None:
    """Why a text cannot be taken for a report before it is read at all; None where it can."""
    held = text.strip()
    if not held:
        return say("还没有粘贴文字。请打开乡镇的工作报告，全选、复制，再粘贴到框里。")
    if len(held) > LONGEST:
        return say(
            "粘贴的文字太长（{n} 字），一次只能粘贴一份报告（{most} 字以内）；请分开粘贴，或直接上传文件。",
            n=len(held),
            most=LONGEST,
        )
    if len(_HAN.findall(held)) < FEWEST or len(_UNSEEN.findall(held)) * 20 > len(held):
        return say("粘贴的不像工作报告的文字，没有收下；请从 Word 或网页里复制报告的正文再粘贴。")
    lines = [line for line in held.splitlines() if line.strip()]
    if sum("\t" in line.strip() for line in lines) * 2 > len(lines):
        return say("粘贴的是表格，没有收下；请把表格存成 Excel 文件，从上面的文件框上传。")
    return None


def _empty(reading: Reading) -> bool:
    """Whether a text of which township and year are known says nothing at all."""
    head = reading.head
    whose = head is not None and bool(head.township) and head.year is not None
    return whose and not (reading.figures or reading.choices or reading.gaps or reading.plans)


def _name(reading: Reading, text: str) -> str:
    """What the text is called in lists: whose and of which year, else how it begins."""
    head = reading.head
    about = f"{head.township}{head.year}" if head and head.township and head.year else ""
    first = next(line for line in text.splitlines() if line.strip())
    begins = about or _UNSEEN.sub("", _UNFIT.sub("", first))[:16]
    return f"{translate('粘贴的工作报告')}（{begins}）.txt"
