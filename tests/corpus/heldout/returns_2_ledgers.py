"""Ledgers: several townships, several sheets, lists and logs."""

# A line of a sheet is a line here.
# fmt: off
from datetime import date

from corpus_cells import Sheet, sent
from heldout_words import cells, v


def led(names, rows, first=1, number=True, **more):
    """Ledger rows: 序号, township, figures."""
    out = []
    for i, (town, *values) in enumerate(rows, start=first):
        out.append(([i] if number else []) + [town] + cells(names, *values, township=full(town), **more))
    return out


FULL = {"赭亭": "赭亭镇", "蔊溪乡": "蔊溪瑶族乡", "汩桥街办": "汩桥街道", "汩桥街道办事处": "汩桥街道", "檑木坪": "檑木坪镇",
        "樨湾镇人民政府": "樨湾镇", "城中": "篾行街道"}


def full(town):
    return FULL.get(town, town).replace(" ", "")


sent("2024年全县普法数据汇总.xlsx", "ledger", Sheet("汇总", [
    ["2024年全县普法工作数据汇总表", "<", "<", "<", "<", "<"],
    ["序号", "乡镇（街道）", "法治宣传活动（场次）", "发放宣传资料（份）", "法律咨询（人次）", "法治讲座（场）"],
    *led("publicity_events leaflets people_served legal_lectures", [
        ("赭亭镇", 41, 13000, 620, 3), ("樨湾镇", 35, 7700, 420, 2), ("垟坳乡", 24, 5600, "/", 1),
        ("汩桥街道", 52, ("2.1万", 21000), 1830, 6), ("檑木坪", 30, 8800, ("500余", 500, ">"), 4), ("犁埫镇", 22, 6100, 288, 2)]),
    ["合计", "<", 204, 62200, 3658, 18],
], year=2024))

sent("县级台账2023.xls", "ledger two levels", Sheet("Sheet1", [
    ["2023年乡镇法治建设情况台账", "<", "<", "<", "<", "<", "<", "<"],
    ["乡镇", "学法", "<", "<", "普法", "<", "矛盾纠纷", "<"],
    ["^", "中心组学法", "干部职工学法", "法治讲座", "宣讲场次", "发放资料", "排查", "调处"],
    ["^", "次", "次", "场", "场次", "份", "件", "件"],
    *led("central_group_study collective_study legal_lectures village_talks leaflets disputes_screened? disputes_mediated?", [
        ("犁塝乡", 4, 10, 2, 12, 5100, 44, 41), ("鸬蓬镇", 4, 12, 3, 20, 7300, 171, 160),
        ("蔊溪乡", 5, 9, 1, 14, 4070, 66, 66), ("篾行街道", 6, 12, 5, 25, 16000, 240, 233),
        ("茯峁镇", 4, None, 2, 15, 6650, 58, 55)], number=False),
    ["全县", 23, 43, 13, 86, 39120, 579, 555],
], year=2023))

sent("法治建设三级表头.xlsx", "ledger three levels", Sheet("2025年度", [
    ["全县法治政府建设指标统计（2025年度）", *["<"] * 8],
    ["单位", "依法行政", "<", "<", "<", "普法宣传", "<", "<", "备注"],
    ["^", "决策", "<", "执法", "<", "活动", "<", "资料", "^"],
    ["^", "合法性审查（件）", "合同审查（份）", "行政处罚（件）", "执法培训（次）", "法治进校园（场次）", "法治宣讲（场次）", "宣传册（份）", "^"],
    *[[*row, note] for row, note in zip(led("legal_reviews contract_reviews penalty_cases enforcement_trainings school_events village_talks leaflets", [
        ("隺岭镇", 12, 30, 5, 2, 4, 18, 6200), ("笕岔乡", 6, 11, 0, 1, 3, 11, 2400),
        ("甓窑镇", 17, 41, 9, 2, 5, 24, 9100), ("樨湾镇人民政府", 19, 37, 11, 3, 8, 27, 8000)], number=False), ["", "", "含2次联合", ""], strict=True)],
], year=2025))

