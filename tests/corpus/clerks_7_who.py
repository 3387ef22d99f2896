"""Words that look like a township, and townships that hide below a table."""

from corpus_cells import Sheet, across, ask, fig, sent

from clerks_3_traps import form  # isort: skip
from clerks_5_names import plain  # isort: skip
from clerks_6_more_traps import ledger  # isort: skip

sent(
    "同页多镇不同项2024.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设统计表", "<", "<"],
            ["槲岭镇", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", fig("legal_lectures", 6, township="槲岭镇")],
            [None],
            ["翊塘镇", "<", "<"],
            ["指标", "单位", "数量"],
            ["合同审查", "份", fig("contract_reviews", 15, township="翊塘镇")],
        ],
        None,
        2024,
    ),
    habit="上下两镇，指标不同，不会互相矛盾",
)
sent(
    "同页多年-翊塘镇.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["翊塘镇2023年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", fig("legal_lectures", 5, year=2023)],
            [None],
            ["翊塘镇2024年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["合同审查", "份", fig("contract_reviews", 15, year=2024)],
        ],
        "翊塘镇",
    ),
    habit="上下两年，指标不同",
)
sent(
    "编号乡镇无名册2024.xlsx",
    "names",
    ledger(
        "2024年法治建设统计表",
        ["法治讲座（场）", "合同审查（份）"],
        ("1.苔岘镇", *across("legal_lectures contract_reviews", 6, 21, township="苔岘镇")),
        ("2、栗浦乡", *across("legal_lectures contract_reviews", 5, 15, township="栗浦乡")),
        ("乡镇小计", 11, 36),
        ("槭湖街道", *across("legal_lectures contract_reviews", 3, 9, township="槭湖街道")),
        ("街道小计", 3, 9),
        ("全县乡镇", 14, 45),
    ),
    habit="没有名册；小计行里有乡镇二字",
    roster=False,
)
sent(
    "我镇2024.xlsx",
    "names",
    plain("我镇2024年法治建设统计表", township=None, year=2024, make=ask),
    habit="只说我镇",
    roster=False,
)
sent(
    "季度乡镇报表2024.xlsx",
    "names",
    plain("2024年法治建设统计表", township=None, year=2024, make=ask),
    habit="文件名里有乡镇二字",
    roster=False,
)
sent(
    "全镇2024年.xlsx",
    "names",
    plain("全镇法治建设统计表", township=None, year=2024, make=ask),
    habit="只说全镇",
    roster=False,
)
sent(
    "各乡镇街道报表2024.xlsx",
    "names",
    plain("示例县各乡镇2024年法治建设统计表", "填报单位：示例县", township=None, year=2024, make=ask),
    habit="全县合计，没有分乡镇",
    roster=False,
)
sent(
    "报表20.xlsx",
    "not_a_return",
    plain("2024年法治建设统计表", "填报单位：槲岭镇石桥村村民委员会", township="槲岭镇", year=2024, make=ask),
    habit="村委会填的",
)
sent(
    "石桥社区2024.xlsx",
    "not_a_return",
    plain("菱浔街道石桥社区2024年法治建设统计表", township="菱浔街道", year=2024, make=ask),
    habit="社区的表",
)
sent(
    "报表21.xlsx",
    "not_a_return",
    plain("翊塘镇中心小学2024年法治工作统计表", township="翊塘镇", year=2024, make=ask),
    habit="学校的表",
)
sent(
    "报表22.xls",
    "names",
    plain("2024年法治建设统计表", ["填报单位：", "石笏镇", None], township="石笏镇", year=2024),
    habit="填报单位旁边一格，旧版",
)
sent(
    "汇总-两镇名相近2024.xlsx",
    "names",
    ledger(
        "2024年法治建设统计表",
        ["法治讲座（场）", "合同审查（份）"],
        ("枥苔", *across("legal_lectures contract_reviews", 2, 5, township="枥苔乡")),
        ("枥台", *across("legal_lectures contract_reviews", 5, 17, township="枥台镇")),
    ),
    habit="相近的两个简称",
)
sent(
    "表尾另有小表-苎坞镇2024.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["苎坞镇2024年法治建设统计表", "<", "<", "<"],
            ["指标", "单位", "数量", "备注"],
            ["法治讲座", "场", fig("legal_lectures", 4), None],
            ["旁听庭审", "次", fig("court_hearings_attended", 1), None],
            [None],
            ["附：2023年数据（供参考）", "<", "<", "<"],
            ["指标", "单位", "数量", "备注"],
            ["法治讲座", "场", fig("legal_lectures", 3, year=2023), None],
            ["合同审查", "份", fig("contract_reviews", 10, year=2023), None],
        ],
        "苎坞镇",
        2024,
    ),
    habit="表尾附上年数",
)
sent(
    "附邻镇数据-石笏镇2024.xlsx",
    "several_tables",
    Sheet(
        "Sheet1",
        [
            ["石笏镇2024年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", fig("legal_lectures", 6)],
            [None],
            ["附：楮源镇2024年数据（对照）", "<", "<"],
            ["指标", "单位", "数量"],
            ["合同审查", "份", fig("contract_reviews", 21, township="楮源镇")],
        ],
        "石笏镇",
        2024,
    ),
    habit="表尾附邻镇对照",
)
sent(
    "其中列2024.xlsx",
    "parts",
    ledger(
        "2024年法治工作统计",
        ["法治讲座（场）", "其中：线上", "调处矛盾纠纷（件）", "其中：人民调解", "法律明白人（人）", "其中：女"],
        (
            "槲岭镇",
            fig("legal_lectures", 6, township="槲岭镇"),
            2,
            fig("disputes_mediated", 139, township="槲岭镇"),
            100,
            fig("law_savvy_persons", 36, township="槲岭镇"),
            15,
        ),
        (
            "翊塘镇",
            fig("legal_lectures", 5, township="翊塘镇"),
            1,
            fig("disputes_mediated", 97, township="翊塘镇"),
            80,
            fig("law_savvy_persons", 27, township="翊塘镇"),
            11,
        ),
    ),
    habit="其中列，其中：人民调解也是叫法之一",
)
sent(
    "其中行-菱浔街道2023.xlsx",
    "parts",
    form(
        "菱浔街道2023年法治工作统计",
        [
            ["调处矛盾纠纷", "件", fig("disputes_mediated", 200)],
            ["其中：人民调解", "件", 150],
            ["法治讲座", "场", fig("legal_lectures", 8)],
            ["其中：专题讲座", "场", 3],
            ["发放普法宣传资料", "份", fig("leaflets", 38000)],
            ["其中：宣传册", "份", 12000],
            ["　　　校园手册", "份", fig("school_leaflets", 7000, known=False)],
        ],
        "菱浔街道",
        2023,
    ),
    habit="其中行的名字也是叫法之一",
)
