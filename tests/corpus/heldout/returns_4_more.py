"""More ordinary returns from counties with habits of their own, and three more doubtful ones."""

# A line of a sheet is a line here.
# fmt: off
from corpus_cells import Sheet, sent
from heldout_words import cells, numbered, v

sent("赭亭镇法治数据（竖排年份）.xlsx", "form years down", Sheet("Sheet1", [
    ["赭亭镇历年法治数据", "<", "<", "<", "<"],
    ["年份", "中心组学法（次）", "法治讲座（场）", "普法宣传活动（场次）", "发放宣传资料（份）"],
    *[[f"{y}年", *cells("central_group_study legal_lectures publicity_events leaflets", *vals, year=y)] for y, vals in [
        (2021, (4, 1, 25, 7000)), (2022, (4, 2, 31, 8500)), (2023, (5, 2, 36, 9900))] if y != 2022],
    ["2022年", *cells("central_group_study legal_lectures publicity_events leaflets", 4, 2, 31, ("8500余份", 8500, ">"), year=2022)],
], "赭亭镇"))

sent("2023乡镇五类数据.xlsx", "ledger two levels", Sheet("总表", [
    ["填报单位：县司法局", "<", "<", "<", "填报日期：2024年1月20日", "<", "<"],
    ["乡镇（街道）2023年度法治宣传教育数据总表", "<", "<", "<", "<", "<", "<"],
    ["乡镇（街道）", "进村（社区）", "<", "进校园", "<", "新媒体", "<"],
    ["^", "宣讲场次", "发放宣传资料（份）", "法治进校园（场次）", "法治副校长授课（次）", "公众号推送（条）", "短视频（个）"],
    *[[t, *cells("village_talks leaflets school_events school_law_classes new_media_posts short_videos", *n, township=t)] for t, *n in [
        ("樨湾镇", 24, 6200, 7, 5, 33, 2), ("垟坳乡", 17, 4400, 3, 3, 18, 0), ("茯峁镇", 15, 6650, 4, 4, 29, 1), ("甓窑镇", 22, 8400, 5, 5, 40, "——")]],
    ["总  计", 78, 25650, 19, 17, 120, 3],
], year=2023))

sent("汩桥街道社区普法月台账.xls", "form months", Sheet("Sheet1", [
    ["汩桥街道2023年法律咨询、调解月台账", "<", "<"],
    ["月份", "法律咨询（人次）", "调解纠纷（件）"],
    *[[f"{m}月", a, b] for m, (a, b) in enumerate([(90, 12), (60, 9), (140, 18), (110, 15), (120, 20), (150, 17), (95, 16), (88, 11), (130, 19), (101, 14), (115, 13), (160, 16)], start=1)],
    ["合计", v("people_served", 1359, cells=("B3",)), v("disputes_mediated", 180, cells=("C3",))],
], "汩桥街道", 2023), habit="月份竖排")

sent("檑木坪镇表一至表三.xls", "form sheets", *[
    Sheet(name, [[f"檑木坪镇2022年{name}统计表", "<", "<"], ["指标", "单位", "数量"], *rows], "檑木坪镇", 2022)
    for name, rows in [
        ("学法", [["党委中心组集中学法", "次", v("central_group_study", 4)], ["专题研讨", "次", v("seminars", 1)]]),
        ("普法", [["法治宣传活动", "场次", v("publicity_events", 24)], ["宣传标语", "条", v("banners", 80)]]),
        ("执法", [["持证执法人员", "名", v("certified_officers", 14)], ["行政处罚案件", "件", v("penalty_cases", 6)]])]])

sent("鸬蓬镇2023年总结附表.xlsx", "form", Sheet("附表", [
    [None, None, None, None, None],
    [None, None, "附表1", None, None],
    [None, None, "鸬蓬镇二〇二三年度法治建设工作情况统计表", "<", "<"],
    [None, None, "指标", "单位", "数量"],
    [None, None, "1、法治建设专题会议", "次", v("leadership_meetings", "肆", 4)],
    [None, None, "2、旁听行政诉讼庭审", "次", v("court_hearings_attended", "一次", 1)],
    [None, None, "3、开展法律宣讲宣传", "场次", v("publicity_events", "二十七场（次）", 27)],
    [None, None, "4、宣传覆盖人次", "人次", v("people_reached", "1万2千", 12000)],
    [None, None, "5、发放资料", "份", v("leaflets", "七千三百份", 7300)],
    [None, None, "6、村法律顾问", "名", v("legal_advisers", "10名", 10)],
    [None, None, "7、人民调解", "件", v("disputes_mediated", "160+", 160, ">")],
    [None, None, "8、行政复议", "件", v("reconsideration_cases", "0", 0)],
], "鸬蓬镇", 2023), habit="左边空两列")

