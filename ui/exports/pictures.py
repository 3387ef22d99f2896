"""Pictures of the charts, many in one zip, on the screen 导出."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from analytics.export import pictures, tidy_csv
from ui import cached
from ui.chart_files import PNG, SVG, on_paper, picture
from ui.drawings import DRAWINGS, Drawing, drawing_name, of_township
from ui.exports.kind import ZIP, Export, Progress
from ui.exports.scope import county, file_name, scope_said, stamp
from ui.filters import Filters
from ui.footnotes import of_chart
from ui.registry import SCREENS
from ui.words import language, listed, t

PROFILES = "profile"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which charts (keys; ``profile``: one for each township) and which kinds of files."""

    keys: tuple[str, ...]
    png: bool
    svg: bool


def _name() -> str:
    return t("图片（ZIP）")


def _holds() -> str:
    return t(
        "- 各屏幕的图，每张一个文件：PNG（两倍清晰度）可贴进任何文稿，SVG 放大不糊\n"
        "- 图上写明结论、指标、单位、来源、数据版本、所选乡镇和日期；对数据的说明写成脚注\n"
        "- 附目录：文件名与图的结论"
    )


def _labels(filters: Filters) -> dict[str, str]:
    screens = {screen.path: t(screen.title) for screen in SCREENS}
    labels = {d.key: f"{screens[d.screen]} · {drawing_name(d, filters)}" for d in DRAWINGS}
    return {**labels, PROFILES: t("{screen} · 每个乡镇一张（{n} 张）", screen=screens[PROFILES], n=_n(filters))}


def _n(filters: Filters) -> int:
    return len(filters.shown_townships)


def _choose(filters: Filters) -> Chosen | None:
    try:
        pictures.chinese_family()
    except pictures.NoChineseFontError as fault:
        st.warning(fault.text.in_(language()))
        return None
    labels = _labels(filters)
    keys = st.multiselect(
        t("哪些图"),
        list(labels),
        format_func=labels.__getitem__,
        key="pictures_keys",
        placeholder=t("各屏幕的全部 {n} 张", n=len(DRAWINGS)),
        select_all=False,
    )
    kinds = st.multiselect(
        t("文件"), [PNG, SVG], default=[PNG], format_func={PNG: "PNG", SVG: "SVG"}.__getitem__, key="pictures_kinds"
    )
    if not kinds:
        st.write(t("请至少选一种文件。"))
        return None
    return Chosen(tuple(keys) or tuple(d.key for d in DRAWINGS), PNG in kinds, SVG in kinds)


def drawings_of(filters: Filters, chosen: Chosen) -> list[Drawing]:
    """The charts that were chosen, in the order of the screens, each township's own last."""
    found = [d for d in DRAWINGS if d.key in chosen.keys]
    if PROFILES in chosen.keys:
        found += [of_township(name) for name in filters.shown_townships]
    return found


def notes_of(drawing: Drawing, filters: Filters) -> list[str]:
    """What explains the figures of a chart."""
    return of_chart(drawing.key, filters, drawing.name if drawing.screen == PROFILES else None)


def _preview(filters: Filters, chosen: Chosen) -> None:
    found = drawings_of(filters, chosen)
    st.caption(t("共 {n} 张，这是第一张：{name}", n=len(found), name=drawing_name(found[0], filters)))
    first = found[0]
    of = (*filters.key, language(), first.key, first.name, stamp(filters))
    made = cached.made(
        "picture_preview", of, lambda: picture(partial(first.build, filters), filters, PNG, notes_of(first, filters))
    )
    st.image(made, width="stretch")


def _file(filters: Filters, chosen: Chosen) -> tuple[str, str]:  # noqa: ARG001
    return file_name(t("{county}图_{year}", county=county(), year=filters.year), "zip"), ZIP


def make(filters: Filters, chosen: Chosen, progress: Progress) -> bytes:
    """The zip; every chart is drawn once for each kind of file."""
    found = drawings_of(filters, chosen)
    foot = stamp(filters)
    rows: list[tuple[str, str]] = []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, drawing in enumerate(found, start=1):
            name = drawing_name(drawing, filters)
            progress((number - 1) / len(found), t("正在画第 {k}/{n} 张：{name}", k=number, n=len(found), name=name))
            figure, notes = on_paper(partial(drawing.build, filters)), notes_of(drawing, filters)
            stem = f"{number:02d}_{name}"
            for wanted, ending, draw in ((chosen.png, "png", pictures.png), (chosen.svg, "svg", pictures.svg)):
                if wanted:
                    file = file_name(stem, ending)
                    packing = zipfile.ZIP_STORED if ending == "png" else zipfile.ZIP_DEFLATED
                    archive.writestr(file, draw(figure, stamp=foot, notes=notes), packing)
                    rows.append((file, pictures.title_of(figure)))
        archive.writestr(file_name(t("目录"), "csv"), _contents(rows))
    progress(1.0, t("完成"))
    return out.getvalue()


def _contents(rows: Sequence[tuple[str, str]]) -> bytes:
    return tidy_csv(pd.DataFrame(rows, columns=[t("文件"), t("结论")]))


def _said(filters: Filters, chosen: Chosen) -> Mapping[str, str]:
    labels = _labels(filters)
    names = t("各屏幕的全部 {n} 张", n=len(DRAWINGS))
    if set(chosen.keys) != {d.key for d in DRAWINGS}:
        names = listed([labels[k] for k in chosen.keys])
    return {**scope_said(filters), t("图"): names}


PICTURES = Export("pictures", _name, _holds, _choose, _preview, _file, make, _said, slow=True)
