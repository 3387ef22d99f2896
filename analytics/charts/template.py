"""What all charts share: colours, type, the places of title, subtitle and foot, and how much fits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.text import Language, translate

FONTS = '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif'
TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 16, 12, 11

MOST_ROWS = 60
"""More townships than this are not drawn one under the other: the first and the last ones are, and it is said."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart, light or dark; contrast of every text colour on paper is at least 4.5 : 1."""

    ink: str
    muted: str
    line: str
    paper: str
    panel: str
    this_year: str
    last_year: str
    earlier: str
    attention: str
    serious: str
    good: str
    low_band: str
    middle_band: str
    high_band: str


LIGHT = Palette(
    ink="#1F2933",
    muted="#52606D",
    line="#D9E2EC",
    paper="#FFFFFF",
    panel="#F5F7FA",
    this_year="#0B5CAD",
    last_year="#9FB3C8",
    earlier="#CBD6E2",
    attention="#B45309",
    serious="#B42318",
    good="#2F7D4F",
    low_band="#FBE9D7",
    middle_band="#F5F7FA",
    high_band="#D6E6F5",
)
DARK = Palette(
    ink="#E4E7EB",
    muted="#A5B1BF",
    line="#323F4B",
    paper="#12181F",
    panel="#1B242E",
    this_year="#6CB2EB",
    last_year="#62758A",
    earlier="#44525F",
    attention="#F0B26B",
    serious="#F29186",
    good="#7CCB9A",
    low_band="#4A3218",
    middle_band="#1B242E",
    high_band="#16385A",
)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a chart: the finding, what is drawn, and where it comes from."""

    title: str
    subtitle: str
    foot: str = ""


def foot_text(language: Language, data_version: int | None = None) -> str:
    """The line under a chart: where the figures come from and as of which version of the data."""
    if data_version is None:
        return translate("来源：各乡镇报表", language)
    return translate("来源：各乡镇报表；数据版本 {version}", language, version=data_version)


def width_of(text: str) -> float:
    """How wide a text is, in Chinese characters; a small Latin letter takes half of one, a capital or a digit more."""
    return sum(1.0 if ord(x) > 0x2E80 else 0.5 if x.islower() or x in " .,;:'()" else 0.58 for x in text)


TITLE_LINE = 22
"""Pixels from one line of a title to the next."""
UNBROKEN = re.compile(r"[（(]?[0-9A-Za-z.%]+$")
OPENED = re.compile(r"[（(]$")


def _counts(line: str, k: int) -> bool:
    """Whether a space stands behind a number, which belongs to what it counts: 4 个 is not torn, nor 4 townships."""
    return line[k] == " " and line[max(0, k - 1) : k].isdigit()


def wrapped(text: str, width: float) -> str:
    """``text`` broken with ``<br>`` so that no line is wider than ``width`` Chinese characters.

    Breaks after a Chinese punctuation mark or a space (not one behind a number) where there is one in the last third of
    the line; a Latin comma may stand inside a number, and elsewhere a space follows it.
    """
    lines: list[str] = []
    line = ""
    for letter in text:
        if width_of(line + letter) > width and letter not in "，。；：、）,.;:)":
            cut = max((k for k, mark in enumerate(line) if mark in "，；：、 " and not _counts(line, k)), default=-1)
            if cut > len(line) * 2 // 3:
                lines.append(line[: cut + 1].rstrip())
                line = line[cut + 1 :].lstrip()
            else:
                # A number or a word is not torn, nor is a bracket left behind at the end of a line.
                torn = UNBROKEN.search(line) if UNBROKEN.search(letter) else OPENED.search(line)
                kept = torn.start() if torn and torn.start() > len(line) * 2 // 3 else len(line)
                lines.append(line[:kept])
                line = line[kept:]
        line += letter
    return "<br>".join([*lines, line] if line.strip() else lines)


def title_height(words: Words, width: float) -> int:
    """Pixels that title and subtitle take, as ``figure`` breaks them."""
    title, subtitle = wrapped(words.title, width), wrapped(words.subtitle, width * TITLE_SIZE / TEXT_SIZE)
    return 14 + TITLE_LINE * (title.count("<br>") + 1) + 18 * (subtitle.count("<br>") + 1)


def shortened_name(name: str, width: float = 8) -> str:
    """A name cut to ``width`` Chinese characters, with an ellipsis where something was cut."""
    if width_of(name) <= width:
        return name
    while name and width_of(name) > width - 1:
        name = name[:-1]
    return f"{name}…"


def figure(
    traces: Sequence[Any],
    words: Words,
    *,
    palette: Palette,
    height: int,
    layout: Mapping[str, Any] | None = None,
    annotations: Sequence[Mapping[str, Any]] = (),
    shapes: Sequence[Mapping[str, Any]] = (),
    margin: Mapping[str, int] | None = None,
    width: float = 40,
) -> go.Figure:
    """A figure with the shared frame around ``traces``. ``height`` is of the plot itself, in pixels.

    ``width`` is how many Chinese characters of the title fit on a line.
    """
    title, subtitle = wrapped(words.title, width), wrapped(words.subtitle, width * TITLE_SIZE / TEXT_SIZE)
    top = 14 + TITLE_LINE * (title.count("<br>") + 1) + 18 * (subtitle.count("<br>") + 1)
    bottom = 24 if words.foot else 6
    edges = {"l": 8, "r": 12, "t": top, "b": bottom, **(margin or {})}
    if margin and words.foot:
        edges["b"] = margin.get("b", 0) + bottom
    notes = [dict(note) for note in annotations]
    if words.foot:
        notes.append(
            {
                "text": words.foot,
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "xshift": -edges["l"] + 4,
                "y": 0,
                "yref": "paper",
                "yanchor": "top",
                "yshift": -edges["b"] + 19,
                "showarrow": False,
                "font": {"size": SMALL_SIZE, "color": palette.muted},
            }
        )
    frame: dict[str, Any] = {
        "title": {
            "text": f"<b>{title}</b><br><span style='font-size:{TEXT_SIZE}px;color:{palette.muted}'>{subtitle}</span>",
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "pad": {"l": 4, "t": 22},
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "font": {"size": TITLE_SIZE, "color": palette.ink, "family": FONTS},
        },
        "font": {"family": FONTS, "size": TEXT_SIZE, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "height": height + edges["t"] + edges["b"],
        "margin": edges,
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": palette.panel,
            "bordercolor": palette.line,
            "font": {"family": FONTS, "color": palette.ink, "size": TEXT_SIZE},
            "align": "left",
        },
        "hovermode": "closest",
        "dragmode": False,
        "annotations": notes,
        "shapes": [dict(shape) for shape in shapes],
        # Letters a line of the title holds: a picture of the chart is made as wide as they need.
        "meta": {"letters": width},
    }
    frame.update(layout or {})
    for trace in traces:
        for kind in ("text", "hovertext"):
            said = getattr(trace, kind, None)
            if said is not None:
                setattr(trace, kind, _own_markup_only(said))
    # Streamlit's own template is not applied; an empty one keeps plotly's defaults from adding colours.
    return go.Figure(data=list(traces), layout={"template": None, **_own_markup_only(frame)})


_FOREIGN = re.compile(r"<(?!/?(?:b|br|span)\b)")
"""The start of a tag no chart writes. Plotly would take links and more from a name; a word joiner leaves it a text."""


def _own_markup_only(part: Any) -> Any:
    """``part`` of a figure with every foreign tag in its texts as plain text."""
    if isinstance(part, str):
        return _FOREIGN.sub("<\u2060", part) if "<" in part else part
    if isinstance(part, Mapping):
        return {name: _own_markup_only(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_own_markup_only(value) for value in part]
    return part


def nothing(words: Words, sentence: str, palette: Palette, height: int = 120, width: float = 40) -> go.Figure:
    """A chart of nothing: the frame with one sentence that says why it is empty. ``width``: see ``figure``."""
    note = {
        "text": wrapped(sentence, width * TITLE_SIZE / (TEXT_SIZE + 1)),
        "x": 0.5,
        "y": 0.5,
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "font": {"size": TEXT_SIZE + 1, "color": palette.muted},
    }
    hidden = {"visible": False, "fixedrange": True}
    return figure(
        [],
        words,
        palette=palette,
        height=height,
        annotations=[note],
        layout={"xaxis": hidden, "yaxis": hidden},
        width=width,
    )


def ends(n: int, most: int = MOST_ROWS) -> list[int]:
    """Positions of the rows to draw out of ``n`` sorted ones: all, or the first and last halves of ``most``."""
    if n <= most:
        return list(range(n))
    return [*range(most // 2), *range(n - most // 2, n)]


def ends_note(n: int, language: Language, most: int = MOST_ROWS) -> str:
    """What the subtitle adds when not every township is drawn; nothing otherwise."""
    if n <= most:
        return ""
    return translate("；只画首尾各 {half} 个，共 {n} 个", language, half=most // 2, n=n)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as plain dicts."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def name_margin(names: Sequence[str], size: int = TEXT_SIZE) -> int:
    """Pixels the longest of the axis names takes, with its standoff."""
    return round(max((width_of(name) for name in names), default=0) * size) + 16


def more_of(row: Mapping[str, Any] | None) -> str:
    """The further lines a row brings for its hover (column ``hover``), on lines of their own."""
    said = (row or {}).get("hover")
    return f"<br>{said}" if isinstance(said, str) and said else ""


def came_text(states: pd.Series, language: Language, given: int | None = None) -> str:
    """How many of the townships reported, and of how many what came waits for an answer: 已报 15/25，1 个已报待核实.

    ``states``: the column state, one row a township. ``given``: how many are drawn, where that is fewer.
    """
    n = int(states.eq("reported").sum()) if given is None else given
    waiting = int(states.eq("waiting").sum())
    said = translate("已报 {reported}/{n}", language, reported=n, n=len(states))
    return said + (translate("，{n} 个已报待核实", language, n=waiting) if waiting else "")


def nobody_text(name: str, states: pd.Series, language: Language) -> str:
    """The title of a chart in which there is nothing to draw: that nobody reported, or that what came waits."""
    waiting = int(states.eq("waiting").sum())
    if waiting:
        return translate("{name}：{n} 个乡镇已报待核实，还没有可用的数", language, name=name, n=waiting)
    return translate("{name}：还没有乡镇上报", language, name=name)


def told(row: Mapping[str, Any] | None) -> bool:
    """Whether the figure of a row comes from a report that stands in for a return (column ``told``)."""
    return bool((row or {}).get("told", False))


def unfaded(text: str | None = None) -> dict[str, Any]:
    """For every trace of a chart whose marks can be clicked (``customdata``: township and year): a click on one mark
    does not fade the others, nor their texts of colour ``text``."""
    said = {} if text is None else {"textfont": {"color": text}}
    return {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}, **said}}


PICKABLE = unfaded()
"""For traces of clickable marks without texts."""


def plain_axis(**more: Any) -> dict[str, Any]:
    """An axis without grid, line or zoom."""
    return {"showgrid": False, "zeroline": False, "showline": False, "fixedrange": True, "ticks": "", **more}
