"""A sentence with everything that only looks like a figure blanked out, character for character.

``VOID`` stands for what a reader may skip (titles of laws, quotation marks, short brackets), ``DAY`` for a day or a
month. Lengths never change, so that a place in the masked text is a place in the paragraph.
"""

from __future__ import annotations

import re

from analytics.intake.quantities import fold

VOID = "□"
DAY = "▤"
LAWS = "▣"
"""The first character of a masked title that names a law; the rest of it is ``VOID``."""

_BULLET = re.compile(r"^[-—–●•·○■◆▪*※>]\s?")
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
_DASH = re.compile(r"(?<=[\u4e00-\u9fff\d%)])——(?=[\u4e00-\u9fff])")
"""…73条——法治文艺演出2场: items on one line."""
_STOPS = str.maketrans(";:!?", "；：！？")
"""One shape for the marks that divide clauses, however they were typed; only commas inside numbers stay ASCII."""

_NUMERAL = "0-9零〇○一二两三四五六七八九十百千万"
_TITLE = re.compile(r"《[^《》]{0,120}(?:《[^《》]{0,80}》[^《》]{0,80})*》|《[^《》，。；]{0,60}")
_LAW = re.compile(r"法|条例|规定|办法|习近平法治|普法|手册|读本")
_INNER = re.compile(r"〈[^〈〉]{0,80}〉")
_DOCUMENT = re.compile(
    r"[A-Za-z\u4e00-\u9fff]{0,14}[〔\[【](?:19|20)\d{2,6}[〕\]】)]?\s*(?:第?\d{0,4}号)?|(?:第\d{1,5}号)"
)
_SPAN = re.compile(r"(?:1月?\s*[-—–~至到]\s*12月|一月至十二月)份?")
_DATE = re.compile(
    r"(?:0?[1-9]|1[0-2])月(?:(?:[12]\d|3[01]|0?[1-9])[日号])?(?:份|初|中旬|上旬|下旬|底|末|以来)?"
    r"|(?<![一二三四五六七八九十两])(?:十[一二]?|[一二三四五六七八九])月(?:[一二三四五六七八九十]{1,3}[日号])?(?:份|初|中旬|上旬|下旬|底|末)?(?!度)"
    r"|(?:(?:19|20)\d\d)[-./](?:0?[1-9]|1[0-2])[-./](?:[12]\d|3[01]|0?[1-9])|(?<!\d)(?:[12]\d|3[01]|0?[1-9])[日号](?!线)"
)
_YEAR_END = re.compile(r"(?:截至|截止到?|至|到)(?:(?:19|20)\d\d年)?(?:12月(?:底|末|31[日号])?|十二月底?)")
_NAMED_DAY = re.compile(
    r"(?<![\d.])(?:0?[1-9]|1[0-2])\s?[·•・．.‧∙]\s?(?:[12]\d|3[01]|0?[1-9])(?=[”\"'’]|[国全世宪宣安消禁反日]|期间|当天|当日|前后|[（(]|、\d)"
)
_QUOTED = re.compile(r"“([^“”]{0,40})”|\"([^\"]{0,40})\"|‘([^‘’]{0,40})’")
_EVERY = re.compile(r"[一二两三四双1-4]个?(100%)")
_TALKS = re.compile(rf"(?<=[{_NUMERAL}])讲(?=[，。；、]|$)")
"""讲座六讲: a measure word that would else be a verb."""
_CLOCK = re.compile(r"\d{1,2}：\d{2}")
_CODE = re.compile(r"\d{7,}(?:/\d+-\d+)?|(?<!\d)12345(?!\d)(?=[政热、”服平]|$)|\d(?:\+[\dA-Za-z]+)+")
_BRACKET = re.compile(r"[(\[【]([^()\[\]【】]{1,8})[)\]】]")
_ORDINAL = re.compile(r"第(?![一二三四1-4]季度)[一二三四五六七八九十百\d]{1,4}(?:[届次个期批轮条章](?!度)|时间|道|方)?")
_IDIOM = re.compile(
    r"(?<=(?<![每一两三])周)[一二三四五六日](?=例会|夜学|晚|上午|下午|学习|早会|[、至到])|一次性|一系列|一站式|一体化?|一批批|一件件|一项项|进一步|一定|一般|一律|一线|一同|一致|一方面|统一|第一(?!季度)|一代|一(?=把手)|一系"
)


def mask(text: str) -> str:
    """``text`` folded and masked, of the same length."""
    out = _COMMA.sub("，", _BULLET.sub(_void, fold(text))).translate(_STOPS)
    out = _DASH.sub("；" + VOID, out)
    out = _TITLE.sub(_title, _INNER.sub(_void, out))
    out = _DOCUMENT.sub(_void, out)
    out = _YEAR_END.sub(_void, out)
    out = _SPAN.sub(_void, out)
    out = _NAMED_DAY.sub(_day, out)
    out = _QUOTED.sub(_without_numbers, out)
    out = _DATE.sub(_day, out)
    out = _TALKS.sub("场", out)
    out = _CLOCK.sub(_void, out)
    out = _CODE.sub(_void, out)
    out = _ORDINAL.sub(_void, out)
    out = _IDIOM.sub(_void, out)
    return _BRACKET.sub(_short_bracket, out)


def words(masked: str) -> str:
    """The words of a masked stretch, voids and blanks taken out."""
    return masked.replace(VOID, "").replace(" ", "")


def _void(match: re.Match[str]) -> str:
    return VOID * len(match[0])


def _title(match: re.Match[str]) -> str:
    """A law's title keeps a sign that it was one; other titles leave nothing."""
    return (LAWS if _LAW.search(match[0]) else VOID) + VOID * (len(match[0]) - 1)


def _day(match: re.Match[str]) -> str:
    return DAY * len(match[0])


def _without_numbers(match: re.Match[str]) -> str:
    """A quotation: names and slogans, whose numbers count nothing."""
    every = _EVERY.fullmatch(match[0][1:-1])
    if every:
        # 参考率、合格率“两个100%”: a slogan that is the figure.
        return VOID * (1 + every.start(1)) + every[1] + VOID
    if match[0][1:-1] == "零":
        return VOID + "零" + VOID
    inner = re.sub(f"[{_NUMERAL}%]", VOID, match[0][1:-1])
    return VOID + inner + VOID


def _short_bracket(match: re.Match[str]) -> str:
    if re.search(f"[{_NUMERAL}]", match[1]):
        return match[0]
    # 场(次) is a measure word; (社区) says nothing that the word before does not.
    return match[0] if match[1] in ("次", "场", "册", "本", "件", "名", "人") else VOID * len(match[0])