sent("各镇数据-合计在上.xlsx", "ledger", Sheet("2022", [
    ["各乡镇2022年依法治理数据", "<", "<", "<", "<"],
    ["乡镇名称", "行政诉讼案件", "行政复议案件", "负责人出庭应诉", "败诉案件"],
    ["总计", 7, 5, 6, 1],
    *led("litigation_cases reconsideration_cases head_court_appearances lost_cases", [
        ("赭亭镇", 2, 1, 2, 0), ("汩桥街道", 3, 3, 2, 1), ("檑木坪镇", 1, 0, 1, 0), ("垟坳乡", 0, 0, "无", 0), ("甓窑镇", 1, 1, 1, 0)], number=False),
], year=2022))

HEAD = ["序号", "单位", "专题研究法治建设（次）", "公众号推送（条）", "短视频（个）"]
sent("2024打印版（分页）.xls", "ledger page breaks", Sheet("打印", [
    ["2024年乡镇法治建设及新媒体普法统计", "<", "<", "<", "<"],
    HEAD,
    *led("leadership_meetings new_media_posts short_videos", [("赭亭镇", 4, 66, 5), ("樨湾镇", 4, 41, 2), ("垟坳乡", 2, 20, 0), ("汩桥街道", 6, 126, 14)]),
    ["本页小计", "<", 16, 253, 21],
    HEAD,
    *led("leadership_meetings new_media_posts short_videos", [("檑木坪镇", 4, 58, 3), ("犁埫镇", 4, 37, 1), ("犁塝乡", 3, 22, 1)], first=5),
    ["本页小计", "<", 11, 117, 5],
    ["合计", "<", 27, 370, 26],
], year=2024))

sent("本年上年对照（分乡镇）.xlsx", "ledger this last", Sheet("对照", [
    ["2025年与2024年普法数据对照", *["<"] * 6],
    ["乡镇", "普法宣传活动（场次）", "<", "<", "宣传资料（份）", "<", "<"],
    ["^", "2025年", "2024年", "增减", "2025年", "2024年", "增减"],
    *[[t, *cells("publicity_events", a, township=t), *cells("publicity_events", b, township=t, year=2024), a - b,
       *cells("leaflets", c, township=t), *cells("leaflets", d, township=t, year=2024), c - d]
      for t, a, b, c, d in [("鸬蓬镇", 33, 30, 15500, 15000), ("蔊溪瑶族乡", 20, 24, 4300, 4700), ("篾行街道", 55, 51, 18000, 17200)]],
], year=2025))

sent("三年法治讲座与调解.ods", "ledger years", Sheet("Sheet1", [
    ["各乡镇法治讲座、调解情况（2022—2024年）", *["<"] * 6],
    ["乡镇", "法治讲座（场）", "<", "<", "调解矛盾纠纷（件）", "<", "<"],
    ["^", 2022, 2023, 2024, 2022, 2023, 2024],
    *[[t, *[v("legal_lectures", n, township=t, year=y) for n, y in zip(a, (2022, 2023, 2024), strict=True)],
       *[v("disputes_mediated", n, township=t, year=y) for n, y in zip(b, (2022, 2023, 2024), strict=True)]]
      for t, a, b in [("茯峁镇", (1, 2, 2), (51, 55, 60)), ("隺岭镇", (0, 1, 3), (33, 29, 37)), ("笕岔乡", (1, 1, 1), (25, 27, 30))]],
]))

sent("季度宣讲.xlsx", "ledger quarters", Sheet("宣讲", [
    ["2024年各乡镇进村宣讲场次（分季度）", "<", "<", "<", "<", "<"],
    ["乡镇", "一季度", "二季度", "三季度", "四季度", "合计"],
    *[[t, *q, v("village_talks", sum(q), township=t, cells=(f"B{i}",))] for i, (t, q) in enumerate([
        ("赭亭镇", (6, 8, 7, 12)), ("樨湾镇", (5, 5, 4, 9)), ("犁埫镇", (3, 4, 4, 6)), ("犁塝乡", (4, 3, 4, 5))], start=3)],
    ["合计", 18, 20, 19, 32, 89],
], year=2024), habit="指标只在标题里")

