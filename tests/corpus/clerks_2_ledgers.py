"""Clerks at the county who gather all townships in one table: townships down, indicators across, and the reverse."""

from corpus_cells import Sheet, across, ask, fig, gone, not_applicable, sent

T3 = ("槲岭镇", "翊塘镇", "栀岙乡")


sent(
    "全县2023年普法统计.xlsx",
    "ledger",
    Sheet(
        "汇总",
        [
            ["示例县2023年普法工作统计表", "<", "<", "<", "<"],
            ["乡镇", "法治宣传活动（场次）", "发放宣传资料(份)", "法律咨询（人次）", "备注"],
            [
                "槲岭镇",
                *across(
                    "publicity_events leaflets people_served",
                    36,
                    fig(None, "8万余份", 80000, ">"),
                    1200,
                    township="槲岭镇",
                ),
                "12月数为预计",
            ],
            ["翊塘镇", *across("publicity_events leaflets people_served", 25, 12000, 640, township="翊塘镇"), None],
            ["栀岙乡", *across("publicity_events leaflets people_served", 11, 3400, None, township="栀岙乡"), "10"],
            ["合计", 72, 95400, 1840, None],
        ],
        None,
        2023,
    ),
    habit="标准汇总表，备注里一个孤零零的数字",
)

sent(
    "2024年各乡镇街道法治数据汇总.xls",
    "ledger_two_level",
    Sheet(
        "Sheet1",
        [
            ["2024年各乡镇（街道）法治数据汇总表", "<", "<", "<", "<", "<", "<"],
            ["序号", "单位名称", "学法情况", "<", "普法宣传", "<", "<"],
            ["^", "^", "中心组学法", "法治讲座", "法治宣传活动", "宣传资料", "受众"],
            [None, None, "次", "场", "场次", "份", "人次"],
            [
                1,
                "槲岭镇人民政府",
                *across(
                    "central_group_study legal_lectures publicity_events leaflets people_reached?",
                    4,
                    6,
                    31,
                    22000,
                    15000,
                    township="槲岭镇",
                ),
            ],
            [
                2,
                "菱浔街道办事处",
                *across(
                    "central_group_study legal_lectures publicity_events leaflets people_reached?",
                    6,
                    9,
                    52,
                    41000,
                    33000,
                    township="菱浔街道",
                ),
            ],
            [
                3,
                "砚垌乡",
                *across(
                    "central_group_study legal_lectures publicity_events leaflets people_reached?",
                    4,
                    3,
                    12,
                    5100,
                    2600,
                    township="砚垌乡",
                ),
            ],
            ["小计", "<", 14, 18, 95, 68100, 50600],
        ],
        None,
        2024,
    ),
    habit="两级表头加单位行，单位全称，Excel 2003",
)

sent(
    "三级表头2024.xlsx",
    "ledger_three_level",
    Sheet(
        "Sheet1",
        [
            ["示例县2024年法治建设统计台账", "<", "<", "<", "<", "<", "<"],
            ["乡镇名称", "普法宣传", "<", "<", "<", "依法行政", "<"],
            ["^", "活动", "<", "资料", "<", "执法", "应诉"],
            [
                "^",
                "法治宣传活动（场次）",
                "法治进校园（场次）",
                "发放普法宣传资料（份）",
                "其中：校园手册（份）",
                "行政处罚案件（件）",
                "行政诉讼案件（件）",
            ],
            [
                "苎坞镇",
                *across(
                    "publicity_events school_events leaflets school_leaflets penalty_cases litigation_cases",
                    20,
                    4,
                    9000,
                    2100,
                    12,
                    0,
                    township="苎坞镇",
                ),
            ],
            [
                "楮源镇",
                *across(
                    "publicity_events school_events leaflets school_leaflets penalty_cases litigation_cases",
                    27,
                    5,
                    "未统计",
                    None,
                    8,
                    1,
                    township="楮源镇",
                ),
            ],
            [
                "石笏镇",
                *across(
                    "publicity_events school_events leaflets school_leaflets penalty_cases litigation_cases",
                    40,
                    6,
                    25000,
                    7000,
                    19,
                    0,
                    township="石笏镇",
                ),
            ],
        ],
        None,
        2024,
    ),
    habit="三级表头",
)

