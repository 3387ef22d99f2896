"""Sheets with something in them that a careful official does not take at its word."""

# A line of a sheet is a line here.
# fmt: off
from datetime import datetime

from corpus_cells import Sheet, ask, gone, not_applicable, sent
from heldout_words import cells, v

sent("赭亭镇2022年手打.xlsx", "trap", Sheet("Sheet1", [
    ["赭亭镇2022年法治建设统计表", "<", "<"],
    ["指标", "单位", "数量"],
    ["法治宣传活动", "场次", ask("publicity_events", "3O")],
    ["发放宣传资料", "份", ask("leaflets", "1l00")],
    ["法治讲座", "场", ask("legal_lectures", "3/4")],
    ["法律咨询", "人次", ask("people_served", "#DIV/0!")],
    ["法治宣讲", "场次", ask("village_talks", "3、4场")],
    ["法治进校园", "场次", ask("school_events", "若干")],
    ["短视频", "个", ask("short_videos", "见附件3")],
    ["中心组学法", "次", ask("central_group_study", "XX次")],
    ["以案释法", "次", ask("case_talks", "10-12")],
    ["模拟法庭", "场次", v("mock_courts", 1)],
], "赭亭镇", 2022), habit="字母当数字")

sent("樨湾镇日期错.xlsx", "trap", Sheet("Sheet1", [
    ["樨湾镇2022年法治建设统计表", "<", "<"],
    ["指标", "单位", "数量"],
    ["法治讲座", "场", ask("legal_lectures", datetime(2022, 3, 5), number_format='m"月"d"日"', raw="3月5日")],
    ["中心组学法", "次", v("central_group_study", 4)],
    ["普法宣传活动", "场次", ask("publicity_events", datetime(2022, 12, 4), number_format="yyyy-mm-dd", raw="2022-12-04")],
    ["排查矛盾纠纷", "件", v("disputes_screened", 88)],
], "樨湾镇", 2022), habit="3-5被Excel变成日期")

sent("垟坳乡重复报.xls", "trap", Sheet("Sheet1", [
    ["垟坳乡2025年法治工作统计表", "<", "<"],
    ["指标", "单位", "数量"],
    ["发放普法宣传资料", "份", ask("leaflets", 5200, cells=("C8",))],
    ["法治讲座", "场", v("legal_lectures", 2)],
    ["调处矛盾纠纷", "件", v("disputes_mediated", 44)],
    [None, None, None],
    ["补充", None, None],
    ["发放宣传资料", "份", 5800],
    ["法律顾问", "名", v("legal_advisers", 1)],
], "垟坳乡", 2025), habit="同一指标两个数")

sent("汩桥街道计划表2026.xlsx", "trap", Sheet("计划", [
    ["汩桥街道2026年普法工作计划安排表", "<", "<", "<"],
    ["序号", "工作任务", "计划数", "责任单位"],
    [1, "法治宣传活动（场次）", ask("publicity_events", 60), "司法所"],
    [2, "法治讲座（场）", ask("legal_lectures", 6), "司法所"],
    [3, "发放宣传资料（份）", ask("leaflets", 20000), "综治办"],
], "汩桥街道", 2026), habit="计划不是完成数")

sent("檑木坪镇隐藏.xlsx", "trap", Sheet("统计", [
    ["檑木坪镇2024年法治建设统计表", "<", "<", "<"],
    ["指标", "单位", "2024年", "2023年（旧）"],
    ["法治宣传活动", "场次", v("publicity_events", 30), 27],
    ["法治讲座", "场", 99, 98],
    ["法治讲座", "场", v("legal_lectures", 4), 3],
    ["信访件", "件", v("petitions_handled", 18), 15],
], "檑木坪镇", 2024, hidden_rows=(4,), hidden_columns=("D",)),
    Sheet("旧稿", [["檑木坪镇2024年法治建设统计表", "<"], ["指标", "数量"], ["法治宣传活动（场次）", 28], ["信访件（件）", 17]], "檑木坪镇", 2024, hidden=True))

sent("犁埫镇单位不符.xlsx", "trap", Sheet("Sheet1", [
    ["犁埫镇2023年普法数据", "<", "<"],
    ["指标", "单位", "数量"],
    ["发放宣传资料", "人次", ask("leaflets", 6400)],
    ["法律咨询", "件", ask("people_served", 288)],
    ["悬挂横幅", "条", v("banners", 37)],
    ["法治经费", "份", ask("funds_invested", 5)],
    ["合同审查", "份", ask("contract_reviews", "26人")],
    ["法律明白人", "名", v("law_savvy_persons", 31)],
], "犁埫镇", 2023))