TOWNS = ["汩桥街道", "檑木坪镇", "犁埫镇"]


def turned(label, measure, name, values, year=None):
    return [label, measure, *[v(name, *(x if isinstance(x, tuple) else (x,)), township=t, year=year) for t, x in zip(TOWNS, values, strict=True)], ]


sent("横向乡镇.xlsx", "transposed", Sheet("Sheet1", [
    ["2023年乡镇法治建设情况（横表）", "<", "<", "<", "<", "<"],
    ["指标", "单位", *TOWNS, "合计"],
    [*turned("法治建设专题会议", "次", "leadership_meetings", (4, 4, 3)), 11],
    [*turned("集中学法", "次", "central_group_study", (6, 5, 4)), 15],
    [*turned("受教育群众", "人次", "people_reached", (("3.1万", 31000), 9800, ("8千余", 8000, ">"))), None],
    [*turned("法律顾问", "名", "legal_advisers", (3, 2, 1)), 6],
    [*turned("信访件", "件", "petitions_handled", (80, None, 11)), 91],
], year=2023))

sent("横表带类别.xls", "transposed", Sheet("表3", [
    ["表3  乡镇依法行政情况（2024年）", "<", "<", "<", "<"],
    ["类别", "项目", *TOWNS],
    ["执法", *[turned("行政处罚案件（件）", None, "penalty_cases", (31, 8, 6))[i] for i in (0, 2, 3, 4)]],
    ["^", *[turned("持证执法人员（名）", None, "certified_officers", (27, 16, 12))[i] for i in (0, 2, 3, 4)]],
    ["决策", *[turned("重大决策审查（件）", None, "legal_reviews", (22, 14, 9))[i] for i in (0, 2, 3, 4)]],
    ["^", *[turned("规范性文件（件）", None, "normative_documents", ("无", 1, "无"))[i] for i in (0, 2, 3, 4)]],
], year=2024))

sent("分乡镇工作表2024.xlsx", "sheet per township", *[
    Sheet(t, [["2024年普法数据", "<"], ["指标", "数量"],
              ["发放普法宣传资料（份）", v("leaflets", a)], ["法治宣传活动场次", v("publicity_events", b)], ["以案释法活动（次）", v("case_talks", c)]], t, 2024)
    for t, a, b, c in [("鸬蓬镇", 15000, 30, 4), ("蔊溪瑶族乡", 4700, 24, 2), ("篾行街道", 17200, 51, "无")]],
    Sheet("填表说明", [["填表说明"], ["1.本表统计期为2024年1月1日至12月31日。"], ["2.发放资料含宣传册、宣传单，每场活动不少于100份。"]]))

sent("垟坳乡历年.xls", "sheet per year", *[
    Sheet(f"{y}年", [["垟坳乡法治建设统计表", "<", "<"], ["指标", "单位", "数量"],
                    ["主要领导带头学法", "次", v("leader_study", a)], ["中心组集体学法", "次", v("central_group_study", b)],
                    ["矛盾纠纷排查", "件", v("disputes_screened", c)]], "垟坳乡", y)
    for y, a, b, c in [(2021, 2, 4, 80), (2022, 3, 4, 73), (2023, 4, 5, 66)]])

sent("2023年分指标.xlsx", "sheet per indicator",
     Sheet("发放普法宣传资料", [["乡镇", "数量（份）"], *[[t, v("leaflets", n, township=t)] for t, n in [("茯峁镇", 6650), ("隺岭镇", 11000), ("笕岔乡", 2100)]], ["合计", 19750]], year=2023),
     Sheet("法律明白人", [["乡镇", "数量（人）"], *[[t, v("law_savvy_persons", n, township=t)] for t, n in [("茯峁镇", 30), ("隺岭镇", 25), ("笕岔乡", 18)]], ["合计", 73]], year=2023))

