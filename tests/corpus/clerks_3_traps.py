"""Sheets on which a hasty reader would be wrong without noticing."""

from datetime import date, datetime, time

from corpus_cells import Sheet, across, ask, fig, gone, sent, show


def form(title, rows, township, year, sheet="Sheet1", head=("指标", "单位", "数量"), **more):
    """The plainest form, so that only the trap differs."""
    width = len(head)
    return Sheet(sheet, [[title, *["<"] * (width - 1)], list(head), *rows], township, year, **more)


# --- time -------------------------------------------------------------------------------------------------------

sent(
    "枥台镇累进季度2024.xlsx",
    "periods_cumulative",
    form(
        "枥台镇2024年法治工作进度表",
        [
            ["法治宣传活动", "场次", 4, 9, 15, fig("publicity_events", 21)],
            ["发放普法宣传资料", "份", 3000, 8000, 13000, fig("leaflets", 18500)],
            ["法律明白人", "人", 30, 30, 31, fig("law_savvy_persons", 31)],
        ],
        "枥台镇",
        2024,
        head=("指标", "单位", "一季度", "上半年", "前三季度", "全年"),
    ),
    habit="累计口径，不能相加",
)
sent(
    "截至各月末-苎坞镇2024.xls",
    "periods_cumulative",
    form(
        "苎坞镇2024年法治数据（累计）",
        [
            ["法治宣传活动", "场次", 6, 13, fig("publicity_events", 20)],
            ["化解矛盾纠纷", "件", 30, 71, fig("disputes_mediated", 99)],
        ],
        "苎坞镇",
        2024,
        head=("指标", "单位", "截至4月底", "截至8月底", "截至12月底"),
    ),
    habit="截至各月末的累计数",
)
sent(
    "翊塘镇上下半年2023.xlsx",
    "periods",
    form(
        "翊塘镇2023年法治工作统计",
        [
            ["法治宣传活动", "场次", 12, 13, fig("publicity_events", 25, cells=("C3", "D3"))],
            ["旁听庭审", "次", 1, 1, fig("court_hearings_attended", 2, cells=("C4", "D4"))],
            ["法律顾问", "名", 1, 1, fig("legal_advisers", 1, cells=("D5",))],
        ],
        "翊塘镇",
        2023,
        head=("指标", "单位", "上半年", "下半年", "全年"),
    ),
    habit="上下半年和全年",
)
sent(
    "缺一季2024-砚垌乡.xlsx",
    "periods",
    form(
        "砚垌乡2024年法治工作统计",
        [
            ["法治宣传活动", "场次", ask("publicity_events", 3, cells=("C3", "D3", "E3", "F3")), 3, None, 4],
            ["法治讲座", "场", fig("legal_lectures", 1, 3, cells=("C4", "D4", "E4", "F4")), 1, 0, 1],
        ],
        "砚垌乡",
        2024,
        head=("指标", "单位", "一季度", "二季度", "三季度", "四季度"),
    ),
    habit="少了一个季度，又没有合计",
)
sent(
    "合计不符-楮源镇2024.xlsx",
    "periods",
    form(
        "楮源镇2024年法治工作统计",
        [
            ["法治宣传活动", "场次", 6, 7, 8, 6, ask("publicity_events", 30)],
            ["法治讲座", "场", 1, 1, 2, 1, fig("legal_lectures", 5, cells=("C4", "D4", "E4", "F4"))],
        ],
        "楮源镇",
        2024,
        head=("指标", "单位", "一季度", "二季度", "三季度", "四季度", "合计"),
    ),
    habit="季度之和与合计不等",
)
sent(
    "第四季度报表（石笏镇）2024.xlsx",
    "period",
    form(
        "石笏镇2024年第四季度法治工作报表",
        [
            ["法治宣传活动", "场次", ask("publicity_events", 11)],
            ["化解矛盾纠纷", "件", ask("disputes_mediated", 30)],
        ],
        "石笏镇",
        2024,
    ),
    habit="只有第四季度",
)
sent(
    "2024年12月报表-菱浔街道.xlsx",
    "period",
    form(
        "菱浔街道2024年12月法治工作月报表",
        [
            ["法治宣传活动", "场次", ask("publicity_events", 6)],
            ["提供法律咨询", "人次", ask("people_served", 90)],
        ],
        "菱浔街道",
        2024,
    ),
    habit="只有 12 月",
)
sent(
    "枥苔乡2024年7-12月.xlsx",
    "period",
    form(
        "枥苔乡法治建设统计表（2024年7月至12月）",
        [
            ["法治宣传活动", "场次", ask("publicity_events", 6)],
            ["发放宣传资料", "份", ask("leaflets", 2100)],
        ],
        "枥苔乡",
        2024,
    ),
    habit="下半年",
)
sent(
    "蓼洼乡2024年1-12月统计.xlsx",
    "form",
    form(
        "蓼洼乡2024年1—12月法治建设统计表",
        [
            ["法治宣传活动", "场次", fig("publicity_events", 10)],
            ["发放宣传资料", "份", fig("leaflets", 2500)],
            ["行政诉讼案件", "件", fig("litigation_cases", 0)],
        ],
        "蓼洼乡",
        2024,
    ),
    habit="1—12 月就是全年",
)
sent(
    "八五期间普法统计.xlsx",
    "period",
    Sheet(
        "Sheet1",
        [
            ["“八五”普法期间（2021—2025年）各乡镇普法统计", "<", "<"],
            ["乡镇", "法治宣传活动（场次）", "发放宣传资料（份）"],
            ["槲岭镇", ask("publicity_events", 160, township="槲岭镇"), ask("leaflets", 120000, township="槲岭镇")],
            ["翊塘镇", ask("publicity_events", 120, township="翊塘镇"), ask("leaflets", 61000, township="翊塘镇")],
        ],
    ),
    habit="五年合在一起",
)
sent(
    "两学年-鹭汀街道.xlsx",
    "period",
    form(
        "鹭汀街道2023—2024学年法治进校园情况",
        [
            ["法治进校园", "场次", ask("school_events", 18)],
            ["法治副校长授课", "次", ask("school_law_classes", 12)],
        ],
        "鹭汀街道",
        None,
    ),
    habit="学年跨两年",
)
sent(
    "20240108.xlsx",
    "no_year",
    form(
        "槲岭镇法治建设统计表",
        [
            ["法治讲座", "场", ask("legal_lectures", 3)],
            ["旁听庭审", "次", ask("court_hearings_attended", 2)],
        ],
        "槲岭镇",
        None,
    ),
    habit="文件名只是日期",
)
sent(
    "示法办〔2024〕3号附件.xlsx",
    "no_year",
    Sheet(
        "Sheet1",
        [
            ["示法办〔2024〕3号附件2", "<", "<"],
            ["栀岙乡法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", ask("legal_lectures", 3)],
            ["法治宣传活动", "场次", ask("publicity_events", 11)],
        ],
        "栀岙乡",
        None,
    ),
    habit="只有文号里有年份",
)
sent(
    "20240115报送-栀岙乡2023年数据.xlsx",
    "form",
    Sheet(
        "Sheet1",
        [
            ["示法办〔2024〕1号附件", "<", "<"],
            ["栀岙乡2023年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", fig("legal_lectures", 3)],
            ["法治宣传活动", "场次", fig("publicity_events", 11)],
            ["填报日期：2024年1月15日", "<", "<"],
        ],
        "栀岙乡",
        2023,
    ),
    habit="报送日期、文号、填报日期都是 2024，数据是 2023",
)
sent(
    "实绩与计划-翊塘镇.xlsx",
    "years_across",
    form(
        "翊塘镇法治工作情况",
        [
            [
                "法治宣传活动",
                "场次",
                fig("publicity_events", 25, year=2023),
                fig("publicity_events", 27, year=2024),
                30,
            ],
            ["法治讲座", "场", fig("legal_lectures", 5, year=2023), fig("legal_lectures", 5, year=2024), 6],
            ["合同审查", "份", fig("contract_reviews", 14, year=2023), fig("contract_reviews", 15, year=2024), 15],
        ],
        "翊塘镇",
        None,
        head=("指标", "单位", "2023年实绩", "2024年实绩", "2025年计划"),
    ),
    habit="第三列是下一年计划",
)
sent(
    "预计数-石笏镇.xlsx",
    "years_across",
    form(
        "石笏镇法治工作情况",
        [
            ["法治宣传活动", "场次", fig("publicity_events", 33, year=2023), ask("publicity_events", 40, year=2024)],
            ["法治讲座", "场", fig("legal_lectures", 5, year=2023), ask("legal_lectures", 6, year=2024)],
        ],
        "石笏镇",
        None,
        head=("指标", "单位", "2023年实际", "2024年预计"),
    ),
    habit="2024 年是预计数",
)
sent(
    "年份表头是日期.xlsx",
    "years_across",
    Sheet(
        "Sheet1",
        [
            ["槲岭镇法治工作情况", "<", "<", "<"],
            ["指标", "单位", show(date(2023, 1, 1), 'yyyy"年"'), show(date(2024, 1, 1), 'yyyy"年"')],
            ["法治讲座", "场", fig("legal_lectures", 3, year=2023), fig("legal_lectures", 6, year=2024)],
            [
                "旁听庭审",
                "次",
                fig("court_hearings_attended", 2, year=2023),
                fig("court_hearings_attended", 1, year=2024),
            ],
        ],
        "槲岭镇",
    ),
    habit="年份单元格其实是日期",
)
sent(
    "23和24年.xlsx",
    "years_across",
    Sheet(
        "Sheet1",
        [
            ["苎坞镇法治工作情况", "<", "<", "<"],
            ["指标", "单位", "23年", "24年"],
            ["法治讲座", "场", fig("legal_lectures", 3, year=2023), fig("legal_lectures", 4, year=2024)],
            ["法治宣传活动", "场次", fig("publicity_events", 22, year=2023), fig("publicity_events", 20, year=2024)],
        ],
        "苎坞镇",
    ),
    habit="两位数年份",
)
sent(
    "年份列为数字且无年字2.xlsx",
    "years_across",
    Sheet(
        "Sheet1",
        [
            ["砚垌乡法治工作情况", "<", "<", "<"],
            ["指标", 2024, 2023, "增减"],
            ["法治讲座（场）", fig("legal_lectures", 3, year=2024), fig("legal_lectures", 2, year=2023), 1],
            ["发放宣传资料（份）", fig("leaflets", 5100, year=2024), fig("leaflets", 5200, year=2023), -100],
            ["法律明白人（人）", fig("law_savvy_persons", 20, year=2024), fig("law_savvy_persons", 18, year=2023), 2],
        ],
        "砚垌乡",
    ),
    habit="年份倒序、纯数字",
)
sent(
    "乡镇带年份.xlsx",
    "years_down",
    Sheet(
        "Sheet1",
        [
            ["普法数据", "<", "<"],
            ["单位", "法治讲座（场）", "法治宣传活动（场次）"],
            ["槲岭镇2023年", *across("legal_lectures publicity_events", 3, 36, township="槲岭镇", year=2023)],
            ["槲岭镇2024年", *across("legal_lectures publicity_events", 6, 31, township="槲岭镇", year=2024)],
        ],
    ),
    habit="年份写在乡镇名后",
)
sent(
    "年度列合并.xlsx",
    "years_down",
    Sheet(
        "Sheet1",
        [
            ["各乡镇行政诉讼、复议情况", "<", "<", "<"],
            ["年度", "乡镇", "行政诉讼（件）", "行政复议（件）"],
            ["2023年", "楮源镇", *across("litigation_cases reconsideration_cases", 2, 1, township="楮源镇", year=2023)],
            ["^", "石笏镇", *across("litigation_cases reconsideration_cases", 0, 0, township="石笏镇", year=2023)],
            ["2024年", "楮源镇", *across("litigation_cases reconsideration_cases", 1, 3, township="楮源镇", year=2024)],
            ["^", "石笏镇", *across("litigation_cases reconsideration_cases", 0, 1, township="石笏镇", year=2024)],
        ],
    ),
    habit="年度列竖向合并",
)
sent(
    "本年上年分行2024.xlsx",
    "years_down",
    Sheet(
        "Sheet1",
        [
            ["2024年各乡镇普法情况", "<", "<", "<"],
            ["乡镇", "年度", "法治讲座（场）", "发放宣传资料（份）"],
            ["槲岭镇", "本年", *across("legal_lectures leaflets", 6, 22000, township="槲岭镇", year=2024)],
            ["^", "上年", *across("legal_lectures leaflets", 3, 80000, township="槲岭镇", year=2023)],
            ["翊塘镇", "本年", *across("legal_lectures leaflets", 5, 13000, township="翊塘镇", year=2024)],
            ["^", "上年", *across("legal_lectures leaflets", 5, 12000, township="翊塘镇", year=2023)],
        ],
    ),
    habit="每镇两行：本年、上年",
)
sent(
    "长表按季.csv",
    "long_periods",
    Sheet(
        "长表按季",
        [
            ["乡镇", "年度", "季度", "指标", "数值"],
            [
                "枥台镇",
                2024,
                "一季度",
                "法治讲座",
                fig("legal_lectures", 1, 6, township="枥台镇", year=2024, cells=("E2", "E3", "E4", "E5")),
            ],
            ["枥台镇", 2024, "二季度", "法治讲座", 2],
            ["枥台镇", 2024, "三季度", "法治讲座", 1],
            ["枥台镇", 2024, "四季度", "法治讲座", 2],
        ],
    ),
    habit="长表带季度列",
    encoding="gb18030",
)
sent(
    "月份在下-菱浔街道2024.xlsx",
    "months_down",
    Sheet(
        "Sheet1",
        [
            ["菱浔街道2024年法治工作月度统计", "<", "<", "<"],
            ["月份", "法治宣传活动（场次）", "提供法律咨询（人次）", "化解矛盾纠纷（件）"],
            *[[f"{m}月", 4, 50 + m, 10] for m in range(1, 13)],
            [
                "合计",
                fig("publicity_events", 48, cells=tuple(f"B{r}" for r in range(3, 15))),
                fig("people_served", 678, cells=tuple(f"C{r}" for r in range(3, 15))),
                fig("disputes_mediated", 120, cells=tuple(f"D{r}" for r in range(3, 15))),
            ],
        ],
        "菱浔街道",
        2024,
    ),
    habit="月份在左、指标在上、有合计",
)
sent(
    "四张季表-鹭汀街道2024.xlsx",
    "sheet_per_quarter",
    *[
        form(
            "鹭汀街道2024年法治工作季报表",
            [
                ["法治宣传活动", "场次", fig("publicity_events", v, 60, cells=("C3",)) if n == 0 else v],
                ["法治讲座", "场", fig("legal_lectures", w, 9, cells=("C4",)) if n == 0 else w],
            ],
            "鹭汀街道",
            2024,
            sheet=name,
        )
        for n, (name, v, w) in enumerate((("一季度", 12, 2), ("二季度", 15, 2), ("三季度", 18, 3), ("四季度", 15, 2)))
    ],
    habit="一季一表",
)
sent(
    "季度分组汇总2024.xlsx",
    "quarters_two_level",
    Sheet(
        "Sheet1",
        [
            ["2024年各乡镇法治工作季度汇总", "<", "<", "<", "<", "<", "<"],
            ["乡镇", "上半年", "<", "下半年", "<", "全年", "<"],
            [
                "^",
                "法治讲座（场）",
                "旁听庭审（次）",
                "法治讲座（场）",
                "旁听庭审（次）",
                "法治讲座（场）",
                "旁听庭审（次）",
            ],
            [
                "槲岭镇",
                3,
                1,
                3,
                0,
                fig("legal_lectures", 6, township="槲岭镇", cells=("B4", "D4")),
                fig("court_hearings_attended", 1, township="槲岭镇", cells=("C4", "E4")),
            ],
            [
                "石笏镇",
                2,
                1,
                4,
                1,
                fig("legal_lectures", 6, township="石笏镇", cells=("B5", "D5")),
                fig("court_hearings_attended", 2, township="石笏镇", cells=("C5", "E5")),
            ],
        ],
        None,
        2024,
    ),
    habit="半年分组再有全年组",
)
sent(
    "法律明白人变动-枥台镇2024.xlsx",
    "stock",
    form(
        "枥台镇2024年队伍建设情况",
        [
            ["法律明白人", "人", 28, 5, 2, fig("law_savvy_persons", 31)],
            ["持证执法人员", "名", 11, 1, 0, fig("certified_officers", 12)],
        ],
        "枥台镇",
        2024,
        head=("项目", "单位", "年初数", "本年新增", "本年减少", "年末数"),
    ),
    habit="存量：年初、新增、减少、年末",
)