sent("犁塝乡2024年统计.xlsx", "trap", Sheet("2023年", [
    ["犁塝乡2023年法治建设统计表", "<"],
    ["指标", "数量"],
    ["法治讲座（场）", ask("legal_lectures", 2)],
    ["发放宣传资料（份）", ask("leaflets", 4200)],
], "犁塝乡", 2023), habit="文件名2024，表内2023")

sent("未知乡镇2024.csv", "trap", Sheet("未知乡镇2024", [
    ["乡镇", "法治宣传活动（场次）", "法治讲座（场）"],
    ["鸬蓬镇", *cells("publicity_events legal_lectures", ("30", 30), ("3", 3), township="鸬蓬镇")],
    ["犁坂镇", ask("publicity_events", "21", township="犁坂镇"), ask("legal_lectures", "2", township="犁坂镇")],
    ["高新区管委会", ask("publicity_events", "15", township="高新区管委会"), ask("legal_lectures", "1", township="高新区管委会")],
], year=2024), encoding="gb18030")

sent("前三季度进度.xlsx", "trap", Sheet("Sheet1", [
    ["2025年1-9月乡镇普法工作进度表", "<", "<"],
    ["乡镇", "法治宣传活动（场次）", "发放资料（份）"],
    ["赭亭镇", ask("publicity_events", 30, township="赭亭镇"), ask("leaflets", 8800, township="赭亭镇")],
    ["樨湾镇", ask("publicity_events", 22, township="樨湾镇"), ask("leaflets", 5100, township="樨湾镇")],
], year=2025), habit="只到9月，不是全年")

sent("鸬蓬镇季度合计不符.xlsx", "trap", Sheet("Sheet1", [
    ["鸬蓬镇2023年季度数据", *["<"] * 5],
    ["指标", "一季度", "二季度", "三季度", "四季度", "合计"],
    ["法治宣传活动（场次）", 5, 6, 7, 9, ask("publicity_events", 30, cells=("B3",))],
    ["法律咨询（人次）", 40, 50, 30, 80, v("people_served", 200, cells=("B4",))],
    ["发放宣传单（份）", 500, None, 700, 900, v("leaflets", 2100, cells=("B5", "C5"))],
], "鸬蓬镇", 2023))

sent("考核打分2024.xls", "trap", Sheet("得分", [
    ["2024年乡镇普法依法治理考核得分表", "<", "<", "<", "<"],
    ["乡镇", "法治宣传活动（20分）", "法治讲座（10分）", "矛盾纠纷排查（20分）", "总分"],
    ["赭亭镇", 19, 9, 18.5, 46.5],
    ["樨湾镇", 18, 10, 19, 47],
    ["垟坳乡", 17.5, 8, 18, 43.5],
], year=2024), habit="是得分不是数量")

sent("蔊溪瑶族乡各村数据.xlsx", "trap", Sheet("2024", [
    ["蔊溪瑶族乡2024年各村（社区）普法情况", "<", "<", "<"],
    ["村（社区）", "法治宣讲（场次）", "法律明白人（人）", "调解纠纷（件）"],
    ["龙塘村", 3, 4, 9],
    ["水口村", 2, 4, 12],
    ["瑶寨村", 4, 5, 7],
    ["圩镇社区", 5, 6, 20],
    ["合计", v("village_talks", 14), v("law_savvy_persons", 19), v("disputes_mediated", 48)],
], "蔊溪瑶族乡", 2024), habit="乡镇的数在合计行")

sent("篾行街道率.xlsx", "trap", Sheet("Sheet1", [
    ["篾行街道2024年学法考试情况", "<", "<"],
    ["指标", "单位", "数值"],
    ["参学率", "%", v("law_exam_study_rate", 0.985, 98.5, number_format="0.0%", raw="98.5%")],
    ["参考率", "%", ask("law_exam_attendance_rate", 0.96)],
    ["合格率", "%", ask("law_exam_pass_rate", 103)],
    ["学法考试人数", "人", v("law_exam_participants", "（118）", 118)],
], "篾行街道", 2024), habit="0.96是0.96%还是96%")

sent("茯峁镇数字格式.xlsx", "trap", Sheet("Sheet1", [
    ["茯峁镇2025年普法数据", "<", "<"],
    ["指标", "单位", "数量"],
    ["发放宣传资料", "份", v("leaflets", 12000, 12000, number_format='0!.0,"万"', raw="1.2万")],
    ["受教育群众", "人次", v("people_reached", 16800, number_format="#,##0", raw="16,800")],
    ["法治讲座", "场", v("legal_lectures", 3, number_format='0"场"', raw="3场")],
    ["旁听庭审", "次", v("court_hearings_attended", 1, number_format="@")],
    ["公众号推送", "条", v("new_media_posts", 57.0, number_format="0.0", raw="57.0")],
], "茯峁镇", 2025))

