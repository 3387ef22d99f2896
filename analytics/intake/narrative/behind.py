"""What behind a number says what it counted: 推进会5次，对依法治乡工作进行部署; 3个问题进行了专题研究，已全部解决."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.intake.narrative import topics
from analytics.intake.narrative.masking import words

_AIM = re.compile(
    r"，(?:均|全部|都)已?(?:持|取得|具)[^，。；\d]{2,12}|，(?:专题|集中|专门)?(?:研究|部署|安排|推进|落实)[^，。；\d]{2,20}"
)
_MEETINGS = re.compile(
    r"(?:^|召开|举行|举办|主持|先后|全年|今年)(?:了|专题|工作|部署|推进|调度|协调|领导小组|党委|党政|班子|联席|办公|[会议、和及与])*会议?$"
)
"""专题部署会、推进会: meetings whose own names do not say what they were about."""
_ITEMS = re.compile(
    r"，(?![^，。；]*也)(?:对|就|围绕|针对)[^，。；\d]{2,24}(?:研究|部署|安排|调度|推进)[^，。；\d]{0,6}"
)
_SOLVED = re.compile(
    r"(?P<thing>[^，。；\d]{0,14}?[问难]题)(?![^。；]{0,40}(?:尚|[没未]能?|正在|正|力争|争取|有待|亟待|尽快|将|拟|计划|逐步|仍)[^。；]{0,20}(?:解决|整改))"
    r"(?:[^，。；\d]{0,20}|[^，。；\d]{0,20}，[^，。；\d]{0,8})(?:解决(?!方案|办法|措施|思路|意见|建议|路径)|整改(?:到位|完毕|完成))"
)
"""3个问题进行了专题研究，已全部解决: the number stands before its thing, the verb behind both."""
_ABOUT_LAW = re.compile(rf"{topics.LAW}|述法|涉[法诉]")


def behind(masked: str, place: int, end: int, before: str, after: str, stripped: str) -> Iterator[str]:
    """The phrases to try first for a number that ends at ``place`` of a masked sentence, its clause at ``end``.

    ``before`` and ``after`` are the words of its clause on either side, ``stripped`` is ``before`` without fillers.
    """
    solved = _SOLVED.match(masked, place)
    if solved and _ABOUT_LAW.search(before + solved["thing"]):
        yield stripped + "│解决" + words(solved["thing"])
    if before.endswith("等") and re.search("[问难]题", after):
        yield before + "│" + after  # 解决停车、征地等6个涉法问题: the list is of examples
    if after:
        return
    named = stripped.endswith("会议") or before.endswith(("会", "执法人员"))
    aim = _AIM.match(masked, end) if named else None
    if aim is None and _MEETINGS.search(stripped):
        aim = _ITEMS.match(masked, end)
    if aim:
        yield before + "│" + words(aim[0])