sent("各乡镇依法行政（一乡一列两年）.xlsx", "transposed years", Sheet("Sheet1", [
    ["各乡镇依法行政情况", *["<"] * 4],
    ["指标", "犁埫镇", "<", "犁塝乡", "<"],
    ["^", "2023年", "2024年", "2023年", "2024年"],
    *[[label, *[v(i, n, township=t, year=y) for n, (t, y) in zip(vals, [("犁埫镇", 2023), ("犁埫镇", 2024), ("犁塝乡", 2023), ("犁塝乡", 2024)], strict=True)]]
      for label, i, vals in [("合法性审查（件）", "legal_reviews", (8, 9, 3, 4)), ("合同审查（份）", "contract_reviews", (26, 29, 10, 12)), ("行政处罚案件（件）", "penalty_cases", (6, 6, 1, 0))]],
]))

sent("汇总表（含空行分隔）.ods", "ledger", Sheet("Sheet1", [
    ["2025年平安法治数据", "<", "<", "<"],
    ["乡镇", "矛盾纠纷排查（件）", "化解矛盾纠纷（件）", "化解率（%）"],
    ["一、镇", "<", "<", "<"],
    *[[t, *cells("disputes_screened disputes_mediated -", a, b, c, township=t)] for t, a, b, c in [("赭亭镇", 130, 128, 98.5), ("樨湾镇", 90, 88, 97.8), ("甓窑镇", 71, 71, 100)]],
    ["二、乡", "<", "<", "<"],
    *[[t, *cells("disputes_screened disputes_mediated -", a, b, c, township=t)] for t, a, b, c in [("垟坳乡", 58, 57, 98.3), ("笕岔乡", 30, 30, 100)]],
    ["三、街道", "<", "<", "<"],
    ["汩桥街道", *cells("disputes_screened disputes_mediated -", 210, 205, 97.6, township="汩桥街道")],
], year=2025))

sent("上报明细-long.xlsx", "long", Sheet("明细", [
    ["序号", "乡镇", "年度", "一级指标", "二级指标", "完成值", "备注"],
    *[[n, t, 2025, g, label, v(i, typed, val, q, township=t, year=2025), note] for n, (t, g, label, i, typed, val, q, note) in enumerate([
        ("隺岭镇", "学法", "党委中心组集中学法", "central_group_study", 4, None, "", None),
        ("隺岭镇", "普法", "发放普法宣传资料", "leaflets", "1万份", 10000, "", "含宪法读本"),
        ("隺岭镇", "普法", "法治进校园活动", "school_events", 5, None, "", None),
        ("笕岔乡", "学法", "党委中心组集中学法", "central_group_study", 4, None, "", None),
        ("笕岔乡", "普法", "发放普法宣传资料", "leaflets", "2千余份", 2000, ">", None),
        ("笕岔乡", "普法", "法治进校园活动", "school_events", "无", None, "", "2026年补"),
        ("甓窑镇", "执法", "行政处罚案件", "penalty_cases", "—", None, "", None)], start=1)],
]))

sent("2024年普法宣传周.xlsx", "ledger new words", Sheet("宣传周", [
    ["2024年乡镇普法阵地与队伍", "<", "<", "<", "<"],
    ["乡镇", "法治文化公园、广场（个）", "普法志愿者（人）", "“法律明白人”（人）", "法治微视频（部）"],
    *[[t, *cells("culture_sites? - law_savvy_persons short_videos?", *n, township=t)] for t, *n in [("鸬蓬镇", 4, 60, 40, 7), ("檑木坪镇", 5, 52, 41, 3), ("犁埫镇", 2, 30, 31, 1)]],
], year=2024))

sent("篾行街道2022报送.xls", "form", Sheet("报送", [
    ["2022年法治政府建设报送表", "<", "<"],
    ["报送单位", "篾行街道办事处", "<"],
    ["指标名称", "单位", "数量"],
    ["法治政府建设专题会议", "次", v("leadership_meetings", "6", 6)],
    ["党政主要负责人带头学法", "次", v("leader_study", "7", 7)],
    ["法治宣传场次", "场次", v("publicity_events", "48", 48)],
    ["宣传手册、宣传单发放", "份", v("leaflets?", "16,400", 16400)],
    ["法律服务人次", "人次", v("people_served", "2 310", 2310)],
    ["行政应诉案件", "件", v("litigation_cases", "4", 4)],
    ["行政机关败诉", "件", v("lost_cases", "0", 0)],
], "篾行街道", 2022), form="html", encoding="gbk")

sent("樨湾镇—学法用法.csv", "form", Sheet("樨湾镇—学法用法", [
    ["2025年樨湾镇学法用法统计", None, None, None],
    ["序号", "指标", "单位", "数量"],
    *numbered(
        ("中心组学法", "次", v("central_group_study", "6", 6)),
        ("领导班子集体学法", "次", v("collective_study", "10", 10)),
        ("法治专题讲座", "场", v("legal_lectures", "3场", 3)),
        ("法律明白人培训班", "期", v("backbone_trainings", "2", 2)),
        ("参加培训人次", "人次", v("training_attendance", "约260", 260, "~")),
        ("参考率", "%", v("law_exam_attendance_rate", "98.59%", 98.59)),
        ("旁听庭审", "次", v("court_hearings_attended", "", None))),
], "樨湾镇", 2025), encoding="gbk")

