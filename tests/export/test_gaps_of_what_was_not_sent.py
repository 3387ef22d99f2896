"""A gap that rests on figures nobody sent says so in the brief, and is not counted as shown by the data."""

from __future__ import annotations

from dossiers import dossier
from small_county import finding

from analytics.export.prose.shortfalls import themes
from analytics.model import Evidence


def evidence(township: str, *values: float | None) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(township, 2025, indicator, value, "exact", None, None, None)
        for indicator, value in zip(("short_videos", "mock_courts"), values, strict=True)
    )


def test_townships_that_sent_no_figures_are_named_apart_from_those_that_reported_none() -> None:
    gaps = [
        finding("gap", "甲镇", evidence=evidence("甲镇", 0.0, 0.0)),
        finding("gap", "乙乡", evidence=evidence("乙乡", None, None)),
        finding("gap", "丙镇", evidence=evidence("丙镇", None, 0.0)),
        finding("gap", "丁镇", evidence=evidence("丁镇", None, None), said=True),
        finding("gap", "戊街道", evidence=evidence("戊街道", None, None), strength=2),
    ]
    (theme,) = themes(dossier(gaps=gaps))
    assert "其中乙乡是有关项目都未报，未报不等于没有，应先请其补报或说明。" in theme.opening
    (sure,) = themes(dossier(gaps=gaps[:1]))
    assert "未报" not in sure.opening