# --- what the columns are ---------------------------------------------------------------------------------------

sent(
    "计划完成两级2024.xlsx",
    "plan_two_level",
    Sheet(
        "Sheet1",
        [
            ["2024年普法任务完成情况", "<", "<", "<", "<"],
            ["乡镇", "年度计划", "<", "实际完成", "<"],
            ["^", "法治宣传活动（场次）", "发放宣传资料（份）", "法治宣传活动（场次）", "发放宣传资料（份）"],
            ["槲岭镇", 30, 20000, *across("publicity_events leaflets", 31, 22000, township="槲岭镇")],
            ["翊塘镇", 30, 15000, *across("publicity_events leaflets", 27, 13000, township="翊塘镇")],
        ],
        None,
        2024,
    ),
    habit="计划组、完成组",
)
sent(
    "指标下挂得分2024.xls",
    "score_two_level",
    Sheet(
        "Sheet1",
        [
            ["2024年普法工作考核表", "<", "<", "<", "<", "<", "<"],
            ["乡镇", "法治讲座", "<", "旁听庭审", "<", "法治进校园", "<"],
            ["^", "场次", "得分", "次数", "得分", "场次", "得分"],
            [
                "槲岭镇",
                fig("legal_lectures", 6, township="槲岭镇"),
                10,
                fig("court_hearings_attended", 1, township="槲岭镇"),
                5,
                fig("school_events", 5, township="槲岭镇"),
                8,
            ],
            [
                "翊塘镇",
                fig("legal_lectures", 5, township="翊塘镇"),
                9,
                fig("court_hearings_attended", 2, township="翊塘镇"),
                10,
                fig("school_events", 3, township="翊塘镇"),
                6,
            ],
        ],
        None,
        2024,
    ),
    habit="每个指标下有次数和得分",
)
sent(
    "纯得分表2024.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["2024年普法工作考核得分表", "<", "<", "<"],
            ["乡镇", "法治讲座（10分）", "法治进校园（10分）", "总分"],
            ["槲岭镇", 10, 8, 18],
            ["翊塘镇", 9, 6, 15],
            ["栀岙乡", 7.5, 6, 13.5],
        ],
    ),
    habit="整张表都是得分",
)
sent(
    "占比表2024.xlsx",
    "derived",
    Sheet(
        "Sheet1",
        [
            ["2024年普法工作情况", "<", "<", "<", "<", "<"],
            ["乡镇", "法治宣传活动", "<", "<", "发放宣传资料", "<"],
            ["^", "场次", "同比", "占全县比重", "份", "人均（份）"],
            [
                "槲岭镇",
                fig("publicity_events", 31, township="槲岭镇"),
                "-13.9%",
                "25%",
                fig("leaflets", 22000, township="槲岭镇"),
                1.05,
            ],
            [
                "翊塘镇",
                fig("publicity_events", 27, township="翊塘镇"),
                "8%",
                "22%",
                fig("leaflets", 13000, township="翊塘镇"),
                0.83,
            ],
        ],
        None,
        2024,
    ),
    habit="同比、占比、人均夹在中间",
)
sent(
    "人口村数2024.xlsx",
    "ledger",
    Sheet(
        "Sheet1",
        [
            ["2024年各乡镇普法情况", "<", "<", "<", "<"],
            ["乡镇", "行政村数", "户籍人口", "法律明白人（人）", "法治文化阵地（个）"],
            ["槲岭镇", 12, 20987, *across("law_savvy_persons culture_sites", 36, 5, township="槲岭镇")],
            ["砚垌乡", 6, 6988, *across("law_savvy_persons culture_sites", 20, 2, township="砚垌乡")],
        ],
        None,
        2024,
    ),
    habit="人口、村数不是指标",
)
sent(
    "资料分类2024-楮源镇.xlsx",
    "parts",
    Sheet(
        "Sheet1",
        [
            ["楮源镇2024年普法宣传情况", "<", "<", "<", "<"],
            ["类别", "项目", "单位", "数量", "备注"],
            ["发放宣传资料", "宣传册", "份", 4000, None],
            ["^", "宣传单", "份", 8000, None],
            ["^", "合计", "份", fig("leaflets", 12000), None],
            ["宣传活动", "法治宣传活动", "场次", fig("publicity_events", 27), None],
        ],
        "楮源镇",
        2024,
    ),
    habit="册、单、合计：合计才是总数",
)
sent(
    "资料分类无合计2024.xlsx",
    "parts",
    Sheet(
        "Sheet1",
        [
            ["2024年普法宣传情况", "<", "<", "<"],
            ["乡镇", "宣传册（份）", "宣传单（份）", "法治宣传活动（场次）"],
            [
                "楮源镇",
                ask("leaflets", 4000, township="楮源镇", cells=("C3",)),
                8000,
                fig("publicity_events", 27, township="楮源镇"),
            ],
            [
                "石笏镇",
                ask("leaflets", 9000, township="石笏镇", cells=("C4",)),
                16000,
                fig("publicity_events", 40, township="石笏镇"),
            ],
        ],
        None,
        2024,
    ),
    habit="册和单分开报，没有合计",
)
sent(
    "合计是指标2024.xlsx",
    "parts",
    Sheet(
        "Sheet1",
        [
            ["2024年普法宣传情况", "<", "<", "<", "<"],
            ["乡镇", "发放普法宣传资料（份）", "<", "<", "法治讲座（场）"],
            ["^", "合计", "其中：校园手册", "其中：进村入户", "^"],
            [
                "槲岭镇",
                fig("leaflets", 22000, township="槲岭镇"),
                fig("school_leaflets", 5000, township="槲岭镇"),
                17000,
                fig("legal_lectures", 6, township="槲岭镇"),
            ],
            [
                "栀岙乡",
                fig("leaflets", 4000, township="栀岙乡"),
                fig("school_leaflets", 800, township="栀岙乡"),
                3200,
                fig("legal_lectures", 3, township="栀岙乡"),
            ],
        ],
        None,
        2024,
    ),
    habit="合计列就是指标本身",
)
sent(
    "纠纷分类2024-苎坞镇.xlsx",
    "parts",
    Sheet(
        "Sheet1",
        [
            ["苎坞镇2024年矛盾纠纷调处情况", "<", "<"],
            ["项目", "单位", "数量"],
            ["调处矛盾纠纷", "件", fig("disputes_mediated", 99)],
            ["其中：婚姻家庭", "件", 31],
            ["邻里纠纷", "件", 40],
            ["山林土地", "件", 28],
            ["调解成功率", "%", 98],
            ["行政诉讼案件", "件", fig("litigation_cases", 2)],
            ["  其中：一审", "件", 1],
            ["        二审", "件", 1],
        ],
        "苎坞镇",
        2024,
    ),
    habit="其中项、成功率",
)
sent(
    "同词异组2024.xlsx",
    "same_word",
    Sheet(
        "Sheet1",
        [
            ["2024年普法工作统计", "<", "<", "<", "<", "<", "<"],
            ["乡镇", "法治讲座", "<", "进村宣讲", "<", "法治进校园", "<"],
            ["^", "场次", "人次", "场次", "人次", "场次", "人次"],
            [
                "枥台镇",
                fig("legal_lectures", 5, township="枥台镇"),
                300,
                fig("village_talks", 14, township="枥台镇"),
                800,
                fig("school_events", 4, township="枥台镇"),
                1200,
            ],
            [
                "枥苔乡",
                fig("legal_lectures", 2, township="枥苔乡"),
                90,
                fig("village_talks", 6, township="枥苔乡"),
                260,
                fig("school_events", 2, township="枥苔乡"),
                310,
            ],
        ],
        None,
        2024,
    ),
    habit="场次、人次在不同组下",
)
sent(
    "同一指标两种叫法-槲岭镇2024.xlsx",
    "twice",
    form(
        "槲岭镇2024年法治建设统计",
        [
            ["专题部署会", "次", ask("leadership_meetings", 4, cells=("C4",))],
            ["推进会", "次", 6],
            ["政府法律顾问", "名", ask("legal_advisers", 1, cells=("C6",))],
            ["村法律顾问", "名", 9],
            ["旁听庭审", "次", fig("court_hearings_attended", 1)],
        ],
        "槲岭镇",
        2024,
    ),
    habit="两行都是同一指标的叫法，数不同",
)
sent(
    "前后不一-石笏镇2024.xlsx",
    "twice",
    form(
        "石笏镇2024年法治建设统计",
        [
            ["法治讲座", "场", ask("legal_lectures", 6)],
            ["旁听庭审", "次", fig("court_hearings_attended", 2)],
        ],
        "石笏镇",
        2024,
        sheet="表一",
    ),
    form(
        "石笏镇2024年普法情况",
        [
            ["法治讲座", "场", 8],
            ["以案释法", "次", fig("case_talks", 7)],
        ],
        "石笏镇",
        2024,
        sheet="表二",
    ),
    habit="两张表同一指标不同数",
)
sent(
    "重复相同-石笏镇2024.xlsx",
    "twice",
    form(
        "石笏镇2024年法治建设统计",
        [
            ["法治讲座", "场", fig("legal_lectures", 6)],
            ["旁听庭审", "次", fig("court_hearings_attended", 2)],
        ],
        "石笏镇",
        2024,
        sheet="表一",
    ),
    form(
        "石笏镇2024年普法情况",
        [
            ["法治讲座", "场", 6],
            ["以案释法", "次", fig("case_talks", 7)],
        ],
        "石笏镇",
        2024,
        sheet="表二",
    ),
    habit="两张表同一指标同一数",
)
sent(
    "乡镇重复行2024.xlsx",
    "twice",
    Sheet(
        "Sheet1",
        [
            ["2024年普法统计", "<", "<"],
            ["乡镇", "法治讲座（场）", "旁听庭审（次）"],
            [
                "槲岭镇",
                ask("legal_lectures", 6, township="槲岭镇"),
                fig("court_hearings_attended", 1, township="槲岭镇"),
            ],
            [
                "翊塘镇",
                fig("legal_lectures", 5, township="翊塘镇"),
                fig("court_hearings_attended", 2, township="翊塘镇"),
            ],
            ["槲岭镇", 7, 1],
        ],
        None,
        2024,
    ),
    habit="同一乡镇两行",
)
sent(
    "学法考试2024.xlsx",
    "rates",
    Sheet(
        "Sheet1",
        [
            ["2024年学法考试情况", "<", "<", "<", "<", "<"],
            ["乡镇", "应考人数", "实际参考人数", "参考率", "合格人数", "合格率"],
            [
                "槲岭镇",
                60,
                fig("law_exam_participants", 60, township="槲岭镇", known=False),
                fig("law_exam_attendance_rate", 1, 100, township="槲岭镇", number_format="0%", raw="100%"),
                59,
                fig("law_exam_pass_rate", 0.9833, 98.33, township="槲岭镇", number_format="0.00%", raw="98.33%"),
            ],
            [
                "翊塘镇",
                50,
                fig("law_exam_participants", 48, township="翊塘镇", known=False),
                fig("law_exam_attendance_rate", 0.96, 96, township="翊塘镇", number_format="0%", raw="96%"),
                48,
                fig("law_exam_pass_rate", 1, 100, township="翊塘镇", number_format="0%", raw="100%"),
            ],
        ],
        None,
        2024,
    ),
    habit="应考、实考、合格人数与率",
)
sent(
    "小数率2024.xlsx",
    "rates",
    form(
        "菱浔街道2024年学法考试",
        [
            ["学法考试合格率", "%", ask("law_exam_pass_rate", 0.98)],
            ["学法参考率", "%", ask("law_exam_attendance_rate", 1)],
            ["学法参学率", None, fig("law_exam_study_rate", "九成五", 95)],
        ],
        "菱浔街道",
        2024,
    ),
    habit="单位是 % 而数是 0.98",
)
sent(
    "经费构成2024.xlsx",
    "parts",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设经费情况", "<", "<", "<", "<"],
            [None, None, None, None, "单位：万元"],
            ["乡镇", "法治建设经费", "<", "<", "人均普法经费（元）"],
            ["^", "上级拨款", "本级投入", "合计", "^"],
            ["槲岭镇", 2, 4.5, fig("funds_invested", 6.5, 65000, township="槲岭镇"), 3.1],
            ["翊塘镇", 1, 3, fig("funds_invested", 4, 40000, township="翊塘镇"), 2.5],
        ],
        None,
        2024,
    ),
    habit="经费分来源，单位写在右上角",
)
sent(
    "右上角单位2023.xlsx",
    "unit_corner",
    Sheet(
        "Sheet1",
        [
            ["2023年普法资料发放情况", "<"],
            [None, "单位：万份"],
            ["乡镇", "发放普法宣传资料"],
            ["槲岭镇", fig("leaflets", 8, 80000, township="槲岭镇")],
            ["翊塘镇", fig("leaflets", 1.2, 12000, township="翊塘镇")],
            ["栀岙乡", fig("leaflets", 0.34, 3400, township="栀岙乡")],
        ],
        None,
        2023,
    ),
    habit="单位：万份",
)
sent(
    "执法人员2024.xlsx",
    "narrowing",
    Sheet(
        "Sheet1",
        [
            ["2024年行政执法人员情况", "<", "<", "<", "<"],
            ["乡镇", "执法人员", "<", "<", "本年新增持证（人）"],
            ["^", "编制数", "在岗数", "持证数", "^"],
            ["槲岭镇", 20, 18, fig("certified_officers", 15, township="槲岭镇", known=False), 2],
            ["翊塘镇", 15, 14, fig("certified_officers", 11, township="翊塘镇", known=False), 1],
        ],
        None,
        2024,
    ),
    habit="编制、在岗、持证、新增",
)
sent(
    "规范性文件-信息公开年报2024.xlsx",
    "national_form",
    Sheet(
        "Sheet1",
        [
            ["翊塘镇2024年政府信息公开工作年度报告", "<", "<", "<"],
            ["第二十条第（一）项", "<", "<", "<"],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", 0, 0, 0],
            ["行政规范性文件", fig("normative_documents", 2, known=False), 1, 9],
        ],
        "翊塘镇",
        2024,
    ),
    habit="国办格式：制发、废止、现行有效",
)
sent(
    "行政复议-信息公开年报2024.xls",
    "national_form",
    Sheet(
        "Sheet1",
        [
            ["石笏镇2024年政府信息公开行政复议、行政诉讼情况", "<", "<", "<", "<", "<", "<", "<", "<", "<"],
            ["行政复议", "<", "<", "<", "<", "行政诉讼", "<", "<", "<", "<"],
            [
                "结果维持",
                "结果纠正",
                "其他结果",
                "尚未审结",
                "总计",
                "结果维持",
                "结果纠正",
                "其他结果",
                "尚未审结",
                "总计",
            ],
            [1, 0, 0, 0, ask("reconsideration_cases", 1), 0, 0, 1, 0, ask("litigation_cases", 1)],
        ],
        "石笏镇",
        2024,
    ),
    habit="只是信息公开引起的复议、诉讼",
)
sent(
    "处罚统计年报2024.xlsx",
    "national_form",
    Sheet(
        "Sheet1",
        [
            ["2024年行政处罚实施情况统计表", "<", "<", "<", "<", "<"],
            ["单位", "行政处罚决定数量（宗）", "<", "<", "<", "罚没金额（万元）"],
            ["^", "警告、通报批评", "罚款", "其他", "合计（宗）", "^"],
            ["鹭汀街道", 10, 30, 1, fig("penalty_cases", 41, township="鹭汀街道", known=False), 3.2],
            ["菱浔街道", 5, 20, 0, fig("penalty_cases", 25, township="菱浔街道", known=False), 1.9],
        ],
        None,
        2024,
    ),
    habit="处罚种类与合计",
)
sent(
    "领用登记-枥台镇2024.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["枥台镇2024年宣传资料出入库登记表", "<", "<", "<", "<"],
            ["品名", "上年结存", "本年购进", "本年领用", "年末结存"],
            ["宣传册", 500, 3000, 2800, 700],
            ["宣传单", 1000, 9000, 9500, 500],
        ],
    ),
    habit="物资台账",
)
sent(
    "矛盾纠纷台账-翊塘镇2024.xlsx",
    "not_a_return",
    Sheet(
        "台账",
        [
            ["翊塘镇2024年矛盾纠纷排查化解台账", "<", "<", "<", "<", "<"],
            ["序号", "受理日期", "当事人", "纠纷类型", "涉及人数", "涉及金额（元）"],
            [1, "2024-01-09", "李某、王某", "邻里纠纷", 4, 0],
            [2, "2024-02-21", "赵某、孙某", "合同纠纷", 2, 12000],
            [3, "2024-04-02", "周某、吴某", "婚姻家庭", 3, 0],
        ],
    ),
    habit="纠纷台账里的人数、金额不是指标",
)
sent(
    "各科室2024-菱浔街道.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["菱浔街道2024年各科室普法情况", "<", "<"],
            ["科室", "法治宣传活动（场次）", "发放宣传资料（份）"],
            ["司法所", ask("publicity_events", 20, cells=("B4", "B5")), ask("leaflets", 15000, cells=("C4", "C5"))],
            ["综合执法队", 12, 8000],
            ["派出所", 20, 18000],
        ],
        "菱浔街道",
        2024,
    ),
    habit="科室明细，没有合计",
)
sent(
    "项目排期-鹭汀街道.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["鹭汀街道2024年法治宣传活动排期表", "<", "<", "<"],
            ["月份", "主题", "计划场次", "责任科室"],
            ["3月", "妇女权益保障", 3, "妇联"],
            ["6月", "禁毒", 2, "综治办"],
            ["12月", "宪法宣传周", 5, "司法所"],
        ],
    ),
    habit="排期表",
)

