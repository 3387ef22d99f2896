"""Why an amount counts nothing: a plan, a duty, a part, a place, another year, another level, a change."""

from __future__ import annotations

import re

from analytics.intake.narrative import places
from analytics.intake.narrative.amounts import Amount
from analytics.intake.narrative.claim import Setting
from analytics.intake.narrative.masking import words
from analytics.intake.narrative.sentences import Sentence

PLACE_AFTER = re.compile(
    r"^(?:的)?(?:行政村|自然村|村民?小组|村|社区|中小学|中学|小学|高中|幼儿园|学校|部门|企业|单位|网格|站所|小区|乡镇|党支部|党组织|党员|家|岁|户|支部|所|倍|镇直|公共法律服务|法律服务(?:站|点|室)|调解室|站点|工作站)"
)
_TARGETED = re.compile(r"(?:计划|目标|预定|原定|要求|任务|应考|应参加?|应到|应训)(?:人?数)?(?:的|为)?$")
_OUT_OF = re.compile(
    r"[^，。；、]{1,12}(?<!其)中[，,]?(?=[^，。；、心小学队层国央][^，。；]{0,8}(?:\d|[一二三四五六七八九十百]{1,5}[名人件次场份]))"
)
"""37名执法人员中持证35人: the whole that the next number is a part of."""
_DENIES = ("没有", "未出现", "未发生", "未收到", "没有发生", "没有出现", "没有收到", "没发生", "未曾发生", "未接到")
_SOME_OF = re.compile(r"中(?:有)?[，]?(?:专题|专门|集中|研究|部署|审议|涉及|讨论|法治)")
"""党委会45次中专题研究法治工作3次: of the meetings those that are about the law."""
_LEFT_OVER = re.compile(
    r"(?:上年|去年|往年)(?:结转|遗留|存量|末)[^，；。]*[，；]|(?:上年|去年)同期(?:为|是|的)[^，；。]*[，；]"
)
_LAST = r"(?:去年|前年|上一?年度?|(?:19|20)\d\d年度?)"
_ROSE_FROM = re.compile(
    r"[由从](?:去年|上年)[^，；。]{0,12}(?:[增减升降]|增加|减少|上升|下降|提高|扩大)(?:到|至|为)[^，；。]*[，；]"
)
"""由上年的16名增至21名，…: what comes next is this year's again."""
_ASIDE = re.compile(
    rf"[(][^()]{{0,4}}{_LAST}[^()]*[)]|[，；]{_LAST}(?:同期)?(?:为|是|有|仅|只有)?约?(?:[\d.]+|[一二两三四五六七八九十百千零]+)[万千百余多]*[\u4e00-\u9fff]{{1,2}}(?=[，；])|[，；][与同和跟比]{_LAST}(?:同期)?(?:持平|相当|一样)"
)
"""14次(上年16次); 今年12件，上年为9件；…; 与上年持平: said beside a number, and saying nothing of the next one."""
_BY_A_PLAN = re.compile(
    r"《[^》]{2,40}(?:计划|方案|要点|规划|细则|办法)》中?(?:明确|规定|要求|提出|安排|确定)[^。；;]*$"
)
"""What a plan or a rule lays down is no figure of the year."""
_WITHIN = re.compile(r"(?<!其)中[，]?(?:包)?含[^，。；]*$")
"""发放资料中含县里印制的读本3000册: a part of what was counted elsewhere."""
_SOME = re.compile(r"(?:个别|少数|有的|部分)[^，。；]{0,6}(?:村|社区|组|站所|部门|单位)[^，。；]*$")
_FROM = re.compile(r"[由从](?:年初|上年|去年|原来|原有|此前)?(?:底|末)?的?$")
_SELDOM = re.compile(r"(?:难得|很少|极少|几乎没|难以)[^，。；]{0,8}$")
"""一年到头难得听上一堂法治课: said of what hardly happens."""
_CHANGES = re.compile(r"(?:[增减升降]|提高|下降|上升|扩大|发展|变|压减)")


def without_comparisons(before: str) -> str:
    """What stands before a number without what compares others with another year (较上年减少2件；)."""
    before = _ASIDE.sub("", _LEFT_OVER.sub("", _ROSE_FROM.sub("", before)))
    return re.sub(r"(?:比|较|同比|与)[^，。；]{0,12}?(?:去年|上一?年|(?:19|20)\d\d年)[^，。；]*[，；]", "", before)


def counts_nothing(
    sentence: Sentence, amount: Amount, setting: Setting, *, any_day: bool = False, any_part: bool = False
) -> bool:
    """Whether an amount is none of the whole township's and the whole year's; ``any_day``: a day named with it is no
    reason; ``any_part``: nor is a half or a quarter of the year."""
    masked = sentence.masked
    before, after = masked[: amount.start].replace(" ", ""), masked[amount.end :]
    clause = masked[sentence.clause_start(amount.start) : amount.start]
    compared = without_comparisons(before)
    stripped = words(clause)
    return (
        (amount.duty and not setting.planned)
        or (not setting.planned and places.is_plan(before, clause))
        or (bool(before) and before[-1] in "第每逐首历届无未")
        or bool(PLACE_AFTER.match(words(after[:14])))
        or bool(_BY_A_PLAN.search(sentence.text, 0, amount.start))
        or bool(re.match(r"[，]?(?:扣|加)[\d.]+分", after))
        or before.endswith(_DENIES)
        or after.startswith("性")
        or bool(re.match(r"(?:都|也|均)?(?:未|没(?!收))", after))
        or places.is_frequency(clause, planned=setting.planned)
        or bool(places.FREQUENCY_AFTER.match(after))
        or places.is_change(stripped)
        or (not setting.planned and not places.year_said(compared, setting.year))
        or (not any_part and places.is_part_of_year(before))
        or (not any_day and places.is_single_event(setting.before + before if setting.narrow else before))
        or places.is_elsewhere(stripped)
        or places.is_others_work(before)
        or bool(_TARGETED.search(before))
        or bool(_WITHIN.search(clause))
        or bool(_SELDOM.search(clause))
        or bool(_SOME.search(stripped))
        or bool(_OUT_OF.match(after))
        or bool(_SOME_OF.match(words(after[:12])))
        or bool(re.match(r"[，、(](?:另有)?(?:上年|往年)?结转", after))
        or (bool(_FROM.search(before)) and bool(_CHANGES.match(after)))
        or bool(re.search(r"(?:其余|剩余|余下|尚有|仍有)(?:的)?$", before))
    )  # fmt: skip
