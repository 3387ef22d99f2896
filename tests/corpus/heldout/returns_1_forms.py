"""Forms: one township, indicators down the page."""

# A line of a sheet is a line here.
# fmt: off
from corpus_cells import Sheet, not_applicable, sent, show
from heldout_words import cells, numbered, v

sent("赭亭镇2024年度法治建设情况统计表.xlsx", "form", Sheet("表1", [
    ["2024年度法治建设工作情况统计表", "<", "<", "<", "<"],
    ["填报单位：赭亭镇人民政府（盖章）", "<", "<", "填报时间：2025.1.9", "<"],
    ["序号", "项目", "单位", "数量", "备注"],
    *numbered(
        ("召开法治建设专题会议", "次", v("leadership_meetings", 4), "每季度1次"),
        ("党政主要负责人带头学法情况", "次", v("leader_study", "6次", 6)),
        ("党委理论学习中心组学法", "次", v("central_group_study", 5)),
        ("干部职工集体学法", "次", v("collective_study", "十二次", 12), "每月首个工作日"),
        ("开展法治宣传活动", "场次", v("publicity_events", 41), "含12·4宪法宣传周3场"),
        ("发放普法宣传资料", "份", v("leaflets", "1.3万余份", 13000, ">"), "其中宪法手册2000份"),
        ("受教育群众", "人次", v("people_reached", "约2万", 20000, "~")),
        ("法律明白人", "人", v("law_savvy_persons", 44), "每村4人"),
        ("法律顾问", "名", v("legal_advisers", 2)),
        ("行政复议", "件", v("reconsideration_cases", "无")),
        note=True),
    ["填表人：秦某某", "<", "审核人：段某", "<", "电话：0743-8220113"],
], "赭亭镇", 2024))

sent("樨湾镇.xls", "form", Sheet("Sheet1", [
    ["附件2", None, None, None],
    ["樨湾镇2023年法治政府建设工作数据表", "<", "<", "<"],
    ["类别", "指标", "计量单位", "完成数"],
    ["学法", "党委中心组集中学法", "次", v("central_group_study", 4)],
    ["^", "领导班子集体学法", "次", v("collective_study", 10)],
    ["^", "法治讲座", "场", v("legal_lectures", 3)],
    ["^", "培训法律明白人（培训班期数）", "期", v("backbone_trainings?", 2)],
    ["普法", "普法宣传活动", "场次", v("publicity_events", 28)],
    ["^", "法治进校园", "场次", v("school_events", 7)],
    ["^", "宣传资料发放", "份", v("leaflets?", 6200)],
    ["执法", "行政执法培训", "次", v("enforcement_trainings", 2)],
    ["^", "持证执法人员", "名", v("certified_officers", 13)],
    ["^", "行政处罚", "件", v("penalty_cases", 0)],
], "樨湾镇", 2023), habit="类别竖向合并")

sent("垟坳乡法治数据（2022）.xlsx", "form two blocks", Sheet("sheet1", [
    ["垟坳乡2022年法治建设统计表", "<", "<", "<", "<", "<"],
    ["指标", "单位", "数量", "指标", "单位", "数量"],
    ["推进会", "次", v("leadership_meetings", 3), "发放宣传册", "份", v("leaflets", 3100)],
    ["中心组学法", "次", v("central_group_study", 4), "悬挂横幅", "条", v("banners", 46)],
    ["会前学法", "次", v("collective_study", 9), "以案释法", "次", v("case_talks", "—")],
    ["法律讲座", "场", v("legal_lectures", 2), "模拟法庭", "场次", v("mock_courts", 0)],
    ["旁听庭审", "次", v("court_hearings_attended", 1), "矛盾纠纷排查", "件", v("disputes_screened", 73)],
    ["法律进村", "场次", v("village_talks", 18), "化解矛盾纠纷", "件", v("disputes_mediated", 70)],
], "垟坳乡", 2022))

sent("汩桥街道普法数据.ods", "form three blocks", Sheet("2024", [
    ["汩桥街道办事处法治数据一览（2024年）", "<", "<", "<", "<", "<"],
    ["项目", "数量", "项目", "数量", "项目", "数量"],
    ["公众号推送（条）", v("new_media_posts", 126), "短视频（个）", v("short_videos", 14), "文艺汇演（场）", v("law_performances", 3)],
    ["法治宣讲（场）", v("village_talks", 33), "普法活动场次", v("publicity_events", 52), "法治文化阵地（个）", v("culture_sites", 9)],
    ["法律咨询（人次）", v("people_served", 1830), "覆盖群众（人次）", v("people_reached", "3.2万", 32000), "法律顾问（名）", v("legal_advisers", 3)],
], "汩桥街道", 2024))

