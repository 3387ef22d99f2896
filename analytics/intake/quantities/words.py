"""The words around a number: blanks, zeros, measure words, qualifiers and harmless company."""

from __future__ import annotations

import re


def _words(text: str) -> list[str]:
    return text.split()


MISSING_WORDS = frozenset(
    _words("""
    / \\ // — —— ——— – - -- --- − ― ─ … …… ... 空 空白 缺 缺失 暂缺 不详 未知 不清楚 待定 待补 待补充 待补报 待统计
    待核 待核实 待上报 待填 待报 统计中 未统计 未报 未上报 未报送 未填 未填报 未填写 未提供
    暂未统计 尚未统计 暂未上报 尚未上报 没有统计 没统计 无统计 暂无数据 无数据 没有数据 暂无统计 暂无统计数据 无统计数据
    无相关数据 数据缺失 缺数据 缺报 漏报
    """)
)
NOT_APPLICABLE_WORDS = frozenset(
    _words("""
    不适用 不涉及 本镇不涉及 本乡不涉及 本街道不涉及 不涉及此项 不涉及该项 不涉及此项工作 不涉及该项工作
    """)
)

_THING = "(?:工作|活动|情况|业务|案件|案例|事项|事件|会议|培训)?"
_THIS = "(?:此项|该项|此类|该类|这项|相关|有关|任何)?"
_DONE = "(?:开展|组织|举办|举行|召开|进行|发生|实施|发放|安排|制定|出台|受理|收到)过?"
ZERO = re.compile(
    rf"(?:全年|本年度?|本年内?|今年|年度内?|年内|本镇|本乡|本街道|(?P<year>20\d\d)年度?)?"
    rf"(?:未有|零报告|均无|此项无|无发生|无开展|(?:无|没有){_THIS}{_THING}|"
    rf"(?:暂|尚|还|均|从)?(?:未曾|未|没有|没){_DONE}{_THIS}{_THING})"
)
"""A row nothing happened in: zero, which is a reported figure."""

ZERO_OR_MISSING = frozenset(_words("暂无 尚无 目前无 目前没有 暂时没有"))

_MEASURES = _words("""
    场次 人次 件次 批次 户次 车次 班次 条次 册次 个次 份次 篇次 课次 期次 家次 例次 项次 课时 学时 小时
    份 场 次 人 名 个 册 本 张 条 件 起 宗 例 篇 期 批 届 户 家 所 处 块 面 幅 套 部 辆 台 则 项 节 堂 位 支 队 班 天
    元 平方米 公里 字 盘 枚 把 只 回 站 组 间 座 栋 幢 卷 页 种 类 轮 趟 课 遍 副 集 顶 袋 盒 箱 米 分钟 分
""")
MEASURE = "(?:" + "|".join(sorted(_MEASURES, key=len, reverse=True)) + ")"
_NOUNS = _words("""
    行政村 自然村 村居 村社区 村民小组 村 社区 学校 单位 企业 项目 小时 课时 阵地 站点 点位 部门 站所 群众 人员
    案件 活动 资料 宣传资料 普法资料 会议 讲座 问题 信息 短视频 视频 宣传册 手册 传单 标语 横幅 工作日
""")
_NOUN = "(?:" + "|".join(sorted(_NOUNS, key=len, reverse=True)) + ")"
_THINGS = rf"(?:{_NOUN}(?:\({_NOUN}\)|/{_NOUN})?)"
ALSO = "(?:场次|人次|[次份册张本件起场个处条篇])"
"""What may follow a slash as the same thing said twice (份/册); 份/人 and 元/份 are rates."""
UNIT = rf"(?:个百分点|百分点|[%‰]|{MEASURE}(?:\({MEASURE}\)|(?<!元)/{ALSO})?{_THINGS}?|\({MEASURE}\)|{_NOUN})"
NOT_AVAILABLE = frozenset(_words("n/a na N/A NA"))
"""Not available or not applicable: who knows."""
BARE_UNIT = re.compile(rf"[_\s]*(?:{MEASURE}(?:\({MEASURE}\))?|%)|_+")
"""A measure word with nothing before it: a blank left unfilled."""

PLAIN, AT_LEAST, ABOUT, NEAR, BELOW = "", "at_least", "about", "near", "below"

OPENINGS: dict[str, str] = {
    **dict.fromkeys(_words("约 大约 约为 大约为 大概 大约有 约有 约计 大致 估计 估算 差不多 ≈ ~ ≒"), ABOUT),
    **dict.fromkeys(_words("近 将近 接近 临近 几近"), NEAR),
    **dict.fromkeys(
        _words("""
        超过 超 逾 突破 已突破 已超 已超过 不少于 至少 不低于 不下 不下于 起码 最少 大于 多于 高于 大于等于 >= ≥ > ⩾ ≧
        """),
        AT_LEAST,
    ),
    **dict.fromkeys(
        _words("""
        不足 少于 不到 低于 小于 不超过 未超过 不多于 不高于 至多 最多 未满 不满 未达 未达到 小于等于 < <= ≤ ≦
        """),
        BELOW,
    ),
    **dict.fromkeys(
        _words("""
        共 共计 合计 累计 总计 总共 一共 总数 总量 小计 计 共有 全年 全年共 全年度 年度 本年 本年度 今年
        全镇 全乡 全街道 本镇 本乡 已 达 达到 已达 已达到 高达 多达 为 是 有
        开展 已开展 组织 举办 召开 完成 已完成 实现 人民币 ¥ ￥
        """),
        PLAIN,
    ),
}
OPENING = re.compile("|".join(re.escape(w) for w in sorted(OPENINGS, key=len, reverse=True)))
LEAD_OPENING = re.compile("(上|过|破)(?=[百千万亿十佰仟])")
"""上千, 过百, 破万: qualifiers only before a bare large unit."""

CLOSINGS: dict[str, str] = {
    **dict.fromkeys(_words("左右 上下 光景"), ABOUT),
    **dict.fromkeys(_words("余 多 有余 以上 及以上 之上 +"), AT_LEAST),
    **dict.fromkeys(_words("以下 以内 之内 及以下"), BELOW),
    **dict.fromkeys(
        _words("整 正 之多 /年 /全年 /年度 (年) (全年) (全年合计) (全年共计) (合计) (共计) (累计) (年度)"), PLAIN
    ),
}
CLOSING = "|".join(re.escape(w) for w in sorted(CLOSINGS, key=len, reverse=True))
CLOSING_ONE = re.compile(CLOSING)

MIDDLES = {"余": AT_LEAST, "多": AT_LEAST, "有余": AT_LEAST, "来": ABOUT, "把": ABOUT}
