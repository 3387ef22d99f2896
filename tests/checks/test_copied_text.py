"""A report in prose that repeats the township's own of last year, or another township's."""

import random
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from analytics.catalogue import Roster, Township
from analytics.checks import counts_by_rule, find_questions, finding_as_json
from analytics.checks.prose import places_of
from analytics.checks.questions.copied_text import RULE, copies
from analytics.checks.repeated import prose, shared
from tests.checks.counties import changed
from tests.checks.counties import found as found_in
from tests.checks.reports import report_of, with_reports

YEAR, ID = 2025, "copied_text"
WORDS = "法治建设宣传依行政普镇村干群众学习培训会议开展组织活动矛盾调解合同审查公执服务网格司所人民代表讲座"


def text(seed: int, paragraphs: int = 10, length: int = 90) -> tuple[str, ...]:
    """A text of its own: characters in no order, with commas and figures as prose has them."""
    draw = random.Random(seed)

    def sentence() -> str:
        words = "".join(draw.choices(WORDS, k=length // 3))
        return f"{words[:12]}，{words[12:]}{draw.randint(2, 60)}次。"

    return tuple("".join(sentence() for _ in range(3)) for _ in range(paragraphs))


def town(n: int, year: int = YEAR, paragraphs: tuple[str, ...] | None = None):
    return report_of(f"第{n}镇", year, paragraphs=text(100 * year + n) if paragraphs is None else paragraphs)


@cache
def quiet():
    """A county whose figures say nothing; nobody changes it."""
    return changed({})


def asked(*reports, **settings):
    """Township → the question about its report."""
    return found_in(ID, with_reports(quiet(), *reports), YEAR, **settings)


def test_reports_of_their_own_ask_nothing():
    assert asked(*(town(n, year) for n in range(1, 10) for year in (YEAR, YEAR - 1))) == {}


def test_a_report_that_repeats_another_is_asked_of_both_with_the_passages_side_by_side():
    theirs = town(2)
    mine = (*text(7, 3), *theirs.paragraphs[:7])
    found = asked(town(1, paragraphs=mine), theirs, *(town(n) for n in range(3, 9)))
    assert set(found) == {"第1镇", "第2镇"}
    first = found["第1镇"]
    assert "约 70% 的文字（7 处" in first.sentence.zh
    assert "与第2镇2025年的报告相同" in first.sentence.zh
    assert first.sentence.zh.endswith("请核实是否照抄。")
    assert (first.severity, first.strength, first.n) == ("medium", 7, 2)
    pairs = list(zip(first.evidence[::2], first.evidence[1::2], strict=True))
    assert [(a.township, b.township) for a, b in pairs] == [("第1镇", "第2镇")] * 7
    assert [a.cell.split(":")[0] for a, _ in pairs] == [f"¶{n}" for n in range(4, 11)]
    assert [b.cell.split(":")[0] for _, b in pairs] == [f"¶{n}" for n in range(1, 8)]
    assert all(a.raw == b.raw and a.raw in theirs.paragraphs[n] for n, (a, b) in enumerate(pairs))


def test_last_years_own_text_is_asked_from_half_on():
    before = town(1, YEAR - 1)
    half = (*before.paragraphs[:6], *text(8, 4))
    found = asked(before, town(1, paragraphs=half), town(2))
    assert "与本乡镇2024年的报告相同" in found["第1镇"].sentence.zh
    third = (*before.paragraphs[:4], *text(8, 6))
    assert asked(before, town(1, paragraphs=third), town(2)) == {}


def test_another_townships_report_of_last_year_counts_as_well():
    theirs = town(2, YEAR - 1)
    found = asked(theirs, town(2), town(1, paragraphs=theirs.paragraphs))
    assert list(found) == ["第1镇"]
    assert "与第2镇2024年的报告相同" in found["第1镇"].sentence.zh


def test_names_and_figures_may_have_been_changed_meanwhile():
    words = "第{n}镇全年召开法治建设专题会议{k}次，逐村排查矛盾纠纷，把每一件都记在台账上。我镇还请律师到村里值班，群众不出村就能问法。"
    texts = {n: tuple(words.format(n=n, k=k + n) + line for k, line in enumerate(text(50))) for n in (1, 2)}
    changed_back = tuple(p.replace("我镇", "本乡") for p in texts[2])
    found = asked(town(1, paragraphs=texts[1]), town(2, paragraphs=changed_back))
    assert found["第1镇"].severity == "high"
    assert "100%" in found["第1镇"].sentence.zh


def test_figures_that_are_repeated_with_the_text_are_named():
    own, other = (report_of(t, YEAR, {"leaflets": 8000, "seminars": s}) for t, s in (("第1镇", 4), ("第2镇", 5)))
    more = text(60)
    reports = [replace(r, paragraphs=(*(p + more[0] for p in r.paragraphs), *more)) for r in (own, other)]
    found = asked(*reports)["第1镇"]
    assert found.indicators == ("leaflets",)
    assert "其中 1 项数据也相同：发放普法宣传资料。" in found.sentence.zh


def test_what_many_townships_write_is_nobodys():
    handed_out = text(70, 6)
    reports = [town(n, paragraphs=(*handed_out, *text(200 + n, 4))) for n in range(1, 9)]
    assert asked(*reports) == {}
    # Two of the eight that share their own part as well are asked, and only for that part.
    both = (*handed_out, *text(300, 4))
    found = asked(*reports[2:], town(1, paragraphs=both), town(2, paragraphs=both))
    assert set(found) == {"第1镇", "第2镇"}
    assert "4 处" in found["第1镇"].sentence.zh
    assert all(places_of(e.cell)[0][0] > 6 for e in found["第1镇"].evidence)


def test_of_few_reports_an_outline_in_four_is_common():
    handed_out = text(71, 6)
    three = [town(n, paragraphs=(*handed_out, *text(200 + n, 2))) for n in range(1, 4)]
    assert set(asked(*three)) == {"第1镇", "第2镇", "第3镇"}
    assert asked(*three, town(4, paragraphs=(*handed_out, *text(204, 2)))) == {}


def test_titles_of_laws_and_slogans_are_passed_over():
    laws = "学习《中华人民共和国民法典》《中华人民共和国行政处罚法》《信访工作条例》，围绕“谁执法谁普法”“八五普法”。"
    assert len(prose([laws])) == 0
    reports = [town(n, paragraphs=tuple(laws + line for line in text(80 + n))) for n in (1, 2)]
    assert asked(*reports) == {}


def test_a_few_equal_sentences_are_no_copy_however_short_the_report():
    line = ("我镇把法治建设摆在突出位置，年初有部署、年中有检查、年底有总结，各项工作按时完成。",)
    assert asked(town(1, paragraphs=line), town(2, paragraphs=line)) == {}
    assert set(asked(town(1, paragraphs=line), town(2, paragraphs=line), characters=20)) == {"第1镇", "第2镇"}


@pytest.mark.parametrize(
    "paragraphs", [(), ("",), ("\n\n",), ("。" * 500,), ("的" * 5000,), ("\ud800" * 40,), ("🀄" * 40,)]
)
def test_texts_that_say_nothing_are_taken_as_they_are(paragraphs):
    other = town(2)
    asked(town(1, paragraphs=paragraphs), other)
    asked(town(1, paragraphs=paragraphs), town(2, paragraphs=paragraphs))


def test_one_report_alone_is_held_against_nothing():
    assert asked(town(1)) == {}


def test_a_township_the_county_does_not_know_is_left_out():
    stranger = report_of("邻县某镇", YEAR, paragraphs=town(1).paragraphs)
    assert asked(town(1), stranger) == {}


def test_a_year_with_reports_and_no_figures_is_judged_all_the_same():
    county = with_reports(quiet(), town(1, 2030), town(2, 2030, town(1, 2030).paragraphs))
    assert {f.township for f in find_questions(county, 2030)} == {"第1镇", "第2镇"}
    assert counts_by_rule(county, 2030)[ID] == 2


def test_aliases_count_as_the_townships_name():
    names = Roster((Township("1", "第1镇", ("一号镇",)), Township("2", "第2镇")))
    county = replace(quiet(), roster=names)
    paragraphs = tuple(f"一号镇{line}" for line in text(90))
    county = with_reports(
        county, town(1, paragraphs=paragraphs), town(2, paragraphs=tuple(f"第2镇{x}" for x in text(90)))
    )
    [first, second] = copies(county, YEAR, RULE.settings())
    assert first.share == second.share == 1


def test_the_question_is_plain_json_with_both_texts():
    theirs = town(2)
    row = finding_as_json(asked(town(1, paragraphs=theirs.paragraphs), theirs)["第1镇"])
    assert (row["kind"], row["rule"], row["status"], row["indicators"]) == ("question", ID, "open", [])
    assert [e["township"] for e in row["evidence"][:2]] == ["第1镇", "第2镇"]
    assert row["evidence"][0]["raw"] == row["evidence"][1]["raw"]
    assert row["sentence_en"] != row["sentence_zh"]


def test_no_more_passages_are_quoted_than_a_reader_can_take():
    long = text(95, 40)
    found = asked(town(1, paragraphs=long), town(2, paragraphs=long))["第1镇"]
    assert "40 处" in found.sentence.zh
    assert len(found.evidence) == 24


def test_passages_never_go_across_paragraphs():
    a, b = text(96, 2)
    own, other = prose([a + b]), prose([a, b])
    found = shared(own, other, np.ones(len(own), dtype=bool), 20)
    assert [(p.own.start, p.other.paragraph) for p in found] == [(0, 1), (len(a), 2)]


def test_a_text_made_to_be_slow_is_not():
    # Linear: tens of milliseconds. Quadratic in the length it would be hours.
    for hostile in ("一" * 60_000, "《" * 60_000, "“" * 60_000, "一二三" * 20_000, "甲乙丙丁戊己庚辛壬癸" * 6_000):
        asked(town(1, paragraphs=(hostile,)), town(2, paragraphs=(hostile + "次",)))


def test_last_years_text_with_this_years_figures_is_asked_lightly():
    more = text(97)

    def report(year, leaflets):
        made = report_of("第1镇", year, {"leaflets": leaflets})
        return replace(made, paragraphs=(made.paragraphs[0] + more[0], *more[1:]))

    light, grave = (asked(report(YEAR - 1, 8000), report(YEAR, n))["第1镇"] for n in (9000, 8000))
    assert (light.severity, light.indicators) == ("low", ())
    assert (grave.severity, grave.indicators) == ("high", ("leaflets",))


def test_a_passage_that_ends_in_a_number_shows_all_of_it():
    own, other = (
        ("组织干部职工集中学习法律并发放宣传资料1.2万余份给群众",),
        ("组织干部职工集中学习法律并发放宣传资料9000余份送到村里",),
    )
    one, two = prose(own), prose(other)
    _, numbers = np.unique(np.concatenate([one.shingles, two.shingles]), return_inverse=True)
    one, two = replace(one, shingles=numbers[: len(one)]), replace(two, shingles=numbers[len(one) :])
    [passage] = shared(one, two, np.ones(len(one), dtype=np.bool_), 10)
    assert own[0][passage.own.start : passage.own.end].endswith("1.2万余份")
    assert other[0][passage.other.start : passage.other.end].endswith("9000余份")
    ended = prose(("组织干部职工集中学习发放资料120",))
    assert int(ended.last[-1]) == len("组织干部职工集中学习发放资料120") - 1