# --- what is in the cell ----------------------------------------------------------------------------------------

sent(
    "显示格式-枥台镇2024.xlsx",
    "number_format",
    form(
        "枥台镇2024年法治建设统计",
        [
            ["发放普法宣传资料", "份", fig("leaflets", 18000, 18000, number_format='0!.0,"万"', raw="1.8万")],
            ["受教育群众人次", "人次", fig("people_reached", 25000, 25000, ">", number_format='0"余"', raw="25000余")],
            ["法治建设经费", "元", fig("funds_invested", 50000, number_format='"¥"#,##0.00', raw="¥50,000.00")],
            ["法治讲座", "场", fig("legal_lectures", 5, number_format='0"场"', raw="5场")],
            ["旁听庭审", "次", fig("court_hearings_attended", 1.0, number_format="0.0", raw="1.0")],
            ["以案释法", "次", ask("case_talks", 4, number_format=";;;", raw="")],
            ["学法考试合格率", "%", fig("law_exam_pass_rate", 0.963, 96.3, number_format="0.0%", raw="96.3%")],
        ],
        "枥台镇",
        2024,
    ),
    habit="数字格式带着意思",
)
sent(
    "怪类型-枥苔乡2023.xlsx",
    "cell_types",
    form(
        "枥苔乡2023年法治建设统计",
        [
            [
                "法治讲座",
                "场",
                ask("legal_lectures", datetime(2023, 3, 5), number_format="yyyy-mm-dd", raw="2023-03-05"),
            ],
            ["旁听庭审", "次", ask("court_hearings_attended", time(3, 5), number_format="h:mm", raw="3:05")],
            ["以案释法", "次", ask("case_talks", True, raw="TRUE")],
            ["专题研讨", "次", fig("seminars", "2\u200b", 2)],
            ["合同审查", "份", fig("contract_reviews", "\u00a012\u00a0", 12)],
            ["合法性审查", "件", fig("legal_reviews", "9　", 9)],
            ["信访件", "件", ask("petitions_handled", "〃")],
            ["行政处罚", "件", ask("penalty_cases", "√")],
            ["行政诉讼", "件", ask("litigation_cases", "有")],
            ["行政复议", "件", ask("reconsideration_cases", "#N/A")],
        ],
        "枥苔乡",
        2023,
    ),
    habit="日期、时间、逻辑值、零宽空格、同上号、对勾",
)
sent(
    "公式-楮源镇2023.xlsx",
    "formulas",
    form(
        "楮源镇2023年法治建设统计",
        [
            ["法治讲座", "场", fig("legal_lectures", "=1+2", 3, raw="3")],
            ["法治宣传活动", "场次", fig("publicity_events", "=SUM(5,6,7,8)", 26, cached=26)],
            ["发放宣传资料", "份", fig("leaflets", "=12000*1.5", 18000, cached=18000)],
            ["旁听庭审", "次", ask("court_hearings_attended", '=VLOOKUP("楮源镇",A1:B2,2,0)', cached="#N/A")],
            ["法律咨询", "人次", fig("people_served", '="约"&900', 900, "~", cached="约900")],
        ],
        "楮源镇",
        2023,
    ),
    habit="公式：有缓存值、无缓存值、错误",
)
sent(
    "复合格-槲岭镇2023.xlsx",
    "compound",
    form(
        "槲岭镇2023年普法情况",
        [
            ["法治讲座（场次/人次）", "场/人次", ask("legal_lectures", "6/320")],
            ["法治宣传活动", "场次", ask("publicity_events", "36场，2.1万人次")],
            ["宣讲", "场次", ask("village_talks", "12场3000人次")],
            ["发放宣传资料、接受咨询", "份、人次", ask("leaflets", "8000、300")],
            ["普法骨干培训班", "期", ask("backbone_trainings", "第3期")],
            ["旁听庭审", "次", fig("court_hearings_attended", "共2次", 2)],
            ["以案释法", "次", ask("case_talks", "3～5次")],
            ["法律明白人", "人", ask("law_savvy_persons", "36人（其中党员12人）")],
        ],
        "槲岭镇",
        2023,
    ),
    habit="一格两数",
)
sent(
    "单位不对-翊塘镇2024.xlsx",
    "unit_wrong",
    form(
        "翊塘镇2024年普法情况",
        [
            ["发放普法宣传资料", "人", ask("leaflets", 13000)],
            ["法治讲座", "份", ask("legal_lectures", 5)],
            ["法治宣传活动", "次", fig("publicity_events", 27)],
            ["法律明白人", "名", fig("law_savvy_persons", 27)],
            ["发放校园手册", "册", fig("school_leaflets", 3000, known=False)],
            ["受教育群众", "千人次", fig("people_reached", 12.5, 12500)],
        ],
        "翊塘镇",
        2024,
    ),
    habit="单位与指标不符，千人次",
)
sent(
    "万字在各处-石笏镇2023.xlsx",
    "unit_wan",
    Sheet(
        "Sheet1",
        [
            ["石笏镇2023年普法情况", "<", "<"],
            ["指标", "单位", "数量"],
            ["发放普法宣传资料（万份）", "万份", fig("leaflets", 2.13, 21300)],
            ["受教育群众人次", "万人次", fig("people_reached", "1.6万人次", 16000)],
            ["法治建设经费（万元）", "万元", fig("funds_invested", "8.5万元", 85000)],
            ["法律咨询服务人次（人次）", "人次", fig("people_served", "0.05万", 500)],
            ["新媒体普法信息", "条", fig("new_media_posts", "一百四十一", 141)],
            ["悬挂横幅标语", "百条", fig("banners", 0.6, 60)],
        ],
        "石笏镇",
        2023,
    ),
    habit="万在表头、单位列、格内重复",
)
sent(
    "缺漏词-蓼洼乡2023.xlsx",
    "missing_words",
    form(
        "蓼洼乡2023年法治建设统计",
        [
            ["法治讲座", "场", gone("legal_lectures", "未统计")],
            ["旁听庭审", "次", gone("court_hearings_attended", "—")],
            ["以案释法", "次", gone("case_talks", "/")],
            ["专题研讨", "次", gone("seminars", "未报")],
            ["合同审查", "份", gone("contract_reviews", "待统计")],
            ["模拟法庭", "场次", fig("mock_courts", "本年未开展", 0)],
            ["法治文艺演出", "场次", fig("law_performances", "没有", 0)],
            ["行政诉讼", "件", fig("litigation_cases", "0件", 0)],
            ["败诉案件", "件", fig("lost_cases", "无败诉", 0)],
            ["规范性文件", "件", ask("normative_documents", "暂无")],
            ["法律顾问", "名", ask("legal_advisers", "拟聘1名")],
            ["合格率", "%", gone("law_exam_pass_rate", "　")],
        ],
        "蓼洼乡",
        2023,
    ),
    habit="未统计、斜线、待统计、没有、暂无、拟聘",
)
sent(
    "约数大全-鹭汀街道2023.xlsx",
    "qualifiers",
    form(
        "鹭汀街道2023年法治建设统计",
        [
            ["法治宣传活动", "场次", fig("publicity_events", "48余场次", 48, ">")],
            ["发放宣传资料", "份", fig("leaflets", "≥45000", 45000, ">")],
            ["受教育群众", "人次", fig("people_reached", "近3万人次", 30000, "~")],
            ["法律咨询", "人次", fig("people_served", "2000人次以上", 2000, ">")],
            ["新媒体推送", "条", fig("new_media_posts", "≈200", 200, "~")],
            ["短视频", "个", fig("short_videos", "10多个", 10, ">")],
            ["横幅标语", "条", fig("banners", "１００条左右", 100, "~")],
            ["化解矛盾纠纷", "件", fig("disputes_mediated", "突破170件", 170, ">")],
            ["法治培训人次", "人次", fig("training_attendance", "5百多人次", 500, ">")],
            ["信访件", "件", fig("petitions_handled", "32+", 32, ">")],
            ["主动公开信息", "条", fig("info_disclosed", "逾三百条", 300, ">")],
        ],
        "鹭汀街道",
        2023,
    ),
    habit="余、近、以上、左右、突破、逾",
)