sent("隺岭镇上报稿与修改稿.xlsx", "trap",
     Sheet("上报稿", [["隺岭镇2023年法治统计", "<"], ["指标", "数量"], ["法治宣传活动（场次）", ask("publicity_events", 25, cells=("B3",))], ["法治讲座（场）", v("legal_lectures", 1)]], "隺岭镇", 2023),
     Sheet("修改稿", [["隺岭镇2023年法治统计", "<"], ["指标", "数量"], ["法治宣传活动（场次）", 29], ["法治讲座（场）", 1]], "隺岭镇", 2023), habit="两稿不同")

sent("笕岔乡补充说明.xlsx", "trap", Sheet("Sheet1", [
    ["笕岔乡2025年法治建设统计", "<", "<"],
    ["指标", "单位", "数量"],
    ["法治讲座", "场", ask("legal_lectures", "2（含线上1场）")],
    ["发放宣传资料", "份", ask("leaflets", "2600（其中2024年结转300）")],
    ["持证执法人员", "名", ask("certified_officers", "8（新增2）")],
    ["调处矛盾纠纷", "件", ask("disputes_mediated", "27件，成功率96%")],
    ["法治宣传活动", "场次", ask("publicity_events", "每月1次")],
    ["中心组学法", "次", ask("central_group_study", "不少于4次（计划）")],
    ["行政处罚", "件", v("penalty_cases", "0件", 0)],
], "笕岔乡", 2025))

sent("甓窑镇累计数2024.xlsx", "trap", Sheet("Sheet1", [
    ["甓窑镇2024年普法统计（“八五”普法以来累计）", "<", "<", "<"],
    ["指标", "单位", "2024年", "2021年以来累计"],
    ["法治宣传活动", "场次", v("publicity_events", 31), 118],
    ["发放宣传资料", "份", v("leaflets", 8900), 34000],
    ["法治讲座", "场", v("legal_lectures", 2), 9],
], "甓窑镇", 2024))

sent("五年累计（樨湾镇）.xlsx", "trap", Sheet("Sheet1", [
    ["樨湾镇“八五”普法（2021—2025年）工作成果统计", "<", "<"],
    ["指标", "单位", "累计数"],
    ["法治宣传活动", "场次", ask("publicity_events", 160)],
    ["发放宣传资料", "份", ask("leaflets", 38000)],
    ["培养法律明白人", "人", ask("law_savvy_persons", 33)],
], "樨湾镇", 2025), habit="五年累计，不是一年")

sent("无年份无单位.xlsx", "trap", Sheet("Sheet1", [
    ["法治建设统计表", "<", "<"],
    ["指标", "单位", "数量"],
    ["法治讲座", "场", ask("legal_lectures", 3)],
    ["法治宣传活动", "场次", ask("publicity_events", 22)],
], None, None))

sent("联合活动合并格.xlsx", "trap", Sheet("2024", [
    ["2024年乡镇法治活动", "<", "<"],
    ["乡镇", "法治宣传活动（场次）", "模拟法庭（场次）"],
    ["犁埫镇", v("publicity_events", 22, township="犁埫镇"), ask("mock_courts", 2, township="犁埫镇")],
    ["犁塝乡", v("publicity_events", 18, township="犁塝乡"), "^"],
    ["隺岭镇", v("publicity_events", 33, township="隺岭镇"), v("mock_courts", 1, township="隺岭镇")],
], year=2024), habit="两乡镇合办，合并单元格里一个数")

sent("同上.xls", "trap", Sheet("Sheet1", [
    ["2023年乡镇法律顾问、学法情况", "<", "<"],
    ["乡镇", "法律顾问（名）", "中心组学法（次）"],
    ["赭亭镇", *cells("legal_advisers central_group_study", 2, 5, township="赭亭镇")],
    ["樨湾镇", ask("legal_advisers", "同上", township="樨湾镇"), v("central_group_study", 4, township="樨湾镇")],
    ["垟坳乡", ask("legal_advisers", "〃", township="垟坳乡"), ask("central_group_study", "4？", township="垟坳乡")],
], year=2023))

sent("汩桥街道上年数.xlsx", "trap", Sheet("Sheet1", [
    ["汩桥街道2025年统计表", "<", "<", "<"],
    ["指标", "单位", "上年同期", "备注"],
    ["法治讲座", "场", v("legal_lectures", 6, year=2024), "本年待报"],
    ["法治宣传活动", "场次", v("publicity_events", 52, year=2024), "本年待报"],
], "汩桥街道", 2025), habit="只填了上年同期")

sent("犁埫镇无缓存公式.xlsx", "trap", Sheet("Sheet1", [
    ["犁埫镇2025年法治建设统计", "<", "<"],
    ["指标", "单位", "数量"],
    ["法治宣传活动", "场次", ask("publicity_events", "=B9+C9", raw="")],
    ["法治讲座", "场", v("legal_lectures", 2)],
    ["发放宣传资料", "份", ask("leaflets", "=[1]上年!C4", raw="")],
], "犁埫镇", 2025), habit="公式没有存下结果")

