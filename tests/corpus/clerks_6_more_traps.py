"""More sheets on which the nearest heading is not the answer."""

from corpus_cells import Sheet, across, ask, fig, gone, sent

from clerks_3_traps import form  # isort: skip


def ledger(title, heads, *rows, year=2024, sheet="Sheet1"):
    """A plain ledger; each row is (township, cells…)."""
    width = len(heads) + 1
    return Sheet(sheet, [[title, *["<"] * (width - 1)], ["乡镇", *heads], *[list(r) for r in rows]], None, year)


sent(
    "宪法宣传周统计2024.xlsx",
    "narrow_title",
    ledger(
        "2024年“宪法宣传周”活动统计表",
        ["法治宣传活动（场次）", "发放宣传资料（份）"],
        ("槲岭镇", *across("publicity_events leaflets", ask(None, 4), ask(None, 3000), township="槲岭镇")),
        ("翊塘镇", *across("publicity_events leaflets", ask(None, 3), ask(None, 2000), township="翊塘镇")),
    ),
    habit="只是一周的活动",
)
sent(
    "民法典宣传月-石笏镇2024.xlsx",
    "narrow_title",
    form(
        "石笏镇2024年民法典宣传月活动情况统计表",
        [
            ["法治讲座", "场", ask("legal_lectures", 2)],
            ["发放宣传资料", "份", ask("leaflets", 4000)],
        ],
        "石笏镇",
        2024,
    ),
    habit="只是一个月的活动",
)
sent(
    "国家宪法日-菱浔街道2024.xls",
    "narrow_title",
    form(
        "菱浔街道2024年“12·4”国家宪法日活动统计",
        [
            ["法治宣传活动", "场次", ask("publicity_events", 5)],
            ["提供法律咨询", "人次", ask("people_served", 160)],
        ],
        "菱浔街道",
        2024,
    ),
    habit="只是一天的活动",
)
sent(
    "相近指标-翊塘镇2024.xlsx",
    "narrowing",
    form(
        "翊塘镇2024年法治工作统计",
        [
            ["未开展法治讲座的村", "个", 2],
            ["法治讲座覆盖村", "个", 7],
            ["法治讲座参加人数", "人", 410],
            ["法律顾问覆盖率", "%", 100],
            ["法律明白人培训场次", "场", 3],
            ["合同审查费用", "元", 9000],
            ["行政处罚金额", "元", 32000],
            ["行政诉讼败诉率", "%", 0],
            ["人民调解员", "人", 27],
            ["矛盾纠纷涉及金额", "元", 150000],
            ["法治宣传活动经费", "元", 8000],
            ["村均法治宣传活动", "场次", 3],
            ["法治宣传活动", "场次", fig("publicity_events", 27)],
        ],
        "翊塘镇",
        2024,
    ),
    habit="名字里含有指标名，说的是别的事",
)
sent(
    "相近指标汇总2024.xlsx",
    "narrowing",
    ledger(
        "2024年法治工作统计",
        [
            "未开展法治讲座村数（个）",
            "法治讲座参加人数（人）",
            "法律顾问费（万元）",
            "合同纠纷（件）",
            "行政处罚罚款额（万元）",
            "网上法律咨询（人次）",
        ],
        ("槲岭镇", 1, 390, 2, 5, 1.2, 40),
        ("翊塘镇", 2, 410, 1.5, 3, 3.2, 35),
    ),
    habit="汇总表里的相近指标",
)
sent(
    "校园专项-枥台镇2024.xlsx",
    "narrowing",
    Sheet(
        "Sheet1",
        [
            ["枥台镇2024年普法工作统计", "<", "<"],
            ["类别", "指标", "数量"],
            ["校园普法", "法治讲座（场）", ask("legal_lectures", 4)],
            ["^", "发放宣传资料（份）", ask("leaflets", 1200)],
            ["队伍建设", "法律明白人（人）", fig("law_savvy_persons", 31)],
        ],
        "枥台镇",
        2024,
    ),
    habit="组名缩小了范围",
)
sent(
    "线上线下2024.xlsx",
    "narrowing",
    Sheet(
        "Sheet1",
        [
            ["2024年普法工作统计", "<", "<", "<", "<"],
            ["乡镇", "线上活动", "<", "线下活动", "<"],
            ["^", "法治讲座（场）", "以案释法（次）", "法治讲座（场）", "以案释法（次）"],
            [
                "槲岭镇",
                ask("legal_lectures", 2, township="槲岭镇", cells=("D4",)),
                ask("case_talks", 1, township="槲岭镇", cells=("E4",)),
                4,
                5,
            ],
            [
                "石笏镇",
                ask("legal_lectures", 1, township="石笏镇", cells=("D5",)),
                ask("case_talks", 2, township="石笏镇", cells=("E5",)),
                5,
                5,
            ],
        ],
        None,
        2024,
    ),
    habit="线上、线下各一列",
)
sent(
    "指标下分行-蓼洼乡2024.xlsx",
    "form_sub_rows",
    Sheet(
        "Sheet1",
        [
            ["蓼洼乡2024年普法工作统计", "<", "<", "<"],
            ["指标", "<", "单位", "数量"],
            ["法治讲座", "场次", "场", fig("legal_lectures", 2)],
            ["^", "参加人次", "人次", 85],
            ["法治进校园", "场次", "场次", fig("school_events", 2)],
            ["^", "师生人次", "人次", 240],
            ["合同审查", "<", "份", fig("contract_reviews", 6)],
        ],
        "蓼洼乡",
        2024,
    ),
    habit="指标下面分场次、人次两行",
)
sent(
    "一级指标像指标-楮源镇2024.xlsx",
    "form_sub_rows",
    Sheet(
        "Sheet1",
        [
            ["楮源镇2024年普法工作统计", "<", "<"],
            ["一级指标", "二级指标", "数量"],
            ["法治宣传活动", "悬挂横幅（条）", fig("banners", 30)],
            ["^", "宣传单（份）", fig("leaflets", 12000)],
            ["^", "活动场次（场次）", fig("publicity_events", 27, known=False)],
            ["法律服务", "法律咨询（人次）", fig("people_served", 860)],
        ],
        "楮源镇",
        2024,
    ),
    habit="一级指标也是指标名",
)
sent(
    "表头带任务-苎坞镇2024.xlsx",
    "unlisted",
    form(
        "苎坞镇2024年普法任务",
        [
            ["法治讲座（不少于4场）", "场", fig("legal_lectures", 4, known=False)],
            ["中心组学法（每季度不少于1次）", "次", fig("central_group_study", 5, known=False)],
            ["法治进校园（全覆盖）", "场次", fig("school_events", 4, known=False)],
        ],
        "苎坞镇",
        2024,
    ),
    habit="要求写在指标名里",
)
sent(
    "两列数量-砚垌乡2024.xlsx",
    "two_columns",
    form(
        "砚垌乡2024年法治工作统计",
        [
            ["法治讲座", "场", ask("legal_lectures", 3, cells=("D3",)), 2],
            ["合同审查", "份", ask("contract_reviews", 7, cells=("D4",)), 9],
        ],
        "砚垌乡",
        2024,
        head=("指标", "单位", "数量", "数量"),
    ),
    habit="两列都叫数量",
)
sent(
    "上报核定-枥苔乡2024.xlsx",
    "two_columns",
    form(
        "枥苔乡2024年法治工作统计",
        [
            ["法治讲座", "场", ask("legal_lectures", 3, cells=("D3",)), 2],
            ["法治宣传活动", "场次", ask("publicity_events", 9, cells=("D4",)), 8],
        ],
        "枥苔乡",
        2024,
        head=("指标", "单位", "上报数", "核定数"),
    ),
    habit="上报数与核定数不同",
)
sent(
    "目标实绩-鹭汀街道2024.xlsx",
    "form_plan",
    form(
        "鹭汀街道2024年普法任务",
        [
            ["法治讲座", "场", 6, 8, fig("legal_lectures", 9), "112.5%"],
            ["法治宣传活动", "场次", 48, 60, fig("publicity_events", 60), "100%"],
        ],
        "鹭汀街道",
        2024,
        head=("指标", "单位", "市级目标", "县级目标", "实绩", "完成县级目标%"),
    ),
    habit="两级目标和实绩",
)
sent(
    "上年和目标-翊塘镇2024.xlsx",
    "form_plan",
    form(
        "翊塘镇2024年普法目标任务表",
        [
            ["法治讲座", "场", fig("legal_lectures", 5, year=2023), 6],
            ["法治宣传活动", "场次", fig("publicity_events", 25, year=2023), 30],
        ],
        "翊塘镇",
        2024,
        head=("指标", "单位", "2023年完成数", "2024年目标数"),
    ),
    habit="只有上年数和本年目标",
)
sent(
    "本期上期-石笏镇2024.xlsx",
    "form_this_last",
    form(
        "石笏镇2024年度法治工作情况",
        [
            ["法治讲座", "场", fig("legal_lectures", 6), fig("legal_lectures", 5, year=2023)],
            ["法治宣传活动", "场次", fig("publicity_events", 40), fig("publicity_events", 33, year=2023)],
        ],
        "石笏镇",
        2024,
        head=("指标", "单位", "2024年度", "去年同期"),
    ),
    habit="去年同期",
)
sent(
    "备注更正-翊塘镇2023.xlsx",
    "remarks",
    form(
        "翊塘镇2023年法治工作统计",
        [
            ["法治宣传活动", "场次", ask("publicity_events", 25), "笔误，应为26场次"],
            ["法治讲座", "场", fig("legal_lectures", 5), "同比增加3场"],
            ["发放宣传资料", "份", fig("leaflets", 12000), "2023年1-12月"],
        ],
        "翊塘镇",
        2023,
        head=("指标", "单位", "数量", "备注"),
    ),
    habit="备注里更正数字",
)
sent(
    "量级离谱2024.xlsx",
    "scale",
    ledger(
        "2024年普法工作统计",
        ["发放普法宣传资料（万份）", "法治建设经费（万元）", "法治讲座（场）"],
        (
            "槲岭镇",
            *across("leaflets funds_invested legal_lectures", ask(None, 22000), ask(None, 62000), 6, township="槲岭镇"),
        ),
        ("翊塘镇", *across("leaflets*10000 funds_invested*10000 legal_lectures", 1.3, 4, 5, township="翊塘镇")),
    ),
    habit="表头是万，填的是个",
)
sent(
    "非乡镇行2024.xlsx",
    "ledger_totals",
    ledger(
        "2024年普法工作统计",
        ["法治讲座（场）", "法治宣传活动（场次）"],
        ("槲岭镇", *across("legal_lectures publicity_events", 6, 31, township="槲岭镇")),
        ("翊塘镇", *across("legal_lectures publicity_events", 5, 27, township="翊塘镇")),
        ("乡镇小计", 11, 58),
        ("菱浔街道", *across("legal_lectures publicity_events", 9, 52, township="菱浔街道")),
        ("街道小计", 9, 52),
        ("全县总计", 20, 110),
        ("去年同期", 18, 105),
        ("同比增长", "11.1%", "4.8%"),
        ("平均", 6.7, 36.7),
        ("最高", 9, 52),
    ),
    habit="小计、总计、去年同期、同比、平均、最高",
)
sent(
    "每镇两行计划完成2024.xlsx",
    "plan_rows",
    Sheet(
        "Sheet1",
        [
            ["2024年普法任务完成情况", "<", "<", "<"],
            ["乡镇", "类别", "法治讲座（场）", "法治宣传活动（场次）"],
            ["槲岭镇", "计划", 6, 30],
            ["^", "完成", *across("legal_lectures publicity_events", 6, 31, township="槲岭镇")],
            ["翊塘镇", "计划", 6, 30],
            ["^", "完成", *across("legal_lectures publicity_events", 5, 27, township="翊塘镇")],
        ],
        None,
        2024,
    ),
    habit="每镇计划、完成两行",
)
sent(
    "长表计划实绩.csv",
    "plan_rows",
    Sheet(
        "长表计划实绩",
        [
            ["乡镇", "年度", "指标", "类型", "数值"],
            ["槲岭镇", 2024, "法治讲座", "计划", 8],
            ["槲岭镇", 2024, "法治讲座", "实绩", fig("legal_lectures", 6, township="槲岭镇", year=2024)],
            ["翊塘镇", 2024, "法治讲座", "实绩", fig("legal_lectures", 5, township="翊塘镇", year=2024)],
            ["翊塘镇", 2024, "法治讲座", "计划", 4],
        ],
    ),
    habit="长表里计划、实绩混排",
    encoding="utf-8",
)
sent(
    "每镇四季分行2024.xlsx",
    "quarters_down",
    Sheet(
        "Sheet1",
        [
            ["2024年法治讲座、旁听庭审季度情况", "<", "<", "<"],
            ["乡镇", "季度", "法治讲座（场）", "旁听庭审（次）"],
            ["槲岭镇", "一季度", 1, 0],
            ["^", "二季度", 2, 1],
            ["^", "三季度", 1, 0],
            ["^", "四季度", 2, 0],
            [
                "^",
                "合计",
                fig("legal_lectures", 6, township="槲岭镇", cells=("C3", "C4", "C5", "C6")),
                fig("court_hearings_attended", 1, township="槲岭镇", cells=("D3", "D4", "D5", "D6")),
            ],
            ["石笏镇", "一季度", 2, 0],
            ["^", "二季度", 1, 1],
            ["^", "三季度", 1, 1],
            ["^", "四季度", 2, 0],
            [
                "^",
                "合计",
                fig("legal_lectures", 6, township="石笏镇", cells=("C8", "C9", "C10", "C11")),
                fig("court_hearings_attended", 2, township="石笏镇", cells=("D8", "D9", "D10", "D11")),
            ],
        ],
        None,
        2024,
    ),
    habit="每镇四行季度加合计",
)
sent(
    "总分表2024.xlsx",
    "twice",
    ledger(
        "2024年普法工作汇总表",
        ["法治讲座（场）", "法治宣传活动（场次）"],
        ("枥台镇", *across("legal_lectures publicity_events", 5, 21, township="枥台镇")),
        ("苎坞镇", *across("legal_lectures publicity_events", ask(None, 4), 20, township="苎坞镇")),
        ("合计", 9, 41),
        sheet="汇总",
    ),
    form("2024年普法工作统计表", [["法治讲座", "场", 5], ["法治宣传活动", "场次", 21]], "枥台镇", 2024, sheet="枥台镇"),
    form("2024年普法工作统计表", [["法治讲座", "场", 6], ["法治宣传活动", "场次", 20]], "苎坞镇", 2024, sheet="苎坞镇"),
    habit="汇总表与分表有一处不同",
)
sent(
    "横排表-栀岙乡2023.xlsx",
    "bands",
    Sheet(
        "Sheet1",
        [
            ["栀岙乡2023年法治建设统计表", "<", "<", "<"],
            ["指标", "法治讲座（场）", "旁听庭审（次）", "合同审查（份）"],
            ["数量", *across("legal_lectures court_hearings_attended contract_reviews", 3, 1, 9)],
            ["指标", "法治宣传活动（场次）", "发放宣传资料（份）", "调处矛盾纠纷（件）"],
            ["数量", *across("publicity_events leaflets disputes_mediated", 11, 3400, 55)],
        ],
        "栀岙乡",
        2023,
    ),
    habit="指标横排，分两段",
)
sent(
    "单行表-枥苔乡2023.xlsx",
    "bands",
    Sheet(
        "Sheet1",
        [
            ["枥苔乡2023年法治建设统计表", "<", "<", "<"],
            ["法治讲座（场）", "旁听庭审（次）", "合同审查（份）", "法治宣传活动（场次）"],
            [*across("legal_lectures court_hearings_attended contract_reviews publicity_events", 2, 1, 5, 8)],
        ],
        "枥苔乡",
        2023,
    ),
    habit="表头一行、数字一行，没有乡镇列",
)
sent(
    "没有表头-翊塘镇2023.xlsx",
    "form_bare",
    Sheet(
        "Sheet1",
        [
            ["翊塘镇2023年法治工作", None],
            ["法治讲座（场）", fig("legal_lectures", 5)],
            ["旁听庭审（次）", fig("court_hearings_attended", "2次", 2)],
            ["发放宣传资料", fig("leaflets", "1.2万份", 12000)],
        ],
        "翊塘镇",
        2023,
    ),
    habit="没有表头行",
)
sent(
    "列序颠倒-石笏镇2023.ods",
    "form",
    form(
        "石笏镇2023年法治工作统计",
        [
            [fig("legal_lectures", 5, heading="法治讲座"), "场", "法治讲座", 1],
            [fig("contract_reviews", 16, heading="合同审查"), "份", "合同审查", 2],
        ],
        "石笏镇",
        2023,
        head=("数量", "单位", "指标", "序号"),
    ),
    habit="数量列在最左",
)
sent(
    "空列间隔2024.xlsx",
    "ledger",
    Sheet(
        "Sheet1",
        [
            [None],
            [None, "2024年依法行政统计表"],
            [None],
            [None, "乡镇", None, "合同审查\n（份）", None, "合法性\n审查（件）", None, "行 政 诉 讼（件）"],
            [None],
            [
                None,
                "槲岭镇",
                None,
                fig("contract_reviews", 21, township="槲岭镇"),
                None,
                fig("legal_reviews", 13, township="槲岭镇"),
                None,
                fig("litigation_cases", 0, township="槲岭镇"),
            ],
            [None],
            [
                None,
                "翊塘镇",
                None,
                fig("contract_reviews", 15, township="翊塘镇"),
                None,
                gone("legal_reviews", "/", township="翊塘镇"),
                None,
                fig("litigation_cases", 1, township="翊塘镇"),
            ],
        ],
        None,
        2024,
    ),
    habit="空行空列隔开，表头断字",
)
sent(
    "斜线表头2024.xls",
    "transposed",
    Sheet(
        "Sheet1",
        [
            ["2024年普法情况统计", "<", "<", "<"],
            ["指标＼乡镇", "槲岭镇", "翊塘镇", "栀岙乡"],
            [
                "法\n治\n讲\n座",
                *[across("legal_lectures", v, township=t)[0] for t, v in (("槲岭镇", 6), ("翊塘镇", 5), ("栀岙乡", 3))],
            ],
            [
                "旁\n听\n庭\n审",
                *[
                    across("court_hearings_attended", v, township=t)[0]
                    for t, v in (("槲岭镇", 1), ("翊塘镇", 2), ("栀岙乡", "/"))
                ],
            ],
            ["排名", 1, 2, 3],
        ],
        None,
        2024,
    ),
    habit="斜线表头、竖排字、排名行",
)
sent(
    "批注2024-栀岙乡.xlsx",
    "remarks",
    form(
        "栀岙乡2024年法治建设统计",
        [
            ["法治讲座", "场", fig("legal_lectures", 3)],
            ["旁听庭审", "次", fig("court_hearings_attended", 1)],
        ],
        "栀岙乡",
        2024,
        notes={"C3": "去年是5场"},
    ),
    habit="批注里有数字",
)
sent(
    "表中插话-枥台镇2024.xlsx",
    "remarks",
    form(
        "枥台镇2024年法治建设统计",
        [
            ["法治讲座", "场", fig("legal_lectures", 5)],
            ["说明：以上讲座不含县级组织的3场", "<", "<"],
            ["旁听庭审", "次", fig("court_hearings_attended", 1)],
            ["另：12月计划再旁听1次", "<", "<"],
            ["合同审查", "份", fig("contract_reviews", 17)],
        ],
        "枥台镇",
        2024,
    ),
    habit="表中间有说明文字",
)
sent(
    "文字填报-楮源镇2023.xlsx",
    "prose_in_cells",
    Sheet(
        "Sheet1",
        [
            ["楮源镇2023年法治建设情况", "<"],
            ["工作", "完成情况"],
            ["学法", ask("legal_lectures", "全年举办法治讲座3场，旁听庭审1次", cells=("B3",))],
            ["普法", ask("leaflets", "开展活动24场次，发放宣传资料2.3万份")],
            ["调解", ask("disputes_mediated", "排查纠纷130件，化解126件，成功率96.9%")],
        ],
        "楮源镇",
        2023,
    ),
    habit="一格里写一段话",
)
sent(
    "台账多镇2024.xlsx",
    "activity_log",
    Sheet(
        "台账",
        [
            ["2024年普法活动台账", "<", "<", "<", "<"],
            ["序号", "乡镇", "日期", "活动形式", "发放宣传资料（份）"],
            [
                1,
                "槲岭镇",
                "2024.3.8",
                fig("publicity_events", "法治宣传活动", 2, township="槲岭镇", cells=("D3", "D5")),
                fig("leaflets", 300, 800, township="槲岭镇", cells=("E3", "E5")),
            ],
            [
                2,
                "翊塘镇",
                "2024.3.15",
                fig("legal_lectures", "法治讲座", 1, township="翊塘镇"),
                fig("leaflets", 50, 250, township="翊塘镇", cells=("E4", "E6")),
            ],
            [3, "槲岭镇", "2024.6.26", "法治宣传活动", 500],
            [4, "翊塘镇", "2024.12.4", fig("school_events", "法治进校园", 1, township="翊塘镇"), 200],
        ],
        None,
        2024,
    ),
    habit="几个乡镇的台账",
)
sent(
    "台账场次列-砚垌乡2024.xlsx",
    "activity_log",
    Sheet(
        "台账",
        [
            ["砚垌乡2024年普法活动台账", "<", "<", "<", "<"],
            ["序号", "日期", "活动形式", "场次", "发放宣传资料（份）"],
            [
                1,
                "2024-03-08",
                fig("publicity_events", "法治宣传活动", 5, cells=("C3", "C5", "D3", "D5")),
                2,
                fig("leaflets", 300, 900, cells=("E3", "E4", "E5")),
            ],
            [2, "2024-05-15", fig("legal_lectures", "法治讲座", 1, cells=("D4",)), 1, 100],
            [3, "2024-12-04", "法治宣传活动", 3, 500],
        ],
        "砚垌乡",
        2024,
    ),
    habit="台账里有场次列，一行不止一场",
)
sent(
    "台账跨年-石笏镇2024.xlsx",
    "activity_log",
    Sheet(
        "台账",
        [
            ["石笏镇2024年普法活动台账", "<", "<", "<"],
            ["序号", "日期", "活动形式", "发放宣传资料（份）"],
            [
                1,
                "2023-12-28",
                ask("publicity_events", "法治宣传活动", cells=("C4", "C5", "B3")),
                ask("leaflets", 300, cells=("D4", "D5", "B3")),
            ],
            [2, "2024-05-15", "法治宣传活动", 100],
            [3, "2024-12-04", "法治宣传活动", 500],
        ],
        "石笏镇",
        2024,
    ),
    habit="2024 年台账里有 2023 年的一行",
)
sent(
    "开发区2024.xlsx",
    "names",
    ledger(
        "2024年普法情况",
        ["法治讲座（场）", "旁听庭审（次）"],
        ("槲岭镇", *across("legal_lectures court_hearings_attended", 6, 1, township="槲岭镇")),
        ("示例经济开发区", 4, 1),
        ("槲岭林场", 2, 0),
    ),
    habit="开发区、林场不在名册",
)
sent(
    "网页两表-菱浔街道2023.xls",
    "several_tables",
    form(
        "菱浔街道2023年学法情况",
        [["中心组学法", "次", fig("central_group_study", 6)], ["法治讲座", "场", fig("legal_lectures", 8)]],
        "菱浔街道",
        2023,
        sheet="Sheet1",
    ),
    Sheet(
        "Sheet1",
        [
            ["菱浔街道2023年执法情况", "<", "<"],
            ["指标", "单位", "数量"],
            ["行政处罚案件", "件", fig("penalty_cases", 22, cells=("C7", "C8"))],
            ["持证执法人员", "名", fig("certified_officers", 17, cells=("C8", "C9"))],
        ],
        "菱浔街道",
        2023,
    ),
    habit="一个网页两张表",
    form="html",
)
sent(
    "尾数说明-苎坞镇2023.xlsx",
    "form_faults",
    form(
        "苎坞镇2023年法治建设统计",
        [
            ["法治讲座", "场", ask("legal_lectures", "3①")],
            ["旁听庭审", "次", fig("court_hearings_attended", "1次（线上）", 1)],
            ["发放宣传资料", "份", ask("leaflets", 0.88)],
            ["法治宣传活动", "场次", fig("publicity_events", "22\n", 22)],
            ["合同审查", "份", fig("contract_reviews", "壹拾肆", 14)],
            ["法律咨询", "人次", ask("people_served", "不足500")],
            ["信访件", "件", fig("petitions_handled", "廿三", 23)],
            ["行政处罚", "件", ask("penalty_cases", "12(5)")],
            ["行政复议", "件", ask("reconsideration_cases", "?")],
            ["行政诉讼", "件", fig("litigation_cases", " 1 件 ", 1)],
        ],
        "苎坞镇",
        2023,
    ),
    habit="角标、括号、问号、大写",
)