sent(
    "合计在上2023.xlsx",
    "ledger_totals",
    Sheet(
        "Sheet1",
        [
            ["2023年全县法治工作情况表", "<", "<", "<"],
            ["地区", "排查矛盾纠纷（件）", "调处矛盾纠纷（件）", "办理信访事项（件）"],
            ["全县", 405, 398, 95],
            ["示例县本级", 50, 50, 20],
            [
                "枥台镇",
                *across("disputes_screened disputes_mediated petitions_handled", 120, 118, 31, township="枥台镇"),
            ],
            ["枥苔乡", *across("disputes_screened disputes_mediated petitions_handled", 55, 55, 12, township="枥苔乡")],
            [
                "鹭汀街道",
                *across("disputes_screened disputes_mediated petitions_handled", 180, 175, 32, township="鹭汀街道"),
            ],
        ],
        None,
        2023,
    ),
    habit="合计在第一行，叫全县；还有县本级",
)

sent(
    "片区汇总2024.xlsx",
    "ledger_totals",
    Sheet(
        "2024",
        [
            ["2024年各片区普法工作统计", "<", "<", "<"],
            ["片区", "乡镇", "普法活动场次", "发放宣传资料（份）"],
            ["城关片区", "菱浔街道", *across("publicity_events leaflets", 52, 41000, township="菱浔街道")],
            ["^", "鹭汀街道", *across("publicity_events leaflets", 60, 45000, township="鹭汀街道")],
            ["^", "小计", 112, 86000],
            ["山区片区", "栀岙乡", *across("publicity_events leaflets", 13, 4000, township="栀岙乡")],
            ["^", "砚垌乡", *across("publicity_events leaflets", 12, 5100, township="砚垌乡")],
            ["^", "蓼洼乡", *across("publicity_events leaflets", "/", "/", township="蓼洼乡")],
            ["^", "小计", 25, 9100],
            ["总计", "<", 137, 95100],
        ],
        None,
        2024,
    ),
    habit="分片区、小计、总计",
)

sent(
    "乡镇在右2023.xlsx",
    "ledger",
    Sheet(
        "Sheet1",
        [
            ["2023年依法行政统计", "<", "<", "<"],
            ["合法性审查（件）", "合同审查（份）", "规范性文件（件）", "填报乡镇"],
            [*across("legal_reviews contract_reviews normative_documents", 12, 20, 1, township="槲岭镇"), "槲岭镇"],
            [*across("legal_reviews contract_reviews normative_documents", 9, 14, 0, township="翊塘镇"), "翊塘镇"],
            [*across("legal_reviews contract_reviews normative_documents", 5, "/", 0, township="栀岙乡"), "栀岙乡"],
        ],
        None,
        2023,
    ),
    habit="乡镇列在最右边",
)

sent(
    "排名表2024.xlsx",
    "ledger",
    Sheet(
        "通报",
        [
            ["关于2024年普法工作完成情况的通报（附表）", "<", "<", "<", "<", "<", "<"],
            ["排名", "乡镇", "普法活动", "<", "宣传资料", "<", "综合得分"],
            ["^", "^", "场次", "排名", "份数", "排名", "^"],
            [
                1,
                "鹭汀街道",
                fig("publicity_events", 60, township="鹭汀街道", known=False),
                1,
                fig("leaflets", 45000, township="鹭汀街道"),
                1,
                98.5,
            ],
            [
                2,
                "石笏镇",
                fig("publicity_events", 40, township="石笏镇", known=False),
                2,
                fig("leaflets", 25000, township="石笏镇"),
                2,
                95,
            ],
            [
                3,
                "翊塘镇",
                fig("publicity_events", 27, township="翊塘镇", known=False),
                3,
                fig("leaflets", 13000, township="翊塘镇"),
                3,
                91.2,
            ],
        ],
        None,
        2024,
    ),
    habit="排名、综合得分",
)

