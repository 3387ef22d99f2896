"""The words forms are made of, and how a text is brought to the shape in which words are compared."""

from __future__ import annotations

import re
from functools import lru_cache

_FOLD: dict[int, int | None] = dict.fromkeys(())
_FOLD.update({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
_FOLD.update({0x3000: 0x20, 0x00A0: 0x20})
# Invisible characters that office programs leave behind; they carry no meaning in a form.
_FOLD.update(dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD)))

_SPACE = re.compile(r"\s+")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ORDINAL = re.compile(
    rf"^(?:[{_CIRCLED}][、.]?|[((][一二三四五六七八九十\d]{{1,3}}[))][、.]?|第[一二三四五六七八九十]+[部类][分]?[、:]?"
    r"|[一二三四五六七八九十]{1,3}[、.:]|\d{1,2}(?:\.\d{1,2}){0,2}[、.)](?!\d)|\d{1,2}(?=[一-鿿]{3})|[A-Za-z][、.](?=[一-鿿])"
    r"|[-—·•●■◆★*※#]+)"
)


_FOOTNOTE = re.compile(rf"(?<=[一-鿿)])[{_CIRCLED}]+$")
"""法治讲座①: a mark that leads to a footnote."""


def fold(text: str) -> str:
    """Full-width ASCII and the ideographic space as plain ASCII. Not NFKC: ① stays a bullet."""
    return text.translate(_FOLD)


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """``text`` folded and without any white space: 合  计 → 合计, headings broken over lines → one word."""
    return _SPACE.sub("", fold(text))


@lru_cache(maxsize=65536)
def without_ordinal(text: str) -> str:
    """A squeezed text without the numbering in front of it: 1. 一、 (二) ①."""
    text = _FOOTNOTE.sub("", text)
    previous = ""
    while previous != text:
        previous = text
        text = _ORDINAL.sub("", text)
    return text


# What a column or a row label says about itself rather than about an indicator.
STRUCTURE: dict[str, str] = {
    word: role
    for role, words in {
        "serial": "序号 编号 序 号 代码 行次 行号 编码 No No. NO NO. 项次 指标代码 指标编号",
        "township": "乡镇 乡镇名称 镇街 镇街名称 乡镇街道 乡镇(街道) 乡(镇) 镇(乡) 镇(街) 乡镇、街道 镇、街道 镇(街道) 街镇 街道 镇乡街道"
        " 填报单位 单位名称 报送单位 上报单位 乡镇/街道 镇/街道 镇名 地区 所属乡镇 所在乡镇 乡镇(街道)名称 填报乡镇 镇村 区域 辖区"
        " 镇街道 乡镇别 责任单位",
        "indicator": "指标 指标名称 项目 项目名称 内容 统计项目 统计指标 统计内容 工作内容 工作项目 指标内容 事项 填报项目 填报内容 主要指标"
        " 具体指标 二级指标 三级指标 指标项 数据项 名称 填报指标 工作指标 任务名称 项目内容 统计事项 问题 题目 考核指标名称",
        "group": "类别 分类 一级指标 大类 类型 板块 工作类别 指标类别 所属类别 指标分类 模块",
        "unit": "计算单位 单位 计量单位 数量单位 量词 计数单位",
        "year": "填报年份 统计年份 所属年份 报告年份 数据年度 数据年份 年度 年份 年 统计年度 所属年度 填报年度 报告年度",
        "period": "季度 月份 时期 期间 统计时段 时段",
        "value": "本乡 本镇 本街道 本单位 本乡数 本镇数 本街道数 本单位数 我乡 我镇 我街道 情况 数目 实际情况 实际 实有 实有数 回答 答案 填写内容 数量 数值 数量及单位 数量(单位) 数量单位 完成数 完成情况 实际完成 实际完成数 填报数 数据 结果 实际数 实绩 完成量 次数(数量) 总数 总量 本期数 填报数据"
        " 全年 全年总数 全年总计 全年实际 年度总数 年末数 年末 期末数 期末 年底数 年末实有 年末实有数 年末总数 统计数 数额 完成值 实际值 数字 填报值 指标数值 实际完成情况 完成数量 数(量) 上报数 全年数 全年完成 全年累计 本年累计 年度累计 完成"
        " 累计 累计数 累计完成 值 报送数 工作量",
        "remark": "备注 说明 备 注 指标解释 指标说明 填报说明 数据来源 来源 佐证材料 佐证 填报人 责任人 联系人 联系电话 电话 填表人 审核人"
        " 填报要求 口径 统计口径 指标含义 含义 解释 完成时间 填报时间 填报日期 上报日期 分管领导 负责人 签字 附件 情况说明 未完成原因 原因"
        " 文件依据 依据 填表说明 其他说明 简要说明 备注说明 定义 指标定义",
        "plan": "预计 预计数 预计完成 预计完成数 年初数 年初 期初数 期初 上年末数 上年末 本月 本月数 本月完成 本月完成数 本季 本季度 本季数 本季度数 上月 上月数 上季度 上月累计 计划 计划数 目标 目标值 任务数 目标任务 年初计划 年度计划 年度目标 计划值 任务 考核目标 目标数 年度任务 应完成数 考核分值 分值"
        " 全年目标 全年计划 计划完成 下年计划 明年计划 年初目标 目标任务数 任务目标 考核指标",
        "derived": "全县平均 全县平均数 全县平均值 全县均值 县平均 平均值 增减 增减数 增减量 增减额 增长 增长率 增长数 增幅 同比 同比增长 同比增减 环比 增减率 增减幅度 增长幅度 占比 比重 排名 名次"
        " 得分 总分 分数 平均 平均数 均值 人均 完成率 变化 变动 变化率 ±% +-% 增减(%) 增减% 同比% 增长% 同比(%) 增长率(%) 增减率(%) 增幅(%) 差额 比上年增减"
        " 同比增幅 较上年增减 较上年增长 比上年增长 比去年增减 与上年相比 增减情况 评分 自评分 考核得分 增减变化 升降",
        "total": "合计 小计 总计 共计 全县 全县合计 全县总计 总和 合 计 合计数 乡镇合计 县合计 全区 全区合计 全市合计 汇总 县级合计 总合计 全县小计"
        " 年合计 全年合计 合计(全年) 年度合计 年度总计 本年总计 全年合计数 各乡镇合计 本页小计 片区小计 全县汇总",
        "date": "日期 时间 活动时间 活动日期 开展时间 开展日期 举办时间 举办日期",
        "place": "地点 活动地点 开展地点 地址 举办地点",
        "activity": "活动形式 活动类型 活动类别 活动名称 形式 活动方式 活动内容 活动主题 主题 宣传形式 普法形式 活动项目 活动种类",
        "people": "参加人数 参与人数 受众人数 受教育人数 参与群众 参加人次 参与人次 人数 受教育人次 覆盖人数 受众人次 受教育群众 到场人数"
        " 参加群众 覆盖人次 参加人员数 参加人(次)",
        "leaflets": "发放资料 发放资料数 发放宣传资料 资料份数 发放数量 资料数 宣传资料 发放资料份数 发放份数 资料发放 发放宣传品 宣传资料份数",
    }.items()
    for word in words.split()
}
"""Squeezed word → role. A word that is also an indicator's wording counts as structure only where its place says so."""

