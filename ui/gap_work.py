"""What is done about a gap: whose it is, by when, how far; said on screen, with every change kept and shown."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from datetime import date
from zlib import crc32

import streamlit as st

from analytics.model import Finding
from analytics.store import GapCase, GapChange, GapEdit, GapKey, StoreError
from ui import cached
from ui.formats import moment, theme_name
from ui.notes import note
from ui.plain import plain
from ui.who import remember, who
from ui.words import language, t

SEEN, ROUND, SAID, BEGUN = "_gap_seen", "_gap_round", "_gap_said", "_gap_begun"
"""What stood about the gaps of the open form when it was opened; how often forms were cleared; what was saved; a note
that was begun in a form that is opened anew."""
HISTORY = 6
"""Lines of a history shown before the rest is folded away."""


def key_of(finding: Finding) -> GapKey:
    """What a gap is known by in the store."""
    return GapKey(finding.theme or "", finding.township)


def case_of(finding: Finding, year: int) -> GapCase:
    """What stands about a gap in a year; for many gaps read ``cached.gap_cases`` once and use ``case_in``."""
    return case_in(cached.gap_cases(year), finding)


def case_in(cases: Mapping[GapKey, GapCase], finding: Finding) -> GapCase:
    """What stands about a gap among the cases of a year."""
    return cases.get(key_of(finding), GapCase())


def handling_words() -> dict[str, str]:
    """What the states of the work on a gap are called."""
    return {"": t("未处理"), "working": t("整改中"), "done": t("已整改"), "dismissed": t("不作短板")}


def due_text(case: GapCase) -> str:
    """The due date, and that it is over where the work is not done."""
    if case.due is None:
        return ""
    over = case.due < date.today() and case.handling not in ("done", "dismissed")  # noqa: DTZ011 the office's own day
    return t("{due}（逾期）", due=case.due.isoformat()) if over else case.due.isoformat()


def line(finding: Finding) -> None:
    """Owner, due date and state of the work in one line; nothing where nothing was said."""
    case = case_of(finding, finding.year)
    parts = []
    if case.owner:
        parts.append(t("责任人：{owner}", owner=case.owner))
    if case.due:
        parts.append(t("期限：{due}", due=due_text(case)))
    if case.handling:
        parts.append(t("处理：{word}", word=handling_words()[case.handling]))
    if case.reason:
        parts.append(t("理由：{reason}", reason=case.reason))
    if parts:
        note("　".join(parts))


def form(finding: Finding, year: int, key: str) -> None:
    """The form for one gap with its notes and history."""
    case = case_of(finding, year)
    seen = _seen((key_of(finding),), year, f"{key}_work")
    opened = _name([key_of(finding)], year, key)
    stood = seen[key_of(finding)]
    _conflict(opened, case, stood)
    words = handling_words()
    with st.form(f"{opened}_form", border=False):
        one, two, three = st.columns(3)
        owner = one.text_input(t("责任人"), stood.owner, key=f"{opened}_owner", max_chars=40)
        due = two.date_input(t("期限"), stood.due, key=f"{opened}_due", format="YYYY-MM-DD")
        handling = three.selectbox(
            t("处理"),
            list(words),
            index=list(words).index(stood.handling),
            format_func=words.__getitem__,
            key=f"{opened}_handling",
            placeholder=t("请选择"),
        )
        reason = st.text_input(
            t("理由（标为已整改、不作短板时必填）"), stood.reason, key=f"{opened}_reason", max_chars=300
        )
        begun = str(st.session_state.pop(BEGUN, ""))
        text = st.text_area(t("添加备注"), begun, key=f"{opened}_note", height=68, max_chars=1000)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.text_input(
                t("操作人"), who(), key=f"{opened}_name", max_chars=40, placeholder=t("请填写姓名"), width=200
            )
            kept = st.form_submit_button(t("保存"), type="primary", key=f"{opened}_keep")
    if kept:
        typed = {"owner": owner.strip(), "due": due.isoformat() if due else ""}
        edits = [
            GapEdit(key_of(finding), field, new, stood.value(field))  # type: ignore[arg-type]
            for field, new in typed.items()
            if new != stood.value(field)
        ]
        if (handling, reason.strip()) != (stood.handling, stood.reason):
            edits.append(GapEdit(key_of(finding), "handling", handling, stood.handling, reason.strip()))
        edits.append(GapEdit(key_of(finding), "note", text))
        _save(year, edits, name.strip())
    _told(case)


def bulk(findings: Sequence[Finding], year: int, key: str) -> None:
    """One form for several gaps: what is left empty stays as it is for each of them."""
    keys = [key_of(f) for f in findings]
    opened = _name(keys, year, key)
    seen = _seen(tuple(keys), year, f"{key}_work")
    heading = t("给选中的 {n} 条短板一起指定", n=len(keys))
    st.markdown(f"**{heading}**")
    note("；".join(f"{k.township}　{theme_name(k.theme)}" for k in keys[:5]) + ("……" if len(keys) > 5 else ""))
    with st.form(f"{opened}_form", border=False):
        one, two = st.columns(2)
        owner = one.text_input(t("责任人"), key=f"{opened}_owner", max_chars=40, placeholder=t("不填则不变"))
        due = two.date_input(t("期限"), None, key=f"{opened}_due", format="YYYY-MM-DD")
        text = st.text_area(t("添加备注"), key=f"{opened}_note", height=68, max_chars=1000)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.text_input(
                t("操作人"), who(), key=f"{opened}_name", max_chars=40, placeholder=t("请填写姓名"), width=200
            )
            kept = st.form_submit_button(t("指定给 {n} 条", n=len(keys)), type="primary", key=f"{opened}_keep")
    if kept:
        edits: list[GapEdit] = []
        for gap in keys:
            if owner.strip():
                edits.append(GapEdit(gap, "owner", owner.strip(), seen[gap].owner))
            if due:
                edits.append(GapEdit(gap, "due", due.isoformat(), seen[gap].value("due")))
            edits.append(GapEdit(gap, "note", text))
        _save(year, edits, name.strip())


def show_said() -> None:
    """What came of the last save."""
    said = st.session_state.pop(SAID, "")
    if said:
        st.success(said)


def _name(keys: Sequence[GapKey], year: int, key: str) -> str:
    """The name of a form's widgets: another gap or a cleared form is another form."""
    number = st.session_state.get(ROUND, 0)
    return f"{key}_{crc32(repr((list(keys), year, number)).encode()):08x}"


