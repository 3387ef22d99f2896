"""Clerks who fill in a form: one township, one year, an indicator a row."""

from datetime import date

from corpus_cells import Sheet, ask, fig, gone, not_applicable, sent

sent(
    "槲岭镇2023年法治建设统计表.xlsx",
    "form",
    Sheet(
        "统计表",
        [
            ["2023年度法治建设情况统计表", "<", "<", "<", "<"],
            ["填报单位：槲岭镇人民政府（盖章）", "<", None, "填报日期：2024年1月8日", "<"],
            ["序号", "指标名称", "单位", "数量", "备注"],
            ["一、组织领导", "<", "<", "<", "<"],
            [1, "法治建设专题会议", "次", fig("leadership_meetings", 4), "3月、6月、9月、12月各1次"],
            [2, "党政主要负责人带头学法", "次", fig("leader_study", 6)],
            [3, "述法", "人", fig("accountability_reports", 14), "含村书记12人"],
            ["二、普法宣传", "<", "<", "<", "<"],
            [4, "法治宣传活动", "场次", fig("publicity_events", 36)],
            [5, "发放普法宣传资料", "份", fig("leaflets", "8万余份", 80000, ">"), "其中校园4万余份"],
            [6, "法律咨询服务人次", "人次", fig("people_served", "约1200", 1200, "~"), "电话0991-8123456"],
            [7, "受教育群众人次", "人次", fig("people_reached", 21500)],
            ["填表人：周文静", "<", "审核人：高立", "<", "联系电话：13900001234"],
            ["注：1.本表统计时间为1月1日至12月31日；2.发放资料包括宣传册、宣传单等5类。", "<", "<", "<", "<"],
        ],
        "槲岭镇",
        2023,
    ),
    habit="标准表，备注里有数字、电话",
)

sent(
    "栀岙乡报表.xls",
    "form",
    Sheet(
        "Sheet1",
        [
            ["栀岙乡2023年法治工作统计表", "<", "<"],
            ["类别", "指标", "数量"],
            ["学法", "党委中心组集中学法（次）", fig("central_group_study", 5)],
            ["^", "干部职工集中学法(次)", fig("collective_study", 12)],
            ["^", "专题研讨（次）", fig("seminars", 2)],
            ["^", "法治讲座（场）", fig("legal_lectures", 3)],
            ["创新", "普法短视频、直播（个）", fig("short_videos", 4)],
            ["^", "模拟法庭、情景普法（场次）", fig("mock_courts", "无", 0)],
            ["^", "以案释法（次）", fig("case_talks", "6次", 6)],
        ],
        "栀岙乡",
        2023,
    ),
    habit="Excel 2003，左侧类别竖向合并",
)

sent(
    "翊塘镇.xlsx",
    "form",
    Sheet(
        "2024年",
        [
            ["项目", "单位", "数值"],
            ["甲", "乙", 1],
            ["行政处罚案件", "件", fig("penalty_cases", 17)],
            ["行政执法培训", "次", fig("enforcement_trainings", 3)],
            ["持证执法人员", "名", fig("certified_officers", 11)],
            ["行政诉讼案件", "件", fig("litigation_cases", 1)],
            ["负责人出庭应诉", "次", fig("head_court_appearances", 1)],
            ["行政复议案件", "件", fig("reconsideration_cases", "零", 0)],
            ["败诉(纠错)案件", "件", fig("lost_cases", 0)],
        ],
        "翊塘镇",
        2024,
    ),
    habit="单位只在文件名，年份只在工作表名，有甲乙1栏号行",
)

sent(
    "法治统计（蓼洼乡）.xlsx",
    "form",
    Sheet(
        "Sheet1",
        [
            [None, None, None, None],
            [None, None, None, None],
            [None, "二〇二四年度法治建设数据填报表", "<", "<"],
            [None, "指标", "计量单位", "全年累计"],
            [None, "1．法治建设专题会议", "次", fig("leadership_meetings", "四次", 4)],
            [None, "2．听取法治工作汇报、督察", "次", fig("reports_heard", "两次", 2)],
            [None, "3．研究解决问题", "个", fig("issues_resolved", "十余个", 10, ">")],
            [None, "4．法治建设经费", "万元", fig("funds_invested", 3.5, 35000)],
            [None, "5．发放普法宣传资料", "份", fig("leaflets", "1.2万", 12000)],
            [None, "6．悬挂横幅标语", "条", fig("banners", "三十六", 36)],
        ],
        "蓼洼乡",
        2024,
    ),
    habit="上面空两行、左边空一列，中文数字，汉字年份",
)

