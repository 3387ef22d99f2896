"""What in a sentence takes a number away from the year: a plan, a duty, a frequency, another year, a single event."""

from __future__ import annotations

import re

from analytics.intake.narrative.masking import DAY

_PLAN = re.compile(
    r"力争|拟(?=[开举组召培聘建投打新增制出选安])(?![^，。；]{1,5}的)|预计|预期|明年|来年|下一?年度?|下一?步|下阶段|今后|计划(?=录制|拍摄|制作|建[成设立]|新?建|打造|邀请|选[聘派]|配备|推[送出]|编[排印]|排演|印制|出台|修订|增[加设]|再|开展|举办|组织|培训|召开|安排|全年|新|投入|发放|培育|完成|聘|用|利用|在|于|通过|对|分|为)"
    r"|将(?=[^，。；]{0,4}(?:开展|组织|举办|继续|进一步|召开|投入|发放|培训|培育|聘请|新|适时|不断|全面|着力|大力|在|加大|推进|实施|完成))"
    r"|目标(?:是|为|任务)|争取|打算|确保(?=[^，。；]*?(?:达到|不少于|以上))"
)
_DONE = re.compile(r"已(?!经?成)|全年(?:共|实际|累计|已)|实际|截至")
_OBEYED = re.compile(r"(?:按照|按|根据|落实|围绕|对照|依据|结合)[^，。；]{0,30}(?:要求|规定|计划|目标|部署|打算|安排)")
_DUTY = re.compile(
    r"要求(?!和)|应当|应(?=[组开召达完每参]|$)|必须|须(?=[组开召达完每参]|$)|原则上|规定(?!动作)|不少于|不低于|不得少于|至少"
)
FREQUENCY = re.compile(
    r"每(?:个)?(?:[年季月周旬日天村名人次期场户]|半[年月]|[一二两三四五六]个?[月年周]|学期|社区|行政村|自然村)|平均|人均|户均|月均|逐[月季]|按[月季]"
)
_MONTHLY = re.compile(FREQUENCY.pattern.replace("[年季", "[季"))
"""Frequencies other than yearly ones: in a plan, 每年4次 is next year's target."""
FREQUENCY_AFTER = re.compile(r"^\s*/\s*[年月季周日村人户]|^每[年月季周村人]")
_LAST_YEAR = r"(?:去年|上一?年度?|前年|往年|上年同期|去年同期)"
_YEARS_ON = re.compile(
    r"近[一二两三四五六几\d]+年|近年来|[一二三四五六七八九两]年来(?<!一年来)|(?<!清理)历年(?!来?的?(?:规范性)?文件)|(?<!\d)(?:[2-9]|\d\d)年来|多年来|以来(?<!年以来)|(?:自|从)(?:19|20)\d\d年|(?:19|20)\d\d年以来"
    r"|(?:19|20)\d\d年?\s?(?:[-—–~至到]|和|、)\s?(?:19|20)\d\d年|五年(?:间|内)|普法以来"
)
_YEAR = re.compile(
    rf"(?P<last>{_LAST_YEAR})|(?P<this>今年(?:以来)?|本年度?|全年|年内|当年|一年来|年初以来|年度内)|(?P<named>(?:19|20)\d\d)年度?"
)
_PART_OF_YEAR = re.compile(r"[上下]半年|第?[一二三四1-4]季度|前[一二三]个?季度|\d{1,2}[-—–~至到]\d{1,2}月")
_BOTH_HALVES = re.compile(r"上半年.*下半年|[一1]季度.*[四4]季度")
"""上半年…，下半年…；: the year is told to its end, and what comes behind the semicolon is of the year again."""
_CHANGE = re.compile(r"(?:增加|减少|增长|下降|上升|提升|提高|降低|多出?|少|增|减|回落|压降)(?:了)?(?:近|约|超)?$")
_EVENT = re.compile(
    rf"{DAY}|期间|前后|宣传[周月日](?!活动等)|活动[周月日]|[^\d每一两三四本上下这][周月]活动|当[天日]|活动现场|现场(?=发放|共|接待|咨询)|赶集日|(?:此次|本次|这次|该次|该)活动|(?:在|于)一[次场]|某次|三下乡|(?<![截至到])(?:年初(?!以来|制定|的|计划|定|确定|下达)|近日|日前|上个?月|年[底末](?![^，；。\d▤]{{0,8}}(?:在册|现有|共有|实有|保有|存量|总数|达)))|(?:^|[，；])(?:活动|此次|本次|这次|该次?)(?:活动)?(?:中|共|现场|累计|期间)|春节|清明|端午|国庆|元旦|中秋|重阳|元宵|前夕|儿童节|妇女节|教师节|丰收节|宪法日|安全教育日|禁毒日|权益日"
)
_WHOLE_YEAR = re.compile(
    r"全年|今年以来|本年度|年度内|年内|一年来|年初以来|(?:19|20)\d\d年(?!.{0,2}"
    + DAY
    + ")|等(?!级)[^，。]{0,14}(?:契机|节点|时机|活动|形式|载体|节?日|节庆)|结合[^，。；]{2,40}等[^，。；]{0,6}工作|至此|契机|节点|时机|节庆|节假日"
)
_PREPARED = r"^(?:其中[，]?|如|例如|尤其是|特别是|以)?(?:□|\s)*"
_DOES = r"(?:的)?(?:全年|今年|本年度?|年内|共|累计|先后|已|还|也|率先|均|主动|自行|全部|通过|结合|(?:19|20)\d\d年|(?:在|依托|利用|运用|借助)[^，]{0,10}|到[^，]{0,10}|来[^，]{0,10}|□[^，□]{0,12}□)*(?:演出|巡演|授课|开展|举办|组织|召开|发放|散发|调解|调处|化解|排查|制作|作出|办理|查处|宣讲|受理|聘请|承办|推送|悬挂|编排|接待|解答|建成|建有|培养|现有|共有|公开|安排|投入|拨付|下拨|下达|督[导查察]|指导)"
_OTHER_SUBJECT = re.compile(
    rf"{_PREPARED}(?:[^，。；、各全该本辖每几多个进入到下驻走访镇乡行政自然农在向与和对为由从各联合请会同协\d▤□]{{2,3}}(?:村|社区|居委会|村委会)(?:村?两委|村委会|党支部|调委会|人民调解委员会)?"
    r"|该(?:村|社区|校|企业|公司|所)|(?:我)?[省市县区](?!域)[^，。；、联邀请会协到进]{1,12}?(?:局|院|办|委|队|中心|部门|政府|律师|团)?"
    r"|(?<!其中)(?!其中)(?:镇|乡|街道|辖区)?(?:内)?(?:的)?(?!(?:辖区|镇|各)?(?:内)?(?:各|的)*(?:中小学|中学|小学|学校))[^，。；、联邀请会协到进入走赴往对向在与和各为聘\d]{0,4}(?:派出所|交警中队|卫生院|小学|中学|幼儿园|学校|公司|企业|合作社|人民法庭|法庭|检察室)"
    rf"){_DOES}"
)
_ONE_VILLAGE = re.compile(
    rf"{_PREPARED}[^，。；、各全该本辖每几多个进入到下驻走访镇乡行政自然农在向与和对为由从联合请会同协\d▤□]{{2,3}}(?:村|社区)(?=[以把被是]|坚持|立足|围绕|依托|探索|推行|作为|投入)"
)
_WHOLE_COUNTY = re.compile(
    r"^(?:□|▤|\s)*(?:据[^，]{0,6}统计[，]?)?(?:截至[^，]{0,6}|全年|今年|年内|本年度?|(?:19|20)\d\d年度?)?全[县市省区州](?:范围内)?(?![^，。；]{0,8}[示百先])(?:的?各|共|乡镇|街道|上下|累计|今年|全年|年内|本年|先后|已|的?\d|(?=开展|组织|举办|发放))"
)
"""全县各乡镇今年开展…，发放…: the county's own numbers go on to the next subject, over the commas of a sentence."""
_OUR_SUBJECT = re.compile(
    r"^(?:□|\s)*(?:其中[，]?)?(?:截至[^，]{0,6}|全年|今年|(?:19|20)\d\d年)?(?:[我全本][镇乡街]|街道|[镇乡](?:党委|政府|村|里|司法所|综|人大|纪委|辖|域|属)|党委|党工委|政府|司法所|综治中心|各村)"
)
_ELSEWHERE = re.compile(
    r"全[县市省区国州](?![^，]{0,8}[示百先])|(?<![邀联会协])(?<!邀请)(?<!联合)(?<!会同)(?<!协同)(?<!配合)[县市省区](?:级|局|直|里|委|司法局|法院|检察院)(?:[^，]{0,6})(?=开展|举办|组织|召开|发放)|[^各进镇入到下每驻全与和、，□▤\d个逐挨]{2}[村居](?:委会)?(?=开展|举办|组织|召开|发放|调解|制作)"
)


