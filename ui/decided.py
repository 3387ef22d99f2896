"""What came of a decision about files, said in the next run: what counts now, what does not, what is left to do."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.submission import Decided, Outcome, Overlap, outcome
from ui import cached
from ui.doubts import asked
from ui.plain import plain
from ui.receiving import BATCH, FINISHED, SAID, boxed
from ui.registry import link
from ui.words import language, t

DECIDED = "_decided"
DECISIONS = "_decisions"
"""How many decisions the session has seen: what asked for one before it is not what asks after it."""
SAID_OF_DONE = 3
"""Remarks on accepted reports that are shown one by one."""
TWICE = 5
"""Townships and years in two files that are named one by one."""
YEARS = 3
"""Years with a link of their own, the newest first."""


def accepted(results: Sequence[Decided], twice: Sequence[Overlap] = ()) -> None:
    """Keeps what accepting came to; ``twice`` are the figures that two of the files gave."""
    came = outcome(cached.store(), results)
    done = {d.file for d in results if d.done}
    both = said_twice([o for o in twice if {o.earlier, o.later} <= done])
    _keep([(True, " ".join(_counted(came))), *((True, line) for line in both)] if came.files else [], results)
    if came.files:
        st.session_state[FINISHED] = came.years


def said_twice(twice: Sequence[Overlap]) -> list[str]:
    """A line for each township and year that stands in two files, the most different first."""
    lines = [
        t(
            "{township} {year}年：“{earlier}”和“{later}”都有 {n} 个数据，其中 {differ} 个不同；以后入库的“{later}”为准。",
            township=plain(o.township),
            year=o.year,
            earlier=plain(o.earlier),
            later=plain(o.later),
            n=o.figures,
            differ=o.differ,
        )
        for o in twice[:TWICE]
    ]
    if len(twice) > TWICE:
        lines.append(t("另有 {n} 处，两个文件给出同一乡镇同一年度的数据。", n=len(twice) - TWICE))
    return lines


def rejected(results: Sequence[Decided]) -> None:
    """Keeps how many files were turned away."""
    n = sum(d.done for d in results)
    _keep([(True, t("已退回 {n} 个文件，没有入库；改好的可以重新上传。", n=n))] if n else [], results)


def undone(results: Sequence[Decided], counted: int) -> None:
    """Keeps that a file was taken out again, of which ``counted`` figures had counted until then."""
    done = [d for d in results if d.done]
    if counted:
        said = t("已撤销入库：这个文件里计入的 {n} 个数据不再计入，之前的数据已恢复。", n=counted)
    else:
        said = t("已撤销入库：这个文件里没有计入的数据，现在计入的数据不变。")
    _keep([(True, said)] if done else [], results)


def _counted(came: Outcome) -> list[str]:
    said = [t("已入库 {n} 个文件，现在计入 {figures} 个数据。", n=came.files, figures=came.counting)]
    if came.idle:
        said.append(t("{n} 个数据没有计入：空白格不替换已有的数，同一项以后入库的文件为准。", n=came.idle))
    if came.checks:
        said.append(t("{n} 份工作报告只作核对，其中的 {figures} 个数据不计入。", n=came.reports, figures=came.checks))
    if came.words:
        said.append(t("{n} 份工作报告没有数据，只留文字。", n=came.words))
    if came.left_out:
        said.append(t("{n} 个数据有错误或者前后矛盾，没有入库。", n=came.left_out))
    if came.headings:
        said.append(t("{n} 个表头没有认出，其下 {cells} 个单元格没有采用。", n=came.headings, cells=came.cells))
    if came.doubts:
        said.append(
            t(
                "这些文件里还有 {n} 处单元格疑点待说明（只数这些文件；数据质量里数当年全部文件的疑点，同一处只问一次）；说明之前，能入库的数照用。",
                n=came.doubts,
            )
        )
    return said


def _keep(lines: list[tuple[bool, str]], results: Sequence[Decided]) -> None:
    st.session_state.pop(SAID, None)
    st.session_state.pop(BATCH, None)
    told = [(d.done, plain(d.message.in_(language()))) for d in results if d.message]
    # What was not done is always said; of what was, a drop of 25 reports need not say the same 25 times.
    agreed = [line for line in told if line[0]]
    lines = lines + [line for line in told if not line[0]] + agreed[:SAID_OF_DONE]
    if len(agreed) > SAID_OF_DONE:
        lines.append((True, t("另有 {n} 份工作报告同样处理。", n=len(agreed) - SAID_OF_DONE)))
    st.session_state[DECIDED] = lines
    st.session_state[DECISIONS] = decisions() + 1


def decisions() -> int:
    """How many decisions the session has seen."""
    return int(st.session_state.get(DECISIONS, 0))


def show() -> None:
    """What was kept, once; then, until other files come, the ways onward."""
    lines = st.session_state.pop(DECIDED, [])
    for text in (text for done, text in lines if done):
        st.success(text)
    boxed(
        [text for done, text in lines if not done], t("{n} 个文件没有入库，原因如下：", n=sum(not d for d, _ in lines))
    )
    years = st.session_state.get(FINISHED)
    if years:
        with st.container(horizontal=True, key="onward"):
            _onward(years)


def _onward(years: Sequence[int]) -> None:
    newest = sorted(years, reverse=True)[:YEARS]
    counted = [(year, asked(year)) for year in newest]
    for year, left in counted:
        if left.all:
            label = t("去数据质量核实 {year}年的 {n} 个疑点（{kinds}）", year=year, n=left.all, kinds=left.in_words)
            link("quality", label, year=str(year), quality_tab="doubts")
    if not any(left.all for _, left in counted):
        link("quality", t("去数据质量看谁报全了"), year=str(newest[0]))
    link("overview", t("去总览看结果"), year=str(newest[0]))