sent("重名乡镇.xlsx", "trap", Sheet("2025", [
    ["2025年乡镇情况", "<", "<"],
    ["乡镇", "法治讲座（场）", "调处矛盾纠纷（件）"],
    ["犁镇", ask("legal_lectures", 2, township="犁埫镇"), ask("disputes_mediated", 50, township="犁埫镇")],
    ["赭亭镇", v("legal_lectures", 3, township="赭亭镇"), v("disputes_mediated", 117, township="赭亭镇")],
    ["赭亭镇", 3, 117],
], year=2025), habit="犁镇不知是哪一个；赭亭镇重复行")

sent("负数小数.xlsx", "trap", Sheet("Sheet1", [
    ["隺岭镇2022年法治统计", "<", "<"],
    ["指标", "单位", "数量"],
    ["法治讲座", "场", ask("legal_lectures", -1)],
    ["法治宣传活动", "场次", ask("publicity_events", 21.5)],
    ["排查矛盾纠纷", "件", v("disputes_screened", 33)],
    ["发放宣传资料", "份", ask("leaflets", "8.000")],
    ["法律咨询", "人次", ask("people_served", "1.5.0")],
    ["信访件", "件", ask("petitions_handled", "不足10件")],
], "隺岭镇", 2022))

sent("垟坳乡句子填空.xlsx", "trap", Sheet("Sheet1", [
    ["垟坳乡2023年普法工作情况", "<"],
    ["项目", "完成情况"],
    ["普法宣传活动", v("publicity_events", "全年共开展22场次", 22)],
    ["发放宣传资料", ask("leaflets", "在赶集日发放5000余份，入户发放600份")],
    ["法治讲座", v("legal_lectures", "已开展2场", 2)],
    ["法律明白人", ask("law_savvy_persons", "每村3名")],
    ["党委会专题研究法治工作", v("leadership_meetings", "共4次", 4)],
    ["旁听庭审", gone("court_hearings_attended", "待报")],
    ["法治文化阵地", not_applicable("culture_sites", "不适用")],
    ["行政诉讼", v("litigation_cases", "未发生", 0)],
], "垟坳乡", 2023))

sent("鸬蓬镇半途改单位.xlsx", "trap", Sheet("Sheet1", [
    ["2025年普法资料发放（单位：万份）", "<", "<"],
    ["乡镇", "发放宣传资料", "法治宣传活动（场次）"],
    ["鸬蓬镇", v("leaflets", 1.55, 15500, township="鸬蓬镇"), v("publicity_events", 33, township="鸬蓬镇")],
    ["茯峁镇", ask("leaflets", 6650, township="茯峁镇"), v("publicity_events", 26, township="茯峁镇")],
    ["甓窑镇", v("leaflets", "0.9万份", 9000, township="甓窑镇"), v("publicity_events", 31, township="甓窑镇")],
], year=2025), habit="6650显然不是万份")

sent("近似指标.xlsx", "trap", Sheet("Sheet1", [
    ["赭亭镇2025年工作统计", "<", "<"],
    ["指标", "单位", "数量"],
    ["安全生产宣传活动", "场次", 12],
    ["禁毒宣传资料", "份", 3000],
    ["党风廉政专题会议", "次", 4],
    ["安全生产执法培训", "次", ask("enforcement_trainings", 2)],
    ["刑事案件", "件", 5],
    ["村规民约审查", "份", 11],
    ["政务公开栏", "个", 12],
    ["法治讲座", "场", v("legal_lectures", 3)],
], "赭亭镇", 2025), habit="与指标相近而不是")

sent("拟报数与核定数.xls", "trap", Sheet("核定", [
    ["樨湾镇2021年法治数据核定表", "<", "<", "<"],
    ["指标", "单位", "乡镇上报数", "县局核定数"],
    ["法治宣传活动", "场次", ask("publicity_events", 30, cells=("D3",)), 26],
    ["发放宣传资料", "份", ask("leaflets", 9000, cells=("D4",)), 8100],
    ["法治讲座", "场", v("legal_lectures", 2, cells=("D5",)), 2],
], "樨湾镇", 2021), habit="上报与核定不同")

sent("带批注.xlsx", "trap", Sheet("Sheet1", [
    ["笕岔乡2022年法治统计", "<", "<"],
    ["指标", "单位", "数量"],
    ["法治讲座", "场", v("legal_lectures", 1)],
    ["调处矛盾纠纷", "件", v("disputes_mediated", 25)],
    ["法律顾问", "名", v("legal_advisers", "１名", 1)],
], "笕岔乡", 2022, notes={"C4": "与综治办28件口径不同"}))