sent(
    "转置表2024.xlsx",
    "transposed",
    Sheet(
        "Sheet1",
        [
            ["2024年各乡镇法治建设情况", "<", "<", "<", "<", "<"],
            ["项目", "计量单位", "槲岭镇", "翊塘镇", "栀岙乡", "合计"],
            [
                "法律明白人",
                "人",
                fig("law_savvy_persons", 36, township="槲岭镇"),
                fig("law_savvy_persons", 27, township="翊塘镇"),
                fig("law_savvy_persons", 21, township="栀岙乡"),
                84,
            ],
            [
                "法律顾问",
                "名",
                fig("legal_advisers", 1, township="槲岭镇"),
                fig("legal_advisers", 1, township="翊塘镇"),
                not_applicable("legal_advisers", township="栀岙乡"),
                2,
            ],
            [
                "法治建设经费",
                "万元",
                fig("funds_invested", 6.2, 62000, township="槲岭镇"),
                fig("funds_invested", "4.1", 41000, township="翊塘镇"),
                gone("funds_invested", township="栀岙乡"),
                10.3,
            ],
            [
                "学法考试合格率",
                "%",
                fig("law_exam_pass_rate", 100, township="槲岭镇"),
                fig("law_exam_pass_rate", 97.5, township="翊塘镇"),
                fig("law_exam_pass_rate", "98%", 98, township="栀岙乡"),
                None,
            ],
        ],
        None,
        2024,
    ),
    habit="乡镇在上、指标在左",
)

sent(
    "历年法治讲座.xlsx",
    "years_across",
    Sheet(
        "Sheet1",
        [
            ["各乡镇法治讲座场次", "<", "<", "<"],
            ["乡镇", 2022, 2023, 2024],
            [
                "槲岭镇",
                *[fig("legal_lectures", v, township="槲岭镇", year=y) for v, y in ((4, 2022), (3, 2023), (6, 2024))],
            ],
            [
                "翊塘镇",
                *[fig("legal_lectures", v, township="翊塘镇", year=y) for v, y in ((2, 2022), (5, 2023), (5, 2024))],
            ],
            [
                "石笏镇",
                *[fig("legal_lectures", v, township="石笏镇", year=y) for v, y in ((6, 2022), (5, 2023), (6, 2024))],
            ],
            ["合计", 12, 13, 17],
        ],
    ),
    habit="年份是数字，指标只在标题",
)

sent(
    "近三年对比（枥台镇）.xlsx",
    "years_across",
    Sheet(
        "对比",
        [
            ["枥台镇近三年法治工作主要数据", "<", "<", "<", "<"],
            ["指标", "单位", "2022年", "2023年", "2024年"],
            [
                "法治宣传活动",
                "场次",
                fig("publicity_events", 15, year=2022),
                fig("publicity_events", 18, year=2023),
                fig("publicity_events", 21, year=2024),
            ],
            [
                "发放普法宣传资料",
                "份",
                fig("leaflets", "1.1万", 11000, year=2022),
                fig("leaflets", 15200, year=2023),
                fig("leaflets", "1.8万余", 18000, ">", year=2024),
            ],
            [
                "调处矛盾纠纷",
                "件",
                fig("disputes_mediated", 90, year=2022),
                fig("disputes_mediated", 118, year=2023),
                gone("disputes_mediated", year=2024),
            ],
        ],
        "枥台镇",
    ),
    habit="三年并列",
)

sent(
    "两年两级.xlsx",
    "years_across",
    Sheet(
        "Sheet1",
        [
            ["乡镇普法数据对比", "<", "<", "<", "<"],
            ["乡镇", "法治宣传活动（场次）", "<", "发放宣传资料（份）", "<"],
            ["^", "2023年", "2024年", "2023年", "2024年"],
            [
                "苎坞镇",
                fig("publicity_events", 22, township="苎坞镇", year=2023),
                fig("publicity_events", 20, township="苎坞镇", year=2024),
                fig("leaflets", 8800, township="苎坞镇", year=2023),
                fig("leaflets", 9000, township="苎坞镇", year=2024),
            ],
            [
                "砚垌乡",
                fig("publicity_events", 11, township="砚垌乡", year=2023),
                fig("publicity_events", 12, township="砚垌乡", year=2024),
                fig("leaflets", 5200, township="砚垌乡", year=2023),
                fig("leaflets", 5100, township="砚垌乡", year=2024),
            ],
        ],
    ),
    habit="指标在上、年份在下",
)