sent(
    "2023年苎坞镇法治建设数据.xlsx",
    "form_blocks",
    Sheet(
        "数据",
        [
            ["苎坞镇2023年法治建设数据", "<", "<", "<", "<", "<", "<", "<"],
            ["序号", "指标", "单位", "数量", "序号", "指标", "单位", "数量"],
            [
                1,
                "法治宣传活动",
                "场次",
                fig("publicity_events", 22),
                5,
                "排查矛盾纠纷",
                "件",
                fig("disputes_screened", 130),
            ],
            [
                2,
                "进村(社区)宣讲",
                "场次",
                fig("village_talks", 16),
                6,
                "调处矛盾纠纷",
                "件",
                fig("disputes_mediated", 126),
            ],
            [
                3,
                "法治进校园活动",
                "场次",
                fig("school_events", 4),
                7,
                "办理信访事项",
                "件",
                fig("petitions_handled", 31),
            ],
            [4, "悬挂横幅标语", "条", fig("banners", 55), 8, "合同审查", "份", fig("contract_reviews", 19)],
        ],
        "苎坞镇",
        2023,
    ),
    habit="左右两栏",
)

sent(
    "砚垌乡三栏.xlsx",
    "form_blocks",
    Sheet(
        "Sheet1",
        [
            ["砚垌乡2024年度法治建设统计表", "<", "<", "<", "<", "<"],
            ["指标", "数量", "指标", "数量", "指标", "数量"],
            [
                "中心组学法（次）",
                fig("central_group_study", 4),
                "法律顾问（名）",
                fig("legal_advisers", 1),
                "行政诉讼（件）",
                fig("litigation_cases", 0),
            ],
            [
                "旁听庭审（次）",
                fig("court_hearings_attended", 1),
                "合法性审查（件）",
                fig("legal_reviews", 9),
                "行政复议（件）",
                fig("reconsideration_cases", 2),
            ],
            [
                "法治讲座（场）",
                fig("legal_lectures", 6),
                "规范性文件（件）",
                fig("normative_documents", "未制定", 0),
                "主动公开信息（条）",
                fig("info_disclosed", 88),
            ],
        ],
        "砚垌乡",
        2024,
    ),
    habit="三栏并排",
)

sent(
    "石笏镇2023年普法任务完成情况.xlsx",
    "form_plan",
    Sheet(
        "完成情况",
        [
            ["石笏镇2023年普法任务完成情况表", "<", "<", "<", "<"],
            ["指标", "单位", "年度计划数", "实际完成数", "完成率"],
            ["法治宣传活动", "场次", 30, fig("publicity_events", 33), "110%"],
            ["发放普法宣传资料", "份", 20000, fig("leaflets", 21300), "106.5%"],
            ["法治讲座", "场", 6, fig("legal_lectures", 5), "83.3%"],
            ["新媒体普法信息", "条", 100, fig("new_media_posts", 141), "141%"],
        ],
        "石笏镇",
        2023,
    ),
    habit="计划、完成、完成率三列",
)

sent(
    "楮源镇普法考核自评表2024.xlsx",
    "form_score",
    Sheet(
        "自评",
        [
            ["楮源镇2024年普法依法治理考核自评表", "<", "<", "<", "<", "<"],
            ["项目", "考核目标", "分值", "评分标准", "完成情况", "自评得分"],
            ["党委中心组集中学法", "每年不少于4次", 5, "少一次扣1分", fig("central_group_study", "5次", 5), 5],
            ["法治讲座", "每年不少于2次", 4, "少一次扣2分", fig("legal_lectures", "3场", 3), 4],
            ["法治进校园活动", "不少于8场次", 8, "少一场扣1分", fig("school_events", 7), 7],
            ["旁听庭审", "不少于1次", 2, "未开展不得分", fig("court_hearings_attended", "未开展", 0), 0],
        ],
        "楮源镇",
        2024,
    ),
    habit="考核评分表：目标、分值、得分都不是数据",
)