sent("檑木坪镇-法治统计-2025.xlsx", "form groups", Sheet("统计", [
    ["檑木坪镇法治建设统计（2025年）", "<", "<", "<"],
    ["序号", "内容", "单位", "数量"],
    *numbered(
        "一、组织领导",
        ("专题研究法治工作", "次", v("leadership_meetings?", 5)),
        ("听取法治工作汇报", "次", v("reports_heard", 4)),
        ("解决重点难点问题", "个", v("issues_resolved", "11个", 11)),
        "二、学法用法",
        ("集中学法", "次", v("central_group_study", 6)),
        ("专题研讨交流", "次", v("seminars?", 2)),
        ("参加如法网考试人数", "人", v("law_exam_participants", 86)),
        ("参考率", "%", v("law_exam_attendance_rate", 100)),
        ("合格率", "%", v("law_exam_pass_rate", "98.8%", 98.8)),
        "三、依法决策",
        ("合法性审查", "件", v("legal_reviews", 23)),
        ("审查合同", "份", v("contract_reviews", 57)),
        ("规范性文件", "件", v("normative_documents", "未开展")),
        "四、公开",
        ("主动公开信息", "条", v("info_disclosed", 611))),
], "檑木坪镇", 2025))

sent("犁埫镇统计年报.xls", "form", Sheet("法综1表", [
    ["法治建设综合统计年报", "<", "<", "<"],
    ["填报单位：犁埫镇", None, "2024年", "表号：法综1表"],
    ["指标名称", "代码", "计量单位", "数量"],
    ["甲", "乙", "丙", "1"],
    ["法治建设专题会议", "01", "次", v("leadership_meetings", 4)],
    ["法治督察", "02", "次", v("reports_heard", 1)],
    ["书面述法", "03", "人", v("accountability_reports", 9)],
    ["法治建设经费", "04", "万元", v("funds_invested", 6.5, 65000)],
    ["普法骨干培训班", "05", "期", v("backbone_trainings", 2)],
    ["参训人次", "06", "人次", v("training_attendance", 214)],
    ["行政诉讼案件", "07", "件", v("litigation_cases", 1)],
    ["行政机关负责人出庭", "08", "次", v("head_court_appearances", 1)],
    ["败诉案件", "09", "件", v("lost_cases", "零")],
    ["单位负责人：", None, "统计负责人：", None],
    ["说明：本表由各乡镇于次年1月15日前报送，一式2份。", "<", "<", "<"],
], "犁埫镇", 2024), habit="代码栏01、02")

sent("犁塝乡2024年对比表.xlsx", "form this last", Sheet("对比", [
    ["犁塝乡法治建设主要指标对比表", "<", "<", "<", "<", "<"],
    ["指标", "单位", "2024年", "2023年", "增减", "增长率（%）"],
    ["中心组学法", "次", v("central_group_study", 5), v("central_group_study", 4, year=2023), 1, 25],
    ["法治讲座", "场", v("legal_lectures", 2), v("legal_lectures", 2, year=2023), 0, 0],
    ["宣讲场次", "场", v("village_talks", 16), v("village_talks", 12, year=2023), 4, 33.3],
    ["发放宣传资料", "份", v("leaflets", 4200), v("leaflets", 5100, year=2023), -900, -17.6],
    ["服务群众", "人次", v("people_served", 310), v("people_served", "/", year=2023), "/", "/"],
    ["调解纠纷", "件", v("disputes_mediated", 38), v("disputes_mediated", 41, year=2023), -3, -7.3],
], "犁塝乡", 2024))

sent("鸬蓬镇.xlsx", "form this last", Sheet("Sheet1", [
    ["鸬蓬镇2025年法治建设工作完成情况", "<", "<", "<", "<"],
    ["指标名称", "计量单位", "本年", "上年", "同比增减"],
    ["排查纠纷", "件", v("disputes_screened", 155), v("disputes_screened", 171, year=2024), "-16"],
    ["人民调解", "件", v("disputes_mediated", 149), v("disputes_mediated", 160, year=2024), "-11"],
    ["信访件", "件", v("petitions_handled", 22), v("petitions_handled", 35, year=2024), "下降37.1%"],
    ["行政诉讼", "件", v("litigation_cases", 2), v("litigation_cases", "0", 0, year=2024), "+2"],
    ["公开政务信息", "条", v("info_disclosed", 288), v("info_disclosed", 250, year=2024), "增加38条"],
], "鸬蓬镇", 2025))