sent(
    "砚垌乡2024年各季度.xlsx",
    "quarters",
    Sheet(
        "Sheet1",
        [
            ["砚垌乡2024年法治工作季度统计表", "<", "<", "<", "<", "<", "<"],
            ["指标", "单位", "一季度", "二季度", "三季度", "四季度", "全年合计"],
            ["法治宣传活动", "场次", 2, 3, 3, 4, fig("publicity_events", 12, cells=("C3", "D3", "E3", "F3"))],
            ["发放普法宣传资料", "份", 1000, 1500, 1100, 1500, fig("leaflets", 5100, cells=("C4", "D4", "E4", "F4"))],
            ["法律明白人", "人", 18, 18, 19, 20, fig("law_savvy_persons", 20, cells=("F5",))],
        ],
        "砚垌乡",
        2024,
    ),
    habit="季度加合计，存量合计取年末",
)

sent(
    "栀岙乡季报汇总2023.xlsx",
    "quarters",
    Sheet(
        "Sheet1",
        [
            ["栀岙乡2023年季报汇总", "<", "<", "<", "<"],
            ["指标", "第1季度", "第2季度", "第3季度", "第4季度"],
            ["法治宣传活动（场次）", fig("publicity_events", 2, 11, cells=("C3", "D3", "E3")), 3, 3, 3],
            ["化解矛盾纠纷（件）", fig("disputes_mediated", 12, 55, cells=("C4", "D4", "E4")), 15, 14, 14],
            ["法律明白人（人）", 18, 18, 21, fig("law_savvy_persons", 21, cells=("B5",))],
            ["持证执法人员（名）", 5, 5, 6, fig("certified_officers", 6, cells=("B6",))],
        ],
        "栀岙乡",
        2023,
    ),
    habit="季度无合计，流量相加、存量取末",
)

sent(
    "石笏镇累计报表2024.xlsx",
    "quarters",
    Sheet(
        "Sheet1",
        [
            ["石笏镇2024年12月法治工作月报表", "<", "<", "<"],
            ["指标", "单位", "本月数", "1-12月累计"],
            ["法治宣传活动", "场次", 5, fig("publicity_events", 40)],
            ["化解矛盾纠纷", "件", 11, fig("disputes_mediated", 131)],
            ["提供法律咨询", "人次", 42, fig("people_served", 510)],
        ],
        "石笏镇",
        2024,
    ),
    habit="12 月月报：本月数不是全年数",
)

sent(
    "长表导出.csv",
    "long",
    Sheet(
        "长表导出",
        [
            ["乡镇", "年度", "指标", "数值", "单位"],
            ["槲岭镇", 2023, "法治讲座", fig("legal_lectures", 3, township="槲岭镇", year=2023), "场"],
            ["槲岭镇", 2024, "法治讲座", fig("legal_lectures", 6, township="槲岭镇", year=2024), "场"],
            ["枥苔乡", 2024, "发放普法宣传资料", fig("leaflets", 0.4, 4000, township="枥苔乡", year=2024), "万份"],
            ["枥苔乡", 2024, "行政复议案件", fig("reconsideration_cases", "无", 0, township="枥苔乡", year=2024), "件"],
            ["鹭汀街道办", 2024, "合同审查", gone("contract_reviews", township="鹭汀街道", year=2024), "份"],
        ],
    ),
    habit="系统导出的长表，UTF-8 带 BOM",
    encoding="utf-8-sig",
)

sent(
    "分乡镇2024.xlsx",
    "sheet_per_township",
    *[
        Sheet(
            name,
            [
                ["2024年度法治建设统计表", "<", "<"],
                ["指标", "单位", "数量"],
                ["法治讲座", "场", fig("legal_lectures", a)],
                ["旁听庭审", "次", fig("court_hearings_attended", b)],
                ["发放普法宣传资料", "份", fig("leaflets", c)],
            ],
            township,
            2024,
        )
        for name, township, a, b, c in (
            ("槲岭", "槲岭镇", 6, 2, 30000),
            ("城关", "鹭汀街道", 9, 3, 45000),
            ("蓼洼民族乡", "蓼洼乡", 2, 1, 2500),
        )
    ],
    habit="一镇一表，工作表名用简称、别名",
)