_MONTHS = re.compile(rf"{DAY}+(?:[、和及]{DAY}+){{2,}}")
"""于1月、4月、8月、11月: months named one by one are spread over the year, and no single event."""


_AMONG_THEM = re.compile(r"其中[^，；。]*[，；]")
"""164件，其中上半年71件，调解160件: what is said of some of them ends with its clause."""
_BUDGET = re.compile(r"年初[^，；。]*[，；](?=[^，；。]*实际)")
"""年初安排10万元，实际支出9.4万元: what was done in the end is of the year."""


_TARGET = re.compile(
    r"(?:开展|举办|组织|召开|发放|完成)[^，。；每]{0,16}?(?:不少于|不低于|至少)\d+(?!学时|课时|小时|天|个?小时)(?![^，。；]*(?:要求|规定|任务))"
)
"""开展宣传不少于50场次，培育明白人20名: of two things to be done, neither is done."""


_IN_SUM = re.compile(r"(?:每[^，。；]{0,20}(?:至少|不少于|不低于))[^，。；]{0,20}，(?:合计|共计?|总计)(?:不少于)?$")
"""每村至少宣讲3场，合计27场: the sum of a duty is one too."""


def is_plan(before: str, clause: str) -> bool:
    """Whether what stands before a number in its sentence, or in its own clause, makes it a plan or a duty."""
    text = _OBEYED.sub("", before)
    last = max((m.end() for m in _PLAN.finditer(text)), default=-1)
    if last >= 0 and not _DONE.search(text, last):
        return True
    if _IN_SUM.search(text):
        return True
    target = _last_end(_TARGET, text)
    if target and not re.search(r"要求|规定|任务|实际|已|超额|每", text):
        return True
    return bool(_DUTY.search(_OBEYED.sub("", clause)))