sent("蔊溪乡普法季报汇总2023.xlsx", "form quarters", Sheet("季度", [
    ["蔊溪瑶族乡2023年普法工作分季度统计表", "<", "<", "<", "<", "<", "<"],
    ["指标", "单位", "一季度", "二季度", "三季度", "四季度", "全年"],
    ["法治宣传活动", "场次", 4, 6, 5, 9, v("publicity_events", 24, cells=("C3",))],
    ["发放宣传手册", "份", 600, 850, 720, 1900, v("leaflets", 4070, cells=("C4",))],
    ["咨询服务人次", "人次", 35, 41, 28, 96, v("people_served", 200, cells=("C5",))],
    ["校园普法", "场次", 1, 2, 1, 1, v("school_events", 5, cells=("C6",))],
], "蔊溪瑶族乡", 2023))

sent("篾行街道季度表.xls", "form quarters", Sheet("2024", [
    ["篾行街道2024年学法季度统计", "<", "<", "<", "<", "<"],
    [None] * 6,
    ["项目", "单位", "第一季度", "第二季度", "第三季度", "第四季度"],
    ["集体学法", "次", 3, 3, 4, v("collective_study?", 3, 13, cells=("C4", "D4", "E4"))],
    ["专题讲座", "场", 1, 0, 1, v("legal_lectures", 2, 4, cells=("C5", "D5", "E5"))],
    ["法律明白人", "人", 30, 30, 33, v("law_savvy_persons", 36, cells=("C6",))],
], "篾行街道", 2024), habit="没有合计栏；法律明白人是存量")

MONTHS = [f"{m}月" for m in range(1, 13)]
sent("茯峁镇月报.xlsx", "form months", Sheet("2024年", [
    ["茯峁镇矛盾纠纷排查调处月报表（2024年）", *["<"] * 13],
    ["项目", *MONTHS, "合计"],
    ["排查矛盾纠纷（件）", 5, 3, 6, 4, 7, 5, 8, 6, 4, 3, 5, 6, v("disputes_screened", 62, cells=("B3",))],
    ["调处矛盾纠纷（件）", 5, 3, 5, 4, 7, 5, 7, 6, 4, 3, 5, 6, v("disputes_mediated", 60, cells=("B4",))],
    ["办理信访（件）", 1, 0, 2, 0, 1, 1, 0, 0, 3, 0, 1, 1, v("petitions_handled", 10, cells=("B5",))],
], "茯峁镇", 2024))

sent("隺岭镇近三年数据.xlsx", "form years", Sheet("数据", [
    ["隺岭镇近三年法治建设主要数据", "<", "<", "<", "<"],
    ["指标", "单位", "2022年", "2023年", "2024年"],
    ["法治建设专题会议", "次", *cells("leadership_meetings", 2, year=2022), *cells("leadership_meetings", 4, year=2023), *cells("leadership_meetings", 4)],
    ["法治宣传场次", "场", v("publicity_events", 21, year=2022), v("publicity_events", 25, year=2023), v("publicity_events", 33)],
    ["宣传资料", "万份", v("leaflets", 0.8, 8000, year=2022), v("leaflets", 1.1, 11000, year=2023), v("leaflets", 1.25, 12500)],
    ["聘请法律顾问", "名", v("legal_advisers", 1, year=2022), v("legal_advisers", 1, year=2023), v("legal_advisers", 2)],
    ["行政复议案件", "件", v("reconsideration_cases", "无", year=2022), v("reconsideration_cases", None, year=2023), v("reconsideration_cases", 1)],
], "隺岭镇", 2024))

sent("笕岔乡填报表.csv", "form", Sheet("笕岔乡填报表", [
    ["笕岔乡人民政府2024年法治建设统计表", None, None],
    ["指标", "单位", "数值"],
    ["组织党政主要负责人带头学习", "次", v("leader_study", "4", 4)],
    ["法治党课", "次", v("leader_lectures", "2", 2)],
    ["干部职工学法", "次", v("collective_study", "11", 11)],
    ["发放资料", "份", v("leaflets", "2,350", 2350)],
    ["解答咨询", "人次", v("people_served", "160余", 160, ">")],
    ["新媒体推送", "条", v("new_media_posts", "48", 48)],
], "笕岔乡", 2024), encoding="utf-8-sig")