sent(
    "翊塘镇分年.xlsx",
    "sheet_per_year",
    *[
        Sheet(
            f"{y}年",
            [
                ["翊塘镇法治建设统计表", "<", "<"],
                ["指标", "单位", "数量"],
                ["法治讲座", "场", fig("legal_lectures", a)],
                ["法律咨询", "人次", fig("people_served", b)],
            ],
            "翊塘镇",
            y,
        )
        for y, a, b in ((2022, 2, 500), (2023, 5, 640), (2024, 5, 700))
    ],
    habit="一年一表",
)

sent(
    "分指标2024年.xlsx",
    "sheet_per_indicator",
    *[
        Sheet(
            name,
            [
                ["乡镇", "2024年"],
                *[[t, fig(indicator, v, township=t)] for t, v in zip(T3, values, strict=True)],
                ["合计", sum(values)],
            ],
            None,
            2024,
        )
        for name, indicator, values in (
            ("法治讲座（场）", "legal_lectures", (6, 5, 3)),
            ("合同审查（份）", "contract_reviews", (20, 14, 9)),
        )
    ],
    habit="一指标一表，工作表名是指标",
)

sent(
    "同页上下两表-楮源镇2023.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["楮源镇2023年法治建设统计", "<", "<"],
            [None],
            ["表一 学法情况", "<", "<"],
            ["指标", "单位", "数量"],
            ["中心组学法", "次", fig("central_group_study", 4)],
            ["法治讲座", "场", fig("legal_lectures", 3)],
            [None],
            ["表二 法律服务", "<", "<"],
            ["项目", "数量", "单位"],
            ["合同审核", fig("contract_reviews", 17), "份"],
            ["合法性审核", fig("legal_reviews", 8), "件"],
            ["法律顾问", fig("legal_advisers", 1), "名"],
        ],
        "楮源镇",
        2023,
    ),
    habit="上下两表，列的次序不同",
)

sent(
    "左右两表2024.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["普法宣传情况（2024年）", "<", "<", None, "矛盾化解情况（2024年）", "<", "<"],
            ["乡镇", "普法活动场次", "宣传资料（份）", None, "乡镇", "排查纠纷（件）", "化解矛盾纠纷（件）"],
            [
                "槲岭镇",
                *across("publicity_events leaflets", 31, 22000, township="槲岭镇"),
                None,
                "栀岙乡",
                *across("disputes_screened disputes_mediated", 60, 58, township="栀岙乡"),
            ],
            [
                "翊塘镇",
                *across("publicity_events leaflets", 27, 13000, township="翊塘镇"),
                None,
                "槲岭镇",
                *across("disputes_screened disputes_mediated", 140, 139, township="槲岭镇"),
            ],
            [
                "栀岙乡",
                *across("publicity_events leaflets", 13, 4000, township="栀岙乡"),
                None,
                "翊塘镇",
                *across("disputes_screened disputes_mediated", 99, 97, township="翊塘镇"),
            ],
        ],
        None,
        2024,
    ),
    habit="左右两表，乡镇次序不同",
)

sent(
    "普法台账-枥苔乡2024.xlsx",
    "activity_log",
    Sheet(
        "台账",
        [
            ["枥苔乡2024年普法活动台账", "<", "<", "<", "<", "<"],
            ["序号", "活动时间", "活动地点", "活动形式", "受众人次", "发放宣传资料（份）"],
            [
                1,
                "2024-03-08",
                "枥苔村",
                fig("publicity_events", "法治宣传活动", 3, cells=("D5", "D8")),
                fig("people_reached", 120, 640, cells=("E4", "E5", "E6", "E7", "E8", "E9")),
                fig("leaflets", 300, 1330, cells=("F4", "F5", "F6", "F7", "F8", "F9")),
            ],
            [2, "2024-03-15", "集市", fig("village_talks", "进村宣讲", 1), 80, 150],
            [3, "2024-05-20", "文化广场", "法治宣传活动", 200, 500],
            [4, "2024-06-26", "中心小学", fig("school_events", "法治进校园", 1), 150, 300],
            [5, "2024-09-10", "乡政府", fig("legal_lectures", "法治讲座", 1), 40, 0],
            [6, "2024-12-04", "集市", "法治宣传活动", 50, 80],
            ["合计", None, None, None, 640, 1330],
        ],
        "枥苔乡",
        2024,
    ),
    habit="活动台账，一行一次",
)