METADATA = re.compile(
    r"(填报单位|填表单位|报送单位|上报单位|单位名称|制表单位|编报单位|汇总单位|填报乡镇|乡镇名称|单位\(盖章\)|填报单位\(盖章\)"
    r"|填报时间|填报日期|填表日期|填表时间|报送日期|报送时间|上报时间|上报日期|报出日期|制表日期|统计时间|统计时段|统计期间|数据期间|报告期"
    r"|填报人|填表人|审核人|审批人|制表人|经办人|负责人|分管领导|主要领导|单位负责人|联系人|联系电话|联系方式|电话|手机|签字|签名|盖章"
    r"|填报年度|统计年度|报告年度|所属年度|年度|年份|单位|计量单位|填报|报送|表号|制定机关|文号|批准文号|有效期至|密级|乡镇|镇街|镇\(街道\)|乡镇\(街道\))"
    r"(?:\((?:盖章|公章|签章|签字)\))?:"
)
"""The start of a line that says who filled in the form, when, in which unit."""

METADATA_ANYWHERE = re.compile(METADATA.pattern)
"""The same inside a line that says several of these things."""

SENDER_KEYS = (
    "填报单位", "填表单位", "报送单位", "上报单位", "单位名称", "编报单位", "填报乡镇", "乡镇名称", "乡镇", "镇街", "单位(盖章)",
    "填报单位(盖章)", "填报", "报送", "镇(街道)", "乡镇(街道)", "制表单位", "汇总单位",
)  # fmt: skip
"""The keys whose value names the township."""

DATE_KEYS = ("填报时间", "填报日期", "填表日期", "填表时间", "报送日期", "报送时间", "上报时间", "上报日期", "报出日期", "制表日期", "有效期至")  # fmt: skip
"""The keys whose value is a day, never the year a figure belongs to."""

YEAR_KEYS = (
    "填报年度",
    "统计年度",
    "报告年度",
    "所属年度",
    "年度",
    "年份",
    "统计时间",
    "统计时段",
    "统计期间",
    "数据期间",
    "报告期",
)
"""The keys whose value says which year the figures belong to."""