def is_frequency(clause: str, *, planned: bool = False) -> bool:
    """Whether a number says how often (每月1次), unless the whole year is named behind it (每月1次、全年12次)."""
    last = max((m.end() for m in (_MONTHLY if planned else FREQUENCY).finditer(clause)), default=None)
    return last is not None and not re.search("全年|年内|年度|累计|共计", clause[last:])


def is_change(before: str) -> bool:
    """Whether the words just before a number say that it is a difference (减少17件), not a level (增至20人)."""
    return bool(_CHANGE.search(before)) and not before.endswith(("新增", "至少", "增至", "减至"))


def year_said(before: str, year: int | None) -> bool:
    """Whether the nearest year named before a number is the report's (or none is named at all)."""
    if year is not None:
        before = before.replace(f"{year}年以来", "今年以来").replace(f"{year}年来", "今年以来")
    own = rf"今年|本年|全年|其中[，]?{year}年"
    if _YEARS_ON.search(before) and not re.search(own, before[_last_end(_YEARS_ON, before) :]):
        return False
    last = next(reversed(list(_YEAR.finditer(before))), None)
    if last is None or last["this"]:
        return True
    if last["last"]:
        # 由去年的12件下降到8件: behind 到 stands this year's level; anything else is last year's or a difference.
        return bool(
            re.search(r"(?:下降|上升|增加|减少|提高|提升|增长|降低|扩大|压减|发展|[增减升降])(?:到|至|为)$", before)
        )
    return year is None or int(last["named"]) == year


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((m.end() for m in pattern.finditer(text)), default=0)


def is_part_of_year(before: str) -> bool:
    """Whether a half, a quarter or a few months are named before the number and no whole year after them."""
    before = _AMONG_THEM.sub("", before)
    earlier, _, own = before.rpartition("；")
    if _BOTH_HALVES.search(earlier) and not _PART_OF_YEAR.search(own):
        return False
    end = _last_end(_PART_OF_YEAR, before)
    return end > 0 and not re.search(r"全年|年度共|年内共", before[end:])


def is_single_event(before: str) -> bool:
    """Whether the number belongs to one day, week or event rather than to the year."""
    before = _BUDGET.sub("", _MONTHS.sub("", _AMONG_THEM.sub("", before)))
    end = _last_end(_EVENT, before)
    return end > 0 and not _WHOLE_YEAR.search(before)


_WITH = re.compile(
    r"(?:会同|联合|邀请|协同|配合|联动)[^，。；]{2,40}?(?=(?:共同|先后|一起)?(?:开展|举办|组织|召开|发放|深入|走进|进入|到|赴))"
)
"""会同县法院、县司法局开展: those who took part did not do it alone."""


_AND_OTHERS = re.compile(r"[与和同][^，。；]{2,20}?(?=(?:联合|共同|一道|一起))")
"""镇综治中心与县法院联合开展: what the township does with others is its own."""


_ATTENDED = re.compile(
    r"组织[^，。；]{0,12}参加[^，。；]{2,16}?(?:组织|举办|开展)的(?=[^，。；]{0,4}执法[^，。；]{0,6}培训)"
)
"""组织执法人员参加县司法局举办的执法培训: who holds it does not matter where the township sends its officers."""


def is_elsewhere(clause: str) -> bool:
    """Whether another level or one village did it."""
    if _OUR_SUBJECT.match(clause):
        clause = _AND_OTHERS.sub("", clause)
    return bool(_ELSEWHERE.search(_ATTENDED.sub("", _WITH.sub("", clause))))


def is_others_work(before: str) -> bool:
    """Whether the last subject named in a sentence is one village, a school, a station or another level.

    A subject stands at the beginning of a clause and goes on until the next one.
    """
    others = False
    for clause in re.split(r"[，；：]", before):
        if any(subject.search(clause) for subject in (_OTHER_SUBJECT, _ONE_VILLAGE, _WHOLE_COUNTY)):
            others = True
        elif _OUR_SUBJECT.search(clause):
            others = False
    return others
