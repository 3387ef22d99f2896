"""The one published report, read whole, and its figures told once more in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake import read_file
from analytics.intake.narrative import read_text
from analytics.model import Qualifier, Reading, ReportHead

FIGURES = {
    "central_group_study": (4, Qualifier.EXACT),
    "seminars": (4, Qualifier.EXACT),
    "collective_study": (16, Qualifier.EXACT),
    "village_talks": (30, Qualifier.EXACT),
    "publicity_events": (36, Qualifier.EXACT),
    "people_served": (2000, Qualifier.AT_LEAST),
    "leaflets": (80000, Qualifier.AT_LEAST),
    "school_leaflets": (40000, Qualifier.AT_LEAST),
    "school_events": (10, Qualifier.EXACT),
    "school_law_classes": (6, Qualifier.EXACT),
    "backbone_trainings": (4, Qualifier.EXACT),
    "leader_study": (8, Qualifier.EXACT),
    "leadership_meetings": (12, Qualifier.EXACT),
    "law_exam_study_rate": (100, Qualifier.EXACT),
    "law_exam_attendance_rate": (100, Qualifier.EXACT),
    "law_exam_pass_rate": (100, Qualifier.EXACT),
}
GAPS = ["demonstration_sites", "publicity_innovation", "new_problems"]

OWN = """岘山镇2023年度法治政府建设工作报告
县委依法治县办：
2023年，我镇对照《法治政府建设实施纲要(2021-2025年)》和“八五”普法规划，一件一件抓落实。现将有关情况报告如下：
一、主要做法
（一）学在前头
1.抓考试。全体干部职工登录“如法网”参加学习和考试，实现“3个100%”，参学率100％、参考率100%、合格率100%。
2.抓中心组。党委中心组围绕习近平法治思想和《宪法》《民法典》《兵役法》安排学习，2023年共集中学法4次，专题研讨4次。
3.抓干部。借每周下村、开会的时机，组织镇、村干部学习《监察法》《劳动合同法》《社区矫正法》、农村建房政策法规和乡村振兴等时政热点16次；再由普法骨干深入村（社区）宣讲党的二十大精神、“一规划两纲要”等30次。
（二）讲到门口
1.春节讲交通安全，清明讲森林防火，“12.4”国家宪法日讲宪法，各村也用广播、横幅宣传。据统计，全年开展法律宣讲宣传36场次，向干部群众提供法律咨询服务2000余人次，累计发放各类普法宣传资料8万余份。
2.组织开展普法骨干培训班4次，让讲的人先学明白。2023年深入辖区学校开展普法教育10次，发放《信访》、禁毒、防性侵等宣传手册4万余份。组织司法所、派出所的同志到中、小学给学生上法治课，讲解《宪法》《义务教育法》以及《国家安全法》等法律法规6次。
二、存在不足和原因
成绩之外也有几点不足：一是法治示范创建工作还要推进；二是法治宣传创新力度不够；三是对新情况、新问题的应对和研究不够。
三、党政主要负责人履行第一责任人职责的情况
镇党委书记、镇长带头深入学习贯彻党的二十大精神8次，组织专题会议贯彻落实上级关于法治建设的决策部署12次。
四、下一年度的主要安排
(一)压实责任。制定2024年度法治建设工作计划，及时研究突出问题。
(二)加强监督。一是发挥人大代表的监督作用；二是健全问责机制；三是加大政务公开力度。
(三)规范执法。一是抓住“关键少数”学法；二是创新宣传教育方式；三是充实调解队伍。
五、其他需要报告的情况
无
岘山镇人民政府
2024年2月22日
"""


def said(reading: Reading) -> dict[str, tuple[float | None, Qualifier]]:
    return {f.indicator: (f.value, f.qualifier) for f in reading.figures}


def test_the_published_report_is_read_whole(shared: Path) -> None:
    path = shared / "seed" / "岘山镇2023年度法治政府建设工作报告.txt"
    if not path.is_file():
        pytest.skip("the published report is not in ../shared/seed")
    reading = read_file(path, isolated=False)
    assert said(reading) == FIGURES
    assert {(f.township, f.year) for f in reading.figures} == {("岘山镇", 2023)}
    assert [gap.theme for gap in reading.gaps] == GAPS
    assert reading.head == ReportHead(
        "岘山镇2023年度法治政府建设工作报告", "衡阳县委依法治县办", "2024年2月22日", "岘山镇", 2023
    )
    assert len(reading.plans) == 8
    assert all(plan.target is None for plan in reading.plans)
    assert (reading.problems, reading.choices) == ((), ())
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for figure in reading.figures:
        number, span = figure.source.cell.removeprefix("¶").split(":")
        assert figure.source.raw in lines[int(number) - 1], span


def test_the_same_figures_in_other_sentences_are_read_the_same() -> None:
    reading = read_text(OWN, "报告.txt")
    assert said(reading) == FIGURES
    assert {(f.township, f.year) for f in reading.figures} == {("岘山镇", 2023)}
    assert [gap.theme for gap in reading.gaps] == GAPS
    assert reading.head == ReportHead(
        "岘山镇2023年度法治政府建设工作报告", "县委依法治县办", "2024年2月22日", "岘山镇", 2023
    )
    assert len(reading.plans) == 7
    assert (reading.problems, reading.choices) == ((), ())