sent("导出数据20250110.csv", "long", Sheet("导出数据20250110", [
    ["年度", "单位", "指标名称", "数值", "计量单位"],
    *[[str(y), t, label, v(i, str(n), n, township=t, year=y), u] for y, t, label, i, n, u in [
        (2023, "甓窑镇", "法治宣传场次", "publicity_events", 29, "场次"), (2023, "甓窑镇", "宣传资料", "leaflets", 8400, "份"),
        (2024, "甓窑镇", "法治宣传场次", "publicity_events", 31, "场次"), (2024, "甓窑镇", "宣传资料", "leaflets", 8900, "份"),
        (2023, "赭亭镇", "普法短视频、直播", "short_videos", 4, "个"), (2024, "赭亭镇", "普法短视频、直播", "short_videos", 5, "个"),
        (2024, "樨湾镇", "人民调解", "disputes_mediated", 88, "件"), (2024, "垟坳乡", "人民调解", "disputes_mediated", 58, "件")]],
]), encoding="utf-8-sig")

sent("平台导出.xls", "long", Sheet("平台导出", [
    ["填报单位", "填报年份", "指标", "填报值", "填报人", "填报时间"],
    *[[t, "2024年", label, v(i, n, val, township=full(t)), "管理员", "2025-01-1" + n[0]] for t, label, i, n, val in [
        ("汩桥街道办事处", "行政诉讼", "litigation_cases", "3", 3), ("檑木坪镇", "行政诉讼", "litigation_cases", "1", 1),
        ("汩桥街道办事处", "行政复议", "reconsideration_cases", "4", 4), ("檑木坪镇", "行政复议", "reconsideration_cases", "0", 0)]],
], year=2024), form="html", encoding="utf-8")

sent("赭亭镇普法活动台账2024.xlsx", "log", Sheet("台账", [
    ["赭亭镇2024年法治宣传活动台账", *["<"] * 6],
    ["序号", "时间", "地点", "活动形式", "活动名称", "参加人数", "发放资料（份）"],
    [1, date(2024, 3, 15), "集镇", v("publicity_events?", "集中宣传", 3, cells=("A3", "D5", "D6", "A5", "A6")), "3·15宣传", 220, 400],
    [2, date(2024, 4, 15), "中心小学", v("school_events", "法治进校园", 2, cells=("D7", "A4", "A7")), "国家安全日", 310, 310],
    [3, date(2024, 6, 26), "村部", "集中宣传", "禁毒宣传", 95, 150],
    [4, date(2024, 12, 4), "集镇", "集中宣传", "宪法日", 400, 900],
    [5, date(2024, 12, 5), "初级中学", "法治进校园", "宪法晨读", 520, 520],
    ["合计", "<", "<", "<", "<", v("people_reached?", 1545, cells=("F3", "F4", "F5", "F6", "F7")), v("leaflets", 2280, cells=("G3", "G4", "G5", "G6", "G7"))],
], "赭亭镇", 2024), habit="活动形式“集中宣传”计为法治宣传活动")

sent("樨湾镇宣讲台账.xls", "log", Sheet("2023年宣讲", [
    ["樨湾镇2023年法治宣讲登记表", "<", "<", "<", "<"],
    ["日期", "村（社区）", "主讲人", "形式", "听众人数"],
    ["2023.2.18", "枫树村", "司法所所长", "法治宣讲", v("village_talks", 45, 3, cells=("D3", "D4", "D5", "A3", "A4", "A5"), raw="法治宣讲")],
    ["2023.5.9", "石桥村", "法律顾问", "法治宣讲", v("people_reached?", 60, 143, cells=("E3", "E4", "E5"))],
    ["2023.9.20", "塘边社区", "法律明白人", "法治宣讲", 38],
], "樨湾镇", 2023))

sent("一页两表（犁塝乡）.xlsx", "several tables", Sheet("Sheet1", [
    ["犁塝乡2025年法治建设数据", "<", "<"],
    ["表一：学法情况", None, None],
    ["指标", "单位", "数量"],
    ["中心组学法", "次", v("central_group_study", 5)],
    ["干部职工集体学法", "次", v("collective_study", 8)],
    [None, None, None],
    ["表二：调解情况", None, None],
    ["指标", "单位", "数量"],
    ["排查矛盾纠纷", "件", v("disputes_screened", 40)],
    ["调处矛盾纠纷", "件", v("disputes_mediated", 39)],
    ["备注：1件转诉讼。", "<", "<"],
], "犁塝乡", 2025))

