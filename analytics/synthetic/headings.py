"""What townships call an indicator: wordings the catalogue knows, and some it does not.

The lists are fixed here, not drawn from the catalogue, so that sample files stay the same when the catalogue learns.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.catalogue import Indicator

KNOWN: dict[str, tuple[str, ...]] = {
    "leadership_meetings": ("法治政府建设专题会议", "专题研究法治建设"),
    "leader_study": ("主要领导带头学法", "第一责任人带头学法"),
    "issues_resolved": ("解决重点难点问题", "研究解决涉法问题"),
    "funds_invested": ("普法经费", "法治经费"),
    "central_group_study": ("中心组学法", "党委理论学习中心组学法"),
    "collective_study": ("干部职工集中学法", "机关干部学法"),
    "seminars": ("法治专题研讨",),
    "legal_lectures": ("法律讲座", "法治专题讲座"),
    "backbone_trainings": ("普法骨干培训", "法律明白人培训班"),
    "training_attendance": ("培训人次", "参加培训人次"),
    "law_exam_study_rate": ("参学率",),
    "law_exam_attendance_rate": ("参考率",),
    "law_exam_pass_rate": ("合格率",),
    "court_hearings_attended": ("旁听庭审活动", "庭审旁听"),
    "publicity_events": ("普法宣传活动", "法治宣传场次", "普法活动场次"),
    "village_talks": ("进村宣讲", "法治宣讲"),
    "school_events": ("法治进校园", "送法进校园"),
    "school_law_classes": ("法治副校长上法治课", "中小学法治课"),
    "leaflets": ("发放宣传资料", "普法资料发放量"),
    "school_leaflets": ("校园发放手册", "其中:校园手册"),
    "people_served": ("法律咨询", "解答咨询", "法律服务人次"),
    "people_reached": ("受教育群众", "受众人次", "宣传覆盖人次"),
    "banners": ("横幅标语", "悬挂横幅"),
    "culture_sites": ("法治宣传阵地",),
    "new_media_posts": ("公众号推送", "新媒体普法"),
    "short_videos": ("普法短视频、直播", "普法视频"),
    "mock_courts": ("模拟法庭",),
    "law_performances": ("法治文艺", "普法文艺演出"),
    "case_talks": ("以案释法活动", "以案说法"),
    "law_savvy_persons": ("法律明白人数",),
    "legal_advisers": ("聘请法律顾问",),
    "legal_reviews": ("合法性审查", "合法性审核"),
    "contract_reviews": ("审查合同", "合同审核"),
    "normative_documents": ("规范性文件",),
    "certified_officers": ("持证执法人员数",),
    "enforcement_trainings": ("执法培训", "执法人员培训"),
    "penalty_cases": ("行政处罚", "处罚案件"),
    "disputes_screened": ("矛盾纠纷排查", "排查纠纷"),
    "disputes_mediated": ("调解矛盾纠纷", "化解矛盾纠纷"),
    "petitions_handled": ("信访件", "信访事项"),
    "litigation_cases": ("行政应诉案件", "行政诉讼"),
    "head_court_appearances": ("行政机关负责人出庭", "出庭应诉"),
    "reconsideration_cases": ("行政复议",),
    "lost_cases": ("败诉案件",),
    "info_disclosed": ("主动公开信息", "公开政务信息"),
}
STRANGE: dict[str, tuple[str, ...]] = {
    "banners": ("挂出的标语口号",),
    "training_attendance": ("上课学员合计到课情况",),
    "legal_advisers": ("签约律师",),
    "contract_reviews": ("把关协议文本",),
    "penalty_cases": ("罚款及警告案卷",),
    "normative_documents": ("出台红头文件",),
}
"""Wordings of our own, on indicators no headline measure sums: an official has to match them once."""

BULLETS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
UNITS: dict[str, tuple[str, ...]] = {"场次": ("场次", "场（次）", "次"), "人次": ("人次", "人(次)"), "份": ("份", "册")}
"""Units seen for the catalogue's unit besides itself."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written, its unit as written, how many of the catalogue's unit one of it is (万份: 10,000)."""

    text: str
    unit: str
    scale: int
    known: bool

    def with_unit(self, opening: str = "（", closing: str = "）") -> str:
        """The heading with its unit in brackets (a unit's own brackets left out)."""
        bare = self.unit.translate(str.maketrans("", "", "（）()"))
        return f"{self.text}{opening}{bare}{closing}"


def choose(
    indicator: Indicator,
    rng: np.random.Generator,
    *,
    varied: bool = True,
    strange: bool = False,
    ten_thousands: bool = False,
) -> Heading:
    """A heading for ``indicator``: its own name, or with ``varied`` one of its wordings, or a ``strange`` one."""
    names = (indicator.name_zh, *KNOWN.get(indicator.id, ()))
    text = names[int(rng.integers(len(names)))] if varied else indicator.name_zh
    known = True
    if strange and indicator.id in STRANGE:
        text, known = STRANGE[indicator.id][0], False
    units = UNITS.get(indicator.unit, (indicator.unit,))
    unit = units[int(rng.integers(len(units)))] if varied else indicator.unit
    scale = 10_000 if ten_thousands or indicator.unit == "元" else 1
    if scale == 10_000:
        unit = "万" + indicator.unit
    return Heading(text, unit, scale, known)


def numbered(text: str, number: int, style: str) -> str:
    """The heading behind an ordinal: ``1.`` · ``（1）`` · ``①`` · none."""
    if style == "dot":
        return f"{number}.{text}"
    if style == "bracket":
        return f"（{number}）{text}"
    if style == "bullet" and number <= len(BULLETS):
        return BULLETS[number - 1] + text
    return text
