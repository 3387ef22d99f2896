"""A report in prose that repeats the township's own of last year, or another township's.

Boilerplate does not count: titles of laws and short slogans are passed over, and what stands in many townships' reports
is common property (``analytics.checks.copying``). Numbers may differ in what counts as repeated; those that are the same
in both reports are named, for a text with its old figures is worse than an old text with new ones.
"""

from __future__ import annotations

from dataclasses import replace

from analytics.checks.copying import Copied, from_last_year, from_others, library
from analytics.checks.county import County
from analytics.checks.prose import places_of
from analytics.checks.questions.asking import question
from analytics.checks.repeated import Place
from analytics.checks.rule import GradeName, Rule, Settings, Threshold
from analytics.checks.words import names_of
from analytics.model import Evidence, Finding, Report, State
from analytics.text import Text, say

ID = "copied_text"
OWN = Threshold(
    "own_share",
    0.5,
    "年年写同一件事，提纲和开头沿用上年是常事；超过一半与上年一字不差，说明本年的工作没有重新写",
    "本项目约定；包含度的算法见 Broder（1997）",
)
OTHER = Threshold(
    "other_share",
    0.3,
    "各写各的报告，去掉通用表述后相同的文字一般不到百分之十；三成以上相同，不像是巧合",
    "本项目三十份自拟报告两两相比，两百字以上的报告相同的文字最多占百分之七",
)
PASSAGE = Threshold("passage", 20, "二十字以上一字不差才算一处，短语和固定搭配不计", "本项目约定，约为一个分句")
CHARACTERS = Threshold("characters", 150, "相同的文字太少时，比例再高也说明不了什么", "本项目约定，约为三四句话")
COMMON = Threshold(
    "common",
    0.3,
    "超过三成乡镇的报告里都有的文字（统一的提纲、口号、活动名称）是通用表述，不计入；至少要有四个乡镇",
    "本项目约定",
)
MEDIUM = Threshold("medium_share", 0.6, "六成以上相同，应优先核实", "本项目约定")
HIGH = Threshold("high_share", 0.8, "八成以上相同，基本是整篇套用", "本项目约定")
MOST = 12
"""Passages named as evidence, the longest ones; the sentence tells how many there are."""


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks a township about its report where too much of it is last year's, or another township's.

    Of two reports of one year that share their text both townships are asked: which came first is not known.
    """
    return [_asked(county, copied, settings) for copied in copies(county, year, settings)]


def copies(county: County, year: int, settings: Settings) -> list[Copied]:
    """What ``check`` asks about, with all passages."""
    held = library(county, year, settings["common"])
    passage, own, other = int(settings["passage"]), settings["own_share"], settings["other_share"]
    found = [
        *((own, copied) for copied in from_last_year(held, passage, own)),
        *((other, copied) for copied in from_others(held, passage, other)),
    ]
    return [c for share, c in found if c.share >= share and c.characters >= settings["characters"]]


def _asked(county: County, copied: Copied, settings: Settings) -> Finding:
    same = repeated_figures(copied)
    values = {
        "township": copied.report.township,
        "year": copied.report.year,
        "share": round(copied.share * 100),
        "count": len(copied.passages),
        "characters": f"{copied.characters:,}",
        "other": copied.other.township,
        "before": copied.other.year,
    }
    sentence = (
        say(
            "{township}{year}年工作报告约 {share}% 的文字（{count} 处，共 {characters} 字）与本乡镇{before}年的报告相同。",
            **values,
        )
        if copied.own
        else say(
            "{township}{year}年工作报告约 {share}% 的文字（{count} 处，共 {characters} 字）与{other}{before}年的报告相同。",
            **values,
        )
    )
    if same:
        sentence = say(
            "{sentence}其中 {n} 项数据也相同：{names}。",
            sentence=sentence,
            n=len(same),
            names=names_of(county.catalogue, same),
        )
    # The screen and the letter show the sentence alone, so it asks by itself.
    sentence = say("{sentence}请核实是否照抄。", sentence=sentence)
    found = question(
        county,
        copied.report.year,
        ID,
        county.townships.index(copied.report.township),
        same,
        [],
        sentence,
        _suggestion(copied),
        severity=_severity(copied, settings, same_figures=bool(same)),
        strength=len(copied.passages),
        n=2,
    )
    reports = (copied.report.upload_id, copied.other.upload_id)
    return replace(found, evidence=tuple(_evidence(copied)), reports=reports)


def _suggestion(copied: Copied) -> Text:
    if copied.own:
        return say("请核实是否沿用了上年的文字，并按本年实际情况改写；数据请对照台账核实。")
    return say("请两个乡镇各自核实报告是否照抄，并按本乡镇实际情况改写；数据请对照台账核实。")


def repeated_figures(copied: Copied) -> list[str]:
    """The indicators whose figures stand in repeated passages and are the same in both reports."""
    theirs = {(f.indicator, f.value, f.qualifier) for f in copied.other.figures if f.state is State.REPORTED}
    places = [passage.own for passage in copied.passages]
    found = [
        f.indicator
        for f in copied.report.figures
        if f.state is State.REPORTED
        and (f.indicator, f.value, f.qualifier) in theirs
        and any(_within(Place(*at), place) for at in places_of(f.source.cell) for place in places)
    ]
    return list(dict.fromkeys(found))


def _within(at: Place, place: Place) -> bool:
    # A number may be the last that a passage has, its unit standing behind it.
    return at.paragraph == place.paragraph and place.start <= at.start < place.end


def _evidence(copied: Copied) -> list[Evidence]:
    """Every passage as it stands in the one report and, behind it, as it stands in the other."""
    longest = sorted(copied.passages, key=lambda p: -p.characters)[:MOST]
    kept = [passage for passage in copied.passages if passage in longest]
    return [
        _quoted(report, place)
        for passage in kept
        for report, place in ((copied.report, passage.own), (copied.other, passage.other))
    ]


def _quoted(report: Report, place: Place) -> Evidence:
    words = report.paragraphs[place.paragraph - 1][place.start : place.end]
    return Evidence(report.township, report.year, "", None, "exact", report.file, None, place.cell, words)


def _severity(copied: Copied, settings: Settings, *, same_figures: bool) -> GradeName:
    # A township's own text of last year with new figures in it tells of the year all the same.
    if copied.own and not same_figures:
        return "low"
    if copied.share >= settings["high_share"]:
        return "high"
    return "medium" if copied.share >= settings["medium_share"] else "low"


RULE = Rule(
    ID,
    "question",
    say("工作报告文字雷同"),
    check,
    (OWN, OTHER, PASSAGE, CHARACTERS, COMMON, MEDIUM, HIGH),
    condition=say("去掉通用表述后，工作报告的文字有一半以上与本乡镇上年相同，或有三成以上与另一乡镇相同。"),
    of_reports=True,
)