def _seen(keys: tuple[GapKey, ...], year: int, of: str) -> dict[GapKey, GapCase]:
    """What stood about the gaps when the form was opened: kept while the form stays, so that what somebody else saves
    meanwhile is noticed."""
    held = st.session_state.setdefault(SEEN, {})
    opened = _name(keys, year, of.removesuffix("_work"))
    now = {k: cached.gap_cases(year).get(k, GapCase()) for k in keys}
    # Streamlit forgets widgets that were not on screen; the form then opens with what stands.
    if held.get(of, ("",))[0] != opened or f"{opened}_owner" not in st.session_state:
        held[of] = (opened, now)
    found: dict[GapKey, GapCase] = held[of][1]
    return found


def _conflict(opened: str, now: GapCase, seen: GapCase) -> None:
    """Says that somebody else has changed the gap since the form was opened, and lets it be opened anew."""
    if all(now.value(f) == seen.value(f) for f in ("owner", "due", "handling")) and now.reason == seen.reason:
        return
    last = next(c for c in now.history if c.field != "note")
    st.warning(
        plain(
            t(
                "{who}在 {at} 改过这条短板：责任人“{owner}”，期限“{due}”，处理“{handling}”。没有改的栏不受影响；要看新值，请重新打开。",
                who=last.who,
                at=moment(last.at),
                owner=now.owner or "—",
                due=now.value("due") or "—",
                handling=handling_words()[now.handling],
            )
        )
    )
    st.button(t("重新打开"), key=f"{opened}_reopen", on_click=_reopen, args=(opened,))


def _reopen(opened: str) -> None:
    """Shows what stands; a note that was begun goes along."""
    st.session_state[BEGUN] = st.session_state.get(f"{opened}_note", "")
    _clear()


def _clear() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state.pop(SEEN, None)


def _save(year: int, edits: Sequence[GapEdit], name: str) -> None:
    if not name:
        st.warning(t("请填写姓名。"))
        return
    try:
        made = cached.store().change_gaps(year, edits, name)
    except StoreError as fault:
        st.warning(plain(fault.text.in_(language())))
        return
    if not made:
        st.info(t("没有改动。"))
        return
    remember(name)
    st.session_state[SAID] = t("已保存 {n} 处改动。", n=made)
    _clear()
    st.rerun()


def _told(case: GapCase) -> None:
    """The notes, then every change, newest first."""
    for said in case.notes[:HISTORY]:
        st.html(f'<div class="said">{html.escape(said.new)}<div class="note">{_by(said)}</div></div>')
    changes = [c for c in case.history if c.field != "note"]
    if changes or len(case.notes) > HISTORY:
        place = st.expander(t("历史（{n}）", n=len(case.history)))
        with place:
            for change in case.history:
                note(f"{moment(change.at)}　{change.who}　{change_text(change)}")


def _by(change: GapChange) -> str:
    return html.escape(f"{change.who}　{moment(change.at)}　{t('{year}年', year=change.year)}")


def change_text(change: GapChange | Mapping[str, object]) -> str:
    """One change in words: field, old → new, why."""
    said = change if isinstance(change, Mapping) else {n: getattr(change, n) for n in ("field", "old", "new", "reason")}
    field, old, new = (str(said.get(name) or "") for name in ("field", "old", "new"))
    if field == "note":
        return t("备注：{text}", text=new)
    if field == "handling":
        words = handling_words()
        old, new = words.get(old, old), words.get(new, new)
    label = {"owner": t("责任人"), "due": t("期限"), "handling": t("处理")}.get(field, field)
    text = f"{label}：{old or '—'} → {new or '—'}"
    return f"{text}（{said.get('reason')}）" if said.get("reason") else text
