"""What townships and officials said about figures, as numbered notes under a chart or a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from analytics.export.dossier import Explained
from analytics.text import Language, translate

UNDER_A_PICTURE = 12
"""Notes printed under a picture; of more, how many and where they stand."""


def footnotes(
    told: Iterable[Explained], name_of: Callable[[str], str], language: Language = "zh", most: int | None = None
) -> list[str]:
    """One line for what one person said in the same words about a township's figures of a year: the newest year first.

    ``name_of``: an indicator's name. With ``most`` the others are counted in a last line.
    """
    alike: dict[tuple[int, str, str, str], list[str]] = {}
    for one in sorted(told, key=lambda e: (-e.year, e.township)):
        alike.setdefault((one.year, one.township, one.text, one.who), []).append(name_of(one.indicator))
    joiner = ", " if language == "en" else "、"
    lines = [
        translate(
            "注 {number}：{township}{year}年{indicator}：{text}（{who}）",
            language,
            number=number,
            township=township,
            year=year,
            indicator=joiner.join(dict.fromkeys(names)),
            text=text,
            who=who,
        )
        for number, ((year, township, text, who), names) in enumerate(alike.items(), start=1)
    ]
    if most is None or len(lines) <= most:
        return lines
    more = translate("另有 {n} 条说明，见对比工作簿和数据文件。", language, n=len(lines) - most)
    return [*lines[:most], more]
