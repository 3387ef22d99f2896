"""Title, addressee, day, and from them whose report it is and of which year. The day of signing is never the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from analytics.intake.narrative.paragraphs import Paragraph
from analytics.intake.townships import Sighting, Townships
from analytics.intake.words import squeeze
from analytics.intake.years import years_in
from analytics.model import ReportHead

_METADATA = re.compile(
    r"^(?:索引号|发文字号|文号|成文日期|发布日期|发布机构|发布时间|发布单位|主题分类|主题词|体裁分类|有效性|公开方式|公开形式|信息来源|来源|作者|浏览次数|阅读次数|字体|时间|日期|签发人|生成日期|信息分类|名称|制发机关|责任编辑)\s*[:：]"
)
_FOOT = re.compile(
    r"^(?:主办|承办|技术支持|联系电话|上一篇|下一篇|相关附件)(?:单位)?\s*[:：]|^(?:扫一扫|打印本页|关闭窗口|分享到|版权所有)|^首页\s?[>＞»]|网站标识码|ICP备"
)
"""What a web page puts around a text: it is neither work nor plan."""
_TITLE = re.compile(
    r"(?:(?:报告|总结|汇报|计划|情况|表|函|发言|讲话)(?:材料|稿|提纲)?|(?:报告|总结|汇报|情况)(?:暨|及|和|与)[^，。]{0,16}(?:安排|打算|思路|要点))(?:[(（][^()（）]{0,12}[)）])?$"
)
_ADDRESSEE = re.compile(r"^(?!一|二|三)[^，。；]{2,40}[:：]$")
_OFFICE = re.compile(r"^(?!.*(?:如下|报告)).*(?:委|办|局|政府|领导|人大|司法)")
_NUMBERED = re.compile(r"^(?:第?[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,2}[)）])")
_LETTERHEAD = re.compile(r"文件$|[〔\[【(（]\d{4}[〕\]】)）]|签发")
"""What stands above a title and is no part of it: the office that sends the paper, its number."""
_OFFICES = re.compile(r"中共|委员会|人民政府|办事处|党工委|党委|和")
_POST = re.compile(
    r"(?<=[镇乡道])(?:(?:党委|党工委|人民政府|政府|办事处)?(?:副?书记|[镇乡]长|主任)(?:、(?:[镇乡]长|主任))?)[^，。；、]{0,6}$"
)
"""甲镇党委书记 某某: who speaks, by post."""
_DAY = re.compile(
    r"^(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[二][〇○零O0][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$"
)
_NEXT_YEAR = re.compile(r"(?:暨|及|和|与)(?:(?:19|20)\d\d年)?[^，。]{0,12}(?:计划|打算|安排|思路|要点).*$")
_OPENING_YEAR = re.compile(
    r"现[将就][^。]{0,10}?((?:19|20)\d\d)年|((?:19|20)\d\d)年度?(?:以来)?[，,、]|((?:19|20)\d\d)年度?[^。，]{0,16}法治(?:政府)?建设|((?:19|20)\d\d)年是"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Who reports on which year: every candidate with the place it was read from, best places first."""

    head: ReportHead
    townships: tuple[tuple[str, Sighting], ...]
    years: tuple[tuple[str, int], ...]
    body: int
    """The index of the first paragraph that is neither title nor metadata."""


def frame(paragraphs: Sequence[Paragraph], name: str, townships: Townships, headers: Sequence[str] = ()) -> Frame:
    """The frame of a report from its first and last paragraphs, its file name and the heads of its pages."""
    # The title begins at ``above``; the lines under it at ``below``.
    title, addressee, signed, body, above, below = "", "", "", 0, 0, 0
    for index, paragraph in enumerate(paragraphs[:25]):
        text = paragraph.text
        if _METADATA.match(text):
            # What a web page puts under the text is no reason to begin behind it.
            body = index + 1 if index <= body + 3 else body
        elif not title and len(squeeze(text)) <= 60 and _is_title(text):
            above = _first_line(paragraphs, index)
            title = _title([p.text for p in paragraphs[above : index + 1]])
            body = below = index + 1
        elif title and not addressee and index <= body + 3 and _ADDRESSEE.match(text) and _OFFICE.search(text):
            addressee = text.rstrip(":： ")
            body = index + 1
        elif len(text) > 60:
            break
    for paragraph in reversed(paragraphs[-6:]):
        if _DAY.match(squeeze(paragraph.text)):
            signed = squeeze(paragraph.text)
            break
    stem = PurePath(name.replace("\\", "/")).stem
    long = [p.text for p in paragraphs[body:] if len(p.text) > 20][:2]
    return Frame(
        ReportHead(title, addressee, signed),
        tuple(
            _whose(
                title,
                stem,
                _bylines(paragraphs, below or body, body),
                [*(p.text for p in paragraphs[:above]), *headers],
                long,
                townships,
            )
        ),
        tuple(_years(title, stem, long)),
        body,
    )


def _is_title(text: str) -> bool:
    return "。" not in text and not _NUMBERED.match(text) and bool(_TITLE.search(text) or _TITLE.search(squeeze(text)))


def _first_line(paragraphs: Sequence[Paragraph], last: int) -> int:
    """Where a title that ends in paragraph ``last`` begins: broken over lines, the first names who, the others what."""
    first = last
    while first > max(0, last - 3):
        before = paragraphs[first - 1].text
        if len(before) > 25 or _METADATA.match(before) or _LETTERHEAD.search(before) or re.search(r"[。：:]", before):
            break
        first -= 1
    return first


def _title(lines: Sequence[str]) -> str:
    """The lines of a title as one; 工 作 报 告, spread out by blanks, is drawn together."""
    return "".join(text if _TITLE.search(text) or n < len(lines) - 1 else squeeze(text) for n, text in enumerate(lines))


def _bylines(paragraphs: Sequence[Paragraph], below: int, body: int) -> list[str]:
    """The short lines where a report is signed: the last ones, and those right under its title."""
    under = [p.text.strip("()（）") for p in paragraphs[below : body + 2]]
    return [*under, *(p.text for p in paragraphs[-4:])]


def _whose(
    title: str, stem: str, ending: list[str], above: list[str], opening: list[str], townships: Townships
) -> list[tuple[str, Sighting]]:
    # 中共甲镇委员会 甲镇人民政府: the offices divide the names.
    found = [(title, s) for s in townships.inside(_OFFICES.sub("|", title))] if title else []
    found += [(stem, s) for s in townships.inside(stem)]
    if not found:
        short = [text for text in ending if len(text) <= 30]
        found = [(text, s) for text in reversed(short) for s in (townships.whole(_POST.sub("", squeeze(text))),) if s]
    if not found:
        # The letterhead over the title and the heads of the pages: 青禾镇人民政府文件.
        found = [(text, s) for text in above if len(text) <= 40 for s in townships.inside(_OFFICES.sub("|", text))]
    if not found:
        found = [(text[:40], s) for text in opening[:1] for s in townships.inside(re.split("。", text)[0])]
    return found


def _years(title: str, stem: str, opening: list[str]) -> list[tuple[str, int]]:
    found = [(text, year) for text in (title, stem) if text for year in years_in(_NEXT_YEAR.sub("", text))[:1]]
    if not found:
        for text in opening:
            match = _OPENING_YEAR.search(text.replace(" ", ""))
            if match:
                return [(text[:30], int(next(group for group in match.groups() if group)))]
    return found


def is_metadata(text: str) -> bool:
    """Whether a line belongs to what web pages put before a text and behind it."""
    return bool(_METADATA.match(text) or _FOOT.search(text))