sent("甓窑镇数据上报.xls", "form", Sheet("甓窑镇数据上报", [
    ["甓窑镇2023年依法治镇数据上报表", "<", "<"],
    ["指标名称", "单位", "数据"],
    ["依法治镇委员会会议", "次", v("leadership_meetings", "2", 2)],
    ["专项督查", "次", v("reports_heard", "3", 3)],
    ["宣传标语", "条", v("banners", "60", 60)],
    ["普法文艺演出", "场次", v("law_performances", "5", 5)],
    ["执法业务培训", "次", v("enforcement_trainings", "2", 2)],
    ["合同审核", "份", v("contract_reviews", "31", 31)],
    ["审核合同金额", "万元", "480"],
], "甓窑镇", 2023), form="html", encoding="gb2312", habit="审核合同金额不在目录内")

sent("赭亭镇半年分报2023.xlsx", "form halves", Sheet("Sheet1", [
    ["赭亭镇2023年法治宣传教育情况统计", "<", "<", "<", "<"],
    ["项目", "单位", "1-6月", "7-12月", "全年合计"],
    ["进村宣讲", "场", 14, 17, v("village_talks", 31, cells=("C3",))],
    ["法治课", "次", 3, 4, v("school_law_classes", 7, cells=("C4",))],
    ["宣传单", "份", 2100, 3400, v("leaflets", 5500, cells=("C5",))],
    ["直播普法", "个", 0, 1, v("short_videos", 1, cells=("C6",))],
], "赭亭镇", 2023))

sent("樨湾镇填报（横排）.xlsx", "form transposed", Sheet("Sheet1", [
    ["2024年樨湾镇法治建设数据", *["<"] * 6],
    ["专题会议（次）", "中心组学法（次）", "法治讲座（场）", "宣传活动（场次）", "宣传资料（份）", "法律咨询（人次）", "法律顾问（名）"],
    cells("leadership_meetings? central_group_study legal_lectures publicity_events? leaflets people_served legal_advisers", 4, 6, 2, 35, 7700, 420, 1),
], "樨湾镇", 2024), habit="一行数据")

sent("垟坳乡2024其中项.xlsx", "form parts", Sheet("表", [
    ["垟坳乡2024年普法依法治理统计表", "<", "<"],
    ["指标", "计量单位", "数量"],
    ["一、发放普法宣传资料", "份", v("leaflets", 5600)],
    ["    其中：校园手册", "份", v("school_leaflets", 1300)],
    ["二、法治宣传活动", "场次", v("publicity_events", 24)],
    ["    其中：12·4宪法宣传周", "场次", 4],
    ["三、矛盾纠纷", None, None],
    ["    1.排查矛盾纠纷", "件", v("disputes_screened", 61)],
    ["    2.调解成功", "件", v("disputes_mediated", 58)],
    ["    3.调解成功率", "%", 95.1],
], "垟坳乡", 2024))

sent("汩桥街办年报2022.et", "form", Sheet("年报", [
    ["2022年度", None, None],
    ["汩桥街道法治建设情况年报", "<", "<"],
    ["指标", "单位", "本期数"],
    ["法治建设投入", "元", v("funds_invested", "8万元", 80000)],
    ["法治培训参训人数", "人次", v("training_attendance", "560余人次", 560, ">")],
    ["学法考试人数", "人", v("law_exam_participants", 132)],
    ["考试通过率", "％", v("law_exam_pass_rate", "１００％", 100)],
    ["法治文化长廊", "个", v("culture_sites", 2)],
    ["执法证人数", "名", v("certified_officers", "26名", 26)],
    ["政务公开信息", "条", v("info_disclosed", 934)],
], "汩桥街道", 2022))

sent("檑木坪镇目标完成.xlsx", "form target", Sheet("完成情况", [
    ["檑木坪镇2023年普法目标任务完成情况表", "<", "<", "<", "<"],
    ["指标", "单位", "年度目标", "实际完成", "完成率"],
    ["普法宣传活动", "场次", 30, v("publicity_events", 34), "113.3%"],
    ["法治讲座场次", "场", 4, v("legal_lectures", 4), "100%"],
    ["发放宣传资料", "份", 10000, v("leaflets", 9200), "92%"],
    ["法律明白人培养", "人", 39, v("law_savvy_persons", 41), "105.1%"],
], "檑木坪镇", 2023))