sent(
    "分页表头2023.xlsx",
    "ledger_pages",
    Sheet(
        "Sheet1",
        [
            ["2023年行政执法情况统计表", "<", "<", "<"],
            ["乡镇", "持证执法人员（名）", "行政执法培训（次）", "行政处罚案件（件）"],
            ["槲岭镇", *across("certified_officers enforcement_trainings penalty_cases", 15, 3, 20, township="槲岭镇")],
            ["翊塘镇", *across("certified_officers enforcement_trainings penalty_cases", 11, 3, 17, township="翊塘镇")],
            ["第1页", None, None, None],
            ["2023年行政执法情况统计表（续）", "<", "<", "<"],
            ["乡镇", "持证执法人员（名）", "行政执法培训（次）", "行政处罚案件（件）"],
            ["枥台镇", *across("certified_officers enforcement_trainings penalty_cases", 12, 2, 9, township="枥台镇")],
            ["苎坞镇", *across("certified_officers enforcement_trainings penalty_cases", 9, 0, 12, township="苎坞镇")],
            ["第2页", None, None, None],
        ],
        None,
        2023,
    ),
    habit="每页重复表头和页码",
)

sent(
    "名称不规范2024.xlsx",
    "township_names",
    Sheet(
        "Sheet1",
        [
            ["2024年学法情况", "<", "<"],
            ["单位", "中心组学法（次）", "干部职工学法（次）"],
            ["示例县槲岭镇党委", *across("central_group_study collective_study", 4, 12, township="槲岭镇")],
            ["翊 塘 镇", *across("central_group_study collective_study", 5, 11, township="翊塘镇")],
            ["菱浔街办", *across("central_group_study collective_study", 6, 20, township="菱浔街道")],
            ["蓼洼民族乡人民政府", *across("central_group_study collective_study", 4, 8, township="蓼洼乡")],
            ["石笏", *across("central_group_study collective_study", 4, 9, township="石笏镇")],
            ["枥召镇", *across("central_group_study collective_study", 3, 7, township="枥台镇")],
            [
                "枥台乡",
                ask("central_group_study", 5, township="枥苔乡"),
                ask("collective_study", 10, township="枥苔乡"),
            ],
            ["望舒镇", ask("central_group_study", 2, township="望舒镇"), ask("collective_study", 6, township="望舒镇")],
            ["县司法局", 6, 24],
        ],
        None,
        2024,
    ),
    habit="乡镇名各写各的，错字、名册外的镇、县局",
)

sent(
    "无名册汇总2023.xlsx",
    "township_names",
    Sheet(
        "Sheet1",
        [
            ["2023年学法情况统计", "<", "<"],
            ["乡镇（街道）", "中心组学法（次）", "法治讲座（场）"],
            ["苔岘镇人民政府", *across("central_group_study legal_lectures", 4, 6, township="苔岘镇")],
            ["槭湖街道办事处", *across("central_group_study legal_lectures", 5, 7, township="槭湖街道")],
            ["栗浦乡", *across("central_group_study legal_lectures", 3, 2, township="栗浦乡")],
            ["合计", 12, 15],
        ],
        None,
        2023,
    ),
    habit="没有名册",
    roster=False,
)

sent(
    "村级明细-槲岭镇2024.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["槲岭镇2024年各村普法情况统计表", "<", "<", "<"],
            ["序号", "村（社区）", "法治宣传活动（场次）", "发放宣传资料（份）"],
            [1, "槲岭村", ask("publicity_events", 4), ask("leaflets", 500)],
            [2, "石桥社区", 3, 400],
            [3, "下坝村", 2, 300],
        ],
        "槲岭镇",
        2024,
    ),
    habit="村级明细，没有合计",
)

