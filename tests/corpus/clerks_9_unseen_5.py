"""Scores, targets, ranks, pages, hidden lines and formats. Written by somebody who had not seen the reader, and first read on 25 November."""

from corpus_cells import Sheet, fig, gone, sent, show

sent(
    "翎溪街道目标完成情况.xlsx",
    "blind: target, done, rate",
    Sheet(
        "Sheet1",
        [
            ["翎溪街道2025年法治工作目标完成情况", "<", "<", "<", "<", "<"],
            ["指标", "单位", "年度目标", "实际完成", "完成率", "备注"],
            ["中心组学法", "次", 6, fig("central_group_study", 8), show(1.333, "0.0%")],
            ["法治讲座", "场", 4, fig("legal_lectures", 4), show(1, "0.0%")],
            ["集中普法宣传活动", "场", 50, fig("publicity_events", 52, known=False), show(1.04, "0.0%")],
            ["各类普法读物发放", "份", 20000, fig("leaflets", 23000, known=False), show(1.15, "0.0%")],
            [
                "听讲受教育人员",
                "人次",
                15000,
                fig("people_reached", "1.8万余", 18000, ">", known=False),
                show(1.2, "0.0%"),
            ],
            ["普法短视频", "个", 12, fig("short_videos", 17, known=False), show(1.417, "0.0%")],
            ["调成纠纷", "件", 350, fig("disputes_mediated", 388, known=False), show(1.109, "0.0%")],
            ["模拟审判", "场", 2, fig("mock_courts", 1, known=False), show(0.5, "0.0%")],
        ],
        "翎溪街道",
        2025,
    ),
    habit="target, done, rate",
    roster=False,
)
sent(
    "栌峪镇2024年对标表.xlsx",
    "blind: value, county rank, county mean",
    Sheet(
        "对标",
        [
            ["2024年法治指标对标表", "<", "<", "<", "<", "<"],
            ["填报：栌峪镇", None, "电话 0700-6611023", None, "2025年1月"],
            ["序号", "指标", "单位", "本镇数", "全县平均", "全县位次"],
            [1, "法治讲座", "场", fig("legal_lectures", 5), 3.2, 3],
            [2, "印发普法小册子", "份", fig("leaflets", 17200, known=False), 11000, 6],
            [3, "村级宣讲", "场", fig("village_talks", 29, known=False), 30.4, 13],
            [4, "法律咨询", "人次", fig("people_served", 930), 512, 4],
            [5, "行政处罚案件", "件", fig("penalty_cases", 22), 18.6, 9],
            [6, "在岗持证执法人员", "名", fig("certified_officers", 14, known=False), 12.5, 8],
            [7, "公开信息", "条", fig("info_disclosed", 190, known=False), 180.3, 11],
        ],
        "栌峪镇",
        2024,
    ),
    habit="value, county rank, county mean",
    roster=False,
)
sent(
    "全县法治统计2022（分页）.xlsx",
    "blind: ledger with repeated heading at page breaks",
    Sheet(
        "Sheet1",
        [
            ["2022年度乡镇法治工作统计", "<", "<", "<", "<"],
            ["乡镇", "中心组学法", "普法活动", "宣传资料", "调处纠纷"],
            [
                "栌峪镇",
                fig("central_group_study", 4, township="栌峪镇"),
                fig("publicity_events", 27, township="栌峪镇"),
                fig("leaflets", 14000, township="栌峪镇"),
                fig("disputes_mediated", 158, township="栌峪镇", known=False),
            ],
            [
                "珑桁镇",
                fig("central_group_study", 4, township="珑桁镇"),
                fig("publicity_events", 12, township="珑桁镇"),
                fig("leaflets", 5000, township="珑桁镇"),
                fig("disputes_mediated", 121, township="珑桁镇", known=False),
            ],
            [
                "皂鹭镇",
                fig("central_group_study", 5, township="皂鹭镇"),
                fig("publicity_events", 30, township="皂鹭镇"),
                fig("leaflets", "1.9万余", 19000, ">", township="皂鹭镇"),
                fig("disputes_mediated", 166, township="皂鹭镇", known=False),
            ],
            ["第一页"],
            ["乡镇", "中心组学法", "普法活动", "宣传资料", "调处纠纷"],
            [
                "檀硎镇",
                fig("central_group_study", 3, township="檀硎镇"),
                fig("publicity_events", 20, township="檀硎镇"),
                fig("leaflets", 30000, township="檀硎镇"),
                fig("disputes_mediated", 240, township="檀硎镇", known=False),
            ],
            [
                "萤渡镇",
                fig("central_group_study", 4, township="萤渡镇"),
                fig("publicity_events", 20, township="萤渡镇"),
                fig("leaflets", 9000, township="萤渡镇"),
                fig("disputes_mediated", 104, township="萤渡镇", known=False),
            ],
            [
                "棠霁镇",
                fig("central_group_study", 4, township="棠霁镇"),
                fig("publicity_events", 18, township="棠霁镇"),
                fig("leaflets", 7500, township="棠霁镇"),
                gone("disputes_mediated", "—", township="棠霁镇", known=False),
            ],
            ["第二页"],
            ["全县总计", 24, 127, 84500],
        ],
        None,
        2022,
    ),
    habit="ledger with repeated heading at page breaks",
    roster=False,
)
sent(
    "珑桁镇2024.xlsx",
    "blind: hidden column and row",
    Sheet(
        "统计",
        [
            ["珑桁镇2024年法治建设统计表", "<", "<", "<"],
            ["指标", "单位", "2024年", "2023年"],
            ["党委会研究法治工作", "次", fig("leadership_meetings", 5, known=False), 4],
            ["中心组学法", "次", fig("central_group_study", 5), 4],
            ["干部职工集体学法", "次", fig("collective_study", 17), 16],
            ["普法活动", "场", fig("publicity_events", 20), 14],
            ["普法小册子", "本", fig("leaflets", 6000, known=False), 5200],
            ["法律咨询", "人次", fig("people_served", 300), 260],
            ["受教育群众（旧口径）", "人次", 9999],
        ],
        "珑桁镇",
        2024,
        hidden_rows=(9,),
        hidden_columns=("D",),
    ),
    habit="hidden column and row",
    roster=False,
)
sent(
    "皂鹭镇2025年法治数据.xlsx",
    "blind: number formats carry meaning",
    Sheet(
        "数据",
        [
            ["皂鹭镇2025年法治数据", "<", "<"],
            ["指标", "单位", "数值"],
            ["发放宣传资料", "份", fig("leaflets", 12000, number_format='0!.0,"万"', raw="1.2万")],
            ["受益群众", "人次", fig("people_reached", 11800, number_format="#,##0", raw="11,800", known=False)],
            ["参学率", "%", fig("law_exam_study_rate", 1, 100, number_format="0%", raw="100%")],
            ["学法考试合格率", "%", fig("law_exam_pass_rate", 0.985, 98.5, number_format="0.0%", raw="98.5%")],
            ["中心组学法", "次", fig("central_group_study", 6, number_format="0", raw="6")],
            ["法治建设投入", "元", fig("funds_invested", 68000, number_format="#,##0.00", raw="68,000.00")],
            ["普法工作覆盖率", "%", 0.93],
        ],
        "皂鹭镇",
        2025,
    ),
    habit="number formats carry meaning",
    roster=False,
)
sent(
    "磬湾镇2024报表.xlsx",
    "blind: 万 in unit column and heading",
    Sheet(
        "报表",
        [
            ["磬湾镇2024年法治建设报表", "<", "<", "<"],
            ["指标名称", "计量单位", "数量", "备注"],
            ["法治经费", "万元", fig("funds_invested", 8.6, 86000)],
            ["普法资料", "万份", fig("leaflets", 3.9, 39000, known=False)],
            ["受教育群众", "万人次", fig("people_reached", 2.1, 21000)],
            ["法治宣传活动", "场次", fig("publicity_events", 30)],
            ["干部学法交流研讨", "次", fig("seminars", 2, known=False)],
            ["法律服务群众人次", "人次", fig("people_served", 1180, known=False)],
            ["全镇人口", "万人", 4.6],
        ],
        "磬湾镇",
        2024,
    ),
    habit="万 in unit column and heading",
    roster=False,
)
sent(
    "檀硎镇2023(终版).xlsx",
    "blind: line breaks in headings, talkative remarks",
    Sheet(
        "终版",
        [
            ["檀硎镇法治建设工作\n统计表（2023年度）", "<", "<", "<"],
            ["指 标", "单 位", "数 值", "备 注"],
            ["党委中心组\n集中学法", "次", fig("central_group_study", 4), "1月、4月、7月、10月各1次"],
            ["干部职工\n集体学法（次）", "次", fig("collective_study", 18), "平均每月1.5次"],
            ["普法 骨干\n进村宣讲", "场", fig("village_talks", 45), "比2022年多9场"],
            ["发放宣传\n手册（份）", "份", fig("leaflets", "3.2万余份", 32000, ">"), "其中12·4当天3000份"],
            ["法治副校长\n授课", "次", fig("school_law_classes", 12), "涉及5所学校"],
            ["案例讲法", "次", fig("case_talks", 7, known=False)],
            ["矛盾纠纷\n化解数", "件", fig("disputes_mediated", 249, known=False), "化解率98.4%"],
            ["行政诉讼", "件", fig("litigation_cases", "无", 0)],
        ],
        "檀硎镇",
        2023,
    ),
    habit="line breaks in headings, talkative remarks",
    roster=False,
)
sent(
    "萤渡镇2025年半年报合并.xlsx",
    "blind: half-years without total",
    Sheet(
        "半年",
        [
            ["萤渡镇2025年半年数据", "<", "<", "<"],
            ["项目", "单位", "1-6月", "7-12月"],
            [
                "中心组学法",
                "次",
                fig(
                    "central_group_study",
                    3,
                    6,
                    cells=(
                        "C3",
                        "D3",
                    ),
                ),
                3,
            ],
            [
                "普法宣传活动",
                "场",
                fig(
                    "publicity_events",
                    11,
                    20,
                    cells=(
                        "C4",
                        "D4",
                    ),
                ),
                9,
            ],
            [
                "法律咨询",
                "人次",
                fig(
                    "people_served",
                    160,
                    335,
                    cells=(
                        "C5",
                        "D5",
                    ),
                ),
                175,
            ],
            [
                "发放宣传资料",
                "份",
                fig(
                    "leaflets",
                    4200,
                    8900,
                    cells=(
                        "C6",
                        "D6",
                    ),
                ),
                4700,
            ],
            [
                "处理来信来访",
                "件",
                fig(
                    "petitions_handled",
                    9,
                    16,
                    known=False,
                    cells=(
                        "C7",
                        "D7",
                    ),
                ),
                7,
            ],
        ],
        "萤渡镇",
        2025,
    ),
    habit="half-years without total",
    roster=False,
)
