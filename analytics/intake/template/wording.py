"""The form's own texts. It is an official form for townships and stays Chinese whatever language the screens speak."""

from __future__ import annotations

from analytics.catalogue import Catalogue, Indicator
from analytics.intake.words import squeeze

SERIAL, INDICATOR, UNIT, THIS_YEAR, REMARKS, LAST_YEAR, EXPLANATION = (
    "序号",
    "指标",
    "单位",
    "本年数",
    "备注",
    "上年数\n（仅供参考）",
    "说明",
)
"""The headings. 备注 stands over the last two, so that a copy without its identity is not read as two years."""

TITLE = "{county}{township}{year}年度法治建设统计表"
TITLE_END = "{township}{year}年度法治建设统计表"
SENDER, YEAR = "填报单位：{township}", "填报年度：{year}年"
SIGNED = ("填表人：", "审核人：", "填报日期：")
HOW_TO = (
    "填写说明：只填浅黄色的“本年数”和“说明”。没有开展的填 0；不掌握的留空或填“未统计”；本地没有这项工作的填“不适用”。"
    "金额以元计，百分比填 0 到 100 之间的数。只有约数的，“本年数”填最接近的整数，“说明”写“约数”或原话（如“8万余份”）。"
    "把鼠标停在指标名称上可看口径。灰色的上年数仅供参考，不用改。"
)

BLANK_WORDS = ("未统计", "未报", "不适用")
"""The words that may be typed in place of a number."""

_KINDS = {
    "flow": "全年累计数：1月1日至12月31日实际开展或发生的数量，各月、各季相加。",
    "stock": "年末数：12月31日实有的数量，不是全年增加的数量。",
    "rate": "比率：填 0 到 100 之间的数，98.5% 填 98.5。",
}
_ZERO = "没有开展请填 0，不掌握请留空或填“未统计”。"


def definition(catalogue: Catalogue, indicator: Indicator) -> str:
    """What counts under an indicator, for the comment on its name."""
    lines = [indicator.name_zh, _KINDS[indicator.kind], f"计量单位：{indicator.unit}"]
    if indicator.unit == "元":
        lines[-1] += "（不是万元，3.5万元填 35000）"
    others = [w for w in indicator.wordings if squeeze(w) != squeeze(indicator.name_zh)]
    if others:
        lines.append(f"也叫：{'、'.join(others[:5])}")
    if indicator.part_of is not None:
        lines.append(f"是“{catalogue.by_id[indicator.part_of].name_zh}”的其中数，已含在总数里。")
    parts = [i.name_zh for i in catalogue.indicators if i.part_of == indicator.id]
    if parts:
        lines.append(f"总数，含“{'”“'.join(parts)}”。")
    return "\n".join([*lines, _ZERO])


def rule_broken(indicator: Indicator) -> str:
    """What a spreadsheet program says to an entry that is refused; at most 255 characters."""
    if indicator.kind == "rate":
        return "请填 0 到 100 之间的数，不写百分号（98.5% 填 98.5）。不掌握请留空或填“未统计”，不适用填“不适用”。"
    if indicator.unit == "元":
        return "请填大于等于 0 的数，以元计（3.5万元填 35000），不写“约”“余”“万”等字。没有投入填 0；不掌握请留空或填“未统计”。"
    return (
        f"请填大于等于 0 的整数（单位：{indicator.unit}），不写“约”“余”“万”等字。没有开展填 0；不掌握请留空或填“未统计”；"
        "不适用填“不适用”。只有约数的，填最接近的整数，在“说明”栏写“约数”或原话。"
    )


def ordinal(number: int) -> str:
    """一、二、… 十一、 for the group rows."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (digits[ones] if ones else "")