sent(
    "枥台镇2023年统计.xlsx",
    "form",
    Sheet(
        "Sheet1",
        [
            ["枥台镇2023年法治宣传统计", "<", "<"],
            ["指 标", "单 位", "数 量"],
            ["法 治 宣 传 活 动", "场 次", fig("publicity_events", 18)],
            ["发放普法\n宣传资料", "份", fig("leaflets", 15200)],
            ["  其中：校园手册", "份", fig("school_leaflets", 4300)],
            ["受教育群众\n人  次", "人次", fig("people_reached", "1.5万余", 15000, ">")],
            ["法治文艺演出", "场次", gone("law_performances", "—")],
            ["法治文化阵地", "个", fig("culture_sites", 3)],
        ],
        "枥台镇",
        2023,
    ),
    habit="字间空格、换行，其中项缩进",
)

sent(
    "菱浔街道办事处2023年报表.xlsx",
    "form",
    Sheet(
        "报表",
        [
            ["2023年法治建设报表", "<", "<", "<"],
            ["填报单位（公章）：示例县菱浔街道办事处", "<", "<", "<"],
            ["指标", "单位", "2023年", "说明"],
            ["党政主要负责人带头学法", "次", fig("leader_study", 4), "书记2次，主任2次"],
            ["主要负责人讲法治课", "次", fig("leader_lectures", "２", 2)],
            ["学法考试参考人数", "人", fig("law_exam_participants", "８６人", 86), "应考87人，1人病假"],
            ["学法参学率", "%", fig("law_exam_study_rate", "100％", 100)],
            ["学法参考率", "%", fig("law_exam_attendance_rate", 98.9)],
            ["学法考试合格率", "%", fig("law_exam_pass_rate", 0.965, 96.5, number_format="0.0%", raw="96.5%")],
            ["村法律顾问", "名", not_applicable("legal_advisers")],
        ],
        "菱浔街道",
        2023,
    ),
    habit="全角数字、百分数三种写法、不适用",
)

sent(
    "上半年报表-鹭汀街道.xlsx",
    "period",
    Sheet(
        "Sheet1",
        [
            ["鹭汀街道2024年上半年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治宣传活动", "场次", ask("publicity_events", 14)],
            ["法治讲座", "场", ask("legal_lectures", 3)],
            ["发放宣传资料", "份", ask("leaflets", 6000)],
        ],
        "鹭汀街道",
        2024,
    ),
    habit="只有上半年的数",
)