sent("犁埫镇法治表（XML）.xls", "form", Sheet("Sheet1", [
    ["犁埫镇2022年法治政府建设统计", "<", "<"],
    ["统计项目", "计算单位", "数"],
    ["领导小组会议", "次", v("leadership_meetings", 3)],
    ["党委理论学习中心组学法", "次", v("central_group_study", 4)],
    ["情景剧普法", "场次", v("mock_courts", 2)],
    ["案例讲解", "次", v("case_talks", 6)],
    ["庭审旁听", "次", v("court_hearings_attended", "两次", 2)],
    ["行政应诉案件", "件", not_applicable("litigation_cases")],
], "犁埫镇", 2022), form="xml2003")

sent("犁塝乡问答式报表.xlsx", "form", Sheet("Sheet1", [
    ["犁塝乡2023年法治建设调查表", "<"],
    ["1.全年召开法治建设专题会议多少次", v("leadership_meetings?", "3次", 3)],
    ["2.开展法治宣传活动多少场次", v("publicity_events?", "二十场次", 20)],
    ["3.发放普法资料多少份", v("leaflets?", "三千余份", 3000, ">")],
    ["4.聘请法律顾问多少名", v("legal_advisers?", "一名", 1)],
    ["5.办理行政处罚案件多少件", v("penalty_cases?", "没有", 0)],
], "犁塝乡", 2023))

sent("鸬蓬镇2024年数字（含万）.xlsx", "form", Sheet("数字", [
    [None, None, None, None],
    [None, "鸬蓬镇2024年普法工作统计表", "<", "<"],
    [None, "指标", "单位", "数量"],
    [None, "受众人次", "万人次", v("people_reached", 1.86, 18600)],
    [None, "普法经费", "万元", v("funds_invested", "12.5", 125000)],
    [None, "宣传资料", "份", v("leaflets", "１５０００", 15000)],
    [None, "进村宣讲", "场次", v("village_talks", "40多场", 40, ">")],
    [None, "干部职工集中学法", "次", v("collective_study", "逾20次", 20, ">")],
    [None, "法律咨询服务", "人次", v("people_served", "近900人次", 900, "~")],
    [None, "微信普法", "条", v("new_media_posts", "100条以上", 100, ">")],
    [None, "普法视频", "个", v("short_videos", "8个左右", 8, "~")],
    [None, "悬挂横幅标语", "条", v("banners", "百余条", 100, ">")],
], "鸬蓬镇", 2024))

sent("蔊溪瑶族乡换行.xlsx", "form", Sheet("表一", [
    ["二〇二四年蔊溪瑶族乡法治工作统计表", "<", "<"],
    ["指 标", "单 位", "数 量"],
    ["法治进校园\n（送法进校园）", "场次", v("school_events", 6)],
    ["行 政 处 罚 案 件", "件", v("penalty_cases", 4)],
    ["（一）旁听庭审活动", "次", v("court_hearings_attended", 1)],
    ["（二）学法考试\n参考人数", "人", v("law_exam_participants", 40)],
    ["★参学率", "%", v("law_exam_study_rate", 97.5)],
    ["⑤法治戏曲", "场次", v("law_performances", 3)],
    ["6、法治情景剧（场次）", "场次", v("mock_courts", 1)],
], "蔊溪瑶族乡", 2024))

sent("篾行街道2025(1).xlsx", "form", Sheet("Sheet1", [
    ["单位名称", "篾行街道办事处", "<", "<"],
    ["统计年度", "2025", "<", "<"],
    ["联系电话", "13974410226", "<", "<"],
    ["项目", "单位", "数量", "说明"],
    ["推送普法信息", "条", v("new_media_posts", 203), "阅读量3.5万"],
    ["法治文化广场", "个", v("culture_sites", 3), "2021年建成1个"],
    ["合法性审核", "件", v("legal_reviews", 48), None],
    ["制定规范性文件", "件", v("normative_documents", 1), "篾街发〔2025〕7号"],
    ["处理信访", "件", v("petitions_handled", 77), "含12345热线51件"],
], "篾行街道", 2025))