sent("两表并排（鸬蓬镇2022）.xlsx", "several tables", Sheet("Sheet1", [
    ["表1 普法宣传", "<", None, "表2 依法行政", "<"],
    ["指标", "数量", None, "指标", "数量"],
    ["法治宣传活动（场次）", v("publicity_events", 27), None, "合法性审查（件）", v("legal_reviews", 9)],
    ["法治讲座（场）", v("legal_lectures", 2), None, "行政处罚案件（件）", v("penalty_cases", 3)],
    ["发放宣传资料（份）", v("leaflets", 9900), None, "执法培训（次）", v("enforcement_trainings", 2)],
], "鸬蓬镇", 2022))

sent("全县上下两表2025.xlsx", "several ledgers", Sheet("2025年", [
    ["一、普法活动", "<", "<"],
    ["乡镇", "法治宣传活动（场次）", "普法骨干培训班（期）"],
    *led("publicity_events backbone_trainings", [("茯峁镇", 26, 2), ("隺岭镇", 33, 1)], number=False),
    ["小计", 59, 3],
    [None, None, None],
    ["二、矛盾化解", "<", "<"],
    ["乡镇", "排查矛盾纠纷（件）", "办理信访事项（件）"],
    *led("disputes_screened petitions_handled", [("茯峁镇", 64, 9), ("隺岭镇", 41, 5)], number=False),
    ["小计", 105, 14],
], year=2025))

sent("资料发放（万份）.xlsx", "ledger", Sheet("Sheet1", [
    ["2023年全县普法资料发放量统计", "<", "<", "<"],
    ["乡镇/街道", "发放资料\n（万份）", "受众人次\n（万人次）", "普法经费\n（万元）"],
    *led("leaflets*10000 people_reached*10000 funds_invested*10000", [
        ("赭亭镇", 1.2, 2.05, 8), ("汩桥街道", 2.1, 3.1, 15), ("檑木坪镇", 0.92, 0.98, 6.3), ("蔊溪乡", 0.407, 0.52, 3)], number=False),
], year=2023))

sent("带括号别称.xlsx", "ledger", Sheet("2024年", [
    ["2024年法律顾问及审查情况", "<", "<", "<"],
    ["镇（街）", "聘请法律顾问（名）", "审查合同（份）", "合法性审查（件）"],
    *led("legal_advisers contract_reviews legal_reviews", [
        ("城中", 3, 66, 48), ("汩桥街办", 3, 71, 22), ("赭亭", 2, 40, 15), ("樨湾镇人民政府", 1, 33, 17)], number=False),
    ["注：城中即篾行街道。", "<", "<", "<"],
], year=2024))

sent("学法考试成绩统计.xls", "ledger rates", Sheet("考试", [
    ["2025年乡镇干部学法考试情况", "<", "<", "<", "<"],
    ["单位", "应考人数（人）", "参考人数（人）", "参考率（%）", "合格率（%）"],
    *[[t, n, *cells("law_exam_participants law_exam_attendance_rate law_exam_pass_rate", a, b, c, township=t)] for t, n, a, b, c in [
        ("赭亭镇", 92, 92, 100, 98.9), ("樨湾镇", 71, 70, 98.6, 100), ("垟坳乡", 40, 40, 100, 97.5), ("笕岔乡", 38, 36, 94.7, ("100%", 100))]],
], year=2025))

sent("街道季度双表头.xlsx", "ledger quarters", Sheet("2025", [
    ["2025年街道普法季度表", *["<"] * 10],
    ["街道", "法治宣传活动（场次）", "<", "<", "<", "<", "发放资料（份）", "<", "<", "<", "<"],
    ["^", "一季度", "二季度", "三季度", "四季度", "合计", "一季度", "二季度", "三季度", "四季度", "合计"],
    ["汩桥街道", 10, 12, 14, 18, v("publicity_events", 54, township="汩桥街道", cells=("B4",)), 4000, 5200, 4100, 8000, v("leaflets", 21300, township="汩桥街道", cells=("G4",))],
    ["篾行街道", 11, 13, 12, 19, v("publicity_events", 55, township="篾行街道", cells=("B5",)), 3000, 4000, 4500, 6500, v("leaflets", 18000, township="篾行街道", cells=("G5",))],
], year=2025))

