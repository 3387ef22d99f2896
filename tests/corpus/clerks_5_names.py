"""Where the township and the year stand, and how they are written."""

from corpus_cells import Sheet, across, ask, fig, gone, sent

from clerks_3_traps import form  # isort: skip

ROWS = [
    ["法治讲座", "场", 3, "legal_lectures"],
    ["合同审查", "份", 14, "contract_reviews"],
    ["旁听庭审", "次", 1, "court_hearings_attended"],
]


def rows(make=fig):
    return [[name, unit, make(indicator, value)] for name, unit, value, indicator in ROWS]


def plain(*top, township, year, make=fig, sheet="Sheet1", below=()):
    """Title lines as given, then the same three rows."""
    return Sheet(
        sheet,
        [
            *[[line, "<", "<"] if isinstance(line, str) else line for line in top],
            ["指标", "单位", "数量"],
            *rows(make),
            *[[b, "<", "<"] for b in below],
        ],
        township,
        year,
    )


sent(
    "报表01.xlsx",
    "names",
    plain("２０２４年法治建设统计表", "填报单位（盖章）：中共示例县翊塘镇委员会", township="翊塘镇", year=2024),
    habit="全角年份，党委名义",
)
sent(
    "报表02.xlsx",
    "names",
    plain("二○二四年度法治建设统计表", "报送单位：翊塘镇司法所", township="翊塘镇", year=2024),
    habit="○写的年份，司法所填报",
)
sent(
    "报表03.xls",
    "names",
    plain("2024 年 度 法 治 建 设 统 计 表", "单位：示例县 翊塘镇 人民政府", township="翊塘镇", year=2024),
    habit="字间空格",
)
sent(
    "报表04.xlsx",
    "names",
    plain("法治建设统计表（2024年度）", ["填报单位", "鹭汀街道办事处", None], township="鹭汀街道", year=2024),
    habit="填报单位在旁边一格",
)
sent(
    "报表05.xlsx",
    "names",
    plain("法治建设统计表", ["填报单位：", "石笏镇", "2024年度"], township="石笏镇", year=2024),
    habit="单位、年度各占一格",
)
sent(
    "报表06.xlsx",
    "names",
    plain("2024年法治建设统计表", township="栀岙乡", year=2024, below=("栀岙乡人民政府", "2025年1月6日")),
    habit="落款在表尾",
)
sent(
    "报表07.xlsx",
    "names",
    plain("法治建设统计表", township="蓼洼乡", year=2024, sheet="蓼洼乡2024"),
    habit="单位和年份都在工作表名",
)
sent(
    "蓼洼民族乡2024年度.xls",
    "names",
    plain("法治建设统计表", township="蓼洼乡", year=2024),
    habit="单位和年份都在文件名，用别名",
)
sent(
    "报表08.xlsx",
    "names",
    plain("2024年法治建设统计表", "填报单位：枥抬镇", township="枥台镇", year=2024),
    habit="错字：枥抬镇",
)
sent(
    "报表09.xlsx",
    "names",
    plain("2024年法治建设统计表", "填报单位：枥台乡", township="枥苔乡", year=2024, make=ask),
    habit="枥台乡：是枥台镇还是枥苔乡",
)
sent(
    "报表10.xlsx",
    "names",
    plain("2024年法治建设统计表", "填报单位：澧埂镇人民政府", township="澧埂镇", year=2024, make=ask),
    habit="名册上没有的镇",
)
sent(
    "报表11.xlsx",
    "names",
    plain("2024年法治建设统计表", "填报单位：", township=None, year=2024, make=ask),
    habit="填报单位没填",
)
sent(
    "报表12.xlsx",
    "names",
    plain("2024年法治建设统计表", "填报单位：示例县司法局", township=None, year=2024, make=ask),
    habit="县局的表",
)
sent(
    "报表13.xlsx",
    "names",
    plain("2024年度法治建设统计表", "填报单位：苔岘镇人民政府（盖章）", township="苔岘镇", year=2024),
    habit="没有名册",
    roster=False,
)
sent(
    "槭湖街道2024年数据.xlsx",
    "names",
    plain("法治建设统计表", township="槭湖街道", year=2024),
    habit="没有名册，只在文件名",
    roster=False,
)
sent(
    "报表14.xlsx",
    "names",
    plain("2024年度法治建设统计表", "填报单位：栗浦", township=None, year=2024, make=ask),
    habit="没有名册，名字没有镇乡字",
    roster=False,
)
sent(
    "报表15.xlsx",
    "names",
    plain("2023年、2024年法治建设统计表", "填报单位：石笏镇", township="石笏镇", year=None, make=ask),
    habit="标题两个年份，只有一列数",
)
sent(
    "报表16.xlsx",
    "names",
    plain(
        "2024年度法治建设统计表",
        "填报单位：槲岭镇",
        township="槲岭镇",
        year=2024,
        below=("注：2023年数据已于去年报送；本表与2022年口径一致。",),
    ),
    habit="注里有别的年份",
)
sent(
    "2023-2024年槲岭镇.xlsx",
    "names",
    plain("2024年度槲岭镇法治建设统计表", township="槲岭镇", year=2024),
    habit="文件名两年，标题一年",
)
sent(
    "报表17.xlsx",
    "names",
    Sheet(
        "封面",
        [["法治建设统计报表"], ["（2024年度）"], ["填报单位：楮源镇人民政府"], ["填报人：李明  电话 13900000000"]],
    ),
    Sheet("表一", [["指标", "单位", "数量"], *rows()], "楮源镇", 2024),
    habit="单位、年份只在封面",
)
sent(
    "报表18.xlsx",
    "names",
    plain("2023年法治建设统计表", "填报单位：苎坞镇", township="苎坞镇", year=2024, make=ask, sheet="2024年"),
    plain("2023年法治建设统计表", "填报单位：苎坞镇", township="苎坞镇", year=2023, sheet="2023年"),
    habit="抄表忘了改标题年份",
)
sent(
    "报表19.xlsx",
    "names",
    plain("2024年法治建设统计表", "填报单位：枥台镇", township="枥台镇", year=2024, sheet="枥台镇"),
    plain("2024年法治建设统计表", "填报单位：枥台镇", township="枥苔乡", year=2024, make=ask, sheet="枥苔乡"),
    habit="抄表忘了改填报单位",
)
sent(
    "同页多镇2024.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设统计表", "<", "<"],
            ["槲岭镇", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", fig("legal_lectures", 6, township="槲岭镇")],
            ["合同审查", "份", fig("contract_reviews", 21, township="槲岭镇")],
            [None],
            ["翊塘镇", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", fig("legal_lectures", 5, township="翊塘镇")],
            ["合同审查", "份", fig("contract_reviews", 15, township="翊塘镇")],
        ],
        None,
        2024,
    ),
    habit="一页上下几个乡镇的表",
)
sent(
    "左右两镇2024.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设统计表", "<", "<", "<", "<"],
            ["槲岭镇", "<", None, "翊塘镇", "<"],
            ["指标", "数量", None, "指标", "数量"],
            [
                "法治讲座（场）",
                fig("legal_lectures", 6, township="槲岭镇"),
                None,
                "法治讲座（场）",
                fig("legal_lectures", 5, township="翊塘镇"),
            ],
            [
                "合同审查（份）",
                fig("contract_reviews", 21, township="槲岭镇"),
                None,
                "合同审查（份）",
                fig("contract_reviews", 15, township="翊塘镇"),
            ],
        ],
        None,
        2024,
    ),
    habit="左右两镇",
)
sent(
    "编号乡镇2024.xlsx",
    "names",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设统计表", "<", "<"],
            ["乡镇", "法治讲座（场）", "合同审查（份）"],
            ["1.槲岭镇", *across("legal_lectures contract_reviews", 6, 21, township="槲岭镇")],
            ["（二）翊塘镇", *across("legal_lectures contract_reviews", 5, 15, township="翊塘镇")],
            ["③栀岙乡", *across("legal_lectures contract_reviews", 3, 9, township="栀岙乡")],
            ["04 砚垌乡", *across("legal_lectures contract_reviews", 3, 7, township="砚垌乡")],
            ["苎坞镇*", *across("legal_lectures contract_reviews", 4, 11, township="苎坞镇")],
            ["石笏镇（示范镇）", *across("legal_lectures contract_reviews", 6, 18, township="石笏镇")],
            ["*为本年度新设司法所", "<", "<"],
        ],
        None,
        2024,
    ),
    habit="乡镇名前后有编号、星号、说明",
)
sent(
    "代码乡镇2024.xlsx",
    "names",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设统计表", "<", "<", "<"],
            ["行政区划代码", "乡镇名称", "法治讲座（场）", "合同审查（份）"],
            ["98000001", "槲岭镇", *across("legal_lectures contract_reviews", 6, 21, township="槲岭镇")],
            [98000002, "翊塘镇", *across("legal_lectures contract_reviews", 5, 15, township="翊塘镇")],
        ],
        None,
        2024,
    ),
    habit="区划代码列",
)
sent(
    "多镇合填2024.xlsx",
    "names",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设统计表", "<", "<"],
            ["乡镇", "法治讲座（场）", "旁听庭审（次）"],
            [
                "枥台镇、枥苔乡",
                ask("legal_lectures", 7, township="枥台镇"),
                ask("court_hearings_attended", 2, township="枥台镇"),
            ],
            [
                "石笏镇（本级）",
                ask("legal_lectures", 4, township="石笏镇"),
                ask("court_hearings_attended", 1, township="石笏镇"),
            ],
            ["石笏镇（各村）", 2, 0],
            ["楮源镇", *across("legal_lectures court_hearings_attended", 5, 1, township="楮源镇")],
        ],
        None,
        2024,
    ),
    habit="两镇一格；一镇分本级、各村",
)
sent(
    "派出所2024.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["2024年各派出所普法情况", "<", "<"],
            ["单位", "法治宣传活动（场次）", "化解矛盾纠纷（件）"],
            [
                "槲岭派出所",
                ask("publicity_events", 8, township="槲岭镇"),
                ask("disputes_mediated", 41, township="槲岭镇"),
            ],
            [
                "翊塘派出所",
                ask("publicity_events", 7, township="翊塘镇"),
                ask("disputes_mediated", 33, township="翊塘镇"),
            ],
        ],
        None,
        2024,
    ),
    habit="派出所不是乡镇",
)
sent(
    "县直部门2024.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["2024年县直部门普法情况", "<", "<"],
            ["部门", "法治宣传活动（场次）", "发放宣传资料（份）"],
            ["县司法局", 20, 30000],
            ["县公安局", 15, 22000],
            ["县教育局", 12, 18000],
        ],
    ),
    habit="县直部门",
)
sent(
    "同名村2024-槲岭镇.xlsx",
    "not_a_return",
    Sheet(
        "Sheet1",
        [
            ["槲岭镇2024年各村调解情况", "<", "<"],
            ["单位", "化解矛盾纠纷（件）", "法律明白人（人）"],
            ["槲岭村", ask("disputes_mediated", 12), ask("law_savvy_persons", 3)],
            ["翊塘村", 9, 3],
            ["石笏社区", 15, 4],
        ],
        "槲岭镇",
        2024,
    ),
    habit="村名与别的镇同名",
)
sent(
    "空白表-砚垌乡2024.xlsx",
    "names",
    form(
        "砚垌乡2024年法治建设统计表",
        [
            ["法治讲座", "场", gone("legal_lectures")],
            ["合同审查", "份", gone("contract_reviews")],
            ["旁听庭审", "次", gone("court_hearings_attended")],
        ],
        "砚垌乡",
        2024,
    ),
    habit="空表没填",
)
