"""Zero in words: 未制定规范性文件, 无败诉. Only what is denied whole; 无因…引发的诉讼 denies a part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.catalogue import Catalogue
from analytics.intake.narrative import places
from analytics.intake.narrative.amounts import Amount
from analytics.intake.narrative.claim import Claim, Setting
from analytics.intake.narrative.excluded import without_comparisons
from analytics.intake.narrative.masking import words
from analytics.intake.narrative.matching import indicator_of
from analytics.intake.narrative.sentences import Sentence
from analytics.intake.quantities import Quantity
from analytics.model import Qualifier

_NO = r"(?<![有])(?:未曾|未|没有|没|无|零)(?:以[^，。；]{1,8}名义)?(?:新)?(?:(?:制定|出台|制发|印发|发布|发生|出现|收到|接到|产生|作出|做出|实施|受理|办理|涉及)[或和、]?)*(?:过|任何|一[起件宗例]|新的|新|有)*(?:以[^，。；]{1,12}为(?:被告|被申请人)的)?"
_THINGS = (
    ("normative_documents", r"(?:行政)?规范性文件"),
    ("litigation_cases", r"(?:被提起)?行政(?:诉讼|应诉)(?:案件?)?"),
    ("reconsideration_cases", r"(?:被申请)?行政复议(?:案件?|申请)?"),
    ("penalty_cases", r"行政处罚(?:案件?|决定)?"),
    ("lost_cases", r"(?:行政(?:机关|诉讼|应诉|复议)?)?(?:案件)?(?:败诉|被纠错|纠错|败诉[、和或]被?纠错|行政行为被?(?:撤销|确认违法)(?:或者?被?(?:撤销|确认违法|变更))?)(?:的?(?:案件|情况|情形|案例))?"),
)  # fmt: skip
_UNDONE = re.compile(
    r"(?:^|(?<=[，；：]))(?:但|由于[^，]{0,12}原因|因[^，]{0,10})?(?:[我本][镇乡街]|全[镇乡]|街道)?(?:全年|今年|本年度?|年内|(?:19|20)\d\d年度?)?(?:均|都|暂|尚|还|也)?"
    r"(?P<no>(?:未|没有?)(?:组织|开展|举办|召开|举行|排演|制作)(?:过)?)(?P<things>[^，。；：]{2,30})(?=[，。；]|$)"
)
_NOT_ONCE = re.compile(
    r"(?:^|(?<=[，；：]))(?P<thing>[^，。；：]{2,16})(?:一|1)[场次期件]?(?:都|也|均)?(?:未|没有?)(?:办|开展|举办|组织|召开|举行|搞|出台?|制定|发生|发)?成?(?=[，。；]|$)"
)
_UNDONE_AFTER = re.compile(
    r"(?:^|(?<=[，；：]))(?:但)?(?P<things>[^，。；：:]{2,20}?)(?:活动)?[：:]?(?:均|都|暂|还)?(?P<no>(?:尚未|从未|未|没有|没)(?:组织|开展|举办|召开|举行|做|搞|进行)(?:过)?)(?=[，。；]|$)"
)
_SOME = re.compile(r"部分|个别|有的|一些|少数|多数|[各个]村|学校|仅|只|除|因")
_LOST_NONE = re.compile(r"败诉(?:案件)?数?(?:继续|保持|均)?(?:为零|为0)(?=[，。；]|$)")
_BOTH_NONE = re.compile(
    r"零(?:行政)?复议[、和]?零(?:行政)?诉讼(?=[，。；]|$)|零(?:行政)?诉讼[、和]?零(?:行政)?复议(?=[，。；]|$)|(?:行政)?(?:复议[、和与及]?(?:行政)?(?:诉讼|应诉)|(?:诉讼|应诉)[、和与及]?(?:行政)?复议)(?:案件)?(?:实现|保持|继续|均|都)*(?:双零|为零|零发生)(?=[，。；]|$)"
)
_LIST = r"(?:[、和及与或]|以及|,)"
_ANY = "|".join(f"(?:{words})" for _, words in _THINGS)
_DENIED = re.compile(rf"(?P<no>{_NO})(?P<things>(?:{_ANY})(?:{_LIST}(?:{_ANY}))*)(?P<tail>[^，。；、]{{0,10}})")
_NONE_AFTER = re.compile(
    rf"(?P<things>(?:{_ANY})(?:{_LIST}(?:{_ANY}))*)(?:案件|的|情况|数量?)*[，]?(?:均|都|也|全年|实现|保持)*(?:为零|□*零□*(?:发生|受理|申请|案件|出台|制定)|双零|双下降为零|未发生|没有(?:发生)?)(?=[，。；、]|$)"
)
_NOT_ONE = re.compile(r"无一[例件起宗]?[^，。；]{0,12}(?:败诉|撤销|纠错|确认违法)")
_LOST = re.compile(r"败诉|纠错|撤销|违法|确认|监督")
_HARMLESS = re.compile(r"(?:的|等)?(?:案件|情况|情形|发生|事项|问题|申请|现象|出台|制定|立案|记录)*")
_NARROWED = re.compile(r"因[^，。；]{0,30}$|由[^，。；]{0,20}(?:引[发起]|导致)[^，。；]{0,6}$|引[发起]的?$|导致的?$")


def undone(sentence: Sentence, setting: Setting, catalogue: Catalogue) -> Iterator[Claim]:
    """Activities that a clause denies whole for the year (本年度未开展模拟法庭、文艺演出活动), as zeros."""
    for match in (*_UNDONE.finditer(sentence.masked), *_UNDONE_AFTER.finditer(sentence.masked)):
        if match.re is _UNDONE_AFTER and _SOME.search(match["things"]):
            continue
        before = sentence.masked[: match.start("no")]
        if _is_of_another(before, setting):
            continue
        items = [item for item in re.split(_LIST, words(match["things"])) if item]
        named = [_activity(item, catalogue) for item in items]
        for name in dict.fromkeys(name for name in named if name and None not in named):
            yield Claim(
                name,
                0.0,
                Qualifier.EXACT,
                min(match.start("no"), match.start("things")),
                max(match.end("no"), match.end("things")),
            )
    yield from _not_once(sentence, setting, catalogue)


def _is_of_another(before: str, setting: Setting) -> bool:
    """Whether what stands before makes it another year's, a plan, others' work, or of a part of the year or one event."""
    return (
        places.is_part_of_year(before)
        or not places.year_said(without_comparisons(before), setting.year)
        or places.is_plan(before, "")
        or places.is_others_work(before)
        or places.is_single_event(before)
    )


def _not_once(sentence: Sentence, setting: Setting, catalogue: Catalogue) -> Iterator[Claim]:
    for match in _NOT_ONCE.finditer(sentence.masked):
        # The name of the thing takes in what stands before it: 个别村普法活动, 去年法治讲座.
        before = sentence.masked[: match.end("thing")]
        if _SOME.search(match["thing"]) or _is_of_another(before, setting):
            continue
        thing = words(match["thing"])
        denied = (name for name, words_ in _THINGS if re.fullmatch(words_, thing))
        name = next(denied, None) or _activity(thing, catalogue)
        if name is not None:
            yield Claim(name, 0.0, Qualifier.EXACT, match.start("thing"), match.end())


def _activity(item: str, catalogue: Catalogue) -> str | None:
    for unit in ("场次", "次", "期", "集"):
        nothing = Amount(0, 0, Quantity(0.0, 0.0, unit=unit), unit, duty=False)
        name = indicator_of("开展" + item, nothing, "", catalogue, lenient=False)
        if name is not None:
            return name
    return None


def zeros(sentence: Sentence, setting: Setting) -> Iterator[Claim]:
    """The indicators that a sentence denies for the whole year, as zeros."""
    masked = sentence.masked
    for match in _DENIED.finditer(masked):
        before = masked[: match.start()]
        clause = masked[sentence.clause_start(match.start()) : match.start()]
        if (
            _NARROWED.search(clause)
            or places.is_plan(before, clause)
            or places.is_part_of_year(before)
            or not places.year_said(without_comparisons(before), setting.year)
            or places.FREQUENCY.search(clause)
        ):
            continue
        if not _HARMLESS.fullmatch(re.sub("^(?:被)?(?:败诉|纠错|撤销)", "", match["tail"])):
            continue
        things = match["things"]
        if _LOST.search(things + match["tail"]):
            chosen = ["lost_cases"]
        else:
            chosen = [name for name, words in _THINGS if re.search(words, things)]
        if "规范性文件" in things and not re.search(r"制定|出台|制发|印发|发布|新", match["no"] + match["tail"]):
            chosen = [name for name in chosen if name != "normative_documents"]
        for name in chosen:
            yield Claim(name, 0.0, Qualifier.EXACT, match.start(), match.end())
    for match in _NOT_ONE.finditer(sentence.text):
        about = re.split("[。；;]", sentence.text[: match.start()])[-1]
        if re.search("处罚|执法决定", about) and not re.search("诉讼|应诉|复议|被诉|诉", about + match[0]):
            continue  # penalties that stand are no lawsuits won
        if places.year_said(without_comparisons(masked[: match.start()]), setting.year) and not places.is_part_of_year(
            masked[: match.start()]
        ):
            yield Claim("lost_cases", 0.0, Qualifier.EXACT, match.start(), match.end())
    for pattern, names in ((_LOST_NONE, ["lost_cases"]), (_BOTH_NONE, ["litigation_cases", "reconsideration_cases"])):
        for match in pattern.finditer(masked):
            before = masked[: match.start()]
            clause = masked[sentence.clause_start(match.start()) : match.start()]
            if places.year_said(without_comparisons(before), setting.year) and not (
                places.is_part_of_year(before) or places.is_plan(before, clause) or _NARROWED.search(clause)
            ):
                for name in names:
                    yield Claim(name, 0.0, Qualifier.EXACT, match.start(), match.end())
    for match in _NONE_AFTER.finditer(masked):
        before = masked[: match.start()]
        if places.is_part_of_year(before) or not places.year_said(without_comparisons(before), setting.year):
            continue
        if _NARROWED.search(masked[sentence.clause_start(match.start()) : match.start()]):
            continue
        for name, thing in _THINGS:
            if name != "lost_cases" and re.search(thing, match["things"]):
                yield Claim(name, 0.0, Qualifier.EXACT, match.start(), match.end())
