"""What has to be known of the figures to read them rightly: signs, missing ones, explanations, the data's version."""

from __future__ import annotations

from analytics.export.dossier import Dossier
from analytics.export.prose.words import names_said, speaker


def data_notes(dossier: Dossier) -> list[str]:
    """One sentence or two a note."""
    t, language = speaker(dossier.language), dossier.language
    out = []
    made = dossier.made_at.strftime("%Y-%m-%d %H:%M") if dossier.made_at else ""
    out.append(
        t(
            "数据取自各乡镇报送并已入库的报表，数据版本{version}，{made}生成；比较年份为{year}年与{base}年。每项数据的文件、工作表和单元格可在系统和对比工作簿中查到。",
            version=dossier.data_version,
            made=made,
            year=dossier.year,
            base=dossier.base,
        )
    )
    n = len(dossier.rounded)
    if n:
        names = names_said([t_ for t_ in dossier.townships if t_ in set(dossier.rounded["township"])], language)
        out.append(
            t(
                "{year}年数据中有{n}项约数（{names}）：“余”“超过”“不少于”表示实际数不小于此数，“约”表示大致如此；文中照原意表述，表中记作≥和≈。",
                year=dossier.year,
                n=n,
                names=names,
            )
        )
    for year in (dossier.year, dossier.base):
        told = [town for town in dossier.townships if (town, year) in dossier.told]
        if told:
            out.append(
                t(
                    "{names}没有报送{year}年报表，采用其工作报告中的数据，表中以*标明；收到报表后以报表为准。",
                    names=names_said(told, language),
                    year=year,
                )
            )
    out.append(t("未报不等于零：未报送的数据不参加合计，也不作为增减的依据；两年所报项目不同的乡镇不比较增减。"))
    out.append(
        t(
            "次数类数据的两年之差在偶然波动范围之内的（双侧检验p≥0.05），写作“属正常波动”，不作为升降；上年不足10的不计算百分比。"
        )
    )
    if dossier.explanations:
        out.append(t("乡镇或经办人对数据的说明共{n}条，见附件。", n=len(dossier.explanations)))
    return out