sent("乡镇分年（长行）.ods", "ledger years rows", Sheet("Sheet1", [
    ["乡镇", "年份", "中心组学法（次）", "专题研讨（次）", "旁听庭审（次）"],
    *[[t if first else "^", y, *cells("central_group_study seminars court_hearings_attended", *vals, township=t, year=y)] for t, first, y, vals in [
        ("甓窑镇", True, 2023, (4, 1, 1)), ("甓窑镇", False, 2024, (5, 1, 0)), ("隺岭镇", True, 2023, (4, 0, 1)), ("隺岭镇", False, 2024, (4, 2, 1))]],
]))

sent("新表述台账2024.xlsx", "ledger new words", Sheet("汇总", [
    ["2024年乡镇“法律七进”工作汇总", *["<"] * 5],
    ["乡镇", "法律进村（场）", "法律进学校（场）", "普法课堂（次）", "法治文化墙（处）", "云普法（条）"],
    *led("village_talks school_events school_law_classes? culture_sites new_media_posts?", [
        ("赭亭镇", 31, 7, 6, 4, 66), ("犁埫镇", 17, 4, 3, 2, 37), ("笕岔乡", 12, 3, 2, 1, 48)], number=False),
], year=2024))

sent("县局催报底册.xlsx", "ledger", Sheet("底册", [
    [None] * 6,
    [None, "2025年法治建设数据底册（截至2025年12月31日）", "<", "<", "<", "<"],
    [None, "编码", "乡镇", "年度述法人数", "学法考试人数", "主动公开信息（条）"],
    *[[None, code, t, *cells("accountability_reports law_exam_participants info_disclosed", a, b, c, township=t)] for code, t, a, b, c in [
        ("97000001", "赭亭镇", 14, 92, 402), ("97000003", "垟坳乡", 8, 40, 131), ("97000008", "鸬蓬镇", 12, 77, 288), ("97000013", "笕岔乡", None, 36, "未报")]],
], year=2025))

sent("分季度工作表（隺岭镇2024）.xlsx", "sheets per quarter", *[
    Sheet(f"{q}季度", [[f"隺岭镇2024年{q}季度普法统计", "<"], ["指标", "数量"], ["法治讲座（场）", n], ["普法宣传活动（场次）", m]], "隺岭镇", 2024)
    for q, n, m in [("一", 1, 6), ("二", 0, 8), ("三", 1, 7)]],
    Sheet("四季度", [["隺岭镇2024年四季度普法统计", "<"], ["指标", "数量"], ["法治讲座（场）", 1], ["普法宣传活动（场次）", 12]], "隺岭镇", 2024),
    Sheet("全年", [["隺岭镇2024年全年普法统计", "<"], ["指标", "数量"], ["法治讲座（场）", v("legal_lectures", 3)], ["普法宣传活动（场次）", v("publicity_events", 33)]], "隺岭镇", 2024))

sent("重点乡镇对口表.xls", "ledger", Sheet("Sheet1", [
    ["单位：件、次", None, None, None, None],
    ["2022年乡镇矛盾纠纷、信访、应诉情况统计表", "<", "<", "<", "<"],
    ["乡  镇", "排查\n矛盾纠纷", "调处\n矛盾纠纷", "办理\n信访", "出庭\n应诉"],
    *led("disputes_screened disputes_mediated petitions_handled head_court_appearances", [
        ("赭 亭 镇", 120, 117, 20, 2), ("樨 湾 镇", 93, 88, 14, 0), ("犁 塝 乡", 36, 36, 3, "/")], number=False),
    ["合  计", 249, 241, 37, 2],
], year=2022))