sent(
    "蓼洼乡2023年1-11月法治数据.xlsx",
    "period",
    Sheet(
        "Sheet1",
        [
            ["蓼洼乡法治建设数据", "<", "<"],
            ["统计时段：2023年1月—11月", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治宣传活动", "场次", ask("publicity_events", 21)],
            ["调解纠纷", "件", ask("disputes_mediated", 64)],
        ],
        "蓼洼乡",
        2023,
    ),
    habit="只统计到 11 月",
)

sent(
    "法治建设统计表.xlsx",
    "no_year",
    Sheet(
        "Sheet1",
        [
            ["法治建设统计表", "<", "<"],
            ["填报单位：翊塘镇", "<", "填报日期：2024年1月6日"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", ask("legal_lectures", 5)],
            ["法治宣传活动", "场次", ask("publicity_events", 25)],
        ],
        "翊塘镇",
        None,
    ),
    habit="没写年份，只有填报日期",
)

sent(
    "2024年法治统计表（石笏镇）.xlsx",
    "year_mismatch",
    Sheet(
        "2023年",
        [
            ["石笏镇2023年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", ask("legal_lectures", 5)],
            ["法治宣传活动", "场次", ask("publicity_events", 25)],
            ["旁听庭审", "次", ask("court_hearings_attended", 2)],
        ],
        "石笏镇",
        2023,
    ),
    habit="文件名 2024，标题 2023",
)

sent(
    "枥台镇2024.xlsx",
    "township_mismatch",
    Sheet(
        "Sheet1",
        [
            ["2024年法治建设统计表", "<", "<"],
            ["填报单位：枥苔乡人民政府", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", ask("legal_lectures", 4)],
            ["合同审查", "份", ask("contract_reviews", 11)],
        ],
        "枥苔乡",
        2024,
    ),
    habit="文件名与填报单位不是同一个乡镇",
)

sent(
    "两镇联合报表2024.xlsx",
    "township_mismatch",
    Sheet(
        "Sheet1",
        [
            ["翊塘镇、苎坞镇2024年联合普法活动统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治宣传活动", "场次", ask("publicity_events", 8)],
            ["发放宣传资料", "份", ask("leaflets", 3000)],
        ],
        None,
        2024,
    ),
    habit="标题里两个乡镇",
)

sent(
    "鹭汀街道法治建设统计表（2024年度）.xlsx",
    "form_deep",
    Sheet(
        "表1",
        [
            ["附件1", None, None, None, None],
            ["2024年度全县法治政府建设工作", "<", "<", "<", "<"],
            ["统 计 报 表", "<", "<", "<", "<"],
            ["单位名称：鹭汀街道", "<", None, "制表机关：示例县司法局", "<"],
            ["一级指标", "二级指标", "三级指标", "单位", "本年实绩"],
            ["学法用法", "领导干部", "党委中心组集中学法", "次", fig("central_group_study", 6)],
            ["^", "^", "专题研讨", "次", fig("seminars", 3)],
            ["^", "一般干部", "干部职工集体学法", "次", fig("collective_study", 24)],
            ["^", "^", "学法考试参考人数", "人", fig("law_exam_participants", 102)],
            ["依法行政", "决策", "重大决策合法性审查", "件", fig("legal_reviews", 15)],
            ["^", "^", "制定规范性文件", "件", fig("normative_documents", 2)],
            ["^", "执法", "持证执法人员", "名", fig("certified_officers", 23)],
            ["^", "^", "行政处罚案件", "件", fig("penalty_cases", 41)],
            ["法治社会", "化解", "调处矛盾纠纷", "件", fig("disputes_mediated", 203)],
        ],
        "鹭汀街道",
        2024,
    ),
    habit="三级指标竖向合并，两行标题，附件1",
)

sent(
    "楮源镇2023年（新）.xls",
    "form",
    Sheet(
        "Sheet1",
        [
            ["楮源镇2023年法治建设情况", "<", "<"],
            ["指标", "数量", "单位"],
            ["发放宣传资料", fig("leaflets", 2.3, 23000), "万份"],
            ["受教育群众", fig("people_reached", "3.1万", 31000), "万人次"],
            ["法治经费", fig("funds_invested", "12万元", 120000), "万元"],
            ["法律咨询", fig("people_served", 860), "人次"],
            ["化解矛盾纠纷", fig("disputes_mediated", "77件", 77), "件"],
        ],
        "楮源镇",
        2023,
    ),
    habit="单位列在数量后，万在单位列又写在格里",
)

sent(
    "槲岭镇2024年统计（校园）.xlsx",
    "narrowing",
    Sheet(
        "Sheet1",
        [
            ["槲岭镇2024年普法统计", "<", "<"],
            ["指标", "单位", "数量"],
            ["线上普法场次", "场", 40],
            ["新增法律明白人", "人", 6],
            ["校园发放资料", "份", fig("school_leaflets", 5000, known=False)],
            ["拟开展法治讲座", "场", 12],
            ["县级法治讲座参加人数", "人", 31],
            ["联合其他乡镇开展法治宣传活动", "场次", 3],
            ["合同审查", "份", fig("contract_reviews", 20)],
        ],
        "槲岭镇",
        2024,
    ),
    habit="范围更窄的指标不能当总数",
)

sent(
    "栀岙乡2024年度数据(1).xlsx",
    "unlisted",
    Sheet(
        "数据",
        [
            ["栀岙乡2024年度法治建设数据", "<", "<"],
            ["指标", "单位", "数量"],
            ["党委理论学习中心组专题学法", "次", fig("central_group_study", 4, known=False)],
            ["机关工作人员集体学法", "次", fig("collective_study", 10, known=False)],
            ["邀请律师举办法治知识讲座", "场", fig("legal_lectures", 3, known=False)],
            ["组织干部旁听法院庭审", "次", fig("court_hearings_attended", 2, known=False)],
            ["微信公众号普法推文", "条", fig("new_media_posts", 61, known=False)],
            ["拍摄普法微视频", "个", fig("short_videos", 5, known=False)],
            ["法治文艺巡演", "场次", fig("law_performances", 2, known=False)],
            ["接待群众法律咨询人次", "人次", fig("people_served", 320, known=False)],
            ["化解各类矛盾纠纷件数", "件", fig("disputes_mediated", 58, known=False)],
            ["行政机关主要负责人出庭应诉次数", "次", fig("head_court_appearances", 1, known=False)],
            ["主动公开政务信息条数", "条", fig("info_disclosed", 73, known=False)],
            ["送法下乡赶大集", "场", 9],
            ["平安建设宣传", "场", 7],
        ],
        "栀岙乡",
        2024,
    ),
    habit="自己起的指标名",
)

sent(
    "翊塘镇2023年法治建设统计表.xlsx",
    "form_faults",
    Sheet(
        "统计表",
        [
            ["翊塘镇2023年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治宣传活动", "场次", ask("publicity_events", "3/4")],
            ["法治讲座", "场", ask("legal_lectures", "1O")],
            ["法治建设经费", "元", ask("funds_invested", "XX")],
            ["发放宣传资料", "份", ask("leaflets", "数千份")],
            ["法律咨询", "人次", ask("people_served", "三四百人次")],
            ["专题研讨", "次", ask("seminars", "每季度1次")],
            ["以案释法", "次", ask("case_talks", "若干")],
            ["旁听庭审", "次", ask("court_hearings_attended", "见附件")],
            ["行政处罚", "件", ask("penalty_cases", "同上年")],
            ["合同审查", "份", ask("contract_reviews", "12份（另有3份退回）")],
            ["法律明白人", "人", ask("law_savvy_persons", "每村3人")],
            ["横幅标语", "条", fig("banners", 40)],
        ],
        "翊塘镇",
        2023,
    ),
    habit="说不清的数",
)

sent(
    "枥苔乡2024报表.xlsx",
    "form_faults",
    Sheet(
        "Sheet1",
        [
            ["枥苔乡2024年法治建设报表", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治宣传活动", "场次", ask("publicity_events", "#REF!")],
            ["法治讲座", "场", ask("legal_lectures", "=D9/0", cached="#DIV/0!")],
            ["专题研讨", "次", ask("seminars", date(2024, 3, 5), number_format='m"月"d"日"', raw="3月5日")],
            ["发放宣传资料", "份", fig("leaflets", "=3000+1200", 4200, cached=4200)],
            ["受教育群众", "人次", fig("people_reached", "6 500", 6500)],
            ["法律咨询", "人次", fig("people_served", "1,260", 1260)],
            ["旁听庭审", "次", ask("court_hearings_attended", -2)],
            ["合格率", "%", ask("law_exam_pass_rate", 108)],
            ["行政诉讼", "件", ask("litigation_cases", 1.5)],
            ["合同审查", "份", fig("contract_reviews", "12.0", 12)],
        ],
        "枥苔乡",
        2024,
    ),
    habit="错误值、日期化、负数、超百",
)

sent(
    "苎坞镇报表2024年.ods",
    "form",
    Sheet(
        "Sheet1",
        [
            ["苎坞镇2024年法治建设报表", "<", "<", "<"],
            ["类别", "指标", "单位", "数量"],
            ["宣传", "法治宣传活动", "场次", fig("publicity_events", 20)],
            ["^", "进村（社区）宣讲", "场次", fig("village_talks", 14)],
            ["^", "发放普法宣传资料", "份", fig("leaflets", "9000余份", 9000, ">")],
            ["纠纷", "排查矛盾纠纷", "件", fig("disputes_screened", 101)],
            ["^", "调处矛盾纠纷", "件", fig("disputes_mediated", 99)],
            ["^", "办理信访事项", "件", gone("petitions_handled")],
        ],
        "苎坞镇",
        2024,
    ),
    habit="LibreOffice",
)

sent(
    "砚垌乡2023年法治数据.csv",
    "form",
    Sheet(
        "砚垌乡2023年法治数据",
        [
            ["砚垌乡2023年法治建设数据"],
            ["指标", "单位", "数量"],
            ["法治宣传活动", "场次", fig("publicity_events", 11)],
            ["发放宣传资料", "份", fig("leaflets", "5,200", 5200)],
            ["法治讲座", "场", fig("legal_lectures", 2)],
            ["模拟法庭", "场次", fig("mock_courts", "未开展", 0)],
            ["行政诉讼", "件", fig("litigation_cases", 0)],
            ["信访件", "件", gone("petitions_handled")],
        ],
        "砚垌乡",
        2023,
    ),
    habit="GBK 的 CSV",
    encoding="gbk",
)

sent(
    "OA导出_菱浔街道2024年法治统计.xls",
    "form",
    Sheet(
        "Sheet1",
        [
            ["菱浔街道2024年法治建设统计表", "<", "<", "<"],
            ["类别", "指标", "单位", "数量"],
            ["宣传", "普法活动场次", "场次", fig("publicity_events", 52)],
            ["^", "宣传单", "份", fig("leaflets", "2.5万", 25000)],
            ["^", "微信普法", "条", fig("new_media_posts", 210)],
            ["队伍", "法律明白人", "人", fig("law_savvy_persons", 33)],
            ["^", "法律顾问", "名", fig("legal_advisers", 2)],
            ["^", "执法证人数", "名", fig("certified_officers", 18)],
        ],
        "菱浔街道",
        2024,
    ),
    habit="OA 导出的网页，名为 .xls",
    form="html",
)

sent(
    "枥台镇2024年法治建设统计表.xls",
    "form",
    Sheet(
        "统计表",
        [
            ["枥台镇2024年法治建设统计表", "<", "<"],
            ["指标", "单位", "数量"],
            ["党委中心组集中学法", "次", fig("central_group_study", 4)],
            ["干部职工集体学法", "次", fig("collective_study", "九次", 9)],
            ["旁听庭审", "次", fig("court_hearings_attended", "1次", 1)],
            ["法治培训人次", "人次", fig("training_attendance", "百余人次", 100, ">")],
            ["普法骨干培训班", "期", fig("backbone_trainings", 2)],
        ],
        "枥台镇",
        2024,
    ),
    habit="XML 2003 表格，名为 .xls",
    form="xml2003",
)

sent(
    "楮源镇2024年数据.xlsx",
    "form",
    Sheet(
        "填表说明",
        [
            ["填表说明"],
            ["1. 本表由各乡镇填写，2024年共35项指标，12月31日前报送。"],
            ["2. 法治讲座：指面向群众的讲座，每场不少于30人。"],
            ["3. 联系人：王强，电话 0991-8000000。"],
        ],
    ),
    Sheet(
        "数据",
        [
            ["楮源镇2024年法治建设数据", "<", "<"],
            ["指标", "单位", "数量"],
            ["法治讲座", "场", fig("legal_lectures", 5)],
            ["受众人次", "人次", fig("people_reached", 9800)],
            ["人民调解", "件", fig("disputes_mediated", 143)],
        ],
        "楮源镇",
        2024,
    ),
    Sheet("Sheet3", [["旧表 勿用", None, None], ["指标", "单位", "数量"], ["法治讲座", "场", 99]], hidden=True),
    habit="说明页有数字，隐藏了旧表",
)

sent(
    "石笏镇二〇二四年度法治政府建设统计.xlsx",
    "form_this_last",
    Sheet(
        "Sheet1",
        [
            ["石笏镇2024年度法治政府建设统计", "<", "<", "<", "<", "<"],
            ["指标", "单位", "本年数", "上年数", "增减数", "增长率（%）"],
            ["法治宣传活动", "场次", fig("publicity_events", 40), fig("publicity_events", 33, year=2023), 7, 21.2],
            ["发放宣传资料", "份", fig("leaflets", 25000), fig("leaflets", 21300, year=2023), 3700, 17.4],
            ["法治讲座", "场", fig("legal_lectures", 6), fig("legal_lectures", 5, year=2023), 1, 20],
            ["法律明白人", "人", fig("law_savvy_persons", 30), fig("law_savvy_persons", 27, year=2023), 3, 11.1],
        ],
        "石笏镇",
        2024,
    ),
    habit="本年、上年、增减、增长率",
)

sent(
    "鹭汀街道办2023年汇总.xlsx",
    "form_this_last",
    Sheet(
        "Sheet1",
        [
            ["鹭汀街道2023年法治建设情况对比", "<", "<", "<", "<"],
            ["指标", "单位", "上年同期", "本年累计", "同比±%"],
            ["法治宣传活动", "场次", fig("publicity_events", 45, year=2022), fig("publicity_events", 48), 6.7],
            ["化解矛盾纠纷", "件", fig("disputes_mediated", 180, year=2022), fig("disputes_mediated", 171), -5],
            ["审核合同", "份", fig("contract_reviews", 30, year=2022), fig("contract_reviews", 36), 20],
        ],
        "鹭汀街道",
        2023,
    ),
    habit="上年在前",
)
