"""What else turns up: odd numerals, letters under the heading, rows without a name, letters of the year before."""

from corpus_cells import Sheet, across, ask, fig, sent

from clerks_3_traps import form  # isort: skip
from clerks_6_more_traps import ledger  # isort: skip

sent(
    "怪数一-槲岭镇2023.xlsx",
    "form_faults",
    form(
        "槲岭镇2023年法治工作统计",
        [
            ["发放宣传资料", "份", ask("leaflets", "1,2000")],
            ["受教育群众", "人次", fig("people_reached", "1万2", 12000)],
            ["法律咨询", "人次", ask("people_served", "两三百人次")],
            ["法治宣传活动", "场次", ask("publicity_events", "多次")],
            ["横幅标语", "条", fig("banners", "万把条", 10000, "~")],
            ["法治讲座", "场", ask("legal_lectures", "12月")],
            ["旁听庭审", "次", ask("court_hearings_attended", 12.4)],
            ["专题研讨", "次", ask("seminars", "最多5次")],
            ["以案释法", "次", fig("case_talks", "至少5次", 5, ">")],
            ["合同审查", "份", ask("contract_reviews", "12-13")],
            ["新媒体推送", "条", ask("new_media_posts", "1-2百条")],
            ["法律顾问", "名", ask("legal_advisers", 0.5)],
            ["法律明白人", "人", ask("law_savvy_persons", "3人/村")],
            ["行政处罚", "件", fig("penalty_cases", "合计20件", 20)],
            ["信访件", "件", ask("petitions_handled", "31，上年30")],
        ],
        "槲岭镇",
        2023,
    ),
    habit="怪数",
)
sent(
    "怪数二-翊塘镇2024.xls",
    "form_faults",
    form(
        "翊塘镇2024年法治工作统计",
        [
            ["发放宣传资料", "份", ask("leaflets", "8万余份（含上年2万）")],
            ["受教育群众", "人次", fig("people_reached", "一万二", 12000)],
            ["法律咨询", "人次", ask("people_served", "百八十人次")],
            ["法治宣传活动", "场次", ask("publicity_events", "2024年")],
            ["法治讲座", "场", ask("legal_lectures", "5次以内")],
            ["旁听庭审", "次", ask("court_hearings_attended", "第2次")],
            ["专题研讨", "次", ask("seminars", "1/2")],
            ["以案释法", "次", ask("case_talks", "5？")],
            ["合同审查", "份", ask("contract_reviews", "15份左右，待核实")],
            ["新媒体推送", "条", ask("new_media_posts", "61条/周")],
            ["横幅标语", "条", ask("banners", "每村5条")],
            ["行政处罚", "件", ask("penalty_cases", "I2")],
            ["行政诉讼", "件", ask("litigation_cases", "O")],
            ["信访件", "件", fig("petitions_handled", "３ ３", 33)],
            ["法律明白人", "人", ask("law_savvy_persons", "27→30")],
        ],
        "翊塘镇",
        2024,
    ),
    habit="怪数，Excel 2003",
)
sent(
    "字母栏号2024.xlsx",
    "ledger",
    Sheet(
        "Sheet1",
        [
            ["2024年依法行政统计表", "<", "<", "<"],
            ["乡镇", "合法性审查（件）", "合同审查（份）", "合计（件）"],
            ["A", "B", "C", "D=B+C"],
            ["（1）", "（2）", "（3）", "（4）"],
            ["枥台镇", *across("legal_reviews contract_reviews", 9, 17, township="枥台镇"), 26],
            ["苎坞镇", *across("legal_reviews contract_reviews", 6, 11, township="苎坞镇"), 17],
        ],
        None,
        2024,
    ),
    habit="表头下有字母、括号栏号",
)
sent(
    "乡镇名只写一次2024.xlsx",
    "years_down",
    Sheet(
        "Sheet1",
        [
            ["各乡镇法治讲座、旁听庭审情况", "<", "<", "<"],
            ["乡镇", "年份", "法治讲座（场）", "旁听庭审（次）"],
            ["枥台镇", 2023, *across("legal_lectures court_hearings_attended", 4, 1, township="枥台镇", year=2023)],
            [None, 2024, *across("legal_lectures court_hearings_attended", 5, 1, township="枥台镇", year=2024)],
            ["苎坞镇", 2023, *across("legal_lectures court_hearings_attended", 3, 0, township="苎坞镇", year=2023)],
            [None, 2024, *across("legal_lectures court_hearings_attended", 4, 1, township="苎坞镇", year=2024)],
        ],
    ),
    habit="第二行不再写乡镇名，也没有合并",
)
sent(
    "一镇两行2024.xlsx",
    "twice",
    Sheet(
        "Sheet1",
        [
            ["2024年法治工作统计", "<", "<"],
            ["乡镇", "法治讲座（场）", "旁听庭审（次）"],
            [
                "枥台镇",
                ask("legal_lectures", 3, township="枥台镇", cells=("B4",)),
                ask("court_hearings_attended", 1, township="枥台镇", cells=("C4",)),
            ],
            ["^", 2, 0],
            ["苎坞镇", *across("legal_lectures court_hearings_attended", 4, 1, township="苎坞镇")],
        ],
        None,
        2024,
    ),
    habit="一镇合并两行，没说各是什么",
)
sent(
    "较上年2024.xlsx",
    "derived",
    Sheet(
        "Sheet1",
        [
            ["2024年普法情况", "<", "<", "<", "<"],
            ["乡镇", "发放宣传资料（份）", "较上年增加（份）", "法治讲座（场）", "净增"],
            [
                "槲岭镇",
                *across("leaflets", 22000, township="槲岭镇"),
                1200,
                *across("legal_lectures", 6, township="槲岭镇"),
                3,
            ],
            [
                "翊塘镇",
                *across("leaflets", 13000, township="翊塘镇"),
                1000,
                *across("legal_lectures", 5, township="翊塘镇"),
                0,
            ],
        ],
        None,
        2024,
    ),
    habit="较上年增加、净增",
)
sent(
    "信访收结2024.xlsx",
    "same_word",
    Sheet(
        "Sheet1",
        [
            ["2024年信访事项办理情况", "<", "<", "<", "<"],
            ["乡镇", "信访事项（件）", "<", "<", "<"],
            ["^", "上年结转", "本年新收", "办结", "结转下年"],
            ["槲岭镇", 2, 30, ask("petitions_handled", 31, township="槲岭镇", cells=("C4",)), 1],
            ["翊塘镇", 0, 20, ask("petitions_handled", 19, township="翊塘镇", cells=("C5",)), 1],
        ],
        None,
        2024,
    ),
    habit="结转、新收、办结、结转下年",
)
sent(
    "率是小数2023.xlsx",
    "rates",
    ledger(
        "2023年学法考试情况",
        ["参学率", "参考率", "合格率"],
        (
            "槲岭镇",
            *across(
                "law_exam_study_rate law_exam_attendance_rate law_exam_pass_rate",
                fig(None, 0.95, 95),
                fig(None, 0.9667, 96.67),
                fig(None, 0.88, 88),
                township="槲岭镇",
            ),
        ),
        (
            "翊塘镇",
            *across(
                "law_exam_study_rate law_exam_attendance_rate law_exam_pass_rate",
                fig(None, 0.99, 99),
                fig(None, 0.98, 98),
                fig(None, 0.92, 92),
                township="翊塘镇",
            ),
        ),
        year=2023,
    ),
    habit="率写成小数，没有百分号",
)
sent(
    "两镇标题2024.xlsx",
    "township_mismatch",
    form(
        "学习翊塘镇经验 槲岭镇2024年法治工作统计",
        [
            ["法治讲座", "场", ask("legal_lectures", 6)],
            ["合同审查", "份", ask("contract_reviews", 21)],
        ],
        "槲岭镇",
        2024,
    ),
    habit="标题里顺带提到别的镇",
)
sent(
    "模板未填-XX镇2024.xlsx",
    "names",
    form(
        "XX镇2024年法治工作统计",
        [
            ["法治讲座", "场", ask("legal_lectures", 6)],
            ["合同审查", "份", ask("contract_reviews", 21)],
        ],
        None,
        2024,
    ),
    habit="模板里的 XX 镇没有改",
    roster=False,
)
sent(
    "示例数据未删-石笏镇2024.xlsx",
    "remarks",
    form(
        "石笏镇2024年法治工作统计",
        [
            ["示例：法治讲座", "场", 99],
            ["法治讲座", "场", fig("legal_lectures", 6)],
            ["合同审查", "份", fig("contract_reviews", 18)],
        ],
        "石笏镇",
        2024,
    ),
    habit="填写示例行没删",
)
sent(
    "上级要求列2024.xlsx",
    "plan_two_level",
    ledger(
        "2024年普法工作对照表",
        ["法治讲座要求（场）", "法治讲座（场）", "法治讲座差额", "旁听庭审应开展（次）", "旁听庭审（次）"],
        (
            "槲岭镇",
            4,
            *across("legal_lectures", 6, township="槲岭镇"),
            2,
            2,
            *across("court_hearings_attended", 1, township="槲岭镇"),
        ),
        (
            "石笏镇",
            4,
            *across("legal_lectures", 6, township="石笏镇"),
            2,
            2,
            *across("court_hearings_attended", 2, township="石笏镇"),
        ),
    ),
    habit="要求数、差额、应开展数",
)
sent(
    "累计在前2024-枥苔乡.xlsx",
    "quarters",
    form(
        "枥苔乡2024年法治工作季度表",
        [
            ["法治宣传活动", "场次", fig("publicity_events", 9, cells=("D3", "E3", "F3", "G3")), 2, 2, 3, 2],
            ["法治讲座", "场", fig("legal_lectures", 2, cells=("D4", "E4", "F4", "G4")), 0, 1, 0, 1],
        ],
        "枥苔乡",
        2024,
        head=("指标", "单位", "累计", "一季度", "二季度", "三季度", "四季度"),
    ),
    habit="累计列在季度前面",
)
sent(
    "历年累计2024.xlsx",
    "period",
    ledger(
        "2024年普法工作统计",
        ["法治讲座（场）", "法治讲座历年累计（场）", "八五以来发放宣传资料（份）"],
        ("槲岭镇", *across("legal_lectures", 6, township="槲岭镇"), 31, 120000),
        ("翊塘镇", *across("legal_lectures", 5, township="翊塘镇"), 22, 61000),
    ),
    habit="历年累计、八五以来",
)
sent(
    "分号列-砚垌乡2024.csv",
    "form",
    Sheet(
        "分号列-砚垌乡2024",
        [
            ["指标", "单位", "数量"],
            ["法治讲座\n（含线上）", "场", fig("legal_lectures", 3, known=False)],
            ["发放宣传资料", "份", fig("leaflets", "5,100", 5100)],
            ["受教育群众", "人次", fig("people_reached", "约2,600", 2600, "~")],
        ],
        "砚垌乡",
        2024,
    ),
    habit="CSV 里有换行和逗号",
    encoding="utf-8-sig",
)
sent(
    "乡镇表列错位.xlsx",
    "trap",
    Sheet(
        "Sheet1",
        [
            ["2024年乡镇数据", "<", "<", "<"],
            ["乡镇", "法治讲座（场）", "发放宣传资料（份）", "法律顾问（名）"],
            ["翊塘镇", *across("legal_lectures leaflets legal_advisers", 3, 15000, 2, township="翊塘镇")],
            [
                "石笏镇",
                ask("legal_lectures", 6650, township="石笏镇"),
                ask("leaflets", 2, township="石笏镇"),
                fig("legal_advisers", 1, township="石笏镇"),
            ],
        ],
        year=2024,
    ),
    habit="一行里两格填反了；原在留出的一批里",
)
