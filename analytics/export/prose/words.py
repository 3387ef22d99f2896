"""How figures and names are said in prose: 8万余份, 超过83,310份, 约1,200人次, 98.5%, a list of townships."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from analytics.export.amounts import Amount, hollow_words, state_word
from analytics.measures import number_text
from analytics.text import Language, translate

Variant = int
"""Which of several ways to say the same thing; a document counts up, so that neighbours differ."""

STRICT = re.compile(r"[余餘逾多]|超过|突破|有余")
"""Words of a return that mean more than the number; 不少于, 以上 and 至少 include it."""

NAMED = 12
"""Townships named in one sentence; of more, the first ones and how many there are."""

_SPACED = re.compile(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) (?=[\d≥≈约−-])|(?<=[\d%]) (?=[\u4e00-\u9fff])")
_STATISTIC = re.compile(r"（修正 ?z ?值 ?[−\d.,]+）")
"""A figure of the check that the screen gives and a letter to a township need not."""
_SIGNED = re.compile(r"([≥≈])\s?(?=[−\d])")


def speaker(language: Language) -> Callable[..., str]:
    """``translate`` in one language."""

    def t(message: str, **values: object) -> str:
        return translate(message, language, **values)

    return t


def number_said(value: float, language: Language = "zh") -> str:
    """A number in full; in Chinese by 万 where that drops nothing: 8万, 5.2万, 83,310."""
    if language == "zh" and abs(value) >= 10_000 and value % 100 == 0:
        return f"{number_text(value / 10_000)}万"
    return number_text(value)


def is_round(value: float) -> bool:
    """Whether a number ends as spoken estimates do, so that 余 may stand behind it: 50, 1,200, 8万 but not 83,310."""
    digits = f"{value:.0f}".rstrip("0")
    return value >= 10 and value % 10 == 0 and len(digits) <= 2


def with_unit(value: float, unit: str, language: Language = "zh") -> str:
    """A plain number with its unit. English names say what is counted and leave the unit out."""
    number = number_said(value, language)
    return f"{number}{unit}" if unit == "%" or language == "zh" else number


def amount_said(amount: Amount, unit: str, language: Language = "zh", *, strict: bool = False) -> str:
    """A figure or sum as a document says it.

    A ≥ that was reported in words meaning "more than" (``strict``) becomes 8万余份 or 超过83,310份, any other one and
    every sum that lacks parts 不少于 (0 that lacks parts: 0场次（缺项）); ≈ becomes 约. What is not known is 未报, 已报待核实 or 不适用.
    """
    t = speaker(language)
    if not amount.known:
        return state_word(amount, language)
    plain = with_unit(amount.value, unit, language)
    if amount.hollow:
        return plain + hollow_words(language)
    if amount.short:
        return t("至少约{amount}", amount=plain) if amount.sign == "≈" else t("不少于{amount}", amount=plain)
    if amount.sign == "≈":
        return t("约{amount}", amount=plain)
    if amount.sign == "≥":
        if not strict:
            return t("不少于{amount}", amount=plain)
        if is_round(amount.value):
            return t("{number}余{unit}", number=number_said(amount.value, language), unit=unit)
        return t("超过{amount}", amount=plain)
    return plain


def names_said(names: Sequence[str], language: Language = "zh", most: int = NAMED) -> str:
    """甲镇、乙乡; of more than ``most`` the first ones and 等 with their number."""
    t = speaker(language)
    shown = t("、").join(names[:most])
    return shown if len(names) <= most else t("{names}等{n}个乡镇", names=shown, n=len(names))


def in_a_row(sentences: Iterable[str], language: Language = "zh") -> str:
    """Sentences one after the other: Chinese ones need no space between them."""
    return ("" if language == "zh" else " ").join(s for s in sentences if s)


def quoted(text: str) -> str:
    """A township's own words between quotation marks that cannot be mistaken for their own."""
    inner = text.strip().rstrip("。；，;,.").replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def in_prose(sentence: str, language: Language = "zh", keep: Sequence[str] = ()) -> str:
    """A finding's sentence as a document writes it: ≥ and ≈ in words, no spaces around numbers.

    ``keep`` are names that stay to the letter.
    """
    if language != "zh":
        return sentence
    held = [name for name in keep if name]
    if held:
        parts = re.split("(" + "|".join(re.escape(n) for n in sorted(held, key=len, reverse=True)) + ")", sentence)
        return "".join(part if n % 2 else in_prose(part) for n, part in enumerate(parts))
    words = {"≥": "不少于", "≈": "约"}
    plain = _STATISTIC.sub("", sentence)
    return _SIGNED.sub(lambda m: words[m[1]], _SPACED.sub("", plain))