sent("两镇合表（左右）.xlsx", "form two townships", Sheet("Sheet1", [
    ["2025年犁埫镇、犁塝乡法治数据", "<", "<", "<", "<", "<", "<"],
    ["犁埫镇", "<", "<", None, "犁塝乡", "<", "<"],
    ["指标", "单位", "数量", None, "指标", "单位", "数量"],
    ["发放宣传资料", "份", v("leaflets", 6600, township="犁埫镇"), None, "发放宣传资料", "份", v("leaflets", 4400, township="犁塝乡")],
    ["进村宣讲", "场次", v("village_talks", 19, township="犁埫镇"), None, "进村宣讲", "场次", v("village_talks", 17, township="犁塝乡")],
    ["法律顾问", "名", v("legal_advisers", 1, township="犁埫镇"), None, "法律顾问", "名", v("legal_advisers", 1, township="犁塝乡")],
], year=2025))

sent("茯峁镇2022年依法治理表.xlsx", "form nested", Sheet("Sheet1", [
    ["茯峁镇2022年依法治理情况表", "<", "<", "<", "<"],
    ["一级指标", "二级指标", "三级指标", "单位", "数量"],
    ["学法普法", "学法", "中心组学法", "次", v("central_group_study", 3)],
    ["^", "^", "干部学法考试参考人数", "人", v("law_exam_participants?", 61)],
    ["^", "普法", "法治宣传活动", "场次", v("publicity_events", 19)],
    ["^", "^", "受教育群众", "人次", v("people_reached", "9千多人次", 9000, ">")],
    ["依法行政", "决策", "合法性审查", "件", v("legal_reviews", 7)],
    ["^", "执法", "行政处罚", "件", v("penalty_cases", 3)],
    ["^", "诉讼", "行政诉讼", "件", v("litigation_cases", "无")],
], "茯峁镇", 2022))

sent("全县乡镇季度合计（乡镇合并行）.xlsx", "ledger quarters down", Sheet("Sheet1", [
    ["2025年普法数据季度表", "<", "<", "<"],
    ["乡镇", "季度", "法治宣传活动（场次）", "法律咨询（人次）"],
    *[row for t, top, quarters, total in [
        ("垟坳乡", 3, [(5, 30), (6, 40), (5, 25), (9, 70)], (25, 165)), ("蔊溪瑶族乡", 8, [(4, 33), (5, 41), (4, 22), (7, 64)], (20, 160))]
      for row in [*[[t if i == 0 else "^", f"{'一二三四'[i]}季度", *q] for i, q in enumerate(quarters)],
                  ["^", "全年", *cells("publicity_events people_served", *total, township=t)]]],
], year=2025), habit="季度在行，每镇一个全年行")

sent("笕岔乡2024.xml.xls", "form", Sheet("法治", [
    ["笕岔乡2024年法治建设情况", "<", "<"],
    ["指标", "单位", "数量"],
    ["完成述法", "人", v("accountability_reports", 7)],
    ["整改问题", "个", v("issues_resolved", 5)],
    ["持证执法人员", "名", v("certified_officers", 8)],
    ["微信普法", "条", v("new_media_posts", "48条", 48)],
    ["法治文艺", "场次", v("law_performances", "2场", 2)],
], "笕岔乡", 2024), form="xml2003")

sent("赭亭镇2021存档.xls", "form this last", Sheet("Sheet1", [
    ["赭亭镇2021年依法治镇统计（存档）", "<", "<", "<", "<", "<"],
    ["序号", "指标", "单位", "2020年", "2021年", "增幅"],
    *[[n, label, u, v(i, a, year=2020), v(i, b), c] for n, (label, u, i, a, b, c) in enumerate([
        ("专题部署会", "次", "leadership_meetings", 2, 3, "50%"), ("法治讲座", "场", "legal_lectures", 1, 1, "持平"),
        ("宣传资料", "份", "leaflets", 6500, 7000, "7.7%"), ("化解矛盾纠纷", "件", "disputes_mediated", 99, 102, "3%")], start=1)],
], "赭亭镇", 2021))

sent("蔊溪乡与县平均.xlsx", "trap", Sheet("Sheet1", [
    ["2025年蔊溪瑶族乡与全县平均水平对比", "<", "<", "<", "<"],
    ["指标", "单位", "本乡", "全县平均", "排名"],
    ["法治宣传活动", "场次", v("publicity_events", 20), 33.4, 12],
    ["法治讲座", "场", v("legal_lectures", 1), 2.6, 13],
    ["调处矛盾纠纷", "件", v("disputes_mediated", 61), 98, 9],
], "蔊溪瑶族乡", 2025))

sent("只有比上年增长.xlsx", "trap", Sheet("Sheet1", [
    ["甓窑镇2025年法治工作变化情况", "<", "<"],
    ["指标", "较2024年增长（%）", "较2024年增加数"],
    ["法治宣传活动（场次）", 12.5, 4],
    ["发放宣传资料（份）", -3, -300],
    ["调处矛盾纠纷（件）", 8, 6],
], "甓窑镇", 2025), habit="没有数量，只有变化")