sent("茯峁镇2023年统计表（公式）.xlsx", "form", Sheet("统计", [
    ["茯峁镇2023年法治建设统计表", "<", "<", "<"],
    ["指标", "单位", "数量", "备注"],
    ["普法宣传活动", "场次", v("publicity_events", "=12+15+9", 36, cached=36), None],
    ["提供法律咨询", "人次", v("people_served", "=SUM(210,305)", 515, cached=515), None],
    ["发放资料", "份", v("leaflets", "=ROUND(4800.4,0)", 4800, cached=4800), None],
    ["调解率", "%", show("=58/60*100", cached=96.6667), "不作统计"],
], "茯峁镇", 2023))

sent("隺岭镇-月报无合计.xls", "form months", Sheet("2025年", [
    ["隺岭镇2025年普法月报", *["<"] * 12],
    ["指标", *MONTHS],
    ["法治宣传活动（场次）", 1, 2, 4, 1, 2, 1, 0, 1, 2, 1, 2, v("publicity_events", 6, 23, cells=tuple("BCDEFGHIJKL"[i] + "3" for i in range(11)))],
    ["公众号推送（条）", 5, 4, 6, 5, 5, 4, 3, 4, 5, 4, 6, v("new_media_posts", 9, 60, cells=tuple("BCDEFGHIJKL"[i] + "4" for i in range(11)))],
], "隺岭镇", 2025))

sent("笕岔乡2023年基本情况.xlsx", "form", Sheet("基本情况", [
    ["笕岔乡2023年法治建设基本情况表", "<", "<", "<"],
    ["辖区行政村（个）", 6, "户籍人口（人）", 6842],
    ["法治宣传活动（场次）", v("publicity_events", 15), "普法宣传活动受益人次", v("people_reached?", 5200)],
    ["法律明白人数（人）", v("law_savvy_persons", 18), "村法律顾问（名）", v("legal_advisers", 6)],
    ["持有行政执法证（人）", v("certified_officers", 8), "人民调解（件）", v("disputes_mediated", 27)],
], "笕岔乡", 2023), habit="标签与数字成对，无表头")

sent("甓窑镇法治建设工作数据（报县依法治县办）.xlsx", "form", Sheet("甓窑", [
    ["甓窑镇法治建设工作数据", "<", "<", "<"],
    ["（2025年1月—12月）", "<", "<", "<"],
    ["编号", "指标", "数据", "数据来源"],
    ["1.1", "书记镇长带头学习", v("leader_study", "8次", 8), "党政办"],
    ["1.2", "书记讲法治课", v("leader_lectures", "1次", 1), "党政办"],
    ["1.3", "述法报告", v("accountability_reports", "12人", 12), "组织办"],
    ["2.1", "宣讲团宣讲", v("village_talks?", "24场", 24), "司法所"],
    ["2.2", "送法进校园", v("school_events", "5场次", 5), "司法所"],
    ["2.3", "惠及群众", v("people_reached", "1.5万余人次", 15000, ">"), "司法所"],
    ["3.1", "办理行政处罚案件", v("penalty_cases", "9件", 9), "执法队"],
    ["3.2", "负责人出庭应诉", v("head_court_appearances", "无"), "司法所"],
], "甓窑镇", 2025))

sent("2024赭亭镇执法.xls", "form", Sheet("执法", [
    ["行政执法情况（2024年）", "<", "<"],
    ["填报单位：", "赭亭镇", None],
    ["指标", "单位", "数量"],
    ["执法人员总数", "名", 18],
    ["持证执法人员数", "名", v("certified_officers", 15)],
    ["持证率", "%", 83.3],
    ["执法人员培训", "次", v("enforcement_trainings", 3)],
    ["行政处罚案件", "件", v("penalty_cases", 12)],
    ["罚没金额", "元", 36500],
    ["复议纠错", "件", v("lost_cases", 0)],
], "赭亭镇", 2024), habit="持证率、罚没金额不在目录内")

sent("樨湾镇新表述2025.xlsx", "form", Sheet("Sheet1", [
    ["樨湾镇2025年法治惠民实事统计", "<", "<"],
    ["内容", "单位", "数量"],
    ["屋场会普法", "场次", v("publicity_events?", 26)],
    ["“法律明白人”总数", "人", v("law_savvy_persons?", 33)],
    ["法治副校长进课堂", "次", v("school_law_classes?", 8)],
    ["抖音普法作品", "个", v("short_videos?", 19)],
    ["群众来信来访办理", "件", v("petitions_handled?", 16)],
    ["重大行政决策法核", "件", v("legal_reviews?", 7)],
    ["民事调解成功", "件", v("disputes_mediated?", 42)],
    ["法治微信推文", "篇", v("new_media_posts?", 65)],
], "樨湾镇", 2025))
