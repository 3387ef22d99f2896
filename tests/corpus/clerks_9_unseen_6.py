"""Formats of old programs, villages, rates and covers. Written by somebody who had not seen the reader, and first read on 25 November."""

from corpus_cells import Sheet, fig, gone, sent

sent(
    "棠霁镇2024年情况统计.xlsx",
    "blind: vertical merged groups",
    Sheet(
        "统计",
        [
            ["棠霁镇2024年法治建设情况统计", "<", "<", "<"],
            ["类别", "项目", "单位", "数量"],
            ["学法考试", "参考人数", "人", fig("law_exam_participants", 77)],
            ["^", "参考率", "%", fig("law_exam_attendance_rate", 100)],
            ["^", "合格率", "%", fig("law_exam_pass_rate", 97.4)],
            ["学习活动", "中心组学法", "次", fig("central_group_study", 5)],
            ["^", "会前学法", "次", fig("collective_study", 15)],
            ["^", "旁听庭审", "次", fig("court_hearings_attended", 1)],
            ["宣传资料", "发放总数", "份", fig("leaflets", 9800, known=False)],
            ["^", "其中：校园", "份", fig("school_leaflets", 2100, known=False)],
            ["人民调解", "摸排数", "件", fig("disputes_screened", 140, known=False)],
            ["^", "调成数", "件", fig("disputes_mediated", 136, known=False)],
        ],
        "棠霁镇",
        2024,
    ),
    habit="vertical merged groups",
    roster=False,
)
sent(
    "缃桥镇各村普法统计2023.xlsx",
    "blind: per village with 合计",
    Sheet(
        "各村",
        [
            ["缃桥镇2023年各村普法工作统计", "<", "<", "<"],
            ["村名", "普法宣传活动(场)", "发放资料(份)", "法律明白人(人)"],
            ["甲砚村", 6, 2100, 9],
            ["乙砚村", 8, 2600, 11],
            ["丙硎村", 7, 2400, 12],
            ["丁硎村", 5, 1500, 10],
            ["戊鹭村", 8, 2400, 12],
            ["合计", fig("publicity_events", 34), fig("leaflets", 11000), fig("law_savvy_persons", 54)],
        ],
        "缃桥镇",
        2023,
    ),
    habit="per village with 合计",
    roster=False,
)
sent(
    "箬篷镇2025学法用法.xlsx",
    "blind: rates, yes/no, dates",
    Sheet(
        "学法用法",
        [
            ["箬篷镇2025年国家工作人员学法用法情况", "<", "<"],
            ["内容", "情况", "备注"],
            ["是否制定学法计划", "是", "2025年3月2日印发"],
            ["学法考试日期", "2025年10月16日"],
            ["应考人数", 75, "在编在岗"],
            ["实考人数(学法考试)", fig("law_exam_participants", 74, known=False), "1人病假"],
            ["网上学法参与率", fig("law_exam_study_rate", "100%", 100, known=False)],
            ["学法考试到考率", fig("law_exam_attendance_rate", "98.7％", 98.7, known=False)],
            ["合格率", fig("law_exam_pass_rate", "百分之百", 100)],
            ["平均分", 92.6, "最高分100"],
            ["集体学法次数", fig("collective_study", 13, known=False)],
            ["观摩庭审次数", fig("court_hearings_attended", "2次", 2, known=False)],
        ],
        "箬篷镇",
        2025,
    ),
    habit="rates, yes/no, dates",
    roster=False,
)
sent(
    "分指标历年表.xlsx",
    "blind: sheet per indicator",
    Sheet(
        "普法活动",
        [
            ["法治宣传活动场次", "<", "<"],
            ["乡镇", "2023年", "2024年"],
            [
                "缃桥镇",
                fig("publicity_events", 34, township="缃桥镇", year=2023),
                fig("publicity_events", 36, township="缃桥镇", year=2024),
            ],
            [
                "棠霁镇",
                fig("publicity_events", 20, township="棠霁镇", year=2023),
                fig("publicity_events", 22, township="棠霁镇", year=2024),
            ],
            [
                "箬篷镇",
                fig("publicity_events", 41, township="箬篷镇", year=2023),
                fig("publicity_events", 43, township="箬篷镇", year=2024),
            ],
        ],
        None,
        None,
    ),
    Sheet(
        "宣传资料",
        [
            ["发放宣传资料", "<", "<"],
            ["乡镇", "2023年", "2024年"],
            [
                "缃桥镇",
                fig("leaflets", 11000, township="缃桥镇", year=2023),
                fig("leaflets", 12500, township="缃桥镇", year=2024),
            ],
            [
                "棠霁镇",
                fig("leaflets", 8000, township="棠霁镇", year=2023),
                fig("leaflets", "9800份", 9800, township="棠霁镇", year=2024),
            ],
            [
                "箬篷镇",
                gone("leaflets", "—", township="箬篷镇", year=2023),
                fig("leaflets", 15600, township="箬篷镇", year=2024),
            ],
        ],
        None,
        None,
    ),
    Sheet(
        "来访办理",
        [
            ["信访件", "<", "<"],
            ["乡镇", "2023年", "2024年"],
            [
                "缃桥镇",
                fig("petitions_handled", 25, township="缃桥镇", year=2023),
                fig("petitions_handled", 23, township="缃桥镇", year=2024),
            ],
            [
                "棠霁镇",
                fig("petitions_handled", 14, township="棠霁镇", year=2023),
                fig("petitions_handled", 12, township="棠霁镇", year=2024),
            ],
            [
                "箬篷镇",
                fig("petitions_handled", 20, township="箬篷镇", year=2023),
                fig("petitions_handled", "无", 0, township="箬篷镇", year=2024),
            ],
        ],
        None,
        None,
    ),
    habit="sheet per indicator",
    roster=False,
)
sent(
    "芡塘镇-法治报送-2025.xlsx",
    "blind: 填表说明 sheet, one wide row, empty sheet",
    Sheet(
        "填表说明",
        [
            ["填表说明"],
            ["一、本表由各乡镇于2026年1月15日前报县依法治县办，逾期扣2分。"],
            ["二、宣传资料按份计，如发放500份填500；学法次数每年不少于4次。"],
            ["三、咨询电话：0700-6600148。"],
        ],
        "芡塘镇",
        2025,
    ),
    Sheet(
        "上报表",
        [
            ["2025年度法治建设上报表", "<", "<", "<", "<", "<", "<", "<", "<"],
            [
                "填报单位",
                "中心组学法",
                "周一例会学法",
                "一把手上法治课",
                "法治宣传活动",
                "发放资料",
                "校园手册",
                "法治文化阵地",
                "信访事项办理",
            ],
            [None, "（次）", "（次）", "（次）", "（场次）", "（份）", "（份）", "（处）", "（件）"],
            [
                "芡塘镇",
                fig("central_group_study", 6),
                fig("collective_study", 42, known=False),
                fig("leader_lectures", 1, known=False),
                fig("publicity_events", 35),
                fig("leaflets", "2.2万份", 22000),
                fig("school_leaflets", 3300),
                fig("culture_sites", 7),
                fig("petitions_handled", 16, known=False),
            ],
        ],
        "芡塘镇",
        2025,
    ),
    Sheet(
        "Sheet3",
        [
            [None],
        ],
        None,
        None,
    ),
    habit="填表说明 sheet, one wide row, empty sheet",
    roster=False,
)
