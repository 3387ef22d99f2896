"""Writes the pages of ``docs/`` that follow from the catalogue and the rules, so that they are never out of step.

``python tools/docs.py`` writes ``docs/data-dictionary.md`` and ``docs/checks.md``; tests compare them with what they
follow from.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from analytics.catalogue import Catalogue, load_catalogue  # noqa: E402  (a script finds the tree first)

DICTIONARY = ROOT / "docs" / "data-dictionary.md"
KINDS = {"flow": "全年累计 flow", "stock": "年末数 stock", "rate": "比率 rate, 0–100"}
BETTER = {"up": "↑", "down": "↓", "neutral": ""}

OPENING = """# 数据字典 / Data dictionary

<!-- Written by tools/docs.py from analytics/catalogue/*.toml. Change those, then: make docs -->

What is counted. Ids are fixed: files, exports and the command line use them. *Kind*: a flow is counted over the year, a
stock is a level at the year's end, a rate is percent. *Better*: the direction an office hopes for, if any. A headline
measure is the sum of the indicators that name it. Wordings are the headings townships use besides the name.

## Figure

| column | meaning |
|---|---|
| township | 乡镇 as named in the roster |
| year | the year the figure is about, not the year it was sent |
| indicator | id from the tables below |
| value | a number in the indicator's unit; empty unless the state is reported |
| low, high | the bounds the qualifier leaves: equal to the value, except *at least*, whose high end is open |
| qualifier | exact · at_least (8万余份, ≥) · about (约1200, ≈) |
| state | reported 已报 · missing 未报 · not_applicable 不适用. Zero is a reported figure; missing is never zero. In tables and in the data export also waiting 已报待核实: sent in, in doubt, not used before the township answers; its value is empty, and in no sum |
| unit | the indicator's unit |
| file, sheet, cell, raw | where the value stands and what stands there |
| question | in the data export: what the township is asked of a figure that waits; its file, sheet and cell are where it stands |
| origin | return, or narrative: a work report that stands in for a return that has not come |
| part_ids | ids of the figures of merged townships that were added up, with commas; empty for a figure as it was reported |
| since | the latest year up to this one from which the indicator is defined anew (or the township is another after a split); 0: never |
"""


def rows(cells: Iterable[Iterable[str]], *heading: str) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(heading) + " |", "|" + "---|" * len(heading)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells]
    return "\n".join(lines)


def data_dictionary(catalogue: Catalogue) -> str:
    """The text of docs/data-dictionary.md."""
    parts = [OPENING, "## 主要指标 / Headline measures\n"]
    parts.append(
        rows(
            (
                (f"`{h.id}`", h.name_zh, h.name_en, h.unit, " + ".join(f"`{i.id}`" for i in catalogue.parts_of(h.id)))
                for h in catalogue.headlines
            ),
            *("id", "名称", "name", "单位", "sum of"),
        )
    )
    for group in catalogue.groups:
        parts.append(f"\n## {group.name_zh} / {group.name_en}\n")
        parts.append(
            rows(
                (
                    (
                        f"`{i.id}`",
                        i.name_zh,
                        i.name_en,
                        i.unit,
                        KINDS[i.kind],
                        BETTER[i.better],
                        f"`{i.headline}`" if i.headline else "",
                        "、".join(i.wordings),
                    )
                    for i in catalogue.in_group(group.id)
                ),
                *("id", "名称", "name", "单位", "kind", "better", "headline", "wordings"),
            )
        )
    parts.append("\n## 短板主题 / Themes of gaps\n")
    parts.append(
        rows(
            ((f"`{t.id}`", t.name_zh, t.name_en, "、".join(t.wordings)) for t in catalogue.themes),
            *("id", "名称", "name", "wordings"),
        )
    )
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    DICTIONARY.write_text(data_dictionary(load_catalogue()), encoding="utf-8", newline="\n")
    print(DICTIONARY.relative_to(ROOT).as_posix())
    from tools import checks_page

    checks_page.write()
    print(checks_page.PAGE.relative_to(ROOT).as_posix())