sent(
    "2024年财政收入统计.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["2024年各乡镇财政收入统计表", "<", "<", "<"],
            ["乡镇", "税收收入（万元）", "非税收入（万元）", "合计"],
            ["槲岭镇", 1200, 300, 1500],
            ["翊塘镇", 980, 210, 1190],
            ["合计", 2180, 510, 2690],
        ],
    ),
    habit="别的科室的表",
)

sent(
    "2024年普法培训签到表.xlsx",
    "not_a_return",
    Sheet(
        "签到",
        [
            ["槲岭镇2024年法治培训签到表", "<", "<", "<"],
            ["序号", "姓名", "职务", "联系电话"],
            [1, "李明", "科员", "13900000001"],
            [2, "王芳", "副镇长", "13900000002"],
            [3, "赵强", "网格员", "13900000003"],
        ],
    ),
    habit="签到表",
)

sent(
    "普法问卷2024.xlsx",
    "not_a_return",
    Sheet(
        "问卷",
        [
            ["翊塘镇2024年法治满意度调查问卷结果", "<", "<"],
            ["题目", "选项", "人数"],
            ["您参加过法治讲座吗？", "参加过", 120],
            ["^", "没参加过", 35],
            ["您看过宣传资料吗？", "看过", 140],
            ["^", "没看过", 15],
        ],
    ),
    habit="问卷结果",
)

sent(
    "2025年普法经费预算.xlsx",
    "not_a_return",
    Sheet(
        "预算",
        [
            ["石笏镇2025年普法工作经费预算表", "<", "<", "<"],
            ["项目", "单价（元）", "数量", "金额（元）"],
            ["宣传资料", 0.5, 20000, 10000],
            ["法治讲座", 800, 6, 4800],
            ["横幅标语", 60, 30, 1800],
            ["合计", None, None, 16600],
        ],
    ),
    habit="下一年预算，数量像指标",
)

sent(
    "2025年度普法工作计划表.xlsx",
    "not_a_return",
    Sheet(
        "计划",
        [
            ["苎坞镇2025年度普法工作计划表", "<", "<"],
            ["工作内容", "计划场次", "责任人"],
            ["法治讲座", 6, "李明"],
            ["法治宣传活动", 24, "王芳"],
            ["法治进校园", 4, "赵强"],
        ],
    ),
    habit="计划表",
)

sent(
    "合并数值2024.xlsx",
    "merged_values",
    Sheet(
        "Sheet1",
        [
            ["2024年普法工作统计", "<", "<"],
            ["乡镇", "法治宣传活动（场次）", "发放宣传资料（份）"],
            ["槲岭镇", fig("publicity_events", 31, township="槲岭镇"), ask("leaflets", 30000, township="槲岭镇")],
            ["翊塘镇", fig("publicity_events", 27, township="翊塘镇"), "^"],
            ["栀岙乡", fig("publicity_events", 13, township="栀岙乡"), fig("leaflets", 4000, township="栀岙乡")],
        ],
        None,
        2024,
    ),
    habit="两镇的数合并在一格",
)

sent(
    "隐藏行列2024.xlsx",
    "hidden",
    Sheet(
        "Sheet1",
        [
            ["2024年依法行政统计", "<", "<", "<"],
            ["乡镇", "合同审查（份）", "行政诉讼（件）", "行政复议（件）"],
            [
                "槲岭镇",
                fig("contract_reviews", 21, township="槲岭镇"),
                1,
                fig("reconsideration_cases", 0, township="槲岭镇"),
            ],
            ["翊塘镇", 14, 0, 1],
            [
                "栀岙乡",
                fig("contract_reviews", 9, township="栀岙乡"),
                0,
                fig("reconsideration_cases", 2, township="栀岙乡"),
            ],
        ],
        None,
        2024,
        hidden_rows=(4,),
        hidden_columns=("C",),
    ),
    habit="隐藏了一行一列",
)