NOTE = re.compile(
    r"^(另:|补充:|补充说明|注:|注\d|备注:|说明:|填表说明|填报说明|填写说明|指标说明|注意|本表|以上|此表|表内|口径|制表|审核|主管|附注|备注\d"
    r"|(?:第|共)(?:\d+|[一二三四五六七八九十]+)页|转下页|接上页|\*|※|★|数据来源|联系|请于|请各|如有|说明\d|(\d+|[一二三四五六七八九十]+)[、.].{18,})"
)
"""The start of a line that explains rather than groups."""

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_BREAK = rf"(?:(?:上?[接续]|下?[转见])?第{_NUMBER}页|共{_NUMBER}页|[接转见续][上下前][页表]|续表(?:\({_NUMBER}\)|{_NUMBER})?|续\d{{0,2}})"
PAGE = re.compile(
    rf"[(—–\-~·]{{0,2}}{_BREAK}(?:[,、/;|()—–\-·]{{0,2}}{_BREAK}){{0,3}}[)—–\-~·]{{0,2}}"
    r"|[—–-]{1,2}\d{1,3}[—–-]{1,2}|\d{1,3}/\d{1,3}页?|[Pp](?:age|\.)\d{1,3}(?:of\d{1,3})?"
)
"""What a page break leaves behind: 第1页, 共3页, 续表, 接上页, 转下页, —1—."""

GENERIC_MEASURES: dict[str, str] = {
    "场次": "场次", "场次数": "场次", "次数": "次", "场数": "场", "份数": "份", "人数": "人", "人次": "人次", "件数": "件", "期数": "期", "个数": "个",
    "条数": "条", "数量": "", "次": "次", "场": "场", "份": "份", "人": "人", "名": "名", "件": "件", "条": "条", "个": "个", "期": "期",
    "数量(份)": "份", "数量(次)": "次", "数量(场)": "场", "参加人数": "人", "参与人数": "人", "金额": "元", "金额(元)": "元", "金额(万元)": "万元",
    "参训人数": "人", "人次数": "人次", "案件数": "件", "宗数": "宗", "起数": "起", "册数": "册", "篇数": "篇", "元": "元", "万元": "万元", "万份": "万份",
    "万人次": "万人次", "数": "", "数(个)": "个", "比例": "%", "比率": "%", "百分比": "%", "%": "%", "参加人次": "人次", "参与人次": "人次",
}  # fmt: skip
"""A lower heading that only says in what a thing is counted → that unit."""

TOPICS = (
    "民法典", "宪法", "禁毒", "毒品", "反诈", "防诈", "诈骗", "反电诈", "防电诈", "邪教", "安全生产", "消防", "交通安全", "防溺水", "食品", "药品", "食药", "知识产权",
    "生态环境", "环境保护", "环保", "国家安全", "国防", "兵役", "双拥", "保密", "税法", "税收", "扫黑", "家暴", "家庭教育", "未成年人保护", "消费者", "民族团结", "宗教",
    "防火", "防汛", "禁烧", "疫情", "防疫", "医保", "社保", "殡葬", "残疾", "养老", "档案", "土地管理", "野生动物",
)  # fmt: skip
"""What publicity may be about. Leaflets on one of these are a part of all leaflets."""

NARROWING = (
    *TOPICS,
    "邻里", "宅基地", "山林", "物业", "债务", "借贷", "赔偿", "赡养", "征地", "拆迁", "医疗",
    "校园", "学校", "中小学", "学生", "青少年", "未成年", "教师", "村", "社区", "企业", "机关", "单位", "其中", "新增", "线上", "网上", "线下", "网络", "党员", "干部", "妇女",
    "女", "老年", "老人", "儿童", "农民工", "职工", "领导", "书记", "镇长", "乡长", "主任", "部门", "执法", "调解员", "寺庙", "军人", "退役",
    "县级", "市级", "省级", "国家级", "上级", "联合", "专项", "重大", "疑难", "未", "不", "无", "拟", "计划", "目标", "应", "占", "率", "比", "上年", "去年", "下年", "明年", "平均", "人均",
    "最", "首次", "累计至", "历年", "结转", "上半年", "下半年", "季度", "信访", "安全", "劳动", "婚姻", "交通",
    "经费", "资金", "元", "满意", "得分", "成功", "及时", "期满", "当场", "撤销", "撤回", "驳回", "维持", "胜诉", "败诉", "纠错", "一审", "二审", "再审", "民事", "刑事",
)  # fmt: skip
"""Words that make a narrower or another thing of a wording they stand beside; a heading with one that the wording lacks is asked."""
