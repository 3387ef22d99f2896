"""The same habits in every program: each layout saved as .xlsx, .xls, .et, .ods, CSV, web page and XML 2003."""

from corpus_cells import Sheet, across, fig, gone, sent

SAVED = (
    ("xlsx", "xlsx", "xlsx", ""),
    ("xls", "xls", "旧版Excel", ""),
    ("et", "et", "WPS", ""),
    ("ods", "ods", "LibreOffice", ""),
    ("csv", "csv", "CSV-GBK", "gbk"),
    ("csv", "csv", "CSV-UTF16", "utf-16"),
    ("xls", "html", "网页", "utf-8"),
    ("xls", "xml2003", "XML", ""),
)


def with_units_below() -> list[Sheet]:
    """Two heading levels, a unit row, a column-number row, a total, a footer."""
    columns = "central_group_study seminars publicity_events leaflets*10000 people_served"
    rows = (("槲岭镇", 4, 2, 31, 2.2, 1310), ("菱浔街道", 6, 3, 52, 4.1, 2240), ("枥苔乡", 4, 1, 9, 0.4, 150))
    return [
        Sheet(
            "汇总表",
            [
                ["示例县2024年度普法工作汇总表", "<", "<", "<", "<", "<"],
                ["乡 镇", "学法", "<", "普法", "<", "<"],
                ["^", "党委中心组集中学法", "专题研讨", "法治宣传活动", "发放普法宣传资料", "法律咨询服务人次"],
                ["^", "次", "次", "场次", "万份", "人次"],
                ["甲", "1", "2", "3", "4", "5"],
                *[[name, *across(columns, *values, township=name)] for name, *values in rows],
                ["合 计", 14, 6, 92, 6.7, 3700],
                ["填表人：李明   审核：王芳   电话：0991-8123456", "<", "<", "<", "<", "<"],
            ],
            None,
            2024,
        )
    ]


def with_quarters() -> list[Sheet]:
    """A form with quarters and a yearly total, grouped at the left, stocks among flows."""

    def q(indicator: str, row: int, *values: int) -> list:
        cells = tuple(f"{c}{row}" for c in "CDEF")
        return [*values, fig(indicator, sum(values), cells=cells)]

    return [
        Sheet(
            "季度",
            [
                ["枥台镇2023年度法治工作分季度统计表", "<", "<", "<", "<", "<", "<"],
                ["类别", "指标", "一季度", "二季度", "三季度", "四季度", "全年"],
                ["宣传", "法治宣传活动（场次）", *q("publicity_events", 3, 4, 5, 5, 4)],
                ["^", "发放宣传资料（份）", *q("leaflets", 4, 3000, 4200, 4000, 4000)],
                ["化解", "排查纠纷（件）", *q("disputes_screened", 5, 30, 31, 29, 30)],
                ["^", "法律明白人（人）", 28, 28, 28, fig("law_savvy_persons", 30, cells=("G6",)), 30],
            ],
            "枥台镇",
            2023,
        )
    ]


def with_last_year() -> list[Sheet]:
    """This year and last, change columns, missing and zero words."""
    return [
        Sheet(
            "对比",
            [
                ["单位：楮源镇", None, None, None, None],
                ["2024年法治建设主要指标完成情况", "<", "<", "<", "<"],
                ["指标名称", "计量单位", "本年", "上年", "增减%"],
                ["一、依法行政", None, None, None, None],
                ["行政处罚案件", "件", fig("penalty_cases", 8), fig("penalty_cases", 10, year=2023), -20],
                ["行政诉讼案件", "件", fig("litigation_cases", "无", 0), fig("litigation_cases", 2, year=2023), -100],
                ["合同审查", "份", fig("contract_reviews", 21), gone("contract_reviews", "/", year=2023), None],
                ["二、普法", None, None, None, None],
                [
                    "发放普法宣传资料",
                    "份",
                    fig("leaflets", "1.2万余份", 12000, ">"),
                    fig("leaflets", 11000, year=2023),
                    None,
                ],
                [
                    "受教育群众人次",
                    "人次",
                    gone("people_reached"),
                    fig("people_reached", "约9000", 9000, "~", year=2023),
                    None,
                ],
            ],
            "楮源镇",
            2024,
        )
    ]


def across_townships() -> list[Sheet]:
    """Townships across, indicators down, a group column."""

    def line(indicator: str, *values: object) -> list:
        names = ("翊塘镇", "砚垌乡", "鹭汀街道")
        return [across(indicator, v, township=t)[0] for v, t in zip(values, names, strict=True)]

    return [
        Sheet(
            "Sheet1",
            [
                ["2023年度各乡镇（街道）依法治理情况", "<", "<", "<", "<", "<"],
                ["类别", "指标", "翊塘镇", "砚垌乡", "鹭汀街道", "全县合计"],
                ["队伍", "持证执法人员（名）", *line("certified_officers", 11, 4, 22), 37],
                ["^", "法律顾问（名）", *line("legal_advisers", 1, 1, 2), 4],
                ["决策", "重大决策合法性审查（件）", *line("legal_reviews", 9, 3, 14), 26],
                ["^", "制定规范性文件（件）", *line("normative_documents", 0, None, 2), 2],
                ["纠纷", "调处矛盾纠纷（件）", *line("disputes_mediated", 88, 41, 171), 300],
            ],
            None,
            2023,
        )
    ]


MAKERS = (
    ("普法汇总两级表头", "ledger_two_level", with_units_below),
    ("枥台镇2023年分季度", "quarters", with_quarters),
    ("楮源镇2024年对比", "form_this_last", with_last_year),
    ("2023年乡镇在上", "transposed", across_townships),
)

for title, layout, maker in MAKERS:
    for ending, form, program, encoding in SAVED:
        stem = f"{title}-{program}"
        sheets = maker()
        if form == "csv":
            sheets[0].name = stem
        sent(f"{stem}.{ending}", layout, *sheets, habit=f"同一张表存成{program}", form=form, encoding=encoding)
