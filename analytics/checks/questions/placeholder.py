"""A blank of the template that nobody filled in: XX, *, × or a unit without a number."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.noted import Noted, of_rule
from analytics.checks.questions.remarks import asked, corrected
from analytics.checks.rule import Rule, Settings
from analytics.checks.words import listed, name_of
from analytics.model import Finding
from analytics.text import Text, say

ID = "placeholder"
NAMED = 8
"""Places named in one sentence; of more, how many."""


def check(county: County, year: int, settings: Settings) -> list[Finding]:  # noqa: ARG001
    """One question for every township and file with blanks that no later file has filled."""
    files: dict[tuple[str, str], list[Noted]] = {}
    for noted in dict.fromkeys(of_rule(county.noted, ID, year)):
        if not corrected(county, noted):
            files.setdefault((noted.township, noted.file), []).append(noted)
    found = []
    for (township, _), blanks in files.items():
        # What has been explained is no longer asked while others are.
        still = [n for n in blanks if not n.explanation] or blanks
        places = listed([_place(county, n) for n in still[:NAMED]])
        sentence = (
            say(
                "{township}{year}年有 {n} 处没有填数：{places}，请补填。",
                township=township,
                year=year,
                n=len(still),
                places=places,
            )
            if len(still) <= NAMED
            else say(
                "{township}{year}年有 {n} 处没有填数：{places}等，请补填。",
                township=township,
                year=year,
                n=len(still),
                places=places,
            )
        )
        suggestion = say("请按台账补填实际数后重新报送；确实没有的填 0，不适用的填“不适用”。")
        found.append(asked(county, year, ID, still, sentence, suggestion, severity="medium"))
    return [f for f in found if f is not None]


def _place(county: County, noted: Noted) -> Text:
    if noted.indicator in county.position and noted.indicator is not None:
        return say("{name}（{cell}）", name=name_of(county.catalogue, noted.indicator), cell=noted.cell or "")
    return Text(noted.cell or noted.file, noted.cell or noted.file)


RULE = Rule(ID, "question", say("没有填数"), check, condition=say("应填数处是 XX、*、× 或只有单位没有数。"))
